/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-book-totals.h"
#include "vel-customer.h"
#include "vel-deal-moves.h"
#include "vel-pipeline.h"
#include "vel-stage.h"
#include "vel-test-deals.h"

#define N_MOVES 1000
#define N_DEALS 200
#define N_REASONS 6

/* A board of two pipelines, on which deals are moved at random, through the
 * changes that the board makes. */
typedef struct
{
  char             *path;
  VelBook          *book;
  gint64            pipelines[2];
  gint64            stages[9];
  GArray           *deals;     /* (owned) (element-type gint64) */
  GSubprocess      *reader;    /* (owned): another program that reads the book */
  GDataInputStream *answers;   /* (owned) */
} Board;

static gint64
pick (gint64 *ids,
      guint   n)
{
  return ids[g_test_rand_int_range (0, n)];
}

static gboolean
feed (VelChange  *change,
      gpointer    user_data,
      GError    **error)
{
  static const char * const currencies[] = { "TRY", "TRY", "EUR", "JPY" };
  static const char * const statuses[] = { "open", "open", "open", "won", "lost" };
  Board *self = user_data;
  gint64 customer;

  if (self->deals->len > 0)
    return TRUE;
  customer = vel_change_insert (change, &vel_customer_entity);
  vel_change_set_text (change, &vel_customer_entity, customer, "name", "Şirin Otel");
  for (int i = 0; i < N_DEALS; i++)
    {
      const gint64 id = vel_change_insert (change, &vel_deal_entity);
      g_autofree char *title = g_strdup_printf ("Anlaşma %d", i);
      g_autofree char *amount = g_strdup_printf ("%d", g_test_rand_int_range (0, 10000000));
      g_autofree char *percent = g_strdup_printf ("%d", g_test_rand_int_range (0, 101));

      vel_change_set_integer (change, &vel_deal_entity, id, "customer", customer);
      vel_change_set_integer (change, &vel_deal_entity, id, "stage", pick (self->stages, G_N_ELEMENTS (self->stages)));
      vel_test_set (change, &vel_deal_entity, id, "title", title,
                    "amount", i % 10 == 0 ? NULL : amount,
                    "currency", currencies[g_test_rand_int_range (0, G_N_ELEMENTS (currencies))],
                    "status", statuses[g_test_rand_int_range (0, G_N_ELEMENTS (statuses))],
                    "probability", i % 4 == 0 ? percent : NULL, NULL);
    }
  g_array_set_size (self->deals, N_DEALS);
  return TRUE;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* One program for all the questions: to start it for each of them would take longer than they do. */
static void
start_reader (Board *self)
{
  g_autoptr(GError) error = NULL;

  self->reader = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                   "stdbuf", "-oL", "sqlite3", "-readonly", self->path, NULL);
  g_assert_no_error (error);
  self->answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->reader));
}

