#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every sentence of the program and of the help has its translation: none is
# missing, none is a guess, and format marks, mnemonics and plurals agree.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../.."

folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT
failed=0

check() # PO TEMPLATE
{
  msgfmt --check-format --check-domain --check-accelerators=_ --output-file="$folder/out.mo" "$1" || failed=1
  if [ -n "$(msgattrib --only-fuzzy "$1")" ]; then
    echo "$1: holds guesses that nobody has looked at:"
    msgattrib --only-fuzzy --no-obsolete "$1"
    failed=1
  fi
  if ! msgcmp --use-untranslated "$1" "$2" 2>"$folder/missing"; then
    echo "$1: lacks sentences; build-aux/update-po.sh adds them:"
    cat "$folder/missing"
    failed=1
  elif [ -n "$(msgattrib --untranslated "$1")" ]; then
    echo "$1: is not complete:"
    msgattrib --untranslated "$1"
    failed=1
  fi
  echo "$1: looked at"
}

build-aux/update-po.sh --pot "$folder/program.pot"
mapfile -t languages < <(sed -e '/^#/d' po/LINGUAS)
for language in "${languages[@]}"; do
  check "po/$language.po" "$folder/program.pot"
done

if [ -e help/LINGUAS ]; then
  itstool --output "$folder/help.pot" help/C/*.page
  mapfile -t languages < <(sed -e '/^#/d' help/LINGUAS)
  for language in "${languages[@]}"; do
    check "help/$language/$language.po" "$folder/help.pot"
  done
fi
exit "$failed"
