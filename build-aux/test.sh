#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   build-aux/test.sh [--quick]
#
# Installs what is missing to build and test Velinimet, builds it with warnings
# as errors and runs all tests; then builds it once more with the address and
# undefined-behaviour sanitizers and runs the tests of its code, its command line
# and its widgets again (not with --quick). Pictures that the tests take are in build/test-pictures. The last
# line says how many passed and failed.
set -euo pipefail
exec </dev/null
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

quick=
case ${1:-} in
  '') ;;
  --quick) quick=1 ;;
  *) fail 'Usage: build-aux/test.sh [--quick]' ;;
esac

# Steps that failed apart from any test, and build folders whose tests were run.
broken=0
folders=()
finish()
{
  status=$?
  trap - EXIT
  # Ended before its time, and by no step that was counted: say so all the same.
  if [ "$status" -ne 0 ] && [ "$broken" -eq 0 ]; then
    broken=1
  fi
  if ! command -v python3 >/dev/null; then
    say '0 passed, 1 failed'
    exit 1
  fi
  python3 "$ROOT/build-aux/count-tests.py" --also-failed "$broken" "${folders[@]}" || exit 1
  exit "$status"
}
trap finish EXIT

require "$NEEDS_TO_BUILD" "$NEEDS_TO_RUN" "$NEEDS_WITHOUT_DISPLAY" "$NEEDS_TO_TEST"

# The tests run in a Turkish locale too, which a fresh machine lacks. C.UTF-8 is
# in the C library itself, so it is found wherever LOCPATH points.
if ! locale -a 2>/dev/null | grep -qiE '^tr_TR\.utf-?8$'; then
  locales=$ROOT/build/locale
  if [ ! -e "$locales/tr_TR.UTF-8/LC_CTYPE" ]; then
    say 'There is no Turkish locale: one is made in build/locale.'
    mkdir -p "$locales"
    localedef --inputfile=tr_TR --charmap=UTF-8 "$locales/tr_TR.UTF-8"
  fi
  export LOCPATH=$locales
fi

export VEL_TEST_PICTURES=$ROOT/build/test-pictures
rm -rf "$VEL_TEST_PICTURES"
mkdir -p "$VEL_TEST_PICTURES"

# Builds in FOLDER and runs the tests there, for so many seconds at most.
build_and_test() # FOLDER SECONDS MESON_OPTION... -- TEST_OPTION...
{
  local folder=$1 seconds=$2 options=()
  shift 2
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift

  say "Building in $folder ..."
  configure "$folder" "${options[@]}" || {
    say 'The build could not be set up.'
    broken=$((broken + 1))
    return 0
  }
  meson compile -C "$folder" >"$folder/compile.log" 2>&1 || {
    grep -E -A 8 '(error|FAILED|undefined reference)' "$folder/compile.log" | head -n 60 || true
    say "It does not build; all of what was said is in $folder/compile.log"
    broken=$((broken + 1))
    return 0
  }

  say 'Testing ...'
  rm -f "$folder"/meson-logs/testlog*
  folders+=("$folder")
  local status=0
  timeout --kill-after=30 "$seconds" \
    meson test -C "$folder" --no-rebuild --print-errorlogs "$@" || status=$?
  if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    say "The tests took longer than $seconds seconds and were stopped."
    broken=$((broken + 1))
  fi
}

build_and_test "$ROOT/build-test" 1200 -Dwerror=true -Dbuildtype=debugoptimized --

if [ -z "$quick" ]; then
  # The slow way of walking the stack is the one that passes through libraries
  # built without frame pointers, so that a leak names who asked for the memory.
  export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1:fast_unwind_on_malloc=0
  export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
  export LSAN_OPTIONS=suppressions=$ROOT/tests/lsan.supp:print_suppressions=0
  build_and_test "$ROOT/build-asan" 2400 -Dwerror=true -Dbuildtype=debug -Doptimization=1 \
    -Db_sanitize=address,undefined -Db_lundef=false -- \
    --suite unit --suite cli --suite ui --timeout-multiplier 8
fi

[ "$broken" -eq 0 ] || exit 1
