/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-line-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-due.h"
#include "vel-task.h"

/* What is understood of the line, and how it is shown. */

static gboolean
has_kind (VelCaptureLine *self,
          VelCaptureKind  kind)
{
  for (guint i = 0; i < self->capture->spans->len; i++)
    if (g_array_index (self->capture->spans, VelCaptureSpan, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* Those words mean nothing any more, as long as they stand there. */
static void
keep_kind (VelCaptureLine *self,
           VelCaptureKind  kind)
{
  for (guint i = 0; i < self->capture->spans->len; i++)
    {
      const VelCaptureSpan *span = &g_array_index (self->capture->spans, VelCaptureSpan, i);

      if (span->kind == kind)
        g_ptr_array_add (self->kept, g_strndup (self->capture->line + span->start, span->end - span->start));
    }
}

/* Words that have gone may be typed again, and mean something then. */
static void
drop_kept (VelCaptureLine *self)
{
  for (guint i = self->kept->len; i > 0; i--)
    if (strstr (vel_capture_line_get_text (self), g_ptr_array_index (self->kept, i - 1)) == NULL)
      g_ptr_array_remove_index (self->kept, i - 1);
}

void
vel_capture_line_parse (VelCaptureLine *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) kept = NULL;

  drop_kept (self);
  for (guint i = 0; i < self->kept->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->kept, i));
  kept = g_strv_builder_end (builder);
  g_clear_pointer (&self->capture, vel_capture_free);
  if (vel_capture_line_is_blank (self))
    {
      g_ptr_array_set_size (self->kept, 0);
      self->is_silent = FALSE;
      self->subject_is_off = FALSE;
    }
  else
    {
      self->capture = vel_capture_parse (vel_capture_line_get_text (self), now, VEL_CAPTURE_ALL,
                                         (const char * const *) kept);
    }
}

static void
say (VelCaptureLine *self,
     ChipKind        kind,
     char           *text)
{
  vel_capture_chip_set (self->chips[kind], text, NULL);
  g_free (text);
}

/* What is doubtful, a sentence a line. */
static char *
say_doubts (VelCaptureLine *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) sentences = NULL;

  if (self->misses_title)
    g_strv_builder_add (builder, _("What is to be done is missing."));
  for (guint i = 0; i < self->capture->doubts->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->capture->doubts, i));
  if (self->capture->due != NULL)
    {
      g_auto(VelValue) due = VEL_VALUE_INIT;
      g_autofree char *warning = NULL;

      vel_value_set_text (&due, self->capture->due);
      warning = vel_field_warn (vel_entity_find_field (&vel_task_entity, "due"), &due);
      if (warning != NULL)
        g_strv_builder_add (builder, warning);
    }
  sentences = g_strv_builder_end (builder);
  return g_strjoinv ("\n", sentences);
}

/* Those who do not see the chips hear what they say with the line. */
static void
describe (VelCaptureLine *self,
          const char     *doubts)
{
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < N_CHIPS; i++)
    if (vel_capture_chip_get_text (self->chips[i]) != NULL)
      g_string_append_printf (said, "%s%s", said->len > 0 ? "; " : "", vel_capture_chip_get_text (self->chips[i]));
  if (*doubts != '\0')
    g_string_append_printf (said, "%s%s", said->len > 0 ? ". " : "", doubts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said->str, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               self->misses_title ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Shows what was understood. */
void
vel_capture_line_refresh (VelCaptureLine *self)
{
  const char *due = self->capture != NULL ? self->capture->due : NULL;
  const char *repeat = self->capture != NULL ? self->capture->repeat : NULL;
  g_autofree char *doubts = self->capture != NULL ? say_doubts (self) : g_strdup ("");

  say (self, CHIP_DAY, due != NULL ? vel_capture_say_day (due) : NULL);
  say (self, CHIP_TIME, due != NULL ? vel_due_format_clock (due) : NULL);
  say (self, CHIP_REPEAT, repeat != NULL ? vel_capture_say_repeat (repeat, due) : NULL);
  say (self, CHIP_REMINDER, due != NULL && !self->is_silent ? g_strdup (_("Remind")) : NULL);
  vel_capture_line_show_whom (self);
  gtk_label_set_label (GTK_LABEL (self->note), doubts);
  gtk_widget_set_visible (self->note, *doubts != '\0');
  gtk_widget_set_visible (self->foot, self->capture != NULL);
  describe (self, doubts);
  vel_capture_line_set_can_add (self, self->capture != NULL && self->book != NULL && !vel_book_is_read_only (self->book));
}

static void
take_off_day (VelCaptureLine *self)
{
  /* A time alone, or a repeat alone, says the day too. */
  if (has_kind (self, VEL_CAPTURE_DATE))
    keep_kind (self, VEL_CAPTURE_DATE);
  else if (has_kind (self, VEL_CAPTURE_TIME) && self->capture->repeat == NULL)
    keep_kind (self, VEL_CAPTURE_TIME);
  else
    keep_kind (self, VEL_CAPTURE_REPEAT);
}

/* Takes off what a chip says; its words stay in the title. */
void
vel_capture_line_take_off (VelCaptureLine *self,
                           VelCaptureChip *chip)
{
  ChipKind kind = CHIP_DAY;

  while (kind < N_CHIPS && self->chips[kind] != chip)
    kind++;
  /* The chip goes, and the focus to where one goes on. */
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
  if (self->capture == NULL)
    return;
  switch (kind)
    {
    case CHIP_DAY:
      take_off_day (self);
      break;

    case CHIP_TIME:
      keep_kind (self, VEL_CAPTURE_TIME);
      break;

    case CHIP_REPEAT:
      keep_kind (self, VEL_CAPTURE_REPEAT);
      break;

    case CHIP_WHOM:
      vel_capture_line_take_off_whom (self);
      vel_capture_line_refresh (self);
      return;

    case CHIP_REMINDER:
      self->is_silent = TRUE;
      vel_capture_line_refresh (self);
      return;

    case N_CHIPS:
    default:
      g_return_if_reached ();
    }
  vel_capture_line_read (self);
}
