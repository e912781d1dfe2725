/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "vel-column-guess.h"
#include "vel-column-names.h"
#include "vel-customer.h"

#include "csv-fixture.h"

/* The columns of a file and where they are to go, by turns. */
static void
assert_matches (const char * const *pairs,
                guint               n_pairs)
{
  g_auto(GStrv) names = g_new0 (char *, n_pairs + 1);
  g_autoptr(GPtrArray) matches = NULL;

  for (guint i = 0; i < n_pairs; i++)
    names[i] = g_strdup (pairs[2 * i]);
  matches = vel_column_guess (&vel_customer_entity, (const char * const *) names, TRUE, NULL);
  g_assert_cmpuint (matches->len, ==, n_pairs);
  for (guint i = 0; i < n_pairs; i++)
    {
      g_autofree char *text = vel_column_match_to_string (g_ptr_array_index (matches, i));

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (text, ==, pairs[2 * i + 1]);
    }
}

#define ASSERT_MATCHES(...)                                            \
  G_STMT_START                                                         \
  {                                                                    \
    static const char * const pairs[] = { __VA_ARGS__ };               \
    assert_matches (pairs, G_N_ELEMENTS (pairs) / 2);                  \
  }                                                                    \
  G_STMT_END

/* Reads a table, and checks where its columns go. */
static void
assert_guess (const char         *text,
              const char * const *expected)
{
  g_autoptr(VelCsvReader) reader = open_text (text, NULL);
  g_autoptr(VelTableStats) stats = vel_table_stats_new (vel_csv_reader_get_n_columns (reader));
  g_autoptr(GPtrArray) matches = NULL;
  const VelCsvRow *row;

  while ((row = next_row (reader)) != NULL)
    vel_table_stats_add (stats, row);
  matches = vel_column_guess (&vel_customer_entity, vel_csv_reader_get_columns (reader), vel_csv_reader_has_header (reader), stats);
  for (guint i = 0; i < matches->len; i++)
    {
      g_autofree char *match = vel_column_match_to_string (g_ptr_array_index (matches, i));

      g_assert_cmpstr (match, ==, expected[i]);
    }
  g_assert_null (expected[matches->len]);
}

#define ASSERT_GUESS(text, ...)                                        \
  G_STMT_START                                                         \
  {                                                                    \
    static const char * const expected[] = { __VA_ARGS__, NULL };      \
    assert_guess (text, expected);                                     \
  }                                                                    \
  G_STMT_END

static void
test_turkish (void)
{
  ASSERT_MATCHES ("Ad Soyad", "name", "Firma", "organisation", "Görevi", "title", "Cep Telefonu", "phones:mobile",
                  "İş Tel.", "phones:work", "Ev telefonu", "phones:home", "Faks No", "phones:fax",
                  "E-Posta Adresi", "emails", "İş E-postası", "emails:work", "Web Sitesi", "links:web",
                  "Adres", "addresses.street", "İlçe", "addresses.district", "İl", "addresses.city",
                  "Posta Kodu", "addresses.postcode", "Ülke", "addresses.country", "VKN/TCKN", "tax_id",
                  "Vergi Dairesi", "tax_office", "IBAN No", "iban", "Doğum Tarihi", "birthday",
                  "Etiketler", "tags", "Bizi nereden duydunuz?", "source", "İlgilendiği ürünler", "interests",
                  "Durumu", "status", "Sektör", "sector", "Çalışan Sayısı", "size", "Dil", "language",
                  "Açıklama", "notes", "Sıra No", "custom:Sıra No", "Instagram", "links:instagram");
  ASSERT_MATCHES ("ADI", "name.first", "SOYADI", "name.last", "TELEFON NUMARASI", "phones", "VERGİ NO", "tax_id",
                  "TELEFON 2", "phones#2", "GSM", "phones:mobile", "MAİL", "emails", "ŞEHİR", "addresses.city");
  ASSERT_MATCHES ("İsim", "name", "Telefon", "phones", "Telefon (2)", "phones#2", "Not", "notes");
  ASSERT_MATCHES ("Cari Ünvanı", "name", "Yetkili", "custom:Yetkili", "Yetkili Telefonu", "phones",
                  "Fatura Adresi", "addresses:invoice.street", "Fatura İli", "addresses:invoice.city",
                  "Teslimat Adresi", "addresses:shipping.street");
  ASSERT_MATCHES ("Şirket Adı", "organisation", "Yetkili Kişi", "name", "Şirket Telefonu", "phones:work");
  ASSERT_MATCHES ("Firma Ünvanı", "name.organisation", "Telefon", "phones");
  ASSERT_MATCHES ("Ünvan", "name.organisation", "Telefon", "phones");
  ASSERT_MATCHES ("Ad", "name", "Kuruluş", "organisation", "Unvan", "title");
}

