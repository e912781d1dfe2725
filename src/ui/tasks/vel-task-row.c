/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-row.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"
#include "vel-due.h"
#include "vel-records-page.h"
#include "vel-task-agenda.h"
#include "vel-task-deeds.h"
#include "vel-task-drag.h"
#include "vel-task.h"

/**
 * VelTaskRow:
 *
 * A task in a list: a box to tick it off, what it is and for whom, when it is
 * due, and a button to put it off.
 */
struct _VelTaskRow
{
  VelRowCell  parent_instance;

  const char *hidden;     /* (nullable): the link that goes without saying */
  gboolean    showing;    /* while the box is ticked by the book and not by the user */

  GtkWidget  *check;
  GtkWidget  *title;
  GtkWidget  *caption;
  GtkWidget  *urgent;
  GtkWidget  *due;
  GtkWidget  *later;
  GtkWidget  *menu;       /* (nullable): made when it is needed */
};

G_DEFINE_FINAL_TYPE (VelTaskRow, vel_task_row, VEL_TYPE_ROW_CELL)

static void
set_style (GtkWidget  *widget,
           const char *style,
           gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

static void
set_text (GtkWidget  *inscription,
          const char *text)
{
  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), text) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (inscription), text);
}

static void
append_word (GString    *words,
             const char *word)
{
  if (word == NULL || *word == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, " · ");
  g_string_append (words, word);
}

/* "Işık Mimarlık · Office refit · every month · in 10 minutes". */
static char *
say_caption (VelTaskRow *self,
             VelRecord  *task)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *repeat = vel_record_format (task, "repeat");
  const char *snoozed = vel_record_get_text (task, "snoozed");

  if (self->hidden == NULL)
    append_word (words, vel_record_get_text (task, "customer_name"));
  if (g_strcmp0 (self->hidden, "deal") != 0)
    append_word (words, vel_record_get_text (task, "deal_title"));
  append_word (words, repeat);
  if (snoozed != NULL && vel_record_get_integer (task, "done") == 0)
    {
      g_autofree char *moment = vel_due_format (snoozed);
      /* Translators: a task that is not to ring before; %s is a day and a time */
      g_autofree char *said = g_strdup_printf (_("reminds again %s"), moment);

      append_word (words, said);
    }
  return g_strdup (words->str);
}

/* When it is due, or was done; whether it is late. */
static char *
say_due (VelTaskRow *self,
         VelRecord  *task,
         gboolean   *is_late)
{
  const gint64 done = vel_record_get_integer (task, "done");
  const char *due = vel_record_get_text (task, "due");
  g_autofree char *now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);

  *is_late = FALSE;
  if (done != 0)
    return vel_date_format_relative (done, g_get_real_time () / G_USEC_PER_SEC);
  if (due == NULL)
    return g_strdup ("");
  *is_late = vel_task_is_late (due, now);
  return vel_task_say_due (due, now, self->hidden == NULL);
}

static void
name_row (VelTaskRow *self,
          const char *title,
          const char *due)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = *due != '\0' ? g_strdup_printf ("%s, %s", title, due) : g_strdup (title);

  while (item != NULL && !GTK_IS_LIST_BOX_ROW (item) &&
         g_strcmp0 (G_OBJECT_TYPE_NAME (item), "GtkListItemWidget") != 0)
    item = gtk_widget_get_parent (item);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
vel_task_row_fill (VelRowCell *cell,
                   VelRow     *row,
                   VelRecord  *task)
{
  VelTaskRow *self = VEL_TASK_ROW (cell);
  const char *title = vel_record_get_text (task, "title");
  const gboolean is_done = vel_record_get_integer (task, "done") != 0;
  g_autofree char *caption = say_caption (self, task);
  gboolean is_late;
  g_autofree char *due = say_due (self, task, &is_late);

  if (title == NULL)
    title = "";
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), is_done);
  self->showing = FALSE;
  set_text (self->title, title);
  set_text (self->caption, caption);
  gtk_widget_set_visible (self->caption, *caption != '\0');
  gtk_label_set_label (GTK_LABEL (self->due), due);
  set_style (self->due, "vel-late", is_late);
  set_style (GTK_WIDGET (self), "vel-done", is_done);
  gtk_widget_set_visible (self->urgent, !is_done && g_strcmp0 (vel_record_get_text (task, "priority"), "high") == 0);
  gtk_widget_set_visible (self->later, !is_done);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_row (self, title, due);
}

static void
apply (VelTaskRow *self,
       const char *deed)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  VelRecord *task = vel_row_cell_get_record (VEL_ROW_CELL (self));
  gint64 id;

  if (task == NULL)
    return;
  id = vel_record_get_id (task);
  g_array_append_val (ids, id);
  /* The window outlives the row, which goes with its task. */
  vel_task_deeds_apply (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), vel_row_get_book (vel_row_cell_get_row (VEL_ROW_CELL (self))), ids, deed);
}

