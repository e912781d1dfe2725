/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-line-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-customer.h"
#include "vel-date-format.h"
#include "vel-deal.h"

/* Whose a captured task is: of the card, or of whom the words name. */

/* So many namesakes are offered. */
#define MAX_OFFERED 20

gboolean
vel_capture_line_has_subject (VelCaptureLine *self)
{
  return self->subject != NULL && !self->subject_is_off;
}

void
vel_capture_line_stop_looking (VelCaptureLine *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

void
vel_capture_line_forget_whom (VelCaptureLine *self)
{
  g_clear_pointer (&self->captured, vel_captured_free);
  g_clear_pointer (&self->words, g_free);
  self->chosen = 0;
}

/* Whether @customer is still one of those who are meant. */
static gboolean
is_meant (VelCaptureLine *self,
          gint64          customer)
{
  for (guint i = 0; self->captured != NULL && i < self->captured->ids->len; i++)
    if (g_array_index (self->captured->ids, gint64, i) == customer)
      return TRUE;
  return FALSE;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelCaptureLine) self = user_data;
  VelCaptured *captured = NULL;
  g_autoptr(GError) error = NULL;
  const gboolean found = vel_book_find_captured_finish (VEL_BOOK (object), result, &captured, &error);

  /* An answer to an older text. */
  if (self->looking == NULL || self->looking != g_task_get_cancellable (G_TASK (result)))
    {
      vel_captured_free (captured);
      return;
    }
  g_clear_object (&self->looking);
  if (!found)
    g_warning ("Nobody could be looked for: %s", error->message);
  g_clear_pointer (&self->captured, vel_captured_free);
  g_clear_pointer (&self->words, g_free);
  self->captured = captured;
  if (captured != NULL)
    self->words = g_strndup (self->capture->line + captured->start, captured->end - captured->start);
  if (!is_meant (self, self->chosen))
    self->chosen = 0;
  vel_capture_line_refresh (self);
  if (self->adds_then)
    vel_capture_line_add (self);
}

/* Words whose chip was taken off name nobody, as long as they stand there: they are
 * taken already when it is looked for names. */
static void
pass_over (VelCaptureLine *self)
{
  for (guint i = self->nobody->len; i > 0; i--)
    {
      const char *words = g_ptr_array_index (self->nobody, i - 1);
      const char *at = strstr (vel_capture_line_get_text (self), words);

      if (at == NULL)
        g_ptr_array_remove_index (self->nobody, i - 1);
      while (at != NULL && self->capture != NULL)
        {
          const gsize start = at - vel_capture_line_get_text (self);
          const VelCaptureSpan span = { VEL_CAPTURE_CUSTOMER, start, start + strlen (words), TRUE };

          g_array_append_val (self->capture->spans, span);
          at = strstr (at + strlen (words), words);
        }
    }
}

/* Asks whom the line names; the answer comes later. */
void
vel_capture_line_look (VelCaptureLine *self)
{
  vel_capture_line_stop_looking (self);
  pass_over (self);
  if (self->book == NULL || self->capture == NULL || vel_capture_line_has_subject (self))
    {
      vel_capture_line_forget_whom (self);
      return;
    }
  /* What is known stays until it is known better. */
  if (self->words != NULL && strstr (self->capture->line, self->words) == NULL)
    vel_capture_line_forget_whom (self);
  self->looking = g_cancellable_new ();
  vel_book_find_captured_async (self->book, self->capture, self->looking, found_cb, g_object_ref (self));
}

/* The words stay in the line and name nobody; the card counts for this task no more. */
void
vel_capture_line_take_off_whom (VelCaptureLine *self)
{
  if (vel_capture_line_has_subject (self))
    self->subject_is_off = TRUE;
  else if (self->words != NULL)
    g_ptr_array_add (self->nobody, g_steal_pointer (&self->words));
  vel_capture_line_forget_whom (self);
  vel_capture_line_look (self);
}

/* Whose it is, as far as is known without asking; 0 for nobody. */
gint64
vel_capture_line_get_customer (VelCaptureLine *self)
{
  if (vel_capture_line_has_subject (self))
    return self->customer;
  if (self->captured == NULL)
    return 0;
  return self->captured->ids->len == 1 ? g_array_index (self->captured->ids, gint64, 0) : self->chosen;
}

gboolean
vel_capture_line_is_ambiguous (VelCaptureLine *self)
{
  return !vel_capture_line_has_subject (self) && self->captured != NULL && self->captured->ids->len > 1 &&
         self->chosen == 0;
}

