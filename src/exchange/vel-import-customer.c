/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-customer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-column-words.h"
#include "vel-customer.h"
#include "vel-import-error.h"
#include "vel-item.h"
#include "vel-place.h"
#include "vel-text.h"

/* One row of a table read as a customer. A cell that fits nothing is an error
 * that names it; nothing is guessed and nothing dropped. */

/* The parts of a name, in the order in which they are joined. */
enum { PREFIX, FIRST, MIDDLE, LAST, SUFFIX, N_NAME_PARTS };

static const char * const name_parts[N_NAME_PARTS] = { "prefix", "first", "middle", "last", "suffix" };

enum { PHONES, EMAILS, ADDRESSES, LINKS, N_LISTS };

typedef struct
{
  VelImportCustomer *customer;
  const VelCsvRow   *row;
  GArray            *columns;                   /* (element-type VelImportColumn) */
  char              *name[N_NAME_PARTS];        /* (owned) */
  char              *birth[3];                  /* (owned): year, month, day */
  GPtrArray         *lists[N_LISTS];                  /* (owned) (nullable) (element-type VelItem) */
  GPtrArray         *places;                    /* (owned) (nullable): the VelColumnMatch that began each address */
  char              *formatted;                 /* (owned): a whole address */
  gboolean           is_organisation;           /* its name is that of an organisation, unless its kind is told */
} Reading;

static const char * const list_names[N_LISTS] = { "phones", "emails", "addresses", "links" };
static const char * const list_firsts[N_LISTS] = { "phone", "email", "city", "website" };

static VelValue *
value_of (VelImportCustomer *customer,
          const char        *field)
{
  return vel_import_row_value (&customer->row, field);
}

/**
 * vel_import_customer_free:
 * @row: (transfer full): a customer read from a row
 */
void
vel_import_customer_free (VelImportRow *row)
{
  VelImportCustomer *self = (VelImportCustomer *) row;

  vel_import_row_clear (row);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->emails, g_ptr_array_unref);
  g_free (self->city);
  g_free (self);
}

static void
clear_reading (Reading *reading)
{
  for (guint i = 0; i < N_NAME_PARTS; i++)
    g_free (reading->name[i]);
  for (guint i = 0; i < G_N_ELEMENTS (reading->birth); i++)
    g_free (reading->birth[i]);
  for (guint i = 0; i < G_N_ELEMENTS (reading->lists); i++)
    g_clear_pointer (&reading->lists[i], g_ptr_array_unref);
  g_clear_pointer (&reading->places, g_ptr_array_unref);
  g_free (reading->formatted);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static int
list_index (const char *field)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (list_names); i++)
    if (g_str_equal (list_names[i], field))
      return i;
  return -1;
}

/* Its label is what the label column beside its own says in this row, else that
 * of its column. Takes @value. */
static VelItem *
add_item (Reading               *reading,
          int                    list,
          const VelImportColumn *column,
          char                  *value)
{
  g_autofree char *said = NULL;
  VelItem *item;

  if (column != NULL && column->labels >= 0)
    said = vel_column_words_label (reading->row->cells[column->labels]);
  item = vel_item_new (said != NULL ? said : column != NULL ? column->match->label : NULL, NULL);
  item->value = value;
  if (reading->lists[list] == NULL)
    reading->lists[list] = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
  g_ptr_array_add (reading->lists[list], item);
  return item;
}

/* The columns of one label and number make one address. */
static VelItem *
address_of (Reading               *reading,
            const VelImportColumn *column)
{
  const VelColumnMatch *match = column->match;

  if (reading->places == NULL)
    reading->places = g_ptr_array_new ();
  for (guint i = 0; i < reading->places->len; i++)
    {
      const VelColumnMatch *other = g_ptr_array_index (reading->places, i);

      if (other->index == match->index && g_str_equal (other->label, match->label))
        return g_ptr_array_index (reading->lists[ADDRESSES], i);
    }
  g_ptr_array_add (reading->places, (gpointer) match);
  return add_item (reading, ADDRESSES, column, NULL);
}

