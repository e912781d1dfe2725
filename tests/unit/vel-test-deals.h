/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-deal.h"
#include "vel-test-util.h"

G_BEGIN_DECLS

/* The stages that every book begins with, in order, and the first lost reason. */
#define VEL_TEST_CALL 2
#define VEL_TEST_MEETING 3
#define VEL_TEST_OFFER 4
#define VEL_TEST_INVOICE 5
#define VEL_TEST_PAYMENT 6
#define VEL_TEST_REASON 101

void       vel_test_set         (VelChange       *change,
                                 const VelEntity *entity,
                                 gint64           id,
                                 ...) G_GNUC_NULL_TERMINATED;
gint64     vel_test_commit      (VelBook         *book,
                                 VelChange       *change);
gint64     vel_test_add         (VelBook         *book,
                                 const VelEntity *entity,
                                 ...) G_GNUC_NULL_TERMINATED;
void       vel_test_edit        (VelBook         *book,
                                 const VelEntity *entity,
                                 gint64           id,
                                 ...) G_GNUC_NULL_TERMINATED;
void       vel_test_delete      (VelBook         *book,
                                 const VelEntity *entity,
                                 gint64           id);
void       vel_test_undo        (VelBook         *book);
void       vel_test_redo        (VelBook         *book);
gint64     vel_test_add_deal    (VelBook         *book,
                                 gint64           customer,
                                 gint64           stage,
                                 const char      *title,
                                 const char      *amount,
                                 const char      *currency);
void       vel_test_move        (VelBook         *book,
                                 gint64           deal,
                                 gint64           stage,
                                 gint64           before);
VelQuery  *vel_test_column      (gint64           stage,
                                 const char      *status);
char      *vel_test_column_titles (VelBook         *book,
                                 gint64           stage);

G_END_DECLS
