/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-repeat.h"

#include <glib/gi18n-lib.h>

#include "vel-date-format.h"
#include "vel-due.h"

/* Repeats as people say them. In Turkish the day takes an ending after "her ayın"
 * and none after "her", so that each has words of its own. */

static const char * const weekdays[] = {
  NC_("every weekday", "Monday"),
  NC_("every weekday", "Tuesday"),
  NC_("every weekday", "Wednesday"),
  NC_("every weekday", "Thursday"),
  NC_("every weekday", "Friday"),
  NC_("every weekday", "Saturday"),
  NC_("every weekday", "Sunday"),
};

static const char * const weekdays_of_month[] = {
  NC_("weekday of a month", "Monday"),
  NC_("weekday of a month", "Tuesday"),
  NC_("weekday of a month", "Wednesday"),
  NC_("weekday of a month", "Thursday"),
  NC_("weekday of a month", "Friday"),
  NC_("weekday of a month", "Saturday"),
  NC_("weekday of a month", "Sunday"),
};

static const char * const positions[] = {
  NC_("which of a month", "first"),
  NC_("which of a month", "second"),
  NC_("which of a month", "third"),
  NC_("which of a month", "fourth"),
  NC_("which of a month", "fifth"),
};

static const char * const month_days[] = {
  NC_("day of a month", "1st"), NC_("day of a month", "2nd"), NC_("day of a month", "3rd"),
  NC_("day of a month", "4th"), NC_("day of a month", "5th"), NC_("day of a month", "6th"),
  NC_("day of a month", "7th"), NC_("day of a month", "8th"), NC_("day of a month", "9th"),
  NC_("day of a month", "10th"), NC_("day of a month", "11th"), NC_("day of a month", "12th"),
  NC_("day of a month", "13th"), NC_("day of a month", "14th"), NC_("day of a month", "15th"),
  NC_("day of a month", "16th"), NC_("day of a month", "17th"), NC_("day of a month", "18th"),
  NC_("day of a month", "19th"), NC_("day of a month", "20th"), NC_("day of a month", "21st"),
  NC_("day of a month", "22nd"), NC_("day of a month", "23rd"), NC_("day of a month", "24th"),
  NC_("day of a month", "25th"), NC_("day of a month", "26th"), NC_("day of a month", "27th"),
  NC_("day of a month", "28th"), NC_("day of a month", "29th"), NC_("day of a month", "30th"),
  NC_("day of a month", "31st"),
};

#define WORKDAYS 0x1f
#define WEEKEND 0x60
#define ALL_DAYS 0x7f

static const char *
say (const char *context,
     const char *word)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, word);
}

static int
get_value (const VelRepeat *self,
           VelRepeatPart    part,
           guint            i)
{
  return g_array_index (self->parts[part], int, i);
}

static guint
count_values (const VelRepeat *self,
              VelRepeatPart    part)
{
  return self->parts[part] != NULL ? self->parts[part]->len : 0;
}

/* "a", "a and b", "a, b and c" */
static char *
join_words (GPtrArray *words)
{
  g_autoptr(GString) text = g_string_new (words->len > 0 ? g_ptr_array_index (words, 0) : "");

  for (guint i = 1; i + 1 < words->len; i++)
    g_string_append_printf (text, ", %s", (const char *) g_ptr_array_index (words, i));
  if (words->len < 2)
    return g_strdup (text->str);
  /* Translators: the last of a list of days: "Monday, Tuesday and Friday" */
  return g_strdup_printf (_("%s and %s"), text->str, (const char *) g_ptr_array_index (words, words->len - 1));
}

/* The weekdays as bits, Monday the lowest; 0 where one of them is told by its place, too. */
static guint
get_weekdays (const VelRepeat *self)
{
  guint bits = 0;

  for (guint i = 0; i < count_values (self, VEL_REPEAT_WEEKDAY); i++)
    {
      const int value = get_value (self, VEL_REPEAT_WEEKDAY, i);

      if (value / 10 != 0)
        return 0;
      bits |= 1u << (value - 1);
    }
  return bits;
}

