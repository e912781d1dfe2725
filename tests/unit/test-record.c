/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-customer.h"
#include "vel-item.h"
#include "vel-record.h"
#include "vel-text.h"

typedef struct
{
  guint    n;
  GString *names;
} Heard;

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           Heard      *heard)
{
  g_autofree char *name = NULL;

  heard->n++;
  g_string_append_printf (heard->names, "%s ", pspec->name);
  /* All fields agree before anybody is told. */
  name = vel_record_format (VEL_RECORD (object), "name");
  g_assert_cmpstr (name, ==, "Işık Mimarlık");
}

static VelValue *
new_values (void)
{
  return g_new0 (VelValue, vel_customer_entity.n_fields);
}

static void
set (VelValue   *values,
     const char *field,
     const char *text)
{
  vel_value_set_text (&values[vel_entity_field_index (&vel_customer_entity, field)], text);
}

static void
test_notify (void)
{
  g_autoptr(VelRecord) record = vel_record_new (&vel_customer_entity, 7);
  g_autofree VelValue *values = new_values ();
  g_autofree char *title = NULL;
  gint64 id;
  gint64 size;
  Heard heard = { 0, g_string_new (NULL) };

  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), &heard);
  set (values, "name", "Işık Mimarlık");
  set (values, "title", "Mimar");
  vel_value_set_integer (&values[vel_entity_field_index (&vel_customer_entity, "size")], 12);
  vel_record_take_values (record, values);
  g_assert_cmpuint (heard.n, ==, 3);
  g_object_get (record, "id", &id, "title", &title, "size", &size, NULL);
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpstr (title, ==, "Mimar");
  g_assert_cmpint (size, ==, 12);

  /* The same again says nothing; one field less says one. */
  set (values, "name", "Işık Mimarlık");
  set (values, "title", "Mimar");
  vel_value_set_integer (&values[vel_entity_field_index (&vel_customer_entity, "size")], 12);
  vel_record_take_values (record, values);
  g_assert_cmpuint (heard.n, ==, 3);
  g_string_truncate (heard.names, 0);
  set (values, "name", "Işık Mimarlık");
  set (values, "title", "Mimar");
  vel_record_take_values (record, values);
  g_assert_cmpuint (heard.n, ==, 4);
  g_assert_cmpstr (heard.names->str, ==, "size ");
  g_string_free (heard.names, TRUE);
}

static void
test_properties (void)
{
  g_autoptr(GTypeClass) klass = g_type_class_ref (VEL_TYPE_CUSTOMER);
  guint n_entities;
  const VelEntity * const *entities = vel_entity_list (&n_entities);

  g_assert_nonnull (g_object_class_find_property (G_OBJECT_CLASS (klass), "last-contact"));
  for (guint e = 0; e < n_entities; e++)
    {
      g_assert_true (vel_entity_find (entities[e]->name) == entities[e]);
      g_assert_true (vel_entity_of_type (entities[e]->get_type ()) == entities[e]);
      for (guint i = 0; i < entities[e]->n_fields; i++)
        {
          const VelField *field = &entities[e]->fields[i];

          g_assert_cmpuint (vel_entity_field_index (entities[e], field->name), ==, i);
          g_assert_cmpstr (vel_field_get_label (field), !=, "");
          if (field->target != NULL)
            g_assert_nonnull (vel_entity_find (field->target));
          if (field->type == VEL_FIELD_CHOICE)
            g_assert_nonnull (field->choices);
          /* What is computed names what it is computed from. */
          if (field->derive == VEL_DERIVE_FIRST)
            g_assert_nonnull (vel_entity_find_field (entities[e], field->via));
          else if (field->derive == VEL_DERIVE_LINKED)
            {
              const VelField *link = vel_entity_find_field (entities[e], field->via);

              g_assert_nonnull (link);
              g_assert_cmpint (link->type, ==, VEL_FIELD_LINK);
              g_assert_nonnull (vel_entity_find_field (vel_entity_find (link->target), field->to));
            }
          else if (field->derive != VEL_DERIVE_NOT)
            {
              const VelEntity *via = vel_entity_find (field->via);

              g_assert_nonnull (via);
              g_assert_nonnull (vel_entity_find_field (via, field->from));
              g_assert_nonnull (vel_entity_find_field (via, field->to));
            }
        }
    }
}

