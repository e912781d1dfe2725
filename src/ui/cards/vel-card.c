/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-private.h"

#include <glib/gi18n.h>

#include "vel-doing.h"
#include "vel-fold.h"
#include "vel-inline-text.h"

/**
 * VelCard:
 *
 * A record on a card: what is known of it at the left, the story at the right,
 * one below the other where there is no room. It knows the list it was opened
 * from, and goes to the next and the previous record there. Of what it is a
 * card the subclass says.
 */

enum { PROP_0, PROP_SHOW_TITLE_BUTTONS, N_PROPS };
enum { CLOSED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (VelCard, vel_card, ADW_TYPE_BIN)

VelCardPrivate *
vel_card_get_private (VelCard *self)
{
  return vel_card_get_instance_private (self);
}

static const char *
get_name (VelRecord *record)
{
  const char *name = vel_record_get_text (record, vel_record_get_entity (record)->name_field);

  return name != NULL ? name : "";
}

static void
refresh_title (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);

  adw_window_title_set_title (priv->title, priv->record != NULL ? get_name (priv->record) : "");
}

static void
take_apart (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  GtkWidget *child;

  vel_story_set_top (priv->story, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->side), NULL);
  adw_bin_set_child (priv->top_place, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (priv->column))) != NULL)
    gtk_box_remove (priv->column, child);
}

/* The profile stands in the first pane, or above the composer where there is only one. */
static void
place_profile (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  const gboolean folded = vel_fold_get_folded (VEL_FOLD (priv->fold));

  /* Where there is little room, the menu has the neighbours. */
  gtk_widget_set_visible (priv->previous, !folded);
  gtk_widget_set_visible (priv->next, !folded);
  gtk_widget_set_visible (priv->write, folded);
  take_apart (self);
  if (priv->profile == NULL)
    return;
  if (folded)
    {
      if (priv->top != NULL)
        gtk_box_append (priv->column, priv->top);
      gtk_box_append (priv->column, priv->profile);
      vel_story_set_top (priv->story, GTK_WIDGET (priv->column));
    }
  else
    {
      adw_bin_set_child (priv->top_place, priv->top);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->side), priv->profile);
    }
}

static void
count_changed_cb (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);

  if (priv->profile != NULL && VEL_CARD_GET_CLASS (self)->counted != NULL)
    VEL_CARD_GET_CLASS (self)->counted (self, vel_story_get_count (priv->story));
}

static VelInlineText *
find_unsaved (GtkWidget *widget)
{
  VelInlineText *found = NULL;

  if (VEL_IS_INLINE_TEXT (widget))
    {
      VelInlineText *text = VEL_INLINE_TEXT (widget);

      if (vel_inline_text_is_editing (text))
        vel_inline_text_save (text);
      return vel_inline_text_is_dirty (text) && vel_inline_text_get_verdict (text) == VEL_VERDICT_WRONG ? text : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_unsaved (child);
  return found;
}

/* What is being typed is saved; what cannot be is at least told again. */
static void
leave_profile (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  VelInlineText *unsaved;

  if (priv->profile == NULL)
    return;
  unsaved = find_unsaved (priv->profile);
  if (unsaved != NULL)
    {
      g_autofree char *text = vel_inline_text_dup_text (unsaved);
      g_autofree char *sentence = g_strdup_printf (_("“%s” could not be kept for %s."), text, get_name (priv->record));

      vel_doing_tell (GTK_WIDGET (self), sentence);
    }
  take_apart (self);
  g_clear_object (&priv->top);
  g_clear_object (&priv->profile);
}

static void
show_record (VelCard   *self,
             VelRecord *record)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  VelCardClass *klass = VEL_CARD_GET_CLASS (self);
  GListModel *people = NULL;

  leave_profile (self);
  if (priv->record != NULL)
    g_signal_handlers_disconnect_by_data (priv->record, self);
  g_set_object (&priv->record, record);
  if (record != NULL)
    {
      g_autofree char *signal = g_strconcat ("notify::", klass->entity->name_field, NULL);

      g_signal_connect_object (record, signal, G_CALLBACK (refresh_title), self, G_CONNECT_SWAPPED);
      priv->profile = g_object_ref_sink (klass->make_profile (self, record));
      place_profile (self);
      people = klass->get_people != NULL ? klass->get_people (self) : NULL;
    }
  vel_story_set_about (priv->story, record, people);
  count_changed_cb (self);
  refresh_title (self);
}

