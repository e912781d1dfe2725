/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer-card-private.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-record-history.h"

/* What can be done on the card of a customer. */

static gboolean
is_here (VelCustomerCard *self)
{
  return self->customer != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "card");
}

static gint64
get_neighbour (VelCustomerCard *self,
               int              step)
{
  guint position;

  if (self->around == NULL || self->customer == NULL)
    return 0;
  /* Whoever has left the list, as by an edit, keeps the place between its neighbours. */
  if (!vel_query_model_find (self->around, vel_record_get_id (self->customer), &position))
    position = step > 0 ? self->position - 1 : self->position;
  return vel_query_model_get_id (self->around, position + step);
}

static void
go (VelCustomerCard *self,
    int              step)
{
  const gint64 id = get_neighbour (self, step);

  if (id != 0)
    vel_customer_card_show (self, self->book, id, self->around);
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
  go (VEL_CUSTOMER_CARD (widget), -1);
}

static void
next (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  go (VEL_CUSTOMER_CARD (widget), 1);
}

static void
write_down (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelStory *story = VEL_CUSTOMER_CARD (widget)->story;

  vel_composer_start (vel_story_get_composer (story));
  vel_story_show_composer (story);
}

static void
rename_customer (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  vel_profile_head_rename (vel_profile_get_head (VEL_PROFILE (VEL_CUSTOMER_CARD (widget)->profile)));
}

/* The card as somebody would write it down for another: what there is, a line each. */
static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (widget);
  static const char * const fields[] = { "name", "title", "organisation", "phones", "emails", "addresses", "links",
                                         "tax_office", "tax_id", "iban" };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *line = vel_record_format (self->customer, fields[i]);

      if (*line != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  vel_doing_tell (widget, _("Copied"));
}

static void
history (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (widget);

  vel_record_history_present (widget, self->book, self->customer);
}

static void
deleted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);
  g_autofree gint64 *id = user_data;

  if (commit != NULL && vel_customer_card_get_id (VEL_CUSTOMER_CARD (object)) == *id)
    g_signal_emit_by_name (object, "closed");
}

static void
delete (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (widget);
  const char *name = vel_record_get_text (self->customer, "name");
  const gint64 id = vel_record_get_id (self->customer);
  g_autoptr(VelChange) change = vel_change_new (N_("Delete %s"), name != NULL ? name : "", NULL);

  vel_change_delete (change, &vel_customer_entity, id);
  vel_doing_commit_async (widget, self->book, change, TRUE, deleted_cb, g_memdup2 (&id, sizeof id));
}

static void
history_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(VelCustomerCard) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = vel_book_history_finish (VEL_BOOK (object), result, &error);

  if (entries == NULL)
    {
      vel_doing_tell_failed (GTK_WIDGET (self), _("This customer could not be brought back"), error);
      return;
    }
  /* The newest change that still stands and touched the customer is the one that deleted it. */
  for (guint i = 0; i < entries->len; i++)
    {
      const VelHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->is_undone)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-change", "x", entry->id);
      return;
    }
  vel_doing_tell (GTK_WIDGET (self), _("History does not know how this customer was deleted."));
}

static void
restore (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VelCustomerCard *self = VEL_CUSTOMER_CARD (widget);

  if (self->customer != NULL)
    vel_book_history_async (self->book, vel_record_get_id (self->customer), 20, NULL, history_read_cb,
                            g_object_ref (self));
}

/* Lets the actions be enabled as the customer and the list allow. */
void
vel_customer_card_refresh_actions (VelCustomerCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean here = is_here (self);
  const gboolean writable = here && !vel_book_is_read_only (self->book);

  gtk_widget_action_set_enabled (widget, "card.previous", get_neighbour (self, -1) != 0);
  gtk_widget_action_set_enabled (widget, "card.next", get_neighbour (self, 1) != 0);
  gtk_widget_action_set_enabled (widget, "card.write", writable);
  gtk_widget_action_set_enabled (widget, "card.rename", writable);
  gtk_widget_action_set_enabled (widget, "card.copy", here);
  gtk_widget_action_set_enabled (widget, "card.history", self->customer != NULL);
  gtk_widget_action_set_enabled (widget, "card.delete", writable);
  gtk_widget_action_set_enabled (widget, "card.restore", self->customer != NULL && !here);
}

void
vel_customer_card_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "card.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "card.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "card.write", NULL, write_down);
  gtk_widget_class_install_action (widget_class, "card.rename", NULL, rename_customer);
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
