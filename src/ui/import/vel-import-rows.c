/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "vel-json.h"
#include "vel-money.h"
#include "vel-text.h"

/* How a report shows one rejected row, and one record as it will be. */

/* More of a cell, or of a note, is not shown. */
#define MAX_SHOWN 200

/* How wide the names of fields are, so that what they hold stands in line. */
#define LABEL_CHARS 12

static char *
shorten (const char *text)
{
  g_autofree char *line = vel_text_clean_line (text);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_SHOWN)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_row (GtkWidget  *child,
          const char *accessible_label)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_label, -1);
  return row;
}

/**
 * vel_import_rows_new_rejection:
 * @report: a report
 * @position: which of the rejected rows
 *
 * Returns: (transfer floating): a row that says where it is, what stands there
 *   and why it cannot be taken
 */
GtkWidget *
vel_import_rows_new_rejection (VelImportReport *report,
                               guint            position)
{
  const VelImportRejection *rejection = g_ptr_array_index (report->rejected, position);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *place = NULL;
  g_autofree char *spoken = NULL;

  if (*rejection->column != '\0')
    /* Translators: a place in a table: the number of a row, and the name of a column. */
    place = g_strdup_printf (_("Row %1$u, “%2$s”"), rejection->row, rejection->column);
  else
    place = g_strdup_printf (_("Row %u"), rejection->row);
  gtk_widget_add_css_class (box, "vel-import-row");
  gtk_box_append (GTK_BOX (box), make_label (place, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (rejection->reason, NULL));
  if (*rejection->value != '\0')
    {
      g_autofree char *value = shorten (rejection->value);

      gtk_box_append (GTK_BOX (box), make_label (value, "dim-label"));
    }
  spoken = g_strdup_printf ("%s: %s", place, rejection->reason);
  return make_row (box, spoken);
}

/* One thing that is known of a record, on a line of its own. */
static void
add_detail (GtkGrid    *grid,
            int        *n_lines,
            const char *name,
            const char *text)
{
  g_autofree char *shown = shorten (text);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *value = make_label (shown, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (grid, label, 0, *n_lines, 1, 1);
  gtk_grid_attach (grid, value, 1, (*n_lines)++, 1, 1);
}

/* The fields that the user has added are one object in the book. */
static void
add_custom (GtkGrid    *grid,
            int        *n_lines,
            const char *json)
{
  g_autoptr(JsonNode) node = vel_json_from_string (json);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    if (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING)
      add_detail (grid, n_lines, name, json_node_get_string (member));
}

static const VelValue *
get_value (const VelImportSample *sample,
           const char            *field)
{
  return &sample->values[vel_entity_field_index (sample->entity, field)];
}

static char *
format (const VelImportSample *sample,
        const VelField        *field,
        const VelValue        *value)
{
  if (field->type == VEL_FIELD_MONEY && value->kind == VEL_VALUE_INTEGER)
    return vel_money_format_short (value->integer, get_value (sample, "currency")->text);
  return vel_field_format (field, value);
}

/* What the links of a record lead to is known by name alone. */
static gboolean
is_shown (const VelField *field)
{
  if (field->derive == VEL_DERIVE_LINKED)
    return TRUE;
  return (field->flags & (VEL_FIELD_HIDDEN | VEL_FIELD_READ_ONLY)) == 0 && field->derive != VEL_DERIVE_FIRST;
}

/* All that will be known of a record but the name. */
static GtkWidget *
make_details (const VelImportSample *sample)
{
  GtkWidget *grid = gtk_grid_new ();
  int n_lines = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "vel-import-details");
  for (guint i = 0; i < sample->entity->n_fields; i++)
    {
      const VelField *field = &sample->entity->fields[i];
      const VelValue *value = &sample->values[i];
      g_autofree char *text = NULL;

      if (vel_value_is_empty (value) || g_str_equal (field->name, sample->entity->name_field))
        continue;
      if (field->type == VEL_FIELD_CUSTOM)
        {
          add_custom (GTK_GRID (grid), &n_lines, value->text);
          continue;
        }
      if (!is_shown (field))
        continue;
      text = format (sample, field, value);
      add_detail (GTK_GRID (grid), &n_lines, vel_field_get_label (field), text);
    }
  return grid;
}

static GtkWidget *
make_chip (VelImportFate fate)
{
  static const struct
  {
    const char *label;
    const char *css_class;
  } chips[] = {
    /* Translators: said of a customer or a deal that is imported. */
    [VEL_IMPORT_CREATED] = { N_("New"), "vel-green" },
    /* Translators: said of a customer or a deal that is in the book and gains something by an import. */
    [VEL_IMPORT_UPDATED] = { N_("Completed"), "vel-blue" },
    /* Translators: said of a customer or a deal of which the import brings nothing new. */
    [VEL_IMPORT_UNCHANGED] = { N_("Already here"), NULL },
  };
  GtkWidget *chip = gtk_label_new (_(chips[fate].label));

  gtk_widget_add_css_class (chip, "vel-chip");
  if (chips[fate].css_class != NULL)
    gtk_widget_add_css_class (chip, chips[fate].css_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  return chip;
}

/**
 * vel_import_rows_new_sample:
 * @report: a report
 * @position: which of the samples
 *
 * Returns: (transfer floating): a row with the record as it will be
 */
GtkWidget *
vel_import_rows_new_sample (VelImportReport *report,
                            guint            position)
{
  const VelImportSample *sample = g_ptr_array_index (report->samples, position);
  const char *name = get_value (sample, sample->entity->name_field)->text;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label (name != NULL ? name : "", "heading");
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);

  gtk_widget_set_valign (avatar, GTK_ALIGN_START);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), make_chip (sample->fate));
  gtk_box_append (GTK_BOX (words), head);
  gtk_box_append (GTK_BOX (words), make_details (sample));
  gtk_widget_add_css_class (box, "vel-import-row");
  gtk_box_append (GTK_BOX (box), avatar);
  gtk_box_append (GTK_BOX (box), words);
  return make_row (box, name != NULL ? name : "");
}
