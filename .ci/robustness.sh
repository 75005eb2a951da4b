#!/usr/bin/env bash
# Runs the ordeals of docs/robustesse.md at their full size and gathers their figures in build/robustesse.txt.
# Each line of the table there is a test that prints "figure: …". Half an hour; as root, power cuts too.
set -uo pipefail
cd "$(dirname "$0")/.."
export CGO_ENABLED=0 LANG=fr_FR.UTF-8 PATH=$PATH:/usr/sbin:/sbin
out=build/robustesse.txt
mkdir -p build
failed=0

# measure PACKAGE ARGUMENT…: the tests of a package, with the lines that say something.
measure() {
	local package=$1
	shift
	echo "$package" | tee -a "$out"
	.ci/go.sh test -tags ci,robustness -count=1 -timeout 120m -v "$package" "$@" 2>&1 |
		tee build/robustesse.log | grep --line-buffered -E '^figure: |^--- |^ +[a-z_]+_test.go' | sed -u 's/^figure: /  /' | tee -a "$out"
	if [ "${PIPESTATUS[0]}" -ne 0 ]; then failed=1; fi
}

{
	echo "$(date -u '+%Y-%m-%d %H:%M') UTC, $(nproc) processeurs, $(uname -sr), $(. /etc/os-release && echo "$PRETTY_NAME")"
	echo "version $(git describe --always --dirty 2>/dev/null || echo inconnue)"
} | tee "$out"

measure ./data/ordeal -full
measure ./data/vault -run 'Ring|Record|Vector'
measure ./data/registry -run 'Erased|NoName'

if [ "$failed" -ne 0 ]; then
	echo "Une épreuve a échoué : build/robustesse.txt, et tout le détail de la dernière dans build/robustesse.log." >&2
fi
exit "$failed"
