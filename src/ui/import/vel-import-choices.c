/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-choices.h"

#include <glib/gi18n.h>

#include "vel-deal.h"
#include "vel-number.h"
#include "vel-pipeline.h"
#include "vel-query-model.h"

/**
 * VelImportChoices:
 *
 * What an import of deals speaks of that is not in the book: customers, stages,
 * products. Whether these are added or their deals rejected is chosen here;
 * nothing is left out without being told.
 */
struct _VelImportChoices
{
  AdwBin         parent_instance;

  VelQueryModel *pipelines;     /* (owned) (nullable) */
  GArray        *pipeline_ids;  /* (owned) (element-type gint64): one a line of the choice */
  gboolean       showing;       /* what is changed is changed by us */
  gboolean       used;          /* whether something was chosen since that was last asked */

  AdwComboRow   *pipeline;
  AdwComboRow   *customers;
  AdwComboRow   *nobody;
  AdwComboRow   *stages;
  AdwActionRow  *products;
  AdwActionRow  *reasons;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelImportChoices, vel_import_choices, ADW_TYPE_BIN)

/* So many names are told, and how many others there are. */
#define MAX_NAMES 6

/* The first of the two that a row offers. */
#define TAKE 0

static void
chosen_cb (VelImportChoices *self)
{
  if (self->showing)
    return;
  self->used = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What the file says comes first, then each of the pipelines. */
static void
pipelines_shown_cb (VelImportChoices *self)
{
  const guint n_pipelines = g_list_model_get_n_items (G_LIST_MODEL (self->pipelines));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const gint64 none = 0;

  self->showing = TRUE;
  g_array_set_size (self->pipeline_ids, 0);
  g_array_append_val (self->pipeline_ids, none);
  gtk_string_list_append (names, _("As the file says, or the first"));
  for (guint i = 0; i < n_pipelines; i++)
    {
      g_autoptr(VelRow) row = g_list_model_get_item (G_LIST_MODEL (self->pipelines), i);
      VelRecord *pipeline = vel_row_get_record (row);
      const gint64 id = vel_row_get_id (row);

      if (pipeline == NULL)
        continue;
      g_array_append_val (self->pipeline_ids, id);
      gtk_string_list_append (names, vel_record_get_text (pipeline, "name"));
    }
  adw_combo_row_set_model (self->pipeline, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->pipeline), n_pipelines > 1);
  self->showing = FALSE;
}

static void
vel_import_choices_dispose (GObject *object)
{
  VelImportChoices *self = VEL_IMPORT_CHOICES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_IMPORT_CHOICES);
  g_clear_object (&self->pipelines);

  G_OBJECT_CLASS (vel_import_choices_parent_class)->dispose (object);
}

static void
vel_import_choices_finalize (GObject *object)
{
  g_array_unref (VEL_IMPORT_CHOICES (object)->pipeline_ids);

  G_OBJECT_CLASS (vel_import_choices_parent_class)->finalize (object);
}

