/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-records-look.h"

#include <glib/gi18n.h>

/**
 * vel_records_look_add_views:
 * @self: the look of some records
 * @box: where the ways to show them are chosen
 *
 * Adds a button for each of the ways.
 */
void
vel_records_look_add_views (const VelRecordsLook *self,
                            GtkBox               *box)
{
  for (const VelRecordsView *view = self->views; view->action != NULL; view++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_button_set_icon_name (GTK_BUTTON (button), view->icon);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), view->action);
      gtk_widget_set_tooltip_text (button, _(view->label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(view->label), -1);
      gtk_box_append (box, button);
    }
}

/**
 * vel_records_look_insert_actions:
 * @self: the look of some records
 * @page: a page that shows them
 *
 * Gives the page the actions that choose how they are shown.
 */
void
vel_records_look_insert_actions (const VelRecordsLook *self,
                                 GtkWidget            *page)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr(GSettings) own = g_settings_get_child (settings, self->settings);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GAction) view = g_settings_create_action (own, "view");

  g_action_map_add_action (G_ACTION_MAP (group), view);
  gtk_widget_insert_action_group (page, "page-settings", G_ACTION_GROUP (group));
}
