/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-moves.h"

#include <glib/gi18n-lib.h>

#include "vel-deal.h"
#include "vel-stage.h"

/* The changes that the board, the card and the command line make of a deal's
 * way: the same for all of them. What follows from a move (passages, the day it
 * closed) the store writes by itself. */

/**
 * vel_deal_move_to:
 * @deal: a deal
 * @stage: the stage that it shall be in, its own or another
 * @before: the deal that it shall stand before, or 0 for the end of the column
 *
 * A deal that was won or lost is open again.
 *
 * Returns: (transfer full): the change
 */
VelChange *
vel_deal_move_to (VelRecord *deal,
                  VelRecord *stage,
                  gint64     before)
{
  const gint64 id = vel_record_get_id (deal);
  VelChange *change = vel_change_new (N_("Move %s to %s"), vel_record_get_text (deal, "title"),
                                      vel_record_get_text (stage, "name"), NULL);

  if (vel_record_get_integer (deal, "stage") != vel_record_get_id (stage))
    vel_change_set_integer (change, &vel_deal_entity, id, "stage", vel_record_get_id (stage));
  if (g_strcmp0 (vel_record_get_text (deal, "status"), "open") != 0)
    vel_change_set_text (change, &vel_deal_entity, id, "status", "open");
  vel_change_place (change, &vel_deal_entity, id, before);
  return change;
}

/**
 * vel_deal_win:
 * @deal: a deal
 *
 * Returns: (transfer full): the change that wins it
 */
VelChange *
vel_deal_win (VelRecord *deal)
{
  VelChange *change = vel_change_new (N_("Win %s"), vel_record_get_text (deal, "title"), NULL);

  vel_change_set_text (change, &vel_deal_entity, vel_record_get_id (deal), "status", "won");
  return change;
}

/**
 * vel_deal_lose:
 * @deal: a deal
 * @reason: why, a lost reason, or 0 where nobody says
 *
 * Returns: (transfer full): the change that loses it
 */
VelChange *
vel_deal_lose (VelRecord *deal,
               gint64     reason)
{
  VelChange *change = vel_change_new (N_("Lose %s"), vel_record_get_text (deal, "title"), NULL);

  vel_change_set_text (change, &vel_deal_entity, vel_record_get_id (deal), "status", "lost");
  if (reason != 0)
    vel_change_set_integer (change, &vel_deal_entity, vel_record_get_id (deal), "lost_reason", reason);
  return change;
}

/**
 * vel_deal_open_again:
 * @deal: a deal that was won or lost
 *
 * Returns: (transfer full): the change that opens it where it stood
 */
VelChange *
vel_deal_open_again (VelRecord *deal)
{
  VelChange *change = vel_change_new (N_("Open %s again"), vel_record_get_text (deal, "title"), NULL);

  vel_change_set_text (change, &vel_deal_entity, vel_record_get_id (deal), "status", "open");
  return change;
}

/**
 * vel_stage_remove:
 * @stage: a stage
 * @target: (nullable): where its deals go; not needed where it has none
 * @deals: (element-type gint64): every deal in it, the closed ones too
 *
 * Returns: (transfer full): the change that removes it
 */
VelChange *
vel_stage_remove (VelRecord *stage,
                  VelRecord *target,
                  GArray    *deals)
{
  VelChange *change = vel_change_new (N_("Remove stage %s"), vel_record_get_text (stage, "name"), NULL);

  g_return_val_if_fail (deals->len == 0 || target != NULL, change);

  for (guint i = 0; i < deals->len; i++)
    {
      const gint64 id = g_array_index (deals, gint64, i);

      vel_change_set_integer (change, &vel_deal_entity, id, "stage", vel_record_get_id (target));
      vel_change_place (change, &vel_deal_entity, id, 0);
    }
  vel_change_delete (change, &vel_stage_entity, vel_record_get_id (stage));
  return change;
}
