/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-private.h"

#include <glib/gi18n.h>

#include "vel-deal-moves.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-stage.h"

/**
 * VelBoard:
 *
 * The open deals of a pipeline, a column a stage. Cards are moved by hand and
 * by keyboard; every move is one change.
 */
enum { FIGURES_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelBoard, vel_board, ADW_TYPE_BIN)

static VelBoardColumn *
next_column (GtkWidget *column)
{
  return column != NULL ? VEL_BOARD_COLUMN (column) : NULL;
}

#define EACH_COLUMN(self, column) \
  for (VelBoardColumn *column = next_column (gtk_widget_get_first_child (GTK_WIDGET ((self)->columns))); \
       column != NULL; column = next_column (gtk_widget_get_next_sibling (GTK_WIDGET (column))))

/* The column of a stage, or NULL where the board does not show it. */
VelBoardColumn *
vel_board_get_column (VelBoard *self,
                      gint64    stage)
{
  EACH_COLUMN (self, column)
    if (vel_record_get_id (vel_board_column_get_stage (column)) == stage)
      return column;
  return NULL;
}

/* The column whose card has the focus, and the place of that. */
VelBoardColumn *
vel_board_get_focus_column (VelBoard *self,
                            guint    *position)
{
  EACH_COLUMN (self, column)
    if (vel_board_column_get_focus (column, position))
      return column;
  return NULL;
}

VelRecord *
vel_board_dup_focus_deal (VelBoard *self)
{
  guint position;
  VelBoardColumn *column = vel_board_get_focus_column (self, &position);
  g_autoptr(VelRow) row = NULL;

  if (column == NULL)
    return NULL;
  row = g_list_model_get_item (G_LIST_MODEL (vel_board_column_get_model (column)), position);
  return row != NULL && vel_row_get_record (row) != NULL ? g_object_ref (vel_row_get_record (row)) : NULL;
}

/* Moves a deal to a place in a column, unless that is where it stands. */
void
vel_board_move (VelBoard       *self,
                VelRecord      *deal,
                VelBoardColumn *column,
                gint64          before)
{
  VelQueryModel *model = vel_board_column_get_model (column);
  VelRecord *stage = vel_board_column_get_stage (column);
  const gint64 id = vel_record_get_id (deal);
  g_autoptr(VelChange) change = NULL;
  guint position;

  if (before == id)
    return;
  if (vel_record_get_integer (deal, "stage") == vel_record_get_id (stage) &&
      vel_query_model_find (model, id, &position) && vel_query_model_get_found_id (model, position + 1) == before)
    return;
  change = vel_deal_move_to (deal, stage, before);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

void
vel_board_win (VelBoard  *self,
               VelRecord *deal)
{
  g_autoptr(VelChange) change = vel_deal_win (deal);

  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
deal_activated_cb (VelBoard *self,
                   gint64    id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "x", id);
}

static void
figures_changed_cb (VelBoard *self)
{
  g_signal_emit (self, signals[FIGURES_CHANGED], 0);
}

static VelBoardColumn *
add_column (VelBoard  *self,
            VelRecord *stage)
{
  VelBoardColumn *column = VEL_BOARD_COLUMN (vel_board_column_new (self->book, stage, self->filter));

  vel_board_column_set_matches (column, self->matches);
  g_signal_connect_object (column, "deal-activated", G_CALLBACK (deal_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "figures-changed", G_CALLBACK (figures_changed_cb), self, G_CONNECT_SWAPPED);
  vel_board_watch_column (self, column);
  gtk_box_append (self->columns, GTK_WIDGET (column));
  return column;
}

static gboolean
has_stage (VelBoard *self,
           gint64    stage)
{
  guint position;

  return vel_query_model_find (self->stages, stage, &position);
}

/* A stage keeps its column, wherever it has gone. */
static void
stages_shown_cb (VelBoard *self)
{
  GtkWidget *sibling = NULL;
  GtkWidget *column = gtk_widget_get_first_child (GTK_WIDGET (self->columns));

  while (column != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (column);

      if (!has_stage (self, vel_record_get_id (vel_board_column_get_stage (VEL_BOARD_COLUMN (column)))))
        {
          vel_board_end_drag (self);
          gtk_box_remove (self->columns, column);
        }
      column = next;
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stages)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->stages), i);
      VelRecord *stage = vel_row_get_record (row);
      VelBoardColumn *of_stage = stage != NULL ? vel_board_get_column (self, vel_record_get_id (stage)) : NULL;

      if (stage == NULL)
        continue;
      if (of_stage == NULL)
        of_stage = add_column (self, stage);
      gtk_box_reorder_child_after (self->columns, GTK_WIDGET (of_stage), sibling);
      sibling = GTK_WIDGET (of_stage);
    }
  vel_board_fit_columns (self);
  figures_changed_cb (self);
  if (self->focus_first && sibling != NULL)
    vel_board_focus_deal (self, 0);
}

