/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"

G_BEGIN_DECLS

#define VEL_TYPE_COMPOSER (vel_composer_get_type ())
G_DECLARE_FINAL_TYPE (VelComposer, vel_composer, VEL, COMPOSER, AdwBin)

GtkWidget *vel_composer_new          (VelBook     *book);
void       vel_composer_set_about    (VelComposer *self,
                                      VelRecord   *about,
                                      GListModel  *people);
void       vel_composer_begin        (VelComposer *self,
                                      const char  *kind);
void       vel_composer_edit         (VelComposer *self,
                                      VelRecord   *interaction);
void       vel_composer_start        (VelComposer *self);

G_END_DECLS
