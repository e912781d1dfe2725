/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-stage-row.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-edit-row.h"
#include "vel-editing.h"
#include "vel-item.h"
#include "vel-stage-colours.h"
#include "vel-stage-removal.h"
#include "vel-stage.h"
#include "vel-text.h"

/**
 * VelStageRow:
 *
 * A stage in the editor of its pipeline: its colour and its name and, when
 * opened, how likely a deal in it is won, when one grows stale in it and what
 * is to be done in it.
 */
struct _VelStageRow
{
  VelArrangedRow  parent_instance;

  VelBook        *book;         /* (owned) */

  VelInlineText  *name;
  GtkLabel       *summary;
  GtkWidget      *colour_button;
  GtkWidget      *dot;
  GtkWidget      *swatches[VEL_STAGE_N_COLOURS];
  GtkListBox     *details;
  VelInlineText  *probability;
  VelInlineText  *stale_days;
  GtkEditable    *new_item;
  GPtrArray      *items;        /* (owned) (element-type GtkWidget): not owned, the rows of the checklist */
};

G_DEFINE_FINAL_TYPE (VelStageRow, vel_stage_row, VEL_TYPE_ARRANGED_ROW)

static VelRecord *
get_stage (VelStageRow *self)
{
  return vel_arranged_row_get_record (VEL_ARRANGED_ROW (self));
}

static GStrv
dup_items (VelStageRow *self)
{
  return vel_words_parse (vel_record_get_text (get_stage (self), "checklist"));
}

static gboolean
has (VelStageRow *self,
     const char  *field)
{
  return vel_record_get_value (get_stage (self), vel_entity_field_index (&vel_stage_entity, field))->kind != VEL_VALUE_NULL;
}

static void
change_checklist (VelStageRow *self,
                  const char  *item,
                  gboolean     add)
{
  g_autoptr(VelChange) change = vel_change_new (
    add ? N_("Add %s to the checklist of %s") : N_("Remove %s from the checklist of %s"),
    item, vel_record_get_text (get_stage (self), "name"), NULL);

  if (add)
    vel_change_add_word (change, &vel_stage_entity, vel_record_get_id (get_stage (self)), "checklist", item);
  else
    vel_change_remove_word (change, &vel_stage_entity, vel_record_get_id (get_stage (self)), "checklist", item);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
remove_item_cb (VelStageRow *self,
                GtkWidget   *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autofree char *item = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_grab_focus (GTK_WIDGET (self->new_item));
  change_checklist (self, item, FALSE);
}

static void
add_item_cb (VelStageRow *self)
{
  g_autofree char *item = vel_text_clean_line (gtk_editable_get_text (self->new_item));
  g_autofree char *wanted = vel_text_fold (item);
  g_auto(GStrv) items = dup_items (self);

  if (*item == '\0')
    return;
  for (gsize i = 0; items[i] != NULL; i++)
    {
      g_autofree char *fold = vel_text_fold (items[i]);
      g_autofree char *said = NULL;

      if (!g_str_equal (fold, wanted))
        continue;
      said = g_strdup_printf (_("“%s” is on the checklist already."), items[i]);
      vel_doing_tell (GTK_WIDGET (self), said);
      return;
    }
  gtk_editable_set_text (self->new_item, "");
  change_checklist (self, item, TRUE);
}

static GtkWidget *
make_item (VelStageRow *self,
           const char  *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *label = g_strdup_printf (_("Remove %s from the checklist"), item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_item_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static gboolean
shows_items (VelStageRow        *self,
             const char * const *items)
{
  if (g_strv_length ((char **) items) != self->items->len)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!g_str_equal (items[i], adw_preferences_row_get_title (g_ptr_array_index (self->items, i))))
      return FALSE;
  return TRUE;
}

static void
show_items (VelStageRow        *self,
            const char * const *items)
{
  if (shows_items (self, items))
    return;
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_remove (self->details, g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
  /* Below the two figures, above where one is added. */
  for (gsize i = 0; items[i] != NULL; i++)
    {
      GtkWidget *row = make_item (self, items[i]);

      gtk_list_box_insert (self->details, row, (int) i + 2);
      g_ptr_array_add (self->items, row);
    }
}

/* "%25 · stale after 14 days · 3 things to do" */
static void
show_summary (VelStageRow *self,
              guint        n_items)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *line = NULL;

  if (has (self, "probability"))
    {
      /* Translators: a percentage; %d is a number from 0 to 100 */
      g_ptr_array_add (parts, g_strdup_printf (_("%d%%"), (int) vel_record_get_integer (get_stage (self), "probability")));
    }
  if (has (self, "stale_days"))
    {
      const int days = (int) vel_record_get_integer (get_stage (self), "stale_days");

      g_ptr_array_add (parts, g_strdup_printf (ngettext ("stale after %d day", "stale after %d days", days), days));
    }
  if (n_items > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u thing to do", "%u things to do", n_items), n_items));
  g_ptr_array_add (parts, NULL);
  line = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_label (self->summary, line);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *line != '\0');
}

static void
refresh (VelStageRow *self)
{
  VelRecord *stage = get_stage (self);
  const char *name = vel_record_get_text (stage, "name");
  const guint colour = vel_stage_colour_find (vel_record_get_text (stage, "colour"));
  g_autofree char *probability = vel_record_format (stage, "probability");
  g_autofree char *stale_days = vel_record_format (stage, "stale_days");
  g_autofree char *colour_label = NULL;
  g_auto(GStrv) items = dup_items (self);

  vel_inline_text_set_value (self->name, name != NULL ? name : "");
  vel_inline_text_set_value (self->probability, probability);
  vel_inline_text_set_value (self->stale_days, stale_days);
  vel_stage_colour_paint (self->dot, vel_stage_colour_key (colour));
  for (guint i = 0; i < VEL_STAGE_N_COLOURS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->swatches[i]), i == colour);
  /* Translators: the first is a stage, the second the name of a colour */
  colour_label = g_strdup_printf (_("Colour of %s: %s"), name, vel_stage_colour_name (colour));
  gtk_widget_set_tooltip_text (self->colour_button, colour_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->colour_button), GTK_ACCESSIBLE_PROPERTY_LABEL, colour_label, -1);
  vel_arranged_row_name (VEL_ARRANGED_ROW (self), name != NULL ? name : "");
  show_items (self, (const char * const *) items);
  show_summary (self, g_strv_length (items));
}

