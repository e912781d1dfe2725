/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-index-card.h"

#include "vel-avatar.h"
#include "vel-customer-words.h"
#include "vel-customer.h"
#include "vel-date-format.h"
#include "vel-item.h"
#include "vel-pills.h"

/**
 * VelIndexCard:
 *
 * A customer as an index card in a grid: who they are, how to reach them, and
 * when that was done last. All cards are of one size, whoever they show.
 */
struct _VelIndexCard
{
  VelRowCell  parent_instance;

  GtkBox     *head;
  GtkBox     *tags_line;
  GtkBox     *foot;
  GtkWidget  *avatar;
  GtkWidget  *tags;
  GtkWidget  *status;
  GtkWidget  *name;
  GtkWidget  *place;
  GtkWidget  *phone;
  GtkWidget  *last_contact;
};

#define AVATAR_SIZE 42

G_DEFINE_FINAL_TYPE (VelIndexCard, vel_index_card, VEL_TYPE_ROW_CELL)

static void
set_text (GtkWidget  *inscription,
          const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
}

static void
fill_name (VelIndexCard *self,
           const char   *name)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->name)), name) == 0)
    return;
  gtk_inscription_set_text (GTK_INSCRIPTION (self->name), name);
  vel_avatar_set_name (VEL_AVATAR (self->avatar), name);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
fill_pills (VelIndexCard *self,
            VelRecord    *record)
{
  const VelField *status = vel_entity_find_field (&vel_customer_entity, "status");
  const VelChoice *choice = vel_field_find_choice (status, vel_record_get_text (record, "status"));
  g_autofree char *word = vel_record_format (record, "status");
  g_auto(GStrv) tags = vel_words_parse (vel_record_get_text (record, "tags"));

  vel_pills_set_word (VEL_PILLS (self->status), word, choice != NULL ? choice->style : NULL);
  vel_pills_set_words (VEL_PILLS (self->tags), (const char * const *) tags);
  /* The line stays, for the cards below to stand where they would. */
  gtk_widget_set_opacity (GTK_WIDGET (self->tags_line), tags[0] != NULL ? 1.0 : 0.0);
}

static void
vel_index_card_fill (VelRowCell *cell,
                     VelRow     *row,
                     VelRecord  *record)
{
  VelIndexCard *self = VEL_INDEX_CARD (cell);
  const char *name = vel_record_get_text (record, "name");
  const gint64 last_contact = vel_record_get_integer (record, "last_contact");
  g_autofree char *phone = vel_record_format (record, "phone");
  g_autofree char *when = last_contact != 0
                            ? vel_date_format_relative (last_contact, g_get_real_time () / G_USEC_PER_SEC)
                            : g_strdup ("");
  g_autofree char *place = vel_row_is_indirect (row) ? vel_customer_words_caption (record, TRUE)
                                                     : vel_customer_words_place (record);

  fill_name (self, name != NULL ? name : "");
  set_text (self->place, place);
  set_text (self->phone, *phone != '\0' ? phone : "—");
  set_text (self->last_contact, when);
  fill_pills (self, record);
}

static void
vel_index_card_dispose (GObject *object)
{
  vel_row_cell_set_row (VEL_ROW_CELL (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_INDEX_CARD);

  G_OBJECT_CLASS (vel_index_card_parent_class)->dispose (object);
}

static void
vel_index_card_class_init (VelIndexCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_index_card_dispose;
  VEL_ROW_CELL_CLASS (klass)->fill = vel_index_card_fill;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/customers/vel-index-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, head);
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, tags_line);
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, foot);
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, name);
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, place);
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, phone);
  gtk_widget_class_bind_template_child (widget_class, VelIndexCard, last_contact);
}

static void
vel_index_card_init (VelIndexCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->avatar = vel_avatar_new (AVATAR_SIZE);
  gtk_widget_add_css_class (self->avatar, "vel-tick");
  gtk_box_prepend (self->head, self->avatar);
  self->tags = vel_pills_new (20);
  gtk_widget_set_hexpand (self->tags, TRUE);
  gtk_box_append (self->tags_line, self->tags);
  self->status = vel_pills_new (16);
  gtk_box_prepend (self->foot, self->status);
}

/**
 * vel_index_card_new:
 *
 * Returns: (transfer full): a card that is in no row yet
 */
GtkWidget *
vel_index_card_new (void)
{
  return g_object_new (VEL_TYPE_INDEX_CARD, NULL);
}
