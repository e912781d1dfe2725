/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book-totals.h"
#include "vel-query-model.h"

G_BEGIN_DECLS

#define VEL_TYPE_FIGURES (vel_figures_get_type ())
G_DECLARE_FINAL_TYPE (VelFigures, vel_figures, VEL, FIGURES, GObject)

VelFigures   *vel_figures_new        (VelBook    *book,
                                      VelQuery   *query);
void          vel_figures_follow     (VelFigures    *self,
                                      VelQueryModel *list);
void          vel_figures_set_query  (VelFigures *self,
                                      VelQuery   *query,
                                      GArray     *ids);
VelTotals    *vel_figures_get_totals (VelFigures *self);
const GError *vel_figures_get_error  (VelFigures *self);

G_END_DECLS
