/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-window-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-import-chooser.h"
#include "vel-import-dialog.h"

/* How a file comes into the window: chosen from the menu, dropped, or opened from outside. */

/* Those that are new; all where none is, for then the import has completed others. */
static void
show_imported_cb (VelWindow       *self,
                  const VelEntity *entity,
                  gint64           since)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, since);
  const char * const values[] = { text, NULL };
  g_autoptr(VelFilter) filter = since > 0 ? vel_filter_new (VEL_FILTER_FROM, "created", values) : NULL;
  g_autoptr(VelQuery) query = vel_query_new (entity, filter, NULL, NULL, FALSE);

  if (self->view != NULL)
    vel_book_view_show_query (self->view, query);
}

static void
import_file (VelWindow *self,
             GFile     *file)
{
  VelImportDialog *dialog = vel_import_dialog_present (GTK_WIDGET (self), vel_window_get_book (self), file);

  g_signal_connect_object (dialog, "show-imported", G_CALLBACK (show_imported_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
can_import (VelWindow *self)
{
  VelBook *book = vel_window_get_book (self);

  return book != NULL && !vel_book_is_read_only (book);
}

static void
chosen_cb (VelWindow            *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && can_import (self))
    import_file (self, file);
  g_object_unref (chooser);
}

static void
import (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GtkFileChooserNative *chooser = vel_import_chooser_new (GTK_WINDOW (widget));

  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * vel_window_import_files:
 * @self: the window
 * @files: (element-type GFile) (nullable): what came from outside; %NULL where it could not be read
 *
 * Begins to import the one file there is, or says why it does not. Without a
 * book the window says already what is wrong, so it is quiet.
 *
 * Returns: whether it has begun
 */
gboolean
vel_window_import_files (VelWindow *self,
                         GSList    *files)
{
  g_return_val_if_fail (VEL_IS_WINDOW (self), FALSE);

  if (vel_window_get_book (self) == NULL)
    return FALSE;
  if (!can_import (self))
    {
      vel_doing_tell (GTK_WIDGET (self), _("Nothing can be imported: this customer book can only be read."));
      return FALSE;
    }
  if (files == NULL)
    {
      vel_doing_tell (GTK_WIDGET (self), _("What was dropped cannot be read. Choose the file in the menu, by “Import…”."));
      return FALSE;
    }
  if (files->next != NULL)
    {
      vel_doing_tell (GTK_WIDGET (self), _("Files are imported one at a time. Choose only one."));
      return FALSE;
    }
  import_file (self, files->data);
  return TRUE;
}

void
vel_window_class_install_import (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import);
}
