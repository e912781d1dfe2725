/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-pipeline-page.h"

#include <glib/gi18n.h>

#include "vel-arranged-list.h"
#include "vel-doing.h"
#include "vel-edit-row.h"
#include "vel-editing.h"
#include "vel-new-pipeline.h"
#include "vel-pipeline.h"
#include "vel-stage-colours.h"
#include "vel-stage-row.h"
#include "vel-stage.h"
#include "vel-text.h"

/**
 * VelPipelinePage:
 *
 * A pipeline: what it is called, whether it is in use, and its stages, which are
 * added, arranged, changed and removed. The other pipelines are one menu away,
 * the archived ones too.
 */
struct _VelPipelinePage
{
  AdwPreferencesPage   parent_instance;

  VelBook             *book;        /* (owned) (nullable) */
  VelRecord           *pipeline;    /* (owned) (nullable) */
  VelQueryModel       *pipelines;   /* (owned) (nullable): all of them */
  gulong               follows;

  AdwPreferencesGroup *pipeline_group;
  GtkMenuButton       *pipelines_button;
  VelInlineText       *name;
  GtkSwitch           *archived;
  VelArrangedList     *stages;
  GtkEditable         *new_stage;
};

G_DEFINE_FINAL_TYPE (VelPipelinePage, vel_pipeline_page, ADW_TYPE_PREFERENCES_PAGE)

static void
refresh (VelPipelinePage *self)
{
  const gboolean archived = vel_record_get_integer (self->pipeline, "archived") != 0;

  vel_inline_text_set_value (self->name, vel_record_get_text (self->pipeline, "name"));
  gtk_switch_set_active (self->archived, archived);
  gtk_switch_set_state (self->archived, archived);
}

static VelVerdict
check_name_cb (const char *text,
               char      **sentence,
               gpointer    user_data)
{
  VelPipelinePage *self = user_data;

  *sentence = NULL;
  return self->pipeline != NULL ? vel_editing_judge (self->pipeline, "name", text, sentence) : VEL_VERDICT_NONE;
}

static void
name_saved_cb (VelPipelinePage *self,
               const char      *typed)
{
  vel_editing_save (self->name, self->book, self->pipeline, "name", typed, N_("Rename %s to %s"));
}

/* Whether another pipeline would be left to work with. */
static gboolean
has_another (VelPipelinePage *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pipelines)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->pipelines), i);
      VelRecord *record = vel_row_get_record (row);

      if (record != NULL && record != self->pipeline && vel_record_get_integer (record, "archived") == 0)
        return TRUE;
    }
  return FALSE;
}

/* The switch shows what the book holds: it waits for the book, and falls back. */
static gboolean
archived_set_cb (VelPipelinePage *self,
                 gboolean         archived)
{
  if (self->pipeline == NULL || archived == (vel_record_get_integer (self->pipeline, "archived") != 0))
    return FALSE;
  if (!archived || has_another (self))
    {
      vel_editing_archive (GTK_WIDGET (self), self->book, self->pipeline, archived);
    }
  else
    {
      vel_doing_tell (GTK_WIDGET (self), _("This is the only pipeline in use. Add another before you archive it."));
      refresh (self);
    }
  return TRUE;
}

/* A colour that no stage has yet, while there is one. */
static const char *
choose_colour (VelPipelinePage *self)
{
  GListModel *stages = G_LIST_MODEL (vel_arranged_list_get_model (self->stages));
  gboolean taken[VEL_STAGE_N_COLOURS] = { FALSE };

  for (guint i = 0; i < g_list_model_get_n_items (stages); i++)
    {
      VelArrangedRow *row = vel_arranged_list_get_row (self->stages, i);

      if (row != NULL)
        taken[vel_stage_colour_find (vel_record_get_text (vel_arranged_row_get_record (row), "colour"))] = TRUE;
    }
  for (guint i = 0; i < VEL_STAGE_N_COLOURS; i++)
    if (!taken[i])
      return vel_stage_colour_key (i);
  return vel_stage_colour_key (g_list_model_get_n_items (stages) % VEL_STAGE_N_COLOURS);
}

static void
add_stage_cb (VelPipelinePage *self)
{
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (self->new_stage));
  g_autoptr(VelChange) change = NULL;
  const guint n_stages = g_list_model_get_n_items (G_LIST_MODEL (vel_arranged_list_get_model (self->stages)));
  VelArrangedRow *last = n_stages > 0 ? vel_arranged_list_get_row (self->stages, n_stages - 1) : NULL;
  gint64 id;

  if (*name == '\0' || self->pipeline == NULL)
    return;
  change = vel_change_new (N_("Add stage %s"), name, NULL);
  id = vel_change_insert (change, &vel_stage_entity);
  vel_change_set_text (change, &vel_stage_entity, id, "name", name);
  vel_change_set_integer (change, &vel_stage_entity, id, "pipeline", vel_record_get_id (self->pipeline));
  vel_change_set_text (change, &vel_stage_entity, id, "colour", choose_colour (self));
  /* It stands at the end, where a deal is no less likely won than in the stage before. */
  vel_change_set_integer (change, &vel_stage_entity, id, "probability",
                          last != NULL ? vel_record_get_integer (vel_arranged_row_get_record (last), "probability") : 50);
  gtk_editable_set_text (self->new_stage, "");
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

