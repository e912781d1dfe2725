/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VEL_TYPE_AGENT (vel_agent_get_type ())
G_DECLARE_FINAL_TYPE (VelAgent, vel_agent, VEL, AGENT, GApplication)

VelAgent *vel_agent_new (void);

G_END_DECLS
