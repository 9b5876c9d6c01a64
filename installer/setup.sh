# shellcheck shell=bash
# Sourced by run, test, bench and .ci/run. zs_enter brings the machine into a state in which the project builds and
# runs, and hands the rest of the script to an unprivileged user; when everything is there it asks the network
# for nothing and takes well under a second.
#
# Environment: ZS_USER   the user that root hands over to (default: who called sudo, else the owner of the
#                        checkout, else the system user "zhongshu", which is made when missing)
set -euo pipefail

ZS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export ZS_ROOT
source "$ZS_ROOT/installer/copy.sh"

zs_say() { printf '== %s\n' "$*" >&2; }
zs_die() { printf 'zhongshu: %s\n' "$*" >&2; exit 1; }

# zs_missing_packages LIST…: the packages of these files that this machine lacks, one a line.
zs_missing_packages() {
  local line package command installed
  local -a wanted=()
  while read -r line; do
    [[ -z $line || $line == \#* ]] && continue
    package=${line%% *} command=
    [[ $line == *@* ]] && command=${line##*@}
    [[ -n $command ]] && command -v "$command" >/dev/null 2>&1 && continue
    wanted+=("$package")
  done < <(cat "$@")
  command -v dpkg-query >/dev/null || zs_die "this is not a Debian system; install what installer/debian-packages.txt names by hand."
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | awk '$2=="installed"{print $1}' || true)
  comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) <(sort -u <<<"$installed")
}

zs_install_packages() { # LIST…
  local missing; missing=$(zs_missing_packages "$@")
  [[ -n $missing ]] || return 0
  local -a as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || zs_die "packages are missing and there is no sudo; as root run: apt-get install --no-install-recommends" $missing
    as_root=(sudo)
  fi
  zs_say "installing $(wc -l <<<"$missing") Debian packages:" $missing
  local -a apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0)
  local log try; log=$(mktemp /tmp/zhongshu-apt.XXXXXX)
  for try in 1 2; do
    "${apt[@]}" update >"$log" 2>&1 || true
    if "${apt[@]}" install -y --no-install-recommends $missing >>"$log" 2>&1; then
      rm -f "$log"
      return 0
    fi
    [[ $try == 1 ]] && zs_say "apt-get failed once, trying again with fresh package lists"
  done
  tail -n 25 "$log" >&2
  zs_die "the Debian packages could not be installed (the whole log: $log)."
}

# npm ci in maps/page when node_modules is not what the lock file and this node would give.
zs_install_page() {
  local page=$ZS_ROOT/maps/page
  [[ -f $page/package-lock.json ]] || return 0
  local want stamp=$page/node_modules/.zhongshu-stamp
  want=$(cat "$page/package.json" "$page/package-lock.json" | sha256sum | cut -d' ' -f1)
  [[ -f $stamp && $(<"$stamp") == "$want" ]] && return 0
  zs_say "installing the packages of the map page (npm ci, from its lock file)"
  local log; log=$(mktemp /tmp/zhongshu-npm.XXXXXX)
  # No install scripts: nothing that comes from a registry runs at set-up, and certainly not as root.
  if ! (umask 022; cd "$page" && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier >"$log" 2>&1); then
    tail -n 25 "$log" >&2
    zs_die "npm ci failed in maps/page (the whole log: $log)."
  fi
  rm -f "$log"
  printf '%s\n' "$want" >"$stamp"
}

zs_unprivileged_user() {
  local owner; owner=$(stat -c %U "$ZS_ROOT")
  if [[ -n ${ZS_USER:-} ]]; then
    printf '%s\n' "$ZS_USER"
  elif [[ -n ${SUDO_USER:-} && $SUDO_USER != root ]]; then
    printf '%s\n' "$SUDO_USER"
  elif [[ $owner != root && $owner != UNKNOWN ]]; then
    printf '%s\n' "$owner"
  else
    printf 'zhongshu\n'
  fi
}

# What the build and the programs write, and nothing else of the checkout, is given to the unprivileged user.
zs_open_folders() {
  local user=$1 folder
  mkdir -p "$ZS_ROOT/build"
  chown "$user:" "$ZS_ROOT/build"
  for folder in build/dev build/release build/asan build/tsan build/coverage build/tidy out .run; do
    case $folder in build/dev | build/release | out | .run) mkdir -p "$ZS_ROOT/$folder" ;; esac
    [[ -d $ZS_ROOT/$folder ]] && find "$ZS_ROOT/$folder" ! -user "$user" -exec chown -h "$user:" {} +
  done
  # An X server that isn't root may not make this folder itself.
  [[ -d /tmp/.X11-unix ]] || install -d -m 1777 /tmp/.X11-unix
}

