/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-customer.h"
#include "vel-task-capture.h"
#include "vel-task.h"
#include "vel-test-deals.h"

typedef struct
{
  char    *path;
  VelBook *book;
  gint64   light;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->light = vel_test_add (self->book, &vel_customer_entity, "name", "Işık Mimarlık", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_auto(GStrv) complaints = vel_book_check (self->book, NULL);

  g_assert_cmpuint (g_strv_length (complaints), ==, 0);
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
}

/* 22 November 2026 is a Sunday. */
static VelCapture *
capture (const char *line)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr(GDateTime) now = g_date_time_new (zone, 2026, 11, 22, 10, 0, 0);

  return vel_capture_parse (line, now, VEL_CAPTURE_ALL, NULL);
}

/* "words in the line > name in the book: how many", or "" for nobody. */
static void
assert_named (Fixture    *self,
              const char *line,
              const char *expected)
{
  g_autoptr(VelCapture) captured_line = capture (line);
  g_autoptr(VelCaptured) captured = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  g_assert_true (vel_book_find_captured (self->book, captured_line, &captured, &error));
  g_assert_no_error (error);
  if (captured != NULL)
    {
      words = g_strndup (line + captured->start, captured->end - captured->start);
      said = g_strdup_printf ("%s > %s: %u", words, captured->name, captured->ids->len);
    }
  g_assert_cmpstr (said != NULL ? said : "", ==, expected);
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  vel_test_add (self->book, &vel_customer_entity, "name", "Işık", NULL);
  vel_test_add (self->book, &vel_customer_entity, "name", "Ayşe", NULL);
  vel_test_add (self->book, &vel_customer_entity, "name", "Smith Ltd", NULL);
  vel_test_add (self->book, &vel_customer_entity, "name", "Çağlar \"Diş\" Kliniği", NULL);
  vel_test_add (self->book, &vel_customer_entity, "name", "Gökırmak Lojistik A.Ş.", NULL);

  /* The longest that fits, in any writing and any case. */
  assert_named (self, "yarın 14:00 Işık Mimarlık'ı ara", "Işık Mimarlık'ı > Işık Mimarlık: 1");
  assert_named (self, "YARIN isik mimarlik ara", "isik mimarlik > Işık Mimarlık: 1");
  assert_named (self, "cuma Işık'a teklif gönder", "Işık'a > Işık: 1");
  assert_named (self, "ayseye teklif", "ayseye > Ayşe: 1");
  assert_named (self, "next tuesday 9am call Smith Ltd", "Smith Ltd > Smith Ltd: 1");
  assert_named (self, "Smith Ltd's invoice", "Smith Ltd's > Smith Ltd: 1");
  assert_named (self, "Gökırmak Lojistik A.Ş.'ye yaz", "Gökırmak Lojistik A.Ş.'ye > Gökırmak Lojistik A.Ş.: 1");
  /* Never a part of a name. */
  assert_named (self, "mimarlık fuarı", "");
  assert_named (self, "Smith'i ara", "");
  assert_named (self, "", "");
  assert_named (self, "yarın 14:00", "");
  /* Nothing that is typed is taken for anything but letters. */
  assert_named (self, "') OR 1=1; --", "");
  assert_named (self, "\"]'\\\" x\xff y", "");
}

static void
test_namesakes (Fixture       *self,
                gconstpointer  data)
{
  const gint64 twin = vel_test_add (self->book, &vel_customer_entity, "name", "IŞIK MİMARLIK", NULL);
  g_autoptr(VelCapture) line = capture ("Işık Mimarlık'ı ara");
  g_autoptr(VelCaptured) captured = NULL;

  g_assert_true (vel_book_find_captured (self->book, line, &captured, NULL));
  g_assert_cmpuint (captured->ids->len, ==, 2);
  g_assert_cmpint (g_array_index (captured->ids, gint64, 0), ==, self->light);
  g_assert_cmpint (g_array_index (captured->ids, gint64, 1), ==, twin);
  g_clear_pointer (&captured, vel_captured_free);

  /* What is deleted is named no more. */
  vel_test_delete (self->book, &vel_customer_entity, twin);
  assert_named (self, "Işık Mimarlık'ı ara", "Işık Mimarlık'ı > Işık Mimarlık: 1");
  vel_test_delete (self->book, &vel_customer_entity, self->light);
  assert_named (self, "Işık Mimarlık'ı ara", "");
}

typedef struct
{
  gboolean     is_done;
  gboolean     done;
  VelCaptured *captured;
  GError      *error;
} Answer;

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  answer->done = vel_book_find_captured_finish (VEL_BOOK (object), result, &answer->captured, &answer->error);
  answer->is_done = TRUE;
}

