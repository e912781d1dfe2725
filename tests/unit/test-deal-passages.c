/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-deal-moves.h"
#include "vel-pipeline.h"
#include "vel-stage.h"
#include "vel-test-deals.h"

typedef struct
{
  char    *path;
  VelBook *book;
  gint64   customer;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->customer = vel_test_add (self->book, &vel_customer_entity, "name", "Işık Mimarlık", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_auto(GStrv) complaints = vel_book_check (self->book, NULL);

  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
}

static gint64
add_deal (Fixture *self,
          gint64   stage)
{
  return vel_test_add_deal (self->book, self->customer, stage, "Logo", "100", "TRY");
}

/* Each passage in turn: its stage, "+" where it was skipped, "*" where the deal still is in it. */
static void
assert_passages (Fixture    *self,
                 gint64      deal,
                 const char *expected)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT group_concat (stage || CASE WHEN skipped THEN '+' ELSE '' END || CASE WHEN left IS NULL THEN '*' ELSE '' END, ' ')"
    " FROM (SELECT * FROM passage WHERE deal = %" G_GINT64_FORMAT " ORDER BY id)", deal);
  g_autofree char *answer = vel_test_ask (self->path, sql);

  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

static void
assert_deal (Fixture    *self,
             gint64      deal,
             const char *what,
             const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM deal WHERE id = %" G_GINT64_FORMAT, what, deal);
  g_autofree char *answer = vel_test_ask (self->path, sql);

  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

static VelRecord *
get_deal (Fixture *self,
          gint64   deal)
{
  g_autoptr(GError) error = NULL;
  VelRecord *record = vel_book_get_record (self->book, &vel_deal_entity, deal, &error);

  g_assert_no_error (error);
  return record;
}

static void
win (Fixture *self,
     gint64   deal)
{
  g_autoptr(VelRecord) record = get_deal (self, deal);

  vel_test_commit (self->book, vel_deal_win (record));
}

static void
lose (Fixture *self,
      gint64   deal,
      gint64   reason)
{
  g_autoptr(VelRecord) record = get_deal (self, deal);

  vel_test_commit (self->book, vel_deal_lose (record, reason));
}

static void
open_again (Fixture *self,
            gint64   deal)
{
  g_autoptr(VelRecord) record = get_deal (self, deal);

  vel_test_commit (self->book, vel_deal_open_again (record));
}

/* Forward, what lies in between is skipped; back, nothing is. */
static void
test_forward_and_back (Fixture       *self,
                       gconstpointer  data)
{
  const gint64 deal = add_deal (self, VEL_TEST_CALL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *same = NULL;

  assert_passages (self, deal, "2*");
  vel_test_move (self->book, deal, VEL_TEST_INVOICE, 0);
  assert_passages (self, deal, "2 3+ 4+ 5*");
  before = vel_test_dump (self->path);
  vel_test_move (self->book, deal, VEL_TEST_MEETING, 0);
  assert_passages (self, deal, "2 3+ 4+ 5 3*");
  after = vel_test_dump (self->path);
  vel_test_undo (self->book);
  same = vel_test_dump (self->path);
  g_assert_cmpstr (same, ==, before);
  vel_test_redo (self->book);
  g_free (same);
  same = vel_test_dump (self->path);
  g_assert_cmpstr (same, ==, after);

  vel_test_move (self->book, deal, VEL_TEST_OFFER, 0);
  assert_passages (self, deal, "2 3+ 4+ 5 3 4*");

  /* A place within the column is no passage. */
  vel_test_move (self->book, deal, VEL_TEST_OFFER, 0);
  assert_passages (self, deal, "2 3+ 4+ 5 3 4*");
}

/* What was skipped took no time, and bears the name that the stage had then. */
static void
test_skipped_take_no_time (Fixture       *self,
                           gconstpointer  data)
{
  const gint64 deal = add_deal (self, VEL_TEST_CALL);
  g_autofree char *times = NULL;
  g_autofree char *names = NULL;

  vel_test_edit (self->book, &vel_stage_entity, VEL_TEST_MEETING, "name", "Keşif", NULL);
  vel_test_move (self->book, deal, VEL_TEST_OFFER, 0);
  times = vel_test_ask (self->path, "SELECT count (*) FROM passage WHERE skipped AND entered = left");
  g_assert_cmpstr (times, ==, "1\n");
  vel_test_edit (self->book, &vel_stage_entity, VEL_TEST_MEETING, "name", "Toplantı", NULL);
  names = vel_test_ask (self->path, "SELECT name FROM passage WHERE skipped");
  g_assert_cmpstr (names, ==, "Keşif\n");
}

/* From one pipeline to another there is nothing in between. */
static void
test_other_pipeline (Fixture       *self,
                     gconstpointer  data)
{
  const gint64 deal = add_deal (self, VEL_TEST_CALL);
  const gint64 pipeline = vel_test_add (self->book, &vel_pipeline_entity, "name", "Bakım", NULL);
  g_autofree char *in = g_strdup_printf ("%" G_GINT64_FORMAT, pipeline);
  gint64 stages[3];
  g_autofree char *expected = NULL;
  g_autofree char *back = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    stages[i] = vel_test_add (self->book, &vel_stage_entity, "name", "Adım", "pipeline", in, NULL);
  vel_test_move (self->book, deal, stages[2], 0);
  expected = g_strdup_printf ("2 %" G_GINT64_FORMAT "*", stages[2]);
  assert_passages (self, deal, expected);
  vel_test_move (self->book, deal, VEL_TEST_PAYMENT, 0);
  back = g_strdup_printf ("2 %" G_GINT64_FORMAT " 6*", stages[2]);
  assert_passages (self, deal, back);
}

static void
test_won_lost_and_open_again (Fixture       *self,
                              gconstpointer  data)
{
  const gint64 deal = add_deal (self, VEL_TEST_MEETING);

  win (self, deal);
  assert_passages (self, deal, "3");
  assert_deal (self, deal, "stage, status, closed = date ('now', 'localtime')", "3|won|1");

  /* Lost instead: it stays closed, and knows why. */
  lose (self, deal, VEL_TEST_REASON);
  assert_passages (self, deal, "3");
  assert_deal (self, deal, "status, lost_reason, closed = date ('now', 'localtime')", "lost|101|1");

  /* Open again where it stood, in a passage of its own. */
  open_again (self, deal);
  assert_passages (self, deal, "3 3*");
  assert_deal (self, deal, "stage, status, closed IS NULL, lost_reason IS NULL", "3|open|1|1");

  lose (self, deal, 0);
  assert_passages (self, deal, "3 3");
  assert_deal (self, deal, "status, lost_reason IS NULL", "lost|1");

  /* Moved on the board: open again, elsewhere, with what it leaves out. */
  vel_test_move (self->book, deal, VEL_TEST_INVOICE, 0);
  assert_passages (self, deal, "3 3 4+ 5*");
  assert_deal (self, deal, "stage, status, closed IS NULL", "5|open|1");

  /* A closed deal whose stage is corrected goes on being closed. */
  win (self, deal);
  vel_test_edit (self->book, &vel_deal_entity, deal, "stage", "6", NULL);
  assert_passages (self, deal, "3 3 4+ 5 6");
  assert_deal (self, deal, "stage, status", "6|won");

  for (int i = 0; i < 8; i++)
    vel_test_undo (self->book);
  assert_deal (self, deal, "count (*)", "0");
}

/* What comes from another program has its days behind it. */
static void
test_days_gone_by (Fixture       *self,
                   gconstpointer  data)
{
  static const struct
  {
    const char *status;
    const char *opened;
    const char *closed;
    const char *expected;
    const char *deal;
    const char *passage;
  } rows[] = {
    { "won", "2020-01-15", "2020-02-03", NULL, "2020-01-15|2020-02-03", "2020-01-15|2020-02-03" },
    { "lost", NULL, "2019-05-06", NULL, "|2019-05-06", "2019-05-06|2019-05-06" },
    { "won", "2021-01-01", NULL, NULL, "2021-01-01|today", "2021-01-01|today" },
    { "won", NULL, NULL, NULL, "today|today", "today|today" },
    { "open", "2018-12-31", NULL, NULL, "2018-12-31|", "2018-12-31|" },
    { "open", NULL, NULL, "2020-01-01", "|", "today|" },
    { "open", NULL, NULL, "2999-01-01", "today|", "today|" },
    /* An open deal has no day on which it closed. */
    { "open", "2020-01-01", "2020-02-02", NULL, "2020-01-01|", "2020-01-01|" },
    /* A day to come is told as it is; the passage begins when it is told. */
    { "open", "2999-01-01", NULL, NULL, "2999-01-01|", "today|" },
  };
  g_autofree char *customer = g_strdup_printf ("%" G_GINT64_FORMAT, self->customer);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 deal = vel_test_add (self->book, &vel_deal_entity, "title", "Eski", "customer", customer, "stage", "5",
                                        "status", rows[i].status, "opened", rows[i].opened, "closed", rows[i].closed,
                                        "expected_close", rows[i].expected, NULL);
      g_autofree char *sql = g_strdup_printf (
        "SELECT replace (date (entered, 'unixepoch', 'localtime'), date ('now', 'localtime'), 'today'),"
        " replace (date (left, 'unixepoch', 'localtime'), date ('now', 'localtime'), 'today')"
        " FROM passage WHERE deal = %" G_GINT64_FORMAT, deal);
      g_autofree char *passage = vel_test_ask (self->path, sql);

      assert_deal (self, deal, "replace (opened, date ('now', 'localtime'), 'today'),"
                   " replace (closed, date ('now', 'localtime'), 'today')", rows[i].deal);
      g_assert_cmpstr (g_strchomp (passage), ==, rows[i].passage);
    }
}

/* Nobody told a stage or a currency: the first of the pipeline, the book's own. */
static void
test_filled_in (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *customer = g_strdup_printf ("%" G_GINT64_FORMAT, self->customer);
  const gint64 deal = vel_test_add (self->book, &vel_deal_entity, "title", "Logo", "customer", customer, NULL);

  assert_deal (self, deal, "stage, status, currency", "2|open|TRY");
  assert_passages (self, deal, "2*");
}

/* A stage that goes takes nothing of the past with it. */
static void
test_removed_stage (Fixture       *self,
                    gconstpointer  data)
{
  const gint64 open = add_deal (self, VEL_TEST_OFFER);
  const gint64 won = add_deal (self, VEL_TEST_OFFER);
  g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity, VEL_TEST_OFFER, NULL);
  g_autoptr(VelRecord) target = vel_book_get_record (self->book, &vel_stage_entity, VEL_TEST_MEETING, NULL);
  g_autoptr(GArray) deals = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *passages = NULL;

  win (self, won);
  before = vel_test_dump (self->path);
  g_array_append_val (deals, open);
  g_array_append_val (deals, won);
  vel_test_commit (self->book, vel_stage_remove (stage, target, deals));
  assert_deal (self, open, "stage, status", "3|open");
  assert_deal (self, won, "stage, status", "3|won");
  passages = vel_test_ask (self->path, "SELECT count (*), count (stage), min (length (name)) > 0 FROM passage");
  g_assert_cmpstr (passages, ==, "4|2|1\n");
  vel_test_undo (self->book);
  after = vel_test_dump (self->path);
  g_assert_cmpstr (after, ==, before);
  vel_test_redo (self->book);
  assert_deal (self, open, "stage, status", "3|open");
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/deal-passages/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("forward-and-back", test_forward_and_back);
  ADD ("skipped-take-no-time", test_skipped_take_no_time);
  ADD ("other-pipeline", test_other_pipeline);
  ADD ("won-lost-and-open-again", test_won_lost_and_open_again);
  ADD ("days-gone-by", test_days_gone_by);
  ADD ("filled-in", test_filled_in);
  ADD ("removed-stage", test_removed_stage);
#undef ADD
  return g_test_run ();
}
