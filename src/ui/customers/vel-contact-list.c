/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-contact-list-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "vel-address-row.h"
#include "vel-card-words.h"
#include "vel-customer.h"
#include "vel-doing.h"
#include "vel-item-row.h"

/**
 * VelContactList:
 *
 * How a customer is reached: telephones, e-mails, addresses and links, each a
 * row that is edited where it stands. The book keeps each of the four as one
 * list; whatever is changed in a row is written as the whole of its list.
 */

enum { CONTACTED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VelContactList, vel_contact_list, ADW_TYPE_BIN)

/* Those that are shown even where there is nothing yet come with TRUE. */
static const struct
{
  const char *field;
  gboolean    is_main;
} fields[N_FIELDS] = {
  { "phones", TRUE },
  { "emails", TRUE },
  { "addresses", TRUE },
  { "links", FALSE },
};

static void
free_line (gpointer data)
{
  VelContactLine *line = data;

  g_object_unref (line->actions);
  g_free (line);
}

/* What is on its way to the book counts as being there, so that a second
 * change does not take back the first. */
GPtrArray *
vel_contact_list_read (VelContactList *self,
                       guint           field)
{
  return vel_items_parse (self->written[field] != NULL ? self->written[field]
                                                       : vel_record_get_text (self->customer, fields[field].field));
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  VelContactList *self = VEL_CONTACT_LIST (object);
  g_autoptr(VelCommit) commit = vel_doing_commit_finish (GTK_WIDGET (object), result, NULL);
  const guint field = GPOINTER_TO_UINT (user_data);

  if (commit == NULL)
    g_clear_pointer (&self->written[field], g_free);
}

void
vel_contact_list_write (VelContactList *self,
                        guint           field,
                        GPtrArray      *items)
{
  g_autoptr(VelChange) change = vel_card_change_new (self->customer, fields[field].field);

  g_free (self->written[field]);
  self->written[field] = vel_items_to_json (items);
  vel_change_set_text (change, &vel_customer_entity, vel_record_get_id (self->customer), fields[field].field,
                       self->written[field]);
  vel_doing_commit_async (GTK_WIDGET (self), self->book, change, FALSE, written_cb, GUINT_TO_POINTER (field));
}

static void
row_saved_cb (VelContactLine *line,
              const char     *typed)
{
  VelContactList *self = line->list;
  VelInlineText *text = vel_edit_row_get_inline (VEL_EDIT_ROW (line->row));
  g_autoptr(GPtrArray) items = vel_contact_list_read (self, line->field);
  g_auto(VelValue) value = VEL_VALUE_INIT;
  VelItem *item;

  if (!vel_field_parse (vel_item_row_get_field (VEL_ITEM_ROW (line->row)), typed, &value, NULL))
    return;
  if (value.kind != VEL_VALUE_TEXT)
    {
      if (!line->fresh && line->index < items->len)
        {
          g_ptr_array_remove_index (items, line->index);
          vel_contact_list_write (self, line->field, items);
        }
      return;
    }
  if (line->fresh)
    {
      line->index = items->len;
      g_ptr_array_add (items, vel_item_new (vel_item_row_guess_label (VEL_ITEM_ROW (line->row), value.text), value.text));
      line->saving = TRUE;
    }
  else
    {
      item = g_ptr_array_index (items, line->index);
      if (g_strcmp0 (item->value, value.text) == 0)
        {
          vel_inline_text_reset (text);
          return;
        }
      g_free (item->value);
      item->value = g_strdup (value.text);
    }
  vel_contact_list_write (self, line->field, items);
}

static void
address_edited_cb (VelContactLine *line)
{
  VelContactList *self = line->list;
  g_autoptr(GPtrArray) items = vel_contact_list_read (self, line->field);
  VelItem *item = vel_address_row_dup_item (VEL_ADDRESS_ROW (line->row));

  if (line->fresh && !line->saving)
    {
      line->index = items->len;
      line->saving = TRUE;
    }
  if (line->index < items->len)
    g_ptr_array_remove_index (items, line->index);
  if (vel_item_is_empty (item))
    vel_item_free (item);
  else
    g_ptr_array_insert (items, line->index, item);
  vel_contact_list_write (self, line->field, items);
}

