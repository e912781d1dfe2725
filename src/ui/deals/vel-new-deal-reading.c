/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-new-deal-private.h"

#include <glib/gi18n.h>

#include "vel-column-words.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-money.h"
#include "vel-text.h"

/* What was typed into the dialog, read: the values of a deal, and the change that adds it. */

/* The currency of a sum that does not name one. */
static const char *
get_currency (VelNewDeal *self)
{
  g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->settings), 0);
  VelRecord *setting = row != NULL ? vel_row_get_record (row) : NULL;
  const char *currency = setting != NULL ? vel_record_get_text (setting, "value") : NULL;

  return currency != NULL && vel_currency_is_known (currency) ? g_intern_string (currency) : "TRY";
}

/* Reads an entry, but that of the customer, into what a deal can hold. */
gboolean
vel_new_deal_parse (VelNewDeal  *self,
                    guint        entry,
                    VelValue    *value,
                    char       **currency,
                    GError     **error)
{
  gint64 amount;

  if (entry != AMOUNT)
    return vel_field_parse (vel_entity_find_field (&vel_deal_entity, vel_new_deal_fields[entry]),
                            vel_new_deal_get_text (self, entry), value, error);
  if (vel_new_deal_is_blank (self, AMOUNT))
    return TRUE;
  if (!vel_money_parse (vel_new_deal_get_text (self, AMOUNT), get_currency (self), &amount, currency, error))
    return FALSE;
  if (amount < 0)
    return vel_text_fail (error, _("The amount of a deal cannot be negative."));
  vel_value_set_integer (value, amount);
  return TRUE;
}

/* Who is not in the book yet comes into it in the same change. */
static gint64
add_customer (VelNewDeal *self,
              VelChange  *change)
{
  g_autofree char *name = g_strstrip (vel_text_clean_line (vel_new_deal_get_text (self, CUSTOMER)));
  const gint64 id = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, id, "kind",
                       vel_column_words_is_company (name) ? "organisation" : "person");
  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  return id;
}

/* The change that adds the deal, and the customer before it where they are new. */
VelChange *
vel_new_deal_make_change (VelNewDeal *self)
{
  g_autofree char *title = g_strstrip (vel_text_clean_line (vel_new_deal_get_text (self, TITLE)));
  VelChange *change = vel_change_new (N_("Add %s"), title, NULL);
  const gint64 customer = self->customer != 0 ? self->customer : add_customer (self, change);
  const gint64 id = vel_change_insert (change, &vel_deal_entity);
  const gint64 stage = vel_new_deal_get_stage (self);

  vel_change_set_integer (change, &vel_deal_entity, id, "customer", customer);
  if (stage != 0)
    vel_change_set_integer (change, &vel_deal_entity, id, "stage", stage);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_auto(VelValue) value = VEL_VALUE_INIT;
      g_autofree char *currency = NULL;

      if (i == CUSTOMER || !vel_new_deal_parse (self, i, &value, &currency, NULL) || value.kind == VEL_VALUE_NULL)
        continue;
      vel_change_take_value (change, &vel_deal_entity, id, vel_new_deal_fields[i], &value);
      if (currency != NULL)
        vel_change_set_text (change, &vel_deal_entity, id, "currency", currency);
    }
  return change;
}
