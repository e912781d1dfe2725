/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-notifier.h"

#include <glib/gi18n-lib.h>
#include "vel-bubble.h"
#include "vel-customer.h"
#include "vel-digest.h"
#include "vel-due.h"
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
  GObject      parent_instance;

  VelBook     *book;    /* (owned) */
  GHashTable  *shown;   /* (owned) (element-type gint64 Bubble): by task */
  VelDigest   *digest;  /* (owned) (nullable) */
};

/* A bubble on the screen, and what it told. */
typedef struct
{
  VelNotifier        *notifier;
  VelRing            *ring;          /* (owned) */
  char               *phone;         /* (owned) (nullable) */
  NotifyNotification *notification;  /* (owned) */
} Bubble;

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelNotifier, vel_notifier, G_TYPE_OBJECT)

/* More than these at once are one bubble, which says how many. */
#define MAX_BUBBLES 4

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
  vel_ring_free (bubble->ring);
  g_free (bubble->phone);
  g_free (bubble);
}

static void
withdraw (VelNotifier *self,
          Bubble      *bubble)
{
  /* What is no longer there cannot be closed. */
  notify_notification_close (bubble->notification, NULL);
  g_hash_table_remove (self->shown, &bubble->ring->task);
}

static void
action_cb (NotifyNotification *notification,
           char               *action,
           gpointer            user_data)
{
  Bubble *bubble = user_data;
  VelNotifier *self = bubble->notifier;
  const gint64 task = bubble->ring->task;

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].id, action))
      {
        g_autofree char *phone = g_strdup (bubble->phone);
        g_autofree char *token = g_strdup (notify_notification_get_activation_token (notification));

        withdraw (self, bubble);
        g_signal_emit (self, signals[ANSWERED], 0, task, actions[i].answer, phone, token);
        return;
      }
}

static void
closed_cb (Bubble *bubble)
{
  g_hash_table_remove (bubble->notifier->shown, &bubble->ring->task);
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

/* For whom a task is, and when. */
static char *
make_text (const char *about,
           const char *due)
{
  g_autofree char *when = due != NULL ? vel_due_format (due) : NULL;

  if (about != NULL && when != NULL)
    return g_strdup_printf ("%s\n%s", about, when);
  return g_strdup (about != NULL ? about : when != NULL ? when : "");
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
  g_autofree char *text = make_text (about, vel_record_get_text (task, "due"));
  Bubble *bubble = g_new0 (Bubble, 1);

  if (before != NULL)
    withdraw (self, before);
  bubble->notifier = self;
  bubble->ring = vel_ring_copy (ring);
  bubble->phone = g_steal_pointer (&phone);
  bubble->notification = vel_bubble_new (vel_record_get_text (task, "title"), text);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].answer != VEL_ANSWER_CALL || (bubble->phone != NULL && *bubble->phone != '\0'))
      notify_notification_add_action (bubble->notification, actions[i].id,
                                      g_dpgettext2 (NULL, "answer", actions[i].label), action_cb, bubble, NULL);
  g_signal_connect_swapped (bubble->notification, "closed", G_CALLBACK (closed_cb), bubble);
  if (!notify_notification_show (bubble->notification, error))
    {
      bubble_free (bubble);
      return FALSE;
    }
  g_hash_table_insert (self->shown, g_memdup2 (&ring->task, sizeof ring->task), bubble);
  return TRUE;
}

static void
digest_opened_cb (const char *token,
                  gpointer    user_data)
{
  g_signal_emit (user_data, signals[ANSWERED], 0, G_GINT64_CONSTANT (0), VEL_ANSWER_OPEN, NULL, token);
}

/* What was shown goes when the task is done, deleted, or rings at another time. */
static void
book_changed_cb (VelNotifier *self,
                 VelDelta    *delta)
{
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_ring_free);
  g_autoptr(GPtrArray) waiting = NULL;
  g_autoptr(GError) error = NULL;
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  if (!vel_delta_is_all (delta) && !vel_delta_has_entity (delta, &vel_task_entity))
    return;
  vel_digest_refresh (self->digest);
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (told, vel_ring_copy (((Bubble *) value)->ring));
  waiting = vel_book_find_waiting (self->book, told, &error);
  if (waiting == NULL)
    {
      g_warning ("What waits cannot be looked up: %s", error->message);
      return;
    }
  /* Those that wait are in the order of those that were told. */
  for (guint i = 0; i < told->len; i++)
    {
      const VelRing *ring = g_ptr_array_index (told, i);
      const VelRing *next = n < waiting->len ? g_ptr_array_index (waiting, n) : NULL;

      if (next != NULL && next->task == ring->task)
        n++;
      else
        withdraw (self, g_hash_table_lookup (self->shown, &ring->task));
    }
}

static void
vel_notifier_dispose (GObject *object)
{
  VelNotifier *self = VEL_NOTIFIER (object);

  g_hash_table_remove_all (self->shown);
  g_clear_pointer (&self->digest, vel_digest_free);
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
   * @token: (nullable): what lets a window come to the front
   */
  signals[ANSWERED] = g_signal_new ("answered", VEL_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_INT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
vel_notifier_init (VelNotifier *self)
{
  self->shown = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, bubble_free);
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
  self->digest = vel_digest_new (book, digest_opened_cb, self);
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
  g_return_val_if_fail (VEL_IS_NOTIFIER (self), FALSE);

  if (rings->len > MAX_BUBBLES)
    return vel_digest_show (self->digest, rings, error);
  for (guint i = 0; i < rings->len; i++)
    {
      const VelRing *ring = g_ptr_array_index (rings, i);
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, ring->task, NULL);

      if (task != NULL && !show_task (self, ring, task, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * vel_notifier_say:
 * @summary: what there is to say
 * @text: what stands below it
 * @error: (out): why the desktop cannot show it
 *
 * Says something that is no task, such as that reminders arrive.
 *
 * Returns: whether the desktop has it
 */
gboolean
vel_notifier_say (const char  *summary,
                  const char  *text,
                  GError     **error)
{
  NotifyNotification *bubble = vel_bubble_new (summary, text);
  gboolean shown;

  notify_notification_set_timeout (bubble, NOTIFY_EXPIRES_DEFAULT);
  shown = notify_notification_show (bubble, error);
  g_object_unref (bubble);
  return shown;
}
