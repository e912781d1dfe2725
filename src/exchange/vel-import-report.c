/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-import-private.h"

/* What became of the rows of an import. */

static void
free_rejection (gpointer data)
{
  VelImportRejection *rejection = data;

  g_free (rejection->column);
  g_free (rejection->value);
  g_free (rejection->reason);
  g_strfreev (rejection->cells);
  g_free (rejection);
}

static void
free_sample (gpointer data)
{
  VelImportSample *sample = data;

  for (guint i = 0; i < sample->entity->n_fields; i++)
    vel_value_clear (&sample->values[i]);
  g_free (sample->values);
  g_free (sample);
}

/* An empty report, for vel-import-run.c. */
VelImportReport *
vel_import_report_new (void)
{
  VelImportReport *report = g_new0 (VelImportReport, 1);

  report->rejected = g_ptr_array_new_with_free_func (free_rejection);
  report->samples = g_ptr_array_new_with_free_func (free_sample);
  report->unknown_customers = g_ptr_array_new_with_free_func (g_free);
  report->missing_stages = g_ptr_array_new_with_free_func (g_free);
  report->new_products = g_ptr_array_new_with_free_func (g_free);
  report->new_reasons = g_ptr_array_new_with_free_func (g_free);
  return report;
}

/**
 * vel_import_report_free:
 * @self: (transfer full): a report
 */
void
vel_import_report_free (VelImportReport *self)
{
  g_ptr_array_unref (self->rejected);
  g_ptr_array_unref (self->samples);
  g_ptr_array_unref (self->unknown_customers);
  g_ptr_array_unref (self->missing_stages);
  g_ptr_array_unref (self->new_products);
  g_ptr_array_unref (self->new_reasons);
  g_free (self);
}

static void
append_cell (GString    *line,
             const char *cell,
             char        separator)
{
  g_auto(GStrv) parts = g_strsplit (cell, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  if (line->len > 0 && line->str[line->len - 1] != '\n')
    g_string_append_c (line, separator);
  g_string_append_printf (line, "\"%s\"", doubled);
}

/**
 * vel_import_save_rejected:
 * @self: an import
 * @report: what it reported
 * @file: where to
 * @error: (out): a #GIOError
 *
 * Writes the rejected rows as they were, with a column for the reason in
 * front, so that they can be mended and imported anew: UTF-8 with a mark at
 * its beginning, by which spreadsheets know it, and every cell in quotes.
 *
 * Returns: whether the file was written
 */
gboolean
vel_import_save_rejected (VelImport        *self,
                          VelImportReport  *report,
                          GFile            *file,
                          GError          **error)
{
  const char separator = vel_import_get_separator (self);
  const char * const *names = vel_import_get_columns (self);
  g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf");

  g_return_val_if_fail (VEL_IS_IMPORT (self), FALSE);

  g_string_append_printf (text, "\"%s\"", _("Reason"));
  for (guint i = 0; names[i] != NULL; i++)
    append_cell (text, names[i], separator);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < report->rejected->len; i++)
    {
      const VelImportRejection *rejection = g_ptr_array_index (report->rejected, i);

      append_cell (text, rejection->reason, separator);
      for (guint c = 0; rejection->cells[c] != NULL; c++)
        append_cell (text, rejection->cells[c], separator);
      g_string_append (text, "\r\n");
    }
  return g_file_replace_contents (file, text->str, text->len, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}
