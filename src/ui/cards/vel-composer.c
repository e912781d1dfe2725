/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-composer-private.h"

#include <glib/gi18n.h>

#include "vel-date-format.h"
#include "vel-doing.h"
#include "vel-interaction.h"
#include "vel-suggestions.h"
#include "vel-when.h"
#include "vel-wrap-layout.h"

/**
 * VelComposer:
 *
 * Where one writes down what was said. A line at first; it opens as soon as
 * somebody goes in. What is written for one customer or deal and not saved waits
 * there until one comes back to them.
 */

G_DEFINE_FINAL_TYPE (VelComposer, vel_composer, ADW_TYPE_BIN)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
take (char       **place,
      GtkEditable *entry)
{
  g_free (*place);
  *place = g_strdup (gtk_editable_get_text (entry));
}

static VelDraft *
read_draft (VelComposer *self)
{
  VelDraft *draft = vel_draft_new ();

  draft->interaction = self->edited;
  draft->at = self->edited_at;
  g_free (draft->kind);
  draft->kind = g_strdup (vel_composer_get_kind (self));
  g_free (draft->direction);
  draft->direction = g_strdup (gtk_toggle_button_get_active (self->incoming) ? "in"
                               : gtk_toggle_button_get_active (self->outgoing) ? "out" : "");
  g_free (draft->text);
  g_object_get (self->buffer, "text", &draft->text, NULL);
  take (&draft->when, self->when);
  take (&draft->minutes, self->minutes);
  take (&draft->with_whom, self->with_whom);
  take (&draft->reason, self->reason);
  take (&draft->outcome, self->outcome);
  return draft;
}

static void
say (VelComposer *self,
     const char  *sentence,
     gboolean     wrong)
{
  gtk_label_set_label (self->note, sentence);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
}

/* What follows from what stands there: which fields it has, and what is to be said of it. */
static void
refresh (VelComposer *self)
{
  g_autoptr(VelDraft) draft = read_draft (self);
  g_autofree char *complaint = vel_draft_check (draft, get_now ());
  g_autofree char *understood = NULL;
  gint64 at;

  /* The hint keeps its place: it is as high as a line. */
  gtk_widget_set_opacity (self->hint, *draft->text == '\0');
  gtk_widget_set_visible (self->directions, vel_draft_kind_has_direction (draft->kind));
  gtk_widget_set_visible (GTK_WIDGET (self->minutes), vel_draft_kind_has_minutes (draft->kind));
  gtk_widget_set_visible (self->heading, self->edited != 0);
  gtk_widget_set_visible (self->discard, !vel_draft_is_empty (draft));
  gtk_button_set_label (GTK_BUTTON (self->discard), self->edited != 0 ? _("_Cancel") : _("_Discard"));

  if (complaint != NULL)
    {
      say (self, complaint, TRUE);
      return;
    }
  if (*draft->when != '\0' && vel_when_parse (draft->when, get_now (), &at, NULL))
    {
      understood = vel_date_time_format (at);
      if (at > get_now () + 60)
        {
          g_autofree char *later = g_strdup_printf (_("%s: that is still to come."), understood);

          say (self, later, FALSE);
          return;
        }
    }
  say (self, understood != NULL && !g_str_equal (understood, draft->when) ? understood : "", FALSE);
}

