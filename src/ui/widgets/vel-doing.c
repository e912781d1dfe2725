/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-doing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "vel-error-text.h"

/* How a view asks for a change, and how the user learns what came of it. The
 * window shows it: "win.tell" takes a sentence, "win.tell-done" the change in
 * history and a sentence, beside which it offers to undo that change. */

/* One change on its way, for as long as it is tried. */
typedef struct
{
  GtkWidget *window;  /* (owned) (nullable): the main window above the widget that asked */
  GtkWidget *teller;  /* (owned) (nullable): the window below it that tells what is done in it */
  VelBook   *book;    /* (owned) */
  VelChange *change;  /* (owned) */
  gboolean   toast;
  GError    *error;   /* (owned) (nullable): why it failed last */
} Doing;

static void
doing_free (gpointer data)
{
  Doing *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->teller);
  g_clear_object (&self->book);
  g_clear_object (&self->change);
  g_clear_error (&self->error);
  g_free (self);
}

/* A dialog may be gone when its change is done; the window that it stood before is not. */
static GtkWidget *
find_main_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *above;

  if (!GTK_IS_WINDOW (root))
    return NULL;
  while ((above = gtk_window_get_transient_for (GTK_WINDOW (root))) != NULL)
    root = GTK_ROOT (above);
  return GTK_WIDGET (root);
}

static gboolean
can_tell (GtkWidget *window)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (window);
  const GVariantType *type;
  const char *name;
  const char *property;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (widget_class, i, &owner, &name, &type, &property); i++)
    if (g_str_equal (name, "win.tell-done"))
      return TRUE;
  return FALSE;
}

/* A window that stays open tells itself what is done in it; the one behind it
 * may not be reached meanwhile. */
static GtkWidget *
find_teller (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !can_tell (GTK_WIDGET (window)))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? GTK_WIDGET (window) : find_main_window (widget);
}

static GtkWindow *
find_front_window (GtkWidget *widget,
                   GtkWidget *main_window)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root) && gtk_widget_get_mapped (GTK_WIDGET (root)))
    return GTK_WINDOW (root);
  return main_window != NULL && gtk_widget_get_mapped (main_window) ? GTK_WINDOW (main_window) : NULL;
}

static AdwMessageDialog *
make_dialog (GtkWidget    *widget,
             GtkWidget    *main_window,
             const char   *heading,
             const GError *error)
{
  g_autofree char *text = vel_error_text (error);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (find_front_window (widget, main_window),
                                                                         heading, text));

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  return dialog;
}

static void start (GTask *task);

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             GTask            *task)
{
  Doing *self = g_task_get_task_data (task);

  if (g_strcmp0 (response, "again") == 0)
    start (g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&self->error));
}

static void
show_failure (GTask *task)
{
  Doing *self = g_task_get_task_data (task);
  AdwMessageDialog *dialog = make_dialog (g_task_get_source_object (task), self->window,
                                          _("This could not be saved"), self->error);

  if (vel_error_may_pass (self->error))
    {
      adw_message_dialog_add_response (dialog, "again", _("_Try again"));
      adw_message_dialog_set_response_appearance (dialog, "again", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (dialog, "again");
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), task,
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
committed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Doing *self = g_task_get_task_data (task);
  g_autoptr(VelCommit) commit = NULL;

  g_clear_error (&self->error);
  commit = vel_book_commit_finish (VEL_BOOK (object), result, &self->error);
  if (commit == NULL)
    {
      show_failure (g_steal_pointer (&task));
      return;
    }
  if (self->toast && commit->history != 0 && self->window != NULL)
    {
      g_autofree char *sentence = vel_history_say (commit->label, commit->args);
      GtkWidget *teller = gtk_widget_get_mapped (self->teller) ? self->teller : self->window;

      gtk_widget_activate_action (teller, "win.tell-done", "(xs)", commit->history, sentence);
    }
  g_task_return_pointer (task, g_steal_pointer (&commit), (GDestroyNotify) vel_commit_free);
}

static void
start (GTask *task)
{
  Doing *self = g_task_get_task_data (task);

  vel_book_commit_async (self->book, self->change, NULL, committed_cb, task);
}

/**
 * vel_doing_commit:
 * @widget: the widget that asks
 * @book: a book
 * @change: what to do; not to be touched any more
 * @toast: whether the window shows what was done, with a button to undo it
 *
 * Makes a change that nobody waits for; see vel_doing_commit_async().
 */
void
vel_doing_commit (GtkWidget *widget,
                  VelBook   *book,
                  VelChange *change,
                  gboolean   toast)
{
  vel_doing_commit_async (widget, book, change, toast, NULL, NULL);
}

/**
 * vel_doing_commit_async:
 * @widget: the widget that asks, in a window or about to leave it
 * @book: a book
 * @change: what to do, without a source; not to be touched any more
 * @toast: whether the window shows what was done, with a button to undo it
 * @callback: (nullable): called when it is done or given up
 * @user_data: given to @callback
 *
 * Makes a change. Where it fails a dialog says why and, if that may help,
 * offers to try the very same change again, so that nothing typed is lost
 * while the reason is removed. Callers tell the user nothing themselves.
 */
void
vel_doing_commit_async (GtkWidget           *widget,
                        VelBook             *book,
                        VelChange           *change,
                        gboolean             toast,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;
  Doing *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (VEL_IS_BOOK (book));
  g_return_if_fail (VEL_IS_CHANGE (change));

  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_source_tag (task, vel_doing_commit_async);
  self = g_new0 (Doing, 1);
  self->window = find_main_window (widget);
  self->teller = find_teller (widget);
  if (self->window != NULL)
    {
      g_object_ref (self->window);
      g_object_ref (self->teller);
    }
  self->book = g_object_ref (book);
  self->change = g_object_ref (change);
  self->toast = toast;
  g_task_set_task_data (task, self, doing_free);
  start (task);
}

/**
 * vel_doing_commit_finish:
 * @widget: the widget that asked
 * @result: what the callback was given
 * @error: (out): why it was given up; the user knows already
 *
 * Returns: (transfer full) (nullable): what came of the change
 */
VelCommit *
vel_doing_commit_finish (GtkWidget     *widget,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, widget), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vel_doing_tell:
 * @widget: a widget in a window
 * @sentence: what to say, plain text
 *
 * Shows @sentence for a few seconds at the foot of the window.
 */
void
vel_doing_tell (GtkWidget  *widget,
                const char *sentence)
{
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  window = find_teller (widget);
  if (window == NULL || !gtk_widget_activate_action (window, "win.tell", "s", sentence))
    g_message ("%s", sentence);
}

/**
 * vel_doing_tell_failed:
 * @widget: a widget in a window
 * @heading: what did not succeed, as a short title
 * @error: why
 *
 * Shows in a dialog why something the user has asked for did not succeed.
 */
void
vel_doing_tell_failed (GtkWidget    *widget,
                       const char   *heading,
                       const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  gtk_window_present (GTK_WINDOW (make_dialog (widget, find_main_window (widget), heading, error)));
}
