/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean  vel_json_is_too_deep (const char *json,
                                gsize       length);
JsonNode *vel_json_from_string (const char *json);
char     *vel_json_to_string   (JsonNode   *node,
                                gboolean    pretty);

G_END_DECLS