static void
vel_import_choices_class_init (VelImportChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vel_import_choices_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_import_choices_finalize;

  /**
   * VelImportChoices::changed:
   * @self: the choices
   *
   * The user has chosen otherwise; what becomes of the rows has to be found out anew.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_IMPORT_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/import/vel-import-choices.ui");
  gtk_widget_class_bind_template_child (widget_class, VelImportChoices, pipeline);
  gtk_widget_class_bind_template_child (widget_class, VelImportChoices, customers);
  gtk_widget_class_bind_template_child (widget_class, VelImportChoices, nobody);
  gtk_widget_class_bind_template_child (widget_class, VelImportChoices, stages);
  gtk_widget_class_bind_template_child (widget_class, VelImportChoices, products);
  gtk_widget_class_bind_template_child (widget_class, VelImportChoices, reasons);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

/* Deals that belong to nobody are kept under a customer of that name. */
static const char *
get_nobody (void)
{
  /* Translators: the name of the customer under which imported deals are filed that name none */
  return _("Unknown customer");
}

static void
vel_import_choices_init (VelImportChoices *self)
{
  self->pipeline_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

/* "Acme, Betasoloin, Cancity and 82 others" */
static char *
say_names (GPtrArray *names)
{
  g_autoptr(GString) said = g_string_new (NULL);
  const guint n_others = names->len > MAX_NAMES ? names->len - MAX_NAMES : 0;

  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    g_string_append_printf (said, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (n_others > 0)
    {
      g_autofree char *number = vel_number_format (n_others);

      /* Translators: names, and how many more there are */
      return g_strdup_printf (ngettext ("%s and %s other", "%s and %s others", n_others), said->str, number);
    }
  return g_strdup (said->str);
}

static void
show_names (gpointer   row,
            GPtrArray *names)
{
  g_autofree char *said = say_names (names);
  g_autofree char *markup = g_markup_escape_text (said, -1);

  adw_action_row_set_subtitle (row, markup);
  gtk_widget_set_visible (row, names->len > 0);
}

/**
 * vel_import_choices_set_book:
 * @self: the choices, which have no book yet
 * @book: the book into which is imported
 */
void
vel_import_choices_set_book (VelImportChoices *self,
                             VelBook          *book)
{
  const char * const archived[] = { "1", NULL };
  g_autoptr(VelFilter) in_use = vel_filter_new (VEL_FILTER_IS_NOT, "archived", archived);
  g_autoptr(VelQuery) query = vel_query_new (&vel_pipeline_entity, in_use, NULL, "position", FALSE);

  g_return_if_fail (VEL_IS_IMPORT_CHOICES (self));
  g_return_if_fail (self->pipelines == NULL);

  self->pipelines = vel_query_model_new (book, query);
  g_signal_connect_object (self->pipelines, "shown", G_CALLBACK (pipelines_shown_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vel_import_choices_show:
 * @self: the choices
 * @import: an import
 * @report: what will become of its rows as it is chosen now
 * @can_choose: whether that is still open
 *
 * Shows what there is to choose, and hides itself where there is nothing.
 */
void
vel_import_choices_show (VelImportChoices *self,
                         VelImport        *import,
                         VelImportReport  *report,
                         gboolean          can_choose)
{
  g_autofree char *number = vel_number_format (report->without_customer);
  /* Translators: a number, and the name of the customer under which deals are filed that name none */
  g_autofree char *rows = g_strdup_printf (ngettext ("%s row, kept under “%s” or rejected",
                                                     "%s rows, kept under “%s” or rejected", report->without_customer),
                                           number, get_nobody ());

  g_return_if_fail (VEL_IS_IMPORT_CHOICES (self));

  gtk_widget_set_visible (GTK_WIDGET (self), can_choose && vel_import_get_entity (import) == &vel_deal_entity);
  show_names (self->customers, report->unknown_customers);
  show_names (self->stages, report->missing_stages);
  show_names (self->products, report->new_products);
  show_names (self->reasons, report->new_reasons);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->nobody), rows);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), report->without_customer > 0);
}

/**
 * vel_import_choices_apply:
 * @self: the choices
 * @import: an import
 *
 * Tells the import what has been chosen.
 */
void
vel_import_choices_apply (VelImportChoices *self,
                          VelImport        *import)
{
  const guint pipeline = adw_combo_row_get_selected (self->pipeline);
  VelImportOptions options = { VEL_IMPORT_UNKNOWN_REJECT, NULL, FALSE, 0 };

  g_return_if_fail (VEL_IS_IMPORT_CHOICES (self));

  if (adw_combo_row_get_selected (self->customers) == TAKE)
    options.unknown_customers = VEL_IMPORT_UNKNOWN_CREATE;
  if (adw_combo_row_get_selected (self->nobody) == TAKE)
    options.no_customer = get_nobody ();
  options.create_stages = adw_combo_row_get_selected (self->stages) == TAKE;
  if (pipeline < self->pipeline_ids->len)
    options.pipeline = g_array_index (self->pipeline_ids, gint64, pipeline);
  vel_import_set_options (import, &options);
}

/**
 * vel_import_choices_take_used:
 * @self: the choices
 *
 * Returns: whether something was chosen since this was last asked
 */
gboolean
vel_import_choices_take_used (VelImportChoices *self)
{
  gboolean used;

  g_return_val_if_fail (VEL_IS_IMPORT_CHOICES (self), FALSE);

  used = self->used;
  self->used = FALSE;
  return used;
}
