/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-notifier.h"

#include <glib/gi18n-lib.h>
#include <libnotify/notify.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-due.h"
#include "vel-number.h"
#include "vel-task.h"

/**
 * VelNotifier:
 *
 * Tells the user that tasks ring: a bubble of the desktop for each, one for all
 * of them where they are many. A bubble stays until it is answered, and goes when
 * its task is finished or put off elsewhere.
 */
struct _VelNotifier
{
  GObject             parent_instance;

  VelBook            *book;    /* (owned) */
  GHashTable         *shown;   /* (owned) (element-type gint64 Bubble): by task */
  NotifyNotification *digest;  /* (owned) (nullable) */
};

/* A bubble on the screen, and what it told. */
typedef struct
{
  VelNotifier        *notifier;
  gint64              task;
  char               *state;         /* (owned): of the task when it was shown */
  char               *phone;         /* (owned) (nullable) */
  NotifyNotification *notification;  /* (owned) */
} Bubble;

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelNotifier, vel_notifier, G_TYPE_OBJECT)

/* More than these at once are one bubble, which says how many. */
#define MAX_BUBBLES 4

/* So many titles stand in that one. */
#define MAX_TITLES 5

static const struct
{
  const char *id;
  VelAnswer   answer;
  const char *label;
} actions[] = {
  { "default", VEL_ANSWER_OPEN, NC_("answer", "Open") },
  { "done", VEL_ANSWER_DONE, NC_("answer", "Done") },
  { "later", VEL_ANSWER_LATER, NC_("answer", "In 10 minutes") },
  { "tomorrow", VEL_ANSWER_TOMORROW, NC_("answer", "Tomorrow 09:00") },
  { "monday", VEL_ANSWER_MONDAY, NC_("answer", "Next Monday") },
  { "open", VEL_ANSWER_OPEN, NC_("answer", "Open") },
  { "call", VEL_ANSWER_CALL, NC_("answer", "Call") },
};

static void
bubble_free (gpointer data)
{
  Bubble *bubble = data;

  g_signal_handlers_disconnect_by_data (bubble->notification, bubble);
  notify_notification_clear_actions (bubble->notification);
  g_object_unref (bubble->notification);
  g_free (bubble->state);
  g_free (bubble->phone);
  g_free (bubble);
}

static void
withdraw (VelNotifier *self,
          Bubble      *bubble)
{
  /* What is no longer there cannot be closed. */
  notify_notification_close (bubble->notification, NULL);
  g_hash_table_remove (self->shown, &bubble->task);
}

static void
action_cb (NotifyNotification *notification,
           char               *action,
           gpointer            user_data)
{
  Bubble *bubble = user_data;
  VelNotifier *self = bubble->notifier;
  const gint64 task = bubble->task;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].id, action))
      {
        g_autofree char *phone = g_strdup (bubble->phone);

        withdraw (self, bubble);
        g_signal_emit (self, signals[ANSWERED], 0, task, actions[i].answer, phone);
        return;
      }
}

static void
closed_cb (Bubble *bubble)
{
  g_hash_table_remove (bubble->notifier->shown, &bubble->task);
}

/* That of which a bubble tells: done, or due at another time, it is another matter. */
static char *
dup_state (VelRecord *task)
{
  const char *due = vel_record_get_text (task, "due");
  const char *snoozed = vel_record_get_text (task, "snoozed");

  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, due != NULL ? due : "", snoozed != NULL ? snoozed : "",
                          vel_record_get_integer (task, "done"));
}

/* Whom a task is about, and the phone that they can be called on. */
static char *
dup_about (VelBook    *book,
           VelRecord  *task,
           char      **phone)
{
  const char *deal = vel_record_get_text (task, "deal_title");
  const char *name = vel_record_get_text (task, "customer_name");
  const gint64 customer = vel_record_get_integer (task, "customer");
  g_autoptr(VelRecord) record = customer != 0 ? vel_book_get_record (book, &vel_customer_entity, customer, NULL) : NULL;

  *phone = record != NULL ? g_strdup (vel_record_get_text (record, "phone")) : NULL;
  if (name != NULL && deal != NULL)
    return g_strdup_printf ("%s · %s", name, deal);
  return g_strdup (name != NULL ? name : deal);
}

