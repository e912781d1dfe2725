/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

VelChange *vel_bulk_delete       (VelBook            *book,
                                  const VelEntity    *entity,
                                  GArray             *ids);
VelChange *vel_bulk_set          (VelBook            *book,
                                  const VelEntity    *entity,
                                  GArray             *ids,
                                  const char         *field,
                                  const VelValue     *value);
VelChange *vel_bulk_add_words    (VelBook            *book,
                                  const VelEntity    *entity,
                                  GArray             *ids,
                                  const char         *field,
                                  const char * const *words);
VelChange *vel_bulk_remove_words (VelBook            *book,
                                  const VelEntity    *entity,
                                  GArray             *ids,
                                  const char         *field,
                                  const char * const *words);

G_END_DECLS
