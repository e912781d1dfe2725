/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <string.h>

#include "vel-customer.h"
#include "vel-import.h"
#include "vel-test-util.h"
#include "vel-text.h"

static GFile *
write_file (const char *text)
{
  g_autofree char *path = vel_test_new_path ();

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static VelImportReport *
import_text (VelBook    *book,
             const char *text,
             gboolean    dry_run)
{
  g_autoptr(GFile) file = write_file (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelImport) import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, &error);
  VelImportReport *report;

  g_assert_no_error (error);
  report = vel_import_run (import, dry_run, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static VelRecord *
find_one (VelBook    *book,
          const char *search)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_customer_entity, NULL, search, NULL, FALSE);
  g_autoptr(GArray) ids = vel_book_find (book, query, NULL);
  VelRecord *record;

  g_assert_cmpuint (ids->len, ==, 1);
  record = vel_book_get_record (book, &vel_customer_entity, g_array_index (ids, gint64, 0), NULL);
  g_assert_nonnull (record);
  return record;
}

static const char table[] =
  "Ad Soyad;Firma;Cep Telefonu;E-posta;İl;Durum;Etiketler;Ayakkabı no\n"
  "Ayşe Yılmaz;Işık Mimarlık;0532 123 45 67;ayse@ornek.example;İstanbul;Aktif;vip, mimar;38\n"
  "Öztürk Peyzaj Ltd. Şti.;;0252 111 22 33;;Muğla;;;\n"
  ";;;;İzmir;;;\n"
  "Cem;;;cem at ornek;Ankara;;;\n";

static void
test_new (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autofree char *before = vel_test_dump (path);
  g_autofree char *dry = NULL;
  g_autofree char *after = NULL;
  g_autoptr(VelImportReport) preview = import_text (book, table, TRUE);
  g_autoptr(VelImportReport) report = NULL;
  g_autoptr(VelCommit) undone = NULL;
  const VelImportRejection *rejection;
  const VelImportSample *sample;

  g_assert_cmpuint (preview->read, ==, 4);
  g_assert_cmpuint (preview->created, ==, 2);
  g_assert_cmpuint (preview->rejected->len, ==, 2);
  g_assert_cmpuint (preview->samples->len, ==, 2);
  sample = g_ptr_array_index (preview->samples, 0);
  g_assert_cmpstr (sample->values[vel_entity_field_index (&vel_customer_entity, "custom")].text, ==,
                   "{\"Ayakkabı no\":\"38\"}");
  dry = vel_test_dump (path);
  g_assert_cmpstr (dry, ==, before);

  report = import_text (book, table, FALSE);
  g_assert_cmpuint (report->created, ==, 2);
  g_assert_cmpuint (report->updated, ==, 0);
  g_assert_cmpuint (report->rejected->len, ==, 2);
  rejection = g_ptr_array_index (report->rejected, 0);
  g_assert_cmpuint (rejection->row, ==, 4);
  g_assert_cmpstr (rejection->column, ==, "");
  rejection = g_ptr_array_index (report->rejected, 1);
  g_assert_cmpuint (rejection->row, ==, 5);
  g_assert_cmpstr (rejection->column, ==, "E-posta");
  g_assert_cmpstr (rejection->value, ==, "cem at ornek");

  {
    g_autoptr(VelRecord) ayse = find_one (book, "ayse yilmaz");
    g_autoptr(VelRecord) firm = find_one (book, "peyzaj");
    g_autofree char *shoe = vel_record_dup_custom (ayse, "Ayakkabı no");

    g_assert_cmpstr (vel_record_get_text (ayse, "name"), ==, "Ayşe Yılmaz");
    g_assert_cmpstr (vel_record_get_text (ayse, "organisation"), ==, "Işık Mimarlık");
    g_assert_cmpstr (vel_record_get_text (ayse, "phone"), ==, "+905321234567");
    g_assert_cmpstr (vel_record_get_text (ayse, "email"), ==, "ayse@ornek.example");
    g_assert_cmpstr (vel_record_get_text (ayse, "city"), ==, "İstanbul");
    g_assert_cmpstr (vel_record_get_text (ayse, "status"), ==, "active");
    g_assert_cmpstr (vel_record_get_text (ayse, "tags"), ==, "[\"vip\",\"mimar\"]");
    g_assert_cmpstr (shoe, ==, "38");
    g_assert_cmpstr (vel_record_get_text (firm, "kind"), ==, "organisation");
  }
  undone = vel_book_undo (book, report->history, NULL);
  g_assert_nonnull (undone);
  after = vel_test_dump (path);
  g_assert_cmpstr (after, ==, before);
  vel_book_close (book);
}

