/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is found out about a file before its first row is read.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-file.h"

#include <glib/gi18n-lib.h>

#include "vel-csv-decoder.h"
#include "vel-csv-dialect.h"
#include "vel-csv-encoding.h"
#include "vel-csv-reader.h"
#include "vel-import-error.h"

#define PROBE_SIZE (256 * 1024)
/* How much of the text the separator is sought in. */
#define SAMPLE_SIZE (256 * 1024)

static void
fail_unreadable (GError **error,
                 GError  *reason)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE, _("There is no such file."));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE,
                         _("You are not allowed to read this file."));
  else
    g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE,
                 /* Translators: %s is the system's reason. */
                 _("The file cannot be read: %s"), reason->message);
}

static gboolean
check_size (guint64   size,
            GError  **error)
{
  g_autofree char *size_text = NULL;
  g_autofree char *limit_text = NULL;

  if (size == 0)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_EMPTY, _("The file is empty."));
      return FALSE;
    }
  if (size <= VEL_CSV_MAX_FILE_SIZE)
    return TRUE;

  size_text = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS);
  limit_text = g_format_size_full (VEL_CSV_MAX_FILE_SIZE, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_TOO_LARGE,
               /* Translators: both are sizes, such as 2.1 GiB. */
               _("The file is %s large, and files up to %s are read. Split it into several files."),
               size_text, limit_text);
  return FALSE;
}

/**
 * vel_csv_file_check:
 * @file: a file
 * @size: (out): its size in bytes
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Checks that this is a file that can be read to its end, before it is opened:
 * opening a pipe would wait for its other end.
 *
 * Returns: %FALSE with an error of the domain %VEL_IMPORT_ERROR if it is not
 */
gboolean
vel_csv_file_check (GFile         *file,
                    guint64       *size,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GError) reason = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info == NULL)
    {
      fail_unreadable (error, reason);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE,
                           _("This is a folder. Choose a file in it."));
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE,
                           _("This is no regular file but a device, a pipe or the like."));
      return FALSE;
    }

  *size = g_file_info_get_size (info);
  return check_size (*size, error);
}

/**
 * vel_csv_file_open:
 * @file: a file
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with
 *   %VEL_IMPORT_ERROR_UNREADABLE
 */
GInputStream *
vel_csv_file_open (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GError) reason = NULL;
  GFileInputStream *stream = g_file_read (file, cancellable, &reason);

  if (stream == NULL)
    {
      fail_unreadable (error, reason);
      return NULL;
    }
  return G_INPUT_STREAM (stream);
}

/**
 * vel_csv_file_find_encoding:
 * @file: a file
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Finds out the encoding. The one letter that is no ASCII may stand in the last
 * line, so all of a file is looked at that has had none before.
 *
 * Returns: (transfer none) (nullable): its name, or %NULL with an error
 */
const char *
vel_csv_file_find_encoding (GFile         *file,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr(VelEncodingProbe) probe = vel_encoding_probe_new ();
  g_autoptr(GInputStream) stream = vel_csv_file_open (file, cancellable, error);
  g_autofree guint8 *buffer = NULL;
  gssize n_read;

  if (stream == NULL)
    return NULL;

  buffer = g_malloc (PROBE_SIZE);
  do
    {
      g_autoptr(GError) reason = NULL;

      n_read = g_input_stream_read (stream, buffer, PROBE_SIZE, cancellable, &reason);
      if (n_read < 0)
        {
          fail_unreadable (error, reason);
          return NULL;
        }
      vel_encoding_probe_feed (probe, buffer, n_read);
    }
  while (n_read > 0 && !vel_encoding_probe_is_sure (probe));

  return vel_encoding_probe_decide (probe, error);
}

/**
 * vel_csv_file_find_dialect:
 * @file: a file
 * @encoding: its encoding
 * @separator: its separator if that is known, or 0
 * @dialect: (out caller-allocates): how the table is written
 * @has_hint: (out): whether the first line is no row but tells the separator
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Finds out how the table is written, from the beginning of the file.
 *
 * Returns: %FALSE with an error if the file cannot be read or decoded
 */
gboolean
vel_csv_file_find_dialect (GFile          *file,
                           const char     *encoding,
                           char            separator,
                           VelCsvDialect  *dialect,
                           gboolean       *has_hint,
                           GCancellable   *cancellable,
                           GError        **error)
{
  g_autoptr(GInputStream) stream = vel_csv_file_open (file, cancellable, error);
  g_autoptr(VelCsvDecoder) decoder = NULL;
  g_autoptr(GString) sample = g_string_new (NULL);
  char hint;

  if (stream == NULL)
    return FALSE;
  decoder = vel_csv_decoder_new (stream, encoding, error);
  if (decoder == NULL)
    return FALSE;

  while (!vel_csv_decoder_is_at_end (decoder) && sample->len < SAMPLE_SIZE)
    if (!vel_csv_decoder_read (decoder, sample, cancellable, error))
      return FALSE;

  *has_hint = vel_csv_dialect_find_hint (sample->str, sample->len, &hint);
  if (*has_hint)
    {
      g_string_erase (sample, 0, sizeof ("sep=;") - 1);
      if (separator == '\0')
        separator = hint;
    }
  vel_csv_dialect_find (sample->str, sample->len, vel_csv_decoder_is_at_end (decoder), separator, dialect);

  return TRUE;
}
