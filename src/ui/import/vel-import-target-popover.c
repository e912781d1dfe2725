/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-target-popover.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-import-target.h"
#include "vel-text.h"

/**
 * VelImportTargetPopover:
 *
 * Lets the user choose where a column goes: from a list with headings, by
 * typing a part of a name, or into a new field that is called as they typed.
 */
struct _VelImportTargetPopover
{
  GtkPopover      parent_instance;

  GPtrArray      *targets;  /* (owned) (element-type VelImportTarget): one a row, in their order */
  char           *needle;   /* (owned): what is searched, folded */
  gboolean        can_own;  /* whether the rows may have fields of the user's own */

  GtkEditable    *entry;
  GtkListBox     *list;
  GtkListBoxRow  *new_row;  /* the last one: a new field with the name that was typed */
  GtkLabel       *new_label;
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelImportTargetPopover, vel_import_target_popover, GTK_TYPE_POPOVER)

static const VelImportTarget *
target_of (VelImportTargetPopover *self,
           GtkListBoxRow          *row)
{
  return row != self->new_row ? g_ptr_array_index (self->targets, gtk_list_box_row_get_index (row)) : NULL;
}

static char *
dup_typed (VelImportTargetPopover *self)
{
  return vel_text_clean_line (gtk_editable_get_text (self->entry));
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  VelImportTargetPopover *self = user_data;
  const VelImportTarget *target = target_of (self, row);

  return target != NULL ? strstr (target->fold, self->needle) != NULL : self->can_own && *self->needle != '\0';
}

static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  VelImportTargetPopover *self = user_data;
  const VelImportTarget *target = target_of (self, row);
  const VelImportTarget *above = before != NULL ? target_of (self, before) : NULL;
  GtkWidget *label;

  if (target == NULL || *target->group == '\0' || (above != NULL && above->group == target->group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (target->group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "vel-import-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
choose (VelImportTargetPopover *self,
        GtkListBoxRow          *row)
{
  const VelImportTarget *target = target_of (self, row);
  g_autofree char *match = NULL;

  if (target != NULL)
    {
      match = vel_column_match_to_string (target->match);
    }
  else
    {
      g_autofree char *typed = dup_typed (self);

      match = g_strconcat ("custom:", typed, NULL);
    }
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, match);
}

static GtkListBoxRow *
find_first_row (VelImportTargetPopover *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

static void
search_changed_cb (VelImportTargetPopover *self)
{
  g_autofree char *typed = dup_typed (self);
  /* Translators: %s is the name that the user has just typed for a field of their own. */
  g_autofree char *text = g_strdup_printf (_("New own field “%s”"), typed);

  g_free (self->needle);
  self->needle = vel_text_fold (typed);
  gtk_label_set_label (self->new_label, text);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
entry_activated_cb (VelImportTargetPopover *self)
{
  GtkListBoxRow *row;

  /* What was typed last may not have been searched yet. */
  search_changed_cb (self);
  row = *self->needle != '\0' ? find_first_row (self) : NULL;
  if (row != NULL)
    choose (self, row);
}

static gboolean
entry_key_pressed_cb (VelImportTargetPopover *self,
                      guint                   keyval)
{
  GtkListBoxRow *row = keyval == GDK_KEY_Down ? find_first_row (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (VelImportTargetPopover *self,
                  GtkListBoxRow          *row)
{
  choose (self, row);
}

static void
vel_import_target_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_IMPORT_TARGET_POPOVER);

  G_OBJECT_CLASS (vel_import_target_popover_parent_class)->dispose (object);
}

static void
vel_import_target_popover_finalize (GObject *object)
{
  VelImportTargetPopover *self = VEL_IMPORT_TARGET_POPOVER (object);

  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (vel_import_target_popover_parent_class)->finalize (object);
}

static void
vel_import_target_popover_class_init (VelImportTargetPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_import_target_popover_dispose;
  object_class->finalize = vel_import_target_popover_finalize;

  /**
   * VelImportTargetPopover::chosen:
   * @self: a popover
   * @match: the match, as vel_column_match_parse() reads it
   */
  signals[CHOSEN] = g_signal_new ("chosen", VEL_TYPE_IMPORT_TARGET_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/import/vel-import-target-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, VelImportTargetPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, VelImportTargetPopover, list);
  gtk_widget_class_bind_template_child (widget_class, VelImportTargetPopover, new_row);
  gtk_widget_class_bind_template_child (widget_class, VelImportTargetPopover, new_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
vel_import_target_popover_init (VelImportTargetPopover *self)
{
  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
}

static GtkWidget *
make_row (const VelImportTarget *target,
          gboolean               is_current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (target->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (is_current)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

/**
 * vel_import_target_popover_new:
 * @targets: (transfer full) (element-type VelImportTarget): what can be chosen
 * @current: what is chosen
 *
 * Returns: (transfer floating): a popover; whoever makes it pops it up
 */
GtkWidget *
vel_import_target_popover_new (GPtrArray            *targets,
                               const VelColumnMatch *current)
{
  VelImportTargetPopover *self = g_object_new (VEL_TYPE_IMPORT_TARGET_POPOVER, NULL);
  GtkWidget *current_row = NULL;

  self->targets = targets;
  for (guint i = 0; i < targets->len; i++)
    {
      const VelImportTarget *target = g_ptr_array_index (targets, i);
      const gboolean is_current = current_row == NULL && vel_column_match_equal (target->match, current);
      GtkWidget *row = make_row (target, is_current);

      if (g_str_equal (target->match->field, "custom"))
        self->can_own = TRUE;

      gtk_list_box_insert (self->list, row, i);
      if (is_current)
        current_row = row;
    }
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, set_header, self, NULL);
  /* Typing still searches; from here the arrows lead to what stands beside it. */
  if (current_row != NULL)
    gtk_popover_set_default_widget (GTK_POPOVER (self), current_row);
  return GTK_WIDGET (self);
}
