/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-window-private.h"

#include <glib/gi18n.h>

#include "vel-error-text.h"
#include "vel-trouble.h"

/**
 * VelWindow:
 *
 * The window: it arranges what is shown (a book, or why there is none), tells
 * what was done, and remembers its size.
 */

G_DEFINE_FINAL_TYPE (VelWindow, vel_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is there sooner is not announced, in milliseconds: the window comes with it. */
#define LOADING_DELAY_MS 150

static gboolean
loading_delay_cb (gpointer data)
{
  VelWindow *self = data;

  self->loading_delay = 0;
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_widget_show (self->spinner);
  gtk_window_present (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
save_size (VelWindow *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)) || gtk_window_is_fullscreen (GTK_WINDOW (self)))
    return;
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
}

static gboolean
vel_window_close_request (GtkWindow *window)
{
  save_size (VEL_WINDOW (window));

  return GTK_WINDOW_CLASS (vel_window_parent_class)->close_request (window);
}

static void
vel_window_constructed (GObject *object)
{
  VelWindow *self = VEL_WINDOW (object);

  G_OBJECT_CLASS (vel_window_parent_class)->constructed (object);

  self->settings = g_settings_new (APPLICATION_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->loading_delay = g_timeout_add (LOADING_DELAY_MS, loading_delay_cb, self);
}

static void
vel_window_dispose (GObject *object)
{
  VelWindow *self = VEL_WINDOW (object);

  g_clear_handle_id (&self->loading_delay, g_source_remove);
  g_clear_handle_id (&self->toast_arrives, g_source_remove);
  g_clear_object (&self->next_toast);
  g_clear_weak_pointer (&self->toast);
  self->view = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_WINDOW);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_window_parent_class)->dispose (object);
}

static void
vel_window_class_init (VelWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = vel_window_constructed;
  object_class->dispose = vel_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vel_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/vel-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VelWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, VelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VelWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, VelWindow, strips);
  vel_window_class_install_actions (widget_class);
  vel_window_class_install_import (widget_class);
}

static void
vel_window_init (VelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  vel_window_accept_drops (self);
}

/**
 * vel_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window that has no book yet, and says so when
 *   that lasts
 */
VelWindow *
vel_window_new (AdwApplication *application)
{
  return g_object_new (VEL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * vel_window_get_book:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the book that is shown
 */
VelBook *
vel_window_get_book (VelWindow *self)
{
  g_return_val_if_fail (VEL_IS_WINDOW (self), NULL);

  return self->view != NULL ? vel_book_view_get_book (self->view) : NULL;
}

/* A sentence above the book, and what can be done about it. Made when it is
 * needed, for to measure a long sentence takes longer than to show a window. */
static GtkWidget *
add_strip (VelWindow      *self,
           GtkMessageType  type,
           const char     *sentence,
           const char     *button_label,
           const char     *action)
{
  GtkWidget *strip = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (sentence);
  GtkWidget *button = gtk_button_new_with_label (button_label);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_start (label, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (strip), type);
  gtk_info_bar_add_child (GTK_INFO_BAR (strip), label);
  gtk_info_bar_add_action_widget (GTK_INFO_BAR (strip), button, GTK_RESPONSE_NONE);
  gtk_box_append (self->strips, strip);
  return strip;
}

static void
remove_failed_strip (VelWindow *self)
{
  if (self->failed_strip != NULL)
    gtk_box_remove (self->strips, self->failed_strip);
  self->failed_strip = NULL;
}

static void
remove_strips (VelWindow *self)
{
  GtkWidget *strip;

  self->failed_strip = NULL;
  while ((strip = gtk_widget_get_first_child (GTK_WIDGET (self->strips))) != NULL)
    gtk_box_remove (self->strips, strip);
}

static void
book_failed_cb (VelWindow    *self,
                const GError *error,
                VelBook      *book)
{
  g_autofree char *text = NULL;

  if (book != vel_window_get_book (self))
    return;
  text = vel_error_text (error);
  remove_failed_strip (self);
  self->failed_strip = add_strip (self, GTK_MESSAGE_ERROR, text, _("Try again"), "app.retry");
}

/* What it tells has been read, so it can be read again. */
static void
book_changed_cb (VelWindow *self)
{
  remove_failed_strip (self);
}

/* Puts one page in the place of what was shown. */
static void
show_child (VelWindow  *self,
            GtkWidget  *child)
{
  GtkWidget *before = gtk_stack_get_visible_child (self->stack);

  g_clear_handle_id (&self->loading_delay, g_source_remove);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  self->view = NULL;
  remove_strips (self);
  gtk_stack_add_child (self->stack, child);
  gtk_stack_set_visible_child (self->stack, child);
  gtk_stack_remove (self->stack, before);
}

/**
 * vel_window_show_book:
 * @self: the window
 * @book: a book
 * @is_sample: whether it is the sample
 * @page: (nullable): what of it is seen first, see vel_window_show_page(); today where %NULL
 *
 * Shows @book in the place of what was shown.
 */
void
vel_window_show_book (VelWindow  *self,
                      VelBook    *book,
                      gboolean    is_sample,
                      const char *page)
{
  const gboolean is_card = page != NULL && vel_window_is_card (page);
  VelBookView *view;

  g_return_if_fail (VEL_IS_WINDOW (self));
  g_return_if_fail (VEL_IS_BOOK (book));

  view = vel_book_view_new (book);
  show_child (self, GTK_WIDGET (view));
  self->view = view;
  vel_window_follow_book (self, book);
  vel_book_view_show_page (view, page != NULL && !is_card ? page : "today");
  if (is_card)
    vel_window_show_card (self, page);
  if (is_sample)
    add_strip (self, GTK_MESSAGE_INFO,
               _("This is a sample book. Look around and try what you like: your own book stays as it is."),
               _("Back to my own book"), "app.open-own");
  if (vel_book_is_read_only (book))
    add_strip (self, GTK_MESSAGE_WARNING,
               _("This customer book can only be read: the file or its folder is protected from writing."),
               _("Try again"), "app.retry");
  g_signal_connect_object (book, "failed", G_CALLBACK (book_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_window_show_error:
 * @self: the window
 * @path: a book that could not be opened
 * @error: why
 *
 * Says why there is no book, and what can be done.
 */
void
vel_window_show_error (VelWindow    *self,
                       const char   *path,
                       const GError *error)
{
  g_return_if_fail (VEL_IS_WINDOW (self));

  show_child (self, vel_trouble_new (path, error));
  vel_window_follow_book (self, NULL);
}

/**
 * vel_window_show_page:
 * @self: the window
 * @page: the name of a place, such as "customers", or of a card, see vel_window_is_card()
 */
void
vel_window_show_page (VelWindow  *self,
                      const char *page)
{
  g_return_if_fail (VEL_IS_WINDOW (self));

  if (vel_window_is_card (page))
    vel_window_show_card (self, page);
  else if (self->view != NULL)
    vel_book_view_show_page (self->view, page);
}
