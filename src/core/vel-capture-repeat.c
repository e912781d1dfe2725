/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Repeats: "her pazartesi", "iki haftada bir", "her ayın 5'i", "hafta içi her gün",
 * "every other week", "the first monday of every month".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

#define MAX_INTERVAL 999

static const char *const every_words[] = { "every", "each", NULL };

static gboolean
set_unit (VelCaptureRule *rule,
          VelUnit         unit,
          int             interval)
{
  rule->unit = unit;
  rule->interval = interval;
  if (unit < VEL_UNIT_DAY || interval < 1 || interval > MAX_INTERVAL)
    rule->problem = VEL_PROBLEM_NO_REPEAT;
  return TRUE;
}

static void
set_weekdays (VelCaptureRule *rule,
              guint           weekdays,
              int             interval)
{
  set_unit (rule, VEL_UNIT_WEEK, interval);
  rule->weekdays = weekdays;
}

static gboolean
take_and (VelCaptureReader *reader,
          guint            *at)
{
  if (vel_capture_take_char (reader, at, ',') || vel_capture_take_char (reader, at, '&') ||
      vel_capture_take_char (reader, at, '/'))
    {
      if (!vel_capture_take (reader, at, "and"))
        vel_capture_take (reader, at, "ve");
      return TRUE;
    }
  return vel_capture_take (reader, at, "and") || vel_capture_take (reader, at, "ve") ||
         vel_capture_take (reader, at, "ile");
}

/* Takes "pazartesi", "salı, perşembe ve cuma", "monday to friday"; the case is that of
 * the last one. */
gboolean
vel_capture_take_weekdays (VelCaptureReader *reader,
                           guint            *at,
                           guint            *weekdays,
                           VelCase          *kase)
{
  guint i = *at;
  int last = 0;

  *weekdays = 0;
  *kase = VEL_CASE_NONE;
  for (guint next = i;;)
    {
      int weekday;
      VelCase own;
      gboolean range = FALSE;

      if (last != 0)
        {
          if (*kase != VEL_CASE_PLURAL)
            range = vel_capture_take_dash (reader, &next) || vel_capture_take (reader, &next, "to") ||
                    vel_capture_take (reader, &next, "through");
          if (!range && !take_and (reader, &next))
            break;
        }
      if (vel_capture_is_short_weekend (reader, next))
        {
          weekday = vel_capture_is (reader, next, "sat") ? 6 : 7;
          own = VEL_CASE_NONE;
          next++;
        }
      else if (!vel_capture_take_weekday (reader, &next, &weekday, &own) ||
               (own != VEL_CASE_NONE && own != VEL_CASE_PLURAL))
        {
          break;
        }
      for (int day = last; range && day != weekday; day = day % 7 + 1)
        *weekdays |= 1u << day;
      *weekdays |= 1u << weekday;
      *kase = own;
      last = weekday;
      i = next;
    }
  if (last == 0)
    return FALSE;
  *at = i;
  return TRUE;
}

/* Days of the week behind "her pazartesi": an own "günü" or "günleri". */
static void
take_days_word (VelCaptureReader *reader,
                guint            *at)
{
  static const char *const words[] = { "gunleri", "gunu", "gunlerinde", NULL };

  vel_capture_take_any (reader, at, words);
}

/* What may stand behind "her hafta", "ayda bir", "every year" and narrows it. */
static void
take_narrower (VelCaptureReader *reader,
               guint            *at,
               VelCaptureRule   *rule)
{
  guint i = *at;
  VelCase kase = VEL_CASE_NONE;
  gboolean on = vel_capture_take (reader, &i, "on");

  if (rule->problem != VEL_PROBLEM_NONE)
    return;
  if (rule->unit == VEL_UNIT_WEEK)
    {
      guint weekdays;

      if ((!on && vel_capture_is_short_weekend (reader, i)) ||
          !vel_capture_take_weekdays (reader, &i, &weekdays, &kase))
        return;
      take_days_word (reader, &i);
      rule->weekdays = weekdays;
      *at = i;
    }
  else if (rule->unit == VEL_UNIT_MONTH)
    {
      VelCaptureMonthDays days;

      if (on ? !vel_capture_take_before_month (reader, &i, &days)
             : !vel_capture_take_after_month (reader, &i, &days, &kase))
        return;
      if (kase != VEL_CASE_NONE && kase != VEL_CASE_LOCATIVE)
        return;
      rule->in_month = days;
      *at = i;
    }
  else if (rule->unit == VEL_UNIT_YEAR)
    {
      VelCaptureDate date = { .minutes = -1 };
      int month;
      int day;

      vel_capture_take (reader, &i, "the");
      if (!vel_capture_take_day_month (reader, &i, &date, &month, &day, &kase) ||
          (kase != VEL_CASE_NONE && kase != VEL_CASE_LOCATIVE && kase != VEL_CASE_ACCUSATIVE) || date.stays)
        return;
      rule->month = month;
      rule->in_month.days = day >= 1 && day <= 31 ? 1u << day : 0;
      rule->in_month.wrong = date.day == 0;
      *at = i;
    }
}

