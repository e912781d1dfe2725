/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line in, a task out. The line is read from left to right; at every word each
 * reader is asked in turn whether what it looks for begins there. What several
 * pieces say together, and what is left of the line, is settled at the end.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-capture-private.h"
#include "vel-text.h"

/* A piece of the line that says something. */
typedef struct
{
  VelCaptureKind kind;
  guint          first;
  guint          end;
  gboolean       stays;
  gboolean       until;
} Piece;

typedef struct
{
  VelCaptureReader *reader;
  VelCapture       *capture;
  guint             kinds;
  GArray           *pieces;    /* of Piece, in order */
  GArray           *loose;     /* of guint: where "10.10" stands */

  gboolean          has_date;
  VelCaptureDate    date;
  gboolean          has_until;
  VelCaptureDate    until;
  gboolean          has_part;
  gboolean          has_clock;
  VelCaptureTime    time;
  gboolean          has_rule;
  VelCaptureRule    rule;
  int               count;     /* 0 for none */
  int               length;    /* 0 for none */
  VelUnit           length_unit;
} Parse;

static void
add_doubt (Parse      *parse,
           guint       first,
           guint       end,
           const char *format)
{
  const gsize start = vel_capture_token (parse->reader, first)->start;
  g_autofree char *bytes = g_strndup (parse->capture->line + start,
                                      vel_capture_token (parse->reader, end - 1)->end - start);
  g_autofree char *words = vel_text_clean_line (bytes);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_ptr_array_add (parse->capture->doubts, g_strdup_printf (format, words));
#pragma GCC diagnostic pop
}

static void
add_problem (Parse      *parse,
             guint       first,
             guint       end,
             VelProblem  problem)
{
  switch (problem)
    {
    case VEL_PROBLEM_NO_DAY:
      add_doubt (parse, first, end, _("“%s” stays in the title: there is no such day."));
      break;

    case VEL_PROBLEM_NO_TIME:
      add_doubt (parse, first, end, _("“%s” stays in the title: there is no such time of day."));
      break;

    case VEL_PROBLEM_RANGE:
      add_doubt (parse, first, end, _("“%s” stays in the title: a task is due between the years 1900 and 9999."));
      break;

    case VEL_PROBLEM_OTHER_WEEKDAY:
      add_doubt (parse, first, end, _("“%s” stays in the title: that day is another day of the week."));
      break;

    case VEL_PROBLEM_NO_REPEAT:
      add_doubt (parse, first, end,
                 _("“%s” stays in the title: a task repeats by days, weeks, months or years, up to 999 of them."));
      break;

    case VEL_PROBLEM_NONE:
    default:
      g_return_if_reached ();
    }
}

static void
add_piece (Parse          *parse,
           VelCaptureKind  kind,
           guint           first,
           guint           end,
           gboolean        stays)
{
  const Piece piece = { kind, first, end, stays, FALSE };
  guint i = parse->pieces->len;

  while (i > 0 && g_array_index (parse->pieces, Piece, i - 1).first > first)
    i--;
  g_array_insert_val (parse->pieces, i, piece);
}

/* Whether the last piece that was read ends directly before @at. */
static gboolean
is_beside_piece (Parse *parse,
                 guint  at)
{
  return parse->pieces->len > 0 && g_array_index (parse->pieces, Piece, parse->pieces->len - 1).end == at;
}

static gboolean
is_beside_day (Parse *parse,
               guint  at)
{
  return is_beside_piece (parse, at) &&
         g_array_index (parse->pieces, Piece, parse->pieces->len - 1).kind != VEL_CAPTURE_TIME;
}

/* Each of these returns the token behind what it read at @at, or 0. */

