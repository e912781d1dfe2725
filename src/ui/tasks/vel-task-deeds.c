/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-deeds.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-doing.h"
#include "vel-due.h"
#include "vel-task-agenda.h"
#include "vel-task-moves.h"
#include "vel-task.h"

/* What is done with tasks, wherever they are shown: one or thousands. */

/* Before a day, to which tasks are moved. */
#define MOVE "move:"


typedef struct
{
  const char *deed;
  const char *label;
} Deed;

static const Deed put_offs[] = {
  { "today", N_("To _today") },
  { "tomorrow", N_("To to_morrow") },
  { "monday", N_("To next _Monday") },
  { "week", N_("By a _week") },
  { "no-date", N_("_Without a date") },
};

static const Deed pauses[] = {
  { "pause", N_("Remind again in _10 minutes") },
  { "pause-tomorrow", N_("Remind again tomorrow _09:00") },
  { "pause-monday", N_("Remind again next Monda_y") },
};

/* So many are read from the book before the interface has its turn. */
#define AT_ONCE 100

typedef struct
{
  GtkWidget *widget;   /* (owned) */
  VelBook   *book;     /* (owned) */
  GArray    *ids;      /* (owned) */
  GPtrArray *tasks;    /* (owned) (element-type VelRecord) */
  char      *deed;     /* (owned) */
} Gathering;

static void
gathering_free (gpointer data)
{
  Gathering *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->book);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->tasks);
  g_free (self->deed);
  g_free (self);
}

static void
append_all (GMenu      *menu,
            const Deed *deeds,
            gsize       n_deeds,
            const char *action)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n_deeds; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(deeds[i].label), NULL);

      g_menu_item_set_action_and_target_value (item, action, g_variant_new_string (deeds[i].deed));
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * vel_task_deeds_new_menu:
 * @action: the action that each item has, with what is to be done as its target
 *
 * Returns: (transfer full): what else than finishing it can be done with a task
 */
GMenuModel *
vel_task_deeds_new_menu (const char *action)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  append_all (menu, put_offs, G_N_ELEMENTS (put_offs), action);
  append_all (menu, pauses, G_N_ELEMENTS (pauses), action);
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* As vel_due_add_minutes(), of a moment that may be missing: from today then. */
static char *
dup_days_later (const char *due,
                int         days)
{
  g_autofree char *today = vel_task_dup_today ();

  return vel_due_add_days (due != NULL ? due : today, days);
}

static char *
dup_monday (void)
{
  g_autofree char *monday = vel_task_dup_pause (VEL_TASK_UNTIL_MONDAY);

  return g_strndup (monday, strlen ("2026-11-24"));
}

/* Each by a week from its own day: what is late counts from today. */
static VelChange *
put_off_week (GPtrArray *tasks)
{
  g_autofree char *today = vel_task_dup_today ();
  g_autofree char *later = dup_days_later (today, 7);
  VelChange *change = vel_task_put_off (tasks, later);

  for (guint i = 0; i < tasks->len; i++)
    {
      VelRecord *task = g_ptr_array_index (tasks, i);
      const char *due = vel_record_get_text (task, "due");
      g_autofree char *own = due != NULL && strcmp (due, today) > 0 ? dup_days_later (due, 7) : NULL;

      if (own != NULL)
        vel_change_set_text (change, &vel_task_entity, vel_record_get_id (task), "due", own);
    }
  return change;
}

static VelChange *
make_change (GPtrArray  *tasks,
             const char *deed)
{
  g_autofree char *until = NULL;

  if (g_str_has_prefix (deed, MOVE))
    return vel_task_put_off (tasks, deed[strlen (MOVE)] != '\0' ? deed + strlen (MOVE) : NULL);
  if (g_str_equal (deed, "done"))
    return vel_task_finish (tasks, g_get_real_time () / G_USEC_PER_SEC);
  if (g_str_equal (deed, "reopen"))
    return vel_task_reopen (g_ptr_array_index (tasks, 0));
  if (g_str_equal (deed, "week"))
    return put_off_week (tasks);
  if (g_str_equal (deed, "no-date"))
    return vel_task_put_off (tasks, NULL);
  if (g_str_has_prefix (deed, "pause"))
    {
      until = vel_task_dup_pause (g_str_equal (deed, "pause") ? VEL_TASK_TEN_MINUTES
                                  : g_str_equal (deed, "pause-monday") ? VEL_TASK_UNTIL_MONDAY
                                                                       : VEL_TASK_UNTIL_TOMORROW);
      return vel_task_snooze (tasks, until);
    }
  if (g_str_equal (deed, "monday"))
    until = dup_monday ();
  else
    until = dup_days_later (NULL, g_str_equal (deed, "tomorrow") ? 1 : 0);
  return vel_task_put_off (tasks, until);
}

/* Reads some more of the tasks; once all are there, does it. */
static gboolean
gather_cb (gpointer data)
{
  Gathering *self = data;
  const guint n = MIN (AT_ONCE, self->ids->len);
  g_autoptr(VelChange) change = NULL;

  for (guint i = 0; i < n; i++)
    {
      VelRecord *task = vel_book_get_record (self->book, &vel_task_entity, g_array_index (self->ids, gint64, i), NULL);

      if (task != NULL)
        g_ptr_array_add (self->tasks, task);
    }
  g_array_remove_range (self->ids, 0, n);
  if (self->ids->len > 0)
    return G_SOURCE_CONTINUE;
  if (self->tasks->len > 0)
    {
      change = make_change (self->tasks, self->deed);
      vel_doing_commit (self->widget, self->book, change, TRUE);
    }
  return G_SOURCE_REMOVE;
}

/**
 * vel_task_deeds_apply:
 * @widget: where it is told
 * @book: a book
 * @ids: (element-type gint64): tasks of it
 * @deed: "done", "reopen" of one of them, or what an item of the menu says
 *
 * Does it to all of them, as one change that can be undone.
 */
void
vel_task_deeds_apply (GtkWidget  *widget,
                      VelBook    *book,
                      GArray     *ids,
                      const char *deed)
{
  Gathering *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  self = g_new0 (Gathering, 1);
  self->widget = g_object_ref (widget);
  self->book = g_object_ref (book);
  self->ids = g_array_copy (ids);
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->deed = g_strdup (deed);
  if (ids->len > AT_ONCE)
    {
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, gather_cb, self, gathering_free);
      return;
    }
  gather_cb (self);
  gathering_free (self);
}

/**
 * vel_task_deeds_move:
 * @widget: where it is told
 * @book: a book
 * @ids: (element-type gint64): tasks of it
 * @day: a day, "2026-11-24", or "" for none
 *
 * Puts all of them off to that day; each keeps its time.
 */
void
vel_task_deeds_move (GtkWidget  *widget,
                     VelBook    *book,
                     GArray     *ids,
                     const char *day)
{
  g_autofree char *deed = g_strconcat (MOVE, day, NULL);

  vel_task_deeds_apply (widget, book, ids, deed);
}
