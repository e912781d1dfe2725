/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-migrations.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "vel-starter.h"
#include "vel-store-error.h"

/* The steps from each version of the schema to the next. A step that has been
 * released never changes.
 *
 * The tables of entities hold what a user has written, and only these are
 * recorded in history. What follows from them (the order of names, the index
 * of long texts) lies in tables of its own, which the store rebuilds at will.
 *
 * A CHECK of more than two values is written with OR: for an IN the engine makes
 * a table of the values for each row that is added, which is half of the work. */
static const char * const steps[] = {
  /* 0 -> 1 */
  "CREATE TABLE customer ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'organisation')),"
  "  status TEXT NOT NULL DEFAULT 'potential'"
  "    CHECK (status = 'potential' OR status = 'active' OR status = 'passive' OR status = 'lost'),"
  "  title TEXT,"
  "  phones TEXT,"
  "  emails TEXT,"
  "  addresses TEXT,"
  "  links TEXT,"
  "  source TEXT,"
  "  interests TEXT,"
  "  type TEXT,"
  "  sector TEXT,"
  "  size INTEGER,"
  "  tax_id TEXT,"
  "  tax_office TEXT,"
  "  iban TEXT,"
  "  birthday TEXT,"
  "  language TEXT,"
  "  notes TEXT,"
  "  custom TEXT,"
  "  created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE TABLE interaction ("
  "  id INTEGER PRIMARY KEY,"
  "  customer INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE,"
  "  kind TEXT NOT NULL"
  "    CHECK (kind = 'call' OR kind = 'email' OR kind = 'meeting' OR kind = 'message' OR kind = 'visit' OR kind = 'note'),"
  "  direction TEXT CHECK (direction IS NULL OR direction IN ('in', 'out')),"
  "  at INTEGER NOT NULL,"
  "  minutes INTEGER,"
  "  with_whom TEXT,"
  "  reason TEXT,"
  "  outcome TEXT,"
  "  text TEXT,"
  "  created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX interaction_customer ON interaction (customer, at);"
  "CREATE TABLE tag ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL UNIQUE CHECK (name <> ''),"
  "  colour TEXT"
  ") STRICT;"
  "CREATE TABLE tagging ("
  "  id INTEGER PRIMARY KEY,"
  "  customer INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE,"
  "  tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE"
  ") STRICT;"
  "CREATE UNIQUE INDEX tagging_customer ON tagging (customer, tag);"
  "CREATE INDEX tagging_tag ON tagging (tag);"
  "CREATE TABLE affiliation ("
  "  id INTEGER PRIMARY KEY,"
  "  person INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE,"
  "  organisation INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE,"
  "  role TEXT,"
  "  position INTEGER NOT NULL DEFAULT 0"
  ") STRICT;"
  "CREATE INDEX affiliation_person ON affiliation (person, position);"
  "CREATE INDEX affiliation_organisation ON affiliation (organisation);"
  "CREATE TABLE saved_filter ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  entity TEXT NOT NULL,"
  "  query TEXT NOT NULL,"
  "  position INTEGER NOT NULL DEFAULT 0"
  ") STRICT;"
  "CREATE TABLE custom_field ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  entity TEXT NOT NULL,"
  "  position INTEGER NOT NULL DEFAULT 0,"
  "  UNIQUE (entity, name)"
  ") STRICT;"
  "CREATE TABLE import_mapping ("
  "  id INTEGER PRIMARY KEY,"
  "  shape TEXT NOT NULL UNIQUE,"
  "  columns TEXT"
  ") STRICT;"
  "CREATE TABLE history ("
  "  id INTEGER PRIMARY KEY,"
  "  seq INTEGER NOT NULL,"
  "  at INTEGER NOT NULL,"
  "  actor TEXT NOT NULL,"
  "  label TEXT NOT NULL,"
  "  args TEXT NOT NULL,"
  "  undone INTEGER NOT NULL DEFAULT 0,"
  "  first_id INTEGER,"
  "  last_id INTEGER,"
  "  added INTEGER NOT NULL DEFAULT 0,"
  "  changeset BLOB NOT NULL"
  ") STRICT;"
  "CREATE INDEX history_last_id ON history (last_id) WHERE last_id IS NOT NULL;"
  "CREATE UNIQUE INDEX history_seq ON history (seq);"
  "CREATE INDEX history_undone ON history (undone) WHERE undone <> 0;"
  "CREATE TABLE history_touch ("
  "  record INTEGER NOT NULL,"
  "  history INTEGER NOT NULL,"
  "  PRIMARY KEY (record, history)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE meta ("
  "  key TEXT PRIMARY KEY,"
  "  value ANY"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE customer_order ("
  "  key BLOB NOT NULL,"
  "  id INTEGER NOT NULL,"
  "  PRIMARY KEY (key, id)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE VIRTUAL TABLE long_text USING fts5 ("
  "  text, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1'"
  ");",
  /* 1 -> 2 */
  "CREATE TABLE product ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  category TEXT,"
  "  price INTEGER,"
  "  currency TEXT,"
  "  archived INTEGER"
  ") STRICT;"
  "CREATE TABLE pipeline ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  position INTEGER NOT NULL DEFAULT 0,"
  "  archived INTEGER"
  ") STRICT;"
  "CREATE TABLE stage ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  pipeline INTEGER NOT NULL REFERENCES pipeline ON DELETE CASCADE,"
  "  position INTEGER NOT NULL DEFAULT 0,"
  "  probability INTEGER CHECK (probability BETWEEN 0 AND 100),"
  "  colour TEXT,"
  "  stale_days INTEGER,"
  "  checklist TEXT"
  ") STRICT;"
  "CREATE INDEX stage_pipeline ON stage (pipeline, position);"
  "CREATE TABLE lost_reason ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL CHECK (name <> ''),"
  "  position INTEGER NOT NULL DEFAULT 0,"
  "  archived INTEGER"
  ") STRICT;"
  "CREATE TABLE deal ("
  "  id INTEGER PRIMARY KEY,"
  "  title TEXT NOT NULL CHECK (title <> ''),"
  "  customer INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE,"
  "  contact INTEGER REFERENCES customer ON DELETE SET NULL,"
  "  stage INTEGER NOT NULL REFERENCES stage,"
  "  status TEXT NOT NULL DEFAULT 'open' CHECK (status = 'open' OR status = 'won' OR status = 'lost'),"
  "  amount INTEGER CHECK (amount BETWEEN 0 AND 999999999999999),"
  "  currency TEXT NOT NULL,"
  "  probability INTEGER CHECK (probability BETWEEN 0 AND 100),"
  "  expected_close TEXT,"
  "  next_step TEXT,"
  "  source TEXT,"
  "  owner TEXT,"
  "  product INTEGER REFERENCES product ON DELETE SET NULL,"
  "  need TEXT,"
  "  contract INTEGER,"
  "  contract_place TEXT,"
  "  lost_reason INTEGER REFERENCES lost_reason,"
  "  code TEXT,"
  "  opened TEXT,"
  "  closed TEXT,"
  "  position INTEGER NOT NULL DEFAULT 0,"
  "  checked TEXT,"
  "  rate INTEGER,"
  "  rate_home TEXT,"
  "  custom TEXT,"
  "  created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX deal_customer ON deal (customer);"
  "CREATE INDEX deal_contact ON deal (contact);"
  "CREATE INDEX deal_stage ON deal (stage, status, position);"
  "CREATE INDEX deal_place ON deal (stage, position);"
  "CREATE INDEX deal_status ON deal (status);"
  "CREATE INDEX deal_product ON deal (product);"
  "CREATE INDEX deal_lost_reason ON deal (lost_reason);"
  "CREATE INDEX deal_code ON deal (code) WHERE code IS NOT NULL;"
  "CREATE TABLE passage ("
  "  id INTEGER PRIMARY KEY,"
  "  deal INTEGER NOT NULL REFERENCES deal ON DELETE CASCADE,"
  "  stage INTEGER REFERENCES stage ON DELETE SET NULL,"
  "  name TEXT NOT NULL,"
  "  entered INTEGER NOT NULL,"
  "  left INTEGER,"
  "  skipped INTEGER"
  ") STRICT;"
  "CREATE INDEX passage_deal ON passage (deal, entered);"
  "CREATE INDEX passage_stage ON passage (stage);"
  "ALTER TABLE interaction ADD COLUMN deal INTEGER REFERENCES deal ON DELETE SET NULL;"
  "CREATE INDEX interaction_deal ON interaction (deal, at) WHERE deal IS NOT NULL;"
  "CREATE TABLE deal_tagging ("
  "  id INTEGER PRIMARY KEY,"
  "  deal INTEGER NOT NULL REFERENCES deal ON DELETE CASCADE,"
  "  tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE"
  ") STRICT;"
  "CREATE UNIQUE INDEX deal_tagging_deal ON deal_tagging (deal, tag);"
  "CREATE INDEX deal_tagging_tag ON deal_tagging (tag);"
  "CREATE TABLE rate ("
  "  id INTEGER PRIMARY KEY,"
  "  currency TEXT NOT NULL,"
  "  home TEXT NOT NULL,"
  "  rate INTEGER NOT NULL CHECK (rate > 0),"
  "  date TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX rate_currency ON rate (currency, home, date);"
  "CREATE TABLE setting ("
  "  id INTEGER PRIMARY KEY,"
  "  name TEXT NOT NULL UNIQUE,"
  "  value TEXT"
  ") STRICT;",
  /* 2 -> 3 */
  "CREATE TABLE task ("
  "  id INTEGER PRIMARY KEY,"
  "  title TEXT NOT NULL CHECK (title <> ''),"
  "  due TEXT CHECK (due <> ''),"
  "  priority TEXT NOT NULL DEFAULT 'none'"
  "    CHECK (priority = 'none' OR priority = 'low' OR priority = 'normal' OR priority = 'high'),"
  "  customer INTEGER REFERENCES customer ON DELETE CASCADE,"
  "  deal INTEGER REFERENCES deal ON DELETE CASCADE,"
  "  notes TEXT,"
  "  reminder TEXT,"
  "  repeat TEXT,"
  "  repeat_from TEXT NOT NULL DEFAULT 'due' CHECK (repeat_from IN ('due', 'done')),"
  "  done INTEGER,"
  "  snoozed TEXT,"
  /* No foreign key: the undo of a deletion must not find it changed by that of the other. */
  "  next INTEGER,"
  "  custom TEXT,"
  "  created INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX task_due ON task (due) WHERE done IS NULL;"
  "CREATE INDEX task_done ON task (done) WHERE done IS NOT NULL;"
  "CREATE INDEX task_customer ON task (customer);"
  "CREATE INDEX task_deal ON task (deal);"
  "CREATE TABLE task_ring ("
  "  id INTEGER PRIMARY KEY,"
  "  at TEXT,"
  "  dated INTEGER NOT NULL,"
  "  told TEXT"
  ") STRICT;"
  "CREATE INDEX task_ring_next ON task_ring (dated, at) WHERE at IS NOT NULL AND at IS NOT told;",
};

/* The step whose tables begin with something in them. */
#define STARTER_STEP 1

/**
 * vel_migrations_newest:
 *
 * Returns: the version of the schema that this program writes
 */
int
vel_migrations_newest (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * vel_migrations_check:
 * @database: a connection
 * @needed: (out): whether the file lacks steps (an empty file lacks all of them)
 * @error: (out): %VEL_STORE_ERROR_NOT_A_BOOK, %VEL_STORE_ERROR_TOO_NEW or what the engine says
 *
 * Returns: whether the file is a book of this version or an older one
 */
gboolean
vel_migrations_check (VelDatabase  *database,
                      gboolean     *needed,
                      GError      **error)
{
  gint64 application_id;
  gint64 version;
  gint64 n_tables;

  if (!vel_database_get_integer (database, "PRAGMA application_id", &application_id, error) ||
      !vel_database_get_integer (database, "PRAGMA user_version", &version, error) ||
      !vel_database_get_integer (database, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (application_id != VEL_BOOK_APPLICATION_ID && !(application_id == 0 && version == 0 && n_tables == 0))
    {
      g_set_error_literal (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_A_BOOK, "another program's database");
      return FALSE;
    }
  if (version > vel_migrations_newest ())
    {
      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_TOO_NEW,
                   "schema %" G_GINT64_FORMAT ", this program knows %d", version, vel_migrations_newest ());
      return FALSE;
    }
  *needed = version < vel_migrations_newest ();
  return TRUE;
}

/* A copy of the book as it was, beside it, before a step alters its shape. */
static gboolean
back_up (VelDatabase  *database,
         gint64        version,
         GError      **error)
{
  g_autoptr(VelStatement) statement = NULL;
  g_autofree char *path = g_strdup_printf ("%s.v%" G_GINT64_FORMAT ".backup",
                                           vel_database_get_path (database), version);
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved = errno;

      if (saved == EEXIST)
        return TRUE;
      g_set_error (error, VEL_STORE_ERROR, saved == ENOSPC ? VEL_STORE_ERROR_FULL : VEL_STORE_ERROR_CANNOT_OPEN,
                   "%s: %s", path, g_strerror (saved));
      return FALSE;
    }
  if (!g_close (fd, error))
    return FALSE;

  /* VACUUM INTO fills an empty file, so the copy has its mode from the first byte. */
  statement = vel_database_prepare (database, "VACUUM INTO ?1", error);
  if (statement == NULL)
    return FALSE;
  vel_statement_bind_text (statement, 1, path);
  return vel_database_run (database, statement, error);
}

static gboolean
run_step (VelDatabase  *database,
          int           version,
          GError      **error)
{
  g_autofree char *versions = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                               VEL_BOOK_APPLICATION_ID, version + 1);

  if (vel_database_exec (database, "BEGIN IMMEDIATE", error))
    {
      if (vel_database_exec (database, steps[version], error) &&
          (version != STARTER_STEP || vel_starter_run (database, error)) &&
          vel_database_exec (database, versions, error) &&
          vel_database_exec (database, "COMMIT", error))
        return TRUE;
      vel_database_exec (database, "ROLLBACK", NULL);
    }
  return FALSE;
}

/**
 * vel_migrations_run:
 * @database: a connection that writes, to a file that vel_migrations_check() accepts
 * @error: (out): a #VelStoreError
 *
 * Brings the file to the newest schema, a transaction a step; a book that has
 * content is copied beside itself first.
 *
 * Returns: whether the file has the newest schema
 */
gboolean
vel_migrations_run (VelDatabase  *database,
                    GError      **error)
{
  gint64 version;

  if (!vel_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > 0 && version < vel_migrations_newest () && !back_up (database, version, error))
    return FALSE;
  for (; version < vel_migrations_newest (); version++)
    if (!run_step (database, version, error))
      return FALSE;
  return TRUE;
}
