/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-cli.h"
#include "vel-date.h"
#include "vel-find-named.h"
#include "vel-item.h"
#include "vel-money.h"

/* --where FIELD=VALUE: what is written is read as the field reads it, in either
 * language, and becomes a filter of the book. */

static VelFilter *
is_one_of (const char         *name,
           const char * const *values)
{
  return vel_filter_new (VEL_FILTER_IS, name, values);
}

static VelFilter *
is_text (const char *name,
         const char *text)
{
  const char * const values[] = { text, NULL };

  return is_one_of (name, values);
}

static VelFilter *
is_integer (VelFilterOp  op,
            const char  *name,
            gint64       integer)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, integer);
  const char * const values[] = { text, NULL };

  return vel_filter_new (op, name, values);
}

/* A day without a time of day stands for all of that day, here and now. */
static VelFilter *
is_instant (const char *name,
            const char *text,
            gint64      utc)
{
  g_autofree char *iso = NULL;
  g_autoptr(GDateTime) begin = NULL;
  g_autoptr(GDateTime) end = NULL;
  VelFilter *filter;
  int year;
  int month;
  int day;

  if (!vel_date_parse (text, VEL_DATE_ORDER_DAY_FIRST, &iso, NULL) || !vel_date_split (iso, &year, &month, &day))
    return is_integer (VEL_FILTER_IS, name, utc);
  begin = g_date_time_new_local (year, month, day, 0, 0, 0);
  end = g_date_time_add_days (begin, 1);
  filter = vel_filter_new_join (VEL_FILTER_ALL);
  vel_filter_take (filter, is_integer (VEL_FILTER_FROM, name, g_date_time_to_unix (begin)));
  vel_filter_take (filter, is_integer (VEL_FILTER_BEFORE, name, g_date_time_to_unix (end)));
  return filter;
}

/* One of the items is so. Lists lie in the book as JSON without blanks. */
static VelFilter *
has_item (const char *name,
          const char *json)
{
  g_autoptr(GPtrArray) items = vel_items_parse (json);
  VelFilter *filter = vel_filter_new_join (VEL_FILTER_ANY);

  for (guint i = 0; i < items->len; i++)
    {
      const VelItem *item = g_ptr_array_index (items, i);
      g_autoptr(GPtrArray) alone = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
      g_autofree char *list = NULL;
      g_autofree char *member = NULL;
      const char *texts[] = { NULL, NULL };

      if (item->value == NULL)
        continue;
      g_ptr_array_add (alone, vel_item_new (NULL, item->value));
      list = vel_items_to_json (alone);
      /* [{"value":"…"}] without the brackets. */
      texts[0] = member = g_strndup (list + 2, strlen (list) - 4);
      vel_filter_take (filter, vel_filter_new (VEL_FILTER_CONTAINS, name, texts));
    }
  return filter;
}

/* So much money in one currency. */
static VelFilter *
is_money (const char *name,
          gint64      amount,
          const char *currency)
{
  VelFilter *filter = vel_filter_new_join (VEL_FILTER_ALL);

  vel_filter_take (filter, is_integer (VEL_FILTER_IS, name, amount));
  vel_filter_take (filter, is_text ("currency", currency));
  return filter;
}

/* A sum without a currency is meant in each that there is. */
static VelFilter *
parse_money (VelCli           *self,
             const VelEntity  *entity,
             const char       *name,
             const char       *text,
             GError          **error)
{
  g_autofree char *home = vel_find_home_currency (self->book, error);
  g_auto(GStrv) currencies = home != NULL ? vel_book_values (self->book, entity, "currency", error) : NULL;
  g_autoptr(VelFilter) filter = vel_filter_new_join (VEL_FILTER_ANY);
  g_autofree char *currency = NULL;
  gint64 amount;

  if (currencies == NULL)
    return NULL;
  currency = vel_cli_parse_money (text, home, FALSE, &amount, error);
  if (currency == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  vel_filter_take (filter, is_money (name, amount, currency));
  for (gsize i = 0; currencies[i] != NULL; i++)
    {
      g_autofree char *other = NULL;

      if (!vel_currency_is_known (currencies[i]) || g_str_equal (currencies[i], currency))
        continue;
      other = vel_cli_parse_money (text, currencies[i], FALSE, &amount, NULL);
      if (g_strcmp0 (other, currencies[i]) == 0)
        vel_filter_take (filter, is_money (name, amount, other));
    }
  return g_steal_pointer (&filter);
}

static VelFilter *
parse_link (VelCli          *self,
            const VelField  *field,
            const char      *text,
            GError         **error)
{
  gint64 id;

  return vel_cli_find_record (self, vel_entity_find (field->target), text, 0, &id, error)
           ? is_integer (VEL_FILTER_IS, field->name, id) : NULL;
}

/**
 * vel_cli_parse_where:
 * @self: a run, with its book open
 * @entity: what is asked for
 * @text: FIELD=VALUE
 * @error: (out): wrong usage, a #VelTextError, or why the book could not be asked
 *
 * Returns: (transfer full) (nullable): what must hold
 */
VelFilter *
vel_cli_parse_where (VelCli           *self,
                     const VelEntity  *entity,
                     const char       *text,
                     GError          **error)
{
  const char *value;
  g_autofree char *name = vel_cli_split (text, &value, error);
  g_auto(VelValue) parsed = VEL_VALUE_INIT;
  g_auto(GStrv) words = NULL;
  const VelField *field;
  gint64 id;

  if (name == NULL || !vel_cli_check_field (self, entity, &name, error))
    return NULL;
  field = vel_entity_find_field (entity, name);
  if (g_str_equal (name, "id"))
    return vel_cli_parse_id (value, &id, error) ? is_integer (VEL_FILTER_IS, name, id) : NULL;
  if (field == NULL)
    return is_text (name, value);

  if (field->type == VEL_FIELD_LINK && value[strspn (value, " \t\n")] != '\0')
    return parse_link (self, field, value, error);
  if (field->type == VEL_FIELD_MONEY && value[strspn (value, " \t\n")] != '\0')
    return parse_money (self, entity, name, value, error);
  if (!vel_field_parse (field, value, &parsed, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  if (vel_value_is_empty (&parsed))
    return is_text (name, "");
  switch (field->type)
    {
    case VEL_FIELD_DATE_TIME:
      return is_instant (name, value, parsed.integer);

    case VEL_FIELD_WORDS:
      words = vel_words_parse (parsed.text);
      return is_one_of (name, (const char * const *) words);

    case VEL_FIELD_ITEMS:
      return has_item (name, parsed.text);

    default:
      return parsed.kind == VEL_VALUE_INTEGER ? is_integer (VEL_FILTER_IS, name, parsed.integer)
                                              : is_text (name, parsed.text);
    }
}
