/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture.h"
#include "vel-field.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-date.h"
#include "vel-date-format.h"
#include "vel-due.h"
#include "vel-identity.h"
#include "vel-item.h"
#include "vel-phone.h"
#include "vel-repeat.h"
#include "vel-task.h"
#include "vel-text.h"
#include "vel-web.h"

#define MAX_SHOWN 60
#define MAX_LABEL 30

/* What people read and type, and what the book holds: the one place where a
 * value of a field becomes text and text a value. */

static char *
format_items (const VelField *field,
              const char     *json)
{
  g_autoptr(GPtrArray) items = vel_items_parse (json);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      VelItem *item = g_ptr_array_index (items, i);
      g_autofree char *place = NULL;
      g_autofree char *number = NULL;
      const char *value = item->value;

      if (g_str_equal (field->name, "addresses"))
        value = place = g_strdelimit (vel_item_format_place (item), "\n", ' ');
      else if (g_str_equal (field->name, "phones"))
        value = number = vel_phone_format (item->value);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_strdup (text->str);
}

/* A repeat in words is longer than a line of a form; what it is reckoned from is not known here. */
static char *
format_special_text (const VelField *field,
                     const char     *text)
{
  g_autoptr(VelRepeat) repeat = g_str_equal (field->name, "repeat") ? vel_repeat_parse (text, NULL) : NULL;

  if (repeat != NULL)
    return vel_repeat_say (repeat, NULL);
  if (g_str_equal (field->name, "reminder"))
    return vel_task_format_reminder (text);
  return g_str_equal (field->name, "iban") ? vel_iban_format (text) : g_strdup (text);
}

static char *
format_text (const VelField *field,
             const char     *text)
{
  const VelChoice *choice;
  g_auto(GStrv) words = NULL;

  switch (field->type)
    {
    case VEL_FIELD_CHOICE:
      choice = vel_field_find_choice (field, text);
      return g_strdup (choice != NULL ? _(choice->label) : text);

    case VEL_FIELD_DATE:
      return vel_date_format (text);

    case VEL_FIELD_DUE:
      return vel_due_format (text);

    case VEL_FIELD_PHONE:
      return vel_phone_format (text);

    case VEL_FIELD_ITEMS:
      return format_items (field, text);

    case VEL_FIELD_WORDS:
      words = vel_words_parse (text);
      return g_strjoinv (", ", words);

    default:
      return format_special_text (field, text);
    }
}

/**
 * vel_field_format:
 * @self: a field
 * @value: what it holds
 *
 * Returns: (transfer full): the value as the interface shows it, in its
 *   language; "" where there is none
 */
char *
vel_field_format (const VelField *self,
                  const VelValue *value)
{
  if (value->kind == VEL_VALUE_NULL)
    return g_strdup ("");
  if (value->kind == VEL_VALUE_TEXT)
    return format_text (self, value->text);

  switch (self->type)
    {
    case VEL_FIELD_DATE_TIME:
      return vel_date_time_format (value->integer);

    case VEL_FIELD_BOOLEAN:
      return g_strdup (value->integer != 0 ? _("Yes") : _("No"));

    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    }
}

/* What is told of a text that cannot be read: enough to know it again. */
static char *
shorten (const char *text)
{
  g_autofree char *line = vel_text_clean_line (text);

  return g_utf8_strlen (line, -1) <= MAX_SHOWN ? g_strdup (line) : g_utf8_substring (line, 0, MAX_SHOWN);
}

static gboolean
fail (GError **error,
      char    *message)
{
  g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_INVALID, message);
  g_free (message);
  return FALSE;
}

static gboolean
same_word (const char *a,
           const char *b)
{
  g_autofree char *left = vel_text_fold (a);
  g_autofree char *right = vel_text_fold (b);

  return g_str_equal (left, right);
}

static char *
list_choices (const VelField *field)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (const VelChoice *choice = field->choices; choice->key != NULL; choice++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _(choice->label));
  return g_strdup (names->str);
}

