/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-dialog-private.h"

#include <glib/gi18n.h>

#include "vel-error-text.h"
#include "vel-import-chooser.h"
#include "vel-product.h"

/**
 * VelImportDialog:
 *
 * The import assistant: what was understood of a file, what will become of its
 * rows, the import itself, and what came of it. Nothing is written before the
 * third page, and all of it can be taken back on the last.
 */

enum { SHOW_IMPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelImportDialog, vel_import_dialog, ADW_TYPE_WINDOW)

/* What stands where on each page; a button without a label is not shown. */
static const struct
{
  const char *name;
  const char *title;
  const char *start_label;
  const char *end_label;
} pages[] = {
  [VEL_IMPORT_PAGE_BUSY] = { "busy", N_("Import"), N_("_Cancel"), NULL },
  [VEL_IMPORT_PAGE_COLUMNS] = { "columns", N_("Import"), N_("_Cancel"), N_("_Continue") },
  [VEL_IMPORT_PAGE_PREVIEW] = { "preview", N_("Preview"), N_("_Back"), N_("_Import") },
  [VEL_IMPORT_PAGE_DONE] = { "done", N_("Imported"), N_("_Close"), N_("_Show them") },
  [VEL_IMPORT_PAGE_UNDONE] = { "done", N_("Taken back"), N_("_Back"), N_("_Close") },
  [VEL_IMPORT_PAGE_TROUBLE] = { "trouble", N_("Import"), N_("_Back"), NULL },
};

static void
set_button (GtkButton  *button,
            const char *label)
{
  gtk_widget_set_visible (GTK_WIDGET (button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (button, _(label));
}

/* Shows a page, with the focus on what goes on. */
void
vel_import_dialog_show_page (VelImportDialog *self,
                             VelImportPage    page)
{
  const gboolean has_way_back = page != VEL_IMPORT_PAGE_TROUBLE || self->import != NULL;
  const gboolean has_rows = self->report != NULL && self->report->created + self->report->updated > 0;
  /* Products have no page of their own. */
  const gboolean can_show = self->import != NULL && vel_import_get_entity (self->import) != &vel_product_entity;
  GtkWidget *focus = GTK_WIDGET (self->end_button);

  self->page = page;
  gtk_stack_set_visible_child_name (self->stack, pages[page].name);
  adw_window_title_set_title (self->title, _(pages[page].title));
  set_button (self->start_button, has_way_back ? pages[page].start_label : N_("_Cancel"));
  set_button (self->end_button, can_show || page != VEL_IMPORT_PAGE_DONE ? pages[page].end_label : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), self->work != VEL_IMPORT_WORK_UNDOING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->end_button), page != VEL_IMPORT_PAGE_PREVIEW || has_rows);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), self->work == VEL_IMPORT_WORK_NONE || page == VEL_IMPORT_PAGE_BUSY);
  if (page == VEL_IMPORT_PAGE_TROUBLE)
    focus = self->choose_button;
  else if (!gtk_widget_get_visible (focus) || !gtk_widget_get_sensitive (focus))
    focus = GTK_WIDGET (self->start_button);
  gtk_window_set_default_widget (GTK_WINDOW (self), focus);
  gtk_widget_grab_focus (focus);
}

/* Says why it does not go on. */
void
vel_import_dialog_show_trouble (VelImportDialog *self,
                                const GError    *error)
{
  g_autofree char *text = vel_error_text (error);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->trouble, self->import == NULL ? _("This file cannot be imported")
                                                                 : _("Nothing was imported"));
  adw_status_page_set_description (self->trouble, markup);
  vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_TROUBLE);
}

static void
show_columns (VelImportDialog *self)
{
  /* Also as they are after options that did not work out. */
  vel_import_columns_show (self->columns, self->import, (const char * const *) self->own_fields);
  vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_COLUMNS);
}

