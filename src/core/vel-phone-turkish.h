/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VEL_PHONE_TURKEY "TR"

/**
 * VelPhoneTurkish:
 * @VEL_PHONE_TURKISH_YES: a number of Türkiye
 * @VEL_PHONE_TURKISH_NONE: it would be one of Türkiye, but there is none such
 * @VEL_PHONE_TURKISH_OTHER: a number of another country, or in an odd writing
 *
 * What a text is by the rules of the Turkish numbering plan alone.
 */
typedef enum
{
  VEL_PHONE_TURKISH_YES,
  VEL_PHONE_TURKISH_NONE,
  VEL_PHONE_TURKISH_OTHER
} VelPhoneTurkish;

VelPhoneTurkish  vel_phone_turkish_read        (const char  *text,
                                                gboolean     in_turkey,
                                                char       **number);
gboolean         vel_phone_turkish_is_possible (const char  *national);
char            *vel_phone_turkish_format      (const char  *national);

G_END_DECLS
