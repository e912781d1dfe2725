/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-lost-reason.h"
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
  self->customer = vel_test_add (self->book, &vel_customer_entity, "name", "Öztürk Peyzaj", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
}

static gint64
add_deal (Fixture    *self,
          gint64      stage,
          const char *title)
{
  return vel_test_add_deal (self->book, self->customer, stage, title, "100", "TRY");
}

static void
place (Fixture         *self,
       const VelEntity *entity,
       gint64           id,
       gint64           before)
{
  VelChange *change = vel_change_new ("Place", NULL);

  vel_change_place (change, entity, id, before);
  vel_test_commit (self->book, change);
}

static void
assert_column (Fixture    *self,
               gint64      stage,
               const char *expected)
{
  g_autofree char *titles = vel_test_column_titles (self->book, stage);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_before_end_and_top (Fixture       *self,
                         gconstpointer  data)
{
  const gint64 c = add_deal (self, VEL_TEST_CALL, "c");
  const gint64 b = add_deal (self, VEL_TEST_CALL, "b");
  const gint64 a = add_deal (self, VEL_TEST_CALL, "a");
  const gint64 other = add_deal (self, VEL_TEST_OFFER, "o");

  /* What is new stands on top. */
  assert_column (self, VEL_TEST_CALL, "a b c");
  place (self, &vel_deal_entity, c, a);
  assert_column (self, VEL_TEST_CALL, "c a b");
  place (self, &vel_deal_entity, c, b);
  assert_column (self, VEL_TEST_CALL, "a c b");
  place (self, &vel_deal_entity, a, 0);
  assert_column (self, VEL_TEST_CALL, "c b a");
  place (self, &vel_deal_entity, b, b);
  assert_column (self, VEL_TEST_CALL, "c a b");
  /* What stands in another column is nothing to stand before. */
  place (self, &vel_deal_entity, c, other);
  assert_column (self, VEL_TEST_CALL, "a b c");

  vel_test_move (self->book, other, VEL_TEST_CALL, b);
  assert_column (self, VEL_TEST_CALL, "a o b c");
  assert_column (self, VEL_TEST_OFFER, "");
  /* Into another column without a place: on top. */
  vel_test_edit (self->book, &vel_deal_entity, b, "stage", "4", NULL);
  vel_test_edit (self->book, &vel_deal_entity, c, "stage", "4", NULL);
  assert_column (self, VEL_TEST_OFFER, "c b");
  assert_column (self, VEL_TEST_CALL, "a o");
}

/* A move writes the one deal that moves; it is at the very place after an undo. */
static void
test_one_row (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(VelChange) change = vel_change_new ("Place", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 first;
  gint64 last;

  last = add_deal (self, VEL_TEST_CALL, "c");
  add_deal (self, VEL_TEST_CALL, "b");
  first = add_deal (self, VEL_TEST_CALL, "a");
  before = vel_test_dump (self->path);
  vel_change_place (change, &vel_deal_entity, last, first);
  commit = vel_book_commit (self->book, change, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (commit->n_rows, ==, 1);
  vel_test_undo (self->book);
  after = vel_test_dump (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* Again and again between the same two, until there is no room and the column,
 * and no other, is numbered anew. */
static void
test_numbered_anew (Fixture       *self,
                    gconstpointer  data)
{
  const gint64 z = add_deal (self, VEL_TEST_CALL, "z");
  gint64 swing[2];
  g_autofree char *elsewhere = NULL;
  g_autofree char *same = NULL;
  g_autofree char *before = NULL;
  gboolean was_anew = FALSE;

  swing[0] = add_deal (self, VEL_TEST_CALL, "x");
  swing[1] = add_deal (self, VEL_TEST_CALL, "y");
  add_deal (self, VEL_TEST_CALL, "a");
  add_deal (self, VEL_TEST_MEETING, "m");
  add_deal (self, VEL_TEST_MEETING, "n");
  elsewhere = vel_test_ask (self->path, "SELECT id, position FROM deal WHERE stage <> 2");

  for (int i = 0; i < 100; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelCommit) commit = NULL;
      g_autoptr(VelChange) change = vel_change_new ("Place", NULL);

      g_clear_pointer (&before, g_free);
      before = vel_test_dump (self->path);
      /* The one that stands behind goes before the other. */
      vel_change_place (change, &vel_deal_entity, swing[i % 2], swing[(i + 1) % 2]);
      commit = vel_book_commit (self->book, change, NULL, &error);
      g_assert_no_error (error);
      assert_column (self, VEL_TEST_CALL, i % 2 == 0 ? "a x y z" : "a y x z");
      if (commit->n_rows > 1)
        {
          g_autofree char *back = NULL;

          was_anew = TRUE;
          vel_test_undo (self->book);
          back = vel_test_dump (self->path);
          g_assert_cmpstr (back, ==, before);
          vel_test_redo (self->book);
          assert_column (self, VEL_TEST_CALL, i % 2 == 0 ? "a x y z" : "a y x z");
        }
    }
  g_assert_true (was_anew);
  same = vel_test_ask (self->path, "SELECT id, position FROM deal WHERE stage <> 2");
  g_assert_cmpstr (same, ==, elsewhere);
  vel_test_move (self->book, z, VEL_TEST_MEETING, 0);
  assert_column (self, VEL_TEST_MEETING, "n m z");
}

/* An undo out of turn may put a deal on a place that another has taken since:
 * what is put before one of the two stands right before that one. */
static void
test_same_place_twice (Fixture       *self,
                       gconstpointer  data)
{
  const gint64 d = add_deal (self, VEL_TEST_CALL, "d");
  const gint64 b = add_deal (self, VEL_TEST_CALL, "b");
  const gint64 c = add_deal (self, VEL_TEST_CALL, "c");
  const gint64 a = add_deal (self, VEL_TEST_CALL, "a");
  const gint64 e = add_deal (self, VEL_TEST_OFFER, "e");
  g_autoptr(VelChange) away = vel_change_new ("Place", NULL);
  g_autoptr(VelCommit) moved = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *places = NULL;

  /* "c" between "a" and "d"; away; "b" at the same place; and "c" back to it. */
  place (self, &vel_deal_entity, b, 0);
  place (self, &vel_deal_entity, c, d);
  vel_change_place (away, &vel_deal_entity, c, 0);
  moved = vel_book_commit (self->book, away, NULL, &error);
  g_assert_no_error (error);
  place (self, &vel_deal_entity, b, d);
  undone = vel_book_undo (self->book, moved->history, &error);
  g_assert_no_error (error);
  places = vel_test_ask (self->path, "SELECT count (*) - count (DISTINCT position) FROM deal WHERE stage = 2");
  g_assert_cmpstr (places, ==, "1\n");
  assert_column (self, VEL_TEST_CALL, "a b c d");

  vel_test_move (self->book, e, VEL_TEST_CALL, c);
  assert_column (self, VEL_TEST_CALL, "a b e c d");
  place (self, &vel_deal_entity, a, d);
  assert_column (self, VEL_TEST_CALL, "b e c a d");
}

static void
assert_order (Fixture    *self,
              const char *sql,
              const char *expected)
{
  g_autofree char *answer = vel_test_ask (self->path, sql);

  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

/* Stages have places in their pipeline; pipelines and reasons one list each. */
static void
test_other_lists (Fixture       *self,
                  gconstpointer  data)
{
  static const char stages[] = "SELECT group_concat (id, ' ') FROM (SELECT id FROM stage WHERE pipeline = 1 ORDER BY position)";
  static const char pipelines[] = "SELECT group_concat (name, ' ') FROM (SELECT name FROM pipeline WHERE id <> 1 ORDER BY position)";
  static const char reasons[] = "SELECT group_concat (id, ' ') FROM (SELECT id FROM lost_reason ORDER BY position)";
  const gint64 b = vel_test_add (self->book, &vel_pipeline_entity, "name", "b", NULL);
  const gint64 a = vel_test_add (self->book, &vel_pipeline_entity, "name", "a", NULL);
  g_autofree char *in = g_strdup_printf ("%" G_GINT64_FORMAT, a);
  const gint64 foreign = vel_test_add (self->book, &vel_stage_entity, "name", "Adım", "pipeline", in, NULL);

  assert_order (self, pipelines, "b a");
  place (self, &vel_pipeline_entity, a, b);
  assert_order (self, pipelines, "a b");

  assert_order (self, stages, "2 3 4 5 6");
  place (self, &vel_stage_entity, VEL_TEST_PAYMENT, VEL_TEST_CALL);
  assert_order (self, stages, "6 2 3 4 5");
  place (self, &vel_stage_entity, VEL_TEST_MEETING, foreign);
  assert_order (self, stages, "6 2 4 5 3");

  place (self, &vel_lost_reason_entity, 106, 101);
  assert_order (self, reasons, "106 101 102 103 104 105");
  vel_test_undo (self->book);
  assert_order (self, reasons, "101 102 103 104 105 106");
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/deal-places/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("before-end-and-top", test_before_end_and_top);
  ADD ("one-row", test_one_row);
  ADD ("numbered-anew", test_numbered_anew);
  ADD ("same-place-twice", test_same_place_twice);
  ADD ("other-lists", test_other_lists);
#undef ADD
  return g_test_run ();
}
