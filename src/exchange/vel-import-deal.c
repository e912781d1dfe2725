/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-deal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-deal-words.h"
#include "vel-deal.h"
#include "vel-import-error.h"
#include "vel-number.h"

/* One row of a table read as a deal. Whom and what it names is looked for later. */

typedef struct
{
  VelImportDeal *deal;
  char          *closing;         /* (owned) (nullable): the day that is one thing or the other, by the status */
  guint          closing_column;
  VelDateOrder   closing_order;
  guint          closed_column;
  guint          expected_column;
  guint          amount_column;
  guint          reason_column;
} Reading;

static void
clear_reading (Reading *reading)
{
  g_free (reading->closing);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/**
 * vel_import_party_is_empty:
 * @self: somebody
 *
 * Returns: whether the row says nothing of them
 */
gboolean
vel_import_party_is_empty (const VelImportParty *self)
{
  return self->id == NULL && self->name == NULL && self->email == NULL && self->phone == NULL;
}

/**
 * vel_import_party_say:
 * @self: somebody of whom a row speaks
 *
 * Returns: (transfer none): what to call them
 */
const char *
vel_import_party_say (const VelImportParty *self)
{
  return self->name != NULL ? self->name : self->email != NULL ? self->email : self->phone != NULL ? self->phone : self->id;
}

static void
clear_party (VelImportParty *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->email);
  g_free (self->phone);
}

/**
 * vel_import_deal_free:
 * @row: (transfer full): a deal read from a row
 */
void
vel_import_deal_free (VelImportRow *row)
{
  VelImportDeal *self = (VelImportDeal *) row;

  vel_import_row_clear (row);
  clear_party (&self->customer);
  clear_party (&self->contact);
  g_free (self->pipeline);
  g_free (self->stage);
  g_free (self->product);
  g_free (self->lost_reason);
  g_free (self->amount);
  g_free (self);
}

/* What there is one of, and nothing but text. */
static gboolean
take_text (char        **place,
           const char   *label,
           const char   *text,
           GError      **error)
{
  if (*place == NULL)
    *place = g_strdup (text);
  if (g_str_equal (*place, text))
    return TRUE;
  g_set_error (error, VEL_IMPORT_ERROR, VEL_IMPORT_ERROR_ROW,
               _("There is room for one “%s” only, and another column says something else."), label);
  return FALSE;
}

static gboolean
read_party (VelImportParty  *party,
            const char      *field,
            const char      *part,
            const char      *text,
            guint            column,
            GError         **error)
{
  const char *label = vel_field_get_label (vel_entity_find_field (&vel_deal_entity, field));
  const gboolean is_first = vel_import_party_is_empty (party);
  g_auto(VelValue) normal = VEL_VALUE_INIT;

  if (g_str_equal (part, "organisation"))
    {
      party->is_organisation = TRUE;
      part = "";
    }
  if (is_first || *part == '\0')
    party->column = column;
  if (g_str_equal (part, "id"))
    return take_text (&party->id, label, text, error);
  if (*part != '\0')
    return vel_field_parse (vel_entity_find_field (&vel_customer_entity, part), text, &normal, error) &&
           take_text (*part == 'e' ? &party->email : &party->phone, label, normal.text, error);
  return take_text (&party->name, label, text, error);
}

/* "75", "75%", "%75", "75,0", and "0.75", as some programs write it. */
static gboolean
read_probability (VelImportRow  *row,
                  const char    *text,
                  GError       **error)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), "%", ' '));
  const gboolean is_percent = strchr (text, '%') != NULL;
  const gboolean has_decimals = strpbrk (plain, ".,") != NULL;
  g_auto(VelValue) value = VEL_VALUE_INIT;
  gint64 number;

  if (!vel_number_parse (plain, 4, &number, NULL))
    return vel_import_row_fail (error, _("This is not a probability, such as 75 %."));
  if (!is_percent && has_decimals && number >= 0 && number <= 10000)
    number *= 100;
  if (number < 0 || number > 1000000)
    return vel_import_row_fail (error, _("A probability lies between 0 and 100 %."));
  vel_value_set_integer (&value, (number + 5000) / 10000);
  return vel_import_row_take (row, "probability", &value, error);
}

static gboolean
read_status (VelImportRow  *row,
             const char    *text,
             GError       **error)
{
  const char *status = vel_deal_words_find_status (text);

  return vel_import_row_read (row, "status", status != NULL ? status : text, error);
}

