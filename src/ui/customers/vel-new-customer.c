/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-new-customer.h"

#include <glib/gi18n.h>

#include "vel-column-words.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-field-row.h"
#include "vel-place.h"
#include "vel-suggestions.h"
#include "vel-text.h"
#include "vel-twins.h"

/**
 * VelNewCustomer:
 *
 * The dialog that adds a customer: what one knows after the first call, by
 * keyboard alone. Enter adds from wherever one is. Whoever may be meant and is
 * here already is shown below. What was typed and not added stands there again
 * the next time.
 */

enum { NAME, ORGANISATION, PHONE, EMAIL, CITY, SOURCE, N_ENTRIES };

static const char * const fields[N_ENTRIES] = { "name", "organisation", "phone", "email", "city", "source" };

struct _VelNewCustomer
{
  AdwWindow        parent_instance;

  VelBook         *book;         /* (owned) */
  gboolean         kind_chosen;  /* whether the user has said what it is */
  gboolean         saving;

  GtkToggleButton *person;
  GtkToggleButton *organisation_kind;
  GtkWidget       *entries[N_ENTRIES];
  VelSuggest      *suggestions[N_ENTRIES];  /* (nullable) */
  char            *sentences[N_ENTRIES];    /* (owned) (nullable): what is to be said of each */
  GtkLabel        *note;
  VelTwins        *twins;
};

enum { OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelNewCustomer, vel_new_customer, ADW_TYPE_WINDOW)

static const VelField *
get_field (guint entry)
{
  return vel_entity_find_field (&vel_customer_entity, fields[entry]);
}

static const char *
get_text (VelNewCustomer *self,
          guint           entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entries[entry]));
}

static gboolean
is_organisation (VelNewCustomer *self)
{
  return gtk_toggle_button_get_active (self->organisation_kind);
}

/* Makes the dialog as high as what is in it. */
static void
fit (VelNewCustomer *self)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
}

/* The first of the sentences is told below the entries. */
static void
refresh_note (VelNewCustomer *self)
{
  const char *sentence = NULL;

  gboolean was_visible = gtk_widget_get_visible (GTK_WIDGET (self->note));

  for (guint i = 0; i < N_ENTRIES && sentence == NULL; i++)
    sentence = self->sentences[i];
  gtk_label_set_label (self->note, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), sentence != NULL);
  if (was_visible != (sentence != NULL))
    fit (self);
}

/* Marks an entry as what its text deserves. */
static VelVerdict
judge (VelNewCustomer *self,
       guint           entry)
{
  GtkWidget *widget = self->entries[entry];
  VelVerdict verdict;

  g_clear_pointer (&self->sentences[entry], g_free);
  verdict = vel_field_row_judge (get_field (entry), get_text (self, entry), &self->sentences[entry]);
  gtk_widget_remove_css_class (widget, "error");
  gtk_widget_remove_css_class (widget, "warning");
  if (verdict == VEL_VERDICT_WRONG)
    gtk_widget_add_css_class (widget, "error");
  else if (verdict == VEL_VERDICT_DOUBTFUL)
    gtk_widget_add_css_class (widget, "warning");
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               verdict == VEL_VERDICT_WRONG ? GTK_ACCESSIBLE_INVALID_TRUE
                                                            : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  refresh_note (self);
  return verdict;
}

static void
refresh_kind (VelNewCustomer *self)
{
  gtk_widget_set_visible (self->entries[ORGANISATION], !is_organisation (self));
}

static void
look (VelNewCustomer *self)
{
  vel_twins_look (self->twins, get_text (self, NAME), is_organisation (self), get_text (self, PHONE),
                  get_text (self, EMAIL));
}

static void
kind_changed_cb (VelNewCustomer *self)
{
  refresh_kind (self);
  if (self->book != NULL)
    look (self);
}

static void
kind_chosen_cb (VelNewCustomer *self)
{
  self->kind_chosen = TRUE;
}