static guint
read_rule (Parse *parse,
           guint  at)
{
  VelCaptureRule rule;

  if ((parse->kinds & VEL_CAPTURE_REPEAT) == 0 || !vel_capture_read_rule (parse->reader, at, &rule))
    return 0;
  if (rule.problem != VEL_PROBLEM_NONE)
    {
      add_problem (parse, at, rule.end, rule.problem);
    }
  else if (parse->has_rule)
    {
      add_doubt (parse, at, rule.end, _("“%s” stays in the title: other words say already how it repeats."));
    }
  else
    {
      parse->rule = rule;
      parse->has_rule = TRUE;
      add_piece (parse, VEL_CAPTURE_REPEAT, at, rule.end, FALSE);
    }
  return rule.end;
}

/* "10 kez", "toplam 5 kere", "for 3 weeks", "iki ay boyunca": how often, or how long,
 * but only beside a repeat: "3 kez ara" is what to do. */
static guint
read_end_of_rule (Parse *parse,
                  guint  at)
{
  static const char *const times[] = { "kez", "kere", "defa", "times", NULL };
  VelCaptureReader *reader = parse->reader;
  VelCaptureNumber number;
  VelCaptureRule rule;
  VelUnit unit = VEL_UNIT_DAY;
  VelCase kase;
  gboolean by_count;
  gboolean english;
  guint i = at;

  if ((parse->kinds & VEL_CAPTURE_REPEAT) == 0 || !vel_capture_starts (reader, at))
    return 0;
  vel_capture_take (reader, &i, "toplam");
  english = vel_capture_take (reader, &i, "for");
  if (!vel_capture_take_number (reader, &i, &number) || number.half || number.kase != VEL_CASE_NONE ||
      number.value < 1)
    return 0;
  by_count = vel_capture_take_any (reader, &i, times);
  if (!by_count && (!vel_capture_take_unit (reader, &i, &unit, &kase) || kase != VEL_CASE_NONE ||
                    unit < VEL_UNIT_DAY || (!vel_capture_take (reader, &i, "boyunca") && !english)))
    return 0;
  if (!vel_capture_ends (reader, i) ||
      !(parse->has_rule ? is_beside_piece (parse, at) : vel_capture_read_rule (reader, i, &rule)))
    return 0;
  if (parse->count > 0 || parse->length > 0 || parse->has_until)
    {
      add_doubt (parse, at, i, _("“%s” stays in the title: other words say already when the repeat ends."));
      return i;
    }
  if (by_count)
    parse->count = number.value;
  else
    parse->length = number.value;
  parse->length_unit = unit;
  add_piece (parse, VEL_CAPTURE_REPEAT, at, i, FALSE);
  return i;
}

static void
take_date (Parse                *parse,
           guint                 at,
           const VelCaptureDate *date)
{
  const gboolean until = date->role == VEL_ROLE_UNTIL;
  const gboolean timed = date->minutes >= 0;

  if ((until ? parse->has_until : parse->has_date) &&
      (timed || (until ? parse->until.day : parse->date.day) != date->day))
    {
      add_doubt (parse, at, date->end, _("“%s” stays in the title: other words say already which day."));
      return;
    }
  if (timed && parse->has_clock)
    {
      add_doubt (parse, at, date->end, _("“%s” stays in the title: other words say already at what time."));
      return;
    }
  if (until && (parse->count > 0 || parse->length > 0))
    {
      add_doubt (parse, at, date->end, _("“%s” stays in the title: other words say already when the repeat ends."));
      return;
    }
  add_piece (parse, timed ? VEL_CAPTURE_TIME : VEL_CAPTURE_DATE, at, date->end, date->stays);
  if (until)
    {
      parse->has_until = TRUE;
      parse->until = *date;
      for (guint i = 0; i < parse->pieces->len; i++)
        if (g_array_index (parse->pieces, Piece, i).first == at)
          g_array_index (parse->pieces, Piece, i).until = TRUE;
      return;
    }
  parse->has_date = TRUE;
  parse->date = *date;
  if (timed)
    {
      parse->has_clock = TRUE;
      parse->time = (VelCaptureTime) { .hour = date->minutes / 60, .minute = date->minutes % 60, .exact = TRUE };
    }
}

