/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-ical-export.h"

#include <libical-glib/libical-glib.h>
#include <string.h>

#include "vel-book-rings.h"
#include "vel-due.h"
#include "vel-repeat.h"
#include "vel-task.h"

/* Tasks for other calendars, by RFC 5545. Times are those of the clock on the
 * wall ("floating"), as in the book, so that no file needs a time zone.
 *
 * Every task is a VTODO, which rings by a VALARM. One at a time of day is also a
 * VEVENT, which rings not a second time, since many calendars show events only.
 * A repeated one has both a beginning and an end on the same moment: the standard
 * counts repeats from the beginning, and what people look for is the end. */

#define HEADER "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Velinimet//" PACKAGE_VERSION "//EN\r\n"
/* libical, and so the calendars that are built on it, knows no later year. */
#define LAST_YEAR 3000
#define FOOTER "END:VCALENDAR\r\n"

static void
take (ICalComponent *component,
      ICalProperty  *property)
{
  i_cal_component_take_property (component, property);
}

/* Control characters have no writing in a calendar. */
static char *
clean (const char *text)
{
  g_autoptr(GString) cleaned = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        continue;
      g_string_append_unichar (cleaned, c == '\n' || c == '\t' || !g_unichar_iscntrl (c) ? c : ' ');
    }
  return g_strdup (cleaned->str);
}

static void
take_text (ICalComponent *component,
           VelRecord     *task,
           const char    *field,
           ICalProperty *(*new_property) (const char *text))
{
  const char *text = vel_record_get_text (task, field);
  g_autofree char *cleaned = text != NULL && *text != '\0' ? clean (text) : NULL;

  if (cleaned != NULL)
    take (component, new_property (cleaned));
}

/* "20261124" or "20261124T140000", of no zone */
static void
take_due (ICalComponent *component,
          const VelDue  *due,
          ICalProperty *(*new_property) (ICalTime *time))
{
  g_autofree char *text = due->has_time ? g_strdup_printf ("%04d%02d%02dT%02d%02d00", due->year, due->month, due->day,
                                                           due->hour, due->minute)
                                        : g_strdup_printf ("%04d%02d%02d", due->year, due->month, due->day);
  ICalTime *time = i_cal_time_new_from_string (text);

  take (component, new_property (time));
  g_object_unref (time);
}

static void
take_instant (ICalComponent *component,
              gint64         utc,
              ICalProperty *(*new_property) (ICalTime *time))
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (utc);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;
  ICalTime *moment = text != NULL ? i_cal_time_new_from_string (text) : NULL;

  if (moment != NULL)
    take (component, new_property (moment));
  g_clear_object (&moment);
}

/* The end of a repeat is written as the moments are, with a time or without. */
static void
take_repeat (ICalComponent *component,
             VelRecord     *task,
             const VelDue  *due)
{
  const char *text = vel_record_get_text (task, "repeat");
  g_autoptr(VelRepeat) repeat = text != NULL && *text != '\0' ? vel_repeat_parse (text, NULL) : NULL;
  g_autofree char *rule = NULL;
  ICalRecurrence *recurrence;
  VelDue until;

  if (repeat == NULL)
    return;
  if (repeat->until != NULL && vel_due_split (repeat->until, &until) && until.has_time != due->has_time)
    {
      until.has_time = due->has_time;
      until.hour = due->hour;
      until.minute = due->minute;
      g_free (repeat->until);
      repeat->until = vel_due_join (&until);
    }
  rule = vel_repeat_to_text (repeat);
  recurrence = i_cal_recurrence_new_from_string (rule);
  take (component, i_cal_property_new_rrule (recurrence));
  g_object_unref (recurrence);
}

