/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of days, months, spans of time and numbers, in Turkish and English.
 * All are folded, as the pieces of the line are: "ı" is "i", "ğ" is "g".
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

#include <string.h>

/* Sorted by nothing: each is short, and is asked for a handful of words. */
static const struct
{
  const char *ending;
  VelCase     kase;
} endings[] = {
  { "", VEL_CASE_NONE },
  { "a", VEL_CASE_DATIVE }, { "e", VEL_CASE_DATIVE }, { "ya", VEL_CASE_DATIVE }, { "ye", VEL_CASE_DATIVE },
  { "na", VEL_CASE_DATIVE }, { "ne", VEL_CASE_DATIVE },
  { "da", VEL_CASE_LOCATIVE }, { "de", VEL_CASE_LOCATIVE }, { "ta", VEL_CASE_LOCATIVE }, { "te", VEL_CASE_LOCATIVE },
  { "nda", VEL_CASE_LOCATIVE }, { "nde", VEL_CASE_LOCATIVE },
  { "dan", VEL_CASE_ABLATIVE }, { "den", VEL_CASE_ABLATIVE }, { "tan", VEL_CASE_ABLATIVE },
  { "ten", VEL_CASE_ABLATIVE }, { "ndan", VEL_CASE_ABLATIVE }, { "nden", VEL_CASE_ABLATIVE },
  { "i", VEL_CASE_ACCUSATIVE }, { "u", VEL_CASE_ACCUSATIVE }, { "yi", VEL_CASE_ACCUSATIVE },
  { "yu", VEL_CASE_ACCUSATIVE }, { "ni", VEL_CASE_ACCUSATIVE }, { "nu", VEL_CASE_ACCUSATIVE },
  { "in", VEL_CASE_GENITIVE }, { "un", VEL_CASE_GENITIVE }, { "nin", VEL_CASE_GENITIVE }, { "nun", VEL_CASE_GENITIVE },
  { "si", VEL_CASE_POSSESSIVE }, { "su", VEL_CASE_POSSESSIVE },
  { "ina", VEL_CASE_POSSESSIVE_DATIVE }, { "ine", VEL_CASE_POSSESSIVE_DATIVE },
  { "una", VEL_CASE_POSSESSIVE_DATIVE }, { "une", VEL_CASE_POSSESSIVE_DATIVE },
  { "sina", VEL_CASE_POSSESSIVE_DATIVE }, { "sine", VEL_CASE_POSSESSIVE_DATIVE },
  { "inda", VEL_CASE_POSSESSIVE_LOCATIVE }, { "inde", VEL_CASE_POSSESSIVE_LOCATIVE },
  { "unda", VEL_CASE_POSSESSIVE_LOCATIVE }, { "unde", VEL_CASE_POSSESSIVE_LOCATIVE },
  { "sinda", VEL_CASE_POSSESSIVE_LOCATIVE }, { "sinde", VEL_CASE_POSSESSIVE_LOCATIVE },
  { "indan", VEL_CASE_POSSESSIVE_ABLATIVE }, { "inden", VEL_CASE_POSSESSIVE_ABLATIVE },
  { "undan", VEL_CASE_POSSESSIVE_ABLATIVE }, { "unden", VEL_CASE_POSSESSIVE_ABLATIVE },
  { "sindan", VEL_CASE_POSSESSIVE_ABLATIVE }, { "sinden", VEL_CASE_POSSESSIVE_ABLATIVE },
  { "lari", VEL_CASE_PLURAL }, { "leri", VEL_CASE_PLURAL },
};

static const struct
{
  const char *stem;
  int         weekday;
} turkish_weekdays[] = {
  { "pazartesi", 1 }, { "pzt", 1 }, { "sali", 2 }, { "carsamba", 3 }, { "crs", 3 }, { "persembe", 4 },
  { "prs", 4 }, { "cuma", 5 }, { "cumartesi", 6 }, { "cmt", 6 }, { "cts", 6 }, { "pazar", 7 },
};

