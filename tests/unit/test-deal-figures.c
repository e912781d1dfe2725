/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-deal-moves.h"
#include "vel-figures.h"
#include "vel-query-model.h"
#include "vel-rate.h"
#include "vel-setting.h"
#include "vel-stage.h"
#include "vel-test-deals.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

/* A column of the board: the list under a header and the figures in it. */
typedef struct
{
  VelQueryModel *list;
  VelFigures    *figures;
  guint          n_changes;
  guint          position;
  guint          removed;
  guint          added;
  guint          n_items;
  guint          n_figures;
  guint          n_shown;
} Column;

typedef struct
{
  char    *path;
  VelBook *book;
  gint64   customer;
  gint64   deals[3];
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(VelRecord) customer = NULL;

  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->customer = vel_test_add (self->book, &vel_customer_entity, "name", "Ünsal Hukuk", NULL);
  for (int i = G_N_ELEMENTS (self->deals) - 1; i >= 0; i--)
    {
      g_autofree char *title = g_strdup_printf ("%c", 'a' + i);

      self->deals[i] = vel_test_add_deal (self->book, self->customer, VEL_TEST_CALL, title, "1000", "TRY");
    }
  /* What has been written so far has been told when the last of it has. */
  customer = vel_book_get_record (self->book, &vel_customer_entity, self->customer, NULL);
  vel_test_edit (self->book, &vel_customer_entity, self->customer, "title", "Avukat", NULL);
  vel_test_wait_text (customer, "title", "Avukat");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  vel_book_close (self->book);
  vel_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->book));
  g_clear_pointer (&self->path, g_free);
}

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Column     *column)
{
  column->n_changes++;
  column->position = position;
  column->removed = removed;
  column->added = added;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  (*n)++;
}

static void
shown_cb (Column *column)
{
  column->n_shown++;
}

static void
show (Column  *column,
      VelBook *book,
      gint64   stage)
{
  g_autoptr(VelQuery) query = vel_test_column (stage, "open");

  *column = (Column) { vel_query_model_new (book, query), vel_figures_new (book, query) };
  vel_figures_follow (column->figures, column->list);
  g_signal_connect_swapped (column->list, "shown", G_CALLBACK (shown_cb), column);
  g_signal_connect (column->list, "items-changed", G_CALLBACK (items_changed_cb), column);
  g_signal_connect (column->list, "notify::n-items", G_CALLBACK (count_cb), &column->n_items);
  g_signal_connect (column->figures, "notify::totals", G_CALLBACK (count_cb), &column->n_figures);
}

static void
hide (Column *column)
{
  vel_test_settle ();
  g_signal_handlers_disconnect_by_data (column->list, column);
  g_signal_handlers_disconnect_by_data (column->list, &column->n_items);
  g_signal_handlers_disconnect_by_data (column->figures, &column->n_figures);
  g_assert_finalize_object (g_steal_pointer (&column->list));
  g_assert_finalize_object (g_steal_pointer (&column->figures));
}

static void
forget (Column *column)
{
  column->n_changes = column->n_items = column->n_figures = column->n_shown = 0;
}

/* Waits until the column shows these titles, from the top, and its header counts them. */
static void
wait_for (Column     *column,
          const char *expected,
          gint64      weighted)
{
  const gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (TRUE)
    {
      g_autoptr(GString) titles = g_string_new (NULL);
      const guint n = g_list_model_get_n_items (G_LIST_MODEL (column->list));
      VelTotals *totals = vel_figures_get_totals (column->figures);
      gint64 found = 0;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (column->list), i);

          g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", vel_record_get_text (vel_row_get_record (row), "title"));
        }
      for (guint i = 0; totals != NULL && i < vel_totals_get_n_currencies (totals); i++)
        found += vel_totals_get (totals, i).weighted;
      if (!vel_query_model_is_loading (column->list) && g_str_equal (titles->str, expected) && totals != NULL &&
          found == weighted && vel_totals_get_count (totals) == n)
        return;
      if (g_get_monotonic_time () > deadline)
        g_error ("it shows “%s”, not “%s”; %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, titles->str, expected,
                 found, weighted);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* A move says as much as it has changed, in both columns, once. */
