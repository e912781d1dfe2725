/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-totals-words.h"

#include <glib/gi18n.h>

#include "vel-money.h"

/**
 * vel_totals_words_say:
 * @totals: the sums of some deals
 *
 * Returns: (transfer full): them in a line, each currency by itself, such as
 *   "total ₺932,350  ·  weighted ₺462,447"
 */
char *
vel_totals_words_say (const VelTotals *totals)
{
  g_autofree char *sum = vel_totals_format_sum (totals);
  g_autofree char *weighted = vel_totals_format_weighted (totals);
  g_autofree char *total_part = g_strdup_printf (_("total %s"), sum);
  g_autofree char *weighted_part = g_strdup_printf (_("weighted %s"), weighted);
  g_autofree char *money = NULL;
  g_autofree char *converted_part = NULL;
  gint64 converted;
  gint64 converted_weighted;

  if (vel_totals_get_converted (totals, &converted, &converted_weighted))
    {
      money = vel_money_format_short (converted, vel_totals_get_home (totals));
      /* Translators: %s is a sum of money in the currency of the book */
      converted_part = g_strdup_printf (_("about %s at your rates"), money);
    }
  return g_strjoin ("  ·  ", total_part, weighted_part, converted_part, NULL);
}
