/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-repeat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-due.h"
#include "vel-text.h"

/* Repeats as they are stored: the value of an RRULE by RFC 5545, section 3.3.10.
 * Of what that allows, all is read that is of days; what is of weeks of the year,
 * or of hours and less, is refused with a sentence. */

#define MAX_INTERVAL 999
#define MAX_YEARS 99
#define MAX_COUNT 9999
#define MAX_SHOWN 40

static const char * const units[] = {
  [VEL_REPEAT_DAYS] = "DAILY",
  [VEL_REPEAT_WEEKS] = "WEEKLY",
  [VEL_REPEAT_MONTHS] = "MONTHLY",
  [VEL_REPEAT_YEARS] = "YEARLY",
};

/* From Monday on. */
static const char * const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

static const struct
{
  const char *key;
  int         max;
  gboolean    from_end;
} parts[] = {
  [VEL_REPEAT_WEEKDAY] = { "BYDAY", 53, TRUE },
  [VEL_REPEAT_MONTH_DAY] = { "BYMONTHDAY", 31, TRUE },
  [VEL_REPEAT_YEAR_DAY] = { "BYYEARDAY", 366, TRUE },
  [VEL_REPEAT_MONTH] = { "BYMONTH", 12, FALSE },
  [VEL_REPEAT_CHOICE] = { "BYSETPOS", 366, TRUE },
};

/**
 * vel_repeat_free:
 * @self: (transfer full): a repeat
 */
void
vel_repeat_free (VelRepeat *self)
{
  for (guint i = 0; i < VEL_REPEAT_N_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_array_unref);
  g_free (self->until);
  g_free (self);
}

static gboolean
fail_value (GError     **error,
            const char  *word)
{
  g_autofree char *shown = g_utf8_make_valid (word, MIN (strlen (word), MAX_SHOWN));
  g_autofree char *message = g_strdup_printf (
    _("“%s” is not understood in a repeat. Write it as in FREQ=MONTHLY;BYMONTHDAY=5."), shown);

  return vel_text_fail (error, message);
}

/* A whole number with a sign or without, and what comes after it. */
static gboolean
read_number (const char  *text,
             int         *number,
             const char **rest)
{
  const gboolean signed_ = *text == '-' || *text == '+';
  const char *digits = text + signed_;
  gsize length = strspn (digits, "0123456789");

  if (length == 0 || length > 4)
    return FALSE;
  *number = (int) g_ascii_strtoll (digits, NULL, 10) * (*text == '-' ? -1 : 1);
  *rest = digits + length;
  return TRUE;
}

static int
find_weekday (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (g_str_equal (text, weekdays[i]))
      return i + 1;
  return 0;
}

/* "MO", "1MO", "-1SU" */
static gboolean
read_weekday (const char *text,
              int        *value)
{
  const char *rest = text;
  int position = 0;
  int day;

  if (read_number (text, &position, &rest) && (position == 0 || ABS (position) > parts[VEL_REPEAT_WEEKDAY].max))
    return FALSE;
  day = find_weekday (rest);
  *value = position * 10 + (position < 0 ? -day : day);
  return day != 0;
}

static gboolean
read_part (VelRepeat      *self,
           VelRepeatPart   part,
           const char     *text,
           GError        **error)
{
  g_auto(GStrv) values = g_strsplit (text, ",", -1);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; values[i] != NULL; i++)
    {
      const char *rest = "";
      int value;

      if (part == VEL_REPEAT_WEEKDAY ? !read_weekday (values[i], &value)
                                     : (!read_number (values[i], &value, &rest) || *rest != '\0' || value == 0 ||
                                        ABS (value) > parts[part].max || (value < 0 && !parts[part].from_end)))
        return fail_value (error, values[i]);
      g_array_append_val (found, value);
    }
  if (found->len == 0 || self->parts[part] != NULL)
    return fail_value (error, parts[part].key);
  self->parts[part] = g_steal_pointer (&found);
  return TRUE;
}

