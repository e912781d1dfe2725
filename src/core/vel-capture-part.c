/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of a day, and the minute that a time and a part of the day mean.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

#define MINUTES_A_DAY (24 * 60)

/* Words that mean a part of the day wherever they stand, unless the next word owns
 * them. Those of English only beside a day: "morning meeting" is no time. */
static const struct
{
  const char *words;
  VelPart     part;
  gboolean    beside;   /* only directly after a day */
  gboolean    today;
} parts[] = {
  { "bu sabah", VEL_PART_MORNING, FALSE, TRUE },
  { "bu aksam ustu", VEL_PART_LATE_AFTERNOON, FALSE, TRUE },
  { "bu aksamustu", VEL_PART_LATE_AFTERNOON, FALSE, TRUE },
  { "bu aksama", VEL_PART_EVENING, FALSE, TRUE },
  { "bu aksam", VEL_PART_EVENING, FALSE, TRUE },
  { "bu gece", VEL_PART_NIGHT, FALSE, TRUE },
  { "bu ogleden sonra", VEL_PART_AFTERNOON, FALSE, TRUE },
  { "bu oglen", VEL_PART_NOON, FALSE, TRUE },
  { "this morning", VEL_PART_MORNING, FALSE, TRUE },
  { "this afternoon", VEL_PART_AFTERNOON, FALSE, TRUE },
  { "this evening", VEL_PART_EVENING, FALSE, TRUE },
  { "tonight", VEL_PART_NIGHT, FALSE, TRUE },
  { "gun sonuna", VEL_PART_EVENING, FALSE, TRUE },
  { "gun sonunda", VEL_PART_EVENING, FALSE, TRUE },
  { "gun sonu", VEL_PART_EVENING, FALSE, TRUE },
  { "end of the day", VEL_PART_EVENING, FALSE, FALSE },
  { "end of day", VEL_PART_EVENING, FALSE, FALSE },
  { "eod", VEL_PART_EVENING, FALSE, FALSE },
  { "gece yarisinda", VEL_PART_MIDNIGHT, FALSE, FALSE },
  { "gece yarisina", VEL_PART_MIDNIGHT, FALSE, FALSE },
  { "gece yarisi", VEL_PART_MIDNIGHT, FALSE, FALSE },
  { "ogleden sonraya", VEL_PART_AFTERNOON, FALSE, FALSE },
  { "ogleden sonra", VEL_PART_AFTERNOON, FALSE, FALSE },
  { "ogleden once", VEL_PART_FORENOON, FALSE, FALSE },
  { "sabahleyin", VEL_PART_MORNING, FALSE, FALSE },
  { "sabahtan", VEL_PART_MORNING, FALSE, FALSE },
  { "sabaha", VEL_PART_MORNING, FALSE, FALSE },
  { "sabah", VEL_PART_MORNING, FALSE, FALSE },
  { "sabahi", VEL_PART_MORNING, TRUE, FALSE },
  { "ogleyin", VEL_PART_NOON, FALSE, FALSE },
  { "oglene", VEL_PART_NOON, FALSE, FALSE },
  { "oglen", VEL_PART_NOON, FALSE, FALSE },
  { "ogleye", VEL_PART_NOON, FALSE, FALSE },
  { "ogle", VEL_PART_NOON, FALSE, FALSE },
  { "oglende", VEL_PART_NOON, FALSE, FALSE },
  { "gun ortasi", VEL_PART_NOON, FALSE, FALSE },
  { "aksam ustu", VEL_PART_LATE_AFTERNOON, FALSE, FALSE },
  { "aksamustu", VEL_PART_LATE_AFTERNOON, FALSE, FALSE },
  { "aksam uzeri", VEL_PART_LATE_AFTERNOON, FALSE, FALSE },
  { "aksamuzeri", VEL_PART_LATE_AFTERNOON, FALSE, FALSE },
  { "aksamleyin", VEL_PART_EVENING, FALSE, FALSE },
  { "aksama", VEL_PART_EVENING, FALSE, FALSE },
  { "aksam", VEL_PART_EVENING, FALSE, FALSE },
  { "aksami", VEL_PART_EVENING, TRUE, FALSE },
  { "geceleyin", VEL_PART_NIGHT, FALSE, FALSE },
  { "gecesi", VEL_PART_NIGHT, TRUE, FALSE },
  { "gece", VEL_PART_NIGHT, FALSE, FALSE },
  { "in the morning", VEL_PART_MORNING, FALSE, FALSE },
  { "in the afternoon", VEL_PART_AFTERNOON, FALSE, FALSE },
  { "in the evening", VEL_PART_EVENING, FALSE, FALSE },
  { "at night", VEL_PART_NIGHT, FALSE, FALSE },
  { "at noon", VEL_PART_NOON, FALSE, FALSE },
  { "at midday", VEL_PART_NOON, FALSE, FALSE },
  { "at midnight", VEL_PART_MIDNIGHT, FALSE, FALSE },
  { "noon", VEL_PART_NOON, FALSE, FALSE },
  { "midday", VEL_PART_NOON, FALSE, FALSE },
  { "midnight", VEL_PART_MIDNIGHT, FALSE, FALSE },
  { "morning", VEL_PART_MORNING, TRUE, FALSE },
  { "afternoon", VEL_PART_AFTERNOON, TRUE, FALSE },
  { "evening", VEL_PART_EVENING, TRUE, FALSE },
  { "night", VEL_PART_NIGHT, TRUE, FALSE },
};

