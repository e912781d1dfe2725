#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every help page is Mallard, in every language; every link leads somewhere,
# every page can be reached, and the build knows every page.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/../../help"
failed=0

folder=$(mktemp --directory)
trap 'rm -rf "$folder"' EXIT

for page in C/*.page; do
  grep -q "'${page#C/}'" meson.build || {
    echo "$page: help/meson.build does not name it"
    failed=1
  }
done

mapfile -t languages < <(sed -e '/^#/d' LINGUAS)
folders=(C)
for language in "${languages[@]}"; do
  mkdir "$folder/$language"
  msgfmt --output-file="$folder/$language.mo" "$language/$language.po"
  # itstool takes the language from the name of the file.
  if ! itstool --strict --merge "$folder/$language.mo" --output "$folder/$language" C/*.page; then
    echo "$language: a translation breaks the markup of its page"
    failed=1
  fi
  folders+=("$folder/$language")
done

if ! command -v yelp-check >/dev/null; then
  echo 'yelp-check is not installed: only well-formedness was looked at'
  for pages in "${folders[@]}"; do
    xmllint --nonet --noout "$pages"/*.page || failed=1
  done
  exit "$failed"
fi
for pages in "${folders[@]}"; do
  yelp-check validate "$pages"/*.page || failed=1
  for kind in links orphans ids; do
    found=$(yelp-check "$kind" "$pages" || true)
    if [ -n "$found" ]; then
      echo "yelp-check $kind: $found"
      failed=1
    fi
  done
done
echo "${#folders[@]} languages checked"
exit "$failed"
