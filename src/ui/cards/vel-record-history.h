/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_RECORD_HISTORY (vel_record_history_get_type ())
G_DECLARE_FINAL_TYPE (VelRecordHistory, vel_record_history, VEL, RECORD_HISTORY, AdwWindow)

VelRecordHistory *vel_record_history_present (GtkWidget *parent,
                                              VelBook   *book,
                                              VelRecord *record);

G_END_DECLS
