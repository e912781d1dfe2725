/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-dialog-private.h"

#include <glib/gi18n.h>

#include "vel-custom-field.h"
#include "vel-doing.h"

/* What the assistant does behind its pages, one thing at a time; the window
 * goes on living meanwhile. */

/* What is done sooner does not show that it is being done, in milliseconds. */
#define BUSY_DELAY_MS 150
#define PROGRESS_INTERVAL_MS 100

static const char *
say_work (VelImportWork work)
{
  switch (work)
    {
    case VEL_IMPORT_WORK_OPENING:
      return _("Reading the file…");

    case VEL_IMPORT_WORK_CHECKING:
      return _("Looking what will become of each row…");

    case VEL_IMPORT_WORK_IMPORTING:
      return _("Importing…");

    case VEL_IMPORT_WORK_UNDOING:
      return _("Taking the import back…");

    case VEL_IMPORT_WORK_SAVING:
      return _("Saving the rejected rows…");

    case VEL_IMPORT_WORK_NONE:
    default:
      return "";
    }
}

static gboolean
progress_cb (gpointer data)
{
  VelImportDialog *self = data;

  if (self->work == VEL_IMPORT_WORK_CHECKING || self->work == VEL_IMPORT_WORK_IMPORTING)
    gtk_progress_bar_set_fraction (self->progress, vel_import_get_progress (self->import));
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static gboolean
busy_delay_cb (gpointer data)
{
  VelImportDialog *self = data;

  self->busy_delay = 0;
  vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_BUSY);
  return G_SOURCE_REMOVE;
}

static void
begin (VelImportDialog *self,
       VelImportWork    work)
{
  self->work = work;
  self->page_before = self->page;
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->busy_label, say_work (work));
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->end_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  self->progress_tick = g_timeout_add (PROGRESS_INTERVAL_MS, progress_cb, self);
  self->busy_delay = g_timeout_add (BUSY_DELAY_MS, busy_delay_cb, self);
}

/* Whether the dialog is still open, to show what came of the work. */
static gboolean
end (VelImportDialog *self)
{
  g_clear_handle_id (&self->progress_tick, g_source_remove);
  g_clear_handle_id (&self->busy_delay, g_source_remove);
  g_clear_object (&self->cancellable);
  self->work = VEL_IMPORT_WORK_NONE;
  if (self->is_closed)
    return FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  return TRUE;
}

static void
fail (VelImportDialog *self,
      const GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      vel_import_dialog_show_trouble (self, error);
      return;
    }
  /* What was chosen and not done is not shown as if it were. */
  if (self->page_before == VEL_IMPORT_PAGE_COLUMNS)
    vel_import_columns_show (self->columns, self->import, (const char * const *) self->own_fields);
  vel_import_dialog_show_page (self, self->page_before);
}

/* What the user has sent elsewhere stays there when the file is read anew. */
static void
send_by_hand (VelImportDialog *self)
{
  const VelEntity *entity = vel_import_get_entity (self->import);
  const char * const *names = vel_import_get_columns (self->import);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text = g_hash_table_lookup (self->by_hand, names[i]);
      g_autoptr(VelColumnMatch) match = text != NULL ? vel_column_match_parse (entity, text, NULL) : NULL;

      if (match != NULL)
        vel_import_set_match (self->import, i, match);
    }
}

static void
own_fields_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VelImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) names = vel_book_values_finish (VEL_BOOK (object), result, &error);

  if (!end (self))
    return;
  if (names == NULL)
    {
      fail (self, error);
      return;
    }
  g_strfreev (self->own_fields);
  self->own_fields = g_steal_pointer (&names);
  vel_import_columns_show (self->columns, self->import, (const char * const *) self->own_fields);
  vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_COLUMNS);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(VelImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelImport) import = vel_import_open_finish (result, &error);

  if (import == NULL || self->is_closed)
    {
      if (end (self))
        fail (self, error);
      return;
    }
  g_set_object (&self->import, import);
  send_by_hand (self);
  vel_book_values_async (self->book, &vel_custom_field_entity, "name", self->cancellable, own_fields_cb,
                         g_object_ref (self));
}

