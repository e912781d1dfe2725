/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-deal-moves.h"
#include "vel-lost-reason.h"
#include "vel-pipeline.h"
#include "vel-rate.h"
#include "vel-stage.h"
#include "vel-test-deals.h"

typedef struct
{
  char    *path;
  VelBook *book;
  char    *customer;
  gint64   deal;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  gint64 customer;

  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  customer = vel_test_add (self->book, &vel_customer_entity, "name", "Şirin Otel", NULL);
  self->customer = g_strdup_printf ("%" G_GINT64_FORMAT, customer);
  self->deal = vel_test_add_deal (self->book, customer, VEL_TEST_OFFER, "Tabela", "125000", "TRY");
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "opened", "2026-01-10", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->customer, g_free);
}

/* Commits (and takes) a change that the book must refuse with a sentence, and
 * that leaves the book as it was: its records, its history and what it counts. */
static void
assert_refused (Fixture   *self,
                VelChange *change,
                int        code)
{
  static const char rest[] = "SELECT * FROM history; SELECT * FROM history_touch; SELECT * FROM meta";
  g_autofree char *dump = vel_test_dump (self->path);
  g_autofree char *history = vel_test_ask (self->path, rest);
  g_autofree char *dump_after = NULL;
  g_autofree char *history_after = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (vel_book_commit (self->book, change, NULL, &error));
  g_assert_error (error, VEL_STORE_ERROR, code);
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), >, 20);
  dump_after = vel_test_dump (self->path);
  history_after = vel_test_ask (self->path, rest);
  g_assert_cmpstr (dump_after, ==, dump);
  g_assert_cmpstr (history_after, ==, history);
  g_object_unref (change);
}

static const struct
{
  const char *field;
  const char *text;
} bad_values[] = {
  { "amount", "-1" },
  { "amount", "1000000000000000" },
  { "amount", "9223372036854775807" },
  { "currency", "ABC" },
  { "currency", "try" },
  { "currency", "" },
  { "currency", NULL },
  { "probability", "-1" },
  { "probability", "101" },
  { "expected_close", "2026-01-09" },
  { "status", "" },
  { "title", "" },
  { "customer", NULL },
  { "stage", NULL },
};

static void
test_edits (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      VelChange *change = vel_change_new ("Edit", NULL);

      /* What is good in the same change is not kept either. */
      vel_test_set (change, &vel_deal_entity, self->deal, "owner", "Deniz", NULL);
      vel_test_set (change, &vel_deal_entity, self->deal, bad_values[i].field, bad_values[i].text, NULL);
      assert_refused (self, change, VEL_STORE_ERROR_INVALID);
    }
}

static void
test_additions (Fixture       *self,
                gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      VelChange *change = vel_change_new ("Add", NULL);
      const gint64 fine = vel_change_insert (change, &vel_deal_entity);
      gint64 bad;

      /* Nobody says: the store fills it in. */
      if ((bad_values[i].text == NULL || *bad_values[i].text == '\0') &&
          !g_str_equal (bad_values[i].field, "title") && !g_str_equal (bad_values[i].field, "customer"))
        {
          g_object_unref (change);
          continue;
        }
      vel_test_set (change, &vel_deal_entity, fine, "title", "İyi", "customer", self->customer, NULL);
      bad = vel_change_insert (change, &vel_deal_entity);
      vel_test_set (change, &vel_deal_entity, bad, "title", "Kötü", "customer", self->customer, "opened", "2026-01-10", NULL);
      vel_test_set (change, &vel_deal_entity, bad, bad_values[i].field, bad_values[i].text, NULL);
      assert_refused (self, change, VEL_STORE_ERROR_INVALID);
    }
}

/* The greatest and the least that are taken. */
static void
test_limits (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *answer = NULL;

  vel_test_edit (self->book, &vel_deal_entity, self->deal, "amount", "999999999999999", "probability", "100",
                 "expected_close", "2026-01-10", NULL);
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "amount", "0", "probability", "0", NULL);
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "amount", NULL, "probability", NULL, NULL);
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "status", "won", "closed", "2026-01-10", NULL);
  answer = vel_test_ask (self->path, "SELECT amount, probability, status, closed FROM deal");
  g_assert_cmpstr (answer, ==, "||won|2026-01-10\n");
}

static void
test_closed_before_it_began (Fixture       *self,
                             gconstpointer  data)
{
  VelChange *change = vel_change_new ("Edit", NULL);

  vel_test_set (change, &vel_deal_entity, self->deal, "status", "lost", "closed", "2026-01-09", NULL);
  assert_refused (self, change, VEL_STORE_ERROR_INVALID);
  change = vel_change_new ("Edit", NULL);
  vel_test_set (change, &vel_deal_entity, self->deal, "status", "won", "opened", "2026-03-02", "closed", "2026-03-01", NULL);
  assert_refused (self, change, VEL_STORE_ERROR_INVALID);
}

