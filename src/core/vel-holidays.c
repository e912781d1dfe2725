/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-holidays.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-date-format.h"
#include "vel-date.h"
#include "vel-due.h"
#include "vel-json.h"
#include "vel-text.h"

/**
 * VelHolidays:
 *
 * The days on which most people do not work: "04-23" of every year, "2026-03-20" of
 * one. They are read from a table that the user can edit, and do not change: with
 * another entry, or without one, they are others.
 */
struct _VelHolidays
{
  char       *json;     /* (owned): as it was read, with what others may have written beside */
  GPtrArray  *entries;  /* (owned) (element-type VelHolidayEntry): in the order of the file */
  GHashTable *days;     /* (owned): day -> VelHoliday, of the entries */
};

#define LEAP_YEAR "2024-"

static void
entry_free (gpointer data)
{
  VelHolidayEntry *self = data;

  g_free (self->day);
  g_free (self->holiday.name);
  g_free (self->holiday.name_en);
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

static gboolean
fail (guint    position,
      GError **error)
{
  /* Translators: %u counts from 1 */
  g_autofree char *sentence = g_strdup_printf (_("Entry %u of the holidays is not understood: it needs a “day” such as "
                                                 "“04-23” or “2026-03-20” and a “name”."), position + 1);

  return vel_text_fail (error, sentence);
}

/* A day of every year is looked at in a leap year. */
static char *
dup_first (const char *day)
{
  return strlen (day) == strlen ("04-23") ? g_strconcat (LEAP_YEAR, day, NULL) : g_strdup (day);
}

/* What a line of text is for people; nothing, where there is none. */
static char *
dup_name (JsonObject *object,
          const char *member)
{
  const char *text = get_string (object, member);
  g_autofree char *name = text != NULL ? vel_text_clean_line (text) : NULL;

  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : NULL;
}

static gboolean
add_entry (VelHolidays  *self,
           JsonNode     *node,
           guint         position,
           GError      **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *day = object != NULL ? get_string (object, "day") : NULL;
  const gint64 n_days = object != NULL ? get_integer (object, "days", 1) : 0;
  g_autofree char *name = object != NULL ? dup_name (object, "name") : NULL;
  g_autofree char *first = day != NULL ? dup_first (day) : NULL;
  VelHolidayEntry *entry;
  VelDue parts;

  if (name == NULL || first == NULL || !vel_due_split (first, &parts) || parts.has_time ||
      n_days < 1 || n_days > VEL_HOLIDAY_MAX_DAYS)
    return fail (position, error);

  entry = g_new0 (VelHolidayEntry, 1);
  entry->day = g_strdup (day);
  entry->n_days = (guint) n_days;
  entry->holiday.name = g_steal_pointer (&name);
  entry->holiday.name_en = dup_name (object, "name_en");
  entry->holiday.is_half = get_boolean (object, "half");
  g_ptr_array_add (self->entries, entry);
  for (gint64 i = 0; i < n_days; i++)
    {
      g_autofree char *each = vel_due_add_days (first, (int) i);

      if (each == NULL)
        break;
      g_hash_table_replace (self->days, g_strdup (each + strlen (first) - strlen (day)), &entry->holiday);
    }
  return TRUE;
}

/* Afterwards the parser no longer knows. */
static void
error_cb (JsonParser   *parser,
          const GError *error,
          guint        *line)
{
  *line = MAX (json_parser_get_current_line (parser), 1);
}

static gboolean
load (JsonParser  *parser,
      const char  *json,
      gsize        length,
      GError     **error)
{
  g_autofree char *sentence = NULL;
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (error_cb), &line);
  if (!g_utf8_validate_len (json, length, NULL))
    return vel_text_fail (error, _("The file of holidays is not written in UTF-8."));
  if (!vel_json_is_too_deep (json, length) && json_parser_load_from_data (parser, json, (gssize) length, NULL))
    return TRUE;
  /* Translators: %u counts from 1 */
  sentence = g_strdup_printf (_("The file of holidays is not understood near line %u: a comma, a quote or a bracket is "
                                "missing there, or is one too many."), line);
  return vel_text_fail (error, sentence);
}

/**
 * vel_holidays_parse:
 * @json: what the file of holidays holds
 * @length: its length in bytes, or -1
 * @error: (out): a #VelTextError whose message is a sentence for the user
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
  const gsize size = length < 0 ? strlen (json) : (gsize) length;
  JsonNode *root;
  JsonNode *list;
  JsonArray *entries;

  self->json = g_strndup (json, size);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!load (parser, json, size, error))
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
  g_ptr_array_unref (self->entries);
  g_free (self->json);
  g_free (self);
}

/**
 * vel_holidays_to_json:
 * @self: the holidays
 *
 * Returns: (transfer full): what the file of holidays holds, for vel_holidays_parse()
 */
char *
vel_holidays_to_json (VelHolidays *self)
{
  return g_strdup (self->json);
}

/**
 * vel_holidays_get_n_entries:
 * @self: the holidays
 *
 * Returns: how many lines the table has
 */
