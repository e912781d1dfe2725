/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-apply-private.h"

#include <glib/gi18n-lib.h>

#include "vel-date.h"
#include "vel-deal.h"
#include "vel-lost-reason.h"
#include "vel-money.h"
#include "vel-passage.h"
#include "vel-pipeline.h"
#include "vel-stage.h"
#include "vel-store-error.h"

/* What follows when a deal is written, whoever writes it: its passages from
 * stage to stage, the day it closed and the rate of that day. */

static VelValue *
at (const VelValue *values,
    const char     *field)
{
  return (VelValue *) &values[vel_entity_field_index (&vel_deal_entity, field)];
}

static gboolean
is_open (const VelValue *values)
{
  return g_strcmp0 (at (values, "status")->text, "open") == 0;
}

static void
mark (gboolean   *touched,
      const char *field)
{
  if (touched != NULL)
    touched[vel_entity_field_index (&vel_deal_entity, field)] = TRUE;
}

static gboolean
was_touched (const gboolean *touched,
             const char     *field)
{
  return touched == NULL || touched[vel_entity_field_index (&vel_deal_entity, field)];
}

static char *
format_day (gint64 utc)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (utc);

  return g_date_time_format (time, "%Y-%m-%d");
}

/* The moment at which something of a day is said to have happened: now, if the
 * day is this one, and else its beginning. */
static gint64
day_to_instant (VelApply   *self,
                const char *day)
{
  g_autofree char *today = format_day (self->now);
  g_autoptr(GDateTime) time = NULL;
  int year;
  int month;
  int date;

  if (day == NULL || g_strcmp0 (day, today) >= 0 || !vel_date_split (day, &year, &month, &date))
    return self->now;
  time = g_date_time_new_local (year, month, date, 0, 0, 0);
  return time != NULL ? g_date_time_to_unix (time) : self->now;
}

static gboolean
ask_text (VelApply    *self,
          const char  *sql,
          VelValue    *value,
          GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);
  gboolean row;

  if (statement == NULL || !vel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    vel_statement_read (statement, 0, value);
  return TRUE;
}

static gboolean
fill_in (VelApply   *self,
         VelValue   *values,
         GError    **error)
{
  g_autofree char *today = format_day (self->now);
  const char *limits[] = { at (values, "closed")->text, at (values, "expected_close")->text };
  gint64 stage;

  if (vel_value_is_empty (at (values, "stage")))
    {
      if (!vel_database_get_integer (self->database,
                                     "SELECT s.id FROM stage s JOIN pipeline p ON p.id = s.pipeline"
                                     " ORDER BY coalesce (p.archived, 0), p.position, p.id, s.position, s.id LIMIT 1",
                                     &stage, error))
        return FALSE;
      if (stage != 0)
        vel_value_set_integer (at (values, "stage"), stage);
    }
  if (vel_value_is_empty (at (values, "currency")) &&
      !ask_text (self, "SELECT value FROM setting WHERE name = 'currency'", at (values, "currency"), error))
    return FALSE;
  if (vel_value_is_empty (at (values, "currency")))
    vel_value_set_text (at (values, "currency"), "TRY");
  /* What closed, or was to close, on a day gone by did not begin today. */
  if (vel_value_is_empty (at (values, "opened")) &&
      (limits[0] == NULL || g_strcmp0 (limits[0], today) >= 0) &&
      (limits[1] == NULL || g_strcmp0 (limits[1], today) >= 0))
    vel_value_set_text (at (values, "opened"), today);
  return TRUE;
}

/* The rate of the currency on the day the deal closed, where one was told. */
static gboolean
freeze_rate (VelApply   *self,
             VelValue   *values,
             gboolean   *touched,
             GError    **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database,
    "SELECT rate, home FROM rate WHERE currency = ?1"
    " AND home = coalesce ((SELECT value FROM setting WHERE name = 'currency'), 'TRY')"
    " AND date <= ?2 ORDER BY date DESC, id DESC LIMIT 1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  vel_value_clear (at (values, "rate"));
  vel_value_clear (at (values, "rate_home"));
  mark (touched, "rate");
  mark (touched, "rate_home");
  vel_statement_bind (statement, 1, at (values, "currency"));
  vel_statement_bind (statement, 2, at (values, "closed"));
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    {
      vel_statement_read (statement, 0, at (values, "rate"));
      vel_statement_read (statement, 1, at (values, "rate_home"));
    }
  return TRUE;
}