/* Reads the file as a table of @entity, or of what it seems to be, and shows
 * what was understood of it. */
void
vel_import_dialog_read (VelImportDialog     *self,
                        const VelEntity     *entity,
                        const VelCsvOptions *options)
{
  begin (self, VEL_IMPORT_WORK_OPENING);
  vel_import_open_async (self->book, entity, self->file, options, self->cancellable, read_cb, g_object_ref (self));
}

static void
take_report (VelImportDialog *self,
             VelImportReport *report,
             gboolean         dry_run)
{
  g_autoptr(VelImportReport) before = self->report;

  self->report = report;
  /* Neither page may show what is freed. */
  vel_import_result_show (self->preview, self->import, report, VEL_IMPORT_STAGE_PREVIEW);
  vel_import_result_show (self->done, self->import, report, VEL_IMPORT_STAGE_DONE);
  vel_import_dialog_show_page (self, dry_run ? VEL_IMPORT_PAGE_PREVIEW : VEL_IMPORT_PAGE_DONE);
}

static void
run_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(VelImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelImportReport) report = vel_import_run_finish (VEL_IMPORT (object), result, &error);
  const gboolean dry_run = self->work == VEL_IMPORT_WORK_CHECKING;

  if (!end (self))
    return;
  if (report == NULL)
    fail (self, error);
  else
    take_report (self, g_steal_pointer (&report), dry_run);
}

/* Finds out what would become of the rows, or writes them. */
void
vel_import_dialog_run (VelImportDialog *self,
                       gboolean         dry_run)
{
  begin (self, dry_run ? VEL_IMPORT_WORK_CHECKING : VEL_IMPORT_WORK_IMPORTING);
  vel_import_choices_apply (vel_import_result_get_choices (self->preview), self->import);
  if (!dry_run)
    self->since = g_get_real_time () / G_USEC_PER_SEC;
  vel_import_run_async (self->import, dry_run, self->cancellable, run_cb, g_object_ref (self));
}

static void
undo_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(VelImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_undo_finish (VEL_BOOK (object), result, &error);

  if (!end (self))
    return;
  if (commit != NULL)
    {
      vel_import_result_show (self->done, self->import, self->report, VEL_IMPORT_STAGE_UNDONE);
      vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_UNDONE);
      return;
    }
  vel_import_dialog_show_page (self, VEL_IMPORT_PAGE_DONE);
  vel_doing_tell_failed (GTK_WIDGET (self), _("The import could not be taken back"), error);
}

/* Takes the whole import back. */
void
vel_import_dialog_undo (VelImportDialog *self)
{
  begin (self, VEL_IMPORT_WORK_UNDOING);
  vel_book_undo_async (self->book, self->report->history, NULL, undo_cb, g_object_ref (self));
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  VelImportDialog *self = source;
  GError *error = NULL;

  if (vel_import_save_rejected (self->import, self->report, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelImportDialog *self = VEL_IMPORT_DIALOG (object);
  GFile *file = g_task_get_task_data (G_TASK (result));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *sentence = g_strdup_printf (_("The rejected rows are in “%s”"), shown);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  g_autoptr(GError) error = NULL;
  const gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (!end (self))
    return;
  vel_import_dialog_show_page (self, self->page_before);
  if (saved)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
  else
    vel_doing_tell_failed (GTK_WIDGET (self), _("The rejected rows could not be saved"), error);
}

/* Writes the rejected rows to a file. What is read meanwhile, the import and
 * its report, nothing changes while a work is under way. */
void
vel_import_dialog_save_rejected (VelImportDialog *self,
                                 GFile           *file)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, saved_cb, NULL);

  begin (self, VEL_IMPORT_WORK_SAVING);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

/* Gives up what is under way, where it can be given up; the book stays as it was. */
void
vel_import_dialog_cancel_work (VelImportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* The dialog has gone from the screen: nothing that still comes of a work is shown. */
void
vel_import_dialog_forget_work (VelImportDialog *self)
{
  self->is_closed = TRUE;
  g_clear_handle_id (&self->progress_tick, g_source_remove);
  g_clear_handle_id (&self->busy_delay, g_source_remove);
  vel_import_dialog_cancel_work (self);
}
