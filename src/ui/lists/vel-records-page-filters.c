/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-filter-words.h"
#include "vel-popover.h"
#include "vel-rename-popover.h"
#include "vel-saved-filter.h"

/* What the user filters the records by, and how that is kept. */

/* A name is proposed that says what is asked. */
static char *
propose_name (VelRecordsPage *self)
{
  const char *search = vel_records_page_get_search (self);
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < self->filter->children->len; i++)
    {
      const VelFilter *filter = g_ptr_array_index (self->filter->children, i);
      g_autofree char *said = filter->op == VEL_FILTER_IS ? vel_filter_words_values (self->look->entity, filter)
                                                          : vel_filter_words_say (self->look->entity, filter);

      g_string_append_printf (name, "%s%s", name->len > 0 ? " · " : "", said);
    }
  if (*search != '\0')
    g_string_append_printf (name, "%s“%s”", name->len > 0 ? " · " : "", search);
  return g_strdup (name->str);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelRecordsPage *self = VEL_RECORDS_PAGE (object);
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (self), result, NULL);
  g_autoptr(VelRecord) saved = NULL;

  if (commit == NULL || self->book == NULL)
    return;
  saved = vel_book_get_record (self->book, &vel_saved_filter_entity, g_array_index (commit->ids, gint64, 0), NULL);
  if (saved == NULL)
    return;
  vel_records_page_set_saved (self, saved);
  g_signal_emit_by_name (self, "filter-saved", vel_record_get_id (saved));
}

static void
named_cb (VelRecordsPage *self,
          const char     *name)
{
  g_autoptr(VelQuery) query = vel_records_page_make_query (self);
  g_autofree char *json = vel_query_to_json (query);
  g_autoptr(VelChange) change = vel_change_new (N_("Save filter %s"), name, NULL);
  const gint64 id = vel_change_insert (change, &vel_saved_filter_entity);

  vel_change_set_text (change, &vel_saved_filter_entity, id, "name", name);
  vel_change_set_text (change, &vel_saved_filter_entity, id, "entity", self->look->entity->name);
  vel_change_set_text (change, &vel_saved_filter_entity, id, "query", json);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, TRUE, saved_cb, NULL);
}

/* Asks for a name, below the button. */
void
vel_records_page_save_filter (VelRecordsPage *self)
{
  g_autofree char *name = propose_name (self);
  GtkWidget *popover = vel_rename_popover_new (_("Save filter"), name);

  vel_rename_popover_set_button_label (VEL_RENAME_POPOVER (popover), _("Save"));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  g_signal_connect_object (popover, "renamed", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  vel_popover_show_once (GTK_POPOVER (popover), vel_filter_bar_get_save (self->filter_bar));
}

static void
bar_changed_cb (VelRecordsPage *self)
{
  vel_filter_free (self->filter);
  self->filter = vel_filter_bar_dup_filter (self->filter_bar);
  vel_records_page_ask (self);
}

/* Follows what is chosen in the bar. */
void
vel_records_page_watch_filters (VelRecordsPage *self)
{
  g_signal_connect_object (self->filter_bar, "changed", G_CALLBACK (bar_changed_cb), self, G_CONNECT_SWAPPED);
}

/* The filters of which all hold, in the form in which the page has them. */
static VelFilter *
dup_all (const VelFilter *filter)
{
  VelFilter *all = vel_filter_new_join (VEL_FILTER_ALL);

  if (filter != NULL && filter->op == VEL_FILTER_ALL)
    {
      for (guint i = 0; i < filter->children->len; i++)
        vel_filter_take (all, vel_filter_copy (g_ptr_array_index (filter->children, i)));
    }
  else if (filter != NULL)
    {
      vel_filter_take (all, vel_filter_copy (filter));
    }
  return all;
}

/* Whether the page shows the saved filter that was chosen, and nothing else. */
gboolean
vel_records_page_is_as_saved (VelRecordsPage *self)
{
  const char *json = self->saved != NULL ? vel_record_get_text (self->saved, "query") : NULL;
  g_autoptr(VelQuery) query = json != NULL ? vel_query_from_json (json, NULL) : NULL;
  g_autoptr(VelFilter) filter = NULL;

  if (query == NULL)
    return FALSE;
  filter = dup_all (query->filter);
  return vel_filter_equal (filter, self->filter) &&
         g_str_equal (query->search != NULL ? query->search : "", vel_records_page_get_search (self)) &&
         /* A filter that knows no order is shown in that of the user. */
         (query->order == NULL || (g_str_equal (query->order, self->order) && query->descending == self->descending));
}

/**
 * vel_records_page_set_saved:
 * @self: a page
 * @saved: (nullable): a saved filter
 *
 * Tells that what is shown is, or began as, @saved, which can be brought up to
 * date from there.
 */
void
vel_records_page_set_saved (VelRecordsPage *self,
                            VelRecord      *saved)
{
  g_return_if_fail (VEL_IS_RECORDS_PAGE (self));

  if (self->saved != NULL)
    g_signal_handlers_disconnect_by_func (self->saved, vel_records_page_update_actions, self);
  g_set_object (&self->saved, saved);
  if (saved != NULL)
    g_signal_connect_object (saved, "notify", G_CALLBACK (vel_records_page_update_actions), self, G_CONNECT_SWAPPED);
  vel_records_page_update_actions (self);
}

/* Lets the saved filter that was chosen be what is shown now. */
void
vel_records_page_update_filter (VelRecordsPage *self)
{
  const char *name = vel_record_get_text (self->saved, "name");
  g_autoptr(VelQuery) query = vel_records_page_make_query (self);
  g_autofree char *json = vel_query_to_json (query);
  g_autoptr(VelChange) change = vel_change_new (N_("Update filter %s"), name != NULL ? name : "", NULL);

  vel_change_set_text (change, &vel_saved_filter_entity, vel_record_get_id (self->saved), "query", json);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

/* Filters by @filter, which joins filters of which all hold, without asking yet. */
void
vel_records_page_set_filter (VelRecordsPage  *self,
                             const VelFilter *filter)
{
  VelFilter *all = dup_all (filter);

  vel_filter_free (self->filter);
  self->filter = all;
  vel_filter_bar_set_filter (self->filter_bar, all);
}
