/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of dates, times and repeats share. A reader is given the place
 * of a token and says what begins there and where that ends. Those called "take"
 * move the place past what they find, and leave it where it was if they find nothing.
 */
#pragma once

#include "vel-capture.h"

G_BEGIN_DECLS

/* Longer lines are kept, but not read beyond. */
#define VEL_CAPTURE_MAX_BYTES 4096

/* A task that is due in the year 1 is a slip of the hand. */
#define VEL_CAPTURE_YEAR_MIN 1900
#define VEL_CAPTURE_YEAR_MAX 9999

#define VEL_CAPTURE_WEEKDAYS  0x3e  /* from Monday, bit 1, to Friday, bit 5 */
#define VEL_CAPTURE_LAST_DAY  1u    /* bit 0 of the days of a month */

typedef enum
{
  VEL_TOKEN_END,
  VEL_TOKEN_WORD,
  VEL_TOKEN_NUMBER,
  VEL_TOKEN_APOSTROPHE,
  VEL_TOKEN_OTHER,
} VelTokenKind;

/* A word, a run of digits, or one other character. @fold is the folded word, or
 * the character if it is of ASCII, and empty for what must not be understood. */
typedef struct
{
  VelTokenKind  kind;
  gsize         start;
  gsize         end;
  const char   *fold;
  int           number;    /* -1 if it has more than nine digits */
  guint         n_digits;
  gboolean      glued;     /* nothing stands between it and the one before */
  gboolean      capital;
} VelToken;

typedef struct
{
  const char   *line;
  gsize         length;    /* how much of it is read */
  GArray       *tokens;
  GStringChunk *folds;
  gboolean      shouting;  /* no small letters, so capitals tell nothing */
  GDateTime    *now;
  guint32       today;     /* days are counted as GDate does: 1 is 0001-01-01 */
  int           year;
  int           month;
} VelCaptureReader;

/* The Turkish endings that tell how a word belongs to its sentence. */
typedef enum
{
  VEL_CASE_NONE,
  VEL_CASE_DATIVE,
  VEL_CASE_LOCATIVE,
  VEL_CASE_ABLATIVE,
  VEL_CASE_ACCUSATIVE,     /* of a numeral it is the possessive: "5'i" */
  VEL_CASE_GENITIVE,
  VEL_CASE_POSSESSIVE,
  VEL_CASE_POSSESSIVE_DATIVE,
  VEL_CASE_POSSESSIVE_LOCATIVE,
  VEL_CASE_POSSESSIVE_ABLATIVE,
  VEL_CASE_PLURAL,
  VEL_CASE_UNKNOWN,
} VelCase;

typedef enum
{
  VEL_UNIT_MINUTE,
  VEL_UNIT_HOUR,
  VEL_UNIT_DAY,
  VEL_UNIT_WEEK,
  VEL_UNIT_MONTH,
  VEL_UNIT_YEAR,
} VelUnit;

typedef enum
{
  VEL_PART_NONE,
  VEL_PART_MORNING,
  VEL_PART_FORENOON,
  VEL_PART_NOON,
  VEL_PART_AFTERNOON,
  VEL_PART_LATE_AFTERNOON,
  VEL_PART_EVENING,
  VEL_PART_NIGHT,
  VEL_PART_MIDNIGHT,
} VelPart;

typedef enum
{
  VEL_PROBLEM_NONE,
  VEL_PROBLEM_NO_DAY,      /* 31 February */
  VEL_PROBLEM_NO_TIME,     /* 25:00 */
  VEL_PROBLEM_RANGE,       /* the year 1 */
  VEL_PROBLEM_OTHER_WEEKDAY,
  VEL_PROBLEM_NO_REPEAT,   /* every hour */
} VelProblem;

typedef enum
{
  VEL_ROLE_ON,
  VEL_ROLE_FROM,
  VEL_ROLE_UNTIL,
} VelRole;

typedef struct
{
  int      value;
  gboolean half;           /* and a half */
  gboolean words;
  gboolean english;
  VelCase  kase;
} VelCaptureNumber;

typedef struct
{
  guint      end;          /* the token after it */
  guint32    day;
  VelRole    role;
  VelProblem problem;
  int        minutes;      /* since midnight, -1 if it says no time */
  gboolean   loose;        /* "10.10": a time as well */
  gboolean   stays;
} VelCaptureDate;

typedef struct
{
  guint      end;
  VelProblem problem;
  int        hour;         /* -1 if it says a part of the day only */
  int        minute;
  gboolean   exact;        /* 24 hours, or with "am" or "pm" */
  gboolean   early;        /* "05:00" is early in the morning */
  VelPart    part;
  gboolean   today;        /* "tonight" */
  gboolean   stays;
} VelCaptureTime;

/* Which days of a month: several by number, or one by weekday. */
typedef struct
{
  guint32 days;            /* bits 1 to 31, and VEL_CAPTURE_LAST_DAY */
  int     nth;             /* 1 to 4 or -1 for the last @weekday; 0 for none */
  int     weekday;
  gboolean wrong;          /* a number that no month has */
} VelCaptureMonthDays;

typedef struct
{
  guint               end;
  VelProblem          problem;
  VelUnit             unit;
  int                 interval;
  guint               weekdays;  /* bits 1 to 7 */
  VelCaptureMonthDays in_month;
  int                 month;     /* of a yearly one, with a day in @in_month */
} VelCaptureRule;

/* vel-capture-token.c */
VelCaptureReader *vel_capture_reader_new        (const char         *line,
                                                 GDateTime          *now,
                                                 const char * const *kept);
