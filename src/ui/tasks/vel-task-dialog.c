/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-task-dialog.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-choice-row.h"
#include "vel-doing.h"
#include "vel-due.h"
#include "vel-edit-row.h"
#include "vel-field-row.h"
#include "vel-link-row.h"
#include "vel-repeat.h"
#include "vel-task-deeds.h"
#include "vel-task.h"

/**
 * VelTaskDialog:
 *
 * All of a task. Each field is written as soon as it is changed, and can be
 * undone, as on a card; there is nothing to confirm.
 */
struct _VelTaskDialog
{
  AdwWindow      parent_instance;

  VelBook       *book;    /* (owned) */
  VelRecord     *task;    /* (owned) */

  AdwWindowTitle *title;
  GtkWidget     *done;
  GtkWidget     *later;
  GtkWidget     *repeat;
  GtkWidget     *repeat_from;
};

/* Repeats that most people want, besides those of its own day. */
static const char * const usual_repeats[] = {
  "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY",
  "FREQ=MONTHLY;INTERVAL=3", "FREQ=YEARLY",
};

/* In minutes; the empty one is the usual one. */
static const char * const usual_reminders[] = { "0", "10", "30", "60", "1440", "10080", "none" };

G_DEFINE_FINAL_TYPE (VelTaskDialog, vel_task_dialog, ADW_TYPE_WINDOW)

static void
apply (VelTaskDialog *self,
       const char    *deed)
{
  const gint64 id = vel_record_get_id (self->task);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  vel_task_deeds_apply (GTK_WIDGET (self), self->book, ids, deed);
}

static void
done_cb (VelTaskDialog *self)
{
  const gboolean is_done = vel_record_get_integer (self->task, "done") != 0;

  apply (self, is_done ? "reopen" : "done");
  if (!is_done)
    gtk_window_close (GTK_WINDOW (self));
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  apply (VEL_TASK_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

static void
delete_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VelTaskDialog *self = VEL_TASK_DIALOG (widget);
  const char *title = vel_record_get_text (self->task, "title");
  g_autoptr(VelChange) change = vel_change_new (N_("Delete %s"), title != NULL ? title : "", NULL);

  vel_change_delete (change, &vel_task_entity, vel_record_get_id (self->task));
  vel_doing_commit (widget, self->book, change, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

/* The card is in the window behind this one. */
static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkWindow *behind = gtk_window_get_transient_for (GTK_WINDOW (widget));

  gtk_window_close (GTK_WINDOW (widget));
  if (behind != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (behind), action, parameter);
}

static void
refresh (VelTaskDialog *self)
{
  const gboolean is_done = vel_record_get_integer (self->task, "done") != 0;
  g_autofree char *done = is_done ? vel_record_format (self->task, "done") : NULL;
  /* Translators: %s is a day and a time */
  g_autofree char *said = is_done ? g_strdup_printf (_("Done %s"), done) : NULL;

  gtk_button_set_label (GTK_BUTTON (self->done), is_done ? _("_Open again") : _("_Finish"));
  if (is_done)
    gtk_widget_remove_css_class (self->done, "suggested-action");
  else
    gtk_widget_add_css_class (self->done, "suggested-action");
  adw_window_title_set_subtitle (self->title, is_done ? said : "");
  gtk_widget_set_visible (self->later, !is_done);
  gtk_widget_set_visible (self->repeat_from, vel_record_get_text (self->task, "repeat") != NULL);
}

/* Deleted elsewhere, it has nothing to show any more. */
static void
book_changed_cb (VelTaskDialog *self,
                 VelDelta      *delta)
{
  GtkWindow *behind = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(VelRecord) task = NULL;

  if (!vel_delta_has_entity (delta, &vel_task_entity))
    return;
  task = vel_book_get_record (self->book, &vel_task_entity, vel_record_get_id (self->task), NULL);
  if (task != NULL)
    return;
  if (behind != NULL)
    vel_doing_tell (GTK_WIDGET (behind),
                    _("This is no longer in the customer book: it has been deleted in the meantime."));
  gtk_window_close (GTK_WINDOW (self));
}

static void
vel_task_dialog_dispose (GObject *object)
{
  VelTaskDialog *self = VEL_TASK_DIALOG (object);

  g_clear_object (&self->task);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_task_dialog_parent_class)->dispose (object);
}

static void
vel_task_dialog_class_init (VelTaskDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_task_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "task.apply", "s", apply_action);
  gtk_widget_class_install_action (widget_class, "task.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "win.show-customer", "x", show_action);
  gtk_widget_class_install_action (widget_class, "win.show-deal", "x", show_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vel_task_dialog_init (VelTaskDialog *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), 460, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Task"));
}

static GtkWidget *
make_header (VelTaskDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *menu_button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenuModel) later = vel_task_deeds_new_menu ("task.apply");

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Task"), NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  self->done = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->done), TRUE);
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->done);

  g_menu_append (menu, _("_Delete"), "task.delete");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu_button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu_button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (menu_button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  /* First, so that Enter, hit once too often, finishes nothing. */
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), menu_button);

  self->later = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->later), "alarm-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->later), later);
  gtk_widget_set_tooltip_text (self->later, _("Put off"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->later), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Put off"), -1);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->later);
  return header;
}

