/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-profile-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-custom-field.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-text.h"

/* The menu below a profile: the fields that stay away until somebody wants them. */

static const char *
get_label (const char *name)
{
  return vel_field_get_label (vel_entity_find_field (&vel_customer_entity, name));
}

static void
want_field (VelProfile *self,
            const char *name)
{
  VelFieldRow *row = vel_profile_find_row (self, name);

  g_hash_table_add (self->wanted, g_strdup (name));
  vel_profile_refresh (self);
  if (g_str_equal (name, "interests"))
    vel_chips_start (self->interests);
  else if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
own_named_cb (AdwMessageDialog *dialog,
              const char       *response,
              VelProfile       *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autofree char *full = NULL;
  g_autoptr(VelChange) change = NULL;
  gint64 id;

  g_strstrip (name);
  if (!g_str_equal (response, "add") || *name == '\0')
    return;
  full = g_strconcat ("custom.", name, NULL);
  if (vel_profile_find_row (self, full) != NULL)
    {
      want_field (self, full);
      return;
    }
  change = vel_change_new (N_("Add field “%s”"), name, NULL);
  id = vel_change_insert (change, &vel_custom_field_entity);
  vel_change_set_text (change, &vel_custom_field_entity, id, "name", name);
  vel_change_set_text (change, &vel_custom_field_entity, id, "entity", vel_customer_entity.name);
  vel_change_set_integer (change, &vel_custom_field_entity, id, "position",
                          g_list_model_get_n_items (G_LIST_MODEL (self->own)));
  g_hash_table_add (self->wanted, g_steal_pointer (&full));
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
ask_own_field (VelProfile *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Own field"),
                                              _("Every customer can have it from now on."));

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name of the field"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the field"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (own_named_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
vel_profile_add_field (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  VelProfile *self = VEL_PROFILE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  const char * const lists[] = { "phones", "emails", "addresses", "links", NULL };

  if (g_strv_contains (lists, name))
    vel_contact_list_add (self->contact, name);
  else if (g_str_equal (name, "organisations"))
    vel_affiliations_start (self->affiliations);
  else if (g_str_equal (name, "tags"))
    vel_profile_head_add_tag (self->head);
  else if (g_str_equal (name, "own"))
    ask_own_field (self);
  else
    want_field (self, name);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *name)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "profile.add-field", "s", name);
  g_menu_append_item (menu, item);
}

static void
append_hidden (VelProfile *self,
               GMenu      *menu,
               const char *name,
               const char *label)
{
  VelFieldRow *row = vel_profile_find_row (self, name);

  if (row != NULL && !gtk_widget_get_visible (GTK_WIDGET (row)))
    append_item (menu, label, name);
}

void
vel_profile_make_menu (GtkMenuButton *button,
                       gpointer       user_data)
{
  VelProfile *self = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) reach = g_menu_new ();
  g_autoptr(GMenu) fields = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();

  append_item (reach, get_label ("phone"), "phones");
  append_item (reach, get_label ("email"), "emails");
  /* Translators: a postal address */
  append_item (reach, _("Address"), "addresses");
  append_item (reach, _("Website or profile"), "links");
  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *name = vel_field_row_get_name (g_ptr_array_index (self->rows, i));

      if (vel_profile_is_offered (self, name))
        append_hidden (self, fields, name, get_label (name));
    }
  if (!gtk_widget_get_visible (self->interests_group))
    append_item (fields, get_label ("interests"), "interests");
  append_hidden (self, fields, "notes", get_label ("notes"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->own)); i++)
    {
      g_autofree char *name = vel_profile_dup_own_name (self, i);

      if (name != NULL)
        append_hidden (self, own, name, name + strlen ("custom."));
    }
  append_item (own, _("Own field…"), "own");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reach));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fields));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}
