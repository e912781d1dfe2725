/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-entity-fields.h"

#include "vel-custom-field.h"

/**
 * VelEntityFields:
 *
 * The fields of an entity, a list of #VelListedField: those that every book
 * has, then those that the user has added to this one. It follows the book.
 */
struct _VelEntityFields
{
  GObject       parent_instance;

  VelBook      *book;         /* (owned) */
  const VelEntity *entity;    /* what they are fields of */
  GPtrArray    *fields;       /* (owned) (element-type VelListedField) */
  guint         n_built_in;
  GCancellable *cancellable;  /* (owned) (nullable): of what is being asked for */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VelEntityFields, vel_entity_fields, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static gboolean
is_same (VelEntityFields *self,
         GPtrArray         *fresh)
{
  if (self->fields->len - self->n_built_in != fresh->len)
    return FALSE;
  for (guint i = 0; i < fresh->len; i++)
    if (!g_str_equal (vel_listed_field_get_name (g_ptr_array_index (fresh, i)),
                      vel_listed_field_get_name (g_ptr_array_index (self->fields, self->n_built_in + i))))
      return FALSE;
  return TRUE;
}

static void
take_custom (VelEntityFields *self,
             GPtrArray         *fresh)
{
  const guint before = self->fields->len - self->n_built_in;

  if (is_same (self, fresh))
    return;
  g_ptr_array_set_size (self->fields, self->n_built_in);
  for (guint i = 0; i < fresh->len; i++)
    g_ptr_array_add (self->fields, g_object_ref (g_ptr_array_index (fresh, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), self->n_built_in, before, fresh->len);
}

static void
found_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(VelEntityFields) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = vel_book_find_finish (VEL_BOOK (object), result, &error);
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);

  /* What the list shows tells the user when the book cannot be read. */
  if (ids == NULL)
    return;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(VelRecord) record = vel_book_get_record (self->book, &vel_custom_field_entity,
                                                         g_array_index (ids, gint64, i), NULL);
      const char *name = record != NULL ? vel_record_get_text (record, "name") : NULL;

      if (name != NULL)
        g_ptr_array_add (fresh, vel_listed_field_new_custom (name));
    }
  take_custom (self, fresh);
}

static void
ask (VelEntityFields *self)
{
  const char * const entity[] = { self->entity->name, NULL };
  g_autoptr(VelFilter) filter = vel_filter_new (VEL_FILTER_IS, "entity", entity);
  g_autoptr(VelQuery) query = vel_query_new (&vel_custom_field_entity, filter, NULL, "position", FALSE);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  vel_book_find_async (self->book, query, self->cancellable, found_cb, g_object_ref (self));
}

static void
book_changed_cb (VelEntityFields *self,
                 VelDelta          *delta)
{
  if (vel_delta_is_all (delta) || vel_delta_has_entity (delta, &vel_custom_field_entity))
    ask (self);
}

static GType
vel_entity_fields_get_item_type (GListModel *list)
{
  return VEL_TYPE_LISTED_FIELD;
}

static guint
vel_entity_fields_get_n_items (GListModel *list)
{
  return VEL_ENTITY_FIELDS (list)->fields->len;
}

static gpointer
vel_entity_fields_get_item (GListModel *list,
                              guint       position)
{
  VelEntityFields *self = VEL_ENTITY_FIELDS (list);

  return position < self->fields->len ? g_object_ref (g_ptr_array_index (self->fields, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = vel_entity_fields_get_item_type;
  iface->get_n_items = vel_entity_fields_get_n_items;
  iface->get_item = vel_entity_fields_get_item;
}

static void
vel_entity_fields_dispose (GObject *object)
{
  VelEntityFields *self = VEL_ENTITY_FIELDS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_entity_fields_parent_class)->dispose (object);
}

static void
vel_entity_fields_finalize (GObject *object)
{
  g_clear_pointer (&VEL_ENTITY_FIELDS (object)->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (vel_entity_fields_parent_class)->finalize (object);
}

static void
vel_entity_fields_class_init (VelEntityFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vel_entity_fields_dispose;
  G_OBJECT_CLASS (klass)->finalize = vel_entity_fields_finalize;
}

static void
vel_entity_fields_init (VelEntityFields *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * vel_entity_fields_new:
 * @book: a book
 * @entity: what the fields are of
 *
 * Returns: (transfer full): the fields; those that the user has added come in a moment
 */
VelEntityFields *
vel_entity_fields_new (VelBook         *book,
                       const VelEntity *entity)
{
  VelEntityFields *self = g_object_new (VEL_TYPE_ENTITY_FIELDS, NULL);

  self->book = g_object_ref (book);
  self->entity = entity;
  for (guint i = 0; i < entity->n_fields; i++)
    g_ptr_array_add (self->fields, vel_listed_field_new (&entity->fields[i]));
  self->n_built_in = self->fields->len;
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}

/**
 * vel_entity_fields_get_entity:
 * @self: the fields
 *
 * Returns: (transfer none): what they are of
 */
const VelEntity *
vel_entity_fields_get_entity (VelEntityFields *self)
{
  g_return_val_if_fail (VEL_IS_ENTITY_FIELDS (self), NULL);

  return self->entity;
}

/**
 * vel_entity_fields_find:
 * @self: fields
 * @name: the name of a field, or "custom." and what the user calls it
 *
 * Returns: (transfer none) (nullable): the field
 */
VelListedField *
vel_entity_fields_find (VelEntityFields *self,
                          const char        *name)
{
  g_return_val_if_fail (VEL_IS_ENTITY_FIELDS (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (vel_listed_field_get_name (g_ptr_array_index (self->fields, i)), name))
      return g_ptr_array_index (self->fields, i);
  return NULL;
}

/**
 * vel_entity_fields_dup:
 * @self: fields
 * @flag: what may be done with them
 *
 * Returns: (transfer full): those of them with which that may be done, as they are now
 */
GListModel *
vel_entity_fields_dup (VelEntityFields *self,
                         VelFieldFlags      flag)
{
  GListStore *store = g_list_store_new (VEL_TYPE_LISTED_FIELD);

  g_return_val_if_fail (VEL_IS_ENTITY_FIELDS (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (vel_listed_field_has (g_ptr_array_index (self->fields, i), flag))
      g_list_store_append (store, g_ptr_array_index (self->fields, i));
  return G_LIST_MODEL (store);
}
