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

typedef struct
{
  GWeakRef   object;
  GCallback  pressed;
} Watch;

static void
free_watch (gpointer  data,
            GClosure *closure)
{
  Watch *watch = data;

  g_weak_ref_clear (&watch->object);
  g_free (watch);
}

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
           Watch      *watch)
{
  const XEvent *xevent = event;
  g_autoptr(GObject) object = NULL;
  guint keycode = 0;

  if (xevent->type == KeyPress)
    keycode = xevent->xkey.keycode;
  else if (xevent->type == GenericEvent && xevent->xcookie.data != NULL && xevent->xcookie.evtype == XI_KeyPress)
    keycode = ((const XIDeviceEvent *) xevent->xcookie.data)->detail;
  if (keycode == 0 || !is_escape (display, keycode))
    return FALSE;
  object = g_weak_ref_get (&watch->object);
  if (object != NULL)
    ((void (*) (gpointer)) watch->pressed) (object);
  return TRUE;
}
#endif

/**
 * vel_drag_escape_watch:
 * @display: the display on which something is dragged
 * @pressed: called with @object when Escape is pressed
 * @object: a #GObject, which is not owned
 *
 * Returns: what vel_drag_escape_forget() ends; 0 where the display sees to it by itself
 */
gulong
vel_drag_escape_watch (GdkDisplay *display,
                       GCallback   pressed,
                       gpointer    object)
{
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (display))
    {
      Watch *watch = g_new0 (Watch, 1);

      g_weak_ref_init (&watch->object, object);
      watch->pressed = pressed;
      return g_signal_connect_data (display, "xevent", G_CALLBACK (xevent_cb), watch, free_watch, G_CONNECT_DEFAULT);
    }
#endif
  return 0;
}

/**
 * vel_drag_escape_forget:
 * @display: the display
 * @watch: (inout): what vel_drag_escape_watch() has returned; 0 afterwards
 */
void
vel_drag_escape_forget (GdkDisplay *display,
                        gulong     *watch)
{
  g_clear_signal_handler (watch, display);
}
