/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-change.h"
#include "vel-record.h"

G_BEGIN_DECLS

VelChange  *vel_card_change_new          (VelRecord       *record,
                                          const char      *field);
const char *vel_card_words_add           (const VelEntity *entity,
                                          const char      *field);
const char *vel_card_words_interaction   (const char      *kind);
const char *vel_card_words_icon          (const char      *kind);
const char *vel_card_words_outcome_style (const char      *outcome);

G_END_DECLS
