/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What words mean of a deal, as people type them and other programs write them.
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-deal-words.h"

#include <string.h>

#include "vel-column-names.h"

/* Longer texts are not looked up. */
#define MAX_LENGTH 64

static const struct
{
  const char *status;
  const char *words;  /* as vel_column_name_key() makes them, separated by spaces */
} statuses[] = {
  { "open", "open acik devamediyor suruyor inprogress active aktif pending beklemede" },
  { "won", "won closedwon closewon kazanildi kazanilan kazanilmis kazandi kazandik kazanilankapali kapalikazanildi "
           "kapandikazanildi successful basarili satildi sold" },
  { "lost", "lost closedlost closelost kaybedildi kaybedilen kaybedilmis kaybetti kaybettik kayip kapalikaybedildi "
            "kapandikaybedildi unsuccessful basarisiz satilmadi" },
};

/**
 * vel_deal_words_find_status:
 * @text: a word, in Turkish or English
 *
 * Returns: (transfer none) (nullable): the key of the status of a deal ("won" of
 *   "Closed Won" or "Kazanıldı"), or %NULL
 */
const char *
vel_deal_words_find_status (const char *text)
{
  g_autofree char *key = NULL;

  if (strlen (text) > MAX_LENGTH || !vel_column_name_is_latin (text))
    return NULL;
  key = vel_column_name_key (text, NULL);
  for (gsize i = 0; *key != '\0' && i < G_N_ELEMENTS (statuses); i++)
    {
      g_auto(GStrv) words = g_strsplit (statuses[i].words, " ", -1);

      if (g_strv_contains ((const char * const *) words, key))
        return statuses[i].status;
    }
  return NULL;
}
