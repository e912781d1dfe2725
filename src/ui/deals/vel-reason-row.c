/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-reason-row.h"

#include <glib/gi18n.h>

#include "vel-editing.h"

/**
 * VelReasonRow:
 *
 * A reason for which deals are lost: renamed in place, archived and taken out
 * of the archive, and never deleted.
 */
struct _VelReasonRow
{
  VelArrangedRow  parent_instance;

  VelBook        *book;   /* (owned) */

  VelInlineText  *name;
};

G_DEFINE_FINAL_TYPE (VelReasonRow, vel_reason_row, VEL_TYPE_ARRANGED_ROW)

static VelRecord *
get_reason (VelReasonRow *self)
{
  return vel_arranged_row_get_record (VEL_ARRANGED_ROW (self));
}

static void
refresh (VelReasonRow *self)
{
  const char *name = vel_record_get_text (get_reason (self), "name");

  vel_inline_text_set_value (self->name, name != NULL ? name : "");
  vel_arranged_row_name (VEL_ARRANGED_ROW (self), name != NULL ? name : "");
}

static VelVerdict
check_name_cb (const char *text,
               char      **sentence,
               gpointer    user_data)
{
  return vel_editing_judge (get_reason (user_data), "name", text, sentence);
}

static void
name_saved_cb (VelReasonRow *self,
               const char   *typed)
{
  vel_editing_save (self->name, self->book, get_reason (self), "name", typed, N_("Rename %s to %s"));
}

static void
archive (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  VelReasonRow *self = VEL_REASON_ROW (widget);

  vel_editing_archive (widget, self->book, get_reason (self), g_str_equal (action, "reason.archive"));
}

static void
vel_reason_row_dispose (GObject *object)
{
  g_clear_object (&VEL_REASON_ROW (object)->book);

  G_OBJECT_CLASS (vel_reason_row_parent_class)->dispose (object);
}

static void
vel_reason_row_class_init (VelReasonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_reason_row_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reason.archive", NULL, archive);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reason.restore", NULL, archive);
}

static void
vel_reason_row_init (VelReasonRow *self)
{
}

/**
 * vel_reason_row_new:
 * @book: a book
 * @reason: a lost reason of it
 *
 * Returns: (transfer floating): a row that shows and edits it, for a list of
 *   those in use or of those in the archive
 */
GtkWidget *
vel_reason_row_new (VelBook   *book,
                    VelRecord *reason)
{
  VelReasonRow *self = g_object_new (VEL_TYPE_REASON_ROW, NULL);

  self->book = g_object_ref (book);
  self->name = VEL_INLINE_TEXT (vel_inline_text_new (FALSE));
  vel_inline_text_set_title (self->name, _("Lost reason"), FALSE);
  vel_arranged_row_build (VEL_ARRANGED_ROW (self), reason, GTK_WIDGET (self->name));
  vel_inline_text_set_check (self->name, check_name_cb, self, NULL);
  g_signal_connect_object (self->name, "saved", G_CALLBACK (name_saved_cb), self, G_CONNECT_SWAPPED);
  if (vel_record_get_integer (reason, "archived") != 0)
    vel_arranged_row_add_choice (VEL_ARRANGED_ROW (self), _("Take out of the archive"), "reason.restore");
  else
    vel_arranged_row_add_choice (VEL_ARRANGED_ROW (self), C_("verb", "Archive"), "reason.archive");
  g_signal_connect_object (reason, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
