/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-import-error.h"

/* Valid UTF-8 sequences after which nothing else is looked for. */
#define SURE_SEQUENCES 1000
/* Bytes above 0x7F that are no UTF-8 after which the one-byte encodings can be told apart. */
#define SURE_HIGH_BYTES 20000

#define HEAD_SIZE 16

struct _VelEncodingProbe
{
  guint64 n_bytes;
  guint64 n_control;    /* control characters that no text has */
  guint64 n_nul[2];     /* zero bytes at even and at odd places */
  guint64 n_sequences;  /* UTF-8 sequences of two bytes and more */
  guint64 n_broken;     /* places that are no UTF-8 */
  guint64 n_high;
  guint64 n_crlf;
  guint64 high[256];    /* how often each byte above 0x7F occurs */
  guint64 inner[256];   /* the same, between a letter and a letter or another such byte */
  guint8  head[HEAD_SIZE];
  gsize   n_head;
  guint8  previous[2];
  guint   pending;      /* bytes that the UTF-8 sequence at hand still lacks */
  guint8  lower;        /* what its next byte may be */
  guint8  upper;
};

/* The places of ç Ç ğ Ğ ı İ ö Ö ş Ş ü Ü. */
static const guint8 windows_letters[] = { 0xe7, 0xc7, 0xf0, 0xd0, 0xfd, 0xdd, 0xf6, 0xd6, 0xfe, 0xde, 0xfc, 0xdc };
static const guint8 mac_letters[] = { 0x8d, 0x82, 0xdb, 0xda, 0xdd, 0xdc, 0x9a, 0x85, 0xdf, 0xde, 0x9f, 0x86 };
static const guint8 dos_letters[] = { 0x87, 0x80, 0xa7, 0xa6, 0x8d, 0x98, 0x94, 0x99, 0x9f, 0x9e, 0x81, 0x9a };
/* ğ Ğ ı İ ş Ş: where Windows-1252 has ð Ð ý Ý þ Þ. */
static const guint8 turkish_only[] = { 0xf0, 0xd0, 0xfd, 0xdd, 0xfe, 0xde };
/* á í ó ú æ and their capitals, which the language that writes ð and þ cannot do without. */
static const guint8 icelandic[] = { 0xe1, 0xed, 0xf3, 0xfa, 0xe6, 0xc1, 0xcd, 0xd3, 0xda, 0xc6 };
/* What Turkish writes besides: ç ö ü â î û and their capitals, and typographic marks. */
static const guint8 turkish_also[] = { 0xe7, 0xc7, 0xf6, 0xd6, 0xfc, 0xdc, 0xe2, 0xc2, 0xee, 0xce, 0xfb, 0xdb,
                                       0xa0, 0xab, 0xbb, 0xb0, 0xb4, 0xb7, 0xad, 0xae, 0xa9, 0xa7 };

static guint64
sum_bytes (const guint64 *counts,
           const guint8  *bytes,
           gsize          n_bytes)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n_bytes; i++)
    sum += counts[bytes[i]];

  return sum;
}

#define SUM(counts, bytes) sum_bytes ((counts), (bytes), G_N_ELEMENTS (bytes))

static void
count_utf8 (VelEncodingProbe *self,
            guint8            c)
{
  if (self->pending > 0)
    {
      if (c >= self->lower && c <= self->upper)
        {
          self->lower = 0x80;
          self->upper = 0xbf;
          if (--self->pending == 0)
            self->n_sequences++;
          return;
        }
      self->pending = 0;
      self->n_broken++;
    }

  if (c < 0x80)
    return;

  self->lower = 0x80;
  self->upper = 0xbf;
  if (c >= 0xc2 && c <= 0xdf)
    self->pending = 1;
  else if (c >= 0xe0 && c <= 0xef)
    self->pending = 2;
  else if (c >= 0xf0 && c <= 0xf4)
    self->pending = 3;
  else
    self->n_broken++;

  /* No overlong forms, no surrogates, nothing above U+10FFFF. */
  if (c == 0xe0)
    self->lower = 0xa0;
  else if (c == 0xed)
    self->upper = 0x9f;
  else if (c == 0xf0)
    self->lower = 0x90;
  else if (c == 0xf4)
    self->upper = 0x8f;
}

