/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "vel-record.h"

G_BEGIN_DECLS

JsonNode *vel_id_to_json     (gint64          id);
JsonNode *vel_value_to_json  (const VelField *field,
                              const VelValue *value,
                              const char     *currency);
JsonNode *vel_record_to_json (VelRecord      *record);

G_END_DECLS
