/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writings of dates. The text is folded first, so that the names of months
 * and days come in plain small letters ("ağustos" as "agustos") and every space
 * is one.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-date-scan.h"

#include <string.h>

#include "vel-text.h"

/* No date in any writing is as long. */
#define MAX_TEXT 120

static const char *const months[12][6] = {
  { "ocak", "oca", "january", "jan" },
  { "subat", "sub", "february", "feb" },
  { "mart", "mar", "march" },
  { "nisan", "nis", "april", "apr" },
  { "mayis", "may" },
  { "haziran", "haz", "june", "jun" },
  { "temmuz", "tem", "july", "jul" },
  { "agustos", "agu", "august", "aug" },
  { "eylul", "eyl", "september", "sept", "sep" },
  { "ekim", "eki", "october", "oct" },
  { "kasim", "kas", "november", "nov" },
  { "aralik", "ara", "december", "dec" },
};

static const char *const weekdays[] = {
  "pazartesi", "pzt", "sali", "sal", "carsamba", "car", "crs", "persembe", "per", "prs",
  "cumartesi", "cmt", "cts", "cuma", "cum", "pazar", "paz",
  "monday", "mon", "tuesday", "tues", "tue", "wednesday", "wed", "thursday", "thurs", "thur", "thu",
  "friday", "fri", "saturday", "sat", "sunday", "sun",
};

/* All of these move *at past what they take, or leave it where it was. */

static void
skip_spaces (const char **at)
{
  while (**at == ' ' || **at == '\t' || **at == '\n' || **at == '\r')
    (*at)++;
}

static gboolean
take_char (const char **at,
           char         c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* Takes a number of @min to @max digits and no more. */
static gboolean
take_number (const char **at,
             guint        min,
             guint        max,
             int         *number)
{
  gsize n = strspn (*at, "0123456789");

  if (n < min || n > max)
    return FALSE;
  *number = (int) g_ascii_strtoll (*at, NULL, 10);
  *at += n;
  return TRUE;
}

/* The length of the word at @at when it is @word, else 0. */
static gsize
match_word (const char *at,
            const char *word)
{
  gsize length = strlen (word);

  return strncmp (at, word, length) == 0 && !g_ascii_isalpha (at[length]) ? length : 0;
}

static gboolean
take_month (const char **at,
            int         *month)
{
  for (int i = 0; i < 12; i++)
    for (guint j = 0; j < G_N_ELEMENTS (months[i]) && months[i][j] != NULL; j++)
      {
        gsize length = match_word (*at, months[i][j]);

        if (length > 0)
          {
            *at += length;
            *month = i + 1;
            take_char (at, '.');
            return TRUE;
          }
      }
  return FALSE;
}

static void
take_weekday (const char **at)
{
  const char *start = *at;

  skip_spaces (at);
  take_char (at, ',');
  skip_spaces (at);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      gsize length = match_word (*at, weekdays[i]);

      if (length > 0)
        {
          *at += length;
          take_char (at, '.');
          take_char (at, ',');
          skip_spaces (at);
          return;
        }
    }
  *at = start;
}

static void
take_ordinal (const char **at)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (match_word (*at, endings[i]) > 0)
      {
        *at += 2;
        return;
      }
}

/* A year of four or two digits; a number before a colon is an hour. */
static gboolean
take_year (const char **at,
           VelDateScan *scan)
{
  const char *start = *at;
  gboolean apostrophe = take_char (at, '\'');

  if (!apostrophe && take_number (at, 4, 4, &scan->year))
    scan->short_year = FALSE;
  else if (take_number (at, 2, 2, &scan->year))
    scan->short_year = TRUE;
  else
    {
      *at = start;
      return FALSE;
    }
  if (**at == ':')
    {
      *at = start;
      scan->year = -1;
      scan->short_year = FALSE;
      return FALSE;
    }
  return TRUE;
}

/* Spaces around one of "-./" and, after a named month, a comma or spaces alone. */
static gboolean
take_separator (const char **at,
                const char  *allowed,
                char        *separator)
{
  const char *start = *at;

  skip_spaces (at);
  if (**at != '\0' && strchr (allowed, **at) != NULL)
    {
      *separator = **at;
      (*at)++;
      skip_spaces (at);
      return TRUE;
    }
  *separator = ' ';
  return *at > start;
}

/* "2026-12-31", "2026/12/31", "2026 Aralık 31", "20261231" after the year */
static gboolean
scan_after_year (const char **at,
                 VelDateScan *scan)
{
  char before;
  char after;

  scan->clear = TRUE;
  if (!take_separator (at, "-./", &before))
    return FALSE;
  if (take_month (at, &scan->second))
    take_separator (at, "-./", &after);
  else if (!take_number (at, 1, 2, &scan->second) ||
           !take_separator (at, "-./", &after) || after != before)
    return FALSE;
  return take_number (at, 1, 2, &scan->first);
}

/* "31.12.2026", "31.12", "31 Aralık 2026", "31 Aralık" after the first number */
static gboolean
scan_after_number (const char **at,
                   VelDateScan *scan)
{
  char before;
  char after;
  gboolean separated;
  const char *end;

  take_ordinal (at);
  separated = take_separator (at, "-./", &before);
  if (take_month (at, &scan->second))
    {
      scan->clear = TRUE;
      end = *at;
      take_separator (at, "-./,", &after);
      if (!take_year (at, scan))
        *at = end;
      return TRUE;
    }

  if (!separated || !take_number (at, 1, 2, &scan->second) || **at == ':')
    return FALSE;
  end = *at;
  if (take_separator (at, "-./", &after) && after == before && take_year (at, scan))
    return TRUE;
  *at = end;
  take_char (at, '.');
  /* Two numbers with nothing but a space between them are not a day. */
  return before != ' ';
}

