#!/usr/bin/env bash
# Drives the real window (bin/mercredi, built with cgo) on a virtual display: it opens on a fresh demo file, shows
# something, and rests without using the processor.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in Xvfb xdotool import identify; do
	if ! command -v "$tool" >/dev/null; then
		echo "story: $tool is missing; run: .ci/deps.sh story" >&2
		exit 1
	fi
done

seen=build/story # what a failed run leaves behind: the log and the last picture
rm -rf "$seen"
mkdir -p "$seen"
tmp=$(mktemp -d)
pids=()

cleanup() {
	for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
	wait 2>/dev/null || true
	rm -rf "$tmp"
}
trap cleanup EXIT

fail() {
	echo "story: $*" >&2
	tail -n 20 "$seen/mercredi.log" >&2 || true
	import -window root "$seen/failure.png" 2>/dev/null || true
	exit 1
}

# Nothing of the person who runs the tests is read or written.
export HOME=$tmp/home XDG_CONFIG_HOME=$tmp/home/.config XDG_CACHE_HOME=$tmp/home/.cache XDG_RUNTIME_DIR=$tmp/run
mkdir -p -m 700 "$HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY
export LANG=fr_FR.UTF-8 LIBGL_ALWAYS_SOFTWARE=1

start_display() {
	# Xvfb chooses a free display and writes its number. Without -noreset it forgets the keyboard between two clients.
	Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset -nolisten tcp 3>"$tmp/display" 2>"$seen/xvfb.log" &
	pids+=($!)
	for _ in $(seq 100); do
		if [ -s "$tmp/display" ]; then break; fi
		sleep 0.1
	done
	[ -s "$tmp/display" ] || fail "Xvfb did not start"
	DISPLAY=:$(cat "$tmp/display")
	export DISPLAY
}

start_window() {
	bin/mercredi demo "$tmp/demo" >"$seen/demo.log" 2>&1 || fail "the demo file was not made: $(cat "$seen/demo.log")"
	bin/mercredi --dossier "$tmp/demo" >"$seen/mercredi.log" 2>&1 &
	app=$!
	pids+=("$app")
	window=$(timeout 30 xdotool search --sync --onlyvisible --name 'Mercredi' | head -n 1) || true
	[ -n "$window" ] || fail "no window named Mercredi after 30 s"
}

# look PICTURE: takes a picture of the window, and fails when it shows next to nothing.
look() {
	import -window "$window" "$seen/$1"
	local colours
	colours=$(identify -format '%k' "$seen/$1")
	[ "$colours" -ge 16 ] || fail "$1 shows only $colours colours: an empty window"
}

ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$app/stat"; } # user and system time of all threads

# rest: an idle window uses less than 3 % of a core.
rest() {
	local before after percent
	sleep 3
	before=$(ticks)
	sleep 5
	after=$(ticks)
	percent=$(awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.1f", 100 * t / hz / 5 }')
	echo "story: idle window: $percent % of a core"
	awk -v p="$percent" 'BEGIN { exit !(p < 3) }' || fail "an idle window uses $percent % of a core; the limit is 3 %"
}

start_display
start_window
sleep 2
look opened.png
rest
kill -0 "$app" 2>/dev/null || fail "the program ended by itself"
echo "story: the window opens, shows something and rests"