# Root's part is over: the same script again, as a user for whom the web engine keeps its sandbox on.
zs_hand_over() {
  local script=$1; shift
  local user; user=$(zs_unprivileged_user)
  if ! id -u "$user" >/dev/null 2>&1; then
    [[ -z ${ZS_USER:-} ]] || zs_die "there is no user \"$ZS_USER\" (ZS_USER)."
    # The GPU and the loudspeaker of a desktop belong to these groups.
    local groups; groups=$({ getent group render video audio || true; } | cut -d: -f1 | paste -sd,)
    useradd --system --user-group --create-home --home-dir "/var/lib/$user" --shell /usr/sbin/nologin \
      ${groups:+--groups "$groups"} "$user"
  fi
  local uid gid home checkout=
  uid=$(id -u "$user") gid=$(id -g "$user") home=$(getent passwd "$user" | cut -d: -f6)
  ((uid != 0)) || zs_die "the programs refuse to run as root; name another user in ZS_USER."
  [[ -d $home && $(stat -c %u "$home") == "$uid" ]] || install -d -m 750 -o "$uid" -g "$gid" "$home"
  zs_open_folders "$user"
  zs_as=(setpriv --reuid="$uid" --regid="$gid" --init-groups env HOME="$home")
  if ! "${zs_as[@]}" test -r "$ZS_ROOT/CMakeLists.txt" -a -x "$ZS_ROOT" 2>/dev/null; then
    # A folder above the checkout is closed (a home of root's, a temporary folder): the user works in a copy.
    checkout=$ZS_ROOT
    script=$(zs_copy_checkout "$home")/${script#"$ZS_ROOT"/}
    ZS_ROOT=$(dirname "$script"); [[ -f $ZS_ROOT/CMakeLists.txt ]] || ZS_ROOT=$(dirname "$ZS_ROOT")
    export ZS_ROOT
    zs_say "user \"$user\" can't read the checkout; building and running in a copy, $ZS_ROOT (pictures come back to out/)"
  fi

  local runtime=/run/user/$uid cookie=
  if [[ ! -d $runtime || $(stat -c %u "$runtime") != "$uid" ]]; then
    runtime=/tmp/zhongshu-$uid
    install -d -m 700 -o "$uid" -g "$gid" "$runtime"
  fi
  # Root's X session, if there is one: the user gets the cookie of this one display, not the whole file.
  if [[ -n ${DISPLAY:-} ]] && command -v xauth >/dev/null; then
    cookie=$runtime/Xauthority
    (umask 077; rm -f "$cookie"; xauth extract "$cookie" "$DISPLAY" >/dev/null 2>&1 || true)
    if [[ -s $cookie ]]; then chown "$uid:$gid" "$cookie"; else cookie=; fi
  fi
  local -a environment=(HOME="$home" USER="$user" LOGNAME="$user" SHELL=/bin/bash XDG_RUNTIME_DIR="$runtime"
    PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin)
  [[ -z $cookie ]] || environment+=(XAUTHORITY="$cookie")
  cd "$ZS_ROOT"
  local -a handed=(setpriv --reuid="$uid" --regid="$gid" --init-groups
    env -u SUDO_USER -u SUDO_UID -u SUDO_GID -u SUDO_COMMAND -u WAYLAND_DISPLAY -u CCACHE_DIR -u XDG_CACHE_HOME
    -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME -u DBUS_SESSION_BUS_ADDRESS
    "${environment[@]}" "$script" "$@")
  [[ -n $checkout ]] || exec "${handed[@]}"
  local status=0
  zs_run_in_copy "$checkout" "${handed[@]}" || status=$?
  exit "$status"
}

# zs_enter SCRIPT ARGS…: the first line of every start. Comes back only as an unprivileged user.
zs_enter() {
  local script; script=$(realpath "$1"); shift
  umask 022
  zs_install_packages "$ZS_ROOT/installer/debian-packages.txt"
  zs_install_page
  if ((EUID == 0)); then zs_hand_over "$script" "$@"; fi
  cd "$ZS_ROOT"
  [[ -w $ZS_ROOT || (-w $ZS_ROOT/build && -w $ZS_ROOT/.run && -w $ZS_ROOT/out) ]] ||
    zs_die "$ZS_ROOT is not writable for $(id -un); start this once as root, or give the checkout to this user."
  mkdir -p build out .run
  # Chinese file names and output need UTF-8; a bare machine has no locale at all.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in *[Uu][Tt][Ff]*8*) ;; *) unset LC_ALL; export LANG=C.UTF-8 ;; esac
  if [[ -z ${XDG_RUNTIME_DIR:-} ]]; then
    export XDG_RUNTIME_DIR=/tmp/zhongshu-$UID
    install -d -m 700 "$XDG_RUNTIME_DIR"
  fi
}
