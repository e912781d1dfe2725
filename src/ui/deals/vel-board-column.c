/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-column-private.h"

#include <glib/gi18n.h>

#include "vel-deal.h"
#include "vel-first-rows.h"

/**
 * VelBoardColumn:
 *
 * A stage of the board: its open deals, in the places that the user gave them,
 * under its name and its figures. It tells when a card is lifted, falls on it
 * or is opened; the board does what there is to do.
 */
enum { DEAL_ACTIVATED, LIFTED, LANDED, DROPPED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelBoardColumn, vel_board_column, ADW_TYPE_BIN)

static VelQuery *
make_query (VelRecord       *stage,
            const VelFilter *filter)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, vel_record_get_id (stage));
  const char * const ids[] = { id, NULL };
  const char * const open[] = { "open", NULL };
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);

  vel_filter_take (all, vel_filter_new (VEL_FILTER_IS, "stage", ids));
  vel_filter_take (all, vel_filter_new (VEL_FILTER_IS, "status", open));
  if (filter != NULL)
    vel_filter_take (all, vel_filter_copy (filter));
  return vel_query_new (&vel_deal_entity, all, NULL, "position", FALSE);
}

/* The figures of the book, and the card in the air counted in or out. */
static void
show_figures (VelBoardColumn *self)
{
  VelTotals *totals = vel_figures_get_totals (self->figures);
  g_autoptr(VelTotals) shown = NULL;
  g_autofree char *count = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *weighted = NULL;
  g_autofree char *weighted_line = NULL;

  if (totals == NULL)
    return;
  shown = vel_totals_copy (totals);
  if (self->in_the_air != VEL_AIR_NONE)
    {
      const guint index = vel_entity_field_index (&vel_deal_entity, "probability");
      const VelValue *own = vel_record_get_value (self->deal_in_the_air, index);
      /* What it weighs is settled by the stage it is in, or would be in. */
      const gint64 probability = own->kind == VEL_VALUE_INTEGER ? own->integer
                                                                : vel_record_get_integer (self->stage, "probability");

      vel_totals_add_deal (shown, vel_record_get_text (self->deal_in_the_air, "currency"),
                           vel_record_get_integer (self->deal_in_the_air, "amount"), probability,
                           self->in_the_air == VEL_AIR_OUT);
    }
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, vel_totals_get_count (shown));
  sum = vel_totals_format_sum (shown);
  weighted = vel_totals_format_weighted (shown);
  /* Translators: %s is a sum of money, each amount by its probability */
  weighted_line = g_strdup_printf (_("weighted %s"), weighted);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->sum, sum);
  gtk_label_set_text (self->weighted, weighted_line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sum), sum);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->weighted), weighted_line);
  g_signal_emit_by_name (self, "figures-changed");
}

static void
show_stage (VelBoardColumn *self)
{
  static const char * const colours[] = { "blue", "teal", "violet", "amber", "green", "red", "pink", "grey" };
  const char *colour = vel_record_get_text (self->stage, "colour");
  const char *name = vel_record_get_text (self->stage, "name");

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (g_strcmp0 (colour, colours[i]) == 0)
      gtk_widget_add_css_class (self->colour, colours[i]);
    else
      gtk_widget_remove_css_class (self->colour, colours[i]);
  gtk_label_set_text (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_figures (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          VelBoardColumn           *self)
{
  GtkWidget *card = vel_board_card_new (self->stage);

  vel_board_column_watch_card (self, VEL_BOARD_CARD (card));
  gtk_list_item_set_child (item, card);
}

static gboolean
is_lifted (VelBoardColumn *self,
           gint64          id)
{
  return self->deal_in_the_air != NULL && vel_record_get_id (self->deal_in_the_air) == id;
}

static void
dress_card (VelBoardColumn *self,
            VelBoardCard   *card)
{
  const gint64 id = vel_board_card_get_id (card);

  vel_board_card_set_lifted (card, is_lifted (self, id));
  vel_board_card_set_dimmed (card, self->matches != NULL && !g_hash_table_contains (self->matches, &id));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         VelBoardColumn           *self)
{
  VelBoardCard *card = VEL_BOARD_CARD (gtk_list_item_get_child (item));

  vel_row_cell_set_row (VEL_ROW_CELL (card), gtk_list_item_get_item (item));
  dress_card (self, card);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  VelBoardCard *card = VEL_BOARD_CARD (gtk_list_item_get_child (item));

  vel_board_card_set_drop_place (card, VEL_DROP_NOT);
  vel_row_cell_set_row (VEL_ROW_CELL (card), NULL);
}

static void
activated_cb (VelBoardColumn *self,
              guint           position)
{
  g_signal_emit (self, signals[DEAL_ACTIVATED], 0, vel_query_model_get_id (self->model, position));
}

/* For each card that there is. */
void
vel_board_column_each_card (VelBoardColumn *self,
                            void          (*func) (VelBoardColumn *column,
                                                   VelBoardCard   *card))
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (VEL_IS_BOARD_CARD (card))
        func (self, VEL_BOARD_CARD (card));
    }
}

