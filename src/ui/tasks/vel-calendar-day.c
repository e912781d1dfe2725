/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-calendar-day.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-calendar-day-list.h"
#include "vel-calendar-entry.h"
#include "vel-date-format.h"
#include "vel-day.h"
#include "vel-popover.h"
#include "vel-query-model.h"
#include "vel-row.h"
#include "vel-task-drag.h"
#include "vel-task-query.h"
#include "vel-task.h"

/**
 * VelCalendarDay:
 *
 * A day of the calendar: its number, what is celebrated on it, and what is to be
 * done, as much of it as there is room for. Tasks that are dropped on it are due
 * then.
 */
struct _VelCalendarDay
{
  GtkWidget       parent_instance;

  VelBook        *book;      /* (owned) */
  char           *day;       /* (owned) (nullable) */
  char           *feast;     /* (owned) (nullable): what is celebrated */
  VelQueryModel  *tasks;     /* (owned) (nullable) */
  GPtrArray      *others;    /* (owned) (element-type VelRow): deals and customers */
  guint           room;      /* how many entries fit; 0 where there is only room for their number */
  int             n_lines;   /* of how many lines an entry may be */
  guint           idle;      /* until it is filled anew */
  gint64          awaited;   /* the task that gets the focus when it comes, or 0 */
  gboolean        is_chosen;

  GtkLabel       *number;
  GtkLabel       *holiday;
  GtkBox         *entries;
  GtkWidget      *popover;   /* (nullable) */
};

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelCalendarDay, vel_calendar_day, GTK_TYPE_WIDGET)

static void
set_style (VelCalendarDay *self,
           const char     *style,
           gboolean        wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), style);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), style);
}

static guint
count_all (VelCalendarDay *self)
{
  return vel_query_model_get_total (self->tasks) + self->others->len;
}

