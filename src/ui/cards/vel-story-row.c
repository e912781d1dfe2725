/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-story-row.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-date-format.h"
#include "vel-deal.h"
#include "vel-draft.h"
#include "vel-interaction.h"
#include "vel-wrap-layout.h"

/**
 * VelStoryRow:
 *
 * An interaction in the story of a customer or a deal, as a bubble; above it the
 * month, where it is another than that of the bubble before. Where it is about a
 * deal and that is not plain, the deal is named, and a click goes there. What is done with it is
 * done by the actions "story.edit" and "story.delete" above it.
 */
struct _VelStoryRow
{
  GtkWidget      parent_instance;

  VelBook       *book;            /* (owned) */
  GListModel    *model;           /* (owned) (nullable) */
  gboolean       names_deal;      /* whether it says which deal it is about */
  GSignalGroup  *row_signals;     /* (owned): of the #VelRow */
  GSignalGroup  *record_signals;  /* (owned): of its record */
  GSignalGroup  *deal_signals;    /* (owned): of the deal that is named */

  GtkLabel      *month;
  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *time;
  GtkMenuButton *button;
  GtkLabel      *text;
  GtkWidget     *chips;
  GtkLabel      *reason;
  GtkLabel      *outcome;
  GtkLabel      *with_whom;
  GtkWidget     *deal;
  GtkLabel      *deal_title;
};

G_DEFINE_FINAL_TYPE (VelStoryRow, vel_story_row, GTK_TYPE_WIDGET)

static VelRow *
get_row (VelStoryRow *self)
{
  g_autoptr(VelRow) row = g_signal_group_dup_target (self->row_signals);

  return row;
}

static VelRecord *
get_record (VelStoryRow *self)
{
  VelRow *row = get_row (self);

  return row != NULL ? vel_row_get_record (row) : NULL;
}

/* "Call · outgoing · 6 min" */
static char *
say_title (VelRecord *record)
{
  g_autofree char *kind = vel_record_format (record, "kind");
  const char *direction = vel_record_get_text (record, "direction");
  const gint64 minutes = vel_record_get_integer (record, "minutes");
  g_autoptr(GString) title = g_string_new (kind);

  if (!vel_draft_kind_has_direction (vel_record_get_text (record, "kind")))
    direction = NULL;
  if (g_strcmp0 (direction, "in") == 0)
    g_string_append_printf (title, " · %s", C_("direction", "incoming"));
  else if (g_strcmp0 (direction, "out") == 0)
    g_string_append_printf (title, " · %s", C_("direction", "outgoing"));
  if (minutes > 0)
    {
      /* Translators: minutes, shortened */
      g_autofree char *said = g_strdup_printf (_("%d min"), (int) CLAMP (minutes, 0, G_MAXINT));

      g_string_append_printf (title, " · %s", said);
    }
  return g_strdup (title->str);
}

static gboolean
show_chip (GtkLabel   *label,
           const char *format,
           const char *text)
{
  g_autofree char *line = text != NULL ? g_strdup_printf ("%s: %s", format, text) : NULL;

  gtk_label_set_label (label, line != NULL ? line : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), line);
  gtk_widget_set_visible (GTK_WIDGET (label), line != NULL);
  return line != NULL;
}

static int
get_month (gint64 at)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (at);

  return time != NULL ? g_date_time_get_year (time) * 12 + g_date_time_get_month (time) : 0;
}

static void
show_month (VelStoryRow *self,
            VelRecord   *record)
{
  const guint position = vel_row_get_position (get_row (self));
  const gint64 at = vel_record_get_integer (record, "at");
  const int month = get_month (at);
  int before = get_month (g_get_real_time () / G_USEC_PER_SEC);

  if (position > 0)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (self->model, position - 1);
      VelRecord *above = row != NULL ? vel_row_get_record (row) : NULL;

      if (above != NULL)
        before = get_month (vel_record_get_integer (above, "at"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->month), month != before);
  if (month != before)
    {
      g_autofree char *said = vel_date_format_month (at);

      gtk_label_set_label (self->month, said);
    }
}

static void
show_outcome (VelStoryRow *self,
              const char  *outcome)
{
  static const char * const styles[] = { "vel-green", "vel-amber", "vel-red" };
  const char *style = outcome != NULL ? vel_card_words_outcome_style (outcome) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_strcmp0 (styles[i], style) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (self->outcome), styles[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->outcome), styles[i]);
}

static void
refresh_deal (VelStoryRow *self)
{
  g_autoptr(VelRecord) deal = g_signal_group_dup_target (self->deal_signals);
  const char *title = deal != NULL ? vel_record_get_text (deal, "title") : NULL;

  gtk_label_set_label (self->deal_title, title != NULL ? title : "");
  gtk_widget_set_visible (self->deal, title != NULL);
}

static gboolean
show_deal (VelStoryRow *self,
           gint64       id)
{
  g_autoptr(VelRecord) deal = NULL;

  if (self->names_deal && id != 0)
    deal = vel_book_get_record (self->book, &vel_deal_entity, id, NULL);
  g_signal_group_set_target (self->deal_signals, deal);
  refresh_deal (self);
  return deal != NULL;
}

