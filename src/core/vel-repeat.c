/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-repeat.h"

#include <glib/gi18n-lib.h>
#include <libical-glib/libical-glib.h>
#include <string.h>

#include "vel-due.h"
#include "vel-text.h"

/* When a repeat comes next: the one place that asks libical. It is asked for days
 * alone and for as many as are needed, since a repeat may be without end; the end,
 * the count and the time of day are looked after here. */

/* libical looks no further than the year 2582. The calendar is the same again
 * after 400 years, weekdays and all, so every year is brought to one from which
 * a whole round of the calendar can be searched. */
#define ROUND 400
#define FIRST_YEAR 1782

/* In the 28 years from here on, up to where libical ceases, there is every kind of
 * year, by its first weekday and its length: what does not come in them never does. */
#define ALL_YEARS "2553-01-01"

static gboolean
split_day (const char *due,
           GDate      *date)
{
  VelDue parts;

  if (!vel_due_split (due, &parts))
    return FALSE;
  g_date_set_dmy (date, parts.day, parts.month, parts.year);
  return TRUE;
}

/* Brings a year to the round that is searched; returns by how much. */
static int
shift_year (GDate *date)
{
  const int year = g_date_get_year (date);
  int shift = 0;

  while (year + shift < FIRST_YEAR)
    shift += ROUND;
  while (year + shift >= FIRST_YEAR + ROUND)
    shift -= ROUND;
  g_date_set_dmy (date, g_date_get_day (date), g_date_get_month (date), year + shift);
  return shift;
}

typedef struct
{
  ICalRecurrence    *rule;      /* (owned) (nullable) */
  ICalTime          *start;     /* (owned) (nullable) */
  ICalRecurIterator *iterator;  /* (owned) (nullable): NULL where nothing ever comes */
  int                shift;
} Search;