/* An amount stays what it is in words when its currency has other minor units. */
static void
rescale_amount (const VelValue *before,
                VelValue       *values,
                gboolean       *touched)
{
  VelValue *amount = at (values, "amount");
  int digits;

  if (was_touched (touched, "amount") || amount->kind != VEL_VALUE_INTEGER ||
      vel_value_is_empty (at (values, "currency")))
    return;
  digits = vel_currency_get_digits (at (values, "currency")->text) -
           vel_currency_get_digits (at (before, "currency")->text);
  for (; digits > 0; digits--)
    amount->integer *= 10;
  for (; digits < 0; digits++)
    amount->integer = (amount->integer + 5) / 10;
  mark (touched, "amount");
}

/* Completes the values of a deal that is to be written; of an update, @before
 * is what it was and @touched tells which fields are written. */
gboolean
vel_apply_deal_prepare (VelApply        *self,
                        const VelValue  *before,
                        VelValue        *values,
                        gboolean        *touched,
                        GError         **error)
{
  g_autofree char *today = format_day (self->now);

  if (before == NULL && !fill_in (self, values, error))
    return FALSE;
  if (before != NULL && !vel_value_equal (at (before, "currency"), at (values, "currency")))
    rescale_amount (before, values, touched);

  if (is_open (values))
    {
      static const char * const of_closed[] = { "closed", "rate", "rate_home" };

      for (guint i = 0; i < G_N_ELEMENTS (of_closed); i++)
        if (!vel_value_is_empty (at (values, of_closed[i])))
          {
            vel_value_clear (at (values, of_closed[i]));
            mark (touched, of_closed[i]);
          }
    }
  else
    {
      if (vel_value_is_empty (at (values, "closed")))
        {
          vel_value_set_text (at (values, "closed"), today);
          mark (touched, "closed");
        }
      if ((was_touched (touched, "status") || was_touched (touched, "closed") || was_touched (touched, "currency")) &&
          !freeze_rate (self, values, touched, error))
        return FALSE;
    }
  if (g_strcmp0 (at (values, "status")->text, "lost") != 0 && !vel_value_is_empty (at (values, "lost_reason")))
    {
      vel_value_clear (at (values, "lost_reason"));
      mark (touched, "lost_reason");
    }
  /* In another column without a place of its own, it stands on top. */
  if (before != NULL && !vel_value_equal (at (before, "stage"), at (values, "stage")) && !was_touched (touched, "position"))
    {
      mark (touched, "position");
      return vel_apply_place (self, &vel_deal_entity, 0, -1, values, error);
    }
  return TRUE;
}

static gboolean
add_passage (VelApply    *self,
             gint64       deal,
             gint64       stage,
             const char  *name,
             gint64       entered,
             gint64       left,
             gboolean     skipped,
             GError     **error)
{
  VelValue *values = g_new0 (VelValue, vel_passage_entity.n_fields);
  gboolean done;

#define SET(field, number) vel_value_set_integer (&values[vel_entity_field_index (&vel_passage_entity, field)], number)
  SET ("deal", deal);
  SET ("stage", stage);
  SET ("entered", entered);
  if (left != 0)
    SET ("left", left);
  if (skipped)
    SET ("skipped", TRUE);
#undef SET
  vel_value_set_text (&values[vel_entity_field_index (&vel_passage_entity, "name")], name);
  done = vel_apply_insert_row (self, &vel_passage_entity, vel_apply_new_id (self), values, error);
  for (guint i = 0; i < vel_passage_entity.n_fields; i++)
    vel_value_clear (&values[i]);
  g_free (values);
  return done;
}

static gboolean
close_passage (VelApply  *self,
               gint64     deal,
               gint64     when,
               GError   **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database, "UPDATE passage SET left = max (?1, entered) WHERE deal = ?2 AND left IS NULL", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, when);
  sqlite3_bind_int64 (statement, 2, deal);
  return vel_database_run (self->database, statement, error);
}

typedef struct
{
  gint64  id;
  char   *name;  /* (owned) */
} Stage;

static void
clear_stage (gpointer data)
{
  g_free (((Stage *) data)->name);
}

/* The stages between two of one pipeline, in order, and the second of the two.
 * Back in a pipeline, or from one to another, there are none in between. */
static GArray *
read_way (VelApply  *self,
          gint64     from,
          gint64     to,
          GError   **error)
{
  g_autoptr(GArray) stages = g_array_new (FALSE, FALSE, sizeof (Stage));
  g_autoptr(VelStatement) statement = vel_database_prepare (
    self->database,
    "SELECT s.id, s.name FROM stage b JOIN stage s ON s.pipeline = b.pipeline"
    " LEFT JOIN stage a ON a.id = ?1 AND a.pipeline = b.pipeline"
    " WHERE b.id = ?2 AND (s.id = b.id OR ((s.position, s.id) > (a.position, a.id)"
    " AND (s.position, s.id) < (b.position, b.id))) ORDER BY s.id = b.id, s.position, s.id", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (stages, clear_stage);
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);
  while (TRUE)
    {
      Stage stage;

      if (!vel_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&stages);
      stage.id = sqlite3_column_int64 (statement, 0);
      stage.name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      g_array_append_val (stages, stage);
    }
}