static void
put_text (char       **place,
          const char  *text,
          const char  *between)
{
  char *joined = *place != NULL && **place != '\0' ? g_strconcat (*place, between, text, NULL) : g_strdup (text);

  g_free (*place);
  *place = joined;
}

static gboolean
read_item (Reading                *reading,
           int                     list,
           const VelImportColumn  *column,
           const char             *text,
           GError                **error)
{
  const VelField *field = vel_entity_find_field (&vel_customer_entity, list_firsts[list]);
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (!vel_field_parse (field, text, &value, error))
    return FALSE;
  if (value.text != NULL)
    add_item (reading, list, column, g_steal_pointer (&value.text));
  return TRUE;
}

static gboolean
read_items (Reading                *reading,
            int                     list,
            const VelImportColumn  *column,
            const char             *text,
            GError                **error)
{
  g_auto(GStrv) parts = NULL;

  if (vel_column_words_is_one (column->match->field, text))
    return read_item (reading, list, column, text, error);
  parts = vel_column_words_split (column->match->field, text);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!read_item (reading, list, column, parts[i], error))
      return FALSE;
  return TRUE;
}

static void
read_address (Reading               *reading,
              const VelImportColumn *column,
              const char            *text)
{
  const VelColumnMatch *match = column->match;
  VelItem *item;

  if (g_str_equal (match->part, "formatted"))
    {
      put_text (&reading->formatted, text, "\n");
      return;
    }
  item = address_of (reading, column);
  if (g_str_equal (match->part, "city"))
    put_text (&item->city, text, ", ");
  else if (g_str_equal (match->part, "district"))
    put_text (&item->district, text, ", ");
  else if (g_str_equal (match->part, "postcode"))
    put_text (&item->postcode, text, " ");
  else if (g_str_equal (match->part, "country"))
    put_text (&item->country, text, ", ");
  else if (g_str_equal (match->part, "region"))
    {
      const char *city = vel_place_find_city (text);

      /* The province of a Turkish address is its city, and what stood there
       * before a district; of another country it is part of the country. */
      if (city != NULL && item->city != NULL && vel_place_find_city (item->city) == NULL && item->district == NULL)
        item->district = g_steal_pointer (&item->city);
      if (city != NULL && item->city == NULL)
        item->city = g_strdup (city);
      else if (city == NULL)
        {
          g_autofree char *country = g_steal_pointer (&item->country);

          put_text (&item->country, text, "");
          if (country != NULL)
            put_text (&item->country, country, ", ");
        }
    }
  else
    put_text (&item->value, text, ", ");
}

static gboolean
read_choice (VelImportCustomer  *customer,
             const char         *field,
             const char         *text,
             GError            **error)
{
  const gboolean status = g_str_equal (field, "status");
  const char *key = status ? vel_column_words_find_status (text) : vel_column_words_find_kind (text);
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (key == NULL)
    return vel_import_row_read (&customer->row, field, text, error);
  vel_value_set_text (&value, key);
  return vel_import_row_take (&customer->row, field, &value, error);
}

static gboolean
read_birthday (Reading               *reading,
               const VelImportColumn *column,
               const char            *text,
               GError               **error)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  const char *part = column->match->part;
  char *iso = NULL;

  if (*part != '\0')
    {
      put_text (&reading->birth[g_str_equal (part, "year") ? 0 : g_str_equal (part, "month") ? 1 : 2], text, "");
      return TRUE;
    }
  if (!vel_birthday_parse (text, column->order, &iso, error))
    {
      /* Some programs write a day of zeros where they know none. */
      if (!g_error_matches (*error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY))
        return FALSE;
      g_clear_error (error);
      return TRUE;
    }
  vel_value_take_text (&value, iso);
  return vel_import_row_take (&reading->customer->row, "birthday", &value, error);
}

