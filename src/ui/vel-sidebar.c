/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-sidebar.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-popover.h"
#include "vel-reminders-bar.h"
#include "vel-rename-popover.h"
#include "vel-saved-filter.h"
#include "vel-sidebar-row.h"

/**
 * VelSidebar:
 *
 * The places of the program and the filters that the user has saved. Tells
 * which was chosen; a filter can be renamed and deleted here.
 */
struct _VelSidebar
{
  AdwBin           parent_instance;

  VelBook         *book;       /* (owned) (nullable) */
  VelSidebarModel *model;      /* (owned) (nullable) */
  VelSidebarItem  *selected;   /* (owned) (nullable) */
  VelSidebarItem  *menu_item;  /* (owned) (nullable): the row whose menu is or was open */
  gint64           expected;   /* the filter that is selected as soon as it has a row, or 0 */
  gboolean         folded;

  GtkListBox      *list;
  GtkWidget       *popover;
  GtkWidget       *undo_button;
  GMenu           *edit_section;
};

enum { PROP_0, PROP_FOLDED, N_PROPS };
enum { CHOSEN, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelSidebar, vel_sidebar, ADW_TYPE_BIN)

/* No entry of a menu is longer, in characters. */
#define MENU_WIDTH 44

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return vel_sidebar_row_new (item);
}

static void
add_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  const gboolean is_first_filter =
    vel_sidebar_item_get_record (vel_sidebar_row_get_item (VEL_SIDEBAR_ROW (row))) != NULL &&
    (before == NULL || vel_sidebar_item_get_record (vel_sidebar_row_get_item (VEL_SIDEBAR_ROW (before))) == NULL);
  GtkWidget *header;

  if (!is_first_filter)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  header = gtk_label_new (_("Saved filters"));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_label_set_ellipsize (GTK_LABEL (header), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_widget_add_css_class (header, "dim-label");
  gtk_widget_add_css_class (header, "vel-sidebar-heading");
  gtk_list_box_row_set_header (row, header);
}

static VelSidebarRow *
find_row (VelSidebar     *self,
          VelSidebarItem *item)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (vel_sidebar_row_get_item (VEL_SIDEBAR_ROW (row)) == item)
      return VEL_SIDEBAR_ROW (row);
  return NULL;
}

