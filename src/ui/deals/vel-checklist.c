/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-checklist.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-item.h"
#include "vel-stage.h"

/**
 * VelChecklist:
 *
 * What is to be done in the stage that a deal is in, with ticks. The deal keeps
 * what is done as words "STAGE/ITEM", so that nothing is forgotten when it goes
 * on and comes back. Hidden where the stage has no checklist.
 */
struct _VelChecklist
{
  AdwBin               parent_instance;

  VelBook             *book;    /* (owned) */
  VelRecord           *deal;    /* (owned) */
  VelRecord           *stage;   /* (owned) (nullable) */
  gboolean             showing; /* whether the program sets the ticks */

  AdwPreferencesGroup *group;
  GPtrArray           *rows;    /* (owned) (element-type GtkWidget): not owned */
};

G_DEFINE_FINAL_TYPE (VelChecklist, vel_checklist, ADW_TYPE_BIN)

static char *
make_word (VelChecklist *self,
           const char   *item)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%s", vel_record_get_id (self->stage), item);
}

static GtkCheckButton *
get_tick (GtkWidget *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
toggled_cb (VelChecklist   *self,
            GtkCheckButton *tick)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (tick), ADW_TYPE_ACTION_ROW);
  g_autoptr(VelChange) change = NULL;
  g_autofree char *word = NULL;

  if (self->showing || self->stage == NULL || row == NULL)
    return;
  word = make_word (self, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  change = vel_card_change_new (self->deal, "checked");
  if (gtk_check_button_get_active (tick))
    vel_change_add_word (change, &vel_deal_entity, vel_record_get_id (self->deal), "checked", word);
  else
    vel_change_remove_word (change, &vel_deal_entity, vel_record_get_id (self->deal), "checked", word);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
add_row (VelChecklist *self,
         const char   *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), item);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, item, -1);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
shows (VelChecklist       *self,
       const char * const *items)
{
  if (g_strv_length ((char **) items) != self->rows->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!g_str_equal (items[i], adw_preferences_row_get_title (g_ptr_array_index (self->rows, i))))
      return FALSE;
  return TRUE;
}

static void
show_items (VelChecklist       *self,
            const char * const *items)
{
  if (shows (self, items))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; items[i] != NULL; i++)
    add_row (self, items[i]);
}

static void
refresh (VelChecklist *self)
{
  g_auto(GStrv) items = vel_words_parse (self->stage != NULL ? vel_record_get_text (self->stage, "checklist") : NULL);
  g_auto(GStrv) checked = vel_words_parse (vel_record_get_text (self->deal, "checked"));
  const guint n_items = g_strv_length (items);
  guint n_done = 0;
  g_autofree char *said = NULL;

  self->showing = TRUE;
  show_items (self, (const char * const *) items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *word = make_word (self, items[i]);
      const gboolean done = g_strv_contains ((const char * const *) checked, word);

      gtk_check_button_set_active (get_tick (g_ptr_array_index (self->rows, i)), done);
      n_done += done;
    }
  self->showing = FALSE;
  /* Translators: of a checklist, how much is done of how much */
  said = g_strdup_printf (_("%u of %u done"), n_done, n_items);
  adw_preferences_group_set_description (self->group, said);
  gtk_widget_set_visible (GTK_WIDGET (self), n_items > 0);
}

static void
follow_stage (VelChecklist *self)
{
  g_autoptr(VelRecord) stage = vel_book_get_record (self->book, &vel_stage_entity,
                                                    vel_record_get_integer (self->deal, "stage"), NULL);

  if (self->stage != NULL)
    g_signal_handlers_disconnect_by_data (self->stage, self);
  g_set_object (&self->stage, stage);
  if (stage != NULL)
    g_signal_connect_object (stage, "notify::checklist", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
vel_checklist_dispose (GObject *object)
{
  VelChecklist *self = VEL_CHECKLIST (object);

  g_clear_object (&self->stage);
  g_clear_object (&self->deal);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_checklist_parent_class)->dispose (object);
}

static void
vel_checklist_finalize (GObject *object)
{
  g_clear_pointer (&VEL_CHECKLIST (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_checklist_parent_class)->finalize (object);
}

static void
vel_checklist_class_init (VelChecklistClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_checklist_dispose;
  object_class->finalize = vel_checklist_finalize;
}

static void
vel_checklist_init (VelChecklist *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Checklist"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/**
 * vel_checklist_new:
 * @book: a book
 * @deal: a deal of it
 *
 * Returns: (transfer full): the checklist of the stage that @deal is in
 */
GtkWidget *
vel_checklist_new (VelBook   *book,
                   VelRecord *deal)
{
  VelChecklist *self = g_object_new (VEL_TYPE_CHECKLIST, NULL);

  self->book = g_object_ref (book);
  self->deal = g_object_ref (deal);
  g_signal_connect_object (deal, "notify::stage", G_CALLBACK (follow_stage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (deal, "notify::checked", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  follow_stage (self);
  return GTK_WIDGET (self);
}
