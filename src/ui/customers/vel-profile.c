/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-profile-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-card-words.h"
#include "vel-custom-field.h"
#include "vel-customer-deals.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-item.h"
#include "vel-record-tasks.h"
#include "vel-suggestions.h"

/**
 * VelProfile:
 *
 * Who a customer is: all that is known and is no event, in groups. Fields in
 * which there is nothing stay away, but for the few that matter most, until
 * the menu at the end brings them. It shows one customer for as long as it
 * lives.
 */

enum { CONTACTED, OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelProfile, vel_profile, ADW_TYPE_BIN)

typedef enum
{
  PERSON       = 1 << 0,
  ORGANISATION = 1 << 1,
  ANY          = PERSON | ORGANISATION
} Whose;

/* The rows of the identity, in their order: whom they are offered for, and for
 * whom they are shown even where there is nothing in them. */
static const struct
{
  const char *field;
  Whose       offered;
  Whose       always;
} identity[] = {
  { "title", PERSON, PERSON },
  { "source", ANY, ANY },
  { "sector", ANY, ORGANISATION },
  { "type", ORGANISATION, 0 },
  { "size", ORGANISATION, 0 },
  { "tax_office", ANY, 0 },
  { "tax_id", ANY, 0 },
  { "iban", ANY, 0 },
  { "birthday", PERSON, 0 },
  { "language", ANY, 0 },
};

static Whose
get_whose (VelProfile *self)
{
  return g_strcmp0 (vel_record_get_text (self->customer, "kind"), "organisation") == 0 ? ORGANISATION : PERSON;
}

static gboolean
is_always_shown (VelProfile *self,
                 const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identity); i++)
    if (g_str_equal (identity[i].field, name))
      return (identity[i].always & get_whose (self)) != 0;
  return FALSE;
}

/* Whether the menu offers a field of the identity. */
gboolean
vel_profile_is_offered (VelProfile *self,
                        const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (identity); i++)
    if (g_str_equal (identity[i].field, name))
      return (identity[i].offered & get_whose (self)) != 0;
  return FALSE;
}

static gboolean
is_wanted (VelProfile *self,
           const char *name)
{
  return g_hash_table_contains (self->wanted, name);
}

void
vel_profile_refresh (VelProfile *self)
{
  g_auto(GStrv) interests = vel_words_parse (vel_record_get_text (self->customer, "interests"));
  gboolean has_notes = FALSE;
  gboolean has_identity = FALSE;
  gboolean has_own = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      VelFieldRow *row = g_ptr_array_index (self->rows, i);
      const char *name = vel_field_row_get_name (row);
      const gboolean shows = !vel_field_row_is_empty (row) || is_always_shown (self, name) || is_wanted (self, name);

      gtk_widget_set_visible (GTK_WIDGET (row), shows);
      if (g_str_equal (name, "notes"))
        has_notes |= shows;
      else if (g_str_has_prefix (name, "custom."))
        has_own |= shows;
      else
        has_identity |= shows;
    }
  vel_chips_set_words (self->interests, (const char * const *) interests);
  gtk_widget_set_visible (self->interests_group, interests[0] != NULL || is_wanted (self, "interests"));
  gtk_widget_set_visible (self->notes_group, has_notes);
  gtk_widget_set_visible (self->identity_group, has_identity);
  gtk_widget_set_visible (self->own_group, has_own);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->belonging_group),
                                   get_whose (self) == PERSON ? _("Organisations") : _("People"));
}

/* What was asked for and left empty goes away again. */
static void
row_left_cb (VelProfile    *self,
             VelInlineText *text)
{
  if (self->rows->len == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      VelFieldRow *row = g_ptr_array_index (self->rows, i);

      if (vel_edit_row_get_inline (VEL_EDIT_ROW (row)) == text)
        g_hash_table_remove (self->wanted, vel_field_row_get_name (row));
    }
  vel_profile_refresh (self);
}

static GtkWidget *
add_row (VelProfile *self,
         GtkWidget  *group,
         const char *name)
{
  GtkWidget *row = vel_field_row_new (self->book, self->customer, name);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (vel_edit_row_get_inline (VEL_EDIT_ROW (row)), "left", G_CALLBACK (row_left_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

VelFieldRow *
vel_profile_find_row (VelProfile *self,
                      const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (vel_field_row_get_name (g_ptr_array_index (self->rows, i)), name))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

char *
vel_profile_dup_own_name (VelProfile *self,
                          guint       position)
{
  g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->own), position);
  VelRecord *record = vel_row_get_record (row);
  const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;

  return name != NULL ? g_strconcat ("custom.", name, NULL) : NULL;
}

static void
own_changed_cb (VelProfile *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->own));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = vel_profile_dup_own_name (self, i);
      VelFieldRow *row = name != NULL ? vel_profile_find_row (self, name) : NULL;

      if (name == NULL || row != NULL)
        continue;
      row = VEL_FIELD_ROW (add_row (self, self->own_group, name));
      vel_profile_refresh (self);
      if (is_wanted (self, name))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static const char *
get_label (const char *name)
{
  return vel_field_get_label (vel_entity_find_field (&vel_customer_entity, name));
}

static void
change_interest (VelProfile *self,
                 const char *word,
                 gboolean    add)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->customer, "interests");
  const gint64 id = vel_record_get_id (self->customer);

  if (add)
    vel_change_add_word (change, &vel_customer_entity, id, "interests", word);
  else
    vel_change_remove_word (change, &vel_customer_entity, id, "interests", word);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
