/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-due.h"
#include "vel-repeat.h"
#include "vel-text.h"

/**
 * VelTask:
 *
 * Something to be done, of a customer, a deal or nobody, on a day or at a time
 * by the clock on the wall. Its fields hold:
 *
 * - due, snoozed: see #VelDue; snoozed is until when it does not ring
 * - reminder: nothing where it rings as usual, at its time, or at the hour of
 *   the book where it has a day only; "none"; or how many minutes earlier, "30"
 * - repeat: see #VelRepeat; when a task is done the store makes the next one,
 *   reckoned from when it was due or from the day it was done
 * - done: when it was done
 * - next: the task that the store made when this one was done
 */

static const VelChoice priorities[] = {
  { "none", N_("No priority"), NULL },
  { "low", N_("Low"), NULL },
  { "normal", N_("Normal"), NULL },
  { "high", N_("High"), "vel-red" },
  { NULL, NULL, NULL }
};

static const VelChoice repeat_froms[] = {
  { "due", N_("From when it was due"), NULL },
  { "done", N_("From when it was done"), NULL },
  { NULL, NULL, NULL }
};

#define COLUMN VEL_FIELD_COLUMN
#define FILTER VEL_FIELD_FILTER
#define SEARCH VEL_FIELD_SEARCHED
#define BULK VEL_FIELD_BULK
#define HIDDEN VEL_FIELD_HIDDEN
#define READ_ONLY VEL_FIELD_READ_ONLY

static gboolean check (const VelValue  *values,
                       GError         **error);

static const VelField fields[] = {
  { "title", VEL_FIELD_TEXT, N_("What to do"), VEL_FIELD_REQUIRED | COLUMN | SEARCH },
  { "due", VEL_FIELD_DUE, N_("Due"), COLUMN | FILTER | BULK },
  { "priority", VEL_FIELD_CHOICE, N_("Priority"), VEL_FIELD_REQUIRED | COLUMN | FILTER | BULK, priorities },
  { "customer", VEL_FIELD_LINK, N_("Customer"), HIDDEN, NULL, "customer" },
  { "customer_name", VEL_FIELD_TEXT, N_("Customer"), COLUMN | FILTER | SEARCH | READ_ONLY, NULL, "customer",
    VEL_DERIVE_LINKED, "customer", NULL, "name" },
  { "deal", VEL_FIELD_LINK, N_("Deal"), HIDDEN, NULL, "deal" },
  { "deal_title", VEL_FIELD_TEXT, N_("Deal"), COLUMN | FILTER | SEARCH | READ_ONLY, NULL, "deal",
    VEL_DERIVE_LINKED, "deal", NULL, "title" },
  { "notes", VEL_FIELD_LONG_TEXT, N_("Notes"), VEL_FIELD_NO_FLAGS },
  { "reminder", VEL_FIELD_TEXT, N_("Reminder"), COLUMN | BULK },
  { "repeat", VEL_FIELD_TEXT, N_("Repeat"), COLUMN },
  { "repeat_from", VEL_FIELD_CHOICE, N_("Repeated"), VEL_FIELD_REQUIRED, repeat_froms },
  { "done", VEL_FIELD_DATE_TIME, N_("Done"), COLUMN | FILTER },
  { "snoozed", VEL_FIELD_DUE, N_("Snoozed until"), COLUMN },
  { "next", VEL_FIELD_LINK, N_("Next"), HIDDEN | READ_ONLY, NULL, "task" },
  { "custom", VEL_FIELD_CUSTOM, N_("Own fields"), HIDDEN },
  { "created", VEL_FIELD_DATE_TIME, N_("Added"), COLUMN | READ_ONLY },
};

const VelEntity vel_task_entity = {
  .name = "task", .label = N_("Task"), .label_many = N_("Tasks"),
  .fields = fields, .n_fields = G_N_ELEMENTS (fields), .name_field = "title", .get_type = vel_task_get_type,
  .check = check, .due_field = "due", .done_field = "done"
};

static const VelValue *
get (const VelValue *values,
     const char     *field)
{
  return &values[vel_entity_field_index (&vel_task_entity, field)];
}

static const char *
get_text (const VelValue *values,
          const char     *field)
{
  const VelValue *value = get (values, field);

  return vel_value_is_empty (value) ? NULL : value->text;
}

/* Stored is what was read, not what was typed. */
static gboolean
check_reminder (const char  *reminder,
                GError     **error)
{
  g_autofree char *normal = NULL;

  if (reminder == NULL)
    return TRUE;
  if (!vel_task_parse_reminder (reminder, &normal, error))
    return FALSE;
  return g_str_equal (normal, reminder) || vel_text_fail (error, _("A reminder is stored in minutes."));
}