static gboolean
read_cell (Reading                *reading,
           const VelImportColumn  *column,
           const char             *text,
           GError                **error)
{
  const VelColumnMatch *match = column->match;
  VelImportCustomer *customer = reading->customer;
  const int list = list_index (match->field);

  if (g_str_equal (match->part, "label"))
    return TRUE;
  /* All of those that begin with the same digits would be one and the same. */
  if ((list == PHONES || g_str_equal (match->field, "tax_id")) && vel_column_words_is_shortened (text))
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW,
                           _("The spreadsheet has shortened this number, and its last digits are lost. Make the column "
                             "one of text there, and save the table anew."));
      return FALSE;
    }
  if (g_str_equal (match->field, "custom"))
    return vel_import_row_read_own (&customer->row, match->label, text, error);
  if (g_str_equal (match->field, "addresses"))
    {
      read_address (reading, column, text);
      return TRUE;
    }
  if (list >= 0)
    return read_items (reading, list, column, text, error);
  if (g_str_equal (match->field, "name") && *match->part != '\0' && !g_str_equal (match->part, "organisation"))
    {
      for (guint i = 0; i < N_NAME_PARTS; i++)
        if (g_str_equal (name_parts[i], match->part))
          put_text (&reading->name[i], text, " ");
      return TRUE;
    }
  if (g_str_equal (match->field, "birthday"))
    return read_birthday (reading, column, text, error);
  if (g_str_equal (match->field, "status") || g_str_equal (match->field, "kind"))
    return read_choice (customer, match->field, text, error);
  if (g_str_equal (match->field, "tags") || g_str_equal (match->field, "interests"))
    {
      vel_import_row_add_words (&customer->row, match->field, text);
      return TRUE;
    }
  if (g_str_equal (match->field, "notes"))
    {
      vel_import_row_add_text (&customer->row, "notes", text);
      return TRUE;
    }
  if (g_str_equal (match->field, "name") && g_str_equal (match->part, "organisation"))
    reading->is_organisation = TRUE;
  return vel_import_row_read (&customer->row, match->field, text, error);
}

static gboolean
finish_birthday (Reading  *reading,
                 GError  **error)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *text = NULL;
  char *iso = NULL;

  if (reading->birth[0] == NULL && reading->birth[1] == NULL && reading->birth[2] == NULL)
    return TRUE;
  if (reading->birth[1] == NULL || reading->birth[2] == NULL)
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW,
                           _("Of the birthday there is no day or no month."));
      return FALSE;
    }
  text = reading->birth[0] != NULL
           ? g_strdup_printf ("%s.%s.%s", reading->birth[2], reading->birth[1], reading->birth[0])
           : g_strdup_printf ("%s.%s", reading->birth[2], reading->birth[1]);
  if (!vel_birthday_parse (text, VEL_DATE_ORDER_DAY_FIRST, &iso, error))
    {
      if (!g_error_matches (*error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY))
        return FALSE;
      g_clear_error (error);
      return TRUE;
    }
  vel_value_take_text (&value, iso);
  return vel_import_row_take (&reading->customer->row, "birthday", &value, error);
}

static void
finish_lists (Reading *reading)
{
  GPtrArray *addresses = reading->lists[ADDRESSES];
  gboolean has_place = FALSE;

  for (guint i = 0; addresses != NULL && i < addresses->len; i++)
    has_place |= !vel_item_is_empty (g_ptr_array_index (addresses, i));
  if (reading->formatted != NULL && !has_place)
    add_item (reading, ADDRESSES, NULL, g_steal_pointer (&reading->formatted));

  for (guint i = 0; i < N_LISTS; i++)
    if (reading->lists[i] != NULL)
      vel_value_take_text (value_of (reading->customer, list_names[i]), vel_items_to_json (reading->lists[i]));
  if (reading->lists[ADDRESSES] != NULL)
    reading->customer->city = g_strdup (((VelItem *) g_ptr_array_index (reading->lists[ADDRESSES], 0))->city);
  reading->customer->phones = g_steal_pointer (&reading->lists[PHONES]);
  reading->customer->emails = g_steal_pointer (&reading->lists[EMAILS]);
}

