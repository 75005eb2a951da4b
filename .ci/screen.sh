# What .ci/story.sh drives the window with: a display of its own, the keyboard and the mouse of a French PC, pictures.
# Every wait ends as soon as what is awaited is there, or fails and leaves a picture.

pids=()
picture=0
looked=none

fail() {
	echo "story: ${step:-start}: $*" >&2
	tail -n 20 "$seen/mercredi.log" >&2 2>/dev/null || true
	if import -window root "$seen/failure.png" 2>/dev/null; then echo "story: see $seen/failure.png" >&2; fi
	exit 1
}

cleanup() {
	local pid
	for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
	wait 2>/dev/null || true
	rm -rf "$tmp"
}

# eventually SECONDS COMMAND…: waits until COMMAND succeeds.
eventually() {
	local end=$((SECONDS + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$SECONDS" -lt "$end" ] || return 1
		sleep 0.1
	done
}

start_display() {
	# Xvfb chooses a free display and writes its number. Without -noreset it forgets the keyboard between two clients;
	# without -r a key that a busy machine lets go late repeats.
	Xvfb -displayfd 3 -screen 0 1366x768x24 -noreset -r -nolisten tcp 3>"$tmp/display" 2>"$seen/xvfb.log" &
	pids+=($!)
	eventually 20 test -s "$tmp/display" || fail "Xvfb did not start"
	DISPLAY=:$(cat "$tmp/display")
	export DISPLAY
	setxkbmap fr # keycodes are typed on a real AZERTY layout
}

# start_window FOLDER: opens the program on a folder and waits for its window.
start_window() {
	local begin now
	begin=$(date +%s%N)
	bin/mercredi --dossier "$1" >"$seen/mercredi.log" 2>&1 &
	app=$!
	pids+=("$app")
	window=$(timeout 30 xdotool search --sync --onlyvisible --name 'Mercredi' | head -n 1) || true
	now=$(date +%s%N)
	[ -n "$window" ] || fail "no window named Mercredi after 30 s"
	opened=$(((now - begin) / 1000000)) # milliseconds
	settle                              # the first picture is drawn
	xdotool windowfocus "$window"
}

# close_window: the program is told to end, as at the end of a session of the system; it ends well by itself.
close_window() {
	kill -TERM "$app"
	eventually 20 gone || fail "the program is still there 20 s after it was told to end"
	wait "$app" || fail "the program ended with code $?"
}

gone() { ! kill -0 "$app" 2>/dev/null || grep -q '^State:[[:space:]]*Z' "/proc/$app/status"; }

# settle: waits until the window shows something and two pictures in a row are the same.
settle() {
	local end=$((SECONDS + 30)) before=none now
	while [ "$SECONDS" -lt "$end" ]; do
		gone && fail "the program ended by itself"
		now=$(sum)
		if [ "$now" = "$before" ] && [ "$(colours)" -ge 16 ]; then return; fi
		before=$now
		sleep 0.15
	done
	fail "the picture never comes to rest"
}

colours() { import -window root png:- | identify -format '%k' -; }

sum() { import -window root rgba:- | md5sum; }

changed() { [ "$(sum)" != "$looked" ]; }

# look NAME: waits until the window shows something new and rests, then keeps its picture.
look() {
	eventually 20 changed || fail "nothing has changed in the window"
	settle
	looked=$(sum)
	picture=$((picture + 1))
	import -window root "$seen/$(printf %02d "$picture")-$1.png"
}

# titled WORDS: waits for the title of the window to begin with WORDS.
titled() { eventually 20 named "$1" || fail "the title is « $(xdotool getwindowname "$window") », not « $1… »"; }

named() { [[ $(xdotool getwindowname "$window") == "$1"* ]]; }

# reopened: to lock, the program starts itself anew in the same process; its window is another one.
reopened() {
	window=$(xdotool search --onlyvisible --name '^Mercredi$' 2>/dev/null | head -n 1)
	[ -n "$window" ]
}

keys() { xdotool key --delay 40 "$@"; }

click() { xdotool mousemove "$1" "$2" click 1; }

# write TEXT: types it with the keys of a French keyboard, where ê and ë are two keys each.
write() {
	local text=$1 plain='' letter i
	for ((i = 0; i < ${#text}; i++)); do
		letter=${text:i:1}
		case $letter in
		â) two circumflex a ;;
		ê) two circumflex e ;;
		î) two circumflex i ;;
		ô) two circumflex o ;;
		ë) two diaeresis e ;;
		ï) two diaeresis i ;;
		*) plain+=$letter ;;
		esac
	done
	flush
}

# two MARK LETTER: after the plain letters that wait.
two() {
	flush
	keys "dead_$1" "$2"
}

flush() {
	if [ -n "$plain" ]; then xdotool type --delay 20 -- "$plain"; fi
	plain=
}