static void
search_clear (Search *search)
{
  g_clear_object (&search->iterator);
  g_clear_object (&search->start);
  g_clear_object (&search->rule);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* From a day that has been brought to the round by so many years. */
static void
search_begin_at (Search          *search,
                 const VelRepeat *self,
                 const GDate     *from,
                 int              shift)
{
  VelRepeat bare = *self;
  g_autofree char *text = NULL;
  g_autofree char *start = NULL;

  bare.count = 0;
  bare.until = NULL;
  text = vel_repeat_to_text (&bare);
  search->shift = shift;
  start = g_strdup_printf ("%04d%02d%02d", g_date_get_year (from), g_date_get_month (from), g_date_get_day (from));
  search->rule = i_cal_recurrence_new_from_string (text);
  search->start = i_cal_time_new_from_string (start);
  search->iterator = search->rule != NULL ? i_cal_recur_iterator_new (search->rule, search->start) : NULL;
}

static void
search_begin (Search          *search,
              const VelRepeat *self,
              const GDate     *from)
{
  GDate date = *from;
  const int shift = shift_year (&date);

  search_begin_at (search, self, &date, shift);
}

/* The next day, from the first on; FALSE where there is none, or none in the round. */
static gboolean
search_step (Search *search,
             GDate  *date)
{
  ICalTime *time = search->iterator != NULL ? i_cal_recur_iterator_next (search->iterator) : NULL;
  const gboolean found = time != NULL && !i_cal_time_is_null_time (time);

  if (found)
    g_date_set_dmy (date, i_cal_time_get_day (time), i_cal_time_get_month (time), i_cal_time_get_year (time));
  g_clear_object (&time);
  return found;
}

/* The day as a moment, at the time of day of @like; NULL beyond the year 9999. */
static char *
to_due (const Search *search,
        const GDate  *date,
        const char   *like)
{
  VelDue due;
  g_autofree char *text = NULL;

  vel_due_split (like, &due);
  due.year = (int) g_date_get_year (date) - search->shift;
  due.month = g_date_get_month (date);
  due.day = g_date_get_day (date);
  text = vel_due_join (&due);
  return vel_due_split (text, NULL) ? g_steal_pointer (&text) : NULL;
}

/* The last day counts as a whole. */
static gboolean
is_over (const VelRepeat *self,
         const char      *due)
{
  return self->until != NULL && strncmp (due, self->until, strlen (self->until)) > 0;
}

/* What is without end and long overdue is not gone through day by day: its
 * beginning is moved on by whole intervals. */
static void
leap (const VelRepeat *self,
      GDate           *from,
      const char      *after)
{
  const int days = self->unit == VEL_REPEAT_DAYS ? self->interval : 7 * self->interval;
  GDate goal;
  int distance;

  if (self->unit > VEL_REPEAT_WEEKS || self->count > 0 || !split_day (after, &goal))
    return;
  distance = g_date_days_between (from, &goal) - 2 * days;
  if (distance > 0)
    g_date_add_days (from, distance / days * days);
}

/**
 * vel_repeat_first:
 * @self: a repeat
 * @from: a moment, see #VelDue
 *
 * Returns: (transfer full) (nullable): the first moment from @from on, and at its
 *   time of day, that @self tells; %NULL where there is none
 */
char *
vel_repeat_first (const VelRepeat *self,
                  const char      *from)
{
  g_auto(Search) search = { NULL };
  g_autofree char *due = NULL;
  GDate date;

  if (!split_day (from, &date))
    return NULL;
  search_begin (&search, self, &date);
  due = search_step (&search, &date) ? to_due (&search, &date, from) : NULL;
  return due != NULL && !is_over (self, due) ? g_steal_pointer (&due) : NULL;
}

/**
 * vel_repeat_next:
 * @self: a repeat
 * @from: the moment from which it is reckoned, see #VelDue
 * @after: (nullable): a moment before which nothing is wanted any more
 * @n_passed: (out) (optional): how many times of the count it takes: 1, and one
 *   more for each moment that is left out since it does not lie after @after
 *
 * Of a day without a time, the day of @after itself does not lie after it.
 *
 * Returns: (transfer full) (nullable): the next moment after @from, at its time
 *   of day, and after @after; %NULL where the repeat is over
 */
char *
vel_repeat_next (const VelRepeat *self,
                 const char      *from,
                 const char      *after,
                 int             *n_passed)
{
  g_auto(Search) search = { NULL };
  int passed = 0;
  GDate date;

  if (!split_day (from, &date))
    return NULL;
  if (after != NULL)
    leap (self, &date, after);
  search_begin (&search, self, &date);
  while (search_step (&search, &date))
    {
      g_autofree char *due = to_due (&search, &date, from);

      if (due == NULL || is_over (self, due))
        return NULL;
      if (strcmp (due, from) <= 0)
        continue;
      passed++;
      if (self->count > 0 && passed >= self->count)
        return NULL;
      if (after != NULL && strcmp (due, after) <= 0)
        continue;
      if (n_passed != NULL)
        *n_passed = passed;
      return g_steal_pointer (&due);
    }
  return NULL;
}

/**
 * vel_repeat_check:
 * @text: what somebody wants to be the repeat of something
 * @error: (out): a #VelTextError whose message is a sentence for the user
 *
 * Returns: whether @text is a repeat, as it is stored, of a day that ever comes
 */
gboolean
vel_repeat_check (const char  *text,
                  GError     **error)
{
  g_autoptr(VelRepeat) repeat = vel_repeat_parse (text, error);
  g_auto(Search) search = { NULL };
  GDate date;

  if (repeat == NULL)
    return FALSE;
  /* Which of the days that match are taken does not matter here. */
  repeat->interval = 1;
  split_day (ALL_YEARS, &date);
  search_begin_at (&search, repeat, &date, 0);
  return search_step (&search, &date) ||
         vel_text_fail (error, _("This repeat never comes: there is no such day in any year."));
}
