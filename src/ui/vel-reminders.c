/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-reminders.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-agent-bus.h"
#include "vel-due.h"
#include "vel-task-agenda.h"

/**
 * VelReminders:
 *
 * The chain by which reminders reach the user, seen from the window: the bus, the
 * agent on it, and what the agent says of itself. Whoever makes one starts the
 * agent where it does not run: by the session, or, out of a build tree, beside
 * the program.
 */
struct _VelReminders
{
  GObject       parent_instance;

  GDBusProxy   *proxy;        /* (owned) (nullable): once the bus has answered */
  GCancellable *cancellable;  /* (owned) */
  char         *trouble;      /* (owned) (nullable): why there is no bus */
  char         *path;         /* (owned) (nullable): of the book in the window */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelReminders, vel_reminders, G_TYPE_OBJECT)

static void
tell_changed (VelReminders *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A build tree is not known to the session. */
static void
start_beside (void)
{
  const char *agent = g_getenv ("VEL_AGENT");
  const char * const argv[] = { agent, NULL };
  g_autoptr(GError) error = NULL;

  if (agent != NULL && !g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_STDIN_FROM_DEV_NULL, NULL, NULL, NULL, &error))
    g_warning ("The agent cannot be started: %s", error->message);
}

/* An agent that began before there was a book, or could not open it, looks again. */
static void
let_look (VelReminders *self)
{
  if (self->proxy != NULL && self->path != NULL)
    g_dbus_proxy_call (self->proxy, "Look", NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

static void
proxy_made_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(VelReminders) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusProxy) proxy = g_dbus_proxy_new_for_bus_finish (result, &error);
  g_autofree char *owner = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (proxy == NULL)
    {
      self->trouble = g_strdup (_("Reminders do not arrive: this session has no message bus."));
      tell_changed (self);
      return;
    }
  g_set_object (&self->proxy, proxy);
  g_signal_connect_object (proxy, "g-properties-changed", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (proxy, "notify::g-name-owner", G_CALLBACK (tell_changed), self, G_CONNECT_SWAPPED);
  owner = g_dbus_proxy_get_name_owner (proxy);
  if (owner == NULL)
    start_beside ();
  let_look (self);
  tell_changed (self);
}

static void
vel_reminders_dispose (GObject *object)
{
  VelReminders *self = VEL_REMINDERS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->proxy);

  G_OBJECT_CLASS (vel_reminders_parent_class)->dispose (object);
}

static void
vel_reminders_finalize (GObject *object)
{
  VelReminders *self = VEL_REMINDERS (object);

  g_clear_object (&self->cancellable);
  g_free (self->trouble);
  g_free (self->path);

  G_OBJECT_CLASS (vel_reminders_parent_class)->finalize (object);
}

static void
vel_reminders_class_init (VelRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_reminders_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_reminders_finalize;

  /**
   * VelReminders::changed:
   * @self: the reminders
   *
   * Their state is another.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vel_reminders_init (VelReminders *self)
{
  self->cancellable = g_cancellable_new ();
  g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION, G_DBUS_PROXY_FLAGS_NONE, NULL, VEL_AGENT_ID, VEL_AGENT_PATH,
                            VEL_AGENT_INTERFACE, self->cancellable, proxy_made_cb, g_object_ref (self));
}

/**
 * vel_reminders_new:
 *
 * Returns: (transfer full): the reminders, whose agent is started if it does not
 *   run; whoever asks gets the same
 */
VelReminders *
vel_reminders_new (void)
{
  static VelReminders *shared = NULL;  /* (nullable): weak */

  if (shared != NULL)
    return g_object_ref (shared);
  g_set_weak_pointer (&shared, g_object_new (VEL_TYPE_REMINDERS, NULL));
  return shared;
}

static char *
dup_property (VelReminders *self,
              const char   *name)
{
  g_autoptr(GVariant) value = self->proxy != NULL ? g_dbus_proxy_get_cached_property (self->proxy, name) : NULL;

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) && *g_variant_get_string (value, NULL) != '\0'
         ? g_variant_dup_string (value, NULL) : NULL;
}

/* Whether the window shows another book than the one that rings. */
static gboolean
is_elsewhere (VelReminders *self)
{
  g_autofree char *path = dup_property (self, "Book");

  return path != NULL && self->path != NULL && !g_str_equal (path, self->path);
}

/**
 * vel_reminders_set_book:
 * @self: the reminders
 * @path: of the book that the window shows
 *
 * Lets the state say so if that is not the book that rings.
 */