static void
start_clicked_cb (VelImportDialog *self)
{
  if (self->work != VEL_IMPORT_WORK_NONE)
    gtk_window_close (GTK_WINDOW (self));
  else if (self->page == VEL_IMPORT_PAGE_PREVIEW || self->page == VEL_IMPORT_PAGE_UNDONE ||
           (self->page == VEL_IMPORT_PAGE_TROUBLE && self->import != NULL))
    show_columns (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
end_clicked_cb (VelImportDialog *self)
{
  if (self->work != VEL_IMPORT_WORK_NONE)
    return;
  switch (self->page)
    {
    case VEL_IMPORT_PAGE_COLUMNS:
      vel_import_dialog_run (self, TRUE);
      return;

    case VEL_IMPORT_PAGE_PREVIEW:
      vel_import_dialog_run (self, FALSE);
      return;

    case VEL_IMPORT_PAGE_DONE:
      g_signal_emit (self, signals[SHOW_IMPORTED], 0, vel_import_get_entity (self->import),
                     self->report->created > 0 ? self->since : (gint64) 0);
      gtk_window_close (GTK_WINDOW (self));
      return;

    case VEL_IMPORT_PAGE_UNDONE:
      gtk_window_close (GTK_WINDOW (self));
      return;

    case VEL_IMPORT_PAGE_BUSY:
    case VEL_IMPORT_PAGE_TROUBLE:
    default:
      return;
    }
}

static void
match_changed_cb (VelImportDialog *self,
                  guint            column)
{
  g_hash_table_insert (self->by_hand, g_strdup (vel_import_get_columns (self->import)[column]),
                       vel_column_match_to_string (vel_import_get_match (self->import, column)));
}

static void
options_changed_cb (VelImportDialog *self)
{
  VelCsvOptions options;
  const VelEntity *entity;

  if (self->work != VEL_IMPORT_WORK_NONE)
    return;
  vel_import_columns_get_options (self->columns, &options);
  entity = vel_import_columns_get_entity (self->columns);
  /* What a column of customers is sent to, deals do not have. */
  if (entity != vel_import_get_entity (self->import))
    g_hash_table_remove_all (self->by_hand);
  vel_import_dialog_read (self, entity, &options);
}

static void
choices_changed_cb (VelImportDialog *self)
{
  if (self->work == VEL_IMPORT_WORK_NONE && self->page == VEL_IMPORT_PAGE_PREVIEW)
    vel_import_dialog_run (self, TRUE);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelImportDialog *self = VEL_IMPORT_DIALOG (widget);

  if (self->work == VEL_IMPORT_WORK_NONE && self->page == VEL_IMPORT_PAGE_DONE)
    vel_import_dialog_undo (self);
}

static void
save_chosen_cb (VelImportDialog      *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && self->work == VEL_IMPORT_WORK_NONE)
    vel_import_dialog_save_rejected (self, file);
  g_object_unref (chooser);
}

static void
save_rejected (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VelImportDialog *self = VEL_IMPORT_DIALOG (widget);
  GtkFileChooserNative *chooser = vel_import_chooser_new_save (GTK_WINDOW (self), self->file);

  g_signal_connect_object (chooser, "response", G_CALLBACK (save_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
other_chosen_cb (VelImportDialog      *self,
                 int                   response,
                 GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL && self->work == VEL_IMPORT_WORK_NONE)
    vel_import_dialog_open (self, file);
  g_object_unref (chooser);
}

static void
choose_other (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  GtkFileChooserNative *chooser = vel_import_chooser_new (GTK_WINDOW (widget));

  g_signal_connect_object (chooser, "response", G_CALLBACK (other_chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
leave_cb (gpointer data)
{
  gtk_window_close (data);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (VelImportDialog *self,
             const char      *response)
{
  g_clear_weak_pointer (&self->question);
  if (!g_str_equal (response, "leave"))
    return;
  g_hash_table_remove_all (self->by_hand);
  /* The question stands before this window, and goes first. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (self), g_object_unref);
}

static void
ask_to_leave (VelImportDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Leave the import?"),
                                              _("Nothing has been imported. Where you have sent the columns will "
                                                "be forgotten."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay"), "leave", _("_Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Leaving gives up the work that is under way, and leads back to where it
 * began; it asks only where something would be lost. */
static gboolean
vel_import_dialog_close_request (GtkWindow *window)
{
  VelImportDialog *self = VEL_IMPORT_DIALOG (window);
  const gboolean is_over = self->page == VEL_IMPORT_PAGE_DONE || self->page == VEL_IMPORT_PAGE_UNDONE;

  if (self->work == VEL_IMPORT_WORK_UNDOING || self->work == VEL_IMPORT_WORK_SAVING || self->question != NULL)
    return TRUE;
  if (self->work != VEL_IMPORT_WORK_NONE)
    {
      vel_import_dialog_cancel_work (self);
      if (self->import != NULL)
        return TRUE;
    }
  else if (!is_over && g_hash_table_size (self->by_hand) > 0)
    {
      ask_to_leave (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (vel_import_dialog_parent_class)->close_request (window);
}

/* Also when the window before which it stands goes: what is under way holds a
 * reference, so this comes before dispose(). */
static void
vel_import_dialog_unmap (GtkWidget *widget)
{
  vel_import_dialog_forget_work (VEL_IMPORT_DIALOG (widget));

  GTK_WIDGET_CLASS (vel_import_dialog_parent_class)->unmap (widget);
  /* That reference may outlive the window before which this one stood. */
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
vel_import_dialog_dispose (GObject *object)
{
  VelImportDialog *self = VEL_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->progress_tick, g_source_remove);
  g_clear_handle_id (&self->busy_delay, g_source_remove);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (vel_import_dialog_parent_class)->dispose (object);
}

static void
vel_import_dialog_finalize (GObject *object)
{
  VelImportDialog *self = VEL_IMPORT_DIALOG (object);

  /* Until here a thread may read them. */
  g_clear_pointer (&self->report, vel_import_report_free);
  g_clear_object (&self->import);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->own_fields, g_strfreev);
  g_clear_pointer (&self->by_hand, g_hash_table_unref);

  G_OBJECT_CLASS (vel_import_dialog_parent_class)->finalize (object);
}

static void
vel_import_dialog_class_init (VelImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_import_dialog_dispose;
  object_class->finalize = vel_import_dialog_finalize;
  widget_class->unmap = vel_import_dialog_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = vel_import_dialog_close_request;

  /**
   * VelImportDialog::show-imported:
   * @self: a dialog
   * @entity: what was imported, a #VelEntity
   * @since: when the import began, in UTC seconds; 0 where nobody is new
   *
   * The user wants to see what was imported.
   */
  signals[SHOW_IMPORTED] = g_signal_new ("show-imported", VEL_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT64);

  g_type_ensure (VEL_TYPE_IMPORT_COLUMNS);
  g_type_ensure (VEL_TYPE_IMPORT_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/import/vel-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, start_button);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, end_button);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, busy_label);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, done);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, VelImportDialog, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_install_action (widget_class, "import.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "import.save-rejected", NULL, save_rejected);
  gtk_widget_class_install_action (widget_class, "import.choose-other", NULL, choose_other);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vel_import_dialog_init (VelImportDialog *self)
{
  self->by_hand = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_import_dialog_new:
 * @parent: (nullable): the window before which it stands
 * @book: the book that shall have the records
 *
 * Returns: (transfer none): an assistant that has no file yet
 */
VelImportDialog *
vel_import_dialog_new (GtkWindow *parent,
                       VelBook   *book)
{
  VelImportDialog *self = g_object_new (VEL_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->book = g_object_ref (book);
  vel_import_choices_set_book (vel_import_result_get_choices (self->preview), book);
  g_signal_connect_object (vel_import_result_get_choices (self->preview), "changed",
                           G_CALLBACK (choices_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vel_import_dialog_open:
 * @self: an assistant that does nothing at the moment
 * @file: a table of customers, deals or products
 *
 * Reads @file and begins with it anew.
 */
void
vel_import_dialog_open (VelImportDialog *self,
                        GFile           *file)
{
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (VEL_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->work == VEL_IMPORT_WORK_NONE);

  base = g_file_get_basename (file);
  shown = g_filename_display_name (base);
  g_set_object (&self->file, file);
  g_clear_object (&self->import);
  g_hash_table_remove_all (self->by_hand);
  adw_window_title_set_subtitle (self->title, shown);
  vel_import_dialog_read (self, NULL, NULL);
  vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_BUSY);
}

/**
 * vel_import_dialog_present:
 * @parent: a widget in the window before which it stands
 * @book: the book that shall have the records
 * @file: a table of them
 *
 * Shows an assistant that brings @file into @book.
 *
 * Returns: (transfer none): it
 */
VelImportDialog *
vel_import_dialog_present (GtkWidget *parent,
                           VelBook   *book,
                           GFile     *file)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  VelImportDialog *self = vel_import_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, book);

  vel_import_dialog_open (self, file);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