static void
refresh_add (VelNewCustomer *self)
{
  g_autofree char *name = g_strstrip (g_strdup (get_text (self, NAME)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-customer.add", *name != '\0' && !self->saving);
}

static void
changed_cb (VelNewCustomer *self,
            GtkEditable    *entry)
{
  /* What is being typed is wrong until it is whole; the complaint comes when one goes on. */
  for (guint i = 0; i < N_ENTRIES; i++)
    if (self->entries[i] == GTK_WIDGET (entry))
      g_clear_pointer (&self->sentences[i], g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "warning");
  refresh_note (self);
  if (GTK_WIDGET (entry) == self->entries[NAME] && !self->kind_chosen)
    gtk_toggle_button_set_active (vel_column_words_is_company (get_text (self, NAME)) ? self->organisation_kind
                                                                                      : self->person, TRUE);
  refresh_add (self);
  look (self);
}

static void
left_cb (VelNewCustomer     *self,
         GtkEventController *focus)
{
  GtkWidget *widget = gtk_event_controller_get_widget (focus);

  for (guint i = 0; i < N_ENTRIES; i++)
    if (self->entries[i] == widget && i != NAME && *get_text (self, i) != '\0')
      judge (self, i);
}

/* The province of a district that was named in its place is known. */
static void
set_city (VelChange  *change,
          gint64      id,
          const char *typed)
{
  const char *city = vel_place_find_city (typed);
  const char *around = city == NULL ? vel_place_city_of_district (typed) : NULL;
  const char *district = around != NULL ? vel_place_find_district (around, typed) : NULL;
  g_autofree char *line = vel_text_clean_line (typed);

  vel_change_set_text (change, &vel_customer_entity, id, "city",
                       city != NULL ? city : district != NULL ? around : g_strstrip (line));
  if (district != NULL)
    vel_change_set_text (change, &vel_customer_entity, id, "district", district);
}

static VelChange *
make_change (VelNewCustomer *self)
{
  g_autofree char *name = g_strstrip (vel_text_clean_line (get_text (self, NAME)));
  VelChange *change = vel_change_new (N_("Add %s"), name, NULL);
  const gint64 id = vel_change_insert (change, &vel_customer_entity);

  vel_change_set_text (change, &vel_customer_entity, id, "kind", is_organisation (self) ? "organisation" : "person");
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_auto(VelValue) value = VEL_VALUE_INIT;

      if (i == ORGANISATION && is_organisation (self))
        continue;
      if (!vel_field_parse (get_field (i), get_text (self, i), &value, NULL) || value.kind != VEL_VALUE_TEXT)
        continue;
      if (i == CITY)
        set_city (change, id, value.text);
      else
        vel_change_take_value (change, &vel_customer_entity, id, fields[i], &value);
    }
  return change;
}

/* What was typed in a dialog that was closed, for as long as the book is open. */
#define DRAFT "vel-new-customer-draft"

static void
keep_draft (VelNewCustomer *self)
{
  g_autoptr(GStrvBuilder) draft = g_strv_builder_new ();
  gboolean is_empty = TRUE;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_strv_builder_add (draft, get_text (self, i));
      is_empty &= *get_text (self, i) == '\0';
    }
  g_object_set_data_full (G_OBJECT (self->book), DRAFT, is_empty ? NULL : g_strv_builder_end (draft),
                          (GDestroyNotify) g_strfreev);
}

static void
take_draft (VelNewCustomer *self)
{
  const char * const *draft = g_object_get_data (G_OBJECT (self->book), DRAFT);

  for (guint i = 0; draft != NULL && i < N_ENTRIES; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), draft[i]);
  /* One key replaces it. */
  gtk_editable_select_region (GTK_EDITABLE (self->entries[NAME]), 0, -1);
}