static GtkWidget *
add_group (GtkWidget  *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (box), group);
  return group;
}

static GtkWidget *
add_field (VelTaskDialog *self,
           GtkWidget     *group,
           const char    *field)
{
  GtkWidget *row = vel_field_row_new (self->book, self->task, field);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_choice (VelTaskDialog *self,
            GtkWidget     *group,
            const char    *field)
{
  GtkWidget *row = vel_choice_row_new (self->book, self->task, field);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
offer_reminders (GtkWidget *row)
{
  VelSuggest *suggest = vel_inline_text_get_suggest (vel_edit_row_get_inline (VEL_EDIT_ROW (row)), FALSE);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (usual_reminders); i++)
    {
      g_autofree char *word = vel_task_format_reminder (usual_reminders[i]);

      g_strv_builder_add (words, word);
    }
  all = g_strv_builder_end (words);
  vel_suggest_set_words (suggest, (const char * const *) all);
}

static void
offer_repeats (VelTaskDialog *self)
{
  VelSuggest *suggest = vel_inline_text_get_suggest (vel_edit_row_get_inline (VEL_EDIT_ROW (self->repeat)), FALSE);
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (usual_repeats); i++)
    {
      g_autoptr(VelRepeat) repeat = vel_repeat_parse (usual_repeats[i], NULL);
      g_autofree char *word = vel_repeat_say (repeat, NULL);

      g_strv_builder_add (words, word);
    }
  all = g_strv_builder_end (words);
  vel_suggest_set_words (suggest, (const char * const *) all);
}

static void
build (VelTaskDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group;

  group = add_group (box, NULL);
  add_field (self, group, "title");
  add_field (self, group, "due");
  offer_reminders (add_field (self, group, "reminder"));
  self->repeat = add_field (self, group, "repeat");
  offer_repeats (self);
  self->repeat_from = add_choice (self, group, "repeat_from");
  add_choice (self, group, "priority");
  group = add_group (box, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             vel_link_row_new (self->book, self->task, "customer", NULL, NULL, NULL));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             vel_link_row_new (self->book, self->task, "deal", NULL, NULL, NULL));
  group = add_group (box, vel_field_get_label (vel_entity_find_field (&vel_task_entity, "notes")));
  add_field (self, group, "notes");

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_add_css_class (box, "vel-profile");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), make_header (self));
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_window_set_content (ADW_WINDOW (self), content);
}

/**
 * vel_task_dialog_present:
 * @parent: a widget in the window before which it stands
 * @book: a book
 * @task: a task of it
 *
 * Shows all of a task.
 *
 * Returns: (transfer none) (nullable): the dialog, which goes when it is closed;
 *   %NULL where there is no such task any more
 */
VelTaskDialog *
vel_task_dialog_present (GtkWidget *parent,
                         VelBook   *book,
                         gint64     task)
{
  g_autoptr(VelRecord) record = vel_book_get_record (book, &vel_task_entity, task, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  VelTaskDialog *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (VEL_TYPE_TASK_DIALOG, NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->book = g_object_ref (book);
  self->task = g_steal_pointer (&record);
  build (self);
  g_signal_connect_object (self->task, "notify::done", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->task, "notify::repeat", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