/* The record may be deleted elsewhere while it is shown, and come back by an undo. */
static void
here_changed_cb (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  const gboolean is_here = g_list_model_get_n_items (G_LIST_MODEL (priv->here)) > 0;

  if (vel_query_model_is_loading (priv->here) || vel_query_model_get_error (priv->here) != NULL)
    return;
  if (!is_here && priv->record != NULL)
    {
      g_autofree char *name = g_markup_escape_text (get_name (priv->record), -1);
      g_autofree char *said = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      said = g_strdup_printf (_(VEL_CARD_GET_CLASS (self)->words->deleted), name);
#pragma GCC diagnostic pop
      adw_status_page_set_description (priv->gone, said);
    }
  gtk_stack_set_visible_child_name (priv->stack, is_here ? "card" : "gone");
  vel_card_refresh_actions (self);
}

static void
around_changed_cb (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  guint position;

  if (priv->around != NULL && priv->record != NULL &&
      vel_query_model_find (priv->around, vel_record_get_id (priv->record), &position))
    priv->position = position;
  vel_card_refresh_actions (self);
}

static void
set_around (VelCard       *self,
            VelQueryModel *around)
{
  VelCardPrivate *priv = vel_card_get_private (self);

  if (priv->around != around)
    {
      if (priv->around != NULL)
        g_signal_handlers_disconnect_by_func (priv->around, around_changed_cb, self);
      g_set_object (&priv->around, around);
      if (around != NULL)
        g_signal_connect_object (around, "items-changed", G_CALLBACK (around_changed_cb), self, G_CONNECT_SWAPPED);
    }
  around_changed_cb (self);
}

static void
watch (VelCard *self,
       gint64   id)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  const char * const values[] = { text, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "id", values);
  g_autoptr(VelQuery) query = vel_query_new (VEL_CARD_GET_CLASS (self)->entity, filter, NULL, "id", FALSE);

  if (priv->here != NULL)
    g_signal_handlers_disconnect_by_data (priv->here, self);
  g_clear_object (&priv->here);
  priv->here = vel_query_model_new (priv->book, query);
  g_signal_connect_object (priv->here, "notify::loading", G_CALLBACK (here_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->here, "notify::n-items", G_CALLBACK (here_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
set_book (VelCard *self,
          VelBook *book)
{
  VelCardPrivate *priv = vel_card_get_private (self);
  GtkWidget *side;

  if (priv->book == book)
    return;
  g_set_object (&priv->book, book);

  side = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (side), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  priv->side = side;
  priv->story = VEL_STORY (vel_story_new (book));
  g_signal_connect_object (priv->story, "notify::count", G_CALLBACK (count_changed_cb), self, G_CONNECT_SWAPPED);
  priv->fold = vel_fold_new (side, GTK_WIDGET (priv->story));
  g_signal_connect_object (priv->fold, "notify::folded", G_CALLBACK (place_profile), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (priv->place, priv->fold);
}

static void
name_button (GtkWidget  *button,
             const char *name,
             const char *tip)
{
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What depends on what it is a card of. */
static void
vel_card_constructed (GObject *object)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (object));
  const VelCardWords *words = VEL_CARD_GET_CLASS (object)->words;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) around = g_menu_new ();
  g_autoptr(GMenu) doing = g_menu_new ();
  g_autoptr(GMenu) done = g_menu_new ();
  g_autoptr(GMenu) end = g_menu_new ();

  G_OBJECT_CLASS (vel_card_parent_class)->constructed (object);

  g_menu_append (around, _(words->previous_item), "card.previous");
  g_menu_append (around, _(words->next_item), "card.next");
  g_menu_append (doing, _("_Write down"), "card.write");
  g_menu_append (doing, _("_Rename"), "card.rename");
  g_menu_append (doing, _("_Copy"), "card.copy");
  g_menu_append (done, _("_Undo"), "win.undo");
  g_menu_append (done, _("_History"), "card.history");
  g_menu_append (end, _(words->delete), "card.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (around));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (doing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (done));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  gtk_menu_button_set_menu_model (priv->more, G_MENU_MODEL (menu));
  name_button (GTK_WIDGET (priv->more), _(words->more), _(words->more));
  name_button (priv->previous, _(words->previous), _(words->previous_tip));
  name_button (priv->next, _(words->next), _(words->next_tip));
  adw_status_page_set_title (priv->gone, _(words->gone));
}

static void
vel_card_dispose (GObject *object)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (object));

  g_clear_object (&priv->top);
  g_clear_object (&priv->profile);
  g_clear_object (&priv->column);
  g_clear_object (&priv->here);
  g_clear_object (&priv->around);
  g_clear_object (&priv->record);
  g_clear_object (&priv->book);
  /* GTK 4.8 looks for the template of the subclass, which has none, where asked to dispose of it. */
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (vel_card_parent_class)->dispose (object);
}

static void
vel_card_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (object));

  switch (property_id)
    {
    case PROP_SHOW_TITLE_BUTTONS:
      g_value_set_boolean (value, adw_header_bar_get_show_start_title_buttons (priv->header));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_card_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  VelCardPrivate *priv = vel_card_get_private (VEL_CARD (object));

  switch (property_id)
    {
    case PROP_SHOW_TITLE_BUTTONS:
      adw_header_bar_set_show_start_title_buttons (priv->header, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_card_class_init (VelCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = vel_card_constructed;
  object_class->dispose = vel_card_dispose;
  object_class->get_property = vel_card_get_property;
  object_class->set_property = vel_card_set_property;

  /* Whether the buttons of the window that stand at its beginning stand here. */
  properties[PROP_SHOW_TITLE_BUTTONS] =
    g_param_spec_boolean ("show-title-buttons", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * VelCard::closed:
   * @self: a card
   *
   * The user wants back to where they came from.
   */
  signals[CLOSED] = g_signal_new ("closed", VEL_TYPE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/velinimet/Velinimet/cards/vel-card.ui");
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, header);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, title);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, previous);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, next);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, write);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, more);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, stack);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, top_place);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, place);
  gtk_widget_class_bind_template_child_private (widget_class, VelCard, gone);
  vel_card_class_install_actions (widget_class);
}