static void
ask (Fixture      *self,
     const char   *text,
     GCancellable *cancellable,
     Answer       *answer)
{
  VelCapture *line = capture (text);

  vel_book_find_captured_async (self->book, line, cancellable, found_cb, answer);
  vel_capture_free (line);
  while (!answer->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_later (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer found = { 0 };
  Answer nobody = { 0 };
  Answer cancelled = { 0 };
  Answer closed = { 0 };

  ask (self, "Işık Mimarlık'ı ara", cancellable, &found);
  g_assert_no_error (found.error);
  g_assert_true (found.done);
  g_assert_cmpint (g_array_index (found.captured->ids, gint64, 0), ==, self->light);
  vel_captured_free (found.captured);

  ask (self, "Su iç", NULL, &nobody);
  g_assert_true (nobody.done);
  g_assert_null (nobody.captured);

  g_cancellable_cancel (cancellable);
  ask (self, "Işık Mimarlık'ı ara", cancellable, &cancelled);
  g_assert_false (cancelled.done);
  g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&cancelled.error);

  vel_book_close (self->book);
  ask (self, "Işık Mimarlık'ı ara", NULL, &closed);
  g_assert_false (closed.done);
  g_assert_error (closed.error, VEL_STORE_ERROR, VEL_STORE_ERROR_FAILED);
  g_clear_error (&closed.error);
  g_clear_object (&self->book);
  self->book = vel_book_open (self->path, FALSE, NULL);
}

static void
test_task (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(VelCapture) line = capture ("her pazartesi 9:30 Işık Mimarlık'a fatura kes");
  gint64 local = 0;
  const gint64 id = vel_test_commit (self->book, vel_task_from_capture (line, self->light, 0, &local));
  g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, id, NULL);
  g_autoptr(GPtrArray) history = vel_book_history (self->book, id, 1, NULL);
  const VelHistoryEntry *entry = g_ptr_array_index (history, 0);
  g_autofree char *said = vel_history_say (entry->label, entry->args);

  g_assert_cmpint (local, <, 0);
  g_assert_cmpstr (vel_record_get_text (task, "title"), ==, "Işık Mimarlık'a fatura kes");
  g_assert_cmpstr (vel_record_get_text (task, "due"), ==, "2026-11-23T09:30");
  g_assert_cmpstr (vel_record_get_text (task, "repeat"), ==, "FREQ=WEEKLY;BYDAY=MO");
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, self->light);
  g_assert_cmpint (vel_record_get_integer (task, "deal"), ==, 0);
  g_assert_nonnull (strstr (said, "Işık Mimarlık'a fatura kes"));
}

static void
test_task_of_deal (Fixture       *self,
                   gconstpointer  data)
{
  const gint64 deal = vel_test_add_deal (self->book, self->light, VEL_TEST_OFFER, "Ofis", NULL, NULL);
  g_autoptr(VelCapture) line = capture ("teklifi sor");
  const gint64 id = vel_test_commit (self->book, vel_task_from_capture (line, 0, deal, NULL));
  g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, id, NULL);

  g_assert_cmpint (vel_record_get_integer (task, "deal"), ==, deal);
  g_assert_cmpint (vel_record_get_integer (task, "customer"), ==, self->light);
  g_assert_null (vel_record_get_text (task, "due"));
}

#define N_MANY 20000

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  VelChange *change = vel_change_new ("Add", NULL);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Güneş Ticaret ve Sanayi Limited Şirketi %u", i);

      vel_test_set (change, &vel_customer_entity, vel_change_insert (change, &vel_customer_entity), "name", name, NULL);
    }
  vel_test_commit (self->book, change);
  for (guint i = 0; i < 5; i++)
    {
      const gint64 began = g_get_monotonic_time ();

      assert_named (self, "yarın 9:30 Işık Mimarlık'ı ara ve teklifi sor, sonra da faturayı iste",
                    "Işık Mimarlık'ı > Işık Mimarlık: 1");
      best = MIN (best, g_get_monotonic_time () - began);
    }
  g_test_message ("among %d customers in %d microseconds", N_MANY, (int) best);
  g_assert_cmpint (best, <, 100000 * (g_getenv ("ASAN_OPTIONS") != NULL ? 20 : 1));
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/task-capture/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("names", test_names);
  ADD ("namesakes", test_namesakes);
  ADD ("later", test_later);
  ADD ("task", test_task);
  ADD ("task-of-deal", test_task_of_deal);
  ADD ("many", test_many);
#undef ADD
  return g_test_run ();
}
