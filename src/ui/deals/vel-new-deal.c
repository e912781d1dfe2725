/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-new-deal-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-setting.h"

/**
 * VelNewDeal:
 *
 * The dialog that adds a deal, by keyboard alone: what it is, for whom, for how
 * much, where it begins and what is next. Enter adds from wherever one is. A
 * customer who is not in the book yet is added with the deal. What was typed
 * and not added stands there again the next time.
 */

const char * const vel_new_deal_fields[N_ENTRIES] = { "title", "customer", "amount", "expected_close", "next_step" };

enum { CREATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelNewDeal, vel_new_deal, ADW_TYPE_WINDOW)

const char *
vel_new_deal_get_text (VelNewDeal *self,
                       guint       entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[entry]));
}

gboolean
vel_new_deal_is_blank (VelNewDeal *self,
                       guint       entry)
{
  g_autofree char *text = g_strstrip (g_strdup (vel_new_deal_get_text (self, entry)));

  return *text == '\0';
}

/* Makes the dialog as high as what is in it. */
static void
fit (VelNewDeal *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

/* The first of the sentences is told below the entries; where nothing is wrong, who will be added. */
void
vel_new_deal_refresh_note (VelNewDeal *self)
{
  g_autofree char *name = g_strstrip (g_strdup (vel_new_deal_get_text (self, CUSTOMER)));
  g_autofree char *said = NULL;
  const gboolean was_visible = gtk_widget_get_visible (GTK_WIDGET (self->note));

  for (guint i = 0; i < N_ENTRIES && said == NULL; i++)
    said = g_strdup (self->sentences[i]);
  if (said == NULL && *name != '\0' && vel_new_deal_knows_who (self) && self->customer == 0)
    said = self->n_namesakes > 0
             ? g_strdup_printf (_("More than one is called “%s”. Choose one from the list."), name)
             : g_strdup_printf (_("“%s” is not in the book yet, and will be added with the deal."), name);
  gtk_label_set_label (self->note, said != NULL ? said : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), said != NULL);
  if (was_visible != (said != NULL))
    fit (self);
}

/* Whether an entry can stay as it is; else it is marked, and the sentence says why. */
static gboolean
judge (VelNewDeal *self,
       guint       entry)
{
  GtkWidget *widget = self->entries[entry];
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autofree char *currency = NULL;
  g_autoptr(GError) error = NULL;
  gboolean good = TRUE;

  g_clear_pointer (&self->sentences[entry], g_free);
  if (entry == CUSTOMER)
    good = self->customer != 0 || self->n_namesakes == 0 || !vel_new_deal_knows_who (self);
  else if (!vel_new_deal_parse (self, entry, &value, &currency, &error))
    good = FALSE;
  if (error != NULL)
    self->sentences[entry] = g_strdup (error->message);
  if (good)
    gtk_widget_remove_css_class (widget, "error");
  else
    gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  vel_new_deal_refresh_note (self);
  return good;
}

static void
refresh_add (VelNewDeal *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-deal.add",
                                 !vel_new_deal_is_blank (self, TITLE) && !vel_new_deal_is_blank (self, CUSTOMER) && !self->saving);
}

static void
changed_cb (VelNewDeal  *self,
            GtkEditable *entry)
{
  /* What is being typed is wrong until it is whole; the complaint comes when one goes on. */
  for (guint i = 0; i < N_ENTRIES; i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      g_clear_pointer (&self->sentences[i], g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  self->adds_then = FALSE;
  refresh_add (self);
  if (GTK_WIDGET (entry) == self->entries[CUSTOMER])
    vel_new_deal_look (self);
  vel_new_deal_refresh_note (self);
}

static void
left_cb (VelNewDeal         *self,
         GtkEventController *focus)
{
  GtkWidget *widget = gtk_event_controller_get_widget (focus);

  for (guint i = 0; i < N_ENTRIES; i++)
    if (self->entries[i] == widget && i != TITLE && !vel_new_deal_is_blank (self, i))
      judge (self, i);
}

/* What was typed in a dialog that was closed, for as long as the book is open. */
#define DRAFT "vel-new-deal-draft"

static void
keep_draft (VelNewDeal *self)
{
  g_autoptr(GStrvBuilder) draft = g_strv_builder_new ();
  gboolean is_empty = TRUE;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_strv_builder_add (draft, vel_new_deal_get_text (self, i));
      is_empty &= i == CUSTOMER || vel_new_deal_is_blank (self, i);
    }
  g_object_set_data_full (G_OBJECT (self->book), DRAFT, is_empty ? NULL : g_strv_builder_end (draft),
                          (GDestroyNotify) g_strfreev);
}

static void
take_draft (VelNewDeal *self)
{
  const char * const *draft = g_object_get_data (G_OBJECT (self->book), DRAFT);

  for (guint i = 0; draft != NULL && i < N_ENTRIES; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), draft[i]);
  /* One key replaces it. */
  gtk_editable_select_region (GTK_EDITABLE (self->entries[TITLE]), 0, -1);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelNewDeal *self = VEL_NEW_DEAL (object);
  const guint position = GPOINTER_TO_UINT (user_data);
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);

  self->saving = FALSE;
  if (self->book == NULL)
    return;
  refresh_add (self);
  if (commit == NULL)
    return;
  g_object_set_data (G_OBJECT (self->book), DRAFT, NULL);
  g_signal_emit (self, signals[CREATED], 0, g_array_index (commit->ids, gint64, position));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Adds the deal; where it is not known yet who is meant, as soon as it is. */
