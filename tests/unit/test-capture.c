/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "capture-phrases.h"
#include "naughty.h"
#include "vel-capture.h"
#include "vel-date.h"
#include "vel-text.h"

#define RANDOM_SEED 20261123
#define N_RANDOM 10000

/* Monday, 23 November 2026, 10:00, wherever the test runs. */
static GDateTime *
new_now (void)
{
  return g_date_time_new_local (2026, 11, 23, 10, 0, 0);
}

static VelCapture *
parse (const char *line)
{
  g_autoptr(GDateTime) now = new_now ();

  return vel_capture_parse (line, now, VEL_CAPTURE_ALL, NULL);
}

static gboolean
check_phrases (const CapturePhrase *phrases,
               gsize                n_phrases)
{
  gboolean good = TRUE;

  for (gsize i = 0; i < n_phrases; i++)
    {
      g_autoptr(VelCapture) capture = parse (phrases[i].line);

      if (g_strcmp0 (capture->title, phrases[i].title) != 0 || g_strcmp0 (capture->due, phrases[i].due) != 0 ||
          g_strcmp0 (capture->repeat, phrases[i].repeat) != 0)
        {
          g_test_message ("“%s” was read as “%s”, %s, %s instead of “%s”, %s, %s", phrases[i].line, capture->title,
                          capture->due, capture->repeat, phrases[i].title, phrases[i].due, phrases[i].repeat);
          good = FALSE;
        }
    }
  return good;
}

static void
test_turkish (void)
{
  g_assert_true (check_phrases (turkish_phrases, G_N_ELEMENTS (turkish_phrases)));
}

static void
test_english (void)
{
  g_assert_true (check_phrases (english_phrases, G_N_ELEMENTS (english_phrases)));
}

/* The end of a month, a year and a leap day, and weekdays seen from a weekend. */
static void
test_other_days (void)
{
  static const struct
  {
    int         year;
    int         month;
    int         day;
    const char *line;
    const char *due;
  } cases[] = {
    { 2026, 12, 31, "yarın", "2027-01-01" },
    { 2026, 12, 31, "gelecek ay", "2027-01-01" },
    { 2026, 12, 31, "ay sonu", "2026-12-31" },
    { 2026, 12, 31, "yıl başı", "2027-01-01" },
    { 2027, 1, 31, "bir ay sonra", "2027-02-28" },
    { 2027, 1, 31, "gelecek ayın 30'u", NULL },
    { 2028, 2, 28, "tomorrow", "2028-02-29" },
    { 2028, 2, 29, "bir yıl sonra", "2029-02-28" },
    { 2096, 3, 1, "29 february", "2104-02-29" },
    { 2026, 11, 28, "hafta sonu", "2026-11-28" },
    { 2026, 11, 29, "hafta sonu", "2026-11-29" },
    { 2026, 11, 28, "cumartesi", "2026-12-05" },
    { 2026, 11, 29, "next monday", "2026-11-30" },
    { 2026, 11, 29, "gelecek hafta", "2026-11-30" },
    { 2026, 11, 27, "3 iş günü sonra", "2026-12-02" },
    { 2026, 11, 27, "end of the week", "2026-11-27" },
    { 9999, 12, 31, "yarın", NULL },
    { 9999, 12, 31, "cuma", NULL },
    { 9999, 12, 31, "gelecek hafta", NULL },
    { 9999, 12, 31, "in 24 hours", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GDateTime) now = g_date_time_new_local (cases[i].year, cases[i].month, cases[i].day, 10, 0, 0);
      g_autoptr(VelCapture) capture = vel_capture_parse (cases[i].line, now, VEL_CAPTURE_ALL, NULL);

      g_test_message ("“%s” on %d-%d-%d is %s", cases[i].line, cases[i].year, cases[i].month, cases[i].day,
                      capture->due);
      g_assert_cmpstr (capture->due, ==, cases[i].due);
      if (cases[i].due == NULL)
        {
          g_assert_cmpstr (capture->title, ==, cases[i].line);
          g_assert_cmpuint (capture->doubts->len, ==, 1);
        }
    }
}

