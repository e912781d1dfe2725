/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-profile-head.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-chips.h"
#include "vel-customer.h"
#include "vel-date-format.h"
#include "vel-doing.h"
#include "vel-field-row.h"
#include "vel-item.h"
#include "vel-suggestions.h"
#include "vel-wrap-layout.h"

/**
 * VelProfileHead:
 *
 * Who a customer is, at a glance: picture, name, what and where they are,
 * status and tags as chips, and the figures that matter.
 */
struct _VelProfileHead
{
  AdwBin              parent_instance;

  VelBook            *book;      /* (owned) */
  VelRecord          *customer;  /* (owned) */
  GSimpleActionGroup *actions;   /* (owned) */
  VelInlineText      *name;
  VelChips           *tags;

  AdwAvatar          *avatar;
  GtkBox             *lines;
  GtkLabel           *place;
  GtkMenuButton      *status;
  GtkLabel           *status_label;
  GtkMenuButton      *kind;
  GtkLabel           *kind_label;
  GtkLabel           *last_contact;
  GtkLabel           *first_contact;
  GtkLabel           *count;
  GtkLabel           *count_caption;
};

G_DEFINE_FINAL_TYPE (VelProfileHead, vel_profile_head, ADW_TYPE_BIN)

static const VelField *
get_field (const char *name)
{
  return vel_entity_find_field (&vel_customer_entity, name);
}

/* "Architect · Işık Mimarlık · Kadıköy, İstanbul" */
static char *
say_place (VelRecord *customer)
{
  const char *city = vel_record_get_text (customer, "city");
  const char *district = vel_record_get_text (customer, "district");
  const char *sector = vel_record_get_text (customer, "sector");
  const char *title = vel_record_get_text (customer, "title");
  const char *organisation = vel_record_get_text (customer, "organisation");
  g_autofree char *town = district != NULL && city != NULL ? g_strdup_printf ("%s, %s", district, city)
                                                           : g_strdup (city != NULL ? city : district);
  const char *all[] = { title != NULL ? title : sector, organisation, town };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", all[i]);
  return g_strdup (text->str);
}

static void
show_contact (VelProfileHead *self,
              GtkLabel       *label,
              const char     *field)
{
  const gint64 at = vel_record_get_integer (self->customer, field);
  g_autofree char *text = NULL;
  g_autofree char *tip = NULL;

  if (at != 0)
    {
      text = vel_date_format_relative (at, g_get_real_time () / G_USEC_PER_SEC);
      tip = vel_date_time_format (at);
    }
  /* Translators: there has been no contact yet */
  gtk_label_set_label (label, text != NULL ? text : _("none"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), tip);
}

static void
show_choice (VelProfileHead *self,
             GtkMenuButton  *button,
             GtkLabel       *label,
             const char     *field)
{
  const char *key = vel_record_get_text (self->customer, field);
  const VelChoice *choice = vel_field_find_choice (get_field (field), key != NULL ? key : "");
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), field);
  g_autofree char *said = vel_record_format (self->customer, field);
  g_autofree char *name = g_strdup_printf ("%s: %s", vel_field_get_label (get_field (field)), said);

  for (const VelChoice *other = get_field (field)->choices; other->key != NULL; other++)
    if (other->style != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (label), other->style);
  if (choice != NULL && choice->style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), choice->style);
  gtk_label_set_label (label, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (key != NULL ? key : ""));
}

static void
refresh (VelProfileHead *self)
{
  const char *name = vel_record_get_text (self->customer, "name");
  g_auto(GStrv) tags = vel_words_parse (vel_record_get_text (self->customer, "tags"));
  g_autofree char *place = say_place (self->customer);

  vel_inline_text_set_value (self->name, name);
  adw_avatar_set_text (self->avatar, name != NULL ? name : "");
  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place), *place != '\0');
  show_choice (self, self->status, self->status_label, "status");
  show_choice (self, self->kind, self->kind_label, "kind");
  vel_chips_set_words (self->tags, (const char * const *) tags);
  show_contact (self, self->last_contact, "last_contact");
  show_contact (self, self->first_contact, "first_contact");
}

static void
commit_text (VelProfileHead *self,
             const char     *field,
             const char     *text)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->customer, field);

  vel_change_set_text (change, &vel_customer_entity, vel_record_get_id (self->customer), field, text);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
choice_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  VelProfileHead *self = user_data;
  const char *field = g_action_get_name (G_ACTION (action));
  const char *key = g_variant_get_string (parameter, NULL);

  if (g_strcmp0 (vel_record_get_text (self->customer, field), key) != 0)
    commit_text (self, field, key);
}

static void
name_saved_cb (VelProfileHead *self,
               const char     *typed)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (!vel_field_parse (get_field ("name"), typed, &value, NULL) || value.kind == VEL_VALUE_NULL)
    return;
  if (g_strcmp0 (value.text, vel_record_get_text (self->customer, "name")) == 0)
    vel_inline_text_reset (self->name);
  else
    commit_text (self, "name", value.text);
}

static VelVerdict
check_name_cb (const char *text,
               char      **sentence,
               gpointer    user_data)
{
  return vel_field_row_judge (get_field ("name"), text, sentence);
}

