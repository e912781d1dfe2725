/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"
#include "vel-record.h"

G_BEGIN_DECLS

typedef struct _VelDraft VelDraft;

/**
 * VelDraft:
 * @interaction: the interaction that is edited, or 0 for a new one
 * @at: when the interaction that is edited was, in seconds since 1970 in UTC
 * @kind: (owned): its kind
 * @direction: (owned): "in" or "out"; counts for kinds that have one
 * @when: (owned): when, as it was typed; "" for now
 * @minutes: (owned): how long, as it was typed
 * @with_whom: (owned): with whom
 * @reason: (owned): why
 * @outcome: (owned): what came of it
 * @text: (owned): what was said
 * @behind: (owned) (nullable): what was being written before an interaction was edited
 *
 * What stands in the composer and is not saved yet. No text is %NULL.
 */
struct _VelDraft
{
  gint64    interaction;
  gint64    at;
  char     *kind;
  char     *direction;
  char     *when;
  char     *minutes;
  char     *with_whom;
  char     *reason;
  char     *outcome;
  char     *text;
  VelDraft *behind;
};

VelDraft  *vel_draft_new             (void);
VelDraft  *vel_draft_new_from_record (VelRecord       *interaction);
VelDraft  *vel_draft_copy            (const VelDraft  *self);
void       vel_draft_free            (VelDraft        *self);
gboolean   vel_draft_is_empty        (const VelDraft  *self);
char      *vel_draft_check           (const VelDraft  *self,
                                      gint64           now);
VelChange *vel_draft_to_change       (const VelDraft  *self,
                                      VelRecord       *about,
                                      gint64           now,
                                      GError         **error);

gboolean   vel_draft_kind_has_direction (const char   *kind);
gboolean   vel_draft_kind_has_minutes   (const char   *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelDraft, vel_draft_free)

G_END_DECLS