void
vel_reminders_set_book (VelReminders *self,
                        const char   *path)
{
  g_return_if_fail (VEL_IS_REMINDERS (self));

  g_free (self->path);
  self->path = g_strdup (path);
  let_look (self);
  tell_changed (self);
}

/**
 * vel_reminders_are_on:
 * @self: the reminders
 *
 * Returns: whether the agent runs
 */
gboolean
vel_reminders_are_on (VelReminders *self)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (VEL_IS_REMINDERS (self), FALSE);

  owner = self->proxy != NULL ? g_dbus_proxy_get_name_owner (self->proxy) : NULL;
  return owner != NULL;
}

/**
 * vel_reminders_dup_state:
 * @self: the reminders
 *
 * Returns: (transfer full): in a sentence, whether reminders arrive, when the next
 *   one does, or what is broken and how to mend it
 */
char *
vel_reminders_dup_state (VelReminders *self)
{
  g_autofree char *trouble = NULL;
  g_autofree char *next = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (VEL_IS_REMINDERS (self), NULL);

  if (self->trouble != NULL)
    return g_strdup (self->trouble);
  if (self->proxy == NULL)
    return g_strdup (_("Reminders are being looked after…"));
  if (!vel_reminders_are_on (self))
    return g_strdup (_("Reminders do not arrive: what rings does not run. Log in again, or install Velinimet anew."));
  trouble = dup_property (self, "Trouble");
  if (trouble != NULL)
    return g_steal_pointer (&trouble);
  if (is_elsewhere (self))
    return g_strdup (_("The tasks of this book do not ring, only those of your own book do. "
                       "“Open book” in the menu makes another one your own."));
  next = dup_property (self, "Next");
  if (next == NULL)
    return g_strdup (_("Reminders are on. No task is waiting to ring."));
  when = vel_due_format (next);
  /* Translators: %s is a day and a time */
  return g_strdup_printf (_("Reminders are on. Next: %s"), when);
}

/**
 * vel_reminders_dup_brief:
 * @self: the reminders
 * @is_well: (out): whether they arrive, as far as is known
 *
 * Returns: (transfer full): the same in a few words
 */
char *
vel_reminders_dup_brief (VelReminders *self,
                         gboolean     *is_well)
{
  g_autofree char *trouble = NULL;
  g_autofree char *next = NULL;
  g_autofree char *now = NULL;
  g_autofree char *when = NULL;

  g_return_val_if_fail (VEL_IS_REMINDERS (self), NULL);

  trouble = dup_property (self, "Trouble");
  *is_well = self->trouble == NULL && trouble == NULL && (self->proxy == NULL || vel_reminders_are_on (self));
  if (!*is_well)
    return g_strdup (_("Reminders do not arrive"));
  if (is_elsewhere (self))
    {
      *is_well = FALSE;
      return g_strdup (_("This book does not ring"));
    }
  next = dup_property (self, "Next");
  if (next == NULL)
    return g_strdup (self->proxy != NULL ? _("Reminders are on") : _("Reminders are being looked after…"));
  now = vel_due_from_utc (g_get_real_time () / G_USEC_PER_SEC);
  when = strcmp (next, now) > 0 ? vel_task_say_due (next, now, FALSE) : vel_due_format (next);
  /* Translators: %s is when the next one rings, such as "today, 14:00" */
  return g_strdup_printf (_("Reminders are on · %s"), when);
}

static void
tried_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GVariant) answer = g_dbus_proxy_call_finish (G_DBUS_PROXY (object), result, &error);

  if (answer != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_dbus_error_strip_remote_error (error);
  g_task_return_error (task, error);
}

/**
 * vel_reminders_try_async:
 * @self: the reminders
 * @callback: called when the agent has answered
 * @user_data: given to @callback
 *
 * Lets the agent show a notification.
 */
void
vel_reminders_try_async (VelReminders        *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  g_autofree char *state = NULL;

  if (self->proxy != NULL)
    {
      g_dbus_proxy_call (self->proxy, "Try", NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, tried_cb, task);
      return;
    }
  state = vel_reminders_dup_state (self);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "%s", state);
  g_object_unref (task);
}

/**
 * vel_reminders_try_finish:
 * @self: the reminders
 * @result: what the callback was given
 * @error: (out): why none could be shown
 *
 * Returns: whether one was
 */
gboolean
vel_reminders_try_finish (VelReminders  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
