/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-suggest.h"

#include <string.h>

#include "vel-text.h"

/**
 * VelSuggest:
 *
 * What could be meant, below an entry while somebody types: Down and Up
 * choose, Enter or Tab take, Escape hides. It finds by folded text ("isik"
 * offers "Işık"), which GtkEntryCompletion does not, and serves any
 * #GtkEditable. It belongs to its anchor, which unparents it.
 */
struct _VelSuggest
{
  GtkPopover     parent_instance;

  GtkListBox    *list;
  GtkEditable   *editable;  /* (weak) */
  GtkWidget     *focus;     /* (weak): where the keys arrive */
  GPtrArray     *offers;    /* (owned) (element-type Offer) */
  GPtrArray     *shown;     /* (owned) (element-type Offer): those in the list, not owned */
  gboolean       filters;
  gboolean       has_asked;
  gboolean       wanted;    /* whether offers are to be shown as soon as there are some */
  gboolean       taking;    /* whether the text is being set to what was picked */
};

typedef struct
{
  char   *text;    /* (owned) */
  char   *fold;    /* (owned) */
  char   *detail;  /* (owned) (nullable) */
  gint64  id;
} Offer;

#define MAX_SHOWN 8
#define N_RANKS 3

enum { ASKED, PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelSuggest, vel_suggest, GTK_TYPE_POPOVER)

static void
free_offer (gpointer data)
{
  Offer *offer = data;

  g_free (offer->text);
  g_free (offer->fold);
  g_free (offer->detail);
  g_free (offer);
}

/* 0: begins with it; 1: a word in it does; 2: contains it; N_RANKS: neither. */
static guint
rank_offer (const Offer *offer,
            const char  *fold)
{
  const char *place = strstr (offer->fold, fold);
  guint rank = N_RANKS;

  for (; place != NULL && rank > 1; place = strstr (place + 1, fold))
    {
      if (place == offer->fold)
        return 0;
      rank = place[-1] == ' ' ? 1 : 2;
    }
  return rank;
}

static GPtrArray *
choose_offers (VelSuggest *self,
               const char *text)
{
  g_autofree char *fold = vel_text_fold (text);
  g_autoptr(GPtrArray) chosen = g_ptr_array_new ();

  for (guint rank = 0; rank < N_RANKS && chosen->len < MAX_SHOWN; rank++)
    for (guint i = 0; i < self->offers->len && chosen->len < MAX_SHOWN; i++)
      {
        Offer *offer = g_ptr_array_index (self->offers, i);
        const guint found = self->filters && *fold != '\0' ? rank_offer (offer, fold) : 0;

        if (found == rank)
          g_ptr_array_add (chosen, offer);
      }
  return g_steal_pointer (&chosen);
}

static GtkWidget *
make_label (const char *text,
            gboolean    is_detail)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (is_detail)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
add_row (VelSuggest *self,
         Offer      *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), make_label (offer->text, FALSE));
  if (offer->detail != NULL)
    gtk_box_append (GTK_BOX (box), make_label (offer->detail, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->shown, offer);
}

static void
clear_rows (VelSuggest *self)
{
  GtkWidget *row;

  g_ptr_array_set_size (self->shown, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
refresh (VelSuggest *self)
{
  const char *text = gtk_editable_get_text (self->editable);
  g_autoptr(GPtrArray) chosen = choose_offers (self, text);
  const Offer *first = chosen->len > 0 ? g_ptr_array_index (chosen, 0) : NULL;
  GtkWidget *anchor = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;

  clear_rows (self);
  if (first == NULL || (chosen->len == 1 && g_str_equal (first->text, text)))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  for (guint i = 0; i < chosen->len; i++)
    add_row (self, g_ptr_array_index (chosen, i));
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->editable), anchor, &bounds))
    {
      const GdkRectangle place = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
      gtk_widget_set_size_request (GTK_WIDGET (self->list), CLAMP (place.width, 160, 360), -1);
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
  else
    gtk_popover_popup (GTK_POPOVER (self));
}

