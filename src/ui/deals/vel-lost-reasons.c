/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-lost-reasons.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-lost-reason.h"
#include "vel-query-model.h"
#include "vel-text.h"

/**
 * VelLostReasons:
 *
 * Asks why a deal was lost: one of the reasons of the book, a new one, or none.
 * It answers once, when it has closed; closed without an answer, the reason is
 * none.
 */
struct _VelLostReasons
{
  GtkPopover     parent_instance;

  VelBook       *book;      /* (owned) */
  VelQueryModel *model;     /* (owned) */
  gint64         reason;    /* what will be answered */
  gboolean       is_adding; /* whether a new reason is on its way into the book */
  gboolean       answered;

  GtkBox        *reasons;
  GtkEditable   *other;
  GtkWidget     *skip;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelLostReasons, vel_lost_reasons, GTK_TYPE_POPOVER)

static void
answer (VelLostReasons *self)
{
  if (self->answered)
    return;
  self->answered = TRUE;
  g_signal_emit (self, signals[CHOSEN], 0, self->reason);
}

static void
closed_cb (VelLostReasons *self)
{
  if (!self->is_adding)
    answer (self);
}

static void
reason_clicked_cb (VelLostReasons *self,
                   GtkWidget      *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "vel-reason");

  self->reason = *id;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
make_button (VelLostReasons *self,
             VelRecord      *reason)
{
  GtkWidget *button = gtk_button_new_with_label (vel_record_get_text (reason, "name"));
  const gint64 id = vel_record_get_id (reason);

  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "vel-reason", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reason_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
shown_cb (VelLostReasons *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons))) != NULL)
    gtk_box_remove (self->reasons, child);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (vel_row_get_record (row) != NULL)
        gtk_box_append (self->reasons, make_button (self, vel_row_get_record (row)));
    }
  child = gtk_widget_get_first_child (GTK_WIDGET (self->reasons));
  if (child != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (child);
}

/* A reason that is there already is meant, however it is written. */
static gint64
find_reason (VelLostReasons *self,
             const char     *name)
{
  g_autofree char *wanted = vel_text_fold (name);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->model), i);
      g_autofree char *fold = vel_row_get_record (row) != NULL
                                ? vel_text_fold (vel_record_get_text (vel_row_get_record (row), "name")) : NULL;

      if (g_strcmp0 (fold, wanted) == 0)
        return vel_row_get_id (row);
    }
  return 0;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelLostReasons) self = user_data;
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);

  self->is_adding = FALSE;
  if (commit != NULL)
    self->reason = g_array_index (commit->ids, gint64, 0);
  answer (self);
}

static void
other_activated_cb (VelLostReasons *self)
{
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (self->other));
  g_autoptr(VelChange) change = NULL;
  gint64 id;

  if (*name == '\0')
    return;
  self->reason = find_reason (self, name);
  if (self->reason == 0)
    {
      change = vel_change_new (N_("Add %s"), name, NULL);
      id = vel_change_insert (change, &vel_lost_reason_entity);
      vel_change_set_text (change, &vel_lost_reason_entity, id, "name", name);
      self->is_adding = TRUE;
      vel_doing_commit_async (GTK_WIDGET (self), self->book, change, FALSE, added_cb, g_object_ref (self));
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
vel_lost_reasons_dispose (GObject *object)
{
  VelLostReasons *self = VEL_LOST_REASONS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_LOST_REASONS);
  g_clear_object (&self->model);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_lost_reasons_parent_class)->dispose (object);
}

static void
vel_lost_reasons_class_init (VelLostReasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_lost_reasons_dispose;

  /**
   * VelLostReasons::chosen:
   * @self: the question
   * @reason: a lost reason, or 0 for none
   */
  signals[CHOSEN] = g_signal_new ("chosen", VEL_TYPE_LOST_REASONS, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-lost-reasons.ui");
  gtk_widget_class_bind_template_child (widget_class, VelLostReasons, reasons);
  gtk_widget_class_bind_template_child (widget_class, VelLostReasons, other);
  gtk_widget_class_bind_template_child (widget_class, VelLostReasons, skip);
}

static void
vel_lost_reasons_init (VelLostReasons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (self->other, "activate", G_CALLBACK (other_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->skip, "clicked", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
}

/**
 * vel_lost_reasons_new:
 * @book: an open book
 *
 * Returns: (transfer floating): the question, to be given a parent and popped up
 */
GtkWidget *
vel_lost_reasons_new (VelBook *book)
{
  VelLostReasons *self = g_object_new (VEL_TYPE_LOST_REASONS, NULL);
  const char * const archived[] = { "1", NULL };
  g_autoptr(VelFilter) in_use = vel_filter_new (VEL_FILTER_IS_NOT, "archived", archived);
  g_autoptr(VelQuery) query = vel_query_new (&vel_lost_reason_entity, in_use, NULL, "position", FALSE);

  self->book = g_object_ref (book);
  self->model = vel_query_model_new (book, query);
  g_signal_connect_object (self->model, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
