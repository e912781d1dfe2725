/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-import-target.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-item.h"
#include "vel-text.h"

/* Where columns can go, as people call it. */

typedef struct
{
  const char *field;
  const char *part;
  const char *label;
} PartName;

static const PartName customer_parts[] = {
  { "name", "", N_("Whole name") },
  { "name", "first", N_("First name") },
  { "name", "middle", N_("Middle name") },
  { "name", "last", N_("Last name") },
  /* Translators: what stands before a name, such as Dr. */
  { "name", "prefix", N_("Form of address") },
  /* Translators: what stands behind a name, such as Jr. */
  { "name", "suffix", N_("Name suffix") },
  { "name", "organisation", N_("Name of the organisation") },
  { "birthday", "day", N_("Day of birth") },
  { "birthday", "month", N_("Month of birth") },
  { "birthday", "year", N_("Year of birth") },
  { "phones", "", N_("Phone") },
  { "phones", "label", N_("What kind of phone it is") },
  { "emails", "", N_("E-mail") },
  { "emails", "label", N_("What kind of e-mail it is") },
  { "addresses", "street", N_("Street") },
  { "addresses", "extra", N_("Street, second line") },
  { "addresses", "district", N_("District") },
  { "addresses", "city", N_("City") },
  { "addresses", "region", N_("Province or region") },
  { "addresses", "postcode", N_("Postcode") },
  { "addresses", "country", N_("Country") },
  { "addresses", "formatted", N_("Whole address") },
  { "addresses", "label", N_("What kind of address it is") },
  { "links", "", N_("Link") },
  { "links", "label", N_("What kind of link it is") },
  { NULL }
};

static const PartName deal_parts[] = {
  { "customer", "", N_("Name of the customer") },
  { "customer", "organisation", N_("Name of the customer, an organisation") },
  { "customer", "id", N_("Number of the customer in this book") },
  { "customer", "email", N_("E-mail of the customer") },
  { "customer", "phone", N_("Phone of the customer") },
  { "contact", "", N_("Name of the contact person") },
  { "contact", "email", N_("E-mail of the contact person") },
  { "contact", "phone", N_("Phone of the contact person") },
  { "closed", "expected", N_("Day of closing: expected, or over") },
  { NULL }
};

static const PartName no_parts[] = { { NULL } };

/* What is offered, by headings; "…" is replaced by the labels that items of the
 * list are offered with. All other fields follow of themselves. */
typedef struct
{
  const char *group;
  const char *matches;
} Group;

static const Group customer_groups[] = {
  { N_("Name"), "name name.first name.middle name.last name.prefix name.suffix name.organisation" },
  { N_("Phones"), "phones phones:… phones.label" },
  { N_("E-mails"), "emails emails:… emails.label" },
  { N_("Address"), "addresses.street addresses.extra addresses.district addresses.city addresses.region "
                   "addresses.postcode addresses.country addresses.formatted addresses.label" },
  { N_("Work"), "title organisation role sector size type" },
  { N_("Tax and bank"), "tax_id tax_office iban" },
  { N_("Birthday"), "birthday birthday.day birthday.month birthday.year" },
  { N_("Links"), "links:… links.label" },
  { NULL }
};

static const Group deal_groups[] = {
  { N_("Customer"), "customer customer.organisation customer.id customer.email customer.phone "
                    "contact contact.email contact.phone" },
  { N_("Stage"), "pipeline stage status lost_reason" },
  { N_("Amount"), "amount currency probability product" },
  { N_("Days"), "opened expected_close closed closed.expected" },
  { NULL }
};

static const Group no_groups[] = { { NULL } };

static const PartName *
get_parts (const VelEntity *entity)
{
  return entity == &vel_customer_entity ? customer_parts : entity == &vel_deal_entity ? deal_parts : no_parts;
}

static const Group *
get_groups (const VelEntity *entity)
{
  return entity == &vel_customer_entity ? customer_groups : entity == &vel_deal_entity ? deal_groups : no_groups;
}

/* What every further address is offered with. */
static const char * const more_address_parts[] = { "street", "district", "city", "region", "postcode", "country" };

static gboolean
is_list (const VelEntity      *entity,
         const VelColumnMatch *match)
{
  const VelField *field = vel_entity_find_field (entity, match->field);

  return field != NULL && field->type == VEL_FIELD_ITEMS;
}

static const char *
say_part (const VelEntity      *entity,
          const VelColumnMatch *match)
{
  const VelField *field = vel_entity_find_field (entity, match->field);

  for (const PartName *part = get_parts (entity); part->field != NULL; part++)
    if (vel_column_match_is (match, part->field, part->part))
      return _(part->label);
  return field != NULL ? vel_field_get_label (field) : match->field;
}

/**
 * vel_import_target_say:
 * @entity: what the rows are
 * @match: where a column goes
 *
 * Returns: (transfer full): what that place is called, in the language of the
 *   interface
 */