static void
test_examples (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(GFile) file = write_file ("Ad,Cep,Boş\nA,1,\n,1,\nB,2,\nB,3,\nC,4,\nD,5,\n");
  g_autoptr(VelImport) import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, NULL);
  g_autofree char *names = g_strjoinv ("|", (GStrv) vel_import_get_examples (import, 0));
  g_autofree char *phones = g_strjoinv ("|", (GStrv) vel_import_get_examples (import, 1));

  g_assert_cmpstr (names, ==, "A|B|C");
  g_assert_cmpstr (phones, ==, "1|2|3");
  g_assert_null (vel_import_get_examples (import, 2)[0]);
  vel_book_close (book);
}

/* The second time nobody is new, and nothing changes. */
static void
test_twice (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelImportReport) first = import_text (book, table, FALSE);
  g_autofree char *before = vel_test_dump (path);
  g_autoptr(VelImportReport) second = import_text (book, table, FALSE);
  g_autofree char *after = vel_test_dump (path);

  g_assert_cmpuint (first->created, ==, 2);
  g_assert_cmpuint (second->created, ==, 0);
  g_assert_cmpuint (second->updated, ==, 0);
  g_assert_cmpuint (second->unchanged, ==, 2);
  g_assert_cmpstr (after, ==, before);
  vel_book_close (book);
}

static void
test_update (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelImportReport) first = import_text (book, table, FALSE);
  g_autoptr(VelImportReport) second = import_text (book,
    "Ad,E-posta,Telefon,Unvan,Etiketler\n"
    "Ayşe Yılmaz,AYSE@ornek.example,0212 555 01 01,Mimar,VIP\n", FALSE);
  g_autoptr(VelRecord) ayse = find_one (book, "ayse yilmaz");

  g_assert_cmpuint (second->created, ==, 0);
  g_assert_cmpuint (second->updated, ==, 1);
  g_assert_cmpstr (vel_record_get_text (ayse, "title"), ==, "Mimar");
  g_assert_cmpstr (vel_record_get_text (ayse, "phone"), ==, "+905321234567");
  g_assert_nonnull (strstr (vel_record_get_text (ayse, "phones"), "+902125550101"));
  g_assert_cmpstr (vel_record_get_text (ayse, "tags"), ==, "[\"vip\",\"mimar\"]");
  g_assert_cmpstr (vel_record_get_text (ayse, "status"), ==, "active");
  vel_book_close (book);
}

/* Two rows of one file that share a number but not a name are two customers. */
static void
test_within_file (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelImportReport) report = import_text (book,
    "Ad,Telefon,Notlar\n"
    "Ali,0212 555 01 01,bir\n"
    "Veli,0212 555 01 01,iki\n"
    "ALİ,0212 555 01 01,üç\n", FALSE);
  g_autoptr(VelRecord) ali = find_one (book, "ali");

  g_assert_cmpuint (report->created, ==, 2);
  g_assert_cmpuint (report->updated, ==, 1);
  g_assert_cmpstr (vel_record_get_text (ali, "notes"), ==, "bir\nüç");
  vel_book_close (book);
}

/* Brings a table into a new book twice: the second time changes nothing. */
static void
check_twice (const char *text,
             guint       n_customers)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelImportReport) first = import_text (book, text, FALSE);
  g_autofree char *before = vel_test_dump (path);
  g_autoptr(VelImportReport) second = import_text (book, text, FALSE);
  g_autofree char *after = vel_test_dump (path);

  g_assert_cmpuint (first->created, ==, n_customers);
  g_assert_cmpuint (second->created, ==, 0);
  g_assert_cmpuint (second->updated, ==, 0);
  g_assert_cmpuint (second->unchanged, ==, second->read);
  g_assert_cmpstr (after, ==, before);
  vel_book_close (book);
}

/* Those who share a number are told apart by their names, whatever their order. */
static void
test_shared_number_twice (void)
{
  check_twice ("Ad,Telefon,E-posta,Unvan\n"
               "Ali,0212 555 01 01,bilgi@ornek.example,Müdür\n"
               "Veli,0212 555 01 01,bilgi@ornek.example,Mimar\n"
               "Can,0212 555 01 01,,Usta\n", 3);
}

static void
test_name_alone_twice (void)
{
  check_twice ("Ad,Notlar\nAli,bir\nVeli,iki\n", 2);
}

/* A name is too little to tell one of two who have it, or one of whom more is known. */
static void
test_name_alone (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelImportReport) namesakes = import_text (book, "Ad,Unvan\nAli,Kasap\nAli,Manav\n", FALSE);
  g_autoptr(VelImportReport) third = import_text (book, "Ad,Unvan\nAli,Manav\n", FALSE);
  g_autoptr(VelImportReport) known = import_text (book, "Ad,Telefon\nVeli,0532 111 22 33\n", FALSE);
  g_autoptr(VelImportReport) alone = import_text (book, "Ad,Unvan\nVeli,Usta\n", FALSE);

  g_assert_cmpuint (namesakes->created, ==, 2);
  g_assert_cmpuint (third->created, ==, 1);
  g_assert_cmpuint (known->created, ==, 1);
  g_assert_cmpuint (alone->created, ==, 1);
  vel_book_close (book);
}

