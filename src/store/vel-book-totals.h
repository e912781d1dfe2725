/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vel-book.h"
#include "vel-totals.h"

G_BEGIN_DECLS

void       vel_book_totals_async  (VelBook              *self,
                                   VelQuery             *query,
                                   GArray               *ids,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
VelTotals *vel_book_totals_finish (VelBook              *self,
                                   GAsyncResult         *result,
                                   GError              **error);
VelTotals *vel_book_totals        (VelBook              *self,
                                   VelQuery             *query,
                                   GError              **error);

G_END_DECLS
