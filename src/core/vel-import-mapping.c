/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-mapping.h"

#include <glib/gi18n-lib.h>

/**
 * VelImportMapping:
 *
 * Where the columns of a file of one shape went when such a file was imported
 * last.
 */

static const VelField fields[] = {
  { "shape", VEL_FIELD_TEXT, N_("Shape of the file"), VEL_FIELD_REQUIRED | VEL_FIELD_HIDDEN },
  { "columns", VEL_FIELD_TEXT, N_("Columns"), VEL_FIELD_HIDDEN },
};

const VelEntity vel_import_mapping_entity = {
  "import_mapping", N_("Import mapping"), N_("Import mappings"), fields, G_N_ELEMENTS (fields), NULL,
  vel_import_mapping_get_type, TRUE
};

VEL_DEFINE_RECORD (VelImportMapping, vel_import_mapping, vel_import_mapping_entity)
