/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-sidebar-item.h"

#include "vel-customer.h"
#include "vel-number.h"

/**
 * VelSidebarItem:
 *
 * One row of the sidebar: a place, or a filter that the user has saved, with
 * the number of records in it. The name of a filter follows its record.
 */
struct _VelSidebarItem
{
  GObject    parent_instance;

  char      *page;       /* (owned): the page of the content that shows it */
  char      *name;       /* (owned) */
  char      *icon_name;  /* (owned) */
  VelQuery  *query;      /* (owned) (nullable): what is in a place */
  VelRecord *record;     /* (owned) (nullable): the saved filter */
  gint64     count;      /* -1 while it is not known */
};

enum { PROP_0, PROP_NAME, PROP_ICON_NAME, PROP_COUNT, PROP_COUNT_TEXT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VelSidebarItem, vel_sidebar_item, G_TYPE_OBJECT)

static char *
format_count (VelSidebarItem *self)
{
  return self->count < 0 ? g_strdup ("") : vel_number_format (self->count);
}

static void
record_named_cb (VelSidebarItem *self)
{
  const char *name = vel_record_get_text (self->record, "name");

  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
vel_sidebar_item_finalize (GObject *object)
{
  VelSidebarItem *self = VEL_SIDEBAR_ITEM (object);

  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->icon_name, g_free);
  g_clear_pointer (&self->query, vel_query_unref);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (vel_sidebar_item_parent_class)->finalize (object);
}

static void
vel_sidebar_item_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  VelSidebarItem *self = VEL_SIDEBAR_ITEM (object);

  switch (property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;

    case PROP_COUNT:
      g_value_set_int64 (value, self->count);
      break;

    case PROP_COUNT_TEXT:
      g_value_take_string (value, format_count (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
vel_sidebar_item_class_init (VelSidebarItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vel_sidebar_item_finalize;
  object_class->get_property = vel_sidebar_item_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, "", flags);
  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_COUNT_TEXT] = g_param_spec_string ("count-text", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vel_sidebar_item_init (VelSidebarItem *self)
{
  self->count = -1;
}

/**
 * vel_sidebar_item_new_place:
 * @page: the page of the content that shows the place
 * @name: its name, in the language of the interface
 * @icon_name: its icon
 * @query: what is in it
 *
 * Returns: (transfer full): a place of the program
 */
VelSidebarItem *
vel_sidebar_item_new_place (const char *page,
                            const char *name,
                            const char *icon_name,
                            VelQuery   *query)
{
  VelSidebarItem *self = g_object_new (VEL_TYPE_SIDEBAR_ITEM, NULL);

  self->page = g_strdup (page);
  self->name = g_strdup (name);
  self->icon_name = g_strdup (icon_name);
  self->query = vel_query_ref (query);
  return self;
}

/**
 * vel_sidebar_item_new_filter:
 * @record: a saved filter
 *
 * Returns: (transfer full): its row
 */
VelSidebarItem *
vel_sidebar_item_new_filter (VelRecord *record)
{
  VelSidebarItem *self = g_object_new (VEL_TYPE_SIDEBAR_ITEM, NULL);
  const char *entity = vel_record_get_text (record, "entity");

  /* The place is called by many of what it is for. */
  self->page = g_strconcat (entity != NULL ? entity : vel_customer_entity.name, "s", NULL);
  self->name = g_strdup (vel_record_get_text (record, "name"));
  self->icon_name = g_strdup ("starred-symbolic");
  self->record = g_object_ref (record);
  g_signal_connect_object (record, "notify::name", G_CALLBACK (record_named_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * vel_sidebar_item_get_page:
 * @self: a row
 *
 * Returns: (transfer none): the page of the content that shows it
 */
const char *
vel_sidebar_item_get_page (VelSidebarItem *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_ITEM (self), NULL);

  return self->page;
}

/**
 * vel_sidebar_item_get_name:
 * @self: a row
 *
 * Returns: (transfer none): what it is called
 */
const char *
vel_sidebar_item_get_name (VelSidebarItem *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_ITEM (self), NULL);

  return self->name;
}

/**
 * vel_sidebar_item_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the saved filter, or %NULL for a place
 */
VelRecord *
vel_sidebar_item_get_record (VelSidebarItem *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_ITEM (self), NULL);

  return self->record;
}

/**
 * vel_sidebar_item_dup_query:
 * @self: a row
 * @error: (out): %VEL_STORE_ERROR_INVALID where a newer version saved the filter
 *
 * Returns: (transfer full) (nullable): what it shows
 */
VelQuery *
vel_sidebar_item_dup_query (VelSidebarItem  *self,
                            GError         **error)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_ITEM (self), NULL);

  if (self->record == NULL)
    return vel_query_ref (self->query);
  return vel_query_from_json (vel_record_get_text (self->record, "query"), error);
}

/**
 * vel_sidebar_item_get_count:
 * @self: a row
 *
 * Returns: how many records it shows, or -1 while that is not known
 */
gint64
vel_sidebar_item_get_count (VelSidebarItem *self)
{
  g_return_val_if_fail (VEL_IS_SIDEBAR_ITEM (self), -1);

  return self->count;
}

/**
 * vel_sidebar_item_set_count:
 * @self: a row
 * @count: how many records it shows, or -1 if that is not known
 */
void
vel_sidebar_item_set_count (VelSidebarItem *self,
                            gint64          count)
{
  g_return_if_fail (VEL_IS_SIDEBAR_ITEM (self));

  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_TEXT]);
}
