/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "vel-fold-rules.h"
#include "vel-text.h"

#include "naughty.h"

/* What ICU itself makes of a text, without any table. */
static char *
fold_by_icu (const UTransliterator *fold,
             const char            *text)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = NULL;
  int32_t capacity = 16 * (int32_t) strlen (text) + 64;
  int32_t length = 0;
  int32_t limit;
  char *folded;

  wide = g_new (UChar, capacity);
  u_strFromUTF8 (wide, capacity, &length, text, -1, &status);
  limit = length;
  utrans_transUChars (fold, wide, &length, capacity, 0, &limit, &status);
  folded = g_malloc (3 * (gsize) length + 1);
  u_strToUTF8 (folded, 3 * length + 1, NULL, wide, length, &status);
  g_assert_cmpstr (u_errorName (status), ==, u_errorName (U_ZERO_ERROR));
  return folded;
}

static UTransliterator *
open_icu (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[256];
  UTransliterator *fold;

  u_uastrcpy (id, VEL_FOLD_RULES);
  fold = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  g_assert_cmpstr (u_errorName (status), ==, u_errorName (U_ZERO_ERROR));
  return fold;
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Işık", "isik" },
    { "IŞIK", "isik" },
    { "ışık", "isik" },
    { "isik", "isik" },
    { "İSTANBUL", "istanbul" },
    { "i\xcc\x87stanbul", "istanbul" },
    { "I\xcc\x87STANBUL", "istanbul" },
    { "ISPARTA", "isparta" },
    { "Iğdır", "igdir" },
    { "ÇAĞRI", "cagri" },
    { "C\xcc\xa7" "ag\xcc\x86r\xc4\xb1", "cagri" },
    { "Öğretmen Ünal, Şırnak", "ogretmen unal, sirnak" },
    { "hâlâ Rûmî", "hala rumi" },
    { "Groß & Søn", "gross & son" },
    { "ŒUVRE Ærø", "oeuvre aero" },
    { "+90 (532) 123-45-67", "+90 (532) 123-45-67" },
    { "AYŞE@EXAMPLE.COM.TR", "ayse@example.com.tr" },
    { "Ali\xe2\x80\x8bVeli", "aliveli" },
    { "a\xc2\xa0" "b", "a b" },
    { "“Tırnak” ‘iç’ – uzun…", "\"tirnak\" 'ic' - uzun..." },
    { "₺100 €5 👍🏽", "tl100 €5 👍🏽" },
    { "Αθήνα", "athena" },
    { "Москва", "moskva" },
    { "Işık Москва 👍", "isik moskva 👍" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = vel_text_fold (cases[i].text);
      g_autofree char *again = vel_text_fold (folded);

      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

static void
test_fold_append (void)
{
  g_autoptr (GString) buffer = g_string_new ("önce|");

  vel_text_fold_append (buffer, "IŞIK");
  g_string_append_c (buffer, '|');
  vel_text_fold_append (buffer, "");
  vel_text_fold_append (buffer, "Αθήνα");
  vel_text_fold_append (buffer, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@[`{");
  g_assert_cmpstr (buffer->str, ==,
                   "önce|isik|athenaabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz@[`{");
  g_assert_cmpuint (buffer->len, ==, strlen (buffer->str));
}

static const struct
{
  gunichar first;
  gunichar last;
} table_ranges[] = {
  { 0x0001, 0x036f },
  { 0x1e00, 0x1eff },
  { 0x2000, 0x2bff },
  { 0xfe00, 0xfe0f },
  { 0xfeff, 0xfeff },
  { 0x1f000, 0x1faff },
};

/* Every character of the table alone, and between letters. */
static void
test_fold_table (void)
{
  UTransliterator *icu = open_icu ();

  for (guint i = 0; i < G_N_ELEMENTS (table_ranges); i++)
    for (gunichar c = table_ranges[i].first; c <= table_ranges[i].last; c++)
      {
        char letter[8] = { 0, };
        g_autofree char *among = NULL;
        g_autofree char *ours = NULL;
        g_autofree char *theirs = NULL;
        g_autofree char *ours_among = NULL;
        g_autofree char *theirs_among = NULL;

        g_unichar_to_utf8 (c, letter);
        among = g_strdup_printf ("Aş%sIl%s %s", letter, letter, letter);
        ours = vel_text_fold (letter);
        theirs = fold_by_icu (icu, letter);
        ours_among = vel_text_fold (among);
        theirs_among = fold_by_icu (icu, among);
        g_assert_cmpstr (ours, ==, theirs);
        g_assert_cmpstr (ours_among, ==, theirs_among);
      }
  utrans_close (icu);
}

/* A character must fold alike whatever stands beside it, or a table could not
 * do it: texts of characters from the table in random order. */
static void
test_fold_neighbours (void)
{
  UTransliterator *icu = open_icu ();

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;

      for (guint i = 0; i < 300; i++)
        {
          guint range = g_test_rand_int_range (0, 2 * G_N_ELEMENTS (table_ranges));

          /* Half of them from the letters. */
          range = range < G_N_ELEMENTS (table_ranges) ? range : 0;
          g_string_append_unichar (text, g_test_rand_int_range (table_ranges[range].first,
                                                                table_ranges[range].last + 1));
        }
      ours = vel_text_fold (text->str);
      theirs = fold_by_icu (icu, text->str);
      g_assert_cmpstr (ours, ==, theirs);
    }
  utrans_close (icu);
}

/* Texts that ICU is given in pieces fold as they do in one. */
static void
test_fold_long (void)
{
  UTransliterator *icu = open_icu ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) one_word = g_string_new (NULL);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours_unbroken = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (words, i % 3 == 0 ? "Москва " : i % 3 == 1 ? "Αθήνα Ğ" : "中文\n");
  ours = vel_text_fold (words->str);
  theirs = fold_by_icu (icu, words->str);
  g_assert_cmpstr (ours, ==, theirs);

  for (guint i = 0; i < 3000; i++)
    g_string_append (one_word, "\xf0\xa0\x80\x80Ж");
  ours_unbroken = vel_text_fold (one_word->str);
  g_assert_true (g_utf8_validate (ours_unbroken, -1, NULL));
  g_assert_null (strstr (ours_unbroken, "\xef\xbf\xbd"));
  utrans_close (icu);
}

static gpointer
fold_often (gpointer data)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *folded = vel_text_fold (i % 2 == 0 ? "Юлия Işık" : "Işık");

      g_assert_cmpstr (folded, ==, i % 2 == 0 ? "ulia isik" : "isik");
    }
  return NULL;
}

static void
test_fold_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("fold", fold_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_clean_line (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } cases[] = {
    { "", "" },
    { "  Ayşe   Yılmaz \t\r\n", "Ayşe Yılmaz" },
    { "iki\nsatır\r\n\r\nüç", "iki satır üç" },
    { "a\x01\x02\x7f\xc2\x9f" "b", "ab" },
    { "a\xc2\x85" "b\xe2\x80\xa8" "c\xe2\x80\xa9" "d", "a b c d" },
    { "\xe2\x80\xae" "evil\xe2\x80\xac ok", "evil ok" },
    { "\xe2\x81\xa6" "x\xe2\x81\xa9", "x" },
    { "שלום\xe2\x80\x8f!", "שלום\xe2\x80\x8f!" },
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb" },
    { "<b>&amp;</b> %s", "<b>&amp;</b> %s" },
    { "a\xff" "b", "a\xef\xbf\xbd" "b" },
    { " \xe2\x80\xae ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = vel_text_clean_line (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_initials (void)
{
  static const struct
  {
    const char *name;
    const char *turkish;
    const char *english;
  } cases[] = {
    { "", "", "" },
    { "  ", "", "" },
    { "!!! ---", "", "" },
    { "ayşe", "A", "A" },
    { "ilker ışık", "İI", "II" },
    { "Mehmet Ali Yılmaz", "MY", "MY" },
    { "çağrı  öz", "ÇÖ", "ÇÖ" },
    { "(Işık) & 3M", "I3", "I3" },
    { "ßtraße", "SS", "SS" },
    { "李 小龙", "李小", "李小" },
    { "\xff\xfe", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *turkish = NULL;
      g_autofree char *english = NULL;

      vel_language_set ("tr");
      turkish = vel_text_initials (cases[i].name);
      vel_language_set ("en");
      english = vel_text_initials (cases[i].name);
      g_assert_cmpstr (turkish, ==, cases[i].turkish);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
  vel_language_set (NULL);
}

static void
test_language (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  static const struct
  {
    const char *languages;
    const char *language;
  } cases[] = {
    { "tr", "tr" },
    { "tr_TR.UTF-8", "tr" },
    { "en_GB:tr", "en" },
    { "de:tr:en", "tr" },
    { "de", "en" },
    { "trv", "en" },
    { "C", "en" },
    { "tr@latin", "tr" },
  };

  vel_language_set (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].languages, TRUE);
      g_assert_cmpstr (vel_language_get (), ==, cases[i].language);
    }

  g_setenv ("LANGUAGE", "en", TRUE);
  vel_language_set ("tr_TR.UTF-8");
  g_assert_cmpstr (vel_language_get (), ==, "tr");
  vel_language_set (NULL);
  g_assert_cmpstr (vel_language_get (), ==, "en");

  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

static void
check_text (const char *text)
{
  g_autofree char *folded = vel_text_fold (text);
  g_autofree char *line = vel_text_clean_line (text);
  g_autofree char *initials = vel_text_initials (text);

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_utf8_validate (line, -1, NULL));
  g_assert_null (strchr (line, '\n'));
  g_assert_true (g_utf8_validate (initials, -1, NULL));
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

static void
test_fold_speed (void)
{
  const char *row = "Işık Mimarlık Ltd. Şti.\tAyşe Yılmaz\t905321234567\tayse@isikmimarlik.com.tr\tİstanbul";
  g_autoptr (GString) buffer = g_string_new (NULL);
  gint64 start;
  const guint rounds = 200000;

  if (!g_test_perf ())
    {
      g_test_skip ("a measurement, for --benchmark");
      return;
    }
  start = g_get_monotonic_time ();
  for (guint i = 0; i < rounds; i++)
    vel_text_fold_append (buffer, row);
  g_test_minimized_result ((g_get_monotonic_time () - start) / (double) rounds,
                           "folding a row of %" G_GSIZE_FORMAT " bytes: %.3f µs", strlen (row),
                           (g_get_monotonic_time () - start) / (double) rounds);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/fold/append", test_fold_append);
  g_test_add_func ("/text/fold/table", test_fold_table);
  g_test_add_func ("/text/fold/neighbours", test_fold_neighbours);
  g_test_add_func ("/text/fold/long", test_fold_long);
  g_test_add_func ("/text/fold/threads", test_fold_threads);
  g_test_add_func ("/text/fold/speed", test_fold_speed);
  g_test_add_func ("/text/clean-line", test_clean_line);
  g_test_add_func ("/text/initials", test_initials);
  g_test_add_func ("/text/language", test_language);
  g_test_add_func ("/text/naughty", test_naughty);

  return g_test_run ();
}