/*
 * vel_capture_take_part:
 * @after_date: whether words that say a day end directly before @at
 *
 * Takes "akşama", "this morning", "öğleden sonra".
 */
gboolean
vel_capture_take_part (VelCaptureReader *reader,
                       guint            *at,
                       gboolean          after_date,
                       VelCaptureTime   *time)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint j = *at;

      if ((parts[i].beside && !after_date) || !vel_capture_take (reader, &j, parts[i].words))
        continue;
      if (!after_date && !parts[i].today &&
          (vel_capture_is_in_name (reader, j - 1, j) || vel_capture_is_part_head (reader, j)))
        return FALSE;
      time->part = parts[i].part;
      time->today = parts[i].today;
      *at = j;
      return TRUE;
    }
  return FALSE;
}

/* The minute of the day, or -1. A part of the day and an hour explain each other. */
int
vel_capture_time_get_minutes (const VelCaptureTime *time)
{
  static const int minutes[] = {
    [VEL_PART_MORNING] = 9 * 60, [VEL_PART_FORENOON] = 10 * 60, [VEL_PART_NOON] = 12 * 60,
    [VEL_PART_AFTERNOON] = 14 * 60, [VEL_PART_LATE_AFTERNOON] = 17 * 60, [VEL_PART_EVENING] = 18 * 60,
    [VEL_PART_NIGHT] = 21 * 60, [VEL_PART_MIDNIGHT] = MINUTES_A_DAY - 1,
  };
  int hour = time->hour;

  if (hour < 0)
    return time->part != VEL_PART_NONE ? minutes[time->part] : -1;
  if (!time->exact)
    {
      switch (time->part)
        {
        case VEL_PART_NONE:
          /* Nobody is called at three in the night; "03:00" and "3 am" say so. */
          if (hour >= 1 && hour <= 6 && !time->early)
            hour += 12;
          break;

        case VEL_PART_NOON:
          if (hour >= 1 && hour <= 3)
            hour += 12;
          break;

        case VEL_PART_AFTERNOON:
        case VEL_PART_LATE_AFTERNOON:
          if (hour >= 1 && hour <= 11)
            hour += 12;
          break;

        case VEL_PART_EVENING:
          if (hour >= 1 && hour <= 12)
            hour += 12;
          break;

        case VEL_PART_NIGHT:
          if (hour >= 7 && hour <= 12)
            hour += 12;
          break;

        case VEL_PART_MORNING:
        case VEL_PART_FORENOON:
        case VEL_PART_MIDNIGHT:
        default:
          break;
        }
    }
  /* Midnight ends the day it is said of, and stays in it. */
  return hour >= 24 ? MINUTES_A_DAY - 1 : hour * 60 + time->minute;
}
