/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-column-row.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-import-target-popover.h"
#include "vel-import-target.h"
#include "vel-text.h"

/**
 * VelImportColumnRow:
 *
 * One column of a table that is imported: its name, what stands in it, and a
 * button with the field it goes to, which opens a list of all fields.
 */
struct _VelImportColumnRow
{
  GtkListBoxRow   parent_instance;

  VelImport      *import;      /* (owned) */
  guint           column;
  GStrv           own_fields;  /* (owned): the fields that the user has added to the book */
  gboolean        is_settled;  /* the user has just chosen, and pressed no key since */

  GtkLabel       *name;
  GtkLabel       *example;
  GtkMenuButton  *button;
  GtkLabel       *target;
  GtkLabel       *note;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelImportColumnRow, vel_import_column_row, GTK_TYPE_LIST_BOX_ROW)

static char *
explain (VelImportColumnRow *self,
         gboolean           *is_warning)
{
  const VelColumnMatch *match = vel_import_get_match (self->import, self->column);
  char *conflict = vel_import_target_conflict (self->import, self->column);

  *is_warning = conflict != NULL;
  if (conflict != NULL)
    return conflict;
  switch (match->reason)
    {
    case VEL_MATCH_SAME:
      return g_strdup (_("Another column has the same cells."));

    case VEL_MATCH_EMPTY:
      return g_strdup (_("All its cells are empty."));

    case VEL_MATCH_BY_VALUES:
      return g_strdup (_("Found by what stands in it, not by its name."));

    case VEL_MATCH_GIVEN:
    case VEL_MATCH_BY_NAME:
    case VEL_MATCH_CUSTOM:
    default:
      return NULL;
    }
}

static void
chosen_cb (VelImportColumnRow *self,
           const char         *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(VelColumnMatch) match = vel_column_match_parse (&vel_customer_entity, text, &error);

  if (match == NULL)
    {
      /* Such as a name that no field can have. */
      gtk_label_set_label (self->note, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "warning");
      gtk_widget_show (GTK_WIDGET (self->note));
      return;
    }
  vel_import_set_match (self->import, self->column, match);
  self->is_settled = TRUE;
  g_signal_emit (self, signals[CHANGED], 0, self->column);
}

/* Who has chosen goes on with Enter, as from anywhere else in the window; the
 * list comes again with Space, and after any other key. */
static gboolean
key_pressed_cb (VelImportColumnRow *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  const gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
  const gboolean is_plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;
  const gboolean was_settled = self->is_settled;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *next = GTK_IS_WINDOW (root) ? gtk_window_get_default_widget (GTK_WINDOW (root)) : NULL;

  self->is_settled = FALSE;
  /* Not through the window, which would rather press a button that has the focus. */
  return was_settled && is_enter && is_plain && next != NULL && gtk_widget_activate (next);
}

/* What can be chosen depends on where the other columns go, so it is made when it is asked for. */
static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  VelImportColumnRow *self = user_data;
  GPtrArray *targets = vel_import_targets_list (self->import, self->column, (const char * const *) self->own_fields);
  GtkWidget *popover = vel_import_target_popover_new (targets, vel_import_get_match (self->import, self->column));

  self->is_settled = FALSE;
  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static void
vel_import_column_row_dispose (GObject *object)
{
  VelImportColumnRow *self = VEL_IMPORT_COLUMN_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_IMPORT_COLUMN_ROW);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (vel_import_column_row_parent_class)->dispose (object);
}

static void
vel_import_column_row_finalize (GObject *object)
{
  g_clear_pointer (&VEL_IMPORT_COLUMN_ROW (object)->own_fields, g_strfreev);

  G_OBJECT_CLASS (vel_import_column_row_parent_class)->finalize (object);
}

static void
vel_import_column_row_class_init (VelImportColumnRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_import_column_row_dispose;
  object_class->finalize = vel_import_column_row_finalize;

  /**
   * VelImportColumnRow::changed:
   * @self: a row
   * @column: its column
   *
   * The user has sent the column elsewhere.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_IMPORT_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/import/vel-import-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VelImportColumnRow, name);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumnRow, example);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumnRow, button);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumnRow, target);
  gtk_widget_class_bind_template_child (widget_class, VelImportColumnRow, note);
}

static void
vel_import_column_row_init (VelImportColumnRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->button), keys);
  gtk_menu_button_set_create_popup_func (self->button, create_popup, self, NULL);
  /* The button keeps what is in it in its middle; here the names stand in line. */
  for (GtkWidget *widget = GTK_WIDGET (self->target); widget != GTK_WIDGET (self->button);
       widget = gtk_widget_get_parent (widget))
    {
      gtk_widget_set_halign (widget, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (widget, TRUE);
    }
}

/**
 * vel_import_column_row_new:
 * @import: an import
 * @column: one of its columns
 * @own_fields: (array zero-terminated=1): the fields that the user has added to the book; copied
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
vel_import_column_row_new (VelImport          *import,
                           guint               column,
                           const char * const *own_fields)
{
  VelImportColumnRow *self = g_object_new (VEL_TYPE_IMPORT_COLUMN_ROW, NULL);
  const char *name = vel_import_get_columns (import)[column];
  g_autofree char *examples = g_strjoinv (" · ", (GStrv) vel_import_get_examples (import, column));
  g_autofree char *line = vel_text_clean_line (examples);

  self->import = g_object_ref (import);
  self->column = column;
  self->own_fields = g_strdupv ((GStrv) own_fields);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->example, line);
  vel_import_column_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * vel_import_column_row_update:
 * @self: a row
 *
 * Shows where the column goes now, and what is to be said about that.
 */
void
vel_import_column_row_update (VelImportColumnRow *self)
{
  const VelColumnMatch *match;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  g_autofree char *note = NULL;
  gboolean is_warning;

  g_return_if_fail (VEL_IS_IMPORT_COLUMN_ROW (self));

  match = vel_import_get_match (self->import, self->column);
  text = vel_import_target_say (vel_import_get_entity (self->import), match);
  gtk_label_set_label (self->target, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  if (*match->field == '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self->target), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->target), "dim-label");

  note = explain (self, &is_warning);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->note), is_warning ? "dim-label" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), is_warning ? "warning" : "dim-label");

  /* Translators: read by screen readers: the name of a column, and the field it goes to. */
  label = g_strdup_printf (_("Column “%1$s” goes to: %2$s"), gtk_label_get_text (self->name), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->name), -1);
}