static inline gboolean
is_word_byte (guint8 c)
{
  return c >= 0x80 || g_ascii_isalpha (c);
}

/* Whether the bytes at the very start are those of @magic. */
static gboolean
starts_with (VelEncodingProbe *self,
             const char       *magic,
             gsize             length)
{
  return self->n_head >= length && memcmp (self->head, magic, length) == 0;
}

static gboolean
starts_with_word (VelEncodingProbe *self,
                  const char       *word)
{
  gsize skip = 0;
  gsize length = strlen (word);

  if (starts_with (self, "\xef\xbb\xbf", 3))
    skip = 3;
  return self->n_head >= skip + length &&
         g_ascii_strncasecmp ((const char *) self->head + skip, word, length) == 0;
}

/* Files that people hand over in place of a CSV, so that the sentence can say what to do. */
static gboolean
check_foreign (VelEncodingProbe  *self,
               GError           **error)
{
  const char *message = NULL;

  if (starts_with (self, "PK\x03\x04", 4) || starts_with (self, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    message = _("This is a spreadsheet or another packed document, not a CSV file. Open it in the program "
                "that made it and save the sheet as CSV.");
  else if (starts_with (self, "%PDF-", 5))
    message = _("This is a PDF document, not a CSV file.");
  else if (starts_with (self, "SQLite format 3", 16))
    message = _("This is a database, not a CSV file.");
  else if (starts_with_word (self, "<!doctype") || starts_with_word (self, "<html") ||
           starts_with_word (self, "<table") || starts_with_word (self, "<?xml"))
    message = _("This is a web page or an XML document, not a CSV file. Open it in a spreadsheet program and "
                "save it as CSV.");

  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_NOT_TEXT, message);
  return FALSE;
}

/* Windows-1254, ISO-8859-9, Windows-1252, MacTurkish and DOS 857 all give some text for every
 * byte, so the decision is which of them gives words. */
static const char *
decide_one_byte (VelEncodingProbe *self)
{
  guint64 inner = 0;
  guint64 c1 = 0;
  guint64 windows = SUM (self->inner, windows_letters);
  guint64 mac = SUM (self->inner, mac_letters);
  guint64 dos = SUM (self->inner, dos_letters);
  guint64 turkish = SUM (self->high, turkish_only);
  guint64 western;

  for (guint c = 0x80; c < 0x100; c++)
    {
      inner += self->inner[c];
      if (c < 0xa0)
        c1 += self->high[c];
    }

  if (mac > windows && mac >= dos && mac >= 3 && mac * 10 >= inner * 6)
    return "x-mac-turkish";
  if (dos > windows && dos > mac && dos >= 3 && dos * 10 >= inner * 6)
    return "IBM857";

  if (turkish > 0)
    {
      guint64 iceland = SUM (self->high, icelandic);

      /* Icelandic has far more ð than ý, Turkish far more ı than ğ; and Icelandic is full of accents. */
      if (iceland * 2 >= turkish &&
          self->high[0xf0] + self->high[0xd0] > self->high[0xfd] + self->high[0xdd])
        return "windows-1252";
    }
  else
    {
      western = self->n_high - c1 - SUM (self->high, turkish_also);
      if (western > 0)
        return "windows-1252";
    }

  /* The two differ only where ISO-8859-9 has control characters. Lines that end as Windows ends
   * them speak for Windows too. */
  return c1 > 0 || self->n_crlf > 0 ? "windows-1254" : "ISO-8859-9";
}

/**
 * vel_encoding_probe_new:
 *
 * Creates a probe that finds out in which encoding a text is written. It holds
 * a few kB, however long the text is. Not bound to a thread.
 *
 * Returns: (transfer full): a new probe
 */
VelEncodingProbe *
vel_encoding_probe_new (void)
{
  return g_new0 (VelEncodingProbe, 1);
}

/**
 * vel_encoding_probe_free:
 * @self: (nullable) (transfer full): a probe
 *
 * Frees @self.
 */
void
vel_encoding_probe_free (VelEncodingProbe *self)
{
  g_free (self);
}

/**
 * vel_encoding_probe_feed:
 * @self: a probe
 * @data: (array length=length): the next bytes of the text
 * @length: how many
 *
 * Looks at more of the text, from its first byte on without gaps.
 */
void
vel_encoding_probe_feed (VelEncodingProbe *self,
                         const guint8     *data,
                         gsize             length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 c = data[i];

      if (self->n_head < HEAD_SIZE)
        self->head[self->n_head++] = c;

      if (c == '\0')
        self->n_nul[self->n_bytes & 1]++;
      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || c == 0x7f)
        self->n_control++;
      if (c == '\n' && self->previous[0] == '\r')
        self->n_crlf++;

      if (c >= 0x80)
        {
          self->n_high++;
          self->high[c]++;
        }
      /* The byte before this one now has both its neighbours. */
      if (self->previous[0] >= 0x80 && is_word_byte (c) && is_word_byte (self->previous[1]))
        self->inner[self->previous[0]]++;
      count_utf8 (self, c);

      self->previous[1] = self->previous[0];
      self->previous[0] = c;
      self->n_bytes++;
    }
}

