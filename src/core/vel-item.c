/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-item.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "vel-json.h"

static const struct
{
  const char *name;
  gsize       offset;
} members[] = {
  { "label", G_STRUCT_OFFSET (VelItem, label) },
  { "value", G_STRUCT_OFFSET (VelItem, value) },
  { "district", G_STRUCT_OFFSET (VelItem, district) },
  { "city", G_STRUCT_OFFSET (VelItem, city) },
  { "postcode", G_STRUCT_OFFSET (VelItem, postcode) },
  { "country", G_STRUCT_OFFSET (VelItem, country) },
};

static const struct
{
  const char *key;
  const char *label;
} label_names[] = {
  { "mobile", N_("Mobile") },
  { "work", N_("Work") },
  { "home", N_("Home") },
  { "fax", N_("Fax") },
  { "invoice", N_("Invoice") },
  { "shipping", N_("Delivery") },
  { "main", N_("Main") },
  { "car", N_("Car") },
  { "pager", N_("Pager") },
  { "web", N_("Website") },
  { "linkedin", "LinkedIn" },
  { "instagram", "Instagram" },
  { "x", "X" },
  { "facebook", "Facebook" },
  { "other", N_("Other") },
};

static void
set_text (char       **place,
          const char  *text)
{
  char *copy = text != NULL && *text != '\0' ? g_strdup (text) : NULL;

  g_free (*place);
  *place = copy;
}

/**
 * vel_item_new:
 * @label: (nullable): its label
 * @value: (nullable): its value
 *
 * Returns: (transfer full): a new item
 */
VelItem *
vel_item_new (const char *label,
              const char *value)
{
  VelItem *self = g_new0 (VelItem, 1);

  set_text (&self->label, label);
  set_text (&self->value, value);
  return self;
}

/**
 * vel_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): its copy
 */
VelItem *
vel_item_copy (const VelItem *self)
{
  VelItem *copy = g_new0 (VelItem, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    set_text (&G_STRUCT_MEMBER (char *, copy, members[i].offset),
              G_STRUCT_MEMBER (char *, self, members[i].offset));
  return copy;
}

/**
 * vel_item_free:
 * @self: (transfer full): an item
 */
void
vel_item_free (VelItem *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_free (G_STRUCT_MEMBER (char *, self, members[i].offset));
  g_free (self);
}

/**
 * vel_item_is_empty:
 * @self: an item
 *
 * Returns: whether it says nothing; a label alone says nothing
 */
gboolean
vel_item_is_empty (const VelItem *self)
{
  return self->value == NULL && self->district == NULL && self->city == NULL && self->postcode == NULL &&
         self->country == NULL;
}

/**
 * vel_item_member:
 * @self: an item
 * @name: "label", "value", "district", "city", "postcode" or "country"
 *
 * Returns: (transfer none) (nullable): where the member lies, or %NULL for another name
 */
char **
vel_item_member (VelItem    *self,
                 const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, name))
      return &G_STRUCT_MEMBER (char *, self, members[i].offset);
  return NULL;
}

/**
 * vel_item_format_place:
 * @self: a postal address
 *
 * Writes it in the order of the Turkish post: street, then post code,
 * district and city, then country.
 *
 * Returns: (transfer full): lines of text
 */
char *
vel_item_format_place (const VelItem *self)
{
  g_autoptr(GString) text = g_string_new (self->value);
  g_autoptr(GString) town = g_string_new (self->postcode);

  if (self->district != NULL)
    g_string_append_printf (town, "%s%s", town->len > 0 ? " " : "", self->district);
  if (self->city != NULL)
    g_string_append_printf (town, "%s%s", self->district != NULL ? " / " : (town->len > 0 ? " " : ""), self->city);
  if (town->len > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", town->str);
  if (self->country != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", self->country);
  return g_strdup (text->str);
}

/**
 * vel_item_label_text:
 * @label: (nullable): the label of an item
 *
 * Returns: (transfer none): the label in the language of the interface; the
 *   user's own words as they are
 */
const char *
vel_item_label_text (const char *label)
{
  if (label == NULL)
    return "";
  for (gsize i = 0; i < G_N_ELEMENTS (label_names); i++)
    if (g_str_equal (label_names[i].key, label))
      return _(label_names[i].label);
  return label;
}

/**
 * vel_item_labels:
 * @field: the name of a list field
 *
 * Returns: (transfer none) (array zero-terminated=1): the labels offered for its items
 */
const char * const *
vel_item_labels (const char *field)
{
  static const char * const of_phones[] = { "mobile", "work", "home", "fax", "other", NULL };
  static const char * const of_emails[] = { "work", "home", "other", NULL };
  static const char * const of_addresses[] = { "work", "home", "invoice", "shipping", "other", NULL };
  static const char * const of_links[] = { "web", "linkedin", "instagram", "x", "facebook", "other", NULL };

  if (g_str_equal (field, "phones"))
    return of_phones;
  if (g_str_equal (field, "addresses"))
    return of_addresses;
  if (g_str_equal (field, "links"))
    return of_links;
  return of_emails;
}

/**
 * vel_items_parse:
 * @json: (nullable): what a list field holds
 *
 * Returns: (transfer full) (element-type VelItem): the items; none where @json
 *   is %NULL or is not a list of items
 */
GPtrArray *
vel_items_parse (const char *json)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
  g_autoptr(JsonNode) node = json != NULL ? vel_json_from_string (json) : NULL;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_steal_pointer (&items);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autoptr(VelItem) item = g_new0 (VelItem, 1);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        continue;
      for (gsize m = 0; m < G_N_ELEMENTS (members); m++)
        set_text (&G_STRUCT_MEMBER (char *, item, members[m].offset),
                  json_object_get_string_member_with_default (json_node_get_object (element), members[m].name, NULL));
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  return g_steal_pointer (&items);
}

/* A text as a JSON string (RFC 8259, section 7), at @to unless that is %NULL.
 * Returns its length. */
static gsize
write_json_string (char       *to,
                   const char *text)
{
  static const char hex[] = "0123456789abcdef";
  gsize n = 0;

#define PUT(c) G_STMT_START { if (to != NULL) to[n] = (c); n++; } G_STMT_END
  PUT ('"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          PUT ('\\');
          PUT (*p);
        }
      else if ((guchar) *p >= 0x20)
        {
          PUT (*p);
        }
      else
        {
          PUT ('\\');
          PUT ('u');
          PUT ('0');
          PUT ('0');
          PUT (hex[*p >> 4]);
          PUT (hex[*p & 0xf]);
        }
    }
  PUT ('"');
#undef PUT
  return n;
}

