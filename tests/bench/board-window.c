/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself on the page of deals: the first frame whose columns have
 * cards, a column that glides by, a card that a real pointer drags across the
 * board, and moves from their commit to their frame. Prints one line. */

#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "vel-application.h"
#include "vel-board-column.h"
#include "vel-deal-moves.h"
#include "vel-row.h"

#define N_COLUMNS 7

/* How long the program stays after its first frame, in milliseconds. */
#define REST_MS 2500

#define N_GLIDES 180
#define GLIDE_PX 40
#define N_MOVES 200

#define PATIENCE_S 60

typedef enum
{
  STARTING,
  RESTING,
  SCROLLING,
  DRAGGING,
  MOVING
} Phase;

typedef struct
{
  GtkWindow      *window;
  GPtrArray      *columns;    /* (element-type VelBoardColumn) */
  Phase           phase;
  gint64          began;      /* when the frame at hand did */
  gint64          painted;
  GArray         *glides;     /* (element-type gint64): work of frames */
  GArray         *drags;      /* likewise */
  GArray         *works;      /* from the commit of a move to the list that has it, and the work of the frame that shows it */
  GArray         *moves;      /* from the commit to the end of that frame, with the wait for the display */
  VelBoardColumn *target;
  gint64          moved;      /* the deal on its way */
  gint64          committed;
  gint64          listed;
  gboolean        is_shown;
} Bench;

