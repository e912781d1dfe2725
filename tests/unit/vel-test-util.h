/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

void  vel_test_init           (int         *argc,
                               char      ***argv);
void  vel_test_init_on_system (int         *argc,
                               char      ***argv);
char *vel_test_new_path       (void);
char *vel_test_ask            (const char  *path,
                               const char  *sql);
void  vel_test_execute        (const char  *path,
                               const char  *sql);
char *vel_test_dump           (const char  *path);
void  vel_test_settle         (void);
void  vel_test_wait_changed   (VelBook     *book);
void  vel_test_wait_text      (VelRecord   *record,
                               const char  *field,
                               const char  *text);

G_END_DECLS
