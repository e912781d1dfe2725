/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#define _GNU_SOURCE  /* memmem */

#include "config.h"

#include "vel-search-index.h"

#include <string.h>

#include "vel-entity-sql.h"
#include "vel-text.h"

/* A record's text is its folded fields and the digits of its phones, each
 * closed by a byte that no search holds; a record ends with a zero. What is
 * edited is appended and its old place is dead; when half of the buffer is
 * dead it is packed anew. */
#define PART_END '\x1f'
#define PACK_AT_LEAST 65536

typedef struct
{
  gint64 id;
  guint  place;  /* VEL_NO_SLOT where the record is gone */
} Slot;

typedef struct
{
  gsize start;  /* in the buffer */
  guint slot;   /* VEL_NO_SLOT where the record has moved on */
} Place;

struct _VelSearchIndex
{
  const VelEntity *entity;
  GByteArray      *buffer;  /* (owned) */
  GArray          *slots;   /* (owned) (element-type Slot): a record keeps its number */
  GArray          *places;  /* (owned) (element-type Place): in the order of the buffer */
  GHashTable      *by_id;   /* (owned): gint64* -> slot number */
  gsize            dead;    /* bytes */
  guint            stamp;   /* counts the times that slots got other numbers */
  char            *select;  /* (owned) */
};

/**
 * vel_search_index_new:
 * @entity: what is to be found
 *
 * Returns: (transfer full): an index of nothing
 */
VelSearchIndex *
vel_search_index_new (const VelEntity *entity)
{
  VelSearchIndex *self = g_new0 (VelSearchIndex, 1);
  g_autoptr(GString) select = g_string_new ("SELECT t.id");

  self->entity = entity;
  self->buffer = g_byte_array_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < entity->n_fields; i++)
    if ((entity->fields[i].flags & VEL_FIELD_SEARCHED) != 0)
      {
        g_autofree char *expression = vel_entity_sql_field (entity, entity->fields[i].name);

        g_string_append_printf (select, ", %s", expression);
      }
  g_string_append_printf (select, " FROM %s t", entity->name);
  self->select = g_strdup (select->str);
  return self;
}

/**
 * vel_search_index_free:
 * @self: (transfer full): an index
 */
void
vel_search_index_free (VelSearchIndex *self)
{
  g_byte_array_unref (self->buffer);
  g_array_unref (self->slots);
  g_array_unref (self->places);
  g_hash_table_unref (self->by_id);
  g_free (self->select);
  g_free (self);
}

static void
append_folded (GString    *line,
               const char *text,
               gssize      length)
{
  g_autofree char *part = g_strndup (text, length);

  vel_text_fold_append (line, part);
  g_string_append_c (line, PART_END);
}

