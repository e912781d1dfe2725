/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *const *vel_place_list_cities      (void);
const char *const *vel_place_list_districts   (const char *city);

const char        *vel_place_find_city        (const char *text);
const char        *vel_place_find_district    (const char *city,
                                               const char *text);
const char        *vel_place_city_of_district (const char *text);

G_END_DECLS
