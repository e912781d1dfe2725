/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book-rings.h"

G_BEGIN_DECLS

/**
 * VelAnswer:
 * @VEL_ANSWER_OPEN: the user wants to see the task
 * @VEL_ANSWER_DONE: it is done
 * @VEL_ANSWER_LATER: ring again in ten minutes
 * @VEL_ANSWER_TOMORROW: ring again tomorrow at nine
 * @VEL_ANSWER_MONDAY: ring again next Monday at nine
 * @VEL_ANSWER_CALL: call the customer
 *
 * What the user answers to a reminder.
 */
typedef enum
{
  VEL_ANSWER_OPEN,
  VEL_ANSWER_DONE,
  VEL_ANSWER_LATER,
  VEL_ANSWER_TOMORROW,
  VEL_ANSWER_MONDAY,
  VEL_ANSWER_CALL
} VelAnswer;

#define VEL_TYPE_NOTIFIER (vel_notifier_get_type ())
G_DECLARE_FINAL_TYPE (VelNotifier, vel_notifier, VEL, NOTIFIER, GObject)

VelNotifier *vel_notifier_new  (VelBook      *book);
gboolean     vel_notifier_ring (VelNotifier  *self,
                                GPtrArray    *rings,
                                GError      **error);
gboolean     vel_notifier_say  (const char   *summary,
                                const char   *text,
                                GError      **error);

G_END_DECLS