static void
append_digits (GString    *line,
               const char *text,
               gsize       length)
{
  for (gsize i = 0; i < length && text[i] != ';'; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (line, text[i]);
  g_string_append_c (line, PART_END);
}

/* The texts of a list of items, but for their labels, without building a tree
 * of them: the store has written the JSON, whose strings are found by their
 * quotes. */
static void
append_items (GString    *line,
              const char *json,
              gboolean    digits)
{
  const char *p = json;
  const char *name = NULL;

  while ((p = strchr (p, '"')) != NULL)
    {
      const char *start = ++p;
      gboolean escaped = FALSE;

      while (*p != '\0' && *p != '"')
        {
          escaped |= *p == '\\';
          p += *p == '\\' && p[1] != '\0' ? 2 : 1;
        }
      if (*p == '\0')
        return;
      if (p[1] == ':')
        {
          name = start;
        }
      else if (name == NULL || !g_str_has_prefix (name, "label\""))
        {
          if (escaped)
            {
              g_autofree char *raw = g_strndup (start, p - start);
              g_autofree char *plain = g_strcompress (raw);

              append_folded (line, plain, strlen (plain));
            }
          else if (digits)
            {
              append_digits (line, start, p - start);
            }
          else
            {
              append_folded (line, start, p - start);
            }
        }
      p++;
    }
}

static void
compose_line (VelSearchIndex *self,
              VelStatement   *statement,
              GString        *line)
{
  int column = 1;

  g_string_truncate (line, 0);
  for (guint i = 0; i < self->entity->n_fields; i++)
    {
      const VelField *field = &self->entity->fields[i];
      const char *text;

      if ((field->flags & VEL_FIELD_SEARCHED) == 0)
        continue;
      text = (const char *) sqlite3_column_text (statement, column++);
      if (text == NULL || *text == '\0')
        continue;
      if (field->type == VEL_FIELD_ITEMS || field->type == VEL_FIELD_WORDS)
        append_items (line, text, g_str_equal (field->name, "phones"));
      else
        append_folded (line, text, strlen (text));
    }
  g_string_append_c (line, '\0');
}

static gsize
place_length (VelSearchIndex *self,
              guint           place)
{
  const gsize start = g_array_index (self->places, Place, place).start;
  const gsize end = place + 1 < self->places->len ? g_array_index (self->places, Place, place + 1).start
                                                  : self->buffer->len;

  return end - start;
}

static void
leave_place (VelSearchIndex *self,
             Slot           *slot)
{
  if (slot->place == VEL_NO_SLOT)
    return;
  self->dead += place_length (self, slot->place);
  g_array_index (self->places, Place, slot->place).slot = VEL_NO_SLOT;
  slot->place = VEL_NO_SLOT;
}

static void
put_line (VelSearchIndex *self,
          gint64          id,
          const GString  *line)
{
  guint number = vel_search_index_slot (self, id);
  Place place = { self->buffer->len, number };

  if (number != VEL_NO_SLOT)
    {
      leave_place (self, &g_array_index (self->slots, Slot, number));
      g_array_index (self->slots, Slot, number).place = self->places->len;
    }
  else
    {
      const Slot slot = { id, self->places->len };

      place.slot = number = self->slots->len;
      g_array_append_val (self->slots, slot);
      g_hash_table_insert (self->by_id, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (number));
    }
  g_byte_array_append (self->buffer, (const guint8 *) line->str, line->len);
  g_array_append_val (self->places, place);
}

/**
 * vel_search_index_load:
 * @self: an index
 * @database: a connection
 * @error: (out): a #VelStoreError
 *
 * Reads every record anew.
 *
 * Returns: whether they were read
 */
gboolean
vel_search_index_load (VelSearchIndex  *self,
                       VelDatabase     *database,
                       GError         **error)
{
  g_autoptr(VelStatement) statement = vel_database_prepare (database, self->select, error);
  g_autoptr(GString) line = g_string_new (NULL);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  g_byte_array_set_size (self->buffer, 0);
  g_array_set_size (self->slots, 0);
  g_array_set_size (self->places, 0);
  g_hash_table_remove_all (self->by_id);
  self->dead = 0;
  self->stamp++;
  while (TRUE)
    {
      if (!vel_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      compose_line (self, statement, line);
      put_line (self, sqlite3_column_int64 (statement, 0), line);
    }
}

static void
pack (VelSearchIndex *self)
{
  g_autoptr(GByteArray) buffer = g_byte_array_sized_new (self->buffer->len - self->dead);
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *old = &g_array_index (self->places, Place, i);
      const Place fresh = { buffer->len, old->slot };

      if (old->slot == VEL_NO_SLOT)
        continue;
      g_byte_array_append (buffer, self->buffer->data + old->start, place_length (self, i));
      g_array_index (self->slots, Slot, old->slot).place = places->len;
      g_array_append_val (places, fresh);
    }
  g_byte_array_unref (self->buffer);
  g_array_unref (self->places);
  self->buffer = g_steal_pointer (&buffer);
  self->places = g_steal_pointer (&places);
  self->dead = 0;
}

/**
 * vel_search_index_update:
 * @self: an index
 * @database: a connection
 * @id: a record that was touched, or is gone
 * @error: (out): a #VelStoreError
 *
 * Returns: whether the index now knows the record as it is
 */
gboolean
vel_search_index_update (VelSearchIndex  *self,
                         VelDatabase     *database,
                         gint64           id,
                         GError         **error)
{
  g_autofree char *sql = g_strconcat (self->select, " WHERE t.id = ?1", NULL);
  g_autoptr(VelStatement) statement = vel_database_prepare (database, sql, error);
  g_autoptr(GString) line = g_string_new (NULL);
  guint number;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!vel_database_step (database, statement, &row, error))
    return FALSE;
  if (row)
    {
      compose_line (self, statement, line);
      put_line (self, id, line);
    }
  else if ((number = vel_search_index_slot (self, id)) != VEL_NO_SLOT)
    {
      leave_place (self, &g_array_index (self->slots, Slot, number));
    }
  if (self->dead > PACK_AT_LEAST && self->dead > self->buffer->len / 2)
    pack (self);
  return TRUE;
}

