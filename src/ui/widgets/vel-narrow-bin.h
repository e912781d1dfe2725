/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VEL_TYPE_NARROW_BIN (vel_narrow_bin_get_type ())
G_DECLARE_DERIVABLE_TYPE (VelNarrowBin, vel_narrow_bin, VEL, NARROW_BIN, AdwBin)

struct _VelNarrowBinClass
{
  AdwBinClass parent_class;
};

gboolean vel_narrow_bin_is_narrow (VelNarrowBin *self);
void     vel_narrow_bin_set_chars (VelNarrowBin *self,
                                   int           chars);

G_END_DECLS
