#!/usr/bin/env bash
# Drives the real window (bin/mercredi, built with cgo) on a virtual display. First it opens the demo file and rests.
# Then comes the whole story, as a person with a French keyboard lives it: make the team's folder, write down a child,
# open a cycle, mark attendance, rate, write the bilan, print it. Its pictures are in build/story.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in Xvfb setxkbmap xdotool import identify pdftotext; do
	if ! command -v "$tool" >/dev/null; then
		echo "story: $tool is missing; run: .ci/deps.sh story" >&2
		exit 1
	fi
done

seen=build/story
rm -rf "$seen"
mkdir -p "$seen"
tmp=$(mktemp -d)
# shellcheck source=.ci/screen.sh
. .ci/screen.sh
trap cleanup EXIT

# Nothing of the person who runs the tests is read or written.
export HOME=$tmp/home XDG_CONFIG_HOME=$tmp/home/.config XDG_CACHE_HOME=$tmp/home/.cache XDG_RUNTIME_DIR=$tmp/run
mkdir -p -m 700 "$HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
unset WAYLAND_DISPLAY LC_ALL
export LANG=fr_FR.UTF-8 LC_CTYPE=C.UTF-8 LIBGL_ALWAYS_SOFTWARE=1

ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$app/stat"; } # user and system time of all threads

# busy: the processor worked during the last second.
busy() {
	local before
	before=$(ticks)
	sleep 1
	[ $(($(ticks) - before)) -gt 8 ]
}

calm() { ! busy; }

