/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-matcher.h"

#include <string.h>

#include "vel-book-private.h"
#include "vel-database.h"
#include "vel-item.h"
#include "vel-phone.h"
#include "vel-text.h"

struct _VelMatcher
{
  GHashTable   *places; /* (owned): key -> the place of its id, from 1 on */
  GArray       *ids;    /* (owned) (element-type gint64) */
  GStringChunk *keys;   /* (owned) */
  GString      *key;    /* (owned): the key in the making */
};

static VelMatcher *
new_matcher (void)
{
  VelMatcher *self = g_new0 (VelMatcher, 1);

  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->keys = g_string_chunk_new (65536);
  self->key = g_string_new (NULL);
  return self;
}

/**
 * vel_matcher_free:
 * @self: (transfer full): a matcher
 */
void
vel_matcher_free (VelMatcher *self)
{
  g_hash_table_unref (self->places);
  g_array_unref (self->ids);
  g_string_chunk_free (self->keys);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* The key under which a text is found, in self->key; FALSE where it says too little. */
static gboolean
make_key (VelMatcher   *self,
          VelMatchKind  kind,
          const char   *text,
          const char   *city)
{
  g_autofree char *digits = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, "eptn"[kind]);
  switch (kind)
    {
    case VEL_MATCH_PHONE:
      /* Most are in the form in which they are stored. */
      if (*text == '+' && text[1 + strspn (text + 1, "0123456789")] == '\0')
        {
          g_string_append (self->key, text + 1);
          break;
        }
      digits = vel_phone_digits (text);
      g_string_append (self->key, digits != NULL ? digits : "");
      break;

    case VEL_MATCH_NAME:
      if (city == NULL || *city == '\0')
        return FALSE;
      vel_text_fold_append (self->key, text);
      g_string_append_c (self->key, '\n');
      vel_text_fold_append (self->key, city);
      break;

    case VEL_MATCH_EMAIL:
    case VEL_MATCH_TAX_ID:
    default:
      vel_text_fold_append (self->key, text);
      break;
    }
  return self->key->len > 1;
}

/**
 * vel_matcher_add:
 * @self: a matcher
 * @kind: by what
 * @text: (nullable): the address, number or name
 * @city: (nullable): the city, for a name
 * @id: whose it is
 *
 * The first who has something keeps it.
 */
void
vel_matcher_add (VelMatcher   *self,
                 VelMatchKind  kind,
                 const char   *text,
                 const char   *city,
                 gint64        id)
{
  if (!make_key (self, kind, text, city) || g_hash_table_contains (self->places, self->key->str))
    return;
  g_array_append_val (self->ids, id);
  g_hash_table_insert (self->places, g_string_chunk_insert_len (self->keys, self->key->str, self->key->len),
                       GUINT_TO_POINTER (self->ids->len));
}

/**
 * vel_matcher_find:
 * @self: a matcher
 * @kind: by what
 * @text: (nullable): the address, number or name
 * @city: (nullable): the city, for a name
 *
 * Returns: whose it is, or 0
 */
gint64
vel_matcher_find (VelMatcher   *self,
                  VelMatchKind  kind,
                  const char   *text,
                  const char   *city)
{
  guint place;

  if (!make_key (self, kind, text, city))
    return 0;
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, self->key->str));
  return place > 0 ? g_array_index (self->ids, gint64, place - 1) : 0;
}

static void
add_items (VelMatcher   *self,
           VelMatchKind  kind,
           const char   *json,
           gint64        id)
{
  g_autoptr(GPtrArray) items = vel_items_parse (json);

  for (guint i = 0; i < items->len; i++)
    vel_matcher_add (self, kind, ((VelItem *) g_ptr_array_index (items, i))->value, NULL, id);
}

static gpointer
load (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  VelBook *book = data;
  VelDatabase *database = vel_reader_get_database (book->reader);
  g_autoptr(VelMatcher) matcher = new_matcher ();
  g_autoptr(VelStatement) statement = vel_database_prepare (
    database, "SELECT id, emails, phones, tax_id, name, addresses ->> '$[0].city' FROM customer", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      gint64 id;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !vel_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&matcher);
      id = sqlite3_column_int64 (statement, 0);
      add_items (matcher, VEL_MATCH_EMAIL, (const char *) sqlite3_column_text (statement, 1), id);
      add_items (matcher, VEL_MATCH_PHONE, (const char *) sqlite3_column_text (statement, 2), id);
      vel_matcher_add (matcher, VEL_MATCH_TAX_ID, (const char *) sqlite3_column_text (statement, 3), NULL, id);
      vel_matcher_add (matcher, VEL_MATCH_NAME, (const char *) sqlite3_column_text (statement, 4),
                       (const char *) sqlite3_column_text (statement, 5), id);
    }
}

/**
 * vel_matcher_load:
 * @book: an open book
 * @cancellable: (nullable): to cancel
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads by what the customers of @book are known again. Waits; not for the
 * thread of the interface.
 *
 * Returns: (transfer full) (nullable): a matcher
 */
VelMatcher *
vel_matcher_load (VelBook       *book,
                  GCancellable  *cancellable,
                  GError       **error)
{
  if (!vel_book_check_open (book, error))
    return NULL;
  return vel_worker_run (book->reading, load, book, cancellable, error);
}
