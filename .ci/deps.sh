#!/usr/bin/env bash
# Installs what is missing, and only that, from the packages of Debian or Ubuntu: `.ci/deps.sh go window story robustness oracle`.
#   go      the Go compiler (any version: see go.sh) and what it needs to fetch modules
#   window  a C compiler and the libraries of the window (OpenGL, X11, Wayland)
#   story   what drives and looks at the real window in tests
#   calendars  a reader of calendars that is not ours
#   robustness  what watches system calls, and makes file systems to cut
#   oracle  another solver, to compare the planner with
#   papers  other programs that read our papers
#   office  a word processor, to compare our papers with
set -euo pipefail

missing=()
# Another reader of PDF, written in Go: fetched at this version, checked against the public checksum database.
pdfcpu=v0.15.0
validator=

# want PACKAGE COMMAND…: PACKAGE is missing when COMMAND fails.
want() {
	local package=$1
	shift
	if ! "$@" >/dev/null 2>&1; then missing+=("$package"); fi
}

has_go() { command -v go || compgen -G '/usr/local/go/bin/go' || compgen -G '/usr/lib/go-*/bin/go'; }
# has looks where administrators find their commands too.
has() { PATH=$PATH:/usr/sbin:/sbin command -v "$1"; }
certificates() { [ -s /etc/ssl/certs/ca-certificates.crt ] || ! command -v dpkg; }

for kind in "$@"; do
	case $kind in
	go)
		want golang-go has_go
		want ca-certificates certificates
		;;
	window)
		want gcc command -v gcc
		want libc6-dev test -e /usr/include/stdlib.h
		want pkg-config command -v pkg-config
		want libgl1-mesa-dev pkg-config --exists gl
		want xorg-dev pkg-config --exists x11 xcursor xrandr xinerama xi xxf86vm
		want libwayland-dev pkg-config --exists wayland-client wayland-cursor wayland-egl
		want libxkbcommon-dev pkg-config --exists xkbcommon
		;;
	story)
		want xvfb command -v Xvfb
		want libgl1-mesa-dri dpkg -s libgl1-mesa-dri
		want x11-xkb-utils command -v setxkbmap
		want xdotool command -v xdotool
		want imagemagick command -v import
		want poppler-utils command -v pdftotext
		want qpdf command -v qpdf
		;;
	robustness)
		want strace command -v strace
		want e2fsprogs has mkfs.ext4
		want xfsprogs has xfs_io
		want mount has mount
		;;
	calendars)
		want python3-icalendar python3 -c 'import icalendar'
		;;
	oracle)
		want coinor-cbc command -v cbc
		;;
	papers)
		want poppler-utils command -v pdfinfo
		want qpdf command -v qpdf
		validator=yes
		;;
	office)
		want libreoffice-writer-nogui command -v soffice
		;;
	*)
		echo "usage: $0 [go] [window] [story] [robustness] [calendars] [oracle] [papers] [office]" >&2
		exit 2
		;;
	esac
done

fetch_validator() {
	local here
	here=$(cd "$(dirname "$0")/.." && pwd)
	if [ -z "$validator" ] || [ -x "$here/build/outils/pdfcpu-$pdfcpu/pdfcpu" ]; then return; fi
	echo "pdfcpu $pdfcpu va être construit dans build/outils…" >&2
	(cd / && GOFLAGS=-trimpath CGO_ENABLED=0 GOBIN="$here/build/outils/pdfcpu-$pdfcpu" "$here/.ci/go.sh" install "github.com/pdfcpu/pdfcpu/cmd/pdfcpu@$pdfcpu")
	ln -sf "pdfcpu-$pdfcpu/pdfcpu" "$here/build/outils/pdfcpu"
}

if [ ${#missing[@]} -eq 0 ]; then
	fetch_validator
	exit 0
fi

if ! command -v apt-get >/dev/null; then
	echo "Il manque : ${missing[*]} (noms des paquets Debian). Cette machine n’a pas apt : installez leurs équivalents." >&2
	exit 1
fi
admin=()
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "Il manque : ${missing[*]}. Demandez à l’administrateur : apt-get install ${missing[*]}" >&2
		exit 1
	fi
	admin=(sudo)
	# Without a terminal nobody can type a password: fail instead of waiting.
	if [ ! -t 0 ] || [ -n "${CI:-}" ]; then admin=(sudo -n); fi
fi

echo "Installation de ce qui manque : ${missing[*]}" >&2
apt=("${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq)
"${apt[@]}" update >&2 || echo "La liste des paquets n’a pas pu être mise à jour ; essai avec l’ancienne." >&2
if ! "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2; then
	echo "L’installation a échoué. Pour recommencer à la main : apt-get install ${missing[*]}" >&2
	exit 1
fi
fetch_validator
