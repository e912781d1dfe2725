/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-due.h"
#include "vel-quiet-hours.h"
#include "vel-ringer.h"
#include "vel-task-moves.h"
#include "vel-task.h"
#include "vel-test-deals.h"

/* What rings, and when, by a clock that the test turns. */

#define VEL_TYPE_TEST_CLOCK (vel_test_clock_get_type ())
G_DECLARE_FINAL_TYPE (VelTestClock, vel_test_clock, VEL, TEST_CLOCK, VelClock)

struct _VelTestClock
{
  VelClock  parent_instance;

  gint64    now;
  gint64    wake;
  char     *zone;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (VelTestClock, vel_test_clock, VEL_TYPE_CLOCK)

static gint64
vel_test_clock_get_now (VelClock *clock)
{
  return VEL_TEST_CLOCK (clock)->now;
}

static GTimeZone *
vel_test_clock_dup_zone (VelClock *clock)
{
  return g_time_zone_new_identifier (VEL_TEST_CLOCK (clock)->zone);
}

static void
vel_test_clock_wake_at (VelClock *clock,
                        gint64    utc)
{
  VEL_TEST_CLOCK (clock)->wake = utc;
}

static void
vel_test_clock_finalize (GObject *object)
{
  g_free (VEL_TEST_CLOCK (object)->zone);

  G_OBJECT_CLASS (vel_test_clock_parent_class)->finalize (object);
}

static void
vel_test_clock_class_init (VelTestClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vel_test_clock_finalize;
  VEL_CLOCK_CLASS (klass)->get_now = vel_test_clock_get_now;
  VEL_CLOCK_CLASS (klass)->dup_zone = vel_test_clock_dup_zone;
  VEL_CLOCK_CLASS (klass)->wake_at = vel_test_clock_wake_at;
}

static void
vel_test_clock_init (VelTestClock *self)
{
  self->wake = G_MAXINT64;
}

/* One travels: the clock on the wall is another, also for the rest of the program. */
static void
go_to (VelTestClock *self,
       const char   *zone)
{
  g_free (self->zone);
  self->zone = g_strdup (zone);
  g_setenv ("TZ", zone, TRUE);
}

typedef struct
{
  char         *path;
  VelBook      *book;
  VelTestClock *clock;
  VelRinger    *ringer;
  GHashTable   *told;      /* (element-type utf8): "task at" */
  GPtrArray    *finished;  /* (element-type VelRecord): to be finished, for they have rung */
  guint         n_rings;
  guint         n_late;
  gboolean      late;      /* whether the machine has slept, or was taken to where it is later */
  gboolean      refuses;   /* whether nobody can be told */
} Fixture;

static gint64
utc_of (const char *local,
        const char *zone)
{
  g_autoptr(GTimeZone) where = g_time_zone_new_identifier (zone);
  gint64 utc;

  g_assert_true (vel_due_to_utc (local, "09:00", where, &utc));
  return utc;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->path = vel_test_new_path ();
  self->book = vel_book_open (self->path, TRUE, NULL);
  self->clock = g_object_new (VEL_TYPE_TEST_CLOCK, NULL);
  go_to (self->clock, "Europe/Berlin");
  self->clock->now = utc_of ("2027-01-01T00:00", self->clock->zone);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->finished = g_ptr_array_new_with_free_func (g_object_unref);
  self->ringer = vel_ringer_new (self->book, VEL_CLOCK (self->clock));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (g_steal_pointer (&self->ringer));
  g_assert_finalize_object (g_steal_pointer (&self->clock));
  vel_book_close (self->book);
  vel_test_settle ();
  g_assert_finalize_object (g_steal_pointer (&self->book));
  g_hash_table_unref (self->told);
  g_ptr_array_unref (self->finished);
  g_free (self->path);
  g_setenv ("TZ", "UTC", TRUE);
}

/* Nothing rings twice, too early, or later than its minute while the machine is awake. */
static gboolean
ring_cb (VelRinger *ringer,
         GPtrArray *rings,
         Fixture   *self)
{
  g_autofree char *now = vel_clock_dup_local (VEL_CLOCK (self->clock));

  if (self->refuses)
    return FALSE;
  for (guint i = 0; i < rings->len; i++)
    {
      const VelRing *ring = g_ptr_array_index (rings, i);
      char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", ring->task, ring->at);
      g_autoptr(GTimeZone) zone = vel_clock_dup_zone (VEL_CLOCK (self->clock));
      VelRecord *task = vel_book_get_record (self->book, &vel_task_entity, ring->task, NULL);

      g_assert_cmpstr (ring->at, <=, now);
      if (g_strcmp0 (ring->at, now) != 0)
        {
          g_assert_true (self->late || vel_due_is_skipped (ring->at, zone));
          self->n_late++;
        }
      if (!g_hash_table_add (self->told, key))
        g_error ("it has rung twice: %s", key);
      g_ptr_array_add (self->finished, task);
      self->n_rings++;
    }
  return TRUE;
}

static void
start (Fixture *self)
{
  g_signal_connect (self->ringer, "ring", G_CALLBACK (ring_cb), self);
  vel_ringer_start (self->ringer);
}

static gint64
add_task (Fixture    *self,
          const char *title,
          const char *due,
          const char *repeat)
{
  return vel_test_add (self->book, &vel_task_entity, "title", title, "due", due, repeat != NULL ? "repeat" : NULL, repeat, NULL);
}

/* What has rung is done at once, so that those that are repeated ring again. */
static void
finish_all (Fixture *self)
{
  g_autoptr(VelChange) change = NULL;
  g_autoptr(VelCommit) commit = NULL;
  g_autoptr(GError) error = NULL;

  if (self->finished->len == 0)
    return;
  change = vel_task_finish (self->finished, self->clock->now);
  g_ptr_array_set_size (self->finished, 0);
  commit = vel_book_commit (self->book, change, NULL, &error);
  g_assert_no_error (error);
  vel_test_settle ();
}

/* Lets the time pass until @until: alarm after alarm. */
static void
pass (Fixture *self,
      gint64   until)
{
  while (self->clock->wake <= until)
    {
      self->clock->now = MAX (self->clock->now, self->clock->wake);
      self->clock->wake = G_MAXINT64;
      g_signal_emit_by_name (self->clock, "woke");
      self->late = FALSE;
      finish_all (self);
    }
  self->clock->now = until;
}

/* Where one is in a year, and the hour that its daylight saving leaves out, and brings twice. */
typedef struct
{
  const char *begin;
  const char *zones[5];  /* from the beginning, and after each quarter */
  const char *left_out;
  const char *twice;
  gboolean    has_passed;  /* in truth, where the machine is */
} Year;

/* With a zone that has the rules that Istanbul had until 2016. */
static const Year year_of_berlin = {
  "2027-01-01T00:00",
  { "Europe/Berlin", "Europe/Berlin", "EET-2EEST,M3.5.0/3,M10.5.0/4", "America/New_York", "Europe/Berlin" },
  "2027-03-28T02:30", "2027-10-31T02:30", FALSE,
};

/* The last but one in which clocks were turned in Turkey, later than elsewhere in Europe. */
static const Year year_of_istanbul = {
  "2015-01-01T00:00",
  { "Europe/Istanbul", "America/New_York", "Europe/Berlin", "Europe/Istanbul", "Europe/Istanbul" },
  "2015-03-29T03:30", "2015-11-08T03:30", TRUE,
};

/* A year of a thousand tasks, with sleep, travel and daylight saving. */
static void
test_year (Fixture       *self,
           gconstpointer  data)
{
  static const char * const rules[] = {
    "FREQ=DAILY;INTERVAL=9", "FREQ=WEEKLY", "FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=1MO",
  };
  const Year *where = data;
  const gint64 year = 365 * 24 * 3600;
  const gint64 begin = utc_of (where->begin, where->zones[0]);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  g_autoptr(GPtrArray) left = NULL;
  g_autofree char *last = NULL;

  go_to (self->clock, where->zones[0]);
  self->clock->now = begin;
  for (guint i = 0; i < 1000; i++)
    {
      const gint64 at = begin + g_rand_int_range (random, 60, year - 24 * 3600);
      g_autofree char *due = vel_due_from_utc (at);
      g_autofree char *title = g_strdup_printf ("%u", i);

      /* Some in the hour that is left out, and in the one that comes twice. */
      if (i % 100 == 0)
        memcpy (due, where->left_out, strlen (where->left_out));
      else if (i % 100 == 1)
        memcpy (due, where->twice, strlen (where->twice));
      else if (i % 7 == 0)
        due[strlen ("YYYY-MM-DD")] = '\0';
      add_task (self, title, due, i % 20 == 3 && !where->has_passed ? rules[i / 20 % G_N_ELEMENTS (rules)] : NULL);
    }
  vel_test_settle ();
  /* Of what has passed when it is written the book does not remind, and so not of what would be repeated. */
  if (where->has_passed)
    vel_test_execute (self->path, "UPDATE task_ring SET told = NULL");
  start (self);
  for (int day = 0; day < 365; day++)
    {
      if (day % 91 == 90)
        {
          const gint64 before = self->clock->now;

          go_to (self->clock, where->zones[day / 91 + 1]);
          self->late = TRUE;
          g_signal_emit_by_name (self->clock, "changed");
          self->late = FALSE;
          finish_all (self);
          g_assert_cmpint (self->clock->now, ==, before);
        }
      if (g_rand_int_range (random, 0, 5) == 0)
        {
          /* It sleeps for some hours; the alarm goes off when it wakes. */
          self->clock->now += g_rand_int_range (random, 1, 20) * 3600;
          self->late = TRUE;
          if (self->clock->wake <= self->clock->now)
            g_signal_emit_by_name (self->clock, "woke");
          self->late = FALSE;
          finish_all (self);
        }
      pass (self, MAX (self->clock->now, begin + (gint64) (day + 1) * 24 * 3600));
    }
  /* Nothing was left out. */
  last = vel_clock_dup_local (VEL_CLOCK (self->clock));
  left = vel_book_find_rings (self->book, last, 0, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  if (where->has_passed)
    g_assert_cmpuint (self->n_rings, ==, 1000);
  else
    g_assert_cmpuint (self->n_rings, >, 1000);
  g_test_message ("%u rings, %u of them after sleep or travel", self->n_rings, self->n_late);
}

/* What rang does not ring again for a new process, and what could not be told does. */
static void
test_started_again (Fixture       *self,
                    gconstpointer  data)
{
  add_task (self, "Ara", "2027-01-01T10:00", NULL);
  vel_test_settle ();
  self->refuses = TRUE;
  start (self);
  g_assert_cmpstr (vel_ringer_get_next (self->ringer), ==, "2027-01-01T10:00");
  self->clock->now = utc_of ("2027-01-01T10:00", "Europe/Berlin");
  g_signal_emit_by_name (self->clock, "woke");
  g_assert_cmpuint (self->n_rings, ==, 0);
  /* It is tried again in a minute. */
  g_assert_cmpint (self->clock->wake, ==, self->clock->now + 60);
  self->refuses = FALSE;
  self->late = TRUE;
  self->clock->now += 60;
  g_signal_emit_by_name (self->clock, "woke");
  g_assert_cmpuint (self->n_rings, ==, 1);

  g_clear_object (&self->ringer);
  self->ringer = vel_ringer_new (self->book, VEL_CLOCK (self->clock));
  start (self);
  g_assert_cmpuint (self->n_rings, ==, 1);
  g_assert_null (vel_ringer_get_next (self->ringer));

  /* Nor when the clock is set back by a year, and has come there again. */
  self->clock->now -= 365 * 24 * 3600;
  g_signal_emit_by_name (self->clock, "changed");
  self->clock->now += 365 * 24 * 3600;
  g_signal_emit_by_name (self->clock, "changed");
  g_assert_cmpuint (self->n_rings, ==, 1);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* A book that cannot be written does not make it ring each minute. */
static void
test_unwritten (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *noted = NULL;
  guint n_failed = 0;

  add_task (self, "Ara", "2027-01-01T10:00", NULL);
  add_task (self, "Yaz", "2027-01-01T10:01", NULL);
  vel_test_settle ();
  /* An index that has no answer for what has been told: it cannot be noted. */
  vel_test_execute (self->path, "CREATE INDEX refuse ON task_ring "
                                "(abs (CASE WHEN told IS NULL THEN 0 ELSE -9223372036854775808 END))");
  g_signal_connect_swapped (self->ringer, "failed", G_CALLBACK (count_cb), &n_failed);
  start (self);
  for (int minute = 0; minute < 5; minute++)
    {
      self->clock->now = utc_of ("2027-01-01T10:00", "Europe/Berlin") + minute * 60;
      g_signal_emit_by_name (self->clock, "woke");
      g_assert_cmpint (self->clock->wake, ==, self->clock->now + 60);
    }
  /* Each of the two once, the second in its minute; and it is said that something is wrong. */
  g_assert_cmpuint (self->n_rings, ==, 2);
  g_assert_cmpuint (self->n_late, ==, 0);
  g_assert_cmpuint (n_failed, ==, 5);

  vel_test_execute (self->path, "DROP INDEX refuse");
  self->clock->now += 60;
  g_signal_emit_by_name (self->clock, "woke");
  g_assert_cmpuint (self->n_rings, ==, 2);
  g_assert_cmpuint (n_failed, ==, 5);
  g_assert_null (vel_ringer_get_next (self->ringer));
  noted = vel_test_ask (self->path, "SELECT count (*) FROM task_ring WHERE told = at");
  g_assert_cmpstr (noted, ==, "2\n");
}

/* What rings at night rings in the morning, all of it at once. */
static void
test_quiet (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *evening = vel_quiet_hours_end ("22:00", "08:00", "2027-01-01T23:30");
  g_autofree char *morning = vel_quiet_hours_end ("22:00", "08:00", "2027-01-02T07:59");

  g_assert_cmpstr (evening, ==, "2027-01-02T08:00");
  g_assert_cmpstr (morning, ==, "2027-01-02T08:00");
  g_assert_null (vel_quiet_hours_end ("22:00", "08:00", "2027-01-02T08:00"));
  g_assert_null (vel_quiet_hours_end ("22:00", "08:00", "2027-01-02T21:59"));
  g_assert_null (vel_quiet_hours_end (NULL, NULL, "2027-01-02T21:59"));

  add_task (self, "Gece", "2027-01-01T23:30", NULL);
  add_task (self, "Sabaha karşı", "2027-01-02T05:00", NULL);
  vel_test_settle ();
  vel_ringer_set_quiet (self->ringer, "22:00", "08:00");
  self->clock->now = utc_of ("2027-01-01T21:00", "Europe/Berlin");
  self->late = TRUE;
  start (self);
  pass (self, utc_of ("2027-01-02T07:59", "Europe/Berlin"));
  g_assert_cmpuint (self->n_rings, ==, 0);
  g_assert_cmpstr (vel_ringer_get_next (self->ringer), ==, "2027-01-02T08:00");
  self->late = TRUE;
  pass (self, utc_of ("2027-01-02T08:00", "Europe/Berlin"));
  g_assert_cmpuint (self->n_rings, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  vel_test_init (&argc, &argv);
#define ADD_WITH(name, function, data) g_test_add ("/ringer/" name, Fixture, data, set_up, function, tear_down)
#define ADD(name, function) ADD_WITH (name, function, NULL)
  ADD ("started-again", test_started_again);
  ADD ("unwritten", test_unwritten);
  ADD ("quiet", test_quiet);
  ADD_WITH ("year/berlin", test_year, &year_of_berlin);
  ADD_WITH ("year/istanbul", test_year, &year_of_istanbul);
#undef ADD
#undef ADD_WITH
  return g_test_run ();
}
