/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The module by name, without what a system puts around names, and what it
 * exports. The number is that of the struct below: a module that an
 * interrupted update has left behind is not taken for this one. */
#define VEL_PHONE_MODULE "velphone"
#define VEL_PHONE_SYMBOL vel_phone_library_1

/**
 * VelPhoneOutcome:
 * @VEL_PHONE_READ: the text is shaped like a number
 * @VEL_PHONE_NO_NUMBER: the text is something else
 * @VEL_PHONE_NO_COUNTRY: the number begins with the calling code of no country
 * @VEL_PHONE_NO_LENGTH: no number has as many or as few digits
 *
 * What has become of a text that was to be read as a number.
 */
typedef enum
{
  VEL_PHONE_READ,
  VEL_PHONE_NO_NUMBER,
  VEL_PHONE_NO_COUNTRY,
  VEL_PHONE_NO_LENGTH
} VelPhoneOutcome;

/**
 * VelPhoneLibrary:
 * @get_country_code: the calling code of a region by ISO 3166-1 ("TR"), 0 if it
 *   has no telephones
 * @read: reads a text in a region; on %VEL_PHONE_READ, and only then, sets the
 *   calling code of its country and the number by E.164 (transfer full)
 * @format: writes a number given by E.164 as it is dialled within its country,
 *   or from abroad (transfer full) (nullable)
 *
 * What is asked of libphonenumber, which is far too big to be in every process:
 * it comes with forty libraries. Its functions may be called from any thread.
 */
typedef struct
{
  int              (*get_country_code) (const char  *region);
  VelPhoneOutcome  (*read)             (const char  *text,
                                        const char  *region,
                                        char       **number);
  char            *(*format)           (const char  *number,
                                        gboolean     within_country);
} VelPhoneLibrary;

const VelPhoneLibrary *vel_phone_library_get       (void);
gboolean               vel_phone_library_is_loaded (void);

G_END_DECLS
