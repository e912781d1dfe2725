/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-field-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-suggestions.h"

/**
 * VelFieldRow:
 *
 * One field of a customer as a row of the card. How it is read, checked and
 * written comes from the table of fields; a field that the user has added is
 * named "custom." and its name.
 */
struct _VelFieldRow
{
  VelEditRow      parent_instance;

  VelBook        *book;      /* (owned) */
  VelRecord      *customer;  /* (owned) */
  char           *name;      /* (owned) */
  const VelField *field;     /* (nullable): of a custom field there is none */
};

G_DEFINE_FINAL_TYPE (VelFieldRow, vel_field_row, VEL_TYPE_EDIT_ROW)

static void
refresh (VelFieldRow *self)
{
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (self));
  g_autofree char *shown = vel_record_format (self->customer, self->name);
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

static VelVerdict
check_cb (const char *text,
          char      **sentence,
          gpointer    user_data)
{
  return vel_field_row_judge (VEL_FIELD_ROW (user_data)->field, text, sentence);
}

static gboolean
parse (VelFieldRow *self,
       const char  *typed,
       VelValue    *value)
{
  g_autofree char *plain = NULL;

  if (self->field != NULL)
    return vel_field_parse (self->field, typed, value, NULL);
  plain = g_strstrip (g_strdup (typed));
  if (*plain != '\0')
    vel_value_set_text (value, plain);
  return TRUE;
}

static gboolean
is_same (VelFieldRow    *self,
         const VelValue *value)
{
  g_autofree char *custom = NULL;

  if (self->field != NULL)
    return vel_value_equal (value, vel_record_get_value (self->customer,
                                                         vel_entity_field_index (&vel_customer_entity, self->name)));
  custom = vel_record_dup_custom (self->customer, self->name + strlen ("custom."));
  return g_strcmp0 (custom, value->text) == 0;
}

static void
saved_cb (VelFieldRow *self,
          const char  *typed)
{
  g_autoptr(VelChange) change = NULL;
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (!parse (self, typed, &value))
    return;
  if (is_same (self, &value))
    {
      vel_inline_text_reset (vel_edit_row_get_inline (VEL_EDIT_ROW (self)));
      return;
    }
  change = vel_card_change_new (self->customer, self->name);
  vel_change_take_value (change, &vel_customer_entity, vel_record_get_id (self->customer), self->name, &value);
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

  g_clear_object (&self->customer);
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
 * @customer: a customer of it
 * @name: a field of it, or "custom." and the name of a custom field
 *
 * Returns: (transfer full): a row that shows and edits it
 */
GtkWidget *
vel_field_row_new (VelBook    *book,
                   VelRecord  *customer,
                   const char *name)
{
  VelFieldRow *self = g_object_new (VEL_TYPE_FIELD_ROW, NULL);
  VelInlineText *text;
  g_autofree char *property = g_strdelimit (g_strdup (name), "_", '-');
  g_autofree char *signal = NULL;

  self->book = g_object_ref (book);
  self->customer = g_object_ref (customer);
  self->name = g_strdup (name);
  self->field = vel_entity_find_field (&vel_customer_entity, name);
  text = vel_edit_row_build (VEL_EDIT_ROW (self), self->field != NULL && self->field->type == VEL_FIELD_LONG_TEXT);
  vel_inline_text_set_hint (text, self->field != NULL ? vel_card_words_add (name) : _("Nothing yet"));
  vel_inline_text_set_check (text, check_cb, self, NULL);
  if (self->field != NULL)
    vel_edit_row_set_marks (VEL_EDIT_ROW (self), get_praise (self->field));
  if (self->field != NULL && (self->field->flags & (VEL_FIELD_SUGGESTED | VEL_FIELD_FILTER)) != 0)
    vel_suggestions_follow (vel_inline_text_get_suggest (text, TRUE), book, &vel_customer_entity, name, NULL, NULL);
  signal = g_strconcat ("notify::", self->field != NULL ? property : "custom", NULL);
  g_signal_connect_object (customer, signal, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
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

  shown = vel_record_format (self->customer, self->name);
  return *shown == '\0' && !vel_inline_text_is_dirty (vel_edit_row_get_inline (VEL_EDIT_ROW (self)));
}
