/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-digest.h"

#include <glib/gi18n-lib.h>

#include "vel-bubble.h"
#include "vel-number.h"
#include "vel-task.h"

/**
 * VelDigest:
 *
 * One bubble for many tasks: how many wait, and what the first of them are. What
 * comes while it is on the screen is added to it, and it goes with the last of them.
 */
struct _VelDigest
{
  VelBook            *book;     /* (unowned) */
  VelDigestOpened     opened;
  gpointer            user_data;
  NotifyNotification *bubble;   /* (owned) (nullable) */
  GPtrArray          *rings;    /* (owned) (element-type VelRing): of what it tells */
};

/* So many titles stand in it. */
#define MAX_TITLES 5

static void
forget (VelDigest *self)
{
  g_ptr_array_set_size (self->rings, 0);
}

static void
withdraw (VelDigest *self)
{
  forget (self);
  /* What is no longer there cannot be closed. */
  notify_notification_close (self->bubble, NULL);
}

static void
action_cb (NotifyNotification *bubble,
           char               *action,
           gpointer            user_data)
{
  VelDigest *self = user_data;
  g_autofree char *token = g_strdup (notify_notification_get_activation_token (bubble));

  withdraw (self);
  self->opened (token, self->user_data);
}

static char *
make_text (VelDigest *self)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->rings->len, MAX_TITLES); i++)
    {
      const VelRing *ring = g_ptr_array_index (self->rings, i);
      g_autoptr(VelRecord) task = vel_book_get_record (self->book, &vel_task_entity, ring->task, NULL);

      if (task != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "\n" : "", vel_record_get_text (task, "title"));
    }
  if (self->rings->len > MAX_TITLES)
    g_string_append (titles, "\n…");
  return g_string_free (titles, FALSE);
}

/* Leaves out what has been answered elsewhere. */
static gboolean
leave_out_answered (VelDigest  *self,
                    GError    **error)
{
  GPtrArray *waiting = vel_book_find_waiting (self->book, self->rings, error);

  if (waiting == NULL)
    return FALSE;
  g_ptr_array_unref (self->rings);
  self->rings = waiting;
  return TRUE;
}

/**
 * vel_digest_new:
 * @book: the book whose tasks ring; it outlives the digest
 * @opened: called when the user wants to see them
 * @user_data: given to @opened
 *
 * Returns: (transfer full): a digest of nothing
 */
VelDigest *
vel_digest_new (VelBook         *book,
                VelDigestOpened  opened,
                gpointer         user_data)
{
  VelDigest *self = g_new0 (VelDigest, 1);

  self->book = book;
  self->opened = opened;
  self->user_data = user_data;
  self->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_ring_free);
  return self;
}

/**
 * vel_digest_free:
 * @self: (transfer full): a digest; what is on the screen stays there
 */
void
vel_digest_free (VelDigest *self)
{
  if (self->bubble != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->bubble, self);
      notify_notification_clear_actions (self->bubble);
      g_object_unref (self->bubble);
    }
  g_ptr_array_unref (self->rings);
  g_free (self);
}

/**
 * vel_digest_show:
 * @self: a digest
 * @rings: (element-type VelRing): tasks that ring, the soonest first
 * @error: (out): why the desktop cannot show it
 *
 * Tells of these, and of those that it has told of and that still wait.
 *
 * Returns: whether the desktop has it
 */
gboolean
vel_digest_show (VelDigest  *self,
                 GPtrArray  *rings,
                 GError    **error)
{
  const guint before = self->rings->len;
  g_autofree char *number = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *text = NULL;

  if (before > 0 && !leave_out_answered (self, error))
    return FALSE;
  for (guint i = 0; i < rings->len; i++)
    g_ptr_array_add (self->rings, vel_ring_copy (g_ptr_array_index (rings, i)));
  number = vel_number_format (self->rings->len);
  summary = g_strdup_printf (ngettext ("%s task is waiting", "%s tasks are waiting", self->rings->len), number);
  text = make_text (self);
  if (self->bubble == NULL)
    {
      self->bubble = vel_bubble_new (summary, text);
      g_signal_connect_swapped (self->bubble, "closed", G_CALLBACK (forget), self);
      notify_notification_add_action (self->bubble, "default", C_("answer", "Open"), action_cb, self, NULL);
      notify_notification_add_action (self->bubble, "open", C_("answer", "Open"), action_cb, self, NULL);
    }
  else
    {
      vel_bubble_update (self->bubble, summary, text);
    }
  if (notify_notification_show (self->bubble, error))
    return TRUE;
  /* They ring again. */
  g_ptr_array_set_size (self->rings, self->rings->len - rings->len);
  return FALSE;
}

/**
 * vel_digest_refresh:
 * @self: a digest
 *
 * The book has changed: where none of the tasks waits any more, it goes.
 */
void
vel_digest_refresh (VelDigest *self)
{
  g_autoptr(GError) error = NULL;

  if (self->rings->len == 0)
    return;
  if (!leave_out_answered (self, &error))
    g_warning ("What waits cannot be looked up: %s", error->message);
  else if (self->rings->len == 0)
    withdraw (self);
}
