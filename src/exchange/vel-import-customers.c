/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-customers.h"

#include "vel-column-words.h"
#include "vel-customer.h"
#include "vel-import-customer.h"
#include "vel-import-kind.h"
#include "vel-item.h"
#include "vel-matcher.h"
#include "vel-text.h"

struct _VelImportCustomers
{
  VelImportWriter *writer;     /* (not owned) */
  VelMatcher      *matcher;    /* (owned) */
  GPtrArray       *new_names;  /* (owned) (element-type utf8): by their local ids, of the customers that this import adds */
};

/**
 * vel_import_customers_new:
 * @writer: what writes them
 * @by_name: whether they are to be found by their names alone
 * @cancellable: (nullable): to cancel
 * @error: (out): a #VelStoreError or %G_IO_ERROR_CANCELLED
 *
 * Reads who is in the book. Waits; for workers.
 *
 * Returns: (transfer full) (nullable): all of them
 */
VelImportCustomers *
vel_import_customers_new (VelImportWriter  *writer,
                          gboolean          by_name,
                          GCancellable     *cancellable,
                          GError          **error)
{
  g_autoptr(VelImportCustomers) self = g_new0 (VelImportCustomers, 1);

  self->writer = writer;
  self->new_names = g_ptr_array_new_with_free_func (g_free);
  self->matcher = vel_matcher_load (writer->book, by_name, cancellable, error);
  return self->matcher != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * vel_import_customers_free:
 * @self: (transfer full): all of them
 */
void
vel_import_customers_free (VelImportCustomers *self)
{
  g_clear_pointer (&self->matcher, vel_matcher_free);
  g_ptr_array_unref (self->new_names);
  g_free (self);
}

/* Whom of those that this import itself adds a row may speak of again: only
 * one of the same name, for two rows of one file are two entries. */
static gboolean
is_same_new (VelImportCustomers *self,
             VelImportCustomer  *customer,
             gint64             id)
{
  g_autofree char *fold = NULL;
  g_autofree char *other = NULL;

  if (id >= 0)
    return TRUE;
  fold = vel_text_fold (vel_import_row_text (&customer->row, "name"));
  other = vel_text_fold (g_ptr_array_index (self->new_names, -id - 1));
  return g_str_equal (fold, other);
}

static gint64
find_by_items (VelImportCustomers *self,
               VelImportCustomer  *customer,
               VelMatchKind       kind,
               GPtrArray         *items)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const char *value = ((VelItem *) g_ptr_array_index (items, i))->value;
      gint64 id = vel_matcher_find (self->matcher, kind, value, vel_import_row_text (&customer->row, "name"));

      if (id != 0 && is_same_new (self, customer, id))
        return id;
    }
  return 0;
}

typedef struct
{
  GPtrArray  *emails;
  GPtrArray  *phones;
  const char *tax_id;
  const char *name;
  const char *city;
} Known;

static gint64
find_customer (VelImportCustomers *self,
               VelImportCustomer  *customer,
               const Known       *known)
{
  gint64 id = find_by_items (self, customer, VEL_MATCH_EMAIL, known->emails);

  if (id == 0)
    id = find_by_items (self, customer, VEL_MATCH_PHONE, known->phones);
  if (id == 0)
    id = vel_matcher_find (self->matcher, VEL_MATCH_TAX_ID, known->tax_id, known->name);
  if (id == 0 || !is_same_new (self, customer, id))
    id = vel_matcher_find (self->matcher, VEL_MATCH_NAME, known->name, known->city);
  /* Of those of this file of whom nothing but a name is known each is another one. */
  if (id == 0 && known->emails == NULL && known->phones == NULL && known->tax_id == NULL && known->city == NULL)
    id = vel_matcher_find (self->matcher, VEL_MATCH_NAME_ALONE, known->name, NULL);
  return id != 0 && is_same_new (self, customer, id) ? id : 0;
}

static void
remember_items (VelImportCustomers *self,
                const Known     *known,
                VelMatchKind     kind,
                GPtrArray       *items,
                gint64           id)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    vel_matcher_add (self->matcher, kind, ((VelItem *) g_ptr_array_index (items, i))->value, known->name, id);
}

static void
remember (VelImportCustomers *self,
          const Known        *known,
          gint64              id)
{
  vel_matcher_add (self->matcher, VEL_MATCH_CALLED, known->name, NULL, id);
  remember_items (self, known, VEL_MATCH_EMAIL, known->emails, id);
  remember_items (self, known, VEL_MATCH_PHONE, known->phones, id);
  vel_matcher_add (self->matcher, VEL_MATCH_TAX_ID, known->tax_id, known->name, id);
  vel_matcher_add (self->matcher, VEL_MATCH_NAME, known->name, known->city, id);
}

