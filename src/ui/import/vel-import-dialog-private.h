/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-import-columns.h"
#include "vel-import-dialog.h"
#include "vel-import-result.h"

G_BEGIN_DECLS

/**
 * VelImportPage:
 * @VEL_IMPORT_PAGE_BUSY: something is under way
 * @VEL_IMPORT_PAGE_COLUMNS: what was understood of the file
 * @VEL_IMPORT_PAGE_PREVIEW: what will be written
 * @VEL_IMPORT_PAGE_DONE: what was written
 * @VEL_IMPORT_PAGE_UNDONE: it was taken back
 * @VEL_IMPORT_PAGE_TROUBLE: why it does not go on
 */
typedef enum
{
  VEL_IMPORT_PAGE_BUSY,
  VEL_IMPORT_PAGE_COLUMNS,
  VEL_IMPORT_PAGE_PREVIEW,
  VEL_IMPORT_PAGE_DONE,
  VEL_IMPORT_PAGE_UNDONE,
  VEL_IMPORT_PAGE_TROUBLE
} VelImportPage;

/**
 * VelImportWork:
 * @VEL_IMPORT_WORK_NONE: nothing is under way
 * @VEL_IMPORT_WORK_OPENING: the file is being read for the first time, or anew
 * @VEL_IMPORT_WORK_CHECKING: it is being found out what would become of the rows
 * @VEL_IMPORT_WORK_IMPORTING: they are being written
 * @VEL_IMPORT_WORK_UNDOING: they are being taken back
 * @VEL_IMPORT_WORK_SAVING: the rejected rows are being saved
 */
typedef enum
{
  VEL_IMPORT_WORK_NONE,
  VEL_IMPORT_WORK_OPENING,
  VEL_IMPORT_WORK_CHECKING,
  VEL_IMPORT_WORK_IMPORTING,
  VEL_IMPORT_WORK_UNDOING,
  VEL_IMPORT_WORK_SAVING
} VelImportWork;

struct _VelImportDialog
{
  AdwWindow         parent_instance;

  VelBook          *book;         /* (owned) (not nullable) until dispose() */
  GFile            *file;         /* (owned) (nullable) */
  VelImport        *import;       /* (owned) (nullable): what is known of the file */
  VelImportReport  *report;       /* (owned) (nullable): of the last run */
  GStrv             own_fields;   /* (owned) (nullable): what the user has added to the book */
  GHashTable       *by_hand;      /* (owned) (element-type utf8 utf8): where the user has sent columns, by name */
  gint64            since;        /* when the last import began, in UTC seconds */

  gboolean          is_closed;    /* for good; a work that is still under way keeps the dialog from dispose() */
  VelImportPage     page;
  VelImportPage     page_before;  /* what a work began at, and goes back to when it is cancelled */
  VelImportWork     work;
  GCancellable     *cancellable;  /* (owned) (nullable): of the work */
  guint             busy_delay;
  guint             progress_tick;
  GtkWidget        *question;     /* (weak) (nullable): whether to leave */

  AdwWindowTitle   *title;
  AdwToastOverlay  *toasts;
  GtkStack         *stack;
  GtkButton        *start_button;
  GtkButton        *end_button;
  GtkLabel         *busy_label;
  GtkProgressBar   *progress;
  VelImportColumns *columns;
  VelImportResult  *preview;
  VelImportResult  *done;
  AdwStatusPage    *trouble;
  GtkWidget        *choose_button;
};

void vel_import_dialog_show_page     (VelImportDialog *self,
                                      VelImportPage    page);
void vel_import_dialog_show_trouble  (VelImportDialog *self,
                                      const GError    *error);

void vel_import_dialog_read          (VelImportDialog     *self,
                                      const VelEntity     *entity,
                                      const VelCsvOptions *options);
void vel_import_dialog_run           (VelImportDialog *self,
                                      gboolean         dry_run);
void vel_import_dialog_undo          (VelImportDialog *self);
void vel_import_dialog_save_rejected (VelImportDialog *self,
                                      GFile           *file);
void vel_import_dialog_cancel_work   (VelImportDialog *self);
void vel_import_dialog_forget_work   (VelImportDialog *self);

G_END_DECLS
