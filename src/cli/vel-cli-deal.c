/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-book-totals.h"
#include "vel-cli.h"
#include "vel-deal-moves.h"
#include "vel-deal-words.h"
#include "vel-deal.h"
#include "vel-find-named.h"
#include "vel-lost-reason.h"
#include "vel-money.h"
#include "vel-pipeline.h"
#include "vel-record-json.h"
#include "vel-stage.h"

/* The commands of the pipeline: a deal goes on, and the board in figures. */

/* A stage of the pipeline of @deal. */
static VelRecord *
find_stage (VelCli      *self,
            VelRecord   *deal,
            const char  *text,
            GError     **error)
{
  const gint64 pipeline = vel_record_get_integer (deal, "pipeline");
  g_autoptr(VelRecord) stage = NULL;
  gint64 id;

  if (!vel_cli_find_record (self, &vel_stage_entity, text, pipeline, &id, error))
    return NULL;
  stage = vel_book_get_record (self->book, &vel_stage_entity, id, error);
  if (stage == NULL || vel_record_get_integer (stage, "pipeline") == pipeline)
    return g_steal_pointer (&stage);
  g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID,
               _("“%s” is a stage of another pipeline (%s) than that of the deal."),
               vel_record_get_text (stage, "name"), vel_record_get_text (stage, "pipeline_name"));
  return NULL;
}

/* The change that loses @deal for a reason in words, which is added to those that there are. */
static VelChange *
lose (VelCli      *self,
      VelRecord   *deal,
      const char  *reason,
      GError     **error)
{
  g_autofree char *name = reason != NULL ? g_strstrip (g_strdup (reason)) : NULL;
  g_autoptr(GArray) reasons = NULL;
  g_autoptr(VelChange) change = NULL;
  gint64 id;

  if (name == NULL || *name == '\0')
    return vel_deal_lose (deal, 0);
  reasons = vel_find_named (self->book, &vel_lost_reason_entity, name, 0, error);
  if (reasons == NULL)
    return NULL;
  if (reasons->len == 0 && !vel_cli_parse_id (name, &id, NULL))
    {
      change = vel_deal_lose (deal, 0);
      id = vel_change_insert (change, &vel_lost_reason_entity);
      vel_change_set_text (change, &vel_lost_reason_entity, id, "name", name);
      vel_change_set_integer (change, &vel_deal_entity, vel_record_get_id (deal), "lost_reason", id);
      return g_steal_pointer (&change);
    }
  return vel_cli_find_record (self, &vel_lost_reason_entity, name, 0, &id, error) ? vel_deal_lose (deal, id) : NULL;
}

static VelChange *
make_move (VelCli      *self,
           VelRecord   *deal,
           const char  *where,
           const char  *reason,
           GError     **error)
{
  const char *status = vel_deal_words_find_status (where);
  g_autoptr(VelRecord) stage = NULL;

  if (g_strcmp0 (status, "lost") == 0)
    return lose (self, deal, reason, error);
  if (reason != NULL)
    {
      vel_cli_fail (error, _("A reason is told only of a deal that is lost."));
      return NULL;
    }
  if (g_strcmp0 (status, "won") == 0)
    return vel_deal_win (deal);
  stage = find_stage (self, deal, where, error);
  return stage != NULL ? vel_deal_move_to (deal, stage, 0) : NULL;
}

/* move DEAL STAGE */
gboolean
vel_cli_move (VelCli  *self,
              int      argc,
              char   **argv,
              GError **error)
{
  g_autofree char *typed = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &typed, N_("Why it is lost; added to the reasons if it is a new one"),
      N_("TEXT") },
    { NULL }
  };
  g_autoptr(VelRecord) deal = NULL;
  g_autoptr(VelRecord) moved = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(JsonNode) node = NULL;
  gint64 id;

  if (!vel_cli_parse (self, entries, argc, argv, error))
    return FALSE;
  if (self->args[0] == NULL)
    return vel_cli_fail (error, _("The deal is missing."));
  if (self->args[1] == NULL)
    return vel_cli_fail (error, _("The stage is missing."));
  if (!vel_cli_expect_end (self, 2, error) || (typed != NULL && (reason = vel_cli_to_utf8 (typed, error)) == NULL))
    return FALSE;

  if (!vel_cli_open (self, FALSE, error) ||
      !vel_cli_find_record (self, &vel_deal_entity, self->args[0], 0, &id, error))
    return FALSE;
  deal = vel_book_get_record (self->book, &vel_deal_entity, id, error);
  change = deal != NULL ? make_move (self, deal, self->args[1], reason, error) : NULL;
  g_clear_object (&deal);
  commit = change != NULL ? vel_book_commit (self->book, change, NULL, error) : NULL;
  if (commit == NULL)
    return FALSE;
  self->has_written = commit->history != 0;
  moved = vel_book_get_record (self->book, &vel_deal_entity, id, error);
  node = moved != NULL ? vel_record_to_json (moved) : NULL;
  return node != NULL && vel_cli_print (node, error);
}

