/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-story.h"

#include <glib/gi18n.h>

#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-error-text.h"
#include "vel-headed-list.h"
#include "vel-interaction.h"
#include "vel-query-model.h"
#include "vel-story-row.h"

/**
 * VelStory:
 *
 * Everything said and done with a customer or about a deal, the newest first,
 * below the composer. The list takes a few rows at first, since every one it is given
 * costs time, and more as one reads on.
 */
struct _VelStory
{
  AdwBin             parent_instance;

  VelBook           *book;      /* (owned) */
  VelRecord         *about;     /* (owned) (nullable): the customer or deal of whom it tells */
  VelQueryModel     *model;     /* (owned) (nullable) */
  GPtrArray         *bubbles;   /* (owned) (element-type VelStoryRow): those that show something, not owned */
  int                today;     /* the day of the year that "today" was last said of */
  guint              clock;     /* the source that looks whether it is over */
  guint              limit;

  GtkBox            *header;
  GtkWidget         *top;       /* (nullable): what stands above the composer */
  VelComposer       *composer;
  GtkWidget         *title;
  GtkLabel          *empty;
  GtkListView       *list;
  VelHeadedList     *page;
  GtkScrolledWindow *scroller;
};

enum { PROP_0, PROP_COUNT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelStory, vel_story, ADW_TYPE_BIN)

/* How many rows at first, and how many more at a time. */
#define FIRST_ROWS 20
#define MORE_ROWS 60

#define CLOCK_S 60

static gboolean
is_of_deal (VelStory *self)
{
  return self->about != NULL && vel_record_get_entity (self->about) == &vel_deal_entity;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          VelStory                 *self)
{
  GtkWidget *bubble = vel_story_row_new (self->book);

  gtk_list_item_set_child (item, bubble);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         VelStory                 *self)
{
  GtkWidget *bubble = gtk_list_item_get_child (item);

  vel_story_row_set_row (VEL_STORY_ROW (bubble), gtk_list_item_get_item (item), G_LIST_MODEL (self->model),
                         !is_of_deal (self));
  g_ptr_array_add (self->bubbles, bubble);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           VelStory                 *self)
{
  GtkWidget *bubble = gtk_list_item_get_child (item);

  g_ptr_array_remove_fast (self->bubbles, bubble);
  vel_story_row_set_row (VEL_STORY_ROW (bubble), NULL, NULL, FALSE);
}

static void
refresh_bubbles (VelStory *self)
{
  for (guint i = 0; i < self->bubbles->len; i++)
    vel_story_row_refresh (g_ptr_array_index (self->bubbles, i));
}

static int
get_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_day_of_year (now);
}

/* After midnight what is called today was yesterday. */
static gboolean
clock_cb (gpointer data)
{
  VelStory *self = data;
  const int today = get_today ();

  if (today != self->today)
    {
      self->today = today;
      refresh_bubbles (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (VelStory *self,
            VelDelta *delta)
{
  /* What a bubble says may depend on the one above it. */
  if (vel_delta_has_entity (delta, &vel_interaction_entity))
    refresh_bubbles (self);
}

static void
refresh_empty (VelStory *self)
{
  const GError *error = self->model != NULL ? vel_query_model_get_error (self->model) : NULL;
  const gboolean is_empty = self->model != NULL && !vel_query_model_is_loading (self->model) &&
                            vel_query_model_get_total (self->model) == 0;

  if (error != NULL)
    {
      g_autofree char *text = vel_error_text (error);

      gtk_label_set_label (self->empty, text);
    }
  else
    {
      gtk_label_set_label (self->empty,
                           is_of_deal (self)
                             ? _("Nothing has been written down yet. What is said about this deal goes above, "
                                 "and stands here and with the customer from then on.")
                             : _("Nothing has been written down yet. What you say with them goes above, "
                                 "and stands here from then on."));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->empty), error != NULL || is_empty);
  gtk_widget_set_visible (self->title, error == NULL && !is_empty);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
scrolled_cb (VelStory      *self,
             GtkAdjustment *adjustment)
{
  const double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) -
                      gtk_adjustment_get_page_size (adjustment);

  if (self->model != NULL && self->limit < vel_query_model_get_total (self->model) &&
      left < 2 * gtk_adjustment_get_page_size (adjustment))
    {
      self->limit += MORE_ROWS;
      vel_query_model_set_limit (self->model, self->limit);
    }
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelStory *self = VEL_STORY (widget);
  g_autoptr(VelRecord) interaction = vel_book_get_record (self->book, &vel_interaction_entity,
                                                          g_variant_get_int64 (parameter), NULL);

  if (interaction == NULL)
    return;
  vel_headed_list_to_top (self->page);
  vel_composer_edit (self->composer, interaction);
}

static void
delete (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VelStory *self = VEL_STORY (widget);
  const char *name = vel_record_get_text (self->about, is_of_deal (self) ? "customer_name" : "name");
  g_autoptr(VelChange) change = vel_change_new (N_("Delete interaction with %s"), name != NULL ? name : "", NULL);

  vel_change_delete (change, &vel_interaction_entity, g_variant_get_int64 (parameter));
  vel_doing_commit (widget, self->book, change, TRUE);
}

static void
vel_story_dispose (GObject *object)
{
  VelStory *self = VEL_STORY (object);

  g_clear_handle_id (&self->clock, g_source_remove);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->about);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_story_parent_class)->dispose (object);
}

