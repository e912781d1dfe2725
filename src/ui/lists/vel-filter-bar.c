/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-filter-bar.h"

#include <glib/gi18n.h>

#include "vel-filter-editor.h"
#include "vel-filter-words.h"
#include "vel-wrap-layout.h"

/**
 * VelFilterBar:
 *
 * The filters of a list as chips side by side; all of them hold. A click on a
 * chip changes it, the cross takes it away, and a button adds another.
 */
struct _VelFilterBar
{
  AdwBin             parent_instance;

  VelBook           *book;    /* (owned) (nullable) */
  VelEntityFields *fields;  /* (owned) (nullable) */
  GPtrArray         *chips;   /* (owned) (element-type Chip) */

  GtkBox            *box;
  GtkWidget         *add;
  GtkWidget         *update;
  GtkWidget         *save;
};

typedef struct
{
  VelFilterBar *bar;
  VelFilter    *filter;  /* (owned) (nullable): none while nothing is chosen */
  char         *field;   /* (owned) (nullable): none where several are asked */
  GtkWidget    *box;
  GtkWidget    *button;
  GtkWidget    *label;
} Chip;

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define CHIP_CHARS 36

G_DEFINE_FINAL_TYPE (VelFilterBar, vel_filter_bar, ADW_TYPE_BIN)

static void
free_chip (gpointer data)
{
  Chip *chip = data;

  g_clear_pointer (&chip->filter, vel_filter_free);
  g_free (chip->field);
  g_free (chip);
}

static void
show_chip (Chip *chip)
{
  const VelEntity *entity = vel_entity_fields_get_entity (chip->bar->fields);
  g_autofree char *text = chip->filter != NULL
                            ? vel_filter_words_say (entity, chip->filter)
                            : g_strdup_printf ("%s: …", vel_filter_words_field (entity, chip->field));

  gtk_label_set_text (GTK_LABEL (chip->label), text);
  gtk_widget_set_tooltip_text (chip->button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
remove_chip (VelFilterBar *self,
             Chip         *chip)
{
  const gboolean did_hold = chip->filter != NULL;
  GtkWidget *box = chip->box;

  g_ptr_array_remove (self->chips, chip);
  gtk_box_remove (self->box, box);
  if (did_hold)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (GtkButton *button,
                   Chip      *chip)
{
  VelFilterBar *self = chip->bar;

  gtk_widget_grab_focus (self->add);
  remove_chip (self, chip);
}

static Chip *
find_chip (VelFilterBar *self,
           GtkWidget    *button)
{
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->button == button)
        return chip;
    }
  return NULL;
}

static Chip *
find_editor_chip (VelFilterBar *self,
                  GtkWidget    *editor)
{
  return find_chip (self, gtk_widget_get_ancestor (editor, GTK_TYPE_MENU_BUTTON));
}

static void
editor_changed_cb (VelFilterEditor *editor,
                   VelFilterBar    *self)
{
  Chip *chip = find_editor_chip (self, GTK_WIDGET (editor));

  if (chip == NULL)
    return;
  g_clear_pointer (&chip->filter, vel_filter_free);
  chip->filter = vel_filter_editor_dup_filter (editor);
  show_chip (chip);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
clear_empty_cb (gpointer data)
{
  VelFilterBar *self = data;

  for (guint i = self->chips->len; i > 0; i--)
    {
      Chip *chip = g_ptr_array_index (self->chips, i - 1);
      GtkPopover *editor = gtk_menu_button_get_popover (GTK_MENU_BUTTON (chip->button));

      if (chip->filter == NULL && (editor == NULL || !gtk_widget_get_visible (GTK_WIDGET (editor))))
        remove_chip (self, chip);
    }
  return G_SOURCE_REMOVE;
}

/* A filter for which nothing was chosen goes when its popover has. */
static void
editor_closed_cb (VelFilterBar *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, clear_empty_cb, g_object_ref (self), g_object_unref);
}

static void
make_editor_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  Chip *chip = user_data;
  VelFilterBar *self = chip->bar;
  VelListedField *field = chip->field != NULL ? vel_entity_fields_find (self->fields, chip->field) : NULL;
  GtkWidget *editor;

  if (field == NULL || gtk_menu_button_get_popover (button) != NULL ||
      (chip->filter != NULL && !vel_filter_editor_can_edit (vel_entity_fields_get_entity (self->fields), field, chip->filter)))
    return;
  editor = vel_filter_editor_new (self->book, vel_entity_fields_get_entity (self->fields), field, chip->filter);
  g_signal_connect_object (editor, "changed", G_CALLBACK (editor_changed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (editor, "closed", G_CALLBACK (editor_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, editor);
  if (chip->filter == NULL)
    {
      chip->filter = vel_filter_editor_dup_filter (VEL_FILTER_EDITOR (editor));
      if (chip->filter != NULL)
        {
          show_chip (chip);
          g_signal_emit (self, signals[CHANGED], 0);
        }
    }
}

static Chip *
add_chip (VelFilterBar    *self,
          const char      *field,
          const VelFilter *filter)
{
  Chip *chip = g_new0 (Chip, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *last = self->chips->len > 0 ? ((Chip *) g_ptr_array_index (self->chips, self->chips->len - 1))->box : NULL;

  chip->bar = self;
  chip->field = g_strdup (field);
  chip->filter = vel_filter_copy (filter);
  chip->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  chip->button = gtk_menu_button_new ();
  chip->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (chip->box, "vel-filter-chip");
  gtk_label_set_ellipsize (GTK_LABEL (chip->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (chip->label), CHIP_CHARS);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip->button), chip->label);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (chip->button), make_editor_cb, chip, NULL);
  gtk_widget_set_tooltip_text (remove, _("Remove filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove filter"), -1);
  gtk_widget_add_css_class (remove, "circular");
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), chip);
  gtk_box_append (GTK_BOX (chip->box), chip->button);
  gtk_box_append (GTK_BOX (chip->box), remove);
  gtk_box_insert_child_after (self->box, chip->box, last);
  g_ptr_array_add (self->chips, chip);
  show_chip (chip);
  return chip;
}