/* Imports a table whose columns are sent where @matches says, and returns why its row is refused. */
static char *
dup_refusal (const char *text,
             const char *matches)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(GFile) file = write_file (text);
  g_autoptr(VelImport) import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, NULL);
  g_autoptr(VelImportReport) report = NULL;
  g_auto(GStrv) texts = g_strsplit (matches, " ", -1);
  char *reason = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr(VelColumnMatch) match = vel_column_match_parse (&vel_customer_entity, texts[i], NULL);

      vel_import_set_match (import, i, match);
    }
  report = vel_import_run (import, FALSE, NULL, NULL);
  g_assert_cmpuint (report->read, ==, 1);
  if (report->rejected->len > 0)
    reason = g_strdup (((VelImportRejection *) g_ptr_array_index (report->rejected, 0))->reason);
  vel_book_close (book);
  return reason;
}

/* No cell goes lost because another has taken its place. */
static void
test_one_place (void)
{
  static const struct
  {
    const char *text;
    const char *matches;
    gboolean    fits;
  } cases[] = {
    { "a,b,c\nAli,Müdür,Şef\n", "name title title", FALSE },
    { "a,b,c\nAli,Müdür,Müdür\n", "name title title", TRUE },
    { "a,b,c\nAli,Müdür,\n", "name title title", TRUE },
    { "a,b,c\nAli,mavi,yeşil\n", "name custom:Renk custom:Renk", FALSE },
    { "a,b,c\nAli,mavi,mavi\n", "name custom:Renk custom.Renk", TRUE },
    { "a,b,c\nAli,aktif,pasif\n", "name status status", FALSE },
    { "a,b,c\nAli,1.2.1980,2.2.1980\n", "name birthday birthday", FALSE },
    { "a,b,c\nAli,Veli,\n", "name name title", FALSE },
    { "a,b,c\nAli,1980,2\n", "name birthday.year birthday.month", FALSE },
    { "a,b,c\nAli A.Ş.,kişi,\n", "name.organisation kind title", TRUE },
    { "a,b,c\nAli,bir,iki\n", "name notes notes", TRUE },
    /* What a spreadsheet makes of long numbers is none of them any more. */
    { "a,b,c\nAli,5.32112E+09,x\n", "name phones notes", FALSE },
    { "a;b;c\nAli;5,32112E+11;x\n", "name phones:work notes", FALSE },
    { "a,b,c\nAli,1E+10,x\n", "name tax_id notes", FALSE },
    { "a,b,c\nAli,1E+10,x\n", "name notes title", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *reason = dup_refusal (cases[i].text, cases[i].matches);

      g_test_message ("%s: %s", cases[i].matches, reason);
      g_assert_true ((reason == NULL) == cases[i].fits);
    }
}

/* What the names of the columns alone would lose is kept as fields of the user's own. */
static void
test_nothing_lost (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(VelImportReport) report = import_text (book, "Ad,Ad,Soyad,Doğum Yılı\nAyşe,Fatma,Kaya,1980\n", FALSE);
  g_autoptr(VelRecord) ayse = find_one (book, "ayse kaya");
  g_autofree char *second = vel_record_format (ayse, "custom.Ad (2)");
  g_autofree char *year = vel_record_format (ayse, "custom.Doğum Yılı");

  g_assert_cmpuint (report->created, ==, 1);
  g_assert_cmpstr (second, ==, "Fatma");
  g_assert_cmpstr (year, ==, "1980");
  vel_book_close (book);
}

static void
test_remembers (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(GFile) file = write_file ("Ad,Renk\nAli,mavi\n");
  g_autoptr(VelImport) import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, NULL);
  g_autoptr(VelImport) again = NULL;
  g_autoptr(VelColumnMatch) match = vel_column_match_parse (&vel_customer_entity, "source", NULL);
  g_autoptr(VelImportReport) report = NULL;
  g_autoptr(VelRecord) ali = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (vel_import_is_remembered (import));
  vel_import_set_match (import, 1, match);
  report = vel_import_run (import, FALSE, NULL, &error);
  g_assert_no_error (error);
  ali = find_one (book, "ali");
  g_assert_cmpstr (vel_record_get_text (ali, "source"), ==, "mavi");
  g_clear_object (&ali);

  again = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (vel_import_is_remembered (again));
  g_assert_cmpstr (vel_import_get_match (again, 1)->field, ==, "source");
  vel_book_close (book);
}

