/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-today-attention.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-date-format.h"
#include "vel-day.h"
#include "vel-deal.h"
#include "vel-figures.h"
#include "vel-today-list.h"

/**
 * VelTodayAttention:
 *
 * What deserves attention today besides the tasks: what the open deals are worth
 * and what was won this month, deals that nobody moves, customers whom nobody
 * has spoken to, birthdays.
 */
struct _VelTodayAttention
{
  GtkBox        parent_instance;

  VelBook      *book;       /* (owned) */
  VelFigures   *open;       /* (owned) */
  VelFigures   *won;        /* (owned) */
  guint         idle;       /* until the lists are asked for */

  GtkWidget    *figures;
  GtkLabel     *weighted;
  GtkLabel     *won_sum;
  VelTodayList *lists[4];
};

/* An active customer whom nobody has spoken to for so many days has gone silent. */
#define SILENT_DAYS "60"

/* So many days ahead things are told. */
#define DAYS_AHEAD "7"

enum { SILENT, STUCK, CLOSING, BIRTHDAYS };

G_DEFINE_FINAL_TYPE (VelTodayAttention, vel_today_attention, GTK_TYPE_BOX)

static char *
say_silent (VelRecord *customer)
{
  const gint64 last = vel_record_get_integer (customer, "last_contact");
  g_autofree char *when = vel_date_format_relative (last, g_get_real_time () / G_USEC_PER_SEC);

  /* Translators: when somebody was spoken to last; %s is "3 months ago" */
  return g_strdup_printf (_("last contact %s"), when);
}

static char *
say_stuck (VelRecord *deal)
{
  const char *customer = vel_record_get_text (deal, "customer_name");

  return customer != NULL ? g_strdup_printf ("%s · %s", customer, _("no next step")) : g_strdup (_("no next step"));
}

static char *
say_closing (VelRecord *deal)
{
  const char *customer = vel_record_get_text (deal, "customer_name");
  const char *day = vel_record_get_text (deal, "expected_close");
  g_autofree char *shown = day != NULL ? vel_date_format_short (day) : g_strdup ("");

  return customer != NULL ? g_strdup_printf ("%s · %s", customer, shown) : g_steal_pointer (&shown);
}

static char *
say_birthday (VelRecord *customer)
{
  const char *birthday = vel_record_get_text (customer, "birthday");
  const char *today = vel_day_get (vel_day_get_default ());
  g_autofree char *yearless = NULL;

  if (birthday == NULL || strlen (birthday) < strlen ("11-24"))
    return g_strdup ("");
  if (g_str_has_suffix (today, birthday + strlen (birthday) - strlen ("11-24")))
    return g_strdup (_("today"));
  yearless = g_strconcat ("--", birthday + strlen (birthday) - strlen ("11-24"), NULL);
  return vel_date_format_short (yearless);
}

static void
take (VelFilter   *all,
      VelFilterOp  op,
      const char  *field,
      const char  *first,
      const char  *second)
{
  const char * const values[] = { first, second, NULL };

  vel_filter_take (all, vel_filter_new (op, field, first != NULL ? values : NULL));
}

static VelQuery *
make_query (guint which)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);

  switch (which)
    {
    case SILENT:
      take (all, VEL_FILTER_IS, "status", "active", NULL);
      take (all, VEL_FILTER_NOT_EMPTY, "last_contact", NULL, NULL);
      take (all, VEL_FILTER_SILENT, "last_contact", SILENT_DAYS, NULL);
      return vel_query_new (&vel_customer_entity, all, NULL, "last_contact", FALSE);

    case STUCK:
      take (all, VEL_FILTER_IS, "status", "open", NULL);
      take (all, VEL_FILTER_EMPTY, "next_step", NULL, NULL);
      take (all, VEL_FILTER_EMPTY, "next_task", NULL, NULL);
      return vel_query_new (&vel_deal_entity, all, NULL, "in_stage_since", FALSE);

    case CLOSING:
      take (all, VEL_FILTER_IS, "status", "open", NULL);
      take (all, VEL_FILTER_DUE, "expected_close", DAYS_AHEAD, NULL);
      return vel_query_new (&vel_deal_entity, all, NULL, "expected_close", FALSE);

    case BIRTHDAYS:
      take (all, VEL_FILTER_NOT_EMPTY, "birthday", NULL, NULL);
      take (all, VEL_FILTER_YEARLY, "birthday", "today", DAYS_AHEAD);
      return vel_query_new (&vel_customer_entity, all, NULL, "birthday", FALSE);

    default:
      g_return_val_if_reached (NULL);
    }
}

static VelQuery *
make_won_query (void)
{
  g_autoptr(VelFilter) all = vel_filter_new_join (VEL_FILTER_ALL);
  g_autofree char *month = g_strdup (vel_day_get (vel_day_get_default ()));

  /* "2026-11-24" -> "2026-11-01" */
  month[strlen (month) - 2] = '0';
  month[strlen (month) - 1] = '1';
  take (all, VEL_FILTER_IS, "status", "won", NULL);
  take (all, VEL_FILTER_FROM, "closed", month, NULL);
  return vel_query_new (&vel_deal_entity, all, NULL, "id", FALSE);
}

