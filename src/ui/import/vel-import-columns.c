/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-columns.h"

#include <glib/gi18n.h>

#include "vel-csv-parser.h"
#include "vel-import-column-row.h"
#include "vel-import-words.h"

/**
 * VelImportColumns:
 *
 * What was understood of a table: how it is written down, and where each of
 * its columns goes. All of it can be changed.
 */
struct _VelImportColumns
{
  AdwBin               parent_instance;

  VelImport           *import;      /* (owned) (nullable) */
  GStrv                own_fields;  /* (owned) (nullable) */
  GPtrArray           *encodings;   /* (owned) (element-type utf8): one a line of the choice */
  GString             *separators;  /* (owned): one a line of the choice */
  guint                next;        /* the column that has no row yet */
  guint                filling;     /* source */
  gboolean             showing;     /* what is changed is changed by us */

  AdwPreferencesGroup *file;
  AdwComboRow         *entity;
  AdwComboRow         *encoding;
  AdwComboRow         *separator;
  GtkSwitch           *header;
  AdwPreferencesGroup *columns;
  GtkListBox          *list;
};

enum { MATCH_CHANGED, OPTIONS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelImportColumns, vel_import_columns, ADW_TYPE_BIN)

/* So many rows are made at a time, for a table may have a thousand columns. */
#define ROWS_AT_ONCE 40

static const struct
{
  const char *name;
  const char *label;
} encodings[] = {
  { "UTF-8", N_("Unicode (UTF-8)") },
  { "windows-1254", N_("Turkish (Windows-1254)") },
  { "ISO-8859-9", N_("Turkish (ISO-8859-9)") },
  { "windows-1252", N_("Western European (Windows-1252)") },
  { "UTF-16LE", N_("Unicode (UTF-16, little endian)") },
  { "UTF-16BE", N_("Unicode (UTF-16, big endian)") },
  { "IBM857", N_("Turkish (DOS 857)") },
  { "x-mac-turkish", N_("Turkish (Macintosh)") },
};

static const struct
{
  char        separator;
  const char *label;
} separators[] = {
  { ',', N_("Comma (,)") },
  { ';', N_("Semicolon (;)") },
  { '\t', N_("Tab") },
  { '|', N_("Vertical bar (|)") },
  { ':', N_("Colon (:)") },
  { VEL_CSV_NO_SEPARATOR, N_("None: one column") },
};

static void
option_changed_cb (VelImportColumns *self)
{
  if (!self->showing && self->import != NULL)
    g_signal_emit (self, signals[OPTIONS_CHANGED], 0);
}

static void
match_changed_cb (VelImportColumns *self,
                  guint             column)
{
  GtkListBoxRow *row;

  /* Others may go to the same place, or no longer. */
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    vel_import_column_row_update (VEL_IMPORT_COLUMN_ROW (row));
  g_signal_emit (self, signals[MATCH_CHANGED], 0, column);
}

static void
vel_import_columns_dispose (GObject *object)
{
  VelImportColumns *self = VEL_IMPORT_COLUMNS (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_IMPORT_COLUMNS);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (vel_import_columns_parent_class)->dispose (object);
}

static void
vel_import_columns_finalize (GObject *object)
{
  VelImportColumns *self = VEL_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->own_fields, g_strfreev);
  g_clear_pointer (&self->encodings, g_ptr_array_unref);
  g_string_free (self->separators, TRUE);

  G_OBJECT_CLASS (vel_import_columns_parent_class)->finalize (object);
}

static void
vel_import_columns_class_init (VelImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_import_columns_dispose;
  object_class->finalize = vel_import_columns_finalize;

  /**
   * VelImportColumns::match-changed:
   * @self: the page
   * @column: the column that the user has sent elsewhere
   */
  signals[MATCH_CHANGED] = g_signal_new ("match-changed", VEL_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * VelImportColumns::options-changed:
   * @self: the page
   *
   * The user says that the table is written down otherwise, or of something
   * else; it must be opened anew.
   */
  signals[OPTIONS_CHANGED] = g_signal_new ("options-changed", VEL_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/import/vel-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, file);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, entity);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, encoding);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, separator);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, header);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, columns);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumns, list);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
}

static void
vel_import_columns_init (VelImportColumns *self)
{
  self->encodings = g_ptr_array_new_with_free_func (g_free);
  self->separators = g_string_new ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What the rows may be. */
static void
show_entities (VelImportColumns *self,
               const VelEntity  *current)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint n_words;
  const VelImportWords *words = vel_import_words_list (&n_words);
  guint selected = 0;

  for (guint i = 0; i < n_words; i++)
    {
      if (words[i].entity == current)
        selected = i;
      gtk_string_list_append (labels, _(words[i].entity->label_many));
    }
  adw_combo_row_set_model (self->entity, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->entity, selected);
}

