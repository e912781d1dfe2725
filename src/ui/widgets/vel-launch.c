/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-launch.h"

#include <glib/gi18n.h>

#include "vel-doing.h"

/* What the book holds came from many hands and files. Only what calls, writes,
 * shows a page or a place is ever handed to other programs. */
static const char * const schemes[] = { "tel", "mailto", "https", "http", "geo", NULL };

/**
 * vel_launch_is_allowed:
 * @uri: an address
 *
 * Returns: whether vel_launch_uri() opens it
 */
gboolean
vel_launch_is_allowed (const char *uri)
{
  g_autofree char *scheme = g_uri_parse_scheme (uri);
  g_autofree char *small = scheme != NULL ? g_ascii_strdown (scheme, -1) : NULL;

  return small != NULL && g_strv_contains (schemes, small) && g_utf8_validate (uri, -1, NULL);
}

static char *
say_failure (const char *uri)
{
  if (g_ascii_strncasecmp (uri, "tel:", 4) == 0)
    return g_strdup_printf (_("No program here makes calls. The number is %s."), uri + 4);
  if (g_ascii_strncasecmp (uri, "mailto:", 7) == 0)
    return g_strdup_printf (_("No program here writes e-mails. The address is %s."), uri + 7);
  if (g_ascii_strncasecmp (uri, "geo:", 4) == 0)
    return g_strdup (_("No program here shows maps."));
  return g_strdup_printf (_("“%s” could not be opened."), uri);
}

typedef struct
{
  GtkWidget *widget;  /* (owned) */
  char      *uri;     /* (owned) */
} Launch;

static void
launched_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Launch *launch = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    {
      g_autofree char *sentence = say_failure (launch->uri);

      g_message ("%s: %s", launch->uri, error->message);
      vel_doing_tell (launch->widget, sentence);
    }
  g_object_unref (launch->widget);
  g_free (launch->uri);
  g_free (launch);
}

static void
launch_uri (GtkWidget  *widget,
            const char *uri)
{
  g_autoptr(GAppLaunchContext) context =
    G_APP_LAUNCH_CONTEXT (gdk_display_get_app_launch_context (gtk_widget_get_display (widget)));
  Launch *launch = g_new0 (Launch, 1);

  launch->widget = g_object_ref (widget);
  launch->uri = g_strdup (uri);
  g_app_info_launch_default_for_uri_async (uri, context, NULL, launched_cb, launch);
}

/**
 * vel_launch_uri:
 * @widget: the widget that asks
 * @uri: an address; anything but a call, an e-mail, a page or a place is refused
 *
 * Opens @uri with the program that the user has for it, and tells the user
 * where there is none.
 */
void
vel_launch_uri (GtkWidget  *widget,
                const char *uri)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!vel_launch_is_allowed (uri))
    {
      g_autofree char *valid = g_utf8_make_valid (uri, -1);
      g_autofree char *sentence = g_strdup_printf (_("“%s” is not opened: it is neither a call nor an e-mail, "
                                                     "a page or a place."), valid);

      vel_doing_tell (widget, sentence);
      return;
    }
  launch_uri (widget, uri);
}

/**
 * vel_launch_file:
 * @widget: the widget that asks
 * @file: a file of the program's own
 *
 * Opens @file with the program that the user has for its like, and tells the
 * user where there is none.
 */
void
vel_launch_file (GtkWidget *widget,
                 GFile     *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  uri = g_file_get_uri (file);
  launch_uri (widget, uri);
}

/**
 * vel_launch_map_uri:
 * @place: an address of any number of lines
 *
 * Returns: (transfer full): a "geo:" URI (RFC 5870, with the query that map
 *   programs agree on) that searches for it
 */
char *
vel_launch_map_uri (const char *place)
{
  g_autofree char *line = g_strdelimit (g_strdup (place), "\n", ' ');
  g_autofree char *query = g_uri_escape_string (line, NULL, FALSE);

  return g_strconcat ("geo:0,0?q=", query, NULL);
}
