/* SPDX-FileCopyrightText: The Velinimet authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* How text is folded for search, as an ICU transliterator. It is shared by
 * vel-text.c, by the generator of its table, and by the test that compares
 * the two. Characters of format (zero-width, direction marks, soft hyphen) go,
 * for nobody who searches can type them. */
#define VEL_FOLD_RULES \
  "Any-Latin; NFD; [[:Nonspacing Mark:][:Format:]] Remove; Latin-ASCII; Lower; NFC"

/* The longest folded form of one character in the table, in bytes. */
#define VEL_FOLD_MAX_BYTES 12