/* Not "sat" and "sun", which are to sell and to present in Turkish. */
static const struct
{
  const char *word;
  int         weekday;
} english_weekdays[] = {
  { "monday", 1 }, { "mon", 1 }, { "tuesday", 2 }, { "tues", 2 }, { "tue", 2 }, { "wednesday", 3 },
  { "wed", 3 }, { "thursday", 4 }, { "thurs", 4 }, { "thur", 4 }, { "thu", 4 }, { "friday", 5 },
  { "fri", 5 }, { "saturday", 6 }, { "sunday", 7 },
};

/* Not "ara", which is to call. "Ocağa" and "aralığa" have a soft g. */
static const struct
{
  const char *stem;
  int         month;
  gboolean    soft;
} turkish_months[] = {
  { "ocak", 1 }, { "ocag", 1, TRUE }, { "subat", 2 }, { "mart", 3 }, { "nisan", 4 }, { "mayis", 5 },
  { "haziran", 6 }, { "temmuz", 7 }, { "agustos", 8 }, { "eylul", 9 }, { "ekim", 10 }, { "kasim", 11 },
  { "aralik", 12 }, { "aralig", 12, TRUE },
};

static const struct
{
  const char *word;
  int         month;
} short_months[] = {
  { "oca", 1 }, { "sub", 2 }, { "nis", 4 }, { "haz", 6 }, { "tem", 7 }, { "agu", 8 }, { "eyl", 9 },
  { "eki", 10 }, { "kas", 11 },
};

static const struct
{
  const char *word;
  int         month;
} english_months[] = {
  { "january", 1 }, { "jan", 1 }, { "february", 2 }, { "feb", 2 }, { "march", 3 }, { "mar", 3 },
  { "april", 4 }, { "apr", 4 }, { "may", 5 }, { "june", 6 }, { "jun", 6 }, { "july", 7 }, { "jul", 7 },
  { "august", 8 }, { "aug", 8 }, { "september", 9 }, { "sept", 9 }, { "sep", 9 }, { "october", 10 },
  { "oct", 10 }, { "november", 11 }, { "nov", 11 }, { "december", 12 }, { "dec", 12 },
};

static const struct
{
  const char *stem;
  VelUnit     unit;
  gboolean    english;
} units[] = {
  { "minutes", VEL_UNIT_MINUTE, TRUE }, { "minute", VEL_UNIT_MINUTE, TRUE }, { "mins", VEL_UNIT_MINUTE, TRUE },
  { "min", VEL_UNIT_MINUTE, TRUE }, { "dakika", VEL_UNIT_MINUTE }, { "dk", VEL_UNIT_MINUTE },
  { "hours", VEL_UNIT_HOUR, TRUE }, { "hour", VEL_UNIT_HOUR, TRUE }, { "hrs", VEL_UNIT_HOUR, TRUE },
  { "saat", VEL_UNIT_HOUR },
  { "days", VEL_UNIT_DAY, TRUE }, { "day", VEL_UNIT_DAY, TRUE }, { "gun", VEL_UNIT_DAY },
  { "weeks", VEL_UNIT_WEEK, TRUE }, { "week", VEL_UNIT_WEEK, TRUE }, { "hafta", VEL_UNIT_WEEK },
  { "months", VEL_UNIT_MONTH, TRUE }, { "month", VEL_UNIT_MONTH, TRUE }, { "ay", VEL_UNIT_MONTH },
  { "years", VEL_UNIT_YEAR, TRUE }, { "year", VEL_UNIT_YEAR, TRUE }, { "yil", VEL_UNIT_YEAR },
  { "sene", VEL_UNIT_YEAR },
};

