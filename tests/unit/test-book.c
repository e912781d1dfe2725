/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vel-affiliation.h"
#include "vel-book.h"
#include "vel-customer.h"
#include "vel-interaction.h"
#include "vel-tag.h"
#include "vel-test-util.h"
#include "vel-text.h"

static gint64
add_customer (VelBook    *book,
              const char *name,
              const char *phone,
              const char *city)
{
  g_autoptr(VelChange) change = vel_change_new ("Add %s", name, NULL);
  const gint64 id = vel_change_insert (change, &vel_customer_entity);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;

  vel_change_set_text (change, &vel_customer_entity, id, "name", name);
  if (phone != NULL)
    vel_change_set_text (change, &vel_customer_entity, id, "phone", phone);
  if (city != NULL)
    vel_change_set_text (change, &vel_customer_entity, id, "city", city);
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  return g_array_index (commit->ids, gint64, 0);
}

static gboolean
finds (VelBook    *book,
       const char *search,
       gint64      id)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, search, NULL, FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find (book, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
test_add_and_read (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  g_autoptr(VelRecord) record = NULL;
  GStatBuf status;
  gint64 id;

  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  id = add_customer (book, "Işık Mimarlık", "+905321234567", "İstanbul");
  g_assert_cmpint (id, >, 0);
  record = vel_book_get_record (book, &vel_customer_entity, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vel_record_get_text (record, "name"), ==, "Işık Mimarlık");
  g_assert_cmpstr (vel_record_get_text (record, "phone"), ==, "+905321234567");
  g_assert_cmpstr (vel_record_get_text (record, "phones"), ==, "[{\"value\":\"+905321234567\"}]");
  g_assert_cmpstr (vel_record_get_text (record, "city"), ==, "İstanbul");
  g_assert_cmpstr (vel_record_get_text (record, "status"), ==, "potential");
  g_assert_cmpint (vel_record_get_integer (record, "created"), >, 0);
  vel_book_close (book);
}

static void
test_search (void)
{
  static const char * const writings[] = {
    "isik", "IŞIK", "Işık", "ışık", "mim ısık", "0532 123 45 67", "+905321234567", "5321234", "4567",
    "istanbul", "İSTANBUL", "i"
  };
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  const gint64 id = add_customer (book, "Işık Mimarlık", "+905321234567", "İstanbul");
  const gint64 other = add_customer (book, "Öztürk Peyzaj", "+902521112233", "Muğla");

  for (gsize i = 0; i < G_N_ELEMENTS (writings); i++)
    g_assert_true (finds (book, writings[i], id));
  g_assert_false (finds (book, "isik", other));
  g_assert_false (finds (book, "peyzaj", id));
  g_assert_false (finds (book, "9999", id));

  vel_book_close (book);
}

static void
test_notes_from_third_letter (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  const gint64 id = add_customer (book, "Yıldız Optik", NULL, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Call", NULL);
  const gint64 call = vel_change_insert (change, &vel_interaction_entity);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;

  vel_change_set_integer (change, &vel_interaction_entity, call, "customer", id);
  vel_change_set_text (change, &vel_interaction_entity, call, "text", "Gözlük çerçevesi için \"teklif\" istedi; şu an % 50");
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (finds (book, "çerçevesi", id));
  g_assert_true (finds (book, "CERCEVE gozluk", id));
  g_assert_true (finds (book, "\"teklif\"", id));
  g_assert_false (finds (book, "xyz", id));
  g_assert_false (finds (book, "ge", id));

  g_clear_pointer (&commit, vel_commit_free);
  commit = vel_book_undo (book, 0, &error);
  g_assert_no_error (error);
  g_assert_false (finds (book, "çerçevesi", id));
  vel_book_close (book);
}

static void
test_links_by_name (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  const gint64 id = add_customer (book, "Ayşe", NULL, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
  g_autoptr(VelChange) again = vel_change_new ("Edit", NULL);
  g_autoptr(VelChange) tags = vel_change_new ("Tag", NULL);
  g_autoptr(VelRecord) record = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = NULL;

  vel_change_set_text (change, &vel_customer_entity, id, "organisation", "Işık Mimarlık");
  vel_change_set_text (change, &vel_customer_entity, id, "role", "ortak");
  vel_change_set_text (change, &vel_customer_entity, id, "tags", "[\"mimar\",\"vip\"]");
  vel_change_add_word (change, &vel_customer_entity, id, "interests", "logo");
  commit = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  record = vel_book_get_record (book, &vel_customer_entity, id, &error);
  g_assert_cmpstr (vel_record_get_text (record, "organisation"), ==, "Işık Mimarlık");
  g_assert_cmpstr (vel_record_get_text (record, "role"), ==, "ortak");
  g_assert_cmpstr (vel_record_get_text (record, "tags"), ==, "[\"mimar\",\"vip\"]");
  g_assert_cmpstr (vel_record_get_text (record, "interests"), ==, "[\"logo\"]");
  g_assert_true (finds (book, "vip", id));

  /* The same organisation in another writing is the same one. */
  vel_change_set_text (again, &vel_customer_entity, id, "organisations", "[\"IŞIK MİMARLIK\",\"Belediye\"]");
  g_clear_pointer (&commit, vel_commit_free);
  commit = vel_book_commit (book, again, NULL, &error);
  g_assert_no_error (error);
  vel_test_wait_text (record, "organisations", "[\"Işık Mimarlık\",\"Belediye\"]");

  vel_change_remove_word (tags, &vel_customer_entity, id, "tags", "VIP");
  vel_change_add_word (tags, &vel_customer_entity, id, "tags", "sadık");
  g_clear_pointer (&commit, vel_commit_free);
  commit = vel_book_commit (book, tags, NULL, &error);
  g_assert_no_error (error);

  vel_test_wait_text (record, "tags", "[\"mimar\",\"sadık\"]");
  g_clear_object (&record);
  vel_book_close (book);
}

static void
test_undo_redo_and_restart (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autofree char *empty = vel_test_dump (path);
  g_autofree char *full = NULL;
  g_autofree char *dump = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = NULL;
  gint64 id;

  id = add_customer (book, "Şirin Otel", NULL, "Muğla");
  add_customer (book, "Ünsal Hukuk", NULL, NULL);
  {
    g_autoptr(VelChange) change = vel_change_new ("Delete", NULL);

    vel_change_delete (change, &vel_customer_entity, id);
    commit = vel_book_commit (book, change, NULL, &error);
    g_assert_no_error (error);
  }
  full = vel_test_dump (path);
  vel_book_close (book);
  g_clear_object (&book);

  book = vel_book_open (path, FALSE, &error);
  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr(VelCommit) undone = vel_book_undo (book, 0, &error);

      g_assert_no_error (error);
      g_assert_nonnull (undone);
    }
  g_assert_null (vel_book_undo (book, 0, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  dump = vel_test_dump (path);
  g_assert_cmpstr (dump, ==, empty);

  for (int i = 0; i < 3; i++)
    {
      g_autoptr(VelCommit) redone = vel_book_redo (book, &error);

      g_assert_no_error (error);
      g_assert_nonnull (redone);
    }
  g_free (dump);
  dump = vel_test_dump (path);
  g_assert_cmpstr (dump, ==, full);
  g_assert_null (vel_book_redo (book, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOTHING);
  vel_book_close (book);
}

typedef struct
{
  guint  next;
  guint  n;
  gint64 existing;
} Feed;

static gboolean
feed (VelChange  *change,
      gpointer    user_data,
      GError    **error)
{
  Feed *self = user_data;

  for (guint i = 0; i < 256 && self->next < self->n; i++, self->next++)
    {
      const gint64 id = vel_change_insert (change, &vel_customer_entity);
      g_autofree char *name = g_strdup_printf ("Müşteri %u", self->next);
      g_autofree char *firm = g_strdup_printf ("Kuruluş %u", self->next % 50);

      vel_change_set_text (change, &vel_customer_entity, id, "name", name);
      vel_change_set_text (change, &vel_customer_entity, id, "notes", "Katalog istedi");
      vel_change_add_word (change, &vel_customer_entity, id, "tags", "fuar");
      if (self->next % 3 == 0)
        vel_change_set_text (change, &vel_customer_entity, id, "organisation", firm);
      if (self->next == 5)
        vel_change_set_text (change, &vel_customer_entity, self->existing, "title", "Mimar");
    }
  return TRUE;
}

static gboolean
feed_and_fail (VelChange  *change,
               gpointer    user_data,
               GError    **error)
{
  Feed *self = user_data;

  if (self->next > 1000)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the file broke off");
      return FALSE;
    }
  return feed (change, user_data, error);
}

/* What an import of ten thousand does, and what is left when it is undone,
 * redone and undone again, also by another run of the program. */
static void
test_long_change (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  const gint64 existing = add_customer (book, "Kuruluş 7", NULL, NULL);
  g_autofree char *before = vel_test_dump (path);
  g_autofree char *imported = NULL;
  Feed whole = { 0, 10000, existing };
  Feed broken = { 0, 10000, existing };
  g_autoptr(GError) error = NULL;

  {
    g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
    g_autoptr(VelCommit) commit = NULL;
    g_autofree char *after = NULL;

    vel_change_set_source (change, feed_and_fail, &broken, NULL);
    commit = vel_book_commit (book, change, NULL, &error);
    g_assert_null (commit);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    g_clear_error (&error);
    after = vel_test_dump (path);
    g_assert_cmpstr (after, ==, before);
  }
  {
    g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
    g_autoptr(VelCommit) commit = NULL;

    vel_change_set_source (change, feed, &whole, NULL);
    commit = vel_book_commit (book, change, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (commit->ids->len, ==, 10000);
    g_assert_true (finds (book, "müşteri 9999", g_array_index (commit->ids, gint64, 9999)));
    g_assert_true (finds (book, "katalog", g_array_index (commit->ids, gint64, 0)));
  }
  imported = vel_test_dump (path);

  for (int round = 0; round < 2; round++)
    {
      g_autoptr(VelCommit) undone = vel_book_undo (book, 0, &error);
      g_autoptr(VelCommit) redone = NULL;
      g_autofree char *without = vel_test_dump (path);
      g_autofree char *with = NULL;

      g_assert_no_error (error);
      g_assert_nonnull (undone);
      g_assert_cmpstr (without, ==, before);
      g_assert_false (finds (book, "katalog", existing));

      vel_book_close (book);
      g_clear_object (&book);
      book = vel_book_open (path, FALSE, &error);
      g_assert_no_error (error);
      redone = vel_book_redo (book, &error);
      g_assert_no_error (error);
      g_assert_nonnull (redone);
      with = vel_test_dump (path);
      g_assert_cmpstr (with, ==, imported);
    }
  vel_book_close (book);
}

/* What was edited after an import keeps the import from being taken back. */
static void
test_long_change_conflict (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  const gint64 existing = add_customer (book, "Ali", NULL, NULL);
  Feed some = { 0, 20, existing };
  g_autoptr(VelChange) change = vel_change_new ("Import", NULL);
  g_autoptr(VelChange) edit = vel_change_new ("Edit", NULL);
  g_autoptr(VelCommit) import = NULL;
  g_autoptr(VelCommit) edited = NULL;
  g_autoptr(VelCommit) undone = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  vel_change_set_source (change, feed, &some, NULL);
  import = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  id = g_array_index (import->ids, gint64, 3);
  vel_change_set_text (edit, &vel_customer_entity, id, "title", "Avukat");
  edited = vel_book_commit (book, edit, NULL, &error);
  g_assert_no_error (error);

  before = vel_test_dump (path);
  g_assert_null (vel_book_undo (book, import->history, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  after = vel_test_dump (path);
  g_assert_cmpstr (before, ==, after);

  entries = vel_book_history (book, id, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);

  undone = vel_book_undo (book, edited->history, &error);
  g_assert_no_error (error);
  g_clear_pointer (&undone, vel_commit_free);
  undone = vel_book_undo (book, import->history, &error);
  g_assert_no_error (error);
  vel_book_close (book);
}

static void
test_undo_conflict (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autoptr(VelChange) call = vel_change_new ("Call", NULL);
  g_autoptr(VelCommit) first = NULL;
  g_autoptr(VelCommit) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 local = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, local, "name", "Ali");
  first = vel_book_commit (book, change, NULL, &error);
  g_assert_no_error (error);
  local = vel_change_insert (call, &vel_interaction_entity);
  vel_change_set_integer (call, &vel_interaction_entity, local, "customer", g_array_index (first->ids, gint64, 0));
  second = vel_book_commit (book, call, NULL, &error);
  g_assert_no_error (error);

  /* Undoing the first would take the call along: it is refused and nothing changes. */
  before = vel_test_dump (path);
  g_assert_null (vel_book_undo (book, first->history, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_CONFLICT);
  after = vel_test_dump (path);
  g_assert_cmpstr (before, ==, after);
  vel_book_close (book);
}

static void
test_order (void)
{
  static const char * const names[] = {
    "Zeynep", "Işık", "İnci", "Çağlar", "Cem", "Dilek", "Öztürk", "Orhan", "Şirin", "Sevgi", "Ünsal", "Ulu", "Gökçe", "Ğ"
  };
  static const char * const sorted[] = {
    "Cem", "Çağlar", "Dilek", "Gökçe", "Ğ", "Işık", "İnci", "Orhan", "Öztürk", "Sevgi", "Şirin", "Ulu", "Ünsal", "Zeynep"
  };
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, NULL, NULL, FALSE);
  g_autoptr(GArray) ids = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_customer (book, names[i], NULL, NULL);
  ids = vel_book_find (book, query, NULL);
  g_assert_cmpuint (ids->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (book, &vel_customer_entity,
                                                         g_array_index (ids, gint64, i), NULL);

      g_assert_cmpstr (vel_record_get_text (record, "name"), ==, sorted[i]);
    }
  vel_book_close (book);
}

static void
test_refusals (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelChange) nameless = vel_change_new ("Add", NULL);
  g_autoptr(VelChange) unknown = vel_change_new ("Edit", NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = vel_test_dump (path);
  g_autofree char *after = NULL;

  vel_change_insert (nameless, &vel_customer_entity);
  g_assert_null (vel_book_commit (book, nameless, NULL, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_INVALID);
  g_clear_error (&error);
  vel_change_set_text (unknown, &vel_customer_entity, 42, "name", "x");
  g_assert_null (vel_book_commit (book, unknown, NULL, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND);
  after = vel_test_dump (path);
  g_assert_cmpstr (before, ==, after);
  vel_book_close (book);
}

static void
test_not_a_book (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_true (g_file_set_contents (path, "this is no book, it is a letter to a friend, of some length", -1, NULL));
  g_assert_null (vel_book_open (path, TRUE, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_A_BOOK);
  g_clear_error (&error);
  g_assert_null (vel_book_open (folder, TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (vel_book_open (path, FALSE, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_CANNOT_OPEN);
}

static void
test_vanished (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Add", NULL);
  g_autofree char *moved = g_strconcat (path, ".moved", NULL);
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_assert_cmpint (g_rename (path, moved), ==, 0);
  id = vel_change_insert (change, &vel_customer_entity);
  vel_change_set_text (change, &vel_customer_entity, id, "name", "Ali");
  g_assert_null (vel_book_commit (book, change, NULL, &error));
  g_assert_error (error, VEL_STORE_ERROR, VEL_STORE_ERROR_VANISHED);
  vel_book_close (book);
}

static void
test_second_process (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelBook) other = vel_book_open (path, FALSE, NULL);
  const gint64 id = add_customer (book, "Ali", NULL, NULL);
  g_autoptr(VelRecord) record = vel_book_get_record (book, &vel_customer_entity, id, NULL);
  g_autoptr(VelChange) change = vel_change_new ("Edit", NULL);
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;

  vel_change_set_text (change, &vel_customer_entity, id, "name", "Veli");
  commit = vel_book_commit (other, change, NULL, &error);
  g_assert_no_error (error);
  vel_test_wait_text (record, "name", "Veli");
  g_assert_true (finds (book, "veli", id));
  g_clear_object (&record);
  vel_book_close (other);
  vel_book_close (book);
}

static void
test_finalize (void)
{
  g_autofree char *path = vel_test_new_path ();
  VelBook *book = vel_book_open (path, TRUE, NULL);
  const gint64 id = add_customer (book, "Ali", NULL, NULL);
  VelRecord *record = vel_book_get_record (book, &vel_customer_entity, id, NULL);
  VelRecord *same = vel_book_get_record (book, &vel_customer_entity, id, NULL);

  g_assert_true (record == same);
  g_object_unref (same);
  g_assert_finalize_object (record);
  vel_book_close (book);
  vel_test_settle ();
  g_assert_finalize_object (book);
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  gint64 *count = user_data;

  *count = vel_book_count_finish (VEL_BOOK (object), result, &error);
  g_assert_no_error (error);
}

static gint64
count (VelBook         *book,
       const VelFilter *filter,
       const char      *search)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, filter, search, NULL, FALSE);
  gint64 n = -1;

  vel_book_count_async (book, query, NULL, counted_cb, &n);
  while (n < 0)
    g_main_context_iteration (NULL, TRUE);
  return n;
}

/* Counted by the engine or by a search, it is as many as there are to be shown. */
static void
test_count (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, &error);
  const char * const cities[] = { "izmir", NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "city", cities);

  g_assert_no_error (error);
  g_assert_cmpint (count (book, NULL, NULL), ==, 0);
  add_customer (book, "Işık Mimarlık", NULL, "İzmir");
  add_customer (book, "Ayşe Yılmaz", NULL, "Muğla");
  add_customer (book, "Öztürk Peyzaj", NULL, "İzmir");
  g_assert_cmpint (count (book, NULL, NULL), ==, 3);
  g_assert_cmpint (count (book, filter, NULL), ==, 2);
  g_assert_cmpint (count (book, filter, "isik"), ==, 1);
  g_assert_cmpint (count (book, NULL, "kimse"), ==, 0);
  vel_book_close (book);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  vel_language_set ("tr");
  g_test_add_func ("/book/add-and-read", test_add_and_read);
  g_test_add_func ("/book/search", test_search);
  g_test_add_func ("/book/notes-from-third-letter", test_notes_from_third_letter);
  g_test_add_func ("/book/links-by-name", test_links_by_name);
  g_test_add_func ("/book/undo-redo-and-restart", test_undo_redo_and_restart);
  g_test_add_func ("/book/undo-conflict", test_undo_conflict);
  g_test_add_func ("/book/long-change", test_long_change);
  g_test_add_func ("/book/long-change-conflict", test_long_change_conflict);
  g_test_add_func ("/book/order", test_order);
  g_test_add_func ("/book/refusals", test_refusals);
  g_test_add_func ("/book/not-a-book", test_not_a_book);
  g_test_add_func ("/book/vanished", test_vanished);
  g_test_add_func ("/book/second-process", test_second_process);
  g_test_add_func ("/book/count", test_count);
  g_test_add_func ("/book/finalize", test_finalize);
  return g_test_run ();
}
