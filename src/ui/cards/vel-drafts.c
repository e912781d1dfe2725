/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-drafts.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "vel-date-format.h"
#include "vel-interaction.h"
#include "vel-when.h"

struct _VelDrafts
{
  char       *path;     /* (owned) */
  GHashTable *drafts;   /* (owned) (element-type gint64 VelDraft): by customer or deal */
  guint       timeout;  /* until they are written */
};

/* No more than this of what was typed is lost with a machine that goes out. */
#define WRITE_DELAY_MS 1000

/* The texts of a draft, under their names in the file. */
static const struct
{
  const char *name;
  gsize       offset;
} texts[] = {
  { "kind", G_STRUCT_OFFSET (VelDraft, kind) },
  { "direction", G_STRUCT_OFFSET (VelDraft, direction) },
  { "when", G_STRUCT_OFFSET (VelDraft, when) },
  { "minutes", G_STRUCT_OFFSET (VelDraft, minutes) },
  { "with_whom", G_STRUCT_OFFSET (VelDraft, with_whom) },
  { "reason", G_STRUCT_OFFSET (VelDraft, reason) },
  { "outcome", G_STRUCT_OFFSET (VelDraft, outcome) },
  { "text", G_STRUCT_OFFSET (VelDraft, text) },
};

static char **
get_text (VelDraft *draft,
          gsize     i)
{
  return G_STRUCT_MEMBER_P (draft, texts[i].offset);
}

/* A time such as "yesterday" is another one when the file is read. */
static void
fix_when (JsonObject *object,
          const char *when)
{
  g_autofree char *fixed = NULL;
  gint64 at;

  if (*when == '\0' || !vel_when_parse (when, g_get_real_time () / G_USEC_PER_SEC, &at, NULL))
    return;
  fixed = vel_date_time_format (at);
  json_object_set_string_member (object, "when", fixed);
}

static JsonNode *
to_json (VelDraft *draft)
{
  g_autoptr(JsonObject) object = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    json_object_set_string_member (object, texts[i].name, *get_text (draft, i));
  if (draft->interaction != 0)
    {
      json_object_set_int_member (object, "interaction", draft->interaction);
      json_object_set_int_member (object, "at", draft->at);
    }
  else
    {
      fix_when (object, draft->when);
    }
  if (draft->behind != NULL)
    json_object_set_member (object, "behind", to_json (draft->behind));
  return json_node_init_object (json_node_alloc (), object);
}

static VelDraft *
from_json (JsonNode *node,
           gboolean  in_front)
{
  VelDraft *draft = vel_draft_new ();
  JsonObject *object = json_node_get_object (node);
  JsonNode *behind = json_object_get_member (object, "behind");

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      JsonNode *member = json_object_get_member (object, texts[i].name);
      const char *text = member != NULL && json_node_get_value_type (member) == G_TYPE_STRING
                           ? json_node_get_string (member) : NULL;

      if (text == NULL)
        continue;
      g_free (*get_text (draft, i));
      *get_text (draft, i) = g_strdup (text);
    }
  draft->interaction = json_object_get_int_member_with_default (object, "interaction", 0);
  draft->at = json_object_get_int_member_with_default (object, "at", 0);
  if (in_front && behind != NULL && JSON_NODE_HOLDS_OBJECT (behind))
    draft->behind = from_json (behind, FALSE);
  return draft;
}

/* A file that cannot be read, or is none of ours, holds no drafts. */
static void
read_file (VelDrafts *self,
           VelBook   *book)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) error = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return;
  if (!json_parser_load_from_file (parser, self->path, &error))
    {
      g_warning ("%s: %s", self->path, error->message);
      return;
    }
  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &node))
    {
      const gint64 about = g_ascii_strtoll (name, NULL, 10);
      VelDraft *draft = about > 0 && JSON_NODE_HOLDS_OBJECT (node) ? from_json (node, TRUE) : NULL;
      g_autoptr(VelRecord) edited = NULL;

      if (draft == NULL)
        continue;
      if (draft->interaction != 0)
        edited = vel_book_get_record (book, &vel_interaction_entity, draft->interaction, NULL);
      /* What was being edited may be gone since; what was written is not. */
      if (edited == NULL)
        draft->interaction = 0;
      g_hash_table_insert (self->drafts, g_memdup2 (&about, sizeof about), draft);
    }
}

/**
 * vel_drafts_write:
 * @self: drafts
 *
 * Writes them at once, if they have changed.
 */
void
vel_drafts_write (VelDrafts *self)
{
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;
  g_autoptr(GError) error = NULL;
  GHashTableIter iter;
  gpointer about;
  gpointer draft;

  if (self->timeout == 0)
    return;
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (g_hash_table_size (self->drafts) == 0)
    {
      g_unlink (self->path);
      return;
    }
  object = json_object_new ();
  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &about, &draft))
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) about);

      json_object_set_member (object, name, to_json (draft));
    }
  root = json_node_init_object (json_node_alloc (), object);
  text = json_to_string (root, TRUE);
  folder = g_path_get_dirname (self->path);
  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents_full (self->path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_warning ("%s: %s", self->path, error->message);
}

static gboolean
timeout_cb (gpointer data)
{
  vel_drafts_write (data);
  return G_SOURCE_CONTINUE;
}

static void
free_drafts (gpointer data)
{
  VelDrafts *self = data;

  vel_drafts_write (self);
  g_hash_table_unref (self->drafts);
  g_free (self->path);
  g_free (self);
}

static char *
make_path (VelBook *book)
{
  g_autofree char *canonical = g_canonicalize_filename (vel_book_get_path (book), NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *name = g_strdup_printf ("%.16s.json", sum);

  return g_build_filename (g_get_user_data_dir (), "velinimet", "drafts", name, NULL);
}

/**
 * vel_drafts_of:
 * @book: a book
 *
 * Returns: (transfer none): its drafts, which last as long as it
 */
VelDrafts *
vel_drafts_of (VelBook *book)
{
  VelDrafts *self = g_object_get_data (G_OBJECT (book), "vel-drafts");

  if (self != NULL)
    return self;
  self = g_new0 (VelDrafts, 1);
  self->path = make_path (book);
  self->drafts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) vel_draft_free);
  read_file (self, book);
  g_object_set_data_full (G_OBJECT (book), "vel-drafts", self, free_drafts);
  return self;
}

/**
 * vel_drafts_lookup:
 * @self: drafts
 * @about: a customer or a deal
 *
 * Returns: (transfer none) (nullable): what waits for @about, until the next is taken
 */
const VelDraft *
vel_drafts_lookup (VelDrafts *self,
                   gint64     about)
{
  return g_hash_table_lookup (self->drafts, &about);
}

/**
 * vel_drafts_take:
 * @self: drafts
 * @about: a customer or a deal
 * @draft: (transfer full) (nullable): what waits for @about from now on
 *
 * Keeps @draft, in the file a moment later. An empty one is none.
 */
void
vel_drafts_take (VelDrafts *self,
                 gint64     about,
                 VelDraft  *draft)
{
  if (draft != NULL && vel_draft_is_empty (draft))
    g_clear_pointer (&draft, vel_draft_free);
  if (draft == NULL && !g_hash_table_remove (self->drafts, &about))
    return;
  if (draft != NULL)
    g_hash_table_insert (self->drafts, g_memdup2 (&about, sizeof about), draft);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (WRITE_DELAY_MS, timeout_cb, self);
}
