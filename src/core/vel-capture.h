/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelCaptureKind:
 * @VEL_CAPTURE_DATE: words that say the day
 * @VEL_CAPTURE_TIME: words that say the time of day, or how many hours from now
 * @VEL_CAPTURE_REPEAT: words that say how it repeats, how often and until when
 * @VEL_CAPTURE_CUSTOMER: words that name a customer
 *
 * What a piece of a captured line says. Each is a bit, for masks.
 */
typedef enum
{
  VEL_CAPTURE_DATE = 1 << 0,
  VEL_CAPTURE_TIME = 1 << 1,
  VEL_CAPTURE_REPEAT = 1 << 2,
  VEL_CAPTURE_CUSTOMER = 1 << 3,
} VelCaptureKind;

#define VEL_CAPTURE_ALL (VEL_CAPTURE_DATE | VEL_CAPTURE_TIME | VEL_CAPTURE_REPEAT | VEL_CAPTURE_CUSTOMER)

/**
 * VelCaptureSpan:
 * @kind: what was understood
 * @start: the first byte of it in the line
 * @end: the byte after it
 * @stays: whether the title keeps the words: the name of a customer, and both
 *   ends of "14:00-15:00", of which only the first is understood
 *
 * One piece of the line that was understood: a chip, for those who show it.
 */
typedef struct
{
  VelCaptureKind kind;
  gsize          start;
  gsize          end;
  gboolean       stays;
} VelCaptureSpan;

/**
 * VelCapture:
 * @line: the line that was read, as it was given
 * @title: what remains of it, tidied; valid UTF-8, perhaps empty
 * @due: (nullable): "2026-11-24" or, with a time of day, "2026-11-24T14:00"
 * @repeat: (nullable): the value of an RRULE, such as "FREQ=WEEKLY;BYDAY=MO,WE"
 * @spans: (element-type VelCaptureSpan): what was understood, in the order of the
 *   line, never overlapping
 * @doubts: (element-type utf8): sentences for the user about what looks like a
 *   date, a time or a repeat and was not taken as one, or is odd; perhaps none
 *
 * What one typed line says of a task. A plain struct that belongs to one thread.
 */
typedef struct
{
  char      *line;
  char      *title;
  char      *due;
  char      *repeat;
  GArray    *spans;
  GPtrArray *doubts;
} VelCapture;

/**
 * VelCaptureName:
 * @name: the words, without the ending of a Turkish case
 * @start: the first byte of them in the line, for vel_capture_take_customer()
 * @end: the byte after them
 *
 * Words of a title that could name a customer.
 */
typedef struct
{
  char  *name;
  gsize  start;
  gsize  end;
} VelCaptureName;

VelCapture *vel_capture_parse         (const char         *line,
                                       GDateTime          *now,
                                       guint               kinds,
                                       const char * const *kept);
void        vel_capture_free          (VelCapture         *capture);

GPtrArray  *vel_capture_get_names     (const VelCapture   *capture);
gboolean    vel_capture_take_customer (VelCapture         *capture,
                                       gsize               start,
                                       gsize               end);
void        vel_capture_name_free     (VelCaptureName     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelCapture, vel_capture_free)

G_END_DECLS