/* "Aralık 31, 2026", "Dec 31" after the month */
static gboolean
scan_after_month (const char **at,
                  VelDateScan *scan)
{
  char separator;
  const char *end;

  scan->clear = TRUE;
  if (!take_separator (at, "-./", &separator) || !take_number (at, 1, 2, &scan->first))
    return FALSE;
  take_ordinal (at);
  end = *at;
  take_separator (at, "-./,", &separator);
  if (!take_year (at, scan))
    *at = end;
  return TRUE;
}

static gboolean
scan_date (const char **at,
           VelDateScan *scan)
{
  int number;

  take_weekday (at);
  if (g_str_has_prefix (*at, "--")) /* vCard: a day without a year */
    {
      *at += 2;
      scan->clear = TRUE;
      if (take_number (at, 4, 4, &number))
        {
          scan->second = number / 100;
          scan->first = number % 100;
          return TRUE;
        }
      return take_number (at, 2, 2, &scan->second) &&
             take_char (at, '-') &&
             take_number (at, 2, 2, &scan->first);
    }
  if (take_month (at, &scan->second))
    return scan_after_month (at, scan);
  if (take_number (at, 8, 8, &number))
    {
      scan->clear = TRUE;
      scan->year = number / 10000;
      scan->second = number / 100 % 100;
      scan->first = number % 100;
      return TRUE;
    }
  if (take_number (at, 4, 4, &scan->year))
    return scan_after_year (at, scan);
  if (take_number (at, 1, 2, &scan->first))
    return scan_after_number (at, scan);
  return FALSE;
}

/* "+03:00", "+0300", "+03", "z", "utc", "gmt+3" */
static gboolean
scan_offset (const char **at,
             VelDateScan *scan)
{
  int sign;
  int hours;
  int minutes = 0;
  gsize word = match_word (*at, "z") + match_word (*at, "utc") + match_word (*at, "gmt");

  if (word > 0)
    {
      *at += word;
      scan->has_offset = TRUE;
      if (**at != '+' && **at != '-')
        return TRUE;
    }
  if (**at != '+' && **at != '-')
    return TRUE;
  sign = **at == '-' ? -1 : 1;
  (*at)++;
  if (take_number (at, 4, 4, &hours))
    {
      minutes = hours % 100;
      hours /= 100;
    }
  else if (!take_number (at, 1, 2, &hours) ||
           (take_char (at, ':') && !take_number (at, 2, 2, &minutes)))
    return FALSE;
  scan->has_offset = TRUE;
  scan->offset = sign * (hours * 3600 + minutes * 60);
  return hours <= 15 && minutes < 60;
}

/* "14:20", "14.20:05", "2:20 pm", "142005" after "t"; then an offset */
static gboolean
scan_time (const char **at,
           gboolean     after_t,
           VelDateScan *scan)
{
  int number;
  int fraction;
  gboolean afternoon;
  gsize word;

  if (after_t && take_number (at, 6, 6, &number))
    {
      scan->hour = number / 10000;
      scan->minute = number / 100 % 100;
      scan->second_of_minute = number % 100;
    }
  else
    {
      if (!take_number (at, 1, 2, &scan->hour) ||
          !(take_char (at, ':') || take_char (at, '.')) ||
          !take_number (at, 2, 2, &scan->minute))
        return FALSE;
      if ((take_char (at, ':') || take_char (at, '.')) &&
          !take_number (at, 2, 2, &scan->second_of_minute))
        return FALSE;
    }
  if ((take_char (at, '.') || take_char (at, ',')) && !take_number (at, 1, 9, &fraction))
    return FALSE;

  scan->has_time = TRUE;
  skip_spaces (at);
  word = match_word (*at, "am") + match_word (*at, "oo");
  afternoon = word == 0;
  if (afternoon)
    word = match_word (*at, "pm") + match_word (*at, "os");
  if (word > 0)
    {
      if (scan->hour < 1 || scan->hour > 12)
        return FALSE;
      scan->hour = scan->hour % 12 + (afternoon ? 12 : 0);
      *at += word;
      skip_spaces (at);
    }
  return scan_offset (at, scan);
}

/**
 * vel_date_scan:
 * @text: text that may be a date
 * @scan: (out caller-allocates): what is written there
 *
 * Reads the numbers and names of a date and, if one follows, of a time of day.
 *
 * Returns: %FALSE if the text is not in the shape of a date
 */
gboolean
vel_date_scan (const char  *text,
               VelDateScan *scan)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  const char *at;
  const char *word;
  gboolean after_t = FALSE;

  memset (scan, 0, sizeof *scan);
  scan->year = -1;
  if (strnlen (text, MAX_TEXT) == MAX_TEXT)
    return FALSE;

  /* ICU itself writes a narrow space into a time, which the folding keeps. */
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  if (normal == NULL)
    return FALSE;
  folded = vel_text_fold (normal);
  at = folded;
  skip_spaces (&at);
  if (!scan_date (&at, scan))
    return FALSE;

  word = at;
  take_weekday (&at);
  skip_spaces (&at);
  take_char (&at, ',');
  skip_spaces (&at);
  if (at > word && (match_word (at, "saat") > 0 || match_word (at, "at") > 0))
    {
      at += match_word (at, "saat") + match_word (at, "at");
      skip_spaces (&at);
    }
  else if (*at == 't' && g_ascii_isdigit (at[1]))
    {
      at++;
      after_t = TRUE;
    }
  if (*at != '\0' && (at == word || !scan_time (&at, after_t, scan)))
    return FALSE;
  skip_spaces (&at);
  return *at == '\0';
}
