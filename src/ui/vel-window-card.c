/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-task.h"

/* A card that is named from outside, as a reminder does: "deal:121092717248970753". */

static const VelEntity * const entities[] = { &vel_customer_entity, &vel_deal_entity, &vel_task_entity };

static const VelEntity *
parse (const char *page,
       gint64     *id)
{
  const char *colon = strchr (page, ':');

  for (gsize i = 0; colon != NULL && i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i]->name) == (gsize) (colon - page) && g_str_has_prefix (page, entities[i]->name) &&
        g_ascii_string_to_signed (colon + 1, 10, 1, G_MAXINT64, id, NULL))
      return entities[i];
  return NULL;
}

/**
 * vel_window_is_card:
 * @page: what somebody wants to see
 *
 * Returns: whether it names a card, as "customer:", "deal:" or "task:" and an id
 */
gboolean
vel_window_is_card (const char *page)
{
  gint64 id;

  return parse (page, &id) != NULL;
}

/* Shows the card that is named; a task is seen before the card of its deal or its customer. */
void
vel_window_show_card (VelWindow  *self,
                      const char *page)
{
  VelBook *book = vel_window_get_book (self);
  gint64 id = 0;
  const VelEntity *entity = parse (page, &id);
  g_autoptr(VelRecord) record = book != NULL ? vel_book_get_record (book, entity, id, NULL) : NULL;

  if (record == NULL)
    {
      vel_doing_tell (GTK_WIDGET (self), _("What was to be shown is no longer in the customer book."));
      return;
    }
  if (entity == &vel_task_entity)
    {
      const gint64 deal = vel_record_get_integer (record, "deal");
      const gint64 customer = vel_record_get_integer (record, "customer");

      if (deal != 0 || customer != 0)
        gtk_widget_activate_action (GTK_WIDGET (self), deal != 0 ? "win.show-deal" : "win.show-customer",
                                    "x", deal != 0 ? deal : customer);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x", id);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), entity == &vel_deal_entity ? "win.show-deal" : "win.show-customer",
                              "x", id);
}
