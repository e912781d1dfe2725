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

typedef struct
{
  gint64   id;
  gboolean is_shared; /* others have it, too */
} Owner;

struct _VelMatcher
{
  GHashTable   *places; /* (owned): key -> the place of its owner, from 1 on */
  GArray       *owners; /* (owned) (element-type Owner) */
  GStringChunk *keys;   /* (owned) */
  GString      *key;    /* (owned): the key in the making */
};

static VelMatcher *
new_matcher (void)
{
  VelMatcher *self = g_new0 (VelMatcher, 1);

  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->owners = g_array_new (FALSE, FALSE, sizeof (Owner));
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
  g_array_unref (self->owners);
  g_string_chunk_free (self->keys);
  g_string_free (self->key, TRUE);
  g_free (self);
}

/* The key under which a text is found, in self->key; FALSE where it says too little. */
static gboolean
make_key (VelMatcher   *self,
          VelMatchKind  kind,
          const char   *text,
          const char   *beside)
{
  g_autofree char *digits = NULL;

  if (text == NULL || *text == '\0')
    return FALSE;
  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, "eptnac"[kind]);
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
      if (beside == NULL || *beside == '\0')
        return FALSE;
      vel_text_fold_append (self->key, text);
      g_string_append_c (self->key, '\n');
      vel_text_fold_append (self->key, beside);
      break;

    case VEL_MATCH_EMAIL:
    case VEL_MATCH_TAX_ID:
    case VEL_MATCH_NAME_ALONE:
    case VEL_MATCH_CALLED:
    default:
      vel_text_fold_append (self->key, text);
      break;
    }
  return self->key->len > 1;
}

static Owner *
find_owner (VelMatcher *self)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, self->key->str));

  return place > 0 ? &g_array_index (self->owners, Owner, place - 1) : NULL;
}

static void
add_owner (VelMatcher *self,
           gint64      id)
{
  const Owner owner = { id, FALSE };

  g_array_append_val (self->owners, owner);
  g_hash_table_insert (self->places, g_string_chunk_insert_len (self->keys, self->key->str, self->key->len),
                       GUINT_TO_POINTER (self->owners->len));
}

/* What several share is found under the name of each of them, too. */
static void
append_name (VelMatcher *self,
             const char *name)
{
  g_string_append_c (self->key, '\n');
  if (name != NULL)
    vel_text_fold_append (self->key, name);
}

/**
 * vel_matcher_add:
 * @self: a matcher
 * @kind: by what
 * @text: (nullable): the address, number or name
 * @beside: (nullable): the city, for a name; else the name of who has it
 * @id: whose it is
 *
 * Lets somebody be known by something. Others may have it, too.
 */
void
vel_matcher_add (VelMatcher   *self,
                 VelMatchKind  kind,
                 const char   *text,
                 const char   *beside,
                 gint64        id)
{
  Owner *owner;

  if (!make_key (self, kind, text, beside))
    return;
  owner = find_owner (self);
  if (owner == NULL)
    {
      add_owner (self, id);
      return;
    }
  if (owner->id == id)
    return;
  owner->is_shared = TRUE;
  if (kind == VEL_MATCH_NAME || kind == VEL_MATCH_NAME_ALONE || kind == VEL_MATCH_CALLED)
    return;
  append_name (self, beside);
  if (find_owner (self) == NULL)
    add_owner (self, id);
}

/**
 * vel_matcher_find:
 * @self: a matcher
 * @kind: by what
 * @text: (nullable): the address, number or name
 * @beside: (nullable): the city, for a name; else the name of who is looked for
 *
 * Of several who have the same it is the one of that name, else the first. By
 * a name alone only one who shares it with nobody is found.
 *
 * Returns: whose it is, or 0
 */
gint64
vel_matcher_find (VelMatcher   *self,
                  VelMatchKind  kind,
                  const char   *text,
                  const char   *beside)
{
  const Owner *first;
  const Owner *namesake = NULL;

  if (!make_key (self, kind, text, beside))
    return 0;
  first = find_owner (self);
  if (first == NULL || (first->is_shared && (kind == VEL_MATCH_NAME_ALONE || kind == VEL_MATCH_CALLED)))
    return 0;
  if (first->is_shared && kind != VEL_MATCH_NAME)
    {
      append_name (self, beside);
      namesake = find_owner (self);
    }
  return namesake != NULL ? namesake->id : first->id;
}

/**
 * vel_matcher_is_shared:
 * @self: a matcher
 * @kind: by what
 * @text: the address, number or name
 *
 * Returns: whether several have it
 */
gboolean
vel_matcher_is_shared (VelMatcher   *self,
                       VelMatchKind  kind,
                       const char   *text)
{
  const Owner *owner = make_key (self, kind, text, NULL) ? find_owner (self) : NULL;

  return owner != NULL && owner->is_shared;
}

static void
add_items (VelMatcher   *self,
           VelMatchKind  kind,
           const char   *json,
           const char   *name,
           gint64        id)
{
  g_autoptr(GPtrArray) items = vel_items_parse (json);

  for (guint i = 0; i < items->len; i++)
    vel_matcher_add (self, kind, ((VelItem *) g_ptr_array_index (items, i))->value, name, id);
}

static void
add_customer (VelMatcher *self,
              gint64      id,
              const char *emails,
              const char *phones,
              const char *tax_id,
              const char *name,
              const char *city)
{
  add_items (self, VEL_MATCH_EMAIL, emails, name, id);
  add_items (self, VEL_MATCH_PHONE, phones, name, id);
  vel_matcher_add (self, VEL_MATCH_TAX_ID, tax_id, name, id);
  if (city != NULL)
    vel_matcher_add (self, VEL_MATCH_NAME, name, city, id);
  else if (emails == NULL && phones == NULL && tax_id == NULL)
    vel_matcher_add (self, VEL_MATCH_NAME_ALONE, name, NULL, id);
}

typedef struct
{
  VelBook  *book;
  gboolean  by_name;
} Loading;

static gpointer
load (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  const Loading *loading = data;
  VelDatabase *database = vel_reader_get_database (loading->book->reader);
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
      add_customer (matcher, id, (const char *) sqlite3_column_text (statement, 1),
                    (const char *) sqlite3_column_text (statement, 2),
                    (const char *) sqlite3_column_text (statement, 3),
                    (const char *) sqlite3_column_text (statement, 4),
                    (const char *) sqlite3_column_text (statement, 5));
      if (loading->by_name)
        vel_matcher_add (matcher, VEL_MATCH_CALLED, (const char *) sqlite3_column_text (statement, 4), NULL, id);
    }
}

/**
 * vel_matcher_load:
 * @book: an open book
 * @by_name: whether they are to be found by %VEL_MATCH_CALLED, too
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
                  gboolean       by_name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  Loading loading = { book, by_name };

  if (!vel_book_check_open (book, error))
    return NULL;
  return vel_worker_run (book->reading, load, &loading, cancellable, error);
}
