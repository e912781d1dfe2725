/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "vel-cell-kind.h"
#include "vel-column-words.h"
#include "vel-table-stats.h"

#include "csv-fixture.h"

static void
test_statuses (void)
{
  static const struct
  {
    const char *text;
    const char *status;
  } cases[] = {
    { "Potansiyel", "potential" }, { "ADAY MÜŞTERİ", "potential" }, { "lead", "potential" }, { "Prospect", "potential" },
    { "aktif", "active" }, { "AKTİF", "active" }, { "Müşteri", "active" }, { " active ", "active" },
    { "Pasif", "passive" }, { "PASİF", "passive" }, { "Inactive", "passive" },
    { "Kayıp", "lost" }, { "kaybedildi", "lost" }, { "Eski müşteri", "lost" }, { "churned", "lost" },
    { "sıcak", NULL }, { "", NULL }, { "-", NULL }, { "aktif değil mi acaba", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (vel_column_words_find_status (cases[i].text), ==, cases[i].status);

  g_assert_cmpstr (vel_column_words_find_kind ("Bireysel"), ==, "person");
  g_assert_cmpstr (vel_column_words_find_kind ("ŞAHIS"), ==, "person");
  g_assert_cmpstr (vel_column_words_find_kind ("tüzel kişi"), ==, "organisation");
  g_assert_cmpstr (vel_column_words_find_kind ("Company"), ==, "organisation");
  g_assert_null (vel_column_words_find_kind ("Bayi"));
}

static void
test_companies (void)
{
  static const char * const companies[] = {
    "Işık Mimarlık Ltd. Şti.", "ÇINAR İNŞAAT SAN. VE TİC. A.Ş.", "Öz Gıda A.Ş", "Kaya Ltd.Şti.", "Acme, Inc.",
    "Müller GmbH & Co. KG", "Van Belediyesi",
  };
  static const char * const people[] = { "Ayşe Kaya", "As", "Ltd", "", "Dr. Ali Can", "Sanem Ticaretoğlu" };

  for (guint i = 0; i < G_N_ELEMENTS (companies); i++)
    g_assert_true (vel_column_words_is_company (companies[i]));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_false (vel_column_words_is_company (people[i]));
}

static void
assert_split (const char *field,
              const char *text,
              const char *joined)
{
  g_auto(GStrv) pieces = vel_column_words_split (field, text);
  g_autofree char *found = g_strjoinv ("|", pieces);

  g_assert_cmpstr (found, ==, joined);
}

static void
test_split (void)
{
  assert_split ("phones", "0532 555 00 01", "0532 555 00 01");
  assert_split ("phones", "0532 555 00 01 / 0212 555 00 02", "0532 555 00 01|0212 555 00 02");
  assert_split ("phones", "0212 555 00 11/12; 0532 555 00 01", "0212 555 00 11/12|0532 555 00 01");
  assert_split ("phones", "1 ::: 2", "1|2");
  assert_split ("phones", " ;; \n", "");
  assert_split ("emails", "a@x.example, b@x.example;c@x.example d@x.example",
                "a@x.example|b@x.example|c@x.example|d@x.example");
  assert_split ("emails", "a@x.example ::: b@x.example", "a@x.example|b@x.example");
  assert_split ("tags", "* My Contacts ::: Test", "* My Contacts|Test");
  assert_split ("tags", "bayi, vip;  eski dost", "bayi|vip|eski dost");
  assert_split ("links", "https://a.example/x,y;https://b.example", "https://a.example/x,y|https://b.example");
  assert_split ("name", " Kaya, Ayşe; Dr. ", "Kaya, Ayşe; Dr.");
  assert_split ("notes", "", "");
}

static void
test_join_name (void)
{
  g_autofree char *all = vel_column_words_join_name ("Dr.", " Ayşe", "Nur ", "Kaya", "Jr.");
  g_autofree char *some = vel_column_words_join_name (NULL, "Ayşe", "", "Kaya", NULL);
  g_autofree char *none = vel_column_words_join_name (NULL, NULL, " ", "", NULL);

  g_assert_cmpstr (all, ==, "Dr. Ayşe Nur Kaya Jr.");
  g_assert_cmpstr (some, ==, "Ayşe Kaya");
  g_assert_cmpstr (none, ==, "");
}

static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    const char *label;
  } cases[] = {
    { "* Home", "home" }, { "Work", "work" }, { "İş", "work" }, { "Mobile", "mobile" }, { "CEP", "mobile" },
    { "Work Fax", "fax" }, { "Ev Faksı", "fax" }, { "Main", "" }, { "", "" }, { "*", "" }, { "SMTP", "" },
    { "Other", "other" }, { "Yazlık", "Yazlık" }, { "* Grand Central ", "Grand Central" }, { "Fatura", "invoice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = vel_column_words_label (cases[i].text);

      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_cell_kinds (void)
{
  static const struct
  {
    const char  *text;
    VelCellKind  kind;
  } cases[] = {
    { "", VEL_CELL_EMPTY }, { " \n", VEL_CELL_EMPTY },
    { "Ayşe", VEL_CELL_TEXT }, { "San.Tic", VEL_CELL_TEXT }, { "a@b", VEL_CELL_TEXT }, { "Cad. No 5", VEL_CELL_TEXT },
    { "5 adet", VEL_CELL_TEXT }, { "a@b.example c@d.example", VEL_CELL_TEXT },
    { "ayse@ornek.example", VEL_CELL_EMAIL }, { " ayse@ornek.example ", VEL_CELL_EMAIL },
    { "5", VEL_CELL_NUMBER }, { "-5", VEL_CELL_NUMBER }, { "1.234,56", VEL_CELL_NUMBER }, { "1,234.56", VEL_CELL_NUMBER },
    { "₺1.234", VEL_CELL_NUMBER }, { "1.234,56 TL", VEL_CELL_NUMBER }, { "% 5", VEL_CELL_NUMBER },
    { "65.2419444", VEL_CELL_NUMBER }, { "34000", VEL_CELL_NUMBER }, { "1234567", VEL_CELL_NUMBER },
    { "31.12.2026", VEL_CELL_DATE }, { "1/2/26", VEL_CELL_DATE }, { "2026-12-31", VEL_CELL_DATE },
    { "2026-12-31T10:00:00Z", VEL_CELL_DATE }, { "31.12.2026 10:00", VEL_CELL_DATE },
    { "31.2", VEL_CELL_NUMBER }, { "1.2.3.4", VEL_CELL_TEXT },
    { "0532 123 45 67", VEL_CELL_PHONE }, { "+90 (532) 123-4567", VEL_CELL_PHONE }, { "5321234567", VEL_CELL_PHONE },
    { "905321234567", VEL_CELL_PHONE }, { "444 0 123", VEL_CELL_PHONE }, { "0212 555 00 11 dahili 5", VEL_CELL_PHONE },
    { "(415) 293-3313 x4781", VEL_CELL_PHONE }, { "831.605.2433x72946", VEL_CELL_PHONE }, { "tel:+905321234567", VEL_CELL_PHONE },
    { "www.ornek.example", VEL_CELL_URL }, { "https://ornek.example/a?b=c", VEL_CELL_URL }, { "ornek.com.tr", VEL_CELL_URL },
    { "flowers.net/x", VEL_CELL_URL },
    { "4540536920", VEL_CELL_TAX_ID }, { "10000000146", VEL_CELL_TAX_ID }, { "10000000147", VEL_CELL_NUMBER },
    { "TR33 0006 1005 1978 6457 8413 26", VEL_CELL_IBAN }, { "TR330006100519786457841327", VEL_CELL_TEXT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (vel_cell_kind_guess (cases[i].text), ==, cases[i].kind);
    }
}

/* Dates are decided by the whole column: one 31 among many days that could be months. */
static void
test_dates_of_a_column (void)
{
  g_autoptr(VelCsvReader) reader = open_text ("Ad;Doğum;Kayıt\n"
                                              "Ayşe;03/04/1980;03/04/2020\n"
                                              "Ali;05/31/1975;\n"
                                              "Veli;07/08/1990;x\n"
                                              "\n"
                                              ";;;fazla\n", NULL);
  g_autoptr(VelTableStats) stats = vel_table_stats_new (3);
  const VelColumnStats *births, *others;
  const VelCsvRow *row;

  while ((row = next_row (reader)) != NULL)
    vel_table_stats_add (stats, row);
  births = vel_table_stats_get_column (stats, 1);
  others = vel_table_stats_get_column (stats, 2);

  g_assert_cmpuint (vel_table_stats_get_n_rows (stats), ==, 3);
  g_assert_cmpuint (births->n_filled, ==, 3);
  g_assert_cmpfloat (vel_column_stats_get_share (births, VEL_CELL_DATE), ==, 1);
  g_assert_cmpuint (births->dates.n_month_first, ==, 1);
  g_assert_cmpuint (births->dates.n_either, ==, 2);
  g_assert_cmpint (vel_date_detector_get_order (&births->dates), ==, VEL_DATE_ORDER_MONTH_FIRST);
  g_assert_cmpuint (others->n_filled, ==, 2);
  g_assert_cmpuint (others->dates.n_other, ==, 1);
  g_assert_cmpint (vel_date_detector_get_order (&others->dates), ==, VEL_DATE_ORDER_DAY_FIRST);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/column-words/statuses", test_statuses);
  g_test_add_func ("/column-words/companies", test_companies);
  g_test_add_func ("/column-words/split", test_split);
  g_test_add_func ("/column-words/join-name", test_join_name);
  g_test_add_func ("/column-words/labels", test_labels);
  g_test_add_func ("/column-words/cell-kinds", test_cell_kinds);
  g_test_add_func ("/column-words/dates-of-a-column", test_dates_of_a_column);

  return g_test_run ();
}
