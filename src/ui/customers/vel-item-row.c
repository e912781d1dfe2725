/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-item-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-launch.h"
#include "vel-phone.h"
#include "vel-web.h"

/**
 * VelItemRow:
 *
 * A telephone number, an e-mail address or a link of a customer, with a button
 * that calls, writes or opens it. Whoever owns it listens to "saved" and
 * "left" of its text.
 */
struct _VelItemRow
{
  VelEditRow      parent_instance;

  const char     *list;      /* "phones", "emails" or "links" */
  const VelField *field;     /* the field of the first of them, which tells how one is read */
  char           *value;     /* (owned) (nullable): as the book holds it */
  GtkWidget      *open;
  GtkWidget      *whatsapp;  /* (nullable) */
  GtkWidget      *menu;
};

enum { CONTACTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelItemRow, vel_item_row, VEL_TYPE_EDIT_ROW)

static const struct
{
  const char *list;
  const char *field;
  const char *icon;
  const char *kind;  /* (nullable): the interaction that follows */
} lists[] = {
  { "phones", "phone", "call-start-symbolic", "call" },
  { "emails", "email", "mail-message-new-symbolic", "email" },
  { "links", "website", "web-browser-symbolic", NULL },
};

static gsize
find_list (const char *list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].list, list))
      return i;
  g_return_val_if_reached (0);
}

/* In Türkiye mobile numbers begin with 5; elsewhere the label must tell. */
static gboolean
is_mobile (const VelItem *item)
{
  return g_str_has_prefix (item->value, "+905") ||
         (!g_str_has_prefix (item->value, "+90") && g_strcmp0 (item->label, "mobile") == 0);
}

static char *
make_uri (VelItemRow *self)
{
  if (g_str_equal (self->list, "phones"))
    return vel_phone_tel_uri (self->value);
  if (g_str_equal (self->list, "emails"))
    return vel_email_uri (self->value);
  return vel_url_normalise (self->value, NULL);
}

static char *
make_tip (VelItemRow *self,
          const char *shown)
{
  if (g_str_equal (self->list, "phones"))
    return g_strdup_printf (_("Call %s"), shown);
  if (g_str_equal (self->list, "emails"))
    return g_strdup_printf (_("Write to %s"), shown);
  return g_strdup_printf (_("Open %s"), shown);
}

static void
open_cb (VelItemRow *self)
{
  g_autofree char *uri = self->value != NULL ? make_uri (self) : NULL;

  if (uri == NULL)
    return;
  vel_launch_uri (GTK_WIDGET (self), uri);
  if (lists[find_list (self->list)].kind != NULL)
    g_signal_emit (self, signals[CONTACTED], 0, lists[find_list (self->list)].kind);
}

static void
whatsapp_cb (VelItemRow *self)
{
  g_autofree char *uri = self->value != NULL ? vel_phone_whatsapp_uri (self->value) : NULL;

  if (uri == NULL)
    return;
  vel_launch_uri (GTK_WIDGET (self), uri);
  g_signal_emit (self, signals[CONTACTED], 0, "message");
}

static VelVerdict
check_cb (const char *text,
          char      **sentence,
          gpointer    user_data)
{
  VelItemRow *self = user_data;
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  if (!vel_field_parse (self->field, text, &value, &error))
    {
      *sentence = g_strdup (error->message);
      return VEL_VERDICT_WRONG;
    }
  *sentence = vel_field_warn (self->field, &value);
  return *sentence != NULL ? VEL_VERDICT_DOUBTFUL : VEL_VERDICT_NONE;
}

static GtkWidget *
make_button (VelItemRow *self,
             const char *icon,
             GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  vel_edit_row_add_suffix (VEL_EDIT_ROW (self), button);
  return button;
}

