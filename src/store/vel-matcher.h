/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"

G_BEGIN_DECLS

/**
 * VelMatchKind:
 * @VEL_MATCH_EMAIL: the same e-mail address
 * @VEL_MATCH_PHONE: the same telephone number
 * @VEL_MATCH_TAX_ID: the same VKN or TCKN
 * @VEL_MATCH_NAME: the same name in the same city, folded
 * @VEL_MATCH_NAME_ALONE: the same name, of one of whom nothing else is known by which to tell them apart
 * @VEL_MATCH_CALLED: the same name, whatever else is known; only where it was loaded
 *
 * By what a customer is known again.
 */
typedef enum
{
  VEL_MATCH_EMAIL,
  VEL_MATCH_PHONE,
  VEL_MATCH_TAX_ID,
  VEL_MATCH_NAME,
  VEL_MATCH_NAME_ALONE,
  VEL_MATCH_CALLED
} VelMatchKind;

/**
 * VelMatcher:
 *
 * By what every customer of a book is known again, at one moment. Belongs to
 * who loaded it; used by one thread at a time.
 */
typedef struct _VelMatcher VelMatcher;

VelMatcher *vel_matcher_load (VelBook       *book,
                              gboolean       by_name,
                              GCancellable  *cancellable,
                              GError       **error);
void        vel_matcher_free (VelMatcher    *self);
void        vel_matcher_add  (VelMatcher    *self,
                              VelMatchKind   kind,
                              const char    *text,
                              const char    *beside,
                              gint64         id);
gint64      vel_matcher_find (VelMatcher    *self,
                              VelMatchKind   kind,
                              const char    *text,
                              const char    *beside);
gboolean    vel_matcher_is_shared (VelMatcher *self,
                                   VelMatchKind kind,
                                   const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VelMatcher, vel_matcher_free)

G_END_DECLS