guint
vel_holidays_get_n_entries (VelHolidays *self)
{
  return self->entries->len;
}

/**
 * vel_holidays_get_entry:
 * @self: the holidays
 * @position: less than vel_holidays_get_n_entries()
 *
 * Returns: (transfer none): a line of the table
 */
const VelHolidayEntry *
vel_holidays_get_entry (VelHolidays *self,
                        guint        position)
{
  g_return_val_if_fail (position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

/* Whatever else stands in the file stays in it. */
static VelHolidays *
rewrite (VelHolidays            *self,
         const VelHolidayEntry  *added,
         int                     removed,
         GError                **error)
{
  g_autoptr(JsonNode) root = vel_json_from_string (self->json);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "holidays");
  g_autofree char *json = NULL;
  g_autofree char *line = NULL;

  if (removed >= 0)
    json_array_remove_element (entries, (guint) removed);
  if (added != NULL)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "day", added->day);
      json_object_set_string_member (object, "name", added->holiday.name);
      if (added->holiday.name_en != NULL)
        json_object_set_string_member (object, "name_en", added->holiday.name_en);
      if (added->n_days != 1)
        json_object_set_int_member (object, "days", added->n_days);
      if (added->holiday.is_half)
        json_object_set_boolean_member (object, "half", TRUE);
      json_array_add_object_element (entries, object);
    }
  json = vel_json_to_string (root, TRUE);
  line = g_strconcat (json, "\n", NULL);
  return vel_holidays_parse (line, -1, error);
}

/**
 * vel_holidays_add:
 * @self: the holidays
 * @entry: another one
 * @error: (out): a #VelTextError whose message is a sentence for the user
 *
 * Where an entry begins on the very same day, nothing is added.
 *
 * Returns: (transfer full) (nullable): the holidays with it; @self stays as it is
 */
VelHolidays *
vel_holidays_add (VelHolidays            *self,
                  const VelHolidayEntry  *entry,
                  GError                **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const VelHolidayEntry *other = g_ptr_array_index (self->entries, i);

      if (g_str_equal (other->day, entry->day))
        {
          /* Translators: %s is the name of a holiday */
          g_autofree char *sentence = g_strdup_printf (_("“%s” is on this day already."),
                                                       vel_holiday_get_name (&other->holiday));

          vel_text_fail (error, sentence);
          return NULL;
        }
    }
  return rewrite (self, entry, -1, error);
}

/**
 * vel_holidays_remove:
 * @self: the holidays
 * @position: less than vel_holidays_get_n_entries()
 *
 * Returns: (transfer full): the holidays without that entry; @self stays as it is
 */
VelHolidays *
vel_holidays_remove (VelHolidays *self,
                     guint        position)
{
  g_return_val_if_fail (position < self->entries->len, NULL);

  return rewrite (self, NULL, (int) position, NULL);
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
 * vel_holiday_parse_day:
 * @text: a day as people write it, "23 Nisan", "20.03.2027"
 * @day: (out) (transfer full): the day as entries have it; of every year, where no
 *   year is written
 * @error: (out): a #VelTextError whose message is a sentence for the user
 *
 * Returns: %FALSE with @error set if the text is not a day
 */
gboolean
vel_holiday_parse_day (const char  *text,
                       char       **day,
                       GError     **error)
{
  g_autofree char *birthday = NULL;

  if (vel_date_parse (text, VEL_DATE_ORDER_DAY_FIRST, day, NULL))
    return TRUE;
  if (!vel_birthday_parse (text, VEL_DATE_ORDER_DAY_FIRST, &birthday, error))
    return FALSE;
  /* "--04-23", for a year would have been read before. */
  *day = g_strdup (birthday + strlen (birthday) - strlen ("04-23"));
  return TRUE;
}

static char *
format_day (const char *iso,
            gboolean    is_yearly)
{
  g_autofree char *yearless = NULL;

  if (!is_yearly)
    return vel_date_format (iso);
  yearless = g_strconcat ("--", iso + strlen (LEAP_YEAR), NULL);
  return vel_date_format (yearless);
}

/**
 * vel_holiday_entry_say_days:
 * @self: a line of the table of holidays
 *
 * Returns: (transfer full): when it is, in the language of the interface: "23 Nisan",
 *   "20 Mart 2026 – 22 Mart 2026"
 */
char *
vel_holiday_entry_say_days (const VelHolidayEntry *self)
{
  g_autofree char *first = dup_first (self->day);
  const gboolean is_yearly = !g_str_equal (first, self->day);
  g_autofree char *last = vel_due_add_days (first, self->n_days - 1);
  g_autofree char *from = format_day (first, is_yearly);
  g_autofree char *to = NULL;

  if (last == NULL || g_str_equal (first, last))
    return g_steal_pointer (&from);
  to = format_day (last, is_yearly);
  /* Translators: from a day to another */
  return g_strdup_printf (_("%1$s – %2$s"), from, to);
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
