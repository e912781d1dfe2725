/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-stage-removal.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "vel-deal-moves.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-query-model.h"
#include "vel-stage.h"

/* A stage goes, and its deals go to another: which one is asked where there are
 * any. They are looked for once more when the answer has come, since the book
 * may have changed meanwhile. */

typedef struct
{
  GtkWidget   *widget;    /* (owned) */
  VelBook     *book;      /* (owned) */
  VelRecord   *stage;     /* (owned) */
  guint        before;    /* which of the others stands before it */
  GArray      *others;    /* (owned) (element-type gint64): the stages where its deals may go */
  GtkDropDown *choice;    /* (owned) (nullable) */
  VelRecord   *target;    /* (owned) (nullable): where they go */
} Removal;

static void
removal_free (Removal *self)
{
  g_clear_object (&self->widget);
  g_clear_object (&self->book);
  g_clear_object (&self->stage);
  g_clear_object (&self->choice);
  g_clear_object (&self->target);
  g_clear_pointer (&self->others, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static VelQuery *
make_query (const VelEntity *entity,
            const char      *field,
            gint64           id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char * const values[] = { text, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, field, values);

  return vel_query_new (entity, filter, NULL, "position", FALSE);
}

static void find_deals (Removal *self);

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr(Removal) self = user_data;
  const guint chosen = gtk_drop_down_get_selected (self->choice);
  g_autoptr(GError) error = NULL;

  g_signal_handlers_disconnect_by_func (dialog, answered_cb, user_data);
  if (g_strcmp0 (response, "remove") != 0 || chosen >= self->others->len)
    return;
  self->target = vel_book_get_record (self->book, &vel_stage_entity, g_array_index (self->others, gint64, chosen), &error);
  if (self->target == NULL)
    vel_doing_tell_failed (self->widget, _("This stage could not be removed"), error);
  else
    find_deals (g_steal_pointer (&self));
}

static void
ask (Removal *self,
     int      n_deals)
{
  const char *name = vel_record_get_text (self->stage, "name");
  GtkRoot *root = gtk_widget_get_root (self->widget);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *heading = g_strdup_printf (_("Remove “%s”?"), name);
  g_autofree char *body = g_strdup_printf (
    ngettext ("%d deal is in this stage, closed ones included. Where shall it go?",
              "%d deals are in this stage, closed ones included. Where shall they go?", n_deals), n_deals);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), heading, body);

  for (guint i = 0; i < self->others->len; i++)
    {
      g_autoptr(VelRecord) other = vel_book_get_record (self->book, &vel_stage_entity,
                                                        g_array_index (self->others, gint64, i), NULL);

      gtk_string_list_append (names, other != NULL ? vel_record_get_text (other, "name") : "");
    }
  self->choice = g_object_ref_sink (GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL)));
  gtk_drop_down_set_selected (self->choice, self->before);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Where the deals go"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (self->choice));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "remove", _("_Move and remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
deals_found_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Removal) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) deals = vel_book_find_finish (VEL_BOOK (object), result, &error);
  g_autoptr(VelChange) change = NULL;

  if (gtk_widget_get_root (self->widget) == NULL)
    return;
  if (deals == NULL)
    {
      vel_doing_tell_failed (self->widget, _("This stage could not be removed"), error);
      return;
    }
  if (deals->len > 0 && self->target == NULL)
    {
      const int n_deals = (int) deals->len;

      ask (g_steal_pointer (&self), n_deals);
      return;
    }
  change = vel_stage_remove (self->stage, self->target, deals);
  vel_doing_commit (self->widget, self->book, change, TRUE);
}

static void
find_deals (Removal *self)
{
  g_autoptr(VelQuery) query = make_query (&vel_deal_entity, "stage", vel_record_get_id (self->stage));

  vel_book_find_async (self->book, query, NULL, deals_found_cb, self);
}

static void
stages_found_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Removal) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) stages = NULL;

  stages = vel_book_find_finish (VEL_BOOK (object), result, &error);
  if (gtk_widget_get_root (self->widget) == NULL)
    return;
  if (stages == NULL)
    {
      vel_doing_tell_failed (self->widget, _("This stage could not be removed"), error);
      return;
    }
  self->others = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < stages->len; i++)
    if (g_array_index (stages, gint64, i) != vel_record_get_id (self->stage))
      g_array_append_val (self->others, g_array_index (stages, gint64, i));
    else
      self->before = i > 0 ? i - 1 : 0;
  if (self->others->len == 0)
    vel_doing_tell (self->widget, _("This is the last stage of its pipeline. A pipeline needs one."));
  else
    find_deals (g_steal_pointer (&self));
}

/**
 * vel_stage_removal_ask:
 * @widget: the widget that asks, in a window
 * @book: a book
 * @stage: a stage of it
 *
 * Removes @stage. Where deals are in it a dialog asks to which stage of the
 * pipeline these go; the last stage stays.
 */
void
vel_stage_removal_ask (GtkWidget *widget,
                       VelBook   *book,
                       VelRecord *stage)
{
  Removal *self = g_new0 (Removal, 1);
  g_autoptr(VelQuery) query = make_query (&vel_stage_entity, "pipeline", vel_record_get_integer (stage, "pipeline"));

  self->widget = g_object_ref (widget);
  self->book = g_object_ref (book);
  self->stage = g_object_ref (stage);
  vel_book_find_async (book, query, NULL, stages_found_cb, self);
}
