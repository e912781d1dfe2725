/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelIdentityKind:
 * @VEL_IDENTITY_NONE: neither ten nor eleven digits: no Turkish tax number
 * @VEL_IDENTITY_TCKN: a valid TCKN, the number of a citizen or resident
 * @VEL_IDENTITY_VKN: a valid VKN, the number of a tax payer
 * @VEL_IDENTITY_DOUBTFUL: digits as many as a TCKN or VKN has, but they do not
 *   agree with their check digits
 *
 * What a tax number is. A sole trader's is the TCKN, so one field holds both.
 * Nothing but %VEL_IDENTITY_TCKN and %VEL_IDENTITY_VKN deserves trust, and
 * nothing deserves more than a warning: foreign tax numbers are of other forms.
 */
typedef enum
{
  VEL_IDENTITY_NONE,
  VEL_IDENTITY_TCKN,
  VEL_IDENTITY_VKN,
  VEL_IDENTITY_DOUBTFUL,
} VelIdentityKind;

VelIdentityKind vel_tax_id_check   (const char  *text,
                                    char       **digits);

char           *vel_iban_normalise (const char  *text,
                                    GError     **error);
char           *vel_iban_format    (const char  *iban);

G_END_DECLS