static void
add_money (JsonBuilder *builder,
           const char  *name,
           gint64       amount,
           const char  *currency)
{
  g_autofree char *decimal = vel_money_to_decimal (amount, currency);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, decimal);
}

static void
add_totals (JsonBuilder     *builder,
            const VelTotals *totals)
{
  gint64 sum;
  gint64 weighted;

  json_builder_set_member_name (builder, "count");
  json_builder_add_int_value (builder, vel_totals_get_count (totals));
  json_builder_set_member_name (builder, "totals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < vel_totals_get_n_currencies (totals); i++)
    {
      const VelTotal total = vel_totals_get (totals, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "currency");
      json_builder_add_string_value (builder, total.currency);
      json_builder_set_member_name (builder, "count");
      json_builder_add_int_value (builder, total.n);
      add_money (builder, "sum", total.sum, total.currency);
      add_money (builder, "weighted", total.weighted, total.currency);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (!vel_totals_get_converted (totals, &sum, &weighted))
    return;
  json_builder_set_member_name (builder, "converted");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "currency");
  json_builder_add_string_value (builder, vel_totals_get_home (totals));
  add_money (builder, "sum", sum, vel_totals_get_home (totals));
  add_money (builder, "weighted", weighted, vel_totals_get_home (totals));
  json_builder_end_object (builder);
}

static VelTotals *
find_totals (VelCli      *self,
             const char  *field,
             gint64       id,
             const char  *status,
             GError     **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char * const ids[] = { text, NULL };
  const char * const statuses[] = { status, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelQuery) query = NULL;

  vel_filter_take (filter, vel_filter_new (VEL_FILTER_IS, field, ids));
  vel_filter_take (filter, vel_filter_new (VEL_FILTER_IS, "status", statuses));
  query = vel_query_new (&vel_deal_entity, filter, NULL, NULL, FALSE);
  return vel_book_totals (self->book, query, error);
}

static void
add_name (JsonBuilder *builder,
          VelRecord   *record)
{
  json_builder_set_member_name (builder, "id");
  json_builder_add_value (builder, vel_id_to_json (vel_record_get_id (record)));
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, vel_record_get_text (record, "name"));
}

static gboolean
add_stages (VelCli       *self,
            JsonBuilder  *builder,
            gint64        pipeline,
            GError      **error)
{
  g_autoptr(GArray) stages = vel_find_stages (self->book, pipeline, error);

  json_builder_set_member_name (builder, "stages");
  json_builder_begin_array (builder);
  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      const gint64 id = g_array_index (stages, gint64, i);
      g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity, id, error);
      g_autoptr(VelTotals) totals = stage != NULL ? find_totals (self, "stage", id, "open", error) : NULL;

      if (totals == NULL)
        return FALSE;
      json_builder_begin_object (builder);
      add_name (builder, stage);
      add_totals (builder, totals);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return stages != NULL;
}

static gboolean
add_closed (VelCli       *self,
            JsonBuilder  *builder,
            gint64        pipeline,
            const char   *status,
            GError      **error)
{
  g_autoptr(VelTotals) totals = find_totals (self, "pipeline", pipeline, status, error);

  if (totals == NULL)
    return FALSE;
  json_builder_set_member_name (builder, status);
  json_builder_begin_object (builder);
  add_totals (builder, totals);
  json_builder_end_object (builder);
  return TRUE;
}

/* board [PIPELINE] */
gboolean
vel_cli_board (VelCli  *self,
               int      argc,
               char   **argv,
               GError **error)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(VelRecord) pipeline = NULL;
  g_autoptr(JsonNode) root = NULL;
  gint64 id;

  if (!vel_cli_parse (self, NULL, argc, argv, error) || !vel_cli_expect_end (self, 1, error))
    return FALSE;
  if (!vel_cli_open (self, FALSE, error))
    return FALSE;
  if (self->args[0] != NULL ? !vel_cli_find_record (self, &vel_pipeline_entity, self->args[0], 0, &id, error)
                            : (id = vel_find_first_pipeline (self->book, error)) == 0)
    return FALSE;
  pipeline = vel_book_get_record (self->book, &vel_pipeline_entity, id, error);
  if (pipeline == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "pipeline");
  json_builder_begin_object (builder);
  add_name (builder, pipeline);
  json_builder_end_object (builder);
  if (!add_stages (self, builder, id, error) || !add_closed (self, builder, id, "won", error) ||
      !add_closed (self, builder, id, "lost", error))
    return FALSE;
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return vel_cli_print (root, error);
}
