# shellcheck shell=bash
# Sourced by run: how the programs are called, each in one function. Nothing else in the scripts knows a flag of
# theirs. stack_stop ends what was started here, by process id, in the reverse order.

stack_bin=$ZS_ROOT/build/release/bin
stack_state=$ZS_ROOT/.run
stack_pki=$stack_state/pki
stack_logs=$stack_state/logs
stack_pids=()

stack_targets() { printf '%s\n' zhongshud zhongshu-sim zhongshu-admin zhongshu; [[ $1 == headless ]] && echo zhongshu-mainjob; return 0; }

stack_start() { # NAME COMMAND…: in the background, output to its log
  local name=$1; shift
  mkdir -p "$stack_logs"
  "$@" >"$stack_logs/$name.log" 2>&1 </dev/null &
  stack_pids+=($!)
}

stack_stop() {
  local i pid tries
  for ((i = ${#stack_pids[@]} - 1; i >= 0; i--)); do
    pid=${stack_pids[i]}
    kill -TERM "$pid" 2>/dev/null || continue
    # A journal is closed cleanly within moments; who hangs for 10 s is ended.
    for ((tries = 0; tries < 100; tries++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  stack_pids=()
}

stack_fail() { # NAME SENTENCE: why, with the end of that program's log
  local log=$stack_logs/$1.log
  [[ -s $log ]] && { echo "-- the last lines of $log" >&2; tail -n 30 "$log" >&2; }
  zs_die "$2"
}

stack_step() { # NAME SENTENCE COMMAND…: a step that ends by itself; silent unless it fails
  local name=$1 sentence=$2; shift 2
  mkdir -p "$stack_logs"
  "$@" >"$stack_logs/$name.log" 2>&1 </dev/null || stack_fail "$name" "$sentence"
}

# stack_wait COMMAND…: like calling it, but a signal to this script is heard at once and ends the command too.
stack_wait() {
  "$@" &
  stack_pids+=($!)
  wait "${stack_pids[-1]}"
}

stack_free_port() { # the first port from 18443 on that nobody listens at
  local port
  for ((port = 18443; port < 18943; port++)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s\n' "$port"; return; }
  done
  zs_die "no free port between 18443 and 18943 on 127.0.0.1."
}

# Certificates of a first start; later starts renew only what is about to run out.
stack_make_pki() {
  stack_step pki "the certificates could not be made." "$stack_bin/zhongshu-admin" pki init --dir "$stack_pki"
  local name
  for name in dispatcher:console-1 dispatcher:console-2 duty-officer:duty-1 supervisor:supervisor-1 leader:leader-1 intake:intake-1 field-app:field-1 agency:agency-1; do
    stack_step pki "the certificate ${name#*:} could not be made." \
      "$stack_bin/zhongshu-admin" pki issue --dir "$stack_pki" --role "${name%%:*}" --name "${name#*:}" --if-missing
  done
}

# stack_make_city NAME: prints the folder of the city pack, made when it is not there yet or older than the program
# that makes it (the same seed gives the same bytes, so a new build costs a second and changes nothing by itself).
stack_make_city() {
  local city=$1 folder=$stack_state/city/$1 shared=$ZS_ROOT/../shared/data
  if [[ ! -f $folder/city.json || $stack_bin/zhongshu-sim -nt $folder/city.json ]]; then
    rm -rf "$folder.new"
    mkdir -p "$stack_state/city"
    case $city in
      demo)
        zs_say "making the demo city (once)"
        stack_step city "the demo city could not be made." "$stack_bin/zhongshu-sim" city --seed 1 --out "$folder.new" ;;
      dongguan)
        [[ -d $shared/boundaries ]] || zs_die "--city dongguan needs the folder $shared, which this machine doesn't have; ./run alone opens the demo city."
        zs_say "importing the city dongguan (once)"
        stack_step city "the city dongguan could not be imported." "$stack_bin/zhongshu-sim" import-city \
          --towns "$shared/boundaries/dongguan_towns_33_wgs84.geojson" --codes "$shared/boundaries/dongguan_codes.csv" \
          --grids "$shared/demo_city/dongguan_grids_2927_synth.geojson" --basemap "$shared/basemap/dongguan.mbtiles" \
          --city-outline "$shared/boundaries/dongguan_city_wgs84.geojson" \
          --id dongguan --name 东莞市 --name-en Dongguan --out "$folder.new" ;;
      *) zs_die "there is no city \"$city\"; there are: demo dongguan." ;;
    esac
    rm -rf "$folder"
    mv "$folder.new" "$folder"
  fi
  printf '%s\n' "$folder"
}

# stack_teach NAME CITY-FOLDER: the models that suggest matters and agencies, learned once from the past that the generator
# makes for this city: offline, without chance (the same past gives the same bytes). A start that finds them learns nothing.
stack_teach() {
  local models=$stack_state/models/$1 city=$2 learn
  mkdir -p "$models"
  stack_step history "the city's past could not be made." "$stack_bin/zhongshu-sim" history --city "$city" --seed 1 --out "$models/history.new"
  if ! cmp -s "$models/history.new" "$models/history.jsonl"; then
    zs_say "learning which matter and which agency a message is for (once)"
    rm -f "$models"/*.model
  fi
  mv "$models/history.new" "$models/history.jsonl"
  for learn in agency matter; do
    stack_step "teach-$learn" "the model for $learn could not be made." "$stack_bin/zhongshu-admin" suggest train \
      --history "$models/history.jsonl" --learn "$learn" --out "$models/$learn.model" --if-missing
  done
}

stack_gateway() { # PORT CITY-FOLDER DATA-FOLDER; comes back when it answers
  local port=$1 city=$2 data=$3 tries
  mkdir -p "$data"
  stack_start gateway "$stack_bin/zhongshud" --data "$data" --city "$city" --listen "127.0.0.1:$port" --pki "$stack_pki"
  local pid=${stack_pids[-1]}
  for ((tries = 0; tries < 600; tries++)); do
    kill -0 "$pid" 2>/dev/null || stack_fail gateway "the gateway ended at its start."
    # The gateway is on this machine: a proxy that the shell knows of has no part in it.
    curl -sf --noproxy '*' -o /dev/null --max-time 2 --cacert "$stack_pki/ca.crt" --cert "$stack_pki/console-1.crt" \
      --key "$stack_pki/console-1.key" "https://127.0.0.1:$port/healthz" && return 0
    sleep 0.05
  done
  stack_fail gateway "the gateway did not answer /healthz within 30 seconds."
}

# The real city gets recorded cases, ten minutes of them a second, and a list of the rows that can't be played.
stack_simulator() { # PORT CITY-FOLDER FROM
  local cases=$ZS_ROOT/../shared/data/cases/unified_events.csv.zst
  local common=(--gateway "https://127.0.0.1:$1" --pki "$stack_pki" --city "$2")
  if [[ ${2##*/} == dongguan && -f $cases ]]; then
    stack_start simulator "$stack_bin/zhongshu-sim" replay "${common[@]}" --csv "$cases" --speed 600 --from "$3" \
      --mapping "$ZS_ROOT/resources/replay/unified.json" --report "$stack_logs/replay-report.csv"
  else
    stack_start simulator "$stack_bin/zhongshu-sim" live "${common[@]}"
  fi
}

# stack_console PORT CITY-NAME CITY-FOLDER MAP ARGS…: comes back when it is closed; its exit status is the start's.
stack_console() {
  local port=$1 name=$2 city=$3 map=$4; shift 4
  stack_wait "$stack_bin/zhongshu" --gateway "https://127.0.0.1:$port" --pki "$stack_pki" --city "$city" \
    --cache "$stack_state/cache/$name" --map "$map" \
    --routing-model "$stack_state/models/$name/agency.model" --matter-model "$stack_state/models/$name/matter.model" "$@"
}

# The main job starts gateway, simulator and two consoles itself, because it also has to see them end.
# stack_mainjob CITY-FOLDER ARGS…: its last line is the result.
stack_mainjob() {
  local city=$1; shift
  rm -rf "$stack_state/headless"
  mkdir -p "$stack_state/headless" "$ZS_ROOT/out"
  stack_wait "$ZS_ROOT/installer/with-display.sh" --screen 3840x1080 "$stack_bin/zhongshu-mainjob" --bin "$stack_bin" --city "$city" \
    --pki "$stack_pki" --work "$stack_state/headless" --out "$ZS_ROOT/out" "$@"
}
