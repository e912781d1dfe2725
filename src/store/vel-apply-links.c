/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-apply-private.h"

#include <glib/gi18n-lib.h>

#include "vel-item.h"
#include "vel-store-error.h"
#include "vel-text.h"

/* Fields that name other records: finding, adding, linking and unlinking these. */

typedef struct
{
  gint64  id;      /* of the row that links */
  gint64  target;
  char   *fold;    /* (owned): the folded name of what it links to */
} Link;

static void
clear_link (gpointer data)
{
  g_free (((Link *) data)->fold);
}

/* Names are the same where they fold alike. Sorted entities are found in the
 * order of names by the primary weights of the key, which come first in it and
 * end at the first byte 1; the others are few and are scanned. */
static gboolean
find_named (VelApply         *self,
            const VelEntity  *entity,
            gboolean          organisation,
            const char       *name,
            gint64           *id,
            GError          **error)
{
  g_autofree char *fold = vel_text_fold (name);
  g_autofree guint8 *key = NULL;
  g_autofree char *sql = NULL;
  g_autoptr(VelStatement) statement = NULL;
  gsize length = 0;
  gboolean row;

  *id = 0;
  if (entity->is_sorted)
    sql = g_strdup_printf ("SELECT t.id FROM %s_order o JOIN %s t ON t.id = o.id WHERE o.key >= ?2 AND o.key < ?3"
                           " AND vel_fold (t.name) = ?1%s ORDER BY t.id LIMIT 1",
                           entity->name, entity->name, organisation ? " AND t.kind = 'organisation'" : "");
  else
    sql = g_strdup_printf ("SELECT t.id FROM %s t WHERE vel_fold (t.name) = ?1 ORDER BY t.id LIMIT 1", entity->name);

  statement = vel_database_prepare (self->database, sql, error);
  if (statement == NULL)
    return FALSE;
  vel_statement_bind_text (statement, 1, fold);
  if (entity->is_sorted)
    {
      const guint8 *end;

      key = vel_collator_key (self->collator, name, &length);
      end = memchr (key, 1, length);
      length = end != NULL ? (gsize) (end - key) : length;
      key = g_realloc (key, length + 1);
      key[length] = 2;
      sqlite3_bind_blob (statement, 2, key, length, SQLITE_TRANSIENT);
      sqlite3_bind_blob (statement, 3, key, length + 1, SQLITE_TRANSIENT);
    }
  if (!vel_database_step (self->database, statement, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

static gboolean
add_named (VelApply         *self,
           const VelEntity  *entity,
           gboolean          organisation,
           const char       *name,
           gint64           *id,
           GError          **error)
{
  VelValue *values = g_new0 (VelValue, entity->n_fields);
  gboolean done;

  *id = vel_apply_new_id (self);
  vel_value_set_text (&values[vel_entity_field_index (entity, "name")], name);
  if (organisation)
    vel_value_set_text (&values[vel_entity_field_index (entity, "kind")], "organisation");
  done = vel_apply_insert_row (self, entity, *id, values, error);
  for (guint i = 0; i < entity->n_fields; i++)
    vel_value_clear (&values[i]);
  g_free (values);
  return done;
}

static GArray *
read_links (VelApply        *self,
            const VelField  *field,
            const char      *target,
            gint64           id,
            GError         **error)
{
  const char *order = vel_entity_find_field (vel_entity_find (field->via), "position") != NULL
                        ? "v.position, v.id" : "v.id";
  g_autofree char *sql = g_strdup_printf ("SELECT v.id, n.id, vel_fold (n.name) FROM %s v JOIN %s n ON n.id = v.%s"
                                          " WHERE v.%s = ?1 ORDER BY %s",
                                          field->via, target, field->to, field->from, order);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);
  g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  gboolean row;

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (links, clear_link);
  sqlite3_bind_int64 (statement, 1, id);
  while (TRUE)
    {
      Link link;

      if (!vel_database_step (self->database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&links);
      link.id = sqlite3_column_int64 (statement, 0);
      link.target = sqlite3_column_int64 (statement, 1);
      link.fold = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      g_array_append_val (links, link);
    }
}

static gboolean
unlink_row (VelApply    *self,
            const char  *via,
            gint64       id,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", via);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  return vel_database_run (self->database, statement, error);
}

static gboolean
link_row (VelApply        *self,
          const VelField  *field,
          gint64           id,
          gint64           target,
          gint64           position,
          GError         **error)
{
  const VelEntity *via = vel_entity_find (field->via);
  VelValue *values = g_new0 (VelValue, via->n_fields);
  const guint order = vel_entity_field_index (via, "position");
  gboolean done;

  vel_value_set_integer (&values[vel_entity_field_index (via, field->from)], id);
  vel_value_set_integer (&values[vel_entity_field_index (via, field->to)], target);
  if (order != VEL_NO_FIELD)
    vel_value_set_integer (&values[order], position);
  done = vel_apply_insert_row (self, via, vel_apply_new_id (self), values, error);
  for (guint i = 0; i < via->n_fields; i++)
    vel_value_clear (&values[i]);
  g_free (values);
  return done;
}

static gboolean
retarget_row (VelApply        *self,
              const VelField  *field,
              gint64           row,
              gint64           target,
              GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE id = ?2", field->via, field->to);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, target);
  sqlite3_bind_int64 (statement, 2, row);
  return vel_database_run (self->database, statement, error);
}

static gboolean
holds (const char * const *folds,
       const char          *fold)
{
  return g_strv_contains (folds, fold);
}

static GStrv
fold_all (const char * const *words)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *fold = vel_text_fold (words[i]);

      g_strv_builder_add (builder, fold);
    }
  return g_strv_builder_end (builder);
}

static const Link *
find_link (GArray     *links,
           const char *fold)
{
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      if (g_str_equal (link->fold, fold))
        return link;
    }
  return NULL;
}