/* "her 15 mart", "every march 15" */
static gboolean
take_yearly_day (VelCaptureReader *reader,
                 guint            *at,
                 VelCaptureRule   *rule)
{
  const guint start = *at;

  set_unit (rule, VEL_UNIT_YEAR, 1);
  take_narrower (reader, at, rule);
  return *at > start;
}

static gboolean
is_part_of_day (VelCaptureReader *reader,
                guint             at)
{
  static const char *const words[] = {
    "sabah", "aksam", "oglen", "ogle", "ogleden", "gece", "morning", "afternoon", "evening", "night", "noon", NULL,
  };

  return vel_capture_take_any (reader, &at, words) && !vel_capture_is_part_head (reader, at);
}

/* "her gün", "her 3 ayda bir", "her salı ve cuma", "her ayın 5'i", "her yıl 15 mart" */
static gboolean
take_turkish_every (VelCaptureReader *reader,
                    guint            *at,
                    VelCaptureRule   *rule)
{
  VelCaptureNumber number = { .value = 1 };
  guint i = *at;
  guint j;
  guint weekdays;
  VelCase kase;
  VelUnit unit;

  if (vel_capture_take (reader, &i, "hergun"))
    {
      *at = i;
      return set_unit (rule, VEL_UNIT_DAY, 1);
    }
  if (!vel_capture_take (reader, &i, "her"))
    return FALSE;
  if (is_part_of_day (reader, i))
    {
      *at = i;
      return set_unit (rule, VEL_UNIT_DAY, 1);
    }
  if (vel_capture_take (reader, &i, "is gunu") || vel_capture_take (reader, &i, "hafta ici") ||
      vel_capture_take (reader, &i, "hafta ici gun"))
    {
      set_weekdays (rule, VEL_CAPTURE_WEEKDAYS, 1);
      *at = i;
      return TRUE;
    }
  if (vel_capture_take (reader, &i, "hafta sonu") || vel_capture_take (reader, &i, "haftasonu"))
    {
      set_weekdays (rule, 1u << 6, 1);
      *at = i;
      return TRUE;
    }
  j = i;
  if (!vel_capture_is_short_weekend (reader, j) && vel_capture_take_weekdays (reader, &j, &weekdays, &kase))
    {
      take_days_word (reader, &j);
      set_weekdays (rule, weekdays, 1);
      *at = j;
      return TRUE;
    }
  j = i;
  if (take_yearly_day (reader, &j, rule))
    {
      *at = j;
      return TRUE;
    }
  if (vel_capture_take_number (reader, &i, &number) && (number.half || number.kase != VEL_CASE_NONE))
    return FALSE;
  if (!vel_capture_take_unit (reader, &i, &unit, &kase))
    return FALSE;
  set_unit (rule, unit, number.value);
  if (kase == VEL_CASE_LOCATIVE)
    {
      if (!vel_capture_take (reader, &i, "bir"))
        return FALSE;
    }
  else if (kase == VEL_CASE_GENITIVE)
    {
      /* "Her ayın" wants what of it. */
      j = i;
      take_narrower (reader, &j, rule);
      if (j == i || unit < VEL_UNIT_MONTH)
        return FALSE;
      *at = j;
      return TRUE;
    }
  else if (kase != VEL_CASE_NONE)
    {
      return FALSE;
    }
  take_narrower (reader, &i, rule);
  *at = i;
  return TRUE;
}