static const struct
{
  const char *stem;
  int         value;
} turkish_numbers[] = {
  { "bir", 1 }, { "iki", 2 }, { "uc", 3 }, { "dort", 4 }, { "dord", 4 }, { "bes", 5 }, { "alti", 6 },
  { "yedi", 7 }, { "sekiz", 8 }, { "dokuz", 9 },
}, turkish_tens[] = {
  { "on", 10 }, { "yirmi", 20 }, { "otuz", 30 }, { "kirk", 40 }, { "elli", 50 }, { "altmis", 60 },
  { "yetmis", 70 }, { "seksen", 80 }, { "doksan", 90 },
}, english_numbers[] = {
  { "a", 1 }, { "an", 1 }, { "one", 1 }, { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 },
  { "six", 6 }, { "seven", 7 }, { "eight", 8 }, { "nine", 9 }, { "ten", 10 }, { "eleven", 11 },
  { "twelve", 12 }, { "fifteen", 15 }, { "twenty", 20 }, { "thirty", 30 }, { "forty", 40 },
  { "fifty", 50 }, { "sixty", 60 }, { "ninety", 90 },
}, nths[] = {
  { "ilk", 1 }, { "birinci", 1 }, { "ikinci", 2 }, { "ucuncu", 3 }, { "dorduncu", 4 }, { "son", -1 },
  { "first", 1 }, { "second", 2 }, { "third", 3 }, { "fourth", 4 }, { "last", -1 },
};

VelCase
vel_capture_case (const char *ending)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (ending, endings[i].ending))
      return endings[i].kase;
  return VEL_CASE_UNKNOWN;
}

gboolean
vel_capture_is (VelCaptureReader *reader,
                guint             at,
                const char       *word)
{
  const VelToken *token = vel_capture_token (reader, at);

  return token->kind == VEL_TOKEN_WORD && g_str_equal (token->fold, word);
}

gboolean
vel_capture_is_char (VelCaptureReader *reader,
                     guint             at,
                     char              c)
{
  const VelToken *token = vel_capture_token (reader, at);

  return token->kind == VEL_TOKEN_OTHER && *token->fold == c;
}

gboolean
vel_capture_take_char (VelCaptureReader *reader,
                       guint            *at,
                       char              c)
{
  if (!vel_capture_is_char (reader, *at, c))
    return FALSE;
  (*at)++;
  return TRUE;
}

gboolean
vel_capture_take_dash (VelCaptureReader *reader,
                       guint            *at)
{
  return vel_capture_take_char (reader, at, '-');
}

/* Takes the one word or the words of @words, none of them with an ending. */
gboolean
vel_capture_take (VelCaptureReader *reader,
                  guint            *at,
                  const char       *words)
{
  guint i = *at;

  while (*words != '\0')
    {
      const gsize length = strcspn (words, " ");
      const VelToken *token = vel_capture_token (reader, i);

      if (token->kind != VEL_TOKEN_WORD || strlen (token->fold) != length ||
          strncmp (token->fold, words, length) != 0 || (i > *at && token->glued))
        return FALSE;
      i++;
      words += length + (words[length] == ' ');
    }
  /* "Friday's" and "x@today" are other words. */
  if (vel_capture_token (reader, i)->glued && vel_capture_token (reader, i)->kind == VEL_TOKEN_APOSTROPHE &&
      vel_capture_token (reader, i + 1)->glued && vel_capture_token (reader, i + 1)->kind == VEL_TOKEN_WORD)
    return FALSE;
  *at = i;
  return TRUE;
}

gboolean
vel_capture_take_any (VelCaptureReader   *reader,
                      guint              *at,
                      const char * const *words)
{
  for (; *words != NULL; words++)
    if (vel_capture_take (reader, at, *words))
      return TRUE;
  return FALSE;
}

/* Takes "'te" or "te", glued to what stands before; without one it is a bare word. */
gboolean
vel_capture_take_ending (VelCaptureReader *reader,
                         guint            *at,
                         VelCase          *kase)
{
  const VelToken *first = vel_capture_token (reader, *at);
  const VelToken *second = vel_capture_token (reader, *at + 1);

  *kase = VEL_CASE_NONE;
  if (!first->glued)
    return TRUE;
  if (first->kind == VEL_TOKEN_WORD)
    {
      *kase = vel_capture_case (first->fold);
      *at += *kase != VEL_CASE_UNKNOWN;
      return *kase != VEL_CASE_UNKNOWN;
    }
  if (first->kind == VEL_TOKEN_APOSTROPHE && second->glued && second->kind == VEL_TOKEN_WORD)
    {
      *kase = vel_capture_case (second->fold);
      *at += *kase != VEL_CASE_UNKNOWN ? 2 : 0;
      return *kase != VEL_CASE_UNKNOWN;
    }
  return TRUE;
}