static guint
get_weekday_of (const char *due)
{
  const GDateWeekday weekday = due != NULL ? vel_due_get_weekday (due) : G_DATE_BAD_WEEKDAY;

  return weekday != G_DATE_BAD_WEEKDAY ? 1u << (weekday - 1) : 0;
}

static char *
say_weekdays (guint bits)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if ((bits & (1u << i)) != 0)
      g_ptr_array_add (words, (gpointer) say ("every weekday", weekdays[i]));
  return join_words (words);
}

static char *
say_weeks (const VelRepeat *self,
           const char      *due)
{
  guint bits = get_weekdays (self);
  g_autofree char *on = NULL;

  if (bits == 0)
    bits = get_weekday_of (due);
  on = say_weekdays (bits);
  if (self->interval == 1 && bits == ALL_DAYS)
    return g_strdup (_("every day"));
  if (self->interval == 1 && bits == WORKDAYS)
    return g_strdup (_("every weekday"));
  if (self->interval == 1 && bits == WEEKEND)
    return g_strdup (_("every weekend"));
  if (self->interval == 1)
    /* Translators: days of the week: "every Monday and Friday" */
    return bits == 0 ? g_strdup (_("every week")) : g_strdup_printf (_("every %s"), on);
  return bits == 0
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d week", "every %d weeks", self->interval),
                              self->interval)
           /* Translators: every 2 weeks on Monday and Friday */
           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d week on %s", "every %d weeks on %s", self->interval),
                              self->interval, on);
}

/* "5th and 20th", "last day" */
static char *
say_month_days (const VelRepeat *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < count_values (self, VEL_REPEAT_MONTH_DAY); i++)
    {
      const int value = get_value (self, VEL_REPEAT_MONTH_DAY, i);

      if (value < -1)
        return NULL;
      g_ptr_array_add (words, (gpointer) (value < 0 ? C_("day of a month", "last day")
                                                    : say ("day of a month", month_days[value - 1])));
    }
  return join_words (words);
}

static const char *
say_position (int position)
{
  if (position == -1)
    return C_("which of a month", "last");
  return position >= 1 && position <= (int) G_N_ELEMENTS (positions) ? say ("which of a month", positions[position - 1])
                                                                     : NULL;
}

/* "first Monday", "last workday" */
static char *
say_place (const VelRepeat *self)
{
  const gboolean chosen = count_values (self, VEL_REPEAT_CHOICE) == 1;
  const int day = count_values (self, VEL_REPEAT_WEEKDAY) == 1 ? get_value (self, VEL_REPEAT_WEEKDAY, 0) : 0;
  const char *place = say_position (chosen ? get_value (self, VEL_REPEAT_CHOICE, 0) : day / 10);

  if (place == NULL || count_values (self, VEL_REPEAT_CHOICE) > 1 || (chosen && day / 10 != 0))
    return NULL;
  if (day != 0)
    /* Translators: the first Monday of a month, as in “every month on the first Monday” */
    return g_strdup_printf (C_("place and weekday", "%1$s %2$s"), place,
                            say ("weekday of a month", weekdays_of_month[ABS (day) % 10 - 1]));
  /* Translators: the last workday of a month */
  return get_weekdays (self) == WORKDAYS ? g_strdup_printf (_("%s workday"), place) : NULL;
}

static char *
say_months (const VelRepeat *self,
            const char      *due)
{
  g_autofree char *on = NULL;
  VelDue parts;

  if (count_values (self, VEL_REPEAT_MONTH_DAY) > 0)
    {
      if (count_values (self, VEL_REPEAT_WEEKDAY) + count_values (self, VEL_REPEAT_CHOICE) > 0 ||
          (on = say_month_days (self)) == NULL)
        return NULL;
    }
  else if (count_values (self, VEL_REPEAT_WEEKDAY) > 0)
    {
      if ((on = say_place (self)) == NULL)
        return NULL;
    }
  else if (due != NULL && vel_due_split (due, &parts))
    {
      on = g_strdup (say ("day of a month", month_days[parts.day - 1]));
    }

  if (on == NULL)
    return self->interval == 1 ? g_strdup (_("every month"))
                               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d month", "every %d months",
                                                               self->interval), self->interval);
  if (self->interval == 1)
    /* Translators: every month on the 5th, every month on the first Monday */
    return g_strdup_printf (_("every month on the %s"), on);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d month on the %s", "every %d months on the %s",
                                       self->interval), self->interval, on);
}

