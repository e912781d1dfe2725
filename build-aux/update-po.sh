#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Brings the translations up to date with the sources:
#   build-aux/update-po.sh             every language in po/LINGUAS, and the help
#   build-aux/update-po.sh --pot FILE  only write the template of the program
#
# Sentences are sorted, and neither line numbers nor a date are written, so that
# two branches that each add some sentences seldom touch the same lines.
# Nothing is guessed from similar sentences: what is new stands untranslated.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."

extract() # TEMPLATE
{
  xgettext \
    --files-from=<(sed -e '/^#/d' -e '/^ *$/d' po/POTFILES.in) \
    --output="$1" \
    --from-code=UTF-8 \
    --package-name=velinimet \
    --copyright-holder='The Velinimet authors' \
    --add-comments=Translators \
    --no-location --sort-output \
    --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
    --flag=N_:1:pass-c-format --flag=C_:2:pass-c-format \
    --flag=NC_:2:pass-c-format --flag=g_dngettext:2:pass-c-format \
    --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format \
    --flag=g_strdup_printf:1:c-format \
    --flag=g_string_printf:2:c-format \
    --flag=g_string_append_printf:2:c-format \
    --flag=g_error_new:3:c-format \
    --flag=g_set_error:4:c-format \
    --flag=g_markup_printf_escaped:1:c-format \
    --flag=g_print:1:c-format \
    --flag=g_printerr:1:c-format
  sed -i '/^"POT-Creation-Date:/d' "$1"
}

merge() # PO TEMPLATE
{
  msgmerge --quiet --update --backup=none --no-fuzzy-matching \
    --no-location --sort-output "$1" "$2"
  msgattrib --no-obsolete --no-location --sort-output --output-file="$1" "$1"
  printf '%s: ' "$1"
  msgfmt --check --statistics --output-file=/dev/null "$1" 2>&1
}

if [ "${1:-}" = --pot ]; then
  extract "${2:?--pot wants the name of a file}"
  exit
fi

template=$(mktemp --tmpdir velinimet-XXXXXX.pot)
trap 'rm -f "$template"' EXIT

extract "$template"
mapfile -t languages < <(sed -e '/^#/d' po/LINGUAS)
for language in "${languages[@]}"; do
  merge "po/$language.po" "$template"
done

if [ -e help/LINGUAS ]; then
  itstool --output "$template" help/C/*.page
  sed -i '/^"POT-Creation-Date:/d' "$template"
  mapfile -t languages < <(sed -e '/^#/d' help/LINGUAS)
  for language in "${languages[@]}"; do
    merge "help/$language/$language.po" "$template"
  done
fi