static char *
make_body (const char *about,
           const char *due)
{
  g_autofree char *when = due != NULL ? vel_due_format (due) : NULL;
  g_autofree char *body = g_strjoin ("\n", about != NULL ? about : when, about != NULL ? when : NULL, NULL);

  return g_markup_escape_text (body != NULL ? body : "", -1);
}

static NotifyNotification *
make_notification (const char *summary,
                   const char *body)
{
  NotifyNotification *notification = notify_notification_new (summary, body, APPLICATION_ID);

  notify_notification_set_timeout (notification, NOTIFY_EXPIRES_NEVER);
  notify_notification_set_category (notification, "x-velinimet.reminder");
  notify_notification_set_hint (notification, "desktop-entry", g_variant_new_string (APPLICATION_ID));
  return notification;
}

/* Shows a task, in place of what was shown of it before. */
static gboolean
show_task (VelNotifier    *self,
           const VelRing  *ring,
           VelRecord      *task,
           GError        **error)
{
  Bubble *before = g_hash_table_lookup (self->shown, &ring->task);
  g_autofree char *phone = NULL;
  g_autofree char *about = dup_about (self->book, task, &phone);
  g_autofree char *body = make_body (about, vel_record_get_text (task, "due"));
  Bubble *bubble = g_new0 (Bubble, 1);

  if (before != NULL)
    withdraw (self, before);
  bubble->notifier = self;
  bubble->task = ring->task;
  bubble->state = dup_state (task);
  bubble->phone = g_strdup (phone);
  bubble->notification = make_notification (vel_record_get_text (task, "title"), body);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].answer != VEL_ANSWER_CALL || (phone != NULL && *phone != '\0'))
      notify_notification_add_action (bubble->notification, actions[i].id, g_dpgettext2 (NULL, "answer", actions[i].label), action_cb, bubble, NULL);
  g_signal_connect_swapped (bubble->notification, "closed", G_CALLBACK (closed_cb), bubble);
  if (!notify_notification_show (bubble->notification, error))
    {
      bubble_free (bubble);
      return FALSE;
    }
  g_hash_table_insert (self->shown, g_memdup2 (&bubble->task, sizeof bubble->task), bubble);
  return TRUE;
}

static void
digest_action_cb (NotifyNotification *notification,
                  char               *action,
                  gpointer            user_data)
{
  VelNotifier *self = user_data;

  notify_notification_close (notification, NULL);
  g_signal_emit (self, signals[ANSWERED], 0, G_GINT64_CONSTANT (0), VEL_ANSWER_OPEN, NULL);
}

/* One bubble for many: how many there are, and what the first of them are. */
static gboolean
show_digest (VelNotifier  *self,
             GPtrArray    *rings,
             GPtrArray    *tasks,
             GError      **error)
{
  g_autoptr(GString) titles = g_string_new (NULL);
  g_autofree char *number = vel_number_format (rings->len);
  g_autofree char *summary = g_strdup_printf (ngettext ("%s task is waiting", "%s tasks are waiting", rings->len), number);
  g_autofree char *body = NULL;

  for (guint i = 0; i < MIN (tasks->len, MAX_TITLES); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "\n" : "",
                            vel_record_get_text (g_ptr_array_index (tasks, i), "title"));
  if (rings->len > MAX_TITLES)
    g_string_append (titles, "\n…");
  body = g_markup_escape_text (titles->str, -1);
  if (self->digest == NULL)
    self->digest = make_notification (summary, body);
  else
    notify_notification_update (self->digest, summary, body, APPLICATION_ID);
  notify_notification_clear_actions (self->digest);
  notify_notification_add_action (self->digest, "default", C_("answer", "Open"), digest_action_cb, self, NULL);
  notify_notification_add_action (self->digest, "open", C_("answer", "Open"), digest_action_cb, self, NULL);
  return notify_notification_show (self->digest, error);
}