static void
test_google (void)
{
  ASSERT_MATCHES ("First Name", "name.first", "Middle Name", "name.middle", "Last Name", "name.last",
                  "Phonetic First Name", "custom:Phonetic First Name", "Name Prefix", "name.prefix",
                  "Name Suffix", "name.suffix", "Nickname", "custom:Nickname", "Organization Name", "organisation",
                  "Organization Title", "title", "Organization Department", "custom:Organization Department",
                  "Birthday", "birthday", "Notes", "notes", "Photo", "custom:Photo", "Labels", "tags",
                  "E-mail 1 - Label", "emails#1.label", "E-mail 1 - Value", "emails#1",
                  "Phone 1 - Label", "phones#1.label", "Phone 1 - Value", "phones#1",
                  "Phone 2 - Label", "phones#2.label", "Phone 2 - Value", "phones#2",
                  "Address 1 - Label", "addresses#1.label", "Address 1 - Formatted", "addresses#1.formatted",
                  "Address 1 - Street", "addresses#1.street", "Address 1 - City", "addresses#1.city",
                  "Address 1 - PO Box", "addresses#1.extra", "Address 1 - Region", "addresses#1.region",
                  "Address 1 - Postal Code", "addresses#1.postcode", "Address 1 - Country", "addresses#1.country",
                  "Address 1 - Extended Address", "addresses#1.extra",
                  "Address 2 - Street", "addresses#2.street", "Address 2 - City", "addresses#2.city",
                  "Website 1 - Label", "links#1.label", "Website 1 - Value", "links:web#1",
                  "Event 1 - Label", "custom:Event 1 - Label");
  /* The older export. */
  ASSERT_MATCHES ("Name", "name", "Given Name", "name.first", "Additional Name", "name.middle",
                  "Family Name", "name.last", "Group Membership", "tags", "Phone 1 - Type", "phones#1.label",
                  "Phone 1 - Value", "phones#1", "Organization 1 - Name", "organisation",
                  "Organization 1 - Title", "title", "Relation 1 - Value", "custom:Relation 1 - Value");
}

static void
test_outlook (void)
{
  ASSERT_MATCHES ("Title", "name.prefix", "First Name", "name.first", "Last Name", "name.last", "Suffix", "name.suffix",
                  "Company", "organisation", "Department", "custom:Department", "Job Title", "title",
                  "Business Street", "addresses:work.street", "Business Street 2", "addresses:work.extra",
                  "Business Street 3", "addresses:work.extra", "Business City", "addresses:work.city",
                  "Business State", "addresses:work.region", "Business Postal Code", "addresses:work.postcode",
                  "Business Country/Region", "addresses:work.country", "Home Street", "addresses:home.street",
                  "Home City", "addresses:home.city", "Business Fax", "phones:fax", "Business Phone", "phones:work",
                  "Business Phone 2", "phones:work#2", "Company Main Phone", "phones:work#3",
                  "Mobile Phone", "phones:mobile", "Pager", "phones:pager", "Categories", "tags",
                  "E-mail Address", "emails", "E-mail Type", "emails.label",
                  "E-mail 2 Address", "emails#2", "Web Page", "links:web");
  ASSERT_MATCHES ("Ad", "name.first", "İkinci Ad", "name.middle", "Soyadı", "name.last", "Şirket", "organisation",
                  "İş Unvanı", "title", "İş Sokak", "addresses:work.street", "İş Şehir", "addresses:work.city",
                  "İş Posta Kodu", "addresses:work.postcode", "Ev Şehir", "addresses:home.city",
                  "İş Faksı", "phones:fax", "İş Telefonu", "phones:work", "İş Telefonu 2", "phones:work#2",
                  "Ev Telefonu", "phones:home", "Cep Telefonu", "phones:mobile", "E-posta Adresi", "emails",
                  "E-posta 2 Adresi", "emails#2", "Web Sayfası", "links:web", "Doğum Günü", "birthday",
                  "Kategoriler", "tags", "Notlar", "notes");
}