void              vel_capture_reader_free       (VelCaptureReader   *reader);
const VelToken   *vel_capture_token             (VelCaptureReader   *reader,
                                                 guint               at);
gboolean          vel_capture_starts            (VelCaptureReader   *reader,
                                                 guint               at);
gboolean          vel_capture_ends              (VelCaptureReader   *reader,
                                                 guint               at);

/* vel-capture-words.c */
gboolean          vel_capture_is                (VelCaptureReader   *reader,
                                                 guint               at,
                                                 const char         *word);
gboolean          vel_capture_is_char           (VelCaptureReader   *reader,
                                                 guint               at,
                                                 char                c);
gboolean          vel_capture_take              (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 const char         *words);
gboolean          vel_capture_take_any          (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 const char * const *words);
gboolean          vel_capture_take_char         (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 char                c);
gboolean          vel_capture_take_dash         (VelCaptureReader   *reader,
                                                 guint              *at);
gboolean          vel_capture_take_stem         (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 const char         *stem,
                                                 VelCase            *kase);
gboolean          vel_capture_take_ending       (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCase            *kase);
gboolean          vel_capture_take_apart        (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCase            *kase);
gboolean          vel_capture_take_weekday      (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 int                *weekday,
                                                 VelCase            *kase);
gboolean          vel_capture_is_short_weekend  (VelCaptureReader   *reader,
                                                 guint               at);
gboolean          vel_capture_take_month        (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 int                *month,
                                                 gboolean           *english,
                                                 VelCase            *kase);
gboolean          vel_capture_take_unit         (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelUnit            *unit,
                                                 VelCase            *kase);
gboolean          vel_capture_take_number       (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCaptureNumber   *number);
gboolean          vel_capture_take_ordinal      (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 int                *number);
gboolean          vel_capture_take_nth          (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 int                *nth);
VelCase           vel_capture_case              (const char         *ending);

/* vel-capture-sense.c */
gboolean          vel_capture_is_in_name        (VelCaptureReader   *reader,
                                                 guint               at,
                                                 guint               next);
gboolean          vel_capture_is_head           (VelCaptureReader   *reader,
                                                 guint               at);
gboolean          vel_capture_is_part_head      (VelCaptureReader   *reader,
                                                 guint               at);
gboolean          vel_capture_is_bound          (VelCaptureReader   *reader,
                                                 guint               at);
gboolean          vel_capture_is_measure        (VelCaptureReader   *reader,
                                                 guint               at);

/* vel-capture-day.c */
guint32           vel_capture_day               (int                 year,
                                                 int                 month,
                                                 int                 day);
void              vel_capture_day_split         (guint32             day,
                                                 int                *year,
                                                 int                *month,
                                                 int                *day_of_month);
int               vel_capture_day_weekday       (guint32             day);
guint32           vel_capture_day_add           (guint32             day,
                                                 int                 amount,
                                                 VelUnit             unit);
guint32           vel_capture_day_in_month      (const VelCaptureMonthDays *days,
                                                 int                 year,
                                                 int                 month,
                                                 guint32             not_before);
guint32           vel_capture_day_coming        (guint32             today,
                                                 int                 weekday);
guint32           vel_capture_day_next_week     (guint32             today,
                                                 int                 weekday);
gboolean          vel_capture_take_day_month    (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCaptureDate     *date,
                                                 int                *month,
                                                 int                *day,
                                                 VelCase            *kase);
gboolean          vel_capture_take_numeric      (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCaptureDate     *date);

/* vel-capture-month.c */
gboolean          vel_capture_take_after_month  (VelCaptureReader    *reader,
                                                 guint               *at,
                                                 VelCaptureMonthDays *days,
                                                 VelCase             *kase);
gboolean          vel_capture_take_before_month (VelCaptureReader    *reader,
                                                 guint               *at,
                                                 VelCaptureMonthDays *days);
gboolean          vel_capture_take_in_month     (VelCaptureReader    *reader,
                                                 guint               *at,
                                                 VelCaptureDate      *date,
                                                 VelCase             *kase);

/* vel-capture-distance.c, vel-capture-period.c */
gboolean          vel_capture_take_distance     (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCaptureDate     *date);
gboolean          vel_capture_take_period       (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 VelCaptureDate     *date,
                                                 VelCase            *kase);

/* vel-capture-date.c */
gboolean          vel_capture_read_date         (VelCaptureReader   *reader,
                                                 guint               at,
                                                 VelCaptureDate     *date);

/* vel-capture-part.c */
gboolean          vel_capture_take_part         (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 gboolean            after_date,
                                                 VelCaptureTime     *time);
int               vel_capture_time_get_minutes  (const VelCaptureTime *time);

/* vel-capture-time.c */
gboolean          vel_capture_read_time         (VelCaptureReader   *reader,
                                                 guint               at,
                                                 gboolean            after_date,
                                                 VelCaptureTime     *time);

/* vel-capture-repeat.c, vel-capture-rule.c */
gboolean          vel_capture_read_rule         (VelCaptureReader   *reader,
                                                 guint               at,
                                                 VelCaptureRule     *rule);
guint32           vel_capture_rule_first        (const VelCaptureRule *rule,
                                                 guint32             from);
char             *vel_capture_rule_to_string    (const VelCaptureRule *rule);
gboolean          vel_capture_take_weekdays     (VelCaptureReader   *reader,
                                                 guint              *at,
                                                 guint              *weekdays,
                                                 VelCase            *kase);

/* vel-capture-title.c */
char             *vel_capture_make_title        (const char         *line,
                                                 GArray             *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCaptureReader, vel_capture_reader_free)

G_END_DECLS
