/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-reasons-page.h"

#include <glib/gi18n.h>

#include "vel-arranged-list.h"
#include "vel-doing.h"
#include "vel-editing.h"
#include "vel-lost-reason.h"
#include "vel-reason-row.h"
#include "vel-text.h"

/**
 * VelReasonsPage:
 *
 * The reasons for which deals are lost: those that are offered, in order, and
 * those in the archive.
 */
struct _VelReasonsPage
{
  AdwPreferencesPage  parent_instance;

  VelBook            *book;   /* (owned) (nullable) */

  VelArrangedList    *reasons;
  VelArrangedList    *archive;
  GtkWidget          *archive_group;
  GtkEditable        *new_reason;
};

G_DEFINE_FINAL_TYPE (VelReasonsPage, vel_reasons_page, ADW_TYPE_PREFERENCES_PAGE)

/* The reason of a list that a name means, however it is written. */
static VelRecord *
find_reason (VelArrangedList *list,
             const char      *name)
{
  g_autofree char *wanted = vel_text_fold (name);
  VelArrangedRow *row;

  for (guint i = 0; (row = vel_arranged_list_get_row (list, i)) != NULL; i++)
    {
      g_autofree char *fold = vel_text_fold (vel_record_get_text (vel_arranged_row_get_record (row), "name"));

      if (g_str_equal (fold, wanted))
        return vel_arranged_row_get_record (row);
    }
  return NULL;
}

static void
add_cb (VelReasonsPage *self)
{
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (self->new_reason));
  VelRecord *archived = find_reason (self->archive, name);
  VelRecord *offered = find_reason (self->reasons, name);
  g_autoptr(VelChange) change = NULL;
  gint64 id;

  if (*name == '\0')
    return;
  if (offered != NULL)
    {
      g_autofree char *said = g_strdup_printf (_("“%s” is on the list already."), vel_record_get_text (offered, "name"));

      vel_doing_tell (GTK_WIDGET (self), said);
      return;
    }
  gtk_editable_set_text (self->new_reason, "");
  if (archived != NULL)
    {
      vel_editing_archive (GTK_WIDGET (self), self->book, archived, FALSE);
      return;
    }
  change = vel_change_new (N_("Add %s"), name, NULL);
  id = vel_change_insert (change, &vel_lost_reason_entity);
  vel_change_set_text (change, &vel_lost_reason_entity, id, "name", name);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
archive_shown_cb (VelReasonsPage *self)
{
  gtk_widget_set_visible (self->archive_group,
                          g_list_model_get_n_items (G_LIST_MODEL (vel_arranged_list_get_model (self->archive))) > 0);
}

static void
vel_reasons_page_dispose (GObject *object)
{
  VelReasonsPage *self = VEL_REASONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_REASONS_PAGE);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_reasons_page_parent_class)->dispose (object);
}

static void
vel_reasons_page_class_init (VelReasonsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_reasons_page_dispose;

  g_type_ensure (VEL_TYPE_ARRANGED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-reasons-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VelReasonsPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, VelReasonsPage, archive);
  gtk_widget_class_bind_template_child (widget_class, VelReasonsPage, archive_group);
  gtk_widget_class_bind_template_child (widget_class, VelReasonsPage, new_reason);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
vel_reasons_page_init (VelReasonsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * vel_reasons_page_set_book:
 * @self: a page that has no book yet
 * @book: an open book
 */
void
vel_reasons_page_set_book (VelReasonsPage *self,
                           VelBook        *book)
{
  const char * const yes[] = { "1", NULL };
  g_autoptr(VelFilter) offered = vel_filter_new (VEL_FILTER_IS_NOT, "archived", yes);
  g_autoptr(VelFilter) archived = vel_filter_new (VEL_FILTER_IS, "archived", yes);
  g_autoptr(VelQuery) in_use = vel_query_new (&vel_lost_reason_entity, offered, NULL, "position", FALSE);
  g_autoptr(VelQuery) in_archive = vel_query_new (&vel_lost_reason_entity, archived, NULL, "name", FALSE);

  g_return_if_fail (VEL_IS_REASONS_PAGE (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  vel_arranged_list_follow (self->reasons, book, in_use, vel_reason_row_new);
  vel_arranged_list_follow (self->archive, book, in_archive, vel_reason_row_new);
  g_signal_connect_object (vel_arranged_list_get_model (self->archive), "shown", G_CALLBACK (archive_shown_cb), self,
                           G_CONNECT_SWAPPED);
}
