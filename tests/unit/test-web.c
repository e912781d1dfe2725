/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "vel-text.h"
#include "vel-web.h"

#include "naughty.h"

typedef struct
{
  const char *text;
  const char *normal; /* NULL where it is refused */
  int         code;
} Case;

static void
check_cases (char *(*normalise) (const char *, GError **),
             const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *normal = normalise (cases[i].text, &error);

      if (g_strcmp0 (normal, cases[i].normal) != 0)
        g_test_message ("\"%s\" was read wrongly", cases[i].text);
      g_assert_cmpstr (normal, ==, cases[i].normal);
      if (normal == NULL)
        g_assert_error (error, VEL_TEXT_ERROR, cases[i].code);
      else
        {
          g_autofree char *again = normalise (normal, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (again, ==, normal);
        }
    }
}

static void
test_email (void)
{
  g_autofree char *long_local = g_strnfill (65, 'a');
  g_autofree char *too_long = g_strconcat (long_local, "@example.com", NULL);
  const Case cases[] = {
    { "ayse@example.com", "ayse@example.com" },
    { "  Ayse.Yilmaz+kart@Example.COM.TR \n", "Ayse.Yilmaz+kart@example.com.tr" },
    { "<ayse@example.com>", "ayse@example.com" },
    { "mailto:ayse@example.com", "ayse@example.com" },
    { "o'brien_1-2@sub.example-site.io", "o'brien_1-2@sub.example-site.io" },
    { "ışık@şirket.com", "ışık@şirket.com" },
    { "-option@example.com", "-option@example.com" },
    { "", NULL, VEL_TEXT_ERROR_EMPTY },
    { "  ", NULL, VEL_TEXT_ERROR_EMPTY },
    { "ayse", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@", NULL, VEL_TEXT_ERROR_INVALID },
    { "@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@gmail", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@example..com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@.example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@example.com.", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@-example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@example-.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayşe yılmaz@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "a@example.com, b@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "a@example.com;", NULL, VEL_TEXT_ERROR_INVALID },
    { "Ayşe <ayse@example.com>", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse@example.com?attach=/etc/passwd", NULL, VEL_TEXT_ERROR_INVALID },
    { "ay\xe2\x80\xaese@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ayse\xff@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { too_long, NULL, VEL_TEXT_ERROR_RANGE },
  };

  check_cases (vel_email_normalise, cases, G_N_ELEMENTS (cases));
}

static void
test_email_uri (void)
{
  g_autofree char *plain = vel_email_uri ("ayse@example.com");
  g_autofree char *odd = vel_email_uri ("a&b%c?d=e@example.com");
  g_autofree char *none = vel_email_uri ("Ayşe");

  g_assert_cmpstr (plain, ==, "mailto:ayse@example.com");
  g_assert_cmpstr (odd, ==, "mailto:a%26b%25c%3Fd%3De@example.com");
  g_assert_null (none);
}

static void
test_url (void)
{
  g_autofree char *tail = g_strnfill (3000, 'a');
  g_autofree char *too_long = g_strconcat ("https://example.com/", tail, NULL);
  const Case cases[] = {
    { "https://example.com", "https://example.com" },
    { "http://example.com/a?b=c#d", "http://example.com/a?b=c#d" },
    { "HTTPS://Example.com/A", "https://Example.com/A" },
    { " example.com\n", "https://example.com" },
    { "www.example.com.tr/ürün", "https://www.example.com.tr/ürün" },
    { "example.com:8080/x", "https://example.com:8080/x" },
    { "example.com/?u=http://b.c", "https://example.com/?u=http://b.c" },
    { "şirket.com", "https://şirket.com" },
    { "https://example.com/a%20b", "https://example.com/a%20b" },
    { "https://192.0.2.1/x", "https://192.0.2.1/x" },
    { "", NULL, VEL_TEXT_ERROR_EMPTY },
    { "javascript:alert(1)", NULL, VEL_TEXT_ERROR_INVALID },
    { "JavaScript:alert(1)", NULL, VEL_TEXT_ERROR_INVALID },
    { "java\tscript:alert(1)", NULL, VEL_TEXT_ERROR_INVALID },
    { "javascript:1", NULL, VEL_TEXT_ERROR_INVALID },
    { "file:///etc/passwd", NULL, VEL_TEXT_ERROR_INVALID },
    { "data:text/html,x", NULL, VEL_TEXT_ERROR_INVALID },
    { "ftp://example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "ssh+git://example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "mailto:a@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "://example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "//example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "/etc/passwd", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://", NULL, VEL_TEXT_ERROR_INVALID },
    { "https:///x", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://user@example.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://bank.example:x@evil.example", NULL, VEL_TEXT_ERROR_INVALID },
    { "bank.example@evil.example", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://exa mple.com", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://example.com\\@evil.example", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://example.com/\xe2\x80\xae" "cod.exe", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://example.com/\"><script>", NULL, VEL_TEXT_ERROR_INVALID },
    { "https://example.com:99999999", NULL, VEL_TEXT_ERROR_INVALID },
    { "--help", NULL, VEL_TEXT_ERROR_INVALID },
    { "yok", NULL, VEL_TEXT_ERROR_INVALID },
    { too_long, NULL, VEL_TEXT_ERROR_RANGE },
  };

  check_cases (vel_url_normalise, cases, G_N_ELEMENTS (cases));
}

static void
check_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) url_error = NULL;
  g_autofree char *email = vel_email_normalise (text, &error);
  g_autofree char *uri = vel_email_uri (text);
  g_autofree char *url = vel_url_normalise (text, &url_error);

  g_assert_true ((email == NULL) == (error != NULL));
  g_assert_true ((email == NULL) == (uri == NULL));
  g_assert_true (uri == NULL || strpbrk (uri, "?&# ") == NULL);
  g_assert_true ((url == NULL) == (url_error != NULL));
  g_assert_true (url == NULL || g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://"));
}

static void
test_naughty (void)
{
  check_naughty (check_text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/web/email", test_email);
  g_test_add_func ("/web/email/uri", test_email_uri);
  g_test_add_func ("/web/url", test_url);
  g_test_add_func ("/web/naughty", test_naughty);

  return g_test_run ();
}