static void
vel_card_init (VelCard *self)
{
  VelCardPrivate *priv = vel_card_get_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  priv->column = g_object_ref_sink (GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0)));
  vel_card_refresh_actions (self);
}

/**
 * vel_card_show:
 * @self: a card
 * @book: a book
 * @id: the record to show
 * @around: (nullable): the list it is opened from, for next and previous
 *
 * Shows another record. What is being typed for the one before is saved, or
 * waits for it.
 */
void
vel_card_show (VelCard       *self,
               VelBook       *book,
               gint64         id,
               VelQueryModel *around)
{
  VelCardPrivate *priv;
  g_autoptr(VelRecord) record = NULL;
  g_autoptr(VelQueryModel) keep = around != NULL ? g_object_ref (around) : NULL;

  g_return_if_fail (VEL_IS_CARD (self));
  g_return_if_fail (VEL_IS_BOOK (book));

  priv = vel_card_get_private (self);
  set_book (self, book);
  record = vel_book_get_record (book, VEL_CARD_GET_CLASS (self)->entity, id, NULL);
  if (record != priv->record || record == NULL)
    {
      show_record (self, record);
      watch (self, id);
    }
  gtk_stack_set_visible_child_name (priv->stack, record != NULL ? "card" : "gone");
  set_around (self, around);
}

/**
 * vel_card_open:
 * @self: a card that shows something
 * @id: another record of its kind
 *
 * Shows @id instead, around it the same list.
 */
void
vel_card_open (VelCard *self,
               gint64   id)
{
  VelCardPrivate *priv;

  g_return_if_fail (VEL_IS_CARD (self));

  priv = vel_card_get_private (self);
  vel_card_show (self, priv->book, id, priv->around);
}

/**
 * vel_card_get_id:
 * @self: a card
 *
 * Returns: the record it shows, or 0
 */
gint64
vel_card_get_id (VelCard *self)
{
  VelRecord *record = vel_card_get_record (self);

  return record != NULL ? vel_record_get_id (record) : 0;
}

/**
 * vel_card_get_record:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the record it shows
 */
VelRecord *
vel_card_get_record (VelCard *self)
{
  g_return_val_if_fail (VEL_IS_CARD (self), NULL);

  return vel_card_get_private (self)->record;
}

/**
 * vel_card_get_book:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the book of what it shows
 */
VelBook *
vel_card_get_book (VelCard *self)
{
  g_return_val_if_fail (VEL_IS_CARD (self), NULL);

  return vel_card_get_private (self)->book;
}

/**
 * vel_card_get_profile:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what its class has made for the record it shows
 */
GtkWidget *
vel_card_get_profile (VelCard *self)
{
  g_return_val_if_fail (VEL_IS_CARD (self), NULL);

  return vel_card_get_private (self)->profile;
}

/**
 * vel_card_get_story:
 * @self: a card that shows something
 *
 * Returns: (transfer none): the story beside the profile
 */
VelStory *
vel_card_get_story (VelCard *self)
{
  g_return_val_if_fail (VEL_IS_CARD (self), NULL);

  return vel_card_get_private (self)->story;
}

/**
 * vel_card_set_top:
 * @self: a card whose profile is being made
 * @top: (transfer floating): what stands above the profile and the story
 */
void
vel_card_set_top (VelCard   *self,
                  GtkWidget *top)
{
  VelCardPrivate *priv;

  g_return_if_fail (VEL_IS_CARD (self));

  priv = vel_card_get_private (self);
  g_clear_object (&priv->top);
  priv->top = g_object_ref_sink (top);
}
