/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bulk-edit.h"

#include <glib/gi18n.h>

#include "vel-bulk.h"
#include "vel-doing.h"
#include "vel-item.h"
#include "vel-linked-records.h"
#include "vel-number.h"
#include "vel-suggestions.h"

/**
 * VelBulkEdit:
 *
 * Sets one field of many records to one value. Words are added to what is
 * there; everything else takes its place, and nothing typed empties the field.
 * What cannot be saved stays as it was typed.
 */
struct _VelBulkEdit
{
  AdwWindow            parent_instance;

  VelBook             *book;     /* (owned) */
  const VelEntity *entity;
  GArray              *ids;      /* (owned) (element-type gint64) */
  VelSuggest          *suggest;  /* (nullable): of the field that is chosen */

  AdwPreferencesGroup *group;
  AdwComboRow         *field_row;
  AdwComboRow         *choice_row;
  GtkWidget           *text_row;
  GtkWidget           *apply;
};

G_DEFINE_FINAL_TYPE (VelBulkEdit, vel_bulk_edit, ADW_TYPE_WINDOW)

static const VelField *
get_field (VelBulkEdit *self)
{
  VelListedField *field = adw_combo_row_get_selected_item (self->field_row);

  return field != NULL ? vel_listed_field_get_field (field) : NULL;
}

static char *
dup_text (VelBulkEdit *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text_row))));
}

/* Whether the new value is one of a few. */
static gboolean
is_chosen (const VelField *field)
{
  return field->type == VEL_FIELD_CHOICE || field->type == VEL_FIELD_LINK;
}

/* What a link leads to has to be read first, and words have to be given. */
static gboolean
can_apply (VelBulkEdit    *self,
           const VelField *field,
           const char     *text)
{
  if (is_chosen (field))
    return adw_combo_row_get_selected_item (self->choice_row) != NULL;
  return field->type != VEL_FIELD_WORDS || *text != '\0';
}

/* Says what will be done, so that nobody empties a field by mistake. */
static void
show_consequence (VelBulkEdit *self)
{
  const VelField *field = get_field (self);
  g_autofree char *text = dup_text (self);
  g_autofree char *number = vel_number_format (self->ids->len);
  g_autofree char *said = NULL;
  const gboolean is_words = field != NULL && field->type == VEL_FIELD_WORDS;

  if (field == NULL)
    return;
  if (is_words)
    said = g_strdup_printf (ngettext ("Is added to %s of them. Commas separate several.",
                                      "Is added to all %s. Commas separate several.", self->ids->len), number);
  else if (!is_chosen (field) && *text == '\0')
    said = g_strdup_printf (ngettext ("The field of %s of them is emptied.",
                                      "The field of all %s is emptied.", self->ids->len), number);
  else
    said = g_strdup_printf (ngettext ("Is set for %s of them.", "Is set for all %s.", self->ids->len), number);
  adw_preferences_group_set_description (self->group, said);
  gtk_widget_set_sensitive (self->apply, can_apply (self, field, text));
}

static void
show_choices (VelBulkEdit    *self,
              const VelField *field)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  if (field->type == VEL_FIELD_LINK)
    {
      g_autoptr(GListModel) linked = vel_linked_records_new (self->book, vel_entity_find (field->target));

      adw_combo_row_set_model (self->choice_row, linked);
      return;
    }

  for (const VelChoice *choice = field->choices; choice->key != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (labels));
}

static void
remove_suggest (VelBulkEdit *self)
{
  if (self->suggest != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->suggest));
  self->suggest = NULL;
}

static void
field_changed_cb (VelBulkEdit *self)
{
  const VelField *field = get_field (self);
  const gboolean is_choice = field != NULL && is_chosen (field);

  /* The row tells of its first choice while it is being filled. */
  if (field == NULL || self->ids == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), is_choice);
  gtk_widget_set_visible (self->text_row, !is_choice);
  remove_suggest (self);
  if (is_choice)
    {
      show_choices (self, field);
    }
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text_row), "");
      self->suggest = vel_suggest_new (self->text_row, GTK_EDITABLE (self->text_row), TRUE);
      vel_suggestions_follow (self->suggest, self->book, self->entity, field->name, NULL, NULL);
    }
  show_consequence (self);
}

static void
text_changed_cb (VelBulkEdit *self)
{
  if (self->ids == NULL)
    return;
  gtk_widget_remove_css_class (self->text_row, "error");
  show_consequence (self);
}

