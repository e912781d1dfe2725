/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "vel-custom-field.h"
#include "vel-customer.h"
#include "vel-item.h"
#include "vel-text.h"

struct _VelImportWriter
{
  VelBook    *book;           /* (owned) */
  VelChange  *change;         /* (owned) */
  VelMatcher *matcher;        /* (owned) */
  GHashTable *custom_fields;  /* (owned): the names of those that there are */
  GPtrArray  *new_names;      /* (owned) (element-type utf8): of the customers that this import adds */
  VelValue   *values;         /* (owned): of the customer that is looked at */
};

/**
 * vel_import_writer_new:
 * @book: an open book
 * @change: what the writes go into
 * @cancellable: (nullable): to cancel
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads who is in the book. Waits; for workers.
 *
 * Returns: (transfer full) (nullable): a writer
 */
VelImportWriter *
vel_import_writer_new (VelBook       *book,
                       VelChange     *change,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(VelImportWriter) self = g_new0 (VelImportWriter, 1);
  g_auto(GStrv) names = NULL;

  self->book = g_object_ref (book);
  self->change = g_object_ref (change);
  self->custom_fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->new_names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_new0 (VelValue, vel_customer_entity.n_fields);
  self->matcher = vel_matcher_load (book, cancellable, error);
  if (self->matcher == NULL || (names = vel_book_values (book, &vel_custom_field_entity, "name", error)) == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (self->custom_fields, g_strdup (names[i]));
  return g_steal_pointer (&self);
}

static void
clear_values (VelImportWriter *self)
{
  for (guint i = 0; i < vel_customer_entity.n_fields; i++)
    vel_value_clear (&self->values[i]);
}

/**
 * vel_import_writer_free:
 * @self: (transfer full): a writer
 */
void
vel_import_writer_free (VelImportWriter *self)
{
  clear_values (self);
  g_free (self->values);
  g_clear_pointer (&self->matcher, vel_matcher_free);
  g_hash_table_unref (self->custom_fields);
  g_ptr_array_unref (self->new_names);
  g_object_unref (self->change);
  g_object_unref (self->book);
  g_free (self);
}

/* Whom of those that this import itself adds a row may speak of again: only
 * one of the same name, for two rows of one file are two entries. */
static gboolean
is_same_new (VelImportWriter   *self,
             VelImportCustomer *customer,
             gint64             id)
{
  g_autofree char *fold = NULL;
  g_autofree char *other = NULL;

  if (id >= 0)
    return TRUE;
  fold = vel_text_fold (vel_import_customer_get (customer, "name"));
  other = vel_text_fold (g_ptr_array_index (self->new_names, -id - 1));
  return g_str_equal (fold, other);
}

static gint64
find_by_items (VelImportWriter   *self,
               VelImportCustomer *customer,
               VelMatchKind       kind,
               GPtrArray         *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const char *value = ((VelItem *) g_ptr_array_index (items, i))->value;
      gint64 id = vel_matcher_find (self->matcher, kind, value, vel_import_customer_get (customer, "name"));

      if (id != 0 && is_same_new (self, customer, id))
        return id;
    }
  return 0;
}

typedef struct
{
  GPtrArray  *emails;
  GPtrArray  *phones;
  const char *tax_id;
  const char *name;
  const char *city;
} Known;

static gint64
find_customer (VelImportWriter   *self,
               VelImportCustomer *customer,
               const Known       *known)
{
  gint64 id = find_by_items (self, customer, VEL_MATCH_EMAIL, known->emails);

  if (id == 0)
    id = find_by_items (self, customer, VEL_MATCH_PHONE, known->phones);
  if (id == 0)
    id = vel_matcher_find (self->matcher, VEL_MATCH_TAX_ID, known->tax_id, known->name);
  if (id == 0 || !is_same_new (self, customer, id))
    id = vel_matcher_find (self->matcher, VEL_MATCH_NAME, known->name, known->city);
  /* Of those of this file of whom nothing but a name is known each is another one. */
  if (id == 0 && known->emails == NULL && known->phones == NULL && known->tax_id == NULL && known->city == NULL)
    id = vel_matcher_find (self->matcher, VEL_MATCH_NAME_ALONE, known->name, NULL);
  return id != 0 && is_same_new (self, customer, id) ? id : 0;
}

