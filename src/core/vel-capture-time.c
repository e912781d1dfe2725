/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times of day: "14:00'te", "saat 9", "9 buçukta", "9'a çeyrek kala", "half past
 * nine", "9:30 pm".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

/* "sabah 9" at the end of the line, "sabah 9 da"; before other words it counts them: "sabah 3 müşteri". */
static void
take_hour_of_part (VelCaptureReader *reader,
                   guint            *at,
                   VelCaptureTime   *time)
{
  const VelToken *token = vel_capture_token (reader, *at);
  VelCase kase = VEL_CASE_NONE;
  guint i = *at + 1;

  if (token->kind != VEL_TOKEN_NUMBER || token->n_digits > 2 || token->number < 1 || token->number > 12 ||
      token->glued ||
      (!vel_capture_take_apart (reader, &i, &kase) && vel_capture_token (reader, i)->kind != VEL_TOKEN_END))
    return;
  time->hour = token->number;
  *at = i;
}

/* "am", "p.m." */
static gboolean
take_half_of_day (VelCaptureReader *reader,
                  guint            *at,
                  gboolean         *afternoon)
{
  guint i = *at;

  if (vel_capture_take (reader, at, "am") || vel_capture_take (reader, at, "pm"))
    {
      *afternoon = vel_capture_is (reader, *at - 1, "pm");
      return TRUE;
    }
  *afternoon = vel_capture_is (reader, i, "p");
  if (!*afternoon && !vel_capture_is (reader, i, "a"))
    return FALSE;
  i++;
  if (!vel_capture_take_char (reader, &i, '.') || !vel_capture_is (reader, i, "m"))
    return FALSE;
  i++;
  vel_capture_take_char (reader, &i, '.');
  *at = i;
  return TRUE;
}

static void
set_half_of_day (VelCaptureTime *time,
                 gboolean        afternoon)
{
  if (time->hour < 1 || time->hour > 12)
    time->problem = VEL_PROBLEM_NO_TIME;
  time->hour = time->hour % 12 + (afternoon ? 12 : 0);
  time->exact = TRUE;
}

/* "14:00", "9.30", "14:00:30"; @dot tells which */
static gboolean
take_clock (VelCaptureReader *reader,
            guint            *at,
            VelCaptureTime   *time,
            gboolean         *dot)
{
  const VelToken *hour = vel_capture_token (reader, *at);
  const VelToken *minute = vel_capture_token (reader, *at + 2);
  guint i = *at + 1;

  if (hour->kind != VEL_TOKEN_NUMBER || hour->n_digits > 2 || minute->kind != VEL_TOKEN_NUMBER ||
      minute->n_digits != 2 || !vel_capture_token (reader, i)->glued || !minute->glued)
    return FALSE;
  *dot = vel_capture_is_char (reader, i, '.');
  if (!*dot && !vel_capture_is_char (reader, i, ':'))
    return FALSE;
  i += 2;
  if (!*dot && vel_capture_is_char (reader, i, ':') && vel_capture_token (reader, i)->glued &&
      vel_capture_token (reader, i + 1)->n_digits == 2 && vel_capture_token (reader, i + 1)->glued)
    {
      if (vel_capture_token (reader, i + 1)->number > 59)
        time->problem = VEL_PROBLEM_NO_TIME;
      i += 2;
    }
  time->hour = hour->number;
  time->minute = minute->number;
  time->early = hour->n_digits == 2;
  *at = i;
  return TRUE;
}

/* "çeyrek", "10": minutes past or to the hour */
static gboolean
take_minutes (VelCaptureReader *reader,
              guint            *at,
              int              *minutes)
{
  VelCaptureNumber number;
  guint i = *at;

  if (vel_capture_take (reader, at, "ceyrek") || vel_capture_take (reader, at, "quarter") ||
      vel_capture_take (reader, at, "a quarter"))
    {
      *minutes = 15;
      return TRUE;
    }
  if (!vel_capture_take_number (reader, &i, &number) || number.half || number.kase != VEL_CASE_NONE ||
      number.value < 1 || number.value > 59)
    return FALSE;
  if (!vel_capture_take (reader, &i, "dakika"))
    vel_capture_take (reader, &i, "minutes");
  *minutes = number.value;
  *at = i;
  return TRUE;
}

