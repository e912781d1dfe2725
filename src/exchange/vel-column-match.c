/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-column-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-column-names.h"
#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-import-error.h"

static const struct
{
  const VelEntity *entity;
  const char      *field;
  const char      *parts[10];
} field_parts[] = {
  { &vel_customer_entity, "name", { "first", "middle", "last", "prefix", "suffix", "organisation" } },
  { &vel_customer_entity, "birthday", { "day", "month", "year" } },
  { &vel_customer_entity, "phones", { "label" } },
  { &vel_customer_entity, "emails", { "label" } },
  { &vel_customer_entity, "links", { "label" } },
  { &vel_customer_entity, "addresses",
    { "street", "extra", "formatted", "district", "city", "region", "postcode", "country", "label" } },
  { &vel_deal_entity, "customer", { "id", "email", "phone", "organisation" } },
  { &vel_deal_entity, "contact", { "id", "email", "phone" } },
  { &vel_deal_entity, "closed", { "expected" } },
};

/* The first of a list has a name of its own in the book, and a shorter one on the command line. */
static const struct
{
  const char *name;
  const char *field;
  const char *part;
  const char *label;
} aliases[] = {
  { "phone", "phones", "", "" },
  { "email", "emails", "", "" },
  { "address", "addresses", "street", "" },
  { "city", "addresses", "city", "" },
  { "district", "addresses", "district", "" },
  { "website", "links", "", "web" },
  { "tag", "tags", "", "" },
};

static gboolean
has_part (const VelEntity *entity,
          const char      *field,
          const char      *part)
{
  for (gsize i = 0; i < G_N_ELEMENTS (field_parts); i++)
    if (field_parts[i].entity == entity && g_str_equal (field_parts[i].field, field))
      for (gsize j = 0; j < G_N_ELEMENTS (field_parts[i].parts) && field_parts[i].parts[j] != NULL; j++)
        if (g_str_equal (field_parts[i].parts[j], part))
          return TRUE;
  return FALSE;
}

static gboolean
is_list (const VelEntity *entity,
         const char      *field)
{
  const VelField *description = vel_entity_find_field (entity, field);

  return description != NULL && description->type == VEL_FIELD_ITEMS;
}

/* Whether an import can fill the field: all that is not computed from other
 * records, and links, which tables have by name. */
static gboolean
is_importable (const VelEntity *entity,
               const char      *field)
{
  const VelField *description = vel_entity_find_field (entity, field);

  if (description == NULL)
    return FALSE;
  /* The pipeline of a deal follows from its stage, and tells which stage is meant. */
  if (entity == &vel_deal_entity && g_str_equal (field, "pipeline"))
    return TRUE;
  return (description->flags & VEL_FIELD_READ_ONLY) == 0 &&
         ((description->flags & VEL_FIELD_HIDDEN) == 0 || description->type == VEL_FIELD_LINK);
}

/**
 * vel_column_match_new:
 * @field: a field, "custom", or "" to leave the column out
 * @part: a part of it, or ""
 * @label: a label, or ""
 * @index: a number, or 0
 *
 * Returns: (transfer full): a match
 */
VelColumnMatch *
vel_column_match_new (const char *field,
                      const char *part,
                      const char *label,
                      guint       index)
{
  VelColumnMatch *self = g_new0 (VelColumnMatch, 1);

  self->field = g_strdup (field);
  self->part = g_strdup (part);
  self->label = g_strdup (label);
  self->index = index;
  self->confidence = 1;

  return self;
}

/**
 * vel_column_match_copy:
 * @self: a match
 *
 * Returns: (transfer full): its copy
 */
VelColumnMatch *
vel_column_match_copy (const VelColumnMatch *self)
{
  VelColumnMatch *copy = vel_column_match_new (self->field, self->part, self->label, self->index);

  copy->reason = self->reason;
  copy->confidence = self->confidence;
  return copy;
}

/**
 * vel_column_match_free:
 * @self: (nullable) (transfer full): a match
 *
 * Frees @self.
 */
void
vel_column_match_free (VelColumnMatch *self)
{
  if (self == NULL)
    return;

  g_free (self->field);
  g_free (self->part);
  g_free (self->label);
  g_free (self);
}

/**
 * vel_column_match_equal:
 * @a: a match
 * @b: another
 *
 * Returns: whether both say the same, for whatever reason
 */
gboolean
vel_column_match_equal (const VelColumnMatch *a,
                        const VelColumnMatch *b)
{
  return g_str_equal (a->field, b->field) && g_str_equal (a->part, b->part) &&
         g_str_equal (a->label, b->label) && a->index == b->index;
}

/**
 * vel_column_match_is:
 * @self: a match
 * @field: a field, or "" for a column that is left out
 * @part: (nullable): a part, or %NULL for any
 *
 * Returns: whether the column goes there
 */
