/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-totals.h"

#include <glib/gi18n-lib.h>

#include "vel-money.h"

/* Sums are kept in 128 bits: fifteen digits of a million deals do not fit into
 * 64, and a sum that has run over would be wrong without a word. */
typedef struct
{
  char     *currency;   /* (owned) */
  gint64    n;
  __int128  sum;
  __int128  weight;     /* amounts by percent */
} Part;

struct _VelTotals
{
  gatomicrefcount  ref_count;
  char            *home;         /* (owned): the currency of the book */
  GArray          *parts;        /* (owned) (element-type Part): the home first, then by code */
  __int128         home_sum;     /* of all that has a rate */
  __int128         home_weight;
  gint64           n_without;    /* deals with an amount whose currency has no rate */
};

G_DEFINE_BOXED_TYPE (VelTotals, vel_totals, vel_totals_ref, vel_totals_unref)

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->currency);
}

/**
 * vel_totals_new:
 * @home: the currency in which a converted total is told
 *
 * Returns: (transfer full): totals of nothing
 */
VelTotals *
vel_totals_new (const char *home)
{
  VelTotals *self = g_new0 (VelTotals, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->home = g_strdup (home);
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  return self;
}

/**
 * vel_totals_ref:
 * @self: totals
 *
 * Returns: (transfer full): @self
 */
VelTotals *
vel_totals_ref (VelTotals *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * vel_totals_unref:
 * @self: (transfer full): totals
 */
void
vel_totals_unref (VelTotals *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->home);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * vel_totals_copy:
 * @self: totals
 *
 * Returns: (transfer full): the same, to be altered
 */
VelTotals *
vel_totals_copy (const VelTotals *self)
{
  VelTotals *copy = vel_totals_new (self->home);

  vel_totals_merge (copy, self);
  return copy;
}

static Part *
find_part (VelTotals  *self,
           const char *currency)
{
  Part fresh = { 0 };
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      int order = g_strcmp0 (part->currency, currency);

      if (order == 0)
        return part;
      if (g_str_equal (currency, self->home) || (order > 0 && !g_str_equal (part->currency, self->home)))
        break;
    }
  fresh.currency = g_strdup (currency);
  g_array_insert_val (self->parts, i, fresh);
  return &g_array_index (self->parts, Part, i);
}

static __int128
divide (__int128 number,
        __int128 by)
{
  return (number + (number < 0 ? -by / 2 : by / 2)) / by;
}

static gint64
clamp (__int128 number)
{
  if (number > G_MAXINT64)
    return G_MAXINT64;
  if (number < G_MININT64)
    return G_MININT64;
  return (gint64) number;
}

/* In minor units of the home currency; @rate is in millionths of its unit. */
static __int128
convert (const VelTotals *self,
         const char      *currency,
         gint64           rate,
         __int128         amount)
{
  int digits = vel_currency_get_digits (self->home) - vel_currency_get_digits (currency);
  __int128 by = 1000000;

  amount *= rate;
  for (; digits > 0; digits--)
    amount *= 10;
  for (; digits < 0; digits++)
    by *= 10;
  return divide (amount, by);
}

/**
 * vel_totals_add:
 * @self: totals in the making
 * @currency: what the amounts are in
 * @rate: what a unit of it is worth in the home currency, in millionths; 0 where nobody told
 * @n: how many deals
 * @sum: of their amounts, in minor units
 * @weight: of their amounts by their probabilities in percent
 */
void
vel_totals_add (VelTotals  *self,
                const char *currency,
                gint64      rate,
                gint64      n,
                __int128    sum,
                __int128    weight)
{
  Part *part = find_part (self, currency);

  part->n += n;
  part->sum += sum;
  part->weight += weight;
  if (g_str_equal (currency, self->home))
    rate = 1000000;
  if (rate > 0)
    {
      self->home_sum += convert (self, currency, rate, sum);
      self->home_weight += convert (self, currency, rate, weight);
    }
  else if (sum != 0)
    {
      self->n_without += n;
    }
}

/**
 * vel_totals_add_deal:
 * @self: totals in the making
 * @currency: of the deal
 * @amount: of the deal, in minor units
 * @probability: of the deal, in percent
 * @away: whether the deal is taken away instead
 *
 * For what is shown while a card is in the air; the converted total is not
 * brought up to date.
 */
void
vel_totals_add_deal (VelTotals  *self,
                     const char *currency,
                     gint64      amount,
                     int         probability,
                     gboolean    away)
{
  const int sign = away ? -1 : 1;
  Part *part = find_part (self, currency);

  part->n += sign;
  part->sum += (__int128) sign * amount;
  part->weight += (__int128) sign * amount * probability;
}

/**
 * vel_totals_merge:
 * @self: totals in the making
 * @other: what is added to them
 */
void
vel_totals_merge (VelTotals       *self,
                  const VelTotals *other)
{
  for (guint i = 0; i < other->parts->len; i++)
    {
      const Part *from = &g_array_index (other->parts, Part, i);
      Part *part = find_part (self, from->currency);

      part->n += from->n;
      part->sum += from->sum;
      part->weight += from->weight;
    }
  self->home_sum += other->home_sum;
  self->home_weight += other->home_weight;
  self->n_without += other->n_without;
}

/**
 * vel_totals_get_home:
 * @self: totals
 *
 * Returns: (transfer none): the currency in which the converted total is told
 */
const char *
vel_totals_get_home (const VelTotals *self)
{
  return self->home;
}

/**
 * vel_totals_get_count:
 * @self: totals
 *
 * Returns: how many deals, in all currencies
 */
guint64
vel_totals_get_count (const VelTotals *self)
{
  gint64 n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    n += g_array_index (self->parts, Part, i).n;
  return n;
}

/**
 * vel_totals_get_n_currencies:
 * @self: totals
 *
 * Returns: in how many currencies
 */
guint
vel_totals_get_n_currencies (const VelTotals *self)
{
  return self->parts->len;
}

/**
 * vel_totals_get:
 * @self: totals
 * @index: a number below vel_totals_get_n_currencies()
 *
 * Returns: the deals in one currency; the text belongs to @self
 */
VelTotal
vel_totals_get (const VelTotals *self,
                guint            index)
{
  const Part *part = &g_array_index (self->parts, Part, index);

  return (VelTotal) { part->currency, part->n, clamp (part->sum), clamp (divide (part->weight, 100)) };
}

/**
 * vel_totals_get_converted:
 * @self: totals
 * @sum: (out): all amounts in the home currency, in minor units
 * @weighted: (out): the same, each amount by its probability
 *
 * Returns: whether there is more than the home currency and every amount has a rate
 */
gboolean
vel_totals_get_converted (const VelTotals *self,
                          gint64          *sum,
                          gint64          *weighted)
{
  *sum = clamp (self->home_sum);
  *weighted = clamp (divide (self->home_weight, 100));
  return self->n_without == 0 &&
         (self->parts->len > 1 ||
          (self->parts->len == 1 && !g_str_equal (g_array_index (self->parts, Part, 0).currency, self->home)));
}

static char *
format (const VelTotals *self,
        gboolean         weighted)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      const __int128 number = weighted ? divide (part->weight, 100) : part->sum;
      g_autofree char *money = NULL;

      if (number == 0 && part->n == 0)
        continue;
      if (number == 0 && self->parts->len > 1)
        continue;
      money = vel_money_format_short (clamp (number), part->currency);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " + " : "", money);
    }
  if (text->len == 0)
    return vel_money_format_short (0, self->home);
  return g_strdup (text->str);
}

/**
 * vel_totals_format_sum:
 * @self: totals
 *
 * Returns: (transfer full): the sums as the interface shows them, one beside the other
 */
char *
vel_totals_format_sum (const VelTotals *self)
{
  return format (self, FALSE);
}

/**
 * vel_totals_format_weighted:
 * @self: totals
 *
 * Returns: (transfer full): the weighted sums as the interface shows them, one beside the other
 */
char *
vel_totals_format_weighted (const VelTotals *self)
{
  return format (self, TRUE);
}
