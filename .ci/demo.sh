#!/usr/bin/env bash
# Makes the demo file once and prints its bilans: what `make run` shows of the program on a machine without display.
set -euo pipefail
cd "$(dirname "$0")/.."

demo=build/demo
bilans=build/bilans
papers=build/papiers
phrase=$demo/phrase.txt

# A demonstration that an earlier version made has no key ring: it is made anew.
if [ ! -s "$phrase" ] || [ ! -s "$demo/mercredi.cles" ]; then
	echo "Création du dossier de démonstration (une ville inventée, Sauvelande)…"
	rm -rf "$demo" # left by an attempt that was interrupted
	mkdir -p build
	said=$(bin/mercredi demo "$demo")
	echo "$said"
	# The phrase follows "Phrase de passe :", after spaces that may be no-break ones. Its owner alone may read the file.
	(umask 077 && echo "$said" | sed -n 's/^Phrase de passe[^:]*:\(\xc2\xa0\|[[:space:]]\)*//p' >"$phrase")
	if [ ! -s "$phrase" ]; then
		echo "La commande « demo » n’a pas donné de phrase de passe." >&2
		exit 1
	fi
fi

echo
echo "Impression des bilans…"
bin/mercredi bilans --dossier "$demo" --phrase-fichier "$phrase" --sortie "$bilans" --tous

count=$(find "$bilans" -name '*.pdf' | wc -l)
if [ "$count" -eq 0 ]; then
	echo "Aucun bilan n’a été imprimé dans $bilans." >&2
	exit 1
fi
echo
echo "Impression d’un exemplaire de chaque document…"
bin/mercredi documents --dossier "$demo" --phrase-fichier "$phrase" --sortie "$papers"

echo
echo "Papiers imprimés : $count fichiers PDF, dans $PWD/$bilans"
echo "Un exemplaire de chaque document : $PWD/$papers"
echo "Dossier de démonstration : $PWD/$demo"
echo "Phrase de passe : $(cat "$phrase")"