/* What a deal that goes forward leaves out are passages too, which say so. */
static gboolean
enter_stage (VelApply  *self,
             gint64     deal,
             gint64     from,
             gint64     to,
             gint64     when,
             gint64     left,
             GError   **error)
{
  g_autoptr(GArray) way = read_way (self, from, to, error);

  for (guint i = 0; way != NULL && i < way->len; i++)
    {
      const Stage *stage = &g_array_index (way, Stage, i);
      const gboolean skipped = stage->id != to;

      if (!add_passage (self, deal, stage->id, stage->name, when, skipped ? when : left, skipped, error))
        return FALSE;
    }
  return way != NULL;
}

/* Writes the passages of a deal that has been written; @before is %NULL for a new one. */
gboolean
vel_apply_deal_follow (VelApply        *self,
                       gint64           id,
                       const VelValue  *before,
                       const VelValue  *values,
                       GError         **error)
{
  const gint64 stage = at (values, "stage")->integer;
  const gint64 closed = is_open (values) ? 0 : day_to_instant (self, at (values, "closed")->text);

  if (before == NULL)
    {
      const char *opened = at (values, "opened")->text;
      const gint64 began = day_to_instant (self, opened != NULL ? opened : at (values, "closed")->text);

      return enter_stage (self, id, 0, stage, began, closed != 0 ? MAX (closed, began) : 0, error);
    }
  if (!vel_value_equal (at (before, "stage"), at (values, "stage")))
    return close_passage (self, id, self->now, error) &&
           enter_stage (self, id, at (before, "stage")->integer, stage, self->now, closed != 0 ? self->now : 0, error);
  if (is_open (before) && !is_open (values))
    return close_passage (self, id, closed, error);
  if (!is_open (before) && is_open (values))
    return enter_stage (self, id, 0, stage, self->now, 0, error);
  return TRUE;
}

static gboolean
count (VelApply    *self,
       const char  *sql,
       gint64       id,
       gint64      *n,
       GError     **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  *n = row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID, sentence);
  g_free (sentence);
  return FALSE;
}

/* Whether a record that deals stand on may be deleted. */
gboolean
vel_apply_check_delete (VelApply         *self,
                        const VelEntity  *entity,
                        gint64            id,
                        GError          **error)
{
  gint64 n_deals;
  gint64 n_left;

  if (entity == &vel_stage_entity)
    {
      if (!count (self, "SELECT count (*) FROM deal WHERE stage = ?1", id, &n_deals, error) ||
          !count (self, "SELECT count (*) FROM stage WHERE id <> ?1"
                  " AND pipeline = (SELECT pipeline FROM stage WHERE id = ?1)", id, &n_left, error))
        return FALSE;
      if (n_deals > 0)
        return refuse (error, g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "There is %d deal in this stage. Move it to another stage first.",
                       "There are %d deals in this stage. Move them to another stage first.", n_deals), (int) n_deals));
      if (n_left == 0)
        return refuse (error, g_strdup (_("This is the last stage of its pipeline. A pipeline needs one.")));
    }
  else if (entity == &vel_pipeline_entity)
    {
      if (!count (self, "SELECT count (*) FROM deal WHERE stage IN (SELECT id FROM stage WHERE pipeline = ?1)",
                  id, &n_deals, error) ||
          !count (self, "SELECT count (*) FROM pipeline WHERE id <> ?1", id, &n_left, error))
        return FALSE;
      if (n_deals > 0)
        return refuse (error, g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "There is %d deal in this pipeline. Archive the pipeline, or move the deal first.",
                       "There are %d deals in this pipeline. Archive the pipeline, or move the deals first.", n_deals),
          (int) n_deals));
      if (n_left == 0)
        return refuse (error, g_strdup (_("This is the last pipeline. A customer book needs one.")));
    }
  else if (entity == &vel_lost_reason_entity)
    {
      if (!count (self, "SELECT count (*) FROM deal WHERE lost_reason = ?1", id, &n_deals, error))
        return FALSE;
      if (n_deals > 0)
        return refuse (error, g_strdup (_("Deals have been lost for this reason. Archive it, and it is no longer offered.")));
    }
  return TRUE;
}
