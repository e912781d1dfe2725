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
