/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-drag-escape.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#include <X11/extensions/XInput2.h>
#endif

/* Escape while something is dragged. With Wayland the compositor sees to it. With
 * X11, GTK 4 takes the key for itself, on the root window, and then loses the
 * event, since that window is none of its own: so it is read here, before GTK. */

#ifdef GDK_WINDOWING_X11
static gboolean
is_escape (GdkDisplay *display,
           guint       keycode)
{
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;

  if (!gdk_display_map_keyval (display, GDK_KEY_Escape, &keys, &n_keys))
    return FALSE;
  for (int i = 0; i < n_keys; i++)
    if (keys[i].keycode == keycode)
      return TRUE;
  return FALSE;
}

static gboolean
xevent_cb (GdkDisplay *display,
           gpointer    event,
           GdkDrag    *drag)
{
  const XEvent *xevent = event;
  guint keycode = 0;

  if (xevent->type == KeyPress)
    keycode = xevent->xkey.keycode;
  else if (xevent->type == GenericEvent && xevent->xcookie.data != NULL && xevent->xcookie.evtype == XI_KeyPress)
    keycode = ((const XIDeviceEvent *) xevent->xcookie.data)->detail;
  if (keycode == 0 || !is_escape (display, keycode))
    return FALSE;
  /* The function of a drag source ends what is shown, and leaves the pointer grabbed. */
  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);
  return TRUE;
}

static void
forget (GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), xevent_cb, drag);
}
#endif

/**
 * vel_drag_escape_watch:
 * @drag: something that has just been lifted
 *
 * Lets Escape cancel it, as long as it is in the air.
 */
void
vel_drag_escape_watch (GdkDrag *drag)
{
  g_return_if_fail (GDK_IS_DRAG (drag));

#ifdef GDK_WINDOWING_X11
  if (!GDK_IS_X11_DISPLAY (gdk_drag_get_display (drag)))
    return;
  g_signal_connect_object (gdk_drag_get_display (drag), "xevent", G_CALLBACK (xevent_cb), drag, G_CONNECT_DEFAULT);
  /* What has been let go is not cancelled any more, though it lives until the drop is over. */
  g_signal_connect (drag, "drop-performed", G_CALLBACK (forget), NULL);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (forget), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (forget), NULL);
#endif
}
