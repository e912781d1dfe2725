/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-welcome.h"

#include <glib/gi18n.h>

/**
 * VelWelcome:
 *
 * What a book without customers shows: the ways to begin.
 */
struct _VelWelcome
{
  AdwBin         parent_instance;

  gboolean       show_sidebar_button;

  AdwStatusPage *status;
};

enum { PROP_0, PROP_SHOW_SIDEBAR_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelWelcome, vel_welcome, ADW_TYPE_BIN)

static void
vel_welcome_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_WELCOME);

  G_OBJECT_CLASS (vel_welcome_parent_class)->dispose (object);
}

static void
vel_welcome_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VelWelcome *self = VEL_WELCOME (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->show_sidebar_button);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_welcome_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VelWelcome *self = VEL_WELCOME (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      if (self->show_sidebar_button != g_value_get_boolean (value))
        {
          self->show_sidebar_button = !self->show_sidebar_button;
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_welcome_class_init (VelWelcomeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_welcome_dispose;
  object_class->get_property = vel_welcome_get_property;
  object_class->set_property = vel_welcome_set_property;

  properties[PROP_SHOW_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, VelWelcome, status);
}

static void
vel_welcome_init (VelWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_welcome_new:
 * @first_run: whether the user sees the program for the first time
 *
 * Returns: (transfer floating): the ways to begin
 */
GtkWidget *
vel_welcome_new (gboolean first_run)
{
  VelWelcome *self = g_object_new (VEL_TYPE_WELCOME, NULL);

  adw_status_page_set_title (self->status, first_run ? _("Welcome to Velinimet") : _("No customers yet"));
  return GTK_WIDGET (self);
}