static void
stop_reader (Board *self)
{
  g_autoptr(GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (self->reader), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (self->reader, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&self->answers);
  g_clear_object (&self->reader);
}

/* Returns the rows, sorted as texts. */
static char *
ask_reader (Board      *self,
            const char *sql)
{
  g_autofree char *question = g_strconcat (sql, ";\n.print end\n", NULL);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->reader), question, strlen (question), NULL, NULL, &error);
  g_assert_no_error (error);
  while (TRUE)
    {
      char *line = g_data_input_stream_read_line (self->answers, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      if (g_str_equal (line, "end"))
        {
          g_free (line);
          break;
        }
      g_ptr_array_add (lines, line);
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
set_up (Board         *self,
        gconstpointer  data)
{
  g_autoptr(VelQuery) all = vel_query_new (&vel_deal_entity, NULL, NULL, "id", FALSE);
  VelChange *change = vel_change_new ("Import", NULL);
  g_autofree char *in = NULL;
  guint i;

  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->deals = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (i = 0; i < 5; i++)
    self->stages[i] = VEL_TEST_CALL + i;
  self->pipelines[0] = 1;
  self->pipelines[1] = vel_test_add (self->book, &vel_pipeline_entity, "name", "Bakım", NULL);
  in = g_strdup_printf ("%" G_GINT64_FORMAT, self->pipelines[1]);
  for (; i < G_N_ELEMENTS (self->stages); i++)
    {
      g_autofree char *percent = g_strdup_printf ("%u", i * 7);

      self->stages[i] = vel_test_add (self->book, &vel_stage_entity, "name", "Adım", "pipeline", in,
                                      "probability", i % 2 == 0 ? percent : NULL, NULL);
    }
  vel_change_set_source (change, feed, self, NULL);
  vel_test_commit (self->book, change);
  g_array_unref (self->deals);
  self->deals = vel_book_find (self->book, all, NULL);
  g_assert_cmpuint (self->deals->len, ==, N_DEALS);
  start_reader (self);
}

static void
tear_down (Board         *self,
           gconstpointer  data)
{
  g_auto(GStrv) complaints = vel_book_check (self->book, NULL);

  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  stop_reader (self);
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->deals, g_array_unref);
  g_clear_pointer (&self->path, g_free);
}

static void
add_lines (Board      *self,
           GPtrArray  *lines,
           const char *field,
           gint64      id,
           const char *status)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr(VelFilter) both = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelQuery) query = NULL;
  g_autoptr(VelTotals) totals = NULL;
  g_autoptr(GError) error = NULL;

  vel_filter_take (both, vel_filter_new (VEL_FILTER_IS, field, (const char *[]) { text, NULL }));
  vel_filter_take (both, vel_filter_new (VEL_FILTER_IS, "status", (const char *[]) { status, NULL }));
  query = vel_query_new (&vel_deal_entity, both, NULL, "position", FALSE);
  totals = vel_book_totals (self->book, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < vel_totals_get_n_currencies (totals); i++)
    {
      const VelTotal total = vel_totals_get (totals, i);

      g_ptr_array_add (lines, g_strdup_printf (
        "%s|%s|%s|%s|%" G_GUINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT,
        field, text, status, total.currency, total.n, total.sum, total.weighted));
    }
}

/* What the headers of the board tell: a line for each column and currency, and
 * for what each pipeline has won and lost. */
static char *
ask_headers (Board *self)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (self->stages); i++)
    add_lines (self, lines, "stage", self->stages[i], "open");
  for (guint i = 0; i < G_N_ELEMENTS (self->pipelines); i++)
    {
      add_lines (self, lines, "pipeline", self->pipelines[i], "won");
      add_lines (self, lines, "pipeline", self->pipelines[i], "lost");
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* The same, added up by another program over the table. */
static char *
ask_table (Board *self)
{
  static const char sql[] =
    "SELECT 'stage', d.stage, d.status, d.currency, count (*), sum (coalesce (d.amount, 0)),"
    " (sum (coalesce (d.amount, 0) * coalesce (d.probability, s.probability, 0)) + 50) / 100"
    " FROM deal d JOIN stage s ON s.id = d.stage WHERE d.status = 'open' GROUP BY 2, 4"
    " UNION ALL SELECT 'pipeline', s.pipeline, d.status, d.currency, count (*), sum (coalesce (d.amount, 0)),"
    " CASE d.status WHEN 'won' THEN sum (coalesce (d.amount, 0)) ELSE 0 END"
    " FROM deal d JOIN stage s ON s.id = d.stage WHERE d.status <> 'open' GROUP BY 2, 3, 4";

  return ask_reader (self, sql);
}

static void
assert_headers (Board *self)
{
  g_autofree char *headers = ask_headers (self);
  g_autofree char *table = ask_table (self);

  g_assert_cmpstr (headers, ==, table);
}

static GArray *
find_column (Board  *self,
             gint64  stage)
{
  g_autoptr(VelQuery) query = vel_test_column (stage, "open");
  g_autoptr(GError) error = NULL;
  GArray *ids = vel_book_find (self->book, query, &error);

  g_assert_no_error (error);
  return ids;
}

/* The deal stands right before the other one, or last. */
static void
assert_stands (Board  *self,
               gint64  deal,
               gint64  stage,
               gint64  before)
{
  g_autoptr(GArray) ids = find_column (self, stage);
  guint i = 0;

  while (i < ids->len && g_array_index (ids, gint64, i) != deal)
    i++;
  g_assert_cmpuint (i, <, ids->len);
  if (before == 0)
    {
      g_assert_cmpuint (i, ==, ids->len - 1);
    }
  else
    {
      g_assert_cmpuint (i + 1, <, ids->len);
      g_assert_cmpint (g_array_index (ids, gint64, i + 1), ==, before);
    }
}

/* Drops a card into a column, before one of those in it or at its end. */
static gboolean
drop (Board     *self,
      VelRecord *deal,
      gint64     to)
{
  g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity, to, NULL);
  g_autoptr(GArray) ids = find_column (self, to);
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;
  const gint64 id = vel_record_get_id (deal);
  gint64 before = 0;

  if (ids->len > 0 && g_test_rand_int_range (0, 4) > 0)
    before = pick ((gint64 *) ids->data, ids->len);
  if (before == id)
    before = 0;
  change = vel_deal_move_to (deal, stage, before);
  commit = vel_book_commit (self->book, change, NULL, &error);
  g_assert_no_error (error);
  assert_stands (self, id, to, before);
  return commit->history != 0;
}