/* What looks like a day or a time and is none is told; what does not is not. */
static void
test_doubts (void)
{
  static const char *const doubtful[] = {
    "31 şubat ara", "31.02.2027 ara", "25:00 ara", "saat 25 ara", "01.01.0001 ara", "february 30 call", "14:60 call",
    "13pm call", "her saat ara", "her ayın 32'si öde", "salı 30 kasım fuar", "in 9999 years call",
    "yarın ya da cuma ara", "9'da ya da 11'de ara", "every day, every week call", "today 9:00 call", "15.03.2020 ara",
    "starting 1 dec 2027 every day until 1 dec 2026 call", "every friday 10 times until 31 december call",
    "bu ayın 31'i sayım",
  };
  static const char *const clear[] = {
    "yarın ara", "5 teklif gönder", "dün gelen postayı yanıtla", "0532 123 45 67", "12.05 TL", "ratio 16:9",
    "at 25 degrees", "10.0.0.1", "", "salı toplantısını hazırla", "yarın salı ara",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (doubtful); i++)
    {
      g_autoptr(VelCapture) capture = parse (doubtful[i]);

      g_test_message ("%s", doubtful[i]);
      g_assert_cmpuint (capture->doubts->len, ==, 1);
      g_assert_true (g_utf8_validate (g_ptr_array_index (capture->doubts, 0), -1, NULL));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (clear); i++)
    {
      g_autoptr(VelCapture) capture = parse (clear[i]);

      g_test_message ("%s", clear[i]);
      g_assert_cmpuint (capture->doubts->len, ==, 0);
    }
}

static void
assert_span (VelCapture     *capture,
             guint           i,
             VelCaptureKind  kind,
             const char     *words)
{
  const VelCaptureSpan *span = &g_array_index (capture->spans, VelCaptureSpan, i);
  g_autofree char *text = NULL;

  g_assert_cmpuint (i, <, capture->spans->len);
  text = g_strndup (capture->line + span->start, span->end - span->start);
  g_assert_cmpstr (text, ==, words);
  g_assert_cmpint (span->kind, ==, kind);
}

static void
test_spans (void)
{
  g_autoptr(VelCapture) capture = parse ("Her cuma, saat 9'da Işık Mimarlık'ı yıl sonuna kadar ara");
  g_autoptr(VelCapture) plain = parse ("“yarın” ara");

  g_assert_cmpuint (capture->spans->len, ==, 3);
  assert_span (capture, 0, VEL_CAPTURE_REPEAT, "Her cuma");
  assert_span (capture, 1, VEL_CAPTURE_TIME, "saat 9'da");
  assert_span (capture, 2, VEL_CAPTURE_REPEAT, "yıl sonuna kadar");
  g_assert_cmpstr (capture->title, ==, "Işık Mimarlık'ı ara");
  g_assert_cmpstr (capture->repeat, ==, "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959");
  assert_span (plain, 0, VEL_CAPTURE_DATE, "yarın");
}

/* Chips that were taken off stay in the title, also while the line goes on. */
static void
test_taken_off (void)
{
  static const char *const friday[] = { "Cuma", NULL };
  static const char *const both[] = { "cuma", "14:00", NULL };
  g_autoptr(GDateTime) now = new_now ();
  g_autoptr(VelCapture) one = vel_capture_parse ("cuma toplantı yarın 14:00", now, VEL_CAPTURE_ALL, friday);
  g_autoptr(VelCapture) two = vel_capture_parse ("cuma toplantı yarın 14:00", now, VEL_CAPTURE_ALL, both);
  g_autoptr(VelCapture) no_date = vel_capture_parse ("yarın 14:00 ara", now, VEL_CAPTURE_TIME, NULL);
  g_autoptr(VelCapture) no_repeat = vel_capture_parse ("her cuma 14:00 ara", now,
                                                       VEL_CAPTURE_ALL & ~VEL_CAPTURE_REPEAT, NULL);
  g_autoptr(VelCapture) nothing = vel_capture_parse ("her cuma yarın 14:00 ara", now, 0, NULL);

  g_assert_cmpstr (one->due, ==, "2026-11-24T14:00");
  g_assert_cmpstr (one->title, ==, "cuma toplantı");
  g_assert_cmpstr (two->due, ==, "2026-11-24");
  g_assert_cmpstr (two->title, ==, "cuma toplantı 14:00");
  g_assert_cmpstr (no_date->due, ==, "2026-11-23T14:00");
  g_assert_cmpstr (no_date->title, ==, "yarın ara");
  g_assert_cmpstr (no_repeat->due, ==, "2026-11-23T14:00");
  g_assert_null (no_repeat->repeat);
  g_assert_cmpstr (no_repeat->title, ==, "her cuma ara");
  g_assert_null (nothing->due);
  g_assert_cmpstr (nothing->title, ==, "her cuma yarın 14:00 ara");
  g_assert_cmpuint (nothing->spans->len, ==, 0);
}

static const VelCaptureName *
find_name (GPtrArray  *names,
           const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (((VelCaptureName *) g_ptr_array_index (names, i))->name, name))
      return g_ptr_array_index (names, i);
  return NULL;
}