static void
take (VelSuggest    *self,
      GtkListBoxRow *row)
{
  const Offer *offer = g_ptr_array_index (self->shown, gtk_list_box_row_get_index (row));
  g_autofree char *text = g_strdup (offer->text);
  const gint64 id = offer->id;

  self->taking = TRUE;
  gtk_editable_set_text (self->editable, text);
  gtk_editable_set_position (self->editable, -1);
  self->taking = FALSE;
  vel_suggest_hide (self);
  g_signal_emit (self, signals[PICKED], 0, text, id);
}

static void
move (VelSuggest *self,
      int         step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const int index = row != NULL ? gtk_list_box_row_get_index (row) + step : (step > 0 ? 0 : -1);

  /* Past either end nothing is chosen, and what was typed counts. */
  gtk_list_box_select_row (self->list, index < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, index));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                VelSuggest            *self)
{
  GtkListBoxRow *row;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || self->editable == NULL)
    return GDK_EVENT_PROPAGATE;
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
        return GDK_EVENT_PROPAGATE;
      vel_suggest_show (self);
      return gtk_widget_get_visible (GTK_WIDGET (self));
    }

  row = gtk_list_box_get_selected_row (self->list);
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (row == NULL)
        {
          vel_suggest_hide (self);
          return GDK_EVENT_PROPAGATE;
        }
      take (self, row);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
      if (row != NULL)
        take (self, row);
      return GDK_EVENT_PROPAGATE;

    case GDK_KEY_Escape:
      vel_suggest_hide (self);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
has_focus (VelSuggest *self)
{
  return self->focus != NULL && gtk_widget_has_focus (self->focus);
}

static void
changed_cb (VelSuggest *self)
{
  /* What the program writes into an entry asks for nothing. */
  if (self->taking || !has_focus (self))
    return;
  if (*gtk_editable_get_text (self->editable) == '\0')
    vel_suggest_hide (self);
  else
    vel_suggest_show (self);
}

static void
left_cb (VelSuggest *self)
{
  vel_suggest_hide (self);
}

static void
activated_cb (VelSuggest    *self,
              GtkListBoxRow *row)
{
  take (self, row);
}

static void
vel_suggest_dispose (GObject *object)
{
  VelSuggest *self = VEL_SUGGEST (object);

  g_clear_weak_pointer (&self->editable);
  g_clear_weak_pointer (&self->focus);

  G_OBJECT_CLASS (vel_suggest_parent_class)->dispose (object);
}

static void
vel_suggest_finalize (GObject *object)
{
  VelSuggest *self = VEL_SUGGEST (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_suggest_parent_class)->finalize (object);
}

static void
vel_suggest_class_init (VelSuggestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_suggest_dispose;
  object_class->finalize = vel_suggest_finalize;

  /**
   * VelSuggest::asked:
   * @self: suggestions
   * @text: what is typed
   *
   * Something could be offered for @text. Where the offers are always the
   * same it is asked for them once.
   */
  signals[ASKED] = g_signal_new ("asked", VEL_TYPE_SUGGEST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * VelSuggest::picked:
   * @self: suggestions
   * @text: what was picked; the entry holds it already
   * @id: what was given with it
   */
  signals[PICKED] = g_signal_new ("picked", VEL_TYPE_SUGGEST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
vel_suggest_init (VelSuggest *self)
{
  self->offers = g_ptr_array_new_with_free_func (free_offer);
  self->shown = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);

  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self), "vel-suggest");
}

/**
 * vel_suggest_new:
 * @anchor: the widget that owns it from now on: @editable or above it, with a layout manager
 * @editable: where somebody types
 * @filters: whether the offers are always the same and what is typed chooses
 *   among them; else whoever answers #VelSuggest::asked has chosen already
 *
 * Returns: (transfer none): suggestions, to be unparented by whoever disposes of @anchor
 */
