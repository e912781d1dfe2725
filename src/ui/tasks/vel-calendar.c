/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-calendar.h"

#include <glib/gi18n.h>

#include "vel-calendar-day.h"
#include "vel-calendar-private.h"
#include "vel-date-format.h"
#include "vel-day.h"
#include "vel-doing.h"
#include "vel-due.h"
#include "vel-task-group.h"
#include "vel-task-query.h"
#include "vel-tasks-look.h"

/**
 * VelCalendar:
 *
 * A month or a week with what is to be done in it, deals that are expected to
 * close, and birthdays. Weeks begin on Monday.
 */

enum { PROP_0, PROP_SHOW_SIDEBAR_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* Under the height of a day's head an entry takes so many pixels. */
#define ENTRY_HEIGHT 22
#define LINE_HEIGHT 17
#define HEAD_HEIGHT 28

#define NARROW_CHARS 84

G_DEFINE_FINAL_TYPE (VelCalendar, vel_calendar, VEL_TYPE_NARROW_BIN)

static gboolean
is_week (VelCalendar *self)
{
  return g_settings_get_enum (self->settings, "view") == 3;
}

/* In a week there is room enough below, but little beside. */
static int
count_lines (VelCalendar *self)
{
  return is_week (self) ? 2 : 1;
}

char *
vel_calendar_dup_later (const char *day,
                        int         days)
{
  char *later = vel_due_add_days (day, days);

  return later != NULL ? later : g_strdup (day);
}

/* The Monday on or before a day. */
static char *
dup_monday (const char *day)
{
  return vel_calendar_dup_later (day, G_DATE_MONDAY - vel_due_get_weekday (day));
}

/* The first of the month of a day, so many months on. */
static char *
dup_month (const char *day,
           int         months)
{
  VelDue parts = { .year = 2000, .month = 1, .day = 1 };
  int month;

  vel_due_split (day, &parts);
  month = CLAMP (parts.year * 12 + parts.month - 1 + months, 12, 9999 * 12 + 11);
  return g_strdup_printf ("%04d-%02d-01", month / 12, month % 12 + 1);
}

static void
show_title (VelCalendar *self)
{
  g_autofree char *month = g_strndup (self->chosen, strlen ("2026-11"));
  g_autofree char *middle = g_strconcat (month, "-15", NULL);
  g_autofree char *sunday = vel_calendar_dup_later (self->first, 6);
  VelDue parts = { .year = 2000, .month = 1, .day = 15 };
  g_autoptr(GDateTime) noon = NULL;
  g_autofree char *title = NULL;

  vel_due_split (middle, &parts);
  noon = g_date_time_new_local (parts.year, parts.month, parts.day, 12, 0, 0);
  title = is_week (self) ? vel_date_format_days (self->first, sunday) : vel_date_format_month (g_date_time_to_unix (noon));
  adw_window_title_set_title (self->title, title);
}

static void
show_chosen (VelCalendar *self)
{
  const gboolean narrow = vel_narrow_bin_is_narrow (VEL_NARROW_BIN (self));
  g_autoptr(VelQuery) query = vel_task_query_day (self->chosen);

  for (guint i = 0; i < N_DAYS; i++)
    {
      const gboolean is_chosen = g_strcmp0 (vel_calendar_day_get_day (self->days[i]), self->chosen) == 0;

      vel_calendar_day_set_chosen (self->days[i], is_chosen, is_chosen && narrow);
    }
  if (narrow && self->list != NULL)
    vel_task_group_set_query (self->list, query);
  show_title (self);
}

/* Gives each cell its day. */
static void
show_days (VelCalendar *self)
{
  g_autofree char *month = g_strndup (self->chosen, strlen ("2026-11"));
  g_autofree char *from = is_week (self) ? g_strdup (self->chosen) : g_strconcat (month, "-01", NULL);
  const guint n_days = is_week (self) ? 7 : N_DAYS;

  g_free (self->first);
  self->first = dup_monday (from);
  gtk_grid_set_row_homogeneous (GTK_GRID (self->grid), !is_week (self));
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *day = vel_calendar_dup_later (self->first, (int) i);

      gtk_widget_set_visible (GTK_WIDGET (self->days[i]), i < n_days);
      if (i < n_days)
        vel_calendar_day_set_day (self->days[i], day, !is_week (self) && !g_str_has_prefix (day, month),
                                  vel_feasts_find (self->feasts, day));
    }
  vel_calendar_ask_others (self, n_days);
  show_chosen (self);
}