void
vel_new_deal_add (VelNewDeal *self)
{
  g_autoptr(VelChange) change = NULL;

  self->adds_then = FALSE;
  if (self->saving || vel_new_deal_is_blank (self, TITLE) || vel_new_deal_is_blank (self, CUSTOMER))
    {
      gtk_widget_grab_focus (self->entries[vel_new_deal_is_blank (self, TITLE) ? TITLE : CUSTOMER]);
      return;
    }
  if (!vel_new_deal_knows_who (self))
    {
      self->adds_then = TRUE;
      if (self->looking == NULL)
        vel_new_deal_look (self);
      return;
    }
  for (guint i = 0; i < N_ENTRIES; i++)
    if (!judge (self, i))
      {
        gtk_widget_grab_focus (self->entries[i]);
        return;
      }
  change = vel_new_deal_make_change (self);
  self->saving = TRUE;
  refresh_add (self);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, TRUE, added_cb,
                          GUINT_TO_POINTER (self->customer != 0 ? 0 : 1));
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  vel_new_deal_add (VEL_NEW_DEAL (widget));
}

static gboolean
vel_new_deal_close_request (GtkWindow *window)
{
  keep_draft (VEL_NEW_DEAL (window));
  return GTK_WINDOW_CLASS (vel_new_deal_parent_class)->close_request (window);
}

static void
vel_new_deal_dispose (GObject *object)
{
  VelNewDeal *self = VEL_NEW_DEAL (object);

  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions)));
  g_clear_object (&self->stages);
  g_clear_object (&self->pipelines);
  g_clear_object (&self->settings);
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_NEW_DEAL);

  G_OBJECT_CLASS (vel_new_deal_parent_class)->dispose (object);
}

static void
vel_new_deal_finalize (GObject *object)
{
  VelNewDeal *self = VEL_NEW_DEAL (object);

  g_clear_pointer (&self->stage_ids, g_array_unref);
  g_clear_pointer (&self->customer_name, g_free);
  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (self->sentences[i]);

  G_OBJECT_CLASS (vel_new_deal_parent_class)->finalize (object);
}

static void
vel_new_deal_class_init (VelNewDealClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_new_deal_dispose;
  object_class->finalize = vel_new_deal_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = vel_new_deal_close_request;

  /**
   * VelNewDeal::created:
   * @self: the dialog
   * @id: the new deal
   */
  signals[CREATED] = g_signal_new ("created", VEL_TYPE_NEW_DEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/deals/vel-new-deal.ui");
  gtk_widget_class_bind_template_child (widget_class, VelNewDeal, stage);
  gtk_widget_class_bind_template_child (widget_class, VelNewDeal, note);
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, vel_new_deal_fields[i], FALSE,
                                               G_STRUCT_OFFSET (VelNewDeal, entries) +
                                               (gssize) (i * sizeof (GtkWidget *)));
  gtk_widget_class_install_action (widget_class, "new-deal.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "new-deal.add", NULL);
}

static void
vel_new_deal_init (VelNewDeal *self)
{
  self->stage_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (self->entries[i], focus);
      g_signal_connect_swapped (self->entries[i], "entry-activated", G_CALLBACK (vel_new_deal_add), self);
      g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (changed_cb), self);
    }
}

static void
set_book (VelNewDeal *self,
          VelBook    *book)
{
  const char * const names[] = { "currency", NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "name", names);
  g_autoptr(VelQuery) settings = vel_query_new (&vel_setting_entity, filter, NULL, "name", FALSE);

  self->book = g_object_ref (book);
  self->settings = vel_query_model_new (book, settings);
  vel_new_deal_bind_customer (self);
  vel_new_deal_follow_stages (self);
  take_draft (self);
}

/**
 * vel_new_deal_present:
 * @parent: a widget in the window before which it stands
 * @book: a book
 * @customer: for whom it is, or 0
 * @stage: where it begins, or 0 for the first stage
 *
 * Asks for a new deal.
 *
 * Returns: (transfer none): the dialog, which goes when it is closed
 */
VelNewDeal *
vel_new_deal_present (GtkWidget *parent,
                      VelBook   *book,
                      gint64     customer,
                      gint64     stage)
{
  VelNewDeal *self = g_object_new (VEL_TYPE_NEW_DEAL, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->wanted_stage = stage;
  set_book (self, book);
  if (customer != 0)
    vel_new_deal_set_customer (self, customer);
  refresh_add (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entries[TITLE]);
  return self;
}
