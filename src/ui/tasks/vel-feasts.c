/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-feasts.h"

#include <glib/gi18n.h>
#include <string.h>

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
  gboolean      is_own;    /* whether the user has a file, of use or not */
  GCancellable *loading;   /* (owned) (nullable): of what is being read */
  guint         n_saving;  /* how many times the user's file is being written */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define DELIVERED "/org/velinimet/Velinimet/tasks/holidays.json"

/* Nobody celebrates more than fits into so many bytes. */
#define MAX_BYTES (1024 * 1024)

G_DEFINE_FINAL_TYPE (VelFeasts, vel_feasts, G_TYPE_OBJECT)

static gboolean
is_same (VelFeasts   *self,
         VelHolidays *days)
{
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  if (self->days == NULL || days == NULL)
    return days == NULL;
  before = vel_holidays_to_json (self->days);
  now = vel_holidays_to_json (days);
  return g_str_equal (before, now);
}

/* Takes @days; none, where those before stay. A file that was written is told of more than once. */
static void
take (VelFeasts   *self,
      gboolean     is_own,
      VelHolidays *days,
      const char  *error)
{
  const gboolean same = is_same (self, days) && self->is_own == is_own && g_strcmp0 (self->error, error) == 0;

  self->is_own = is_own;
  if (days != NULL)
    {
      g_clear_pointer (&self->days, vel_holidays_free);
      self->days = days;
    }
  if (same)
    return;
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

/* Takes what the user's file holds, or why it cannot be read. */
static void
take_own (VelFeasts  *self,
          const char *json,
          gsize       length,
          GError     *failure)
{
  g_autoptr(GError) error = failure;
  g_autofree char *sentence = NULL;
  VelHolidays *days = NULL;

  if (error == NULL && length > MAX_BYTES)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("It is too large."));
  if (error == NULL)
    days = vel_holidays_parse (json, length, &error);
  if (error != NULL)
    /* Translators: %s is why, a sentence */
    sentence = g_strdup_printf (_("Your file of holidays cannot be used: %s"), error->message);
  take (self, TRUE, days != NULL || self->days != NULL ? days : load_delivered (self), sentence);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelFeasts) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *json = NULL;
  gsize length = 0;

  g_file_load_contents_finish (G_FILE (object), result, &json, &length, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    take (self, FALSE, load_delivered (self), NULL);
  else
    take_own (self, json, length, g_steal_pointer (&error));
}

static void
stop_loading (VelFeasts *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

/* While it is written over, nothing is read; who writes it does that afterwards. */
static void
load (VelFeasts *self)
{
  stop_loading (self);
  if (self->n_saving > 0)
    return;
  self->loading = g_cancellable_new ();
  g_file_load_contents_async (self->own, self->loading, loaded_cb, g_object_ref (self));
}

static void
vel_feasts_dispose (GObject *object)
{
  VelFeasts *self = VEL_FEASTS (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->loading);
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
 * vel_feasts_dup_default:
 *
 * Returns: (transfer full): the holidays, the same for all who show them; they have
 *   been read when they have changed for the first time
 */
VelFeasts *
vel_feasts_dup_default (void)
{
  static GWeakRef shared;
  VelFeasts *self = g_weak_ref_get (&shared);

  if (self == NULL)
    {
      self = g_object_new (VEL_TYPE_FEASTS, NULL);
      g_weak_ref_set (&shared, self);
    }
  return self;
}

/**
 * vel_feasts_get_days:
 * @self: the holidays
 *
 * Returns: (transfer none) (nullable): their table, %NULL as long as it is being read
 */
VelHolidays *
vel_feasts_get_days (VelFeasts *self)
{
  g_return_val_if_fail (VEL_IS_FEASTS (self), NULL);

  return self->days;
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

/**
 * vel_feasts_is_own:
 * @self: the holidays
 *
 * Returns: whether there is a file of the user, even if it cannot be used
 */
gboolean
vel_feasts_is_own (VelFeasts *self)
{
  g_return_val_if_fail (VEL_IS_FEASTS (self), FALSE);

  return self->is_own;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VelFeasts *self = g_task_get_source_object (task);
  GBytes *bytes = g_task_get_task_data (task);
  GError *error = NULL;

  self->n_saving--;
  load (self);
  if (!g_file_replace_contents_finish (G_FILE (object), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  take_own (self, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  g_task_return_boolean (task, TRUE);
}

/* What the file held before is kept beside it. */
static void
save (VelFeasts *self,
      GTask     *task,
      GBytes    *bytes)
{
  g_autoptr(GFile) folder = g_file_get_parent (self->own);

  g_task_set_task_data (task, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_file_make_directory_with_parents (folder, NULL, NULL);
  self->n_saving++;
  stop_loading (self);
  g_file_replace_contents_bytes_async (self->own, bytes, NULL, TRUE, G_FILE_CREATE_NONE, NULL, saved_cb, task);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  VelFeasts *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->n_saving--;
  load (self);
  if (!g_file_move_finish (G_FILE (object), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_error (&error);
  take (self, FALSE, load_delivered (self), NULL);
  g_task_return_boolean (task, TRUE);
}

/**
 * vel_feasts_save_async:
 * @self: the holidays
 * @json: (nullable): what the user's file will hold, of vel_holidays_to_json(); %NULL
 *   for no file, but those that come with the program
 * @callback: called when that is done
 * @user_data: for @callback
 *
 * The file that was there before stays beside it, with a "~" to its name.
 */
void
vel_feasts_save_async (VelFeasts           *self,
                       const char          *json,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (VEL_IS_FEASTS (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, vel_feasts_save_async);
  if (json != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));

      save (self, task, bytes);
    }
  else
    {
      g_autofree char *path = g_file_get_path (self->own);
      g_autofree char *backup = g_strconcat (path, "~", NULL);
      g_autoptr(GFile) beside = g_file_new_for_path (backup);

      self->n_saving++;
      stop_loading (self);
      g_file_move_async (self->own, beside, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL, NULL, moved_cb, task);
    }
}

/**
 * vel_feasts_save_finish:
 * @self: the holidays
 * @result: of vel_feasts_save_async()
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: whether the holidays are now those that were to be saved
 */
gboolean
vel_feasts_save_finish (VelFeasts     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
made_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  VelFeasts *self = VEL_FEASTS (object);
  g_autoptr(GError) error = NULL;

  if (!vel_feasts_save_finish (self, result, &error))
    vel_doing_tell_failed (widget, _("The file of holidays cannot be written"), error);
  else
    vel_launch_file (widget, self->own);
}

/**
 * vel_feasts_edit:
 * @self: the holidays
 * @widget: where trouble is told
 *
 * Opens the user's file in an editor of text; where there is none yet, it is made
 * from those that come with the program.
 */
void
vel_feasts_edit (VelFeasts *self,
                 GtkWidget *widget)
{
  g_autoptr(GBytes) bytes = NULL;
  GTask *task;

  g_return_if_fail (VEL_IS_FEASTS (self));

  if (g_file_query_exists (self->own, NULL))
    {
      vel_launch_file (widget, self->own);
      return;
    }
  bytes = g_resources_lookup_data (DELIVERED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  task = g_task_new (self, NULL, made_cb, g_object_ref (widget));
  save (self, task, bytes);
}
