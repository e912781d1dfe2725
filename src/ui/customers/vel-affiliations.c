/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-affiliations.h"

#include <glib/gi18n.h>

#include "vel-affiliation-row.h"
#include "vel-affiliation.h"
#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-edit-row.h"
#include "vel-query-model.h"
#include "vel-suggestions.h"
#include "vel-text.h"

/**
 * VelAffiliations:
 *
 * The organisations of a person, or the people of an organisation: a row each,
 * and one in which another is named.
 */
struct _VelAffiliations
{
  AdwBin         parent_instance;

  GtkListBox    *box;
  VelEditRow    *add;       /* the row in which another is named */
  VelBook       *book;      /* (owned) */
  VelRecord     *customer;  /* (owned) */
  VelQueryModel *model;     /* (owned): of the affiliations */
  GListStore    *last;      /* (owned): holds the place of @add behind them */
  GCancellable  *cancellable;  /* (owned) */
  gint64         picked;    /* the suggestion that was picked, or 0 */
  gboolean       of_person;
};

enum { OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelAffiliations, vel_affiliations, ADW_TYPE_BIN)

static VelInlineText *
get_text (VelAffiliations *self)
{
  return vel_edit_row_get_inline (self->add);
}

static void
link_to (VelAffiliations *self,
         gint64           other,
         const char      *name)
{
  const gint64 id = vel_record_get_id (self->customer);
  g_autoptr(VelChange) change = NULL;
  gint64 affiliation;

  if (other == id)
    return;
  change = vel_change_new (self->of_person ? N_("Add organisation %s to %s") : N_("Add person %s to %s"),
                           name, vel_record_get_text (self->customer, "name"), NULL);
  if (other == 0)
    {
      other = vel_change_insert (change, &vel_customer_entity);
      vel_change_set_text (change, &vel_customer_entity, other, "name", name);
      vel_change_set_text (change, &vel_customer_entity, other, "kind", self->of_person ? "organisation" : "person");
    }
  affiliation = vel_change_insert (change, &vel_affiliation_entity);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "person", self->of_person ? id : other);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "organisation", self->of_person ? other : id);
  vel_change_set_integer (change, &vel_affiliation_entity, affiliation, "position",
                          g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  vel_doing_commit (GTK_WIDGET (self), self->book, change, TRUE);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelAffiliations) self = user_data;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, NULL);
  g_autofree char *typed = NULL;
  g_autofree char *fold = NULL;
  gint64 other = 0;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  typed = vel_text_clean_line (g_strstrip (vel_inline_text_dup_text (get_text (self))));
  fold = vel_text_fold (typed);
  for (guint i = 0; ids != NULL && i < ids->len && other == 0; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_customer_entity, id, NULL);
      g_autofree char *name = record != NULL ? vel_text_fold (vel_record_get_text (record, "name")) : NULL;

      if (g_strcmp0 (name, fold) == 0)
        other = id;
    }
  link_to (self, other, typed);
  vel_inline_text_reset (get_text (self));
}

/* Whoever bears the very name that was typed is meant; where there is nobody, it is somebody new. */
static void
saved_cb (VelAffiliations *self,
          const char      *typed)
{
  const char * const kind[] = { self->of_person ? "organisation" : "person", NULL };
  g_autofree char *name = g_strstrip (g_strdup (typed));
  g_autoptr(VelFilter) filter = NULL;
  g_autoptr(VelQuery) query = NULL;

  if (*name == '\0' || self->picked != 0)
    {
      if (self->picked != 0)
        link_to (self, self->picked, name);
      self->picked = 0;
      vel_inline_text_reset (get_text (self));
      return;
    }
  filter = vel_filter_new (VEL_FILTER_IS, "kind", kind);
  query = vel_query_new (&vel_customer_entity, filter, name, NULL, FALSE);
  vel_book_find_async (self->book, query, self->cancellable, found_cb, g_object_ref (self));
}

static void
picked_cb (VelAffiliations *self,
           const char      *text,
           gint64           id)
{
  self->picked = id;
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  VelAffiliations *self = user_data;
  VelRecord *record = VEL_IS_ROW (item) ? vel_row_get_record (item) : NULL;

  if (!VEL_IS_ROW (item))
    return g_object_ref (GTK_WIDGET (self->add));
  if (record == NULL)
    return gtk_list_box_row_new ();
  return vel_affiliation_row_new (self->book, record, self->of_person ? "organisation" : "person");
}

