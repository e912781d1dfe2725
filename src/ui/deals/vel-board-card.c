/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-board-card.h"

#include <glib/gi18n.h>

#include "vel-board-face.h"
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

  GtkWidget    *box;
  GtkWidget    *face;
  GtkWidget    *place;        /* (nullable): where another card would fall, made when it is needed */
};

G_DEFINE_FINAL_TYPE (VelBoardCard, vel_board_card, VEL_TYPE_ROW_CELL)

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
  VelBoardFace *face = VEL_BOARD_FACE (self->face);
  const char *next_step = vel_record_get_text (record, "next_step");
  const char *expected = vel_record_get_text (record, "expected_close");
  g_autofree char *amount = format_amount (record);
  g_autofree char *close = expected != NULL ? vel_date_format_short (expected) : NULL;
  const int n_days = vel_deal_marks_days (record);
  /* Translators: for how many days a deal has been in its stage; as short as can be */
  g_autofree char *days = n_days > 0 ? g_strdup_printf (ngettext ("%d d", "%d d", n_days), n_days) : NULL;

  self->marks = vel_deal_marks_find (record, self->stage);
  set_style (self->face, "overdue", (self->marks & VEL_DEAL_OVERDUE) != 0);
  vel_board_face_set_marks (face, self->marks);
  vel_board_face_set_text (face, VEL_FACE_TITLE, vel_record_get_text (record, "title"));
  vel_board_face_set_text (face, VEL_FACE_CUSTOMER, vel_record_get_text (record, "customer_name"));
  vel_board_face_set_text (face, VEL_FACE_CLOSE, close);
  vel_board_face_set_text (face, VEL_FACE_AMOUNT, amount);
  vel_board_face_set_text (face, VEL_FACE_DAYS, days);
  vel_board_face_set_text (face, VEL_FACE_NEXT_STEP, next_step != NULL ? next_step : _("No next step"));
  name_item (self, record, amount);
}

static void
vel_board_card_dispose (GObject *object)
{
  VelBoardCard *self = VEL_BOARD_CARD (object);

  vel_row_cell_set_row (VEL_ROW_CELL (object), NULL);
  /* The box and all in it go with the cell. */
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (vel_board_card_parent_class)->dispose (object);
}

static void
vel_board_card_class_init (VelBoardCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_board_card_dispose;
  VEL_ROW_CELL_CLASS (klass)->fill = vel_board_card_fill;
}

static void
vel_board_card_init (VelBoardCard *self)
{
  self->face = vel_board_face_new ();
  gtk_widget_add_css_class (self->face, "card");
  gtk_widget_add_css_class (self->face, "vel-board-card");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->face);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
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

  return self->face;
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
  if (place == VEL_DROP_NOT)
    {
      gtk_widget_set_visible (self->place, FALSE);
      return;
    }
  if (self->place == NULL)
    {
      self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_add_css_class (self->place, "vel-drop-place");
      gtk_box_append (GTK_BOX (self->box), self->place);
    }
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->place, place == VEL_DROP_BELOW ? self->face : NULL);
  gtk_widget_set_visible (self->place, TRUE);
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

  set_style (self->face, "lifted", lifted);
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

  set_style (self->face, "dimmed", dimmed);
}
