/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-new-task.h"

#include "vel-capture-line.h"

/**
 * VelNewTask:
 *
 * The dialog that adds a task from anywhere: a line to type it in. What was typed
 * and not added stands there again the next time.
 */
struct _VelNewTask
{
  AdwWindow       parent_instance;

  VelBook        *book;   /* (owned) (nullable) */
  VelCaptureLine *line;
};

enum { CREATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelNewTask, vel_new_task, ADW_TYPE_WINDOW)

/* What was typed in a dialog that was closed, for as long as the book is open. */
#define DRAFT "vel-new-task-draft"

static void
can_add_cb (VelNewTask *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-task.add", vel_capture_line_can_add (self->line));
}

static void
added_cb (VelNewTask *self,
          gint64      id)
{
  /* It may be closed meanwhile. */
  if (self->book == NULL)
    return;
  g_signal_emit (self, signals[CREATED], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  vel_capture_line_add (VEL_NEW_TASK (widget)->line);
}

static gboolean
vel_new_task_close_request (GtkWindow *window)
{
  VelNewTask *self = VEL_NEW_TASK (window);
  g_autofree char *text = g_strstrip (vel_capture_line_dup_text (self->line));

  g_object_set_data_full (G_OBJECT (self->book), DRAFT, *text != '\0' ? g_strdup (text) : NULL, g_free);
  return GTK_WINDOW_CLASS (vel_new_task_parent_class)->close_request (window);
}

static void
vel_new_task_dispose (GObject *object)
{
  g_clear_object (&VEL_NEW_TASK (object)->book);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_NEW_TASK);

  G_OBJECT_CLASS (vel_new_task_parent_class)->dispose (object);
}

static void
vel_new_task_class_init (VelNewTaskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_new_task_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vel_new_task_close_request;

  /**
   * VelNewTask::created:
   * @self: the dialog
   * @id: the new task
   */
  signals[CREATED] = g_signal_new ("created", VEL_TYPE_NEW_TASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (VEL_TYPE_CAPTURE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/tasks/vel-new-task.ui");
  gtk_widget_class_bind_template_child (widget_class, VelNewTask, line);
  gtk_widget_class_bind_template_callback (widget_class, can_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_install_action (widget_class, "new-task.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "new-task.add", NULL);
}

static void
vel_new_task_init (VelNewTask *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  can_add_cb (self);
}

/**
 * vel_new_task_present:
 * @parent: a widget in the window before which it stands
 * @book: a book
 * @customer: whose task it is, or 0
 * @deal: the deal that it is of, or 0
 *
 * Asks for a new task.
 *
 * Returns: (transfer none): the dialog, which goes when it is closed
 */
VelNewTask *
vel_new_task_present (GtkWidget *parent,
                      VelBook   *book,
                      gint64     customer,
                      gint64     deal)
{
  VelNewTask *self = g_object_new (VEL_TYPE_NEW_TASK, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  const char *draft = g_object_get_data (G_OBJECT (book), DRAFT);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->book = g_object_ref (book);
  vel_capture_line_set_book (self->line, book);
  vel_capture_line_set_subject (self->line, customer, deal);
  if (draft != NULL)
    vel_capture_line_set_text (self->line, draft);
  gtk_window_present (GTK_WINDOW (self));
  vel_capture_line_grab (self->line);
  return self;
}

/**
 * vel_new_task_set_text:
 * @self: the dialog
 * @text: what the line begins with, such as a day
 *
 * What was begun before and not added stays.
 */
void
vel_new_task_set_text (VelNewTask *self,
                       const char *text)
{
  g_autofree char *before = NULL;

  g_return_if_fail (VEL_IS_NEW_TASK (self));

  before = vel_capture_line_dup_text (self->line);
  if (*before == '\0')
    vel_capture_line_set_text (self->line, text);
}