static void
tag_added_cb (VelProfileHead *self,
              const char     *tag)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->customer, "tags");

  vel_change_add_word (change, &vel_customer_entity, vel_record_get_id (self->customer), "tags", tag);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
tag_removed_cb (VelProfileHead *self,
                const char     *tag)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->customer, "tags");

  vel_change_remove_word (change, &vel_customer_entity, vel_record_get_id (self->customer), "tags", tag);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
vel_profile_head_dispose (GObject *object)
{
  VelProfileHead *self = VEL_PROFILE_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_PROFILE_HEAD);
  g_clear_object (&self->actions);
  g_clear_object (&self->customer);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_profile_head_parent_class)->dispose (object);
}

static void
vel_profile_head_class_init (VelProfileHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_profile_head_dispose;

  g_type_ensure (VEL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/customers/vel-profile-head.ui");
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, avatar);
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, lines);
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, place);
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, last_contact);
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, first_contact);
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, count);
  gtk_widget_class_bind_template_child (widget_class, VelProfileHead, count_caption);
}

static GtkMenuButton *
add_choice (VelProfileHead *self,
            GtkLabel      **label,
            const char     *field)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autofree char *action = g_strconcat ("head.", field, NULL);
  GtkWidget *button = gtk_menu_button_new ();

  for (const VelChoice *choice = get_field (field)->choices; choice->key != NULL; choice++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(choice->label), NULL);

      g_menu_item_set_action_and_target (item, action, "s", choice->key);
      g_menu_append_item (menu, item);
    }
  *label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (*label), "vel-chip");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), GTK_WIDGET (*label));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "vel-chip-button");
  gtk_widget_set_tooltip_text (button, vel_field_get_label (get_field (field)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  vel_chips_add_lead (self->tags, button);
  return GTK_MENU_BUTTON (button);
}

static void
vel_profile_head_init (VelProfileHead *self)
{
  static const GActionEntry entries[] = {
    { "status", choice_cb, "s", "''", NULL },
    { "kind", choice_cb, "s", "''", NULL },
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "head", G_ACTION_GROUP (self->actions));

  self->name = VEL_INLINE_TEXT (vel_inline_text_new (FALSE));
  vel_inline_text_set_title (self->name, vel_field_get_label (get_field ("name")), FALSE);
  vel_inline_text_set_hint (self->name, vel_card_words_add (&vel_customer_entity, "name"));
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "vel-name");
  g_signal_connect_swapped (self->name, "saved", G_CALLBACK (name_saved_cb), self);
  gtk_box_prepend (self->lines, GTK_WIDGET (self->name));

  self->tags = VEL_CHIPS (vel_chips_new (vel_card_words_add (&vel_customer_entity, "tags")));
  g_signal_connect_swapped (self->tags, "added", G_CALLBACK (tag_added_cb), self);
  g_signal_connect_swapped (self->tags, "removed", G_CALLBACK (tag_removed_cb), self);
  gtk_box_append (self->lines, GTK_WIDGET (self->tags));
  self->status = add_choice (self, &self->status_label, "status");
  self->kind = add_choice (self, &self->kind_label, "kind");
  gtk_widget_add_css_class (GTK_WIDGET (self->kind_label), "vel-plain");
}

/**
 * vel_profile_head_new:
 * @book: a book
 * @customer: a customer of it
 *
 * Returns: (transfer full): the head of a card
 */
GtkWidget *
vel_profile_head_new (VelBook   *book,
                      VelRecord *customer)
{
  VelProfileHead *self = g_object_new (VEL_TYPE_PROFILE_HEAD, NULL);

  self->book = g_object_ref (book);
  self->customer = g_object_ref (customer);
  vel_suggestions_follow (vel_chips_get_suggest (self->tags), book, &vel_customer_entity, "tags", NULL, NULL);
  vel_inline_text_set_check (self->name, check_name_cb, NULL, NULL);
  g_signal_connect_object (customer, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_profile_head_set_count:
 * @self: a head
 * @n_interactions: how many interactions there have been with the customer
 */
void
vel_profile_head_set_count (VelProfileHead *self,
                            guint           n_interactions)
{
  g_autofree char *number = g_strdup_printf ("%u", n_interactions);

  g_return_if_fail (VEL_IS_PROFILE_HEAD (self));

  gtk_label_set_label (self->count, number);
  /* Translators: below the number itself */
  gtk_label_set_label (self->count_caption, ngettext ("interaction", "interactions", n_interactions));
}

/**
 * vel_profile_head_rename:
 * @self: a head
 *
 * Puts the caret into the name.
 */
void
vel_profile_head_rename (VelProfileHead *self)
{
  g_return_if_fail (VEL_IS_PROFILE_HEAD (self));

  vel_inline_text_start (self->name);
}

/**
 * vel_profile_head_add_tag:
 * @self: a head
 *
 * Opens the entry for one more tag.
 */
void
vel_profile_head_add_tag (VelProfileHead *self)
{
  g_return_if_fail (VEL_IS_PROFILE_HEAD (self));

  vel_chips_start (self->tags);
}