/**
 * vel_search_index_stamp:
 * @self: an index
 *
 * Returns: a number that changes when slots got other numbers
 */
guint
vel_search_index_stamp (VelSearchIndex *self)
{
  return self->stamp;
}

/**
 * vel_search_index_slot:
 * @self: an index
 * @id: a record
 *
 * Returns: its slot, or %VEL_NO_SLOT
 */
guint
vel_search_index_slot (VelSearchIndex *self,
                       gint64          id)
{
  gpointer found;

  return g_hash_table_lookup_extended (self->by_id, &id, NULL, &found) ? GPOINTER_TO_UINT (found) : VEL_NO_SLOT;
}

/**
 * vel_search_index_slots:
 * @self: an index
 * @ids: (element-type gint64): records
 *
 * Returns: (transfer full) (element-type guint): the slot of each
 */
GArray *
vel_search_index_slots (VelSearchIndex *self,
                        GArray         *ids)
{
  GArray *slots = g_array_sized_new (FALSE, FALSE, sizeof (guint), ids->len);

  for (guint i = 0; i < ids->len; i++)
    {
      const guint slot = vel_search_index_slot (self, g_array_index (ids, gint64, i));

      g_array_append_val (slots, slot);
    }
  return slots;
}

static gboolean
holds_all (const char          *line,
           const char * const  *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (line, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Marks every record that holds @word, and all of @words. The hits come in the
 * order of the buffer, so the place of each is found by walking on. */
static void
find_words (VelSearchIndex     *self,
            const char         *word,
            const char * const *words,
            GByteArray         *hits)
{
  const guint8 *data = self->buffer->data;
  const guint8 *end = data + self->buffer->len;
  const guint8 *found = data;
  const gsize length = strlen (word);
  guint place = 0;

  while (found < end && (found = memmem (found, end - found, word, length)) != NULL)
    {
      const gsize offset = found - data;
      guint slot;

      while (place + 1 < self->places->len && g_array_index (self->places, Place, place + 1).start <= offset)
        place++;
      slot = g_array_index (self->places, Place, place).slot;
      if (slot != VEL_NO_SLOT &&
          holds_all ((const char *) data + g_array_index (self->places, Place, place).start, words))
        hits->data[slot / 8] |= 1 << (slot % 8);
      if (place + 1 == self->places->len)
        break;
      found = data + g_array_index (self->places, Place, place + 1).start;
    }
}

/* The digits of what looks like a phone number in any writing, without the
 * zeros that stand for "within the country" or "abroad"; NULL for other text. */
static char *
phone_digits (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && !(digits->len == 0 && *p == '0'))
        g_string_append_c (digits, *p);
      else if (strchr ("0123456789 +-()./", *p) == NULL)
        return NULL;
    }
  return digits->len > 0 ? g_strdup (digits->str) : NULL;
}

/**
 * vel_search_index_find:
 * @self: an index
 * @text: what the user typed
 * @hits: (out caller-allocates): becomes a bit for each slot
 *
 * Finds the records that hold every word of @text in any of their short
 * fields, or, where it looks like a phone number, its digits.
 */
void
vel_search_index_find (VelSearchIndex *self,
                       const char     *text,
                       GByteArray     *hits)
{
  static const char * const none[] = { NULL };
  g_autofree char *fold = vel_text_fold (text);
  g_autofree char *digits = phone_digits (text);
  g_auto(GStrv) words = g_strsplit_set (fold, " \t\n", -1);
  const char *longest = "";

  g_byte_array_set_size (hits, self->slots->len / 8 + 1);
  memset (hits->data, 0, hits->len);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > strlen (longest))
      longest = words[i];
  if (*longest != '\0')
    find_words (self, longest, (const char * const *) words, hits);
  if (digits != NULL)
    find_words (self, digits, none, hits);
}
