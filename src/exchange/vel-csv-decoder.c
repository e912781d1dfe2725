/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-csv-decoder.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "vel-import-error.h"

#define CHUNK_SIZE (64 * 1024)
#define PIVOT_SIZE 4096
/* The longest UTF-8 sequence, which one chunk may hand on to the next unfinished. */
#define MAX_SEQUENCE 4

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UConverter, ucnv_close)

struct _VelCsvDecoder
{
  GInputStream *stream;    /* (owned) */
  UConverter   *from;      /* (owned) (nullable): NULL for UTF-8, which is only checked */
  UConverter   *to;        /* (owned) (nullable) */
  UChar         pivot[PIVOT_SIZE];
  UChar        *pivot_source;
  UChar        *pivot_target;
  guint8       *chunk;     /* (owned) */
  gsize         n_kept;    /* bytes at the start of the chunk left over from the one before */
  guint64       position;
  gboolean      at_start;
  gboolean      at_end;
};

/* ICU's names differ in capitals and dashes from those people write; it knows both. */
static const char *
choose_codec (const char *encoding)
{
  /* ISO-8859-9 is Windows-1254 without 0x80 to 0x9F, which a mislabelled file may yet have. */
  if (ucnv_compareNames (encoding, "ISO-8859-9") == 0 || ucnv_compareNames (encoding, "latin5") == 0)
    return "windows-1254";
  if (ucnv_compareNames (encoding, "ISO-8859-1") == 0 || ucnv_compareNames (encoding, "latin1") == 0)
    return "windows-1252";
  return encoding;
}

static gboolean
is_utf8 (const char *encoding)
{
  return ucnv_compareNames (encoding, "UTF-8") == 0;
}

static void
mark_bad_byte (const void                   *context,
               UConverterToUnicodeArgs      *args,
               const char                   *code_units,
               int32_t                       length,
               UConverterCallbackReason      reason,
               UErrorCode                   *status)
{
  static const UChar mark = 0xfdd0;

  if (reason > UCNV_IRREGULAR)
    return;

  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars (args, &mark, 1, 0, status);
}

static gboolean
open_converters (VelCsvDecoder  *self,
                 const char     *encoding,
                 GError        **error)
{
  g_autoptr(UConverter) from = NULL;
  g_autoptr(UConverter) to = NULL;
  UErrorCode status = U_ZERO_ERROR;

  from = ucnv_open (choose_codec (encoding), &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ARGUMENT,
                   /* Translators: %s is the name of an encoding, such as UTF-8. */
                   _("There is no encoding called “%s”."), encoding);
      return FALSE;
    }

  ucnv_setToUCallBack (from, mark_bad_byte, NULL, NULL, NULL, &status);
  to = ucnv_open ("UTF-8", &status);
  if (U_FAILURE (status))
    {
      g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ARGUMENT,
                   _("The encoding “%s” cannot be read: %s"), encoding, u_errorName (status));
      return FALSE;
    }

  self->from = g_steal_pointer (&from);
  self->to = g_steal_pointer (&to);
  return TRUE;
}

/* Copies UTF-8, marking what is none; keeps an unfinished sequence at the end for the next chunk. */
static void
check_utf8 (VelCsvDecoder *self,
            gsize          length,
            gboolean       flush,
            GString       *text)
{
  const char *p = (const char *) self->chunk;
  const char *end = p + length;

  while (p < end)
    {
      const char *valid;

      g_utf8_validate_len (p, end - p, &valid);
      g_string_append_len (text, p, valid - p);
      p = valid;
      if (p == end)
        break;

      if (*p == '\0')
        {
          g_string_append_c (text, '\0');
          p++;
        }
      else if (!flush && end - p < MAX_SEQUENCE && g_utf8_get_char_validated (p, end - p) == (gunichar) -2)
        {
          break;
        }
      else
        {
          g_string_append (text, VEL_CSV_BAD_BYTE);
          p++;
        }
    }

  self->n_kept = end - p;
  memmove (self->chunk, p, self->n_kept);
}

