/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-inline-text.h"

#include "vel-type-area.h"

/**
 * VelInlineText:
 *
 * A text that reads like a label and is edited where it stands. It holds two
 * things: the value, which its owner sets, and the text, which somebody types.
 * Leaving it or Enter (Ctrl+Enter where there are several lines) saves the
 * text by #VelInlineText::saved unless the check says that it is wrong; then it
 * stays and the sentence says why. Escape brings the value back. A value that
 * changes while somebody types does not take the typed text away.
 *
 * GtkEditableLabel swaps two widgets, so that Tab passes it by, and knows
 * neither checks nor several lines; AdwEntryRow is a row only.
 */
struct _VelInlineText
{
  GtkWidget       parent_instance;

  VelTypeArea    *area;
  GtkWidget      *text;      /* what in it has the focus */
  GtkLabel       *caption;
  GtkLabel       *note;
  VelSuggest     *suggest;   /* (nullable) */

  char           *value;     /* (owned) */
  char           *saved;     /* (owned) (nullable): the text that waits for the book */
  char           *sentence;  /* (owned) (nullable) */
  VelInlineCheck  check;     /* (nullable) */
  gpointer        check_data;
  GDestroyNotify  check_destroy;
  VelVerdict      verdict;
  gboolean        multiline;
  gboolean        editing;
};