/* What tasks and events tell alike. */
static void
describe (ICalComponent *component,
          VelRecord     *task,
          const char    *kind)
{
  g_autofree char *uid = g_strdup_printf ("%s-%" G_GINT64_FORMAT "@velinimet.org", kind, vel_record_get_id (task));
  const gint64 created = vel_record_get_integer (task, "created");

  take (component, i_cal_property_new_uid (uid));
  take_instant (component, created, i_cal_property_new_dtstamp);
  take_instant (component, created, i_cal_property_new_created);
  take_text (component, task, "title", i_cal_property_new_summary);
  take_text (component, task, "notes", i_cal_property_new_description);
  take_text (component, task, "customer_name", i_cal_property_new_contact);
  take_text (component, task, "deal_title", i_cal_property_new_comment);
}

static int
get_priority (const char *key)
{
  if (g_strcmp0 (key, "high") == 0)
    return 1;
  if (g_strcmp0 (key, "normal") == 0)
    return 5;
  return g_strcmp0 (key, "low") == 0 ? 9 : 0;
}

/* So long before the task is due, or at the moment until which it is snoozed,
 * which calendars know as an instant only. */
static ICalTrigger *
make_trigger (VelRecord  *task,
              const char *hour)
{
  const char *due = vel_record_get_text (task, "due");
  const char *snoozed = vel_record_get_text (task, "snoozed");
  const char *reminder = vel_record_get_text (task, "reminder");
  gint64 minutes = 0;
  VelDue parts;

  if (snoozed != NULL && *snoozed != '\0')
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
      g_autoptr(GDateTime) time = NULL;
      g_autofree char *text = NULL;
      gint64 utc;

      if (!vel_due_to_utc (snoozed, hour, zone, &utc))
        return NULL;
      time = g_date_time_new_from_unix_utc (utc);
      text = g_date_time_format (time, "%Y%m%dT%H%M%SZ");
      return i_cal_trigger_new_from_string (text);
    }
  if (due == NULL || !vel_due_split (due, &parts) || parts.year > LAST_YEAR || g_strcmp0 (reminder, "none") == 0)
    return NULL;
  if (!parts.has_time)
    minutes = g_ascii_strtoll (hour, NULL, 10) * 60 + g_ascii_strtoll (hour + 3, NULL, 10);
  if (reminder != NULL)
    minutes -= g_ascii_strtoll (reminder, NULL, 10);
  return i_cal_trigger_new_from_int ((int) minutes * 60);
}

static void
take_alarm (ICalComponent *component,
            VelRecord     *task,
            const char    *hour)
{
  ICalTrigger *trigger = make_trigger (task, hour);
  ICalComponent *alarm;
  ICalProperty *property;

  if (trigger == NULL)
    return;
  alarm = i_cal_component_new_valarm ();
  take (alarm, i_cal_property_new_action (I_CAL_ACTION_DISPLAY));
  take_text (alarm, task, "title", i_cal_property_new_description);
  property = i_cal_property_new_trigger (trigger);
  if (vel_record_get_text (task, "snoozed") == NULL)
    i_cal_property_take_parameter (property, i_cal_parameter_new_related (I_CAL_RELATED_END));
  else
    i_cal_property_take_parameter (property, i_cal_parameter_new_value (I_CAL_VALUE_DATETIME));
  take (alarm, property);
  i_cal_component_take_component (component, alarm);
  g_object_unref (trigger);
}

static ICalComponent *
make_todo (VelRecord    *task,
           const VelDue *due,
           const char   *hour)
{
  ICalComponent *todo = i_cal_component_new_vtodo ();
  const char *repeat = vel_record_get_text (task, "repeat");
  const gint64 done = vel_record_get_integer (task, "done");
  const int priority = get_priority (vel_record_get_text (task, "priority"));

  describe (todo, task, "task");
  if (priority != 0)
    take (todo, i_cal_property_new_priority (priority));
  if (due != NULL && repeat != NULL && done == 0)
    {
      take_due (todo, due, i_cal_property_new_dtstart);
      take_repeat (todo, task, due);
    }
  if (due != NULL)
    take_due (todo, due, i_cal_property_new_due);
  if (done == 0)
    {
      take (todo, i_cal_property_new_status (I_CAL_STATUS_NEEDSACTION));
      take_alarm (todo, task, hour);
    }
  else
    {
      take (todo, i_cal_property_new_status (I_CAL_STATUS_COMPLETED));
      take (todo, i_cal_property_new_percentcomplete (100));
      take_instant (todo, done, i_cal_property_new_completed);
    }
  return todo;
}

