/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-column-guess.h"

#include <string.h>

#include "vel-column-names.h"
#include "vel-customer.h"

/* A column is of a kind if this part of its cells is. */
#define MOST 0.8
/* And it is one of choices, or of numbers, if this part of its cells are. */
#define NEARLY_ALL 0.9
/* Or this part, where its name leaves no doubt: the other cells are mistakes, and their rows are rejected. */
#define HALF 0.5

typedef struct
{
  const char           *name;    /* as it stands in the file */
  VelColumnMatch       *match;   /* (owned) (nullable): NULL as long as it is open */
  char                  marker;  /* '?' or '~' while it depends on the other columns */
  guint                 number;  /* the number in the name */
  const VelColumnStats *stats;   /* (nullable) */
} Column;

typedef struct
{
  Column   *columns;
  guint     n;
  gboolean  has_header;
} Table;

static double
part_of (guint n,
         guint all)
{
  return all > 0 ? (double) n / all : 0;
}

static gboolean
is (const Column *column,
    const char   *field,
    const char   *part)
{
  return column->match != NULL && vel_column_match_is (column->match, field, part);
}

/* The first other column that goes there, a doubtful one included. */
static Column *
find_other (Table        *table,
            const Column *self,
            const char   *field,
            const char   *part)
{
  for (guint i = 0; i < table->n; i++)
    if (&table->columns[i] != self && is (&table->columns[i], field, part))
      return &table->columns[i];
  return NULL;
}

static Column *
find (Table      *table,
      const char *field,
      const char *part)
{
  return find_other (table, NULL, field, part);
}

static void
set (Column         *column,
     const char     *field,
     const char     *part,
     const char     *label,
     VelMatchReason  reason)
{
  VelColumnMatch *match = vel_column_match_new (field, part, label, 0);

  match->reason = reason;
  vel_column_match_free (column->match);
  column->match = match;
  column->marker = '\0';
}

static void
set_open (Column *column)
{
  g_clear_pointer (&column->match, vel_column_match_free);
  column->marker = '\0';
}

static void
set_part (Column     *column,
          const char *part)
{
  g_free (column->match->part);
  column->match->part = g_strdup (part);
}

static void
match_by_name (const VelEntity *entity,
               Column          *column)
{
  const char *label;
  const char *target = vel_column_name_lookup (entity, column->name, &label, &column->number);
  g_autofree char *text = NULL;
  gsize length;

  if (target == NULL)
    return;

  text = g_strdup (target);
  length = strlen (text);
  if (text[length - 1] == '?' || text[length - 1] == '~')
    {
      column->marker = text[length - 1];
      text[length - 1] = '\0';
    }
  column->match = vel_column_match_parse (entity, text, NULL);
  g_return_if_fail (column->match != NULL);
  column->match->reason = VEL_MATCH_BY_NAME;

  /* A work fax is a fax. */
  if (label != NULL && *column->match->label == '\0')
    {
      g_free (column->match->label);
      column->match->label = g_strdup (label);
    }
}

/* A column whose name can only mean all of a name. */
static Column *
find_full_name (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    if (is (&table->columns[i], "name", "") && table->columns[i].marker == '\0')
      return &table->columns[i];
  return NULL;
}

/* "Ad" is a given name beside "Soyad" and else all of the name; who signs for a company is the
 * customer only where nobody else is. */
static void
settle_names (Table *table)
{
  gboolean has_last = find (table, "name", "last") != NULL;
  gboolean has_first = find (table, "name", "first") != NULL;
  gboolean is_first = FALSE;

  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];

      if (!is (column, "name", "") || column->marker != '?')
        continue;
      if (has_last && !has_first)
        {
          set_part (column, "first");
          has_first = is_first = TRUE;
        }
      /* Nor is it all of a name beside another that is a given name for the same reason. */
      else if (is_first || find_full_name (table) != NULL)
        set_open (column);
      column->marker = '\0';
    }

  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];

      if (column->marker != '~')
        continue;
      if (find_other (table, column, "name", NULL) != NULL)
        set_open (column);
      column->marker = '\0';
    }
}

