/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-new-deal.h"
#include "vel-query-model.h"
#include "vel-suggest.h"

G_BEGIN_DECLS

enum { TITLE, CUSTOMER, AMOUNT, EXPECTED_CLOSE, NEXT_STEP, N_ENTRIES };

struct _VelNewDeal
{
  AdwWindow      parent_instance;

  VelBook       *book;           /* (owned) */
  VelQueryModel *stages;         /* (owned) (nullable): all stages */
  VelQueryModel *pipelines;      /* (owned) (nullable): those in use */
  VelQueryModel *settings;       /* (owned) (nullable): the currency of the book */
  GArray        *stage_ids;      /* (owned) (element-type gint64): what the row of the stage offers */
  gint64         wanted_stage;   /* what it shall stand on at first, or 0 */
  gboolean       saving;

  gint64         customer;       /* who is meant, or 0 for somebody new or nobody */
  char          *customer_name;  /* (owned) (nullable): the text for which that is known */
  guint          n_namesakes;    /* how many are called so */
  GCancellable  *looking;        /* (owned) (nullable): the search for who is meant */
  gboolean       adds_then;      /* whether it is added as soon as that is known */

  GtkWidget     *entries[N_ENTRIES];
  char          *sentences[N_ENTRIES];  /* (owned) (nullable): what is wrong with each */
  AdwComboRow   *stage;
  GtkLabel      *note;
  VelSuggest    *suggestions;    /* (nullable): of the customer */
};

extern const char * const vel_new_deal_fields[N_ENTRIES];

const char *vel_new_deal_get_text      (VelNewDeal *self,
                                        guint       entry);
gboolean    vel_new_deal_is_blank      (VelNewDeal *self,
                                        guint       entry);
gboolean    vel_new_deal_parse         (VelNewDeal *self,
                                        guint       entry,
                                        VelValue   *value,
                                        char      **currency,
                                        GError    **error);
VelChange  *vel_new_deal_make_change   (VelNewDeal *self);
void        vel_new_deal_add           (VelNewDeal *self);
void        vel_new_deal_refresh_note  (VelNewDeal *self);
gboolean    vel_new_deal_knows_who     (VelNewDeal *self);
void        vel_new_deal_look          (VelNewDeal *self);
void        vel_new_deal_set_customer  (VelNewDeal *self,
                                        gint64      customer);
void        vel_new_deal_follow_stages (VelNewDeal *self);
gint64      vel_new_deal_get_stage     (VelNewDeal *self);
void        vel_new_deal_bind_customer (VelNewDeal *self);

G_END_DECLS
