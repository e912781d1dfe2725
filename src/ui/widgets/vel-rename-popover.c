/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-rename-popover.h"

#include "vel-text.h"

/**
 * VelRenamePopover:
 *
 * Asks for the new name of something, beside that something. Whoever makes it
 * gives it a parent, pops it up, and takes it down when it is closed.
 */
struct _VelRenamePopover
{
  GtkPopover parent_instance;

  GtkWidget *title;
  GtkWidget *entry;
  GtkWidget *rename_button;
};

enum { RENAMED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelRenamePopover, vel_rename_popover, GTK_TYPE_POPOVER)

static gboolean
has_text_cb (VelRenamePopover *self,
             const char       *text)
{
  g_autofree char *clean = vel_text_clean_line (text != NULL ? text : "");

  return *clean != '\0';
}

static void
rename_cb (VelRenamePopover *self)
{
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (*name == '\0')
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[RENAMED], 0, name);
}

static void
vel_rename_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_RENAME_POPOVER);

  G_OBJECT_CLASS (vel_rename_popover_parent_class)->dispose (object);
}

static void
vel_rename_popover_class_init (VelRenamePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_rename_popover_dispose;

  /**
   * VelRenamePopover::renamed:
   * @self: a popover
   * @name: the new name, one line that is not empty
   */
  signals[RENAMED] = g_signal_new ("renamed", VEL_TYPE_RENAME_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/widgets/vel-rename-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, VelRenamePopover, title);
  gtk_widget_class_bind_template_child (widget_class, VelRenamePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, VelRenamePopover, rename_button);
  gtk_widget_class_bind_template_callback (widget_class, has_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
}

static void
vel_rename_popover_init (VelRenamePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_rename_popover_new:
 * @title: what is renamed, as a short title
 * @name: its name
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
vel_rename_popover_new (const char *title,
                        const char *name)
{
  VelRenamePopover *self = g_object_new (VEL_TYPE_RENAME_POPOVER, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  return GTK_WIDGET (self);
}

/**
 * vel_rename_popover_set_button_label:
 * @self: a popover
 * @label: what the button says that takes the name
 */
void
vel_rename_popover_set_button_label (VelRenamePopover *self,
                                     const char       *label)
{
  g_return_if_fail (VEL_IS_RENAME_POPOVER (self));

  gtk_button_set_label (GTK_BUTTON (self->rename_button), label);
}
