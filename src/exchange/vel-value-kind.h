/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelValueKind:
 * @VEL_VALUE_EMPTY: nothing but spaces
 * @VEL_VALUE_TEXT: words
 * @VEL_VALUE_NUMBER: a number or a sum of money
 * @VEL_VALUE_DATE: a day, perhaps with a time
 * @VEL_VALUE_PHONE: a telephone number
 * @VEL_VALUE_EMAIL: an e-mail address
 * @VEL_VALUE_URL: the address of a web page
 * @VEL_VALUE_TAX_ID: a VKN or TCKN whose check digits agree
 * @VEL_VALUE_IBAN: an IBAN whose check digits agree
 *
 * What a cell looks like.
 */
typedef enum
{
  VEL_VALUE_EMPTY,
  VEL_VALUE_TEXT,
  VEL_VALUE_NUMBER,
  VEL_VALUE_DATE,
  VEL_VALUE_PHONE,
  VEL_VALUE_EMAIL,
  VEL_VALUE_URL,
  VEL_VALUE_TAX_ID,
  VEL_VALUE_IBAN
} VelValueKind;

#define VEL_VALUE_N_KINDS (VEL_VALUE_IBAN + 1)

VelValueKind vel_value_kind_guess (const char *text);

G_END_DECLS