/* Makes the record linked to exactly the named ones (SET), or also (ADD), or not (REMOVE). */
static gboolean
link_names (VelApply             *self,
            const VelField       *field,
            const VelEntity      *target,
            gint64                id,
            VelSettingKind        kind,
            const char * const   *words,
            GError              **error)
{
  g_autoptr(GArray) links = read_links (self, field, target->name, id, error);
  g_auto(GStrv) folds = fold_all (words);
  const gboolean organisation = g_str_equal (field->to, "organisation");

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len && kind != VEL_SETTING_ADD_WORD; i++)
    {
      const Link *link = &g_array_index (links, Link, i);

      if (holds ((const char * const *) folds, link->fold) == (kind == VEL_SETTING_REMOVE_WORD) &&
          !unlink_row (self, field->via, link->id, error))
        return FALSE;
    }
  if (kind == VEL_SETTING_REMOVE_WORD)
    return TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 found;

      if (*folds[i] == '\0' || find_link (links, folds[i]) != NULL)
        continue;
      if (!find_named (self, target, organisation, words[i], &found, error) ||
          (found == 0 && !add_named (self, target, organisation, words[i], &found, error)))
        return FALSE;
      if (found != id)
        {
          Link link = { 0, found, g_strdup (folds[i]) };

          g_array_append_val (links, link);
          if (!link_row (self, field, id, found, i, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* Makes the first link point to the named record. */
static gboolean
link_name (VelApply        *self,
           const VelField  *field,
           const VelEntity *target,
           gint64           id,
           const char      *name,
           GError         **error)
{
  g_autoptr(GArray) links = read_links (self, field, target->name, id, error);
  g_autofree char *fold = name != NULL ? vel_text_fold (name) : g_strdup ("");
  const Link *first;
  const Link *other;
  gint64 found;

  if (links == NULL)
    return FALSE;
  first = links->len > 0 ? &g_array_index (links, Link, 0) : NULL;
  if (*fold == '\0')
    return first == NULL || unlink_row (self, field->via, first->id, error);
  if (first != NULL && g_str_equal (first->fold, fold))
    return TRUE;

  other = find_link (links, fold);
  if (other != NULL)
    return unlink_row (self, field->via, first->id, error);
  if (!find_named (self, target, TRUE, name, &found, error) ||
      (found == 0 && !add_named (self, target, TRUE, name, &found, error)))
    return FALSE;
  if (found == id)
    return TRUE;
  return first != NULL ? retarget_row (self, field, first->id, found, error)
                       : link_row (self, field, id, found, 0, error);
}

static gboolean
set_detail (VelApply         *self,
            const VelField   *field,
            gint64            id,
            const VelValue   *value,
            GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = ?1 WHERE id = (SELECT id FROM %s WHERE %s = ?2"
                                          " ORDER BY position, id LIMIT 1)",
                                          field->via, field->to, field->via, field->from);
  g_autoptr(VelStatement) statement = vel_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  vel_statement_bind (statement, 1, value);
  sqlite3_bind_int64 (statement, 2, id);
  if (!vel_database_run (self->database, statement, error))
    return FALSE;
  if (sqlite3_changes (vel_database_get_handle (self->database)) == 0 && !vel_value_is_empty (value))
    {
      g_set_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID,
                   _("A role needs an organisation: set the organisation first."));
      return FALSE;
    }
  return TRUE;
}

/**
 * vel_apply_link:
 * @self: where and when
 * @entity: what the record is
 * @id: the record
 * @setting: a setting of a field that follows from links to other records
 * @error: (out): a #VelStoreError
 *
 * Returns: whether the links are now as @setting says
 */
gboolean
vel_apply_link (VelApply         *self,
                const VelEntity  *entity,
                gint64            id,
                const VelSetting *setting,
                GError          **error)
{
  const VelField *field = &entity->fields[setting->field];
  const VelEntity *target;

  if (field->derive == VEL_DERIVE_DETAIL)
    return set_detail (self, field, id, &setting->value, error);

  target = vel_entity_find (field->target);
  if (field->derive == VEL_DERIVE_NAME)
    return link_name (self, field, target, id, setting->value.text, error);

  if (setting->kind == VEL_SETTING_SET)
    {
      g_auto(GStrv) words = vel_words_parse (setting->value.text);

      return link_names (self, field, target, id, setting->kind, (const char * const *) words, error);
    }
  else
    {
      const char * const words[] = { setting->value.text, NULL };

      return link_names (self, field, target, id, setting->kind, words, error);
    }
}