/* An amount that another currency would make too long. */
static void
test_rescaled_too_long (Fixture       *self,
                        gconstpointer  data)
{
  VelChange *change = vel_change_new ("Edit", NULL);
  g_autofree char *answer = NULL;

  vel_test_edit (self->book, &vel_deal_entity, self->deal, "amount", "999999999999999", NULL);
  vel_test_set (change, &vel_deal_entity, self->deal, "currency", "KWD", NULL);
  assert_refused (self, change, VEL_STORE_ERROR_INVALID);

  /* Else an amount stays what it is in words. */
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "amount", "125050", NULL);
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "currency", "KWD", NULL);
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "currency", "JPY", NULL);
  answer = vel_test_ask (self->path, "SELECT amount, currency FROM deal");
  g_assert_cmpstr (answer, ==, "1251|JPY\n");
}

static void
test_unknown_records (Fixture       *self,
                      gconstpointer  data)
{
  static const char * const links[] = { "customer", "contact", "stage", "product" };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      VelChange *change = vel_change_new ("Edit", NULL);

      vel_test_set (change, &vel_deal_entity, self->deal, links[i], "424242", NULL);
      assert_refused (self, change, VEL_STORE_ERROR_CONSTRAINT);
    }
}

static VelChange *
deletion (const VelEntity *entity,
          gint64           id)
{
  VelChange *change = vel_change_new ("Delete", NULL);

  vel_change_delete (change, entity, id);
  return change;
}

static void
test_deletions (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(VelRecord) deal = vel_book_get_record (self->book, &vel_deal_entity, self->deal, NULL);
  gint64 spare;
  g_autofree char *in = NULL;
  VelChange *change;

  /* A stage with a deal in it, open or not, and the pipeline it is in. */
  assert_refused (self, deletion (&vel_stage_entity, VEL_TEST_OFFER), VEL_STORE_ERROR_INVALID);
  assert_refused (self, deletion (&vel_pipeline_entity, 1), VEL_STORE_ERROR_INVALID);
  vel_test_commit (self->book, vel_deal_lose (deal, VEL_TEST_REASON));
  assert_refused (self, deletion (&vel_stage_entity, VEL_TEST_OFFER), VEL_STORE_ERROR_INVALID);

  /* A reason for which a deal was lost; another one goes. */
  assert_refused (self, deletion (&vel_lost_reason_entity, VEL_TEST_REASON), VEL_STORE_ERROR_INVALID);
  vel_test_delete (self->book, &vel_lost_reason_entity, 102);

  /* The last stage of a pipeline, and the last but one in the same change. */
  spare = vel_test_add (self->book, &vel_pipeline_entity, "name", "Bakım", NULL);
  in = g_strdup_printf ("%" G_GINT64_FORMAT, spare);
  {
    const gint64 first = vel_test_add (self->book, &vel_stage_entity, "name", "Bir", "pipeline", in, NULL);
    const gint64 second = vel_test_add (self->book, &vel_stage_entity, "name", "İki", "pipeline", in, NULL);

    change = deletion (&vel_stage_entity, first);
    vel_change_delete (change, &vel_stage_entity, second);
    assert_refused (self, change, VEL_STORE_ERROR_INVALID);
    vel_test_delete (self->book, &vel_stage_entity, first);
    assert_refused (self, deletion (&vel_stage_entity, second), VEL_STORE_ERROR_INVALID);
  }

  /* A pipeline without deals goes, and its stages with it; the last one stays. */
  vel_test_delete (self->book, &vel_pipeline_entity, spare);
  vel_test_delete (self->book, &vel_deal_entity, self->deal);
  assert_refused (self, deletion (&vel_pipeline_entity, 1), VEL_STORE_ERROR_INVALID);
  vel_test_delete (self->book, &vel_stage_entity, VEL_TEST_OFFER);
}

static void
test_stage_and_rate (Fixture       *self,
                     gconstpointer  data)
{
  VelChange *change = vel_change_new ("Edit", NULL);

  vel_test_set (change, &vel_stage_entity, VEL_TEST_CALL, "probability", "101", NULL);
  assert_refused (self, change, VEL_STORE_ERROR_INVALID);
  change = vel_change_new ("Edit", NULL);
  vel_test_set (change, &vel_stage_entity, VEL_TEST_CALL, "stale_days", "0", NULL);
  assert_refused (self, change, VEL_STORE_ERROR_INVALID);
  change = vel_change_new ("Edit", NULL);
  vel_test_set (change, &vel_rate_entity, vel_change_insert (change, &vel_rate_entity),
                "currency", "EUR", "home", "TRY", "rate", "0", "date", "2026-01-01", NULL);
  assert_refused (self, change, VEL_STORE_ERROR_CONSTRAINT);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/deal-refusals/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("edits", test_edits);
  ADD ("additions", test_additions);
  ADD ("limits", test_limits);
  ADD ("closed-before-it-began", test_closed_before_it_began);
  ADD ("rescaled-too-long", test_rescaled_too_long);
  ADD ("unknown-records", test_unknown_records);
  ADD ("deletions", test_deletions);
  ADD ("stage-and-rate", test_stage_and_rate);
#undef ADD
  return g_test_run ();
}