static void
test_finalize (void)
{
  VelRecord *record = vel_record_new (&vel_customer_entity, 1);
  g_autofree VelValue *values = new_values ();

  set (values, "name", "Ali");
  vel_record_take_values (record, values);
  g_assert_finalize_object (record);
}

static void
test_custom (void)
{
  g_autoptr(VelRecord) record = vel_record_new (&vel_customer_entity, 1);
  g_autofree VelValue *values = new_values ();
  g_autofree char *shoe = NULL;
  g_autofree char *none = NULL;

  set (values, "custom", "{\"Ayakkabı no\":\"38\"}");
  vel_record_take_values (record, values);
  shoe = vel_record_format (record, "custom.Ayakkabı no");
  none = vel_record_format (record, "custom.Renk");
  g_assert_cmpstr (shoe, ==, "38");
  g_assert_cmpstr (none, ==, "");
}

static void
check_parse (const char *field,
             const char *text,
             const char *wanted)
{
  g_auto(VelValue) value = VEL_VALUE_INIT;
  g_autoptr(GError) error = NULL;
  const gboolean done = vel_field_parse (vel_entity_find_field (&vel_customer_entity, field), text, &value, &error);

  if (wanted == NULL)
    {
      g_assert_false (done);
      g_assert_nonnull (error);
      g_assert_cmpuint (error->domain, ==, VEL_TEXT_ERROR);
      return;
    }
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpstr (value.kind == VEL_VALUE_TEXT ? value.text : "", ==, wanted);
}

static void
test_parse (void)
{
  check_parse ("name", "  Işık  ", "Işık");
  check_parse ("name", "   ", "");
  check_parse ("status", "active", "active");
  check_parse ("status", "ACTIVE", "active");
  check_parse ("status", "bilinmiyor", NULL);
  check_parse ("phone", "0532 123 45 67", "+905321234567");
  check_parse ("phone", "yok", NULL);
  check_parse ("email", "AYSE@ornek.example", "AYSE@ornek.example");
  check_parse ("email", "ayse", NULL);
  check_parse ("birthday", "31.12.1980", "1980-12-31");
  check_parse ("birthday", "31.02.1980", NULL);
  check_parse ("tax_id", "454 053 6920", "4540536920");
  check_parse ("tags", "vip, mimar,,vip", "[\"vip\",\"mimar\"]");
  check_parse ("phones", "work: 0212 555 01 01; 0532 123 45 67",
               "[{\"label\":\"work\",\"value\":\"+902125550101\"},{\"value\":\"+905321234567\"}]");
  check_parse ("phones", "[{\"label\":\"iş\",\"value\":\"0212 555 01 01\"}]",
               "[{\"label\":\"iş\",\"value\":\"+902125550101\"}]");
  check_parse ("phones", "[{\"value\":\"hiç\"}]", NULL);
  check_parse ("size", "on", NULL);
  check_parse ("notes", "=1+1", "=1+1");
}

static void
test_warn (void)
{
  const VelField *tax_id = vel_entity_find_field (&vel_customer_entity, "tax_id");
  const VelField *iban = vel_entity_find_field (&vel_customer_entity, "iban");
  g_auto(VelValue) good = VEL_VALUE_INIT;
  g_auto(VelValue) bad = VEL_VALUE_INIT;
  g_autofree char *nothing = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *none = NULL;

  vel_value_set_text (&good, "4540536920");
  vel_value_set_text (&bad, "4540536921");
  nothing = vel_field_warn (tax_id, &good);
  warning = vel_field_warn (tax_id, &bad);
  g_assert_null (nothing);
  g_assert_nonnull (warning);
  vel_value_set_text (&good, "TR330006100519786457841326");
  none = vel_field_warn (iban, &good);
  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  vel_language_set ("tr");
  g_test_add_func ("/record/notify", test_notify);
  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/finalize", test_finalize);
  g_test_add_func ("/record/custom", test_custom);
  g_test_add_func ("/record/parse", test_parse);
  g_test_add_func ("/record/warn", test_warn);
  return g_test_run ();
}