char *
vel_import_target_say (const VelEntity      *entity,
                       const VelColumnMatch *match)
{
  g_autofree char *number = match->index > 0 ? g_strdup_printf (" %u", match->index) : g_strdup ("");

  if (*match->field == '\0')
    return g_strdup (_("Left out"));
  if (g_str_equal (match->field, "custom"))
    /* Translators: %s is the name of a field that the user has added. */
    return g_strdup_printf (_("Own field “%s”"), match->label);
  if (g_str_equal (match->field, "links") && *match->label != '\0' && *match->part == '\0')
    return g_strconcat (vel_item_label_text (match->label), number, NULL);
  if (*match->label != '\0')
    /* Translators: what a column holds, such as "Phone 2 (Work)": a field, perhaps a number, and a label. */
    return g_strdup_printf (_("%1$s%2$s (%3$s)"), say_part (entity, match), number, vel_item_label_text (match->label));
  return g_strconcat (say_part (entity, match), number, NULL);
}

static void
free_target (gpointer data)
{
  VelImportTarget *target = data;

  g_free (target->text);
  g_free (target->fold);
  vel_column_match_free (target->match);
  g_free (target);
}

static gboolean
is_listed (GPtrArray            *targets,
           const VelColumnMatch *match)
{
  for (guint i = 0; i < targets->len; i++)
    if (vel_column_match_equal (((VelImportTarget *) g_ptr_array_index (targets, i))->match, match))
      return TRUE;
  return FALSE;
}

static void
take_target (GPtrArray      *targets,
             const char     *group,
             char           *text,
             VelColumnMatch *match)
{
  VelImportTarget *target = g_new0 (VelImportTarget, 1);
  g_autofree char *searched = g_strconcat (group, " ", text, NULL);

  target->group = group;
  target->text = text;
  target->fold = vel_text_fold (searched);
  target->match = match;
  g_ptr_array_add (targets, target);
}

static void
add_target (GPtrArray            *targets,
            const VelEntity      *entity,
            const char           *group,
            const VelColumnMatch *match)
{
  VelColumnMatch *given;

  if (is_listed (targets, match))
    return;
  given = vel_column_match_new (match->field, match->part, match->label, match->index);
  take_target (targets, group, vel_import_target_say (entity, match), given);
}

static void
add_parsed (GPtrArray       *targets,
            const VelEntity *entity,
            const char      *group,
            const char      *text)
{
  g_autoptr(VelColumnMatch) match = vel_column_match_parse (entity, text, NULL);

  g_return_if_fail (match != NULL);
  add_target (targets, entity, group, match);
}

/* What other columns of the file are sent to stands with the rest of its kind. */
static void
add_used (GPtrArray  *targets,
          const char *group,
          VelImport  *import,
          const char *field)
{
  const guint n_columns = g_strv_length ((GStrv) vel_import_get_columns (import));

  for (guint i = 0; i < n_columns; i++)
    {
      const VelColumnMatch *match = vel_import_get_match (import, i);

      if (g_str_equal (match->field, field))
        add_target (targets, vel_import_get_entity (import), group, match);
    }
}

static void
add_group (GPtrArray  *targets,
           const char *group,
           const char *matches,
           VelImport  *import)
{
  g_auto(GStrv) texts = g_strsplit (matches, " ", -1);
  g_autofree char *field = g_strndup (texts[0], strcspn (texts[0], ":."));

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto(GStrv) halves = g_strsplit (texts[i], "…", 2);
      const char * const *labels = vel_item_labels (field);

      if (halves[1] == NULL)
        add_parsed (targets, vel_import_get_entity (import), group, texts[i]);
      for (guint j = 0; halves[1] != NULL && labels[j] != NULL; j++)
        {
          g_autofree char *text = g_strconcat (halves[0], labels[j], halves[1], NULL);

          add_parsed (targets, vel_import_get_entity (import), group, text);
        }
    }
  if (!g_str_equal (field, "addresses"))
    add_used (targets, group, import, field);
}

