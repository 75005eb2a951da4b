#!/usr/bin/env bash
# Draws the first page of each document of the sample town, for docs/manuel/les-papiers.md: docs/images/papiers/<key>.png,
# small enough to be kept with the source. It writes the page of the manual too, from the catalogue.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
MERCREDI_GALERIE=$folder CGO_ENABLED=0 .ci/go.sh test -tags ci,gallery -count=1 -run PrintTheGallery -v ./export/catalogue
mkdir -p docs/images/papiers
rm -f docs/images/papiers/*.png
for paper in "$folder"/*.pdf; do
	name=$(basename "$paper" .pdf)
	pdftoppm -png -singlefile -f 1 -scale-to 800 "$paper" "$folder/$name"
	convert "$folder/$name.png" -bordercolor '#c8c8c8' -border 1 -colors 32 -define png:compression-level=9 "docs/images/papiers/$name.png"
done
