/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VEL_BENCH_NOTES 5

extern const char * const vel_bench_fields[6];

/* An invented customer, the same for the same number. */
typedef struct
{
  char *values[6];  /* (owned): one for each of vel_bench_fields */
  char *phone;      /* (owned): as people write it */
  char *email;      /* (owned) */
  const char *city;
} VelBenchCustomer;

void   vel_bench_customer       (guint             number,
                                 VelBenchCustomer *customer);
void   vel_bench_customer_clear (VelBenchCustomer *customer);
int    vel_bench_column         (const char       *field);
void   vel_bench_print_times    (const char       *what,
                                 GArray           *times);
gint64 vel_bench_history_bytes  (const char       *path);
gint64 vel_bench_bare_bytes     (const char       *path);
void   vel_bench_remove         (const char       *folder);

G_END_DECLS
