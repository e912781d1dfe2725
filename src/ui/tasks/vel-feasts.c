/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-feasts.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-launch.h"

/**
 * VelFeasts:
 *
 * The holidays that the calendar shades: those that come with the program, where
 * the user is in Türkiye, or those of the user's own file, which is followed
 * while it is edited.
 */
struct _VelFeasts
{
  GObject       parent_instance;

  GSettings    *settings;  /* (owned) */
  GFile        *own;       /* (owned): the user's file, which may not be there */
  GFileMonitor *monitor;   /* (owned) (nullable) */
  VelHolidays  *days;      /* (owned) (nullable) */
  char         *error;     /* (owned) (nullable): why the user's file is not used */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define DELIVERED "/org/velinimet/Velinimet/tasks/holidays.json"

/* Nobody celebrates more than fits into so many bytes. */
#define MAX_BYTES (1024 * 1024)

G_DEFINE_FINAL_TYPE (VelFeasts, vel_feasts, G_TYPE_OBJECT)

static void
take (VelFeasts   *self,
      VelHolidays *days,
      const char  *error)
{
  if (days != NULL)
    {
      g_clear_pointer (&self->days, vel_holidays_free);
      self->days = days;
    }
  g_free (self->error);
  self->error = g_strdup (error);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Those that come with the program are never at fault. */
static VelHolidays *
load_delivered (VelFeasts *self)
{
  g_autofree char *region = g_settings_get_string (self->settings, "phone-region");
  g_autoptr(GBytes) bytes = NULL;

  if (!g_str_equal (region, "TR"))
    return vel_holidays_parse ("{\"holidays\": []}", -1, NULL);
  bytes = g_resources_lookup_data (DELIVERED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return vel_holidays_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelFeasts) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *sentence = NULL;
  gsize length = 0;
  VelHolidays *days = NULL;

  if (!g_file_load_contents_finish (G_FILE (object), result, &json, &length, NULL, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          take (self, load_delivered (self), NULL);
          return;
        }
    }
  else if (length > MAX_BYTES)
    {
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It is too large."));
    }
  else
    {
      days = vel_holidays_parse (json, length, &error);
    }
  if (error != NULL)
    /* Translators: %s is why, a sentence */
    sentence = g_strdup_printf (_("Your file of holidays cannot be used: %s"), error->message);
  take (self, days != NULL || self->days != NULL ? days : load_delivered (self), sentence);
}

static void
load (VelFeasts *self)
{
  g_file_load_contents_async (self->own, NULL, loaded_cb, g_object_ref (self));
}

static void
vel_feasts_dispose (GObject *object)
{
  VelFeasts *self = VEL_FEASTS (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->own);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_feasts_parent_class)->dispose (object);
}

static void
vel_feasts_finalize (GObject *object)
{
  VelFeasts *self = VEL_FEASTS (object);

  g_clear_pointer (&self->days, vel_holidays_free);
  g_free (self->error);

  G_OBJECT_CLASS (vel_feasts_parent_class)->finalize (object);
}

static void
vel_feasts_class_init (VelFeastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_feasts_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_feasts_finalize;

  /**
   * VelFeasts::changed:
   * @self: the holidays
   *
   * They have been read, or the user has edited them.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_FEASTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
vel_feasts_init (VelFeasts *self)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "velinimet", "holidays.json", NULL);

  self->settings = g_settings_new (APPLICATION_ID);
  self->own = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (self->own, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::phone-region", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

/**
 * vel_feasts_new:
 *
 * Returns: (transfer full): the holidays, as soon as they have been read
 */
VelFeasts *
vel_feasts_new (void)
{
  return g_object_new (VEL_TYPE_FEASTS, NULL);
}

/**
 * vel_feasts_find:
 * @self: the holidays
 * @day: a day, "2026-04-23"
 *
 * Returns: (transfer none) (nullable): what is celebrated then
 */
const VelHoliday *
vel_feasts_find (VelFeasts  *self,
                 const char *day)
{
  g_return_val_if_fail (VEL_IS_FEASTS (self), NULL);

  return self->days != NULL ? vel_holidays_find (self->days, day) : NULL;
}

/**
 * vel_feasts_get_error:
 * @self: the holidays
 *
 * Returns: (transfer none) (nullable): why the user's file is not used, a sentence
 */
const char *
vel_feasts_get_error (VelFeasts *self)
{
  g_return_val_if_fail (VEL_IS_FEASTS (self), NULL);

  return self->error;
}

typedef struct
{
  VelFeasts *self;    /* (owned) */
  GtkWidget *widget;  /* (owned) */
} Editing;

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Editing *editing = user_data;
  g_autoptr(VelFeasts) self = editing->self;
  g_autoptr(GtkWidget) widget = editing->widget;
  g_autoptr(GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    vel_doing_tell_failed (widget, _("The file of holidays cannot be written"), error);
  else
    vel_launch_file (widget, self->own);
}

/**
 * vel_feasts_edit:
 * @self: the holidays
 * @widget: where trouble is told
 *
 * Opens the user's file in an editor; where there is none yet, it is made from
 * those that come with the program.
 */
void
vel_feasts_edit (VelFeasts *self,
                 GtkWidget *widget)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GFile) folder = NULL;
  Editing *editing;

  g_return_if_fail (VEL_IS_FEASTS (self));

  if (g_file_query_exists (self->own, NULL))
    {
      vel_launch_file (widget, self->own);
      return;
    }
  bytes = g_resources_lookup_data (DELIVERED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  folder = g_file_get_parent (self->own);
  g_file_make_directory_with_parents (folder, NULL, NULL);
  editing = g_new0 (Editing, 1);
  editing->self = g_object_ref (self);
  editing->widget = g_object_ref (widget);
  g_file_replace_contents_bytes_async (self->own, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, made_cb, editing);
}