static gboolean
convert (VelCsvDecoder  *self,
         gsize           length,
         gboolean        flush,
         GString        *text,
         GError        **error)
{
  const char *source = (const char *) self->chunk;
  const char *source_end = source + length;
  UErrorCode status;

  do
    {
      char buffer[4096];
      char *target = buffer;

      status = U_ZERO_ERROR;
      ucnv_convertEx (self->to, self->from,
                      &target, buffer + sizeof (buffer),
                      &source, source_end,
                      self->pivot, &self->pivot_source, &self->pivot_target, self->pivot + PIVOT_SIZE,
                      FALSE, flush, &status);
      g_string_append_len (text, buffer, target - buffer);
    }
  while (status == U_BUFFER_OVERFLOW_ERROR);

  if (U_FAILURE (status))
    {
      g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_BROKEN,
                   /* Translators: %s is a name for the reason. */
                   _("The file cannot be decoded: %s"), u_errorName (status));
      return FALSE;
    }

  return TRUE;
}

/**
 * vel_csv_decoder_new:
 * @stream: the bytes, from the first one on
 * @encoding: the name of an encoding, as vel_encoding_probe_decide() gives it
 *   or as ICU knows it
 * @error: return location for an error
 *
 * Creates a decoder that reads @stream and gives UTF-8 in pieces of bounded
 * size. A byte order mark at the start is left out, bytes that mean nothing
 * become %VEL_CSV_BAD_BYTE, zero bytes stay. Not bound to a thread.
 *
 * Returns: (transfer full) (nullable): a decoder, or %NULL with
 *   %VEL_IMPORT_ERROR_ARGUMENT if there is no such encoding
 */
VelCsvDecoder *
vel_csv_decoder_new (GInputStream  *stream,
                     const char    *encoding,
                     GError       **error)
{
  g_autoptr(VelCsvDecoder) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (encoding != NULL, NULL);

  self = g_new0 (VelCsvDecoder, 1);
  self->stream = g_object_ref (stream);
  self->chunk = g_malloc (CHUNK_SIZE + MAX_SEQUENCE);
  self->pivot_source = self->pivot;
  self->pivot_target = self->pivot;
  self->at_start = TRUE;

  if (!is_utf8 (encoding) && !open_converters (self, encoding, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * vel_csv_decoder_free:
 * @self: (nullable) (transfer full): a decoder
 *
 * Frees @self and lets go of its stream.
 */
void
vel_csv_decoder_free (VelCsvDecoder *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->from, ucnv_close);
  g_clear_pointer (&self->to, ucnv_close);
  g_clear_object (&self->stream);
  g_free (self->chunk);
  g_free (self);
}

/**
 * vel_csv_decoder_read:
 * @self: a decoder
 * @text: where the next piece of UTF-8 is appended; it may hold zero bytes
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads on, at most 64 kB of the file. A piece can be empty before the end is
 * reached: ask vel_csv_decoder_is_at_end().
 *
 * Returns: %FALSE with %VEL_IMPORT_ERROR_UNREADABLE or %G_IO_ERROR_CANCELLED
 *   if the file could not be read
 */
gboolean
vel_csv_decoder_read (VelCsvDecoder  *self,
                      GString        *text,
                      GCancellable   *cancellable,
                      GError        **error)
{
  g_autoptr(GError) read_error = NULL;
  gsize before = text->len;
  gssize n_read;

  if (self->at_end)
    return TRUE;

  n_read = g_input_stream_read (self->stream, self->chunk + self->n_kept, CHUNK_SIZE, cancellable, &read_error);
  if (n_read < 0)
    {
      if (g_error_matches (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&read_error));
      else
        g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_UNREADABLE,
                     /* Translators: %s is the system's reason. */
                     _("The file cannot be read: %s"), read_error->message);
      return FALSE;
    }

  self->position += n_read;
  self->at_end = n_read == 0;

  if (self->from == NULL)
    check_utf8 (self, self->n_kept + n_read, self->at_end, text);
  else if (!convert (self, n_read, self->at_end, text, error))
    return FALSE;

  /* Only once: U+FEFF further on is text. */
  if (self->at_start && text->len > before)
    {
      if (text->len - before >= 3 && memcmp (text->str + before, "\xef\xbb\xbf", 3) == 0)
        g_string_erase (text, before, 3);
      self->at_start = FALSE;
    }

  return TRUE;
}

/**
 * vel_csv_decoder_is_at_end:
 * @self: a decoder
 *
 * Returns: whether all of the file has been read
 */
gboolean
vel_csv_decoder_is_at_end (VelCsvDecoder *self)
{
  return self->at_end;
}

/**
 * vel_csv_decoder_get_position:
 * @self: a decoder
 *
 * Returns: how many bytes of the file have been read
 */
guint64
vel_csv_decoder_get_position (VelCsvDecoder *self)
{
  return self->position;
}
