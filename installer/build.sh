# shellcheck shell=bash
# Sourced after setup.sh. zs_build PRESET [TARGET…]: configure when that is due, then build. Without a change both
# take a moment: ninja itself sees when CMake has to run again.

# A compiler of this code base wants about 1.2 GB (Qt and Beast headers): never more at once than memory allows.
zs_jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/{print int($2 / 1200000)}' /proc/meminfo)
  ((memory < 1)) && memory=1
  printf '%s\n' "$((cores < memory ? cores : memory))"
}

zs_build() {
  local preset=$1; shift
  local folder=$ZS_ROOT/build/$preset
  mkdir -p "$folder"
  # Two starts at once (./run beside ./test) wait for each other instead of writing one folder together.
  (
    flock -n 9 || { zs_say "waiting for another build of $preset"; flock 9; }
    if [[ ! -f $folder/build.ninja ]]; then
      zs_say "configuring $preset"
      (cd "$ZS_ROOT" && cmake --preset "$preset") >"$folder/configure.log" 2>&1 9>&- || {
        cat "$folder/configure.log" >&2
        # A half-made cache would be taken for a whole one at the next start.
        rm -f "$folder/build.ninja"
        exit 1
      }
    fi
    zs_say "building $preset"
    ninja -C "$folder" -j "$(zs_jobs)" "$@" >&2 9>&-
  ) 9>"$folder/.lock" || zs_die "the $preset build failed."
}
