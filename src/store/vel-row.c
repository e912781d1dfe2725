/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-row.h"

/**
 * VelRow:
 *
 * A place in a #VelQueryModel, and the record that is shown there. When the
 * list shows something else the row stays and points to another record, so
 * that a view only fills its cells anew; it is the record, not the row, that
 * is one and the same for an id.
 */
struct _VelRow
{
  GObject          parent_instance;

  VelBook         *book;      /* (owned) */
  const VelEntity *entity;
  gint64           id;
  VelRecord       *record;    /* (owned) (nullable): read when first asked for */
  guint            position;
  gboolean         indirect;
};

enum { PROP_0, PROP_ID, PROP_RECORD, PROP_POSITION, PROP_INDIRECT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelRow, vel_row, G_TYPE_OBJECT)

static void
vel_row_dispose (GObject *object)
{
  VelRow *self = VEL_ROW (object);

  g_clear_object (&self->record);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (vel_row_parent_class)->dispose (object);
}

static void
vel_row_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  VelRow *self = VEL_ROW (object);

  switch (property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;

    case PROP_RECORD:
      g_value_set_object (value, vel_row_get_record (self));
      break;

    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;

    case PROP_INDIRECT:
      g_value_set_boolean (value, self->indirect);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_row_class_init (VelRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vel_row_dispose;
  object_class->get_property = vel_row_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, VEL_TYPE_RECORD, flags);
  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_INDIRECT] = g_param_spec_boolean ("indirect", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_row_init (VelRow *self)
{
}

/**
 * vel_row_new:
 * @book: the book
 * @entity: what the row shows
 * @position: its place
 *
 * Returns: (transfer full): a row that points nowhere yet
 */
VelRow *
vel_row_new (VelBook         *book,
             const VelEntity *entity,
             guint            position)
{
  VelRow *self = g_object_new (VEL_TYPE_ROW, NULL);

  self->book = g_object_ref (book);
  self->entity = entity;
  self->position = position;
  return self;
}

/**
 * vel_row_point:
 * @self: a row
 * @id: the record it shows from now on
 * @indirect: whether the search found it only in long texts
 */
void
vel_row_point (VelRow   *self,
               gint64    id,
               gboolean  indirect)
{
  g_return_if_fail (VEL_IS_ROW (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (self->indirect != indirect)
    {
      self->indirect = indirect;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INDIRECT]);
    }
  if (self->id != id)
    {
      self->id = id;
      g_clear_object (&self->record);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * vel_row_set_position:
 * @self: a row
 * @position: its place from now on
 */
void
vel_row_set_position (VelRow *self,
                      guint   position)
{
  g_return_if_fail (VEL_IS_ROW (self));

  if (self->position == position)
    return;
  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

/**
 * vel_row_get_book:
 * @self: a row
 *
 * Returns: (transfer none): the book that its record is in
 */
VelBook *
vel_row_get_book (VelRow *self)
{
  g_return_val_if_fail (VEL_IS_ROW (self), NULL);

  return self->book;
}

/**
 * vel_row_get_id:
 * @self: a row
 *
 * Returns: the id of the record it shows
 */
gint64
vel_row_get_id (VelRow *self)
{
  g_return_val_if_fail (VEL_IS_ROW (self), 0);

  return self->id;
}

/**
 * vel_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record it shows, or %NULL where
 *   the record has gone and the list has not followed yet
 */
VelRecord *
vel_row_get_record (VelRow *self)
{
  g_return_val_if_fail (VEL_IS_ROW (self), NULL);

  if (self->record == NULL && self->id != 0)
    self->record = vel_book_get_record (self->book, self->entity, self->id, NULL);
  return self->record;
}

/**
 * vel_row_get_position:
 * @self: a row
 *
 * Returns: its place in the list
 */
guint
vel_row_get_position (VelRow *self)
{
  g_return_val_if_fail (VEL_IS_ROW (self), 0);

  return self->position;
}

/**
 * vel_row_is_indirect:
 * @self: a row
 *
 * Returns: whether the search found the record only in notes or interactions
 */
gboolean
vel_row_is_indirect (VelRow *self)
{
  g_return_val_if_fail (VEL_IS_ROW (self), FALSE);

  return self->indirect;
}
