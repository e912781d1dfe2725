/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-card-words.h"

#include <glib/gi18n.h>

#include "vel-customer.h"
#include "vel-deal.h"
#include "vel-task.h"
#include "vel-text.h"

/* The sentences of the cards that differ by field or kind. They are whole
 * sentences, since no language can put a word for the field into one. */

typedef struct
{
  const char *field;
  const char *change;  /* the label of a change, as undo and history say it */
  const char *add;     /* what stands where there is nothing yet */
} Words;

static const Words of_customer[] = {
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
  { NULL, NULL, NULL }
};

static const Words of_deal[] = {
  { "title", N_("Rename %s"), N_("Title") },
  { "customer", N_("Change customer of %s"), N_("Choose customer") },
  { "contact", N_("Change contact person of %s"), N_("Add contact person") },
  { "amount", N_("Change amount of %s"), N_("Add amount") },
  { "probability", N_("Change probability of %s"), N_("That of the stage") },
  { "expected_close", N_("Change expected close of %s"), N_("Add expected close") },
  { "next_step", N_("Change next step of %s"), N_("What is to be done next?") },
  { "source", N_("Change source of %s"), N_("Where did it come from?") },
  { "owner", N_("Change owner of %s"), N_("Who looks after it?") },
  { "tags", N_("Change tags of %s"), N_("Add tag") },
  { "product", N_("Change product of %s"), N_("Add product") },
  { "need", N_("Change need of %s"), N_("What do they need?") },
  { "contract", N_("Change contract of %s"), NULL },
  { "contract_place", N_("Change contract of %s"), N_("Where is it?") },
  { "lost_reason", N_("Change lost reason of %s"), N_("Add lost reason") },
  { "code", N_("Change number of %s"), N_("Add number") },
  { "opened", N_("Change beginning of %s"), N_("Add day it began") },
  { "closed", N_("Change day %s closed"), NULL },
  { "checked", N_("Change checklist of %s"), NULL },
  { NULL, NULL, NULL }
};

static const Words of_task[] = {
  { "title", N_("Rename %s"), N_("What is to be done?") },
  { "due", N_("Change when %s is due"), N_("Without a date") },
  { "priority", N_("Change priority of %s"), NULL },
  { "customer", N_("Change customer of %s"), N_("Choose customer") },
  { "deal", N_("Change deal of %s"), N_("Choose deal") },
  { "notes", N_("Change notes of %s"), N_("What is worth knowing") },
  { "reminder", N_("Change reminder of %s"), N_("Reminds when it is due") },
  { "repeat", N_("Change repeat of %s"), N_("Not repeated") },
  { "repeat_from", N_("Change repeat of %s"), NULL },
  { NULL, NULL, NULL }
};

static const struct
{
  const Words     *words;
  const VelEntity *entity;
} by_entity[] = {
  { of_customer, &vel_customer_entity },
  { of_deal, &vel_deal_entity },
  { of_task, &vel_task_entity },
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
name_of (VelRecord *record)
{
  const char *name = vel_record_get_text (record, vel_record_get_entity (record)->name_field);

  return name != NULL ? name : "";
}

/* Fields of the same name are told in other words on the card of another entity. */
static const Words *
find_words (const VelEntity *entity,
            const char      *field)
{
  const Words *words = of_customer;

  for (gsize i = 0; i < G_N_ELEMENTS (by_entity); i++)
    if (by_entity[i].entity == entity)
      words = by_entity[i].words;
  for (; words->field != NULL; words++)
    if (g_str_equal (words->field, field))
      return words;
  return NULL;
}

/**
 * vel_card_change_new:
 * @record: a customer or a deal
 * @field: a field of it, or "custom." and the name of a custom field
 *
 * Returns: (transfer full): a change, still empty, that says it changes @field
 */
VelChange *
vel_card_change_new (VelRecord  *record,
                     const char *field)
{
  const Words *words = find_words (vel_record_get_entity (record), field);

  if (words != NULL)
    return vel_change_new (words->change, name_of (record), NULL);
  if (g_str_has_prefix (field, "custom."))
    return vel_change_new (N_("Change “%s” of %s"), field + strlen ("custom."), name_of (record), NULL);
  return vel_change_new (N_("Edit %s"), name_of (record), NULL);
}

/**
 * vel_card_words_add:
 * @entity: the entity of a card
 * @field: a field of it
 *
 * Returns: (transfer none): what stands in its place while it is empty
 */
const char *
vel_card_words_add (const VelEntity *entity,
                    const char      *field)
{
  const Words *words = find_words (entity, field);

  return words != NULL && words->add != NULL ? _(words->add) : "";
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
