/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "vel-book.h"
#include "vel-inline-text.h"

G_BEGIN_DECLS

GtkWidget *vel_editing_row_new   (const char      *title,
                                  const char      *hint,
                                  VelInlineCheck   check,
                                  gpointer         user_data);
gboolean   vel_editing_read      (VelRecord       *record,
                                  const char      *field,
                                  const char      *text,
                                  VelValue        *value,
                                  GError         **error);
VelVerdict vel_editing_judge     (VelRecord       *record,
                                  const char      *field,
                                  const char      *text,
                                  char           **sentence);
void       vel_editing_save      (VelInlineText   *text,
                                  VelBook         *book,
                                  VelRecord       *record,
                                  const char      *field,
                                  const char      *typed,
                                  const char      *label);
void       vel_editing_archive   (GtkWidget       *widget,
                                  VelBook         *book,
                                  VelRecord       *record,
                                  gboolean         archived);

G_END_DECLS