/* Its values go over into the change. */
static gint64
create (VelImportCustomers *self,
        VelImportCustomer  *customer,
        const Known        *known)
{
  char *name = g_strdup (known->name);
  const gint64 id = vel_import_writer_create (self->writer, &customer->row);

  /* Local ids are given to all that is added, not to customers alone. */
  g_ptr_array_set_size (self->new_names, (int) -id);
  self->new_names->pdata[-id - 1] = name;
  remember (self, known, id);
  return id;
}

/**
 * vel_import_customers_find:
 * @self: all of them
 * @name: (nullable): a name
 * @email: (nullable): an e-mail address
 * @phone: (nullable): a telephone number
 * @is_shared: (out): whether there are several of that name, and nothing that
 *   tells which is meant
 *
 * Finds somebody of whom a row says little; the e-mail address counts more than
 * the number, and that more than the name.
 *
 * Returns: the customer, below zero for one that this import adds, or 0
 */
gint64
vel_import_customers_find (VelImportCustomers *self,
                           const char         *name,
                           const char         *email,
                           const char         *phone,
                           gboolean           *is_shared)
{
  gint64 id = vel_matcher_find (self->matcher, VEL_MATCH_EMAIL, email, name);

  *is_shared = FALSE;
  if (id == 0)
    id = vel_matcher_find (self->matcher, VEL_MATCH_PHONE, phone, name);
  if (id == 0)
    {
      id = vel_matcher_find (self->matcher, VEL_MATCH_CALLED, name, NULL);
      *is_shared = id == 0 && name != NULL && vel_matcher_is_shared (self->matcher, VEL_MATCH_CALLED, name);
    }
  return id;
}

static void
add_item (VelImportRow  *row,
          const char    *field,
          const char    *text,
          GPtrArray    **items)
{
  if (text == NULL)
    return;
  *items = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_item_free);
  g_ptr_array_add (*items, vel_item_new (NULL, text));
  vel_value_take_text (vel_import_row_value (row, field), vel_items_to_json (*items));
}

/**
 * vel_import_customers_add:
 * @self: all of them
 * @name: (nullable): a name
 * @email: (nullable): an e-mail address
 * @phone: (nullable): a telephone number
 * @is_organisation: whether it is one for certain
 *
 * Adds somebody of whom a row of something else speaks; one of the texts is there.
 *
 * Returns: a number below zero that stands for them
 */
gint64
vel_import_customers_add (VelImportCustomers *self,
                          const char         *name,
                          const char         *email,
                          const char         *phone,
                          gboolean            is_organisation)
{
  g_autoptr(VelImportCustomer) customer = g_new0 (VelImportCustomer, 1);
  VelImportRow *row = &customer->row;
  const char *called = name != NULL ? name : email != NULL ? email : phone;
  Known known;

  vel_import_row_init (row, &vel_customer_entity);
  vel_value_set_text (vel_import_row_value (row, "name"), called);
  vel_value_set_text (vel_import_row_value (row, "kind"),
                      is_organisation || vel_column_words_is_company (called) ? "organisation" : "person");
  add_item (row, "emails", email, &customer->emails);
  add_item (row, "phones", phone, &customer->phones);
  known = (Known) { customer->emails, customer->phones, NULL, called, NULL };
  return create (self, customer, &known);
}

static gboolean
add (gpointer        state,
     VelImportRow   *row,
     VelImportFate  *fate,
     guint          *bad_column,
     GError        **complaint,
     GError        **error)
{
  VelImportCustomers *self = state;
  VelImportCustomer *customer = (VelImportCustomer *) row;
  const Known known = {
    customer->emails, customer->phones, vel_import_row_text (row, "tax_id"), vel_import_row_text (row, "name"),
    customer->city,
  };
  const gint64 id = find_customer (self, customer, &known);

  if (id == 0)
    {
      create (self, customer, &known);
      *fate = VEL_IMPORT_CREATED;
      return TRUE;
    }
  if (!vel_import_writer_read (self->writer, id, error))
    return FALSE;
  *fate = vel_import_writer_update (self->writer, row, id) ? VEL_IMPORT_UPDATED : VEL_IMPORT_UNCHANGED;
  return TRUE;
}

static gpointer
begin (VelImportWriter  *writer,
       GCancellable     *cancellable,
       GError          **error)
{
  return vel_import_customers_new (writer, FALSE, cancellable, error);
}

static void
end (gpointer state)
{
  vel_import_customers_free (state);
}

/* Somebody is known again by an e-mail address, a telephone number, a VKN or
 * TCKN, by name and city, or by the name where neither the row nor the book
 * knows any of these. */
const VelImportKind vel_import_customer_kind = {
  &vel_customer_entity, vel_import_customer_read, vel_import_customer_free, begin, end, add
};