/* The encodings that are offered, and the one of the file if it is none of them. */
static void
show_encodings (VelImportColumns *self,
                const char       *current)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = G_MAXUINT;

  g_ptr_array_set_size (self->encodings, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      if (g_ascii_strcasecmp (encodings[i].name, current) == 0)
        selected = i;
      g_ptr_array_add (self->encodings, g_strdup (encodings[i].name));
      gtk_string_list_append (labels, _(encodings[i].label));
    }
  if (selected == G_MAXUINT)
    {
      selected = self->encodings->len;
      g_ptr_array_add (self->encodings, g_strdup (current));
      gtk_string_list_append (labels, current);
    }
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->encoding, selected);
}

/* A file may say of itself that something else parts its columns. */
static void
show_separators (VelImportColumns *self,
                 char              current)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  const char other[] = { current, '\0' };
  guint selected = G_N_ELEMENTS (separators);

  g_string_truncate (self->separators, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (separators[i].separator == current)
        selected = i;
      g_string_append_c (self->separators, separators[i].separator);
      gtk_string_list_append (labels, _(separators[i].label));
    }
  if (selected == G_N_ELEMENTS (separators))
    {
      g_string_append_c (self->separators, current);
      gtk_string_list_append (labels, other);
    }
  adw_combo_row_set_model (self->separator, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->separator, selected);
}

static void
describe (VelImportColumns *self)
{
  const guint n_rows = vel_import_get_n_rows (self->import);
  const guint n_columns = g_strv_length ((GStrv) vel_import_get_columns (self->import));
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns), n_columns);
  /* Translators: how much is in a file, such as "812 rows, 9 columns". */
  g_autofree char *text = g_strdup_printf (_("%1$s, %2$s"), rows, columns);

  adw_preferences_group_set_description (self->file, text);
  adw_preferences_group_set_description (self->columns, vel_import_is_remembered (self->import)
                                         ? _("They go where those of the last file of this shape went.")
                                         : _("Click on a field to send a column elsewhere."));
}

static gboolean
fill_cb (gpointer data)
{
  VelImportColumns *self = data;
  const char * const *names = vel_import_get_columns (self->import);

  for (guint i = 0; i < ROWS_AT_ONCE && names[self->next] != NULL; i++)
    {
      GtkWidget *row = vel_import_column_row_new (self->import, self->next++, (const char * const *) self->own_fields);

      g_signal_connect_object (row, "changed", G_CALLBACK (match_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  if (names[self->next] != NULL)
    return G_SOURCE_CONTINUE;
  self->filling = 0;
  return G_SOURCE_REMOVE;
}

/**
 * vel_import_columns_show:
 * @self: the page
 * @import: what it shall show
 * @own_fields: (array zero-terminated=1): the fields that the user has added to the book; copied
 */
void
vel_import_columns_show (VelImportColumns   *self,
                         VelImport          *import,
                         const char * const *own_fields)
{
  GtkListBoxRow *row;

  g_return_if_fail (VEL_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (VEL_IS_IMPORT (import));

  self->showing = TRUE;
  g_clear_handle_id (&self->filling, g_source_remove);
  g_set_object (&self->import, import);
  g_strfreev (self->own_fields);
  self->own_fields = g_strdupv ((GStrv) own_fields);
  show_entities (self, vel_import_get_entity (import));
  show_encodings (self, vel_import_get_encoding (import));
  show_separators (self, vel_import_get_separator (import));
  gtk_switch_set_active (self->header, vel_import_has_header (import));
  describe (self);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->next = 0;
  if (fill_cb (self) == G_SOURCE_CONTINUE)
    self->filling = g_idle_add (fill_cb, self);
  self->showing = FALSE;
}

/**
 * vel_import_columns_get_options:
 * @self: the page, which shows an import
 * @options: (out): how the user says the table is written down; the encoding belongs to @self
 */
void
vel_import_columns_get_options (VelImportColumns *self,
                                VelCsvOptions    *options)
{
  g_return_if_fail (VEL_IS_IMPORT_COLUMNS (self));

  options->encoding = g_ptr_array_index (self->encodings, adw_combo_row_get_selected (self->encoding));
  options->separator = self->separators->str[adw_combo_row_get_selected (self->separator)];
  options->header = gtk_switch_get_active (self->header) ? VEL_CSV_HEADER_YES : VEL_CSV_HEADER_NO;
}

/**
 * vel_import_columns_get_entity:
 * @self: the page, which shows an import
 *
 * Returns: (transfer none): what the user says that the rows are
 */
const VelEntity *
vel_import_columns_get_entity (VelImportColumns *self)
{
  guint n_words;
  const VelImportWords *words = vel_import_words_list (&n_words);

  g_return_val_if_fail (VEL_IS_IMPORT_COLUMNS (self), NULL);

  return words[adw_combo_row_get_selected (self->entity)].entity;
}