static void
choose (VelCalendar *self,
        const char  *day)
{
  g_autofree char *copy = g_strdup (day);
  g_autofree char *month = g_strndup (self->chosen, strlen ("2026-11"));
  g_autofree char *monday = dup_monday (day);
  const gboolean is_seen = is_week (self) ? g_str_equal (monday, self->first) : g_str_has_prefix (day, month);

  g_free (self->chosen);
  self->chosen = g_steal_pointer (&copy);
  if (is_seen)
    show_chosen (self);
  else
    show_days (self);
}

static void
focus_chosen (VelCalendar *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    if (g_strcmp0 (vel_calendar_day_get_day (self->days[i]), self->chosen) == 0)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->days[i]));
        return;
      }
}

/* A day of the month before is chosen as it is, without the month changing under the pointer. */
static void
day_chosen_cb (VelCalendar    *self,
               VelCalendarDay *day)
{
  g_free (self->chosen);
  self->chosen = g_strdup (vel_calendar_day_get_day (day));
  show_chosen (self);
}

static void
go (VelCalendar *self,
    int          pages)
{
  g_autofree char *day = is_week (self) ? vel_calendar_dup_later (self->chosen, pages * 7)
                                        : dup_month (self->chosen, pages);

  choose (self, day);
}

static void
previous (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  go (VEL_CALENDAR (widget), -1);
}

static void
next (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  go (VEL_CALENDAR (widget), 1);
}

static void
today (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  VelCalendar *self = VEL_CALENDAR (widget);

  choose (self, vel_day_get (vel_day_get_default ()));
  focus_chosen (self);
}

/* The user goes along with a task that the keyboard moves. */
static void
moved (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  VelCalendar *self = VEL_CALENDAR (widget);
  const char *day;
  gint64 task;

  g_variant_get (parameter, "(x&s)", &task, &day);
  choose (self, day);
  focus_chosen (self);
  for (guint i = 0; i < N_DAYS; i++)
    if (g_strcmp0 (vel_calendar_day_get_day (self->days[i]), self->chosen) == 0)
      vel_calendar_day_await (self->days[i], task);
}

static gboolean
key_pressed_cb (VelCalendar     *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *day = NULL;
  int days = 0;

  if (!VEL_IS_CALENDAR_DAY (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    {
      vel_calendar_day_open (VEL_CALENDAR_DAY (focus));
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Left || key == GDK_KEY_Right)
    days = key == GDK_KEY_Left ? -1 : 1;
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    days = key == GDK_KEY_Up ? -7 : 7;
  if (days != 0)
    day = vel_calendar_dup_later (self->chosen, days);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down)
    day = is_week (self) ? vel_calendar_dup_later (self->chosen, key == GDK_KEY_Page_Up ? -7 : 7)
                         : dup_month (self->chosen, key == GDK_KEY_Page_Up ? -1 : 1);
  else if (key == GDK_KEY_Home)
    day = g_strdup (vel_day_get (vel_day_get_default ()));
  if (day == NULL)
    return GDK_EVENT_PROPAGATE;
  choose (self, day);
  focus_chosen (self);
  return GDK_EVENT_STOP;
}

static void
feasts_changed_cb (VelCalendar *self)
{
  const char *error = vel_feasts_get_error (self->feasts);

  show_days (self);
  if (error != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    vel_doing_tell (GTK_WIDGET (self), error);
}

static gboolean
room_cb (gpointer data)
{
  VelCalendar *self = data;

  self->idle = 0;
  for (guint i = 0; i < N_DAYS; i++)
    vel_calendar_day_set_room (self->days[i], self->room, count_lines (self));
  return G_SOURCE_REMOVE;
}

/* How many entries fit is known once there is a height for them; widgets may
 * not come and go while places are being given out. */
static void
measure_room (VelCalendar *self,
              int          height)
{
  const int weeks = is_week (self) ? 1 : N_DAYS / 7;
  const int rows = (height / weeks - HEAD_HEIGHT) / (ENTRY_HEIGHT + (count_lines (self) - 1) * LINE_HEIGHT) - 1;
  const guint room = vel_narrow_bin_is_narrow (VEL_NARROW_BIN (self)) ? 0 : (guint) CLAMP (rows, 1, 40);

  if (room == self->room)
    return;
  self->room = room;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, room_cb, self, NULL);
}

static void
vel_calendar_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  VelCalendar *self = VEL_CALENDAR (widget);

  GTK_WIDGET_CLASS (vel_calendar_parent_class)->size_allocate (widget, width, height, baseline);
  measure_room (self, gtk_widget_get_height (self->grid));
}

