/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-cli.h"
#include "vel-custom-field.h"

/* What the words on the command line name: entities, records, fields. */

static char *
list_entities (void)
{
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_entities; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", entities[i]->name);
  return g_strdup (names->str);
}

/* The entity of that name; it is wrong usage to name none. */
const VelEntity *
vel_cli_find_entity (const char  *name,
                     GError     **error)
{
  const VelEntity *entity = name != NULL ? vel_entity_find (name) : NULL;
  g_autofree char *names = NULL;

  if (entity != NULL)
    return entity;
  names = list_entities ();
  if (name == NULL)
    vel_cli_fail (error, _("The entity is missing. There are: %s."), names);
  else
    vel_cli_fail (error, _("There is no entity “%s”. There are: %s."), name, names);
  return NULL;
}

gboolean
vel_cli_parse_id (const char  *text,
                  gint64      *id,
                  GError     **error)
{
  guint64 number;

  if (text == NULL)
    return vel_cli_fail (error, _("The id is missing."));
  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return vel_cli_fail (error, _("“%s” is not an id."), text);
  *id = number;
  return TRUE;
}

/* The field that a user has added to @entity, as it is written in the book. */
char *
vel_cli_find_custom (VelCli           *self,
                     const VelEntity  *entity,
                     const char       *name,
                     GError          **error)
{
  const char * const entities[] = { entity->name, NULL };
  const char * const names[] = { name, NULL };
  VelFilter *filter = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelQuery) query = NULL;
  g_autoptr(GArray) ids = NULL;
  g_autoptr(VelRecord) record = NULL;

  vel_filter_take (filter, vel_filter_new (VEL_FILTER_IS, "entity", entities));
  vel_filter_take (filter, vel_filter_new (VEL_FILTER_IS, "name", names));
  query = vel_query_new (&vel_custom_field_entity, filter, NULL, NULL, FALSE);
  vel_filter_free (filter);
  ids = vel_book_find (self->book, query, error);
  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      vel_cli_fail (error, _("The book has no own field “%s” of %s."), name, entity->name);
      return NULL;
    }
  record = vel_book_get_record (self->book, &vel_custom_field_entity, g_array_index (ids, gint64, 0), error);
  return record != NULL ? g_strdup (vel_record_get_text (record, "name")) : NULL;
}

/* Whether @name is a field of @entity, or the id; own fields are looked up in
 * the open book and written as there. */
gboolean
vel_cli_check_field (VelCli           *self,
                     const VelEntity  *entity,
                     char            **name,
                     GError          **error)
{
  g_autofree char *custom = NULL;

  if (g_str_equal (*name, "custom") && vel_entity_find_field (entity, *name) != NULL)
    return vel_cli_fail (error, _("Own fields are written one by one, as custom.NAME."));
  if (g_str_equal (*name, "id") || vel_entity_find_field (entity, *name) != NULL)
    return TRUE;
  if (!g_str_has_prefix (*name, "custom.") || vel_entity_find_field (entity, "custom") == NULL)
    return vel_cli_fail (error, _("“%s” is not a field of %s."), *name, entity->name);
  custom = vel_cli_find_custom (self, entity, *name + strlen ("custom."), error);
  if (custom == NULL)
    return FALSE;
  g_free (*name);
  *name = g_strconcat ("custom.", custom, NULL);
  return TRUE;
}

/* Parts FIELD=VALUE at the first "=". */
char *
vel_cli_split (const char   *text,
               const char  **value,
               GError      **error)
{
  const char *equals = strchr (text, '=');

  if (equals == NULL || equals == text)
    {
      vel_cli_fail (error, _("“%s” is not of the form FIELD=VALUE."), text);
      return NULL;
    }
  *value = equals + 1;
  return g_strndup (text, equals - text);
}
