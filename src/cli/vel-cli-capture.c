/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-cli-capture.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vel-field.h"
#include "vel-task.h"

/* A task from one line as people write it: add task "yarın 14:00 Işık Mimarlık'ı ara". */

/* So many ids of one name are told. */
#define MAX_TOLD 10

/**
 * vel_cli_is_line:
 * @entity: what is added
 * @text: (nullable): the first word that follows it
 *
 * Only a task is captured. What stands before an equals sign and is one word is
 * taken for a field, so that a mistyped one is told and not added.
 *
 * Returns: whether it is a line to be captured, and no FIELD=VALUE
 */
gboolean
vel_cli_is_line (const VelEntity *entity,
                 const char      *text)
{
  const char *equals = text != NULL ? strchr (text, '=') : NULL;

  if (entity != &vel_task_entity || text == NULL)
    return FALSE;
  if (equals == NULL)
    return TRUE;
  if (equals == text || g_str_has_prefix (text, "custom."))
    return FALSE;
  for (const char *p = text; p < equals; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * vel_cli_capture:
 * @line: what was typed
 * @settings: what is said of fields beside it, which counts
 * @error: (out): that nothing is to be done in it
 *
 * Reads a line, and tells what is doubtful in it.
 *
 * Returns: (transfer full) (nullable): what it says
 */
VelCapture *
vel_cli_capture (const char  *line,
                 GArray      *settings,
                 GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(VelCapture) capture = vel_capture_parse (line, now, VEL_CAPTURE_ALL, NULL);
  const char *title = vel_cli_settings_text (settings, "title");
  g_auto(VelValue) due = VEL_VALUE_INIT;
  g_autofree char *warning = NULL;

  if (title != NULL)
    {
      g_free (capture->title);
      capture->title = g_strdup (title);
    }
  if (*capture->title == '\0')
    {
      vel_cli_fail (error, _("“%s” does not tell what is to be done."), line);
      return NULL;
    }
  for (guint i = 0; i < capture->doubts->len; i++)
    vel_cli_warn (g_ptr_array_index (capture->doubts, i));
  if (capture->due != NULL)
    {
      vel_value_set_text (&due, capture->due);
      warning = vel_field_warn (vel_entity_find_field (&vel_task_entity, "due"), &due);
    }
  if (warning != NULL)
    vel_cli_warn (warning);
  return g_steal_pointer (&capture);
}

static void
warn_of_namesakes (const VelCaptured *captured)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < captured->ids->len && i < MAX_TOLD; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (captured->ids, gint64, i));
  if (captured->ids->len > MAX_TOLD)
    g_string_append (list, ", …");
  sentence = g_strdup_printf (
    /* Translators: %s is the name, and then the ids of those who bear it */
    _("More than one customer is called “%s”, and the task is of none of them. Write customer= and an id: %s."),
    captured->name, list->str);
  vel_cli_warn (sentence);
}

/**
 * vel_cli_find_captured:
 * @self: a run, with its book open
 * @capture: what a line says
 * @customer: (out): the customer whom it names, or 0 for nobody; of several who
 *   are called the same nobody is meant, which is told
 * @error: (out): a #VelStoreError
 *
 * Returns: whether it could be found out
 */
gboolean
vel_cli_find_captured (VelCli            *self,
                       const VelCapture  *capture,
                       gint64            *customer,
                       GError           **error)
{
  g_autoptr(VelCaptured) captured = NULL;

  *customer = 0;
  if (!vel_book_find_captured (self->book, capture, &captured, error))
    return FALSE;
  if (captured != NULL && captured->ids->len > 1)
    warn_of_namesakes (captured);
  else if (captured != NULL)
    *customer = g_array_index (captured->ids, gint64, 0);
  return TRUE;
}
