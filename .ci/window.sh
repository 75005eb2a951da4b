#!/usr/bin/env bash
# Opens the window on the demo file where there is a display; says why not elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
	echo "Cette machine n’a pas d’écran : la fenêtre n’est pas ouverte."
elif [ -e bin/.sans-fenetre ]; then
	echo "Les bibliothèques graphiques manquent : la fenêtre n’est pas ouverte. Voir plus haut ce qu’il faut installer."
else
	echo "Ouverture de la fenêtre sur la démonstration…"
	exec bin/mercredi --dossier build/demo
fi