static void
show_selected (VelSidebar *self)
{
  VelSidebarRow *row = self->selected != NULL ? find_row (self, self->selected) : NULL;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
choose (VelSidebar     *self,
        VelSidebarItem *item)
{
  self->expected = 0;
  g_set_object (&self->selected, item);
  show_selected (self);
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
row_activated_cb (VelSidebar    *self,
                  VelSidebarRow *row)
{
  choose (self, vel_sidebar_row_get_item (row));
}

static void
select_expected (VelSidebar *self)
{
  guint position;
  g_autoptr(VelSidebarItem) item = NULL;

  if (self->expected == 0 || !vel_sidebar_model_find (self->model, self->expected, &position))
    return;
  self->expected = 0;
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  g_set_object (&self->selected, item);
}

/* A filter that is gone cannot stay chosen: what is shown is then all of its place. */
static void
items_changed_cb (VelSidebar *self)
{
  guint position;
  VelRecord *record;

  select_expected (self);
  record = self->selected != NULL ? vel_sidebar_item_get_record (self->selected) : NULL;
  if (record != NULL && !vel_sidebar_model_find (self->model, vel_record_get_id (record), &position))
    {
      g_autofree char *page = g_strdup (vel_sidebar_item_get_page (self->selected));

      vel_sidebar_select_page (self, page);
      return;
    }
  show_selected (self);
}

static void
append_step (GMenu      *menu,
             const char *label,
             const char *action,
             const char *accel)
{
  g_autoptr(GMenuItem) item = NULL;
  g_autoptr(GString) text = g_string_new (label);

  if (g_utf8_strlen (label, -1) > MENU_WIDTH)
    {
      g_string_truncate (text, g_utf8_offset_to_pointer (label, MENU_WIDTH - 1) - label);
      g_string_append (text, "…");
    }
  /* Names may hold what a menu takes for the mark of a mnemonic. */
  g_string_replace (text, "_", "__", 0);
  item = g_menu_item_new (text->str, action);
  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
labels_changed_cb (VelSidebar *self)
{
  const char *undo = vel_book_get_undo_label (self->book);
  const char *redo = vel_book_get_redo_label (self->book);
  /* Translators: %s is what was done, such as "Delete Ayşe Yılmaz" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo: %s"), undo) : g_strdup (_("Undo"));
  /* Translators: %s is what was undone, such as "Delete Ayşe Yılmaz" */
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo: %s"), redo) : g_strdup (_("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  g_menu_remove_all (self->edit_section);
  append_step (self->edit_section, undo_text, "win.undo", "<Control>z");
  append_step (self->edit_section, redo_text, "win.redo", "<Control><Shift>z");
}

static void
renamed_cb (VelSidebar *self,
            const char *name)
{
  VelRecord *record = vel_sidebar_item_get_record (self->menu_item);
  const char *old = vel_record_get_text (record, "name");
  g_autoptr(VelChange) change = NULL;

  if (g_strcmp0 (name, old) == 0)
    return;
  change = vel_change_new (N_("Rename filter %s to %s"), old, name, NULL);
  vel_change_set_text (change, &vel_saved_filter_entity, vel_record_get_id (record), "name", name);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
rename_filter (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VelSidebar *self = VEL_SIDEBAR (widget);
  VelSidebarRow *row = find_row (self, self->menu_item);
  GtkWidget *popover;

  if (row == NULL || vel_sidebar_item_get_record (self->menu_item) == NULL)
    return;
  popover = vel_rename_popover_new (_("Rename filter"), vel_sidebar_item_get_name (self->menu_item));
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  g_signal_connect_object (popover, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  vel_popover_show_once (GTK_POPOVER (popover), GTK_WIDGET (row));
}

static void
delete_filter (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VelSidebar *self = VEL_SIDEBAR (widget);
  VelRecord *record = self->menu_item != NULL ? vel_sidebar_item_get_record (self->menu_item) : NULL;
  g_autoptr(VelChange) change = NULL;

  if (record == NULL)
    return;
  change = vel_change_new (N_("Delete filter %s"), vel_record_get_text (record, "name"), NULL);
  vel_change_delete (change, &vel_saved_filter_entity, vel_record_get_id (record));
  vel_doing_commit (widget, self->book, change, TRUE);
}

static gboolean
show_menu (VelSidebar    *self,
           VelSidebarRow *row)
{
  VelSidebarItem *item = vel_sidebar_row_get_item (row);
  graphene_rect_t bounds;

  if (vel_sidebar_item_get_record (item) == NULL ||
      !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self), &bounds))
    return FALSE;
  g_set_object (&self->menu_item, item);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                 bounds.size.width, bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

static void
menu_pressed_cb (VelSidebar *self,
                 double      x,
                 double      y,
                 GtkGesture *gesture)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL && show_menu (self, VEL_SIDEBAR_ROW (row)))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
secondary_clicked_cb (VelSidebar *self,
                      int         n_press,
                      double      x,
                      double      y,
                      GtkGesture *gesture)
{
  menu_pressed_cb (self, x, y, gesture);
}

static VelSidebarRow *
get_focus_row (VelSidebar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return VEL_IS_SIDEBAR_ROW (focus) ? VEL_SIDEBAR_ROW (focus) : NULL;
}

static void
popup_menu (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelSidebarRow *row = get_focus_row (VEL_SIDEBAR (widget));

  if (row != NULL)
    show_menu (VEL_SIDEBAR (widget), row);
}

/* Does a thing from the menu with the row that has the focus. */
static gboolean
row_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  VelSidebar *self = VEL_SIDEBAR (widget);
  VelSidebarRow *row = get_focus_row (self);

  if (row == NULL || vel_sidebar_item_get_record (vel_sidebar_row_get_item (row)) == NULL)
    return FALSE;
  g_set_object (&self->menu_item, vel_sidebar_row_get_item (row));
  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

static void
vel_sidebar_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  GTK_WIDGET_CLASS (vel_sidebar_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (VEL_SIDEBAR (widget)->popover));
}

static void
vel_sidebar_dispose (GObject *object)
{
  VelSidebar *self = VEL_SIDEBAR (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_SIDEBAR);
  g_clear_object (&self->menu_item);
  g_clear_object (&self->selected);
  g_clear_object (&self->model);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_sidebar_parent_class)->dispose (object);
}

static void
vel_sidebar_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  VelSidebar *self = VEL_SIDEBAR (object);

  switch (property_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_sidebar_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  VelSidebar *self = VEL_SIDEBAR (object);

  switch (property_id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_sidebar_class_init (VelSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_sidebar_dispose;
  object_class->get_property = vel_sidebar_get_property;
  object_class->set_property = vel_sidebar_set_property;
  widget_class->size_allocate = vel_sidebar_size_allocate;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelSidebar::chosen:
   * @self: the sidebar
   * @item: what the user has chosen, perhaps once more
   */
  signals[CHOSEN] = g_signal_new ("chosen", VEL_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, VEL_TYPE_SIDEBAR_ITEM);

  gtk_widget_class_install_action (widget_class, "sidebar.rename", NULL, rename_filter);
  gtk_widget_class_install_action (widget_class, "sidebar.delete", NULL, delete_filter);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, row_key_cb, "s", "sidebar.rename");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, row_key_cb, "s", "sidebar.delete");

  g_type_ensure (VEL_TYPE_REMINDERS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, VelSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, VelSidebar, popover);
  gtk_widget_class_bind_template_child (widget_class, VelSidebar, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VelSidebar, edit_section);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
}

static void
vel_sidebar_init (VelSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, add_header, NULL, NULL);
}

