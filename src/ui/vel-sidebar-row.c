/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-sidebar-row.h"

#include <glib/gi18n.h>

#include "vel-number.h"

/**
 * VelSidebarRow:
 *
 * Shows a #VelSidebarItem: icon, name and count.
 */
struct _VelSidebarRow
{
  GtkListBoxRow   parent_instance;

  VelSidebarItem *item;  /* (owned) */
};

enum { PROP_0, PROP_ITEM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelSidebarRow, vel_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

/* What a screen reader says after the name. */
static void
counted_cb (VelSidebarRow *self)
{
  const gint64 count = vel_sidebar_item_get_count (self->item);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (count < 0)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  number = vel_number_format (count);
  text = g_strdup_printf (ngettext ("%s customer", "%s customers", (gulong) count), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
vel_sidebar_row_constructed (GObject *object)
{
  VelSidebarRow *self = VEL_SIDEBAR_ROW (object);

  G_OBJECT_CLASS (vel_sidebar_row_parent_class)->constructed (object);

  g_signal_connect_object (self->item, "notify::count", G_CALLBACK (counted_cb), self, G_CONNECT_SWAPPED);
  counted_cb (self);
}

static void
vel_sidebar_row_dispose (GObject *object)
{
  VelSidebarRow *self = VEL_SIDEBAR_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (vel_sidebar_row_parent_class)->dispose (object);
}

static void
vel_sidebar_row_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VelSidebarRow *self = VEL_SIDEBAR_ROW (object);

  switch (property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_sidebar_row_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  VelSidebarRow *self = VEL_SIDEBAR_ROW (object);

  switch (property_id)
    {
    case PROP_ITEM:
      self->item = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_sidebar_row_class_init (VelSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = vel_sidebar_row_constructed;
  object_class->dispose = vel_sidebar_row_dispose;
  object_class->get_property = vel_sidebar_row_get_property;
  object_class->set_property = vel_sidebar_row_set_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, VEL_TYPE_SIDEBAR_ITEM,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-sidebar-row.ui");
}

static void
vel_sidebar_row_init (VelSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_sidebar_row_new:
 * @item: what to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
vel_sidebar_row_new (VelSidebarItem *item)
{
  return g_object_new (VEL_TYPE_SIDEBAR_ROW, "item", item, NULL);
}

/**
 * vel_sidebar_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none): what it shows
 */
VelSidebarItem *
vel_sidebar_row_get_item (VelSidebarRow *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_ROW (self), NULL);

  return self->item;
}
