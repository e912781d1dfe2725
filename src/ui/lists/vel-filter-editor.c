/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-filter-editor.h"

#include <glib/gi18n.h>

#include "vel-value-list.h"

/**
 * VelFilterEditor:
 *
 * Where a filter for one field is chosen: choices and the values that the
 * book holds by ticking them, an instant by how many days ago it was, a field
 * that the user has added by what stands in it. What is chosen holds at once.
 */
struct _VelFilterEditor
{
  GtkPopover       parent_instance;

  VelBook         *book;         /* (owned) */
  const VelEntity *entity;
  VelListedField  *field;        /* (owned) */
  GCancellable    *cancellable;  /* (owned): of the values that are being read */
  gboolean         filling;

  GtkBox          *box;
  VelValueList    *values;       /* (nullable) */
  GtkWidget       *text;         /* (nullable): an entry */
  GtkCheckButton  *before;       /* (nullable): longer ago than some days */
  GtkCheckButton  *within;       /* (nullable): in the last days */
  GtkCheckButton  *never;        /* (nullable) */
  GtkCheckButton  *gone;
  GtkCheckButton  *due;
  GtkSpinButton   *due_days;
  GtkSpinButton   *before_days;  /* (nullable) */
  GtkSpinButton   *within_days;  /* (nullable) */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Where a user begins to choose. */
#define USUAL_SILENCE 90
#define TODAY "today"

#define USUAL_WITHIN  30

G_DEFINE_FINAL_TYPE (VelFilterEditor, vel_filter_editor, GTK_TYPE_POPOVER)

static void
tell_changed (VelFilterEditor *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
values_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(VelFilterEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) values = vel_book_values_finish (VEL_BOOK (object), result, &error);

  /* The list of customers tells when the book cannot be read. */
  if (values == NULL || self->values == NULL)
    return;
  for (guint i = 0; values[i] != NULL; i++)
    vel_value_list_offer (self->values, values[i], values[i]);
  vel_value_list_show (self->values);
}

static void
add_values (VelFilterEditor *self)
{
  const VelField *field = vel_listed_field_get_field (self->field);
  const gboolean is_choice = field->type == VEL_FIELD_CHOICE;

  self->values = VEL_VALUE_LIST (vel_value_list_new (!is_choice, FALSE));
  g_signal_connect_object (self->values, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->values));
  if (is_choice)
    {
      for (const VelChoice *choice = field->choices; choice->key != NULL; choice++)
        vel_value_list_offer (self->values, choice->key, _(choice->label));
    }
  else
    {
      /* Translators: of customers, those who have nothing in a field */
      vel_value_list_offer (self->values, "", _("(nothing given)"));
      vel_book_values_async (self->book, self->entity, field->name, self->cancellable, values_read_cb,
                             g_object_ref (self));
    }
  vel_value_list_show (self->values);
}

static GtkCheckButton *
add_days (VelFilterEditor  *self,
          const char       *label,
          int               days,
          GtkSpinButton   **spin)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_check_button_new_with_label (label);
  GtkWidget *number = gtk_spin_button_new_with_range (1, 3650, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (number), days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days"), -1);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), gtk_label_new (_("days")));
  g_object_bind_property (button, "active", number, "sensitive", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (number, "value-changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, line);
  *spin = GTK_SPIN_BUTTON (number);
  return GTK_CHECK_BUTTON (button);
}

static void
add_time (VelFilterEditor *self)
{
  /* Translators: a filter by time, followed by a number of days */
  self->before = add_days (self, _("Not in the last"), USUAL_SILENCE, &self->before_days);
  /* Translators: a filter by time, followed by a number of days */
  self->within = add_days (self, _("In the last"), USUAL_WITHIN, &self->within_days);
  self->never = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Never")));
  gtk_check_button_set_group (self->within, self->before);
  gtk_check_button_set_group (self->never, self->before);
  g_signal_connect_object (self->never, "toggled", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->never));
}

/* Days that have gone by, that are near, or that nobody has named. */
static void
add_day (VelFilterEditor *self)
{
  /* Translators: a filter by day, as in "Expected close: gone by" */
  self->gone = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Gone by")));
  /* Translators: a filter by day, followed by a number of days */
  self->due = add_days (self, _("In the next"), USUAL_WITHIN, &self->due_days);
  self->never = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("(nothing given)")));
  gtk_check_button_set_group (self->gone, self->due);
  gtk_check_button_set_group (self->never, self->due);
  g_signal_connect_object (self->gone, "toggled", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->never, "toggled", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->box, GTK_WIDGET (self->gone));
  gtk_box_append (self->box, GTK_WIDGET (self->never));
}

static void
add_text (VelFilterEditor *self)
{
  self->text = gtk_entry_new ();
  /* Translators: an entry for what a field that the user has added is to contain */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), _("Contains…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contains…"), -1);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->text);
}

static int
get_days (const VelFilter *filter)
{
  return filter->values != NULL && filter->values[0] != NULL
           ? CLAMP (g_ascii_strtoll (filter->values[0], NULL, 10), 1, 3650) : 1;
}

static void
show_filter (VelFilterEditor *self,
             const VelFilter *filter)
{
  static const char * const nothing[] = { "", NULL };

  self->filling = TRUE;
  if (self->values != NULL)
    {
      vel_value_list_set_selected (self->values, filter->op == VEL_FILTER_EMPTY
                                                   ? nothing : (const char * const *) filter->values);
    }
  else if (self->text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), filter->values[0]);
    }
  else if (filter->op == VEL_FILTER_EMPTY)
    {
      gtk_check_button_set_active (self->never, TRUE);
    }
  else if (self->due != NULL)
    {
      gtk_check_button_set_active (filter->op == VEL_FILTER_DUE ? self->due : self->gone, TRUE);
      if (filter->op == VEL_FILTER_DUE)
        gtk_spin_button_set_value (self->due_days, get_days (filter));
    }
  else
    {
      const gboolean is_before = filter->op == VEL_FILTER_SILENT;

      gtk_check_button_set_active (is_before ? self->before : self->within, TRUE);
      gtk_spin_button_set_value (is_before ? self->before_days : self->within_days, get_days (filter));
    }
  self->filling = FALSE;
}

