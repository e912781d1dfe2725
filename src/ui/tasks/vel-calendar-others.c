/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-calendar-private.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-row.h"

/* What stands in the calendar besides tasks: expected closes and birthdays. */

/* More of either in six weeks is not read by anybody in a calendar. */
#define MAX_OTHERS 500

/* Which cell a day is, by its month and day alone where it comes every year. */
static int
find_cell (VelCalendar *self,
           const char  *day,
           gboolean     is_yearly)
{
  const gsize length = strlen (day);

  for (int i = 0; i < N_DAYS; i++)
    {
      const char *cell = vel_calendar_day_get_day (self->days[i]);

      if (cell == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->days[i])))
        break;
      if (is_yearly ? length >= 5 && g_str_equal (cell + 5, day + length - 5) : g_str_has_prefix (day, cell))
        return i;
    }
  /* Born on a leap day. */
  return is_yearly && g_str_has_suffix (day, "02-29") ? find_cell (self, "--02-28", TRUE) : -1;
}

static void
take_rows (VelCalendar    *self,
           VelQueryModel  *model,
           const char     *field,
           gboolean        is_yearly,
           GPtrArray     **cells)
{
  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      VelRow *row = g_list_model_get_item (G_LIST_MODEL (model), i);
      VelRecord *record = vel_row_get_record (row);
      const char *day = record != NULL ? vel_record_get_text (record, field) : NULL;
      const int cell = day != NULL ? find_cell (self, day, is_yearly) : -1;

      if (cell >= 0)
        g_ptr_array_add (cells[cell], row);
      else
        g_object_unref (row);
    }
}

static void
show_others (VelCalendar *self)
{
  GPtrArray *cells[N_DAYS];

  for (guint i = 0; i < N_DAYS; i++)
    cells[i] = g_ptr_array_new_with_free_func (g_object_unref);
  take_rows (self, self->birthdays, "birthday", TRUE, cells);
  take_rows (self, self->deals, "expected_close", FALSE, cells);
  for (guint i = 0; i < N_DAYS; i++)
    vel_calendar_day_take_others (self->days[i], cells[i]);
}

static void
set_query (VelCalendar    *self,
           VelQueryModel **model,
           VelQuery       *query)
{
  if (*model != NULL)
    {
      vel_query_model_set_query (*model, query);
      return;
    }
  *model = vel_query_model_new_limited (self->book, query, MAX_OTHERS);
  g_signal_connect_object (*model, "items-changed", G_CALLBACK (show_others), self, G_CONNECT_SWAPPED);
}

static void
take (VelFilter   *all,
      VelFilterOp  op,
      const char  *field,
      const char  *first,
      const char  *second)
{
  const char * const values[] = { first, second, NULL };

  vel_filter_take (all, vel_filter_new (op, field, first != NULL ? values : NULL));
}

/* Asks for what stands on so many days from the first on. */
void
vel_calendar_ask_others (VelCalendar *self,
                         guint        n_days)
{
  g_autofree char *end = vel_calendar_dup_later (self->first, (int) n_days);
  g_autofree char *number = g_strdup_printf ("%u", n_days);
  g_autoptr(VelFilter) closing = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelFilter) birthday = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelQuery) deals = NULL;
  g_autoptr(VelQuery) customers = NULL;

  take (closing, VEL_FILTER_IS, "status", "open", NULL);
  take (closing, VEL_FILTER_FROM, "expected_close", self->first, NULL);
  take (closing, VEL_FILTER_BEFORE, "expected_close", end, NULL);
  deals = vel_query_new (&vel_deal_entity, closing, NULL, "expected_close", FALSE);
  set_query (self, &self->deals, deals);
  take (birthday, VEL_FILTER_NOT_EMPTY, "birthday", NULL, NULL);
  take (birthday, VEL_FILTER_YEARLY, "birthday", self->first, number);
  customers = vel_query_new (&vel_customer_entity, birthday, NULL, NULL, FALSE);
  set_query (self, &self->birthdays, customers);
  /* The same rows may stand on other cells now. */
  show_others (self);
}
