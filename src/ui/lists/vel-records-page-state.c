/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include <glib/gi18n.h>

#include "vel-error-text.h"
#include "vel-number.h"
#include "vel-totals-words.h"

/* What the page tells of its list: whether it is being read, how many there
 * are, that there are none, and why. */

/* What is there sooner is not announced, in milliseconds. */
#define SPINNER_DELAY_MS 150

/* Says how many there are, and the sums of those that have any. */
void
vel_records_page_show_count (VelRecordsPage *self)
{
  const gboolean is_filtered = vel_records_page_is_filtered (self);
  const guint total = vel_query_model_get_total (self->model);
  g_autofree char *text = NULL;

  /* The first rows are not all. */
  if (!is_filtered && vel_query_model_is_loading (self->model))
    return;
  if (!is_filtered)
    self->n_all = total;
  if (is_filtered && self->n_all >= 0)
    {
      g_autofree char *found = vel_number_format (total);
      g_autofree char *all = vel_number_format (self->n_all);

      /* Translators: how many records a search or filter has found, of how many there are */
      text = g_strdup_printf (_("%s of %s"), found, all);
    }
  else
    {
      text = self->look->say_count (total);
    }
  if (self->totals != NULL && total > 0)
    {
      g_autofree char *sums = vel_totals_words_say (self->totals);
      char *both = g_strdup_printf ("%s  ·  %s", text, sums);

      g_free (text);
      text = both;
    }
  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), self->totals != NULL ? text : NULL);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VelRecordsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  const gint64 n = vel_book_count_finish (VEL_BOOK (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->counting);
  self->n_all = n;
  if (self->model != NULL)
    vel_records_page_show_count (self);
}

/* How many records there are is known when all are shown, and asked for otherwise. */
static void
count_all (VelRecordsPage *self)
{
  g_autoptr(VelQuery) all = vel_query_new (self->look->entity, NULL, NULL, NULL, FALSE);

  if (!vel_records_page_is_filtered (self) || self->n_all >= 0 || self->counting != NULL)
    return;
  self->counting = g_cancellable_new ();
  vel_book_count_async (self->book, all, self->counting, counted_cb, g_object_ref (self));
}

static void
book_changed_cb (VelRecordsPage *self,
                 VelDelta       *delta)
{
  if (!vel_delta_has_entity (delta, self->look->entity))
    return;
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->n_all = -1;
  count_all (self);
}

/* What is asked for and not there yet is announced, unless other rows are shown meanwhile. */
static gboolean
spinner_delay_cb (gpointer data)
{
  VelRecordsPage *self = data;

  self->spinner_delay = 0;
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->spinner, TRUE);
  return G_SOURCE_REMOVE;
}

static void
follow_loading (VelRecordsPage *self)
{
  g_clear_handle_id (&self->spinner_delay, g_source_remove);
  if (vel_query_model_is_loading (self->model))
    {
      self->spinner_delay = g_timeout_add (SPINNER_DELAY_MS, spinner_delay_cb, self);
      return;
    }
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->spinner, FALSE);
}

static GtkWidget *
make_status (const char *icon,
             const char *title,
             const char *description,
             const char *action,
             const char *label)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_(label));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _(title));
  if (description != NULL)
    adw_status_page_set_description (ADW_STATUS_PAGE (page), _(description));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/* Makes a page that tells why there are no rows the first time that it is needed. */
static void
require_status (VelRecordsPage *self,
                const char     *name)
{
  const VelRecordsLook *look = self->look;
  GtkWidget *page;

  if (gtk_stack_get_child_by_name (self->stack, name) != NULL)
    return;
  if (g_str_equal (name, "nothing"))
    page = make_status ("edit-find-symbolic", look->nothing, look->nothing_hint, "records.show-all", look->show_all);
  else if (g_str_equal (name, "empty"))
    page = make_status (look->icon, look->none, look->none_hint, look->new_action, look->add_first);
  else
    page = make_status ("dialog-warning-symbolic", look->failed, NULL, "records.retry", N_("_Try again"));
  gtk_stack_add_named (self->stack, page, name);
}

static const char *
choose_page (VelRecordsPage *self)
{
  if (vel_query_model_get_error (self->model) != NULL)
    return "error";
  if (vel_query_model_get_total (self->model) > 0)
    return vel_records_page_is_cards (self) ? "cards" : "list";
  /* Nothing is only said to be there when it is known. */
  if (vel_query_model_is_loading (self->model))
    return gtk_stack_get_visible_child_name (self->stack);
  return vel_records_page_is_filtered (self) ? "nothing" : "empty";
}

/* Shows the rows, or why there are none. */
void
vel_records_page_show_state (VelRecordsPage *self)
{
  const GError *error = vel_query_model_get_error (self->model);
  const char *name = choose_page (self);

  require_status (self, name);
  if (error != NULL)
    {
      g_autofree char *text = vel_error_text (error);
      g_autofree char *markup = g_markup_escape_text (text, -1);

      adw_status_page_set_description (ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, name)), markup);
    }
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
loading_changed_cb (VelRecordsPage *self)
{
  follow_loading (self);
  if (!vel_query_model_is_loading (self->model))
    vel_records_page_show_count (self);
  vel_records_page_show_state (self);
}

/* The first thing to do with a book is to look for somebody in it: not to press
 * the first button of the window, which GTK gives the focus, and not in the
 * midst of a word. */
static void
take_focus (VelRecordsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->had_focus || !gtk_widget_get_mapped (GTK_WIDGET (self)) || vel_query_model_get_total (self->model) == 0)
    return;
  self->had_focus = TRUE;
  if (!GTK_IS_EDITABLE (focus))
    vel_records_page_focus_view (self);
}

static void
shown_cb (VelRecordsPage *self)
{
  count_all (self);
  vel_records_page_show_count (self);
  vel_records_page_show_state (self);
  take_focus (self);
}

/* Follows the list and the book. */
void
vel_records_page_watch_state (VelRecordsPage *self)
{
  g_signal_connect_object (self->model, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (loading_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::error", G_CALLBACK (vel_records_page_show_state),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  /* The rows may be there before the page is. */
  g_signal_connect_after (self, "map", G_CALLBACK (take_focus), NULL);
  follow_loading (self);
}
