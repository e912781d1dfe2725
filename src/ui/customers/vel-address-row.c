/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-address-row.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-inline-text.h"
#include "vel-item-row.h"
#include "vel-launch.h"
#include "vel-place.h"
#include "vel-wrap-layout.h"

/**
 * VelAddressRow:
 *
 * A postal address of a customer: street, then post code, district and city,
 * then country, each edited where it stands. What is empty shows only while
 * the row is edited. Cities and districts of Türkiye are completed, and set
 * right as soon as they are recognised.
 */

enum { STREET, POSTCODE, DISTRICT, CITY, COUNTRY, N_PARTS };
enum { EDITED, LEFT, N_SIGNALS };

struct _VelAddressRow
{
  AdwPreferencesRow  parent_instance;

  VelItem           *item;            /* (owned) */
  VelInlineText     *parts[N_PARTS];
  GtkWidget         *town;
  GtkWidget         *slash;
  GtkWidget         *map;
  GtkWidget         *menu;
  gboolean           editing;
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelAddressRow, vel_address_row, ADW_TYPE_PREFERENCES_ROW)

static const struct
{
  const char *member;
  const char *title;
} parts[N_PARTS] = {
  { "value", N_("Street and number") },
  { "postcode", N_("Post code") },
  { "district", N_("District") },
  { "city", N_("City") },
  { "country", N_("Country") },
};

static const char *
get_part (VelAddressRow *self,
          guint          part)
{
  return *vel_item_member (self->item, parts[part].member);
}

static void
set_part (VelAddressRow *self,
          guint          part,
          const char    *text)
{
  char **member = vel_item_member (self->item, parts[part].member);

  g_free (*member);
  *member = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
refresh (VelAddressRow *self)
{
  const gboolean is_empty = vel_item_is_empty (self->item);

  for (guint i = 0; i < N_PARTS; i++)
    {
      const gboolean shows = self->editing || get_part (self, i) != NULL ||
                             vel_inline_text_is_dirty (self->parts[i]) || (i == STREET && is_empty);

      gtk_widget_set_visible (GTK_WIDGET (self->parts[i]), shows);
    }
  gtk_widget_set_visible (self->slash, gtk_widget_get_visible (GTK_WIDGET (self->parts[DISTRICT])) &&
                                       gtk_widget_get_visible (GTK_WIDGET (self->parts[CITY])));
  gtk_widget_set_visible (self->town, self->editing || get_part (self, POSTCODE) != NULL ||
                                      get_part (self, DISTRICT) != NULL || get_part (self, CITY) != NULL ||
                                      get_part (self, COUNTRY) != NULL);
  gtk_widget_set_visible (self->menu, !is_empty);
  gtk_widget_set_visible (self->map, !is_empty);
  vel_inline_text_set_hint (self->parts[STREET], is_empty && !self->editing ? vel_card_words_add (&vel_customer_entity, "addresses")
                                                                             : _(parts[STREET].title));
}

/* Places abroad are not looked up among ours. */
static gboolean
is_abroad (VelAddressRow *self)
{
  const char *country = get_part (self, COUNTRY);
  g_autofree char *small = country != NULL ? g_utf8_strdown (country, -1) : NULL;

  return small != NULL && !g_str_equal (small, "tr") && !g_str_has_prefix (small, "türk") &&
         !g_str_has_prefix (small, "turk");
}

static char *
know_place (VelAddressRow *self,
            guint          part,
            const char    *text)
{
  const char *city = get_part (self, CITY);
  const char *known = NULL;

  if (is_abroad (self))
    return g_strdup (text);
  if (part == CITY)
    known = vel_place_find_city (text);
  else if (part == DISTRICT && city != NULL)
    known = vel_place_find_district (city, text);
  else if (part == DISTRICT)
    {
      const char *only = vel_place_city_of_district (text);

      if (only != NULL)
        {
          set_part (self, CITY, only);
          known = vel_place_find_district (only, text);
        }
    }
  return g_strdup (known != NULL ? known : text);
}

static guint
find_part (VelAddressRow *self,
           VelInlineText *text)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (self->parts[i] == text)
      return i;
  g_return_val_if_reached (0);
}

static void
saved_cb (VelInlineText *text,
          const char    *typed,
          VelAddressRow *self)
{
  g_autofree char *line = g_strstrip (g_strdup (typed));
  const guint part = find_part (self, text);
  g_autofree char *place = know_place (self, part, line);
  g_autoptr(VelItem) before = vel_item_copy (self->item);

  set_part (self, part, place);
  if (g_strcmp0 (*vel_item_member (before, parts[part].member), get_part (self, part)) == 0)
    vel_inline_text_reset (text);
  else
    g_signal_emit (self, signals[EDITED], 0);
}

static void
asked_cb (VelSuggest    *suggest,
          const char    *text,
          VelAddressRow *self)
{
  const char *city = get_part (self, CITY);

  vel_suggest_clear (suggest);
  if (is_abroad (self))
    return;
  if (suggest == vel_inline_text_get_suggest (self->parts[CITY], TRUE))
    {
      vel_suggest_set_words (suggest, vel_place_list_cities ());
    }
  else if (city != NULL)
    {
      vel_suggest_set_words (suggest, vel_place_list_districts (city));
    }
  else
    {
      const char * const *cities = vel_place_list_cities ();

      for (gsize i = 0; cities[i] != NULL; i++)
        {
          const char * const *districts = vel_place_list_districts (cities[i]);

          for (gsize j = 0; districts[j] != NULL; j++)
            vel_suggest_offer (suggest, districts[j], cities[i], i + 1);
        }
    }
}

