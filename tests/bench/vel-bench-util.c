/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-bench-util.h"

#include <stdio.h>
#include <stdlib.h>

#include "vel-customer.h"
#include "vel-item.h"
#include "vel-text.h"

const char * const vel_bench_fields[6] = { "name", "title", "phones", "emails", "addresses", "notes" };

static const char * const first_names[] = {
  "Ayşe", "Mehmet", "Zeynep", "Çağlar", "Işıl", "İnci", "Öykü", "Şule", "Ümit", "Gökhan", "Ali", "Elif", "Deniz",
  "Ğani", "Murat", "Selin", "Burak", "Ceren", "Kerem", "Nazlı"
};

static const char * const last_names[] = {
  "Yılmaz", "Işık", "Öztürk", "Çelik", "Şahin", "Güneş", "Ünsal", "Kaya", "Demir", "Arslan", "Koç", "Aydın", "İpek",
  "Doğan", "Kılıç", "Polat", "Erdem"
};

static const char * const cities[] = {
  "İstanbul", "Ankara", "İzmir", "Bursa", "Antalya", "Konya", "Muğla", "Şanlıurfa", "Çanakkale", "Iğdır"
};

static const char * const titles[] = { "Mimar", "Avukat", "Diş hekimi", "Mühendis", NULL };

static char *
one_item (const char *label,
          const char *value,
          const char *city)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
  VelItem *item = vel_item_new (label, value);

  item->city = g_strdup (city);
  g_ptr_array_add (items, item);
  return vel_items_to_json (items);
}

void
vel_bench_customer (guint             number,
                    VelBenchCustomer *customer)
{
  /* Spread the numbers so that names do not come in order. */
  const guint spread = number * 2654435761u;
  const char *first = first_names[(spread >> 8) % G_N_ELEMENTS (first_names)];
  const char *last = last_names[(spread >> 16) % G_N_ELEMENTS (last_names)];
  g_autofree char *phone = g_strdup_printf ("+90532%07u", spread % 10000000);
  g_autofree char *plain = vel_text_fold (last);
  g_autofree char *email = g_strdup_printf ("%s%u@ornek%u.example", plain, number, spread % 97);

  customer->phone = g_strdup_printf ("0532 %03u %02u %02u", spread % 10000000 / 10000, spread % 10000 / 100, spread % 100);
  customer->email = g_strdup (email);
  customer->city = cities[(spread >> 4) % G_N_ELEMENTS (cities)];
  customer->values[0] = g_strdup_printf ("%s %s %u", first, last, number);
  customer->values[1] = g_strdup (titles[spread % G_N_ELEMENTS (titles)]);
  customer->values[2] = one_item ("mobile", phone, NULL);
  customer->values[3] = one_item ("work", email, NULL);
  customer->values[4] = one_item ("work", "Gül Sokak 5", cities[(spread >> 4) % G_N_ELEMENTS (cities)]);
  customer->values[5] = number % 10 == 0 ? g_strdup_printf ("Katalog istedi, %u numaralı teklif gönderildi.", spread % 5000)
                                         : NULL;
}

void
vel_bench_customer_clear (VelBenchCustomer *customer)
{
  for (guint i = 0; i < G_N_ELEMENTS (customer->values); i++)
    g_clear_pointer (&customer->values[i], g_free);
  g_free (customer->phone);
  g_free (customer->email);
}

/* The parameter of a field in the INSERT of a customer. */
int
vel_bench_column (const char *field)
{
  int column = 1;

  for (guint i = 0; i < vel_customer_entity.n_fields; i++)
    if (vel_field_is_stored (&vel_customer_entity.fields[i]))
      {
        column++;
        if (g_str_equal (vel_customer_entity.fields[i].name, field))
          return column;
      }
  g_assert_not_reached ();
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double left = *(const double *) a;
  const double right = *(const double *) b;

  return (left > right) - (left < right);
}

void
vel_bench_print_times (const char *what,
                       GArray     *times)
{
  g_array_sort (times, compare_times);
  printf ("%s: p50 %.3f, p95 %.3f, worst %.3f\n", what,
          g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 95 / 100),
          g_array_index (times, double, times->len - 1));
}

static gint64
ask_number (const char *path,
            const char *sql)
{
  const char * const argv[] = { "sqlite3", "-readonly", path, sql, NULL };
  g_autofree char *answer = NULL;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_ascii_strtoll (answer, NULL, 10);
}

/* What history takes of a book. */
gint64
vel_bench_history_bytes (const char *path)
{
  return ask_number (path, "SELECT sum (pgsize) FROM dbstat WHERE name LIKE 'history%'");
}

/* What the rows of customers and their indexes take. */
gint64
vel_bench_bare_bytes (const char *path)
{
  return ask_number (path, "SELECT sum (pgsize) FROM dbstat WHERE name LIKE 'customer%'");
}

void
vel_bench_remove (const char *folder)
{
  const char * const argv[] = { "rm", "-rf", folder, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}