static void
show_matches (VelBoard   *self,
              GHashTable *matches)
{
  g_clear_pointer (&self->matches, g_hash_table_unref);
  self->matches = matches;
  EACH_COLUMN (self, column)
    vel_board_column_set_matches (column, matches);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelBoard) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, &error);
  GHashTable *matches;

  if (self->searching != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->searching);
  if (ids == NULL)
    {
      vel_doing_tell_failed (GTK_WIDGET (self), _("The deals could not be searched"), error);
      return;
    }
  matches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (matches, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  show_matches (self, matches);
}

static void
search (VelBoard *self)
{
  g_autoptr(VelQuery) query = NULL;

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  if (self->search == NULL)
    {
      show_matches (self, NULL);
      return;
    }
  query = vel_query_new (&vel_deal_entity, NULL, self->search, "id", FALSE);
  self->searching = g_cancellable_new ();
  vel_book_find_async (self->book, query, self->searching, found_cb, g_object_ref (self));
}

/* What is searched for may have come about, or be no more. */
static void
book_changed_cb (VelBoard *self,
                 VelDelta *delta)
{
  if (self->search != NULL && vel_delta_has_entity (delta, &vel_deal_entity))
    search (self);
}

static void
load (VelBoard *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->pipeline);
  const char * const ids[] = { id, NULL };
  g_autoptr(VelFilter) of_pipeline = vel_filter_new (VEL_FILTER_IS, "pipeline", ids);
  g_autoptr(VelQuery) query = vel_query_new (&vel_stage_entity, of_pipeline, NULL, "position", FALSE);

  if (self->stages != NULL)
    {
      vel_query_model_set_query (self->stages, query);
      return;
    }
  self->stages = vel_query_model_new (self->book, query);
  g_signal_connect_object (self->stages, "shown", G_CALLBACK (stages_shown_cb), self, G_CONNECT_SWAPPED);
}

static void
vel_board_dispose (GObject *object)
{
  VelBoard *self = VEL_BOARD (object);

  vel_board_end_drag (self);
  g_clear_handle_id (&self->fitting, g_source_remove);
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  vel_board_forget_question (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_BOARD);
  g_clear_object (&self->stages);
  g_clear_object (&self->book);
  g_clear_pointer (&self->matches, g_hash_table_unref);

  G_OBJECT_CLASS (vel_board_parent_class)->dispose (object);
}

static void
vel_board_finalize (GObject *object)
{
  VelBoard *self = VEL_BOARD (object);

  g_clear_pointer (&self->filter, vel_filter_free);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (vel_board_parent_class)->finalize (object);
}