/* The pipelines in use, then those in the archive, then a new one. */
static void
pipelines_shown_cb (VelPipelinePage *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) in_use = g_menu_new ();
  g_autoptr(GMenu) archive = g_menu_new ();
  g_autoptr(GMenu) new_one = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pipelines)); i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->pipelines), i);
      VelRecord *record = vel_row_get_record (row);
      g_autoptr(GMenuItem) item = NULL;

      if (record == NULL)
        continue;
      item = g_menu_item_new (vel_record_get_text (record, "name"), NULL);
      g_menu_item_set_action_and_target (item, "pipeline.show", "x", vel_record_get_id (record));
      g_menu_append_item (vel_record_get_integer (record, "archived") != 0 ? archive : in_use, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (in_use));
  g_menu_append_section (menu, _("Archive"), G_MENU_MODEL (archive));
  g_menu_append (new_one, _("New pipeline…"), "pipeline.new");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (new_one));
  gtk_menu_button_set_menu_model (self->pipelines_button, G_MENU_MODEL (menu));
}

static void
show_pipeline (VelPipelinePage *self,
               gint64           id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char * const values[] = { text, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "pipeline", values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_stage_entity, filter, NULL, "position", FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(VelRecord) pipeline = vel_book_get_record (self->book, &vel_pipeline_entity, id, &error);

  if (pipeline == NULL)
    {
      vel_doing_tell_failed (GTK_WIDGET (self), _("This pipeline cannot be shown"), error);
      return;
    }
  if (self->pipeline != NULL)
    g_clear_signal_handler (&self->follows, self->pipeline);
  g_set_object (&self->pipeline, pipeline);
  self->follows = g_signal_connect_object (pipeline, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  vel_arranged_list_follow (self->stages, self->book, query, vel_stage_row_new);
  refresh (self);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  show_pipeline (VEL_PIPELINE_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
created_cb (VelPipelinePage *self,
            gint64           id)
{
  if (self->book != NULL)
    show_pipeline (self, id);
}

static void
new_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  VelPipelinePage *self = VEL_PIPELINE_PAGE (widget);
  VelNewPipeline *dialog = vel_new_pipeline_present (widget, self->book);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
}

static void
vel_pipeline_page_dispose (GObject *object)
{
  VelPipelinePage *self = VEL_PIPELINE_PAGE (object);

  if (self->pipeline != NULL)
    g_clear_signal_handler (&self->follows, self->pipeline);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_PIPELINE_PAGE);
  g_clear_object (&self->pipelines);
  g_clear_object (&self->pipeline);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_pipeline_page_parent_class)->dispose (object);
}

static void
vel_pipeline_page_class_init (VelPipelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_pipeline_page_dispose;

  g_type_ensure (VEL_TYPE_ARRANGED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-pipeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VelPipelinePage, pipeline_group);
  gtk_widget_class_bind_template_child (widget_class, VelPipelinePage, pipelines_button);
  gtk_widget_class_bind_template_child (widget_class, VelPipelinePage, archived);
  gtk_widget_class_bind_template_child (widget_class, VelPipelinePage, stages);
  gtk_widget_class_bind_template_child (widget_class, VelPipelinePage, new_stage);
  gtk_widget_class_bind_template_callback (widget_class, add_stage_cb);
  gtk_widget_class_bind_template_callback (widget_class, archived_set_cb);
  gtk_widget_class_install_action (widget_class, "pipeline.show", "x", show_action);
  gtk_widget_class_install_action (widget_class, "pipeline.new", NULL, new_action);
}

static void
vel_pipeline_page_init (VelPipelinePage *self)
{
  GtkWidget *row;
  GtkWidget *archived_row;

  gtk_widget_init_template (GTK_WIDGET (self));
  row = vel_editing_row_new (_("Name"), "", check_name_cb, self);
  self->name = vel_edit_row_get_inline (VEL_EDIT_ROW (row));
  g_signal_connect_object (self->name, "saved", G_CALLBACK (name_saved_cb), self, G_CONNECT_SWAPPED);

  /* The name stands above what the template holds. */
  archived_row = gtk_widget_get_ancestor (GTK_WIDGET (self->archived), ADW_TYPE_ACTION_ROW);
  g_object_ref (archived_row);
  adw_preferences_group_remove (self->pipeline_group, archived_row);
  adw_preferences_group_add (self->pipeline_group, row);
  adw_preferences_group_add (self->pipeline_group, archived_row);
  g_object_unref (archived_row);
}

/**
 * vel_pipeline_page_show:
 * @self: a page
 * @book: a book, always the same
 * @pipeline: a pipeline of it
 */
void
vel_pipeline_page_show (VelPipelinePage *self,
                        VelBook         *book,
                        gint64           pipeline)
{
  g_return_if_fail (VEL_IS_PIPELINE_PAGE (self));

  if (self->book == NULL)
    {
      g_autoptr(VelQuery) query = vel_query_new (&vel_pipeline_entity, NULL, NULL, "position", FALSE);

      self->book = g_object_ref (book);
      self->pipelines = vel_query_model_new (book, query);
      g_signal_connect_object (self->pipelines, "shown", G_CALLBACK (pipelines_shown_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (book, "changed", G_CALLBACK (pipelines_shown_cb), self, G_CONNECT_SWAPPED);
    }
  show_pipeline (self, pipeline);
}