static void
test_names (void)
{
  static const struct
  {
    const char *line;
    const char *name;
    const char *words;
  } cases[] = {
    { "yarın 14:00 Işık Mimarlık'ı ara", "Işık Mimarlık", "Işık Mimarlık'ı" },
    { "Ayşe'ye yarın yaz", "Ayşe", "Ayşe'ye" },
    { "Ayşe’yle cuma konuş", "Ayşe", "Ayşe’yle" },
    { "ayşeye yaz", "ayşe", "ayşeye" },
    { "ışık mimarlığı ara", "ışık mimarlık", "ışık mimarlığı" },
    { "next tuesday 9am call Smith Ltd", "Smith Ltd", "Smith Ltd" },
    { "answer O'Brien's mail", "O'Brien", "O'Brien's" },
    { "visit McDonald's today", "McDonald's", "McDonald's" },
    { "Demir & Oğulları'nı ara", "Demir & Oğulları", "Demir & Oğulları'nı" },
    { "Kaya A.Ş.'yi ara", "Kaya A.Ş.", "Kaya A.Ş.'yi" },
    { "ara: Cuma Bey", "Cuma Bey", "Cuma Bey" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(VelCapture) capture = parse (cases[i].line);
      g_autoptr(GPtrArray) names = vel_capture_get_names (capture);
      const VelCaptureName *name = find_name (names, cases[i].name);
      g_autofree char *title = g_strdup (capture->title);
      const guint n_spans = capture->spans->len;
      guint longest = G_MAXUINT;

      g_test_message ("%s: %s", cases[i].line, cases[i].name);
      for (guint j = 0; j < names->len; j++)
        {
          const VelCaptureName *other = g_ptr_array_index (names, j);
          g_autofree char *words = g_strndup (capture->line + other->start, other->end - other->start);
          g_auto(GStrv) split = g_strsplit (words, " ", -1);

          g_assert_cmpuint (g_strv_length (split), <=, longest);
          longest = g_strv_length (split);
        }
      g_assert_nonnull (name);
      g_assert_true (vel_capture_take_customer (capture, name->start, name->end));
      g_assert_cmpuint (capture->spans->len, ==, n_spans + 1);
      g_assert_cmpstr (capture->title, ==, title);
      g_assert_false (vel_capture_take_customer (capture, name->start, name->end));
      for (guint j = 0; j < capture->spans->len; j++)
        if (g_array_index (capture->spans, VelCaptureSpan, j).kind == VEL_CAPTURE_CUSTOMER)
          assert_span (capture, j, VEL_CAPTURE_CUSTOMER, cases[i].words);
    }
}

static void
test_no_names (void)
{
  g_autoptr(VelCapture) verb = parse ("yarın ara");
  g_autoptr(VelCapture) apart = parse ("Işık yarın Mimarlık");
  g_autoptr(GPtrArray) no_names = vel_capture_get_names (verb);
  g_autoptr(GPtrArray) names = vel_capture_get_names (apart);

  g_assert_cmpuint (no_names->len, ==, 0);
  g_assert_null (find_name (names, "Işık yarın Mimarlık"));
  g_assert_null (find_name (names, "Işık Mimarlık"));
  g_assert_nonnull (find_name (names, "Işık"));
  g_assert_false (vel_capture_take_customer (verb, 0, strlen ("yarın")));
  g_assert_false (vel_capture_take_customer (verb, 3, 3));
  g_assert_false (vel_capture_take_customer (verb, 0, 1000));
}

/* Everything that must hold of any line. */
static void
check_any (const char *line)
{
  g_autoptr(VelCapture) capture = parse (line);
  g_autoptr(GPtrArray) names = vel_capture_get_names (capture);
  gsize last = 0;

  g_assert_cmpstr (capture->line, ==, line);
  g_assert_true (g_utf8_validate (capture->title, -1, NULL));
  g_assert_null (strstr (capture->title, "  "));
  if (capture->due != NULL)
    {
      g_autofree char *day = g_strndup (capture->due, 10);
      int year;
      int month;
      int day_of_month;

      g_assert_true (vel_date_split (day, &year, &month, &day_of_month));
      g_assert_cmpint (year, >=, 1900);
      g_assert_cmpint (year, <=, 9999);
      if (strlen (capture->due) != 10)
        {
          int hour = -1;
          int minute = -1;

          g_assert_cmpuint (strlen (capture->due), ==, 16);
          g_assert_cmpint (sscanf (capture->due + 10, "T%2d:%2d", &hour, &minute), ==, 2);
          g_assert_true (hour >= 0 && hour < 24 && minute >= 0 && minute < 60);
        }
    }
  if (capture->repeat != NULL)
    {
      g_assert_nonnull (capture->due);
      g_assert_true (g_regex_match_simple ("^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=[0-9]+)?(;BYMONTH=[0-9]+)?"
                                           "(;BYMONTHDAY=[-0-9,]+)?(;BYDAY=[-0-9A-Z,]+)?"
                                           "(;COUNT=[0-9]+|;UNTIL=[0-9]{8}(T235959)?)?$",
                                           capture->repeat, 0, 0));
    }
  for (guint i = 0; i < capture->spans->len; i++)
    {
      const VelCaptureSpan *span = &g_array_index (capture->spans, VelCaptureSpan, i);

      g_assert_cmpuint (span->start, >=, last);
      g_assert_cmpuint (span->end, >, span->start);
      g_assert_cmpuint (span->end, <=, strlen (line));
      last = span->end;
    }
  for (guint i = 0; i < capture->doubts->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (capture->doubts, i), -1, NULL));
  for (guint i = 0; i < names->len; i++)
    {
      const VelCaptureName *name = g_ptr_array_index (names, i);

      g_assert_true (g_utf8_validate (name->name, -1, NULL));
      g_assert_true (name->start < name->end && name->end <= strlen (line));
    }
}

