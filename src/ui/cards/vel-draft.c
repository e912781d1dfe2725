/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-draft.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-date-format.h"
#include "vel-deal.h"
#include "vel-interaction.h"
#include "vel-text.h"
#include "vel-when.h"

static char *
dup_text (VelRecord  *record,
          const char *field)
{
  const char *text = vel_record_get_text (record, field);

  return g_strdup (text != NULL ? text : "");
}

/**
 * vel_draft_new:
 *
 * Returns: (transfer full): a call by us, of which nothing is written yet
 */
VelDraft *
vel_draft_new (void)
{
  VelDraft *self = g_new0 (VelDraft, 1);

  self->kind = g_strdup ("call");
  self->direction = g_strdup ("out");
  self->when = g_strdup ("");
  self->minutes = g_strdup ("");
  self->with_whom = g_strdup ("");
  self->reason = g_strdup ("");
  self->outcome = g_strdup ("");
  self->text = g_strdup ("");
  return self;
}

/**
 * vel_draft_new_from_record:
 * @interaction: an interaction
 *
 * Returns: (transfer full): what is to be edited of it
 */
VelDraft *
vel_draft_new_from_record (VelRecord *interaction)
{
  VelDraft *self = g_new0 (VelDraft, 1);

  self->interaction = vel_record_get_id (interaction);
  self->kind = dup_text (interaction, "kind");
  self->direction = dup_text (interaction, "direction");
  self->at = vel_record_get_integer (interaction, "at");
  self->when = vel_date_time_format (self->at);
  self->minutes = vel_record_format (interaction, "minutes");
  self->with_whom = dup_text (interaction, "with_whom");
  self->reason = dup_text (interaction, "reason");
  self->outcome = dup_text (interaction, "outcome");
  self->text = dup_text (interaction, "text");
  return self;
}

/**
 * vel_draft_copy:
 * @self: (nullable): a draft
 *
 * Returns: (transfer full) (nullable): the same, with what is behind it
 */
VelDraft *
vel_draft_copy (const VelDraft *self)
{
  VelDraft *copy;

  if (self == NULL)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->kind = g_strdup (self->kind);
  copy->direction = g_strdup (self->direction);
  copy->when = g_strdup (self->when);
  copy->minutes = g_strdup (self->minutes);
  copy->with_whom = g_strdup (self->with_whom);
  copy->reason = g_strdup (self->reason);
  copy->outcome = g_strdup (self->outcome);
  copy->text = g_strdup (self->text);
  copy->behind = vel_draft_copy (self->behind);
  return copy;
}

/**
 * vel_draft_free:
 * @self: (transfer full): a draft
 */
