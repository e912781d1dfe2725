/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-json.h"

#include <string.h>

/* The one control character that json-glib (1.6) writes as it is. It is a byte
 * of its own in UTF-8, and stands nowhere but within strings. */
#define BARE '\x1f'
#define ESCAPED "\\u001f"

/* The parser calls itself for every list in a list, as deep as the stack is. */
#define MAX_DEPTH 64

/**
 * vel_json_is_too_deep:
 * @json: UTF-8 text
 * @length: its length in bytes
 *
 * Whether lists within lists go on for longer than anybody means. json-glib (1.6)
 * knows no limit: what comes from elsewhere is not parsed before this is asked.
 *
 * Returns: whether they do
 */
gboolean
vel_json_is_too_deep (const char *json,
                      gsize       length)
{
  gboolean is_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (json[i] == '"')
        is_string = !is_string;
      else if (is_string && json[i] == '\\')
        i++;
      else if (!is_string && (json[i] == '[' || json[i] == '{'))
        depth++;
      else if (!is_string && (json[i] == ']' || json[i] == '}') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}

/**
 * vel_json_from_string:
 * @json: text, such as a book holds it; it may come from anybody
 *
 * Returns: (transfer full) (nullable): what it says; %NULL where it is not JSON, or
 *   vel_json_is_too_deep()
 */
JsonNode *
vel_json_from_string (const char *json)
{
  return vel_json_is_too_deep (json, strlen (json)) ? NULL : json_from_string (json, NULL);
}

/**
 * vel_json_to_string:
 * @node: a node
 * @pretty: whether it is for people, too: in lines, indented by two blanks
 *
 * Writes @node as JSON that every reader takes (RFC 8259), SQLite's among them.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
vel_json_to_string (JsonNode *node,
                    gboolean  pretty)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  g_auto(GStrv) parts = NULL;

  json_generator_set_pretty (generator, pretty);
  json_generator_set_indent (generator, 2);
  json_generator_set_root (generator, node);
  text = json_generator_to_data (generator, NULL);
  if (strchr (text, BARE) == NULL)
    return g_steal_pointer (&text);
  parts = g_strsplit (text, (const char[]) { BARE, '\0' }, -1);
  return g_strjoinv (ESCAPED, parts);
}
