/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the word of a day is meant as one: not in the name of somebody ("Cuma
 * Bey", "Salı Pazarı Ltd"), nor as what the next word is of ("salı toplantısı",
 * "pazar payı", "sabah kahvesi").
 */
#define G_LOG_DOMAIN "velinimet"

#include "config.h"

#include "vel-capture-private.h"

#include <string.h>

/* After these the word before is a name, however it is written. */
static const char *const titles[] = {
  "bey", "hanim", "abi", "abla", "hoca", "usta", "amca", "teyze", "efendi",
  "ltd", "limited", "sti", "inc", "llc", "gmbh", "corp", "plc", NULL,
};

/* After these it is one where both begin with a capital. */
static const char *const name_words[] = {
  "ajans", "ajansi", "akademi", "ambalaj", "anonim", "apartmani", "as", "associates", "avm", "bank", "bankasi",
  "bilisim", "bulvari", "bulten", "bulteni", "cafe", "caddesi", "cikolata", "co", "company", "danismanlik",
  "dergisi", "dernegi", "dis", "eczanesi", "elektrik", "elektronik", "emlak", "endustri", "enerji", "foods",
  "gazetesi", "gida", "group", "grup", "grubu", "hastanesi", "holding", "hotel", "hukuk", "insaat", "ithalat",
  "kafe", "kargo", "kirtasiye", "klinigi", "koleji", "kuafor", "kulubu", "kuyumculuk", "lisesi", "lojistik",
  "lokantasi", "mahallesi", "makina", "makine", "market", "marketi", "matbaa", "medya", "meydani", "mimarlik",
  "mobilya", "morning", "muhasebe", "muhendislik", "nakliyat", "okulu", "optik", "organizasyon", "otel", "oteli",
  "otomotiv", "parki", "partners", "pastanesi", "pazari", "pazarlama", "perakende", "plastik", "reklam",
  "restaurant", "restaurants", "restoran", "sanayi", "sigorta", "sokagi", "sokak", "solutions", "spor", "stadi",
  "store", "studio", "teknoloji", "tekstil", "temizlik", "ticaret", "tours", "turizm", "universitesi", "vakfi",
  "yapi", "yayinlari", "yazilim", NULL,
};

/* Words in a vowel and an "s", of which "-si" is the case and not the owner. */
static const char *const stems_in_s[] = {
  "adres", "alis", "gece", "baglis", "cikis", "fis", "giris", "gorus", "kampus", "lisans", "odeyis", "ofis",
  "otobus", "proses", "satis", "servis", "siparis", "tesis", "virus", NULL,
};

static const char *const part_heads[] = {
  "yemeg", "rapor", "haber", "namaz", "vakt", "ucus", "tren", "trafi", "ezan", "gazete", "mesai", "okul", NULL,
};

static const char *const day_heads[] = { "namaz", "pazari", "sendrom", NULL };

static const char *const market_heads[] = {
  "pay", "analiz", "yer", "alan", "fiyat", "lider", "bolum", "veri", "deger", "segment", "buyuk", NULL,
};

static gboolean
is_listed (const char         *word,
           const char * const *list)
{
  for (; *list != NULL; list++)
    if (g_str_equal (word, *list))
      return TRUE;
  return FALSE;
}

static gboolean
begins_listed (const char         *word,
               const char * const *list)
{
  for (; *list != NULL; list++)
    if (g_str_has_prefix (word, *list))
      return TRUE;
  return FALSE;
}

/* A day, a part of it or a word about them, which may follow a day. */
static gboolean
tells_time (VelCaptureReader *reader,
            guint             at)
{
  static const char *const words[] = {
    "gunu", "gun", "sabah", "sabahi", "aksam", "aksami", "ogle", "oglen", "ogleden", "gece", "gecesi", "saat",
    "morning", "afternoon", "evening", "night", "noon", "at", "and", "ve", "next", "sonra", "kadar", NULL,
  };
  int weekday;
  VelCase kase;
  guint i = at;

  return is_listed (vel_capture_token (reader, at)->fold, words) ||
         vel_capture_take_weekday (reader, &i, &weekday, &kase);
}

static gboolean
begins_sentence (VelCaptureReader *reader,
                 guint             at)
{
  const VelToken *before;

  if (at == 0)
    return TRUE;
  before = vel_capture_token (reader, at - 1);
  return before->kind == VEL_TOKEN_OTHER && *before->fold != '\0' && strchr (".:;!?-(\"", *before->fold) != NULL;
}

