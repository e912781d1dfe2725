/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-book-totals.h"
#include "vel-customer.h"
#include "vel-deal-moves.h"
#include "vel-money.h"
#include "vel-rate.h"
#include "vel-setting.h"
#include "vel-stage.h"
#include "vel-test-deals.h"

#define N_GREAT 300

typedef struct
{
  char    *path;
  VelBook *book;
  gint64   customer;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->customer = vel_test_add (self->book, &vel_customer_entity, "name", "Yıldız Optik", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
}

/* Each currency: how many, their sum, their weighted sum; and all of it in the home currency, or "-". */
static char *
describe (VelTotals *totals)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gint64 sum;
  gint64 weighted;

  for (guint i = 0; i < vel_totals_get_n_currencies (totals); i++)
    {
      const VelTotal total = vel_totals_get (totals, i);

      g_string_append_printf (text, "%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "; ",
                              total.currency, total.n, total.sum, total.weighted);
    }
  if (vel_totals_get_converted (totals, &sum, &weighted))
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, vel_totals_get_home (totals), sum, weighted);
  else
    g_string_append (text, "-");
  return g_strdup (text->str);
}

static void
totals_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  VelTotals **totals = user_data;
  g_autoptr(GError) error = NULL;

  *totals = vel_book_totals_finish (VEL_BOOK (object), result, &error);
  g_assert_no_error (error);
}

/* What the book says of all its deals, asked for by a query and one by one. */
static void
assert_totals (Fixture    *self,
               const char *expected)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_deal_entity, NULL, NULL, "id", FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelTotals) totals = vel_book_totals (self->book, query, &error);
  g_autoptr(GArray) ids = vel_book_find (self->book, query, NULL);
  g_autoptr(VelTotals) by_ids = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_by_ids = NULL;
  const gint64 nobody = 42;

  g_assert_no_error (error);
  text = describe (totals);
  g_assert_cmpstr (text, ==, expected);

  g_array_append_val (ids, nobody);
  vel_book_totals_async (self->book, query, ids, NULL, totals_cb, &by_ids);
  while (by_ids == NULL)
    g_main_context_iteration (NULL, TRUE);
  text_by_ids = describe (by_ids);
  /* One by one they are converted one by one: where it matters, the amounts are whole. */
  g_assert_cmpstr (text_by_ids, ==, expected);
}

static gint64
add_deal (Fixture    *self,
          gint64      stage,
          const char *amount,
          const char *currency)
{
  return vel_test_add_deal (self->book, self->customer, stage, "Çerçeve", amount, currency);
}

static void
close_deal (Fixture    *self,
            gint64      deal,
            const char *status,
            const char *day)
{
  vel_test_edit (self->book, &vel_deal_entity, deal, "status", status, "opened", NULL, "closed", day, NULL);
}

static gint64
add_rate (Fixture    *self,
          const char *currency,
          const char *home,
          const char *rate,
          const char *day)
{
  return vel_test_add (self->book, &vel_rate_entity, "currency", currency, "home", home, "rate", rate, "date", day, NULL);
}

static void
test_several_currencies (Fixture       *self,
                         gconstpointer  data)
{
  gint64 deal;
  gint64 won;
  gint64 lost;

  assert_totals (self, "-");
  /* Weighed by the stage: 10, 50 and 90 %. */
  deal = add_deal (self, VEL_TEST_CALL, "10000", "TRY");
  assert_totals (self, "TRY 1 10000 1000; -");
  add_deal (self, VEL_TEST_OFFER, "10000", "USD");
  add_deal (self, VEL_TEST_PAYMENT, "300", "EUR");
  add_deal (self, VEL_TEST_CALL, NULL, "EUR");
  assert_totals (self, "TRY 1 10000 1000; EUR 2 300 270; USD 1 10000 5000; -");

  /* Its own probability stands before the stage's, 0 as well. */
  vel_test_edit (self->book, &vel_deal_entity, deal, "probability", "75", NULL);
  assert_totals (self, "TRY 1 10000 7500; EUR 2 300 270; USD 1 10000 5000; -");
  vel_test_edit (self->book, &vel_deal_entity, deal, "probability", "0", NULL);
  assert_totals (self, "TRY 1 10000 0; EUR 2 300 270; USD 1 10000 5000; -");
  vel_test_edit (self->book, &vel_deal_entity, deal, "probability", NULL, NULL);
  vel_test_edit (self->book, &vel_stage_entity, VEL_TEST_CALL, "probability", NULL, NULL);
  assert_totals (self, "TRY 1 10000 0; EUR 2 300 270; USD 1 10000 5000; -");

  /* What is won is whole, what is lost is nothing, whatever was thought before. */
  won = add_deal (self, VEL_TEST_CALL, "500", "TRY");
  lost = add_deal (self, VEL_TEST_PAYMENT, "700", "TRY");
  vel_test_edit (self->book, &vel_deal_entity, won, "probability", "5", NULL);
  vel_test_edit (self->book, &vel_deal_entity, lost, "probability", "95", NULL);
  close_deal (self, won, "won", NULL);
  close_deal (self, lost, "lost", NULL);
  assert_totals (self, "TRY 3 11200 500; EUR 2 300 270; USD 1 10000 5000; -");
}

