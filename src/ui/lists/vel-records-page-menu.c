/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-page-private.h"

#include <glib/gi18n.h>

/* The menu beside the search: how the records are shown, in which order, and
 * with which columns. It is made anew whenever it opens, as the user may have
 * added fields; its columns are numbered, as an action cannot be called by
 * whatever name a user may give a field. */

static gboolean
is_shown (VelRecordsPage *self,
          const char     *field)
{
  g_auto(GStrv) names = g_settings_get_strv (self->settings, "columns");

  return g_strv_contains ((const char * const *) names, field);
}

/* Shows a column behind the others, or takes it away. */
void
vel_records_page_set_column (VelRecordsPage *self,
                             const char     *field,
                             gboolean        shown)
{
  g_auto(GStrv) names = g_settings_get_strv (self->settings, "columns");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) after = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], field))
      g_strv_builder_add (builder, names[i]);
  if (shown)
    g_strv_builder_add (builder, field);
  after = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "columns", (const char * const *) after);
}

static void
column_changed_cb (GSimpleAction  *action,
                   GVariant       *state,
                   VelRecordsPage *self)
{
  const guint i = g_ascii_strtoull (g_action_get_name (G_ACTION (action)) + strlen ("column-"), NULL, 10);
  g_autoptr(VelListedField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);

  g_simple_action_set_state (action, state);
  if (field != NULL)
    vel_records_page_set_column (self, vel_listed_field_get_name (field), g_variant_get_boolean (state));
}

static void
sort (VelRecordsPage *self,
      const char     *field,
      gboolean        descending)
{
  g_autofree char *copy = g_strdup (field);

  g_signal_emit_by_name (self->list, "sorted", copy, descending);
}

static void
field_changed_cb (GSimpleAction  *action,
                  GVariant       *state,
                  VelRecordsPage *self)
{
  g_simple_action_set_state (action, state);
  sort (self, g_variant_get_string (state, NULL), self->descending);
}

static void
descending_changed_cb (GSimpleAction  *action,
                       GVariant       *state,
                       VelRecordsPage *self)
{
  g_simple_action_set_state (action, state);
  sort (self, self->order, g_variant_get_boolean (state));
}

static void
add_action (VelRecordsPage     *self,
            GSimpleActionGroup *group,
            const char         *name,
            const GVariantType *type,
            GVariant           *state,
            GCallback           callback)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (name, type, state);

  g_signal_connect_object (action, "change-state", callback, self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               GVariant   *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (NULL, NULL);
  g_autoptr(GString) escaped = g_string_new (label);

  /* A name that the user gave may hold what a menu takes for the mark of a mnemonic. */
  g_string_replace (escaped, "_", "__", 0);
  g_menu_item_set_label (item, escaped->str);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_fields (VelRecordsPage     *self,
            GSimpleActionGroup *group,
            GMenu              *order,
            GMenu              *columns)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->fields)); i++)
    {
      g_autoptr(VelListedField) field = g_list_model_get_item (G_LIST_MODEL (self->fields), i);
      const char *name = vel_listed_field_get_name (field);
      g_autofree char *action = g_strdup_printf ("column-%u", i);
      g_autofree char *full = g_strdup_printf ("menu-state.%s", action);

      if (!vel_listed_field_has (field, VEL_FIELD_COLUMN))
        continue;
      append_choice (order, vel_listed_field_get_label (field), "menu-state.order", g_variant_new_string (name));
      if (g_str_equal (name, self->look->entity->name_field))
        continue;
      add_action (self, group, action, NULL, g_variant_new_boolean (is_shown (self, name)),
                  G_CALLBACK (column_changed_cb));
      append_choice (columns, vel_listed_field_get_label (field), full, NULL);
    }
}

static void
append_direction (GMenu *order)
{
  g_autoptr(GMenu) direction = g_menu_new ();

  append_choice (direction, _("From first to last"), "menu-state.descending", g_variant_new_boolean (FALSE));
  append_choice (direction, _("From last to first"), "menu-state.descending", g_variant_new_boolean (TRUE));
  g_menu_append_section (order, NULL, G_MENU_MODEL (direction));
}

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  VelRecordsPage *self = user_data;
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) views = g_menu_new ();
  g_autoptr(GMenu) lists = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();
  g_autoptr(GMenu) order_fields = g_menu_new ();
  g_autoptr(GMenu) columns = g_menu_new ();
  g_autoptr(GMenu) rest = g_menu_new ();

  if (self->fields == NULL)
    return;
  add_action (self, group, "order", G_VARIANT_TYPE_STRING, g_variant_new_string (self->order),
              G_CALLBACK (field_changed_cb));
  add_action (self, group, "descending", G_VARIANT_TYPE_BOOLEAN, g_variant_new_boolean (self->descending),
              G_CALLBACK (descending_changed_cb));
  add_fields (self, group, order_fields, columns);
  append_direction (order);
  g_menu_append_section (order, NULL, G_MENU_MODEL (order_fields));
  for (const VelRecordsView *view = self->look->views; view->action != NULL; view++)
    g_menu_append (views, _(view->menu_label), view->action);
  g_menu_append_submenu (lists, _("_Order"), G_MENU_MODEL (order));
  g_menu_append_submenu (lists, _("C_olumns"), G_MENU_MODEL (columns));
  g_menu_append (rest, _("_Select all"), "records.select-all");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lists));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "menu-state", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Lets the menu be opened. */
void
vel_records_page_watch_menu (VelRecordsPage *self)
{
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->options_button), make_menu_cb, self, NULL);
}