gboolean
vel_column_match_is (const VelColumnMatch *self,
                     const char           *field,
                     const char           *part)
{
  return g_str_equal (self->field, field) && (part == NULL || g_str_equal (self->part, part));
}

/**
 * vel_column_match_to_string:
 * @self: a match
 *
 * Writes a match down, for the command line and for remembering it. The text
 * does not depend on the language.
 *
 * Returns: (transfer full): text that vel_column_match_parse() reads back
 */
char *
vel_column_match_to_string (const VelColumnMatch *self)
{
  g_autoptr(GString) text = g_string_new (self->field);

  if (*self->label != '\0')
    g_string_append_printf (text, ":%s", self->label);
  if (self->index > 0)
    g_string_append_printf (text, "#%u", self->index);
  if (*self->part != '\0')
    g_string_append_printf (text, ".%s", self->part);

  return g_strdup (text->str);
}

static gboolean
parse_index (char  *text,
             guint *index)
{
  char *mark = strrchr (text, '#');
  guint64 value;

  if (mark == NULL || !g_ascii_string_to_unsigned (mark + 1, 10, 1, 999, &value, NULL))
    return FALSE;
  *index = value;
  *mark = '\0';
  return TRUE;
}

/* Cuts ".PART" off if it is one that the field has. */
static const char *
cut_part (const VelEntity *entity,
          char            *text,
          const char      *field)
{
  char *dot = strrchr (text, '.');

  if (dot == NULL || !has_part (entity, field, dot + 1))
    return "";
  *dot = '\0';
  return dot + 1;
}

/**
 * vel_column_match_parse:
 * @entity: what the rows are
 * @text: what vel_column_match_to_string() wrote, or somebody on the command line
 * @error: return location for an error
 *
 * Reads a match. Of customers, besides the names of fields, "phone", "email", "address",
 * "city", "district" and "website" mean the first of the list.
 *
 * Returns: (transfer full) (nullable): a match, or %NULL with
 *   %VEL_IMPORT_ERROR_ARGUMENT if there is no such field
 */
VelColumnMatch *
vel_column_match_parse (const VelEntity  *entity,
                        const char       *text,
                        GError          **error)
{
  g_autofree char *rest = g_strstrip (g_strdup (text));
  g_autofree char *field = g_strndup (rest, strcspn (rest, ":#."));
  const char *part = "";
  const char *label = "";
  char *colon;
  guint index = 0;

  if (*rest == '\0')
    return vel_column_match_new ("", "", "", 0);
  /* "custom.NAME" is what it is called everywhere else. */
  if (vel_entity_find_field (entity, "custom") != NULL &&
      (g_str_has_prefix (rest, "custom:") || g_str_has_prefix (rest, "custom.")) && rest[strlen ("custom:")] != '\0')
    return vel_column_match_new ("custom", "", rest + strlen ("custom:"), 0);

  for (gsize i = 0; entity == &vel_customer_entity && i < G_N_ELEMENTS (aliases); i++)
    if (g_str_equal (aliases[i].name, field))
      {
        g_free (field);
        field = g_strdup (aliases[i].field);
        part = aliases[i].part;
        label = aliases[i].label;
      }

  if (is_importable (entity, field))
    {
      if (*part == '\0')
        part = cut_part (entity, rest, field);
      if (is_list (entity, field))
        parse_index (rest, &index);
      colon = is_list (entity, field) ? strchr (rest, ':') : NULL;
      if (colon != NULL)
        {
          label = colon + 1;
          *colon = '\0';
        }
      if (g_str_equal (field, "addresses") && *part == '\0')
        part = "street";
      if (strpbrk (rest, ":#.") == NULL)
        return vel_column_match_new (field, part, label, index);
    }

  g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ARGUMENT,
               /* Translators: %s is what was typed. */
               _("“%s” is no field that can be imported."), text);
  return NULL;
}

/**
 * vel_column_match_shape:
 * @entity: what the rows are
 * @names: (array zero-terminated=1): the names of the columns
 * @has_header: whether they come from the file
 *
 * Makes a key under which the matches of a file can be remembered for the next
 * file of its shape: one with the same names in the same order, capitals,
 * accents and marks apart, or without a header with as many columns. It does
 * not depend on the separator or the encoding.
 *
 * Returns: (transfer full): the key, 64 hexadecimal digits
 */
char *
vel_column_match_shape (const VelEntity    *entity,
                        const char * const *names,
                        gboolean            has_header)
{
  g_autoptr(GString) shape = g_string_new (has_header ? "names" : "columns");

  if (entity != &vel_customer_entity)
    g_string_prepend (shape, entity->name);

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint number;
      g_autofree char *key = vel_column_name_key (names[i], &number);

      if (has_header)
        g_string_append_printf (shape, "\n%s %u", key, number);
      else
        g_string_append_c (shape, '\n');
    }

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, shape->str, shape->len);
}
