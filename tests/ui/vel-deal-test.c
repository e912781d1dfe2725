/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-test.h"

#include "vel-deal.h"

/* A new deal; 0 stands for the first stage and for no amount. */
gint64
vel_deal_test_add (VelBook    *book,
                   gint64      customer,
                   const char *title,
                   gint64      stage,
                   gint64      amount,
                   const char *currency)
{
  g_autoptr(VelChange) change = vel_change_new ("Add %s", title, NULL);
  const gint64 id = vel_change_insert (change, &vel_deal_entity);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = NULL;

  vel_change_set_text (change, &vel_deal_entity, id, "title", title);
  vel_change_set_integer (change, &vel_deal_entity, id, "customer", customer);
  vel_change_set_text (change, &vel_deal_entity, id, "currency", currency);
  if (stage != 0)
    vel_change_set_integer (change, &vel_deal_entity, id, "stage", stage);
  if (amount != 0)
    vel_change_set_integer (change, &vel_deal_entity, id, "amount", amount);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  return g_array_index (commit->ids, gint64, 0);
}

static void
asked_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       place)
{
  *(gint64 *) place = g_variant_get_int64 (parameter);
}

static void
asked_new_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       place)
{
  g_variant_get (parameter, "(xx)", place, NULL);
}

static void
add (GSimpleActionGroup *group,
     const char         *name,
     gint64             *place)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE_INT64);

  g_signal_connect (action, "activate", G_CALLBACK (asked_cb), place);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/* Writes down what a window that is no #VelWindow is asked to show. */
void
vel_deal_test_watch (GtkWindow *window,
                     VelAsked  *asked)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) new_deal = g_simple_action_new ("new-deal", G_VARIANT_TYPE ("(xx)"));

  g_signal_connect (new_deal, "activate", G_CALLBACK (asked_new_cb), &asked->new_for);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (new_deal));
  add (group, "show-deal", &asked->deal);
  add (group, "show-customer", &asked->customer);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
}