static void
narrow_changed_cb (VelCalendar *self)
{
  const gboolean narrow = vel_narrow_bin_is_narrow (VEL_NARROW_BIN (self));

  vel_calendar_be_narrow (self, narrow);
  gtk_widget_set_vexpand (self->grid, !narrow);
  show_chosen (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
view_changed_cb (VelCalendar *self)
{
  if (g_settings_get_enum (self->settings, "view") < vel_tasks_look.n_list_views)
    return;
  show_days (self);
  self->room = G_MAXUINT;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
vel_calendar_grab_focus (GtkWidget *widget)
{
  focus_chosen (VEL_CALENDAR (widget));
  return TRUE;
}

static void
vel_calendar_dispose (GObject *object)
{
  VelCalendar *self = VEL_CALENDAR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  self->list = NULL;
  g_clear_object (&self->steps);
  g_clear_object (&self->deals);
  g_clear_object (&self->birthdays);
  g_clear_object (&self->feasts);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_calendar_parent_class)->dispose (object);
}

static void
vel_calendar_finalize (GObject *object)
{
  VelCalendar *self = VEL_CALENDAR (object);

  g_free (self->chosen);
  g_free (self->first);

  G_OBJECT_CLASS (vel_calendar_parent_class)->finalize (object);
}

static void
vel_calendar_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, VEL_CALENDAR (object)->show_sidebar_button);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_calendar_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  VelCalendar *self = VEL_CALENDAR (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      if (self->show_sidebar_button == g_value_get_boolean (value))
        return;
      self->show_sidebar_button = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_calendar_class_init (VelCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_calendar_dispose;
  object_class->finalize = vel_calendar_finalize;
  object_class->get_property = vel_calendar_get_property;
  object_class->set_property = vel_calendar_set_property;
  widget_class->size_allocate = vel_calendar_size_allocate;
  widget_class->grab_focus = vel_calendar_grab_focus;

  properties[PROP_SHOW_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "calendar.previous", NULL, previous);
  gtk_widget_class_install_action (widget_class, "calendar.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "calendar.today", NULL, today);
  gtk_widget_class_install_action (widget_class, "calendar.moved", "(xs)", moved);
}

static void
vel_calendar_init (VelCalendar *self)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  self->settings = g_settings_get_child (settings, vel_tasks_look.settings);
  self->feasts = vel_feasts_dup_default ();
  self->chosen = g_strdup (vel_day_get (vel_day_get_default ()));
  self->room = G_MAXUINT;
  vel_narrow_bin_set_chars (VEL_NARROW_BIN (self), NARROW_CHARS);
}

/**
 * vel_calendar_new:
 * @book: a book
 *
 * Returns: (transfer floating): its calendar, of this month or week as the user has chosen
 */
GtkWidget *
vel_calendar_new (VelBook *book)
{
  VelCalendar *self = g_object_new (VEL_TYPE_CALENDAR, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->book = g_object_ref (book);
  vel_records_look_insert_actions (&vel_tasks_look, GTK_WIDGET (self));
  vel_calendar_build (self);
  for (guint i = 0; i < N_DAYS; i++)
    g_signal_connect_object (self->days[i], "chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->grid, keys);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
  g_signal_connect_object (self->settings, "changed::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feasts, "changed", G_CALLBACK (feasts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vel_day_get_default (), "changed", G_CALLBACK (show_days), self, G_CONNECT_SWAPPED);
  show_days (self);
  return GTK_WIDGET (self);
}

/**
 * vel_calendar_show_day:
 * @self: a calendar
 * @day: a day, "2026-11-24"
 *
 * Goes to the month or the week in which it lies.
 */
void
vel_calendar_show_day (VelCalendar *self,
                       const char  *day)
{
  g_return_if_fail (VEL_IS_CALENDAR (self));

  choose (self, day);
}
