/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-starter.h"

#include <glib/gi18n-lib.h>

#include "vel-lost-reason.h"
#include "vel-stage.h"

/* What every book begins with: a pipeline and the reasons for which deals are
 * lost, in the language of whoever makes the book. From then on they are the
 * user's, to be renamed, arranged and removed. Their ids are the same in every
 * book, so that two copies of one hold each of them once. */

static const struct
{
  const char *name;
  int         probability;
  int         stale_days;
  const char *colour;
} stages[] = {
  { NC_("stage", "Call"), 10, 7, "blue" },
  { NC_("stage", "Meeting"), 25, 14, "teal" },
  { NC_("stage", "Offer"), 50, 14, "violet" },
  { NC_("stage", "Invoice"), 80, 14, "amber" },
  { NC_("stage", "Payment"), 90, 30, "green" },
};

static const char * const reasons[] = {
  N_("Too expensive"),
  N_("Chose somebody else"),
  N_("No need any more"),
  N_("Not now"),
  N_("No answer"),
  N_("Not for us"),
};

/* Places in a list lie so far apart that much fits in between. */
#define STEP (G_GINT64_CONSTANT (1) << 32)

static gboolean
add_stages (VelDatabase  *database,
            GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr(VelStatement) statement = vel_database_prepare (
        database, "INSERT INTO stage (id, name, pipeline, position, probability, stale_days, colour)"
        " VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6)", error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, VEL_STAGE_STARTER_FIRST + i);
      vel_statement_bind_text (statement, 2, g_dpgettext2 (GETTEXT_PACKAGE, "stage", stages[i].name));
      sqlite3_bind_int64 (statement, 3, (i + 1) * STEP);
      sqlite3_bind_int64 (statement, 4, stages[i].probability);
      sqlite3_bind_int64 (statement, 5, stages[i].stale_days);
      vel_statement_bind_text (statement, 6, stages[i].colour);
      if (!vel_database_run (database, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_reasons (VelDatabase  *database,
             GError      **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr(VelStatement) statement = vel_database_prepare (
        database, "INSERT INTO lost_reason (id, name, position) VALUES (?1, ?2, ?3)", error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, VEL_LOST_REASON_STARTER_FIRST + i);
      vel_statement_bind_text (statement, 2, _(reasons[i]));
      sqlite3_bind_int64 (statement, 3, (i + 1) * STEP);
      if (!vel_database_run (database, statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * vel_starter_run:
 * @database: a connection that writes, in the transaction that makes the tables
 * @error: (out): what the engine says
 *
 * Returns: whether the book holds what it begins with
 */
gboolean
vel_starter_run (VelDatabase  *database,
                 GError      **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database, "INSERT INTO pipeline (id, name, position) VALUES (1, ?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  vel_statement_bind_text (statement, 1, _("Sales"));
  sqlite3_bind_int64 (statement, 2, STEP);
  return vel_database_run (database, statement, error) && add_stages (database, error) && add_reasons (database, error);
}
