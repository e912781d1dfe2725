/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-profile.h"

#include <glib/gi18n.h>

#include "vel-affiliation.h"
#include "vel-card-words.h"
#include "vel-checklist.h"
#include "vel-custom-field.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-field-row.h"
#include "vel-link-row.h"
#include "vel-passages.h"
#include "vel-record-tasks.h"
#include "vel-stage.h"

/**
 * VelDealProfile:
 *
 * All that is known of a deal and is no event, in groups: its head, what is to
 * be done in its stage, the basics, and the way it has come. It shows one deal
 * for as long as it lives.
 */
struct _VelDealProfile
{
  AdwBin         parent_instance;

  VelBook       *book;       /* (owned) */
  VelRecord     *deal;       /* (owned) */
  VelQueryModel *passages;   /* (owned) */
  VelQueryModel *people;     /* (owned): who belongs to the customer, as affiliations */
  VelQueryModel *own;        /* (owned): the fields that the user has added */
  GHashTable    *own_rows;   /* (owned) (element-type utf8): those that have a row */
  gboolean       showing;    /* whether the program sets the switch */

  VelDealHead   *head;
  GtkWidget     *probability;
  GtkSwitch     *contract;
  GtkWidget     *contract_place;
  GtkWidget     *closed;
  GtkWidget     *own_group;
};

G_DEFINE_FINAL_TYPE (VelDealProfile, vel_deal_profile, ADW_TYPE_BIN)

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static GtkWidget *
add_field (VelDealProfile *self,
           GtkWidget      *group,
           const char     *field)
{
  GtkWidget *row = vel_field_row_new (self->book, self->deal, field);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_link (VelDealProfile     *self,
          GtkWidget          *group,
          const char         *field,
          const char         *kind,
          VelSuggestionsLead  lead)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             vel_link_row_new (self->book, self->deal, field, kind, lead, self));
}

/* Who speaks for the customer is likelier one of theirs than anybody else. */
static void
offer_people (VelSuggest *suggest,
              gpointer    user_data)
{
  VelDealProfile *self = user_data;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->people)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->people), i);
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

static VelQuery *
make_people_query (VelDealProfile *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, vel_record_get_integer (self->deal, "customer"));
  const char * const values[] = { id, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "organisation", values);

  return vel_query_new (&vel_affiliation_entity, filter, NULL, "position", FALSE);
}

static void
customer_changed_cb (VelDealProfile *self)
{
  g_autoptr(VelQuery) query = make_people_query (self);

  vel_query_model_set_query (self->people, query);
}

/* Where the deal has no probability of its own, the row tells that of its stage. */
static void
refresh_probability (VelDealProfile *self)
{
  g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity,
                                                    vel_record_get_integer (self->deal, "stage"), NULL);
  const int probability = stage != NULL ? (int) vel_record_get_integer (stage, "probability") : 0;
  g_autofree char *hint = g_strdup_printf (_("Probability: %d %%, as the stage"), probability);

  vel_inline_text_set_hint (vel_edit_row_get_inline (VEL_EDIT_ROW (self->probability)), hint);
}

static void
refresh_contract (VelDealProfile *self)
{
  const gboolean has_one = vel_record_get_integer (self->deal, "contract") != 0;

  self->showing = TRUE;
  gtk_switch_set_active (self->contract, has_one);
  self->showing = FALSE;
  gtk_widget_set_visible (self->contract_place, has_one || vel_record_get_text (self->deal, "contract_place") != NULL);
}

static void
contract_switched_cb (VelDealProfile *self)
{
  const gboolean has_one = gtk_switch_get_active (self->contract);
  g_autoptr(VelChange) change = NULL;

  if (self->showing || has_one == (vel_record_get_integer (self->deal, "contract") != 0))
    return;
  change = vel_card_change_new (self->deal, "contract");
  vel_change_set_integer (change, &vel_deal_entity, vel_record_get_id (self->deal), "contract", has_one);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
add_contract (VelDealProfile *self,
              GtkWidget      *box)
{
  const char *label = vel_field_get_label (vel_entity_find_field (&vel_deal_entity, "contract"));
  GtkWidget *group = add_group (box, "");
  GtkWidget *row = adw_action_row_new ();

  self->contract = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->contract), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->contract), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->contract));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->contract));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  self->contract_place = add_field (self, group, "contract_place");
  g_signal_connect_object (self->contract, "notify::active", G_CALLBACK (contract_switched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deal, "notify::contract", G_CALLBACK (refresh_contract), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deal, "notify::contract-place", G_CALLBACK (refresh_contract), self, G_CONNECT_SWAPPED);
  refresh_contract (self);
}

/* The store tells the day; only a deal that is won or lost has one. */
static void
refresh_closed (VelDealProfile *self)
{
  gtk_widget_set_visible (self->closed, vel_record_get_text (self->deal, "closed") != NULL);
}

