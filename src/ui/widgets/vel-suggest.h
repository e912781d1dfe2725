/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VEL_TYPE_SUGGEST (vel_suggest_get_type ())
G_DECLARE_FINAL_TYPE (VelSuggest, vel_suggest, VEL, SUGGEST, GtkPopover)

VelSuggest *vel_suggest_new       (GtkWidget          *anchor,
                                   GtkEditable        *editable,
                                   gboolean            filters);
void        vel_suggest_set_words (VelSuggest         *self,
                                   const char * const *words);
void        vel_suggest_clear     (VelSuggest         *self);
void        vel_suggest_invalidate (VelSuggest        *self);
void        vel_suggest_offer     (VelSuggest         *self,
                                   const char         *text,
                                   const char         *detail,
                                   gint64              id);
void        vel_suggest_update    (VelSuggest         *self);
void        vel_suggest_show      (VelSuggest         *self);
void        vel_suggest_hide      (VelSuggest         *self);

G_END_DECLS
