/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-agent.h"

#include <glib/gi18n.h>

#include "vel-agent-answer.h"
#include "vel-agent-bus.h"
#include "vel-book.h"
#include "vel-notifier.h"
#include "vel-ringer.h"

/**
 * VelAgent:
 *
 * The one process that rings, window or no window. The session starts it when
 * somebody logs in, or when a window asks for it; it rings for the book that was
 * opened last. It tells over the bus how it fares.
 */
struct _VelAgent
{
  GApplication  parent_instance;

  GSettings    *settings;      /* (owned) (nullable) */
  char         *path;          /* (owned) (nullable): of the book that was named on the command line */
  VelBook      *book;          /* (owned) (nullable) */
  VelRinger    *ringer;        /* (owned) (nullable) */
  VelNotifier  *notifier;      /* (owned) (nullable) */
  GCancellable *opening;       /* (owned) (nullable) */
  char         *trouble;       /* (owned) (nullable): what is wrong, in a sentence */
  guint         registration;  /* of the object on the bus */
  guint         watch;         /* on what shows notifications */
};

G_DEFINE_FINAL_TYPE (VelAgent, vel_agent, G_TYPE_APPLICATION)

static void open_book (VelAgent *self);

static const char introspection[] =
  "<node>"
  "  <interface name='" VEL_AGENT_INTERFACE "'>"
  "    <method name='Look'/>"
  "    <method name='Try'/>"
  "    <property name='Book' type='s' access='read'/>"
  "    <property name='Next' type='s' access='read'/>"
  "    <property name='Trouble' type='s' access='read'/>"
  "  </interface>"
  "</node>";

static GVariant *
get_property_cb (GDBusConnection  *connection,
                 const char       *sender,
                 const char       *path,
                 const char       *interface,
                 const char       *property,
                 GError          **error,
                 gpointer          data)
{
  VelAgent *self = data;
  const char *text;

  if (g_str_equal (property, "Book"))
    text = self->book != NULL ? vel_book_get_path (self->book) : NULL;
  else if (g_str_equal (property, "Next"))
    text = self->ringer != NULL ? vel_ringer_get_next (self->ringer) : NULL;
  else
    text = self->trouble;
  return g_variant_new_string (text != NULL ? text : "");
}

/* Tells whoever watches how it fares now. */
static void
tell_state (VelAgent *self)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));
  static const char * const names[] = { "Book", "Next", "Trouble" };
  GVariantBuilder builder;

  if (bus == NULL)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sv}"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_variant_builder_add (&builder, "{sv}", names[i],
                           get_property_cb (bus, NULL, NULL, NULL, names[i], NULL, self));
  g_dbus_connection_emit_signal (bus, NULL, VEL_AGENT_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 g_variant_new ("(sa{sv}as)", VEL_AGENT_INTERFACE, &builder, NULL), NULL);
}

static void
set_trouble (VelAgent   *self,
             const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  tell_state (self);
}

static void
method_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  VelAgent *self = data;
  g_autoptr(GError) error = NULL;

  if (g_str_equal (method, "Look"))
    {
      if (self->opening == NULL && (self->book == NULL || self->trouble != NULL))
        open_book (self);
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }
  if (!vel_notifier_say (_("Reminders arrive"), _("This is how Velinimet tells of a task."), &error))
    {
      set_trouble (self, error->message);
      g_dbus_method_invocation_return_gerror (invocation, error);
      return;
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static gboolean
vel_agent_dbus_register (GApplication     *application,
                         GDBusConnection  *connection,
                         const char       *path,
                         GError          **error)
{
  static const GDBusInterfaceVTable vtable = { method_cb, get_property_cb, NULL };
  VelAgent *self = VEL_AGENT (application);
  g_autoptr(GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, error);

  if (node == NULL || !G_APPLICATION_CLASS (vel_agent_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, VEL_AGENT_PATH, node->interfaces[0], &vtable,
                                                          self, NULL, error);
  return self->registration != 0;
}

static void
vel_agent_dbus_unregister (GApplication    *application,
                           GDBusConnection *connection,
                           const char      *path)
{
  VelAgent *self = VEL_AGENT (application);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
  G_APPLICATION_CLASS (vel_agent_parent_class)->dbus_unregister (application, connection, path);
}

static gboolean
ring_cb (VelAgent  *self,
         GPtrArray *rings)
{
  g_autoptr(GError) error = NULL;

  if (vel_notifier_ring (self->notifier, rings, &error))
    {
      set_trouble (self, NULL);
      return TRUE;
    }
  g_message ("Nothing on this desktop shows notifications: %s", error->message);
  set_trouble (self, _("Nothing on this desktop shows notifications. Install or start a notification service."));
  return FALSE;
}

static void
failed_cb (VelAgent     *self,
           const GError *error)
{
  if (self->trouble == NULL)
    set_trouble (self, error->message);
}

static void
answered_cb (VelAgent   *self,
             gint64      task,
             VelAnswer   answer,
             const char *phone,
             const char *token)
{
  vel_agent_answer (self->book, task, answer, phone, token);
}

/* What shows notifications has come: what could not be told is told. */
static void
service_appeared_cb (GDBusConnection *connection,
                     const char      *name,
                     const char      *owner,
                     gpointer         data)
{
  VelAgent *self = data;

  if (self->ringer != NULL && self->trouble != NULL)
    vel_ringer_look (self->ringer);
}

static void
close_book (VelAgent *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->ringer);
  g_clear_object (&self->notifier);
  if (self->book != NULL)
    vel_book_close (self->book);
  g_clear_object (&self->book);
}

static void
quiet_changed_cb (VelAgent *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->ringer == NULL || self->settings == NULL)
    return;
  from = g_settings_get_string (self->settings, "quiet-from");
  to = g_settings_get_string (self->settings, "quiet-to");
  vel_ringer_set_quiet (self->ringer, from, to);
}

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelAgent) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelBook) book = vel_book_open_finish (result, &error);
  g_autoptr(VelClock) clock = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->opening);
  if (book == NULL)
    {
      set_trouble (self, error->message);
      return;
    }
  self->book = g_steal_pointer (&book);
  vel_book_set_actor (self->book, "reminder");
  clock = vel_clock_new ();
  self->notifier = vel_notifier_new (self->book);
  self->ringer = vel_ringer_new (self->book, clock);
  quiet_changed_cb (self);
  g_signal_connect_object (self->notifier, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ringer, "ring", G_CALLBACK (ring_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ringer, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ringer, "next-changed", G_CALLBACK (tell_state), self, G_CONNECT_SWAPPED);
  set_trouble (self, NULL);
  vel_ringer_start (self->ringer);
  tell_state (self);
}

