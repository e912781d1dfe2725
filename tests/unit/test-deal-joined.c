/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-deal-moves.h"
#include "vel-interaction.h"
#include "vel-product.h"
#include "vel-stage.h"
#include "vel-tag.h"
#include "vel-test-deals.h"

/* Deals and what they are joined to, when one of these goes and comes back. */

typedef struct
{
  char    *path;
  VelBook *book;
  gint64   customer;
  gint64   other;
  gint64   product;
  gint64   deal;
  gint64   others_deal;
} Fixture;

static char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
add_call (Fixture *self,
          gint64   customer,
          gint64   deal)
{
  g_autofree char *with = id_text (customer);
  g_autofree char *about = id_text (deal);

  return vel_test_add (self->book, &vel_interaction_entity, "customer", with, "deal", about, "kind", "call",
                       "text", "Teklif üzerine uzun uzun konuşuldu", NULL);
}

/* A customer with deals, open and closed, whom other deals know as a contact,
 * and with whom others' deals were talked about. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(VelRecord) lost = NULL;
  g_autofree char *customer = NULL;
  g_autofree char *product = NULL;
  gint64 second;

  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->customer = vel_test_add (self->book, &vel_customer_entity, "name", "Ayşe Yılmaz", "tags", "[\"vip\"]",
                                 "organisation", "Işık Mimarlık", "notes", "Uzun bir not", NULL);
  self->other = vel_test_add (self->book, &vel_customer_entity, "name", "Belediye", NULL);
  self->product = vel_test_add (self->book, &vel_product_entity, "name", "Tabela", NULL);
  customer = id_text (self->customer);
  product = id_text (self->product);

  self->deal = vel_test_add_deal (self->book, self->customer, VEL_TEST_CALL, "Tabela", "125000", "TRY");
  vel_test_edit (self->book, &vel_deal_entity, self->deal, "tags", "[\"acil\",\"vip\"]", "product", product,
                 "need", "Işıklı olsun", "custom.Renk", "mavi", NULL);
  second = vel_test_add_deal (self->book, self->customer, VEL_TEST_CALL, "Logo", "5000", "EUR");
  self->others_deal = vel_test_add_deal (self->book, self->other, VEL_TEST_CALL, "Park", "9000", "TRY");
  vel_test_edit (self->book, &vel_deal_entity, self->others_deal, "contact", customer, "product", product, NULL);
  vel_test_move (self->book, self->deal, VEL_TEST_INVOICE, 0);
  lost = vel_book_get_record (self->book, &vel_deal_entity, second, NULL);
  vel_test_commit (self->book, vel_deal_lose (lost, VEL_TEST_REASON));

  add_call (self, self->customer, self->deal);
  add_call (self, self->customer, self->others_deal);
  add_call (self, self->other, self->deal);
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

static void
reopen (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  vel_book_close (self->book);
  g_clear_object (&self->book);
  self->book = vel_book_open (self->path, FALSE, &error);
  g_assert_no_error (error);
}

/* Deletes a record; it goes and comes back, and goes and comes back, with all
 * that was joined to it, whichever run of the program does it. */
static void
try_deletion (Fixture         *self,
              const VelEntity *entity,
              gint64           id,
              const char      *left,
              const char      *expected)
{
  g_autofree char *with = vel_test_dump (self->path);
  g_autofree char *without = NULL;
  g_autofree char *answer = NULL;

  vel_test_delete (self->book, entity, id);
  without = vel_test_dump (self->path);
  g_assert_cmpstr (without, !=, with);
  answer = vel_test_ask (self->path, left);
  g_assert_cmpstr (g_strchomp (answer), ==, expected);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autofree char *again = NULL;

      vel_test_undo (self->book);
      undone = vel_test_dump (self->path);
      g_assert_cmpstr (undone, ==, with);
      if (round == 1)
        reopen (self);
      vel_test_redo (self->book);
      redone = vel_test_dump (self->path);
      g_assert_cmpstr (redone, ==, without);
      if (round == 1)
        reopen (self);
      vel_test_undo (self->book);
      again = vel_test_dump (self->path);
      g_assert_cmpstr (again, ==, with);
      vel_test_redo (self->book);
    }
  vel_test_undo (self->book);
}

