/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-collator.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

/* To be raised when keys are made in another way than before. */
#define KEY_REVISION 1

/* Two names that agree in so many UTF-16 units need no further order, and a
 * megabyte pasted into a name makes no megabyte of key. */
#define KEY_UNITS 256

struct _VelCollator
{
  UCollator *ucol;     /* (owned) */
  char      *language; /* (owned): whose rules these are */
};

static UCollator *
open_collator (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *ucol = ucol_open (language, &status);

  if (U_FAILURE (status))
    {
      g_warning ("ICU has no order for \"%s\": %s", language, u_errorName (status));
      return NULL;
    }
  /* Without it, a letter typed as base and several marks may sort apart. */
  ucol_setAttribute (ucol, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  return ucol;
}

/**
 * vel_collator_new:
 * @language: a language code ("tr", "en")
 *
 * Makes the order of names for a language, by ICU's rules and whatever the
 * locale of the process. Where the language has an order of its own, it is that.
 * English and others have none: their order says nothing of ç, ğ, ı, ö, ş, ü, so
 * these take the places that Turkish gives them (c ç d, g ğ h, ı before i, o ö,
 * s ş, u ü), and I counts as the capital of ı. That costs an English list
 * nothing that a reader would see.
 *
 * Returns: (transfer full): the collator
 */
VelCollator *
vel_collator_new (const char *language)
{
  VelCollator *self;
  int32_t n_rules = 0;

  g_return_val_if_fail (language != NULL, NULL);

  self = g_new0 (VelCollator, 1);
  self->ucol = open_collator (language);
  if (self->ucol != NULL)
    ucol_getRules (self->ucol, &n_rules);
  if (n_rules == 0)
    {
      g_clear_pointer (&self->ucol, ucol_close);
      self->ucol = open_collator ("tr");
      self->language = g_strdup ("tr");
    }
  else
    self->language = g_ascii_strdown (language, -1);
  return self;
}

/**
 * vel_collator_free:
 * @self: (nullable) (transfer full): a collator
 */
void
vel_collator_free (VelCollator *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ucol, ucol_close);
  g_free (self->language);
  g_free (self);
}

/**
 * vel_collator_key:
 * @self: a collator
 * @text: text in UTF-8; bytes that are not are taken for U+FFFD
 * @length: (out): the bytes in the key
 *
 * Makes a sort key: comparing two keys byte by byte (memcmp(), the shorter first
 * when one begins the other; SQLite does so with blobs) gives the order of the
 * texts. The key tells letters, then marks, then small from capital (ICU's
 * tertiary strength, one to five bytes more than without case), so that the order of
 * two writings does not hang on which came first. It has no NUL at its end, and
 * knows the first 256 UTF-16 units of the text only. Keys of different
 * vel_collator_version() must not be compared.
 *
 * Returns: (transfer full): the key, which may have no bytes
 */
guint8 *
vel_collator_key (VelCollator *self,
                  const char  *text,
                  gsize       *length)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[KEY_UNITS];
  guint8 small[512];
  guint8 *key;
  int32_t n_units = 0;
  int32_t n_bytes;
  gsize n_text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  /* A unit comes of three bytes at most. More of the text cannot matter. */
  n_text = strnlen (text, 3 * KEY_UNITS);
  u_strFromUTF8WithSub (wide, KEY_UNITS, &n_units, text, n_text, 0xfffd, NULL, &status);
  n_units = MIN (n_units, KEY_UNITS);

  if (self->ucol == NULL)
    {
      *length = n_text;
      return g_memdup2 (text, n_text + 1);
    }

  n_bytes = ucol_getSortKey (self->ucol, wide, n_units, small, sizeof small);
  if (n_bytes <= (int32_t) sizeof small)
    key = g_memdup2 (small, n_bytes);
  else
    {
      key = g_malloc (n_bytes);
      ucol_getSortKey (self->ucol, wide, n_units, key, n_bytes);
    }
  *length = n_bytes - 1;
  return key;
}

/**
 * vel_collator_compare:
 * @self: a collator
 * @a: text in UTF-8
 * @b: text in UTF-8
 *
 * Compares two texts as their keys compare, but to their ends.
 *
 * Returns: less than, equal to, or greater than 0
 */
int
vel_collator_compare (VelCollator *self,
                      const char  *a,
                      const char  *b)
{
  UErrorCode status = U_ZERO_ERROR;
  int order;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (self->ucol == NULL)
    return strcmp (a, b);
  order = ucol_strcollUTF8 (self->ucol, a, -1, b, -1, &status);
  return U_SUCCESS (status) ? order : strcmp (a, b);
}

/**
 * vel_collator_version:
 * @self: a collator
 *
 * Names the rules by which keys are made: the language and ICU's collation
 * version. A book whose keys were made under another version has to make them
 * anew.
 *
 * Returns: (transfer full): the version
 */
char *
vel_collator_version (VelCollator *self)
{
  UVersionInfo version = { 0, };

  g_return_val_if_fail (self != NULL, NULL);

  if (self->ucol == NULL)
    return g_strdup ("bytes");
  ucol_getVersion (self->ucol, version);
  return g_strdup_printf ("%s-%d-%u.%u.%u.%u", self->language, KEY_REVISION,
                          version[0], version[1], version[2], version[3]);
}