static void
checked_cb (VelTaskRow *self)
{
  if (!self->showing)
    apply (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)) ? "done" : "reopen");
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  apply (VEL_TASK_ROW (widget), g_variant_get_string (parameter, NULL));
}

static void
later_cb (VelTaskRow *self)
{
  if (self->menu == NULL)
    {
      g_autoptr(GMenuModel) model = vel_task_deeds_new_menu ("task.apply");

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_widget_set_parent (self->menu, self->later);
    }
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
vel_task_row_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  VelTaskRow *self = VEL_TASK_ROW (widget);

  GTK_WIDGET_CLASS (vel_task_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
vel_task_row_dispose (GObject *object)
{
  g_clear_pointer (&VEL_TASK_ROW (object)->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (vel_task_row_parent_class)->dispose (object);
}

static void
vel_task_row_class_init (VelTaskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_task_row_dispose;
  widget_class->size_allocate = vel_task_row_size_allocate;
  VEL_ROW_CELL_CLASS (klass)->fill = vel_task_row_fill;

  gtk_widget_class_install_action (widget_class, "task.apply", "s", apply_action);
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (line), 8);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), 30);
  gtk_widget_add_css_class (line, style);
  return line;
}

/* With those that are selected in the same list, if it is one of them. */
static VelTaskDrag *
dup_dragged (GtkWidget *widget)
{
  VelRow *row = vel_row_cell_get_row (VEL_ROW_CELL (widget));
  GtkWidget *page = gtk_widget_get_ancestor (widget, VEL_TYPE_RECORDS_PAGE);
  gint64 id = row != NULL ? vel_row_get_id (row) : 0;
  GArray *ids;

  if (id == 0)
    return NULL;
  ids = page != NULL ? vel_records_page_dup_meant (VEL_RECORDS_PAGE (page), id) : g_array_new (FALSE, FALSE, sizeof id);
  if (page == NULL)
    g_array_append_val (ids, id);
  return vel_task_drag_new (vel_row_get_book (row), ids);
}

/* A row stands for its own day. */
static char *
dup_day (GtkWidget *widget)
{
  VelRecord *task = vel_row_cell_get_record (VEL_ROW_CELL (widget));
  const char *due = task != NULL ? vel_record_get_text (task, "due") : NULL;

  if (task == NULL || vel_record_get_integer (task, "done") != 0)
    return NULL;
  return due != NULL ? g_strndup (due, strlen ("2026-11-24")) : g_strdup ("");
}

static void
vel_task_row_init (VelTaskRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->check, _("Done"));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);

  self->title = make_line ("vel-name");
  self->caption = make_line ("vel-caption");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), self->title);
  gtk_box_append (GTK_BOX (lines), self->caption);

  self->urgent = gtk_image_new_from_icon_name ("emblem-important-symbolic");
  gtk_widget_set_tooltip_text (self->urgent, _("High priority"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->urgent), GTK_ACCESSIBLE_PROPERTY_LABEL, _("High priority"), -1);
  gtk_widget_add_css_class (self->urgent, "error");

  self->due = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->due, "numeric");
  gtk_widget_add_css_class (self->due, "vel-due");

  self->later = gtk_button_new_from_icon_name ("alarm-symbolic");
  gtk_widget_set_valign (self->later, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->later, _("Put off"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->later), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Put off"), -1);
  gtk_widget_add_css_class (self->later, "flat");
  gtk_widget_add_css_class (self->later, "circular");
  g_signal_connect_object (self->later, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), self->urgent);
  gtk_box_append (GTK_BOX (box), self->due);
  gtk_box_append (GTK_BOX (box), self->later);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-task");
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  vel_task_drag_add_source (GTK_WIDGET (self), dup_dragged);
  vel_task_drag_add_target (GTK_WIDGET (self), dup_day);
}

/**
 * vel_task_row_new:
 *
 * Returns: (transfer floating): a row that shows no task yet
 */
GtkWidget *
vel_task_row_new (void)
{
  return g_object_new (VEL_TYPE_TASK_ROW, NULL);
}

/**
 * vel_task_row_set_hidden:
 * @self: a row
 * @link: (nullable): "customer" on the card of a customer, "deal" on that of a
 *   deal: what all the rows there have in common is not said in each, but the
 *   day, for which there is no heading; a literal
 */
void
vel_task_row_set_hidden (VelTaskRow *self,
                         const char *link)
{
  g_return_if_fail (VEL_IS_TASK_ROW (self));

  self->hidden = link;
}
