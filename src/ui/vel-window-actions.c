/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-window-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-error-text.h"
#include "vel-holidays-dialog.h"
#include "vel-new-customer.h"
#include "vel-new-deal.h"
#include "vel-new-task.h"
#include "vel-task-dialog.h"

/* What can be done in the window, and how it says what was done. */

/* libadwaita 1.2 comes to grief over a toast that is dismissed while it is
 * still on its way in, which takes it half a second. */
#define TOAST_ARRIVES_MS 600

static gboolean
next_toast_cb (gpointer data)
{
  VelWindow *self = data;
  AdwToast *toast = g_steal_pointer (&self->next_toast);

  self->toast_arrives = 0;
  if (toast == NULL)
    return G_SOURCE_REMOVE;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_arrives = g_timeout_add (TOAST_ARRIVES_MS, next_toast_cb, self);
  adw_toast_overlay_add_toast (self->toasts, toast);
  return G_SOURCE_REMOVE;
}

/* Takes @toast. The newest counts: they do not queue up behind one another. */
static void
show_toast (VelWindow *self,
            AdwToast  *toast)
{
  g_clear_object (&self->next_toast);
  self->next_toast = toast;
  if (self->toast_arrives == 0)
    next_toast_cb (self);
}

static AdwToast *
make_toast (const char *sentence)
{
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

static void
tell (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  show_toast (VEL_WINDOW (widget), make_toast (g_variant_get_string (parameter, NULL)));
}

static void
tell_done (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  AdwToast *toast;
  const char *sentence;
  gint64 history;

  g_variant_get (parameter, "(x&s)", &history, &sentence);
  toast = make_toast (sentence);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-change");
  adw_toast_set_action_target (toast, "x", history);
  show_toast (VEL_WINDOW (widget), toast);
}

static void
tell_error (VelWindow    *self,
            const GError *error)
{
  g_autofree char *text = vel_error_text (error);

  show_toast (self, make_toast (text));
}

static void
undone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_undo_finish (VEL_BOOK (object), result, &error);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  if (commit == NULL)
    {
      tell_error (self, error);
      return;
    }
  label = vel_history_say (commit->label, commit->args);
  /* Translators: %s is what was done, such as "Delete Ayşe Yılmaz" */
  sentence = g_strdup_printf (_("Undone: %s"), label);
  toast = make_toast (sentence);
  adw_toast_set_button_label (toast, _("_Redo"));
  adw_toast_set_action_name (toast, "win.redo");
  show_toast (self, toast);
}

static void
redone_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(VelWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(VelCommit) commit = vel_book_redo_finish (VEL_BOOK (object), result, &error);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (commit == NULL)
    {
      tell_error (self, error);
      return;
    }
  label = vel_history_say (commit->label, commit->args);
  /* Translators: %s is what was undone before, such as "Delete Ayşe Yılmaz" */
  sentence = g_strdup_printf (_("Done again: %s"), label);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-done", "(xs)", commit->history, sentence);
}

static void
undo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelWindow *self = VEL_WINDOW (widget);

  vel_book_undo_async (vel_window_get_book (self), parameter != NULL ? g_variant_get_int64 (parameter) : 0, NULL,
                       undone_cb, g_object_ref (self));
}

static void
redo (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelWindow *self = VEL_WINDOW (widget);

  vel_book_redo_async (vel_window_get_book (self), NULL, redone_cb, g_object_ref (self));
}

static void
toggle_sidebar (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  vel_book_view_toggle_sidebar (VEL_WINDOW (widget)->view);
}

static void
customer_opened_cb (VelWindow *self,
                    gint64     id)
{
  if (self->view != NULL)
    vel_book_view_show_customer (self->view, id);
}

static void
new_customer (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  VelNewCustomer *dialog = vel_new_customer_present (widget, vel_window_get_book (VEL_WINDOW (widget)));

  g_signal_connect_object (dialog, "opened", G_CALLBACK (customer_opened_cb), widget, G_CONNECT_SWAPPED);
}