/* Takes the ending of "14:00 te", "8 de", "15 aralık ta", written apart as many write it. */
gboolean
vel_capture_take_apart (VelCaptureReader *reader,
                        guint            *at,
                        VelCase          *kase)
{
  static const char *const apart[] = { "de", "da", "te", "ta", NULL };

  if (*kase != VEL_CASE_NONE || !vel_capture_take_any (reader, at, apart))
    return FALSE;
  *kase = VEL_CASE_LOCATIVE;
  return TRUE;
}

/* Takes the word @stem with whatever ending of a case, glued or after an apostrophe. */
gboolean
vel_capture_take_stem (VelCaptureReader *reader,
                       guint            *at,
                       const char       *stem,
                       VelCase          *kase)
{
  const VelToken *token = vel_capture_token (reader, *at);
  guint i = *at + 1;

  if (token->kind != VEL_TOKEN_WORD || !g_str_has_prefix (token->fold, stem))
    return FALSE;
  *kase = vel_capture_case (token->fold + strlen (stem));
  if (*kase == VEL_CASE_NONE && !vel_capture_take_ending (reader, &i, kase))
    return FALSE;
  if (*kase == VEL_CASE_UNKNOWN)
    return FALSE;
  *at = i;
  return TRUE;
}

gboolean
vel_capture_take_weekday (VelCaptureReader *reader,
                          guint            *at,
                          int              *weekday,
                          VelCase          *kase)
{
  const VelToken *token = vel_capture_token (reader, *at);

  if (token->kind != VEL_TOKEN_WORD)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (turkish_weekdays); i++)
    if (vel_capture_take_stem (reader, at, turkish_weekdays[i].stem, kase))
      {
        *weekday = turkish_weekdays[i].weekday;
        return TRUE;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (english_weekdays); i++)
    {
      const gsize length = strlen (english_weekdays[i].word);

      *weekday = english_weekdays[i].weekday;
      *kase = VEL_CASE_NONE;
      if (vel_capture_take (reader, at, english_weekdays[i].word))
        return TRUE;
      if (length > 5 && g_str_has_prefix (token->fold, english_weekdays[i].word) &&
          g_str_equal (token->fold + length, "s"))
        {
          *kase = VEL_CASE_PLURAL;
          (*at)++;
          return TRUE;
        }
    }
  return FALSE;
}

/* "sat" and "sun" are days only after an English word that says so: then 6 or 7. */
gboolean
vel_capture_is_short_weekend (VelCaptureReader *reader,
                              guint             at)
{
  return vel_capture_is (reader, at, "sat") || vel_capture_is (reader, at, "sun");
}

gboolean
vel_capture_take_month (VelCaptureReader *reader,
                        guint            *at,
                        int              *month,
                        gboolean         *english,
                        VelCase          *kase)
{
  guint i = *at;

  *english = FALSE;
  for (gsize j = 0; j < G_N_ELEMENTS (turkish_months); j++)
    if (vel_capture_take_stem (reader, &i, turkish_months[j].stem, kase))
      {
        if (turkish_months[j].soft && *kase != VEL_CASE_DATIVE && *kase != VEL_CASE_GENITIVE)
          return FALSE;
        *month = turkish_months[j].month;
        *at = i;
        return TRUE;
      }
  *kase = VEL_CASE_NONE;
  for (gsize j = 0; j < G_N_ELEMENTS (short_months); j++)
    if (vel_capture_take (reader, at, short_months[j].word))
      {
        *month = short_months[j].month;
        return TRUE;
      }
  *english = TRUE;
  for (gsize j = 0; j < G_N_ELEMENTS (english_months); j++)
    if (vel_capture_take (reader, at, english_months[j].word))
      {
        *month = english_months[j].month;
        return TRUE;
      }
  return FALSE;
}

