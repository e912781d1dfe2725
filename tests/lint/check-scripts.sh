#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shell and Python scripts are at least well formed; shellcheck, where it is
# installed, has nothing to say about the former.
set -euo pipefail
cd "$(dirname "$0")/../.."
failed=0
shell=()
python=()

for script in build-aux/* .ci/* tests/lint/* tests/ui/* tests/*.py tests/*.sh; do
  [ -f "$script" ] || continue
  case $script in
    *.py) python+=("$script"); continue ;;
    *.sh) shell+=("$script"); continue ;;
  esac
  read -r first <"$script" || true
  case $first in
    '#!'*python*) python+=("$script") ;;
    '#!'*sh) shell+=("$script") ;;
  esac
done

for script in "${shell[@]}"; do
  bash -n "$script" || failed=1
done
if command -v shellcheck >/dev/null; then
  shellcheck --severity=warning --external-sources --source-path=SCRIPTDIR "${shell[@]}" || failed=1
else
  echo 'shellcheck is not installed: only the form was looked at'
fi
for script in "${python[@]}"; do
  /usr/bin/python3 -c 'import sys; compile(open(sys.argv[1], encoding="utf-8").read(), sys.argv[1], "exec")' "$script" || failed=1
done
echo "${#shell[@]} shell and ${#python[@]} Python scripts checked"
exit "$failed"