static guint
read_date (Parse *parse,
           guint  at)
{
  VelCaptureDate date;

  if ((parse->kinds & (VEL_CAPTURE_DATE | VEL_CAPTURE_TIME | VEL_CAPTURE_REPEAT)) == 0 ||
      !vel_capture_read_date (parse->reader, at, &date))
    return 0;
  if ((parse->kinds & (date.minutes >= 0 ? VEL_CAPTURE_TIME : VEL_CAPTURE_DATE)) == 0 &&
      (date.role != VEL_ROLE_UNTIL || (parse->kinds & VEL_CAPTURE_REPEAT) == 0))
    return 0;
  if (date.problem != VEL_PROBLEM_NONE)
    add_problem (parse, at, date.end, date.problem);
  else if (date.loose)
    g_array_append_val (parse->loose, at);
  else
    take_date (parse, at, &date);
  return date.end;
}

static guint
read_time (Parse *parse,
           guint  at)
{
  VelCaptureTime time;

  if ((parse->kinds & VEL_CAPTURE_TIME) == 0 ||
      !vel_capture_read_time (parse->reader, at, is_beside_day (parse, at), &time))
    return 0;
  if (time.problem != VEL_PROBLEM_NONE)
    {
      add_problem (parse, at, time.end, time.problem);
      return time.end;
    }
  /* "yarın akşam saat 7'de": a part of the day says which seven it is. */
  if (time.hour < 0 ? parse->has_part : parse->has_clock)
    {
      add_doubt (parse, at, time.end, _("“%s” stays in the title: other words say already at what time."));
      return time.end;
    }
  if (time.hour < 0)
    {
      parse->has_part = TRUE;
      parse->time.part = time.part;
      parse->time.today = time.today;
    }
  else
    {
      const VelCaptureTime part = parse->time;

      parse->has_clock = TRUE;
      parse->time = time;
      /* "akşam 8": it may say its part itself. */
      if (time.part == VEL_PART_NONE)
        {
          parse->time.part = part.part;
          parse->time.today = part.today;
        }
      else
        {
          parse->has_part = TRUE;
        }
    }
  add_piece (parse, VEL_CAPTURE_TIME, at, time.end, time.stays);
  return time.end;
}

static void
read_loose (Parse *parse)
{
  for (guint i = 0; i < parse->loose->len; i++)
    {
      const guint at = g_array_index (parse->loose, guint, i);
      VelCaptureDate date;

      if (parse->has_date && !parse->has_clock && read_time (parse, at) > 0)
        continue;
      if (vel_capture_read_date (parse->reader, at, &date))
        take_date (parse, at, &date);
    }
}

static void
read_line (Parse *parse)
{
  guint at = 0;

  while (at < parse->reader->tokens->len)
    {
      guint end = 0;

      if (vel_capture_token (parse->reader, at)->kind != VEL_TOKEN_APOSTROPHE)
        {
          end = read_rule (parse, at);
          if (end == 0)
            end = read_end_of_rule (parse, at);
          if (end == 0)
            end = read_date (parse, at);
          if (end == 0)
            end = read_time (parse, at);
        }
      at = MAX (end, at + 1);
    }
  read_loose (parse);
}

static void
drop_until (Parse *parse)
{
  for (guint i = 0; i < parse->pieces->len; i++)
    {
      const Piece piece = g_array_index (parse->pieces, Piece, i);

      if (!piece.until)
        continue;
      add_doubt (parse, piece.first, piece.end,
                 _("“%s” stays in the title: the repeat would end before it begins."));
      g_array_remove_index (parse->pieces, i--);
    }
  parse->has_until = FALSE;
}

