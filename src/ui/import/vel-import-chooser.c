/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

/* Which file is imported, and where its rejected rows go. */

static void
add_filter (GtkFileChooserNative *chooser,
            const char           *name,
            const char * const   *suffixes)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

/**
 * vel_import_chooser_new:
 * @parent: (nullable): the window before which it stands
 *
 * Returns: (transfer full): a dialog in which a file to import is chosen
 */
GtkFileChooserNative *
vel_import_chooser_new (GtkWindow *parent)
{
  static const char * const tables[] = { "csv", "tsv", "tab", "txt", NULL };
  static const char * const all[] = { NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a file"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), NULL);

  add_filter (chooser, _("Tables (CSV, TSV, TXT)"), tables);
  add_filter (chooser, _("All files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/**
 * vel_import_chooser_new_save:
 * @parent: the window before which it stands
 * @imported: the file whose rows were rejected
 *
 * Returns: (transfer full): a dialog in which is chosen where they are saved,
 *   beside @imported unless the user says otherwise
 */
GtkFileChooserNative *
vel_import_chooser_new_save (GtkWindow *parent,
                             GFile     *imported)
{
  static const char * const tables[] = { "csv", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save the rejected rows"), parent,
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autoptr(GFile) folder = g_file_get_parent (imported);
  g_autofree char *base = g_file_get_basename (imported);
  g_autofree char *shown = g_filename_display_name (base);
  const char *dot = strrchr (shown, '.');
  g_autofree char *stem = g_strndup (shown, dot != NULL && dot != shown ? (gsize) (dot - shown) : strlen (shown));
  /* Translators: the name that is proposed for a file; %s is the name of the file that was imported. */
  g_autofree char *name = g_strdup_printf (_("%s - rejected rows.csv"), stem);

  add_filter (chooser, _("Tables (CSV)"), tables);
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}