/**
 * vel_encoding_probe_is_sure:
 * @self: a probe
 *
 * Returns: whether more text can no longer change the decision, so that the
 *   rest of a long file need not be looked at
 */
gboolean
vel_encoding_probe_is_sure (VelEncodingProbe *self)
{
  if (starts_with (self, "\xef\xbb\xbf", 3) ||
      starts_with (self, "\xff\xfe", 2) ||
      starts_with (self, "\xfe\xff", 2))
    return TRUE;

  if (self->n_broken == 0)
    return self->n_sequences >= SURE_SEQUENCES;

  return self->n_high >= SURE_HIGH_BYTES;
}

/**
 * vel_encoding_probe_decide:
 * @self: a probe that was fed
 * @error: return location for an error
 *
 * Decides: a byte order mark; zero bytes in every second place (UTF-16);
 * UTF-8 where the text is UTF-8, a broken place here and there allowed; else
 * one of Windows-1254, ISO-8859-9, Windows-1252, MacTurkish and DOS 857 by the
 * letters that they would give. The name is one that ICU knows.
 *
 * Returns: (transfer none) (nullable): the encoding's name, or %NULL with
 *   %VEL_IMPORT_ERROR_NOT_TEXT if this is no text
 */
const char *
vel_encoding_probe_decide (VelEncodingProbe  *self,
                           GError           **error)
{
  guint64 half = self->n_bytes / 2;

  if (!check_foreign (self, error))
    return NULL;

  if (starts_with (self, "\xef\xbb\xbf", 3))
    return "UTF-8";
  if (starts_with (self, "\xff\xfe\x00\x00", 4))
    return "UTF-32LE";
  if (starts_with (self, "\x00\x00\xfe\xff", 4))
    return "UTF-32BE";
  if (starts_with (self, "\xff\xfe", 2))
    return "UTF-16LE";
  if (starts_with (self, "\xfe\xff", 2))
    return "UTF-16BE";

  if (half >= 2 && self->n_nul[1] * 10 >= half * 6 && self->n_nul[0] * 20 <= half)
    return "UTF-16LE";
  if (half >= 2 && self->n_nul[0] * 10 >= half * 6 && self->n_nul[1] * 20 <= half)
    return "UTF-16BE";

  /* A stray control character is the business of its row; a file of them is no text. */
  if ((self->n_control >= 8 && self->n_control * 50 > self->n_bytes) ||
      self->n_control * 2 > self->n_bytes)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_NOT_TEXT,
                           _("This is no text: the file holds bytes that no CSV file has."));
      return NULL;
    }

  if (self->n_broken == 0 || self->n_sequences >= 4 * self->n_broken)
    return "UTF-8";

  return decide_one_byte (self);
}
