/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-rate-row.h"

#include <glib/gi18n.h>

#include "vel-currency.h"
#include "vel-date-format.h"
#include "vel-doing.h"
#include "vel-edit-row.h"
#include "vel-editing.h"
#include "vel-rate.h"

/**
 * VelRateRow:
 *
 * What a currency is worth from a day on: "1 USD = ₺34,52 · 22.11.2026". Opened,
 * the rate and the day are edited in place.
 */
struct _VelRateRow
{
  VelArrangedRow  parent_instance;

  VelBook        *book;   /* (owned) */

  GtkLabel       *label;
  VelInlineText  *rate;
  VelInlineText  *date;
};

G_DEFINE_FINAL_TYPE (VelRateRow, vel_rate_row, VEL_TYPE_ARRANGED_ROW)

static VelRecord *
get_rate (VelRateRow *self)
{
  return vel_arranged_row_get_record (VEL_ARRANGED_ROW (self));
}

static void
refresh (VelRateRow *self)
{
  VelRecord *record = get_rate (self);
  const char *home = vel_record_get_text (record, "home");
  g_autofree char *worth = NULL;
  g_autofree char *plain = vel_exchange_plain (vel_record_get_integer (record, "rate"));
  g_autofree char *date = vel_record_format (record, "date");
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  /* A rate that has been removed is shown until its row goes. */
  if (vel_record_get_text (record, "date") == NULL)
    return;
  day = vel_date_format_numbers (vel_record_get_text (record, "date"));
  worth = vel_exchange_format (vel_record_get_integer (record, "rate"), home != NULL ? home : "TRY");
  /* Translators: "1 USD = ₺34,52 · 22.11.2026": a currency, what one of it is worth, the day of the rate */
  line = g_strdup_printf (_("1 %s = %s · %s"), vel_record_get_text (record, "currency"), worth, day);
  gtk_label_set_label (self->label, line);
  vel_inline_text_set_value (self->rate, plain);
  vel_inline_text_set_value (self->date, date);
  vel_arranged_row_name (VEL_ARRANGED_ROW (self), line);
}

static VelVerdict
check_rate_cb (const char *text,
               char      **sentence,
               gpointer    user_data)
{
  g_autoptr(GError) error = NULL;
  gint64 rate;

  *sentence = NULL;
  if (vel_exchange_parse (text, &rate, &error))
    return VEL_VERDICT_NONE;
  *sentence = g_strdup (error->message);
  return VEL_VERDICT_WRONG;
}

static VelVerdict
check_date_cb (const char *text,
               char      **sentence,
               gpointer    user_data)
{
  return vel_editing_judge (get_rate (user_data), "date", text, sentence);
}

static void
rate_saved_cb (VelRateRow *self,
               const char *typed)
{
  VelRecord *record = get_rate (self);
  g_autoptr(VelChange) change = NULL;
  gint64 rate;

  if (!vel_exchange_parse (typed, &rate, NULL) || rate == vel_record_get_integer (record, "rate"))
    {
      vel_inline_text_reset (self->rate);
      return;
    }
  change = vel_change_new (N_("Change the rate of %s"), vel_record_get_text (record, "currency"), NULL);
  vel_change_set_integer (change, &vel_rate_entity, vel_record_get_id (record), "rate", rate);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
date_saved_cb (VelRateRow *self,
               const char *typed)
{
  vel_editing_save (self->date, self->book, get_rate (self), "date", typed, N_("Change the rate of %s"));
}

static void
remove_rate (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  VelRateRow *self = VEL_RATE_ROW (widget);
  g_autoptr(VelChange) change = vel_change_new (N_("Remove the rate of %s"),
                                                vel_record_get_text (get_rate (self), "currency"), NULL);

  vel_change_delete (change, &vel_rate_entity, vel_record_get_id (get_rate (self)));
  vel_doing_commit (widget, self->book, change, TRUE);
}

static VelInlineText *
add_detail (VelRateRow     *self,
            GtkListBox     *details,
            const char     *title,
            VelInlineCheck  check,
            GCallback       saved)
{
  GtkWidget *row = vel_editing_row_new (title, "", check, self);
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));

  g_signal_connect_object (text, "saved", saved, self, G_CONNECT_SWAPPED);
  gtk_list_box_append (details, row);
  return text;
}

static void
vel_rate_row_dispose (GObject *object)
{
  g_clear_object (&VEL_RATE_ROW (object)->book);

  G_OBJECT_CLASS (vel_rate_row_parent_class)->dispose (object);
}

static void
vel_rate_row_class_init (VelRateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_rate_row_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "rate.remove", NULL, remove_rate);
}

static void
vel_rate_row_init (VelRateRow *self)
{
}

/**
 * vel_rate_row_new:
 * @book: a book
 * @rate: a rate of it
 *
 * Returns: (transfer floating): a row that shows and edits it
 */
GtkWidget *
vel_rate_row_new (VelBook   *book,
                  VelRecord *rate)
{
  VelRateRow *self = g_object_new (VEL_TYPE_RATE_ROW, NULL);
  GtkListBox *details = GTK_LIST_BOX (gtk_list_box_new ());

  self->book = g_object_ref (book);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  vel_arranged_row_build (VEL_ARRANGED_ROW (self), rate, GTK_WIDGET (self->label));
  gtk_list_box_set_selection_mode (details, GTK_SELECTION_NONE);
  self->rate = add_detail (self, details, _("Rate"), check_rate_cb, G_CALLBACK (rate_saved_cb));
  self->date = add_detail (self, details, _("Date"), check_date_cb, G_CALLBACK (date_saved_cb));
  vel_arranged_row_set_details (VEL_ARRANGED_ROW (self), GTK_WIDGET (details), _("Rate and date"));
  vel_arranged_row_add_choice (VEL_ARRANGED_ROW (self), _("Remove"), "rate.remove");
  g_signal_connect_object (rate, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