static void
vel_filter_editor_dispose (GObject *object)
{
  VelFilterEditor *self = VEL_FILTER_EDITOR (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->values = NULL;
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  g_clear_object (&self->field);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_filter_editor_parent_class)->dispose (object);
}

static void
vel_filter_editor_class_init (VelFilterEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_filter_editor_dispose;

  /**
   * VelFilterEditor::changed:
   * @self: an editor
   *
   * The user has chosen otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_FILTER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
vel_filter_editor_init (VelFilterEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->cancellable = g_cancellable_new ();
  self->box = GTK_BOX (box);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * vel_filter_editor_new:
 * @book: a book
 * @entity: what is filtered
 * @field: the field to filter by
 * @filter: (nullable): what is chosen, if vel_filter_editor_can_edit() it
 *
 * Returns: (transfer floating): a popover to choose a filter
 */
GtkWidget *
vel_filter_editor_new (VelBook         *book,
                       const VelEntity *entity,
                       VelListedField  *field,
                       const VelFilter *filter)
{
  VelFilterEditor *self = g_object_new (VEL_TYPE_FILTER_EDITOR, NULL);
  const VelField *what = vel_listed_field_get_field (field);
  GtkWidget *title = gtk_label_new (vel_listed_field_get_label (field));

  self->book = g_object_ref (book);
  self->entity = entity;
  self->field = g_object_ref (field);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (self->box, title);
  if (what == NULL)
    add_text (self);
  else if (what->type == VEL_FIELD_DATE_TIME)
    add_time (self);
  else if (what->type == VEL_FIELD_DATE)
    add_day (self);
  else
    add_values (self);
  if (filter != NULL)
    show_filter (self, filter);
  else if (self->before != NULL)
    gtk_check_button_set_active (self->before, TRUE);
  else if (self->due != NULL)
    gtk_check_button_set_active (self->due, TRUE);
  return GTK_WIDGET (self);
}

static gboolean
is_gone_by (const VelFilter *filter)
{
  return filter->op == VEL_FILTER_BEFORE && filter->values != NULL && g_strcmp0 (filter->values[0], TODAY) == 0;
}

/**
 * vel_filter_editor_can_edit:
 * @entity: what is filtered
 * @field: the field to filter by
 * @filter: a filter
 *
 * Returns: whether @filter is one that an editor for @field could have made
 */
gboolean
vel_filter_editor_can_edit (const VelEntity *entity,
                            VelListedField  *field,
                            const VelFilter *filter)
{
  const VelField *what = vel_listed_field_get_field (field);

  if (g_strcmp0 (filter->field, vel_listed_field_get_name (field)) != 0)
    return FALSE;
  if (what == NULL)
    return filter->op == VEL_FILTER_CONTAINS && filter->values != NULL && g_strv_length (filter->values) == 1;
  if (what->type == VEL_FIELD_DATE_TIME)
    return filter->op == VEL_FILTER_SILENT || filter->op == VEL_FILTER_WITHIN || filter->op == VEL_FILTER_EMPTY;
  if (what->type == VEL_FIELD_DATE)
    return filter->op == VEL_FILTER_DUE || filter->op == VEL_FILTER_EMPTY || is_gone_by (filter);
  return filter->op == VEL_FILTER_EMPTY || (filter->op == VEL_FILTER_IS && filter->values != NULL);
}

static VelFilter *
dup_days (VelFilterEditor *self,
          VelFilterOp      op,
          GtkSpinButton   *days)
{
  g_autofree char *text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (days));
  const char * const values[] = { text, NULL };

  return vel_filter_new (op, vel_listed_field_get_name (self->field), values);
}

/**
 * vel_filter_editor_dup_filter:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what is chosen; %NULL while nothing is
 */
VelFilter *
vel_filter_editor_dup_filter (VelFilterEditor *self)
{
  const char * const today[] = { TODAY, NULL };
  const char *field;

  g_return_val_if_fail (VEL_IS_FILTER_EDITOR (self), NULL);

  field = vel_listed_field_get_name (self->field);
  if (self->values != NULL)
    {
      g_auto(GStrv) values = vel_value_list_dup_selected (self->values);

      return values[0] != NULL ? vel_filter_new (VEL_FILTER_IS, field, (const char * const *) values) : NULL;
    }
  if (self->text != NULL)
    {
      const char * const values[] = { gtk_editable_get_text (GTK_EDITABLE (self->text)), NULL };

      return *values[0] != '\0' ? vel_filter_new (VEL_FILTER_CONTAINS, field, values) : NULL;
    }
  if (self->due != NULL && gtk_check_button_get_active (self->due))
    return dup_days (self, VEL_FILTER_DUE, self->due_days);
  if (self->gone != NULL && gtk_check_button_get_active (self->gone))
    return vel_filter_new (VEL_FILTER_BEFORE, field, today);
  if (gtk_check_button_get_active (self->never))
    return vel_filter_new (VEL_FILTER_EMPTY, field, NULL);
  if (self->before == NULL)
    return NULL;
  if (gtk_check_button_get_active (self->before))
    return dup_days (self, VEL_FILTER_SILENT, self->before_days);
  if (gtk_check_button_get_active (self->within))
    return dup_days (self, VEL_FILTER_WITHIN, self->within_days);
  return NULL;
}
