/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the folding table of vel-text.c as a C header. It runs on the
 * machine that builds and asks ICU's transliterator for every character of the
 * ranges below, so that the program need not ask it for each row it reads.
 *
 * Only characters whose folding does not hang on their neighbours may stand in
 * the table: those of the Latin script and those that belong to no script.
 * The rest are marked, and send their text to ICU.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "vel-fold-rules.h"

#define COPY 0
#define ASK_ICU 0xffff
#define POOL_SIZE 16384

static const struct
{
  UChar32 first;
  UChar32 last;
} ranges[] = {
  { 0x0000, 0x036f },   /* Latin, IPA, modifiers, combining marks */
  { 0x1e00, 0x1eff },   /* Latin extended additional */
  { 0x2000, 0x2bff },   /* punctuation, currency, letterlike, symbols */
  { 0xfe00, 0xfe0f },   /* variation selectors, which follow emoji */
  { 0xfeff, 0xfeff },   /* byte order mark */
  { 0x1f000, 0x1faff }, /* emoji */
};

static unsigned char pool[POOL_SIZE];
static size_t pool_length = 1;  /* 0 means "copy", so nothing may lie there */

static void
fail (const char *what,
      UChar32     c)
{
  fprintf (stderr, "generate-fold-table: %s (U+%04X)\n", what, (unsigned) c);
  exit (EXIT_FAILURE);
}

static unsigned
find_or_add (const char *bytes,
             size_t      length,
             UChar32     c)
{
  for (size_t i = 1; i < pool_length; i += 1 + pool[i])
    if (pool[i] == length && memcmp (pool + i + 1, bytes, length) == 0)
      return i;

  if (length > VEL_FOLD_MAX_BYTES || pool_length + 1 + length > POOL_SIZE)
    fail ("the folded form is too long for the table", c);

  size_t place = pool_length;

  pool[place] = length;
  memcpy (pool + place + 1, bytes, length);
  pool_length += 1 + length;
  return place;
}

static unsigned
fold_one (const UTransliterator *fold,
          UChar32                c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript (c, &status);
  UChar text[64];
  char source[8];
  char folded[128];
  int32_t text_length = 0;
  int32_t limit;
  int32_t source_length = 0;
  int32_t folded_length = 0;

  if (U_IS_SURROGATE (c) || U_FAILURE (status) ||
      (script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED))
    return ASK_ICU;

  U16_APPEND_UNSAFE (text, text_length, c);
  u_strToUTF8 (source, sizeof source, &source_length, text, text_length, &status);
  limit = text_length;
  utrans_transUChars (fold, text, &text_length, 64, 0, &limit, &status);
  u_strToUTF8 (folded, sizeof folded, &folded_length, text, text_length, &status);
  if (U_FAILURE (status))
    fail (u_errorName (status), c);

  if (folded_length == source_length && memcmp (source, folded, source_length) == 0)
    return COPY;
  return find_or_add (folded, folded_length, c);
}

int
main (int    argc,
      char **argv)
{
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *fold;
  FILE *out;
  unsigned base = 0;
  UChar id[256];

  if (argc != 2)
    {
      fprintf (stderr, "Usage: generate-fold-table HEADER\n");
      return EXIT_FAILURE;
    }

  u_uastrcpy (id, VEL_FOLD_RULES);
  fold = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    fail (u_errorName (status), 0);
  out = fopen (argv[1], "w");
  if (out == NULL)
    fail ("cannot write the header", 0);

  fprintf (out, "/* Written by generate-fold-table from ICU " U_ICU_VERSION "; not to be edited. */\n"
                "#define VEL_FOLD_COPY %d\n"
                "#define VEL_FOLD_ASK_ICU 0x%x\n\n"
                "static const struct { guint32 first, last, base; } vel_fold_ranges[] = {\n",
           COPY, ASK_ICU);
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
    {
      fprintf (out, "  { 0x%04x, 0x%04x, %u },\n",
               (unsigned) ranges[i].first, (unsigned) ranges[i].last, base);
      base += ranges[i].last - ranges[i].first + 1;
    }

  fprintf (out, "};\n\nstatic const guint16 vel_fold_places[] = {\n");
  for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
    for (UChar32 c = ranges[i].first; c <= ranges[i].last; c++)
      fprintf (out, "%u,%s", fold_one (fold, c), (c & 15) == 15 ? "\n" : "");

  fprintf (out, "\n};\n\nstatic const guint8 vel_fold_pool[] = {\n");
  for (size_t i = 0; i < pool_length; i++)
    fprintf (out, "%u,%s", pool[i], (i & 15) == 15 ? "\n" : "");
  fprintf (out, "\n};\n");

  utrans_close (fold);
  if (fclose (out) != 0)
    fail ("cannot write the header", 0);
  return EXIT_SUCCESS;
}
