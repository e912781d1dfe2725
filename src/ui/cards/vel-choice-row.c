/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-choice-row.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-doing.h"

/**
 * VelChoiceRow:
 *
 * A field of a record that is one of a few, as a row that offers them.
 */
struct _VelChoiceRow
{
  AdwComboRow     parent_instance;

  VelBook        *book;      /* (owned) */
  VelRecord      *record;    /* (owned) */
  const VelField *field;
  gboolean        showing;   /* while the book chooses and not the user */
};

G_DEFINE_FINAL_TYPE (VelChoiceRow, vel_choice_row, ADW_TYPE_COMBO_ROW)

static void
refresh (VelChoiceRow *self)
{
  const char *key = vel_record_get_text (self->record, self->field->name);

  self->showing = TRUE;
  for (guint i = 0; self->field->choices[i].key != NULL; i++)
    if (g_strcmp0 (self->field->choices[i].key, key) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
  self->showing = FALSE;
}

static void
selected_cb (VelChoiceRow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr(VelChange) change = NULL;

  if (self->showing || selected == GTK_INVALID_LIST_POSITION ||
      g_strcmp0 (self->field->choices[selected].key, vel_record_get_text (self->record, self->field->name)) == 0)
    return;
  change = vel_card_change_new (self->record, self->field->name);
  vel_change_set_text (change, vel_record_get_entity (self->record), vel_record_get_id (self->record),
                       self->field->name, self->field->choices[selected].key);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
vel_choice_row_dispose (GObject *object)
{
  VelChoiceRow *self = VEL_CHOICE_ROW (object);

  /* To be cleared chooses nothing. */
  self->showing = TRUE;
  g_clear_object (&self->record);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_choice_row_parent_class)->dispose (object);
}

static void
vel_choice_row_class_init (VelChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_choice_row_dispose;
}

static void
vel_choice_row_init (VelChoiceRow *self)
{
}

/**
 * vel_choice_row_new:
 * @book: a book
 * @record: a record of it
 * @field: a field of it that is one of a few
 *
 * Returns: (transfer floating): a row that shows and changes it
 */
GtkWidget *
vel_choice_row_new (VelBook    *book,
                    VelRecord  *record,
                    const char *field)
{
  VelChoiceRow *self = g_object_new (VEL_TYPE_CHOICE_ROW, NULL);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *property = g_strdelimit (g_strconcat ("notify::", field, NULL), "_", '-');

  self->book = g_object_ref (book);
  self->record = g_object_ref (record);
  self->field = vel_entity_find_field (vel_record_get_entity (record), field);
  for (guint i = 0; self->field->choices[i].key != NULL; i++)
    gtk_string_list_append (labels, _(self->field->choices[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), vel_field_get_label (self->field));
  self->showing = TRUE;
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (labels));
  g_signal_connect_object (record, property, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  refresh (self);
  return GTK_WIDGET (self);
}