static gboolean
parse_choice (const VelField  *field,
              const char      *text,
              VelValue        *value,
              GError         **error)
{
  g_autofree char *shown = shorten (text);
  g_autofree char *names = list_choices (field);

  for (const VelChoice *choice = field->choices; choice->key != NULL; choice++)
    if (same_word (text, choice->key) || same_word (text, choice->label) || same_word (text, _(choice->label)))
      {
        vel_value_set_text (value, choice->key);
        return TRUE;
      }
  return fail (error, g_strdup_printf (_("“%s” is none of the choices: %s."), shown, names));
}

static gboolean
parse_boolean (const char  *text,
               VelValue    *value,
               GError     **error)
{
  static const char * const yes[] = { "1", "true", "yes", "evet", "var", NULL };
  static const char * const no[] = { "0", "false", "no", "hayır", "yok", NULL };
  g_autofree char *shown = shorten (text);

  for (guint i = 0; yes[i] != NULL; i++)
    {
      if (same_word (text, yes[i]) || same_word (text, no[i]))
        {
          vel_value_set_integer (value, same_word (text, yes[i]));
          return TRUE;
        }
    }
  return fail (error, g_strdup_printf (_("“%s” is neither yes nor no."), shown));
}

static gboolean
parse_integer (const char  *text,
               VelValue    *value,
               GError     **error)
{
  g_autofree char *shown = shorten (text);
  gint64 integer;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &integer, NULL))
    return fail (error, g_strdup_printf (_("“%s” is not a whole number."), shown));
  vel_value_set_integer (value, integer);
  return TRUE;
}

/* A telephone number that libphonenumber does not know is kept as it was
 * typed; what has no digit is none. */
static char *
parse_phone (const char  *text,
             GError     **error)
{
  char *number = vel_phone_normalise (text, NULL, NULL);
  g_autofree char *digits = number == NULL ? vel_phone_digits (text) : NULL;

  if (number != NULL)
    return number;
  if (*digits == '\0')
    {
      g_autofree char *shown = shorten (text);

      fail (error, g_strdup_printf (_("“%s” is not a telephone number."), shown));
      return NULL;
    }
  return g_strdup (text);
}

static char *
normalise_item (const char  *list,
                const char  *text,
                GError     **error)
{
  if (g_str_equal (list, "phones"))
    return parse_phone (text, error);
  if (g_str_equal (list, "emails"))
    return vel_email_normalise (text, error);
  if (g_str_equal (list, "links"))
    return vel_url_normalise (text, error);
  return g_strdup (text);
}

static const char *
find_label (const char *field,
            const char *text)
{
  const char * const *labels = vel_item_labels (field);

  for (guint i = 0; labels[i] != NULL; i++)
    if (same_word (text, labels[i]) || same_word (text, vel_item_label_text (labels[i])))
      return labels[i];
  return NULL;
}

/* A word of the user's own may be a label too; but "https:" is none, and what
 * has a digit belongs to what follows. */
static gboolean
may_be_label (const char *field,
              const char *word)
{
  if (*word == '\0' || g_utf8_strlen (word, -1) > MAX_LABEL || g_str_equal (field, "links"))
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)) || *p == '@')
      return FALSE;
  return TRUE;
}

/* "work: 0212 555 01 01; 0532 …": items parted by semicolons or lines, each
 * with a label if it has one. */
static GPtrArray *
split_items (const VelField *field,
             const char     *text)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
  g_auto(GStrv) parts = g_strsplit_set (text, ";\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      char *colon = strchr (part, ':');
      g_autofree char *word = colon != NULL ? g_strstrip (g_strndup (part, colon - part)) : NULL;
      const char *label = word != NULL ? find_label (field->name, word) : NULL;

      if (label == NULL && word != NULL && may_be_label (field->name, word))
        label = word;
      if (label != NULL)
        part = g_strstrip (colon + 1);
      if (*part != '\0')
        g_ptr_array_add (items, vel_item_new (label, part));
    }
  return g_steal_pointer (&items);
}

