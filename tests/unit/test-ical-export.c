/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gstdio.h>
#include <libical-glib/libical-glib.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-ical-export.h"
#include "vel-task.h"
#include "vel-test-deals.h"

#define TITLE "Işık Mimarlık’ı ara: çerçeve, ölçü; \\ “ğüşiöç İIıĞ” — uzun bir başlık ki satır yetmişbeş sekizliyi aşsın, hem de birkaç kez aşsın"
#define NOTES "birinci satır\nikinci, virgüllü; noktalı virgüllü\n\nsonuncu \\n değil"

typedef struct
{
  char    *path;
  VelBook *book;
  char    *about;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  gint64 customer;

  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  customer = vel_test_add (self->book, &vel_customer_entity, "name", "Işık, Mimarlık; A.Ş.", NULL);
  self->about = g_strdup_printf ("%" G_GINT64_FORMAT, customer);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  vel_book_close (self->book);
  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->about, g_free);
}

/* All tasks of the book, as another program reads them. */
static ICalComponent *
export (Fixture  *self,
        char    **text)
{
  g_autoptr(VelQuery) query = vel_query_new (&vel_task_entity, NULL, NULL, "id", FALSE);
  g_autoptr(GArray) ids = vel_book_find (self->book, query, NULL);
  g_autofree char *path = g_strconcat (self->path, ".ics", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  ICalComponent *calendar;
  GStatBuf status;

  g_assert_true (vel_ical_export_tasks (self->book, ids, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  calendar = i_cal_parser_parse_string (data);
  g_assert_nonnull (calendar);
  g_assert_cmpint (i_cal_component_isa (calendar), ==, I_CAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (i_cal_component_count_errors (calendar), ==, 0);
  if (text != NULL)
    *text = g_steal_pointer (&data);
  return calendar;
}

/* What @kind says of a property, as it stands in the file; "" where it is not there. */
static char *
get (ICalComponent     *calendar,
     ICalComponentKind  kind,
     ICalPropertyKind   what)
{
  ICalComponent *component = i_cal_component_get_first_component (calendar, kind);
  ICalProperty *property = component != NULL ? i_cal_component_get_first_property (component, what) : NULL;
  char *value = property != NULL ? i_cal_property_get_value_as_string (property) : g_strdup ("");

  g_clear_object (&property);
  g_clear_object (&component);
  return value;
}

static void
assert_property (ICalComponent     *calendar,
                 ICalComponentKind  kind,
                 ICalPropertyKind   what,
                 const char        *expected)
{
  g_autofree char *value = get (calendar, kind, what);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_trigger (ICalComponent *calendar,
                const char    *expected)
{
  ICalComponent *todo = i_cal_component_get_first_component (calendar, I_CAL_VTODO_COMPONENT);

  assert_property (todo, I_CAL_VALARM_COMPONENT, I_CAL_TRIGGER_PROPERTY, expected);
  g_object_unref (todo);
}

static void
assert_lines (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      /* No letter is cut in two. */
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_texts (Fixture       *self,
            gconstpointer  data)
{
  ICalComponent *calendar;
  ICalComponent *todo;
  g_autofree char *text = NULL;

  vel_test_add (self->book, &vel_task_entity, "title", TITLE, "notes", NOTES, "customer", self->about, "priority", "high", NULL);
  calendar = export (self, &text);
  assert_lines (text);
  todo = i_cal_component_get_first_component (calendar, I_CAL_VTODO_COMPONENT);
  g_assert_cmpstr (i_cal_component_get_summary (todo), ==, TITLE);
  g_assert_cmpstr (i_cal_component_get_description (todo), ==, NOTES);
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_CONTACT_PROPERTY, "Işık\\, Mimarlık\\; A.Ş.");
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_PRIORITY_PROPERTY, "1");
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_STATUS_PROPERTY, "NEEDS-ACTION");
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_DUE_PROPERTY, "");
  g_assert_cmpint (i_cal_component_count_components (todo, I_CAL_VALARM_COMPONENT), ==, 0);
  g_assert_cmpint (i_cal_component_count_components (calendar, I_CAL_VEVENT_COMPONENT), ==, 0);
  g_object_unref (todo);
  g_object_unref (calendar);
}

static void
test_control (Fixture       *self,
              gconstpointer  data)
{
  ICalComponent *calendar;
  g_autofree char *text = NULL;

  vel_test_add (self->book, &vel_task_entity, "title", "a\x01" "b\r\nEND:VTODO\r\nBEGIN:VEVENT\x7f" "son", NULL);
  calendar = export (self, &text);
  assert_lines (text);
  g_assert_cmpint (i_cal_component_count_components (calendar, I_CAL_ANY_COMPONENT), ==, 1);
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_SUMMARY_PROPERTY, "a b\\nEND:VTODO\\nBEGIN:VEVENT son");
  g_object_unref (calendar);
}

static void
test_times (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *due;
    const char *reminder;
    const char *repeat;
    const char *in_file;
    const char *trigger;
    const char *rule;
    int         n_events;
  } rows[] = {
    { "2026-11-24T14:00", NULL, NULL, "20261124T140000", "PT0S", "", 1 },
    { "2026-11-24T14:00", "30", NULL, "20261124T140000", "-PT30M", "", 1 },
    { "2026-11-24T14:00", "none", NULL, "20261124T140000", "", "", 1 },
    { "2026-11-24", NULL, NULL, "20261124", "PT9H", "", 0 },
    { "2026-11-24", "1440", NULL, "20261124", "-PT15H", "", 0 },
    { "2026-11-24", NULL, "FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20271231", "20261124", "PT9H", "FREQ=MONTHLY;UNTIL=20271231;BYMONTHDAY=5", 0 },
    { "2026-11-24T14:00", NULL, "FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20271231", "20261124T140000", "PT0S",
      "FREQ=WEEKLY;UNTIL=20271231T140000;BYDAY=MO,TU", 1 },
    { "2026-11-24", NULL, "FREQ=DAILY;UNTIL=20271231T120000", "20261124", "PT9H", "FREQ=DAILY;UNTIL=20271231", 0 },
    { "2026-11-24", NULL, "FREQ=DAILY;COUNT=3", "20261124", "PT9H", "FREQ=DAILY;COUNT=3", 0 },
    { "3000-12-31T23:59", NULL, NULL, "30001231T235900", "PT0S", "", 1 },
    { "1583-01-01", NULL, NULL, "15830101", "PT9H", "", 0 },
    { "9999-12-31T23:59", NULL, NULL, "", "", "", 0 },
    { "9999-12-31T23:59", NULL, "FREQ=DAILY", "", "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "Ara", "due", rows[i].due, "reminder", rows[i].reminder,
                                        "repeat", rows[i].repeat, NULL);
      ICalComponent *calendar = export (self, NULL);
      g_autofree char *start = get (calendar, I_CAL_VTODO_COMPONENT, I_CAL_DTSTART_PROPERTY);

      g_test_message ("%s %s %s", rows[i].due, rows[i].reminder, rows[i].repeat);
      assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_DUE_PROPERTY, rows[i].in_file);
      assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_RRULE_PROPERTY, rows[i].rule);
      g_assert_cmpstr (start, ==, rows[i].repeat != NULL ? rows[i].in_file : "");
      assert_trigger (calendar, rows[i].trigger);
      g_assert_cmpint (i_cal_component_count_components (calendar, I_CAL_VEVENT_COMPONENT), ==, rows[i].n_events);
      if (rows[i].n_events > 0)
        {
          assert_property (calendar, I_CAL_VEVENT_COMPONENT, I_CAL_DTSTART_PROPERTY, rows[i].in_file);
          assert_property (calendar, I_CAL_VEVENT_COMPONENT, I_CAL_RRULE_PROPERTY, rows[i].rule);
        }
      g_object_unref (calendar);
      vel_test_delete (self->book, &vel_task_entity, task);
    }
}

