/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-names.h"

#include "vel-text.h"

struct _VelImportNames
{
  VelImportWriter *writer;  /* (not owned) */
  const VelEntity *entity;
  GHashTable      *ids;     /* (owned) (element-type utf8 gint64) */
};

/**
 * vel_import_names_key:
 * @name: a name
 *
 * Returns: (transfer full): what the writings of one name have in common
 */
char *
vel_import_names_key (const char *name)
{
  g_autofree char *folded = vel_text_fold (name);
  g_autoptr(GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (key, g_utf8_get_char (p));
  return g_strdup (key->str);
}

/**
 * vel_import_names_new:
 * @writer: what adds to them
 * @entity: an entity with names
 * @error: (out): a #VelStoreError
 *
 * Reads what is in the book. Waits; for workers.
 *
 * Returns: (transfer full) (nullable): the names
 */
VelImportNames *
vel_import_names_new (VelImportWriter  *writer,
                      const VelEntity  *entity,
                      GError          **error)
{
  g_autoptr(VelImportNames) self = g_new0 (VelImportNames, 1);
  g_autoptr(VelQuery) query = vel_query_new (entity, NULL, NULL, "id", FALSE);
  g_autoptr(GArray) ids = NULL;

  self->writer = writer;
  self->entity = entity;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  ids = vel_book_find (writer->book, query, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (writer->book, entity, id, error);

      if (record == NULL)
        return NULL;
      vel_import_names_add (self, vel_record_get_text (record, entity->name_field), id);
    }
  return ids != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * vel_import_names_free:
 * @self: (transfer full): names
 */
void
vel_import_names_free (VelImportNames *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

/**
 * vel_import_names_find:
 * @self: names
 * @name: one of them, in any writing
 *
 * Returns: whose it is, below zero for what the import itself adds; 0 for nobody's
 */
gint64
vel_import_names_find (VelImportNames *self,
                       const char     *name)
{
  g_autofree char *key = vel_import_names_key (name);
  const gint64 *id = g_hash_table_lookup (self->ids, key);

  return id != NULL ? *id : 0;
}

/**
 * vel_import_names_add:
 * @self: names
 * @name: a name; of several who have it, it is that of the first
 * @id: whose it is
 */
void
vel_import_names_add (VelImportNames *self,
                      const char     *name,
                      gint64          id)
{
  g_autofree char *key = vel_import_names_key (name);

  if (!g_hash_table_contains (self->ids, key))
    g_hash_table_insert (self->ids, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
}

/**
 * vel_import_names_ensure:
 * @self: names
 * @name: a name
 * @added: (element-type utf8): is told the name if it is a new one
 *
 * Returns: whose it is; a record that is not there is added
 */
gint64
vel_import_names_ensure (VelImportNames *self,
                         const char     *name,
                         GPtrArray      *added)
{
  gint64 id = vel_import_names_find (self, name);

  if (id != 0)
    return id;
  id = vel_change_insert (self->writer->change, self->entity);
  vel_change_set_text (self->writer->change, self->entity, id, self->entity->name_field, name);
  vel_import_names_add (self, name, id);
  g_ptr_array_add (added, g_strdup (name));
  return id;
}
