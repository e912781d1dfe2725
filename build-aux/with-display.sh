#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   build-aux/with-display.sh COMMAND ARGUMENT...
#
# Runs a command on a virtual display and a session bus of its own, and ends
# with its exit status. Both are gone afterwards. VEL_SCREEN says how large the
# display is (1280x900 if unset).
set -euo pipefail

folder=$(mktemp --directory --tmpdir velinimet-display-XXXXXX)
xvfb=
finish()
{
  if [ -n "$xvfb" ]; then
    kill "$xvfb" 2>/dev/null || true
    wait "$xvfb" 2>/dev/null || true
  fi
  # Some services of the bus have a file system mounted in it, and leave a moment after the bus.
  for _ in {1..50}; do
    if rm -rf "$folder" 2>/dev/null; then
      break
    fi
    sleep 0.1
  done
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The server itself looks for a free number, and writes it as soon as it listens.
mkfifo "$folder/number"
Xvfb -displayfd 7 -screen 0 "${VEL_SCREEN:-1280x900}x24" -nolisten tcp -noreset \
  7<>"$folder/number" >"$folder/xvfb.log" 2>&1 &
xvfb=$!
number=
if ! read -r -t 30 number 7<>"$folder/number" <&7 || [ -z "$number" ]; then
  echo 'No virtual display could be started:' >&2
  cat "$folder/xvfb.log" >&2
  exit 1
fi

unset WAYLAND_DISPLAY
export DISPLAY=:$number GDK_BACKEND=x11
# Drawing by the processor: the same pictures on every machine, and faster than a GL that is emulated.
export GSK_RENDERER=${GSK_RENDERER:-cairo}
mkdir --mode=700 "$folder/runtime"
export XDG_RUNTIME_DIR=$folder/runtime

# The bus and the services that it starts chatter into a file, the command speaks where we do.
status=0
# shellcheck disable=SC2016
dbus-run-session -- bash -c 'exec "$@" >&8 2>&9 8>&- 9>&-' with-display "$@" \
  8>&1 9>&2 >"$folder/bus.log" 2>&1 || status=$?
if [ "$status" -eq 127 ]; then
  cat "$folder/bus.log" >&2
fi
exit "$status"
