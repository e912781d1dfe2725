/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-today-list.h"

#include <glib/gi18n.h>

#include "vel-avatar.h"
#include "vel-customer.h"
#include "vel-launch.h"
#include "vel-row-cell.h"

/**
 * VelTodayList:
 *
 * The first few records of a query, and why each deserves attention, with what
 * can be done about it in place. A click opens the card; the heading opens the
 * list of all of them. Without any it is not there.
 */
struct _VelTodayList
{
  AdwBin           parent_instance;

  VelQueryModel   *model;         /* (owned) */
  const char      *avatar_field;
  const char      *action;
  VelTodayCaption  caption;

  GtkListBox      *box;
  GtkWidget       *all;
};

#define MAX_ROWS 5
#define AVATAR_SIZE 32

G_DEFINE_FINAL_TYPE (VelTodayList, vel_today_list, ADW_TYPE_BIN)

static void
call_cb (GtkWidget *row)
{
  VelRecord *customer = g_object_get_data (G_OBJECT (row), "vel-record");
  const char *phone = vel_record_get_text (customer, "phone");
  g_autofree char *uri = g_strdup_printf ("tel:%s", phone != NULL ? phone : "");

  vel_launch_uri (row, uri);
}

static GtkWidget *
add_button (GtkWidget  *row,
            const char *icon,
            const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* What can be done without leaving the page: to call, and to promise something. */
static void
add_buttons (GtkWidget *row,
             VelRecord *record)
{
  const VelEntity *entity = vel_record_get_entity (record);
  const char *name = vel_record_get_text (record, entity->name_field);
  const char *phone = entity == &vel_customer_entity ? vel_record_get_text (record, "phone") : NULL;
  const gint64 id = vel_record_get_id (record);
  g_autofree char *promise = g_strdup_printf (_("New task for %s"), name);
  g_autofree char *call = NULL;
  GtkWidget *button;

  if (phone != NULL && *phone != '\0')
    {
      call = g_strdup_printf (C_("customer", "Call %s"), name);
      button = add_button (row, "call-start-symbolic", call);
      g_signal_connect_object (button, "clicked", G_CALLBACK (call_cb), row, G_CONNECT_SWAPPED);
    }
  button = add_button (row, "list-add-symbolic", promise);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.new-task");
  if (entity == &vel_customer_entity)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", id, G_GINT64_CONSTANT (0));
  else
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", vel_record_get_integer (record, "customer"), id);
}

static void
fill_row (VelTodayList *self,
          GtkWidget    *row,
          VelRecord    *record)
{
  const char *name = vel_record_get_text (record, vel_record_get_entity (record)->name_field);
  g_autofree char *caption = self->caption (record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? name : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), caption);
}

static void
changed_cb (VelRecord  *record,
            GParamSpec *pspec,
            GtkWidget  *row)
{
  GtkWidget *self = gtk_widget_get_ancestor (row, VEL_TYPE_TODAY_LIST);

  if (self != NULL)
    fill_row (VEL_TODAY_LIST (self), row, record);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  VelTodayList *self = user_data;
  VelRecord *record = vel_row_get_record (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *avatar = vel_avatar_new (AVATAR_SIZE);
  const char *whose;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (record == NULL)
    return row;
  whose = vel_record_get_text (record, self->avatar_field);
  vel_avatar_set_name (VEL_AVATAR (avatar), whose != NULL ? whose : "");
  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  add_buttons (row, record);
  fill_row (self, row, record);
  g_object_set_data_full (G_OBJECT (row), "vel-record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (record, "notify", G_CALLBACK (changed_cb), row, G_CONNECT_DEFAULT);
  return row;
}

static void
activated_cb (VelTodayList  *self,
              GtkListBoxRow *row)
{
  VelRecord *record = g_object_get_data (G_OBJECT (row), "vel-record");

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->action, "x", vel_record_get_id (record));
}

static void
all_cb (VelTodayList *self)
{
  g_autofree char *json = vel_query_to_json (vel_query_model_get_query (self->model));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-query", "s", json);
}

static void
refresh (VelTodayList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
  gtk_widget_set_visible (self->all, vel_query_model_get_total (self->model) > MAX_ROWS);
}

static void
vel_today_list_dispose (GObject *object)
{
  VelTodayList *self = VEL_TODAY_LIST (object);

  if (self->box != NULL)
    gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  self->box = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (vel_today_list_parent_class)->dispose (object);
}

static void
vel_today_list_class_init (VelTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_today_list_dispose;
}

static void
vel_today_list_init (VelTodayList *self)
{
}

/**
 * vel_today_list_new:
 * @book: a book
 * @title: the heading
 * @query: which records
 * @avatar_field: the field whose first letters stand on the disc; a literal
 * @action: the action that opens one, with its id; a literal
 * @caption: says why it is here
 *
 * Returns: (transfer floating): the first of them
 */
GtkWidget *
vel_today_list_new (VelBook         *book,
                    const char      *title,
                    VelQuery        *query,
                    const char      *avatar_field,
                    const char      *action,
                    VelTodayCaption  caption)
{
  VelTodayList *self = g_object_new (VEL_TYPE_TODAY_LIST, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);

  self->avatar_field = avatar_field;
  self->action = action;
  self->caption = caption;
  self->model = vel_query_model_new_limited (book, query, MAX_ROWS);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->model), make_row, self, NULL);
  g_signal_connect_object (self->box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  self->all = gtk_button_new_with_label (_("All"));
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_add_css_class (self->all, "vel-small");
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), self->all);
  gtk_box_append (GTK_BOX (content), head);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), content);
  g_signal_connect_object (self->model, "notify::total", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_today_list_set_query:
 * @self: a list
 * @query: which records it shows from now on
 */
void
vel_today_list_set_query (VelTodayList *self,
                          VelQuery     *query)
{
  g_return_if_fail (VEL_IS_TODAY_LIST (self));

  vel_query_model_set_query (self->model, query);
  /* It may be the same in words and another in days. */
  vel_query_model_reload (self->model);
}
