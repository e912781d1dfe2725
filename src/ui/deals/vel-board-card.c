/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-card.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"
#include "vel-deal-marks.h"
#include "vel-money.h"

/**
 * VelBoardCard:
 *
 * A deal on the board: what, for whom, how much, what is next and when it was
 * to close. Above and below it there is a place that opens while another card
 * would fall there.
 */
struct _VelBoardCard
{
  VelRowCell    parent_instance;

  VelRecord    *stage;        /* (owned) */
  VelDropPlace  drop_place;
  VelDealMarks  marks;

  GtkWidget    *place_above;
  GtkWidget    *place_below;
  GtkWidget    *frame;
  GtkWidget    *title;
  GtkWidget    *customer;
  GtkWidget    *amount;
  GtkWidget    *days;
  GtkWidget    *mark;
  GtkWidget    *next_step;
  GtkWidget    *close;
};

G_DEFINE_FINAL_TYPE (VelBoardCard, vel_board_card, VEL_TYPE_ROW_CELL)

static void
set_text (GtkWidget  *inscription,
          const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
}

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static char *
format_amount (VelRecord *deal)
{
  const char *currency = vel_record_get_text (deal, "currency");
  const guint index = vel_entity_field_index (vel_record_get_entity (deal), "amount");

  if (currency == NULL || vel_record_get_value (deal, index)->kind != VEL_VALUE_INTEGER)
    return g_strdup ("—");
  return vel_money_format_short (vel_record_get_integer (deal, "amount"), currency);
}

static void
show_marks (VelBoardCard *self,
            VelDealMarks  marks)
{
  if (self->marks == marks)
    return;
  self->marks = marks;
  set_style (self->frame, "overdue", (marks & VEL_DEAL_OVERDUE) != 0);
  set_style (self->frame, "no-next-step", (marks & VEL_DEAL_NO_NEXT_STEP) != 0);
  set_style (self->frame, "stale", (marks & VEL_DEAL_STALE) != 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), (marks & VEL_DEAL_NO_NEXT_STEP) != 0
                                                          ? "dialog-warning-symbolic" : "go-next-symbolic");
}

static void
name_item (VelBoardCard *self,
           VelRecord    *deal,
           const char   *amount)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *marks = vel_deal_marks_say (self->marks);
  g_autofree char *label = NULL;

  if (item == NULL)
    return;
  label = g_strdup_printf ("%s, %s, %s%s%s", vel_record_get_text (deal, "title"),
                           vel_record_get_text (deal, "customer_name"), amount, *marks != '\0' ? ", " : "", marks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
vel_board_card_fill (VelRowCell *cell,
                     VelRow     *row,
                     VelRecord  *record)
{
  VelBoardCard *self = VEL_BOARD_CARD (cell);
  const char *next_step = vel_record_get_text (record, "next_step");
  const char *expected = vel_record_get_text (record, "expected_close");
  g_autofree char *amount = format_amount (record);
  g_autofree char *close = expected != NULL ? vel_date_format_short (expected) : g_strdup ("");
  const int n_days = vel_deal_marks_days (record);
  /* Translators: for how many days a deal has been in its stage; as short as can be */
  g_autofree char *days = n_days > 0 ? g_strdup_printf (ngettext ("%d d", "%d d", n_days), n_days) : g_strdup ("");

  show_marks (self, vel_deal_marks_find (record, self->stage));
  set_text (self->title, vel_record_get_text (record, "title"));
  set_text (self->customer, vel_record_get_text (record, "customer_name"));
  set_text (self->amount, amount);
  set_text (self->days, days);
  set_text (self->next_step, next_step != NULL ? next_step : _("No next step"));
  set_text (self->close, close);
  name_item (self, record, amount);
}

static void
vel_board_card_dispose (GObject *object)
{
  VelBoardCard *self = VEL_BOARD_CARD (object);

  vel_row_cell_set_row (VEL_ROW_CELL (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_BOARD_CARD);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (vel_board_card_parent_class)->dispose (object);
}

static void
vel_board_card_class_init (VelBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_board_card_dispose;
  VEL_ROW_CELL_CLASS (klass)->fill = vel_board_card_fill;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-board-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, place_above);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, place_below);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, frame);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, title);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, customer);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, amount);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, days);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, mark);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, next_step);
  gtk_widget_class_bind_template_child (widget_class, VelBoardCard, close);
}

static void
vel_board_card_init (VelBoardCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), "go-next-symbolic");
}

/**
 * vel_board_card_new:
 * @stage: the stage of the column
 *
 * Returns: (transfer full): a card that shows nothing yet
 */
GtkWidget *
vel_board_card_new (VelRecord *stage)
{
  VelBoardCard *self = g_object_new (VEL_TYPE_BOARD_CARD, NULL);

  self->stage = g_object_ref (stage);
  return GTK_WIDGET (self);
}

/**
 * vel_board_card_get_frame:
 * @self: a card
 *
 * Returns: (transfer none): the card itself, without the places beside it
 */
GtkWidget *
vel_board_card_get_frame (VelBoardCard *self)
{
  g_return_val_if_fail (VEL_IS_BOARD_CARD (self), NULL);

  return self->frame;
}

/**
 * vel_board_card_get_id:
 * @self: a card
 *
 * Returns: the deal that it shows, or 0
 */
gint64
vel_board_card_get_id (VelBoardCard *self)
{
  VelRow *row = vel_row_cell_get_row (VEL_ROW_CELL (self));

  return row != NULL ? vel_row_get_id (row) : 0;
}

/**
 * vel_board_card_set_drop_place:
 * @self: a card
 * @place: where the card in the air would fall
 */
void
vel_board_card_set_drop_place (VelBoardCard *self,
                               VelDropPlace  place)
{
  g_return_if_fail (VEL_IS_BOARD_CARD (self));

  if (self->drop_place == place)
    return;
  self->drop_place = place;
  gtk_widget_set_visible (self->place_above, place == VEL_DROP_ABOVE);
  gtk_widget_set_visible (self->place_below, place == VEL_DROP_BELOW);
}

/**
 * vel_board_card_set_lifted:
 * @self: a card
 * @lifted: whether it is the card in the air
 */
void
vel_board_card_set_lifted (VelBoardCard *self,
                           gboolean      lifted)
{
  g_return_if_fail (VEL_IS_BOARD_CARD (self));

  set_style (self->frame, "lifted", lifted);
}

/**
 * vel_board_card_set_dimmed:
 * @self: a card
 * @dimmed: whether it is not what is searched for
 */
void
vel_board_card_set_dimmed (VelBoardCard *self,
                           gboolean      dimmed)
{
  g_return_if_fail (VEL_IS_BOARD_CARD (self));

  set_style (self->frame, "dimmed", dimmed);
}
