/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deals-page.h"

#include <glib/gi18n.h>

#include "vel-board.h"
#include "vel-deal.h"
#include "vel-deals-look.h"
#include "vel-doing.h"
#include "vel-entity-fields.h"
#include "vel-error-text.h"
#include "vel-filter-bar.h"
#include "vel-new-pipeline.h"
#include "vel-pipeline-editor.h"
#include "vel-pipeline.h"
#include "vel-query-model.h"
#include "vel-totals-words.h"

/**
 * VelDealsPage:
 *
 * The place "Deals": the board of a pipeline, which of them it is, what is
 * searched for, and the figures of all that is shown.
 */
struct _VelDealsPage
{
  VelNarrowBin    parent_instance;

  VelBook        *book;                 /* (owned) (nullable) */
  VelEntityFields *fields;              /* (owned) (nullable) */
  VelQueryModel  *pipelines;            /* (owned) (nullable) */
  gint64          pipeline;
  GSettings      *settings;             /* (owned) */
  gboolean        show_sidebar_button;

  GtkMenuButton  *pipeline_button;
  GtkToggleButton *search_button;
  GtkSearchBar   *search_bar;
  GtkEditable    *search_entry;
  GtkLabel       *summary;
  VelBoard       *board;
  VelFilterBar   *filter_bar;
  GtkOrientable  *bar;
  GtkBox         *views;
};

enum { PROP_0, PROP_SHOW_SIDEBAR_BUTTON, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelDealsPage, vel_deals_page, VEL_TYPE_NARROW_BIN)

/* "20 open deals · total ₺932.350 · weighted ₺462.447": each currency by itself. */
static void
figures_changed_cb (VelDealsPage *self)
{
  g_autoptr(VelTotals) totals = vel_board_dup_totals (self->board);
  g_autofree char *sums = NULL;
  g_autofree char *open = NULL;
  g_autofree char *line = NULL;
  int n_deals;

  if (totals == NULL)
    return;
  n_deals = (int) MIN (vel_totals_get_count (totals), G_MAXINT);
  open = g_strdup_printf (ngettext ("%d open deal", "%d open deals", n_deals), n_deals);
  sums = vel_totals_words_say (totals);
  line = g_strdup_printf ("%s  ·  %s", open, sums);
  gtk_label_set_text (self->summary, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), line);
}

static void
show_pipeline (VelDealsPage *self,
               VelRecord    *pipeline)
{
  self->pipeline = vel_record_get_id (pipeline);
  g_settings_set_int64 (self->settings, "pipeline", self->pipeline);
  gtk_menu_button_set_label (self->pipeline_button, vel_record_get_text (pipeline, "name"));
  vel_board_set_pipeline (self->board, self->pipeline);
}

static void
choose_pipeline (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  VelDealsPage *self = VEL_DEALS_PAGE (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelRecord) pipeline = vel_book_get_record (self->book, &vel_pipeline_entity,
                                                       g_variant_get_int64 (parameter), &error);

  if (pipeline == NULL)
    vel_doing_tell_failed (widget, _("This pipeline cannot be shown"), error);
  else
    show_pipeline (self, pipeline);
}

static void
edit_pipeline (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  VelDealsPage *self = VEL_DEALS_PAGE (widget);

  if (self->pipeline != 0)
    vel_pipeline_editor_present (widget, self->book, self->pipeline);
}

static void
pipeline_created_cb (VelDealsPage *self,
                     gint64        id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "deals.pipeline", "x", id);
}

static void
new_pipeline (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  VelDealsPage *self = VEL_DEALS_PAGE (widget);

  g_signal_connect_object (vel_new_pipeline_present (widget, self->book), "created",
                           G_CALLBACK (pipeline_created_cb), self, G_CONNECT_SWAPPED);
}

/* The menu names the pipelines that are in use; one that is gone is not shown any longer. */
static void
pipelines_shown_cb (VelDealsPage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) pipelines = g_menu_new ();
  g_autoptr(GMenu) settle = g_menu_new ();
  g_autoptr(GMenu) views = g_menu_new ();
  const guint n_pipelines = g_list_model_get_n_items (G_LIST_MODEL (self->pipelines));
  guint position = 0;
  const gint64 wanted = self->pipeline != 0 ? self->pipeline : g_settings_get_int64 (self->settings, "pipeline");
  g_autoptr(VelRow) shown = NULL;

  for (guint i = 0; i < n_pipelines; i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->pipelines), i);
      VelRecord *pipeline = vel_row_get_record (row);
      g_autoptr(GMenuItem) item = NULL;

      if (pipeline == NULL)
        continue;
      item = g_menu_item_new (vel_record_get_text (pipeline, "name"), NULL);
      g_menu_item_set_action_and_target (item, "deals.pipeline", "x", vel_record_get_id (pipeline));
      g_menu_append_item (pipelines, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pipelines));
  for (const VelRecordsView *view = vel_deals_look.views; view->action != NULL; view++)
    g_menu_append (views, _(view->menu_label), view->action);
  g_menu_append (settle, _("Edit this pipeline…"), "deals.edit-pipeline");
  g_menu_append (settle, _("New pipeline…"), "deals.new-pipeline");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (settle));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (views));
  gtk_menu_button_set_menu_model (self->pipeline_button, G_MENU_MODEL (menu));
  if (n_pipelines == 0)
    return;
  if (!vel_query_model_find (self->pipelines, wanted, &position))
    position = 0;
  shown = g_list_model_get_item (G_LIST_MODEL (self->pipelines), position);
  if (vel_row_get_record (shown) != NULL)
    show_pipeline (self, vel_row_get_record (shown));
}