static void
set_minutes_to (VelCaptureTime *time,
                int             minutes)
{
  if (time->hour < 1 || time->hour > 24)
    time->problem = VEL_PROBLEM_NO_TIME;
  time->hour = time->hour == 1 ? 12 : time->hour - 1;
  time->minute = 60 - minutes;
}

/* "9'u 10 geçe", "9'a çeyrek kala" */
static gboolean
take_turkish_minutes (VelCaptureReader       *reader,
                      guint                  *at,
                      const VelCaptureNumber *hour,
                      VelCaptureTime         *time)
{
  static const char *const past[] = { "gece", "geciyor", "gecerken", NULL };
  static const char *const to[] = { "kala", "var", NULL };
  guint i = *at;
  int minutes;

  if ((hour->kase != VEL_CASE_ACCUSATIVE && hour->kase != VEL_CASE_DATIVE) || !take_minutes (reader, &i, &minutes))
    return FALSE;
  time->hour = hour->value;
  if (hour->kase == VEL_CASE_ACCUSATIVE)
    {
      if (!vel_capture_take_any (reader, &i, past))
        return FALSE;
      time->minute = minutes;
    }
  else
    {
      if (!vel_capture_take_any (reader, &i, to))
        return FALSE;
      set_minutes_to (time, minutes);
    }
  *at = i;
  return TRUE;
}

/* "half past nine", "quarter to 10", "10 past 9" */
static gboolean
take_english_minutes (VelCaptureReader *reader,
                      guint            *at,
                      VelCaptureTime   *time)
{
  VelCaptureNumber hour;
  guint i = *at;
  int minutes = 30;
  gboolean to = FALSE;

  if (!vel_capture_take (reader, &i, "half past"))
    {
      if (!take_minutes (reader, &i, &minutes))
        return FALSE;
      to = vel_capture_take (reader, &i, "to");
      if (!to && !vel_capture_take (reader, &i, "past"))
        return FALSE;
    }
  if (!vel_capture_take_number (reader, &i, &hour) || hour.half || hour.kase != VEL_CASE_NONE ||
      hour.value < 1 || hour.value > 12)
    return FALSE;
  time->hour = hour.value;
  if (to)
    set_minutes_to (time, minutes);
  else
    time->minute = minutes;
  *at = i;
  return TRUE;
}

/* Whether a number in words with this ending is an hour: "dokuzda" is, "birde"
 * (as well), "onda" (on him) and "ikide bir" (every now and then) are not. */
static gboolean
is_worded_hour (VelCaptureReader       *reader,
                guint                   after,
                const VelCaptureNumber *number)
{
  return number->value >= 2 && number->value <= 12 && number->value != 10 && !vel_capture_is (reader, after, "bir") &&
         !vel_capture_is (reader, after, "biri");
}