static void
test_other_programs (void)
{
  /* HubSpot */
  ASSERT_MATCHES ("Record ID", "custom:Record ID", "First Name", "name.first", "Last Name", "name.last",
                  "Email", "emails", "Phone Number", "phones", "Mobile Phone Number", "phones:mobile",
                  "Lead Status", "status", "Associated Company", "organisation", "Job Title", "title",
                  "Original Source", "source", "Number of Employees", "size", "Industry", "sector",
                  "State/Region", "addresses.region", "Postal Code", "addresses.postcode",
                  "Company Domain Name", "links:web", "Annual Revenue", "custom:Annual Revenue");
  ASSERT_MATCHES ("Company ID", "custom:Company ID", "Company Name", "name.organisation", "City", "addresses.city",
                  "Street Address", "addresses.street", "Street Address 2", "addresses.extra");
  /* Salesforce */
  ASSERT_MATCHES ("Salutation", "name.prefix", "FirstName", "name.first", "LastName", "name.last",
                  "AccountName", "organisation", "MailingStreet", "addresses.street", "MailingCity", "addresses.city",
                  "MailingPostalCode", "addresses.postcode", "MobilePhone", "phones:mobile", "LeadSource", "source",
                  "Birthdate", "birthday", "OtherCity", "addresses:other.city");
  ASSERT_MATCHES ("NAME", "name", "BILLINGSTREET", "addresses:invoice.street", "BILLINGCITY", "addresses:invoice.city",
                  "SHIPPINGCITY", "addresses:shipping.city", "ACCOUNTNUMBER", "custom:ACCOUNTNUMBER");
  /* Pipedrive */
  ASSERT_MATCHES ("Person - Name", "name", "Person - Organization", "organisation",
                  "Person - Email - Work", "emails:work", "Person - Email - Home", "emails:home",
                  "Person - Phone - Mobile", "phones:mobile", "Person - Label", "tags",
                  "Person - Open deals", "custom:Person - Open deals");
  /* Thunderbird */
  ASSERT_MATCHES ("First Name", "name.first", "Last Name", "name.last", "Display Name", "name",
                  "Primary Email", "emails", "Secondary Email", "emails:other", "Work Phone", "phones:work",
                  "Fax Number", "phones:fax", "Pager Number", "phones:pager", "Mobile Number", "phones:mobile",
                  "Home Address", "addresses:home.street", "Home Address 2", "addresses:home.extra",
                  "Home City", "addresses:home.city", "Home ZipCode", "addresses:home.postcode",
                  "Organization", "organisation", "Web Page 1", "links:web#1", "Web Page 2", "links:web#2",
                  "Birth Year", "birthday.year", "Birth Month", "birthday.month", "Birth Day", "birthday.day");
  /* Atomic CRM */
  ASSERT_MATCHES ("first_name", "name.first", "last_name", "name.last", "title", "title", "background", "notes",
                  "linkedin_url", "links:linkedin", "email_work", "emails:work", "phone_home", "phones:home",
                  "first_seen", "custom:first_seen");
}