/* What was shown goes when the task is done, deleted, or rings at another time. */
static void
book_changed_cb (VelNotifier *self,
                 VelDelta    *delta)
{
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  if (!vel_delta_is_all (delta) && !vel_delta_has_entity (delta, &vel_task_entity))
    return;
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Bubble *bubble = value;
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, bubble->task, NULL);
      g_autofree char *state = task != NULL ? dup_state (task) : NULL;

      if (g_strcmp0 (state, bubble->state) != 0)
        g_ptr_array_add (gone, bubble);
    }
  for (guint i = 0; i < gone->len; i++)
    withdraw (self, g_ptr_array_index (gone, i));
}

static void
vel_notifier_dispose (GObject *object)
{
  VelNotifier *self = VEL_NOTIFIER (object);

  g_hash_table_remove_all (self->shown);
  if (self->digest != NULL)
    notify_notification_clear_actions (self->digest);
  g_clear_object (&self->digest);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_notifier_parent_class)->dispose (object);
}

static void
vel_notifier_finalize (GObject *object)
{
  g_hash_table_unref (VEL_NOTIFIER (object)->shown);

  G_OBJECT_CLASS (vel_notifier_parent_class)->finalize (object);
}

static void
vel_notifier_class_init (VelNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_notifier_finalize;

  /**
   * VelNotifier::answered:
   * @self: a notifier
   * @task: the task, or 0 for all that wait
   * @answer: a #VelAnswer
   * @phone: (nullable): the number to call, in E.164
   */
  signals[ANSWERED] = g_signal_new ("answered", VEL_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_STRING);
}

static void
require_library (void)
{
  if (!notify_is_initted ())
    notify_init (_("Velinimet"));
}

static void
vel_notifier_init (VelNotifier *self)
{
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, bubble_free);
  require_library ();
}

/**
 * vel_notifier_new:
 * @book: the book whose tasks ring
 *
 * Returns: (transfer full): a notifier with nothing on the screen
 */
VelNotifier *
vel_notifier_new (VelBook *book)
{
  VelNotifier *self = g_object_new (VEL_TYPE_NOTIFIER, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vel_notifier_ring:
 * @self: a notifier
 * @rings: (element-type VelRing): the tasks that ring, the soonest first
 * @error: (out): why the desktop cannot show it, such as that nothing of it is there that shows notifications
 *
 * Tells the user. Tasks that have gone in the meantime are not told of.
 *
 * Returns: whether the desktop has it
 */
gboolean
vel_notifier_ring (VelNotifier  *self,
                   GPtrArray    *rings,
                   GError      **error)
{
  g_autoptr(GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (VEL_IS_NOTIFIER (self), FALSE);

  for (guint i = 0; i < MIN (rings->len, MAX_TITLES); i++)
    {
      const VelRing *ring = g_ptr_array_index (rings, i);
      VelRecord *task = vel_book_get_record (self->book, &vel_task_entity, ring->task, NULL);

      if (task == NULL)
        continue;
      g_ptr_array_add (tasks, task);
      if (rings->len <= MAX_BUBBLES && !show_task (self, ring, task, error))
        return FALSE;
    }
  return rings->len <= MAX_BUBBLES || show_digest (self, rings, tasks, error);
}

/**
 * vel_notifier_try:
 * @error: (out): why the desktop cannot show it
 *
 * Shows a bubble that says that reminders arrive.
 *
 * Returns: whether the desktop has it
 */
gboolean
vel_notifier_try (GError **error)
{
  NotifyNotification *notification;
  gboolean shown;

  require_library ();
  notification = make_notification (_("Reminders arrive"), _("This is how Velinimet tells of a task."));
  notify_notification_set_timeout (notification, NOTIFY_EXPIRES_DEFAULT);
  shown = notify_notification_show (notification, error);
  g_object_unref (notification);
  return shown;
}
