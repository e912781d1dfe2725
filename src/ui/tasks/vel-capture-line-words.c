/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-line-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-date-format.h"
#include "vel-due.h"
#include "vel-repeat.h"

/* What was understood, in words. */

/* "Tomorrow, Tuesday, November 24"; "27 Kasım Cuma". */
char *
vel_capture_say_day (const char *due)
{
  g_autofree char *now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *tomorrow = vel_due_add_days (now, 1);
  g_autofree char *day = g_strndup (due, strcspn (due, "T"));
  g_autofree char *said = vel_date_format_weekday (day);
  const gsize length = strlen (day);

  /* Translators: %s is a day, such as “Tuesday, November 24” */
  if (strncmp (now, day, length) == 0)
    return g_strdup_printf (_("Today, %s"), said);
  /* Translators: %s is a day, such as “Tuesday, November 24” */
  if (tomorrow != NULL && strncmp (tomorrow, day, length) == 0)
    return g_strdup_printf (_("Tomorrow, %s"), said);
  return g_steal_pointer (&said);
}

/* "Every month on the 5th". */
char *
vel_capture_say_repeat (const char *repeat,
                        const char *due)
{
  g_autoptr(VelRepeat) parsed = vel_repeat_parse (repeat, NULL);

  return parsed != NULL ? vel_repeat_say (parsed, due) : g_strdup (repeat);
}