static void
remember_items (VelImportWriter *self,
                const Known     *known,
                VelMatchKind     kind,
                GPtrArray       *items,
                gint64           id)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    vel_matcher_add (self->matcher, kind, ((VelItem *) g_ptr_array_index (items, i))->value, known->name, id);
}

static void
remember (VelImportWriter *self,
          const Known     *known,
          gint64           id)
{
  remember_items (self, known, VEL_MATCH_EMAIL, known->emails, id);
  remember_items (self, known, VEL_MATCH_PHONE, known->phones, id);
  vel_matcher_add (self->matcher, VEL_MATCH_TAX_ID, known->tax_id, known->name, id);
  vel_matcher_add (self->matcher, VEL_MATCH_NAME, known->name, known->city, id);
}

static void
ensure_custom_field (VelImportWriter *self,
                     const char      *name)
{
  gint64 field;

  if (!g_hash_table_add (self->custom_fields, g_strdup (name)))
    return;
  field = vel_change_insert (self->change, &vel_custom_field_entity);
  g_ptr_array_add (self->new_names, g_strdup (""));
  vel_change_set_text (self->change, &vel_custom_field_entity, field, "name", name);
  vel_change_set_text (self->change, &vel_custom_field_entity, field, "entity", vel_customer_entity.name);
}

static void
set_custom (VelImportWriter *self,
            gint64           id,
            const char      *name,
            const char      *text)
{
  g_autofree char *field = g_strconcat ("custom.", name, NULL);

  vel_change_set_text (self->change, &vel_customer_entity, id, field, text);
}

static void
ensure_custom_fields (VelImportWriter   *self,
                      VelImportCustomer *customer)
{
  GHashTableIter iter;
  gpointer name;

  if (customer->custom == NULL)
    return;
  g_hash_table_iter_init (&iter, customer->custom);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    ensure_custom_field (self, name);
}

/* Its values go over into the change. */
static void
create (VelImportWriter   *self,
        VelImportCustomer *customer,
        const Known       *known)
{
  gint64 id;
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  ensure_custom_fields (self, customer);
  /* The name that the local id of the next one points to. */
  g_ptr_array_add (self->new_names, g_strdup (known->name));
  remember (self, known, -(gint64) self->new_names->len);
  id = vel_change_insert_values (self->change, &vel_customer_entity, customer->values);
  g_return_if_fail (id == -(gint64) self->new_names->len);
  if (customer->custom == NULL)
    return;
  g_hash_table_iter_init (&iter, customer->custom);
  while (g_hash_table_iter_next (&iter, &name, &text))
    set_custom (self, id, name, text);
}

static gboolean
add_missing_words (VelImportWriter *self,
                   gint64           id,
                   const char      *field,
                   const char      *wanted,
                   const char      *held)
{
  g_auto(GStrv) words = vel_words_parse (wanted);
  g_autofree char *held_fold = held != NULL ? vel_text_fold (held) : g_strdup ("");
  gboolean changed = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *fold = vel_text_fold (words[i]);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", fold);

      if (strstr (held_fold, quoted) != NULL)
        continue;
      vel_change_add_word (self->change, &vel_customer_entity, id, field, words[i]);
      changed = TRUE;
    }
  return changed;
}