static void
committed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  VelBulkEdit *self = VEL_BULK_EDIT (object);
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (self), result, NULL);

  gtk_widget_set_sensitive (self->apply, TRUE);
  if (commit != NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static VelChange *
make_change (VelBulkEdit  *self,
             GError      **error)
{
  const VelField *field = get_field (self);
  g_autofree char *text = dup_text (self);
  g_auto(VelValue) value = VEL_VALUE_INIT;

  if (field->type == VEL_FIELD_CHOICE)
    {
      vel_value_set_text (&value, field->choices[adw_combo_row_get_selected (self->choice_row)].key);
      return vel_bulk_set (self->book, self->entity, self->ids, field->name, &value);
    }
  if (field->type == VEL_FIELD_LINK)
    {
      vel_value_set_integer (&value, vel_row_get_id (adw_combo_row_get_selected_item (self->choice_row)));
      return vel_bulk_set (self->book, self->entity, self->ids, field->name, &value);
    }
  if (!vel_field_parse (field, text, &value, error))
    return NULL;
  if (field->type == VEL_FIELD_WORDS)
    {
      g_auto(GStrv) words = vel_words_parse (value.kind == VEL_VALUE_TEXT ? value.text : NULL);

      return vel_bulk_add_words (self->book, self->entity, self->ids, field->name, (const char * const *) words);
    }
  return vel_bulk_set (self->book, self->entity, self->ids, field->name, &value);
}

static void
apply_cb (VelBulkEdit *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelChange) change = make_change (self, &error);

  if (change == NULL)
    {
      gtk_widget_add_css_class (self->text_row, "error");
      adw_preferences_group_set_description (self->group, error->message);
      return;
    }
  gtk_widget_set_sensitive (self->apply, FALSE);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, TRUE, committed_cb, NULL);
}

static void
vel_bulk_edit_dispose (GObject *object)
{
  VelBulkEdit *self = VEL_BULK_EDIT (object);

  remove_suggest (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_BULK_EDIT);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_bulk_edit_parent_class)->dispose (object);
}

static void
vel_bulk_edit_finalize (GObject *object)
{
  g_clear_pointer (&VEL_BULK_EDIT (object)->ids, g_array_unref);

  G_OBJECT_CLASS (vel_bulk_edit_parent_class)->finalize (object);
}

static void
vel_bulk_edit_class_init (VelBulkEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_bulk_edit_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_bulk_edit_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/lists/vel-bulk-edit.ui");
  gtk_widget_class_bind_template_child (widget_class, VelBulkEdit, group);
  gtk_widget_class_bind_template_child (widget_class, VelBulkEdit, field_row);
  gtk_widget_class_bind_template_child (widget_class, VelBulkEdit, choice_row);
  gtk_widget_class_bind_template_child (widget_class, VelBulkEdit, text_row);
  gtk_widget_class_bind_template_child (widget_class, VelBulkEdit, apply);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
vel_bulk_edit_init (VelBulkEdit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_bulk_edit_present:
 * @parent: a widget in the window that it stands before
 * @book: a book
 * @fields: the fields of its records
 * @ids: (element-type gint64): the records to edit
 *
 * Lets the user set a field of many records.
 *
 * Returns: (transfer none): the dialog
 */
VelBulkEdit *
vel_bulk_edit_present (GtkWidget         *parent,
                       VelBook           *book,
                       VelEntityFields *fields,
                       GArray            *ids)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  VelBulkEdit *self = g_object_new (VEL_TYPE_BULK_EDIT,
                                    "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_autoptr(GListModel) model = vel_entity_fields_dup (fields, VEL_FIELD_BULK);
  g_autoptr(GtkExpression) label = gtk_property_expression_new (VEL_TYPE_LISTED_FIELD, NULL, "label");
  g_autoptr(GtkExpression) choice = vel_linked_records_new_expression ();

  self->book = g_object_ref (book);
  self->entity = vel_entity_fields_get_entity (fields);
  self->ids = g_array_ref (ids);
  adw_combo_row_set_expression (self->field_row, label);
  adw_combo_row_set_model (self->field_row, model);
  adw_combo_row_set_expression (self->choice_row, choice);
  g_signal_connect_object (self->choice_row, "notify::selected-item", G_CALLBACK (show_consequence),
                           self, G_CONNECT_SWAPPED);
  vel_bulk_edit_choose (self, "status", NULL);
  field_changed_cb (self);
  /* Not the button that ends it all. */
  gtk_widget_grab_focus (GTK_WIDGET (self->field_row));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * vel_bulk_edit_choose:
 * @self: a dialog
 * @field: the name of a field
 * @text: (nullable): its new value: the key of a choice, or text
 *
 * Fills in what the user may still alter.
 */
void
vel_bulk_edit_choose (VelBulkEdit *self,
                      const char  *field,
                      const char  *text)
{
  GListModel *model;

  g_return_if_fail (VEL_IS_BULK_EDIT (self));

  model = adw_combo_row_get_model (self->field_row);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(VelListedField) item = g_list_model_get_item (model, i);

      if (g_str_equal (vel_listed_field_get_name (item), field))
        adw_combo_row_set_selected (self->field_row, i);
    }
  if (text == NULL)
    return;
  if (gtk_widget_get_visible (self->text_row))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text_row), text);
      return;
    }
  for (guint i = 0; get_field (self)->choices[i].key != NULL; i++)
    if (g_str_equal (get_field (self)->choices[i].key, text))
      adw_combo_row_set_selected (self->choice_row, i);
}
