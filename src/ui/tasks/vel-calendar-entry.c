/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-calendar-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-deal.h"
#include "vel-due.h"
#include "vel-task-agenda.h"
#include "vel-task-deeds.h"
#include "vel-task-drag.h"
#include "vel-task.h"

/**
 * VelCalendarEntry:
 *
 * What stands on a day of the calendar: a task, which can be dragged to another
 * day or moved there by Alt and the arrows, the expected close of a deal, or
 * the birthday of a customer.
 */
struct _VelCalendarEntry
{
  VelRowCell       parent_instance;

  const VelEntity *entity;
  GtkWidget       *icon;
  GtkWidget       *label;
};

G_DEFINE_FINAL_TYPE (VelCalendarEntry, vel_calendar_entry, VEL_TYPE_ROW_CELL)

static gboolean
is_task (VelCalendarEntry *self)
{
  return self->entity == &vel_task_entity;
}

static void
set_style (VelCalendarEntry *self,
           const char       *style,
           gboolean          wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), style);
}

static void
fill_task (VelCalendarEntry *self,
           VelRecord        *task,
           GString          *text)
{
  const char *due = vel_record_get_text (task, "due");
  g_autofree char *time = due != NULL ? vel_due_format_clock (due) : NULL;
  const gboolean is_done = vel_record_get_integer (task, "done") != 0;
  g_autofree char *now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);

  if (time != NULL)
    g_string_append_printf (text, "%s ", time);
  set_style (self, "vel-done", is_done);
  set_style (self, "vel-late", !is_done && vel_task_is_late (due, now));
}

static void
vel_calendar_entry_fill (VelRowCell *cell,
                         VelRow     *row,
                         VelRecord  *record)
{
  VelCalendarEntry *self = VEL_CALENDAR_ENTRY (cell);
  const char *name = vel_record_get_text (record, self->entity->name_field);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *said = NULL;

  if (is_task (self))
    fill_task (self, record, text);
  g_string_append (text, name != NULL ? name : "");
  gtk_label_set_label (GTK_LABEL (self->label), text->str);
  if (is_task (self))
    said = g_strdup (text->str);
  else if (self->entity == &vel_deal_entity)
    /* Translators: %s is a deal */
    said = g_strdup_printf (_("Expected close: %s"), text->str);
  else
    /* Translators: %s is a customer */
    said = g_strdup_printf (_("Birthday: %s"), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), said);
}

static void
open_entry (VelCalendarEntry *self)
{
  VelRow *row = vel_row_cell_get_row (VEL_ROW_CELL (self));
  const char *action = is_task (self) ? "win.show-task"
                       : self->entity == &vel_deal_entity ? "win.show-deal" : "win.show-customer";

  if (row != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "x", vel_row_get_id (row));
}

static void
clicked_cb (VelCalendarEntry *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  open_entry (self);
}

static GArray *
dup_ids (VelCalendarEntry *self)
{
  VelRow *row = vel_row_cell_get_row (VEL_ROW_CELL (self));
  const gint64 id = row != NULL ? vel_row_get_id (row) : 0;
  GArray *ids;

  if (id == 0)
    return NULL;
  ids = g_array_new (FALSE, FALSE, sizeof id);
  g_array_append_val (ids, id);
  return ids;
}

static VelTaskDrag *
dup_dragged (GtkWidget *widget)
{
  VelCalendarEntry *self = VEL_CALENDAR_ENTRY (widget);
  GArray *ids = dup_ids (self);

  return ids != NULL ? vel_task_drag_new (vel_row_get_book (vel_row_cell_get_row (VEL_ROW_CELL (self))), ids) : NULL;
}

static void
move_by (VelCalendarEntry *self,
         int               days)
{
  VelRecord *task = vel_row_cell_get_record (VEL_ROW_CELL (self));
  const char *due = task != NULL ? vel_record_get_text (task, "due") : NULL;
  g_autofree char *day = due != NULL ? g_strndup (due, strlen ("2026-11-24")) : NULL;
  g_autofree char *moved = day != NULL ? vel_due_add_days (day, days) : NULL;
  g_autoptr(GArray) ids = dup_ids (self);

  if (moved == NULL || ids == NULL)
    return;
  vel_task_deeds_move (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                       vel_row_get_book (vel_row_cell_get_row (VEL_ROW_CELL (self))), ids, moved);
  gtk_widget_activate_action (GTK_WIDGET (self), "calendar.moved", "(xs)", g_array_index (ids, gint64, 0), moved);
}

static gboolean
key_pressed_cb (VelCalendarEntry *self,
                guint             key,
                guint             code,
                GdkModifierType   state)
{
  const gboolean alt = (state & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == GDK_ALT_MASK;

  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    {
      open_entry (self);
      return GDK_EVENT_STOP;
    }
  if (!alt || !is_task (self))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
      move_by (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
      move_by (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
      move_by (self, -7);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
      move_by (self, 7);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
vel_calendar_entry_class_init (VelCalendarEntryClass *klass)
{
  VEL_ROW_CELL_CLASS (klass)->fill = vel_calendar_entry_fill;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
vel_calendar_entry_init (VelCalendarEntry *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->label), 3);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 12);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-entry");
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * vel_calendar_entry_new:
 * @entity: tasks, deals or customers
 * @n_lines: of how many lines it may be at most
 *
 * Returns: (transfer floating): an entry that shows none yet
 */
GtkWidget *
vel_calendar_entry_new (const VelEntity *entity,
                        int              n_lines)
{
  VelCalendarEntry *self = g_object_new (VEL_TYPE_CALENDAR_ENTRY, NULL);

  self->entity = entity;
  gtk_label_set_wrap (GTK_LABEL (self->label), n_lines > 1);
  gtk_label_set_lines (GTK_LABEL (self->label), n_lines);
  if (is_task (self))
    {
      gtk_widget_set_visible (self->icon, FALSE);
      vel_task_drag_add_source (GTK_WIDGET (self), dup_dragged);
      return GTK_WIDGET (self);
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), entity == &vel_deal_entity ? "vel-deals-symbolic"
                                                                                    : "vel-birthday-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self), entity == &vel_deal_entity ? "vel-of-deal" : "vel-of-customer");
  return GTK_WIDGET (self);
}