/* "iki haftada bir", "ayda bir", "3 ayda bir", "gün aşırı" */
static gboolean
take_turkish_once (VelCaptureReader *reader,
                   guint            *at,
                   VelCaptureRule   *rule)
{
  static const char *const every_other[] = { "gun asiri", "gunasiri", NULL };
  static const char *const ones[] = { "bir", "bir kez", "bir kere", "bir defa", NULL };
  VelCaptureNumber number = { .value = 1 };
  guint i = *at;
  VelUnit unit;
  VelCase kase;

  if (vel_capture_take_any (reader, at, every_other))
    return set_unit (rule, VEL_UNIT_DAY, 2);
  if (vel_capture_take_number (reader, &i, &number) &&
      (number.half || number.english || number.kase != VEL_CASE_NONE))
    return FALSE;
  if (!vel_capture_take_unit (reader, &i, &unit, &kase) || kase != VEL_CASE_LOCATIVE ||
      !vel_capture_take_any (reader, &i, ones))
    return FALSE;
  set_unit (rule, unit, number.value);
  take_narrower (reader, &i, rule);
  *at = i;
  return TRUE;
}

/* "hafta içi her gün", "iş günleri", "salı ve perşembe günleri", "cumaları", "mondays" */
static gboolean
take_plural (VelCaptureReader *reader,
             guint            *at,
             VelCaptureRule   *rule)
{
  static const char *const workdays[] = {
    "hafta ici her gun", "haftaici her gun", "hafta ici hergun", "hafta icleri", "is gunleri", "hafta ici gunleri",
    "weekdays", NULL,
  };
  static const char *const weekends[] = { "hafta sonlari", "haftasonlari", "weekends", NULL };
  static const char *const days_words[] = { "gunleri", "gunlerinde", NULL };
  guint i = *at;
  guint weekdays;
  VelCase kase;

  vel_capture_take (reader, &i, "on");
  if (vel_capture_take_any (reader, &i, workdays))
    weekdays = VEL_CAPTURE_WEEKDAYS;
  else if (vel_capture_take_any (reader, &i, weekends))
    weekdays = 1u << 6;
  else if (vel_capture_is_short_weekend (reader, i) ||
           !vel_capture_take_weekdays (reader, &i, &weekdays, &kase) ||
           (!vel_capture_take_any (reader, &i, days_words) && kase != VEL_CASE_PLURAL))
    return FALSE;
  set_weekdays (rule, weekdays, 1);
  *at = i;
  return TRUE;
}

/* "other", "second", "3rd" before a day or a span of time: only each such one */
static gboolean
take_step (VelCaptureReader *reader,
           guint            *at,
           int              *step)
{
  guint i = *at;
  guint next;
  int weekday;
  VelCase kase;
  VelUnit unit;

  if (vel_capture_take (reader, &i, "other"))
    *step = 2;
  else if (!vel_capture_take_nth (reader, &i, step) || *step < 2)
    return FALSE;
  next = i;
  if (!vel_capture_is_short_weekend (reader, i) && !vel_capture_take_weekday (reader, &next, &weekday, &kase) &&
      !vel_capture_take_unit (reader, &next, &unit, &kase))
    return FALSE;
  *at = i;
  return TRUE;
}

/* "every day", "every other week on friday", "every 2nd friday", "each weekday" */
static gboolean
take_english_every (VelCaptureReader *reader,
                    guint            *at,
                    VelCaptureRule   *rule)
{
  static const char *const workdays[] = { "weekday", "workday", "working day", "business day", "work day", NULL };
  static const char *const of_month[] = { "of the month", "of each month", "of every month", "of month", NULL };
  VelCaptureNumber number = { .value = 1 };
  VelCaptureMonthDays days;
  guint i = *at;
  guint j;
  guint weekdays;
  VelCase kase;
  VelUnit unit;

  if (!vel_capture_take_any (reader, &i, every_words))
    return FALSE;
  if (is_part_of_day (reader, i))
    {
      *at = i;
      return set_unit (rule, VEL_UNIT_DAY, 1);
    }
  if (vel_capture_take_any (reader, &i, workdays))
    {
      set_weekdays (rule, VEL_CAPTURE_WEEKDAYS, 1);
      *at = i;
      return TRUE;
    }
  if (vel_capture_take (reader, &i, "weekend"))
    {
      set_weekdays (rule, 1u << 6, 1);
      *at = i;
      return TRUE;
    }
  j = i;
  if (vel_capture_take_before_month (reader, &j, &days) &&
      (vel_capture_take_any (reader, &j, of_month) ||
       (vel_capture_token (reader, i)->kind == VEL_TOKEN_NUMBER && days.nth == 0 &&
        (days.days & VEL_CAPTURE_LAST_DAY) == 0 && vel_capture_token (reader, j)->kind == VEL_TOKEN_END)))
    {
      set_unit (rule, VEL_UNIT_MONTH, 1);
      rule->in_month = days;
      *at = j;
      return TRUE;
    }
  if (!take_step (reader, &i, &number.value))
    number.value = 1;
  j = i;
  if (vel_capture_take_weekdays (reader, &j, &weekdays, &kase))
    {
      set_weekdays (rule, weekdays, number.value);
      *at = j;
      return TRUE;
    }
  if (number.value == 1)
    {
      j = i;
      if (take_yearly_day (reader, &j, rule))
        {
          *at = j;
          return TRUE;
        }
      if (vel_capture_take_number (reader, &i, &number) && (number.half || number.kase != VEL_CASE_NONE))
        return FALSE;
    }
  if (!vel_capture_take_unit (reader, &i, &unit, &kase) || kase != VEL_CASE_NONE)
    return FALSE;
  set_unit (rule, unit, number.value);
  take_narrower (reader, &i, rule);
  *at = i;
  return TRUE;
}

