# shellcheck shell=bash
# Sourced by setup.sh: a checkout that its unprivileged user can't reach (a home of root's, a temporary folder) is worked on in a
# copy, and what is made for people goes back. Whatever is done inside the copy is done as that user: zs_as is the command that
# becomes it.
zs_as=(env)

# zs_list FOLDER EXCLUDED…: a line a file: kind, rights, size, time or a link's target; then the path. Equal lines, equal files.
zs_list() {
  local folder=$1 name; shift
  local -a pruned=(-false)
  for name in "$@"; do pruned+=(-o -path "./$name"); done
  cd "$folder" || return
  LC_ALL=C find . -mindepth 1 \( "${pruned[@]}" \) -prune -o \
    \( -type l -printf 'l %l\t%P\n' -o -type f -printf 'f %m %s %T@\t%P\n' \) | LC_ALL=C sort
}

# zs_take FOLDER: from standard input an archive of files that changed. Each is exchanged in one step, so that a build or a test at
# work in FOLDER sees the old file or the new one, never none.
zs_take() {
  local folder=$1 path
  rm -rf "$folder/.mirror"
  mkdir "$folder/.mirror"
  tar -C "$folder/.mirror" -xpf -
  (cd "$folder/.mirror" && find . -mindepth 1 -type d -printf '%P\n') | LC_ALL=C sort | while IFS= read -r path; do
    [[ -d $folder/$path && ! -L $folder/$path ]] || rm -rf "${folder:?}/$path" # a file there, a folder here
    mkdir -p "$folder/$path"
  done
  (cd "$folder/.mirror" && find . -mindepth 1 ! -type d -printf '%h\n') | LC_ALL=C sort -u | while IFS= read -r path; do
    find "$folder/.mirror/$path" -mindepth 1 -maxdepth 1 ! -type d -exec mv -f -t "$folder/$path" {} +
  done
  rm -rf "$folder/.mirror"
}

zs_drop() { # FOLDER: files whose paths are on standard input, and the folders that are empty then
  local path
  cd "${1:?}"
  while IFS= read -r path; do
    [[ -n $path ]] || continue
    rm -f "$path"
    [[ $path != */* ]] || rmdir -p --ignore-fail-on-non-empty "${path%/*}"
  done
}

zs_inside() { "${zs_as[@]}" bash -euc "$(declare -f zs_list zs_take zs_drop); \"\$@\"" zs_inside "$@"; }

# zs_mirror FROM TO EXCLUDED…: makes TO the same as FROM but for the excluded top-level names, touching only files that differ.
# Two at once wait for each other.
zs_mirror() {
  local from=$1 to=$2 have want; shift 2
  "${zs_as[@]}" mkdir -p "$to"
  (
    flock 9
    have=$(zs_inside zs_list "$to" .mirror "$@") want=$(zs_list "$from" "$@")
    LC_ALL=C comm -13 <(cut -f2- <<<"$want" | LC_ALL=C sort) <(cut -f2- <<<"$have" | LC_ALL=C sort) | zs_inside zs_drop "$to"
    LC_ALL=C comm -23 <(printf '%s\n' "$want") <(printf '%s\n' "$have") | cut -f2- |
      tar -C "$from" --format=posix --no-recursion --verbatim-files-from -T - -cf - | zs_inside zs_take "$to"
  ) 9<"$to"
}

# zs_copy_checkout HOME: prints the copy. What an earlier start built there stays; times are kept, so that nothing is built again
# that hasn't changed. The data beside the checkout goes beside the copy.
zs_copy_checkout() {
  local copy; copy=$1/checkout-$(cksum <<<"$ZS_ROOT" | cut -d' ' -f1)
  zs_mirror "$ZS_ROOT" "$copy" build out .run
  "${zs_as[@]}" mkdir -p "$copy/build" "$copy/out" "$copy/.run"
  if [[ -d $ZS_ROOT/../shared/data ]]; then zs_mirror "$ZS_ROOT/../shared/data" "$1/shared/data"; fi
  printf '%s\n' "$copy"
}

# zs_run_in_copy CHECKOUT COMMAND…: the command in the copy (the present folder), heard and ended as if it were this script; then what
# it left in the copy's out/ goes to the checkout's. Exit status: the command's.
zs_run_in_copy() {
  local checkout=$1 status=0 child started; shift
  started=$("${zs_as[@]}" mktemp)
  # A process group of its own: in the background, without job control, a script would never hear Ctrl-C.
  set -m
  "$@" &
  child=$!
  set +m
  trap 'kill -INT -- "-$child" 2>/dev/null || true' INT
  trap 'kill -TERM "$child" 2>/dev/null || true' TERM HUP
  while kill -0 "$child" 2>/dev/null; do
    status=0
    wait "$child" || status=$?
  done
  trap - INT TERM HUP
  mkdir -p "$checkout/out"
  "${zs_as[@]}" bash -c 'cd out && find . -type f -newer "$1" -printf "%P\0" | tar --null --no-recursion -T - -cf -' back "$started" |
    tar -C "$checkout/out" --no-same-owner -xf - || zs_say "what is in $PWD/out could not be copied back"
  "${zs_as[@]}" rm -f "$started"
  return "$status"
}