static void
show_customer (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  customer_opened_cb (VEL_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
deal_created_cb (VelWindow *self,
                 gint64     id)
{
  if (self->view != NULL)
    vel_book_view_show_deal (self->view, id);
}

static void
show_deal (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  deal_created_cb (VEL_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* For a customer, or 0, and in a stage, or 0. */
static void
new_deal (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  VelNewDeal *dialog;
  gint64 customer;
  gint64 stage;

  g_variant_get (parameter, "(xx)", &customer, &stage);
  dialog = vel_new_deal_present (widget, vel_window_get_book (VEL_WINDOW (widget)), customer, stage);
  g_signal_connect_object (dialog, "created", G_CALLBACK (deal_created_cb), widget, G_CONNECT_SWAPPED);
}

/* For a customer, or 0, and of a deal, or 0. */
static void
new_task (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  gint64 customer;
  gint64 deal;

  g_variant_get (parameter, "(xx)", &customer, &deal);
  vel_new_task_present (widget, vel_window_get_book (VEL_WINDOW (widget)), customer, deal);
}

static void
show_task (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  VelWindow *self = VEL_WINDOW (widget);

  if (vel_task_dialog_present (widget, vel_window_get_book (self), g_variant_get_int64 (parameter)) == NULL)
    vel_doing_tell (widget, _("What was to be shown is no longer in the customer book."));
}

/* As saved filters hold it. */
static void
show_query (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelWindow *self = VEL_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelQuery) query = vel_query_from_json (g_variant_get_string (parameter, NULL), &error);

  if (query == NULL)
    vel_doing_tell_failed (widget, _("This filter cannot be used"), error);
  else if (self->view != NULL)
    vel_book_view_show_query (self->view, query);
}

/* On a day, "2026-11-24". */
static void
new_task_on (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  VelNewTask *dialog = vel_new_task_present (widget, vel_window_get_book (VEL_WINDOW (widget)), 0, 0);
  g_autofree char *text = g_strconcat (g_variant_get_string (parameter, NULL), " ", NULL);

  vel_new_task_set_text (dialog, text);
}

static void
edit_holidays (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  vel_holidays_dialog_present (widget);
}

static void
labels_changed_cb (VelWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  VelBook *book = vel_window_get_book (self);
  const gboolean can_write = book != NULL && !vel_book_is_read_only (book);

  gtk_widget_action_set_enabled (widget, "win.new-customer", can_write);
  gtk_widget_action_set_enabled (widget, "win.new-deal", can_write);
  gtk_widget_action_set_enabled (widget, "win.new-task", can_write);
  gtk_widget_action_set_enabled (widget, "win.new-task-on", can_write);
  gtk_widget_action_set_enabled (widget, "win.import", can_write);
  gtk_widget_action_set_enabled (widget, "win.undo-change", can_write);
  gtk_widget_action_set_enabled (widget, "win.undo", can_write && vel_book_get_undo_label (book) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo", can_write && vel_book_get_redo_label (book) != NULL);
}

/* Lets the actions be enabled as the book allows; without one, none is. */
void
vel_window_follow_book (VelWindow *self,
                        VelBook   *book)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-sidebar", book != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-customer", book != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-deal", book != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-task", book != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-query", book != NULL);
  if (book != NULL)
    {
      g_signal_connect_object (book, "notify::undo-label", G_CALLBACK (labels_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (book, "notify::redo-label", G_CALLBACK (labels_changed_cb), self, G_CONNECT_SWAPPED);
    }
  labels_changed_cb (self);
}

void
vel_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.tell", "s", tell);
  gtk_widget_class_install_action (widget_class, "win.tell-done", "(xs)", tell_done);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.undo-change", "x", undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.new-customer", NULL, new_customer);
  gtk_widget_class_install_action (widget_class, "win.show-customer", "x", show_customer);
  gtk_widget_class_install_action (widget_class, "win.new-deal", "(xx)", new_deal);
  gtk_widget_class_install_action (widget_class, "win.show-deal", "x", show_deal);
  gtk_widget_class_install_action (widget_class, "win.show-task", "x", show_task);
  gtk_widget_class_install_action (widget_class, "win.show-query", "s", show_query);
  gtk_widget_class_install_action (widget_class, "win.new-task", "(xx)", new_task);
  gtk_widget_class_install_action (widget_class, "win.new-task-on", "s", new_task_on);
  gtk_widget_class_install_action (widget_class, "win.holidays", NULL, edit_holidays);

  /* Behind what has the focus, so that a field undoes what is being typed into it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}