static gboolean
has_focus (VelComposer *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
open_or_close (VelComposer *self)
{
  g_autoptr(VelDraft) draft = read_draft (self);

  gtk_revealer_set_reveal_child (self->revealer, has_focus (self) || !vel_draft_is_empty (draft));
}

/* What stands there outlasts the card, and the program. */
static void
keep_draft (VelComposer *self)
{
  VelDraft *draft;

  if (self->about == NULL)
    return;
  draft = read_draft (self);
  draft->behind = vel_draft_copy (self->put_off);
  vel_drafts_take (self->drafts, vel_record_get_id (self->about), draft);
}

static void
changed_cb (VelComposer *self)
{
  if (self->showing)
    return;
  refresh (self);
  open_or_close (self);
  keep_draft (self);
}

static void
show_draft (VelComposer    *self,
            const VelDraft *draft)
{
  self->showing = TRUE;
  self->edited = draft->interaction;
  self->edited_at = draft->at;
  vel_composer_set_kind (self, draft->kind);
  gtk_toggle_button_set_active (self->outgoing, g_str_equal (draft->direction, "out"));
  gtk_toggle_button_set_active (self->incoming, g_str_equal (draft->direction, "in"));
  gtk_editable_set_text (self->when, draft->when);
  gtk_editable_set_text (self->minutes, draft->minutes);
  gtk_editable_set_text (self->with_whom, draft->with_whom);
  gtk_editable_set_text (self->reason, draft->reason);
  gtk_editable_set_text (self->outcome, draft->outcome);
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, draft->text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->showing = FALSE;
  refresh (self);
  open_or_close (self);
  keep_draft (self);
}

/* After an interaction was edited, or given up, what waited comes back. */
static void
show_next (VelComposer *self)
{
  g_autoptr(VelDraft) next = g_steal_pointer (&self->put_off);

  if (next == NULL)
    next = vel_draft_new ();
  show_draft (self, next);
}

/* A save that has ended may be of somebody who is no longer shown. */
static void
forget_saved (VelComposer *self,
              gint64       about)
{
  const VelDraft *draft = vel_drafts_lookup (self->drafts, about);

  vel_drafts_take (self->drafts, about, draft != NULL ? vel_draft_copy (draft->behind) : NULL);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  VelComposer *self = VEL_COMPOSER (object);
  g_autofree gint64 *about = user_data;
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);
  const gboolean here = self->about != NULL && vel_record_get_id (self->about) == *about;

  self->saving = FALSE;
  if (here)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "composer.save", TRUE);
  if (commit != NULL && here)
    show_next (self);
  else if (commit != NULL)
    forget_saved (self, *about);
}

static void
save (VelComposer *self)
{
  g_autoptr(VelDraft) draft = NULL;
  g_autoptr(VelChange) change = NULL;
  g_autoptr(GError) error = NULL;
  gint64 about;

  if (self->about == NULL || self->saving)
    return;
  draft = read_draft (self);
  change = vel_draft_to_change (draft, self->about, get_now (), &error);
  if (change == NULL)
    {
      gtk_revealer_set_reveal_child (self->revealer, TRUE);
      say (self, error->message, TRUE);
      return;
    }
  about = vel_record_get_id (self->about);
  self->saving = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "composer.save", FALSE);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, FALSE, saved_cb,
                          g_memdup2 (&about, sizeof about));
}

static void
save_cb (VelComposer *self)
{
  save (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  save (VEL_COMPOSER (widget));
}

static void
discard_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  VelComposer *self = VEL_COMPOSER (widget);

  show_next (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
focus_changed_cb (VelComposer *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->about != NULL && (has_focus (self) || !GTK_IS_WINDOW (root) ||
                                 gtk_window_is_active (GTK_WINDOW (root))))
    open_or_close (self);
}

static void
vel_composer_dispose (GObject *object)
{
  VelComposer *self = VEL_COMPOSER (object);

  if (self->drafts != NULL)
    vel_drafts_write (self->drafts);
  self->drafts = NULL;
  g_clear_object (&self->people);
  g_clear_object (&self->about);
  g_clear_object (&self->book);
  g_clear_pointer (&self->calendar, gtk_widget_unparent);
  for (gsize i = 0; i < G_N_ELEMENTS (self->suggestions); i++)
    if (self->suggestions[i] != NULL)
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions[i])));
  gtk_widget_dispose_template (GTK_WIDGET (self), VEL_TYPE_COMPOSER);

  G_OBJECT_CLASS (vel_composer_parent_class)->dispose (object);
}

static void
vel_composer_finalize (GObject *object)
{
  VelComposer *self = VEL_COMPOSER (object);

  g_clear_pointer (&self->put_off, vel_draft_free);

  G_OBJECT_CLASS (vel_composer_parent_class)->finalize (object);
}

static void
vel_composer_class_init (VelComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vel_composer_dispose;
  object_class->finalize = vel_composer_finalize;

  g_type_ensure (VEL_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/velinimet/Velinimet/cards/vel-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, VelComposer, heading);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, kinds);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, text);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, buffer);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, revealer);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, directions);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, outgoing);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, incoming);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, when);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, minutes);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, with_whom);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, reason);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, outcome);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, note);
  gtk_widget_class_bind_template_child (widget_class, VelComposer, discard);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, vel_composer_show_calendar);
  gtk_widget_class_install_action (widget_class, "composer.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "composer.discard", NULL, discard_action);
}

