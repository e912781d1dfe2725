/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a fuzzing function without a fuzzer: fuzz-x SEEDS COUNT. Over each file
 * in the folder SEEDS as it is, then over COUNT changed ones; the changes are
 * the same in every run, so that a failure can be repeated.
 */
#include "config.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define RANDOM_SEED 20261122

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

static gboolean
load_seeds (const char  *folder,
            GPtrArray   *seeds,
            GError     **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  /* A folder has no order of its own. */
  g_ptr_array_sort (names, (GCompareFunc) g_strcmp0);

  for (guint i = 0; i < names->len; i++)
    {
      char *data;
      gsize length;

      if (!g_file_get_contents (g_ptr_array_index (names, i), &data, &length, error))
        return FALSE;
      g_ptr_array_add (seeds, g_bytes_new_take (data, length));
    }
  return TRUE;
}

static void
change (GByteArray *bytes,
        GRand      *rand,
        GPtrArray  *seeds)
{
  static const char * const marks[] = {
    "\"", "\"\"", "\n", "\r\n", "\r", ";", ",", "\t", "|", "\\\"", " \"", "\xef\xbb\xbf", "\xff\xfe", "\xfe", "\xfd",
    "\xc5\x9f", "sep=;\n", "\x1f", "\xef\xb7\x90",
  };
  guint at = bytes->len > 0 ? g_rand_int_range (rand, 0, bytes->len) : 0;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[at] = g_rand_int_range (rand, 0, 256);
      break;

    case 1:
      if (bytes->len > 0)
        bytes->data[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;

    case 2:
      if (bytes->len > 0)
        {
          guint n = g_rand_int_range (rand, 1, 32);

          g_byte_array_remove_range (bytes, at, MIN (bytes->len - at, n));
        }
      break;

    case 3:
      g_byte_array_set_size (bytes, at);
      break;

    case 4:
      {
        gsize length;
        const guint8 *data = g_bytes_get_data (g_ptr_array_index (seeds, g_rand_int_range (rand, 0, seeds->len)),
                                               &length);

        g_byte_array_append (bytes, data, MIN (length, 512));
      }
      break;

    default:
      {
        const char *mark = marks[g_rand_int_range (rand, 0, G_N_ELEMENTS (marks))];
        g_autofree guint8 *tail = g_memdup2 (bytes->data + at, bytes->len - at);
        guint n_tail = bytes->len - at;

        g_byte_array_set_size (bytes, at);
        g_byte_array_append (bytes, (const guint8 *) mark, strlen (mark));
        if (n_tail > 0)
          g_byte_array_append (bytes, tail, n_tail);
      }
      break;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GRand) rand = g_rand_new_with_seed (RANDOM_SEED);
  g_autoptr(GError) error = NULL;
  int count;

  if (argc != 3)
    {
      g_printerr ("%s SEEDS COUNT\n", argv[0]);
      return 2;
    }
  if (!load_seeds (argv[1], seeds, &error) || seeds->len == 0)
    {
      g_printerr ("%s: %s\n", argv[1], error != NULL ? error->message : "no seeds");
      return 1;
    }

  for (guint i = 0; i < seeds->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (seeds, i), &length);

      LLVMFuzzerTestOneInput (data, length);
    }

  count = atoi (argv[2]);
  for (int i = 0; i < count; i++)
    {
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (seeds, g_rand_int_range (rand, 0, seeds->len)),
                                             &length);

      g_byte_array_append (bytes, data, length);
      for (int changes = g_rand_int_range (rand, 1, 8); changes > 0; changes--)
        change (bytes, rand, seeds);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }

  g_print ("%u seeds, %d changed ones\n", seeds->len, count);
  return 0;
}