/**
 * vel_sidebar_set_model:
 * @self: the sidebar
 * @book: the book that is shown; once
 * @model: its rows
 */
void
vel_sidebar_set_model (VelSidebar      *self,
                       VelBook         *book,
                       VelSidebarModel *model)
{
  g_return_if_fail (VEL_IS_SIDEBAR (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  self->model = g_object_ref (model);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (model), make_row, NULL, NULL);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (book, "notify::undo-label", G_CALLBACK (labels_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "notify::redo-label", G_CALLBACK (labels_changed_cb), self, G_CONNECT_SWAPPED);
  labels_changed_cb (self);
}

/**
 * vel_sidebar_get_selected:
 * @self: the sidebar
 *
 * Returns: (transfer none) (nullable): what is chosen
 */
VelSidebarItem *
vel_sidebar_get_selected (VelSidebar *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR (self), NULL);

  return self->selected;
}

/**
 * vel_sidebar_select_page:
 * @self: the sidebar
 * @page: a page of the content
 *
 * Chooses the first row that shows @page.
 */
void
vel_sidebar_select_page (VelSidebar *self,
                         const char *page)
{
  g_return_if_fail (VEL_IS_SIDEBAR (self));
  g_return_if_fail (self->model != NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      g_autoptr(VelSidebarItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (g_str_equal (vel_sidebar_item_get_page (item), page))
        {
          choose (self, item);
          return;
        }
    }
}

/**
 * vel_sidebar_select_filter:
 * @self: the sidebar
 * @filter: the id of a saved filter
 *
 * Selects the row of @filter, which may be on its way: what it finds is shown
 * already.
 */
void
vel_sidebar_select_filter (VelSidebar *self,
                           gint64      filter)
{
  g_return_if_fail (VEL_IS_SIDEBAR (self));
  g_return_if_fail (self->model != NULL);

  self->expected = filter;
  select_expected (self);
  show_selected (self);
}