static void
vel_story_finalize (GObject *object)
{
  VelStory *self = VEL_STORY (object);

  g_clear_pointer (&self->bubbles, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_story_parent_class)->finalize (object);
}

static void
vel_story_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_COUNT:
      g_value_set_uint (value, vel_story_get_count (VEL_STORY (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_story_class_init (VelStoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_story_dispose;
  object_class->finalize = vel_story_finalize;
  object_class->get_property = vel_story_get_property;

  properties[PROP_COUNT] =
    g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "story.edit", "x", edit);
  gtk_widget_class_install_action (widget_class, "story.delete", "x", delete);
}

static void
build (VelStory *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->header = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->composer = VEL_COMPOSER (vel_composer_new (self->book));
  gtk_box_append (self->header, GTK_WIDGET (self->composer));
  self->title = gtk_label_new (_("Interactions"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_widget_add_css_class (self->title, "vel-story-title");
  gtk_box_append (self->header, self->title);
  self->empty = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_label_set_justify (self->empty, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (self->empty, 40);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "vel-story-empty");
  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  gtk_box_append (self->header, GTK_WIDGET (self->empty));
  gtk_widget_add_css_class (GTK_WIDGET (self->header), "vel-story-head");

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, g_steal_pointer (&factory)));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "vel-story");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Interactions"), -1);

  self->page = VEL_HEADED_LIST (vel_headed_list_new (GTK_WIDGET (self->header), self->list));
  vel_headed_list_keep_whole (self->page, GTK_WIDGET (self->composer));
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->page));
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}

static void
vel_story_init (VelStory *self)
{
  self->bubbles = g_ptr_array_new ();
  self->today = get_today ();
  self->clock = g_timeout_add_seconds (CLOCK_S, clock_cb, self);
}

/**
 * vel_story_new:
 * @book: a book
 *
 * Returns: (transfer full): the story of nobody
 */
GtkWidget *
vel_story_new (VelBook *book)
{
  VelStory *self = g_object_new (VEL_TYPE_STORY, NULL);

  self->book = g_object_ref (book);
  build (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static VelQueryModel *
make_model (VelStory *self)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, vel_record_get_id (self->about));
  const char * const values[] = { id, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, is_of_deal (self) ? "deal" : "customer", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_interaction_entity, filter, NULL, "at", TRUE);

  return vel_query_model_new (self->book, query);
}

/**
 * vel_story_set_about:
 * @self: a story
 * @about: (nullable): the customer or the deal whose story it tells from now on
 * @people: (nullable): the affiliations of the customer, as rows of the book
 */
void
vel_story_set_about (VelStory   *self,
                     VelRecord  *about,
                     GListModel *people)
{
  g_return_if_fail (VEL_IS_STORY (self));

  vel_composer_set_about (self->composer, about, people);
  if (!g_set_object (&self->about, about))
    return;
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->model);
  if (about != NULL)
    {
      GtkNoSelection *selection;

      self->model = make_model (self);
      self->limit = FIRST_ROWS;
      vel_query_model_set_limit (self->model, self->limit);
      g_signal_connect_object (self->model, "notify", G_CALLBACK (refresh_empty), self, G_CONNECT_SWAPPED);
      selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
      gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
      g_object_unref (selection);
    }
  vel_headed_list_to_top (self->page);
  refresh_empty (self);
}

/**
 * vel_story_set_top:
 * @self: a story
 * @top: (nullable): what stands above the composer
 */
void
vel_story_set_top (VelStory  *self,
                   GtkWidget *top)
{
  g_return_if_fail (VEL_IS_STORY (self));

  if (self->top == top)
    return;
  if (self->top != NULL)
    gtk_box_remove (self->header, self->top);
  self->top = top;
  if (top != NULL)
    gtk_box_prepend (self->header, top);
}

/**
 * vel_story_get_count:
 * @self: a story
 *
 * Returns: how many interactions there are
 */
guint
vel_story_get_count (VelStory *self)
{
  g_return_val_if_fail (VEL_IS_STORY (self), 0);

  return self->model != NULL ? vel_query_model_get_total (self->model) : 0;
}

/**
 * vel_story_get_composer:
 * @self: a story
 *
 * Returns: (transfer none): its composer
 */
VelComposer *
vel_story_get_composer (VelStory *self)
{
  g_return_val_if_fail (VEL_IS_STORY (self), NULL);

  return self->composer;
}

/**
 * vel_story_show_composer:
 * @self: a story, with the caret in its composer
 *
 * Scrolls to where the composer is seen whole.
 */
void
vel_story_show_composer (VelStory *self)
{
  g_return_if_fail (VEL_IS_STORY (self));

  vel_headed_list_show_focus (self->page);
}
