/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads whatever bytes it is given as a line that somebody types for a task. With
 * clang, "fuzz-capture-libfuzzer" is libFuzzer's program for it.
 */
#include "config.h"

#include <string.h>

#include "vel-capture.h"
#include "vel-date.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static void
check_due (const char *due)
{
  g_autofree char *day = g_strndup (due, strlen ("2026-11-23"));
  int year;
  int month;
  int day_of_month;

  g_assert_true (vel_date_split (day, &year, &month, &day_of_month));
  g_assert_cmpint (year, >=, 1900);
  g_assert_true (g_regex_match_simple ("^.{10}(T([01][0-9]|2[0-3]):[0-5][0-9])?$", due, 0, 0));
}

static void
check_spans (const VelCapture *capture,
             gsize             length)
{
  gsize last = 0;

  for (guint i = 0; i < capture->spans->len; i++)
    {
      const VelCaptureSpan *span = &g_array_index (capture->spans, VelCaptureSpan, i);

      g_assert_cmpuint (span->start, >=, last);
      g_assert_cmpuint (span->end, >, span->start);
      g_assert_cmpuint (span->end, <=, length);
      last = span->end;
    }
}

/* A chip taken off gives its words back to the title. */
static void
check_taken_off (const VelCapture *capture,
                 GDateTime        *now)
{
  const VelCaptureSpan *span;
  g_autofree char *words = NULL;
  g_autoptr(VelCapture) again = NULL;

  if (capture->spans->len == 0)
    return;
  span = &g_array_index (capture->spans, VelCaptureSpan, 0);
  words = g_strndup (capture->line + span->start, span->end - span->start);
  again = vel_capture_parse (capture->line, now, VEL_CAPTURE_ALL, (const char *[]) { words, NULL });
  for (guint i = 0; i < again->spans->len; i++)
    {
      const VelCaptureSpan *other = &g_array_index (again->spans, VelCaptureSpan, i);

      g_assert_false (other->start == span->start && other->end == span->end);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autofree char *line = g_strndup ((const char *) data, size);
  g_autoptr(GDateTime) now = g_date_time_new_utc (2026, 11, 23, 10, 0, 0);
  g_autoptr(VelCapture) capture = vel_capture_parse (line, now, VEL_CAPTURE_ALL, NULL);
  g_autoptr(GPtrArray) names = vel_capture_get_names (capture);

  g_assert_true (g_utf8_validate (capture->title, -1, NULL));
  g_assert_null (strstr (capture->title, "  "));
  if (capture->due != NULL)
    check_due (capture->due);
  check_spans (capture, strlen (line));
  check_taken_off (capture, now);
  for (guint i = 0; i < names->len; i++)
    {
      const VelCaptureName *name = g_ptr_array_index (names, i);

      g_assert_true (g_utf8_validate (name->name, -1, NULL));
      if (vel_capture_take_customer (capture, name->start, name->end))
        check_spans (capture, strlen (line));
    }
  return 0;
}
