/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-cli.h"

G_BEGIN_DECLS

VelCliExit vel_cli_tell (VelCli       *self,
                         const GError *error);

G_END_DECLS
