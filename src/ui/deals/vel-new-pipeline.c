/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-new-pipeline.h"

#include "vel-doing.h"
#include "vel-pipeline-templates.h"
#include "vel-text.h"

/**
 * VelNewPipeline:
 *
 * The dialog that adds a pipeline: what it is called, and with which stages it
 * begins. Until somebody types a name, it is that of the template.
 */
struct _VelNewPipeline
{
  AdwWindow            parent_instance;

  VelBook             *book;      /* (owned) */
  guint                template;
  gboolean             named;     /* whether somebody has typed the name */
  gboolean             naming;    /* whether the program sets the name */
  gboolean             saving;

  GtkEditable         *name;
  AdwPreferencesGroup *templates;
  GPtrArray           *ticks;     /* (owned) (element-type GtkCheckButton): not owned */
};

enum { CREATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelNewPipeline, vel_new_pipeline, ADW_TYPE_WINDOW)

static void
refresh_add (VelNewPipeline *self)
{
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (self->name));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-pipeline.add", *name != '\0' && !self->saving);
}

static void
changed_cb (VelNewPipeline *self)
{
  if (!self->naming)
    self->named = *gtk_editable_get_text (self->name) != '\0';
  refresh_add (self);
}

static void
ticked_cb (VelNewPipeline *self,
           GtkCheckButton *tick)
{
  guint index;

  if (!gtk_check_button_get_active (tick) || !g_ptr_array_find (self->ticks, tick, &index))
    return;
  self->template = index;
  if (self->named)
    return;
  self->naming = TRUE;
  gtk_editable_set_text (self->name, index > 0 ? vel_pipeline_template_get_name (index) : "");
  self->naming = FALSE;
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelNewPipeline *self = VEL_NEW_PIPELINE (object);
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);

  self->saving = FALSE;
  if (self->book == NULL)
    return;
  refresh_add (self);
  if (commit == NULL)
    return;
  g_signal_emit (self, signals[CREATED], 0, g_array_index (commit->ids, gint64, 0));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
add_cb (VelNewPipeline *self)
{
  g_autofree char *name = vel_text_clean_line (gtk_editable_get_text (self->name));
  g_autoptr(VelChange) change = NULL;

  if (self->saving || *name == '\0')
    return;
  change = vel_pipeline_template_make (self->template, name);
  self->saving = TRUE;
  refresh_add (self);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, TRUE, added_cb, NULL);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  add_cb (VEL_NEW_PIPELINE (widget));
}

static void
add_template (VelNewPipeline *self,
              guint           index)
{
  g_auto(GStrv) stages = vel_pipeline_template_dup_stages (index);
  g_autofree char *line = g_strjoinv (" → ", stages);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vel_pipeline_template_get_name (index));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  vel_pipeline_template_get_name (index), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  if (index > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (tick), g_ptr_array_index (self->ticks, 0));
  g_ptr_array_add (self->ticks, tick);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  adw_preferences_group_add (self->templates, row);
}

static void
vel_new_pipeline_dispose (GObject *object)
{
  VelNewPipeline *self = VEL_NEW_PIPELINE (object);

  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_NEW_PIPELINE);

  G_OBJECT_CLASS (vel_new_pipeline_parent_class)->dispose (object);
}

static void
vel_new_pipeline_finalize (GObject *object)
{
  g_clear_pointer (&VEL_NEW_PIPELINE (object)->ticks, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_new_pipeline_parent_class)->finalize (object);
}

static void
vel_new_pipeline_class_init (VelNewPipelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_new_pipeline_dispose;
  object_class->finalize = vel_new_pipeline_finalize;

  /**
   * VelNewPipeline::created:
   * @self: the dialog
   * @id: the new pipeline
   */
  signals[CREATED] = g_signal_new ("created", VEL_TYPE_NEW_PIPELINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-new-pipeline.ui");
  gtk_widget_class_bind_template_child (widget_class, VelNewPipeline, name);
  gtk_widget_class_bind_template_child (widget_class, VelNewPipeline, templates);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "new-pipeline.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "new-pipeline.add", NULL);
}

static void
vel_new_pipeline_init (VelNewPipeline *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < vel_pipeline_templates_count (); i++)
    add_template (self, i);
  gtk_check_button_set_active (g_ptr_array_index (self->ticks, 0), TRUE);
  refresh_add (self);
}

/**
 * vel_new_pipeline_present:
 * @parent: a widget in the window before which it stands
 * @book: a book
 *
 * Asks for a new pipeline; #VelNewPipeline::created tells which one it has become.
 *
 * Returns: (transfer none): the dialog, which goes when it is closed
 */
VelNewPipeline *
vel_new_pipeline_present (GtkWidget *parent,
                          VelBook   *book)
{
  VelNewPipeline *self = g_object_new (VEL_TYPE_NEW_PIPELINE, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  self->book = g_object_ref (book);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return self;
}
