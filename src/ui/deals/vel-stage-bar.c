/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-stage-bar.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-deal-moves.h"
#include "vel-deal-way.h"
#include "vel-doing.h"
#include "vel-lost-reasons.h"
#include "vel-popover.h"
#include "vel-stage.h"
#include "vel-wrap-layout.h"

/**
 * VelStageBar:
 *
 * The stages of the pipeline of a deal in their order, Won and Lost at the end.
 * It tells those that were passed from those that were skipped and the one it
 * is in; a click moves the deal there.
 */
struct _VelStageBar
{
  GtkWidget      parent_instance;

  VelBook       *book;       /* (owned) */
  VelRecord     *deal;       /* (owned) */
  VelQueryModel *stages;     /* (owned) (nullable): of the pipeline */
  gint64         pipeline;   /* whose stages these are */
  GListModel    *passages;   /* (owned) */
  GArray        *shown;      /* (owned) (element-type gint64): the stages that have buttons, in order */
  GtkWidget     *won;
  GtkWidget     *lost;
  GtkWidget     *reasons;    /* (nullable): asks why it is lost */
};

G_DEFINE_FINAL_TYPE (VelStageBar, vel_stage_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *style;
  const char *icon;   /* (nullable) */
  const char *state;  /* how it is told to who cannot see it; %s is the stage */
} marks[] = {
  [VEL_WAY_AHEAD] = { "ahead", NULL, N_("%s, still ahead") },
  [VEL_WAY_PASSED] = { "passed", "object-select-symbolic", N_("%s, passed") },
  [VEL_WAY_SKIPPED] = { "skipped", "media-skip-forward-symbolic", N_("%s, skipped") },
  [VEL_WAY_HERE] = { "here", NULL, N_("%s, the deal is here") },
};

static gboolean
has_status (VelStageBar *self,
            const char  *status)
{
  return g_strcmp0 (vel_record_get_text (self->deal, "status"), status) == 0;
}

/* A row that nobody keeps takes its record with it. */
static VelRecord *
dup_stage (VelStageBar *self,
           guint        position)
{
  g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->stages), position);
  VelRecord *stage = row != NULL ? vel_row_get_record (row) : NULL;

  return stage != NULL ? g_object_ref (stage) : NULL;
}

static void
stage_clicked_cb (VelStageBar *self,
                  GtkWidget   *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "vel-stage");
  const gboolean is_here = vel_record_get_integer (self->deal, "stage") == *id;
  g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity, *id, NULL);
  g_autoptr(VelChange) change = NULL;

  if (stage == NULL || (is_here && has_status (self, "open")))
    return;
  change = is_here ? vel_deal_open_again (self->deal) : vel_deal_move_to (self->deal, stage, 0);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
won_cb (VelStageBar *self)
{
  g_autoptr(VelChange) change = NULL;

  if (has_status (self, "won"))
    return;
  change = vel_deal_win (self->deal);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
reason_chosen_cb (VelStageBar *self,
                  gint64       reason)
{
  GtkWidget *reasons = g_steal_pointer (&self->reasons);
  g_autoptr(VelChange) change = vel_deal_lose (self->deal, reason);

  /* Skipped by somebody who only wanted to see the reason, it stays what it was. */
  if (reason != 0 || !has_status (self, "lost"))
    vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
  vel_popover_discard (GTK_POPOVER (reasons));
}

static void
lost_cb (VelStageBar *self)
{
  graphene_rect_t bounds;

  if (self->reasons != NULL)
    return;
  self->reasons = vel_lost_reasons_new (self->book);
  gtk_widget_set_parent (self->reasons, GTK_WIDGET (self));
  if (gtk_widget_compute_bounds (self->lost, GTK_WIDGET (self), &bounds))
    {
      const GdkRectangle place = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->reasons), &place);
    }
  g_signal_connect_object (self->reasons, "chosen", G_CALLBACK (reason_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->reasons));
}

static GtkWidget *
make_button (VelStageBar *self,
             const char  *style,
             GCallback    clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "vel-stage");
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill_button (GtkWidget  *button,
             const char *text,
             const char *icon,
             const char *name,
             const char *tip)
{
  GtkWidget *image = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_visible (image, icon != NULL);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (image)), text);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
say_state (VelWayMark  mark,
           const char *text)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(marks[mark].state), text);
#pragma GCC diagnostic pop
}

static void
refresh_stage (VelStageBar *self,
               GtkWidget   *button,
               VelRecord   *stage,
               gboolean     before)
{
  const VelWayMark mark = vel_deal_way_mark (self->deal, self->passages, vel_record_get_id (stage), before);
  const gint64 seconds = vel_deal_way_seconds (self->passages, vel_record_get_id (stage));
  const char *text = vel_record_get_text (stage, "name");
  g_autofree char *time = seconds > 0 ? vel_deal_way_say_time (seconds) : NULL;
  g_autofree char *name = say_state (mark, text);
  g_autofree char *tip = time != NULL ? g_strdup_printf ("%s · %s", name, time) : g_strdup (name);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (button, marks[i].style);
  gtk_widget_add_css_class (button, marks[mark].style);
  fill_button (button, text, marks[mark].icon, name, tip);
}