static void
set_repeat (Parse   *parse,
            guint32  first,
            int      minutes)
{
  g_autofree char *rule = vel_capture_rule_to_string (&parse->rule);
  guint32 until = parse->has_until ? parse->until.day : 0;

  if (parse->length > 0)
    until = vel_capture_day_add (first, parse->length, parse->length_unit);
  if (parse->length > 0 && until > 1)
    until--;
  if (parse->count > 0)
    {
      parse->capture->repeat = g_strdup_printf ("%s;COUNT=%d", rule, parse->count);
    }
  else if (until != 0)
    {
      int year;
      int month;
      int day;

      /* RFC 5545, 3.3.10: of the kind that the first day is of. */
      vel_capture_day_split (until, &year, &month, &day);
      parse->capture->repeat = g_strdup_printf ("%s;UNTIL=%04d%02d%02d%s", rule, year, month, day,
                                                minutes >= 0 ? "T235959" : "");
    }
  else
    {
      parse->capture->repeat = g_steal_pointer (&rule);
    }
}

static void
set_due (Parse *parse)
{
  const int now = g_date_time_get_hour (parse->reader->now) * 60 + g_date_time_get_minute (parse->reader->now);
  const guint32 today = parse->reader->today;
  const int minutes = vel_capture_time_get_minutes (&parse->time);
  guint32 due = 0;
  int year;
  int month;
  int day;

  if (!parse->has_rule && parse->has_until && !parse->has_date)
    {
      parse->has_date = TRUE;
      parse->date = parse->until;
    }
  else if (!parse->has_rule && parse->has_until)
    {
      for (guint i = 0; i < parse->pieces->len; i++)
        if (g_array_index (parse->pieces, Piece, i).until)
          {
            const Piece piece = g_array_index (parse->pieces, Piece, i);

            add_doubt (parse, piece.first, piece.end, _("“%s” stays in the title: other words say already which day."));
            g_array_remove_index (parse->pieces, i--);
          }
    }

  if (parse->has_date)
    due = parse->date.day;
  else if (parse->time.today)
    due = today;
  else if (minutes >= 0)
    due = minutes > now ? today : vel_capture_day_add (today, 1, VEL_UNIT_DAY);
  else if (parse->has_rule)
    due = today;

  /* "Tonight at 2" is after midnight. */
  if (due == today && parse->time.today && parse->time.part == VEL_PART_NIGHT && minutes >= 0 && minutes < 6 * 60)
    due = vel_capture_day_add (due, 1, VEL_UNIT_DAY);
  if (due != 0 && parse->has_rule)
    {
      due = vel_capture_rule_first (&parse->rule, due);
      if (due != 0 && parse->has_until && parse->until.day < due)
        drop_until (parse);
      if (due != 0)
        set_repeat (parse, due, minutes);
    }
  if (due == 0)
    return;

  vel_capture_day_split (due, &year, &month, &day);
  if (minutes >= 0)
    parse->capture->due = g_strdup_printf ("%04d-%02d-%02dT%02d:%02d", year, month, day, minutes / 60, minutes % 60);
  else
    parse->capture->due = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  if (due < today || (due == today && minutes >= 0 && minutes < now))
    g_ptr_array_add (parse->capture->doubts, g_strdup (_("The time it is due at has passed already.")));
}

static void
set_spans (Parse *parse)
{
  for (guint i = 0; i < parse->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (parse->pieces, Piece, i);
      const VelCaptureSpan span = {
        piece->until && parse->has_rule ? VEL_CAPTURE_REPEAT : piece->kind,
        vel_capture_token (parse->reader, piece->first)->start,
        vel_capture_token (parse->reader, piece->end - 1)->end,
        piece->stays,
      };

      g_array_append_val (parse->capture->spans, span);
    }
}

