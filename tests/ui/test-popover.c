/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-popover.h"
#include "vel-test-util.h"
#include "vel-ui-test.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *beside;   /* beside what it is shown */
  GtkWidget *popover;  /* NULL when it has gone */
  GtkWidget *answer;   /* a button in it */
} Fixture;

/* Whether it has been taken from where it was shown. */
static gboolean
is_gone (gpointer data)
{
  Fixture *self = data;

  return self->popover == NULL || gtk_widget_get_parent (self->popover) == NULL;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->window = GTK_WINDOW (adw_application_window_new (GTK_APPLICATION (vel_ui_get_application ())));
  self->beside = gtk_button_new_with_label ("Lost");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), self->beside);
  gtk_window_present (self->window);
  self->answer = gtk_button_new_with_label ("Price");
  self->popover = gtk_popover_new ();
  g_object_add_weak_pointer (G_OBJECT (self->popover), (gpointer *) &self->popover);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->answer);
  vel_popover_show_once (GTK_POPOVER (self->popover), self->beside);
  vel_ui_wait (is_mapped, self->answer);
  g_assert_true (gtk_widget_grab_focus (self->answer));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_weak_pointer (&self->popover);
  gtk_window_destroy (self->window);
  vel_test_settle ();
}

static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  vel_ui_wait (is_gone, self);
  g_assert_true (gtk_window_get_focus (self->window) == self->beside);
}

/* It may go before it is discarded. */
static void
test_gone_before (Fixture       *self,
                  gconstpointer  data)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_unparent (self->popover);
  vel_test_settle ();
  g_assert_true (gtk_window_get_focus (self->window) != self->answer);
}

/* What it is shown beside goes with it: nothing of it is left there. */
static void
test_goes_with_parent (Fixture       *self,
                       gconstpointer  data)
{
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), gtk_label_new ("Nothing"));
  vel_ui_wait (is_gone, self);
  vel_test_settle ();
  g_assert_false (gtk_window_get_focus (self->window) == self->answer);
}

int
main (int    argc,
      char **argv)
{
  vel_ui_test_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/popover/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("closed", test_closed);
  ADD ("gone-before", test_gone_before);
  ADD ("goes-with-parent", test_goes_with_parent);
#undef ADD
  return g_test_run ();
}
