/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-cell-kind.h"

#include <string.h>

#include "vel-identity.h"

/* A longer text is prose, whatever it begins with. */
#define MAX_LENGTH 256

#define MIN_PHONE_DIGITS 7
#define MAX_PHONE_DIGITS 15

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gboolean
looks_like_email (const char *text,
                  gsize       length)
{
  const char *at = memchr (text, '@', length);
  const char *end = text + length;
  const char *dot = NULL;

  if (at == NULL || at == text || memchr (at + 1, '@', end - at - 1) != NULL)
    return FALSE;
  for (const char *p = text; p < end; p++)
    {
      if (is_space (*p) || *p == ',' || *p == ';' || *p == '/')
        return FALSE;
      if (*p == '.' && p > at)
        dot = p;
    }

  return dot != NULL && dot > at + 1 && dot + 2 < end;
}

/* A host alone is told from an abbreviation ("San.Tic") by its last label. */
static gboolean
has_known_domain (const char *host,
                  gsize       length)
{
  static const char * const domains[] = {
    "com", "net", "org", "info", "biz", "io", "co", "tr", "eu", "de", "uk", "nl", "fr", "at", "ch", "az",
    "app", "dev", "edu", "gov", "me", "shop", "online", "tech", "agency", "studio",
  };
  const char *dot = NULL;

  for (gsize i = 1; i < length; i++)
    {
      if (host[i] == '.')
        dot = host + i;
      else if (!g_ascii_isalnum (host[i]) && host[i] != '-')
        return FALSE;
    }
  if (dot == NULL || !g_ascii_isalnum (host[0]))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    if (strlen (domains[i]) == (gsize) (host + length - dot - 1) &&
        g_ascii_strncasecmp (domains[i], dot + 1, strlen (domains[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_url (const char *text,
                gsize       length)
{
  const char *slash;

  for (gsize i = 0; i < length; i++)
    if (is_space (text[i]))
      return FALSE;
  if (g_ascii_strncasecmp (text, "http://", 7) == 0 || g_ascii_strncasecmp (text, "https://", 8) == 0)
    return TRUE;
  if (g_ascii_strncasecmp (text, "www.", 4) == 0)
    return length > 6;

  slash = memchr (text, '/', length);
  return has_known_domain (text, slash != NULL ? (gsize) (slash - text) : length);
}

static gsize
skip_digits (const char *text,
             gsize       length,
             gsize       from)
{
  gsize i = from;

  while (i < length && g_ascii_isdigit (text[i]))
    i++;
  return i - from;
}

/* 31.12.2026, 31/12/26, 2026-12-31, each perhaps with a time after a space or a T. */
static gboolean
looks_like_date (const char *text,
                 gsize       length)
{
  gsize at = 0;
  gsize digits[3];

  for (guint part = 0; part < 3; part++)
    {
      digits[part] = skip_digits (text, length, at);
      at += digits[part];
      if (digits[part] == 0 || digits[part] > 4)
        return FALSE;
      if (part < 2)
        {
          if (at >= length || strchr ("./-", text[at]) == NULL || (part == 1 && text[at] != text[digits[0]]))
            return FALSE;
          at++;
        }
    }

  if (digits[1] > 2 ||
      !((digits[0] <= 2 && (digits[2] == 4 || digits[2] == 2)) || (digits[0] == 4 && digits[2] <= 2)))
    return FALSE;
  if (at == length)
    return TRUE;
  if (text[at] != ' ' && text[at] != 'T')
    return FALSE;
  at++;
  return at < length && g_ascii_isdigit (text[at]) && memchr (text + at, ':', length - at) != NULL;
}

/* Digits with marks of grouping: 1.234,56 but not 0532.123.45.67. */
static gboolean
looks_like_number (const char *text,
                   gsize       length)
{
  gsize n_digits = 0;
  gsize group = 0;
  gsize n_groups = 0;
  gboolean odd = FALSE;

  if (length > 0 && (*text == '-' || *text == '+'))
    {
      text++;
      length--;
    }
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        {
          n_digits++;
          group++;
        }
      else if ((text[i] == '.' || text[i] == ',') && group > 0)
        {
          /* Only the first group may be shorter than three, and only the last longer. */
          if (n_groups > 0 && group != 3)
            odd = TRUE;
          n_groups++;
          group = 0;
        }
      else
        return FALSE;
    }
  if (n_groups > 1 && group > 3)
    odd = TRUE;

  return n_digits > 0 && !odd;
}

/* What is left of a sum of money without its currency. */
static void
strip_currency (const char **text,
                gsize       *length)
{
  static const char * const marks[] = { "₺", "TL", "TRY", "€", "EUR", "$", "USD", "£", "%" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if (*length <= n)
        continue;
      if (memcmp (*text, marks[i], n) == 0)
        {
          *text += n;
          *length -= n;
        }
      else if (memcmp (*text + *length - n, marks[i], n) == 0)
        *length -= n;
      else
        continue;
      while (*length > 0 && is_space (**text))
        {
          (*text)++;
          (*length)--;
        }
      while (*length > 0 && is_space ((*text)[*length - 1]))
        (*length)--;
      return;
    }
}

static gboolean
looks_like_phone (const char *text,
                  gsize       length)
{
  gsize n_digits = 0;
  gsize n_marks = 0;
  gsize i = 0;

  if (length > 4 && g_ascii_strncasecmp (text, "tel:", 4) == 0)
    i = 4;
  for (; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        n_digits++;
      /* An extension: x123, ext. 123, dahili 123. */
      else if (n_digits >= MIN_PHONE_DIGITS && strchr ("xXeEdD#", text[i]) != NULL)
        break;
      else if (strchr (" ()-./", text[i]) != NULL || (text[i] == '+' && n_digits == 0))
        n_marks++;
      else
        return FALSE;
    }

  return n_digits >= MIN_PHONE_DIGITS && n_digits <= MAX_PHONE_DIGITS &&
         (n_marks > 0 || text[0] == '0' || (n_digits == 10 && strchr ("2345", text[0]) != NULL) ||
          (n_digits == 12 && g_str_has_prefix (text, "90")));
}

static gboolean
is_iban (const char *text,
         gsize       length)
{
  g_autofree char *copy = NULL;
  g_autofree char *iban = NULL;

  if (length < 15 || length > 48 || !g_ascii_isalpha (text[0]) || !g_ascii_isalpha (text[1]) ||
      !g_ascii_isdigit (text[2]) || !g_ascii_isdigit (text[3]))
    return FALSE;

  copy = g_strndup (text, length);
  iban = vel_iban_normalise (copy, NULL);
  return iban != NULL;
}

static gboolean
is_tax_id (const char *text,
           gsize       length)
{
  char digits[12] = { 0 };
  VelIdentityKind kind;

  if ((length != 10 && length != 11) || skip_digits (text, length, 0) != length)
    return FALSE;

  memcpy (digits, text, length);
  kind = vel_tax_id_check (digits, NULL);
  return kind == VEL_IDENTITY_TCKN || kind == VEL_IDENTITY_VKN;
}

/**
 * vel_cell_kind_guess:
 * @text: a cell
 *
 * Guesses what a cell holds, cheaply enough to be asked for every cell of a
 * large file. It is a hint for a whole column and not a check of the value: a
 * phone number of ten digits may pass for a VKN.
 *
 * Returns: the kind
 */
VelCellKind
vel_cell_kind_guess (const char *text)
{
  gsize length;

  while (is_space (*text))
    text++;
  length = strlen (text);
  while (length > 0 && is_space (text[length - 1]))
    length--;

  if (length == 0)
    return VEL_CELL_EMPTY;
  if (length > MAX_LENGTH)
    return VEL_CELL_TEXT;
  if (looks_like_email (text, length))
    return VEL_CELL_EMAIL;
  if (is_tax_id (text, length))
    return VEL_CELL_TAX_ID;
  if (looks_like_date (text, length))
    return VEL_CELL_DATE;
  if (g_ascii_isdigit (*text) || strchr ("+(tT", *text) != NULL)
    {
      gboolean plain = skip_digits (text, length, 0) == length;

      /* Ten digits without a mark can be a phone number, and twelve with the code of the country. */
      if (*text != '+' && *text != '0' && looks_like_number (text, length) &&
          !(plain && (length == 10 || (length == 12 && g_str_has_prefix (text, "90")))))
        return VEL_CELL_NUMBER;
      if (looks_like_phone (text, length))
        return VEL_CELL_PHONE;
    }
  if (is_iban (text, length))
    return VEL_CELL_IBAN;
  if (looks_like_url (text, length))
    return VEL_CELL_URL;

  strip_currency (&text, &length);
  return looks_like_number (text, length) ? VEL_CELL_NUMBER : VEL_CELL_TEXT;
}
