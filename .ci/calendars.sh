#!/usr/bin/env bash
# Reads the calendars of the demo with a program that has nothing of ours: the icalendar library of Python.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/demo.sh >/dev/null
out=build/mercredis
bin/mercredi mercredis --dossier build/demo --phrase-fichier build/demo/phrase.txt --sortie "$out"
python3 .ci/calendars.py "$out"