/* "Ünvan" is a job title or the name of a company. */
static void
settle_titles (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];
      gboolean companies;

      if (!is (column, "title", "") || column->marker != '?')
        continue;
      column->marker = '\0';
      companies = column->stats != NULL && part_of (column->stats->n_companies, column->stats->n_looked) >= 0.5;
      if (find (table, "organisation", "") == NULL && (companies || find (table, "name", NULL) == NULL))
        set (column, "organisation", "", "", VEL_MATCH_BY_NAME);
    }

  /* Beside "Job Title" the "Title" of Outlook is Mr or Dr. */
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];
      g_autofree char *key = vel_column_name_key (column->name, NULL);

      if (is (column, "title", "") && g_str_equal (key, "title") &&
          find_other (table, column, "title", "") != NULL && find (table, "name", "last") != NULL)
        set (column, "name", "prefix", "", VEL_MATCH_BY_NAME);
    }
}

/* Columns of choices whose cells are none, and of pages that are none: better a text of its own than an error in each row. */
static void
settle_choices (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];
      const VelColumnStats *stats = column->stats;

      if (stats == NULL || stats->n_filled == 0)
        continue;
      if (is (column, "type", "") && column->marker == '?')
        {
          if (part_of (stats->n_kinds, stats->n_looked) >= NEARLY_ALL)
            set (column, "kind", "", "", VEL_MATCH_BY_NAME);
          else if (part_of (stats->n_statuses, stats->n_looked) >= NEARLY_ALL)
            set (column, "status", "", "", VEL_MATCH_BY_NAME);
        }
      else if ((is (column, "status", "") && part_of (stats->n_statuses, stats->n_looked) < HALF) ||
               (is (column, "kind", "") && part_of (stats->n_kinds, stats->n_looked) < HALF) ||
               (is (column, "size", "") && vel_column_stats_get_share (stats, VEL_CELL_NUMBER) < NEARLY_ALL) ||
               (is (column, "links", "") && g_str_equal (column->match->label, "web") &&
                vel_column_stats_get_share (stats, VEL_CELL_URL) < 0.5))
        set_open (column);
    }
}

/* Thunderbird has the year, the month and the day of birth in three columns; a
 * year alone is no birthday. */
static void
settle_birthdays (Table *table)
{
  gboolean parts = find (table, "birthday", "year") != NULL && find (table, "birthday", "month") != NULL &&
                   (find (table, "birthday", "day") != NULL || find (table, "birthday", "") != NULL);

  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];

      if (parts && is (column, "birthday", ""))
        set_part (column, "day");
      else if (!parts && (is (column, "birthday", "year") || is (column, "birthday", "month") ||
                           is (column, "birthday", "day")))
        set_open (column);
    }
}

static gboolean
is_of_address (const Column *column,
               const char   *label,
               guint         number)
{
  return column->match != NULL && g_str_equal (column->match->field, "addresses") &&
         g_str_equal (column->match->label, label) && column->number == number;
}

static gboolean
is_street (const Column *column)
{
  return is (column, "addresses", "street");
}

/* Whether an address has more than lines of a street. */
static gboolean
has_place (Table      *table,
           const char *label,
           guint       number)
{
  for (guint i = 0; i < table->n; i++)
    if (is_of_address (&table->columns[i], label, number) && !is_street (&table->columns[i]) &&
        !is (&table->columns[i], "addresses", "extra"))
      return TRUE;
  return FALSE;
}

/* "Business Street 2" is the second line of an address, "Address 2 - Street" is a second address. */
static void
settle_streets (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];

      if (!is_street (column) || column->number == 0 || has_place (table, column->match->label, column->number))
        continue;
      if (!has_place (table, column->match->label, 0) && !has_place (table, column->match->label, 1))
        continue;
      if (column->number > 1)
        set_part (column, "extra");
      column->number = has_place (table, column->match->label, 0) ? 0 : 1;
    }
}

/* A column of labels goes with the column of values that has its number. */
static void
settle_labels (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];
      gboolean found = FALSE;

      if (column->match == NULL || !g_str_equal (column->match->part, "label"))
        continue;
      for (guint j = 0; j < table->n && !found; j++)
        found = is (&table->columns[j], column->match->field, NULL) && j != i &&
                !g_str_equal (table->columns[j].match->part, "label") &&
                table->columns[j].number == column->number;
      if (!found)
        set_open (column);
    }
}

