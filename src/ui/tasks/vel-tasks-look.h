/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-records-look.h"

G_BEGIN_DECLS

extern const VelRecordsLook vel_tasks_look;

G_END_DECLS
