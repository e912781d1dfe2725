/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-query.h"

G_BEGIN_DECLS

const char *vel_filter_words_field  (const VelEntity *entity,
                                     const char      *field);
char       *vel_filter_words_say    (const VelEntity *entity,
                                     const VelFilter *filter);
char       *vel_filter_words_values (const VelEntity *entity,
                                     const VelFilter *filter);

G_END_DECLS