/* A district that was picked from those of all cities brings its city along. */
static void
district_picked_cb (VelInlineText *text,
                    const char    *district,
                    gint64         id,
                    VelAddressRow *self)
{
  if (id > 0)
    set_part (self, CITY, vel_place_list_cities ()[id - 1]);
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  GParamSpec              *pspec,
                  VelAddressRow           *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  const gboolean editing = gtk_event_controller_focus_contains_focus (controller);

  if (self->item == NULL || editing == self->editing ||
      (!editing && GTK_IS_WINDOW (root) && gtk_widget_get_mapped (GTK_WIDGET (root)) &&
       !gtk_window_is_active (GTK_WINDOW (root))))
    return;
  self->editing = editing;
  if (editing)
    gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  refresh (self);
  if (!editing)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
map_cb (VelAddressRow *self)
{
  g_autofree char *place = vel_item_format_place (self->item);
  g_autofree char *uri = vel_launch_map_uri (place);

  vel_launch_uri (GTK_WIDGET (self), uri);
}

static gboolean
vel_address_row_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

static gboolean
vel_address_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (VEL_ADDRESS_ROW (widget)->parts[STREET]));
}

static void
vel_address_row_dispose (GObject *object)
{
  VelAddressRow *self = VEL_ADDRESS_ROW (object);

  g_clear_pointer (&self->item, vel_item_free);

  G_OBJECT_CLASS (vel_address_row_parent_class)->dispose (object);
}

static void
vel_address_row_class_init (VelAddressRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_address_row_dispose;
  widget_class->focus = vel_address_row_focus;
  widget_class->grab_focus = vel_address_row_grab_focus;

  /**
   * VelAddressRow::edited:
   * @self: a row
   *
   * Somebody wants the address kept as vel_address_row_dup_item() tells it.
   */
  signals[EDITED] = g_signal_new ("edited", VEL_TYPE_ADDRESS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * VelAddressRow::left:
   * @self: a row
   *
   * The focus has left it.
   */
  signals[LEFT] = g_signal_new ("left", VEL_TYPE_ADDRESS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
build_parts (VelAddressRow *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->parts[i] = VEL_INLINE_TEXT (vel_inline_text_new (i == STREET));
      vel_inline_text_set_title (self->parts[i], _(parts[i].title), FALSE);
      vel_inline_text_set_hint (self->parts[i], _(parts[i].title));
      g_signal_connect_object (self->parts[i], "saved", G_CALLBACK (saved_cb), self, G_CONNECT_DEFAULT);
      if (i == STREET)
        continue;
      if (i == CITY)
        gtk_box_append (GTK_BOX (self->town), self->slash);
      gtk_box_append (GTK_BOX (self->town), GTK_WIDGET (self->parts[i]));
    }
  for (guint i = DISTRICT; i <= CITY; i++)
    {
      VelSuggest *suggest = vel_inline_text_get_suggest (self->parts[i], TRUE);

      g_signal_connect_object (suggest, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_DEFAULT);
    }
  g_signal_connect_object (self->parts[DISTRICT], "picked", G_CALLBACK (district_picked_cb), self, G_CONNECT_DEFAULT);
}

static void
vel_address_row_init (VelAddressRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->item = vel_item_new (NULL, NULL);
  self->town = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->town, vel_wrap_layout_new (6, 2));
  self->slash = gtk_label_new ("/");
  gtk_widget_add_css_class (self->slash, "dim-label");
  build_parts (self);

  self->menu = vel_item_menu_new ("addresses");
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->parts[STREET]));
  gtk_box_append (GTK_BOX (lines), self->town);
  gtk_box_append (GTK_BOX (lines), self->menu);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);

  self->map = gtk_button_new_from_icon_name ("mark-location-symbolic");
  gtk_widget_add_css_class (self->map, "flat");
  gtk_widget_add_css_class (self->map, "circular");
  gtk_widget_set_valign (self->map, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->map, _("Show on a map"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Show on a map"), -1);
  g_signal_connect_object (self->map, "clicked", G_CALLBACK (map_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->map);

  gtk_widget_add_css_class (box, "vel-row-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-edit-row");
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (box, focus);
  refresh (self);
}

/**
 * vel_address_row_new:
 *
 * Returns: (transfer full): an empty row
 */
GtkWidget *
vel_address_row_new (void)
{
  return g_object_new (VEL_TYPE_ADDRESS_ROW, NULL);
}

/**
 * vel_address_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows; %NULL where there is nothing yet
 */
void
vel_address_row_set_item (VelAddressRow *self,
                          const VelItem *item)
{
  const char *label;

  g_return_if_fail (VEL_IS_ADDRESS_ROW (self));

  vel_item_free (self->item);
  self->item = item != NULL ? vel_item_copy (item) : vel_item_new (NULL, NULL);
  for (guint i = 0; i < N_PARTS; i++)
    vel_inline_text_set_value (self->parts[i], get_part (self, i));
  /* Which districts there are depends on the city. */
  vel_suggest_invalidate (vel_inline_text_get_suggest (self->parts[DISTRICT], TRUE));
  label = vel_item_label_text (self->item->label);
  vel_item_menu_set_label (self->menu, *label != '\0' ? label : _("Address"));
  refresh (self);
}

/**
 * vel_address_row_dup_item:
 * @self: a row
 *
 * Returns: (transfer full): the address as it has been edited
 */
VelItem *
vel_address_row_dup_item (VelAddressRow *self)
{
  g_return_val_if_fail (VEL_IS_ADDRESS_ROW (self), NULL);

  return vel_item_copy (self->item);
}
