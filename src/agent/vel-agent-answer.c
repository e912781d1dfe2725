/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-agent-answer.h"

#include <glib/gi18n.h>

#include "vel-phone.h"
#include "vel-task-agenda.h"
#include "vel-task-moves.h"
#include "vel-task.h"

/* What becomes of a task when the user answers its bubble. What fails is told in
 * a bubble too: there may be no window. */

static void
say_failed (const char   *summary,
            const GError *reason)
{
  g_autoptr(GError) error = NULL;

  if (!vel_notifier_say (summary, reason->message, &error))
    g_warning ("An answer failed, and that cannot be told: %s", error->message);
}

/* The window, on a task or on the page of the day; it is started where there is none. */
static void
show_window (VelBook    *book,
             gint64      task,
             const char *token)
{
  const char *program = g_getenv ("VEL_PROGRAM");
  g_autofree char *page = task != 0 ? g_strdup_printf ("task:%" G_GINT64_FORMAT, task) : g_strdup ("today");
  const char * const argv[] = {
    program != NULL ? program : BINDIR "/velinimet", "--book", vel_book_get_path (book), "--page", page, NULL
  };
  g_auto(GStrv) environment = g_get_environ ();
  g_autoptr(GError) error = NULL;

  /* Without it a window may not come to the front on Wayland. */
  if (token != NULL)
    environment = g_environ_setenv (environment, "XDG_ACTIVATION_TOKEN", token, TRUE);
  if (!g_spawn_async (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    say_failed (_("Velinimet cannot be opened"), error);
}

static void
committed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(VelRecord) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_commit_finish (VEL_BOOK (object), result, &error);
  g_autofree char *summary = NULL;

  if (commit != NULL)
    return;
  /* Translators: %s is what there is to do */
  summary = g_strdup_printf (_("Your answer could not be kept: %s"), vel_record_get_text (task, "title"));
  say_failed (summary, error);
}

static void
called_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree char *phone = user_data;
  g_autofree char *number = NULL;
  g_autofree char *summary = NULL;
  g_autoptr(GError) error = NULL;

  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  /* Translators: %s is a telephone number */
  number = vel_phone_format (phone);
  summary = g_strdup_printf (_("No program here can call %s"), number);
  say_failed (summary, error);
}

static VelTaskPause
get_pause (VelAnswer answer)
{
  if (answer == VEL_ANSWER_LATER)
    return VEL_TASK_TEN_MINUTES;
  return answer == VEL_ANSWER_TOMORROW ? VEL_TASK_UNTIL_TOMORROW : VEL_TASK_UNTIL_MONDAY;
}

/* Done, or put off. */
static void
change_task (VelBook   *book,
             VelRecord *task,
             VelAnswer  answer)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new ();
  g_autoptr(VelChange) change = NULL;
  g_autofree char *until = NULL;

  g_ptr_array_add (tasks, task);
  if (answer == VEL_ANSWER_DONE)
    {
      change = vel_task_finish (tasks, g_get_real_time () / G_USEC_PER_SEC);
    }
  else
    {
      until = vel_task_dup_pause (get_pause (answer));
      change = vel_task_snooze (tasks, until);
    }
  vel_book_commit_async (book, change, NULL, committed_cb, g_object_ref (task));
}

/**
 * vel_agent_answer:
 * @book: a book
 * @id: the task, or 0 for all that wait
 * @answer: what the user has answered
 * @phone: (nullable): the number to call
 * @token: (nullable): what lets a window come to the front
 *
 * Does what was answered.
 */
void
vel_agent_answer (VelBook    *book,
                  gint64      id,
                  VelAnswer   answer,
                  const char *phone,
                  const char *token)
{
  g_autoptr(VelRecord) task = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = NULL;

  switch (answer)
    {
    case VEL_ANSWER_OPEN:
      show_window (book, id, token);
      return;

    case VEL_ANSWER_CALL:
      uri = g_strdup_printf ("tel:%s", phone);
      g_app_info_launch_default_for_uri_async (uri, NULL, NULL, called_cb, g_strdup (phone));
      return;

    case VEL_ANSWER_DONE:
    case VEL_ANSWER_LATER:
    case VEL_ANSWER_TOMORROW:
    case VEL_ANSWER_MONDAY:
      task = vel_book_get_record (book, &vel_task_entity, id, &error);
      if (task != NULL)
        change_task (book, task, answer);
      else
        say_failed (_("Your answer could not be kept"), error);
      return;

    default:
      g_return_if_reached ();
    }
}
