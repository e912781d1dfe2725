/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-group.h"

#include <glib/gi18n.h>

#include "vel-number.h"
#include "vel-task-row.h"

/**
 * VelTaskGroup:
 *
 * Some tasks under a heading: those of a day, or of a customer. Without any it
 * is not there. Of many only the first stand in it, until somebody asks for more.
 */
struct _VelTaskGroup
{
  AdwBin               parent_instance;

  VelQueryModel       *model;   /* (owned) */
  const char          *link;    /* (nullable): what goes without saying in each row */
  guint                limit;

  GtkLabel            *count;
  GtkListBox          *box;
  GtkButton           *more;
};

G_DEFINE_FINAL_TYPE (VelTaskGroup, vel_task_group, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  VelTaskGroup *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *task = vel_task_row_new ();

  vel_task_row_set_hidden (VEL_TASK_ROW (task), self->link);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), task);
  vel_row_cell_set_row (VEL_ROW_CELL (task), item);
  return row;
}

static void
refresh (VelTaskGroup *self)
{
  const guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  const guint n_all = vel_query_model_get_total (self->model);
  g_autofree char *count = vel_number_format (n_all);
  g_autofree char *rest = vel_number_format (n_all > n_shown ? n_all - n_shown : 0);
  g_autofree char *more = NULL;

  /* Translators: %s is a number of tasks that are not shown yet */
  more = g_strdup_printf (ngettext ("Show %s more", "Show %s more", n_all - n_shown), rest);
  gtk_label_set_label (self->count, count);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_all > n_shown);
  gtk_widget_set_visible (GTK_WIDGET (self), n_all > 0);
}

static void
more_cb (VelTaskGroup *self)
{
  /* Rows of a box are all made at once: the list of tasks is for thousands. */
  self->limit += 100;
  vel_query_model_set_limit (self->model, self->limit);
}

static void
activated_cb (VelTaskGroup  *self,
              GtkListBoxRow *row)
{
  VelRecord *task = vel_row_cell_get_record (VEL_ROW_CELL (gtk_list_box_row_get_child (row)));

  if (task != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x", vel_record_get_id (task));
}

static void
vel_task_group_dispose (GObject *object)
{
  VelTaskGroup *self = VEL_TASK_GROUP (object);

  if (self->box != NULL)
    gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  self->box = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (vel_task_group_parent_class)->dispose (object);
}

static void
vel_task_group_class_init (VelTaskGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_task_group_dispose;
}

static void
vel_task_group_init (VelTaskGroup *self)
{
}

static GtkWidget *
make_head (VelTaskGroup *self,
           const char   *title)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  return head;
}

/**
 * vel_task_group_new:
 * @book: a book
 * @title: (nullable): the heading
 * @query: a query for tasks
 * @limit: how many are shown at first
 *
 * Returns: (transfer floating): the tasks that @query finds
 */
GtkWidget *
vel_task_group_new (VelBook    *book,
                    const char *title,
                    VelQuery   *query,
                    guint       limit)
{
  VelTaskGroup *self = g_object_new (VEL_TYPE_TASK_GROUP, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = make_head (self, title);

  self->limit = limit;
  self->model = vel_query_model_new_limited (book, query, limit);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : _("Tasks"), -1);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->model), make_row, self, NULL);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->more = GTK_BUTTON (gtk_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  gtk_widget_set_halign (GTK_WIDGET (self->more), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (head, title != NULL);
  gtk_box_append (GTK_BOX (content), head);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->more));
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-task-group");
  adw_bin_set_child (ADW_BIN (self), content);
  g_signal_connect_object (self->model, "notify::total", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "shown", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_task_group_set_query:
 * @self: a group
 * @query: another query for tasks, such as that of the next day
 */
void
vel_task_group_set_query (VelTaskGroup *self,
                          VelQuery     *query)
{
  g_return_if_fail (VEL_IS_TASK_GROUP (self));

  vel_query_model_set_query (self->model, query);
}

/**
 * vel_task_group_set_link:
 * @self: a group without rows yet
 * @link: (nullable): see vel_task_row_set_hidden()
 */
void
vel_task_group_set_link (VelTaskGroup *self,
                         const char   *link)
{
  g_return_if_fail (VEL_IS_TASK_GROUP (self));

  self->link = link;
}

/**
 * vel_task_group_get_model:
 * @self: a group
 *
 * Returns: (transfer none): the tasks in it
 */
VelQueryModel *
vel_task_group_get_model (VelTaskGroup *self)
{
  g_return_val_if_fail (VEL_IS_TASK_GROUP (self), NULL);

  return self->model;
}
