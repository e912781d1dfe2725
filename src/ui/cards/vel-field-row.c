/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-field-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-card-words.h"
#include "vel-doing.h"
#include "vel-money.h"
#include "vel-suggestions.h"

/**
 * VelFieldRow:
 *
 * One field of a customer or a deal as a row of the card. How it is read, checked
 * and written comes from the table of fields; a field that the user has added is
 * named "custom." and its name. A sum of money is read with its currency.
 */
struct _VelFieldRow
{
  VelEditRow      parent_instance;

  VelBook        *book;      /* (owned) */
  VelRecord      *record;    /* (owned) */
  char           *name;      /* (owned) */
  const VelField *field;     /* (nullable): of a custom field there is none */
};

G_DEFINE_FINAL_TYPE (VelFieldRow, vel_field_row, VEL_TYPE_EDIT_ROW)

static const VelValue *
get_value (VelFieldRow *self,
           const char  *field)
{
  return vel_record_get_value (self->record, vel_entity_field_index (vel_record_get_entity (self->record), field));
}

static gboolean
is_money (VelFieldRow *self)
{
  return self->field != NULL && self->field->type == VEL_FIELD_MONEY;
}

static const char *
get_currency (VelFieldRow *self)
{
  const char *currency = vel_record_get_text (self->record, "currency");

  return currency != NULL && vel_currency_is_known (currency) ? currency : "TRY";
}

static char *
format (VelFieldRow *self)
{
  if (!is_money (self))
    return vel_record_format (self->record, self->name);
  if (get_value (self, self->name)->kind != VEL_VALUE_INTEGER)
    return g_strdup ("");
  return vel_money_format_short (get_value (self, self->name)->integer, get_currency (self));
}

static void
refresh (VelFieldRow *self)
{
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (self));
  g_autofree char *shown = format (self);
  const char *title = self->field != NULL ? vel_field_get_label (self->field) : self->name + strlen ("custom.");

  /* Notes stand below a heading that says what they are. */
  vel_inline_text_set_title (text, title, self->field == NULL || (*shown != '\0' && self->field->type != VEL_FIELD_LONG_TEXT));
  vel_inline_text_set_value (text, shown);
}

/* Numbers that carry check digits are told to be right where they are. */
static const char *
get_praise (const VelField *field)
{
  if (g_str_equal (field->name, "tax_id"))
    return _("The check digits are right.");
  if (g_str_equal (field->name, "iban"))
    return _("The check digits are right.");
  return NULL;
}

/**
 * vel_field_row_judge:
 * @field: (nullable): a field, %NULL for one that the user has added
 * @text: what somebody types
 * @sentence: (out) (transfer full) (nullable): why
 *
 * Returns: whether @field can hold @text
 */
VelVerdict
vel_field_row_judge (const VelField  *field,
                     const char      *text,
                     char           **sentence)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  *sentence = NULL;
  if (field == NULL)
    return VEL_VERDICT_NONE;
  if (!vel_field_parse (field, text, &value, &error))
    {
      *sentence = g_strdup (error->message);
      return VEL_VERDICT_WRONG;
    }
  if (value.kind == VEL_VALUE_NULL && (field->flags & VEL_FIELD_REQUIRED) != 0)
    {
      *sentence = g_strdup (_("This cannot be left empty."));
      return VEL_VERDICT_WRONG;
    }
  *sentence = vel_field_warn (field, &value);
  if (*sentence != NULL)
    return VEL_VERDICT_DOUBTFUL;
  return value.kind != VEL_VALUE_NULL && get_praise (field) != NULL ? VEL_VERDICT_GOOD : VEL_VERDICT_NONE;
}

/* Reads a sum; without a currency of its own it is in that of the record. */
static gboolean
parse_money (VelFieldRow  *self,
             const char   *typed,
             VelValue     *value,
             char        **currency,
             GError      **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (typed));
  gint64 amount;

  *currency = NULL;
  if (*plain == '\0')
    return TRUE;
  if (!vel_money_parse (plain, get_currency (self), &amount, currency, error))
    return FALSE;
  vel_value_set_integer (value, amount);
  return TRUE;
}

static gboolean
parse (VelFieldRow  *self,
       const char   *typed,
       VelValue     *value,
       char        **currency,
       GError      **error)
{
  g_autofree char *plain = NULL;

  *currency = NULL;
  if (is_money (self))
    return parse_money (self, typed, value, currency, error);
  if (self->field != NULL)
    return vel_field_parse (self->field, typed, value, error);
  plain = g_strstrip (g_strdup (typed));
  if (*plain != '\0')
    vel_value_set_text (value, plain);
  return TRUE;
}

