/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-shortcuts.h"

#include <glib/gi18n.h>

/* All that can be done by keyboard. The keys of the program, the window with
 * all shortcuts and, by a test, the page of the help are this one table.
 * Sections stand together. */
static const VelShortcut shortcuts[] = {
  { N_("Customers"), N_("New customer"), "win.new-customer", { "<Control>n" } },
  { N_("Customers"), N_("Import a file"), "win.import", { "<Control>o" } },
  { N_("Customers"), N_("Search"), NULL, { "<Control>f" } },
  { N_("Customers"), N_("Select or unselect"), NULL, { "space" } },
  { N_("Customers"), N_("Select all"), NULL, { "<Control>a" } },
  { N_("Customers"), N_("Select none, or search for nothing"), NULL, { "Escape" } },
  { N_("Customers"), N_("Delete those selected"), NULL, { "Delete" } },
  { N_("Customers"), N_("Open the menu of a customer"), NULL, { "<Shift>F10" } },
  { N_("Customer"), N_("Next customer"), NULL, { "<Alt>Down" } },
  { N_("Customer"), N_("Previous customer"), NULL, { "<Alt>Up" } },
  { N_("Customer"), N_("Write down what was said"), NULL, { "<Control>l" } },
  { N_("Customer"), N_("Save what is written down"), NULL, { "<Control>Return" } },
  { N_("Customer"), N_("Rename"), NULL, { "F2" } },
  { N_("Customer"), N_("Back to the list"), NULL, { "<Alt>Left", "Escape" } },
  { N_("Deals"), N_("New deal"), "win.new-deal((int64 0, int64 0))", { "<Control><Shift>n" } },
  { N_("Deals"), N_("Go to the next column"), NULL, { "Right" } },
  { N_("Deals"), N_("Go to the previous column"), NULL, { "Left" } },
  { N_("Deals"), N_("Move the deal to the next stage"), NULL, { "<Control><Shift>Right" } },
  { N_("Deals"), N_("Move the deal to the previous stage"), NULL, { "<Control><Shift>Left" } },
  { N_("Deals"), N_("Move the deal up"), NULL, { "<Control><Shift>Up" } },
  { N_("Deals"), N_("Move the deal down"), NULL, { "<Control><Shift>Down" } },
  { N_("Deals"), N_("Win the deal"), NULL, { "<Control><Shift>Return" } },
  { N_("Deals"), N_("Lose the deal"), NULL, { "<Control><Shift>Delete" } },
  { N_("Deals"), N_("Delete the deal"), NULL, { "Delete" } },
  { N_("Tasks"), N_("New task"), "win.new-task((int64 0, int64 0))", { "<Control>t" } },
  { N_("Window"), N_("Show today"), "app.show-page::today", { "<Control>1" } },
  { N_("Window"), N_("Show the customers"), "app.show-page::customers", { "<Control>2" } },
  { N_("Window"), N_("Show the deals"), "app.show-page::deals", { "<Control>3" } },
  { N_("Window"), N_("Show the tasks"), "app.show-page::tasks", { "<Control>4" } },
  { N_("Window"), N_("Show or hide the sidebar"), "win.toggle-sidebar", { "F9" } },
  { N_("Window"), N_("Open the menu"), NULL, { "F10" } },
  { N_("General"), N_("Undo"), NULL, { "<Control>z" } },
  { N_("General"), N_("Redo"), NULL, { "<Control><Shift>z", "<Control>y" } },
  { N_("General"), N_("Preferences"), "app.preferences", { "<Control>comma" } },
  { N_("General"), N_("This help"), "app.help", { "F1" } },
  { N_("General"), N_("All shortcuts"), "app.shortcuts", { "<Control>question", "<Control><Shift>question" } },
  { N_("General"), N_("Close the window"), "window.close", { "<Control>w" } },
  { N_("General"), N_("Quit"), "app.quit", { "<Control>q" } },
};

/**
 * vel_shortcuts_list:
 * @n_shortcuts: (out): how many
 *
 * Returns: (transfer none) (array length=n_shortcuts): all shortcuts
 */
const VelShortcut *
vel_shortcuts_list (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}

/**
 * vel_shortcuts_bind:
 * @application: the program
 *
 * Binds the keys of all shortcuts that have an action.
 */
void
vel_shortcuts_bind (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action, shortcuts[i].accels);
}

/* GTK 4.8 fills such a window from a description alone. */
static char *
describe_window (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                               "<property name='modal'>1</property>"
                               "<child><object class='GtkShortcutsSection'>"
                               "<property name='section-name'>all</property>");

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const VelShortcut *shortcut = &shortcuts[i];
      g_autofree char *title = g_markup_escape_text (_(shortcut->title), -1);
      g_autofree char *accel = g_markup_escape_text (shortcut->accels[0], -1);

      if (i == 0 || !g_str_equal (shortcut->section, shortcuts[i - 1].section))
        {
          g_autofree char *section = g_markup_escape_text (_(shortcut->section), -1);

          g_string_append_printf (xml, "%s<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
                                  i == 0 ? "" : "</object></child>", section);
        }
      g_string_append_printf (xml, "<child><object class='GtkShortcutsShortcut'><property name='title'>%s</property>"
                              "<property name='accelerator'>%s</property></object></child>", title, accel);
    }
  g_string_append (xml, "</object></child></object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

/**
 * vel_shortcuts_new_window:
 *
 * Returns: (transfer none): a window that shows all shortcuts
 */
GtkWidget *
vel_shortcuts_new_window (void)
{
  g_autofree char *xml = describe_window ();
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);

  return GTK_WIDGET (gtk_builder_get_object (builder, "window"));
}