static void
add_more_addresses (GPtrArray *targets,
                    VelImport *import)
{
  const char * const *labels = vel_item_labels ("addresses");
  const guint n_columns = g_strv_length ((GStrv) vel_import_get_columns (import));

  /* The parts of each address that a column is sent to, and then those of one of each kind. */
  for (guint i = 0; i < n_columns; i++)
    {
      const VelColumnMatch *used = vel_import_get_match (import, i);

      for (guint j = 0; g_str_equal (used->field, "addresses") && j < G_N_ELEMENTS (more_address_parts); j++)
        {
          g_autoptr(VelColumnMatch) match =
            vel_column_match_new ("addresses", more_address_parts[j], used->label, used->index);

          add_target (targets, &vel_customer_entity, _("More addresses"), match);
        }
    }
  for (guint i = 0; labels[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (more_address_parts); j++)
      {
        g_autoptr(VelColumnMatch) match = vel_column_match_new ("addresses", more_address_parts[j], labels[i], 0);

        add_target (targets, &vel_customer_entity, _("More addresses"), match);
      }
  add_used (targets, _("More addresses"), import, "addresses");
}

/* Every field that an import can fill and that stands nowhere else. */
static void
add_rest (GPtrArray       *targets,
          const VelEntity *entity)
{
  for (guint i = 0; i < entity->n_fields; i++)
    {
      const VelField *field = &entity->fields[i];
      g_autoptr(VelColumnMatch) match = NULL;

      if ((field->flags & (VEL_FIELD_READ_ONLY | VEL_FIELD_HIDDEN)) != 0 || field->derive == VEL_DERIVE_FIRST ||
          field->type == VEL_FIELD_ITEMS)
        continue;
      match = vel_column_match_new (field->name, "", "", 0);
      add_target (targets, entity, _(entity->label), match);
    }
}

/**
 * vel_import_targets_list:
 * @import: an import
 * @column: one of its columns
 * @own_fields: (nullable) (array zero-terminated=1): the fields that the user has added to the book
 *
 * Lists where @column can be sent: nowhere, to a field of the user's own that
 * has its name, to any field of its rows, to any field of the user's own.
 *
 * Returns: (transfer full) (element-type VelImportTarget): the targets, those
 *   of one group together
 */
GPtrArray *
vel_import_targets_list (VelImport          *import,
                         guint               column,
                         const char * const *own_fields)
{
  const VelEntity *entity = vel_import_get_entity (import);
  const gboolean can_own = vel_entity_find_field (entity, "custom") != NULL;
  GPtrArray *targets = g_ptr_array_new_with_free_func (free_target);
  g_autoptr(VelColumnMatch) own = vel_column_match_new ("custom", "", vel_import_get_columns (import)[column], 0);

  take_target (targets, "", g_strdup (_("Leave out")), vel_column_match_new ("", "", "", 0));
  if (can_own)
    add_target (targets, entity, "", own);
  for (const Group *group = get_groups (entity); group->group != NULL; group++)
    {
      add_group (targets, _(group->group), group->matches, import);
      if (g_str_has_prefix (group->matches, "addresses"))
        add_more_addresses (targets, import);
    }
  add_rest (targets, entity);
  for (guint i = 0; can_own && own_fields != NULL && own_fields[i] != NULL; i++)
    {
      g_autoptr(VelColumnMatch) match = vel_column_match_new ("custom", "", own_fields[i], 0);

      add_target (targets, entity, _("Own fields"), match);
    }
  add_used (targets, _("Own fields"), import, "custom");

  return targets;
}

/* Whether the cells of both columns are kept though they go to one place. */
static gboolean
can_share (const VelEntity      *entity,
           const VelColumnMatch *match)
{
  if (g_str_equal (match->field, "addresses"))
    return g_str_equal (match->part, "street") || g_str_equal (match->part, "extra") ||
           g_str_equal (match->part, "formatted");
  if (is_list (entity, match))
    return *match->part == '\0';
  return *match->field == '\0' || g_str_equal (match->field, "tags") || g_str_equal (match->field, "interests") ||
         g_str_equal (match->field, "notes") || g_str_equal (match->field, "need") ||
         (g_str_equal (match->field, "name") && *match->part != '\0' && !g_str_equal (match->part, "organisation"));
}

static gboolean
is_whole_name (const VelColumnMatch *match)
{
  return vel_column_match_is (match, "name", "") || vel_column_match_is (match, "name", "organisation");
}

/* Whether a row in which both are filled loses one of them. */
static gboolean
exclude_each_other (const VelEntity      *entity,
                    const VelColumnMatch *a,
                    const VelColumnMatch *b)
{
  if (!g_str_equal (a->field, b->field))
    return FALSE;
  if (vel_column_match_equal (a, b))
    return !can_share (entity, a);
  if (g_str_equal (a->field, "name"))
    return is_whole_name (a) || is_whole_name (b);
  if (g_str_equal (a->field, "birthday"))
    return *a->part == '\0' || *b->part == '\0';
  return is_list (entity, a) && g_str_equal (a->part, "label") && g_str_equal (b->part, "label") && a->index == b->index;
}

/**
 * vel_import_target_conflict:
 * @import: an import
 * @column: one of its columns
 *
 * Tells when a row in which two columns are filled could keep only one of
 * them, for both go to one place.
 *
 * Returns: (transfer full) (nullable): a sentence about @column, or %NULL
 */
char *
vel_import_target_conflict (VelImport *import,
                            guint      column)
{
  const char * const *names = vel_import_get_columns (import);
  const VelColumnMatch *match = vel_import_get_match (import, column);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const VelColumnMatch *other = vel_import_get_match (import, i);

      if (i == column || !exclude_each_other (vel_import_get_entity (import), match, other))
        continue;
      if (!vel_column_match_equal (match, other) && is_whole_name (other) && !is_whole_name (match))
        /* Translators: %s is the name of another column. */
        return g_strdup_printf (_("“%s” is the whole name already: where it is filled, this column is not used."),
                                names[i]);
      /* Translators: %s is the name of another column. */
      return g_strdup_printf (_("“%s” goes to the same place, which has room for only one of the two."), names[i]);
    }
  return NULL;
}
