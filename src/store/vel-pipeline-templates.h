/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"

G_BEGIN_DECLS

guint       vel_pipeline_templates_count      (void);
const char *vel_pipeline_template_get_name    (guint       index);
GStrv       vel_pipeline_template_dup_stages  (guint       index);
VelChange  *vel_pipeline_template_make        (guint       index,
                                               const char *name);

G_END_DECLS