enum { PROP_0, PROP_VERDICT, PROP_EDITING, N_PROPS };
enum { SAVED, LEFT, PICKED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (VelVerdict, vel_verdict,
                    G_DEFINE_ENUM_VALUE (VEL_VERDICT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (VEL_VERDICT_GOOD, "good"),
                    G_DEFINE_ENUM_VALUE (VEL_VERDICT_DOUBTFUL, "doubtful"),
                    G_DEFINE_ENUM_VALUE (VEL_VERDICT_WRONG, "wrong"))

G_DEFINE_FINAL_TYPE (VelInlineText, vel_inline_text, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
refresh_note (VelInlineText *self)
{
  const gboolean bad = self->verdict == VEL_VERDICT_DOUBTFUL || self->verdict == VEL_VERDICT_WRONG;
  /* What is merely doubtful is told while it is typed, and afterwards by a mark. */
  const gboolean told = bad && self->sentence != NULL && (self->editing || self->verdict == VEL_VERDICT_WRONG);

  gtk_label_set_label (self->note, told ? self->sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), told);
  set_class (GTK_WIDGET (self), "wrong", self->verdict == VEL_VERDICT_WRONG);
  set_class (GTK_WIDGET (self), "doubtful", self->verdict == VEL_VERDICT_DOUBTFUL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               self->verdict == VEL_VERDICT_WRONG ? GTK_ACCESSIBLE_INVALID_TRUE
                                                                  : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
judge (VelInlineText *self,
       const char    *text)
{
  const VelVerdict before = self->verdict;

  g_clear_pointer (&self->sentence, g_free);
  self->verdict = VEL_VERDICT_NONE;
  if (self->check != NULL)
    self->verdict = self->check (text, &self->sentence, self->check_data);
  refresh_note (self);
  if (self->verdict != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}

static void
typed_cb (VelInlineText *self)
{
  g_autofree char *text = vel_inline_text_dup_text (self);

  judge (self, text);
}

static void
put_text (VelInlineText *self,
          const char    *text)
{
  vel_type_area_put_text (self->area, text);
  judge (self, text);
}

static void
save (VelInlineText *self,
      gboolean       again)
{
  g_autofree char *text = vel_inline_text_dup_text (self);

  if (g_str_equal (text, self->value))
    {
      judge (self, text);
      return;
    }
  judge (self, text);
  if (self->verdict == VEL_VERDICT_WRONG || (!again && g_strcmp0 (self->saved, text) == 0))
    return;
  g_free (self->saved);
  self->saved = g_strdup (text);
  vel_type_area_forget (self->area);
  g_signal_emit (self, signals[SAVED], 0, text);
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  GParamSpec              *pspec,
                  VelInlineText           *self)
{
  const gboolean editing = gtk_event_controller_focus_contains_focus (controller);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->editing == editing || self->text == NULL)
    return;
  if (editing)
    {
      g_clear_pointer (&self->saved, g_free);
    }
  else
    {
      save (self, FALSE);
      /* Who looks something up in another window comes back to where they were. */
      if (GTK_IS_WINDOW (root) && gtk_widget_get_mapped (GTK_WIDGET (root)) && !gtk_window_is_active (GTK_WINDOW (root)))
        return;
    }

  g_object_ref (self);
  self->editing = editing;
  set_class (GTK_WIDGET (self), "editing", editing);
  refresh_note (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
  if (!editing)
    g_signal_emit (self, signals[LEFT], 0);
  g_object_unref (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                VelInlineText         *self)
{
  const gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (is_enter && (!self->multiline || (state & GDK_CONTROL_MASK) != 0))
    {
      save (self, TRUE);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && vel_inline_text_is_dirty (self))
    {
      vel_inline_text_reset (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y,
            VelInlineText   *self)
{
  if (!self->editing)
    vel_inline_text_start (self);
}

static void
picked_cb (VelInlineText *self,
           const char    *text,
           gint64         id)
{
  judge (self, text);
  g_signal_emit (self, signals[PICKED], 0, text, id);
  save (self, TRUE);
}

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
build (VelInlineText *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->area = VEL_TYPE_AREA (vel_type_area_new (self->multiline));
  self->text = vel_type_area_get_text_widget (self->area);
  g_signal_connect_swapped (self->area, "typed", G_CALLBACK (typed_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->area), GTK_WIDGET (self));
  self->caption = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->caption), "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->caption), GTK_WIDGET (self));
  self->note = make_label ("vel-note");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->note), GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->note, NULL, -1);

  g_signal_connect_object (focus, "notify::contains-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->text, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static gboolean
vel_inline_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (VEL_INLINE_TEXT (widget)->text);
}

static gboolean
vel_inline_text_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  VelInlineText *self = VEL_INLINE_TEXT (widget);

  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_child_focus (self->text, direction);
}

static void
vel_inline_text_dispose (GObject *object)
{
  VelInlineText *self = VEL_INLINE_TEXT (object);
  GtkWidget *child;

  if (self->check_destroy != NULL)
    self->check_destroy (g_steal_pointer (&self->check_data));
  self->check = NULL;
  self->check_destroy = NULL;
  self->text = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->area = NULL;
  self->suggest = NULL;

  G_OBJECT_CLASS (vel_inline_text_parent_class)->dispose (object);
}

static void
vel_inline_text_finalize (GObject *object)
{
  VelInlineText *self = VEL_INLINE_TEXT (object);

  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->saved, g_free);
  g_clear_pointer (&self->sentence, g_free);

  G_OBJECT_CLASS (vel_inline_text_parent_class)->finalize (object);
}

static void
vel_inline_text_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  VelInlineText *self = VEL_INLINE_TEXT (object);

  switch (property_id)
    {
    case PROP_VERDICT:
      g_value_set_enum (value, self->verdict);
      break;

    case PROP_EDITING:
      g_value_set_boolean (value, self->editing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_inline_text_class_init (VelInlineTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_inline_text_dispose;
  object_class->finalize = vel_inline_text_finalize;
  object_class->get_property = vel_inline_text_get_property;
  widget_class->grab_focus = vel_inline_text_grab_focus;
  widget_class->focus = vel_inline_text_focus;

  properties[PROP_VERDICT] =
    g_param_spec_enum ("verdict", NULL, NULL, VEL_TYPE_VERDICT, VEL_VERDICT_NONE,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITING] =
    g_param_spec_boolean ("editing", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelInlineText::saved:
   * @self: the text
   * @text: what was typed, and is not wrong
   *
   * Somebody wants @text kept. Its owner sets the value when it is, or calls
   * vel_inline_text_reset() where it is the value already.
   */
  signals[SAVED] = g_signal_new ("saved", VEL_TYPE_INLINE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * VelInlineText::left:
   * @self: the text
   *
   * The focus has left it, and what could be saved was.
   */
  signals[LEFT] = g_signal_new ("left", VEL_TYPE_INLINE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  /**
   * VelInlineText::picked:
   * @self: the text
   * @text: a suggestion
   * @id: the number that was given with it
   *
   * A suggestion was picked. It is saved after this.
   */
  signals[PICKED] = g_signal_new ("picked", VEL_TYPE_INLINE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "vel-inline");
}

static void
vel_inline_text_init (VelInlineText *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->value = g_strdup ("");
}

/**
 * vel_inline_text_new:
 * @multiline: whether it may have several lines
 *
 * Returns: (transfer full): an empty text
 */
GtkWidget *
vel_inline_text_new (gboolean multiline)
{
  VelInlineText *self = g_object_new (VEL_TYPE_INLINE_TEXT, NULL);

  self->multiline = multiline;
  build (self);
  return GTK_WIDGET (self);
}

/**
 * vel_inline_text_set_value:
 * @self: a text
 * @value: (nullable): what is saved
 *
 * Shows @value, unless somebody has typed something that is not saved.
 */
void
vel_inline_text_set_value (VelInlineText *self,
                           const char    *value)
{
  g_autofree char *text = NULL;
  gboolean typed;

  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  if (value == NULL)
    value = "";
  if (g_str_equal (self->value, value))
    return;
  text = vel_inline_text_dup_text (self);
  typed = !g_str_equal (text, self->value) && g_strcmp0 (text, self->saved) != 0;
  g_free (self->value);
  self->value = g_strdup (value);
  g_clear_pointer (&self->saved, g_free);
  if (!typed && !g_str_equal (text, value))
    put_text (self, value);
  else
    judge (self, text);
}

/**
 * vel_inline_text_set_title:
 * @self: a text
 * @title: what it is called
 * @show: whether the title stands below it; else only those hear it who cannot see it
 */
void
vel_inline_text_set_title (VelInlineText *self,
                           const char    *title,
                           gboolean       show)
{
  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  gtk_label_set_label (self->caption, title);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), show);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * vel_inline_text_set_hint:
 * @self: a text
 * @hint: (nullable): what stands there while it is empty
 */
void
vel_inline_text_set_hint (VelInlineText *self,
                          const char    *hint)
{
  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  vel_type_area_set_hint (self->area, hint);
}

/**
 * vel_inline_text_set_check:
 * @self: a text
 * @check: (nullable): judges what is typed
 * @user_data: given to @check
 * @destroy: (nullable): frees @user_data
 */
void
vel_inline_text_set_check (VelInlineText  *self,
                           VelInlineCheck  check,
                           gpointer        user_data,
                           GDestroyNotify  destroy)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  if (self->check_destroy != NULL)
    self->check_destroy (self->check_data);
  self->check = check;
  self->check_data = user_data;
  self->check_destroy = destroy;
  text = vel_inline_text_dup_text (self);
  judge (self, text);
}

/**
 * vel_inline_text_dup_text:
 * @self: a text
 *
 * Returns: (transfer full): what stands there, saved or not
 */
char *
vel_inline_text_dup_text (VelInlineText *self)
{
  g_return_val_if_fail (VEL_IS_INLINE_TEXT (self), NULL);

  return vel_type_area_dup_text (self->area);
}

/**
 * vel_inline_text_is_dirty:
 * @self: a text
 *
 * Returns: whether something stands there that is not saved
 */
gboolean
vel_inline_text_is_dirty (VelInlineText *self)
{
  g_autofree char *text = vel_inline_text_dup_text (self);

  return !g_str_equal (text, self->value);
}

/**
 * vel_inline_text_get_verdict:
 * @self: a text
 *
 * Returns: what the check says of the text
 */
VelVerdict
vel_inline_text_get_verdict (VelInlineText *self)
{
  g_return_val_if_fail (VEL_IS_INLINE_TEXT (self), VEL_VERDICT_NONE);

  return self->verdict;
}

/**
 * vel_inline_text_get_sentence:
 * @self: a text
 *
 * Returns: (transfer none) (nullable): why the check says so
 */
const char *
vel_inline_text_get_sentence (VelInlineText *self)
{
  g_return_val_if_fail (VEL_IS_INLINE_TEXT (self), NULL);

  return self->sentence;
}

/**
 * vel_inline_text_is_editing:
 * @self: a text
 *
 * Returns: whether the focus is in it
 */
gboolean
vel_inline_text_is_editing (VelInlineText *self)
{
  g_return_val_if_fail (VEL_IS_INLINE_TEXT (self), FALSE);

  return self->editing;
}

/**
 * vel_inline_text_get_suggest:
 * @self: a text of a single line
 * @filters: see vel_suggest_new(); of the first call
 *
 * Returns: (transfer none): what is suggested below it
 */
VelSuggest *
vel_inline_text_get_suggest (VelInlineText *self,
                             gboolean       filters)
{
  g_return_val_if_fail (VEL_IS_INLINE_TEXT (self), NULL);
  g_return_val_if_fail (!self->multiline, NULL);

  if (self->suggest == NULL)
    {
      self->suggest = vel_suggest_new (GTK_WIDGET (self->area), GTK_EDITABLE (self->text), filters);
      g_signal_connect_swapped (self->suggest, "picked", G_CALLBACK (picked_cb), self);
    }
  return self->suggest;
}

/**
 * vel_inline_text_start:
 * @self: a text
 *
 * Puts the caret into it, behind what stands there.
 */
void
vel_inline_text_start (VelInlineText *self)
{
  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  gtk_widget_grab_focus (self->text);
  if (!self->multiline)
    gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/**
 * vel_inline_text_save:
 * @self: a text
 *
 * Saves what was typed, as Enter does.
 */
void
vel_inline_text_save (VelInlineText *self)
{
  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  save (self, TRUE);
}

/**
 * vel_inline_text_reset:
 * @self: a text
 *
 * Brings back what is saved, as Escape does.
 */
void
vel_inline_text_reset (VelInlineText *self)
{
  g_return_if_fail (VEL_IS_INLINE_TEXT (self));

  g_clear_pointer (&self->saved, g_free);
  put_text (self, self->value);
  if (self->suggest != NULL)
    vel_suggest_hide (self->suggest);
}