/* "20261231", "20261231T090000", and with a Z, the local clock of that instant. */
static gboolean
read_until (VelRepeat   *self,
            const char  *text,
            GError     **error)
{
  const gsize length = strlen (text);
  const gboolean has_time = length == 15 || (length == 16 && text[15] == 'Z');
  g_autofree char *due = NULL;

  if (strspn (text, "0123456789") < 8 || !(length == 8 || (has_time && text[8] == 'T' && strspn (text + 9, "0123456789") == 6)))
    return fail_value (error, text);
  due = has_time ? g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11)
                 : g_strdup_printf ("%.4s-%.2s-%.2s", text, text + 4, text + 6);
  if (self->until != NULL || !vel_due_split (due, NULL))
    return fail_value (error, text);
  if (length == 16)
    {
      g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
      gint64 instant;

      vel_due_to_utc (due, "00:00", utc, &instant);
      self->until = vel_due_from_utc (instant);
      return TRUE;
    }
  self->until = g_steal_pointer (&due);
  return TRUE;
}

static gboolean
read_unit (VelRepeat   *self,
           const char  *text,
           GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (text, units[i]))
      {
        self->unit = i;
        return TRUE;
      }
  if (g_str_equal (text, "HOURLY") || g_str_equal (text, "MINUTELY") || g_str_equal (text, "SECONDLY"))
    return vel_text_fail (error, _("A task is repeated after days, weeks, months or years, not after hours or less."));
  return fail_value (error, text);
}

static gboolean
read_amount (const char  *text,
             int          max,
             int         *amount,
             GError     **error)
{
  const char *rest;

  if (!g_ascii_isdigit (*text) || !read_number (text, amount, &rest) || *rest != '\0' || *amount < 1 || *amount > max)
    return fail_value (error, text);
  return TRUE;
}

static gboolean
read_pair (VelRepeat   *self,
           const char  *key,
           const char  *value,
           GError     **error)
{
  for (guint i = 0; i < VEL_REPEAT_N_PARTS; i++)
    if (g_str_equal (key, parts[i].key))
      return read_part (self, i, value, error);
  if (g_str_equal (key, "FREQ"))
    return read_unit (self, value, error);
  if (g_str_equal (key, "INTERVAL"))
    return read_amount (value, MAX_INTERVAL, &self->interval, error);
  if (g_str_equal (key, "COUNT"))
    return read_amount (value, MAX_COUNT, &self->count, error);
  if (g_str_equal (key, "UNTIL"))
    return read_until (self, value, error);
  if (g_str_equal (key, "WKST"))
    {
      self->week_start = find_weekday (value);
      return self->week_start != 0 || fail_value (error, value);
    }
  if (g_str_equal (key, "BYHOUR") || g_str_equal (key, "BYMINUTE") || g_str_equal (key, "BYSECOND"))
    return vel_text_fail (error, _("The time of day of a repeat is that of the task itself."));
  return fail_value (error, key);
}

/* What does not go together by the standard, or would be taken for something else. */
static gboolean
check_whole (const VelRepeat  *self,
             GError          **error)
{
  const GArray *days = self->parts[VEL_REPEAT_WEEKDAY];
  const GArray *month_days = self->parts[VEL_REPEAT_MONTH_DAY];
  gboolean others = FALSE;

  for (guint i = 0; i < VEL_REPEAT_CHOICE; i++)
    others = others || self->parts[i] != NULL;
  if (self->count > 0 && self->until != NULL)
    return vel_text_fail (error, _("A repeat ends after so many times or on a day, not both."));
  if (self->unit == VEL_REPEAT_YEARS && self->interval > MAX_YEARS)
    return vel_text_fail (error, _("A repeat of more than 99 years is not understood."));
  if (self->unit == VEL_REPEAT_WEEKS && self->parts[VEL_REPEAT_MONTH_DAY] != NULL)
    return fail_value (error, parts[VEL_REPEAT_MONTH_DAY].key);
  /* libical does not find these; by months they are the same. */
  for (guint i = 0; self->unit == VEL_REPEAT_DAYS && month_days != NULL && i < month_days->len; i++)
    if (g_array_index (month_days, int, i) < 0)
      return fail_value (error, parts[VEL_REPEAT_MONTH_DAY].key);
  if (self->unit != VEL_REPEAT_YEARS && self->parts[VEL_REPEAT_YEAR_DAY] != NULL)
    return fail_value (error, parts[VEL_REPEAT_YEAR_DAY].key);
  if (self->parts[VEL_REPEAT_CHOICE] != NULL && (!others || self->unit < VEL_REPEAT_MONTHS))
    return fail_value (error, parts[VEL_REPEAT_CHOICE].key);
  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      const int position = ABS (g_array_index (days, int, i)) / 10;

      if (position > 0 && (self->unit < VEL_REPEAT_MONTHS || (self->unit == VEL_REPEAT_MONTHS && position > 5)))
        return fail_value (error, parts[VEL_REPEAT_WEEKDAY].key);
    }
  return TRUE;
}