static char *
say_years (const VelRepeat *self,
           const char      *due)
{
  g_autofree char *day = NULL;
  g_autofree char *on = NULL;
  VelDue parts;

  if (count_values (self, VEL_REPEAT_MONTH) == 1 && count_values (self, VEL_REPEAT_MONTH_DAY) == 1 &&
      get_value (self, VEL_REPEAT_MONTH_DAY, 0) > 0)
    day = g_strdup_printf ("--%02d-%02d", get_value (self, VEL_REPEAT_MONTH, 0), get_value (self, VEL_REPEAT_MONTH_DAY, 0));
  else if (count_values (self, VEL_REPEAT_MONTH) + count_values (self, VEL_REPEAT_MONTH_DAY) > 0)
    return NULL;
  else if (due != NULL && vel_due_split (due, &parts))
    day = g_strdup_printf ("--%02d-%02d", parts.month, parts.day);
  if (count_values (self, VEL_REPEAT_WEEKDAY) + count_values (self, VEL_REPEAT_YEAR_DAY) > 0)
    return NULL;

  on = day != NULL ? vel_date_format (day) : NULL;
  if (self->interval == 1)
    /* Translators: a day without its year: "every year on 15 March" */
    return on == NULL ? g_strdup (_("every year")) : g_strdup_printf (_("every year on %s"), on);
  return on == NULL
           ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d year", "every %d years", self->interval),
                              self->interval)
           : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d year on %s", "every %d years on %s", self->interval),
                              self->interval, on);
}

/* NULL where there are no words for it. */
static char *
say_rule (const VelRepeat *self,
          const char      *due)
{
  const gboolean has_month = count_values (self, VEL_REPEAT_MONTH) > 0;

  switch (self->unit)
    {
    case VEL_REPEAT_DAYS:
      if (has_month || count_values (self, VEL_REPEAT_MONTH_DAY) > 0)
        return NULL;
      if (count_values (self, VEL_REPEAT_WEEKDAY) > 0)
        return self->interval == 1 ? say_weeks (self, due) : NULL;
      return self->interval == 1 ? g_strdup (_("every day"))
                                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every %d day", "every %d days",
                                                                 self->interval), self->interval);

    case VEL_REPEAT_WEEKS:
      return has_month ? NULL : say_weeks (self, due);

    case VEL_REPEAT_MONTHS:
      return has_month ? NULL : say_months (self, due);

    case VEL_REPEAT_YEARS:
      return say_years (self, due);

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * vel_repeat_say:
 * @self: a repeat
 * @due: (nullable): the moment from which it is reckoned, see #VelDue
 *
 * Says a repeat in the language of the interface: "every month on the 5th, until
 * 31 December 2026"; "her ayın 5’i". What a repeat does not tell by itself, such
 * as the day of the month, is told from @due. For one that there are no words
 * for, its value by the standard is said.
 *
 * Returns: (transfer full): the repeat in words
 */
char *
vel_repeat_say (const VelRepeat *self,
                const char      *due)
{
  g_autofree char *rule = say_rule (self, due);

  if (rule == NULL)
    {
      g_autofree char *text = vel_repeat_to_text (self);

      return g_strdup_printf (_("by a rule of its own (%s)"), text);
    }
  if (self->until != NULL)
    {
      g_autofree char *until = vel_due_format (self->until);

      /* Translators: a repeat and its end: "every Monday, until 31 December 2026" */
      return g_strdup_printf (_("%s, until %s"), rule, until);
    }
  if (self->count > 0)
    /* Translators: a repeat and how often: "every Monday, 10 times" */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d time", "%s, %d times", self->count), rule, self->count);
  return g_steal_pointer (&rule);
}
