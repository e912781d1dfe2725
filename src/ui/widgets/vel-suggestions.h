/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-suggest.h"

G_BEGIN_DECLS

/**
 * VelSuggestionsLead:
 * @suggest: what suggests
 * @user_data: what was given with the function
 *
 * Offers what is likelier than what other records hold.
 */
typedef void (*VelSuggestionsLead) (VelSuggest *suggest,
                                    gpointer    user_data);

void vel_suggestions_follow (VelSuggest         *suggest,
                             VelBook            *book,
                             const VelEntity    *entity,
                             const char         *field,
                             VelSuggestionsLead  lead,
                             gpointer            user_data);
void vel_suggestions_search (VelSuggest         *suggest,
                             VelBook            *book,
                             const VelEntity    *entity,
                             const char         *kind,
                             VelSuggestionsLead  lead,
                             gpointer            user_data);

G_END_DECLS