static void
find_columns (Bench     *self,
              GtkWidget *widget)
{
  if (VEL_IS_BOARD_COLUMN (widget))
    g_ptr_array_add (self->columns, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_columns (self, child);
}

static GListModel *
model_of (Bench *self,
          guint  column)
{
  return G_LIST_MODEL (vel_board_column_get_model (g_ptr_array_index (self->columns, column)));
}

static gboolean
has_cards (Bench *self)
{
  g_ptr_array_set_size (self->columns, 0);
  find_columns (self, GTK_WIDGET (self->window));
  for (guint i = 0; i < self->columns->len; i++)
    if (g_list_model_get_n_items (model_of (self, i)) == 0)
      return FALSE;
  return self->columns->len == N_COLUMNS;
}

static int
compare (const void *a,
         const void *b)
{
  const gint64 left = *(const gint64 *) a;
  const gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
print_works (GArray *works)
{
  qsort (works->data, works->len, sizeof (gint64), compare);
  if (works->len == 0)
    printf (" 0 0");
  else
    printf (" %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, g_array_index (works, gint64, works->len * 95 / 100),
            g_array_index (works, gint64, works->len - 1));
}

static void
report (Bench *self)
{
  const char *start = g_getenv ("VEL_BENCH_START");

  printf ("%" G_GINT64_FORMAT, self->painted - (start != NULL ? g_ascii_strtoll (start, NULL, 10) : 0));
  print_works (self->glides);
  print_works (self->drags);
  print_works (self->works);
  print_works (self->moves);
  printf ("\n");
  fflush (stdout);
  _exit (0);
}

static void
move_shown_cb (Bench         *self,
               VelQueryModel *model)
{
  guint position;

  if (self->moved != 0 && !self->is_shown && vel_query_model_find (model, self->moved, &position))
    {
      self->listed = g_get_monotonic_time ();
      self->is_shown = TRUE;
    }
}

static void
move_one (Bench *self)
{
  const guint from = self->moves->len % N_COLUMNS;
  const guint to = (from + 1 + self->moves->len % (N_COLUMNS - 1)) % N_COLUMNS;
  GListModel *model = model_of (self, from);
  g_autoptr(VelRow) row = g_list_model_get_item (model, (self->moves->len * 7) % 20);
  g_autoptr(VelChange) change = NULL;

  self->target = g_ptr_array_index (self->columns, to);
  self->moved = vel_row_get_id (row);
  self->is_shown = FALSE;
  self->committed = g_get_monotonic_time ();
  change = vel_deal_move_to (vel_row_get_record (row), vel_board_column_get_stage (self->target),
                             vel_query_model_get_id (VEL_QUERY_MODEL (model_of (self, to)), 3));
  vel_book_commit_async (vel_query_model_get_book (VEL_QUERY_MODEL (model)), change, NULL, NULL, NULL);
}

static gboolean
move_cb (gpointer data)
{
  move_one (data);
  return G_SOURCE_REMOVE;
}

static void
begin_moves (Bench *self)
{
  self->phase = MOVING;
  for (guint i = 0; i < self->columns->len; i++)
    g_signal_connect_swapped (model_of (self, i), "shown", G_CALLBACK (move_shown_cb), self);
  g_timeout_add (500, move_cb, self);
}

static void
dragged_cb (GPid     pid,
            int      status,
            gpointer data)
{
  begin_moves (data);
}

/* A real pointer: to the first card, down, across the board and back, and up outside. */
static void
begin_drag (Bench *self)
{
  GtkWidget *first = GTK_WIDGET (vel_board_column_get_list (g_ptr_array_index (self->columns, 0)));
  g_autoptr(GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  graphene_rect_t bounds;
  GPid pid;

  self->phase = DRAGGING;
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (self->window), &bounds));
#define SAY(...) g_ptr_array_add (argv, g_strdup_printf (__VA_ARGS__))
  SAY ("xdotool");
  SAY ("mousemove"); SAY ("%d", (int) bounds.origin.x + 80); SAY ("%d", (int) bounds.origin.y + 60);
  SAY ("mousedown"); SAY ("1");
  for (int i = 0; i < 160; i++)
    {
      SAY ("mousemove_relative"); SAY ("--"); SAY ("%d", i < 80 ? 9 : -9); SAY ("%d", i % 40 < 20 ? 12 : -12);
      SAY ("sleep"); SAY ("0.012");
    }
  SAY ("mousemove"); SAY ("3"); SAY ("3");
  SAY ("mouseup"); SAY ("1");
#undef SAY
  g_ptr_array_add (argv, NULL);
  if (g_spawn_async (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_child_watch_add (pid, dragged_cb, self);
  else
    begin_moves (self);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Bench *self = data;
  GtkScrolledWindow *list = vel_board_column_get_list (g_ptr_array_index (self->columns, self->glides->len / 60));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (list);

  if (self->glides->len >= N_GLIDES)
    {
      begin_drag (self);
      return G_SOURCE_REMOVE;
    }
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + GLIDE_PX);
  return G_SOURCE_CONTINUE;
}

static gboolean
rested_cb (gpointer data)
{
  Bench *self = data;

  self->phase = SCROLLING;
  gtk_widget_add_tick_callback (GTK_WIDGET (self->window), tick_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *self)
{
  self->began = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 work = now - self->began;

  if (self->phase == STARTING && has_cards (self))
    {
      self->painted = now;
      self->phase = RESTING;
      g_timeout_add (REST_MS, rested_cb, self);
    }
  else if (self->phase == SCROLLING)
    {
      g_array_append_val (self->glides, work);
    }
  else if (self->phase == DRAGGING)
    {
      g_array_append_val (self->drags, work);
    }
  else if (self->phase == MOVING && self->moved != 0 && self->is_shown)
    {
      const gint64 took = now - self->committed;
      const gint64 worked = self->listed - self->committed + work;

      g_array_append_val (self->works, worked);
      g_array_append_val (self->moves, took);
      self->moved = 0;
      if (self->moves->len >= N_MOVES)
        report (self);
      /* Not in step with the frames of the display. */
      g_timeout_add (25 + self->moves->len % 11, move_cb, self);
    }
}

static void
realized_cb (GtkWidget *widget,
             Bench     *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
}

/* What does not come to its end is told as far as it came. */
static gboolean
too_long_cb (gpointer data)
{
  report (data);
  return G_SOURCE_REMOVE;
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Bench          *self)
{
  if (self->window != NULL)
    return;
  self->window = window;
  g_timeout_add_seconds (PATIENCE_S, too_long_cb, self);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), self);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(VelApplication) application = NULL;
  Bench self = {
    .columns = g_ptr_array_new (),
    .glides = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .drags = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .works = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .moves = g_array_new (FALSE, FALSE, sizeof (gint64)),
  };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  application = vel_application_new ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &self);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