static void
test_done_and_snoozed (Fixture       *self,
                       gconstpointer  data)
{
  const gint64 task = vel_test_add (self->book, &vel_task_entity, "title", "Ara", "due", "2026-11-24T14:00", "repeat",
                                    "FREQ=DAILY;UNTIL=20261124", "snoozed", "2026-11-24T15:30", NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) snoozed = g_date_time_new (zone, 2026, 11, 24, 15, 30, 0);
  g_autoptr(GDateTime) utc = g_date_time_to_utc (snoozed);
  g_autofree char *trigger = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  ICalComponent *calendar = export (self, NULL);

  assert_trigger (calendar, trigger);
  g_object_unref (calendar);
  vel_test_edit (self->book, &vel_task_entity, task, "done", "1795417200", NULL);
  calendar = export (self, NULL);
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_STATUS_PROPERTY, "COMPLETED");
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_COMPLETED_PROPERTY, "20261123T070000Z");
  assert_property (calendar, I_CAL_VTODO_COMPONENT, I_CAL_RRULE_PROPERTY, "");
  g_assert_cmpint (i_cal_component_count_components (calendar, I_CAL_ANY_COMPONENT), ==, 1);
  assert_trigger (calendar, "");
  g_object_unref (calendar);
}

static void
test_cannot_write (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.ics");
  g_autoptr(GError) error = NULL;

  g_assert_false (vel_ical_export_tasks (self->book, ids, file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/ical-export/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("texts", test_texts);
  ADD ("control", test_control);
  ADD ("times", test_times);
  ADD ("done-and-snoozed", test_done_and_snoozed);
  ADD ("cannot-write", test_cannot_write);
#undef ADD
  return g_test_run ();
}