/* The weighted sum is rounded once, not for each deal. */
static void
test_rounded_once (Fixture       *self,
                   gconstpointer  data)
{
  for (int i = 0; i < 4; i++)
    add_deal (self, VEL_TEST_MEETING, "1", "TRY");
  assert_totals (self, "TRY 4 4 1; -");
  add_deal (self, VEL_TEST_MEETING, "2", "TRY");
  assert_totals (self, "TRY 5 6 2; -");
}

static gboolean
feed (VelChange  *change,
      gpointer    user_data,
      GError    **error)
{
  Fixture *self = user_data;

  for (int i = 0; self->customer != 0 && i < N_GREAT; i++)
    {
      const gint64 id = vel_change_insert (change, &vel_deal_entity);

      vel_change_set_integer (change, &vel_deal_entity, id, "customer", self->customer);
      vel_test_set (change, &vel_deal_entity, id, "title", "Köprü", "amount", "999999999999999",
                    "currency", i % 3 == 0 ? "KWD" : "TRY", "probability", "100", NULL);
    }
  self->customer = 0;
  return TRUE;
}

/* Amounts of fifteen digits by percent run over 64 bits soon. */
static void
test_great (Fixture       *self,
            gconstpointer  data)
{
  VelChange *change = vel_change_new ("Import", NULL);
  g_autoptr(VelTotals) totals = vel_totals_new ("TRY");
  VelTotal total;
  gint64 sum;
  gint64 weighted;

  vel_change_set_source (change, feed, self, NULL);
  vel_test_commit (self->book, change);
  add_rate (self, "KWD", "TRY", "10", "2026-01-01");
  assert_totals (self, "TRY 200 199999999999999800 199999999999999800; KWD 100 99999999999999900 99999999999999900;"
                 " TRY 200000099999999800 200000099999999800");
  vel_test_undo (self->book);
  add_rate (self, "KWD", "TRY", "9000000000000", "2026-02-01");
  assert_totals (self, "TRY 200 199999999999999800 199999999999999800; KWD 100 99999999999999900 99999999999999900;"
                 " TRY 9223372036854775807 9223372036854775807");

  /* What is greater than can be told is told as the greatest, and comes back. */
  for (int i = 0; i < 10000; i++)
    vel_totals_add (totals, "TRY", 0, 1, VEL_MONEY_MAX, (__int128) VEL_MONEY_MAX * 100);
  total = vel_totals_get (totals, 0);
  g_assert_cmpint (total.sum, ==, G_MAXINT64);
  g_assert_cmpint (total.weighted, ==, G_MAXINT64);
  for (int i = 0; i < 9999; i++)
    vel_totals_add_deal (totals, "TRY", VEL_MONEY_MAX, 100, TRUE);
  total = vel_totals_get (totals, 0);
  g_assert_cmpint (total.n, ==, 1);
  g_assert_cmpint (total.sum, ==, VEL_MONEY_MAX);
  g_assert_cmpint (total.weighted, ==, VEL_MONEY_MAX);
  g_assert_false (vel_totals_get_converted (totals, &sum, &weighted));
}

