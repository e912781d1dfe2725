/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-pipeline-editor.h"

#include <glib/gi18n.h>

#include "vel-error-text.h"
#include "vel-money-page.h"
#include "vel-pipeline-page.h"
#include "vel-reasons-page.h"

/**
 * VelPipelineEditor:
 *
 * The window in which the ways of sales are settled: the pipelines and their
 * stages, the reasons for which deals are lost, and the currencies. It tells itself what was done in it, with a way back, as the window
 * that it stands before cannot be reached meanwhile.
 */
struct _VelPipelineEditor
{
  AdwPreferencesWindow  parent_instance;

  VelBook              *book;           /* (owned) */
  AdwToast             *toast;          /* (weak) (nullable): what is told */
  AdwToast             *next_toast;     /* (owned) (nullable): what is told next */
  guint                 toast_arrives;

  VelPipelinePage      *pipeline_page;
  VelReasonsPage       *reasons_page;
  VelMoneyPage         *money_page;
};

G_DEFINE_FINAL_TYPE (VelPipelineEditor, vel_pipeline_editor, ADW_TYPE_PREFERENCES_WINDOW)

/* libadwaita 1.2 comes to grief over a toast that is dismissed while it is
 * still on its way in, which takes it half a second. */
#define TOAST_ARRIVES_MS 600

static gboolean
next_toast_cb (gpointer data)
{
  VelPipelineEditor *self = data;
  AdwToast *next = g_steal_pointer (&self->next_toast);

  self->toast_arrives = 0;
  if (next == NULL)
    return G_SOURCE_REMOVE;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, next);
  self->toast_arrives = g_timeout_add (TOAST_ARRIVES_MS, next_toast_cb, self);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), next);
  return G_SOURCE_REMOVE;
}

/* Takes @toast. The newest counts: they do not queue up behind one another. */
static void
show_toast (VelPipelineEditor *self,
            AdwToast          *toast)
{
  g_clear_object (&self->next_toast);
  self->next_toast = toast;
  if (self->toast_arrives == 0)
    next_toast_cb (self);
}

static AdwToast *
make_toast (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

static void
tell (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  show_toast (VEL_PIPELINE_EDITOR (widget), make_toast (g_variant_get_string (parameter, NULL)));
}

static void
tell_done (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AdwToast *toast;
  const char *sentence;
  gint64 history;

  g_variant_get (parameter, "(x&s)", &history, &sentence);
  toast = make_toast (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-change");
  adw_toast_set_action_target (toast, "x", history);
  show_toast (VEL_PIPELINE_EDITOR (widget), toast);
}

static void
tell_error (VelPipelineEditor *self,
            const GError      *error)
{
  g_autofree char *text = vel_error_text (error);

  show_toast (self, make_toast (text));
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelPipelineEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_undo_finish (VEL_BOOK (object), result, &error);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (self->book == NULL)
    return;
  if (commit == NULL)
    {
      tell_error (self, error);
      return;
    }
  label = vel_history_say (commit->label, commit->args);
  /* Translators: %s is what was done, such as "Delete Ayşe Yılmaz" */
  sentence = g_strdup_printf (_("Undone: %s"), label);
  toast = make_toast (sentence);
  adw_toast_set_button_label (toast, _("_Redo"));
  adw_toast_set_action_name (toast, "win.redo");
  show_toast (self, toast);
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelPipelineEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_redo_finish (VEL_BOOK (object), result, &error);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (self->book == NULL)
    return;
  if (commit == NULL)
    {
      tell_error (self, error);
      return;
    }
  label = vel_history_say (commit->label, commit->args);
  /* Translators: %s is what was undone before, such as "Delete Ayşe Yılmaz" */
  sentence = g_strdup_printf (_("Done again: %s"), label);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-done", "(xs)", commit->history, sentence);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelPipelineEditor *self = VEL_PIPELINE_EDITOR (widget);

  vel_book_undo_async (self->book, parameter != NULL ? g_variant_get_int64 (parameter) : 0, NULL,
                       undone_cb, g_object_ref (self));
}

static void
redo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelPipelineEditor *self = VEL_PIPELINE_EDITOR (widget);

  vel_book_redo_async (self->book, NULL, redone_cb, g_object_ref (self));
}

static void
vel_pipeline_editor_dispose (GObject *object)
{
  VelPipelineEditor *self = VEL_PIPELINE_EDITOR (object);

  g_clear_handle_id (&self->toast_arrives, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->next_toast);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_PIPELINE_EDITOR);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_pipeline_editor_parent_class)->dispose (object);
}

static void
vel_pipeline_editor_class_init (VelPipelineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_pipeline_editor_dispose;

  g_type_ensure (VEL_TYPE_MONEY_PAGE);
  g_type_ensure (VEL_TYPE_PIPELINE_PAGE);
  g_type_ensure (VEL_TYPE_REASONS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-pipeline-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, VelPipelineEditor, pipeline_page);
  gtk_widget_class_bind_template_child (widget_class, VelPipelineEditor, reasons_page);
  gtk_widget_class_bind_template_child (widget_class, VelPipelineEditor, money_page);
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell);
  gtk_widget_class_install_action (widget_class, "win.tell-done", "(xs)", tell_done);
  gtk_widget_class_install_action (widget_class, "win.undo-change", "x", undo);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
}

static void
vel_pipeline_editor_init (VelPipelineEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_pipeline_editor_present:
 * @parent: a widget in the window before which it stands
 * @book: a book
 * @pipeline: the pipeline of it that is shown first
 *
 * Returns: (transfer none): the window, which goes when it is closed
 */
VelPipelineEditor *
vel_pipeline_editor_present (GtkWidget *parent,
                             VelBook   *book,
                             gint64     pipeline)
{
  VelPipelineEditor *self = g_object_new (VEL_TYPE_PIPELINE_EDITOR, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  self->book = g_object_ref (book);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  vel_pipeline_page_show (self->pipeline_page, book, pipeline);
  vel_reasons_page_set_book (self->reasons_page, book);
  vel_money_page_set_book (self->money_page, book);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