static void
name_day (VelCalendarDay *self)
{
  g_autofree char *date = vel_date_format_full (self->day);
  const guint n = count_all (self);
  /* Translators: how much stands on a day of the calendar */
  g_autofree char *count = n > 0 ? g_strdup_printf (ngettext ("%u entry", "%u entries", n), n) : NULL;
  g_autoptr(GString) name = g_string_new (date);

  if (self->feast != NULL)
    g_string_append_printf (name, ", %s", self->feast);
  if (count != NULL)
    g_string_append_printf (name, ", %s", count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
add_entry (VelCalendarDay  *self,
           VelRow          *row,
           const VelEntity *entity)
{
  GtkWidget *entry = vel_calendar_entry_new (entity, self->n_lines);

  gtk_box_append (self->entries, entry);
  vel_row_cell_set_row (VEL_ROW_CELL (entry), row);
  if (self->awaited != 0 && vel_row_get_id (row) == self->awaited)
    {
      self->awaited = 0;
      gtk_widget_grab_focus (entry);
    }
}

static void
add_rest (VelCalendarDay *self,
          guint           n)
{
  GtkWidget *more = gtk_button_new ();
  g_autofree char *text = self->room == 0 ? g_strdup_printf ("%u", n)
                                          /* Translators: %u is how many more stand on a day of the calendar */
                                          : g_strdup_printf (ngettext ("%u more", "%u more", n), n);

  gtk_button_set_label (GTK_BUTTON (more), text);
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_add_css_class (more, self->room == 0 ? "vel-count" : "vel-more");
  gtk_widget_set_focusable (more, FALSE);
  g_signal_connect_object (more, "clicked", G_CALLBACK (vel_calendar_day_open), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->entries, more);
}

static gboolean
fill_cb (gpointer data)
{
  VelCalendarDay *self = data;
  const guint n_all = count_all (self);
  /* One more needs no more place than to say that there is one more. */
  const guint room = self->room > 0 && n_all == self->room + 1 ? n_all : self->room;
  guint n = 0;
  GtkWidget *child;

  self->idle = 0;
  /* What has the focus may go; the day stays. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->entries)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->entries))) != NULL)
    gtk_box_remove (self->entries, child);
  for (guint i = 0; i < self->others->len && n < room; i++, n++)
    {
      VelRow *row = g_ptr_array_index (self->others, i);

      if (vel_row_get_record (row) != NULL)
        add_entry (self, row, vel_record_get_entity (vel_row_get_record (row)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tasks)) && n < room; i++, n++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->tasks), i);

      add_entry (self, row, &vel_task_entity);
    }
  if (n < n_all)
    add_rest (self, n_all - n);
  name_day (self);
  return G_SOURCE_REMOVE;
}

/* Several things may change at once. */
static void
fill_soon (VelCalendarDay *self)
{
  if (self->idle == 0 && self->tasks != NULL)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

static char *
dup_day (GtkWidget *widget)
{
  return g_strdup (VEL_CALENDAR_DAY (widget)->day);
}

static void
choose (VelCalendarDay *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
pressed_cb (VelCalendarDay *self,
            int             n_press)
{
  choose (self);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-task-on", "s", self->day);
}

static void
focused_cb (VelCalendarDay *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Tab goes to the day where the user is, from there to what is on it, and then on. */
static gboolean
vel_calendar_day_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  VelCalendarDay *self = VEL_CALENDAR_DAY (widget);

  if (direction == GTK_DIR_TAB_FORWARD)
    {
      if (gtk_widget_is_focus (widget) || gtk_widget_get_focus_child (widget) != NULL)
        return gtk_widget_child_focus (GTK_WIDGET (self->entries), direction);
      return self->is_chosen && gtk_widget_grab_focus (widget);
    }
  if (direction == GTK_DIR_TAB_BACKWARD && self->is_chosen && !gtk_widget_is_focus (widget))
    return gtk_widget_child_focus (GTK_WIDGET (self->entries), direction) || gtk_widget_grab_focus (widget);
  return FALSE;
}

static void
vel_calendar_day_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  VelCalendarDay *self = VEL_CALENDAR_DAY (widget);

  GTK_WIDGET_CLASS (vel_calendar_day_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
vel_calendar_day_dispose (GObject *object)
{
  VelCalendarDay *self = VEL_CALENDAR_DAY (object);
  GtkWidget *child;

  g_clear_handle_id (&self->idle, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->popover = NULL;
  g_clear_object (&self->tasks);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_calendar_day_parent_class)->dispose (object);
}

static void
vel_calendar_day_finalize (GObject *object)
{
  VelCalendarDay *self = VEL_CALENDAR_DAY (object);

  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self->day);
  g_free (self->feast);

  G_OBJECT_CLASS (vel_calendar_day_parent_class)->finalize (object);
}

static void
vel_calendar_day_class_init (VelCalendarDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_calendar_day_dispose;
  object_class->finalize = vel_calendar_day_finalize;
  widget_class->focus = vel_calendar_day_focus;
  widget_class->size_allocate = vel_calendar_day_size_allocate;

  /**
   * VelCalendarDay::chosen:
   * @self: the day
   *
   * The user has gone to it.
   */
  signals[CHOSEN] = g_signal_new ("chosen", VEL_TYPE_CALENDAR_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "vel-calendar-day");
}

static void
vel_calendar_day_init (VelCalendarDay *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->room = 3;
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "vel-number");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  self->holiday = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->holiday, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->holiday, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->holiday), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->holiday), "vel-feast");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->holiday));
  self->entries = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->entries), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  vel_task_drag_add_target (GTK_WIDGET (self), dup_day);
}

/**
 * vel_calendar_day_new:
 * @book: a book
 *
 * Returns: (transfer floating): a day that has no date yet
 */
GtkWidget *
vel_calendar_day_new (VelBook *book)
{
  VelCalendarDay *self = g_object_new (VEL_TYPE_CALENDAR_DAY, NULL);

  self->book = g_object_ref (book);
  return GTK_WIDGET (self);
}