/* A stage that is called won or lost is no stage, but an end. */
static gboolean
read_stage (VelImportDeal  *deal,
            const char     *text,
            guint           column,
            GError        **error)
{
  const char *status = vel_deal_words_find_status (text);

  deal->stage_column = column;
  if (g_strcmp0 (status, "won") == 0 || g_strcmp0 (status, "lost") == 0)
    return vel_import_row_read (&deal->row, "status", status, error);
  return take_text (&deal->stage, _("Stage"), text, error);
}

static gboolean
read_day (Reading                *reading,
          const VelImportColumn  *column,
          guint                   index,
          const char             *text,
          GError                **error)
{
  const VelColumnMatch *match = column->match;

  if (vel_column_match_is (match, "closed", "expected"))
    {
      reading->closing_column = index;
      reading->closing_order = column->order;
      return take_text (&reading->closing, column->name, text, error);
    }
  if (g_str_equal (match->field, "closed"))
    reading->closed_column = index;
  else if (g_str_equal (match->field, "expected_close"))
    reading->expected_column = index;
  return vel_import_row_read_date (&reading->deal->row, match->field, text, column->order, error);
}

static gboolean
read_cell (Reading                *reading,
           const VelImportColumn  *column,
           guint                   index,
           const char             *text,
           GError                **error)
{
  VelImportDeal *deal = reading->deal;
  VelImportRow *row = &deal->row;
  const VelColumnMatch *match = column->match;
  const char *field = match->field;

  if (g_str_equal (field, "custom"))
    return vel_import_row_read_own (row, match->label, text, error);
  if (g_str_equal (field, "customer") || g_str_equal (field, "contact"))
    return read_party (*field == 'c' && field[1] == 'u' ? &deal->customer : &deal->contact, field, match->part, text,
                       index, error);
  if (g_str_equal (field, "stage"))
    return read_stage (deal, text, index, error);
  if (g_str_equal (field, "pipeline"))
    {
      deal->pipeline_column = index;
      return take_text (&deal->pipeline, _("Pipeline"), text, error);
    }
  if (g_str_equal (field, "product"))
    return take_text (&deal->product, _("Product"), text, error);
  if (g_str_equal (field, "lost_reason"))
    {
      reading->reason_column = index;
      return take_text (&deal->lost_reason, _("Lost reason"), text, error);
    }
  if (g_str_equal (field, "amount"))
    {
      reading->amount_column = index;
      return take_text (&deal->amount, _("Amount"), text, error);
    }
  if (g_str_equal (field, "currency"))
    return vel_import_row_read_currency (row, text, error);
  if (g_str_equal (field, "probability"))
    return read_probability (row, text, error);
  if (g_str_equal (field, "status"))
    return read_status (row, text, error);
  if (vel_entity_find_field (&vel_deal_entity, field)->type == VEL_FIELD_DATE)
    return read_day (reading, column, index, text, error);
  if (g_str_equal (field, "tags"))
    {
      vel_import_row_add_words (row, field, text);
      return TRUE;
    }
  if (g_str_equal (field, "need"))
    {
      vel_import_row_add_text (row, field, text);
      return TRUE;
    }
  return vel_import_row_read (row, field, text, error);
}

/* The status decides what a day of closing means, and whether there may be a reason. */
static gboolean
finish_status (Reading  *reading,
               guint    *bad_column,
               GError  **error)
{
  VelImportRow *row = &reading->deal->row;
  VelValue *status = vel_import_row_value (row, "status");
  gboolean is_open;

  if (vel_value_is_empty (status))
    {
      vel_value_set_text (status, "open");
      vel_import_row_leave (row, "status");
    }
  is_open = g_str_equal (status->text, "open");
  if (reading->closing != NULL)
    {
      *bad_column = reading->closing_column;
      if (is_open)
        reading->expected_column = reading->closing_column;
      else
        reading->closed_column = reading->closing_column;
      if (!vel_import_row_read_date (row, is_open ? "expected_close" : "closed", reading->closing,
                                     reading->closing_order, error))
        return FALSE;
    }
  *bad_column = reading->closed_column;
  if (is_open && !vel_value_is_empty (vel_import_row_value (row, "closed")))
    return vel_import_row_fail (error, _("The deal is open, and yet there is a day on which it closed."));
  *bad_column = reading->reason_column;
  if (reading->deal->lost_reason != NULL && !g_str_equal (status->text, "lost"))
    return vel_import_row_fail (error, _("A reason is told only of a deal that is lost."));
  return TRUE;
}