static void
start_search (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  vel_deals_page_start_search (VEL_DEALS_PAGE (widget));
}

static gboolean
vel_deals_page_grab_focus (GtkWidget *widget)
{
  vel_board_focus_deal (VEL_DEALS_PAGE (widget)->board, 0);
  return TRUE;
}

/* In a narrow window the figures stand below the filters. */
static void
narrow_changed_cb (VelDealsPage *self)
{
  const gboolean narrow = vel_narrow_bin_is_narrow (VEL_NARROW_BIN (self));

  gtk_orientable_set_orientation (self->bar, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_xalign (self->summary, narrow ? 0 : 1);
  vel_board_set_narrow (self->board, narrow);
}

static void
filter_changed_cb (VelDealsPage *self)
{
  g_autoptr(VelFilter) filter = vel_filter_bar_dup_filter (self->filter_bar);

  vel_board_set_filter (self->board, filter->children->len > 0 ? filter : NULL);
}

static void
search_changed_cb (VelDealsPage *self)
{
  vel_board_set_search (self->board, gtk_editable_get_text (self->search_entry));
}

static void
vel_deals_page_dispose (GObject *object)
{
  VelDealsPage *self = VEL_DEALS_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_DEALS_PAGE);
  g_clear_object (&self->pipelines);
  g_clear_object (&self->fields);
  g_clear_object (&self->book);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vel_deals_page_parent_class)->dispose (object);
}

static void
vel_deals_page_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  VelDealsPage *self = VEL_DEALS_PAGE (object);

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
vel_deals_page_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  VelDealsPage *self = VEL_DEALS_PAGE (object);

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
vel_deals_page_class_init (VelDealsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_deals_page_dispose;
  object_class->get_property = vel_deals_page_get_property;
  object_class->set_property = vel_deals_page_set_property;
  widget_class->grab_focus = vel_deals_page_grab_focus;

  properties[PROP_SHOW_SIDEBAR_BUTTON] =
    g_param_spec_boolean ("show-sidebar-button", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VEL_TYPE_BOARD);
  g_type_ensure (VEL_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-deals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, pipeline_button);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, board);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, VelDealsPage, views);
  gtk_widget_class_bind_template_callback (widget_class, figures_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "deals.pipeline", "x", choose_pipeline);
  gtk_widget_class_install_action (widget_class, "deals.edit-pipeline", NULL, edit_pipeline);
  gtk_widget_class_install_action (widget_class, "deals.new-pipeline", NULL, new_pipeline);
  gtk_widget_class_install_action (widget_class, "deals.search", NULL, start_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "deals.search", NULL);
}

static void
vel_deals_page_init (VelDealsPage *self)
{
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);

  self->settings = g_settings_get_child (settings, vel_deals_look.settings);
  vel_records_look_insert_actions (&vel_deals_look, GTK_WIDGET (self));
  gtk_widget_init_template (GTK_WIDGET (self));
  vel_records_look_add_views (&vel_deals_look, self->views);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(vel_deals_look.views_label), -1);
  /* A filter of the board is not kept with a name. */
  gtk_widget_set_visible (vel_filter_bar_get_save (self->filter_bar), FALSE);
  gtk_widget_set_visible (vel_filter_bar_get_update (self->filter_bar), FALSE);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (narrow_changed_cb), NULL);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
}

/**
 * vel_deals_page_set_book:
 * @self: a page that has no book yet
 * @book: an open book
 */
void
vel_deals_page_set_book (VelDealsPage *self,
                         VelBook      *book)
{
  g_autoptr(VelFilter) in_use = NULL;
  g_autoptr(VelQuery) query = NULL;
  const char * const archived[] = { "1", NULL };

  g_return_if_fail (VEL_IS_DEALS_PAGE (self));
  g_return_if_fail (self->book == NULL);

  self->book = g_object_ref (book);
  vel_board_set_book (self->board, book);
  self->fields = vel_entity_fields_new (book, &vel_deal_entity);
  vel_filter_bar_set_fields (self->filter_bar, book, self->fields);
  in_use = vel_filter_new (VEL_FILTER_IS_NOT, "archived", archived);
  query = vel_query_new (&vel_pipeline_entity, in_use, NULL, "position", FALSE);
  self->pipelines = vel_query_model_new (book, query);
  g_signal_connect_object (self->pipelines, "shown", G_CALLBACK (pipelines_shown_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_deals_page_start_search:
 * @self: a page
 *
 * Shows where to type what is searched for, and puts the focus there.
 */
void
vel_deals_page_start_search (VelDealsPage *self)
{
  g_return_if_fail (VEL_IS_DEALS_PAGE (self));

  gtk_toggle_button_set_active (self->search_button, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * vel_deals_page_focus_deal:
 * @self: a page
 * @id: a deal, or 0 for the first
 */
void
vel_deals_page_focus_deal (VelDealsPage *self,
                           gint64        id)
{
  g_return_if_fail (VEL_IS_DEALS_PAGE (self));

  vel_board_focus_deal (self->board, id);
}

/**
 * vel_deals_page_get_around:
 * @self: a page
 * @id: a deal
 *
 * Returns: (transfer none) (nullable): the list that the deal stands in on the page
 */
GListModel *
vel_deals_page_get_around (VelDealsPage *self,
                           gint64        id)
{
  g_return_val_if_fail (VEL_IS_DEALS_PAGE (self), NULL);

  return vel_board_get_around (self->board, id);
}
