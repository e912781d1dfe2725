/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-contact-list-private.h"

#include <glib/gi18n.h>

#include "vel-address-row.h"

/* What can be done with a row of the ways to reach a customer: it is moved,
 * labelled, copied or removed. */

static void
move_item (VelContactLine *line,
           int             step)
{
  g_autoptr(GPtrArray) items = vel_contact_list_read (line->list, line->field);
  VelItem *item;

  if (line->index >= items->len || line->index + step >= items->len)
    return;
  item = g_ptr_array_steal_index (items, line->index);
  g_ptr_array_insert (items, line->index + step, item);
  vel_contact_list_write (line->list, line->field, items);
}

static void
up_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  move_item (user_data, -1);
}

static void
down_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  move_item (user_data, 1);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  VelContactLine *line = user_data;
  g_autoptr(GPtrArray) items = vel_contact_list_read (line->list, line->field);

  if (line->index >= items->len)
    return;
  g_ptr_array_remove_index (items, line->index);
  vel_contact_list_write (line->list, line->field, items);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  VelContactLine *line = user_data;
  g_autoptr(GPtrArray) items = vel_contact_list_read (line->list, line->field);
  const VelItem *item = line->index < items->len ? g_ptr_array_index (items, line->index) : NULL;
  g_autofree char *text = NULL;

  if (item == NULL)
    return;
  text = VEL_IS_ADDRESS_ROW (line->row) ? vel_item_format_place (item) : g_strdup (item->value);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (line->row), text);
}

static void
set_label (VelContactList *self,
           guint           field,
           guint           index,
           const char     *label)
{
  g_autoptr(GPtrArray) items = vel_contact_list_read (self, field);
  VelItem *item = index < items->len ? g_ptr_array_index (items, index) : NULL;

  if (item == NULL || g_strcmp0 (item->label, label) == 0)
    return;
  g_free (item->label);
  item->label = g_strdup (label);
  vel_contact_list_write (self, field, items);
}

static void
label_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  VelContactLine *line = user_data;

  set_label (line->list, line->field, line->index, g_variant_get_string (parameter, NULL));
}

static void
own_label_chosen_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     VelContactList   *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "set"))
    set_label (self, self->label_field, self->label_index, *label != '\0' ? label : NULL);
}

static void
own_label_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  VelContactLine *line = user_data;
  VelContactList *self = line->list;
  GtkRoot *root = gtk_widget_get_root (line->row);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Own label"), NULL);

  self->label_field = line->field;
  self->label_index = line->index;
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Label"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "set", _("_Set"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "set");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (own_label_chosen_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { "label", label_cb, "s", "''", NULL },
  { "own-label", own_label_cb, NULL, NULL, NULL },
  { "up", up_cb, NULL, NULL, NULL },
  { "down", down_cb, NULL, NULL, NULL },
  { "copy", copy_cb, NULL, NULL, NULL },
  { "remove", remove_cb, NULL, NULL, NULL },
};

static void
set_enabled (VelContactLine *line,
             const char     *name,
             gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (line->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
vel_contact_line_add_actions (VelContactLine *line)
{
  g_action_map_add_action_entries (G_ACTION_MAP (line->actions), entries, G_N_ELEMENTS (entries), line);
}

/* Lets the actions be as what the row shows allows. */
void
vel_contact_line_refresh_actions (VelContactLine *line,
                                  const VelItem  *item,
                                  guint           n_items)
{
  GAction *label = g_action_map_lookup_action (G_ACTION_MAP (line->actions), "label");

  g_simple_action_set_state (G_SIMPLE_ACTION (label),
                             g_variant_new_string (item != NULL && item->label != NULL ? item->label : ""));
  set_enabled (line, "up", line->index > 0);
  set_enabled (line, "down", line->index + 1 < n_items);
}
