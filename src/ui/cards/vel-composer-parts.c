/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-composer-private.h"

#include <glib/gi18n.h>

#include "vel-affiliation.h"
#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-date-format.h"
#include "vel-deal.h"
#include "vel-interaction.h"
#include "vel-row.h"

/* What the composer consists of: the kinds to choose from, the calendar behind
 * the time, and whom one may have talked to. */

static const VelChoice *
get_kinds (void)
{
  return vel_entity_find_field (&vel_interaction_entity, "kind")->choices;
}

void
vel_composer_build_kinds (VelComposer *self,
                          GCallback    changed_cb)
{
  GtkToggleButton *first = NULL;

  for (const VelChoice *kind = get_kinds (); kind->key != NULL; kind++)
    {
      GtkWidget *content = adw_button_content_new ();
      GtkWidget *button = gtk_toggle_button_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), vel_card_words_icon (kind->key));
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _(kind->label));
      gtk_button_set_child (GTK_BUTTON (button), content);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "vel-kind");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      g_signal_connect_object (button, "toggled", changed_cb, self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->kinds), button);
    }
  gtk_toggle_button_set_active (first, TRUE);
}

const char *
vel_composer_get_kind (VelComposer *self)
{
  const VelChoice *kind = get_kinds ();

  for (GtkWidget *button = gtk_widget_get_first_child (self->kinds); button != NULL;
       button = gtk_widget_get_next_sibling (button), kind++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return kind->key;
  return get_kinds ()->key;
}

void
vel_composer_set_kind (VelComposer *self,
                       const char  *key)
{
  const VelChoice *kind = get_kinds ();

  for (GtkWidget *button = gtk_widget_get_first_child (self->kinds); button != NULL;
       button = gtk_widget_get_next_sibling (button), kind++)
    if (g_str_equal (kind->key, key))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
day_chosen_cb (VelComposer *self,
               GtkCalendar *calendar)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (calendar);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) at = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                                   g_date_time_get_day_of_month (day), g_date_time_get_hour (now),
                                                   g_date_time_get_minute (now), 0);
  g_autofree char *text = vel_date_time_format (g_date_time_to_unix (at));

  gtk_editable_set_text (self->when, text);
  gtk_popover_popdown (GTK_POPOVER (self->calendar));
}

void
vel_composer_build_calendar (VelComposer *self)
{
  GtkWidget *calendar = gtk_calendar_new ();

  self->calendar = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->calendar), calendar);
  gtk_widget_set_parent (self->calendar, gtk_widget_get_parent (GTK_WIDGET (self->when)));
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
}

void
vel_composer_show_calendar (VelComposer         *self,
                            GtkEntryIconPosition position,
                            GtkEntry            *entry)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (entry), gtk_widget_get_parent (self->calendar), &bounds))
    {
      const GdkRectangle place = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->calendar), &place);
    }
  gtk_popover_popup (GTK_POPOVER (self->calendar));
}

/* Whom one talks to: first those who belong to the customer, then whoever was talked to before. */
void
vel_composer_offer_people (VelSuggest *suggest,
                           gpointer    user_data)
{
  VelComposer *self = user_data;
  const guint n = self->people != NULL ? g_list_model_get_n_items (self->people) : 0;
  g_autoptr(VelRecord) customer = NULL;

  if (vel_record_get_entity (self->about) == &vel_deal_entity)
    customer = vel_book_get_record (self->book, &vel_customer_entity,
                                    vel_record_get_integer (self->about, "customer"), NULL);
  else
    customer = g_object_ref (self->about);
  if (customer == NULL || g_strcmp0 (vel_record_get_text (customer, "kind"), "organisation") != 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (self->people, i);
      VelRecord *affiliation = vel_row_get_record (row);
      g_autoptr(VelRecord) person = NULL;

      if (affiliation != NULL)
        person = vel_book_get_record (self->book, &vel_customer_entity,
                                      vel_record_get_integer (affiliation, "person"), NULL);
      if (person != NULL)
        vel_suggest_offer (suggest, vel_record_get_text (person, "name"),
                           vel_record_get_text (affiliation, "role"), vel_record_get_id (person));
    }
}
