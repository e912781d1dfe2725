/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-field-cell.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"
#include "vel-item.h"
#include "vel-pills.h"

/**
 * VelFieldCell:
 *
 * One field of a record in a list: choices and words on a tinted ground,
 * instants by how long ago they were, numbers at the right, all else as text.
 * What is long is cut off, and told in full where the pointer rests.
 */
struct _VelFieldCell
{
  VelRowCell      parent_instance;

  char           *name;   /* (owned): of the field */
  const VelField *field;  /* (nullable): none for a field that the user has added */
  guint           index;  /* of the field */
  GtkWidget      *child;  /* a #VelPills or a GtkInscription */
};

G_DEFINE_FINAL_TYPE (VelFieldCell, vel_field_cell, VEL_TYPE_ROW_CELL)

static gboolean
is_tinted (VelFieldCell *self)
{
  return self->field != NULL &&
         (self->field->type == VEL_FIELD_WORDS ||
          (self->field->type == VEL_FIELD_CHOICE && self->field->choices[0].style != NULL));
}

static guint
get_longest_choice (const VelField *field)
{
  glong longest = 0;

  for (const VelChoice *choice = field->choices; choice->key != NULL; choice++)
    longest = MAX (longest, g_utf8_strlen (_(choice->label), -1));
  return longest;
}

/* How wide it would like to be, in letters: enough for nearly all that stands there. */
static guint
get_nat_chars (VelFieldCell *self)
{
  if (self->field == NULL)
    return 16;
  switch (self->field->type)
    {
    case VEL_FIELD_CHOICE:
      return get_longest_choice (self->field) + 4;

    case VEL_FIELD_BOOLEAN:
    case VEL_FIELD_INTEGER:
      return 6;

    case VEL_FIELD_MONEY:
    case VEL_FIELD_DATE:
    case VEL_FIELD_DATE_TIME:
      return 14;

    case VEL_FIELD_PHONE:
      return 17;

    case VEL_FIELD_EMAIL:
    case VEL_FIELD_URL:
      return 24;

    case VEL_FIELD_WORDS:
      return 24;

    case VEL_FIELD_TEXT:
    case VEL_FIELD_LONG_TEXT:
    case VEL_FIELD_LINK:
    case VEL_FIELD_ITEMS:
    case VEL_FIELD_CUSTOM:
    default:
      return 14;
    }
}

/* How narrow it may become: half a number is worth nothing, half a word is. */
static guint
get_min_chars (VelFieldCell *self)
{
  if (self->field != NULL && (self->field->type == VEL_FIELD_PHONE || self->field->type == VEL_FIELD_DATE_TIME))
    return self->field->type == VEL_FIELD_PHONE ? 14 : 10;
  return 4;
}

static char *
dup_text (VelFieldCell   *self,
          VelRecord      *record,
          const VelValue *value)
{
  if (self->field == NULL || self->field->type == VEL_FIELD_MONEY)
    return vel_record_format (record, self->name);
  if (self->field->type == VEL_FIELD_DATE_TIME && value->kind == VEL_VALUE_INTEGER)
    return vel_date_format_relative (value->integer, g_get_real_time () / G_USEC_PER_SEC);
  return vel_field_format (self->field, value);
}

static void
fill_pills (VelFieldCell   *self,
            const VelValue *value)
{
  const char *text = value->kind == VEL_VALUE_TEXT ? value->text : NULL;
  VelPills *pills = VEL_PILLS (self->child);

  if (self->field->type == VEL_FIELD_WORDS)
    {
      g_auto(GStrv) words = vel_words_parse (text);

      vel_pills_set_words (pills, (const char * const *) words);
    }
  else
    {
      const VelChoice *choice = vel_field_find_choice (self->field, text);
      g_autofree char *word = vel_field_format (self->field, value);

      vel_pills_set_word (pills, *word != '\0' ? word : NULL, choice != NULL ? choice->style : NULL);
    }
}

