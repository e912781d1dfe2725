/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "vel-suggest.h"

G_BEGIN_DECLS

/**
 * VelVerdict:
 * @VEL_VERDICT_NONE: nothing is to be said
 * @VEL_VERDICT_GOOD: it has been checked and is right
 * @VEL_VERDICT_DOUBTFUL: probably mistaken, kept all the same
 * @VEL_VERDICT_WRONG: not to be kept
 *
 * What is to be said of a text that somebody types.
 */
typedef enum
{
  VEL_VERDICT_NONE,
  VEL_VERDICT_GOOD,
  VEL_VERDICT_DOUBTFUL,
  VEL_VERDICT_WRONG
} VelVerdict;

#define VEL_TYPE_VERDICT (vel_verdict_get_type ())
GType vel_verdict_get_type (void);

/**
 * VelInlineCheck:
 * @text: what is typed
 * @sentence: (out) (transfer full) (nullable): why
 * @user_data: what was given with the function
 *
 * Returns: what is to be said of @text
 */
typedef VelVerdict (*VelInlineCheck) (const char *text,
                                      char      **sentence,
                                      gpointer    user_data);

#define VEL_TYPE_INLINE_TEXT (vel_inline_text_get_type ())
G_DECLARE_FINAL_TYPE (VelInlineText, vel_inline_text, VEL, INLINE_TEXT, GtkWidget)

GtkWidget  *vel_inline_text_new         (gboolean             multiline);
void        vel_inline_text_set_value   (VelInlineText       *self,
                                         const char          *value);
void        vel_inline_text_set_title   (VelInlineText       *self,
                                         const char          *title,
                                         gboolean             show);
void        vel_inline_text_set_hint    (VelInlineText       *self,
                                         const char          *hint);
void        vel_inline_text_set_check   (VelInlineText       *self,
                                         VelInlineCheck       check,
                                         gpointer             user_data,
                                         GDestroyNotify       destroy);
char       *vel_inline_text_dup_text    (VelInlineText       *self);
gboolean    vel_inline_text_is_dirty    (VelInlineText       *self);
VelVerdict  vel_inline_text_get_verdict (VelInlineText       *self);
const char *vel_inline_text_get_sentence (VelInlineText      *self);
gboolean    vel_inline_text_is_editing  (VelInlineText       *self);
VelSuggest *vel_inline_text_get_suggest (VelInlineText       *self,
                                         gboolean             filters);
void        vel_inline_text_start       (VelInlineText       *self);
void        vel_inline_text_save        (VelInlineText       *self);
void        vel_inline_text_reset       (VelInlineText       *self);

G_END_DECLS