static void
field_clicked_cb (GtkWidget    *button,
                  VelFilterBar *self)
{
  const char *field = gtk_widget_get_name (button);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
  vel_filter_bar_add (self, field);
}

/* The fields to filter by, made anew as the user may have added some. */
static void
make_fields_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  VelFilterBar *self = user_data;
  g_autoptr(GListModel) fields = NULL;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_menu_button_set_popover (button, popover);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_add_css_class (box, "vel-plain-buttons");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  if (self->fields == NULL)
    return;
  fields = vel_entity_fields_dup (self->fields, VEL_FIELD_FILTER);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(VelListedField) field = g_list_model_get_item (fields, i);
      GtkWidget *choice = gtk_button_new ();
      GtkWidget *label = gtk_label_new (vel_listed_field_get_label (field));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_button_set_child (GTK_BUTTON (choice), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      vel_listed_field_get_label (field), -1);
      gtk_widget_set_name (choice, vel_listed_field_get_name (field));
      gtk_widget_add_css_class (choice, "flat");
      g_signal_connect_object (choice, "clicked", G_CALLBACK (field_clicked_cb), self, G_CONNECT_DEFAULT);
      gtk_box_append (GTK_BOX (box), choice);
    }
}

static void
vel_filter_bar_dispose (GObject *object)
{
  VelFilterBar *self = VEL_FILTER_BAR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_ptr_array_set_size (self->chips, 0);
  g_clear_object (&self->fields);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_filter_bar_parent_class)->dispose (object);
}

static void
vel_filter_bar_finalize (GObject *object)
{
  g_clear_pointer (&VEL_FILTER_BAR (object)->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_filter_bar_parent_class)->finalize (object);
}