static gboolean
has_items (const char *held,
           const char *wanted)
{
  g_autoptr(GPtrArray) items = vel_items_parse (held);
  g_autoptr(GPtrArray) more = vel_items_parse (wanted);

  for (guint i = 0; i < more->len; i++)
    {
      g_autofree char *place = vel_item_format_place (g_ptr_array_index (more, i));
      gboolean found = FALSE;

      for (guint j = 0; j < items->len && !found; j++)
        {
          g_autofree char *other = vel_item_format_place (g_ptr_array_index (items, j));

          found = g_str_equal (place, other);
        }
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* What the row says is the newer word, but for lists and notes, to which it
 * adds; what it does not say stays. */
static gboolean
update_field (VelImportWriter   *self,
              VelImportCustomer *customer,
              gint64             id,
              guint              i)
{
  const VelField *field = &vel_customer_entity.fields[i];
  const VelValue *wanted = &customer->values[i];
  const VelValue *held = &self->values[i];
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (wanted->kind == VEL_VALUE_NULL || vel_value_equal (wanted, held) ||
      (g_str_equal (field->name, "kind") && !customer->has_kind) ||
      (g_str_equal (field->name, "status") && !customer->has_status))
    return FALSE;
  if (g_str_equal (field->name, "organisation"))
    {
      const char * const one[] = { wanted->text, NULL };
      g_autofree char *words = vel_words_to_json (one);
      const guint all = vel_entity_field_index (&vel_customer_entity, "organisations");

      return add_missing_words (self, id, "organisations", words, self->values[all].text);
    }
  if (field->type == VEL_FIELD_WORDS)
    return add_missing_words (self, id, field->name, wanted->text, held->text);
  if (field->type == VEL_FIELD_ITEMS)
    {
      if (has_items (held->text, wanted->text))
        return FALSE;
      vel_change_add_to (self->change, &vel_customer_entity, id, field->name, wanted->text);
      return TRUE;
    }
  if (field->type == VEL_FIELD_LONG_TEXT)
    {
      if (held->text != NULL && strstr (held->text, wanted->text) != NULL)
        return FALSE;
      vel_change_add_to (self->change, &vel_customer_entity, id, field->name, wanted->text);
      return TRUE;
    }
  vel_value_copy (wanted, &value);
  vel_change_take_value (self->change, &vel_customer_entity, id, field->name, &value);
  return TRUE;
}

static gboolean
update_custom (VelImportWriter   *self,
               VelImportCustomer *customer,
               gint64             id)
{
  const char *json = self->values[vel_entity_field_index (&vel_customer_entity, "custom")].text;
  g_autoptr(JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *held = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  gboolean changed = FALSE;
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  if (customer->custom == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, customer->custom);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      if (held != NULL &&
          g_strcmp0 (json_object_get_string_member_with_default (held, name, NULL), text) == 0)
        continue;
      ensure_custom_field (self, name);
      set_custom (self, id, name, text);
      changed = TRUE;
    }
  return changed;
}

static gboolean
update (VelImportWriter    *self,
        VelImportCustomer  *customer,
        gint64              id,
        VelImportFate      *fate,
        GError            **error)
{
  gboolean changed = FALSE;

  clear_values (self);
  /* One that this very import adds is not in the book yet; what the row adds is added to it. */
  if (id > 0 && !vel_book_read_values (self->book, &vel_customer_entity, id, self->values, error))
    return FALSE;
  for (guint i = 0; i < vel_customer_entity.n_fields; i++)
    changed |= update_field (self, customer, id, i);
  changed |= update_custom (self, customer, id);
  *fate = changed ? VEL_IMPORT_UPDATED : VEL_IMPORT_UNCHANGED;
  return TRUE;
}

/**
 * vel_import_writer_add:
 * @self: a writer
 * @customer: what a row says; of one who is new the values are moved out
 * @fate: (out): what becomes of it
 * @error: (out): a #VelStoreError
 *
 * Somebody is known again by an e-mail address, a telephone number, a VKN or
 * TCKN, by name and city, or by the name where neither the row nor the book
 * knows any of these.
 *
 * Returns: whether the writes were made
 */
gboolean
vel_import_writer_add (VelImportWriter    *self,
                       VelImportCustomer  *customer,
                       VelImportFate      *fate,
                       GError            **error)
{
  const Known known = {
    customer->emails, customer->phones,
    vel_import_customer_get (customer, "tax_id"),
    vel_import_customer_get (customer, "name"),
    customer->city,
  };
  const gint64 id = find_customer (self, customer, &known);

  if (id != 0)
    return update (self, customer, id, fate, error);
  create (self, customer, &known);
  *fate = VEL_IMPORT_CREATED;
  return TRUE;
}