static void
row_activated_cb (VelAffiliations *self,
                  GtkListBoxRow   *row)
{
  if (VEL_IS_AFFILIATION_ROW (row))
    g_signal_emit (self, signals[OPENED], 0, vel_affiliation_row_get_other (VEL_AFFILIATION_ROW (row)));
}

static void
build_add (VelAffiliations *self)
{
  VelInlineText *text;
  VelSuggest *suggest;

  g_clear_object (&self->add);
  self->add = g_object_ref_sink (g_object_new (VEL_TYPE_EDIT_ROW, NULL));
  text = vel_edit_row_build (self->add, FALSE);
  vel_inline_text_set_title (text, self->of_person ? _("Add organisation") : _("Add person"), FALSE);
  vel_inline_text_set_hint (text, self->of_person ? _("Add organisation") : _("Add person"));
  g_signal_connect_object (text, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  suggest = vel_inline_text_get_suggest (text, FALSE);
  vel_suggestions_search (suggest, self->book, &vel_customer_entity,
                          self->of_person ? "organisation" : "person", NULL, NULL);
}

static void
show_model (VelAffiliations *self)
{
  const char *side = self->of_person ? "person" : "organisation";
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, vel_record_get_id (self->customer));
  const char * const values[] = { id, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, side, values);
  g_autoptr(VelQuery) query = vel_query_new (&vel_affiliation_entity, filter, NULL, "position", FALSE);
  g_autoptr(GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr(GtkFlattenListModel) all = NULL;

  self->model = vel_query_model_new (self->book, query);
  g_list_store_append (lists, self->model);
  g_list_store_append (lists, self->last);
  all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists)));
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (all), make_row_cb, self, NULL);
}

static void
hide_model (VelAffiliations *self)
{
  gtk_list_box_bind_model (self->box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->model);
}

static void
kind_changed_cb (VelAffiliations *self)
{
  const gboolean of_person = g_strcmp0 (vel_record_get_text (self->customer, "kind"), "organisation") != 0;

  if (self->model != NULL && of_person == self->of_person)
    return;
  if (self->model != NULL)
    hide_model (self);
  self->of_person = of_person;
  build_add (self);
  show_model (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  of_person ? _("Organisations") : _("People"), -1);
}

static void
vel_affiliations_dispose (GObject *object)
{
  VelAffiliations *self = VEL_AFFILIATIONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->model != NULL)
    hide_model (self);
  g_clear_object (&self->add);
  g_clear_object (&self->last);
  g_clear_object (&self->customer);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_affiliations_parent_class)->dispose (object);
}

static void
vel_affiliations_class_init (VelAffiliationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_affiliations_dispose;

  /**
   * VelAffiliations::opened:
   * @self: affiliations
   * @id: the customer whose card shall be opened
   */
  signals[OPENED] = g_signal_new ("opened", VEL_TYPE_AFFILIATIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
vel_affiliations_init (VelAffiliations *self)
{
  g_autoptr(GObject) place = g_object_new (G_TYPE_OBJECT, NULL);

  self->cancellable = g_cancellable_new ();
  self->last = g_list_store_new (G_TYPE_OBJECT);
  g_list_store_append (self->last, place);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  g_signal_connect_swapped (self->box, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * vel_affiliations_new:
 * @book: a book
 * @customer: a customer of it
 *
 * Returns: (transfer full): where @customer belongs, or who belongs there
 */
GtkWidget *
vel_affiliations_new (VelBook   *book,
                      VelRecord *customer)
{
  VelAffiliations *self = g_object_new (VEL_TYPE_AFFILIATIONS, NULL);

  self->book = g_object_ref (book);
  self->customer = g_object_ref (customer);
  g_signal_connect_object (customer, "notify::kind", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
  kind_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * vel_affiliations_get_model:
 * @self: affiliations
 *
 * Returns: (transfer none): the affiliations, as rows of the book
 */
GListModel *
vel_affiliations_get_model (VelAffiliations *self)
{
  g_return_val_if_fail (VEL_IS_AFFILIATIONS (self), NULL);

  return G_LIST_MODEL (self->model);
}

/**
 * vel_affiliations_start:
 * @self: affiliations
 *
 * Puts the caret where another is named.
 */
void
vel_affiliations_start (VelAffiliations *self)
{
  g_return_if_fail (VEL_IS_AFFILIATIONS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}