static const char *
first_value (GPtrArray *items)
{
  return items != NULL && items->len > 0 ? ((VelItem *) g_ptr_array_index (items, 0))->value : NULL;
}

/* Who has no name is called by their organisation, else by what they can be
 * reached at. */
static gboolean
finish_name (Reading  *reading,
             GError  **error)
{
  VelImportCustomer *customer = reading->customer;
  VelValue *name = value_of (customer, "name");
  VelValue *kind = value_of (customer, "kind");
  VelValue *organisation = value_of (customer, "organisation");

  if (reading->is_organisation && vel_value_is_empty (kind))
    vel_value_set_text (kind, "organisation");
  if (vel_value_is_empty (kind))
    vel_import_row_leave (&customer->row, "kind");
  if (vel_value_is_empty (name))
    vel_value_take_text (name, vel_column_words_join_name (reading->name[PREFIX], reading->name[FIRST],
                                                           reading->name[MIDDLE], reading->name[LAST],
                                                           reading->name[SUFFIX]));
  if (vel_value_is_empty (name) && !vel_value_is_empty (organisation))
    {
      vel_value_copy (organisation, name);
      vel_value_clear (organisation);
      vel_value_set_text (kind, "organisation");
    }
  if (vel_value_is_empty (name))
    vel_value_set_text (name, first_value (reading->lists[EMAILS]));
  if (vel_value_is_empty (name))
    vel_value_set_text (name, first_value (reading->lists[PHONES]));
  if (vel_value_is_empty (name))
    {
      g_set_error_literal (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW,
                           _("The row names nobody: it has no name, organisation, e-mail or phone."));
      return FALSE;
    }
  if (vel_value_is_empty (kind))
    vel_value_set_text (kind, vel_column_words_is_company (name->text) ? "organisation" : "person");
  return TRUE;
}

/* A role belongs to an organisation; without one it is a job title. */
static void
finish_role (VelImportCustomer *customer)
{
  VelValue *role = value_of (customer, "role");
  VelValue *title = value_of (customer, "title");

  if (vel_value_is_empty (role) || !vel_value_is_empty (value_of (customer, "organisation")))
    return;
  if (vel_value_is_empty (title))
    {
      vel_value_copy (role, title);
    }
  else if (!g_str_equal (role->text, title->text))
    {
      vel_import_row_add_text (&customer->row, "notes", role->text);
    }
  vel_value_clear (role);
}

/**
 * vel_import_customer_read:
 * @row: a row of a table
 * @columns: (element-type VelImportColumn): where its cells go
 * @home: the currency of the book
 * @bad_column: (out): the column of a cell that fits nothing; past the last one for the row as a whole
 * @error: (out): why the row cannot be imported, with a sentence for the user
 *
 * Returns: (transfer full) (nullable): the customer of which the row speaks
 */
VelImportRow *
vel_import_customer_read (const VelCsvRow  *row,
                          GArray           *columns,
                          const char       *home,
                          guint            *bad_column,
                          GError          **error)
{
  g_autoptr(VelImportCustomer) customer = g_new0 (VelImportCustomer, 1);
  g_auto(Reading) reading = { customer, row, columns };

  vel_import_row_init (&customer->row, &vel_customer_entity);

  for (guint i = 0; i < columns->len; i++)
    {
      const VelImportColumn *column = &g_array_index (columns, VelImportColumn, i);
      g_autofree char *stripped = NULL;
      const char *text = row->cells[i];

      *bad_column = i;
      if (*column->match->field == '\0' || *text == '\0')
        continue;
      if (g_ascii_isspace (text[0]) || g_ascii_isspace (text[strlen (text) - 1]))
        text = stripped = g_strstrip (g_strdup (text));
      if (*text != '\0' && !read_cell (&reading, column, text, error))
        return NULL;
    }
  *bad_column = columns->len;
  if (!finish_birthday (&reading, error) || !finish_name (&reading, error))
    return NULL;
  finish_lists (&reading);
  finish_role (customer);
  return (VelImportRow *) g_steal_pointer (&customer);
}
