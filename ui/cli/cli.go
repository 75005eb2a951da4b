// Package cli holds the commands that work without a window: make the demo file, print bilans, verify a file. It
// never imports Fyne, so it works on a server without display. What people read is French.
package cli

import (
	"errors"
	"fmt"
	"io"
	"time"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// World is what the commands need from outside.
type World struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time
	Random         io.Reader
	Version        string
	// Cost is what a guess at the password of a new folder costs. Zero is right outside of tests.
	Cost vault.Cost
	// AskPassword reads a password from the terminal without showing it. It fails when there is no terminal.
	AskPassword func(prompt string) (string, error)
}

// The exit codes. They are an interface: scripts of the town hall may rely on them.
const (
	ExitDone     = 0
	ExitProblem  = 1 // anything else that went wrong
	ExitUsage    = 2 // the command line is not understood
	ExitPassword = 3 // no password, or not the right one
	ExitFile     = 4 // the file is missing, held by another, damaged, or not ours
	ExitWrite    = 5 // something could not be written: folder, rights, space
)

// command is one word of the command line.
type command struct {
	name, usage, summary string
	values               []string // the options that take a value
	switches             []string // the options that do not
	arguments            int      // how many words besides the options
	run                  func(World, line) error
}

func commands() []command {
	return []command{
		{"demo", "DOSSIER [--enfants N] [--annees N] [--graine N]", "créer un dossier de démonstration (une ville inventée)",
			[]string{"enfants", "annees", "graine"}, nil, 1, demo},
		{"bilans", "--dossier D --sortie DIR [--cycle ID | --tous] [--phrase-fichier F]",
			"imprimer les bilans et les feuilles d’émargement en PDF, des années scolaires finies, d’un cycle ou de tous",
			[]string{"dossier", "sortie", "cycle", "phrase-fichier"}, []string{"tous"}, 0, bilans},
		{"verifier", "--dossier D [--phrase-fichier F]", "ouvrir un dossier, tout lire, dire si tout est en ordre",
			[]string{"dossier", "phrase-fichier"}, nil, 0, verify},
		{"version", "", "dire la version", nil, nil, 0, version},
		{"aide", "", "afficher cette aide", nil, nil, 0, help},
	}
}

// Knows reports whether the first word of a command line is a command of this package.
func Knows(word string) bool {
	_, ok := find(word)
	return ok
}

func find(word string) (command, bool) {
	switch word {
	case "-h", "--help", "--aide", "help":
		word = "aide"
	case "--version":
		word = "version"
	}
	for _, c := range commands() {
		if c.name == word {
			return c, true
		}
	}
	return command{}, false
}

// Run runs one command line, without the program's name, and answers the exit code.
func Run(args []string, w World) int {
	if len(args) == 0 {
		args = []string{"aide"}
	}
	c, ok := find(args[0])
	if !ok {
		return fail(w, usage("Commande inconnue\u00a0: «\u00a0%s\u00a0».", args[0]))
	}
	l, err := parse(c, args[1:])
	if err == nil {
		err = c.run(w, l)
	}
	if err != nil {
		return fail(w, err)
	}
	return ExitDone
}

// usageError is a command line that is not understood. Its text is the French sentence.
type usageError struct{ sentence string }

func (e *usageError) Error() string { return e.sentence }

func usage(format string, args ...any) error {
	return &usageError{fmt.Sprintf(format, args...)}
}

// fail says what happened and answers the exit code.
func fail(w World, err error) int {
	if u, ok := errors.AsType[*usageError](err); ok {
		fmt.Fprintf(w.Stderr, "%s\nTapez «\u00a0mercredi aide\u00a0» pour la liste des commandes.\n", u.sentence)
		return ExitUsage
	}
	if c, ok := errors.AsType[*unknownCycle](err); ok {
		fmt.Fprintln(w.Stderr, c.sentence())
		return ExitUsage
	}
	if errors.Is(err, errNoPassword) {
		fmt.Fprintln(w.Stderr, "Le mot de passe n’a pas pu être lu. Tapez-le dans un terminal, ou donnez un fichier avec --phrase-fichier.")
		return ExitPassword
	}
	fmt.Fprintln(w.Stderr, fr.Error(err))
	if isOutput(err) {
		return ExitWrite
	}
	return exitCodes[registry.TroubleOf(err)]
}

var exitCodes = map[registry.Trouble]int{
	registry.TroubleOther: ExitProblem, registry.TroublePassword: ExitPassword,
	registry.TroubleFile: ExitFile, registry.TroubleWrite: ExitWrite,
}

func version(w World, _ line) error {
	fmt.Fprintf(w.Stdout, "Mercredi %s\n", w.Version)
	return nil
}

func help(w World, _ line) error {
	fmt.Fprintln(w.Stdout, "Mercredi, pour les équipes de réussite éducative.")
	fmt.Fprintln(w.Stdout, "\nSans commande, la fenêtre s’ouvre\u00a0: mercredi [--dossier D]")
	fmt.Fprintln(w.Stdout, "\nCommandes\u00a0:")
	for _, c := range commands() {
		fmt.Fprintf(w.Stdout, "  mercredi %s %s\n      %s\n", c.name, c.usage, c.summary)
	}
	fmt.Fprint(w.Stdout, `
Le mot de passe est demandé au clavier, ou lu dans un fichier avec --phrase-fichier F
(F vaut « - » pour l’entrée standard). Il ne s’écrit jamais sur la ligne de commande.

Codes de sortie : 0 fait · 1 problème · 2 commande mal écrite · 3 mot de passe
                  4 dossier absent, occupé ou abîmé · 5 écriture impossible
`)
	return nil
}

// today is the civil date of the clock.
func (w World) today() data.Date { return data.DateOf(w.Now()) }

// since is the day and the hour of the clock in words, for whoever finds a folder held.
func (w World) since() string {
	now := w.Now()
	return "le " + fr.DayMonth(data.DateOf(now)) + " à " + fr.Time(data.At(now.Hour(), now.Minute()))
}
