/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-draft.h"

G_BEGIN_DECLS

/**
 * VelDrafts:
 *
 * What has been written for the customers and deals of a book and not saved yet. It
 * belongs to the book, and is kept in a file beside those of the program, which
 * outlasts it. For the thread of the interface.
 */
typedef struct _VelDrafts VelDrafts;

VelDrafts      *vel_drafts_of     (VelBook    *book);
const VelDraft *vel_drafts_lookup (VelDrafts  *self,
                                   gint64      about);
void            vel_drafts_take   (VelDrafts  *self,
                                   gint64      about,
                                   VelDraft   *draft);
void            vel_drafts_write  (VelDrafts  *self);

G_END_DECLS