/* The rows point to other deals now, whose dress they need. */
static void
shown_cb (VelBoardColumn *self)
{
  guint position;

  vel_board_column_each_card (self, dress_card);
  if (self->focus_first)
    vel_board_column_focus (self, 0);
  else if (self->focus_id != 0 && vel_query_model_find (self->model, self->focus_id, &position))
    vel_board_column_focus (self, position);
}

static void
vel_board_column_dispose (GObject *object)
{
  VelBoardColumn *self = VEL_BOARD_COLUMN (object);

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_BOARD_COLUMN);
  self->view = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->figures);
  g_clear_object (&self->stage);
  g_clear_object (&self->deal_in_the_air);
  g_clear_pointer (&self->matches, g_hash_table_unref);

  G_OBJECT_CLASS (vel_board_column_parent_class)->dispose (object);
}

static void
add_clicked_cb (VelBoardColumn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.new-deal", "(xx)", G_GINT64_CONSTANT (0),
                              vel_record_get_id (self->stage));
}

static void
vel_board_column_class_init (VelBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_board_column_dispose;

  /**
   * VelBoardColumn::deal-activated:
   * @self: a column
   * @id: a deal that shall be opened
   */
  signals[DEAL_ACTIVATED] = g_signal_new ("deal-activated", VEL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * VelBoardColumn::lifted:
   * @self: a column
   * @deal: one of its deals, which is in the air from now on
   */
  signals[LIFTED] = g_signal_new ("lifted", VEL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, VEL_TYPE_RECORD);
  /**
   * VelBoardColumn::landed:
   * @self: a column
   *
   * The card that was lifted from it is no longer in the air, wherever it fell.
   */
  signals[LANDED] = g_signal_new ("landed", VEL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * VelBoardColumn::dropped:
   * @self: a column
   * @deal: the deal that has fallen on it
   * @before: the deal that it shall stand before, or 0 for the end
   */
  signals[DROPPED] = g_signal_new ("dropped", VEL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, VEL_TYPE_RECORD, G_TYPE_INT64);
  /**
   * VelBoardColumn::hovered:
   * @self: a column
   * @over: whether the card in the air is over it
   */
  g_signal_new ("hovered", VEL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * VelBoardColumn::figures-changed:
   * @self: a column
   */
  g_signal_new ("figures-changed", VEL_TYPE_BOARD_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-board-column.ui");
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, box);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, colour);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, name);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, count);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, add);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, sum);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, weighted);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, scrolled);
  gtk_widget_class_bind_template_child (widget_class, VelBoardColumn, empty_place);
}

static void
vel_board_column_init (VelBoardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "vel-board");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->view));
  vel_board_column_accept_cards (self);
}

/**
 * vel_board_column_new:
 * @book: an open book
 * @stage: what is shown
 * @filter: (nullable): which of its deals
 *
 * Returns: (transfer floating): a column
 */
