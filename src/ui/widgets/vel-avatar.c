/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-avatar.h"

#include "vel-text.h"

/**
 * VelAvatar:
 *
 * The initials of a name on a disc whose colour follows from the name. It
 * looks as AdwAvatar does, and is styled by the same rules; but AdwAvatar has
 * a label inside, and asks for the layout of the whole list to be made anew
 * whenever a row shows somebody else.
 */
struct _VelAvatar
{
  GtkWidget    parent_instance;

  int          size;    /* in pixels */
  guint        color;   /* 1 to N_COLORS, 0 for none yet */
  PangoLayout *layout;  /* (owned) (nullable): the initials */
};

/* As many as the style knows. */
#define N_COLORS 14

/* What part of the disc is as high as a letter's line, in percent. */
#define LETTER_PERCENT 40

G_DEFINE_FINAL_TYPE (VelAvatar, vel_avatar, GTK_TYPE_WIDGET)

static void
vel_avatar_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = VEL_AVATAR (widget)->size;
}

static void
vel_avatar_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  VelAvatar *self = VEL_AVATAR (widget);
  int width;
  int height;

  if (self->layout == NULL)
    return;
  pango_layout_get_pixel_size (self->layout, &width, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                              (gtk_widget_get_width (widget) - width) / 2.0,
                              (gtk_widget_get_height (widget) - height) / 2.0, self->layout);
}

static void
vel_avatar_dispose (GObject *object)
{
  g_clear_object (&VEL_AVATAR (object)->layout);

  G_OBJECT_CLASS (vel_avatar_parent_class)->dispose (object);
}

static void
vel_avatar_class_init (VelAvatarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_avatar_dispose;
  widget_class->measure = vel_avatar_measure;
  widget_class->snapshot = vel_avatar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "avatar");
  /* The name stands beside it. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vel_avatar_init (VelAvatar *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * vel_avatar_new:
 * @size: its diameter in pixels
 *
 * Returns: (transfer full): a disc that nobody stands behind yet
 */
GtkWidget *
vel_avatar_new (int size)
{
  VelAvatar *self = g_object_new (VEL_TYPE_AVATAR, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

static void
set_color (VelAvatar *self,
           guint      color)
{
  char name[16];

  if (self->color == color)
    return;
  if (self->color != 0)
    {
      g_snprintf (name, sizeof (name), "color%u", self->color);
      gtk_widget_remove_css_class (GTK_WIDGET (self), name);
    }
  self->color = color;
  g_snprintf (name, sizeof (name), "color%u", color);
  gtk_widget_add_css_class (GTK_WIDGET (self), name);
}

/**
 * vel_avatar_set_name:
 * @self: a disc
 * @name: whom it stands for
 */
void
vel_avatar_set_name (VelAvatar  *self,
                     const char *name)
{
  g_autofree char *initials = NULL;

  g_return_if_fail (VEL_IS_AVATAR (self));

  if (self->layout == NULL)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      pango_attr_list_insert (attributes, pango_attr_size_new_absolute (self->size * LETTER_PERCENT * PANGO_SCALE / 100));
      pango_layout_set_attributes (self->layout, attributes);
    }
  initials = vel_text_initials (name);
  pango_layout_set_text (self->layout, initials, -1);
  set_color (self, g_str_hash (name) % N_COLORS + 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
