/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-apply-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-due.h"
#include "vel-entity-sql.h"
#include "vel-repeat.h"
#include "vel-rings.h"
#include "vel-store-error.h"
#include "vel-task.h"

/* What follows when a task is written, whoever writes it: whose it is, the next
 * one of a task that is repeated, and whether it rings. */

static VelValue *
at (const VelValue *values,
    const char     *field)
{
  return (VelValue *) &values[vel_entity_field_index (&vel_task_entity, field)];
}

static void
mark (gboolean   *touched,
      const char *field)
{
  if (touched != NULL)
    touched[vel_entity_field_index (&vel_task_entity, field)] = TRUE;
}

static gboolean
was_touched (const gboolean *touched,
             const char     *field)
{
  return touched == NULL || touched[vel_entity_field_index (&vel_task_entity, field)];
}

static void
free_values (VelValue *values)
{
  for (guint i = 0; i < vel_task_entity.n_fields; i++)
    vel_value_clear (&values[i]);
  g_free (values);
}

static gboolean
read_deal_customer (VelApply  *self,
                    gint64     deal,
                    gint64    *customer,
                    GError   **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, "SELECT customer FROM deal WHERE id = ?1",
                                                            error);
  gboolean row;

  *customer = 0;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, deal);
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    *customer = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* A task of a deal is its customer's, unless another is told. */
static gboolean
follow_deal (VelApply        *self,
             const VelValue  *before,
             VelValue        *values,
             gboolean        *touched,
             GError         **error)
{
  VelValue *customer = at (values, "customer");
  gint64 of_deal;

  if (before != NULL && was_touched (touched, "deal") && !was_touched (touched, "customer") &&
      at (before, "deal")->kind == VEL_VALUE_INTEGER && !vel_value_equal (at (before, "deal"), at (values, "deal")))
    {
      if (!read_deal_customer (self, at (before, "deal")->integer, &of_deal, error))
        return FALSE;
      if (customer->kind == VEL_VALUE_INTEGER && customer->integer == of_deal && at (values, "deal")->kind == VEL_VALUE_INTEGER)
        vel_value_clear (customer);
    }
  if (customer->kind == VEL_VALUE_INTEGER || at (values, "deal")->kind != VEL_VALUE_INTEGER)
    return TRUE;
  if (!read_deal_customer (self, at (values, "deal")->integer, &of_deal, error))
    return FALSE;
  if (of_deal != 0)
    {
      vel_value_set_integer (customer, of_deal);
      mark (touched, "customer");
    }
  return TRUE;
}

/* A repeat without a day begins with the first that it tells, today or later. */
static void
fill_due (VelApply *self,
          VelValue *values)
{
  g_autoptr(VelRepeat) repeat = NULL;
  g_autofree char *now = NULL;

  if (!vel_value_is_empty (at (values, "due")) || vel_value_is_empty (at (values, "repeat")))
    return;
  repeat = vel_repeat_parse (at (values, "repeat")->text, NULL);
  now = vel_due_from_utc (self->now);
  now[strcspn (now, "T")] = '\0';
  if (repeat != NULL)
    vel_value_take_text (at (values, "due"), vel_repeat_first (repeat, now));
}

/* The moment of the next one. Reckoned from when the task was due it is the first
 * after that which also lies after the task was done: what was missed in between
 * is left out, and counts where times are counted. Reckoned from the day it was
 * done, it keeps its time of day. */
static char *
find_next_due (const VelValue  *values,
               const VelRepeat *repeat,
               int             *n_passed)
{
  g_autofree char *done = vel_due_from_utc (at (values, "done")->integer);
  const char *due = at (values, "due")->text;
  VelDue from;
  VelDue day;

  if (g_strcmp0 (at (values, "repeat_from")->text, "done") != 0)
    return vel_repeat_next (repeat, due, done, n_passed);
  if (!vel_due_split (done, &day) || !vel_due_split (due, &from))
    return NULL;
  from.year = day.year;
  from.month = day.month;
  from.day = day.day;
  g_free (done);
  done = vel_due_join (&from);
  return vel_repeat_next (repeat, done, NULL, n_passed);
}

/* What the next task holds, or NULL where there is none. */
static VelValue *
make_next (const VelValue *values)
{
  g_autoptr(VelRepeat) repeat = NULL;
  g_autofree char *due = NULL;
  VelValue *next;
  int n_passed = 0;

  if (vel_value_is_empty (at (values, "repeat")) || vel_value_is_empty (at (values, "due")) ||
      at (values, "done")->kind != VEL_VALUE_INTEGER)
    return NULL;
  repeat = vel_repeat_parse (at (values, "repeat")->text, NULL);
  due = repeat != NULL ? find_next_due (values, repeat, &n_passed) : NULL;
  if (due == NULL)
    return NULL;

  next = g_new0 (VelValue, vel_task_entity.n_fields);
  for (guint i = 0; i < vel_task_entity.n_fields; i++)
    if (vel_field_is_stored (&vel_task_entity.fields[i]))
      vel_value_copy (&values[i], &next[i]);
  vel_value_clear (at (next, "done"));
  vel_value_clear (at (next, "snoozed"));
  vel_value_clear (at (next, "next"));
  vel_value_clear (at (next, "created"));
  vel_value_set_text (at (next, "due"), due);
  if (repeat->count > 0)
    {
      repeat->count -= n_passed;
      vel_value_take_text (at (next, "repeat"), vel_repeat_to_text (repeat));
    }
  return next;
}