/* "saat 9", "9'da", "dokuz buçukta", "at 5", "9am", "5'e kadar", and "9 da" after a day */
static gboolean
take_hour (VelCaptureReader *reader,
           guint            *at,
           gboolean          after_date,
           gboolean          announced,
           VelCaptureTime   *time)
{
  VelCaptureNumber number;
  guint i = *at;
  const VelToken *token = vel_capture_token (reader, i);
  gboolean afternoon;

  if (token->kind == VEL_TOKEN_NUMBER && token->n_digits <= 2)
    {
      guint j = i + 1;

      if (take_half_of_day (reader, &j, &afternoon))
        {
          time->hour = token->number;
          set_half_of_day (time, afternoon);
          *at = j;
          return TRUE;
        }
    }
  if (!vel_capture_take_number (reader, &i, &number))
    return FALSE;
  if (!number.words && token->n_digits > 2)
    return FALSE;
  if (take_turkish_minutes (reader, &i, &number, time))
    {
      *at = i;
      return TRUE;
    }
  if (number.half && vel_capture_token (reader, *at + 1)->kind == VEL_TOKEN_OTHER)
    return FALSE;
  if (!number.english && (announced || after_date))
    vel_capture_take_apart (reader, &i, &number.kase);
  switch (number.kase)
    {
    case VEL_CASE_NONE:
      if (!announced || vel_capture_is_measure (reader, i) || (number.english && number.value < 2))
        return FALSE;
      /* "at 5 Main Street" */
      if (vel_capture_token (reader, i)->capital && vel_capture_is_measure (reader, i + 1))
        return FALSE;
      break;

    case VEL_CASE_LOCATIVE:
      /* "3'te 1" is a third. */
      if (!announced && (vel_capture_token (reader, i)->kind == VEL_TOKEN_NUMBER || number.value > 24 ||
                         (number.words && !is_worded_hour (reader, i, &number))))
        return FALSE;
      break;

    case VEL_CASE_DATIVE:
      if (!announced && (!vel_capture_is (reader, i, "kadar") || number.value > 24))
        return FALSE;
      break;

    case VEL_CASE_ABLATIVE:
      if (!announced || !vel_capture_is (reader, i, "itibaren"))
        return FALSE;
      break;

    default:
      return FALSE;
    }
  time->hour = number.value;
  time->minute = number.half ? 30 : 0;
  time->early = !number.words && token->n_digits == 2;
  *at = i;
  return TRUE;
}

/* Words that a time is no other without: "gibi", "civarında", "o'clock", "kadar". */
static void
take_tail (VelCaptureReader *reader,
           guint            *at,
           VelCaptureTime   *time)
{
  static const char *const words[] = {
    "gibi", "civari", "civarinda", "sularinda", "sulari", "kadar", "itibaren", "icin", NULL,
  };
  gboolean afternoon;
  guint i = *at;

  if (vel_capture_is (reader, i, "o") && vel_capture_token (reader, i + 1)->kind == VEL_TOKEN_APOSTROPHE &&
      vel_capture_is (reader, i + 2, "clock"))
    *at = i + 3;
  else if (vel_capture_take (reader, at, "oclock"))
    i = *at;
  else
    vel_capture_take_any (reader, at, words);
  i = *at;
  if (!time->exact && time->hour >= 0 && take_half_of_day (reader, &i, &afternoon))
    {
      set_half_of_day (time, afternoon);
      *at = i;
    }
}

/* The other end of "14:00-15:00", "saat 14-15 arası", "14:00 ile 15:00 arasında" and
 * "from 2pm to 3pm". */
static void
take_range (VelCaptureReader *reader,
            guint            *at,
            gboolean          in_words,
            VelCaptureTime   *time)
{
  static const char *const words[] = { "to", "and", "until", "till", NULL };
  static const char *const between[] = { "ile", "ve", NULL };
  static const char *const ends[] = { "arasi", "arasinda", NULL };
  VelCaptureTime other = { .hour = -1 };
  guint i = *at;
  gboolean dot;
  gboolean afternoon;
  VelCase kase;

  gboolean wants_end = FALSE;

  if (!vel_capture_take_dash (reader, &i) && !(in_words && vel_capture_take_any (reader, &i, words)))
    {
      wants_end = vel_capture_take_any (reader, &i, between);
      if (!wants_end)
        return;
    }
  if (!take_clock (reader, &i, &other, &dot))
    {
      const VelToken *token = vel_capture_token (reader, i);

      if (token->kind != VEL_TOKEN_NUMBER || token->n_digits > 2 || token->number > 24)
        return;
      i++;
    }
  if (take_half_of_day (reader, &i, &afternoon) && !time->exact && time->hour >= 1 && time->hour <= 12)
    set_half_of_day (time, afternoon);
  if (!vel_capture_take_ending (reader, &i, &kase) || !vel_capture_ends (reader, i))
    return;
  if (!vel_capture_take_any (reader, &i, ends) && wants_end)
    return;
  time->stays = TRUE;
  *at = i;
}

