#!/usr/bin/env bash
# with-display.sh [--screen WxH] COMMAND…: runs the command on a display of its own that no screen shows.
# Unlike xvfb-run it lets the server choose a free number itself, so many may start at the same moment.
# Exit status: the command's.
set -euo pipefail
screen=1920x1080
if [[ ${1:-} == --screen ]]; then screen=$2; shift 2; fi
(($#)) || { echo "usage: with-display.sh [--screen WxH] COMMAND…" >&2; exit 2; }

work=$(mktemp -d "${TMPDIR:-/tmp}/zhongshu-display.XXXXXX")
server=
finish() {
  if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 "${screen}x24" -nolisten tcp -noreset >"$work/log" 2>&1 3>"$work/number" &
server=$!
if ! read -r -t 30 number <"$work/number"; then
  cat "$work/log" >&2
  echo "with-display.sh: the X server did not start." >&2
  exit 1
fi
unset WAYLAND_DISPLAY XAUTHORITY
export DISPLAY=:$number XDG_SESSION_TYPE=x11
"$@" &
command=$!
trap 'kill -TERM "$command" 2>/dev/null || true; wait "$command" 2>/dev/null || true; exit 143' TERM INT
status=0
wait "$command" || status=$?
exit "$status"
