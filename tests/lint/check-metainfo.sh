#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   check-metainfo.sh FILE
#
# The metainfo is what AppStream wants of it. Newer tools also warn that there is
# no home page, which is so; older ones do not know that warning by its name.
set -euo pipefail
warning=url-homepage-missing
status=0
said=$(appstreamcli validate --no-net --override="$warning=info" "$1" 2>&1) || status=$?
case $said in
  *'issue tag'*'not recogni'*) exec appstreamcli validate --no-net "$1" ;;
esac
printf '%s\n' "$said"
exit "$status"
