/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-quiet-hours.h"

#include <string.h>

#include "vel-due.h"

/**
 * vel_quiet_hours_end:
 * @from: (nullable): when the quiet hours begin each day, "22:00"; %NULL or "" for none
 * @to: (nullable): when they end, "08:00", perhaps on the next day
 * @now: a moment by the clock on the wall, see #VelDue
 *
 * Returns: (transfer full) (nullable): when it is no longer quiet, or %NULL where it is not quiet
 */
char *
vel_quiet_hours_end (const char *from,
                     const char *to,
                     const char *now)
{
  VelDue due;
  char hour[6];
  g_autofree char *end = NULL;

  if (from == NULL || to == NULL || *from == '\0' || *to == '\0' || g_str_equal (from, to) ||
      !vel_due_split (now, &due) || !due.has_time)
    return NULL;
  g_snprintf (hour, sizeof hour, "%02d:%02d", due.hour, due.minute);
  if (strcmp (from, to) < 0 ? strcmp (hour, from) < 0 || strcmp (hour, to) >= 0
                            : strcmp (hour, from) < 0 && strcmp (hour, to) >= 0)
    return NULL;
  due.hour = (int) g_ascii_strtoll (to, NULL, 10);
  due.minute = strlen (to) == strlen ("08:00") ? (int) g_ascii_strtoll (to + 3, NULL, 10) : 0;
  end = vel_due_join (&due);
  /* What began in the evening ends in the morning after. */
  return strcmp (hour, to) < 0 ? g_steal_pointer (&end) : vel_due_add_days (end, 1);
}
