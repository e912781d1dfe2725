/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-today-page.h"

#include <glib/gi18n.h>

#include "vel-capture-line.h"
#include "vel-date-format.h"
#include "vel-day.h"
#include "vel-task-group.h"
#include "vel-task-query.h"
#include "vel-today-attention.h"

/**
 * VelTodayPage:
 *
 * What the day begins with: what is to be done, and beside it what deserves
 * attention. Everything on it can be acted on where it stands.
 */
struct _VelTodayPage
{
  VelNarrowBin      parent_instance;

  VelBook          *book;     /* (owned) */
  gboolean          show_sidebar_button;

  AdwWindowTitle   *title;
  GtkBox           *columns;
  GtkWidget        *first;    /* the tasks */
  VelCaptureLine   *line;
  VelTaskGroup     *groups[4];
  GtkWidget        *free;     /* shown on a day without tasks */
  AdwClamp         *second;   /* beside them */
  VelTodayAttention *attention;
};

/* In pixels. */
#define MAX_WIDTH 1160
#define SECOND_WIDTH 340

enum { PROP_0, PROP_SHOW_SIDEBAR_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

/* What is shown of the tasks, in this order, and how many of each at first. */
static const struct
{
  VelTaskSection section;
  const char    *title;
  guint          limit;
} parts[] = {
  { VEL_TASK_OVERDUE, N_("Overdue"), 20 },
  { VEL_TASK_TODAY, N_("Today"), 50 },
  { VEL_TASK_TOMORROW, N_("Tomorrow"), 10 },
  { VEL_TASK_DONE, N_("Done today"), 5 },
};

G_DEFINE_FINAL_TYPE (VelTodayPage, vel_today_page, VEL_TYPE_NARROW_BIN)

static void
show_day (VelTodayPage *self)
{
  g_autofree char *day = vel_date_format_full (vel_day_get (vel_day_get_default ()));

  adw_window_title_set_title (self->title, day);
}

/* What was tomorrow is today. */
static void
day_changed_cb (VelTodayPage *self)
{
  show_day (self);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(VelQuery) query = vel_task_query_section (parts[i].section);

      vel_task_group_set_query (self->groups[i], query);
      vel_query_model_reload (vel_task_group_get_model (self->groups[i]));
    }
  vel_today_attention_reload (self->attention);
}

/* Nothing overdue and nothing for today is worth saying, once it is known. */
static void
refresh_free (VelTodayPage *self)
{
  gboolean is_free = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      VelQueryModel *model = vel_task_group_get_model (self->groups[i]);

      is_free = is_free && !vel_query_model_is_loading (model) && vel_query_model_get_total (model) == 0;
    }
  gtk_widget_set_visible (self->free, is_free);
}

static void
narrow_changed_cb (VelTodayPage *self)
{
  const gboolean narrow = vel_narrow_bin_is_narrow (VEL_NARROW_BIN (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_clamp_set_maximum_size (self->second, narrow ? MAX_WIDTH : SECOND_WIDTH);
}

static GtkWidget *
make_free (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (_("Nothing is due today."));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (icon, "success");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "vel-free");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_groups (VelTodayPage *self,
            GtkBox       *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(VelQuery) query = vel_task_query_section (parts[i].section);
      GtkWidget *group = vel_task_group_new (self->book, _(parts[i].title), query, parts[i].limit);

      self->groups[i] = VEL_TASK_GROUP (group);
      gtk_box_append (box, group);
      if (i == 1)
        {
          self->free = make_free ();
          gtk_widget_set_visible (self->free, FALSE);
          gtk_box_append (box, self->free);
        }
    }
  for (guint i = 0; i < 2; i++)
    {
      VelQueryModel *model = vel_task_group_get_model (self->groups[i]);

      g_signal_connect_object (model, "notify::total", G_CALLBACK (refresh_free), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (model, "notify::loading", G_CALLBACK (refresh_free), self, G_CONNECT_SWAPPED);
    }
}

static GtkWidget *
make_header (VelTodayPage *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *sidebar = gtk_button_new_from_icon_name ("sidebar-show-symbolic");
  GtkWidget *add = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("New task"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (sidebar), "win.toggle-sidebar");
  gtk_widget_set_tooltip_text (sidebar, _("Sidebar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sidebar"), -1);
  g_object_bind_property (self, "show-sidebar-button", sidebar, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "show-sidebar-button", header, "show-start-title-buttons", G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), sidebar);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  g_object_bind_property (self, "narrow", label, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (add), content);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (add), "win.new-task((int64 0, int64 0))");
  gtk_widget_set_tooltip_text (add, _("New task (Ctrl+T)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New task"), -1);
  gtk_widget_add_css_class (add, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), add);

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (NULL, NULL));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  return header;
}

static void
build (VelTodayPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->columns = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24));
  self->first = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_hexpand (self->first, TRUE);
  self->line = VEL_CAPTURE_LINE (vel_capture_line_new ());
  vel_capture_line_set_book (self->line, self->book);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "card");
  gtk_widget_set_visible (GTK_WIDGET (self->line), !vel_book_is_read_only (self->book));
  gtk_box_append (GTK_BOX (self->first), GTK_WIDGET (self->line));
  add_groups (self, GTK_BOX (self->first));
  self->attention = VEL_TODAY_ATTENTION (vel_today_attention_new (self->book));
  gtk_box_append (self->columns, self->first);
  self->second = ADW_CLAMP (adw_clamp_new ());
  adw_clamp_set_child (self->second, GTK_WIDGET (self->attention));
  adw_clamp_set_tightening_threshold (self->second, SECOND_WIDTH);
  gtk_widget_set_hexpand (GTK_WIDGET (self->second), FALSE);
  gtk_box_append (self->columns, GTK_WIDGET (self->second));
  gtk_widget_add_css_class (GTK_WIDGET (self->columns), "vel-today");

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->columns));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (content), make_header (self));
  gtk_box_append (GTK_BOX (content), scrolled);
  adw_bin_set_child (ADW_BIN (self), content);
}

static void
vel_today_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&VEL_TODAY_PAGE (object)->book);

  G_OBJECT_CLASS (vel_today_page_parent_class)->dispose (object);
}

static gboolean
vel_today_page_grab_focus (GtkWidget *widget)
{
  VelTodayPage *self = VEL_TODAY_PAGE (widget);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->line)))
    return gtk_widget_child_focus (self->first, GTK_DIR_TAB_FORWARD);
  vel_capture_line_grab (self->line);
  return TRUE;
}

static void
vel_today_page_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VelTodayPage *self = VEL_TODAY_PAGE (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->show_sidebar_button);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_today_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VelTodayPage *self = VEL_TODAY_PAGE (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR_BUTTON:
      if (self->show_sidebar_button == g_value_get_boolean (value))
        return;
      self->show_sidebar_button = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_today_page_class_init (VelTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_today_page_dispose;
  object_class->get_property = vel_today_page_get_property;
  object_class->set_property = vel_today_page_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = vel_today_page_grab_focus;

  properties[PROP_SHOW_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_today_page_init (VelTodayPage *self)
{
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
}

/**
 * vel_today_page_new:
 * @book: a book
 *
 * Returns: (transfer floating): what is to be done in it today
 */
GtkWidget *
vel_today_page_new (VelBook *book)
{
  VelTodayPage *self = g_object_new (VEL_TYPE_TODAY_PAGE, NULL);

  self->book = g_object_ref (book);
  build (self);
  show_day (self);
  narrow_changed_cb (self);
  g_signal_connect_object (vel_day_get_default (), "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
