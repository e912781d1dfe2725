/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-record-history.h"

/* What can be done on a card. */

static gboolean
is_here (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);

  return priv->record != NULL && g_str_equal (gtk_stack_get_visible_child_name (priv->stack), "card");
}

static gint64
get_neighbour (VelCard *self,
               int              step)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  guint position;

  if (priv->around == NULL || priv->record == NULL)
    return 0;
  /* Whoever has left the list, as by an edit, keeps the place between its neighbours. */
  if (!vel_query_model_find (priv->around, vel_record_get_id (priv->record), &position))
    position = step > 0 ? priv->position - 1 : priv->position;
  return vel_query_model_get_id (priv->around, position + step);
}

static void
go (VelCard *self,
    int              step)
{
  const gint64 id = get_neighbour (self, step);

  if (id != 0)
    vel_card_open (self, id);
}

static void
back (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "closed");
}

static void
previous (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  go (VEL_CARD (widget), -1);
}

static void
next (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  go (VEL_CARD (widget), 1);
}

static void
write_down (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelStory *story = vel_card_get_story (VEL_CARD (widget));

  vel_composer_start (vel_story_get_composer (story));
  vel_story_show_composer (story);
}

static void
rename_record (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VEL_CARD_GET_CLASS (widget)->rename (VEL_CARD (widget));
}

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  g_autofree char *text = VEL_CARD_GET_CLASS (widget)->dup_text (VEL_CARD (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  vel_doing_tell (widget, _("Copied"));
}

static void
history (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (widget));

  vel_record_history_present (widget, priv->book, priv->record);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);
  g_autofree gint64 *id = user_data;

  if (commit != NULL && vel_card_get_id (VEL_CARD (object)) == *id)
    g_signal_emit_by_name (object, "closed");
}

static void
delete (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (widget));
  const VelEntity *entity = vel_record_get_entity (priv->record);
  const char *name = vel_record_get_text (priv->record, entity->name_field);
  const gint64 id = vel_record_get_id (priv->record);
  g_autoptr(VelChange) change = vel_change_new (N_("Delete %s"), name != NULL ? name : "", NULL);

  vel_change_delete (change, entity, id);
  vel_doing_commit_async (widget, priv->book, change, TRUE, deleted_cb, g_memdup2 (&id, sizeof id));
}

static void
history_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(VelCard) self = user_data;
  const VelCardWords *words = VEL_CARD_GET_CLASS (self)->words;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = vel_book_history_finish (VEL_BOOK (object), result, &error);

  if (entries == NULL)
    {
      vel_doing_tell_failed (GTK_WIDGET (self), _(words->not_restored), error);
      return;
    }
  /* The newest change that still stands and touched the record is the one that deleted it. */
  for (guint i = 0; i < entries->len; i++)
    {
      const VelHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->is_undone)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-change", "x", entry->id);
      return;
    }
  vel_doing_tell (GTK_WIDGET (self), _(words->not_known));
}

static void
restore (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (widget));

  if (priv->record != NULL)
    vel_book_history_async (priv->book, vel_record_get_id (priv->record), 20, NULL, history_read_cb,
                            g_object_ref (widget));
}

/* Lets the actions be enabled as the record and the list allow. */
void
vel_card_refresh_actions (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean here = is_here (self);
  const gboolean writable = here && !vel_book_is_read_only (priv->book);

  gtk_widget_action_set_enabled (widget, "card.previous", get_neighbour (self, -1) != 0);
  gtk_widget_action_set_enabled (widget, "card.next", get_neighbour (self, 1) != 0);
  gtk_widget_action_set_enabled (widget, "card.write", writable);
  gtk_widget_action_set_enabled (widget, "card.rename", writable);
  gtk_widget_action_set_enabled (widget, "card.copy", here);
  gtk_widget_action_set_enabled (widget, "card.history", priv->record != NULL);
  gtk_widget_action_set_enabled (widget, "card.delete", writable);
  gtk_widget_action_set_enabled (widget, "card.restore", priv->record != NULL && !here);
}

void
vel_card_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "card.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "card.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "card.write", NULL, write_down);
  gtk_widget_class_install_action (widget_class, "card.rename", NULL, rename_record);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "card.history", NULL, history);
  gtk_widget_class_install_action (widget_class, "card.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "card.restore", NULL, restore);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "card.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "card.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "card.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "card.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "card.write", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "card.rename", NULL);
}
