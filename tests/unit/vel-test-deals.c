/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-test-deals.h"

#include "vel-deal-moves.h"
#include "vel-stage.h"

static void
set_fields (VelChange       *change,
            const VelEntity *entity,
            gint64           id,
            va_list          fields)
{
  const char *name;

  while ((name = va_arg (fields, const char *)) != NULL)
    {
      const VelField *field = vel_entity_find_field (entity, name);
      const char *text = va_arg (fields, const char *);

      if (field != NULL && vel_field_is_integer (field) && text != NULL)
        vel_change_set_integer (change, entity, id, name, g_ascii_strtoll (text, NULL, 10));
      else
        vel_change_set_text (change, entity, id, name, text);
    }
}

/* Sets fields in the book's own writing: a name, a text, a name, a text, %NULL. */
void
vel_test_set (VelChange       *change,
              const VelEntity *entity,
              gint64           id,
              ...)
{
  va_list fields;

  va_start (fields, id);
  set_fields (change, entity, id, fields);
  va_end (fields);
}

/* Commits (and takes) a change; returns the id of the first record that it inserted, or 0. */
gint64
vel_test_commit (VelBook   *book,
                 VelChange *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_commit (book, change, NULL, &error);

  g_assert_no_error (error);
  g_object_unref (change);
  return commit->ids->len > 0 ? g_array_index (commit->ids, gint64, 0) : 0;
}

gint64
vel_test_add (VelBook         *book,
              const VelEntity *entity,
              ...)
{
  VelChange *change = vel_change_new ("Add", NULL);
  const gint64 id = vel_change_insert (change, entity);
  va_list fields;

  va_start (fields, entity);
  set_fields (change, entity, id, fields);
  va_end (fields);
  return vel_test_commit (book, change);
}

void
vel_test_edit (VelBook         *book,
               const VelEntity *entity,
               gint64           id,
               ...)
{
  VelChange *change = vel_change_new ("Edit", NULL);
  va_list fields;

  va_start (fields, id);
  set_fields (change, entity, id, fields);
  va_end (fields);
  vel_test_commit (book, change);
}

void
vel_test_delete (VelBook         *book,
                 const VelEntity *entity,
                 gint64           id)
{
  VelChange *change = vel_change_new ("Delete", NULL);

  vel_change_delete (change, entity, id);
  vel_test_commit (book, change);
}

void
vel_test_undo (VelBook *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_undo (book, 0, &error);

  g_assert_no_error (error);
}

void
vel_test_redo (VelBook *book)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_redo (book, &error);

  g_assert_no_error (error);
}

gint64
vel_test_add_deal (VelBook    *book,
                   gint64      customer,
                   gint64      stage,
                   const char *title,
                   const char *amount,
                   const char *currency)
{
  VelChange *change = vel_change_new ("Add deal", NULL);
  const gint64 id = vel_change_insert (change, &vel_deal_entity);

  vel_change_set_integer (change, &vel_deal_entity, id, "customer", customer);
  vel_change_set_integer (change, &vel_deal_entity, id, "stage", stage);
  vel_test_set (change, &vel_deal_entity, id, "title", title, "amount", amount, "currency", currency, NULL);
  return vel_test_commit (book, change);
}

/* Moves a deal as the board does. */
void
vel_test_move (VelBook *book,
               gint64   deal,
               gint64   stage,
               gint64   before)
{
  g_autoptr(VelRecord) moved = vel_book_get_record (book, &vel_deal_entity, deal, NULL);
  g_autoptr(VelRecord) to = vel_book_get_record (book, &vel_stage_entity, stage, NULL);

  vel_test_commit (book, vel_deal_move_to (moved, to, before));
}

/* The deals of a column of the board. */
VelQuery *
vel_test_column (gint64      stage,
                 const char *status)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, stage);
  g_autoptr(VelFilter) both = vel_filter_new_join (VEL_FILTER_ALL);

  vel_filter_take (both, vel_filter_new (VEL_FILTER_IS, "stage", (const char *[]) { id, NULL }));
  vel_filter_take (both, vel_filter_new (VEL_FILTER_IS, "status", (const char *[]) { status, NULL }));
  return vel_query_new (&vel_deal_entity, both, NULL, "position", FALSE);
}

/* The titles in a column of open deals, from the top. */
char *
vel_test_column_titles(VelBook *book,
                     gint64   stage)
{
  g_autoptr(VelQuery) query = vel_test_column (stage, "open");
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find (book, query, &error);
  g_autoptr(GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) deal = vel_book_get_record (book, &vel_deal_entity, g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", vel_record_get_text (deal, "title"));
    }
  return g_strdup (titles->str);
}
