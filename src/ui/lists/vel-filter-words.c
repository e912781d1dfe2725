/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-filter-words.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"

/* What a filter asks, in a few words. */

#define CUSTOM "custom."

/* So many values are told, and how many there are more. */
#define MAX_VALUES 3

/**
 * vel_filter_words_field:
 * @entity: an entity
 * @field: the name of a field of it, or "custom." and what the user calls it
 *
 * Returns: (transfer none): what the user calls it
 */
const char *
vel_filter_words_field (const VelEntity *entity,
                        const char      *field)
{
  const VelField *found = vel_entity_find_field (entity, field);

  if (found != NULL)
    return vel_field_get_label (found);
  return g_str_has_prefix (field, CUSTOM) ? field + strlen (CUSTOM) : field;
}

static char *
dup_value (const VelField *field,
           const char     *text)
{
  const VelChoice *choice = field != NULL && field->choices != NULL ? vel_field_find_choice (field, text) : NULL;

  if (*text == '\0')
    /* Translators: a filter for customers who have nothing in a field, as in "City: none" */
    return g_strdup (_("none"));
  if (choice != NULL)
    return g_strdup (_(choice->label));
  if (field != NULL && field->type == VEL_FIELD_DATE)
    return vel_date_format (text);
  if (field != NULL && field->type == VEL_FIELD_DATE_TIME)
    return vel_date_time_format (g_ascii_strtoll (text, NULL, 10));
  return g_strdup (text);
}

/**
 * vel_filter_words_values:
 * @entity: what it is a filter for
 * @filter: a filter for a field
 *
 * Returns: (transfer full): the values that it compares with, such as "İzmir, Bursa +2"
 */
char *
vel_filter_words_values (const VelEntity *entity,
                         const VelFilter *filter)
{
  const VelField *field = vel_entity_find_field (entity, filter->field);
  const guint n_values = filter->values != NULL ? g_strv_length (filter->values) : 0;
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < n_values && i < MAX_VALUES; i++)
    {
      g_autofree char *value = dup_value (field, filter->values[i]);

      g_string_append_printf (said, "%s%s", i > 0 ? ", " : "", value);
    }
  if (n_values > MAX_VALUES)
    g_string_append_printf (said, " +%u", n_values - MAX_VALUES);
  return g_strdup (said->str);
}

static char *
say_days (const VelEntity *entity,
          const VelFilter *filter)
{
  const char *text = filter->values != NULL && filter->values[0] != NULL ? filter->values[0] : "0";
  const int days = CLAMP (g_ascii_strtoll (text, NULL, 10), 0, 1000000);
  const gboolean is_silent = filter->op == VEL_FILTER_SILENT;

  if (filter->op == VEL_FILTER_DUE)
    /* Translators: a filter; %s is a field such as "Expected close" */
    return g_strdup_printf (ngettext ("%s: in the next %d day", "%s: in the next %d days", days),
                            vel_filter_words_field (entity, filter->field), days);
  if (g_str_equal (filter->field, "last_contact"))
    return is_silent ? g_strdup_printf (ngettext ("Silent for %d day", "Silent for %d days", days), days)
                     : g_strdup_printf (ngettext ("In contact in the last %d day", "In contact in the last %d days",
                                                  days), days);
  return is_silent
           /* Translators: a filter; %s is a field such as "Added" */
           ? g_strdup_printf (ngettext ("%s: more than %d day ago", "%s: more than %d days ago", days),
                              vel_filter_words_field (entity, filter->field), days)
           /* Translators: a filter; %s is a field such as "Added" */
           : g_strdup_printf (ngettext ("%s: in the last %d day", "%s: in the last %d days", days),
                              vel_filter_words_field (entity, filter->field), days);
}

static char *
say_joined (const VelEntity *entity,
            const VelFilter *filter)
{
  /* Translators: between two filters of which one is enough */
  const char *between = filter->op == VEL_FILTER_ANY ? _(" or ") : " · ";
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < filter->children->len; i++)
    {
      g_autofree char *child = vel_filter_words_say (entity, g_ptr_array_index (filter->children, i));

      g_string_append_printf (said, "%s%s", i > 0 ? between : "", child);
    }
  return g_strdup (said->str);
}

/**
 * vel_filter_words_say:
 * @entity: what it is a filter for
 * @filter: a filter
 *
 * Returns: (transfer full): what it asks, such as "City: İzmir, Bursa"
 */
char *
vel_filter_words_say (const VelEntity *entity,
                      const VelFilter *filter)
{
  const char *label = filter->field != NULL ? vel_filter_words_field (entity, filter->field) : "";
  g_autofree char *values = filter->field != NULL ? vel_filter_words_values (entity, filter) : NULL;

  switch (filter->op)
    {
    case VEL_FILTER_ALL:
    case VEL_FILTER_ANY:
      return say_joined (entity, filter);

    case VEL_FILTER_IS:
      return g_strdup_printf ("%s: %s", label, values);

    case VEL_FILTER_IS_NOT:
      /* Translators: a filter, as in "City: not İzmir" */
      return g_strdup_printf (_("%s: not %s"), label, values);

    case VEL_FILTER_CONTAINS:
      /* Translators: a filter, as in "Remarks: with “discount”" */
      return g_strdup_printf (_("%s: with “%s”"), label, values);

    case VEL_FILTER_EMPTY:
      /* Translators: a filter for customers who have nothing in a field, as in "City: none" */
      return g_strdup_printf (_("%s: none"), label);

    case VEL_FILTER_NOT_EMPTY:
      /* Translators: a filter for customers who have something in a field, as in "City: any" */
      return g_strdup_printf (_("%s: any"), label);

    case VEL_FILTER_BEFORE:
      if (filter->values != NULL && g_strcmp0 (filter->values[0], "today") == 0)
        /* Translators: a filter, as in "Expected close: gone by" */
        return g_strdup_printf (_("%s: gone by"), label);
      /* Translators: a filter, as in "Birthday: before 1 May 1980" */
      return g_strdup_printf (_("%s: before %s"), label, values);

    case VEL_FILTER_FROM:
      /* Translators: a filter, as in "Birthday: from 1 May 1980 on" */
      return g_strdup_printf (_("%s: from %s on"), label, values);

    case VEL_FILTER_SILENT:
    case VEL_FILTER_WITHIN:
    case VEL_FILTER_DUE:
      return say_days (entity, filter);

    case VEL_FILTER_YEARLY:
      /* Translators: a filter, as in "Birthday: in the next 7 days" */
      return g_strdup_printf (_("%s: in the next %s days"), label,
                              filter->values != NULL && filter->values[0] != NULL ? filter->values[1] : "0");

    default:
      g_return_val_if_reached (NULL);
    }
}