/* What tells a customer from those of the same name. */
static char *
say_detail (VelRecord *customer)
{
  static const char * const fields[] = { "city", "title", "organisation_name", "phone", "email", NULL };
  g_autofree char *added = vel_record_format (customer, "created");
  g_autoptr(GPtrArray) details = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; fields[i] != NULL && details->len < 2; i++)
    {
      g_autofree char *detail = vel_entity_find_field (&vel_customer_entity, fields[i]) != NULL
                                  ? vel_record_format (customer, fields[i]) : NULL;

      if (detail != NULL && *detail != '\0')
        g_ptr_array_add (details, g_steal_pointer (&detail));
    }
  g_ptr_array_add (details, NULL);
  /* Translators: %s is the day on which a customer came into the book */
  return details->len > 1 ? g_strjoinv (" · ", (GStrv) details->pdata) : g_strdup_printf (_("Added %s"), added);
}

static gboolean
show_choice_cb (gpointer data)
{
  vel_capture_line_refresh (data);
  return G_SOURCE_REMOVE;
}

static void
chosen_cb (VelCaptureLine *self,
           GtkWidget      *button)
{
  const gint64 *customer = g_object_get_data (G_OBJECT (button), "vel-customer");

  self->chosen = *customer;
  if (self->chosen == 0)
    vel_capture_line_take_off_whom (self);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  vel_capture_line_grab (self);
  /* The choices go with the question, and this button with them. */
  g_idle_add_full (G_PRIORITY_DEFAULT, show_choice_cb, g_object_ref (self), g_object_unref);
}

static void
offer (VelCaptureLine *self,
       GtkWidget      *box,
       gint64          customer,
       const char     *text,
       const char     *detail)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = detail != NULL ? g_strdup_printf ("%s, %s", text, detail) : g_strdup (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (lines), label);
  if (detail != NULL)
    {
      GtkWidget *below = gtk_label_new (detail);

      gtk_label_set_xalign (GTK_LABEL (below), 0);
      gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (below, "caption");
      gtk_widget_add_css_class (below, "dim-label");
      gtk_box_append (GTK_BOX (lines), below);
    }
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "vel-customer", g_memdup2 (&customer, sizeof customer), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* Those who are called so. */
static GtkWidget *
make_choices (VelCaptureLine *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "vel-plain-buttons");
  for (guint i = 0; i < self->captured->ids->len && i < MAX_OFFERED; i++)
    {
      const gint64 id = g_array_index (self->captured->ids, gint64, i);
      g_autoptr(VelRecord) customer = vel_book_get_record (self->book, &vel_customer_entity, id, NULL);
      g_autofree char *detail = customer != NULL ? say_detail (customer) : NULL;

      if (customer != NULL)
        offer (self, box, id, vel_record_get_text (customer, "name"), detail);
    }
  offer (self, box, 0, _("None of them"), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  /* One goes on in the line, also if nobody was chosen. */
  g_signal_connect_object (popover, "closed", G_CALLBACK (vel_capture_line_grab), self, G_CONNECT_SWAPPED);
  return popover;
}

static char *
say_subject (VelCaptureLine *self)
{
  const gboolean is_deal = vel_record_get_entity (self->subject) == &vel_deal_entity;
  const char *name = vel_record_get_text (self->subject, is_deal ? "customer_name" : "name");
  const char *title = is_deal ? vel_record_get_text (self->subject, "title") : NULL;

  if (title == NULL || name == NULL)
    return g_strdup (title != NULL ? title : name);
  return g_strdup_printf ("%s · %s", name, title);
}

/* Of several who are called the same, which one is meant. */
static char *
say_chosen (VelCaptureLine *self)
{
  g_autoptr(VelRecord) customer = vel_book_get_record (self->book, &vel_customer_entity, self->chosen, NULL);
  g_autofree char *detail = customer != NULL ? say_detail (customer) : NULL;

  return customer != NULL ? g_strdup_printf ("%s · %s", vel_record_get_text (customer, "name"), detail)
                          : g_strdup (self->captured->name);
}

/* Puts into the chip whose it is. */
void
vel_capture_line_show_whom (VelCaptureLine *self)
{
  VelCaptureChip *chip = self->chips[CHIP_WHOM];
  g_autofree char *said = NULL;

  if (vel_capture_line_has_subject (self))
    {
      said = say_subject (self);
      vel_capture_chip_set (chip, said, NULL);
    }
  else if (vel_capture_line_is_ambiguous (self))
    {
      /* Translators: %s is a name that more than one customer bears */
      said = g_strdup_printf (_("Which %s?"), self->captured->name);
      /* An open one is not closed under the hand that chooses. */
      if (g_strcmp0 (vel_capture_chip_get_text (chip), said) != 0)
        vel_capture_chip_set (chip, said, make_choices (self));
    }
  else
    {
      if (self->captured != NULL)
        said = self->chosen != 0 ? say_chosen (self) : g_strdup (self->captured->name);
      vel_capture_chip_set (chip, said, NULL);
    }
}
