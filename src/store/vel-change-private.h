/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"

G_BEGIN_DECLS

typedef enum
{
  VEL_WRITE_INSERT,
  VEL_WRITE_UPDATE,
  VEL_WRITE_DELETE
} VelWriteKind;

typedef enum
{
  VEL_SETTING_SET,
  VEL_SETTING_ADD_WORD,
  VEL_SETTING_REMOVE_WORD,
  VEL_SETTING_ADD,
  VEL_SETTING_PLACE
} VelSettingKind;

/* One field of one write. */
typedef struct
{
  VelSettingKind  kind;
  guint           field;
  char           *custom;  /* (owned) (nullable): the name of a custom field */
  VelValue        value;
} VelSetting;

/* One row to be written. Ids below zero stand for rows that the same change inserts. */
typedef struct
{
  VelWriteKind     kind;
  const VelEntity *entity;
  gint64           id;
  VelValue        *values;    /* (owned) (nullable): of an insertion, one a field; before the settings */
  GArray          *settings;  /* (owned) (nullable) (element-type VelSetting) */
} VelWrite;

const char *vel_change_get_label    (VelChange  *self);
char       *vel_change_dup_args     (VelChange  *self);
GPtrArray  *vel_change_get_writes   (VelChange  *self);
gboolean    vel_change_has_source   (VelChange  *self);
gboolean    vel_change_pull         (VelChange  *self,
                                     GError    **error);

G_END_DECLS