/* A deal without a title is called by what is sold, else by its number, else by whose it is. */
static void
finish_title (VelImportDeal *deal)
{
  VelImportRow *row = &deal->row;
  const char *title = deal->product != NULL ? deal->product : vel_import_row_text (row, "code");

  if (!vel_value_is_empty (vel_import_row_value (row, "title")))
    return;
  if (title == NULL && !vel_import_party_is_empty (&deal->customer))
    title = vel_import_party_say (&deal->customer);
  vel_value_set_text (vel_import_row_value (row, "title"), title != NULL ? title : _("Deal"));
  vel_import_row_leave (row, "title");
}

/* What the preview shows of whom and what is looked for. */
static void
finish_names (VelImportDeal *deal)
{
  VelImportRow *row = &deal->row;

  if (!vel_import_party_is_empty (&deal->customer))
    vel_value_set_text (vel_import_row_value (row, "customer_name"), vel_import_party_say (&deal->customer));
  if (!vel_import_party_is_empty (&deal->contact))
    vel_value_set_text (vel_import_row_value (row, "contact_name"), vel_import_party_say (&deal->contact));
  vel_value_set_text (vel_import_row_value (row, "stage_name"), deal->stage);
  vel_value_set_text (vel_import_row_value (row, "product_name"), deal->product);
  vel_value_set_text (vel_import_row_value (row, "lost_reason_name"), deal->lost_reason);
}

/* Which cell is to blame where the values of a deal do not agree. */
static guint
find_bad_column (const Reading *reading,
                 guint          n_columns)
{
  VelImportRow *row = &reading->deal->row;
  const char *opened = vel_import_row_text (row, "opened");

  if (opened != NULL && g_strcmp0 (vel_import_row_text (row, "closed"), opened) < 0 &&
      vel_import_row_text (row, "closed") != NULL)
    return reading->closed_column;
  if (opened != NULL && g_strcmp0 (vel_import_row_text (row, "expected_close"), opened) < 0 &&
      vel_import_row_text (row, "expected_close") != NULL)
    return reading->expected_column;
  return n_columns;
}

static gboolean
finish (Reading     *reading,
        const char  *home,
        guint        n_columns,
        guint       *bad_column,
        GError     **error)
{
  VelImportDeal *deal = reading->deal;

  /* Who is the only one that is named is the customer. */
  if (vel_import_party_is_empty (&deal->customer))
    {
      if (!vel_import_party_is_empty (&deal->contact))
        deal->customer = deal->contact;
      deal->contact = (VelImportParty) { NULL };
    }
  if (!finish_status (reading, bad_column, error))
    return FALSE;
  *bad_column = reading->amount_column;
  if (deal->amount != NULL && !vel_import_row_read_money (&deal->row, "amount", deal->amount, home, error))
    return FALSE;
  finish_title (deal);
  *bad_column = find_bad_column (reading, n_columns);
  if (!vel_deal_entity.check (deal->row.values, error))
    return FALSE;
  finish_names (deal);
  return TRUE;
}

/* The first column that goes there; past the last for none. */
static guint
find_column (GArray     *columns,
             const char *field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, VelImportColumn, i).match->field, field))
      return i;
  return columns->len;
}

/**
 * vel_import_deal_read:
 * @csv: a row of a table
 * @columns: (element-type VelImportColumn): where its cells go
 * @home: the currency of money that names none
 * @bad_column: (out): the column of a cell that fits nothing; past the last one for the row as a whole
 * @error: (out): why the row cannot be imported, with a sentence for the user
 *
 * Returns: (transfer full) (nullable): the deal of which the row speaks
 */
VelImportRow *
vel_import_deal_read (const VelCsvRow  *csv,
                      GArray           *columns,
                      const char       *home,
                      guint            *bad_column,
                      GError          **error)
{
  VelImportDeal *deal = g_new0 (VelImportDeal, 1);
  g_auto(Reading) reading = { .deal = deal };
  gboolean done = TRUE;

  vel_import_row_init (&deal->row, &vel_deal_entity);
  deal->customer.column = find_column (columns, "customer");
  for (guint i = 0; done && i < columns->len; i++)
    {
      g_autofree char *text = vel_import_row_cell (csv, columns, i);

      *bad_column = i;
      if (text != NULL)
        done = read_cell (&reading, &g_array_index (columns, VelImportColumn, i), i, text, error);
    }
  if (done && finish (&reading, home, columns->len, bad_column, error))
    return &deal->row;
  vel_import_deal_free (&deal->row);
  return NULL;
}