static void
ask (VelCalendarDay *self)
{
  g_autoptr(VelQuery) query = vel_task_query_day (self->day);

  if (self->tasks != NULL)
    {
      vel_query_model_set_query (self->tasks, query);
      return;
    }
  self->tasks = vel_query_model_new_limited (self->book, query, self->room + 1);
  g_signal_connect_object (self->tasks, "items-changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tasks, "notify::total", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
}

/**
 * vel_calendar_day_set_day:
 * @self: a day
 * @day: which it is from now on, "2026-11-24"
 * @is_outside: whether it belongs to the month before or after
 * @holiday: (nullable): what is celebrated then
 */
void
vel_calendar_day_set_day (VelCalendarDay   *self,
                          const char       *day,
                          gboolean          is_outside,
                          const VelHoliday *holiday)
{
  g_autofree char *number = NULL;

  g_return_if_fail (VEL_IS_CALENDAR_DAY (self));

  number = g_strdup_printf ("%d", atoi (day + strlen ("2026-11-")));
  g_free (self->day);
  self->day = g_strdup (day);
  g_free (self->feast);
  self->feast = holiday != NULL ? g_strdup (vel_holiday_get_name (holiday)) : NULL;
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->holiday, self->feast != NULL ? self->feast : "");
  gtk_widget_set_visible (GTK_WIDGET (self->holiday), self->feast != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->holiday), self->feast);
  set_style (self, "vel-outside", is_outside);
  set_style (self, "vel-holiday", holiday != NULL && !holiday->is_half);
  set_style (self, "vel-half", holiday != NULL && holiday->is_half);
  set_style (self, "vel-today-cell", g_str_equal (day, vel_day_get (vel_day_get_default ())));
  g_ptr_array_set_size (self->others, 0);
  ask (self);
  fill_soon (self);
}

/**
 * vel_calendar_day_get_day:
 * @self: a day
 *
 * Returns: (transfer none): which it is
 */
const char *
vel_calendar_day_get_day (VelCalendarDay *self)
{
  g_return_val_if_fail (VEL_IS_CALENDAR_DAY (self), NULL);

  return self->day;
}

/**
 * vel_calendar_day_set_room:
 * @self: a day
 * @n_entries: how many entries fit into it, beside a line that says that there
 *   are more; 0 for their number alone
 * @n_lines: of how many lines each may be at most
 */
void
vel_calendar_day_set_room (VelCalendarDay *self,
                           guint           n_entries,
                           int             n_lines)
{
  g_return_if_fail (VEL_IS_CALENDAR_DAY (self));

  if (self->room == n_entries && self->n_lines == n_lines)
    return;
  self->room = n_entries;
  self->n_lines = n_lines;
  gtk_widget_set_visible (GTK_WIDGET (self->holiday), n_entries > 0);
  if (self->tasks != NULL)
    vel_query_model_set_limit (self->tasks, n_entries + 1);
  fill_soon (self);
}

/**
 * vel_calendar_day_take_others:
 * @self: a day
 * @rows: (transfer full) (element-type VelRow): deals and customers that stand on it
 */
void
vel_calendar_day_take_others (VelCalendarDay *self,
                              GPtrArray      *rows)
{
  g_return_if_fail (VEL_IS_CALENDAR_DAY (self));

  g_ptr_array_unref (self->others);
  self->others = rows;
  fill_soon (self);
}

/**
 * vel_calendar_day_set_chosen:
 * @self: a day
 * @is_chosen: whether the user is there: the one day to which Tab goes
 * @is_marked: whether that is seen, for what is on it is shown below
 */
void
vel_calendar_day_set_chosen (VelCalendarDay *self,
                             gboolean        is_chosen,
                             gboolean        is_marked)
{
  g_return_if_fail (VEL_IS_CALENDAR_DAY (self));

  self->is_chosen = is_chosen;
  set_style (self, "vel-chosen", is_marked);
}

/**
 * vel_calendar_day_await:
 * @self: a day
 * @task: a task that is on its way to it
 *
 * Gives the task the focus when it has come.
 */
void
vel_calendar_day_await (VelCalendarDay *self,
                        gint64          task)
{
  g_return_if_fail (VEL_IS_CALENDAR_DAY (self));

  self->awaited = task;
  fill_soon (self);
}

static void
closed_cb (VelCalendarDay *self)
{
  self->popover = NULL;
}

/**
 * vel_calendar_day_open:
 * @self: a day
 *
 * Shows all that is on it.
 */
void
vel_calendar_day_open (VelCalendarDay *self)
{
  g_return_if_fail (VEL_IS_CALENDAR_DAY (self));

  if (self->popover != NULL)
    return;
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), vel_calendar_day_list_new (self->book, self->day, self->feast, self->others));
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  vel_popover_show_once (GTK_POPOVER (self->popover), GTK_WIDGET (self));
}