static void
refresh_end (GtkWidget  *button,
             const char *text,
             const char *icon,
             gboolean    is_here)
{
  g_autofree char *name = is_here ? say_state (VEL_WAY_HERE, text) : g_strdup (text);

  if (is_here)
    gtk_widget_add_css_class (button, "here");
  else
    gtk_widget_remove_css_class (button, "here");
  fill_button (button, text, icon, name, name);
}

static gboolean
shows (VelStageBar *self,
       GArray      *ids)
{
  return ids->len == self->shown->len &&
         (ids->len == 0 || memcmp (ids->data, self->shown->data, ids->len * sizeof (gint64)) == 0);
}

static void
make_buttons (VelStageBar *self,
              GArray      *ids)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->won)
    gtk_widget_unparent (child);
  for (guint i = 0; i < ids->len; i++)
    {
      GtkWidget *button = make_button (self, NULL, G_CALLBACK (stage_clicked_cb));

      g_object_set_data_full (G_OBJECT (button), "vel-stage",
                              g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)), g_free);
      gtk_widget_insert_before (button, GTK_WIDGET (self), self->won);
    }
  g_array_set_size (self->shown, 0);
  g_array_append_vals (self->shown, ids->data, ids->len);
}

static void
refresh (VelStageBar *self)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stages));
  GtkWidget *button;
  gboolean before = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const gint64 id = vel_query_model_get_id (self->stages, i);

      g_array_append_val (ids, id);
    }
  if (!shows (self, ids))
    make_buttons (self, ids);
  button = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(VelRecord) stage = dup_stage (self, i);

      if (stage != NULL && vel_record_get_id (stage) == vel_record_get_integer (self->deal, "stage"))
        before = FALSE;
      if (stage != NULL)
        refresh_stage (self, button, stage, before);
      button = gtk_widget_get_next_sibling (button);
    }
  refresh_end (self->won, _("Won"), "object-select-symbolic", has_status (self, "won"));
  refresh_end (self->lost, _("Lost"), "window-close-symbolic", has_status (self, "lost"));
  if (has_status (self, "open"))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "closed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "closed");
}

/* The stages of the pipeline that the deal is in; it may go to another. */
static void
follow_pipeline (VelStageBar *self)
{
  const gint64 pipeline = vel_record_get_integer (self->deal, "pipeline");

  if (self->stages == NULL || self->pipeline != pipeline)
    {
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, pipeline);
      const char * const values[] = { id, NULL };
      g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "pipeline", values);
      g_autoptr(VelQuery) query = vel_query_new (&vel_stage_entity, filter, NULL, "position", FALSE);

      self->pipeline = pipeline;
      if (self->stages != NULL)
        {
          vel_query_model_set_query (self->stages, query);
        }
      else
        {
          self->stages = vel_query_model_new (self->book, query);
          g_signal_connect_object (self->stages, "shown", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
        }
    }
  refresh (self);
}

static void
book_changed_cb (VelStageBar *self,
                 VelDelta    *delta)
{
  if (vel_delta_has_entity (delta, &vel_stage_entity))
    refresh (self);
}

static void
vel_stage_bar_dispose (GObject *object)
{
  VelStageBar *self = VEL_STAGE_BAR (object);
  GtkWidget *child;

  self->reasons = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->won = NULL;
  self->lost = NULL;
  g_clear_object (&self->stages);
  g_clear_object (&self->passages);
  g_clear_object (&self->deal);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_stage_bar_parent_class)->dispose (object);
}

static void
vel_stage_bar_finalize (GObject *object)
{
  g_clear_pointer (&VEL_STAGE_BAR (object)->shown, g_array_unref);

  G_OBJECT_CLASS (vel_stage_bar_parent_class)->finalize (object);
}

static void
vel_stage_bar_class_init (VelStageBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_stage_bar_dispose;
  object_class->finalize = vel_stage_bar_finalize;
  gtk_widget_class_set_css_name (widget_class, "vel-stage-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vel_stage_bar_init (VelStageBar *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), vel_wrap_layout_new (3, 3));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stage"), -1);
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->won = make_button (self, "won", G_CALLBACK (won_cb));
  gtk_widget_set_parent (self->won, GTK_WIDGET (self));
  self->lost = make_button (self, "lost", G_CALLBACK (lost_cb));
  gtk_widget_set_parent (self->lost, GTK_WIDGET (self));
}

/**
 * vel_stage_bar_new:
 * @book: a book
 * @deal: a deal of it
 * @passages: its passages, see vel_deal_way_passages()
 *
 * Returns: (transfer full): the stages on the way of @deal
 */
GtkWidget *
vel_stage_bar_new (VelBook    *book,
                   VelRecord  *deal,
                   GListModel *passages)
{
  VelStageBar *self = g_object_new (VEL_TYPE_STAGE_BAR, NULL);

  self->book = g_object_ref (book);
  self->deal = g_object_ref (deal);
  self->passages = g_object_ref (passages);
  g_signal_connect_object (deal, "notify::stage", G_CALLBACK (follow_pipeline), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (deal, "notify::pipeline", G_CALLBACK (follow_pipeline), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (deal, "notify::status", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (passages, "shown", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  follow_pipeline (self);
  return GTK_WIDGET (self);
}