static void
test_values (void)
{
  /* No header. */
  ASSERT_GUESS ("Ayşe Kaya;0532 555 00 01;ayse@ornek.example;Van;www.ayse.example\n"
                "Ali Can;0532 555 00 02;ali@ornek.example;Muş;ali.com.tr\n"
                "Veli Er;(0212) 555 00 03;veli@ornek.example;İzmir;http://veli.example\n",
                "name", "phones", "emails", "addresses.city", "links:web");
  ASSERT_GUESS ("Işık Mimarlık Ltd. Şti.;4540536920;TR330006100519786457841326\n"
                "Çınar A.Ş.;1234567890;TR470000100100000350930001\n",
                "name.organisation", "tax_id", "iban");
  /* The first rows are like the others, so that the second column is no header "Van". */
  ASSERT_GUESS ("Ayşe Kaya\nAli Can\nVeli Er\n", "name");
  /* A name that is not known. */
  ASSERT_GUESS ("Kim;Nasıl ulaşılır;Boş\nAyşe Kaya;ayse@ornek.example;\nAli Can;ali@ornek.example;\n",
                "name", "emails", "");
  /* The same address in all rows is that of somebody else. */
  ASSERT_GUESS ("Ad;Temsilci\nAyşe;satis@biz.example\nAli;satis@biz.example\nVeli;satis@biz.example\n",
                "name", "custom:Temsilci");
  /* Numbers that might be phones, but the name says otherwise. */
  ASSERT_GUESS ("Ad;ISSN;Enlem\nAyşe;0360-0300;65.2419444\nAli;0731-7131;60.5544444\n",
                "name", "custom:ISSN", "custom:Enlem");
  /* The name says status, the cells say otherwise. */
  ASSERT_GUESS ("Ad;Durum\nAyşe;sıcak\nAli;soğuk\n", "name", "custom:Durum");
  ASSERT_GUESS ("Ad;Durum\nAyşe;Aktif\nAli;Potansiyel\n", "name", "status");
  /* Half of them must be choices, and one at least; where the name is in doubt, nearly all. */
  ASSERT_GUESS ("Ad;Durum\nAyşe;Aktif\nAli;Potansiyel\nCan;uykuda\n", "name", "status");
  ASSERT_GUESS ("Ad;Durum\nAyşe;Aktif\nAli;uykuda\nVeli;\nCan;\n", "name", "status");
  ASSERT_GUESS ("Ad;Durum\nAyşe;Aktif\nAli;uykuda\nCan;sıcak\n", "name", "custom:Durum");
  ASSERT_GUESS ("Ad;Durum\nAyşe;uykuda\n", "name", "custom:Durum");
  ASSERT_GUESS ("Ad;Customer Kind\nAyşe;person\nAli;kurumsal\nCan;x\n", "name", "kind");
  ASSERT_GUESS ("Ad;Müşteri Tipi\nAyşe;Bireysel\nAli;Kurumsal\nCan;x\n", "name", "type");
  ASSERT_GUESS ("Ad;Müşteri Tipi\nAyşe;Bireysel\nAli;Kurumsal\n", "name", "kind");
  ASSERT_GUESS ("Ad;Müşteri Tipi\nAyşe;A\nAli;B\n", "name", "type");
  ASSERT_GUESS ("Ad;Çalışan sayısı\nAyşe;11-50 kişi\n", "name", "custom:Çalışan sayısı");
  ASSERT_GUESS ("Ad;Firma;Ünvan\nAyşe;Işık;Müdür\nAli;Çınar;Mimar\n", "name", "organisation", "title");
  ASSERT_GUESS ("Ad;Ünvan\nAyşe;Işık Ltd. Şti.\nAli;Çınar A.Ş.\n", "name", "organisation");
  /* The same cells twice; and of two columns for one place the one that is filled. */
  ASSERT_GUESS ("Ad;Firma;Şirket\nAyşe;Işık;Işık\n", "name", "organisation", "");
  ASSERT_GUESS ("Ad;Firma;Şirket\nAyşe;Işık;Çınar\n", "name", "organisation", "custom:Şirket");
  ASSERT_GUESS ("Ad;Firma;Şirket\nAyşe;;Çınar\n", "name", "", "organisation");
}