static gboolean
is_good_case (VelCase kase)
{
  return kase == VEL_CASE_NONE || kase == VEL_CASE_LOCATIVE || kase == VEL_CASE_DATIVE || kase == VEL_CASE_ABLATIVE;
}

/*
 * vel_capture_read_time:
 * @after_date: whether words that say a day end directly before @at
 * @time: (out caller-allocates): the time, or the problem with it
 *
 * Returns: whether what begins at @at says a time of day
 */
gboolean
vel_capture_read_time (VelCaptureReader *reader,
                       guint             at,
                       gboolean          after_date,
                       VelCaptureTime   *time)
{
  static const char *const announcers[] = { "saat", "at around", "at about", "at", NULL };
  static const char *const before[] = { "by", "around", "about", "until", "till", "from", "between", NULL };
  guint i = at;
  gboolean announced = FALSE;
  gboolean hinted = FALSE;
  gboolean dot = FALSE;
  gboolean afternoon;
  VelCase kase = VEL_CASE_NONE;

  *time = (VelCaptureTime) { .hour = -1 };
  if (!vel_capture_starts (reader, at) || vel_capture_is_bound (reader, at))
    return FALSE;
  if (vel_capture_is_char (reader, i, '@') && vel_capture_token (reader, i + 1)->kind == VEL_TOKEN_NUMBER)
    {
      announced = TRUE;
      i++;
    }
  else
    {
      if (vel_capture_take_part (reader, &i, after_date, time))
        {
          if (!vel_capture_take (reader, &i, "kadar"))
            take_hour_of_part (reader, &i, time);
          time->end = i;
          return vel_capture_ends (reader, i);
        }
      announced = vel_capture_take_any (reader, &i, announcers);
      if (announced)
        vel_capture_take_char (reader, &i, ':');
      else
        hinted = vel_capture_take_any (reader, &i, before);
      if (hinted && vel_capture_take_part (reader, &i, FALSE, time))
        {
          time->end = i;
          return vel_capture_ends (reader, i);
        }
      if (vel_capture_token (reader, i)->kind == VEL_TOKEN_NUMBER && !vel_capture_starts (reader, i) &&
          !vel_capture_is_char (reader, i - 1, ':'))
        return FALSE;
    }

  if (take_clock (reader, &i, time, &dot))
    {
      const gboolean half_of_day = take_half_of_day (reader, &i, &afternoon);

      if (half_of_day)
        set_half_of_day (time, afternoon);
      if (!vel_capture_take_ending (reader, &i, &kase) || !is_good_case (kase))
        return FALSE;
      if (!half_of_day)
        vel_capture_take_apart (reader, &i, &kase);
      /* "5.75" and "12.50 TL" are numbers. */
      if (dot && !half_of_day && !announced &&
          (time->hour > 23 || time->minute > 59 || vel_capture_is_measure (reader, i)))
        return FALSE;
      if (time->hour > 24 || time->minute > 59 || (time->hour == 24 && time->minute > 0))
        time->problem = VEL_PROBLEM_NO_TIME;
    }
  else if (take_english_minutes (reader, &i, time))
    {
      time->exact = FALSE;
    }
  else if (take_hour (reader, &i, after_date, announced, time))
    {
      /* "At 25 degrees" is no time that went wrong, but "saat 25" is. */
      if (time->hour > 24 && !vel_capture_is (reader, at, "saat") &&
          vel_capture_token (reader, i)->kind != VEL_TOKEN_END)
        return FALSE;
      if (time->hour > 24)
        time->problem = VEL_PROBLEM_NO_TIME;
    }
  else
    {
      return FALSE;
    }
  take_range (reader, &i, vel_capture_is (reader, at, "from") || vel_capture_is (reader, at, "between"), time);
  take_tail (reader, &i, time);
  time->end = i;
  return vel_capture_ends (reader, i);
}