static gboolean
parse_items (const VelField  *field,
             const char      *text,
             VelValue        *value,
             GError         **error)
{
  g_autofree char *shown = shorten (text);
  g_autoptr(GPtrArray) items = *text == '[' ? vel_items_parse (text) : split_items (field, text);

  if (items->len == 0 && !g_str_equal (text, "[]"))
    return fail (error, g_strdup_printf (_("“%s” is not a list of items."), shown));
  for (guint i = 0; i < items->len; i++)
    {
      VelItem *item = g_ptr_array_index (items, i);
      char *normal;

      if (item->value == NULL)
        continue;
      normal = normalise_item (field->name, item->value, error);
      if (normal == NULL)
        return FALSE;
      g_free (item->value);
      item->value = normal;
    }
  vel_value_take_text (value, vel_items_to_json (items));
  return TRUE;
}

static void
parse_words (const char *text,
             VelValue   *value)
{
  g_auto(GStrv) words = *text == '[' ? vel_words_parse (text) : g_strsplit_set (text, ",;|\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_strstrip (words[i]);
  vel_value_take_text (value, vel_words_to_json ((const char * const *) words));
}

static gboolean
take (VelValue *value,
      char     *text)
{
  if (text == NULL)
    return FALSE;
  vel_value_take_text (value, text);
  return TRUE;
}

static gboolean
parse_special_text (const VelField *field,
                    const char     *text,
                    VelValue       *value)
{
  char *normal = NULL;

  if (g_str_equal (field->name, "iban"))
    normal = vel_iban_normalise (text, NULL);
  else if (g_str_equal (field->name, "tax_id"))
    vel_tax_id_check (text, &normal);
  return take (value, normal);
}

/* "every month on the 5th", "her pazartesi": as in the line that captures a task,
 * if all of it says how something repeats. */
static char *
parse_repeat_words (const char *text)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(VelCapture) capture = vel_capture_parse (text, now, VEL_CAPTURE_REPEAT, NULL);

  return *capture->title == '\0' ? g_strdup (capture->repeat) : NULL;
}

/* Texts that mean something only in one writing. */
static gboolean
parse_strict_text (const VelField  *field,
                   const char      *text,
                   VelValue        *value,
                   GError         **error)
{
  g_autoptr(VelRepeat) repeat = NULL;
  char *reminder = NULL;
  char *said;

  if (g_str_equal (field->name, "reminder"))
    return vel_task_parse_reminder (text, &reminder, error) && take (value, reminder);
  said = parse_repeat_words (text);
  if (said != NULL)
    return take (value, said);
  repeat = vel_repeat_parse (text, error);
  return repeat != NULL && take (value, vel_repeat_to_text (repeat));
}

/* Valid UTF-8 without spaces around it: mostly the text itself. */
static const char *
tidy (const char  *text,
      char       **tidied)
{
  const gsize length = strlen (text);

  if (length > 0 && !g_ascii_isspace (text[0]) && !g_ascii_isspace (text[length - 1]) &&
      g_utf8_validate_len (text, length, NULL))
    return text;
  *tidied = g_utf8_make_valid (text, length);
  return g_strstrip (*tidied);
}

/**
 * vel_field_parse:
 * @self: a field
 * @text: what somebody typed, or a file holds
 * @value: (out caller-allocates): an initialised value
 * @error: (out): a #VelTextError whose message is a sentence for the user
 *
 * Reads @text as the field holds it: the keys and the names of choices, dates
 * day first or ISO 8601, telephone numbers in any writing, lists as JSON or
 * parted by semicolons. Nothing but white space is nothing.
 *
 * Returns: whether @text could be read
 */