/* A table of organisations only: theirs is the name of the customer. */
static void
settle_organisations (Table *table)
{
  Column *column = find (table, "organisation", "");

  if (column != NULL && find (table, "name", NULL) == NULL)
    set (column, "name", "organisation", "", VEL_MATCH_BY_NAME);
}

static void
settle_customers (Table *table)
{
  settle_names (table);
  settle_titles (table);
  settle_choices (table);
  settle_birthdays (table);
  settle_streets (table);
  settle_labels (table);
  settle_organisations (table);
}

/* A status tells how far a deal is where no stage does. */
static void
settle_deals (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];

      /* Beside the customer a company is something else. */
      if (is (column, "customer", "organisation") && find (table, "customer", "") != NULL)
        set_open (column);
      if (column->marker == '?' && is (column, "status", "") && find (table, "stage", "") == NULL)
        set (column, "stage", "", "", VEL_MATCH_BY_NAME);
      column->marker = '\0';
    }
}

static gboolean
may_repeat (const VelColumnMatch *match)
{
  return g_str_equal (match->field, "closed") || g_str_equal (match->part, "extra") || g_str_equal (match->field, "custom") || *match->field == '\0';
}

static gboolean
is_in_list (const VelColumnMatch *match)
{
  return g_str_equal (match->field, "phones") || g_str_equal (match->field, "emails") ||
         g_str_equal (match->field, "addresses") || g_str_equal (match->field, "links");
}

static gboolean
is_empty (const Column *column)
{
  return column->stats != NULL && column->stats->n_filled == 0;
}

/* Two columns for one place: items of a list get numbers, anything else stays with the first that
 * has something in it. */
static void
part_twins (Table *table)
{
  for (guint i = 0; i < table->n; i++)
    {
      Column *column = &table->columns[i];

      if (column->match != NULL && is_in_list (column->match))
        column->match->index = column->number;
    }

  for (guint i = 0; i < table->n; i++)
    for (guint j = 0; j < i && table->columns[i].match != NULL; j++)
      {
        Column *column = &table->columns[i];
        Column *twin = &table->columns[j];

        if (twin->match == NULL || !vel_column_match_equal (twin->match, column->match) ||
            may_repeat (column->match))
          continue;
        if (column->stats != NULL && !is_empty (column) && column->stats->digest == twin->stats->digest)
          set (column, "", "", "", VEL_MATCH_SAME);
        else if (is_in_list (column->match))
          {
            column->match->index = MAX (column->match->index, 1) + 1;
            /* The new number may be taken too. */
            j = (guint) -1;
          }
        else
          set_open (is_empty (twin) ? twin : column);
      }
}

static gboolean
has_telling_name (const Table  *table,
                  const Column *column)
{
  g_autofree char *key = NULL;

  if (!table->has_header)
    return FALSE;
  key = vel_column_name_key (column->name, NULL);
  return strlen (key) > 1 && !g_str_equal (key, "column") && !g_str_equal (key, "field") &&
         !g_str_equal (key, "alan") && !g_str_equal (key, "sutun");
}

/* The e-mail address of an account manager occurs in many rows, that of a customer in one. */
static gboolean
is_telling_apart (const VelColumnStats *stats)
{
  return part_of (stats->n_distinct, stats->n_looked) >= MOST;
}

static void
match_by_values (Table  *table,
                 Column *column)
{
  static const struct
  {
    VelCellKind  kind;
    const char  *field;
    const char  *label;
    gboolean     certain;  /* nothing else looks like it, whatever the name says */
  } kinds[] = {
    { VEL_CELL_EMAIL, "emails", "", TRUE },
    { VEL_CELL_PHONE, "phones", "", FALSE },
    { VEL_CELL_URL, "links", "web", FALSE },
    { VEL_CELL_TAX_ID, "tax_id", "", TRUE },
    { VEL_CELL_IBAN, "iban", "", TRUE },
  };
  gboolean telling_name = has_telling_name (table, column);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (vel_column_stats_get_share (column->stats, kinds[i].kind) < MOST)
        continue;
      if (telling_name &&
          (!kinds[i].certain || find (table, kinds[i].field, NULL) != NULL || !is_telling_apart (column->stats)))
        return;
      set (column, kinds[i].field, "", kinds[i].label, VEL_MATCH_BY_VALUES);
      column->match->confidence = vel_column_stats_get_share (column->stats, kinds[i].kind);
      return;
    }

  if (!telling_name && part_of (column->stats->n_cities, column->stats->n_looked) >= MOST &&
      find (table, "addresses", "city") == NULL)
    {
      set (column, "addresses", "city", "", VEL_MATCH_BY_VALUES);
      column->match->confidence = part_of (column->stats->n_cities, column->stats->n_looked);
    }
}

