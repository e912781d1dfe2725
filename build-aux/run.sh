#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   build-aux/run.sh [ARGUMENT...]
#
# Installs what is missing to build Velinimet, builds it and opens it; arguments
# go to Velinimet. Nothing of it is installed into the system: it runs out of
# build/root. Without a display it runs on a virtual one and saves a picture.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

headless=
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=1

require "$NEEDS_TO_BUILD" "$NEEDS_TO_RUN" ${headless:+"$NEEDS_WITHOUT_DISPLAY"}

build=$ROOT/build
prefix=$build/root
say 'Building Velinimet ...'
configure "$build" -Dprefix="$prefix" -Dbuildtype=debugoptimized ||
  fail 'The build could not be set up.'
meson compile -C "$build" >"$build/compile.log" 2>&1 || {
  tail -n 40 "$build/compile.log" >&2
  fail "Velinimet could not be built; all of what was said is in $build/compile.log"
}
meson install -C "$build" --no-rebuild --quiet >"$build/install.log" 2>&1 || {
  tail -n 20 "$build/install.log" >&2
  fail 'Velinimet was built, but could not be put together.'
}

# Settings, icons, help and MIME types are found as if they were installed.
export XDG_DATA_DIRS=$prefix/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
export PATH=$prefix/bin:$PATH
# What rings runs beside the program, for the session does not know this folder.
export VEL_AGENT=$prefix/libexec/velinimet-agent VEL_PROGRAM=$prefix/bin/velinimet
# A bare machine names no locale at all; names with Turkish letters want UTF-8.
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LANG=C.UTF-8

if [ -z "$headless" ]; then
  say 'Velinimet opens.'
  exec velinimet "$@"
fi

picture=$build/velinimet.png
say 'There is no display: Velinimet opens on a virtual one.'
"$ROOT/build-aux/with-display.sh" "$ROOT/build-aux/picture.sh" "$picture" velinimet "$@"
say "A picture of it is in $picture"