gboolean
vel_field_parse (const VelField  *self,
                 const char      *text,
                 VelValue        *value,
                 GError         **error)
{
  g_autofree char *tidied = NULL;
  const char *plain = tidy (text, &tidied);
  char *iso = NULL;
  gint64 utc;

  vel_value_clear (value);
  if (*plain == '\0')
    return TRUE;

  switch (self->type)
    {
    case VEL_FIELD_TEXT:
      if (g_str_equal (self->name, "reminder") || g_str_equal (self->name, "repeat"))
        return parse_strict_text (self, plain, value, error);
      if (!parse_special_text (self, plain, value))
        vel_value_set_text (value, plain);
      return TRUE;

    case VEL_FIELD_LONG_TEXT:
    case VEL_FIELD_CUSTOM:
      vel_value_set_text (value, plain);
      return TRUE;

    case VEL_FIELD_CHOICE:
      return parse_choice (self, plain, value, error);

    case VEL_FIELD_BOOLEAN:
      return parse_boolean (plain, value, error);

    case VEL_FIELD_INTEGER:
    case VEL_FIELD_MONEY:
    case VEL_FIELD_LINK:
    case VEL_FIELD_PLACE:
      return parse_integer (plain, value, error);

    case VEL_FIELD_DATE:
      return ((self->flags & VEL_FIELD_YEARLY) != 0
                ? vel_birthday_parse (plain, VEL_DATE_ORDER_DAY_FIRST, &iso, error)
                : vel_date_parse (plain, VEL_DATE_ORDER_DAY_FIRST, &iso, error)) && take (value, iso);

    case VEL_FIELD_DATE_TIME:
      if (!vel_date_time_parse (plain, VEL_DATE_ORDER_DAY_FIRST, &utc, error))
        return FALSE;
      vel_value_set_integer (value, utc);
      return TRUE;

    case VEL_FIELD_DUE:
      return vel_due_parse (plain, g_get_real_time () / G_USEC_PER_SEC, &iso, error) && take (value, iso);

    case VEL_FIELD_PHONE:
      return take (value, parse_phone (plain, error));

    case VEL_FIELD_EMAIL:
      return take (value, vel_email_normalise (plain, error));

    case VEL_FIELD_URL:
      return take (value, vel_url_normalise (plain, error));

    case VEL_FIELD_ITEMS:
      return parse_items (self, plain, value, error);

    case VEL_FIELD_WORDS:
      parse_words (plain, value);
      return TRUE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * vel_field_warn:
 * @self: a field
 * @value: what it holds
 *
 * Looks for what is allowed but probably mistaken: a number whose checksum is
 * wrong, a telephone number that nobody can dial.
 *
 * Returns: (transfer full) (nullable): a sentence for the user, or %NULL
 */
char *
vel_field_warn (const VelField *self,
                const VelValue *value)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *normal = NULL;

  if (value->kind != VEL_VALUE_TEXT || *value->text == '\0')
    return NULL;
  if (g_str_equal (self->name, "tax_id"))
    {
      VelIdentityKind kind = vel_tax_id_check (value->text, NULL);

      if (kind == VEL_IDENTITY_TCKN || kind == VEL_IDENTITY_VKN)
        return NULL;
      return g_strdup (_("This is no valid tax or identity number of Türkiye. It is kept all the same."));
    }
  if (g_str_equal (self->name, "iban"))
    {
      normal = vel_iban_normalise (value->text, NULL);
      return normal == NULL ? g_strdup (_("This is no valid IBAN. It is kept all the same.")) : NULL;
    }
  if (self->type == VEL_FIELD_DUE)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_local ();

      return vel_due_is_skipped (value->text, zone)
               ? g_strdup (_("The clocks are put forward over this time, so it will be an hour later. It is kept all the same."))
               : NULL;
    }
  if (self->type == VEL_FIELD_PHONE)
    {
      normal = vel_phone_normalise (value->text, NULL, &error);
      if (normal != NULL || g_error_matches (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_UNKNOWN))
        return NULL;
      return g_strdup (_("This is no telephone number that can be dialled. It is kept all the same."));
    }
  return NULL;
}