/* The book that was named, else the one that was opened last. */
static void
open_book (VelAgent *self)
{
  g_autofree char *last = self->settings != NULL ? g_settings_get_string (self->settings, "last-book") : NULL;
  g_autofree char *usual = vel_book_default_path ();
  const char *path = self->path != NULL ? self->path : last != NULL && *last != '\0' ? last : usual;

  close_book (self);
  /* Nobody has a task before there is a book. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  self->opening = g_cancellable_new ();
  vel_book_open_async (path, FALSE, self->opening, opened_cb, g_object_ref (self));
}

static void
vel_agent_startup (GApplication *application)
{
  VelAgent *self = VEL_AGENT (application);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE)
                                                     : NULL;

  G_APPLICATION_CLASS (vel_agent_parent_class)->startup (application);

  if (schema != NULL)
    {
      self->settings = g_settings_new (APPLICATION_ID);
      g_signal_connect_object (self->settings, "changed::last-book", G_CALLBACK (open_book), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::quiet-from", G_CALLBACK (quiet_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::quiet-to", G_CALLBACK (quiet_changed_cb), self, G_CONNECT_SWAPPED);
    }
  self->watch = g_bus_watch_name (G_BUS_TYPE_SESSION, "org.freedesktop.Notifications", G_BUS_NAME_WATCHER_FLAGS_NONE,
                                  service_appeared_cb, NULL, self, NULL);
  g_application_hold (application);
  open_book (self);
}

static void
vel_agent_activate (GApplication *application)
{
  /* It has begun already; nobody needs to see anything. */
}

static void
vel_agent_shutdown (GApplication *application)
{
  g_clear_handle_id (&VEL_AGENT (application)->watch, g_bus_unwatch_name);
  close_book (VEL_AGENT (application));

  G_APPLICATION_CLASS (vel_agent_parent_class)->shutdown (application);
}

static int
vel_agent_handle_local_options (GApplication *application,
                                GVariantDict *options)
{
  VelAgent *self = VEL_AGENT (application);

  g_variant_dict_lookup (options, "book", "^ay", &self->path);
  return -1;
}

static void
vel_agent_finalize (GObject *object)
{
  VelAgent *self = VEL_AGENT (object);

  g_clear_object (&self->settings);
  g_free (self->path);
  g_free (self->trouble);

  G_OBJECT_CLASS (vel_agent_parent_class)->finalize (object);
}

static void
vel_agent_class_init (VelAgentClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vel_agent_finalize;
  application_class->startup = vel_agent_startup;
  application_class->activate = vel_agent_activate;
  application_class->shutdown = vel_agent_shutdown;
  application_class->handle_local_options = vel_agent_handle_local_options;
  application_class->dbus_register = vel_agent_dbus_register;
  application_class->dbus_unregister = vel_agent_dbus_unregister;
}

static void
vel_agent_init (VelAgent *self)
{
  const GOptionEntry options[] = {
    { "book", 'b', 0, G_OPTION_ARG_FILENAME, NULL, N_("The customer book to ring for"), N_("FILE") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * vel_agent_new:
 *
 * Returns: (transfer full): the agent, which does nothing before it runs
 */
VelAgent *
vel_agent_new (void)
{
  return g_object_new (VEL_TYPE_AGENT, "application-id", VEL_AGENT_ID, "flags", G_APPLICATION_IS_SERVICE, NULL);
}
