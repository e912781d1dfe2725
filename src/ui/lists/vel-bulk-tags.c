/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bulk-tags.h"

#include <glib/gi18n.h>

#include "vel-bulk.h"
#include "vel-doing.h"
#include "vel-value-list.h"

/**
 * VelBulkTags:
 *
 * Where tags are chosen that many records are to get, or to lose.
 */
struct _VelBulkTags
{
  GtkPopover    parent_instance;

  VelBook      *book;         /* (owned) */
  const VelEntity *entity;
  GArray       *ids;          /* (owned) (element-type gint64) */
  GCancellable *cancellable;  /* (owned) */

  VelValueList *values;
  GtkWidget    *add;
  GtkWidget    *remove;
};

G_DEFINE_FINAL_TYPE (VelBulkTags, vel_bulk_tags, GTK_TYPE_POPOVER)

static void
values_changed_cb (VelBulkTags *self)
{
  g_auto(GStrv) words = vel_value_list_dup_selected (self->values);

  gtk_widget_set_sensitive (self->add, words[0] != NULL);
  gtk_widget_set_sensitive (self->remove, words[0] != NULL);
}

static void
values_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VelBulkTags) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) values = vel_book_values_finish (VEL_BOOK (object), result, &error);

  if (values == NULL || self->values == NULL)
    return;
  for (guint i = 0; values[i] != NULL; i++)
    vel_value_list_offer (self->values, values[i], values[i]);
  vel_value_list_show (self->values);
}

static void
add_cb (VelBulkTags *self)
{
  g_auto(GStrv) words = vel_value_list_dup_selected (self->values);
  g_autoptr(VelChange) change = vel_bulk_add_words (self->book, self->entity, self->ids, "tags", (const char * const *) words);

  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (VelBulkTags *self)
{
  g_auto(GStrv) words = vel_value_list_dup_selected (self->values);
  g_autoptr(VelChange) change = vel_bulk_remove_words (self->book, self->entity, self->ids, "tags", (const char * const *) words);

  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
vel_bulk_tags_dispose (GObject *object)
{
  VelBulkTags *self = VEL_BULK_TAGS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->values = NULL;
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_bulk_tags_parent_class)->dispose (object);
}

static void
vel_bulk_tags_finalize (GObject *object)
{
  g_clear_pointer (&VEL_BULK_TAGS (object)->ids, g_array_unref);

  G_OBJECT_CLASS (vel_bulk_tags_parent_class)->finalize (object);
}

static void
vel_bulk_tags_class_init (VelBulkTagsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_bulk_tags_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_bulk_tags_finalize;
}

static GtkWidget *
make_button (VelBulkTags *self,
             const char  *label,
             GCallback    callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, FALSE);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
vel_bulk_tags_init (VelBulkTags *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->cancellable = g_cancellable_new ();
  self->values = VEL_VALUE_LIST (vel_value_list_new (TRUE, TRUE));
  g_signal_connect_object (self->values, "changed", G_CALLBACK (values_changed_cb), self, G_CONNECT_SWAPPED);
  /* Translators: a button; the tags chosen above are taken away */
  self->remove = make_button (self, _("_Remove"), G_CALLBACK (remove_cb));
  /* Translators: a button; the tags chosen above are put on them */
  self->add = make_button (self, _("_Add"), G_CALLBACK (add_cb));
  gtk_widget_add_css_class (self->add, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), self->remove);
  gtk_box_append (GTK_BOX (buttons), self->add);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->values));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * vel_bulk_tags_new:
 * @book: a book
 * @entity: what the records are
 * @ids: (element-type gint64): records of it
 *
 * Returns: (transfer floating): a popover to choose tags for them
 */
GtkWidget *
vel_bulk_tags_new (VelBook         *book,
                   const VelEntity *entity,
                   GArray          *ids)
{
  VelBulkTags *self = g_object_new (VEL_TYPE_BULK_TAGS, NULL);

  self->book = g_object_ref (book);
  self->entity = entity;
  self->ids = g_array_ref (ids);
  vel_value_list_show (self->values);
  vel_book_values_async (book, entity, "tags", self->cancellable, values_read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
