/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-link-row.h"

#include <glib/gi18n.h>

#include "vel-card-words.h"
#include "vel-deal.h"
#include "vel-doing.h"
#include "vel-product.h"
#include "vel-text.h"

/**
 * VelLinkRow:
 *
 * A link of a record to another as a row of the card: its name, edited where it
 * stands, with suggestions. A name that is typed in full is understood without
 * picking it. A product that nobody has heard of is added; a customer is not,
 * for a slip of the pen would be one. The card of a customer or a deal is one click away.
 */
struct _VelLinkRow
{
  VelEditRow       parent_instance;

  VelBook         *book;         /* (owned) */
  VelRecord       *record;       /* (owned) */
  const VelField  *field;
  char            *name_field;   /* (owned): the derived field with the name of the other */
  gint64           picked;       /* the suggestion that was picked last */
  char            *picked_name;  /* (owned) (nullable): its name */
  char            *looked_for;   /* (owned) (nullable): the name that is being looked for */
  GCancellable    *cancellable;  /* (owned) */
  GtkWidget       *open;         /* (nullable) */
};

G_DEFINE_FINAL_TYPE (VelLinkRow, vel_link_row, VEL_TYPE_EDIT_ROW)

static VelInlineText *
get_text (VelLinkRow *self)
{
  return vel_edit_row_get_inline (VEL_EDIT_ROW (self));
}

static const VelEntity *
get_target (VelLinkRow *self)
{
  return vel_entity_find (self->field->target);
}

static void
refresh (VelLinkRow *self)
{
  const char *name = vel_record_get_text (self->record, self->name_field);

  vel_inline_text_set_title (get_text (self), vel_field_get_label (self->field), name != NULL);
  vel_inline_text_set_value (get_text (self), name);
  if (self->open != NULL)
    gtk_widget_set_visible (self->open, name != NULL);
}

static VelVerdict
check_cb (const char *text,
          char      **sentence,
          gpointer    user_data)
{
  VelLinkRow *self = user_data;
  g_autofree char *line = g_strstrip (g_strdup (text));

  *sentence = NULL;
  if (*line != '\0' || (self->field->flags & VEL_FIELD_REQUIRED) == 0)
    return VEL_VERDICT_NONE;
  *sentence = g_strdup (_("This cannot be left empty."));
  return VEL_VERDICT_WRONG;
}

/* Writes the link; 0 takes it away, and below 0 stands what is new in @change. */
static void
write_link (VelLinkRow *self,
            VelChange  *change,
            gint64      other)
{
  const VelEntity *entity = vel_record_get_entity (self->record);
  const gint64 id = vel_record_get_id (self->record);
  VelValue nothing = VEL_VALUE_INIT;

  if (other != 0)
    vel_change_set_integer (change, entity, id, self->field->name, other);
  else
    vel_change_take_value (change, entity, id, self->field->name, &nothing);
  vel_doing_commit (GTK_WIDGET (self), self->book, change, FALSE);
}

static void
link_to (VelLinkRow *self,
         gint64      other)
{
  g_autoptr(VelChange) change = NULL;

  if (vel_record_get_integer (self->record, self->field->name) == other)
    {
      vel_inline_text_reset (get_text (self));
      return;
    }
  change = vel_card_change_new (self->record, self->field->name);
  write_link (self, change, other);
}

static void
link_to_new (VelLinkRow *self,
             const char *name)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->record, self->field->name);
  const gint64 other = vel_change_insert (change, get_target (self));

  vel_change_set_text (change, get_target (self), other, get_target (self)->name_field, name);
  write_link (self, change, other);
}

/* How many of @ids are called @name; and the first of them. */
static guint
count_of_name (VelLinkRow *self,
               GArray     *ids,
               const char *name,
               gint64     *first)
{
  g_autofree char *wanted = vel_text_fold (name);
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, get_target (self),
                                                         g_array_index (ids, gint64, i), NULL);
      g_autofree char *fold = record != NULL
                                ? vel_text_fold (vel_record_get_text (record, get_target (self)->name_field)) : NULL;

      if (g_strcmp0 (fold, wanted) == 0 && n++ == 0)
        *first = vel_record_get_id (record);
    }
  return n;
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelLinkRow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, &error);
  g_autofree char *name = g_steal_pointer (&self->looked_for);
  g_autofree char *sentence = NULL;
  gint64 other = 0;
  guint n;

  if (g_cancellable_is_cancelled (self->cancellable) || name == NULL)
    return;
  if (ids == NULL)
    {
      vel_doing_tell_failed (GTK_WIDGET (self), vel_field_get_label (self->field), error);
      return;
    }
  n = count_of_name (self, ids, name, &other);
  if (n == 1)
    link_to (self, other);
  else if (n == 0 && get_target (self) == &vel_product_entity)
    link_to_new (self, name);
  else if (n == 0)
    sentence = g_strdup_printf (_("Nobody in the book is called “%s”."), name);
  else
    sentence = g_strdup_printf (_("More than one is called “%s”. Choose one from the list."), name);
  if (sentence != NULL)
    vel_doing_tell (GTK_WIDGET (self), sentence);
}

