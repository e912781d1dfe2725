/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-record.h"

G_BEGIN_DECLS

char *vel_customer_words_caption (VelRecord *record,
                                  gboolean   indirect);
char *vel_customer_words_place   (VelRecord *record);

G_END_DECLS