static void
test_cancel (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autofree char *before = vel_test_dump (path);
  g_autofree char *after = NULL;
  g_autoptr(GString) text = g_string_new ("Ad\n");
  g_autoptr(GFile) file = NULL;
  g_autoptr(VelImport) import = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "Müşteri %d\n", i);
  file = write_file (text->str);
  import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (vel_import_run (import, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = vel_test_dump (path);
  g_assert_cmpstr (after, ==, before);
  vel_book_close (book);
}

static void
test_save_rejected (void)
{
  g_autofree char *path = vel_test_new_path ();
  g_autofree char *saved = vel_test_new_path ();
  g_autofree char *text = NULL;
  g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
  g_autoptr(GFile) file = write_file (table);
  g_autoptr(GFile) target = g_file_new_for_path (saved);
  g_autoptr(VelImport) import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, NULL);
  g_autoptr(VelImportReport) report = vel_import_run (import, TRUE, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (vel_import_save_rejected (import, report, target, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (saved, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"cem at ornek\""));
  g_assert_nonnull (strstr (text, "\"Ad Soyad\""));
  vel_book_close (book);
}

/* Counts of read rows of files that none of us wrote; every row is taken or
 * rejected with a reason. */
static void
test_shared (void)
{
  static const struct
  {
    const char *file;
    guint       read;
    guint       blank;
  } files[] = {
    { "contacts-csv/google-sample1.csv", 16 },
    { "contacts-csv/roundcube-gmail.csv", 1 },
    { "contacts-csv/roundcube-outlook.csv", 1 },
    { "crm-export/atomic-crm-contacts.csv", 500 },
    { "crm-export/atomic-crm-contacts_export-sample.csv", 2 },
    { "crm-export/hubspot_companies.csv", 200 },
    { "crm-export/hubspot_deals.csv", 500 },
    { "crm-export/salesforce-accountData.csv", 423 },
    { "csv-conformance/clevercsv/airedale.csv", 54, 1 },
    { "csv-conformance/clevercsv/milk.csv", 379, 1 },
    { "csv-conformance/dataloader/csvtext.csv", 2 },
    { "csv-conformance/dataloader/csvtext_BOM_UTF8.csv", 2 },
    { "csv-conformance/dataloader/insertAccountCsv.csv", 100 },
    { "csv-conformance/papaparse/normal.csv", 1135 },
    { "csv-conformance/rust-csv/uspop-null.csv", 100 },
    { "derived-encodings/il_ilce.cp1254.semicolon.crlf.csv", 922 },
    { "derived-encodings/il_ilce.utf8bom.comma.lf.csv", 922 },
  };
  const char *folder = g_getenv ("VEL_SHARED_DATA");

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the shared data is absent");
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = vel_test_new_path ();
      g_autofree char *name = g_build_filename (folder, files[i].file, NULL);
      g_autoptr(VelBook) book = vel_book_open (path, TRUE, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (name);
      g_autoptr(GError) error = NULL;
      g_autoptr(VelImport) import = vel_import_open (book, &vel_customer_entity, file, NULL, NULL, &error);
      g_autoptr(VelImportReport) report = NULL;

      g_assert_no_error (error);
      report = vel_import_run (import, FALSE, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s: read %u, created %u, updated %u, unchanged %u, rejected %u; %s", files[i].file, report->read,
                      report->created, report->updated, report->unchanged, report->rejected->len,
                      report->rejected->len > 0
                        ? ((VelImportRejection *) g_ptr_array_index (report->rejected, 0))->reason : "");
      g_assert_cmpuint (report->read, ==, files[i].read);
      g_assert_cmpuint (report->blank, ==, files[i].blank);
      g_assert_cmpuint (report->created + report->updated + report->unchanged + report->rejected->len, ==, report->read);
      vel_book_close (book);
    }
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
  vel_language_set ("tr");
  g_test_add_func ("/import/new", test_new);
  g_test_add_func ("/import/examples", test_examples);
  g_test_add_func ("/import/twice", test_twice);
  g_test_add_func ("/import/shared-number-twice", test_shared_number_twice);
  g_test_add_func ("/import/name-alone", test_name_alone);
  g_test_add_func ("/import/name-alone-twice", test_name_alone_twice);
  g_test_add_func ("/import/one-place", test_one_place);
  g_test_add_func ("/import/nothing-lost", test_nothing_lost);
  g_test_add_func ("/import/update", test_update);
  g_test_add_func ("/import/within-file", test_within_file);
  g_test_add_func ("/import/remembers", test_remembers);
  g_test_add_func ("/import/cancel", test_cancel);
  g_test_add_func ("/import/save-rejected", test_save_rejected);
  g_test_add_func ("/import/shared", test_shared);
  return g_test_run ();
}