static void
test_move (Fixture       *self,
           gconstpointer  data)
{
  Column from;
  Column to;

  show (&from, self->book, VEL_TEST_CALL);
  show (&to, self->book, VEL_TEST_OFFER);
  g_assert_null (vel_figures_get_totals (from.figures));
  wait_for (&from, "a b c", 300);
  wait_for (&to, "", 0);
  g_assert_cmpuint (from.n_figures, ==, 1);
  g_assert_cmpuint (to.n_figures, ==, 1);

  forget (&from);
  forget (&to);
  vel_test_move (self->book, self->deals[1], VEL_TEST_OFFER, 0);
  wait_for (&from, "a c", 200);
  wait_for (&to, "b", 500);
  vel_test_settle ();
  g_assert_cmpuint (from.n_changes, ==, 1);
  g_assert_cmpuint (from.position, ==, 1);
  g_assert_cmpuint (from.removed, ==, 1);
  g_assert_cmpuint (from.added, ==, 0);
  g_assert_cmpuint (from.n_items, ==, 1);
  g_assert_cmpuint (from.n_figures, ==, 1);
  g_assert_cmpuint (to.n_changes, ==, 1);
  g_assert_cmpuint (to.position, ==, 0);
  g_assert_cmpuint (to.removed, ==, 0);
  g_assert_cmpuint (to.added, ==, 1);
  g_assert_cmpuint (to.n_figures, ==, 1);

  /* Within a column: it goes at one place and comes at another. */
  forget (&from);
  forget (&to);
  vel_test_move (self->book, self->deals[0], VEL_TEST_CALL, 0);
  wait_for (&from, "c a", 200);
  wait_for (&to, "b", 500);
  vel_test_settle ();
  g_assert_cmpuint (from.n_changes, ==, 2);
  g_assert_cmpuint (from.n_items, ==, 0);
  g_assert_cmpuint (to.n_changes, ==, 0);
  g_assert_cmpuint (to.n_items, ==, 0);

  /* Undone, both are as they were. */
  vel_test_undo (self->book);
  vel_test_undo (self->book);
  wait_for (&from, "a b c", 300);
  wait_for (&to, "", 0);
  hide (&from);
  hide (&to);
}

/* What does not concern a column is not read, nor added up, anew: of seven
 * columns a move concerns two. */
static void
test_unconcerned (Fixture       *self,
                  gconstpointer  data)
{
  Column from;
  Column other;

  show (&from, self->book, VEL_TEST_CALL);
  show (&other, self->book, VEL_TEST_OFFER);
  wait_for (&from, "a b c", 300);
  wait_for (&other, "", 0);
  vel_test_move (self->book, self->deals[2], VEL_TEST_OFFER, 0);
  wait_for (&other, "c", 500);
  wait_for (&from, "a b", 200);
  vel_test_settle ();

  forget (&from);
  forget (&other);
  vel_test_edit (self->book, &vel_deal_entity, self->deals[0], "amount", "3000", NULL);
  wait_for (&from, "a b", 400);
  vel_test_settle ();
  g_assert_cmpuint (from.n_shown, ==, 1);
  g_assert_cmpuint (from.n_figures, ==, 1);
  g_assert_cmpuint (other.n_shown, ==, 0);
  g_assert_cmpuint (other.n_figures, ==, 0);

  /* A filter that it fits from now on finds it. */
  vel_test_edit (self->book, &vel_deal_entity, self->deals[2], "status", "won", NULL);
  wait_for (&other, "", 0);
  g_assert_cmpuint (other.n_shown, ==, 1);
  vel_test_edit (self->book, &vel_deal_entity, self->deals[2], "status", "open", NULL);
  wait_for (&other, "c", 500);
  hide (&from);
  hide (&other);
}

/* What is won or lost is no longer in the column; opened again, it is. */
static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(VelRecord) deal = vel_book_get_record (self->book, &vel_deal_entity, self->deals[1], NULL);
  Column column;

  show (&column, self->book, VEL_TEST_CALL);
  wait_for (&column, "a b c", 300);
  vel_test_commit (self->book, vel_deal_win (deal));
  wait_for (&column, "a c", 200);
  vel_test_commit (self->book, vel_deal_open_again (deal));
  wait_for (&column, "a b c", 300);
  vel_test_commit (self->book, vel_deal_lose (deal, VEL_TEST_REASON));
  wait_for (&column, "a c", 200);
  vel_test_undo (self->book);
  wait_for (&column, "a b c", 300);
  g_clear_object (&deal);
  hide (&column);
}