/* "once a month", "monthly on the 5th"; "weekly report" is a report */
static gboolean
take_english_adverb (VelCaptureReader *reader,
                     guint            *at,
                     VelCaptureRule   *rule)
{
  static const struct
  {
    const char *word;
    VelUnit     unit;
    int         interval;
  } adverbs[] = {
    { "daily", VEL_UNIT_DAY, 1 }, { "weekly", VEL_UNIT_WEEK, 1 }, { "monthly", VEL_UNIT_MONTH, 1 },
    { "quarterly", VEL_UNIT_MONTH, 3 }, { "yearly", VEL_UNIT_YEAR, 1 }, { "annually", VEL_UNIT_YEAR, 1 },
  };
  static const char *const once[] = { "once a", "once per", "once every", "once each", NULL };
  static const char *const followers[] = { "at", "on", "until", "till", "starting", "from", NULL };
  guint i = *at;
  VelCase kase;
  VelUnit unit;

  if (vel_capture_take_any (reader, &i, once) && vel_capture_take_unit (reader, &i, &unit, &kase))
    {
      set_unit (rule, unit, 1);
      take_narrower (reader, &i, rule);
      *at = i;
      return TRUE;
    }
  i = *at;
  for (gsize k = 0; k < G_N_ELEMENTS (adverbs); k++)
    if (vel_capture_take (reader, &i, adverbs[k].word))
      {
        guint j = i;

        if (vel_capture_token (reader, i)->kind != VEL_TOKEN_END && !vel_capture_take_any (reader, &j, followers))
          return FALSE;
        set_unit (rule, adverbs[k].unit, adverbs[k].interval);
        take_narrower (reader, &i, rule);
        *at = i;
        return TRUE;
      }
  return FALSE;
}

/* "on the 5th of every month", "the first monday of each month" */
static gboolean
take_of_every_month (VelCaptureReader *reader,
                     guint            *at,
                     VelCaptureRule   *rule)
{
  VelCaptureMonthDays days;
  guint i = *at;

  vel_capture_take (reader, &i, "on");
  if (!vel_capture_take_before_month (reader, &i, &days) || !vel_capture_take (reader, &i, "of") ||
      !vel_capture_take_any (reader, &i, every_words) || !vel_capture_take (reader, &i, "month"))
    return FALSE;
  set_unit (rule, VEL_UNIT_MONTH, 1);
  rule->in_month = days;
  *at = i;
  return TRUE;
}

/*
 * vel_capture_read_rule:
 * @rule: (out caller-allocates): how it repeats, or the problem with it
 *
 * Returns: whether what begins at @at says that something repeats
 */
gboolean
vel_capture_read_rule (VelCaptureReader *reader,
                       guint             at,
                       VelCaptureRule   *rule)
{
  static gboolean (*const readers[]) (VelCaptureReader *, guint *, VelCaptureRule *) = {
    take_turkish_every, take_turkish_once, take_english_every, take_english_adverb, take_of_every_month, take_plural,
  };

  if (!vel_capture_starts (reader, at))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      guint end = at;

      *rule = (VelCaptureRule) { .interval = 1 };
      if (!readers[i] (reader, &end, rule) || !vel_capture_ends (reader, end))
        continue;
      if (rule->in_month.wrong)
        rule->problem = VEL_PROBLEM_NO_DAY;
      rule->end = end;
      return TRUE;
    }
  return FALSE;
}