static guint
count_lines (VelContactList *self,
             guint           field)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += ((VelContactLine *) g_ptr_array_index (self->lines, i))->field == field;
  return n;
}

static void
remove_line (VelContactList *self,
             VelContactLine *line)
{
  gtk_list_box_remove (self->box, line->row);
  g_ptr_array_remove (self->lines, line);
}

static gboolean
is_idle (VelContactLine *line)
{
  if (!line->fresh || line->saving || gtk_widget_has_css_class (line->row, "editing"))
    return FALSE;
  return VEL_IS_ADDRESS_ROW (line->row) ||
         !vel_inline_text_is_dirty (vel_edit_row_get_inline (VEL_EDIT_ROW (line->row)));
}

/* A row that was asked for and not filled goes again, but for the one that invites. */
static gboolean
tidy_cb (gpointer data)
{
  VelContactList *self = data;

  self->tidy = 0;
  for (guint i = self->lines->len; i-- > 0;)
    {
      VelContactLine *line = g_ptr_array_index (self->lines, i);

      if (is_idle (line) && !(fields[line->field].is_main && count_lines (self, line->field) == 1))
        remove_line (self, line);
    }
  return G_SOURCE_REMOVE;
}

static void
left_cb (VelContactLine *line)
{
  if (line->fresh && line->list->tidy == 0)
    line->list->tidy = g_idle_add (tidy_cb, line->list);
}

static void
contacted_cb (VelContactLine *line,
              const char     *kind)
{
  g_signal_emit (line->list, signals[CONTACTED], 0, kind);
}

static void
show_item (VelContactLine *line,
           const VelItem  *item,
           guint           n_items)
{
  if (VEL_IS_ADDRESS_ROW (line->row))
    vel_address_row_set_item (VEL_ADDRESS_ROW (line->row), item);
  else
    vel_item_row_set_item (VEL_ITEM_ROW (line->row), item);
  vel_contact_line_refresh_actions (line, item, n_items);
}

static VelContactLine *
insert_line (VelContactList *self,
             guint           place,
             guint           field,
             guint           index,
             gboolean        fresh)
{
  VelContactLine *line = g_new0 (VelContactLine, 1);

  line->list = self;
  line->field = field;
  line->index = index;
  line->fresh = fresh;
  line->actions = g_simple_action_group_new ();
  vel_contact_line_add_actions (line);
  if (field == ADDRESSES)
    {
      line->row = vel_address_row_new ();
      g_signal_connect_swapped (line->row, "edited", G_CALLBACK (address_edited_cb), line);
      g_signal_connect_swapped (line->row, "left", G_CALLBACK (left_cb), line);
    }
  else
    {
      VelInlineText *text;

      line->row = vel_item_row_new (fields[field].field);
      text = vel_edit_row_get_inline (VEL_EDIT_ROW (line->row));
      g_signal_connect_swapped (line->row, "contacted", G_CALLBACK (contacted_cb), line);
      g_signal_connect_swapped (text, "saved", G_CALLBACK (row_saved_cb), line);
      g_signal_connect_swapped (text, "left", G_CALLBACK (left_cb), line);
    }
  gtk_widget_insert_action_group (line->row, "item", G_ACTION_GROUP (line->actions));
  g_ptr_array_insert (self->lines, place, line);
  gtk_list_box_insert (self->box, line->row, place);
  return line;
}

/* Makes the rows of a list field those of its items. Rows stay with the place
 * of their item, so that the one in which somebody types is not taken away. */
