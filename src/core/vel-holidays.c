/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-holidays.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-due.h"
#include "vel-text.h"

/**
 * VelHolidays:
 *
 * The days on which most people do not work, by their day: "04-23" of every year,
 * "2026-03-20" of one. They are read from a table that the user can edit.
 */
struct _VelHolidays
{
  GHashTable *days;  /* (owned): day -> VelHoliday */
};

/* Nobody celebrates for longer. */
#define MAX_DAYS 31

static void
holiday_free (gpointer data)
{
  VelHoliday *self = data;

  g_free (self->name);
  g_free (self->name_en);
  g_free (self);
}

/* A file that somebody has edited may hold anything anywhere. */
static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static gint64
get_integer (JsonObject *object,
             const char *member,
             gint64      otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return otherwise;
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

static gboolean
get_boolean (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

static void
add (VelHolidays *self,
     const char  *day,
     const char  *name,
     const char  *name_en,
     gboolean     is_half)
{
  VelHoliday *holiday = g_new0 (VelHoliday, 1);

  holiday->name = g_strdup (name);
  holiday->name_en = g_strdup (name_en);
  holiday->is_half = is_half;
  g_hash_table_replace (self->days, g_strdup (day), holiday);
}

static gboolean
fail (guint    position,
      GError **error)
{
  /* Translators: %u counts from 1 */
  g_autofree char *sentence = g_strdup_printf (_("Entry %u of the holidays is not understood: it needs a “day” such as "
                                                 "“04-23” or “2026-03-20” and a “name”."), position + 1);

  return vel_text_fail (error, sentence);
}

static gboolean
add_entry (VelHolidays  *self,
           JsonNode     *node,
           guint         position,
           GError      **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *day = object != NULL ? get_string (object, "day") : NULL;
  const char *name = object != NULL ? get_string (object, "name") : NULL;
  const gint64 n_days = object != NULL ? get_integer (object, "days", 1) : 0;
  /* A day of every year is looked at in a leap year. */
  const gboolean is_yearly = day != NULL && strlen (day) == strlen ("04-23");
  g_autofree char *first = is_yearly ? g_strconcat ("2024-", day, NULL) : g_strdup (day);
  VelDue parts;

  if (name == NULL || *name == '\0' || first == NULL || !vel_due_split (first, &parts) || parts.has_time ||
      n_days < 1 || n_days > MAX_DAYS)
    return fail (position, error);
  for (gint64 i = 0; i < n_days; i++)
    {
      g_autofree char *each = vel_due_add_minutes (first, i * 24 * 60);

      if (each == NULL)
        break;
      add (self, is_yearly ? each + strlen ("2024-") : each, name, get_string (object, "name_en"),
           get_boolean (object, "half"));
    }
  return TRUE;
}

/**
 * vel_holidays_parse:
 * @json: what the file of holidays holds
 * @length: its length in bytes, or -1
 * @error: (out): a #VelTextError whose message is a sentence for the user, or a #JsonParserError
 *
 * Returns: (transfer full) (nullable): the holidays
 */
VelHolidays *
vel_holidays_parse (const char  *json,
                    gssize       length,
                    GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(VelHolidays) self = g_new0 (VelHolidays, 1);
  JsonNode *root;
  JsonNode *list;
  JsonArray *entries;

  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, holiday_free);
  if (!json_parser_load_from_data (parser, json, length, error))
    return NULL;
  root = json_parser_get_root (parser);
  list = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
           ? json_object_get_member (json_node_get_object (root), "holidays") : NULL;
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      vel_text_fail (error, _("The file of holidays has no list of “holidays”."));
      return NULL;
    }
  entries = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    if (!add_entry (self, json_array_get_element (entries, i), i, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * vel_holidays_free:
 * @self: (transfer full): the holidays
 */
void
vel_holidays_free (VelHolidays *self)
{
  g_hash_table_unref (self->days);
  g_free (self);
}

/**
 * vel_holidays_find:
 * @self: the holidays
 * @day: a day, "2026-04-23"
 *
 * Returns: (transfer none) (nullable): what is celebrated then; what belongs to
 *   that year alone comes before what comes every year, unless it is a half day
 */
const VelHoliday *
vel_holidays_find (VelHolidays *self,
                   const char  *day)
{
  const VelHoliday *once = g_hash_table_lookup (self->days, day);
  const VelHoliday *yearly = strlen (day) > strlen ("2026-")
                               ? g_hash_table_lookup (self->days, day + strlen ("2026-")) : NULL;

  if (once != NULL && yearly != NULL)
    return once->is_half && !yearly->is_half ? yearly : once;
  return once != NULL ? once : yearly;
}

/**
 * vel_holiday_get_name:
 * @self: a holiday
 *
 * Returns: (transfer none): its name, in English where the program speaks it
 */
const char *
vel_holiday_get_name (const VelHoliday *self)
{
  return self->name_en != NULL && !g_str_has_prefix (vel_language_get (), "tr") ? self->name_en : self->name;
}
