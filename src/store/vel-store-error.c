/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-store-error.h"

G_DEFINE_QUARK (vel-store-error-quark, vel_store_error)