/* The task that was made when this one was done; NULL without an error where it is gone. */
static VelValue *
read_next (VelApply        *self,
           const VelValue  *values,
           GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  VelValue *next;

  if (at (values, "next")->kind != VEL_VALUE_INTEGER)
    return NULL;
  next = g_new0 (VelValue, vel_task_entity.n_fields);
  if (vel_entity_sql_read (self->database, &vel_task_entity, at (values, "next")->integer, next, &local_error))
    return next;
  free_values (next);
  if (!g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
add_next (VelApply   *self,
          VelValue   *values,
          gboolean   *touched,
          GError    **error)
{
  g_autoptr(GError) local_error = NULL;
  VelValue *next = read_next (self, values, &local_error);
  gboolean done = TRUE;
  gint64 id;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (next != NULL)
    {
      /* Made already, when it was done before. */
      free_values (next);
      return TRUE;
    }
  next = make_next (values);
  if (next == NULL)
    return TRUE;
  id = vel_apply_new_id (self);
  done = vel_apply_insert_row (self, &vel_task_entity, id, next, error);
  free_values (next);
  vel_value_set_integer (at (values, "next"), id);
  mark (touched, "next");
  return done;
}

static gboolean
is_as_made (const VelValue *next,
            const VelValue *made)
{
  for (guint i = 0; i < vel_task_entity.n_fields; i++)
    if (vel_field_is_stored (&vel_task_entity.fields[i]) && !vel_value_equal (&next[i], &made[i]) &&
        !g_str_equal (vel_task_entity.fields[i].name, "created"))
      return FALSE;
  return TRUE;
}

/* A task that is not done after all takes the next one back, unless somebody has
 * worked on that; it is then not made a second time. */
static gboolean
take_next_back (VelApply        *self,
                const VelValue  *before,
                VelValue        *values,
                gboolean        *touched,
                GError         **error)
{
  g_autoptr(GError) local_error = NULL;
  g_autoptr(VelStatement) statement = NULL;
  VelValue *next = read_next (self, before, &local_error);
  VelValue *made = next != NULL ? make_next (before) : NULL;
  const gboolean is_untouched = made != NULL && is_as_made (next, made);

  g_clear_pointer (&made, free_values);
  g_clear_pointer (&next, free_values);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!is_untouched)
    return TRUE;
  statement = vel_database_prepare (self->database, "DELETE FROM task WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, at (before, "next")->integer);
  vel_value_clear (at (values, "next"));
  mark (touched, "next");
  return vel_database_run (self->database, statement, error);
}

/* Completes the values of a task that is to be written; of an update, @before is
 * what it was and @touched tells which fields are written. */
gboolean
vel_apply_task_prepare (VelApply        *self,
                        const VelValue  *before,
                        VelValue        *values,
                        gboolean        *touched,
                        GError         **error)
{
  const gboolean was_done = before != NULL && at (before, "done")->kind == VEL_VALUE_INTEGER;
  const gboolean is_done = at (values, "done")->kind == VEL_VALUE_INTEGER;

  if (!follow_deal (self, before, values, touched, error))
    return FALSE;
  if (before == NULL)
    fill_due (self, values);
  /* Put off to another day, or done, it is not snoozed any more. */
  if (before != NULL && !was_touched (touched, "snoozed") && !vel_value_is_empty (at (values, "snoozed")) &&
      (is_done || !vel_value_equal (at (before, "due"), at (values, "due"))))
    {
      vel_value_clear (at (values, "snoozed"));
      mark (touched, "snoozed");
    }
  /* The next one is made of what is right: what is not is refused before. */
  if (is_done && !was_done && vel_task_entity.check (values, NULL))
    return add_next (self, values, touched, error);
  return !was_done || is_done || take_next_back (self, before, values, touched, error);
}

/* Nobody need be reminded of a moment that had passed when it was written. */
gboolean
vel_apply_task_follow (VelApply        *self,
                       gint64           id,
                       const VelValue  *before,
                       const VelValue  *values,
                       GError         **error)
{
  gboolean is_dated = FALSE;
  gboolean was_dated = FALSE;
  g_autofree char *ring = vel_task_get_ring (values, &is_dated);
  g_autofree char *former = before != NULL ? vel_task_get_ring (before, &was_dated) : NULL;
  g_autofree char *now = vel_due_from_utc (self->now);
  g_autofree char *moment = g_strdup (ring);

  if (ring == NULL || (is_dated == was_dated && g_strcmp0 (ring, former) == 0))
    return TRUE;
  if (is_dated)
    {
      g_autofree char *hour = vel_rings_hour (self->database, error);

      if (hour == NULL)
        return FALSE;
      g_free (moment);
      moment = vel_due_add_minutes (ring, g_ascii_strtoll (hour, NULL, 10) * 60 + g_ascii_strtoll (hour + 3, NULL, 10));
    }
  return g_strcmp0 (moment, now) >= 0 || vel_rings_tell (self->database, id, ring, error);
}
