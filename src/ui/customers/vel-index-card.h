/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-row-cell.h"

G_BEGIN_DECLS

#define VEL_TYPE_INDEX_CARD (vel_index_card_get_type ())
G_DECLARE_FINAL_TYPE (VelIndexCard, vel_index_card, VEL, INDEX_CARD, VelRowCell)

GtkWidget *vel_index_card_new (void);

G_END_DECLS
