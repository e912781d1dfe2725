/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#define VEL_PLACE_N_CITIES 81

/* A province and its districts, which end with NULL. */
typedef struct
{
  const char        *name;
  const char *const *districts;
} VelPlaceCity;

/* By plate code, from 01 on. For vel-place.c alone. */
extern const VelPlaceCity vel_place_cities[VEL_PLACE_N_CITIES];