/* The header follows whatever it is computed from, and nothing else. */
static void
test_figures_follow (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(VelQuery) query = vel_test_column (VEL_TEST_CALL, "open");
  g_autoptr(VelRecord) customer = vel_book_get_record (self->book, &vel_customer_entity, self->customer, NULL);
  g_autoptr(VelTotals) in_turn = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Column column;
  gint64 sum;
  gint64 weighted;

  show (&column, self->book, VEL_TEST_CALL);
  wait_for (&column, "a b c", 300);
  vel_test_edit (self->book, &vel_stage_entity, VEL_TEST_CALL, "probability", "20", NULL);
  wait_for (&column, "a b c", 600);
  vel_test_edit (self->book, &vel_deal_entity, self->deals[0], "amount", "2000", NULL);
  wait_for (&column, "a b c", 800);
  vel_test_edit (self->book, &vel_deal_entity, self->deals[0], "currency", "EUR", NULL);
  wait_for (&column, "a b c", 800);
  while (vel_totals_get_n_currencies (vel_figures_get_totals (column.figures)) != 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (vel_totals_get_converted (vel_figures_get_totals (column.figures), &sum, &weighted));
  vel_test_add (self->book, &vel_rate_entity, "currency", "EUR", "home", "TRY", "rate", "40000000", "date", "2026-01-01", NULL);
  while (!vel_totals_get_converted (vel_figures_get_totals (column.figures), &sum, &weighted))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sum, ==, 82000);
  vel_test_add (self->book, &vel_setting_entity, "name", "currency", "value", "EUR", NULL);
  while (vel_totals_get_converted (vel_figures_get_totals (column.figures), &sum, &weighted))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (vel_totals_get_home (vel_figures_get_totals (column.figures)), ==, "EUR");

  /* A customer's telephone is nothing to them. */
  vel_test_settle ();
  forget (&column);
  vel_test_edit (self->book, &vel_customer_entity, self->customer, "phone", "+905321234567", NULL);
  vel_test_wait_text (customer, "phone", "+905321234567");
  vel_test_settle ();
  /* The reading thread answers in turn: were they asked for, they would be there by now. */
  in_turn = vel_book_totals (self->book, query, NULL);
  vel_test_settle ();
  g_assert_cmpuint (column.n_figures, ==, 0);

  /* Just those that are selected, and all of the column again. */
  g_array_append_val (ids, self->deals[1]);
  vel_figures_set_query (column.figures, query, ids);
  while (column.n_figures < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (vel_totals_get_count (vel_figures_get_totals (column.figures)), ==, 1);
  vel_figures_set_query (column.figures, query, NULL);
  while (column.n_figures < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (vel_totals_get_count (vel_figures_get_totals (column.figures)), ==, 3);
  g_assert_null (vel_figures_get_error (column.figures));
  g_clear_object (&customer);
  hide (&column);
}

/* Let go of while the book has not answered yet: the answer is the last to hold them. */
static void
test_finalize_early (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(VelQuery) query = vel_test_column (VEL_TEST_CALL, "open");
  VelFigures *figures = vel_figures_new (self->book, query);
  VelQueryModel *list = vel_query_model_new (self->book, query);
  const gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  g_object_add_weak_pointer (G_OBJECT (figures), (gpointer *) &figures);
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_unref (figures);
  g_object_unref (list);
  while (figures != NULL || list != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Another program moves deals: the columns of this one follow, place by place. */
static void
test_another_program (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) other = vel_book_open (self->path, FALSE, &error);
  g_autoptr(VelRecord) watched = vel_book_get_record (self->book, &vel_deal_entity, self->deals[2], NULL);
  g_autoptr(VelRecord) won = NULL;
  Column from;
  Column to;

  g_assert_no_error (error);
  show (&from, self->book, VEL_TEST_CALL);
  show (&to, self->book, VEL_TEST_OFFER);
  wait_for (&from, "a b c", 300);
  wait_for (&to, "", 0);

  vel_test_move (other, self->deals[2], VEL_TEST_CALL, self->deals[0]);
  wait_for (&from, "c a b", 300);
  vel_test_move (other, self->deals[2], VEL_TEST_OFFER, 0);
  wait_for (&from, "a b", 200);
  wait_for (&to, "c", 500);
  while (vel_record_get_integer (watched, "stage") != VEL_TEST_OFFER)
    g_main_context_iteration (NULL, TRUE);
  vel_test_move (other, self->deals[0], VEL_TEST_OFFER, self->deals[2]);
  wait_for (&to, "a c", 1000);
  vel_test_undo (other);
  vel_test_undo (other);
  wait_for (&from, "c a b", 300);
  wait_for (&to, "", 0);
  vel_test_redo (other);
  wait_for (&from, "a b", 200);
  wait_for (&to, "c", 500);
  won = vel_book_get_record (other, &vel_deal_entity, self->deals[2], NULL);
  vel_test_commit (other, vel_deal_win (won));
  wait_for (&to, "", 0);
  /* And this program takes it back. */
  vel_test_undo (self->book);
  wait_for (&to, "c", 500);
  g_clear_object (&won);
  g_clear_object (&watched);
  vel_book_close (other);
  hide (&from);
  hide (&to);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/deal-figures/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("move", test_move);
  ADD ("unconcerned", test_unconcerned);
  ADD ("close", test_close);
  ADD ("figures-follow", test_figures_follow);
  ADD ("finalize-early", test_finalize_early);
  ADD ("another-program", test_another_program);
#undef ADD
  return g_test_run ();
}
