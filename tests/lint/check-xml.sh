#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Interface files, resources, icons, schemas and help pages are well-formed XML.
set -euo pipefail
cd "$(dirname "$0")/../.."
mapfile -d '' -t found < <(find src data help -type f \
  \( -name '*.ui' -o -name '*.svg' -o -name '*.xml' -o -name '*.xml.in' -o -name '*.page' \) -print0)
xmllint --nonet --noout "${found[@]}"
echo "${#found[@]} files checked"
