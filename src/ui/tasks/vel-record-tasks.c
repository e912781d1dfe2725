/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-record-tasks.h"

#include <glib/gi18n.h>

#include "vel-deal.h"
#include "vel-task-group.h"
#include "vel-task-query.h"

/* What is to be done for a customer or a deal, on its card, and what was done last. */

#define MAX_OPEN 20
#define MAX_DONE 3

static GtkWidget *
make_new_button (VelRecord *record)
{
  const gboolean is_deal = vel_record_get_entity (record) == &vel_deal_entity;
  const gint64 id = vel_record_get_id (record);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("New task"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-task");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", is_deal ? (gint64) 0 : id,
                                    is_deal ? id : (gint64) 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_group (VelBook    *book,
            const char *title,
            VelQuery   *query,
            guint       limit,
            const char *link)
{
  g_autoptr(VelQuery) owned = query;
  GtkWidget *group = vel_task_group_new (book, title, owned, limit);

  vel_task_group_set_link (VEL_TASK_GROUP (group), link);
  return group;
}

/**
 * vel_record_tasks_new:
 * @book: a book
 * @record: a customer or a deal of it
 *
 * Returns: (transfer floating): its tasks
 */
GtkWidget *
vel_record_tasks_new (VelBook   *book,
                      VelRecord *record)
{
  const char *link = vel_record_get_entity (record)->name;
  const gint64 id = vel_record_get_id (record);
  GtkWidget *self = adw_preferences_group_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Tasks"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), make_new_button (record));
  gtk_box_append (GTK_BOX (box), make_group (book, NULL, vel_task_query_open (link, id), MAX_OPEN, link));
  gtk_box_append (GTK_BOX (box), make_group (book, _("Done"), vel_task_query_done_of (link, id), MAX_DONE, link));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
  return self;
}