# rest: an idle window uses less than 3 % of a core, once what starts with the program (the drawing of papers) is done.
rest() {
	local before after percent
	eventually 60 calm || fail "the program never comes to rest"
	before=$(ticks)
	sleep 5
	after=$(ticks)
	percent=$(awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.1f", 100 * t / hz / 5 }')
	echo "story: idle window: $percent % of a core"
	awk -v p="$percent" 'BEGIN { exit !(p < 3) }' || fail "an idle window uses $percent % of a core; the limit is 3 %"
}

demo() {
	step="the demo file"
	bin/mercredi demo "$tmp/demo" >"$seen/demo.log" 2>&1 || fail "it was not made: $(cat "$seen/demo.log")"
	start_window "$tmp/demo"
	echo "story: window visible after $opened ms"
	[ "$opened" -lt 15000 ] || fail "the window is visible after $opened ms"
	keys Return # on a new PC the list comes first: the coordinator, who is chosen
	look threshold # the cursor is in a field, where a blinking one would never rest
	rest
	sed -n 's/^Phrase de passe[^:]*:\(\xc2\xa0\|[[:space:]]\)*//p' "$seen/demo.log" >"$tmp/demo-phrase"
	write "$(cat "$tmp/demo-phrase")"
	keys Return
	titled "Accueil"
	look demo
	rest
	propose
	close_window
}

# propose looks for better groups for the next Wednesday, with the exact engine, and keeps nothing.
propose() {
	step="proposing groups"
	click 90 136 # the rail: Mercredis
	titled "Mercredis"
	look wednesday
	click 1245 44 # « Proposer les groupes »
	look searching
	eventually 60 calm || fail "the proposal never comes"
	look proposal
	keys Escape
	titled "Mercredis"
}

# The story. Sessions of November 2025 are past whenever this runs; its six weeks hold no holiday in zone B.
folder=$tmp/equipe
phrase="quatre mots bien à moi"

make_folder() {
	step="making the folder"
	start_window "$folder"
	look welcome
	keys Return
	look form
	write "Sauvelande"
	keys Tab Down Down Tab # zone B
	write "Nadège"
	keys Tab
	write "Rôchelet"
	keys Tab Tab Tab Tab # her role, the folder, another folder
	write "$phrase"
	keys Tab Tab # past « Voir »
	write "$phrase"
	look filled
	keys Return
	eventually 60 test -s "$folder/mercredi.db" || fail "there is no mercredi.db in the folder"
	eventually 60 calm # what the password costs is fitted to the PC, then the key is drawn
	look paper-key
	keys Tab Return # not the sheet: later
	titled "Accueil – Mercredi de Sauvelande"
	[ -s "$folder/mercredi.db" ] || fail "there is no mercredi.db in the folder"
	look new-file
}

add_child() {
	step="adding a child"
	keys Tab Tab Tab Return # the rail: Accueil, Mercredis, Enfants
	titled "Enfants"
	look children
	keys shift+Tab Return # « Ajouter un enfant », before the search
	look child-form
	write "Zoé"
	keys Tab
	write "Brévêl-Maçon"
	keys Tab
	write "12/4/2016"
	look child-filled
	keys ctrl+s
	look child
}

open_cycle() {
	step="opening a cycle"
	click 90 216 # the rail: Ateliers
	titled "Ateliers"
	look workshops
	click 1250 197 # « Ouvrir un cycle » of Art-thérapie
	look cycle-about
	keys Return
	look cycle-dates
	keys ctrl+a
	write "5/11/2025"
	keys Return ctrl+a
	write "6"
	look cycle-six
	keys ctrl+s
	look cycle-groups
	keys ctrl+s
	look cycle-children
	keys Return # the one child there is
	look cycle-warnings
	keys ctrl+s # asks why, and waits there
	look cycle-asks
	write "décision attendue après les vacances de Noël"
	keys ctrl+s
	look group
}

mark() {
	step="marking the attendance"
	keys Home
	local mark
	for mark in p r p a e p; do
		keys "$mark" Right
	done
	look attendance
}

rate() {
	step="rating"
	keys shift+Tab shift+Tab Right Right Return # legend, tabs: Présences, Séances, Évaluations
	look ratings
	keys Tab Tab Tab Tab # children, moments, viewpoints, first criterion
	local _
	for _ in $(seq 14); do
		keys 12 Return # the key of 3, without Shift
	done
	look rated
}

write_bilan() {
	step="writing the bilan"
	keys ctrl+k
	look search
	write "breve" # accents and case do not matter
	look found
	keys Return
	titled "Enfants"
	look child-again
	keys Escape # back
	titled "Ateliers"
	look group-again
	keys End Right Right space # the regularity is nothing to open; then mid-cycle and end
	titled "Bilans"
	look bilan
	click 500 107 # the step « Points d’appui »
	look bilan-strengths
	click 365 230
	write "Zoé prête volontiers ses pinceaux et connaît déjà les règles."
	keys Tab
	write "Le bruit la gêne."
	keys Tab
	write "J'ai aimé la pâte à modeler !"
	keys Tab Tab Tab
	write "Sa place dans le groupe se construit, séance après séance."
	keys Tab
	write "Poursuivre au cycle suivant."
	keys ctrl+s
	look bilan-written
}

print_bilan() {
	step="printing the bilan"
	keys ctrl+p # keeps what is typed, then the sheet « Imprimer »
	look print
	keys ctrl+s # « Enregistrer… »
	look print-keep
	keys Tab ctrl+a
	write "$tmp/bilans"
	look print-folder
	keys Return
	eventually 20 printed || fail "no PDF in the folder that was typed"
	look printed
	keys ctrl+l
	eventually 20 reopened || fail "Ctrl+L does not lock"
	xdotool windowfocus "$window"
	look locked
	write "$phrase" # whoever worked here last is chosen, the keyboard in the password
	keys Return
	titled "Accueil – Mercredi de Sauvelande"
	look unlocked
	close_window
}

printed() { [ -s "$(pdf)" ]; }
pdf() { find "$tmp/bilans" -name '*.pdf' | head -n 1; }

# says WORDS: the paper says them, whatever its line breaks.
says() { grep -qF -- "$1" "$tmp/bilan.txt" || fail "the bilan does not say « $1 »: $(cat "$tmp/bilan.txt")"; }

read_back() {
	step="reading back"
	cp "$(pdf)" "$seen/bilan.pdf"
	pdftotext "$seen/bilan.pdf" - | tr -s ' \n\f' ' ' | sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' >"$tmp/bilan.txt"
	says "Zoé Brévêl-Maçon"
	says "Zoé a suivi 4 séances sur 6, avec une absence excusée et une absence non excusée."
	says "Zoé prête volontiers ses pinceaux et connaît déjà les règles."
	says "J’ai aimé la pâte à modeler"
	says "Sa place dans le groupe se construit, séance après séance."
	says "5 novembre 2025"
	printf %s "$phrase" >"$tmp/phrase"
	bin/mercredi verifier --dossier "$folder" --phrase-fichier "$tmp/phrase" >"$seen/verifier.log" 2>&1 || fail "$(cat "$seen/verifier.log")"
}

start_display
demo
make_folder
add_child
open_cycle
mark
rate
write_bilan
print_bilan
read_back
echo "story: from a new folder to a printed bilan in $SECONDS s"