static void
colour_cb (VelStageRow *self,
           GtkWidget   *swatch)
{
  VelRecord *stage = get_stage (self);
  g_autoptr(VelChange) change = NULL;

  for (guint i = 0; i < VEL_STAGE_N_COLOURS; i++)
    if (self->swatches[i] == swatch && i != vel_stage_colour_find (vel_record_get_text (stage, "colour")))
      {
        change = vel_change_new (N_("Colour %s"), vel_record_get_text (stage, "name"), NULL);
        vel_change_set_text (change, &vel_stage_entity, vel_record_get_id (stage), "colour", vel_stage_colour_key (i));
      }
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->colour_button));
  if (change != NULL)
    vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
  else
    refresh (self);
}

static GtkWidget *
make_palette (VelStageRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "vel-palette");
  for (guint i = 0; i < VEL_STAGE_N_COLOURS; i++)
    {
      GtkWidget *swatch = gtk_toggle_button_new ();

      self->swatches[i] = swatch;
      gtk_widget_set_tooltip_text (swatch, vel_stage_colour_name (i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (swatch), GTK_ACCESSIBLE_PROPERTY_LABEL, vel_stage_colour_name (i), -1);
      gtk_widget_add_css_class (swatch, "circular");
      gtk_widget_add_css_class (swatch, "vel-swatch");
      vel_stage_colour_paint (swatch, vel_stage_colour_key (i));
      g_signal_connect_object (swatch, "clicked", G_CALLBACK (colour_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), swatch, (int) i % 4, (int) i / 4, 1, 1);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static GtkWidget *
make_colour_button (VelStageRow *self)
{
  self->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->dot, "vel-swatch");
  self->colour_button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->colour_button), self->dot);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->colour_button), make_palette (self));
  gtk_widget_add_css_class (self->colour_button, "flat");
  gtk_widget_add_css_class (self->colour_button, "circular");
  return self->colour_button;
}

static VelVerdict
check_name_cb (const char *text,
               char      **sentence,
               gpointer    user_data)
{
  return vel_editing_judge (get_stage (user_data), "name", text, sentence);
}

