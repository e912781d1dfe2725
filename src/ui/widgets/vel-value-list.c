/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-value-list.h"

#include <glib/gi18n.h>

#include "vel-text.h"

/**
 * VelValueList:
 *
 * Values of which any number may be ticked, such as the cities to filter by.
 * Where there are many, an entry above finds some of them; where the user may
 * make up others, what is typed there can be added. Those that are ticked
 * stand first when the list is shown.
 */
struct _VelValueList
{
  AdwBin      parent_instance;

  GPtrArray  *values;    /* (owned) (element-type Value) */
  gboolean    can_add;
  gboolean    filling;   /* whether the ticks are being set from here */

  GtkWidget  *search;    /* (nullable) */
  GtkWidget  *scrolled;
  GtkBox     *box;
};

typedef struct
{
  char     *value;   /* (owned) */
  char     *label;   /* (owned) */
  char     *folded;  /* (owned) */
  gboolean  selected;
} Value;

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* More than these are found by typing. */
#define MAX_ROWS 80

#define MAX_HEIGHT 320

G_DEFINE_FINAL_TYPE (VelValueList, vel_value_list, ADW_TYPE_BIN)

static void fill (VelValueList *self);

static void
free_value (gpointer data)
{
  Value *value = data;

  g_free (value->value);
  g_free (value->label);
  g_free (value->folded);
  g_free (value);
}

static Value *
find_value (VelValueList *self,
            const char   *value)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      Value *found = g_ptr_array_index (self->values, i);

      if (g_str_equal (found->value, value))
        return found;
    }
  return NULL;
}

static Value *
add_value (VelValueList *self,
           const char   *value,
           const char   *label)
{
  Value *added = g_new0 (Value, 1);

  added->value = g_strdup (value);
  added->label = g_strdup (label);
  added->folded = vel_text_fold (label);
  g_ptr_array_add (self->values, added);
  return added;
}

static void
toggled_cb (GtkCheckButton *button,
            Value          *value)
{
  VelValueList *self = VEL_VALUE_LIST (gtk_widget_get_ancestor (GTK_WIDGET (button), VEL_TYPE_VALUE_LIST));

  if (self->filling)
    return;
  value->selected = gtk_check_button_get_active (button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_row (VelValueList *self,
            Value        *value)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (value->label);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, value->label, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), value->selected);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), value);
  gtk_box_append (self->box, button);
}

static char *
dup_typed (VelValueList *self)
{
  return vel_text_clean_line (self->search != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->search)) : "");
}

