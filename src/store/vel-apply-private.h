/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-apply.h"
#include "vel-change-private.h"

G_BEGIN_DECLS

gboolean vel_apply_insert_row (VelApply        *self,
                               const VelEntity *entity,
                               gint64           id,
                               VelValue        *values,
                               GError         **error);
gboolean vel_apply_place      (VelApply         *self,
                               const VelEntity  *entity,
                               gint64            id,
                               gint64            before,
                               VelValue         *values,
                               GError          **error);
gboolean vel_apply_deal_prepare (VelApply        *self,
                                 const VelValue  *before,
                                 VelValue        *values,
                                 gboolean        *touched,
                                 GError         **error);
gboolean vel_apply_deal_follow  (VelApply        *self,
                                 gint64           id,
                                 const VelValue  *before,
                                 const VelValue  *values,
                                 GError         **error);
gboolean vel_apply_task_prepare (VelApply        *self,
                                 const VelValue  *before,
                                 VelValue        *values,
                                 gboolean        *touched,
                                 GError         **error);
gboolean vel_apply_task_follow  (VelApply        *self,
                                 gint64           id,
                                 const VelValue  *before,
                                 const VelValue  *values,
                                 GError         **error);
gboolean vel_apply_check_delete (VelApply         *self,
                                 const VelEntity  *entity,
                                 gint64            id,
                                 GError          **error);
gboolean vel_apply_link       (VelApply         *self,
                               const VelEntity  *entity,
                               gint64            id,
                               const VelSetting *setting,
                               GError          **error);

G_END_DECLS