void
vel_draft_free (VelDraft *self)
{
  g_free (self->kind);
  g_free (self->direction);
  g_free (self->when);
  g_free (self->minutes);
  g_free (self->with_whom);
  g_free (self->reason);
  g_free (self->outcome);
  g_free (self->text);
  g_clear_pointer (&self->behind, vel_draft_free);
  g_free (self);
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

/**
 * vel_draft_is_empty:
 * @self: a draft
 *
 * Returns: whether nothing would be lost with it
 */
gboolean
vel_draft_is_empty (const VelDraft *self)
{
  return self->interaction == 0 && is_blank (self->when) && is_blank (self->minutes) && is_blank (self->with_whom) &&
         is_blank (self->reason) && is_blank (self->outcome) && is_blank (self->text);
}

/**
 * vel_draft_kind_has_direction:
 * @kind: a kind of interaction
 *
 * Returns: whether one of the two sides began it
 */
gboolean
vel_draft_kind_has_direction (const char *kind)
{
  return g_str_equal (kind, "call") || g_str_equal (kind, "email") || g_str_equal (kind, "message");
}

/**
 * vel_draft_kind_has_minutes:
 * @kind: a kind of interaction
 *
 * Returns: whether it lasts
 */
gboolean
vel_draft_kind_has_minutes (const char *kind)
{
  return g_str_equal (kind, "call") || g_str_equal (kind, "meeting") || g_str_equal (kind, "visit");
}

static gboolean
read_minutes (const VelDraft  *self,
              VelValue        *value,
              GError         **error)
{
  if (!vel_draft_kind_has_minutes (self->kind))
    return TRUE;
  if (!vel_field_parse (vel_entity_find_field (&vel_interaction_entity, "minutes"), self->minutes, value, error))
    return FALSE;
  if (value->kind == VEL_VALUE_INTEGER && value->integer < 0)
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_RANGE, _("It cannot have lasted less than no time."));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_when (const VelDraft  *self,
           gint64           now,
           gint64          *at,
           GError         **error)
{
  g_autofree char *before = self->interaction != 0 ? vel_date_time_format (self->at) : NULL;

  *at = self->interaction != 0 ? self->at : now;
  /* The text shows no seconds; what was not touched keeps them. */
  return is_blank (self->when) || g_strcmp0 (self->when, before) == 0 || vel_when_parse (self->when, now, at, error);
}

/**
 * vel_draft_check:
 * @self: a draft
 * @now: the present instant, in seconds since 1970 in UTC
 *
 * Returns: (transfer full) (nullable): a sentence that says why it cannot be saved as it stands
 */
char *
vel_draft_check (const VelDraft *self,
                 gint64          now)
{
  g_auto(VelValue) minutes = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  gint64 at;

  if (!read_when (self, now, &at, &error) || !read_minutes (self, &minutes, &error))
    return g_strdup (error->message);
  return NULL;
}

static void
set_line (VelChange  *change,
          gint64      id,
          const char *field,
          const char *text)
{
  g_autofree char *line = g_strstrip (g_strdup (text));

  vel_change_set_text (change, &vel_interaction_entity, id, field, *line != '\0' ? line : NULL);
}

/**
 * vel_draft_to_change:
 * @self: a draft
 * @about: the customer or the deal of whose story it is
 * @now: the present instant, in seconds since 1970 in UTC
 * @error: (out): a #VelTextError
 *
 * Returns: (transfer full) (nullable): the change that adds the interaction, or edits it
 */
VelChange *
vel_draft_to_change (const VelDraft  *self,
                     VelRecord       *about,
                     gint64           now,
                     GError         **error)
{
  const gboolean of_deal = vel_record_get_entity (about) == &vel_deal_entity;
  const char *name = vel_record_get_text (about, of_deal ? "customer_name" : "name");
  g_autoptr(VelChange) change = NULL;
  g_auto(VelValue) minutes = VEL_VALUE_INIT;
  gint64 id = self->interaction;
  gint64 at;

  if (!read_when (self, now, &at, error) || !read_minutes (self, &minutes, error))
    return NULL;
  /* That there was a call is worth a line; a note says what it says or nothing. */
  if (id == 0 && g_str_equal (self->kind, "note") && is_blank (self->text))
    {
      g_set_error_literal (error, VEL_TEXT_ERROR, VEL_TEXT_ERROR_EMPTY, _("Nothing is written yet."));
      return NULL;
    }
  if (id != 0)
    {
      change = vel_change_new (N_("Edit interaction with %s"), name != NULL ? name : "", NULL);
    }
  else
    {
      change = vel_change_new (vel_card_words_interaction (self->kind), name != NULL ? name : "", NULL);
      id = vel_change_insert (change, &vel_interaction_entity);
      /* What is said about a deal is said with its customer, and stands in both stories. */
      vel_change_set_integer (change, &vel_interaction_entity, id, "customer",
                              of_deal ? vel_record_get_integer (about, "customer") : vel_record_get_id (about));
      if (of_deal)
        vel_change_set_integer (change, &vel_interaction_entity, id, "deal", vel_record_get_id (about));
    }
  vel_change_set_text (change, &vel_interaction_entity, id, "kind", self->kind);
  vel_change_set_text (change, &vel_interaction_entity, id, "direction",
                       vel_draft_kind_has_direction (self->kind) && *self->direction != '\0' ? self->direction : NULL);
  vel_change_set_integer (change, &vel_interaction_entity, id, "at", at);
  vel_change_take_value (change, &vel_interaction_entity, id, "minutes", &minutes);
  set_line (change, id, "with_whom", self->with_whom);
  set_line (change, id, "reason", self->reason);
  set_line (change, id, "outcome", self->outcome);
  set_line (change, id, "text", self->text);
  return g_steal_pointer (&change);
}