static void
test_text_form (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } cases[] = {
    { "name", "name" },
    { " name.first ", "name.first" },
    { "name.organisation", "name.organisation" },
    { "phones", "phones" },
    { "phone", "phones" },
    { "phones:work#2", "phones:work#2" },
    { "phones:özel hat", "phones:özel hat" },
    { "phones#3.label", "phones#3.label" },
    { "email", "emails" },
    { "addresses:work.city", "addresses:work.city" },
    { "addresses:home#2.postcode", "addresses:home#2.postcode" },
    { "addresses:home", "addresses:home.street" },
    { "address", "addresses.street" },
    { "city", "addresses.city" },
    { "district", "addresses.district" },
    { "website", "links:web" },
    { "links:linkedin", "links:linkedin" },
    { "custom:Köpeğin adı: #1.x", "custom:Köpeğin adı: #1.x" },
    { "birthday.day", "birthday.day" },
    { "tax_id", "tax_id" },
    { "", "" },
  };
  static const char * const wrong[] = {
    "nam", "name.x", "name:work", "custom", "custom:", "first_contact", "created", "phones.city", "phones#0", "tags#1",
    ":", "#", ".", "id", "organisations", "phones#1#2.x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(VelColumnMatch) match = vel_column_match_parse (&vel_customer_entity, cases[i].text, &error);
      g_autoptr(VelColumnMatch) copy = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      copy = vel_column_match_copy (match);
      g_assert_true (vel_column_match_equal (match, copy));
      text = vel_column_match_to_string (copy);
      g_assert_cmpstr (text, ==, cases[i].canonical);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (vel_column_match_parse (&vel_customer_entity, wrong[i], &error));
      g_assert_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ARGUMENT);
      g_assert_nonnull (strstr (error->message, wrong[i]));
    }
}

static char *
shape_of (const char *header,
          gboolean    has_header)
{
  g_auto(GStrv) names = g_strsplit (header, ";", -1);

  return vel_column_match_shape (&vel_customer_entity, (const char * const *) names, has_header);
}

static void
test_shape (void)
{
  g_autofree char *one = shape_of ("Ad Soyad;E-Posta;Telefon 1", TRUE);
  g_autofree char *same = shape_of ("AD SOYAD;e-posta;telefon (1)", TRUE);
  g_autofree char *other = shape_of ("Ad Soyad;E-Posta;Telefon 2", TRUE);
  g_autofree char *turned = shape_of ("E-Posta;Ad Soyad;Telefon 1", TRUE);
  g_autofree char *nameless = shape_of ("Column 1;Column 2;Column 3", FALSE);
  g_autofree char *wider = shape_of ("Column 1;Column 2;Column 3;Column 4", FALSE);

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, !=, turned);
  g_assert_cmpstr (one, !=, nameless);
  g_assert_cmpstr (nameless, !=, wider);
  g_assert_cmpuint (strlen (one), ==, 64);
}

/* Every target in the tables of names is one that can be parsed, and every name is written as
 * names are looked up. */
static void
test_names (void)
{
  static const char * const known[] = {
    "Ad", "E-MAIL", "e posta", "Telefon No", "Tel.", "Müşteri Adı", "VERGİ DAİRESİ", "Şehir", "Sehir", "ŞEHİR", "Phone1",
    "T.C. Kimlik No", "\u200fAd\u200f", "E\u2011posta", "S\u0327ehir", "WhatsApp", "Web adresi", "Firma e-posta adresi",
  };
  static const char * const unknown[] = {
    "", " ", "?", "0532", "Ankara Caddesi", "Ayşe", "ali@ornek.example", "x", "Sıra", "Tarih", "lead", "cari", "is", "no", "Tutar", "中文",
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_test_message ("%s", known[i]);
      g_assert_true (vel_column_name_is_known (&vel_customer_entity, known[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_test_message ("%s", unknown[i]);
      g_assert_false (vel_column_name_is_known (&vel_customer_entity, unknown[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/column-match/turkish", test_turkish);
  g_test_add_func ("/column-match/google", test_google);
  g_test_add_func ("/column-match/outlook", test_outlook);
  g_test_add_func ("/column-match/other-programs", test_other_programs);
  g_test_add_func ("/column-match/values", test_values);
  g_test_add_func ("/column-match/text-form", test_text_form);
  g_test_add_func ("/column-match/shape", test_shape);
  g_test_add_func ("/column-match/names", test_names);

  return g_test_run ();
}