static void
set_tip (GtkWidget  *button,
         const char *tip)
{
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

static void
vel_item_row_finalize (GObject *object)
{
  VelItemRow *self = VEL_ITEM_ROW (object);

  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (vel_item_row_parent_class)->finalize (object);
}

static void
vel_item_row_class_init (VelItemRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = vel_item_row_finalize;

  /**
   * VelItemRow::contacted:
   * @self: a row
   * @kind: the kind of interaction that has begun
   *
   * The user has called or begun to write.
   */
  signals[CONTACTED] = g_signal_new ("contacted", VEL_TYPE_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vel_item_row_init (VelItemRow *self)
{
}

/**
 * vel_item_row_new:
 * @list: "phones", "emails" or "links"
 *
 * Returns: (transfer full): an empty row
 */
GtkWidget *
vel_item_row_new (const char *list)
{
  VelItemRow *self = g_object_new (VEL_TYPE_ITEM_ROW, NULL);
  VelInlineText *text = vel_edit_row_build (VEL_EDIT_ROW (self), FALSE);
  const gsize i = find_list (list);

  self->list = lists[i].list;
  self->field = vel_entity_find_field (&vel_customer_entity, lists[i].field);
  vel_inline_text_set_hint (text, vel_card_words_add (&vel_customer_entity, list));
  vel_inline_text_set_title (text, vel_field_get_label (self->field), FALSE);
  vel_inline_text_set_check (text, check_cb, self, NULL);
  self->menu = vel_item_menu_new (list);
  vel_edit_row_add_below (VEL_EDIT_ROW (self), self->menu);
  if (g_str_equal (list, "phones"))
    {
      self->whatsapp = make_button (self, "chat-message-new-symbolic", G_CALLBACK (whatsapp_cb));
      set_tip (self->whatsapp, _("Write in WhatsApp"));
    }
  self->open = make_button (self, lists[i].icon, G_CALLBACK (open_cb));
  vel_item_row_set_item (self, NULL);
  return GTK_WIDGET (self);
}

/* "https://" goes without saying: it comes back when the text is read. */
static void
shorten_link (char *link)
{
  const char *rest = link;
  gsize length;

  if (g_str_has_prefix (rest, "https://"))
    rest += strlen ("https://");
  length = strlen (rest);
  if (length > 0 && strchr (rest, '/') == rest + length - 1)
    length--;
  memmove (link, rest, length);
  link[length] = '\0';
}

/**
 * vel_item_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows; %NULL where there is nothing yet
 */
void
vel_item_row_set_item (VelItemRow    *self,
                       const VelItem *item)
{
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (self));
  const gboolean has_value = item != NULL && item->value != NULL;
  const char *label = vel_field_get_label (self->field);
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *shown = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *whatsapp = NULL;

  g_return_if_fail (VEL_IS_ITEM_ROW (self));

  g_clear_pointer (&self->value, g_free);
  if (has_value)
    {
      g_autofree char *tip = NULL;

      self->value = g_strdup (item->value);
      vel_value_set_text (&value, item->value);
      shown = vel_field_format (self->field, &value);
      if (g_str_equal (self->list, "links"))
        shorten_link (shown);
      uri = make_uri (self);
      whatsapp = g_str_equal (self->list, "phones") && is_mobile (item) ? vel_phone_whatsapp_uri (item->value) : NULL;
      tip = make_tip (self, shown);
      set_tip (self->open, tip);
    }
  if (item != NULL && item->label != NULL)
    label = vel_item_label_text (item->label);
  vel_inline_text_set_title (text, label, FALSE);
  vel_item_menu_set_label (self->menu, label);
  vel_inline_text_set_value (text, shown);
  gtk_widget_set_visible (self->menu, has_value);
  gtk_widget_set_visible (self->open, uri != NULL);
  if (self->whatsapp != NULL)
    gtk_widget_set_visible (self->whatsapp, whatsapp != NULL);
}

/**
 * vel_item_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): the field that tells how its text is read
 */
const VelField *
vel_item_row_get_field (VelItemRow *self)
{
  g_return_val_if_fail (VEL_IS_ITEM_ROW (self), NULL);

  return self->field;
}

/**
 * vel_item_row_guess_label:
 * @self: a row
 * @value: what it shall hold, as the book holds it
 *
 * Returns: (transfer none) (nullable): the label that follows from @value: a
 *   mobile number is one by its digits, the page of a network by its host
 */
const char *
vel_item_row_guess_label (VelItemRow *self,
                          const char *value)
{
  static const struct { const char *host; const char *label; } hosts[] = {
    { "linkedin.com", "linkedin" },
    { "instagram.com", "instagram" },
    { "://x.com", "x" },
    { "twitter.com", "x" },
    { "facebook.com", "facebook" },
  };

  g_return_val_if_fail (VEL_IS_ITEM_ROW (self), NULL);

  if (g_str_equal (self->list, "phones"))
    return g_str_has_prefix (value, "+905") ? "mobile" : "work";
  if (!g_str_equal (self->list, "links"))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (strstr (value, hosts[i].host) != NULL)
      return hosts[i].label;
  return "web";
}

/**
 * vel_item_menu_new:
 * @list: a list field
 *
 * Makes the menu of an item: its label, its place among the others, away with
 * it. The actions are those of the group "item" above it.
 *
 * Returns: (transfer full): a button that shows the label
 */
GtkWidget *
vel_item_menu_new (const char *list)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) labels = g_menu_new ();
  g_autoptr(GMenu) places = g_menu_new ();
  g_autoptr(GMenu) others = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  const char * const *keys = vel_item_labels (list);

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (vel_item_label_text (keys[i]), NULL);

      g_menu_item_set_action_and_target (item, "item.label", "s", keys[i]);
      g_menu_append_item (labels, item);
    }
  g_menu_append (labels, _("_Own label…"), "item.own-label");
  g_menu_append (places, _("Move _up"), "item.up");
  g_menu_append (places, _("Move _down"), "item.down");
  g_menu_append (others, _("_Copy"), "item.copy");
  g_menu_append (others, _("_Remove"), "item.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (labels));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (NULL));
  gtk_widget_add_css_class (button, "vel-label-button");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Label, order and more"));
  return button;
}

/**
 * vel_item_menu_set_label:
 * @menu: what vel_item_menu_new() made
 * @label: the label of the item
 */
void
vel_item_menu_set_label (GtkWidget  *menu,
                         const char *label)
{
  GtkWidget *child = gtk_menu_button_get_child (GTK_MENU_BUTTON (menu));
  /* Translators: the button that changes a label; %s is the label */
  g_autofree char *name = g_strdup_printf (_("%s: label, order and more"), label);

  gtk_label_set_label (GTK_LABEL (child), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
