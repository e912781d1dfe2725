/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days by their place in a month: "ayın 5'i", "ay sonu", "gelecek ayın ilk
 * pazartesisi", "mart başı", "end of next month", "the first Monday of the month",
 * "on the 5th".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

/* Years until a month has such a day, as 29 February or a fifth Monday might want. */
#define MONTHS_AHEAD 12

static const char *const last_ends[] = { "sonu", "basi", NULL };

static void
add_day (VelCaptureMonthDays *days,
         int                  day)
{
  if (day >= 1 && day <= 31)
    days->days |= 1u << day;
  else
    days->wrong = TRUE;
}

/* What follows the possessive in "5'inde": the case of the whole phrase. */
static gboolean
get_outer_case (VelCase  inner,
                VelCase *outer)
{
  switch (inner)
    {
    case VEL_CASE_ACCUSATIVE:
    case VEL_CASE_POSSESSIVE:
      *outer = VEL_CASE_NONE;
      return TRUE;

    case VEL_CASE_POSSESSIVE_DATIVE:
      *outer = VEL_CASE_DATIVE;
      return TRUE;

    case VEL_CASE_POSSESSIVE_LOCATIVE:
      *outer = VEL_CASE_LOCATIVE;
      return TRUE;

    case VEL_CASE_POSSESSIVE_ABLATIVE:
      *outer = VEL_CASE_ABLATIVE;
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
take_and (VelCaptureReader *reader,
          guint            *at)
{
  static const char *const words[] = { "ve", "ile", "and", NULL };

  return vel_capture_take_any (reader, at, words) || vel_capture_take_char (reader, at, ',') ||
         vel_capture_take_char (reader, at, '&');
}

/* "sonu", "basina": the end and the beginning of what stands before. */
static gboolean
take_edge (VelCaptureReader *reader,
           guint            *at,
           gboolean         *last,
           VelCase          *kase)
{
  for (guint i = 0; last_ends[i] != NULL; i++)
    if (vel_capture_take_stem (reader, at, last_ends[i], kase))
      {
        *last = i == 0;
        return TRUE;
      }
  return FALSE;
}

/* "5'i", "5'i ve 20'sinde", "beşinde", "on beşine", "5. günü" */
static gboolean
take_numbers (VelCaptureReader    *reader,
              guint               *at,
              VelCaptureMonthDays *days,
              VelCase             *kase)
{
  guint i = *at;
  gboolean found = FALSE;

  for (guint next = i;;)
    {
      VelCaptureNumber number;
      VelCase day_case;
      guint j;

      if (!vel_capture_take_number (reader, &next, &number) || number.half || number.english)
        break;
      j = next;
      if (number.kase == VEL_CASE_NONE)
        {
          vel_capture_take_char (reader, &j, '.');
          if (!vel_capture_take_stem (reader, &j, "gunu", &day_case))
            {
              /* "5, 15 ve 25'inde": the ending of the last one is of all. */
              if (!take_and (reader, &next))
                break;
              add_day (days, number.value);
              continue;
            }
          *kase = day_case;
          next = j;
        }
      else if (!get_outer_case (number.kase, kase))
        {
          break;
        }
      add_day (days, number.value);
      found = TRUE;
      i = next;
      if (!take_and (reader, &next))
        break;
    }
  if (found)
    *at = i;
  return found;
}

/*
 * vel_capture_take_after_month:
 *
 * Takes what stands after "ayın", or after "her ay": "5'inde", "son günü", "ilk
 * pazartesisi", "sonunda". @kase becomes the case of the whole.
 */
gboolean
vel_capture_take_after_month (VelCaptureReader    *reader,
                              guint               *at,
                              VelCaptureMonthDays *days,
                              VelCase             *kase)
{
  guint i = *at;
  gboolean last;
  VelCase inner;

  *days = (VelCaptureMonthDays) { 0 };
  if (take_edge (reader, &i, &last, kase))
    {
      days->days = last ? VEL_CAPTURE_LAST_DAY : 1u << 1;
      *at = i;
      return TRUE;
    }
  if (vel_capture_take_nth (reader, &i, &days->nth))
    {
      if (vel_capture_take_stem (reader, &i, "gunu", kase))
        {
          if (days->nth == -1)
            days->days = VEL_CAPTURE_LAST_DAY;
          else
            add_day (days, days->nth);
          days->nth = 0;
          *at = i;
          return TRUE;
        }
      if (vel_capture_take_weekday (reader, &i, &days->weekday, &inner) &&
          (inner == VEL_CASE_NONE || get_outer_case (inner, kase)))
        {
          if (inner == VEL_CASE_NONE)
            {
              *kase = VEL_CASE_NONE;
              vel_capture_take_stem (reader, &i, "gunu", kase);
            }
          *at = i;
          return TRUE;
        }
      *days = (VelCaptureMonthDays) { 0 };
      i = *at;
    }
  if (take_numbers (reader, &i, days, kase))
    {
      *at = i;
      return TRUE;
    }
  return FALSE;
}

/*
 * vel_capture_take_before_month:
 *
 * Takes "the 5th", "1st and 15th", "the last day", "first Monday": what stands
 * before "of the month".
 */
gboolean
vel_capture_take_before_month (VelCaptureReader    *reader,
                               guint               *at,
                               VelCaptureMonthDays *days)
{
  guint i = *at;
  guint next;
  int day;
  VelCase kase;

  *days = (VelCaptureMonthDays) { 0 };
  vel_capture_take (reader, &i, "the");
  next = i;
  if (vel_capture_take_nth (reader, &next, &days->nth))
    {
      if (vel_capture_take (reader, &next, "day"))
        {
          days->days = days->nth == -1 ? VEL_CAPTURE_LAST_DAY : 1u << days->nth;
          days->nth = 0;
          *at = next;
          return TRUE;
        }
      if (vel_capture_take_weekday (reader, &next, &days->weekday, &kase) && kase == VEL_CASE_NONE)
        {
          *at = next;
          return TRUE;
        }
      days->nth = 0;
    }
  if (!vel_capture_take_ordinal (reader, &i, &day))
    return FALSE;
  add_day (days, day);
  next = i;
  while (take_and (reader, &next))
    {
      vel_capture_take (reader, &next, "the");
      if (!vel_capture_take_ordinal (reader, &next, &day))
        break;
      add_day (days, day);
      i = next;
    }
  *at = i;
  return TRUE;
}

static gboolean
has_one_day (const VelCaptureMonthDays *days)
{
  return days->wrong || days->nth != 0 || (days->days & (days->days - 1)) == 0;
}

/* In the month @ahead of this one, or, if it is open which, in the first that has it. */
static void
set_date (VelCaptureReader          *reader,
          const VelCaptureMonthDays *days,
          int                        ahead,
          gboolean                   open,
          VelCaptureDate            *date)
{
  for (int i = ahead; i <= ahead + (open ? MONTHS_AHEAD : 0) && date->day == 0 && !days->wrong; i++)
    {
      const int months = reader->year * 12 + reader->month - 1 + i;

      date->day = vel_capture_day_in_month (days, months / 12, months % 12 + 1, open ? reader->today : 0);
    }
  if (date->day == 0)
    date->problem = VEL_PROBLEM_NO_DAY;
}

/* "mart sonu", "mart ayı başında", "mart ayının 5'i" after which the month is not this one */
static gboolean
take_edge_of_named (VelCaptureReader *reader,
                    guint            *at,
                    VelCaptureDate   *date,
                    VelCase          *kase)
{
  VelCaptureMonthDays days = { 0 };
  guint i = *at;
  int month;
  gboolean english;
  gboolean last;

  if (!vel_capture_take_month (reader, &i, &month, &english, kase) || english ||
      (*kase != VEL_CASE_NONE && *kase != VEL_CASE_GENITIVE))
    return FALSE;
  if (*kase == VEL_CASE_NONE && vel_capture_take_stem (reader, &i, "ayi", kase) && *kase != VEL_CASE_NONE &&
      *kase != VEL_CASE_GENITIVE)
    return FALSE;
  if (!take_edge (reader, &i, &last, kase))
    return FALSE;
  days.days = last ? VEL_CAPTURE_LAST_DAY : 1u << 1;
  for (int year = reader->year; date->day == 0 && year <= reader->year + 1; year++)
    date->day = vel_capture_day_in_month (&days, year, month, reader->today);
  *at = i;
  return date->day != 0;
}

/* "[bu, gelecek] ay sonu", "ayın 5'i", "gelecek ayın son cuması" */
static gboolean
take_turkish (VelCaptureReader *reader,
              guint            *at,
              VelCaptureDate   *date,
              VelCase          *kase)
{
  static const char *const next[] = { "gelecek", "onumuzdeki", "oteki", "obur", NULL };
  VelCaptureMonthDays days;
  guint i = *at;
  const gboolean this_one = vel_capture_take (reader, &i, "bu");
  const gboolean next_one = !this_one && vel_capture_take_any (reader, &i, next);
  gboolean last;
  VelCase month_case;

  if (!vel_capture_take_stem (reader, &i, "ay", &month_case))
    return FALSE;
  if (month_case == VEL_CASE_NONE)
    {
      /* "Gelecek ay 5'inde" is clear; "ay 5'inde" nobody says. */
      if (this_one || next_one ? !vel_capture_take_after_month (reader, &i, &days, kase) : FALSE)
        return FALSE;
      if (!this_one && !next_one)
        {
          if (!take_edge (reader, &i, &last, kase))
            return FALSE;
          days = (VelCaptureMonthDays) { .days = last ? VEL_CAPTURE_LAST_DAY : 1u << 1 };
        }
    }
  else if (month_case != VEL_CASE_GENITIVE || !vel_capture_take_after_month (reader, &i, &days, kase))
    {
      return FALSE;
    }
  if (!has_one_day (&days))
    return FALSE;
  set_date (reader, &days, next_one ? 1 : 0, !this_one && !next_one, date);
  *at = i;
  return TRUE;
}

/* "[the] [this, next] month" */
static gboolean
take_english_month (VelCaptureReader *reader,
                    guint            *at,
                    int              *ahead,
                    gboolean         *open)
{
  guint i = *at;

  *ahead = 0;
  *open = FALSE;
  if (vel_capture_take (reader, &i, "the"))
    *open = TRUE;
  if (vel_capture_take (reader, &i, "next"))
    *ahead = 1;
  else if (!vel_capture_take (reader, &i, "this"))
    *open = TRUE;
  if (*ahead == 1)
    *open = FALSE;
  if (!vel_capture_take (reader, &i, "month"))
    return FALSE;
  *at = i;
  return TRUE;
}

/* "end of next month", "beginning of the month", "end of march" */
static gboolean
take_english_edge (VelCaptureReader *reader,
                   guint            *at,
                   VelCaptureDate   *date)
{
  static const char *const ends[] = { "end of", "the end of", "month end of", NULL };
  static const char *const starts[] = {
    "start of", "the start of", "beginning of", "the beginning of", NULL
  };
  VelCaptureMonthDays days = { 0 };
  guint i = *at;
  int ahead = 0;
  int month;
  gboolean open = TRUE;
  gboolean english;
  VelCase kase;

  if (vel_capture_take (reader, &i, "eom"))
    days.days = VEL_CAPTURE_LAST_DAY;
  else if (vel_capture_take_any (reader, &i, ends))
    days.days = VEL_CAPTURE_LAST_DAY;
  else if (vel_capture_take_any (reader, &i, starts))
    days.days = 1u << 1;
  else
    return FALSE;

  if (i == *at + 1 || take_english_month (reader, &i, &ahead, &open))
    {
      set_date (reader, &days, ahead, open, date);
      *at = i;
      return TRUE;
    }
  if (!vel_capture_take_month (reader, &i, &month, &english, &kase) || !english)
    return FALSE;
  for (int year = reader->year; date->day == 0 && year <= reader->year + 1; year++)
    date->day = vel_capture_day_in_month (&days, year, month, reader->today);
  *at = i;
  return date->day != 0;
}

/* "the 5th of next month", "first monday of the month", "on the 5th" */
static gboolean
take_english (VelCaptureReader *reader,
              guint            *at,
              VelCaptureDate   *date)
{
  VelCaptureMonthDays days;
  guint i = *at;
  const gboolean article = vel_capture_is (reader, i, "the");
  guint of;
  int ahead = 0;
  gboolean open = TRUE;

  if (take_english_edge (reader, at, date))
    return TRUE;
  if (vel_capture_take (reader, &i, "first of") || vel_capture_take (reader, &i, "the first of"))
    {
      days = (VelCaptureMonthDays) { .days = 1u << 1 };
      i--;
    }
  else if (!vel_capture_take_before_month (reader, &i, &days) || !has_one_day (&days))
    {
      return FALSE;
    }
  of = i;
  if (vel_capture_take (reader, &of, "of"))
    {
      if (!take_english_month (reader, &of, &ahead, &open))
        return FALSE;
      i = of;
    }
  else if (!article || days.nth != 0 || vel_capture_token (reader, i)->capital || (days.days & VEL_CAPTURE_LAST_DAY) != 0)
    {
      /* "5th avenue", "the first monday", "the 5th Avenue" */
      return FALSE;
    }
  else if (*at == 0 || !vel_capture_is (reader, *at - 1, "on"))
    {
      static const char *const before[] = { "on", "by", "until", "till", "for", "from", NULL };
      guint j = *at > 0 ? *at - 1 : 0;

      if (*at == 0 || !vel_capture_take_any (reader, &j, before))
        return FALSE;
    }
  set_date (reader, &days, ahead, open, date);
  *at = i;
  return TRUE;
}

/* A day by its place in a month, be it this, the next, a named or any one. */
gboolean
vel_capture_take_in_month (VelCaptureReader *reader,
                           guint            *at,
                           VelCaptureDate   *date,
                           VelCase          *kase)
{
  VelCaptureNumber number;
  VelCaptureMonthDays days = { 0 };
  guint i = *at;

  *kase = VEL_CASE_NONE;
  if (take_turkish (reader, at, date, kase))
    return TRUE;
  date->day = 0;
  if (take_edge_of_named (reader, at, date, kase))
    return TRUE;
  *kase = VEL_CASE_NONE;
  date->day = 0;
  if (take_english (reader, at, date))
    return TRUE;

  /* "15'inde" is a day even where nobody names the month; "5'i" is not. */
  if (vel_capture_token (reader, i)->kind != VEL_TOKEN_NUMBER || vel_capture_token (reader, i)->n_digits > 2 ||
      !vel_capture_take_number (reader, &i, &number) || number.half ||
      (number.kase != VEL_CASE_POSSESSIVE_LOCATIVE && number.kase != VEL_CASE_POSSESSIVE_DATIVE &&
       number.kase != VEL_CASE_POSSESSIVE_ABLATIVE) ||
      number.value < 1 || number.value > 31)
    return FALSE;
  get_outer_case (number.kase, kase);
  add_day (&days, number.value);
  set_date (reader, &days, 0, TRUE, date);
  *at = i;
  return TRUE;
}