VelSuggest *
vel_suggest_new (GtkWidget   *anchor,
                 GtkEditable *editable,
                 gboolean     filters)
{
  VelSuggest *self = g_object_new (VEL_TYPE_SUGGEST, NULL);
  GtkEditable *delegate = gtk_editable_get_delegate (editable);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->filters = filters;
  g_set_weak_pointer (&self->editable, editable);
  g_set_weak_pointer (&self->focus, GTK_WIDGET (delegate != NULL ? delegate : editable));
  gtk_widget_set_parent (GTK_WIDGET (self), anchor);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->focus, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->focus, focus);
  g_signal_connect_object (editable, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vel_suggest_clear:
 * @self: suggestions
 *
 * Forgets what could be offered.
 */
void
vel_suggest_clear (VelSuggest *self)
{
  g_return_if_fail (VEL_IS_SUGGEST (self));

  clear_rows (self);
  g_ptr_array_set_size (self->offers, 0);
}

/**
 * vel_suggest_invalidate:
 * @self: suggestions
 *
 * Asks anew for what can be offered as soon as it is needed.
 */
void
vel_suggest_invalidate (VelSuggest *self)
{
  g_return_if_fail (VEL_IS_SUGGEST (self));

  self->has_asked = FALSE;
}

/**
 * vel_suggest_offer:
 * @self: suggestions
 * @text: what the entry shall hold if it is picked
 * @detail: (nullable): a line that tells it from others of its name
 * @id: a number that is given back when it is picked
 *
 * Adds an offer behind those that are there, unless it is one of them.
 */
void
vel_suggest_offer (VelSuggest *self,
                   const char *text,
                   const char *detail,
                   gint64      id)
{
  Offer *offer;

  g_return_if_fail (VEL_IS_SUGGEST (self));

  for (guint i = 0; i < self->offers->len; i++)
    {
      const Offer *other = g_ptr_array_index (self->offers, i);

      if (other->id != 0 && id == 0 && g_str_equal (other->text, text))
        return;
    }
  offer = g_new0 (Offer, 1);
  offer->text = g_strdup (text);
  offer->fold = vel_text_fold (text);
  offer->detail = detail != NULL && *detail != '\0' ? g_strdup (detail) : NULL;
  offer->id = id;
  g_ptr_array_add (self->offers, offer);
}

/**
 * vel_suggest_set_words:
 * @self: suggestions
 * @words: what can be offered, the likeliest first
 *
 * Offers @words instead of what was offered before.
 */
void
vel_suggest_set_words (VelSuggest         *self,
                       const char * const *words)
{
  g_return_if_fail (VEL_IS_SUGGEST (self));

  vel_suggest_clear (self);
  for (gsize i = 0; words[i] != NULL; i++)
    vel_suggest_offer (self, words[i], NULL, 0);
  vel_suggest_update (self);
}

/**
 * vel_suggest_update:
 * @self: suggestions
 *
 * Shows what is offered now, unless nobody waits for it any more.
 */
void
vel_suggest_update (VelSuggest *self)
{
  g_return_if_fail (VEL_IS_SUGGEST (self));

  if (self->wanted && has_focus (self))
    refresh (self);
}

/**
 * vel_suggest_show:
 * @self: suggestions
 *
 * Asks for what there is for the text in the entry, and shows it.
 */
void
vel_suggest_show (VelSuggest *self)
{
  g_return_if_fail (VEL_IS_SUGGEST (self));

  if (self->editable == NULL)
    return;
  self->wanted = TRUE;
  if (!self->filters || !self->has_asked)
    {
      self->has_asked = TRUE;
      g_signal_emit (self, signals[ASKED], 0, gtk_editable_get_text (self->editable));
    }
  vel_suggest_update (self);
}

/**
 * vel_suggest_hide:
 * @self: suggestions
 */
void
vel_suggest_hide (VelSuggest *self)
{
  g_return_if_fail (VEL_IS_SUGGEST (self));

  self->wanted = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
}