/* Whether the record could hold @value beside all else that it holds. */
static gboolean
fits (VelFieldRow     *self,
      const VelValue  *value,
      GError         **error)
{
  const VelEntity *entity = vel_record_get_entity (self->record);
  g_autofree VelValue *values = NULL;

  if (entity->check == NULL || self->field == NULL)
    return TRUE;
  /* The texts stay the record's. */
  values = g_new0 (VelValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    values[i] = *vel_record_get_value (self->record, i);
  values[vel_entity_field_index (entity, self->name)] = *value;
  return entity->check (values, error);
}

static VelVerdict
check_cb (const char *text,
          char      **sentence,
          gpointer    user_data)
{
  VelFieldRow *self = user_data;
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *currency = NULL;
  g_autoptr(GError) error = NULL;

  if (!parse (self, text, &value, &currency, &error) || !fits (self, &value, &error))
    {
      *sentence = g_strdup (error->message);
      return VEL_VERDICT_WRONG;
    }
  *sentence = NULL;
  return is_money (self) ? VEL_VERDICT_NONE : vel_field_row_judge (self->field, text, sentence);
}

static gboolean
is_same (VelFieldRow    *self,
         const VelValue *value,
         const char     *currency)
{
  g_autofree char *custom = NULL;

  if (currency != NULL && g_strcmp0 (currency, vel_record_get_text (self->record, "currency")) != 0)
    return FALSE;
  if (self->field != NULL)
    return vel_value_equal (value, get_value (self, self->name));
  custom = vel_record_dup_custom (self->record, self->name + strlen ("custom."));
  return g_strcmp0 (custom, value->text) == 0;
}

static void
saved_cb (VelFieldRow *self,
          const char  *typed)
{
  const VelEntity *entity = vel_record_get_entity (self->record);
  const gint64 id = vel_record_get_id (self->record);
  g_autoptr(VelChange) change = NULL;
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *currency = NULL;

  if (!parse (self, typed, &value, &currency, NULL))
    return;
  if (is_same (self, &value, currency))
    {
      vel_inline_text_reset (vel_edit_row_get_inline (VEL_EDIT_ROW (self)));
      return;
    }
  change = vel_card_change_new (self->record, self->name);
  vel_change_take_value (change, entity, id, self->name, &value);
  if (currency != NULL)
    vel_change_set_text (change, entity, id, "currency", currency);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
vel_field_row_dispose (GObject *object)
{
  VelFieldRow *self = VEL_FIELD_ROW (object);

  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_field_row_parent_class)->dispose (object);
}

static void
vel_field_row_finalize (GObject *object)
{
  VelFieldRow *self = VEL_FIELD_ROW (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (vel_field_row_parent_class)->finalize (object);
}

static void
vel_field_row_class_init (VelFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_field_row_dispose;
  object_class->finalize = vel_field_row_finalize;
}

static void
vel_field_row_init (VelFieldRow *self)
{
}

/**
 * vel_field_row_new:
 * @book: a book
 * @record: a customer or a deal of it
 * @name: a field of it, or "custom." and the name of a custom field
 *
 * Returns: (transfer full): a row that shows and edits it
 */
GtkWidget *
vel_field_row_new (VelBook    *book,
                   VelRecord  *record,
                   const char *name)
{
  VelFieldRow *self = g_object_new (VEL_TYPE_FIELD_ROW, NULL);
  const VelEntity *entity = vel_record_get_entity (record);
  VelInlineText *text;
  g_autofree char *property = g_strdelimit (g_strdup (name), "_", '-');
  g_autofree char *signal = NULL;

  self->book = g_object_ref (book);
  self->record = g_object_ref (record);
  self->name = g_strdup (name);
  self->field = vel_entity_find_field (entity, name);
  text = vel_edit_row_build (VEL_EDIT_ROW (self), self->field != NULL && self->field->type == VEL_FIELD_LONG_TEXT);
  vel_inline_text_set_hint (text, self->field != NULL ? vel_card_words_add (entity, name) : _("Nothing yet"));
  vel_inline_text_set_check (text, check_cb, self, NULL);
  if (self->field != NULL)
    vel_edit_row_set_marks (VEL_EDIT_ROW (self), get_praise (self->field));
  if (self->field != NULL && self->field->type == VEL_FIELD_TEXT &&
      (self->field->flags & (VEL_FIELD_SUGGESTED | VEL_FIELD_FILTER)) != 0)
    vel_suggestions_follow (vel_inline_text_get_suggest (text, TRUE), book, entity, name, NULL, NULL);
  signal = g_strconcat ("notify::", self->field != NULL ? property : "custom", NULL);
  g_signal_connect_object (record, signal, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  if (is_money (self))
    g_signal_connect_object (record, "notify::currency", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_field_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the field that it shows
 */
const char *
vel_field_row_get_name (VelFieldRow *self)
{
  g_return_val_if_fail (VEL_IS_FIELD_ROW (self), NULL);

  return self->name;
}

/**
 * vel_field_row_is_empty:
 * @self: a row
 *
 * Returns: whether there is nothing in it, neither in the book nor typed
 */
gboolean
vel_field_row_is_empty (VelFieldRow *self)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (VEL_IS_FIELD_ROW (self), TRUE);

  shown = format (self);
  return *shown == '\0' && !vel_inline_text_is_dirty (vel_edit_row_get_inline (VEL_EDIT_ROW (self)));
}
