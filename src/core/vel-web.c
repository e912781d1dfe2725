/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * E-mail addresses and the addresses of web pages. Nothing is looked up.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-web.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vel-text.h"

/* RFC 5321, 4.5.3.1: 64 bytes before the @, 254 in all. */
#define LOCAL_MAX 64
#define EMAIL_MAX 254

/* What web servers and browsers agree to handle. */
#define URL_MAX 2000

/* Whether a valid text has nothing in it that does not show, or parts words. */
static gboolean
is_one_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isgraph (c))
        continue;
      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
          c == 0xfffd)
        return FALSE;
    }
  return TRUE;
}

/* Whether @host is a name of labels with dots between them: letters and digits
 * of any script, and hyphens that are neither first nor last. */
static gboolean
is_host_name (const char *host,
              gsize       length)
{
  const char *end = host + length;
  gunichar before = '.';
  gboolean has_dot = FALSE;

  for (const char *p = host; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.')
        {
          if (before == '.' || before == '-')
            return FALSE;
          has_dot = TRUE;
        }
      else if (c == '-')
        {
          if (before == '.')
            return FALSE;
        }
      else if (!(c < 0x80 && g_ascii_isalnum (c)) && !g_unichar_isalnum (c) && !g_unichar_ismark (c) && c != '_')
        return FALSE;
      before = c;
    }
  return has_dot && before != '.' && before != '-';
}

static char *
trim (const char *text)
{
  return g_strstrip (g_utf8_make_valid (text, -1));
}

/**
 * vel_email_normalise:
 * @text: an address as it was typed
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Checks an e-mail address and brings it into the form in which it is stored:
 * without spaces around it, without "mailto:" or angle brackets, and its host in small
 * letters, for only there case means nothing.
 *
 * It must be one word with one @, at most 64 bytes before it and a host name
 * with a dot after it ("ali@gmail" is a slip more often than a host of the
 * house). Letters of any script are allowed (RFC 6531). Quoted names, comments
 * and lists of addresses are not. That somebody reads the post there, no
 * syntax can tell.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL with @error set
 */
char *
vel_email_normalise (const char  *text,
                     GError     **error)
{
  g_autofree char *trimmed = NULL;
  char *address;
  char *at;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = trim (text);
  address = trimmed;
  length = strlen (address);
  if (length > 2 && address[0] == '<' && address[length - 1] == '>')
    {
      address[length - 1] = '\0';
      address++;
    }
  if (g_ascii_strncasecmp (address, "mailto:", strlen ("mailto:")) == 0)
    address += strlen ("mailto:");
  length = strlen (address);

  if (length == 0)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY,
                           _("The e-mail address is empty."));
      return NULL;
    }
  at = strchr (address, '@');
  if (at == NULL || at != strrchr (address, '@'))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("An e-mail address has one @ in it."));
      return NULL;
    }
  if (length > EMAIL_MAX || at - address > LOCAL_MAX)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                           _("This is too long for an e-mail address."));
      return NULL;
    }
  if (at == address || !is_one_word (address) ||
      strcspn (address, "()<>[],;:\\\"") < length ||
      !is_host_name (at + 1, strlen (at + 1)))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("This is not an e-mail address, such as name@example.com."));
      return NULL;
    }

  for (; *at != '\0'; at++)
    *at = g_ascii_tolower (*at);
  return g_strdup (address);
}

/**
 * vel_email_uri:
 * @address: an address as it is stored
 *
 * Makes the address that writes a letter (RFC 6068). Whatever could add a
 * header or an attachment to the letter is escaped.
 *
 * Returns: (transfer full) (nullable): a "mailto:" URI, or %NULL if @address is no
 *   e-mail address
 */
char *
vel_email_uri (const char *address)
{
  g_autofree char *normal = NULL;
  g_autofree char *escaped = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  normal = vel_email_normalise (address, NULL);
  if (normal == NULL)
    return NULL;
  escaped = g_uri_escape_string (normal, "@", TRUE);
  return g_strconcat ("mailto:", escaped, NULL);
}

/* How many bytes of @text are a scheme of the web: 0 if there is no scheme, -1 if
 * there is another. "example.com:8080" has none. */
static gssize
find_scheme (const char *text)
{
  const char *mark;

  if (g_ascii_strncasecmp (text, "http://", strlen ("http://")) == 0)
    return strlen ("http://");
  if (g_ascii_strncasecmp (text, "https://", strlen ("https://")) == 0)
    return strlen ("https://");
  mark = strpbrk (text, ":/?#");
  return mark != NULL && *mark == ':' && !g_ascii_isdigit (mark[1]) ? -1 : 0;
}

/**
 * vel_url_normalise:
 * @text: the address of a web page as it was typed
 * @error: return location for a #GError of the domain %VEL_TEXT_ERROR
 *
 * Checks the address of a web page and completes it: "example.com" becomes
 * "https://example.com". Only http and https are accepted, whatever else
 * ("javascript:", "file:", "data:") is an error, and so is a name and password
 * before the host, by which "https://bank.example@evil.example" deceives. Only
 * what this function has returned may be opened.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL with @error set
 */
char *
vel_url_normalise (const char  *text,
                   GError     **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *url = NULL;
  g_autoptr (GUri) uri = NULL;
  gssize scheme;
  const char *host;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = trim (text);
  if (*trimmed == '\0')
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, _("The web address is empty."));
      return NULL;
    }
  if (strlen (trimmed) > URL_MAX)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE,
                           _("This is too long for a web address."));
      return NULL;
    }
  scheme = find_scheme (trimmed);
  if (scheme < 0)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("A web address begins with https:// or http://, or with neither."));
      return NULL;
    }

  url = g_strconcat (scheme == strlen ("http://") ? "http://" : "https://", trimmed + scheme, NULL);
  if (is_one_word (url) && strcspn (url, "\\<>\"`{}|^") == strlen (url))
    uri = g_uri_parse (url, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_HAS_PASSWORD, NULL);
  host = uri != NULL ? g_uri_get_host (uri) : NULL;
  if (host == NULL || g_uri_get_userinfo (uri) != NULL || !g_utf8_validate (host, -1, NULL) ||
      !is_host_name (host, strlen (host)))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID,
                           _("This is not a web address, such as https://example.com."));
      return NULL;
    }
  return g_steal_pointer (&url);
}
