/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-passages.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"
#include "vel-deal-way.h"
#include "vel-passage.h"

/**
 * VelPassages:
 *
 * The way of a deal: each stage it was in, from when to when and for how long,
 * and those it went past without being in them.
 */
struct _VelPassages
{
  AdwBin         parent_instance;

  VelQueryModel *model;  /* (owned): the passages, the first one first */
  GtkListBox    *box;
  guint          clock;  /* the source by which time goes on in the last stage */
};

G_DEFINE_FINAL_TYPE (VelPassages, vel_passages, ADW_TYPE_BIN)

#define CLOCK_S 60

static char *
say_when (VelRecord *passage)
{
  const gint64 left = vel_record_get_integer (passage, "left");
  g_autofree char *from = vel_date_time_format (vel_record_get_integer (passage, "entered"));
  g_autofree char *to = left != 0 ? vel_date_time_format (left) : NULL;

  if (vel_record_get_integer (passage, "skipped") != 0)
    return g_strdup (from);
  if (to == NULL)
    /* Translators: %s is a day and a time */
    return g_strdup_printf (_("since %s"), from);
  return g_strdup_printf ("%s – %s", from, to);
}

static void
add_row (VelPassages *self,
         VelRecord   *passage)
{
  const gboolean skipped = vel_record_get_integer (passage, "skipped") != 0;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = say_when (passage);
  g_autofree char *time = skipped ? g_strdup (_("skipped")) : vel_deal_way_say_time (vel_deal_way_length (passage));
  GtkWidget *label = gtk_label_new (time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vel_record_get_text (passage, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_widget_add_css_class (label, "numeric");
  if (skipped)
    {
      gtk_widget_add_css_class (row, "vel-skipped");
      gtk_widget_add_css_class (label, "dim-label");
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->box, row);
}

static void
refresh (VelPassages *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_list_box_remove (self->box, row);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(VelRow) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (vel_row_get_record (item) != NULL)
        add_row (self, vel_row_get_record (item));
    }
}

static gboolean
clock_cb (gpointer data)
{
  refresh (data);
  return G_SOURCE_CONTINUE;
}

static void
vel_passages_dispose (GObject *object)
{
  VelPassages *self = VEL_PASSAGES (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (vel_passages_parent_class)->dispose (object);
}

static void
vel_passages_class_init (VelPassagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_passages_dispose;
}

static void
vel_passages_init (VelPassages *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "vel-passages");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Way through the stages"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  self->clock = g_timeout_add_seconds (CLOCK_S, clock_cb, self);
}

static void
book_changed_cb (VelPassages *self,
                 VelDelta    *delta)
{
  if (vel_delta_has_entity (delta, &vel_passage_entity))
    refresh (self);
}

/**
 * vel_passages_new:
 * @model: the passages of a deal, see vel_deal_way_passages()
 *
 * Returns: (transfer full): what shows them
 */
GtkWidget *
vel_passages_new (VelQueryModel *model)
{
  VelPassages *self = g_object_new (VEL_TYPE_PASSAGES, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "shown", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vel_query_model_get_book (model), "changed", G_CALLBACK (book_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