GtkWidget *
vel_board_column_new (VelBook         *book,
                      VelRecord       *stage,
                      const VelFilter *filter)
{
  VelBoardColumn *self = g_object_new (VEL_TYPE_BOARD_COLUMN, NULL);
  g_autoptr(VelQuery) query = make_query (stage, filter);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->stage = g_object_ref (stage);
  self->model = vel_first_rows_new_growing (GTK_WIDGET (self->view), book, query);
  self->figures = vel_figures_new (book, query);
  vel_figures_follow (self->figures, self->model);
  g_signal_connect_object (self->model, "shown", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figures, "notify::totals", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (stage, "notify", G_CALLBACK (show_stage), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  show_stage (self);
  return GTK_WIDGET (self);
}

/**
 * vel_board_column_get_stage:
 * @self: a column
 *
 * Returns: (transfer none): the stage it shows
 */
VelRecord *
vel_board_column_get_stage (VelBoardColumn *self)
{
  g_return_val_if_fail (VEL_IS_BOARD_COLUMN (self), NULL);

  return self->stage;
}

/**
 * vel_board_column_get_model:
 * @self: a column
 *
 * Returns: (transfer none): its deals, in order
 */
VelQueryModel *
vel_board_column_get_model (VelBoardColumn *self)
{
  g_return_val_if_fail (VEL_IS_BOARD_COLUMN (self), NULL);

  return self->model;
}

/**
 * vel_board_column_get_totals:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): its figures in the book, or %NULL while they are not known
 */
VelTotals *
vel_board_column_get_totals (VelBoardColumn *self)
{
  g_return_val_if_fail (VEL_IS_BOARD_COLUMN (self), NULL);

  return vel_figures_get_totals (self->figures);
}

/**
 * vel_board_column_get_list:
 * @self: a column
 *
 * Returns: (transfer none): what scrolls its cards
 */
GtkScrolledWindow *
vel_board_column_get_list (VelBoardColumn *self)
{
  g_return_val_if_fail (VEL_IS_BOARD_COLUMN (self), NULL);

  return self->scrolled;
}

/**
 * vel_board_column_set_filter:
 * @self: a column
 * @filter: (nullable): which of its deals are shown, and counted
 */
void
vel_board_column_set_filter (VelBoardColumn  *self,
                             const VelFilter *filter)
{
  g_autoptr(VelQuery) query = NULL;

  g_return_if_fail (VEL_IS_BOARD_COLUMN (self));

  query = make_query (self->stage, filter);
  vel_query_model_set_query (self->model, query);
  vel_figures_set_query (self->figures, query, NULL);
}

/**
 * vel_board_column_set_matches:
 * @self: a column
 * @matches: (nullable) (element-type gint64): the deals that are searched for;
 *   the others are dimmed; %NULL where nothing is searched for
 */
void
vel_board_column_set_matches (VelBoardColumn *self,
                              GHashTable     *matches)
{
  g_return_if_fail (VEL_IS_BOARD_COLUMN (self));

  g_clear_pointer (&self->matches, g_hash_table_unref);
  self->matches = matches != NULL ? g_hash_table_ref (matches) : NULL;
  vel_board_column_each_card (self, dress_card);
}

/**
 * vel_board_column_set_in_the_air:
 * @self: a column
 * @deal: (nullable): the deal whose card is being dragged
 * @how: how it is counted here
 */
void
vel_board_column_set_in_the_air (VelBoardColumn *self,
                                 VelRecord      *deal,
                                 VelInTheAir     how)
{
  const gboolean same = self->deal_in_the_air == deal;

  g_return_if_fail (VEL_IS_BOARD_COLUMN (self));

  if (same && self->in_the_air == how)
    return;
  g_set_object (&self->deal_in_the_air, deal);
  self->in_the_air = deal != NULL ? how : VEL_AIR_NONE;
  if (!same)
    vel_board_column_each_card (self, dress_card);
  show_figures (self);
}

/* The row of GTK that shows a place of the list, if there is one yet. */
static GtkWidget *
find_row (VelBoardColumn *self,
          guint           position)
{
  const gint64 id = vel_query_model_get_id (self->model, position);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *card = gtk_widget_get_first_child (row);

      if (VEL_IS_BOARD_CARD (card) && vel_board_card_get_id (VEL_BOARD_CARD (card)) == id)
        return row;
    }
  return NULL;
}

/**
 * vel_board_column_focus:
 * @self: a column
 * @position: a place in it; past its end the last is meant
 *
 * Scrolls to a card and puts the focus on it; on the button for a new deal
 * where there is none.
 */
void
vel_board_column_focus (VelBoardColumn *self,
                        guint           position)
{
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  GtkWidget *row;

  g_return_if_fail (VEL_IS_BOARD_COLUMN (self));

  self->focus_id = 0;
  self->focus_first = FALSE;
  if (n_items == 0)
    {
      gtk_widget_grab_focus (self->add);
      return;
    }
  position = MIN (position, n_items - 1);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  row = find_row (self, position);
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->view));
}

/**
 * vel_board_column_focus_first:
 * @self: a column
 *
 * Puts the focus on the first card, when the book has told which that is.
 */
void
vel_board_column_focus_first (VelBoardColumn *self)
{
  g_return_if_fail (VEL_IS_BOARD_COLUMN (self));

  self->focus_first = vel_query_model_is_loading (self->model);
  if (!self->focus_first)
    vel_board_column_focus (self, 0);
}

/**
 * vel_board_column_focus_deal:
 * @self: a column
 * @id: a deal that will be in it, or elsewhere in it, once the book has told
 *
 * Puts the focus on the card of a deal when the column next shows something new.
 */
void
vel_board_column_focus_deal (VelBoardColumn *self,
                             gint64          id)
{
  g_return_if_fail (VEL_IS_BOARD_COLUMN (self));

  self->focus_id = id;
}

/**
 * vel_board_column_get_focus_card:
 * @self: a column
 *
 * Returns: (transfer none) (nullable): the card that has the focus
 */
GtkWidget *
vel_board_column_get_focus_card (VelBoardColumn *self)
{
  GtkWidget *focus;
  GtkWidget *card;

  g_return_val_if_fail (VEL_IS_BOARD_COLUMN (self), NULL);

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->view));
  card = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  return VEL_IS_BOARD_CARD (card) ? card : NULL;
}

/**
 * vel_board_column_get_focus:
 * @self: a column
 * @position: (out): the place of the card that has the focus
 *
 * Returns: whether the focus is on one of its cards
 */
gboolean
vel_board_column_get_focus (VelBoardColumn *self,
                            guint          *position)
{
  GtkWidget *card = vel_board_column_get_focus_card (self);
  VelRow *row = card != NULL ? vel_row_cell_get_row (VEL_ROW_CELL (card)) : NULL;

  if (row == NULL)
    return FALSE;
  *position = vel_row_get_position (row);
  return TRUE;
}
