/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-composer.h"

G_BEGIN_DECLS

#define VEL_TYPE_STORY (vel_story_get_type ())
G_DECLARE_FINAL_TYPE (VelStory, vel_story, VEL, STORY, AdwBin)

GtkWidget   *vel_story_new           (VelBook    *book);
void         vel_story_set_about     (VelStory   *self,
                                      VelRecord  *about,
                                      GListModel *people);
void         vel_story_set_top       (VelStory   *self,
                                      GtkWidget  *top);
guint        vel_story_get_count     (VelStory   *self);
VelComposer *vel_story_get_composer  (VelStory   *self);
void         vel_story_show_composer (VelStory   *self);

G_END_DECLS
