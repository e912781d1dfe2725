/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-editing.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-edit-row.h"
#include "vel-text.h"

/* How a field of a stage, a pipeline, a reason or a rate is read, checked and
 * written where it stands: each save is one change, with a way back. */

/**
 * vel_editing_row_new:
 * @title: what is edited
 * @hint: what stands there while there is nothing
 * @check: what is to be said of what is typed
 * @user_data: for @check; lives as long as the row
 *
 * Returns: (transfer floating): a #VelEditRow
 */
GtkWidget *
vel_editing_row_new (const char     *title,
                     const char     *hint,
                     VelInlineCheck  check,
                     gpointer        user_data)
{
  GtkWidget *row = g_object_new (VEL_TYPE_EDIT_ROW, NULL);
  VelInlineText *text = vel_edit_row_build (VEL_EDIT_ROW (row), FALSE);

  vel_inline_text_set_title (text, title, TRUE);
  vel_inline_text_set_hint (text, hint);
  vel_inline_text_set_check (text, check, user_data, NULL);
  return row;
}

/* Whether the record could hold @value beside all else that it holds. */
static gboolean
fits (VelRecord       *record,
      guint            field,
      const VelValue  *value,
      GError         **error)
{
  const VelEntity *entity = vel_record_get_entity (record);
  g_autofree VelValue *values = NULL;

  if (entity->check == NULL)
    return TRUE;
  /* The texts stay the record's. */
  values = g_new0 (VelValue, entity->n_fields);
  for (guint i = 0; i < entity->n_fields; i++)
    values[i] = *vel_record_get_value (record, i);
  values[field] = *value;
  return entity->check (values, error);
}

/**
 * vel_editing_read:
 * @record: a record
 * @field: a field of it
 * @text: what was typed
 * @value: (out): what it means
 * @error: (out): why it means nothing, a sentence
 *
 * Returns: whether the field of @record can hold it
 */
gboolean
vel_editing_read (VelRecord   *record,
                  const char  *field,
                  const char  *text,
                  VelValue    *value,
                  GError     **error)
{
  const VelEntity *entity = vel_record_get_entity (record);
  const VelField *found = vel_entity_find_field (entity, field);
  g_autofree char *clean = vel_text_clean_line (text);

  /* "25 %" and "%25" are 25. */
  if (found->type == VEL_FIELD_INTEGER)
    g_strstrip (g_strdelimit (clean, "%", ' '));
  if (!vel_field_parse (found, clean, value, error))
    return FALSE;
  if (value->kind == VEL_VALUE_NULL && (found->flags & VEL_FIELD_REQUIRED) != 0)
    return vel_text_fail (error, _("This cannot be left empty."));
  return fits (record, vel_entity_field_index (entity, field), value, error);
}

/**
 * vel_editing_judge:
 * @record: a record
 * @field: a field of it
 * @text: what somebody types
 * @sentence: (out) (transfer full) (nullable): why it is wrong
 *
 * Returns: what is to be said of @text
 */
VelVerdict
vel_editing_judge (VelRecord   *record,
                   const char  *field,
                   const char  *text,
                   char       **sentence)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  *sentence = NULL;
  if (vel_editing_read (record, field, text, &value, &error))
    return VEL_VERDICT_NONE;
  *sentence = g_strdup (error->message);
  return VEL_VERDICT_WRONG;
}

/**
 * vel_editing_save:
 * @text: where it was typed
 * @book: a book
 * @record: a record of it
 * @field: a field of the record
 * @typed: what was typed, judged already
 * @label: what is done, in English: "%s" is the name of the record, a second what was typed
 *
 * Writes what was typed, with a way back; where it is there already, nothing.
 */
void
vel_editing_save (VelInlineText *text,
                  VelBook       *book,
                  VelRecord     *record,
                  const char    *field,
                  const char    *typed,
                  const char    *label)
{
  const VelEntity *entity = vel_record_get_entity (record);
  const char *name = vel_record_get_text (record, entity->name_field);
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *said = vel_text_clean_line (typed);
  g_autoptr(VelChange) change = NULL;

  if (!vel_editing_read (record, field, typed, &value, NULL) ||
      vel_value_equal (&value, vel_record_get_value (record, vel_entity_field_index (entity, field))))
    {
      vel_inline_text_reset (text);
      return;
    }
  change = vel_change_new (label, name, said, NULL);
  vel_change_take_value (change, entity, vel_record_get_id (record), field, &value);
  vel_doing_commit (GTK_WIDGET (text), book, change, TRUE);
}

/**
 * vel_editing_archive:
 * @widget: the widget that asks
 * @book: a book
 * @record: a pipeline or a lost reason
 * @archived: whether it goes into the archive or out of it
 */
void
vel_editing_archive (GtkWidget *widget,
                     VelBook   *book,
                     VelRecord *record,
                     gboolean   archived)
{
  const VelEntity *entity = vel_record_get_entity (record);
  g_autoptr(VelChange) change = vel_change_new (archived ? N_("Archive %s") : N_("Take %s out of the archive"),
                                                vel_record_get_text (record, entity->name_field), NULL);

  vel_change_set_integer (change, entity, vel_record_get_id (record), "archived", archived);
  vel_doing_commit (widget, book, change, TRUE);
}