static void
test_customer (Fixture       *self,
               gconstpointer  data)
{
  try_deletion (self, &vel_customer_entity, self->customer,
                "SELECT count (*), count (contact), (SELECT count (*) || count (deal) FROM interaction),"
                " (SELECT count (DISTINCT deal) FROM passage), (SELECT count (*) FROM deal_tagging) FROM deal", "1|0|10|1|0");
}

static void
test_deal (Fixture       *self,
           gconstpointer  data)
{
  /* What was said stays with whom it was said. */
  try_deletion (self, &vel_deal_entity, self->deal,
                "SELECT count (*), (SELECT count (*) || count (deal) FROM interaction),"
                " (SELECT count (DISTINCT deal) FROM passage), (SELECT count (*) FROM deal_tagging) FROM deal", "2|31|2|0");
}

static void
test_product (Fixture       *self,
              gconstpointer  data)
{
  try_deletion (self, &vel_product_entity, self->product, "SELECT count (*), count (product) FROM deal", "3|0");
}

static void
test_tag (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *answer = vel_test_ask (self->path, "SELECT id FROM tag WHERE name = 'vip'");

  try_deletion (self, &vel_tag_entity, g_ascii_strtoll (answer, NULL, 10),
                "SELECT (SELECT count (*) FROM tagging), (SELECT count (*) FROM deal_tagging)", "0|1");
}

static void
test_empty_stage (Fixture       *self,
                  gconstpointer  data)
{
  vel_test_move (self->book, self->others_deal, VEL_TEST_PAYMENT, 0);
  try_deletion (self, &vel_stage_entity, VEL_TEST_OFFER, "SELECT count (*) - count (stage), min (name <> '') FROM passage", "2|1");
}

/* The other end shows it: names, last contacts and the customer's own. */
static void
test_derived (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(VelRecord) deal = vel_book_get_record (self->book, &vel_deal_entity, self->deal, NULL);
  g_autoptr(VelRecord) others = vel_book_get_record (self->book, &vel_deal_entity, self->others_deal, NULL);

  g_assert_cmpstr (vel_record_get_text (deal, "customer_name"), ==, "Ayşe Yılmaz");
  g_assert_cmpstr (vel_record_get_text (others, "contact_name"), ==, "Ayşe Yılmaz");
  g_assert_cmpstr (vel_record_get_text (deal, "tags"), ==, "[\"acil\",\"vip\"]");
  g_assert_cmpstr (vel_record_get_text (deal, "product_name"), ==, "Tabela");
  g_assert_cmpint (vel_record_get_integer (deal, "pipeline"), ==, 1);
  g_assert_cmpint (vel_record_get_integer (deal, "last_contact"), >, 0);
  g_assert_cmpint (vel_record_get_integer (deal, "in_stage_since"), >, 0);

  /* A deal follows the names of what it is joined to. */
  vel_test_edit (self->book, &vel_customer_entity, self->customer, "name", "Ayşe Demir", NULL);
  vel_test_wait_text (deal, "customer_name", "Ayşe Demir");
  vel_test_wait_text (others, "contact_name", "Ayşe Demir");
  vel_test_edit (self->book, &vel_stage_entity, VEL_TEST_INVOICE, "name", "Kesilen fatura", NULL);
  vel_test_wait_text (deal, "stage_name", "Kesilen fatura");
  vel_test_edit (self->book, &vel_product_entity, self->product, "name", "Işıklı tabela", NULL);
  vel_test_wait_text (deal, "product_name", "Işıklı tabela");
  vel_test_delete (self->book, &vel_product_entity, self->product);
  vel_test_wait_text (others, "product_name", NULL);
  vel_test_undo (self->book);
  vel_test_wait_text (others, "product_name", "Işıklı tabela");
  g_clear_object (&deal);
  g_clear_object (&others);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/deal-joined/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("customer", test_customer);
  ADD ("deal", test_deal);
  ADD ("product", test_product);
  ADD ("tag", test_tag);
  ADD ("empty-stage", test_empty_stage);
  ADD ("derived", test_derived);
#undef ADD
  return g_test_run ();
}
