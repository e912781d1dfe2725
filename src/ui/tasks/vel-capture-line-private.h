/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-capture-chip.h"
#include "vel-capture-line.h"
#include "vel-task-capture.h"

G_BEGIN_DECLS

/* What the chips say, in their order. */
typedef enum
{
  CHIP_DAY,
  CHIP_TIME,
  CHIP_REPEAT,
  CHIP_WHOM,
  CHIP_REMINDER,
  N_CHIPS
} ChipKind;

struct _VelCaptureLine
{
  GtkWidget       parent_instance;

  VelBook        *book;            /* (owned) (nullable) */
  GtkWidget      *entry;
  GtkWidget      *foot;
  GtkWidget      *note;
  VelCaptureChip *chips[N_CHIPS];

  VelCapture     *capture;         /* (owned) (nullable): what stands in the line */
  GPtrArray      *kept;            /* (owned) (element-type utf8): words of chips that were taken off */
  gboolean        is_silent;       /* the reminder was taken off */
  gboolean        can_add;
  gboolean        misses_title;    /* somebody wanted to add what has none */

  /* Whose the task is: of the card that the line stands on, */
  gint64          customer;
  gint64          deal;
  VelRecord      *subject;         /* (owned) (nullable) */
  gboolean        subject_is_off;
  /* or whom the words name. */
  GCancellable   *looking;         /* (owned) (nullable): while it is looked for */
  VelCaptured    *captured;        /* (owned) (nullable) */
  char           *words;           /* (owned) (nullable): the words that name them */
  GPtrArray      *nobody;          /* (owned) (element-type utf8): words that name nobody, for their chip was taken off */
  gint64          chosen;          /* of several, or 0 */
  gboolean        adds_then;       /* as soon as it is known */
};

/* vel-capture-line.c */
const char *vel_capture_line_get_text        (VelCaptureLine *self);
gboolean    vel_capture_line_is_blank        (VelCaptureLine *self);
void        vel_capture_line_set_can_add     (VelCaptureLine *self,
                                              gboolean        can_add);
void        vel_capture_line_read            (VelCaptureLine *self);

/* vel-capture-line-reading.c */
void        vel_capture_line_parse           (VelCaptureLine *self);
void        vel_capture_line_refresh         (VelCaptureLine *self);
void        vel_capture_line_take_off        (VelCaptureLine *self,
                                              VelCaptureChip *chip);

/* vel-capture-line-whom.c */
gboolean    vel_capture_line_has_subject     (VelCaptureLine *self);
void        vel_capture_line_look            (VelCaptureLine *self);
void        vel_capture_line_stop_looking    (VelCaptureLine *self);
void        vel_capture_line_forget_whom     (VelCaptureLine *self);
void        vel_capture_line_take_off_whom   (VelCaptureLine *self);
gint64      vel_capture_line_get_customer    (VelCaptureLine *self);
gboolean    vel_capture_line_is_ambiguous    (VelCaptureLine *self);
void        vel_capture_line_show_whom       (VelCaptureLine *self);

/* vel-capture-line-words.c */
char       *vel_capture_say_day              (const char     *due);
char       *vel_capture_say_repeat           (const char     *repeat,
                                              const char     *due);

G_END_DECLS