static void
show_record (VelStoryRow *self,
             VelRecord   *record)
{
  const gint64 at = vel_record_get_integer (record, "at");
  const char *text = vel_record_get_text (record, "text");
  g_autofree char *title = say_title (record);
  g_autofree char *time = vel_date_format_relative (at, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *full = vel_date_time_format (at);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, full);
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean has_chips = FALSE;

  gtk_image_set_from_icon_name (self->icon, vel_card_words_icon (vel_record_get_text (record, "kind")));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->time, time);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), full);
  gtk_label_set_label (self->text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text), text != NULL);
  has_chips |= show_chip (self->reason, _("Why"), vel_record_get_text (record, "reason"));
  has_chips |= show_chip (self->outcome, _("Outcome"), vel_record_get_text (record, "outcome"));
  has_chips |= show_chip (self->with_whom, _("With whom"), vel_record_get_text (record, "with_whom"));
  has_chips |= show_deal (self, vel_record_get_integer (record, "deal"));
  show_outcome (self, vel_record_get_text (record, "outcome"));
  gtk_widget_set_visible (self->chips, has_chips);
  /* What has the focus is the item of the list, which would have no name of its own. */
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
record_changed_cb (VelStoryRow *self)
{
  g_signal_group_set_target (self->record_signals, get_record (self));
  vel_story_row_refresh (self);
}

static void
edit (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelRow *row = get_row (VEL_STORY_ROW (widget));

  if (row != NULL)
    gtk_widget_activate_action (gtk_widget_get_parent (widget), "story.edit", "x", vel_row_get_id (row));
}

static void
delete (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  VelRow *row = get_row (VEL_STORY_ROW (widget));

  if (row != NULL)
    gtk_widget_activate_action (gtk_widget_get_parent (widget), "story.delete", "x", vel_row_get_id (row));
}

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  VelRecord *record = get_record (VEL_STORY_ROW (widget));
  g_autofree char *title = NULL;
  g_autofree char *time = NULL;
  g_autofree char *all = NULL;
  const char *text;

  if (record == NULL)
    return;
  title = say_title (record);
  time = vel_date_time_format (vel_record_get_integer (record, "at"));
  text = vel_record_get_text (record, "text");
  all = g_strdup_printf ("%s, %s\n%s", title, time, text != NULL ? text : "");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), all);
}

static void
deal_clicked_cb (VelStoryRow *self)
{
  VelRecord *record = get_record (self);

  if (record != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "x", vel_record_get_integer (record, "deal"));
}

static void
vel_story_row_dispose (GObject *object)
{
  VelStoryRow *self = VEL_STORY_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->row_signals);
  g_clear_object (&self->record_signals);
  g_clear_object (&self->deal_signals);
  g_clear_object (&self->model);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_STORY_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_story_row_parent_class)->dispose (object);
}

static void
vel_story_row_class_init (VelStoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_story_row_dispose;

  g_type_ensure (VEL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/cards/vel-story-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, month);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, time);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, button);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, text);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, chips);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, reason);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, outcome);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, with_whom);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, deal);
  gtk_widget_class_bind_template_child (widget_class, VelStoryRow, deal_title);
  gtk_widget_class_bind_template_callback (widget_class, deal_clicked_cb);
  gtk_widget_class_install_action (widget_class, "interaction.edit", NULL, edit);
  gtk_widget_class_install_action (widget_class, "interaction.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "interaction.copy", NULL, copy);
  gtk_widget_class_set_css_name (widget_class, "vel-story-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vel_story_row_init (VelStoryRow *self)
{
  self->row_signals = g_signal_group_new (VEL_TYPE_ROW);
  g_signal_group_connect_swapped (self->row_signals, "notify::record", G_CALLBACK (record_changed_cb), self);
  g_signal_group_connect_swapped (self->row_signals, "notify::position", G_CALLBACK (vel_story_row_refresh), self);
  self->record_signals = g_signal_group_new (VEL_TYPE_RECORD);
  g_signal_group_connect_swapped (self->record_signals, "notify", G_CALLBACK (vel_story_row_refresh), self);
  self->deal_signals = g_signal_group_new (VEL_TYPE_RECORD);
  g_signal_group_connect_swapped (self->deal_signals, "notify::title", G_CALLBACK (refresh_deal), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Edit, copy or delete"), -1);
}

/**
 * vel_story_row_new:
 * @book: the book of the interactions
 *
 * Returns: (transfer full): a bubble that shows nothing yet
 */
GtkWidget *
vel_story_row_new (VelBook *book)
{
  VelStoryRow *self = g_object_new (VEL_TYPE_STORY_ROW, NULL);

  self->book = g_object_ref (book);
  return GTK_WIDGET (self);
}

/**
 * vel_story_row_set_row:
 * @self: a bubble
 * @row: (nullable): the interaction that it shows
 * @model: (nullable): the list in which @row is
 * @names_deal: whether it says which deal it is about
 */
void
vel_story_row_set_row (VelStoryRow *self,
                       VelRow      *row,
                       GListModel  *model,
                       gboolean     names_deal)
{
  g_return_if_fail (VEL_IS_STORY_ROW (self));

  self->names_deal = names_deal;
  g_set_object (&self->model, model);
  g_signal_group_set_target (self->row_signals, row);
  record_changed_cb (self);
}

/**
 * vel_story_row_refresh:
 * @self: a bubble
 *
 * Shows everything anew: what is said relative to now, or to the bubble before, may have become untrue.
 */
void
vel_story_row_refresh (VelStoryRow *self)
{
  VelRecord *record;

  g_return_if_fail (VEL_IS_STORY_ROW (self));

  record = get_record (self);
  if (record == NULL)
    return;
  show_record (self, record);
  show_month (self, record);
}
