/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bubble.h"

#include <glib/gi18n-lib.h>

/* What all bubbles of this program have in common. */

/**
 * vel_bubble_new:
 * @summary: its heading
 * @text: what stands below it, as plain text
 *
 * Returns: (transfer full): a bubble that stays until it is answered; nobody sees
 *   it before notify_notification_show()
 */
NotifyNotification *
vel_bubble_new (const char *summary,
                const char *text)
{
  g_autofree char *body = g_markup_escape_text (text, -1);
  NotifyNotification *bubble;

  if (!notify_is_initted ())
    notify_init (_("Velinimet"));
  bubble = notify_notification_new (summary, body, APPLICATION_ID);
  notify_notification_set_timeout (bubble, NOTIFY_EXPIRES_NEVER);
  notify_notification_set_category (bubble, "x-velinimet.reminder");
  notify_notification_set_hint (bubble, "desktop-entry", g_variant_new_string (APPLICATION_ID));
  return bubble;
}

/**
 * vel_bubble_update:
 * @bubble: a bubble
 * @summary: its heading
 * @text: what stands below it, as plain text
 *
 * Says something else with it, as soon as it is shown again.
 */
void
vel_bubble_update (NotifyNotification *bubble,
                   const char         *summary,
                   const char         *text)
{
  g_autofree char *body = g_markup_escape_text (text, -1);

  notify_notification_update (bubble, summary, body, APPLICATION_ID);
}
