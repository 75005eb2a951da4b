#!/usr/bin/env bash
# The go command of this house: `.ci/go.sh build …`. Any Go at hand that is recent enough is used as it is. An older
# one (the package of a Debian or an Ubuntu of some years) only serves to fetch the release named here, once, into
# the module cache, checked against the public checksum database.
set -euo pipefail

release=1.26.8
enough=1.26

candidates() {
	command -v go || true
	local go
	for go in /usr/local/go/bin/go /usr/lib/go-*/bin/go; do
		if [ -x "$go" ]; then echo "$go"; fi
	done
}

# From the root: inside the module, an old Go stops at the line "go 1.26" of go.mod.
version() { (cd / && GOTOOLCHAIN=local "$1" env GOVERSION 2>/dev/null) | sed 's/^go//'; }

recent() { [ "$(printf '%s\n' "$enough" "$1" | sort -V | head -n 1)" = "$enough" ]; }

any=
while read -r go; do
	found=$(version "$go")
	if [ -z "$found" ]; then continue; fi
	if recent "$found"; then exec "$go" "$@"; fi
	any=${any:-$go}
done < <(candidates)

if [ -z "$any" ]; then
	echo "Go est absent. Lancez « make deps », ou installez Go $enough ou plus récent depuis https://go.dev/dl/." >&2
	exit 1
fi

export GOTOOLCHAIN=local
module="golang.org/toolchain@v0.0.1-go$release.$(cd / && "$any" env GOHOSTOS)-$(cd / && "$any" env GOHOSTARCH)"
cache=$(cd / && "$any" env GOMODCACHE)
fetched="$cache/$module"

if [ ! -x "$fetched/bin/go" ]; then
	echo "Go $release va être téléchargé (le Go de cette machine est plus ancien)…" >&2
	empty=$(mktemp -d)
	echo "module toolchain" >"$empty/go.mod"
	if ! (cd "$empty" && "$any" mod download "$module"); then
		rm -r "$empty"
		echo "Téléchargement impossible. Vérifiez l’accès à internet, ou installez Go $enough depuis https://go.dev/dl/." >&2
		exit 1
	fi
	rm -r "$empty"
	# Modules are unpacked read-only and without the right to run.
	chmod -R u+w "$fetched/bin" "$fetched/pkg/tool"
	chmod -R +x "$fetched/bin" "$fetched/pkg/tool"
fi
exec "$fetched/bin/go" "$@"