/* Minor units: two digits of the lira, none of the yen, three of the dinar. */
static void
test_minor_digits (Fixture       *self,
                   gconstpointer  data)
{
  add_deal (self, VEL_TEST_OFFER, "1000", "JPY");
  assert_totals (self, "JPY 1 1000 500; -");
  add_rate (self, "JPY", "TRY", "250000", "2026-01-01");
  assert_totals (self, "JPY 1 1000 500; TRY 25000 12500");
  add_deal (self, VEL_TEST_OFFER, "1500", "KWD");
  assert_totals (self, "JPY 1 1000 500; KWD 1 1500 750; -");
  add_rate (self, "KWD", "TRY", "100000000", "2026-01-01");
  assert_totals (self, "JPY 1 1000 500; KWD 1 1500 750; TRY 40000 20000");
  add_deal (self, VEL_TEST_OFFER, "200", "TRY");
  assert_totals (self, "TRY 1 200 100; JPY 1 1000 500; KWD 1 1500 750; TRY 40200 20100");

  /* Nothing needs no rate. */
  add_deal (self, VEL_TEST_OFFER, NULL, "USD");
  assert_totals (self, "TRY 1 200 100; JPY 1 1000 500; KWD 1 1500 750; USD 1 0 0; TRY 40200 20100");

  /* At home in yen, and then in dinars. */
  vel_test_add (self->book, &vel_setting_entity, "name", "currency", "value", "JPY", NULL);
  assert_totals (self, "JPY 1 1000 500; KWD 1 1500 750; TRY 1 200 100; USD 1 0 0; -");
  add_rate (self, "KWD", "JPY", "400000000", "2026-01-01");
  add_rate (self, "TRY", "JPY", "4000000", "2026-01-01");
  assert_totals (self, "JPY 1 1000 500; KWD 1 1500 750; TRY 1 200 100; USD 1 0 0; JPY 1608 804");
}

static void
test_newest_rate (Fixture       *self,
                  gconstpointer  data)
{
  gint64 rate;

  add_deal (self, VEL_TEST_OFFER, "1000", "EUR");
  add_rate (self, "EUR", "TRY", "30000000", "2026-01-05");
  rate = add_rate (self, "EUR", "TRY", "50000000", "2026-03-05");
  add_rate (self, "EUR", "TRY", "40000000", "2026-02-05");
  add_rate (self, "EUR", "USD", "1000000", "2026-04-05");
  assert_totals (self, "EUR 1 1000 500; TRY 50000 25000");
  /* Of one day, what was told last. */
  add_rate (self, "EUR", "TRY", "51000000", "2026-03-05");
  assert_totals (self, "EUR 1 1000 500; TRY 51000 25500");
  vel_test_undo (self->book);
  vel_test_delete (self->book, &vel_rate_entity, rate);
  assert_totals (self, "EUR 1 1000 500; TRY 40000 20000");
}

static void
assert_frozen (Fixture    *self,
               gint64      deal,
               const char *expected)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rate, rate_home FROM deal WHERE id = %" G_GINT64_FORMAT, deal);
  g_autofree char *answer = vel_test_ask (self->path, sql);

  g_assert_cmpstr (g_strchomp (answer), ==, expected);
}

static void
test_frozen (Fixture       *self,
             gconstpointer  data)
{
  const gint64 deal = add_deal (self, VEL_TEST_OFFER, "1000", "EUR");
  const gint64 rate = add_rate (self, "EUR", "TRY", "30000000", "2026-01-05");
  g_autoptr(VelRecord) record = NULL;

  close_deal (self, deal, "won", "2026-01-10");
  assert_frozen (self, deal, "30000000|TRY");
  assert_totals (self, "EUR 1 1000 1000; TRY 30000 30000");

  /* A newer rate, and another word on the old one, are for what is open. */
  add_rate (self, "EUR", "TRY", "50000000", "2026-02-05");
  vel_test_edit (self->book, &vel_rate_entity, rate, "rate", "31000000", NULL);
  assert_totals (self, "EUR 1 1000 1000; TRY 30000 30000");
  add_deal (self, VEL_TEST_OFFER, "1000", "EUR");
  assert_totals (self, "EUR 2 2000 1500; TRY 80000 55000");
  vel_test_undo (self->book);

  /* An edit of something else leaves it; another day or currency does not. */
  vel_test_edit (self->book, &vel_deal_entity, deal, "amount", "2000", NULL);
  assert_totals (self, "EUR 1 2000 2000; TRY 60000 60000");
  vel_test_edit (self->book, &vel_deal_entity, deal, "closed", "2026-02-05", NULL);
  assert_frozen (self, deal, "50000000|TRY");
  assert_totals (self, "EUR 1 2000 2000; TRY 100000 100000");
  vel_test_edit (self->book, &vel_deal_entity, deal, "currency", "USD", NULL);
  assert_frozen (self, deal, "|");
  assert_totals (self, "USD 1 2000 2000; -");
  vel_test_undo (self->book);
  assert_frozen (self, deal, "50000000|TRY");

  /* Open again, it follows the newest. */
  record = vel_book_get_record (self->book, &vel_deal_entity, deal, NULL);
  vel_test_commit (self->book, vel_deal_open_again (record));
  assert_frozen (self, deal, "|");
  add_rate (self, "EUR", "TRY", "60000000", "2026-03-05");
  assert_totals (self, "EUR 1 2000 1000; TRY 120000 60000");
  g_clear_object (&record);
}

