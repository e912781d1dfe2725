/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-marks.h"

#include <glib/gi18n.h>
#include <string.h>


/* What is said of a deal in few words. */

/**
 * vel_deal_marks_days:
 * @deal: a deal
 *
 * Returns: for how many days it has been in its stage; 0 on the first
 */
int
vel_deal_marks_days (VelRecord *deal)
{
  const gint64 since = vel_record_get_integer (deal, "in_stage_since");
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  return since != 0 && now > since ? (int) ((now - since) / (24 * 60 * 60)) : 0;
}

/**
 * vel_deal_marks_find:
 * @deal: a deal
 * @stage: (nullable): the stage it is in
 *
 * Returns: what is wrong with it; nothing once it is won or lost
 */
VelDealMarks
vel_deal_marks_find (VelRecord *deal,
                      VelRecord *stage)
{
  const char *next_step = vel_record_get_text (deal, "next_step");
  const char *expected = vel_record_get_text (deal, "expected_close");
  const gint64 stale_days = stage != NULL ? vel_record_get_integer (stage, "stale_days") : 0;
  VelDealMarks marks = VEL_DEAL_FINE;

  if (g_strcmp0 (vel_record_get_text (deal, "status"), "open") != 0)
    return marks;
  if ((next_step == NULL || *next_step == '\0') && vel_record_get_text (deal, "next_task") == NULL)
    marks |= VEL_DEAL_NO_NEXT_STEP;
  if (expected != NULL)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

      if (strcmp (expected, today) < 0)
        marks |= VEL_DEAL_OVERDUE;
    }
  if (stale_days > 0 && vel_deal_marks_days (deal) > stale_days)
    marks |= VEL_DEAL_STALE;
  return marks;
}

/**
 * vel_deal_marks_say:
 * @marks: what is wrong with a deal
 *
 * Returns: (transfer full): the marks in words, parted by commas
 */
char *
vel_deal_marks_say (VelDealMarks marks)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  if ((marks & VEL_DEAL_OVERDUE) != 0)
    g_strv_builder_add (words, _("Overdue"));
  if ((marks & VEL_DEAL_STALE) != 0)
    g_strv_builder_add (words, _("Stale"));
  if ((marks & VEL_DEAL_NO_NEXT_STEP) != 0)
    g_strv_builder_add (words, _("No next step"));
  all = g_strv_builder_end (words);
  return g_strjoinv (", ", all);
}
