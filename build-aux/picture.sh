#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   build-aux/picture.sh FILE.png COMMAND ARGUMENT...
#
# Starts a program on the display there is, waits until its window is drawn and
# stands still, saves a picture of it and ends the program.
set -euo pipefail

picture=$1
shift
folder=$(mktemp --directory --tmpdir velinimet-picture-XXXXXX)
program=
finish()
{
  if [ -n "$program" ] && kill -TERM "$program" 2>/dev/null; then
    timeout 10 tail --pid="$program" -f /dev/null || kill -KILL "$program" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap finish EXIT

"$@" >"$folder/log" 2>&1 &
program=$!

gone()
{
  echo 'The program ended before it showed a window:' >&2
  cat "$folder/log" >&2
  program=
  exit 1
}

# Seconds of patience: a slow machine that also runs something else needs some.
deadline=$((SECONDS + 60))
window=
before=
settled=
while [ "$SECONDS" -lt "$deadline" ]; do
  kill -0 "$program" 2>/dev/null || gone
  window=$(xdotool search --onlyvisible --name '.' 2>/dev/null | tail -n 1 || true)
  if [ -n "$window" ] && import -silent -window "$window" "$folder/now.png" 2>/dev/null; then
    # A window that is mapped and not yet drawn is of one colour.
    read -r colours now < <(identify -format '%k %#\n' "$folder/now.png")
    if [ "$colours" -gt 16 ]; then
      mv "$folder/now.png" "$folder/last.png"
      if [ "$now" = "$before" ]; then
        settled=1
        break
      fi
      # What never stands still, such as a spinner, is pictured as it is.
      [ -n "$before" ] || deadline=$((SECONDS + 15))
      before=$now
    fi
  fi
  sleep 0.3
done

[ -e "$folder/last.png" ] || {
  echo 'No window was drawn in time. The program said:' >&2
  cat "$folder/log" >&2
  exit 1
}
[ -n "$settled" ] || echo 'The window did not stand still; the picture shows one moment.' >&2
mkdir -p "$(dirname "$picture")"
mv "$folder/last.png" "$picture"