interest_added_cb (VelProfile *self,
                   const char *word)
{
  change_interest (self, word, TRUE);
}

static void
interest_removed_cb (VelProfile *self,
                     const char *word)
{
  change_interest (self, word, FALSE);
}

static void
contacted_cb (VelProfile *self,
              const char *kind)
{
  g_signal_emit (self, signals[CONTACTED], 0, kind);
}

static void
opened_cb (VelProfile *self,
           gint64      id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
}

static void
vel_profile_dispose (GObject *object)
{
  VelProfile *self = VEL_PROFILE (object);

  /* The focus may leave a row while all of them go. */
  g_ptr_array_set_size (self->rows, 0);
  g_clear_object (&self->own);
  g_clear_object (&self->customer);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_profile_parent_class)->dispose (object);
}

static void
vel_profile_finalize (GObject *object)
{
  VelProfile *self = VEL_PROFILE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_hash_table_unref);

  G_OBJECT_CLASS (vel_profile_parent_class)->finalize (object);
}

static void
vel_profile_class_init (VelProfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_profile_dispose;
  object_class->finalize = vel_profile_finalize;

  /**
   * VelProfile::contacted:
   * @self: a profile
   * @kind: the kind of interaction that has begun
   *
   * The user has called or begun to write.
   */
  signals[CONTACTED] = g_signal_new ("contacted", VEL_TYPE_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * VelProfile::opened:
   * @self: a profile
   * @id: the customer whose card shall be opened
   */
  signals[OPENED] = g_signal_new ("opened", VEL_TYPE_PROFILE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "profile.add-field", "s", vel_profile_add_field);
}

static void
vel_profile_init (VelProfile *self)
{
  self->rows = g_ptr_array_new ();
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static void
build (VelProfile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *group;

  self->head = VEL_PROFILE_HEAD (vel_profile_head_new (self->book, self->customer));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));

  group = add_group (box, _("Contact"));
  self->contact = VEL_CONTACT_LIST (vel_contact_list_new (self->book, self->customer));
  g_signal_connect_swapped (self->contact, "contacted", G_CALLBACK (contacted_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->contact));

  gtk_box_append (GTK_BOX (box), vel_record_tasks_new (self->book, self->customer));
  gtk_box_append (GTK_BOX (box), vel_customer_deals_new (self->book, self->customer));

  self->belonging_group = add_group (box, "");
  self->affiliations = VEL_AFFILIATIONS (vel_affiliations_new (self->book, self->customer));
  g_signal_connect_swapped (self->affiliations, "opened", G_CALLBACK (opened_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->belonging_group), GTK_WIDGET (self->affiliations));

  self->identity_group = add_group (box, _("Identity"));
  for (gsize i = 0; i < G_N_ELEMENTS (identity); i++)
    add_row (self, self->identity_group, identity[i].field);

  self->interests_group = add_group (box, get_label ("interests"));
  self->interests = VEL_CHIPS (vel_chips_new (vel_card_words_add (&vel_customer_entity, "interests")));
  vel_suggestions_follow (vel_chips_get_suggest (self->interests), self->book, &vel_customer_entity, "interests", NULL, NULL);
  g_signal_connect_swapped (self->interests, "added", G_CALLBACK (interest_added_cb), self);
  g_signal_connect_swapped (self->interests, "removed", G_CALLBACK (interest_removed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->interests_group), GTK_WIDGET (self->interests));

  self->notes_group = add_group (box, get_label ("notes"));
  add_row (self, self->notes_group, "notes");
  self->own_group = add_group (box, _("Own fields"));

  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->add, _("Add field"));
  gtk_menu_button_set_create_popup_func (self->add, vel_profile_make_menu, self, NULL);
  gtk_menu_button_set_direction (self->add, GTK_ARROW_UP);
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->add));

  gtk_widget_add_css_class (box, "vel-profile");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * vel_profile_new:
 * @book: a book
 * @customer: a customer of it
 *
 * Returns: (transfer full): who @customer is
 */
GtkWidget *
vel_profile_new (VelBook   *book,
                 VelRecord *customer)
{
  VelProfile *self = g_object_new (VEL_TYPE_PROFILE, NULL);
  const char * const values[] = { vel_customer_entity.name, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "entity", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_custom_field_entity, filter, NULL, "position", FALSE);

  self->book = g_object_ref (book);
  self->customer = g_object_ref (customer);
  self->own = vel_query_model_new (book, query);
  build (self);
  g_signal_connect_object (self->own, "items-changed", G_CALLBACK (own_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (customer, "notify", G_CALLBACK (vel_profile_refresh), self, G_CONNECT_SWAPPED);
  own_changed_cb (self);
  vel_profile_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_profile_get_head:
 * @self: a profile
 *
 * Returns: (transfer none): its head
 */
VelProfileHead *
vel_profile_get_head (VelProfile *self)
{
  g_return_val_if_fail (VEL_IS_PROFILE (self), NULL);

  return self->head;
}

/**
 * vel_profile_get_people:
 * @self: a profile
 *
 * Returns: (transfer none): the affiliations of the customer, as rows of the book
 */
GListModel *
vel_profile_get_people (VelProfile *self)
{
  g_return_val_if_fail (VEL_IS_PROFILE (self), NULL);

  return vel_affiliations_get_model (self->affiliations);
}