/* Somebody must be the customer: the first column of words that look like names. */
static void
find_name_by_values (Table *table)
{
  if (find (table, "name", NULL) != NULL || find (table, "organisation", "") != NULL)
    return;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->n; i++)
      {
        Column *column = &table->columns[i];
        const VelColumnStats *stats = column->stats;
        gboolean companies;

        if (column->match != NULL || vel_column_stats_get_share (stats, VEL_CELL_TEXT) < MOST ||
            part_of (stats->n_distinct, stats->n_looked) < 0.5 || part_of (stats->n_short, stats->n_looked) < MOST)
          continue;
        companies = part_of (stats->n_companies, stats->n_looked) >= 0.5;
        /* Single words are taken for names only where no column has more and no header says otherwise. */
        if (part_of (stats->n_several_words, stats->n_looked) < 0.6 && !companies &&
            (pass == 0 || has_telling_name (table, column)))
          continue;
        set (column, "name", companies ? "organisation" : "", "", VEL_MATCH_BY_VALUES);
        column->match->confidence = part_of (companies ? stats->n_companies : stats->n_several_words, stats->n_looked);
        return;
      }
}

static void
finish (const VelEntity *entity,
        Column          *column)
{
  if (column->match != NULL)
    return;
  if (is_empty (column))
    set (column, "", "", "", VEL_MATCH_EMPTY);
  else if (vel_entity_find_field (entity, "custom") != NULL)
    set (column, "custom", "", column->name, VEL_MATCH_CUSTOM);
  else
    set (column, "", "", "", VEL_MATCH_NOWHERE);
  column->match->confidence = 0;
}

/**
 * vel_column_guess:
 * @entity: what the rows are
 * @names: (array zero-terminated=1): the names of the columns
 * @has_header: whether they come from the file
 * @stats: (nullable): what the cells look like, once all rows have been seen
 *
 * Guesses where each column goes: by its name and those beside it, then by its
 * cells where the name says nothing. What matches nothing becomes a text field
 * of the user's own under the column's name; only a column that is empty, or
 * the same as another, is left out. The guess is for people to look at and
 * change.
 *
 * Returns: (transfer full) (element-type VelColumnMatch): a match for each column
 */
GPtrArray *
vel_column_guess (const VelEntity    *entity,
                  const char * const *names,
                  gboolean            has_header,
                  VelTableStats      *stats)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) vel_column_match_free);
  Table table = { NULL, g_strv_length ((char **) names), has_header };
  g_autofree Column *columns = g_new0 (Column, table.n);

  table.columns = columns;
  for (guint i = 0; i < table.n; i++)
    {
      columns[i].name = names[i];
      columns[i].stats = stats != NULL ? vel_table_stats_get_column (stats, i) : NULL;
      if (has_header)
        match_by_name (entity, &columns[i]);
    }

  if (entity == &vel_customer_entity)
    settle_customers (&table);
  else
    settle_deals (&table);
  part_twins (&table);

  if (stats != NULL && entity == &vel_customer_entity)
    {
      for (guint i = 0; i < table.n; i++)
        if (columns[i].match == NULL && columns[i].stats->n_filled > 0)
          match_by_values (&table, &columns[i]);
      find_name_by_values (&table);
      part_twins (&table);
    }

  for (guint i = 0; i < table.n; i++)
    {
      finish (entity, &columns[i]);
      g_ptr_array_add (matches, columns[i].match);
    }

  return matches;
}