static void
saved_cb (VelLinkRow *self,
          const char *typed)
{
  g_autofree char *name = g_strstrip (vel_text_clean_line (typed));
  g_autoptr(VelQuery) query = NULL;

  if (*name == '\0')
    {
      link_to (self, 0);
      return;
    }
  if (self->picked != 0 && g_strcmp0 (self->picked_name, typed) == 0)
    {
      link_to (self, self->picked);
      return;
    }
  query = vel_query_new (get_target (self), NULL, name, NULL, FALSE);
  g_free (self->looked_for);
  self->looked_for = g_steal_pointer (&name);
  vel_book_find_async (self->book, query, self->cancellable, found_cb, g_object_ref (self));
}

static void
picked_cb (VelLinkRow *self,
           const char *text,
           gint64      id)
{
  self->picked = id;
  g_free (self->picked_name);
  self->picked_name = g_strdup (text);
}

static void
open_cb (VelLinkRow *self)
{
  const char *action = get_target (self) == &vel_deal_entity ? "win.show-deal" : "win.show-customer";

  gtk_widget_activate_action (GTK_WIDGET (self), action, "x",
                              vel_record_get_integer (self->record, self->field->name));
}

static void
vel_link_row_dispose (GObject *object)
{
  VelLinkRow *self = VEL_LINK_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_link_row_parent_class)->dispose (object);
}

static void
vel_link_row_finalize (GObject *object)
{
  VelLinkRow *self = VEL_LINK_ROW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->record);
  g_clear_pointer (&self->name_field, g_free);
  g_clear_pointer (&self->picked_name, g_free);
  g_clear_pointer (&self->looked_for, g_free);

  G_OBJECT_CLASS (vel_link_row_parent_class)->finalize (object);
}

static void
vel_link_row_class_init (VelLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_link_row_dispose;
  object_class->finalize = vel_link_row_finalize;
}

static void
vel_link_row_init (VelLinkRow *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
add_open (VelLinkRow *self)
{
  self->open = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->open, "flat");
  gtk_widget_add_css_class (self->open, "circular");
  gtk_widget_set_tooltip_text (self->open, _("Open the card"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open the card"), -1);
  g_signal_connect_object (self->open, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  vel_edit_row_add_suffix (VEL_EDIT_ROW (self), self->open);
}

/**
 * vel_link_row_new:
 * @book: a book
 * @record: a record of it
 * @field: a link of it, beside which there is a field with the name of the other
 * @kind: (nullable): of customers, those that are suggested, see vel_suggestions_search()
 * @lead: (nullable): offers what comes before all others
 * @user_data: given to @lead
 *
 * Returns: (transfer full): a row that shows and edits the link
 */
GtkWidget *
vel_link_row_new (VelBook            *book,
                  VelRecord          *record,
                  const char         *field,
                  const char         *kind,
                  VelSuggestionsLead  lead,
                  gpointer            user_data)
{
  VelLinkRow *self = g_object_new (VEL_TYPE_LINK_ROW, NULL);
  const VelEntity *entity = vel_record_get_entity (record);
  g_autofree char *property = NULL;
  VelInlineText *text = vel_edit_row_build (VEL_EDIT_ROW (self), FALSE);

  self->book = g_object_ref (book);
  self->record = g_object_ref (record);
  self->field = vel_entity_find_field (entity, field);
  self->name_field = g_strconcat (field, "_", get_target (self)->name_field, NULL);
  property = g_strdelimit (g_strconcat ("notify::", self->name_field, NULL), "_", '-');
  vel_inline_text_set_hint (text, vel_card_words_add (entity, field));
  vel_inline_text_set_check (text, check_cb, self, NULL);
  vel_suggestions_search (vel_inline_text_get_suggest (text, FALSE), book, get_target (self), kind, lead, user_data);
  if (get_target (self) != &vel_product_entity)
    add_open (self);
  g_signal_connect_object (record, property, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * vel_link_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): the field that it shows
 */
const char *
vel_link_row_get_name (VelLinkRow *self)
{
  g_return_val_if_fail (VEL_IS_LINK_ROW (self), NULL);

  return self->field->name;
}