/* A deal that closed before anybody told a rate takes the newest. */
static void
test_closed_before_rates (Fixture       *self,
                          gconstpointer  data)
{
  const gint64 deal = add_deal (self, VEL_TEST_OFFER, "1000", "EUR");

  close_deal (self, deal, "won", "2020-01-10");
  assert_totals (self, "EUR 1 1000 1000; -");
  add_rate (self, "EUR", "TRY", "30000000", "2026-01-05");
  assert_frozen (self, deal, "|");
  assert_totals (self, "EUR 1 1000 1000; TRY 30000 30000");
}

/* Rates are told in a currency: in another one, those frozen in the old one say
 * nothing, and the newest stands in. */
static void
test_home_changed (Fixture       *self,
                   gconstpointer  data)
{
  const gint64 dollars = add_deal (self, VEL_TEST_OFFER, "1000", "USD");
  const gint64 liras = add_deal (self, VEL_TEST_OFFER, "40000", "TRY");
  gint64 setting;

  add_rate (self, "USD", "TRY", "30000000", "2026-01-01");
  close_deal (self, dollars, "won", "2026-01-10");
  close_deal (self, liras, "won", "2026-01-10");
  assert_totals (self, "TRY 1 40000 40000; USD 1 1000 1000; TRY 70000 70000");

  setting = vel_test_add (self->book, &vel_setting_entity, "name", "currency", "value", "EUR", NULL);
  assert_totals (self, "TRY 1 40000 40000; USD 1 1000 1000; -");
  add_rate (self, "TRY", "EUR", "25000", "2026-02-01");
  add_rate (self, "USD", "EUR", "900000", "2026-02-01");
  assert_totals (self, "TRY 1 40000 40000; USD 1 1000 1000; EUR 1900 1900");

  /* What closes from now on is frozen in the new one. */
  close_deal (self, add_deal (self, VEL_TEST_OFFER, "500", "USD"), "won", NULL);
  add_rate (self, "USD", "EUR", "1000000", "2026-02-02");
  assert_totals (self, "TRY 1 40000 40000; USD 2 1500 1500; EUR 2450 2450");

  /* And back: the old rates hold again. */
  vel_test_edit (self->book, &vel_setting_entity, setting, "value", "TRY", NULL);
  assert_totals (self, "TRY 1 40000 40000; USD 2 1500 1500; TRY 85000 85000");
}

/* What is shown while a card is in the air; the converted total stays what the book has told. */
static void
test_in_the_air (void)
{
  g_autoptr(VelTotals) column = vel_totals_new ("TRY");
  g_autoptr(VelTotals) shown = NULL;
  g_autoptr(VelTotals) both = NULL;
  g_autofree char *before = NULL;
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  g_autofree char *text = NULL;

  vel_totals_add (column, "TRY", 0, 2, 3000, 3000 * 10);
  before = describe (column);
  g_assert_cmpstr (before, ==, "TRY 2 3000 300; -");
  shown = vel_totals_copy (column);
  vel_totals_add_deal (shown, "EUR", 500, 50, FALSE);
  vel_totals_add_deal (shown, "TRY", 1000, 50, FALSE);
  with = describe (shown);
  g_assert_cmpstr (with, ==, "TRY 3 4000 800; EUR 1 500 250; TRY 3000 300");
  vel_totals_add_deal (shown, "TRY", 1000, 50, TRUE);
  vel_totals_add_deal (shown, "EUR", 500, 50, TRUE);
  without = describe (shown);
  g_assert_cmpstr (without, ==, "TRY 2 3000 300; EUR 0 0 0; TRY 3000 300");
  /* What was copied is as it was. */
  g_free (g_steal_pointer (&text));
  text = describe (column);
  g_assert_cmpstr (text, ==, before);
  both = vel_totals_copy (column);
  vel_totals_merge (both, column);
  g_free (g_steal_pointer (&text));
  text = describe (both);
  g_assert_cmpstr (text, ==, "TRY 4 6000 600; -");
  g_assert_cmpuint (vel_totals_get_count (both), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/totals/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("several-currencies", test_several_currencies);
  ADD ("rounded-once", test_rounded_once);
  ADD ("great", test_great);
  ADD ("minor-digits", test_minor_digits);
  ADD ("newest-rate", test_newest_rate);
  ADD ("frozen", test_frozen);
  ADD ("closed-before-rates", test_closed_before_rates);
  ADD ("home-changed", test_home_changed);
#undef ADD
  g_test_add_func ("/totals/in-the-air", test_in_the_air);
  return g_test_run ();
}