gboolean
vel_capture_take_unit (VelCaptureReader *reader,
                       guint            *at,
                       VelUnit          *unit,
                       VelCase          *kase)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      *kase = VEL_CASE_NONE;
      if (units[i].english ? vel_capture_take (reader, at, units[i].stem)
                           : vel_capture_take_stem (reader, at, units[i].stem, kase))
        {
          *unit = units[i].unit;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
take_turkish_number (VelCaptureReader *reader,
                     guint            *at,
                     VelCaptureNumber *number)
{
  guint i = *at;
  gboolean found = FALSE;

  for (gsize j = 0; j < G_N_ELEMENTS (turkish_tens) && !found; j++)
    if (vel_capture_take_stem (reader, &i, turkish_tens[j].stem, &number->kase))
      {
        number->value = turkish_tens[j].value;
        found = TRUE;
      }
  if (number->kase == VEL_CASE_NONE)
    for (gsize j = 0; j < G_N_ELEMENTS (turkish_numbers); j++)
      if (vel_capture_take_stem (reader, &i, turkish_numbers[j].stem, &number->kase))
        {
          number->value += turkish_numbers[j].value;
          found = TRUE;
          break;
        }
  if (found)
    *at = i;
  return found;
}

static gboolean
take_english_number (VelCaptureReader *reader,
                     guint            *at,
                     VelCaptureNumber *number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (english_numbers); i++)
    if (vel_capture_take (reader, at, english_numbers[i].stem))
      {
        number->value = english_numbers[i].value;
        number->english = TRUE;
        number->kase = VEL_CASE_NONE;
        return TRUE;
      }
  return FALSE;
}

/* Takes "3", "3'ü", "1,5", "üç", "on beş", "bir buçuk", "dokuz buçukta", "three". */
gboolean
vel_capture_take_number (VelCaptureReader *reader,
                         guint            *at,
                         VelCaptureNumber *number)
{
  const VelToken *token = vel_capture_token (reader, *at);
  VelCaptureNumber found = { .words = token->kind == VEL_TOKEN_WORD };
  guint i = *at;

  if (token->kind == VEL_TOKEN_NUMBER)
    {
      const VelToken *fraction = vel_capture_token (reader, i + 2);

      if (token->n_digits > 4 || !vel_capture_starts (reader, i))
        return FALSE;
      found.value = token->number;
      i++;
      if ((vel_capture_is_char (reader, i, ',') || vel_capture_is_char (reader, i, '.')) &&
          fraction->kind == VEL_TOKEN_NUMBER && fraction->glued && vel_capture_token (reader, i)->glued)
        {
          if (fraction->n_digits != 1 || fraction->number != 5)
            return FALSE;
          found.half = TRUE;
          i += 2;
        }
      if (!vel_capture_take_ending (reader, &i, &found.kase))
        return FALSE;
    }
  else if (token->kind != VEL_TOKEN_WORD ||
           (!take_turkish_number (reader, &i, &found) && !take_english_number (reader, &i, &found)))
    {
      return FALSE;
    }
  if (found.kase == VEL_CASE_NONE && vel_capture_take_stem (reader, &i, "bucuk", &found.kase))
    found.half = TRUE;
  *number = found;
  *at = i;
  return TRUE;
}

/* Takes "5th". */
gboolean
vel_capture_take_ordinal (VelCaptureReader *reader,
                          guint            *at,
                          int              *number)
{
  static const char *const ends[] = { "st", "nd", "rd", "th", NULL };
  const VelToken *token = vel_capture_token (reader, *at);
  guint i = *at + 1;

  if (token->kind != VEL_TOKEN_NUMBER || token->n_digits > 2 || !vel_capture_starts (reader, *at) ||
      !vel_capture_token (reader, i)->glued || !vel_capture_take_any (reader, &i, ends))
    return FALSE;
  *number = token->number;
  *at = i;
  return TRUE;
}

/* Takes "ilk", "second", "son": which one of several. */
gboolean
vel_capture_take_nth (VelCaptureReader *reader,
                      guint            *at,
                      int              *nth)
{
  guint i = *at;
  int number;

  for (gsize j = 0; j < G_N_ELEMENTS (nths); j++)
    if (vel_capture_take (reader, at, nths[j].stem))
      {
        *nth = nths[j].value;
        return TRUE;
      }
  if (!vel_capture_take_ordinal (reader, &i, &number) || number < 1 || number > 4)
    return FALSE;
  *nth = number;
  *at = i;
  return TRUE;
}