/**
 * vel_capture_parse:
 * @line: what was typed; bytes that are not UTF-8 are read as unknown words
 * @now: the present, in the zone of the user
 * @kinds: a mask of #VelCaptureKind: what to look for, %VEL_CAPTURE_ALL for everything
 * @kept: (nullable) (array zero-terminated=1): words that the user wants in the title,
 *   however much they look like a day; those of a chip that was taken off
 *
 * Reads a task from one line in Turkish, English or both, whatever the locale,
 * with or without the dots and hooks of the letters. Nothing is lost: what is not
 * understood stays in the title, and where it looks like a day or a time that does
 * not exist, a doubt says so.
 *
 * How the doubtful is read:
 *
 * - A day without a year is the next one there is; one that has passed is of the
 *   next year. With the year it may be past, and a doubt says so.
 * - A weekday is the next such day, never today. "Next", "gelecek" and "haftaya"
 *   before it mean that of the week that begins next Monday; "this", "bu" and
 *   "önümüzdeki" the coming one.
 * - "Haftaya" is in seven days; "gelecek hafta", "next week" is its Monday, "gelecek
 *   ay" the first of it, "hafta sonu" a Saturday, "end of the week" a Friday.
 * - A time alone is of today, or of tomorrow once it has passed.
 * - An hour from 1 to 6 is in the afternoon unless it is written with two digits or
 *   said to be of the morning or the night. 24:00 and midnight are the last minute
 *   of the day they are said of.
 * - Morning is 09:00, "öğleden önce" 10:00, noon 12:00, afternoon 14:00, "akşamüstü"
 *   17:00, evening and the end of the day 18:00, night 21:00.
 * - "15.03" is a day, but a time where another word says the day; "3.5", "1/2" and
 *   whatever counts money or goods are numbers. "3/15/2027" can only be March.
 * - A repeat begins at the first of its days from today on, or from the day that is
 *   given.
 * - The word of a day is left alone in a name ("Cuma Bey", "Salı Pazarı Ltd", a capital
 *   within the line before another), where the next word owns it ("salı toplantısı",
 *   "sabah kahvesi", "pazar payı"), with the endings of an object or an owner
 *   ("cumayı", "Friday's") and after "geçen" and "last". "Dün" and "yesterday" tell of
 *   what was, not of what is due; "bu hafta" is no day.
 * - Of two days, or two times, the first counts.
 *
 * At most 4,096 bytes are read; what lies behind stays in the title. Calls no
 * clock and no locale but for the language of the doubts. Any thread.
 *
 * Returns: (transfer full): what the line says
 */
VelCapture *
vel_capture_parse (const char         *line,
                   GDateTime          *now,
                   guint               kinds,
                   const char * const *kept)
{
  g_autoptr(VelCaptureReader) reader = NULL;
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_autoptr(GArray) loose = g_array_new (FALSE, FALSE, sizeof (guint));
  VelCapture *capture;
  Parse parse = { .kinds = kinds, .pieces = pieces, .loose = loose, .time.hour = -1 };

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  capture = g_new0 (VelCapture, 1);
  capture->line = g_strdup (line);
  capture->spans = g_array_new (FALSE, FALSE, sizeof (VelCaptureSpan));
  capture->doubts = g_ptr_array_new_with_free_func (g_free);
  reader = vel_capture_reader_new (capture->line, now, kept);
  parse.capture = capture;
  parse.reader = reader;

  read_line (&parse);
  set_due (&parse);
  set_spans (&parse);
  capture->title = vel_capture_make_title (capture->line, capture->spans);
  if (capture->line[reader->length] != '\0')
    g_ptr_array_add (capture->doubts,
                     g_strdup (_("The line is very long: its end was not searched for a day or a time.")));
  return capture;
}

void
vel_capture_free (VelCapture *capture)
{
  if (capture == NULL)
    return;
  g_free (capture->line);
  g_free (capture->title);
  g_free (capture->due);
  g_free (capture->repeat);
  g_array_unref (capture->spans);
  g_ptr_array_unref (capture->doubts);
  g_free (capture);
}
