# shellcheck shell=bash
# SPDX-FileCopyrightText: The Velinimet authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by run.sh and test.sh: what Velinimet needs of a machine, how to find
# out whether it is there, and how to get what is not.
#
# A need is one line: what is looked for, and the Debian package that brings it.
#   command NAME           a program on the path
#   module NAME VERSION    a library with a pkg-config file, at least so new
#   header NAME            a library without one
#   file PATH              a file
#   package                nothing else tells: ask dpkg

# Read by the scripts that source this one.
# shellcheck disable=SC2034
NEEDS_TO_BUILD='
command gcc                         : gcc
header stdio.h                      : libc6-dev
command pkg-config                  : pkg-config
command meson                       : meson
command ninja                       : ninja-build
command msgfmt                      : gettext
command itstool                     : itstool
command glib-compile-schemas        : libglib2.0-bin
command glib-compile-resources      : libglib2.0-dev-bin
command update-desktop-database     : desktop-file-utils
command update-mime-database        : shared-mime-info
command gtk4-update-icon-cache      : libgtk-4-bin
module glib-2.0 2.74                : libglib2.0-dev
module gobject-2.0 2.74             : libglib2.0-dev
module gio-2.0 2.74                 : libglib2.0-dev
module gio-unix-2.0 2.74            : libglib2.0-dev
module gmodule-no-export-2.0 2.74   : libglib2.0-dev
module json-glib-1.0 1.6            : libjson-glib-dev
module sqlite3 3.40                 : libsqlite3-dev
module icu-i18n 72                  : libicu-dev
module icu-uc 72                    : libicu-dev
module libebook-contacts-1.2 3.46   : libebook-contacts1.2-dev
header csv.h                        : libcsv-dev
module libical-glib 3.0.16          : libical-dev
module libnotify 0.8                : libnotify-dev
module gtk4 4.8                     : libgtk-4-dev
module libadwaita-1 1.2             : libadwaita-1-dev
'

# shellcheck disable=SC2034
NEEDS_TO_RUN='
file /usr/share/icons/Adwaita/index.theme   : adwaita-icon-theme
package                                     : dconf-gsettings-backend
package                                     : fonts-cantarell
package                                     : librsvg2-common
'

# shellcheck disable=SC2034
NEEDS_WITHOUT_DISPLAY='
command Xvfb                : xvfb
command dbus-run-session    : dbus
command import              : imagemagick
command xdotool             : xdotool
'

# shellcheck disable=SC2034
NEEDS_TO_TEST='
command setxkbmap                           : x11-xkb-utils
command xauth                               : xauth
command sqlite3                             : sqlite3
command dunst                               : dunst
command gdbus                               : libglib2.0-bin
command localedef                           : libc-bin
file /usr/share/i18n/locales/tr_TR          : locales
file /usr/libexec/at-spi-bus-launcher       : at-spi2-core
package                                     : python3-pyatspi
package                                     : fonts-dejavu-core
command desktop-file-validate               : desktop-file-utils
command appstreamcli                        : appstream
command xmllint                             : libxml2-utils
command yelp-check                          : yelp-tools
command shellcheck                          : shellcheck
'

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say()
{
  printf '%s\n' "$*"
}

fail()
{
  printf '%s\n' "$*" >&2
  exit 1
}

is_debian()
{
  local ID='' ID_LIKE=''
  # shellcheck disable=SC1091
  [ -r /etc/os-release ] && . /etc/os-release
  case " $ID $ID_LIKE " in
    *' debian '* | *' ubuntu '* | *' pardus '*) command -v apt-get >/dev/null ;;
    *) false ;;
  esac
}

has_package()
{
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Whether one need is met. Elsewhere than on Debian, what only dpkg could tell is taken as met.
is_met() # KIND NAME VERSION PACKAGE
{
  case $1 in
    command) command -v "$2" >/dev/null || [ -x "/usr/sbin/$2" ] ;;
    module) pkg-config --atleast-version="$3" "$2" 2>/dev/null ;;
    header) printf '#include <%s>\n' "$2" | gcc -E -x c -o /dev/null - 2>/dev/null ;;
    file) [ -e "$2" ] ;;
    package) ! is_debian || has_package "$4" ;;
    *) fail "setup.sh: what is a \"$1\"?" ;;
  esac
}

# Prints the needs of LISTS that are not met, a line each.
missing() # LIST...
{
  local line left package kind name version
  while IFS= read -r line; do
    [ -n "$line" ] || continue
    left=${line%%:*}
    package=${line##*: }
    read -r kind name version <<<"$left"
    is_met "$kind" "$name" "$version" "$package" || printf '%s\n' "$line"
  done < <(printf '%s\n' "$@")
}

as_root()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

apt()
{
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

install_packages() # PACKAGE...
{
  local package
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "Velinimet needs packages that only root can install, and there is no sudo. As root, please run:
  apt-get update && apt-get install --no-install-recommends $*"
  fi
  say "Velinimet needs these packages, and installs them now: $*"
  for package in "$@"; do
    if [ -z "$(apt-cache --quiet=0 madison "$package" 2>/dev/null)" ]; then
      apt update || fail 'The list of packages could not be fetched (see above). Is there a network?'
      break
    fi
  done
  if ! apt install --yes --no-install-recommends "$@"; then
    # A list of yesterday may name files that the server has replaced since.
    if ! { apt update && apt install --yes --no-install-recommends "$@"; }; then
      fail 'The packages could not be installed (see above).'
    fi
  fi
}

# Sees to it that everything in LISTS is there, or says what is not and ends the program.
require() # LIST...
{
  local line need package packages=() still
  still=$(missing "$@")
  if [ -n "$still" ] && is_debian; then
    while IFS= read -r line; do
      package=${line##*: }
      case " ${packages[*]} " in
        *" $package "*) ;;
        *) has_package "$package" || packages+=("$package") ;;
      esac
    done <<<"$still"
    [ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
    hash -r
    still=$(missing "$@")
  fi
  [ -n "$still" ] || return 0

  say 'Velinimet needs what this system does not have:' >&2
  while IFS= read -r line; do
    read -r kind need version <<<"${line%%:*}"
    package=${line##*: }
    case $kind in
      command) say "  the program $need" ;;
      module)
        if pkg-config --exists "$need" 2>/dev/null; then
          say "  $need, at least $version; here is $(pkg-config --modversion "$need")"
        else
          say "  the library $need, at least $version, with its headers"
        fi ;;
      header) say "  the C header $need" ;;
      file) say "  the file $need" ;;
      *) say "  $package" ;;
    esac | sed "s|\$| (Debian: $package)|"
  done <<<"$still" >&2
  exit 1
}

# Configures a build folder, or brings one that is there up to date.
configure() # FOLDER OPTION...
{
  local folder=$1
  shift
  if [ -e "$folder/build.ninja" ] && meson setup --reconfigure "$@" "$folder" "$ROOT" >"$folder/setup.log" 2>&1; then
    return 0
  fi
  # None yet, or one that was made by another Meson or in another place.
  [ ! -e "$folder/meson-private" ] || rm -rf "$folder"
  mkdir -p "$folder"
  meson setup "$@" "$folder" "$ROOT" >"$folder/setup.log" 2>&1 || {
    tail -n 30 "$folder/setup.log" >&2
    return 1
  }
}
