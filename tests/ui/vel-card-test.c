/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-test.h"

#include "vel-customer.h"

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static VelRecord *
get_customer (VelBook *book,
              gint64   id)
{
  g_autoptr(GError) error = NULL;
  VelRecord *record = vel_book_get_record (book, &vel_customer_entity, id, &error);

  g_assert_no_error (error);
  return record;
}

void
vel_card_test_open (VelCardTest   *test,
                    const char    *name,
                    VelQueryModel *around)
{
  if (test->book == NULL)
    test->book = vel_ui_new_book (0);
  test->id = vel_ui_add_customer (test->book, name);
  test->customer = get_customer (test->book, test->id);
  test->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  test->card = VEL_CUSTOMER_CARD (vel_customer_card_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (test->window), GTK_WIDGET (test->card));
  gtk_window_set_default_size (test->window, 1100, 800);
  vel_customer_card_show (test->card, test->book, test->id, around);
  gtk_window_present (test->window);
  vel_ui_wait (is_mapped, test->card);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closes the window; nothing of the card is left then. */
void
vel_card_test_close (VelCardTest *test)
{
  gpointer card = test->card;

  g_object_add_weak_pointer (card, &card);
  gtk_window_destroy (test->window);
  vel_ui_wait (is_null, &card);
  g_clear_object (&test->customer);
  vel_ui_close_book (g_steal_pointer (&test->book));
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

GPtrArray *
vel_card_test_find (gpointer root,
                    GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}
