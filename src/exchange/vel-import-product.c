/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "vel-import-kind.h"
#include "vel-import-names.h"
#include "vel-product.h"

/* The import of products, which are known again by their names. */

typedef struct
{
  VelImportWriter *writer;  /* (not owned) */
  VelImportNames  *names;   /* (owned) */
} Products;

static void
free_row (VelImportRow *row)
{
  vel_import_row_clear (row);
  g_free (row);
}

static VelImportRow *
give_up (VelImportRow *row)
{
  free_row (row);
  return NULL;
}

static VelImportRow *
read_product (const VelCsvRow  *csv,
              GArray           *columns,
              const char       *home,
              guint            *bad_column,
              GError          **error)
{
  VelImportRow *row = g_new0 (VelImportRow, 1);
  g_autofree char *price = NULL;
  guint price_column = columns->len;

  vel_import_row_init (row, &vel_product_entity);
  for (guint i = 0; i < columns->len; i++)
    {
      const char *field = g_array_index (columns, VelImportColumn, i).match->field;
      g_autofree char *text = vel_import_row_cell (csv, columns, i);

      *bad_column = i;
      if (text == NULL)
        continue;
      if (g_str_equal (field, "price"))
        {
          /* It is read beside the currency, which may come later. */
          if (price != NULL && !g_str_equal (price, text))
            {
              vel_import_row_fail (error, _("Another column says another price."));
              return give_up (row);
            }
          g_free (price);
          price = g_steal_pointer (&text);
          price_column = i;
        }
      else if (g_str_equal (field, "currency") ? !vel_import_row_read_currency (row, text, error)
                                               : !vel_import_row_read (row, field, text, error))
        {
          return give_up (row);
        }
    }
  *bad_column = price_column;
  if (price != NULL && !vel_import_row_read_money (row, "price", price, home, error))
    return give_up (row);
  *bad_column = columns->len;
  if (!vel_value_is_empty (vel_import_row_value (row, "name")))
    return row;
  vel_import_row_fail (error, _("The row names no product."));
  return give_up (row);
}

static void
end (gpointer state)
{
  Products *self = state;

  g_clear_pointer (&self->names, vel_import_names_free);
  g_free (self);
}

static gpointer
begin (VelImportWriter  *writer,
       GCancellable     *cancellable,
       GError          **error)
{
  Products *self = g_new0 (Products, 1);

  self->writer = writer;
  self->names = vel_import_names_new (writer, &vel_product_entity, error);
  if (self->names != NULL)
    return self;
  end (self);
  return NULL;
}

static gboolean
add (gpointer        state,
     VelImportRow   *row,
     VelImportFate  *fate,
     guint          *bad_column,
     GError        **complaint,
     GError        **error)
{
  Products *self = state;
  g_autofree char *name = g_strdup (vel_import_row_text (row, "name"));
  const gint64 id = vel_import_names_find (self->names, name);

  if (id == 0)
    {
      vel_import_names_add (self->names, name, vel_import_writer_create (self->writer, row));
      *fate = VEL_IMPORT_CREATED;
      return TRUE;
    }
  if (!vel_import_writer_read (self->writer, id, error))
    return FALSE;
  /* "GTXPro" is the same name in another writing. */
  vel_import_row_leave (row, "name");
  *fate = vel_import_writer_update (self->writer, row, id) ? VEL_IMPORT_UPDATED : VEL_IMPORT_UNCHANGED;
  return TRUE;
}

const VelImportKind vel_import_product_kind = { &vel_product_entity, read_product, free_row, begin, end, add };
