/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-words.h"

#include <glib/gi18n.h>

#include "vel-text.h"

/* The sentences of the card that differ by field or kind. They are whole
 * sentences, since no language can put a word for the field into one. */

static const struct
{
  const char *field;
  const char *change;  /* the label of a change, as undo and history say it */
  const char *add;     /* what stands where there is nothing yet */
} by_field[] = {
  { "name", N_("Rename %s"), N_("Name") },
  { "kind", N_("Change kind of %s"), NULL },
  { "status", N_("Change status of %s"), NULL },
  { "title", N_("Change job title of %s"), N_("Add job title") },
  { "organisations", N_("Change organisations of %s"), N_("Add organisation") },
  { "role", N_("Change role of %s"), N_("Add role") },
  { "phones", N_("Change phone of %s"), N_("Add phone") },
  { "emails", N_("Change e-mail of %s"), N_("Add e-mail") },
  { "addresses", N_("Change address of %s"), N_("Add address") },
  { "links", N_("Change link of %s"), N_("Add website or profile") },
  { "tags", N_("Change tags of %s"), N_("Add tag") },
  { "source", N_("Change source of %s"), N_("How did they hear about you?") },
  { "interests", N_("Change products of interest of %s"), N_("Add product") },
  { "type", N_("Change type of %s"), N_("Add type of organisation") },
  { "sector", N_("Change sector of %s"), N_("Add sector") },
  { "size", N_("Change number of employees of %s"), N_("Add number of employees") },
  { "tax_id", N_("Change tax or identity number of %s"), N_("Add tax or identity number") },
  { "tax_office", N_("Change tax office of %s"), N_("Add tax office") },
  { "iban", N_("Change IBAN of %s"), N_("Add IBAN") },
  { "birthday", N_("Change birthday of %s"), N_("Add birthday, with or without year") },
  { "language", N_("Change language of %s"), N_("Add language") },
  { "notes", N_("Change notes of %s"), N_("What is worth knowing") },
};

static const struct
{
  const char *kind;
  const char *change;
  const char *icon;
} by_kind[] = {
  { "call", N_("Write down call with %s"), "call-start-symbolic" },
  { "email", N_("Write down e-mail with %s"), "mail-unread-symbolic" },
  { "meeting", N_("Write down meeting with %s"), "system-users-symbolic" },
  { "message", N_("Write down message with %s"), "chat-message-new-symbolic" },
  { "visit", N_("Write down visit with %s"), "mark-location-symbolic" },
  { "note", N_("Write down note on %s"), "document-edit-symbolic" },
};

/* What an outcome is worth, by the words that are suggested for it and their like. */
static const struct
{
  const char *outcome;
  const char *style;
} by_outcome[] = {
  { N_("Positive"), "vel-green" },
  { N_("Agreed"), "vel-green" },
  { N_("Solved"), "vel-green" },
  { N_("Done"), "vel-green" },
  { N_("Sold"), "vel-green" },
  { N_("Negative"), "vel-red" },
  { N_("Not reached"), "vel-amber" },
  { N_("Will think about it"), "vel-amber" },
  { N_("Will call back"), "vel-amber" },
  { N_("Waiting for an answer"), "vel-amber" },
};

static const char *
name_of (VelRecord *customer)
{
  const char *name = vel_record_get_text (customer, "name");

  return name != NULL ? name : "";
}

/**
 * vel_card_change_new:
 * @customer: a customer
 * @field: a field of it, or "custom." and the name of a custom field
 *
 * Returns: (transfer full): a change, still empty, that says it changes @field
 */
VelChange *
vel_card_change_new (VelRecord  *customer,
                     const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_field); i++)
    if (g_str_equal (by_field[i].field, field))
      return vel_change_new (by_field[i].change, name_of (customer), NULL);
  if (g_str_has_prefix (field, "custom."))
    return vel_change_new (N_("Change “%s” of %s"), field + strlen ("custom."), name_of (customer), NULL);
  return vel_change_new (N_("Edit %s"), name_of (customer), NULL);
}

/**
 * vel_card_words_add:
 * @field: a field of a customer
 *
 * Returns: (transfer none): what stands in its place while it is empty
 */
const char *
vel_card_words_add (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_field); i++)
    if (g_str_equal (by_field[i].field, field) && by_field[i].add != NULL)
      return _(by_field[i].add);
  return "";
}

/**
 * vel_card_words_interaction:
 * @kind: a kind of interaction
 *
 * Returns: (transfer none): the label of the change that adds one, in English
 */
const char *
vel_card_words_interaction (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_kind); i++)
    if (g_strcmp0 (by_kind[i].kind, kind) == 0)
      return by_kind[i].change;
  return N_("Write down note on %s");
}

/**
 * vel_card_words_icon:
 * @kind: (nullable): a kind of interaction
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
vel_card_words_icon (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (by_kind); i++)
    if (g_strcmp0 (by_kind[i].kind, kind) == 0)
      return by_kind[i].icon;
  return "document-edit-symbolic";
}

/**
 * vel_card_words_outcome_style:
 * @outcome: what came of an interaction
 *
 * Returns: (transfer none) (nullable): the style class of its chip, %NULL where
 *   nobody can tell whether it is good
 */
const char *
vel_card_words_outcome_style (const char *outcome)
{
  g_autofree char *fold = vel_text_fold (outcome);

  for (gsize i = 0; i < G_N_ELEMENTS (by_outcome); i++)
    {
      g_autofree char *english = vel_text_fold (by_outcome[i].outcome);
      g_autofree char *said = vel_text_fold (_(by_outcome[i].outcome));

      if (g_str_equal (fold, english) || g_str_equal (fold, said))
        return by_outcome[i].style;
    }
  return NULL;
}