static void
show_figures (VelTodayAttention *self)
{
  VelTotals *open = vel_figures_get_totals (self->open);
  VelTotals *won = vel_figures_get_totals (self->won);
  const gboolean any = (open != NULL && vel_totals_get_count (open) > 0) || (won != NULL && vel_totals_get_count (won) > 0);
  g_autofree char *weighted = open != NULL ? vel_totals_format_weighted (open) : NULL;
  g_autofree char *sum = won != NULL ? vel_totals_format_sum (won) : NULL;

  gtk_label_set_label (self->weighted, weighted != NULL && *weighted != '\0' ? weighted : "—");
  gtk_label_set_label (self->won_sum, sum != NULL && *sum != '\0' ? sum : "—");
  gtk_widget_set_visible (self->figures, any);
}

static void
add_list (VelTodayAttention *self,
          guint              which)
{
  static const struct
  {
    const char      *title;
    const char      *avatar;
    const char      *action;
    VelTodayCaption  caption;
  } looks[] = {
    [SILENT] = { N_("Gone silent"), "name", "win.show-customer", say_silent },
    [STUCK] = { N_("Deals that wait for a step"), "customer_name", "win.show-deal", say_stuck },
    [CLOSING] = { N_("To be closed soon"), "customer_name", "win.show-deal", say_closing },
    [BIRTHDAYS] = { N_("Birthdays"), "name", "win.show-customer", say_birthday },
  };
  g_autoptr(VelQuery) query = make_query (which);

  self->lists[which] = VEL_TODAY_LIST (vel_today_list_new (self->book, _(looks[which].title), query,
                                                           looks[which].avatar, looks[which].action,
                                                           looks[which].caption));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lists[which]));
}

/* The tasks beside them come first: these look at all customers and deals. */
static gboolean
begin_cb (gpointer data)
{
  static const guint order[] = { BIRTHDAYS, STUCK, CLOSING, SILENT };
  VelTodayAttention *self = data;
  g_autoptr(VelFilter) open = vel_filter_new_join (VEL_FILTER_ALL);
  g_autoptr(VelQuery) open_query = NULL;
  g_autoptr(VelQuery) won_query = make_won_query ();

  self->idle = 0;
  take (open, VEL_FILTER_IS, "status", "open", NULL);
  open_query = vel_query_new (&vel_deal_entity, open, NULL, "id", FALSE);
  self->open = vel_figures_new (self->book, open_query);
  self->won = vel_figures_new (self->book, won_query);
  g_signal_connect_object (self->open, "notify::totals", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->won, "notify::totals", G_CALLBACK (show_figures), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_list (self, order[i]);
  return G_SOURCE_REMOVE;
}

static void
vel_today_attention_dispose (GObject *object)
{
  VelTodayAttention *self = VEL_TODAY_ATTENTION (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->open);
  g_clear_object (&self->won);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_today_attention_parent_class)->dispose (object);
}

static void
vel_today_attention_class_init (VelTodayAttentionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_today_attention_dispose;
}

static GtkWidget *
make_figure (GtkLabel   **label,
             const char  *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *below = gtk_label_new (caption);

  *label = GTK_LABEL (gtk_label_new ("—"));
  gtk_label_set_xalign (*label, 0);
  gtk_label_set_wrap (*label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (*label), "vel-figure");
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*label));
  gtk_box_append (GTK_BOX (box), below);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "vel-figure-card");
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
vel_today_attention_init (VelTodayAttention *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_box_set_homogeneous (GTK_BOX (self->figures), TRUE);
  gtk_box_append (GTK_BOX (self->figures), make_figure (&self->weighted, _("weighted pipeline")));
  gtk_box_append (GTK_BOX (self->figures), make_figure (&self->won_sum, _("won this month")));
  gtk_widget_set_visible (self->figures, FALSE);
  gtk_box_append (GTK_BOX (self), self->figures);
}

/**
 * vel_today_attention_new:
 * @book: a book
 *
 * Returns: (transfer floating): what deserves attention in it
 */
GtkWidget *
vel_today_attention_new (VelBook *book)
{
  VelTodayAttention *self = g_object_new (VEL_TYPE_TODAY_ATTENTION, NULL);

  self->book = g_object_ref (book);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, begin_cb, self, NULL);
  return GTK_WIDGET (self);
}

/**
 * vel_today_attention_reload:
 * @self: what deserves attention
 *
 * Asks anew: another day has begun.
 */
void
vel_today_attention_reload (VelTodayAttention *self)
{
  g_autoptr(VelQuery) won = make_won_query ();

  g_return_if_fail (VEL_IS_TODAY_ATTENTION (self));

  for (guint i = 0; self->won != NULL && i < G_N_ELEMENTS (self->lists); i++)
    {
      g_autoptr(VelQuery) query = make_query (i);

      vel_today_list_set_query (self->lists[i], query);
    }
  if (self->won != NULL)
    vel_figures_set_query (self->won, won, NULL);
}
