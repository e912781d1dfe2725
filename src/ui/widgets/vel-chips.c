/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-chips.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-wrap-layout.h"

/**
 * VelChips:
 *
 * Words as chips: each can be taken away, and a quiet button at the end turns
 * into an entry for one more, which suggests what others have. It keeps
 * nothing itself: it asks by #VelChips::added and #VelChips::removed, and
 * shows what vel_chips_set_words() tells.
 */
struct _VelChips
{
  GtkWidget   parent_instance;

  GtkWidget  *add;      /* the button */
  GtkWidget  *entry;
  VelSuggest *suggest;
  GStrv       words;    /* (owned) */
  GPtrArray  *chips;    /* (owned) (element-type GtkWidget): one a word, not owned */
};

enum { ADDED, REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelChips, vel_chips, GTK_TYPE_WIDGET)

static guint
find_chip (VelChips  *self,
           GtkWidget *inside)
{
  guint i = 0;

  while (i < self->chips->len && !gtk_widget_is_ancestor (inside, g_ptr_array_index (self->chips, i)))
    i++;
  return i;
}

static void
remove_cb (GtkButton *button,
           VelChips  *self)
{
  const guint i = find_chip (self, GTK_WIDGET (button));
  g_autofree char *word = NULL;

  if (i == self->chips->len)
    return;
  word = g_strdup (self->words[i]);
  /* The chip goes; the focus shall not go to the other end of the page with it. */
  if (gtk_widget_has_focus (GTK_WIDGET (button)))
    gtk_widget_grab_focus (self->add);
  g_signal_emit (self, signals[REMOVED], 0, word);
}

static GtkWidget *
make_chip (VelChips   *self,
           const char *word)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (word);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *tip = g_strdup_printf (_("Remove “%s”"), word);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "vel-chip");
  gtk_widget_add_css_class (chip, "removable");
  return chip;
}

static void
add_word (VelChips *self)
{
  g_autofree char *word = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (*word != '\0' && (self->words == NULL || !g_strv_contains ((const char * const *) self->words, word)))
    g_signal_emit (self, signals[ADDED], 0, word);
}

static void
close_entry (VelChips *self)
{
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_set_visible (self->add, TRUE);
}

static void
changed_cb (VelChips *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  /* A comma ends a word, as in other programs. */
  if (strpbrk (text, ",;") != NULL)
    {
      g_auto(GStrv) parts = g_strsplit_set (text, ",;", 2);
      g_autofree char *rest = g_strdup (parts[1]);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), parts[0]);
      add_word (self);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), rest);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                VelChips              *self)
{
  const gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  if (key == GDK_KEY_Escape)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      gtk_widget_set_visible (self->add, TRUE);
      gtk_widget_grab_focus (self->add);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_BackSpace && is_empty && self->chips->len > 0)
    {
      g_autofree char *word = g_strdup (self->words[self->chips->len - 1]);

      g_signal_emit (self, signals[REMOVED], 0, word);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  GParamSpec              *pspec,
                  VelChips                *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (gtk_event_controller_focus_contains_focus (controller) || self->words == NULL ||
      (GTK_IS_WINDOW (root) && !gtk_window_is_active (GTK_WINDOW (root))))
    return;
  add_word (self);
  close_entry (self);
}

static void
vel_chips_dispose (GObject *object)
{
  VelChips *self = VEL_CHIPS (object);
  GtkWidget *child;

  g_clear_pointer (&self->words, g_strfreev);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vel_chips_parent_class)->dispose (object);
}

static void
vel_chips_finalize (GObject *object)
{
  VelChips *self = VEL_CHIPS (object);

  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_chips_parent_class)->finalize (object);
}

static void
vel_chips_class_init (VelChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_chips_dispose;
  object_class->finalize = vel_chips_finalize;

  /**
   * VelChips::added:
   * @self: chips
   * @word: what was typed or picked
   */
  signals[ADDED] = g_signal_new ("added", VEL_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * VelChips::removed:
   * @self: chips
   * @word: whose chip shall go
   */
  signals[REMOVED] = g_signal_new ("removed", VEL_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vel_chips_init (VelChips *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = g_ptr_array_new ();
  self->words = g_new0 (char *, 1);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), vel_wrap_layout_new (6, 4));

  self->add = gtk_button_new ();
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add, "vel-chip");
  gtk_widget_add_css_class (self->add, "vel-chip-add");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (vel_chips_start), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));

  self->entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_widget_set_valign (self->entry, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->entry, FALSE);
  gtk_widget_add_css_class (self->entry, "vel-chip");
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (add_word), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self);
  gtk_widget_add_controller (self->entry, focus);

  self->suggest = vel_suggest_new (GTK_WIDGET (self), GTK_EDITABLE (self->entry), TRUE);
  g_signal_connect_swapped (self->suggest, "picked", G_CALLBACK (add_word), self);
}

/**
 * vel_chips_new:
 * @add: what the button that adds one says
 *
 * Returns: (transfer full): no chips yet
 */
GtkWidget *
vel_chips_new (const char *add)
{
  VelChips *self = g_object_new (VEL_TYPE_CHIPS, NULL);

  gtk_button_set_label (GTK_BUTTON (self->add), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  return GTK_WIDGET (self);
}

/**
 * vel_chips_add_lead:
 * @self: chips
 * @widget: (transfer floating): what stands in the line before them
 */
void
vel_chips_add_lead (VelChips  *self,
                    GtkWidget *widget)
{
  g_return_if_fail (VEL_IS_CHIPS (self));

  gtk_widget_insert_before (widget, GTK_WIDGET (self),
                            self->chips->len > 0 ? g_ptr_array_index (self->chips, 0) : self->add);
}

/**
 * vel_chips_set_words:
 * @self: chips
 * @words: (nullable): what they say
 */
void
vel_chips_set_words (VelChips           *self,
                     const char * const *words)
{
  static const char * const nothing[] = { NULL };

  g_return_if_fail (VEL_IS_CHIPS (self));

  if (words == NULL)
    words = nothing;
  if (g_strv_equal (words, (const char * const *) self->words))
    return;
  for (guint i = 0; i < self->chips->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->chips, i));
  g_ptr_array_set_size (self->chips, 0);
  g_strfreev (self->words);
  self->words = g_strdupv ((GStrv) words);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      GtkWidget *chip = make_chip (self, words[i]);

      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->add);
      g_ptr_array_add (self->chips, chip);
    }
}

/**
 * vel_chips_get_suggest:
 * @self: chips
 *
 * Returns: (transfer none): what is suggested to be added
 */
VelSuggest *
vel_chips_get_suggest (VelChips *self)
{
  g_return_val_if_fail (VEL_IS_CHIPS (self), NULL);

  return self->suggest;
}

/**
 * vel_chips_start:
 * @self: chips
 *
 * Opens the entry for one more.
 */
void
vel_chips_start (VelChips *self)
{
  g_return_if_fail (VEL_IS_CHIPS (self));

  gtk_widget_set_visible (self->entry, TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_widget_set_visible (self->add, FALSE);
}

/**
 * vel_chips_finish:
 * @self: chips
 *
 * Adds what is typed, if anything is, and closes the entry.
 */
void
vel_chips_finish (VelChips *self)
{
  g_return_if_fail (VEL_IS_CHIPS (self));

  add_word (self);
  close_entry (self);
}