static void
vel_filter_bar_class_init (VelFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_filter_bar_finalize;

  /**
   * VelFilterBar::changed:
   * @self: a bar
   *
   * The user has chosen other filters.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
vel_filter_bar_init (VelFilterBar *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->chips = g_ptr_array_new_with_free_func (free_chip);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->box), vel_wrap_layout_new (8, 6));
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("Add _filter"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->add), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add filter"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add), make_fields_cb, self, NULL);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_box_append (self->box, self->add);
  self->update = gtk_button_new_with_mnemonic (_("_Update filter"));
  gtk_widget_set_tooltip_text (self->update, _("Let the saved filter be what is shown now"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->update), "records.update-filter");
  gtk_widget_add_css_class (self->update, "flat");
  gtk_box_append (self->box, self->update);
  self->save = gtk_button_new_with_mnemonic (_("_Save filter…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "records.save-filter");
  gtk_widget_add_css_class (self->save, "flat");
  gtk_box_append (self->box, self->save);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * vel_filter_bar_set_fields:
 * @self: a bar
 * @book: a book, once
 * @fields: the fields of its customers
 */
void
vel_filter_bar_set_fields (VelFilterBar      *self,
                           VelBook           *book,
                           VelEntityFields *fields)
{
  g_return_if_fail (VEL_IS_FILTER_BAR (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->fields = g_object_ref (fields);
}

/**
 * vel_filter_bar_set_filter:
 * @self: a bar
 * @filter: filters of which all hold
 *
 * Shows a chip for each of them. Does not tell that they have changed.
 */
void
vel_filter_bar_set_filter (VelFilterBar    *self,
                           const VelFilter *filter)
{
  g_return_if_fail (VEL_IS_FILTER_BAR (self));
  g_return_if_fail (filter->op == VEL_FILTER_ALL);

  while (self->chips->len > 0)
    {
      GtkWidget *box = ((Chip *) g_ptr_array_index (self->chips, self->chips->len - 1))->box;

      g_ptr_array_set_size (self->chips, self->chips->len - 1);
      gtk_box_remove (self->box, box);
    }
  for (guint i = 0; i < filter->children->len; i++)
    {
      const VelFilter *child = g_ptr_array_index (filter->children, i);

      add_chip (self, child->field, child);
    }
}

/**
 * vel_filter_bar_dup_filter:
 * @self: a bar
 *
 * Returns: (transfer full): the filters, of which all hold
 */
VelFilter *
vel_filter_bar_dup_filter (VelFilterBar *self)
{
  VelFilter *filter = vel_filter_new_join (VEL_FILTER_ALL);

  g_return_val_if_fail (VEL_IS_FILTER_BAR (self), filter);

  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = g_ptr_array_index (self->chips, i);

      if (chip->filter != NULL)
        vel_filter_take (filter, vel_filter_copy (chip->filter));
    }
  return filter;
}

/**
 * vel_filter_bar_add:
 * @self: a bar
 * @field: the name of a field
 *
 * Lets the user choose what to filter @field by.
 */
void
vel_filter_bar_add (VelFilterBar *self,
                    const char   *field)
{
  Chip *chip = NULL;

  g_return_if_fail (VEL_IS_FILTER_BAR (self));

  for (guint i = 0; i < self->chips->len && chip == NULL; i++)
    if (g_strcmp0 (((Chip *) g_ptr_array_index (self->chips, i))->field, field) == 0)
      chip = g_ptr_array_index (self->chips, i);
  if (chip == NULL)
    chip = add_chip (self, field, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (chip->button));
}

/**
 * vel_filter_bar_get_save:
 * @self: a bar
 *
 * Returns: (transfer none): the button by which filters are saved
 */
GtkWidget *
vel_filter_bar_get_save (VelFilterBar *self)
{
  g_return_val_if_fail (VEL_IS_FILTER_BAR (self), NULL);

  return self->save;
}

/**
 * vel_filter_bar_get_update:
 * @self: a bar
 *
 * Returns: (transfer none): the button by which a saved filter is brought up to date
 */
GtkWidget *
vel_filter_bar_get_update (VelFilterBar *self)
{
  g_return_val_if_fail (VEL_IS_FILTER_BAR (self), NULL);

  return self->update;
}
