#!/usr/bin/env bash
# installer/copy.sh: the copy of a checkout that its user can't read. usage: copy.sh SOURCE-TREE
set -euo pipefail
source "$1/installer/copy.sh"
zs_say() { printf '%s\n' "$*"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
same() { diff <(zs_list "$1") <(zs_list "$2" .mirror build out .run) || fail "$3"; }

from=$work/from to=$work/to
mkdir -p "$from/src/deep" "$from/build" "$work/shared/data" "$work/home"
echo one >"$from/src/one"; echo two >"$from/src/deep/two 二"; ln -s one "$from/src/link"; echo tool >"$from/run"; chmod 755 "$from/run"
rmdir "$from/build"

zs_mirror "$from" "$to" build out .run
same "$from" "$to" "the first copy"
mkdir "$to/build"; echo object >"$to/build/o"
node=$(stat -c %i "$to/src/one")
zs_mirror "$from" "$to" build out .run
[[ $(stat -c %i "$to/src/one") == "$node" ]] || fail "a file that hasn't changed was written"

# What changed, went, came and became a folder; what was built stays.
echo new >"$from/src/deep/two 二"; rm "$from/src/link"; rm "$from/run"; mkdir "$from/run"; echo x >"$from/run/x"; echo older >"$from/src/one"
touch -d '2001-01-01 00:00:00.5' "$from/src/one"
zs_mirror "$from" "$to" build out .run
same "$from" "$to" "the second copy"
[[ $(<"$to/build/o") == object ]] || fail "what was built is gone"

# While it is brought up to date again and again a reader never misses a file.
(for ((i = 0; i < 40; ++i)); do echo "$i" >"$from/src/one"; zs_mirror "$from" "$to" build out .run; done) &
writer=$!
while kill -0 "$writer" 2>/dev/null; do cat "$to/src/one" "$to/src/deep/two 二" >/dev/null || fail "a file was missing for a moment"; done
wait "$writer" || fail "a copy failed"
same "$from" "$to" "the last copy"

# The data beside the checkout, and pictures on their way back.
ZS_ROOT=$from
echo fact >"$work/shared/data/fact"
copy=$(zs_copy_checkout "$work/home")
[[ $(<"$copy/../shared/data/fact") == fact ]] || fail "the data isn't beside the copy"
echo stale >"$copy/out/stale.png"; touch -d '2001-01-01' "$copy/out/stale.png"
status=0
(cd "$copy" && zs_run_in_copy "$from" bash -c 'echo picture >out/console.png; exit 7') || status=$?
[[ $status == 7 ]] || fail "the status was $status"
[[ $(<"$from/out/console.png") == picture && ! -e $from/out/stale.png ]] || fail "pictures didn't come back"

# Ended from outside: the command hears it, and its own status comes back.
(cd "$copy" && exec bash -c "source '$1/installer/copy.sh'; zs_say() { :; }; zs_run_in_copy '$from' bash -c 'trap \"exit 9\" TERM; echo >out/ready; while :; do read -r -t 1 <> <(:) || true; done'") &
outer=$!
until [[ -e $copy/out/ready ]]; do kill -0 "$outer" || fail "it ended by itself"; done
kill -TERM "$outer"
status=0; wait "$outer" || status=$?
[[ $status == 9 ]] || fail "after TERM the status was $status"
echo ok
