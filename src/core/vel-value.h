/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VEL_VALUE_NULL,
  VEL_VALUE_INTEGER,
  VEL_VALUE_TEXT
} VelValueKind;

/**
 * VelValue:
 * @kind: what the value is
 * @integer: the number, when @kind is %VEL_VALUE_INTEGER
 * @text: (owned): the text, when @kind is %VEL_VALUE_TEXT
 *
 * One value of one field, as the book stores it: nothing, a 64-bit integer
 * (numbers, yes or no, minor units of money, UTC seconds, ids) or UTF-8 text
 * (everything else; lists are JSON). A plain struct that belongs to whoever
 * holds it; zero-filled it is a valid null.
 */
typedef struct
{
  VelValueKind  kind;
  gint64        integer;
  char         *text;
} VelValue;

#define VEL_VALUE_INIT { VEL_VALUE_NULL, 0, NULL }

void     vel_value_clear       (VelValue       *self);
void     vel_value_set_integer (VelValue       *self,
                                gint64          integer);
void     vel_value_set_text    (VelValue       *self,
                                const char     *text);
void     vel_value_take_text   (VelValue       *self,
                                char           *text);
void     vel_value_copy        (const VelValue *self,
                                VelValue       *copy);
gboolean vel_value_equal       (const VelValue *a,
                                const VelValue *b);
gboolean vel_value_is_empty    (const VelValue *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VelValue, vel_value_clear)

G_END_DECLS