static void
add_typed_cb (VelValueList *self)
{
  g_autofree char *typed = dup_typed (self);
  Value *value;

  if (*typed == '\0')
    return;
  value = find_value (self, typed);
  if (value == NULL)
    value = add_value (self, typed, typed);
  value->selected = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  gtk_widget_grab_focus (self->search);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_add_button (VelValueList *self,
                   const char   *typed)
{
  g_autofree char *text = g_strdup_printf (_("Add “%s”"), typed);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

static void
append_note (VelValueList *self,
             const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->box, label);
}

/* Whether a value stands in a round: first what is ticked, then the rest. What is typed is asked of both. */
static gboolean
is_in_round (const Value *value,
             gboolean     selected,
             const char  *folded)
{
  return value->selected == selected && (*folded == '\0' || strstr (value->folded, folded) != NULL);
}

static void
fill (VelValueList *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *folded = vel_text_fold (typed);
  GtkWidget *child;
  gboolean is_known = *typed == '\0';
  guint n_found = 0;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (int round = 0; round < 2; round++)
    for (guint i = 0; i < self->values->len; i++)
      {
        Value *value = g_ptr_array_index (self->values, i);

        if (!is_in_round (value, round == 0, folded))
          continue;
        is_known |= g_str_equal (value->folded, folded);
        if (n_found++ < MAX_ROWS)
          append_row (self, value);
      }
  if (self->can_add && !is_known)
    append_add_button (self, typed);
  else if (n_found == 0)
    append_note (self, _("Nothing found"));
  else if (n_found > MAX_ROWS)
    append_note (self, _("There are more: type to find them."));
  self->filling = FALSE;
}

/* Enter ticks the only one that was found, or adds what was typed. */
static void
search_activated_cb (VelValueList *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  if (GTK_IS_CHECK_BUTTON (first))
    {
      if (gtk_widget_get_next_sibling (first) == NULL)
        gtk_widget_activate (first);
    }
  else if (GTK_IS_BUTTON (first))
    {
      add_typed_cb (self);
    }
}

static void
vel_value_list_dispose (GObject *object)
{
  VelValueList *self = VEL_VALUE_LIST (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  self->search = NULL;

  G_OBJECT_CLASS (vel_value_list_parent_class)->dispose (object);
}

static void
vel_value_list_finalize (GObject *object)
{
  g_clear_pointer (&VEL_VALUE_LIST (object)->values, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_value_list_parent_class)->finalize (object);
}

static void
vel_value_list_class_init (VelValueListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_value_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_value_list_finalize;

  /**
   * VelValueList::changed:
   * @self: a list
   *
   * The user has ticked other values.
   */
  signals[CHANGED] = g_signal_new ("changed", VEL_TYPE_VALUE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
vel_value_list_init (VelValueList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->values = g_ptr_array_new_with_free_func (free_value);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->box));
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * vel_value_list_new:
 * @has_search: whether there is an entry to find values
 * @can_add: whether what is typed there may become a value
 *
 * Returns: (transfer floating): a list without values
 */
GtkWidget *
vel_value_list_new (gboolean has_search,
                    gboolean can_add)
{
  VelValueList *self = g_object_new (VEL_TYPE_VALUE_LIST, NULL);

  self->can_add = can_add;
  if (has_search)
    {
      self->search = gtk_search_entry_new ();
      gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      can_add ? _("Find or add") : _("Find"), -1);
      g_object_set (self->search, "placeholder-text", can_add ? _("Find or add") : _("Find"), NULL);
      g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activated_cb), self, G_CONNECT_SWAPPED);
      gtk_box_prepend (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->search);
    }
  return GTK_WIDGET (self);
}

/**
 * vel_value_list_offer:
 * @self: a list
 * @value: a value
 * @label: what the user calls it
 *
 * Adds a value, unless it is there; vel_value_list_show() then shows them all.
 */
void
vel_value_list_offer (VelValueList *self,
                      const char   *value,
                      const char   *label)
{
  g_return_if_fail (VEL_IS_VALUE_LIST (self));

  if (find_value (self, value) == NULL)
    add_value (self, value, label);
}

/**
 * vel_value_list_show:
 * @self: a list
 *
 * Shows all that has been offered.
 */
void
vel_value_list_show (VelValueList *self)
{
  g_return_if_fail (VEL_IS_VALUE_LIST (self));

  fill (self);
}

/**
 * vel_value_list_set_selected:
 * @self: a list
 * @values: what is to be ticked; what is not offered, is
 */
void
vel_value_list_set_selected (VelValueList       *self,
                             const char * const *values)
{
  g_return_if_fail (VEL_IS_VALUE_LIST (self));

  for (guint i = 0; i < self->values->len; i++)
    ((Value *) g_ptr_array_index (self->values, i))->selected = FALSE;
  for (guint i = 0; values[i] != NULL; i++)
    {
      Value *value = find_value (self, values[i]);

      if (value == NULL)
        value = add_value (self, values[i], values[i]);
      value->selected = TRUE;
    }
  fill (self);
}

/**
 * vel_value_list_dup_selected:
 * @self: a list
 *
 * Returns: (transfer full): what is ticked
 */
GStrv
vel_value_list_dup_selected (VelValueList *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (VEL_IS_VALUE_LIST (self), NULL);

  for (guint i = 0; i < self->values->len; i++)
    {
      Value *value = g_ptr_array_index (self->values, i);

      if (value->selected)
        g_strv_builder_add (builder, value->value);
    }
  return g_strv_builder_end (builder);
}