/* As write_json_string(). */
static gsize
write_item (char          *to,
            const VelItem *item)
{
  gsize n = 0;

  for (gsize m = 0; m < G_N_ELEMENTS (members); m++)
    {
      const char *text = G_STRUCT_MEMBER (char *, item, members[m].offset);

      if (text == NULL || *text == '\0')
        continue;
      if (to != NULL)
        to[n] = n == 0 ? '{' : ',';
      n++;
      n += write_json_string (to != NULL ? to + n : NULL, members[m].name);
      if (to != NULL)
        to[n] = ':';
      n++;
      n += write_json_string (to != NULL ? to + n : NULL, text);
    }
  if (n == 0)
    {
      if (to != NULL)
        to[n] = '{';
      n++;
    }
  if (to != NULL)
    to[n] = '}';
  return n + 1;
}

/* As write_json_string(). */
static gsize
write_items (char      *to,
             GPtrArray *items)
{
  gsize n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const VelItem *item = g_ptr_array_index (items, i);

      if (vel_item_is_empty (item))
        continue;
      if (to != NULL)
        to[n] = n == 0 ? '[' : ',';
      n++;
      n += write_item (to != NULL ? to + n : NULL, item);
    }
  if (n == 0)
    return 0;
  if (to != NULL)
    to[n] = ']';
  return n + 1;
}

/**
 * vel_items_to_json:
 * @items: (element-type VelItem): items
 *
 * Written by hand, for json-glib builds a tree of objects first, which took
 * half of the time of an import.
 *
 * Returns: (transfer full) (nullable): what the list field shall hold: the
 *   items that say something; %NULL where none does
 */
char *
vel_items_to_json (GPtrArray *items)
{
  const gsize length = write_items (NULL, items);
  char *json;

  if (length == 0)
    return NULL;
  json = g_malloc (length + 1);
  write_items (json, items);
  json[length] = '\0';
  return json;
}

/**
 * vel_items_set_first:
 * @json: (nullable): what a list field holds
 * @member: a member of its items
 * @value: (nullable): what the first item shall have there
 *
 * Returns: (transfer full) (nullable): what the list field shall hold; an item
 *   that says nothing any more is gone
 */
char *
vel_items_set_first (const char *json,
                     const char *member,
                     const char *value)
{
  g_autoptr(GPtrArray) items = vel_items_parse (json);
  char **place;

  if (items->len == 0)
    g_ptr_array_add (items, g_new0 (VelItem, 1));
  place = vel_item_member (g_ptr_array_index (items, 0), member);
  g_return_val_if_fail (place != NULL, NULL);
  set_text (place, value);
  return vel_items_to_json (items);
}

/**
 * vel_words_parse:
 * @json: (nullable): what a field of words holds
 *
 * Returns: (transfer full): the words; none where @json is %NULL or is not a list of words
 */
GStrv
vel_words_parse (const char *json)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(JsonNode) node = json != NULL ? vel_json_from_string (json) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          JsonNode *element = json_array_get_element (array, i);

          if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
            g_strv_builder_add (builder, json_node_get_string (element));
        }
    }
  return g_strv_builder_end (builder);
}

/**
 * vel_words_to_json:
 * @words: (array zero-terminated=1): words
 *
 * Returns: (transfer full) (nullable): what the field shall hold: each word
 *   once, empty ones left out; %NULL where none is left
 */
char *
vel_words_to_json (const char * const *words)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (gsize i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && g_hash_table_add (seen, (gpointer) words[i]))
      json_builder_add_string_value (builder, words[i]);
  json_builder_end_array (builder);
  if (g_hash_table_size (seen) == 0)
    return NULL;

  root = json_builder_get_root (builder);
  return vel_json_to_string (root, FALSE);
}