/* Sooner than the text, which takes Enter for a new line even with Ctrl. */
static void
bind_keys (VelComposer *self)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (
    gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"), gtk_named_action_new ("composer.save")));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (keys));
}

static void
vel_composer_init (VelComposer *self)
{
  GtkEditable *entries[3];

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  vel_composer_build_kinds (self, G_CALLBACK (changed_cb));
  vel_composer_build_calendar (self);
  bind_keys (self);
  entries[0] = self->with_whom;
  entries[1] = self->reason;
  entries[2] = self->outcome;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    self->suggestions[i] = vel_suggest_new (gtk_widget_get_parent (GTK_WIDGET (entries[i])), entries[i], TRUE);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (focus_changed_cb), NULL);
  gtk_toggle_button_set_active (self->outgoing, TRUE);
  self->showing = FALSE;
  refresh (self);
}

/**
 * vel_composer_new:
 * @book: a book
 *
 * Returns: (transfer full): a composer of nobody's story
 */
GtkWidget *
vel_composer_new (VelBook *book)
{
  static const char * const fields[] = { "with_whom", "reason", "outcome" };
  VelComposer *self = g_object_new (VEL_TYPE_COMPOSER, NULL);

  self->book = g_object_ref (book);
  self->drafts = vel_drafts_of (book);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    vel_suggestions_follow (self->suggestions[i], book, &vel_interaction_entity, fields[i],
                            i == 0 ? vel_composer_offer_people : NULL, self);
  return GTK_WIDGET (self);
}

/**
 * vel_composer_set_about:
 * @self: a composer
 * @about: (nullable): the customer or the deal of whose story it writes from now on
 * @people: (nullable): the affiliations of the customer, as rows of the book
 *
 * What stands in the composer is kept for whom it was written, and what was
 * kept for @about comes back.
 */
void
vel_composer_set_about (VelComposer *self,
                        VelRecord   *about,
                        GListModel  *people)
{
  g_autoptr(VelDraft) draft = NULL;

  g_return_if_fail (VEL_IS_COMPOSER (self));

  g_clear_object (&self->about);
  g_set_object (&self->people, people);
  g_clear_pointer (&self->put_off, vel_draft_free);
  if (about == NULL)
    return;
  self->about = g_object_ref (about);
  vel_suggest_invalidate (self->suggestions[0]);
  draft = vel_draft_copy (vel_drafts_lookup (self->drafts, vel_record_get_id (about)));
  if (draft == NULL)
    draft = vel_draft_new ();
  self->put_off = g_steal_pointer (&draft->behind);
  show_draft (self, draft);
}

/**
 * vel_composer_begin:
 * @self: a composer, of a customer or a deal
 * @kind: a kind of interaction
 *
 * An interaction by us has begun: makes ready to write down what comes of it,
 * unless something else is being written.
 */
void
vel_composer_begin (VelComposer *self,
                    const char  *kind)
{
  g_autoptr(VelDraft) draft = NULL;

  g_return_if_fail (VEL_IS_COMPOSER (self));

  draft = read_draft (self);
  if (vel_draft_is_empty (draft))
    {
      vel_composer_set_kind (self, kind);
      gtk_toggle_button_set_active (self->outgoing, TRUE);
    }
  vel_composer_start (self);
}

/**
 * vel_composer_edit:
 * @self: a composer, of a customer or a deal
 * @interaction: an interaction of its story
 *
 * Edits what has been written down. What is being written waits meanwhile.
 */
void
vel_composer_edit (VelComposer *self,
                   VelRecord   *interaction)
{
  g_autoptr(VelDraft) draft = NULL;
  VelDraft *before;

  g_return_if_fail (VEL_IS_COMPOSER (self));

  before = read_draft (self);
  if (self->edited == 0 && !vel_draft_is_empty (before))
    self->put_off = before;
  else
    vel_draft_free (before);
  draft = vel_draft_new_from_record (interaction);
  show_draft (self, draft);
  vel_composer_start (self);
}

/**
 * vel_composer_start:
 * @self: a composer
 *
 * Puts the caret into it.
 */
void
vel_composer_start (VelComposer *self)
{
  g_return_if_fail (VEL_IS_COMPOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
