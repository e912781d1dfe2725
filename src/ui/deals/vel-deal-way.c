/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-way.h"

#include <glib/gi18n.h>

#include "vel-passage.h"

/* The way that a deal has come, as its passages tell it. */

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/**
 * vel_deal_way_passages:
 * @book: a book
 * @deal: a deal of it
 *
 * Returns: (transfer full): the passages of @deal, the first one first
 */
VelQueryModel *
vel_deal_way_passages (VelBook   *book,
                       VelRecord *deal)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, vel_record_get_id (deal));
  const char * const values[] = { id, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "deal", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_passage_entity, filter, NULL, "entered", FALSE);

  return vel_query_model_new (book, query);
}

/**
 * vel_deal_way_length:
 * @passage: a passage
 *
 * Returns: for how many seconds the deal was in the stage then; until now, where it is there still
 */
gint64
vel_deal_way_length (VelRecord *passage)
{
  const gint64 left = vel_record_get_integer (passage, "left");
  const gint64 end = left != 0 ? left : g_get_real_time () / G_USEC_PER_SEC;

  if (vel_record_get_integer (passage, "skipped") != 0)
    return 0;
  return MAX (end - vel_record_get_integer (passage, "entered"), 0);
}

/* A row that nobody keeps takes its record with it. */
static VelRecord *
dup_passage (GListModel *passages,
             guint       position,
             gint64      stage)
{
  g_autoptr(VelRow) row = g_list_model_get_item (passages, position);
  VelRecord *passage = row != NULL ? vel_row_get_record (row) : NULL;

  return passage != NULL && vel_record_get_integer (passage, "stage") == stage ? g_object_ref (passage) : NULL;
}

/**
 * vel_deal_way_mark:
 * @deal: a deal
 * @passages: its passages, rows of the book
 * @stage: a stage of its pipeline
 * @before: whether @stage comes before the one it is in
 *
 * Returns: how @stage lies on its way
 */
VelWayMark
vel_deal_way_mark (VelRecord  *deal,
                   GListModel *passages,
                   gint64      stage,
                   gboolean    before)
{
  if (vel_record_get_integer (deal, "stage") == stage)
    return VEL_WAY_HERE;
  if (!before)
    return VEL_WAY_AHEAD;
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(VelRecord) passage = dup_passage (passages, i, stage);

      if (passage != NULL && vel_record_get_integer (passage, "skipped") == 0)
        return VEL_WAY_PASSED;
    }
  return VEL_WAY_SKIPPED;
}

/**
 * vel_deal_way_seconds:
 * @passages: the passages of a deal, rows of the book
 * @stage: a stage
 *
 * Returns: for how many seconds the deal was in @stage, all in all
 */
gint64
vel_deal_way_seconds (GListModel *passages,
                      gint64      stage)
{
  gint64 seconds = 0;

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(VelRecord) passage = dup_passage (passages, i, stage);

      if (passage != NULL)
        seconds += vel_deal_way_length (passage);
    }
  return seconds;
}

/**
 * vel_deal_way_say_time:
 * @seconds: how long
 *
 * Returns: (transfer full): the same in words, no finer than it matters
 */
char *
vel_deal_way_say_time (gint64 seconds)
{
  const int days = (int) MIN (seconds / DAY, G_MAXINT);
  const int hours = (int) (seconds / HOUR);
  const int minutes = (int) (seconds / MINUTE);

  if (days > 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  if (hours > 0)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);
  if (minutes > 0)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  return g_strdup (_("less than a minute"));
}