static VelVerdict
check_probability_cb (const char *text,
                      char      **sentence,
                      gpointer    user_data)
{
  return vel_editing_judge (get_stage (user_data), "probability", text, sentence);
}

static VelVerdict
check_stale_days_cb (const char *text,
                     char      **sentence,
                     gpointer    user_data)
{
  return vel_editing_judge (get_stage (user_data), "stale_days", text, sentence);
}

static void
name_saved_cb (VelStageRow *self,
               const char  *typed)
{
  vel_editing_save (self->name, self->book, get_stage (self), "name", typed, N_("Rename %s to %s"));
}

static void
probability_saved_cb (VelStageRow *self,
                      const char  *typed)
{
  vel_editing_save (self->probability, self->book, get_stage (self), "probability", typed,
                    N_("Change the probability of %s"));
}

static void
stale_days_saved_cb (VelStageRow *self,
                     const char  *typed)
{
  vel_editing_save (self->stale_days, self->book, get_stage (self), "stale_days", typed,
                    N_("Change when a deal grows stale in %s"));
}

static VelInlineText *
add_figure (VelStageRow    *self,
            const char     *title,
            const char     *hint,
            VelInlineCheck  check,
            GCallback       saved)
{
  GtkWidget *row = vel_editing_row_new (title, hint, check, self);
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (row));

  g_signal_connect_object (text, "saved", saved, self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->details, row);
  return text;
}

static void
build_details (VelStageRow *self)
{
  self->details = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->details, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "vel-stage-details");
  self->probability = add_figure (self, _("Probability (%)"), _("How likely a deal here is won"),
                                  check_probability_cb, G_CALLBACK (probability_saved_cb));
  self->stale_days = add_figure (self, _("Days until a deal grows stale"), _("Never"),
                                 check_stale_days_cb, G_CALLBACK (stale_days_saved_cb));
  self->new_item = GTK_EDITABLE (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_item), _("Add to the checklist"));
  g_signal_connect_object (self->new_item, "entry-activated", G_CALLBACK (add_item_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->details, GTK_WIDGET (self->new_item));
  vel_arranged_row_set_details (VEL_ARRANGED_ROW (self), GTK_WIDGET (self->details), _("Probability, days and checklist"));
}

static void
remove_stage (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  VelStageRow *self = VEL_STAGE_ROW (widget);

  vel_stage_removal_ask (widget, self->book, get_stage (self));
}

static void
vel_stage_row_dispose (GObject *object)
{
  g_clear_object (&VEL_STAGE_ROW (object)->book);

  G_OBJECT_CLASS (vel_stage_row_parent_class)->dispose (object);
}

static void
vel_stage_row_finalize (GObject *object)
{
  g_clear_pointer (&VEL_STAGE_ROW (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_stage_row_parent_class)->finalize (object);
}

static void
vel_stage_row_class_init (VelStageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_stage_row_dispose;
  object_class->finalize = vel_stage_row_finalize;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "stage.remove", NULL, remove_stage);
}

static void
vel_stage_row_init (VelStageRow *self)
{
  self->items = g_ptr_array_new ();
}

/**
 * vel_stage_row_new:
 * @book: a book
 * @stage: a stage of it
 *
 * Returns: (transfer floating): a row that shows and edits it
 */
GtkWidget *
vel_stage_row_new (VelBook   *book,
                   VelRecord *stage)
{
  VelStageRow *self = g_object_new (VEL_TYPE_STAGE_ROW, NULL);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->book = g_object_ref (book);
  self->name = VEL_INLINE_TEXT (vel_inline_text_new (FALSE));
  vel_inline_text_set_title (self->name, _("Name"), FALSE);
  g_signal_connect_object (self->name, "saved", G_CALLBACK (name_saved_cb), self, G_CONNECT_SWAPPED);
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "dim-label");
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->summary));
  vel_arranged_row_build (VEL_ARRANGED_ROW (self), stage, lines);
  vel_inline_text_set_check (self->name, check_name_cb, self, NULL);
  vel_arranged_row_add_prefix (VEL_ARRANGED_ROW (self), make_colour_button (self));
  vel_arranged_row_add_choice (VEL_ARRANGED_ROW (self), _("Remove…"), "stage.remove");
  build_details (self);
  g_signal_connect_object (stage, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
