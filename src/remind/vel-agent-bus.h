/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the agent that rings is called on the bus. */
#define VEL_AGENT_ID APPLICATION_ID ".Agent"
#define VEL_AGENT_PATH "/org/velinimet/Velinimet/Agent"
#define VEL_AGENT_INTERFACE APPLICATION_ID ".Agent1"
