/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-window-private.h"

/* Files that are dropped on the window. They come in up to two ways: through a
 * portal, which alone brings them into a sandbox, and as addresses. A portal
 * hands over no folder, and not every window may ask it; then the addresses
 * lead on. */

#define ADDRESSES "text/uri-list"

/* What has been dropped, for as long as it is read. */
typedef struct
{
  VelWindow *window;  /* (owned) */
  GdkDrop   *drop;    /* (owned) */
} Reading;

static void
reading_free (Reading *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->drop);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* Tells the source too what came of it. */
static void
end (Reading *self,
     GSList  *files)
{
  const gboolean is_open = gtk_widget_get_mapped (GTK_WIDGET (self->window));
  const gboolean taken = is_open && vel_window_import_files (self->window, files);

  gdk_drop_finish (self->drop, taken ? GDK_ACTION_COPY : 0);
}

static GSList *
parse_addresses (GBytes *bytes)
{
  gsize length;
  const char *start = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_strndup (start != NULL ? start : "", length);
  g_auto(GStrv) addresses = g_uri_list_extract_uris (text);
  GSList *files = NULL;

  for (gsize i = 0; addresses[i] != NULL; i++)
    files = g_slist_prepend (files, g_file_new_for_uri (addresses[i]));
  return g_slist_reverse (files);
}

static void
addresses_read_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(Reading) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GSList *files = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
      files = parse_addresses (bytes);
    }
  else
    g_message ("the addresses of what was dropped: %s", error->message);
  end (self, files);
  g_slist_free_full (files, g_object_unref);
}

static void
addresses_opened_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(Reading) self = user_data;
  g_autoptr(GError) error = NULL;
  const char *type;
  g_autoptr(GInputStream) input = gdk_drop_read_finish (GDK_DROP (object), result, &type, &error);
  g_autoptr(GOutputStream) output = NULL;

  if (input == NULL)
    {
      g_message ("what was dropped has no addresses: %s", error->message);
      end (self, NULL);
      return;
    }
  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, addresses_read_cb, g_steal_pointer (&self));
}

static void
files_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  static const char *types[] = { ADDRESSES, NULL };
  g_autoptr(Reading) self = user_data;
  g_autoptr(GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (object), result, &error);
  g_autoptr(GSList) files = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  if (files != NULL)
    {
      end (self, files);
      return;
    }
  g_message ("what was dropped is no list of files: %s", error != NULL ? error->message : "it is empty");
  gdk_drop_read_async (GDK_DROP (object), types, G_PRIORITY_DEFAULT, NULL, addresses_opened_cb,
                       g_steal_pointer (&self));
}

static gboolean
dropped_cb (VelWindow *self,
            GdkDrop   *drop)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (self);
  reading->drop = g_object_ref (drop);
  gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, files_read_cb, reading);
  return TRUE;
}

/* Lets files be dropped anywhere on the window. GtkDropTarget would do, but
 * that it could not read what was dropped it tells nobody. */
void
vel_window_accept_drops (VelWindow *self)
{
  GdkContentFormats *formats = gdk_content_formats_new_for_gtype (GDK_TYPE_FILE_LIST);
  GtkDropTargetAsync *target = gtk_drop_target_async_new (formats, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-window");
}
