/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-result.h"

#include <glib/gi18n.h>

#include "vel-import-choices.h"
#include "vel-import-list.h"
#include "vel-import-rows.h"
#include "vel-import-words.h"
#include "vel-number.h"

/**
 * VelImportResult:
 *
 * What an import will do, or has done: how many records are new, already here
 * and rejected, why, and how the first of them look.
 */
struct _VelImportResult
{
  AdwBin               parent_instance;

  GtkScrolledWindow   *scroller;
  GtkLabel            *heading;
  GtkLabel            *sentence;
  GtkBox              *figures;
  GtkWidget           *undo;
  GtkWidget           *rejected_group;
  VelImportList       *rejected;
  GtkWidget           *samples_group;
  VelImportList       *samples;
  VelImportChoices    *choices;
};

G_DEFINE_FINAL_TYPE (VelImportResult, vel_import_result, ADW_TYPE_BIN)

static void
vel_import_result_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), VEL_TYPE_IMPORT_RESULT);

  G_OBJECT_CLASS (vel_import_result_parent_class)->dispose (object);
}

static void
vel_import_result_class_init (VelImportResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_import_result_dispose;

  g_type_ensure (VEL_TYPE_IMPORT_CHOICES);
  g_type_ensure (VEL_TYPE_IMPORT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/import/vel-import-result.ui");
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, scroller);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, heading);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, sentence);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, figures);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, undo);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, rejected_group);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, rejected);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, samples_group);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, samples);
  gtk_widget_class_bind_template_child (widget_class, VelImportResult, choices);
}

static void
vel_import_result_init (VelImportResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_figure (VelImportResult *self,
            guint            count,
            const char      *caption,
            const char      *detail,
            const char      *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *number = vel_number_format (count);
  GtkWidget *label = make_label (number, "vel-figure");

  if (count > 0 && css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_label (caption, "caption-heading"));
  if (detail != NULL)
    {
      GtkWidget *line = make_label (detail, "caption");

      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (GTK_BOX (box), line);
    }
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "vel-import-figure");
  gtk_box_append (self->figures, box);
}

static void
show_figures (VelImportResult      *self,
              VelImportReport      *report,
              VelImportStage        stage,
              const VelImportWords *words)
{
  const guint here = report->updated + report->unchanged;
  const gboolean preview = stage == VEL_IMPORT_STAGE_PREVIEW;
  GtkWidget *child;
  g_autofree char *gain = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_box_remove (self->figures, child);
  if (report->updated > 0 && preview)
    gain = g_strdup_printf (ngettext ("%u of them will be completed", "%u of them will be completed",
                                      report->updated), report->updated);
  else if (report->updated > 0)
    gain = g_strdup_printf (ngettext ("%u of them was completed", "%u of them were completed",
                                      report->updated), report->updated);
  add_figure (self, report->created, words->say_new (report->created), NULL, "success");
  add_figure (self, here, _("already here"), gain, NULL);
  add_figure (self, report->rejected->len, ngettext ("rejected row", "rejected rows", report->rejected->len), NULL,
              "error");
}

static void
show_words (VelImportResult      *self,
            VelImportReport      *report,
            VelImportStage        stage,
            const VelImportWords *words)
{
  const gboolean nothing = report->created + report->updated == 0;
  const char *heading;
  const char *sentence;

  if (stage == VEL_IMPORT_STAGE_UNDONE)
    {
      heading = _("The import was taken back");
      sentence = _("Your customer book is as it was before.");
    }
  else if (stage == VEL_IMPORT_STAGE_DONE)
    {
      heading = _(words->here);
      sentence = _("The whole import can be taken back, now or any time later.");
    }
  else if (nothing)
    {
      heading = _("There is nothing to import");
      if (report->read == 0)
        sentence = _("The file names its columns, and no row follows.");
      else if (report->unchanged > 0)
        sentence = _("All that can be read of the file is in your customer book already.");
      else
        sentence = _(words->nothing);
    }
  else
    {
      heading = _("This is what will be imported");
      sentence = _("Nothing has been written yet.");
    }
  gtk_label_set_label (self->heading, heading);
  if (report->blank > 0 && stage != VEL_IMPORT_STAGE_UNDONE)
    {
      g_autofree char *blank = g_strdup_printf (ngettext ("%u blank row is left out.", "%u blank rows are left out.",
                                                          report->blank), report->blank);
      g_autofree char *both = g_strdup_printf ("%s %s", sentence, blank);

      gtk_label_set_label (self->sentence, both);
    }
  else
    {
      gtk_label_set_label (self->sentence, sentence);
    }
}

/**
 * vel_import_result_show:
 * @self: the page
 * @import: the import
 * @report: its report; must live as long as @self, or until it shows another
 * @stage: how far the import is
 */
void
vel_import_result_show (VelImportResult *self,
                        VelImport       *import,
                        VelImportReport *report,
                        VelImportStage   stage)
{
  const VelImportWords *words = vel_import_words_of (vel_import_get_entity (import));
  const gboolean with_samples = stage == VEL_IMPORT_STAGE_PREVIEW && report->samples->len > 0;

  g_return_if_fail (VEL_IS_IMPORT_RESULT (self));

  show_words (self, report, stage, words);
  show_figures (self, report, stage, words);
  vel_import_choices_show (self->choices, import, report, stage == VEL_IMPORT_STAGE_PREVIEW);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), stage != VEL_IMPORT_STAGE_UNDONE);
  gtk_widget_set_visible (self->undo, stage == VEL_IMPORT_STAGE_DONE);
  gtk_widget_set_visible (self->rejected_group, report->rejected->len > 0);
  vel_import_list_show (self->rejected, report, report->rejected->len, vel_import_rows_new_rejection);
  gtk_widget_set_visible (self->samples_group, with_samples);
  vel_import_list_show (self->samples, report, with_samples ? report->samples->len : 0, vel_import_rows_new_sample);
  /* What was chosen is not moved away from under the pointer. */
  if (!vel_import_choices_take_used (self->choices))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * vel_import_result_get_choices:
 * @self: the page
 *
 * Returns: (transfer none): what can be chosen on it
 */
VelImportChoices *
vel_import_result_get_choices (VelImportResult *self)
{
  g_return_val_if_fail (VEL_IS_IMPORT_RESULT (self), NULL);

  return self->choices;
}