static const CapturePhrase *
pick_phrase (GRand *rand)
{
  const int n_turkish = G_N_ELEMENTS (turkish_phrases);
  const int i = g_rand_int_range (rand, 0, n_turkish + (int) G_N_ELEMENTS (english_phrases));

  return i < n_turkish ? &turkish_phrases[i] : &english_phrases[i - n_turkish];
}

/* Words of the phrases in any order, some of them glued. */
static void
add_words (GRand   *rand,
           GString *line)
{
  static const char *const glue[] = { " ", " ", " ", " ", "  ", "", ", ", "-", "'", ".", ":", "/", "(" };

  for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    {
      g_auto(GStrv) words = g_strsplit (pick_phrase (rand)->line, " ", -1);
      const guint n_words = g_strv_length (words);

      if (n_words > 0)
        g_string_append (line, words[g_rand_int_range (rand, 0, (int) n_words)]);
      g_string_append (line, glue[g_rand_int_range (rand, 0, G_N_ELEMENTS (glue))]);
    }
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (RANDOM_SEED);

  for (int i = 0; i < N_RANDOM; i++)
    {
      g_autoptr(GString) line = g_string_new (NULL);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
            g_string_append_c (line, (char) g_rand_int_range (rand, 1, 256));
          break;

        case 1:
          for (int n = g_rand_int_range (rand, 0, 40); n > 0; n--)
            g_string_append_unichar (line, (gunichar) g_rand_int_range (rand, 1, 0xd800));
          break;

        default:
          add_words (rand, line);
          if (g_rand_boolean (rand) && line->len > 0)
            line->str[g_rand_int_range (rand, 0, (int) line->len)] = (char) g_rand_int_range (rand, 1, 256);
          break;
        }
      check_any (line->str);
    }
}

static void
test_naughty (void)
{
  check_naughty (check_any);
}

/* A line is read to a limit, kept beyond it, and never taken apart within a word. */
static void
test_long (void)
{
  g_autoptr(GString) line = g_string_new ("yarın");
  g_autoptr(VelCapture) capture = NULL;

  while (line->len < 5000)
    g_string_append (line, " çok uzun");
  g_string_append (line, " 14:00");
  capture = parse (line->str);
  g_assert_cmpstr (capture->due, ==, "2026-11-24");
  g_assert_cmpuint (capture->doubts->len, ==, 1);
  g_assert_true (g_str_has_suffix (capture->title, "çok uzun 14:00"));
  g_assert_cmpuint (strlen (capture->title), ==, line->len - strlen ("yarın "));
}

static void
test_not_utf8 (void)
{
  g_autoptr(VelCapture) capture = parse ("\xff yar\xc4\xb1n \xc3 ara \xe2\x82");

  g_assert_cmpstr (capture->due, ==, "2026-11-24");
  g_assert_cmpstr (capture->title, ==, "\xef\xbf\xbd \xef\xbf\xbd ara \xef\xbf\xbd\xef\xbf\xbd");
  g_assert_cmpuint (capture->spans->len, ==, 1);
  assert_span (capture, 0, VEL_CAPTURE_DATE, "yarın");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capture/turkish", test_turkish);
  g_test_add_func ("/capture/english", test_english);
  g_test_add_func ("/capture/other-days", test_other_days);
  g_test_add_func ("/capture/doubts", test_doubts);
  g_test_add_func ("/capture/spans", test_spans);
  g_test_add_func ("/capture/taken-off", test_taken_off);
  g_test_add_func ("/capture/names", test_names);
  g_test_add_func ("/capture/no-names", test_no_names);
  g_test_add_func ("/capture/random", test_random);
  g_test_add_func ("/capture/naughty", test_naughty);
  g_test_add_func ("/capture/long", test_long);
  g_test_add_func ("/capture/not-utf8", test_not_utf8);
  return g_test_run ();
}