static void
refresh_field (VelContactList *self,
               guint           field)
{
  g_autoptr(GPtrArray) items = vel_contact_list_read (self, field);
  guint place = 0;
  guint index = 0;

  while (place < self->lines->len && ((VelContactLine *) g_ptr_array_index (self->lines, place))->field < field)
    place++;
  for (; index < items->len; index++, place++)
    {
      VelContactLine *line = place < self->lines->len ? g_ptr_array_index (self->lines, place) : NULL;

      if (line == NULL || line->field != field || (line->fresh && !line->saving))
        line = insert_line (self, place, field, index, FALSE);
      line->fresh = line->saving = FALSE;
      line->index = index;
      show_item (line, g_ptr_array_index (items, index), items->len);
    }
  while (place < self->lines->len)
    {
      VelContactLine *line = g_ptr_array_index (self->lines, place);

      if (line->field != field)
        break;
      if (!line->fresh || (is_idle (line) && items->len > 0))
        remove_line (self, line);
      else
        place++;
    }
  if (fields[field].is_main && count_lines (self, field) == 0)
    show_item (insert_line (self, place, field, 0, TRUE), NULL, 0);
}

static void
items_changed_cb (VelContactList *self,
                  GParamSpec     *pspec)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (fields[i].field, pspec->name))
      {
        g_clear_pointer (&self->written[i], g_free);
        refresh_field (self, i);
      }
}

static void
vel_contact_list_dispose (GObject *object)
{
  VelContactList *self = VEL_CONTACT_LIST (object);

  g_clear_handle_id (&self->tidy, g_source_remove);
  while (self->lines->len > 0)
    remove_line (self, g_ptr_array_index (self->lines, self->lines->len - 1));
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_contact_list_parent_class)->dispose (object);
}

static void
vel_contact_list_finalize (GObject *object)
{
  VelContactList *self = VEL_CONTACT_LIST (object);

  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&self->written[i], g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->customer);

  G_OBJECT_CLASS (vel_contact_list_parent_class)->finalize (object);
}

static void
vel_contact_list_class_init (VelContactListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = vel_contact_list_dispose;
  object_class->finalize = vel_contact_list_finalize;

  /**
   * VelContactList::contacted:
   * @self: the list
   * @kind: the kind of interaction that has begun
   *
   * The user has called or begun to write.
   */
  signals[CONTACTED] = g_signal_new ("contacted", VEL_TYPE_CONTACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vel_contact_list_init (VelContactList *self)
{
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "boxed-list");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Contact"), -1);
}

/**
 * vel_contact_list_new:
 * @book: a book
 * @customer: a customer of it
 *
 * Returns: (transfer full): how @customer is reached
 */
GtkWidget *
vel_contact_list_new (VelBook   *book,
                      VelRecord *customer)
{
  VelContactList *self = g_object_new (VEL_TYPE_CONTACT_LIST, NULL);

  self->book = g_object_ref (book);
  self->customer = g_object_ref (customer);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *detail = g_strconcat ("notify::", fields[i].field, NULL);

      g_signal_connect_object (customer, detail, G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
      refresh_field (self, i);
    }
  return GTK_WIDGET (self);
}

/**
 * vel_contact_list_add:
 * @self: the list
 * @field: "phones", "emails", "addresses" or "links"
 *
 * Shows a row for one more and puts the caret into it.
 */
void
vel_contact_list_add (VelContactList *self,
                      const char     *field)
{
  g_return_if_fail (VEL_IS_CONTACT_LIST (self));

  for (guint i = 0; i < N_FIELDS; i++)
    {
      guint place = 0;
      VelContactLine *line = NULL;

      if (!g_str_equal (fields[i].field, field))
        continue;
      while (place < self->lines->len && ((VelContactLine *) g_ptr_array_index (self->lines, place))->field <= i)
        line = g_ptr_array_index (self->lines, place++);
      if (line == NULL || line->field != i || !line->fresh)
        {
          line = insert_line (self, place, i, place, TRUE);
          show_item (line, NULL, 0);
        }
      gtk_widget_grab_focus (line->row);
    }
}