static void
open_customer (VelNewCustomer *self,
               gint64          id)
{
  g_signal_emit (self, signals[OPENED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
twin_opened_cb (VelNewCustomer *self,
                gint64          id)
{
  keep_draft (self);
  open_customer (self, id);
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelNewCustomer *self = VEL_NEW_CUSTOMER (object);
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);

  self->saving = FALSE;
  if (self->book == NULL)
    return;
  refresh_add (self);
  if (commit == NULL)
    return;
  g_object_set_data (G_OBJECT (self->book), DRAFT, NULL);
  open_customer (self, g_array_index (commit->ids, gint64, 0));
}

static void
add (VelNewCustomer *self)
{
  g_autoptr(VelChange) change = NULL;

  if (self->saving)
    return;
  for (guint i = 0; i < N_ENTRIES; i++)
    if (judge (self, i) == VEL_VERDICT_WRONG)
      {
        gtk_widget_grab_focus (self->entries[i]);
        return;
      }
  change = make_change (self);
  self->saving = TRUE;
  refresh_add (self);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, TRUE, added_cb, NULL);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  add (VEL_NEW_CUSTOMER (widget));
}

static gboolean
vel_new_customer_close_request (GtkWindow *window)
{
  keep_draft (VEL_NEW_CUSTOMER (window));
  return GTK_WINDOW_CLASS (vel_new_customer_parent_class)->close_request (window);
}

static void
vel_new_customer_dispose (GObject *object)
{
  VelNewCustomer *self = VEL_NEW_CUSTOMER (object);

  for (guint i = 0; i < N_ENTRIES; i++)
    if (self->suggestions[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions[i])));
  g_clear_object (&self->book);
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_NEW_CUSTOMER);

  G_OBJECT_CLASS (vel_new_customer_parent_class)->dispose (object);
}

static void
vel_new_customer_finalize (GObject *object)
{
  VelNewCustomer *self = VEL_NEW_CUSTOMER (object);

  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (self->sentences[i]);

  G_OBJECT_CLASS (vel_new_customer_parent_class)->finalize (object);
}

static void
vel_new_customer_class_init (VelNewCustomerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = vel_new_customer_dispose;
  object_class->finalize = vel_new_customer_finalize;
  window_class->close_request = vel_new_customer_close_request;

  /**
   * VelNewCustomer::opened:
   * @self: the dialog
   * @id: the customer whose card shall be shown: the new one, or one who was here
   */
  signals[OPENED] = g_signal_new ("opened", VEL_TYPE_NEW_CUSTOMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (VEL_TYPE_TWINS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/customers/vel-new-customer.ui");
  gtk_widget_class_bind_template_child (widget_class, VelNewCustomer, person);
  gtk_widget_class_bind_template_child (widget_class, VelNewCustomer, organisation_kind);
  gtk_widget_class_bind_template_child (widget_class, VelNewCustomer, note);
  gtk_widget_class_bind_template_child (widget_class, VelNewCustomer, twins);
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, fields[i], FALSE,
                                               G_STRUCT_OFFSET (VelNewCustomer, entries) +
                                               (gssize) (i * sizeof (GtkWidget *)));
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fit);
  gtk_widget_class_bind_template_callback (widget_class, twin_opened_cb);

  gtk_widget_class_install_action (widget_class, "new-customer.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "new-customer.add", NULL);
}

static void
vel_new_customer_init (VelNewCustomer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
      gtk_widget_add_controller (self->entries[i], focus);
      g_signal_connect_swapped (self->entries[i], "entry-activated", G_CALLBACK (add), self);
    }
  refresh_add (self);
}

static void
set_book (VelNewCustomer *self,
          VelBook        *book)
{
  static const guint suggested[] = { ORGANISATION, CITY, SOURCE };

  self->book = g_object_ref (book);
  vel_twins_set_book (self->twins, book);
  for (gsize i = 0; i < G_N_ELEMENTS (suggested); i++)
    {
      GtkWidget *entry = self->entries[suggested[i]];

      self->suggestions[suggested[i]] = vel_suggest_new (entry, GTK_EDITABLE (entry), TRUE);
      vel_suggestions_follow (self->suggestions[suggested[i]], book, &vel_customer_entity, fields[suggested[i]], NULL,
                              NULL);
    }
  for (guint i = 0; i < N_ENTRIES; i++)
    g_signal_connect_swapped (self->entries[i], "changed", G_CALLBACK (changed_cb), self);
  take_draft (self);
}

/**
 * vel_new_customer_present:
 * @parent: a widget in the window before which it stands
 * @book: a book
 *
 * Asks for a new customer.
 *
 * Returns: (transfer none): the dialog, which goes when it is closed
 */
VelNewCustomer *
vel_new_customer_present (GtkWidget *parent,
                          VelBook   *book)
{
  VelNewCustomer *self = g_object_new (VEL_TYPE_NEW_CUSTOMER, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  set_book (self, book);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entries[NAME]);
  return self;
}