static gboolean
check (const VelValue  *values,
       GError         **error)
{
  const char *due = get_text (values, "due");
  const char *snoozed = get_text (values, "snoozed");
  const char *repeat = get_text (values, "repeat");
  VelDue parts;

  if (due != NULL && !vel_due_split (due, NULL))
    return vel_text_fail (error, _("This day or time is not in the calendar."));
  if (snoozed != NULL && (!vel_due_split (snoozed, &parts) || !parts.has_time))
    return vel_text_fail (error, _("A task is snoozed until a day and a time."));
  if (!check_reminder (get_text (values, "reminder"), error))
    return FALSE;
  if (repeat == NULL)
    return TRUE;
  if (due == NULL)
    return vel_text_fail (error, _("A task that is repeated needs a day on which it is due."));
  return vel_repeat_check (repeat, error);
}

static const struct
{
  const char *word;
  int         minutes;
} units[] = {
  { "", 1 },
  { "m", 1 },
  { "min", 1 },
  { "minute", 1 },
  { "minutes", 1 },
  { "dk", 1 },
  { "dakika", 1 },
  { "h", 60 },
  { "hour", 60 },
  { "hours", 60 },
  { "saat", 60 },
  { "d", 24 * 60 },
  { "day", 24 * 60 },
  { "days", 24 * 60 },
  { "gun", 24 * 60 },
  { "w", 7 * 24 * 60 },
  { "week", 7 * 24 * 60 },
  { "weeks", 7 * 24 * 60 },
  { "hafta", 7 * 24 * 60 },
};

/**
 * vel_task_parse_reminder:
 * @text: what somebody typed: "none", "30" minutes, "2h", "1 gün"
 * @reminder: (out) (transfer full): the reminder as it is stored
 * @error: (out): a #VelTextError whose message is a sentence for the user
 *
 * Returns: whether @text is a reminder
 */
gboolean
vel_task_parse_reminder (const char  *text,
                         char       **reminder,
                         GError     **error)
{
  g_autofree char *fold = g_strstrip (vel_text_fold (text));
  const gsize n_digits = strspn (fold, "0123456789");
  const char *word = fold + n_digits;

  if (g_str_equal (fold, "none") || g_str_equal (fold, "yok") || g_str_equal (fold, "hicbiri"))
    {
      *reminder = g_strdup ("none");
      return TRUE;
    }
  while (*word == ' ')
    word++;
  for (guint i = 0; i < G_N_ELEMENTS (units) && n_digits > 0 && n_digits <= 6; i++)
    if (g_str_equal (word, units[i].word))
      {
        const gint64 minutes = g_ascii_strtoll (fold, NULL, 10) * units[i].minutes;

        if (minutes > VEL_TASK_REMINDER_MAX)
          return vel_text_fail (error, _("A reminder comes at most ten weeks earlier."));
        *reminder = g_strdup_printf ("%" G_GINT64_FORMAT, minutes);
        return TRUE;
      }
  return vel_text_fail (error, _("A reminder is “none”, or how long before: 30m, 2h, 1d."));
}

/**
 * vel_task_format_reminder:
 * @reminder: (nullable): a reminder as it is stored
 *
 * Returns: (transfer full): the reminder in the language of the interface, "2
 *   hours before"; "" where it is the usual one
 */
char *
vel_task_format_reminder (const char *reminder)
{
  int minutes;

  if (reminder == NULL || *reminder == '\0')
    return g_strdup ("");
  if (g_str_equal (reminder, "none"))
    return g_strdup (C_("reminder", "None"));
  minutes = (int) g_ascii_strtoll (reminder, NULL, 10);
  if (minutes == 0)
    return g_strdup (_("When it is due"));
  if (minutes % (24 * 60) == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day before", "%d days before", minutes / (24 * 60)),
                            minutes / (24 * 60));
  if (minutes % 60 == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d hour before", "%d hours before", minutes / 60),
                            minutes / 60);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute before", "%d minutes before", minutes), minutes);
}

/**
 * vel_task_get_ring:
 * @values: (array): the values of a task, one a field
 * @is_dated: (out): whether the task has a day only; the hour of the book is
 *   then to be added to what is returned
 *
 * Returns: (transfer full) (nullable): when the task rings, with a time of day,
 *   see #VelDue; %NULL where it does not
 */
char *
vel_task_get_ring (const VelValue *values,
                   gboolean       *is_dated)
{
  const char *due = get_text (values, "due");
  const char *snoozed = get_text (values, "snoozed");
  const char *reminder = get_text (values, "reminder");
  g_autofree char *moment = NULL;
  VelDue parts;

  *is_dated = FALSE;
  if (get (values, "done")->kind != VEL_VALUE_NULL)
    return NULL;
  if (snoozed != NULL)
    return g_strdup (snoozed);
  if (due == NULL || g_strcmp0 (reminder, "none") == 0 || !vel_due_split (due, &parts))
    return NULL;
  *is_dated = !parts.has_time;
  moment = vel_due_set_hour (due, "00:00");
  return reminder != NULL ? vel_due_add_minutes (moment, -g_ascii_strtoll (reminder, NULL, 10))
                          : g_steal_pointer (&moment);
}

VEL_DEFINE_RECORD (VelTask, vel_task, vel_task_entity)
