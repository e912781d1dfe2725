/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelTextError:
 * @VEL_TEXT_ERROR_EMPTY: there is nothing in the text
 * @VEL_TEXT_ERROR_INVALID: the text is not of the kind that was asked for
 * @VEL_TEXT_ERROR_AMBIGUOUS: the text can be read in more than one way
 * @VEL_TEXT_ERROR_RANGE: the text is of the kind, but what it names does not
 *   exist or is too large (31 February, a sum of twenty digits)
 * @VEL_TEXT_ERROR_UNKNOWN: nobody can tell, for a part of the installation is missing
 *
 * Why a text could not be read. The messages are sentences for the user, in
 * the language of the interface.
 */
typedef enum
{
  VEL_TEXT_ERROR_EMPTY,
  VEL_TEXT_ERROR_INVALID,
  VEL_TEXT_ERROR_AMBIGUOUS,
  VEL_TEXT_ERROR_RANGE,
  VEL_TEXT_ERROR_UNKNOWN,
} VelTextError;

#define VEL_TEXT_ERROR (vel_text_error_quark ())
GQuark      vel_text_error_quark (void);
gboolean    vel_text_fail        (GError    **error,
                                  const char *sentence);

char       *vel_text_fold        (const char *text);
void        vel_text_fold_append (GString    *out,
                                  const char *text);

char       *vel_text_clean_line  (const char *text);
char       *vel_text_initials    (const char *name);

const char *vel_language_get     (void);
void        vel_language_set     (const char *language);

G_END_DECLS
