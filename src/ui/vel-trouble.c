/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-trouble.h"

#include "vel-error-text.h"

/**
 * VelTrouble:
 *
 * Says why a book could not be opened and what can be done. It never offers to
 * delete or replace a file.
 */
struct _VelTrouble
{
  AdwBin         parent_instance;

  AdwStatusPage *status;
  GtkLabel      *path;
  GtkWidget     *retry_button;
  GtkWidget     *other_button;
};

G_DEFINE_FINAL_TYPE (VelTrouble, vel_trouble, ADW_TYPE_BIN)

static void
vel_trouble_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_TROUBLE);

  G_OBJECT_CLASS (vel_trouble_parent_class)->dispose (object);
}

static void
vel_trouble_class_init (VelTroubleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_trouble_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-trouble.ui");
  gtk_widget_class_bind_template_child (widget_class, VelTrouble, status);
  gtk_widget_class_bind_template_child (widget_class, VelTrouble, path);
  gtk_widget_class_bind_template_child (widget_class, VelTrouble, retry_button);
  gtk_widget_class_bind_template_child (widget_class, VelTrouble, other_button);
}

static void
vel_trouble_init (VelTrouble *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_trouble_new:
 * @path: the book that could not be opened
 * @error: why
 *
 * Returns: (transfer floating): what says so
 */
GtkWidget *
vel_trouble_new (const char   *path,
                 const GError *error)
{
  VelTrouble *self = g_object_new (VEL_TYPE_TROUBLE, NULL);
  g_autofree char *text = vel_error_text (error);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autofree char *shown = g_filename_display_name (path);

  adw_status_page_set_description (self->status, markup);
  gtk_label_set_label (self->path, shown);
  gtk_widget_add_css_class (vel_error_may_pass (error) ? self->retry_button : self->other_button, "suggested-action");
  return GTK_WIDGET (self);
}