static void
vel_board_class_init (VelBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_board_dispose;
  object_class->finalize = vel_board_finalize;

  /**
   * VelBoard::figures-changed:
   * @self: a board
   */
  signals[FIGURES_CHANGED] = g_signal_new ("figures-changed", VEL_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-board.ui");
  gtk_widget_class_bind_template_child (widget_class, VelBoard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, VelBoard, switcher);
  gtk_widget_class_bind_template_child (widget_class, VelBoard, switcher_scrolled);
  gtk_widget_class_bind_template_child (widget_class, VelBoard, columns);
  gtk_widget_class_bind_template_child (widget_class, VelBoard, zones);
  gtk_widget_class_bind_template_child (widget_class, VelBoard, won_zone);
  gtk_widget_class_bind_template_child (widget_class, VelBoard, lost_zone);
  vel_board_install_keys (widget_class);
}

static void
vel_board_init (VelBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vel_board_watch_room (self);
  vel_board_accept_cards (self);
  vel_board_listen_to_keys (self);
}

/**
 * vel_board_new:
 *
 * Returns: (transfer floating): a board without a book
 */
GtkWidget *
vel_board_new (void)
{
  return g_object_new (VEL_TYPE_BOARD, NULL);
}

/**
 * vel_board_set_book:
 * @self: a board that has no book yet
 * @book: an open book
 */
void
vel_board_set_book (VelBoard *self,
                    VelBook  *book)
{
  g_return_if_fail (VEL_IS_BOARD (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_board_set_pipeline:
 * @self: a board with a book
 * @pipeline: what is shown from now on
 */
void
vel_board_set_pipeline (VelBoard *self,
                        gint64    pipeline)
{
  g_return_if_fail (VEL_IS_BOARD (self));
  g_return_if_fail (self->book != NULL);

  if (self->pipeline == pipeline)
    return;
  self->pipeline = pipeline;
  load (self);
}

/**
 * vel_board_set_filter:
 * @self: a board
 * @filter: (nullable): which deals are shown, and counted
 */
void
vel_board_set_filter (VelBoard        *self,
                      const VelFilter *filter)
{
  g_return_if_fail (VEL_IS_BOARD (self));

  g_clear_pointer (&self->filter, vel_filter_free);
  self->filter = filter != NULL ? vel_filter_copy (filter) : NULL;
  EACH_COLUMN (self, column)
    vel_board_column_set_filter (column, filter);
}

/**
 * vel_board_set_search:
 * @self: a board with a book
 * @search: (nullable): what is searched for; deals that do not match are dimmed
 */
void
vel_board_set_search (VelBoard   *self,
                      const char *search_text)
{
  const char *wanted = search_text != NULL && *search_text != '\0' ? search_text : NULL;

  g_return_if_fail (VEL_IS_BOARD (self));

  if (g_strcmp0 (self->search, wanted) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (wanted);
  search (self);
}

/**
 * vel_board_dup_totals:
 * @self: a board
 *
 * Returns: (transfer full) (nullable): the figures of all columns, or %NULL while they are not known
 */
VelTotals *
vel_board_dup_totals (VelBoard *self)
{
  g_autoptr(VelTotals) all = NULL;

  g_return_val_if_fail (VEL_IS_BOARD (self), NULL);

  EACH_COLUMN (self, column)
    {
      VelTotals *totals = vel_board_column_get_totals (column);

      if (totals == NULL)
        return NULL;
      if (all == NULL)
        all = vel_totals_new (vel_totals_get_home (totals));
      vel_totals_merge (all, totals);
    }
  return g_steal_pointer (&all);
}

/**
 * vel_board_get_around:
 * @self: a board
 * @id: a deal
 *
 * Returns: (transfer none) (nullable): the list of deals that it stands in
 */
GListModel *
vel_board_get_around (VelBoard *self,
                      gint64    id)
{
  g_return_val_if_fail (VEL_IS_BOARD (self), NULL);

  EACH_COLUMN (self, column)
    {
      VelQueryModel *model = vel_board_column_get_model (column);
      guint position;

      if (vel_query_model_find (model, id, &position))
        return G_LIST_MODEL (model);
    }
  return NULL;
}

/**
 * vel_board_focus_deal:
 * @self: a board
 * @id: a deal, or 0 for the first card
 *
 * Puts the focus on the card of a deal, if the board shows it.
 */
void
vel_board_focus_deal (VelBoard *self,
                      gint64    id)
{
  VelBoardColumn *first = next_column (gtk_widget_get_first_child (GTK_WIDGET (self->columns)));
  guint position;

  g_return_if_fail (VEL_IS_BOARD (self));

  EACH_COLUMN (self, column)
    if (vel_query_model_find (vel_board_column_get_model (column), id, &position))
      {
        vel_board_column_focus (column, position);
        return;
      }
  self->focus_first = first == NULL;
  if (first != NULL)
    vel_board_column_focus_first (first);
}
