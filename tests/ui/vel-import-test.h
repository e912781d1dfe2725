/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-dialog.h"
#include "vel-ui-test.h"

G_BEGIN_DECLS

/**
 * VelImportTest:
 * @book: the book into which is imported
 * @window: its window
 * @dialog: the assistant; %NULL again when it has gone
 *
 * An import as a person does it. Filled with zeros, it has no book yet.
 */
typedef struct
{
  VelBook         *book;
  VelWindow       *window;
  VelImportDialog *dialog;
} VelImportTest;

GFile   *vel_import_test_write      (const char    *text,
                                     gssize         length);
void     vel_import_test_start      (VelImportTest *fixture,
                                     GFile         *file);
void     vel_import_test_start_text (VelImportTest *fixture,
                                     const char    *text);
gboolean vel_import_test_is_gone    (gpointer       data);
void     vel_import_test_finish     (VelImportTest *fixture);
void     vel_import_test_wait_button (VelImportTest *fixture,
                                      const char    *label);
void     vel_import_test_press      (VelImportTest *fixture,
                                     const char    *label);
void     vel_import_test_go_on      (VelImportTest *fixture,
                                     const char    *expected);

G_END_DECLS
