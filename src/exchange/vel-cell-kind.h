/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VelCellKind:
 * @VEL_CELL_EMPTY: nothing but spaces
 * @VEL_CELL_TEXT: words
 * @VEL_CELL_NUMBER: a number or a sum of money
 * @VEL_CELL_DATE: a day, perhaps with a time
 * @VEL_CELL_PHONE: a telephone number
 * @VEL_CELL_EMAIL: an e-mail address
 * @VEL_CELL_URL: the address of a web page
 * @VEL_CELL_TAX_ID: a VKN or TCKN whose check digits agree
 * @VEL_CELL_IBAN: an IBAN whose check digits agree
 *
 * What a cell looks like.
 */
typedef enum
{
  VEL_CELL_EMPTY,
  VEL_CELL_TEXT,
  VEL_CELL_NUMBER,
  VEL_CELL_DATE,
  VEL_CELL_PHONE,
  VEL_CELL_EMAIL,
  VEL_CELL_URL,
  VEL_CELL_TAX_ID,
  VEL_CELL_IBAN
} VelCellKind;

#define VEL_CELL_N_KINDS (VEL_CELL_IBAN + 1)

VelCellKind vel_cell_kind_guess (const char *text);

G_END_DECLS
