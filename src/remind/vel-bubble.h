/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libnotify/notify.h>

#include "vel-book-rings.h"

G_BEGIN_DECLS

NotifyNotification *vel_bubble_new    (const char         *summary,
                                       const char         *text);
void                vel_bubble_update (NotifyNotification *bubble,
                                       const char         *summary,
                                       const char         *text);

G_END_DECLS