static void
own_shown_cb (VelDealProfile *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->own)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->own), i);
      VelRecord *record = vel_row_get_record (row);
      const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;
      g_autofree char *field = name != NULL ? g_strconcat ("custom.", name, NULL) : NULL;

      if (field == NULL || g_hash_table_contains (self->own_rows, field))
        continue;
      add_field (self, self->own_group, field);
      g_hash_table_add (self->own_rows, g_steal_pointer (&field));
    }
  gtk_widget_set_visible (self->own_group, g_hash_table_size (self->own_rows) > 0);
}

static void
build (VelDealProfile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group;

  self->head = VEL_DEAL_HEAD (vel_deal_head_new (self->book, self->deal));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), vel_checklist_new (self->book, self->deal));
  gtk_box_append (GTK_BOX (box), vel_record_tasks_new (self->book, self->deal));

  group = add_group (box, _("Deal"));
  add_field (self, group, "amount");
  self->probability = add_field (self, group, "probability");
  add_field (self, group, "expected_close");
  add_field (self, group, "next_step");
  g_signal_connect_object (self->deal, "notify::stage", G_CALLBACK (refresh_probability), self, G_CONNECT_SWAPPED);
  refresh_probability (self);

  group = add_group (box, _("Customer"));
  add_link (self, group, "customer", NULL, NULL);
  add_link (self, group, "contact", "person", offer_people);

  group = add_group (box, vel_field_get_label (vel_entity_find_field (&vel_deal_entity, "need")));
  add_field (self, group, "need");
  add_link (self, group, "product", NULL, NULL);

  add_contract (self, box);

  group = add_group (box, _("Details"));
  add_field (self, group, "source");
  add_field (self, group, "owner");
  add_field (self, group, "code");
  add_field (self, group, "opened");
  self->closed = add_field (self, group, "closed");
  g_signal_connect_object (self->deal, "notify::closed", G_CALLBACK (refresh_closed), self, G_CONNECT_SWAPPED);
  refresh_closed (self);

  self->own_group = add_group (box, _("Own fields"));
  group = add_group (box, _("Way through the stages"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), vel_passages_new (self->passages));

  gtk_widget_add_css_class (box, "vel-profile");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
vel_deal_profile_dispose (GObject *object)
{
  VelDealProfile *self = VEL_DEAL_PROFILE (object);

  g_clear_object (&self->own);
  g_clear_object (&self->people);
  g_clear_object (&self->passages);
  g_clear_object (&self->deal);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_deal_profile_parent_class)->dispose (object);
}

static void
vel_deal_profile_finalize (GObject *object)
{
  g_clear_pointer (&VEL_DEAL_PROFILE (object)->own_rows, g_hash_table_unref);

  G_OBJECT_CLASS (vel_deal_profile_parent_class)->finalize (object);
}

static void
vel_deal_profile_class_init (VelDealProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_deal_profile_dispose;
  object_class->finalize = vel_deal_profile_finalize;
}

static void
vel_deal_profile_init (VelDealProfile *self)
{
  self->own_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * vel_deal_profile_new:
 * @book: a book
 * @deal: a deal of it
 * @passages: its passages, see vel_deal_way_passages()
 *
 * Returns: (transfer full): what is known of @deal
 */
GtkWidget *
vel_deal_profile_new (VelBook       *book,
                      VelRecord     *deal,
                      VelQueryModel *passages)
{
  VelDealProfile *self = g_object_new (VEL_TYPE_DEAL_PROFILE, NULL);
  const char * const values[] = { vel_deal_entity.name, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "entity", values);
  g_autoptr(VelQuery) own = vel_query_new (&vel_custom_field_entity, filter, NULL, "position", FALSE);
  g_autoptr(VelQuery) people = NULL;

  self->book = g_object_ref (book);
  self->deal = g_object_ref (deal);
  self->passages = g_object_ref (passages);
  people = make_people_query (self);
  self->people = vel_query_model_new (book, people);
  self->own = vel_query_model_new (book, own);
  build (self);
  g_signal_connect_object (deal, "notify::customer", G_CALLBACK (customer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "shown", G_CALLBACK (own_shown_cb), self, G_CONNECT_SWAPPED);
  own_shown_cb (self);
  return GTK_WIDGET (self);
}

/**
 * vel_deal_profile_get_head:
 * @self: a profile
 *
 * Returns: (transfer none): its head
 */
VelDealHead *
vel_deal_profile_get_head (VelDealProfile *self)
{
  g_return_val_if_fail (VEL_IS_DEAL_PROFILE (self), NULL);

  return self->head;
}

/**
 * vel_deal_profile_get_people:
 * @self: a profile
 *
 * Returns: (transfer none): the affiliations of the customer of the deal, as rows of the book
 */
GListModel *
vel_deal_profile_get_people (VelDealProfile *self)
{
  g_return_val_if_fail (VEL_IS_DEAL_PROFILE (self), NULL);

  return G_LIST_MODEL (self->people);
}