/**
 * vel_repeat_parse:
 * @text: the value of an RRULE, with or without that word before it
 * @error: (out): a #VelTextError whose message is a sentence for the user
 *
 * Returns: (transfer full) (nullable): the repeat; whether its days ever come has
 *   not been asked
 */
VelRepeat *
vel_repeat_parse (const char  *text,
                  GError     **error)
{
  g_autoptr(VelRepeat) self = g_new0 (VelRepeat, 1);
  g_autofree char *upper = g_ascii_strup (text, -1);
  const char *value = g_strstrip (upper);
  g_auto(GStrv) pairs = NULL;
  gboolean has_unit = FALSE;

  self->interval = 1;
  self->week_start = 1;
  if (g_str_has_prefix (value, "RRULE:"))
    value += strlen ("RRULE:");
  pairs = g_strsplit (value, ";", -1);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (*pairs[i] == '\0' && pairs[i + 1] == NULL && i > 0)
        break;
      if (g_strv_length (pair) != 2 || (g_str_equal (pair[0], "FREQ") && has_unit))
        {
          fail_value (error, pairs[i]);
          return NULL;
        }
      has_unit = has_unit || g_str_equal (pair[0], "FREQ");
      if (!read_pair (self, pair[0], pair[1], error))
        return NULL;
    }
  if (!has_unit)
    {
      fail_value (error, value);
      return NULL;
    }
  return check_whole (self, error) ? g_steal_pointer (&self) : NULL;
}

static void
append_part (GString         *text,
             const VelRepeat *self,
             VelRepeatPart    part)
{
  for (guint i = 0; self->parts[part] != NULL && i < self->parts[part]->len; i++)
    {
      const int value = g_array_index (self->parts[part], int, i);

      if (i == 0)
        g_string_append_printf (text, ";%s=", parts[part].key);
      else
        g_string_append_c (text, ',');
      if (part != VEL_REPEAT_WEEKDAY || value / 10 != 0)
        g_string_append_printf (text, "%d", part == VEL_REPEAT_WEEKDAY ? value / 10 : value);
      if (part == VEL_REPEAT_WEEKDAY)
        g_string_append (text, weekdays[ABS (value) % 10 - 1]);
    }
}

/**
 * vel_repeat_to_text:
 * @self: a repeat
 *
 * Returns: (transfer full): the repeat as it is stored, always in the same order
 */
char *
vel_repeat_to_text (const VelRepeat *self)
{
  g_autoptr(GString) text = g_string_new ("FREQ=");

  g_string_append (text, units[self->unit]);
  if (self->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", self->interval);
  append_part (text, self, VEL_REPEAT_MONTH);
  append_part (text, self, VEL_REPEAT_YEAR_DAY);
  append_part (text, self, VEL_REPEAT_MONTH_DAY);
  append_part (text, self, VEL_REPEAT_WEEKDAY);
  append_part (text, self, VEL_REPEAT_CHOICE);
  if (self->week_start != 1)
    g_string_append_printf (text, ";WKST=%s", weekdays[self->week_start - 1]);
  if (self->count > 0)
    g_string_append_printf (text, ";COUNT=%d", self->count);
  if (self->until != NULL)
    {
      VelDue until;

      vel_due_split (self->until, &until);
      g_string_append_printf (text, ";UNTIL=%04d%02d%02d", until.year, until.month, until.day);
      if (until.has_time)
        g_string_append_printf (text, "T%02d%02d00", until.hour, until.minute);
    }
  return g_strdup (text->str);
}