/* One of the things that can be done to a deal on the board; whether it has changed anything. */
static gboolean
move (Board *self)
{
  const gint64 id = pick ((gint64 *) self->deals->data, self->deals->len);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelRecord) deal = vel_book_get_record (self->book, &vel_deal_entity, id, &error);
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;

  g_assert_no_error (error);
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      change = vel_deal_win (deal);
      break;

    case 1:
      change = vel_deal_lose (deal, VEL_TEST_REASON + g_test_rand_int_range (0, N_REASONS));
      break;

    case 2:
      change = vel_deal_lose (deal, 0);
      break;

    case 3:
      change = vel_deal_open_again (deal);
      break;

    case 4:
      return drop (self, deal, vel_record_get_integer (deal, "stage"));

    default:
      return drop (self, deal, pick (self->stages, G_N_ELEMENTS (self->stages)));
    }
  commit = vel_book_commit (self->book, change, NULL, &error);
  g_assert_no_error (error);
  return commit->history != 0;
}

/* 1,000 random moves, interleaved with undo and redo: after each, the headers
 * of all columns tell what the table holds. At the end, undoing everything
 * gives the first state to the byte, and redoing everything the last. */
static void
test_random (Board         *self,
             gconstpointer  data)
{
  g_autofree char *first = vel_test_dump (self->path);
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n_done = 0;
  guint n_undone = 0;

  assert_headers (self);
  for (int i = 0; i < N_MOVES; )
    {
      const int what = g_test_rand_int_range (0, 8);
      g_autoptr(GError) error = NULL;
      g_autoptr(VelCommit) commit = NULL;

      if (what == 0 && n_done > 0)
        {
          commit = vel_book_undo (self->book, 0, &error);
          n_done--;
          n_undone++;
        }
      else if (what == 1 && n_undone > 0)
        {
          commit = vel_book_redo (self->book, &error);
          n_done++;
          n_undone--;
        }
      else
        {
          if (move (self))
            {
              n_done++;
              n_undone = 0;
            }
          i++;
        }
      g_assert_no_error (error);
      assert_headers (self);
    }
  last = vel_test_dump (self->path);
  g_assert_cmpstr (last, !=, first);

  for (guint i = 0; i < n_done; i++)
    vel_test_undo (self->book);
  undone = vel_test_dump (self->path);
  g_assert_cmpstr (undone, ==, first);
  assert_headers (self);

  for (guint i = 0; i < n_done; i++)
    vel_test_redo (self->book);
  redone = vel_test_dump (self->path);
  g_assert_cmpstr (redone, ==, last);
  assert_headers (self);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  g_test_add ("/deal-moves/random", Board, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