static void
vel_field_cell_fill (VelRowCell *cell,
                     VelRow     *row,
                     VelRecord  *record)
{
  VelFieldCell *self = VEL_FIELD_CELL (cell);
  const VelValue *value = self->field != NULL ? vel_record_get_value (record, self->index) : NULL;
  g_autofree char *text = NULL;

  if (is_tinted (self))
    {
      fill_pills (self, value);
      return;
    }
  text = dup_text (self, record, value);
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (self->child)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (self->child), text);
}

/* Whether all of a text can be read already. */
static gboolean
is_shown_whole (VelFieldCell *self,
                const char   *text)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;

  if (is_tinted (self))
    return vel_pills_show_all (VEL_PILLS (self->child));
  if (g_strcmp0 (text, gtk_inscription_get_text (GTK_INSCRIPTION (self->child))) != 0)
    return FALSE;
  layout = gtk_widget_create_pango_layout (self->child, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width <= gtk_widget_get_width (self->child);
}

/* All of it, where the cell has no room for it; an instant to the minute. */
static gboolean
vel_field_cell_query_tooltip (GtkWidget  *widget,
                              int         x,
                              int         y,
                              gboolean    keyboard_tooltip,
                              GtkTooltip *tooltip)
{
  VelFieldCell *self = VEL_FIELD_CELL (widget);
  VelRecord *record = vel_row_cell_get_record (VEL_ROW_CELL (self));
  g_autofree char *text = record != NULL ? vel_record_format (record, self->name) : NULL;

  if (text == NULL || *text == '\0' || is_shown_whole (self, text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
vel_field_cell_finalize (GObject *object)
{
  g_free (VEL_FIELD_CELL (object)->name);

  G_OBJECT_CLASS (vel_field_cell_parent_class)->finalize (object);
}

static void
vel_field_cell_class_init (VelFieldCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vel_field_cell_finalize;
  GTK_WIDGET_CLASS (klass)->query_tooltip = vel_field_cell_query_tooltip;
  VEL_ROW_CELL_CLASS (klass)->fill = vel_field_cell_fill;
}

static void
vel_field_cell_init (VelFieldCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

static GtkWidget *
make_inscription (VelFieldCell *self)
{
  GtkWidget *child = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (child), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  /* No higher than its one line, or it would break the text into more. */
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (child), get_min_chars (self));
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (child), get_nat_chars (self));
  if (vel_field_cell_is_number (self->field))
    gtk_inscription_set_xalign (GTK_INSCRIPTION (child), 1.0);
  if (vel_field_cell_is_number (self->field) || (self->field != NULL && self->field->type == VEL_FIELD_PHONE))
    gtk_widget_add_css_class (child, "numeric");
  if (self->field != NULL && self->field->type == VEL_FIELD_DATE_TIME)
    gtk_widget_add_css_class (child, "dim-label");
  return child;
}

/**
 * vel_field_cell_is_number:
 * @field: (nullable): a field
 *
 * Returns: whether its values stand at the right, one above the other
 */
gboolean
vel_field_cell_is_number (const VelField *field)
{
  return field != NULL && (field->type == VEL_FIELD_INTEGER || field->type == VEL_FIELD_MONEY);
}

/**
 * vel_field_cell_new:
 * @entity: what the records are
 * @field: the name of a field, or "custom." and the name of a custom field
 *
 * Returns: (transfer full): a cell that is in no row yet
 */
GtkWidget *
vel_field_cell_new (const VelEntity *entity,
                    const char      *field)
{
  VelFieldCell *self = g_object_new (VEL_TYPE_FIELD_CELL, NULL);

  self->name = g_strdup (field);
  self->field = vel_entity_find_field (entity, field);
  self->index = vel_entity_field_index (entity, field);
  self->child = is_tinted (self) ? vel_pills_new (get_nat_chars (self)) : make_inscription (self);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