static ICalComponent *
make_event (VelRecord    *task,
            const VelDue *due)
{
  ICalComponent *event = i_cal_component_new_vevent ();

  describe (event, task, "event");
  take_due (event, due, i_cal_property_new_dtstart);
  take_repeat (event, task, due);
  /* It takes no time from anything else. */
  take (event, i_cal_property_new_transp (I_CAL_TRANSP_TRANSPARENT));
  return event;
}

static void
append (GString       *text,
        ICalComponent *component)
{
  g_autofree char *written = i_cal_component_as_ical_string (component);

  g_string_append (text, written);
  g_object_unref (component);
}

/**
 * vel_ical_from_task:
 * @task: a task
 * @hour: the time of day at which tasks ring that have a day only, "09:00"
 *
 * A task that is done has no alarm, no repeat (the next one has it) and no event.
 * One that is due after the year 3000 is written as one without a day.
 *
 * Returns: (transfer full): the task as a VTODO, and while it is open at a time
 *   of day also as a VEVENT: parts of a calendar, lines ended by CR LF
 */
char *
vel_ical_from_task (VelRecord  *task,
                    const char *hour)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *stored = vel_record_get_text (task, "due");
  VelDue due;
  const gboolean has_due = stored != NULL && vel_due_split (stored, &due) && due.year <= LAST_YEAR;

  append (text, make_todo (task, has_due ? &due : NULL, hour));
  if (has_due && due.has_time && vel_record_get_integer (task, "done") == 0)
    append (text, make_event (task, &due));
  return g_strdup (text->str);
}

static gboolean
write_tasks (VelBook        *book,
             GArray         *tasks,
             const char     *hour,
             GOutputStream  *stream,
             GCancellable   *cancellable,
             GError        **error)
{
  if (!g_output_stream_write_all (stream, HEADER, strlen (HEADER), NULL, cancellable, error))
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr(GError) local_error = NULL;
      g_autoptr(VelRecord) task = vel_book_get_record (book, &vel_task_entity, g_array_index (tasks, gint64, i), &local_error);
      g_autofree char *text = task != NULL ? vel_ical_from_task (task, hour) : NULL;

      /* Deleted by another program since it was found. */
      if (g_error_matches (local_error, VEL_STORE_ERROR, VEL_STORE_ERROR_NOT_FOUND))
        continue;
      if (text == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error))
        return FALSE;
    }
  return g_output_stream_write_all (stream, FOOTER, strlen (FOOTER), NULL, cancellable, error);
}

/**
 * vel_ical_export_tasks:
 * @book: an open book
 * @tasks: (element-type gint64): tasks of it
 * @file: the calendar to write, in place of what is there
 * @cancellable: (nullable): to cancel
 * @error: (out): a #GIOError or a #VelStoreError; what was there is then still there
 *
 * Writes tasks as an iCalendar file, readable by its owner alone. Waits, and is not
 * for the thread of an interface.
 *
 * Returns: whether the file was written
 */
gboolean
vel_ical_export_tasks (VelBook       *book,
                       GArray        *tasks,
                       GFile         *file,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autofree char *hour = vel_book_get_reminder_hour (book, error);
  g_autoptr(GFileOutputStream) stream = NULL;
  g_autoptr(GCancellable) abandoned = g_cancellable_new ();

  if (hour == NULL)
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (write_tasks (book, tasks, hour, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* Closed by a cancelled operation, it does not take the place of the old file. */
  g_cancellable_cancel (abandoned);
  g_output_stream_close (G_OUTPUT_STREAM (stream), abandoned, NULL);
  return FALSE;
}
