/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-name-cell.h"

#include "vel-avatar.h"

/**
 * VelNameCell:
 *
 * Who or what a record is, in a list: the disc, the name, and below it what
 * else tells it from others.
 */
struct _VelNameCell
{
  VelRowCell            parent_instance;

  const VelRecordsLook *look;

  VelAvatar            *avatar;
  GtkWidget            *name;
  GtkWidget            *caption;
};

#define AVATAR_SIZE 32

G_DEFINE_FINAL_TYPE (VelNameCell, vel_name_cell, VEL_TYPE_ROW_CELL)

/* The whole row is called by the name; GTK would call it by its type. */
static void
name_row (VelNameCell *self,
          const char  *name)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_text (GtkWidget  *inscription,
          const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
}

static void
vel_name_cell_fill (VelRowCell *cell,
                    VelRow     *row,
                    VelRecord  *record)
{
  VelNameCell *self = VEL_NAME_CELL (cell);
  const char *name = vel_record_get_text (record, self->look->entity->name_field);
  const char *whose = vel_record_get_text (record, self->look->avatar_field);
  g_autofree char *caption = self->look->caption (record, vel_row_is_indirect (row));

  if (name == NULL)
    name = "";
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->name)), name) != 0)
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (self->name), name);
      name_row (self, name);
    }
  vel_avatar_set_name (self->avatar, whose != NULL ? whose : "");
  set_text (self->caption, caption);
}

static gboolean
is_cut_off (GtkWidget *inscription)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (inscription,
                                                                  gtk_inscription_get_text (GTK_INSCRIPTION (inscription)));
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (inscription);
}

static gboolean
vel_name_cell_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard_tooltip,
                             GtkTooltip *tooltip)
{
  VelNameCell *self = VEL_NAME_CELL (widget);
  const char *name = gtk_inscription_get_text (GTK_INSCRIPTION (self->name));
  const char *caption = gtk_inscription_get_text (GTK_INSCRIPTION (self->caption));
  g_autofree char *both = g_strdup_printf ("%s\n%s", name != NULL ? name : "", caption != NULL ? caption : "");

  gtk_tooltip_set_text (tooltip, both);
  return is_cut_off (self->name) || is_cut_off (self->caption);
}

static void
vel_name_cell_class_init (VelNameCellClass *klass)
{
  GTK_WIDGET_CLASS (klass)->query_tooltip = vel_name_cell_query_tooltip;
  VEL_ROW_CELL_CLASS (klass)->fill = vel_name_cell_fill;
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), 16);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), 30);
  gtk_widget_add_css_class (line, style);
  return line;
}

static void
vel_name_cell_init (VelNameCell *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->avatar = VEL_AVATAR (vel_avatar_new (AVATAR_SIZE));
  self->name = make_line ("vel-name");
  self->caption = make_line ("vel-caption");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), self->name);
  gtk_box_append (GTK_BOX (lines), self->caption);
  gtk_widget_add_css_class (GTK_WIDGET (self->avatar), "vel-tick");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->avatar));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * vel_name_cell_new:
 * @look: what the records are
 *
 * Returns: (transfer floating): a cell that is in no row yet
 */
GtkWidget *
vel_name_cell_new (const VelRecordsLook *look)
{
  VelNameCell *self = g_object_new (VEL_TYPE_NAME_CELL, NULL);

  self->look = look;
  return GTK_WIDGET (self);
}
