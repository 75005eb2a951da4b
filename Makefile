# Mercredi. « make run » pour voir, « make check » avant chaque commit, « make test » avant de livrer.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

GO := .ci/go.sh
# The state of git says nothing that `mercredi version` does not, and asking it fails in a checkout of somebody else.
export GOFLAGS += -buildvcs=false
# The product: no thread checks left from older Fyne, no emoji font (we draw our own signs), a text cursor that stands
# still (blinking draws the window anew without end: 14 % of a core without a graphics card).
PRODUCT := -trimpath -tags migrated_fynedo,no_emoji,no_animations -ldflags '-s -w'
# Tests and the portable build: Fyne's software painter; no C compiler, no display.
HEADLESS := CGO_ENABLED=0 $(GO)

.PHONY: help run test check build bench robustness papers office oracle oracles shots calendars deps lint portable unit ordeals vectors fuzz story clean

help: ## cette aide
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

run: ## installer ce qui manque, construire, imprimer les bilans de la démo, ouvrir la fenêtre s’il y a un écran
	@.ci/deps.sh go
	@if .ci/deps.sh window; then \
		$(MAKE) --no-print-directory build; \
	else \
		echo "Sans ces bibliothèques, seule la partie sans fenêtre est construite."; \
		$(HEADLESS) build -trimpath -tags ci -o bin/mercredi . && touch bin/.sans-fenetre; \
	fi
	@.ci/demo.sh
	@.ci/window.sh

build: ## construire bin/mercredi
	@rm -f bin/.sans-fenetre
	@echo "Construction de bin/mercredi (la première fois, quelques minutes)…"
	@CGO_ENABLED=1 $(GO) build $(PRODUCT) -o bin/mercredi .

check: lint portable unit ## la porte rapide : format, vet, staticcheck, Windows et macOS, tests sans écran

test: FUZZTIME = 10000x
test: deps lint portable build story ordeals vectors oracles fuzz unit ## tout : dépendances, check, vraie fenêtre, épreuves

deps: ## installer ce qui manque pour construire et tester
	@.ci/deps.sh go window story robustness oracle

lint: # gofmt, vet and staticcheck have nothing to say
	@unformatted=$$("$$($(GO) env GOROOT)/bin/gofmt" -l .); \
	if [ -n "$$unformatted" ]; then echo "gofmt -w these files:"; echo "$$unformatted"; exit 1; fi
	$(HEADLESS) vet -tags ci ./...
	$(HEADLESS) vet -tags ci,robustness ./data/...
	$(HEADLESS) vet -tags ci,oracle ./data/planning
	$(HEADLESS) vet -tags ci,papers,office ./export ./export/catalogue
	$(HEADLESS) tool staticcheck -tags ci ./...

# On macOS Fyne asks the system for dark mode in C even under "ci"; "mobile" takes that file away (decision 0002).
portable: # the program builds for Windows and macOS without cgo
	GOOS=windows $(HEADLESS) build -tags ci ./...
	GOOS=darwin $(HEADLESS) build -tags ci,mobile ./...

# Only the packages that have tests, so that every line of the answer says ok.
unit: # unit, interface and command tests, without a display
	@packages=$$($(HEADLESS) list -tags ci -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}' ./...); \
	LANG=fr_FR.UTF-8 $(HEADLESS) test -tags ci $$packages

# Those that need strace; the others are unit tests. The figures are made by « make robustness ».
ordeals: # a small share of the ordeals: crash states, failing writes, power cuts
	LANG=fr_FR.UTF-8 $(HEADLESS) test -tags ci,robustness ./data/ordeal

vectors: # the published vectors of every primitive of the vault
	LANG=fr_FR.UTF-8 $(HEADLESS) test -tags ci,vectors -run Vector ./data/vault

# How many times each decoder is fed nonsense; « make test » feeds each 10,000 times. A count and no duration: at the end
# of a duration go test may call the last input a failure (golang/go#75804). What is found is kept in testdata/fuzz, for ever.
FUZZTIME ?= 1000000x
fuzz: ## nourrir chaque décodeur d’octets quelconques (FUZZTIME=1000000x, quelques heures en tout)
	@for target in vault:FuzzReadRing vault:FuzzPaperCode vault:FuzzSealed journal:FuzzJournal registry:FuzzRecord registry:FuzzBackup \
		planning:FuzzReadProblem planning:FuzzReadPlan; do \
		$(HEADLESS) test -tags ci -run xxx -fuzz "^$${target#*:}$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x "./data/$${target%:*}" || exit 1; \
	done

story: # the real window under a virtual display
	.ci/story.sh

bench: ## mesurer : build/bench.txt
	@mkdir -p build
	$(HEADLESS) test -tags ci -run xxx -bench . -benchmem ./... | tee build/bench.txt

robustness: ## coupures, pannes et fichiers abîmés en grand : build/robustesse.txt (une demi-heure)
	@.ci/deps.sh go robustness
	@.ci/robustness.sh

papers: ## juger tous les papiers en grand : build/papiers.txt (une demi-heure)
	@.ci/deps.sh go papers
	@mkdir -p build
	PATH="$(CURDIR)/build/outils:$$PATH" GOGC=400 $(HEADLESS) test -p 1 -tags ci,papers -count=1 -timeout 180m -v ./export ./export/catalogue | \
		tee build/papiers.log | grep --line-buffered -E 'figure: |^--- |^ok|^FAIL|_test.go:[0-9]+: [^0-9]' | tee build/papiers.txt

office: ## comparer nos papiers à LibreOffice : build/papiers-libreoffice.txt
	@.ci/deps.sh go office
	@mkdir -p build
	$(HEADLESS) test -tags ci,office -count=1 -timeout 60m -run LibreOffice -v ./export/catalogue | tee build/papiers-libreoffice.txt

calendars: build ## relire les agendas .ics de la démo avec un autre logiciel : build/mercredis
	@.ci/deps.sh calendars
	@.ci/calendars.sh

# Those of docs/planning.md; it fails when one is not met.
oracle: ## comparer les propositions à un autre solveur, CBC : build/oracle.txt (une demi-heure)
	@.ci/deps.sh go oracle
	@mkdir -p build
	$(HEADLESS) test -tags ci,oracle -count=1 -timeout 120m -run TheOracleAgrees$$ -v ./data/planning | tee build/oracle.txt

oracles: # a few small problems compared to the other solver
	$(HEADLESS) test -tags ci,oracle -run TheOracleAgreesOnAFew ./data/planning

shots: ## photographier chaque écran : build/captures
	$(HEADLESS) run -tags ci . captures build/captures

clean: ## oublier ce qui a été construit, la démo comprise
	rm -rf bin build