/* Whether the word at @at, which ends before @next, is a part of a name. */
gboolean
vel_capture_is_in_name (VelCaptureReader *reader,
                        guint             at,
                        guint             next)
{
  const VelToken *token = vel_capture_token (reader, at);
  const VelToken *after = vel_capture_token (reader, next);

  if (after->kind != VEL_TOKEN_WORD || after->glued)
    return FALSE;
  if (is_listed (after->fold, titles))
    return TRUE;
  if (vel_capture_is (reader, next, "a") && vel_capture_is_char (reader, next + 1, '.') &&
      vel_capture_is (reader, next + 2, "s"))
    return TRUE;
  if (!token->capital || !after->capital || reader->shouting)
    return FALSE;
  return is_listed (after->fold, name_words) ||
         (!begins_sentence (reader, at) && !tells_time (reader, next));
}

/* Whether @word ends like "toplantısı", "toplantısını" or "araştırmasına". */
static gboolean
ends_as_owned (const char *word)
{
  static const char *const cases[] = {
    "", "ni", "nu", "na", "ne", "nda", "nde", "ndan", "nden", "nin", "nun", "yla", "yle", NULL,
  };
  const gsize length = strlen (word);

  for (const char * const *kase = cases; *kase != NULL; kase++)
    {
      const gsize n = strlen (*kase);
      const char *end;

      if (length < n + 5 || !g_str_equal (word + length - n, *kase))
        continue;
      end = word + length - n;
      if ((end[-1] == 'i' || end[-1] == 'u') && end[-2] == 's' && strchr ("aeiou", end[-3]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether the word at @at owns the day before it, so that the two are one thing. */
gboolean
vel_capture_is_head (VelCaptureReader *reader,
                     guint             at)
{
  const VelToken *token = vel_capture_token (reader, at);

  if (token->kind != VEL_TOKEN_WORD || token->glued)
    return FALSE;
  if (at > 0 && vel_capture_is (reader, at - 1, "pazar") && begins_listed (token->fold, market_heads))
    return TRUE;
  if (begins_listed (token->fold, day_heads))
    return TRUE;
  return ends_as_owned (token->fold) && !begins_listed (token->fold, stems_in_s);
}

gboolean
vel_capture_is_part_head (VelCaptureReader *reader,
                          guint             at)
{
  const VelToken *token = vel_capture_token (reader, at);

  return vel_capture_is_head (reader, at) ||
         (token->kind == VEL_TOKEN_WORD && begins_listed (token->fold, part_heads));
}

/* Whether the words from @at on are what is not meant: "before Friday", "except Sunday". */
gboolean
vel_capture_is_bound (VelCaptureReader *reader,
                      guint             at)
{
  static const char *const words[] = { "before", "after", "since", "except", "between", "not", NULL };

  return at > 0 && vel_capture_token (reader, at - 1)->kind == VEL_TOKEN_WORD &&
         is_listed (vel_capture_token (reader, at - 1)->fold, words);
}

/* Whether the word at @at says what the number before it counts. */
gboolean
vel_capture_is_measure (VelCaptureReader *reader,
                        guint             at)
{
  static const char *const measures[] = {
    "tl", "lira", "try", "usd", "dolar", "dollars", "euro", "eur", "avro", "gbp", "kurus", "bin", "milyon", "milyar",
    "kg", "gr", "gram", "ton", "kilo", "lt", "litre", "metre", "m2", "cm", "mm", "km", "inc", "adet", "tane", "kisi",
    "kisilik", "koli", "kutu", "paket", "parca", "people", "items", "pieces", "units", "boxes", "copies", "percent",
    "puan", "kez", "kere", "defa", "times", "k", "m", "million", "thousand", "st", "street", "avenue", "ave", "road",
    "yuzde", "gun", "gunluk", "hafta", "haftalik", "aylik", "yillik", "ay", "yil", "days", "weeks", "months", "years",
    "saat", "saatlik", "hours", "dakika", "dakikalik", "dk", "minutes", "min", NULL,
  };
  const VelToken *token = vel_capture_token (reader, at);

  if (token->kind == VEL_TOKEN_OTHER)
    return *token->fold == '%' || *token->fold == '$';
  return token->kind == VEL_TOKEN_WORD && is_listed (token->fold, measures);
}
