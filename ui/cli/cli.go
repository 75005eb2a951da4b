// Package cli holds the commands that work without a window: they make, verify, save, restore and print a team's
// folder, and see to its keys and its journal. It never imports Fyne, so it works on a server without display. What
// people read is French.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
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
	// Cost is what a guess at a new password costs. Zero is right outside of tests.
	Cost vault.Cost
	// AskPassword reads a password from the terminal without showing it. It fails when there is no terminal.
	AskPassword func(prompt string) (string, error)
	// Probe checks a file in a process of its own; nil checks it in this one.
	Probe func(ask []byte) (answer []byte, err error)
	// Interruptible is a context that ends when the person asks to stop what may stop halfway; nil is one that does not.
	Interruptible func() (context.Context, context.CancelFunc)
	// Terminal reports whether somebody reads Stderr as it is written.
	Terminal bool
}

// The exit codes. They are an interface: scripts of the town hall may rely on them.
const (
	ExitDone     = 0
	ExitProblem  = 1 // anything else that went wrong
	ExitUsage    = 2 // the command line is not understood, or names what does not exist
	ExitPassword = 3 // no password or paper key, or not the right one
	ExitFile     = 4 // the file is missing, held by another, damaged, or not ours
	ExitWrite    = 5 // something could not be written: folder, rights, space
	ExitBroken   = 6 // the file opens, but something in it does not hold together
)

// Knows reports whether the first word of a command line begins a command of this package.
func Knows(word string) bool {
	_, _, ok := find([]string{word})
	return ok
}

// find is the command that a line begins with, and what remains of the line. A command of two words comes before the
// one of its first word.
func find(args []string) (c command, rest []string, ok bool) {
	switch args[0] {
	case "-h", "--help", "--aide", "help":
		args = append([]string{"aide"}, args[1:]...)
	case "--version":
		args = append([]string{"version"}, args[1:]...)
	}
	for length := min(2, len(args)); length > 0; length-- {
		for _, c := range commands() {
			if c.name == strings.Join(args[:length], " ") {
				return c, args[length:], true
			}
		}
	}
	return command{}, nil, false
}

// Run runs one command line, without the program's name, and answers the exit code.
func Run(args []string, w World) int {
	if len(args) == 0 {
		args = []string{"aide"}
	}
	c, rest, ok := find(args)
	if !ok {
		return fail(w, usage("Commande inconnue\u00a0: «\u00a0%s\u00a0».", args[0]))
	}
	l, err := parse(c, rest)
	if err == nil {
		err = c.run(w, l)
	}
	if err != nil {
		return fail(w, err)
	}
	return ExitDone
}

// refusal is an error of the commands themselves. Its text is the French sentence.
type refusal struct {
	sentence string
	code     int
	err      error
}

func (e *refusal) Error() string { return e.sentence }

// Unwrap gives the reason, if there is one.
func (e *refusal) Unwrap() error { return e.err }

// usage is a command line that is not understood.
func usage(format string, args ...any) error {
	return &refusal{sentence: fmt.Sprintf(format, args...) + "\nTapez «\u00a0mercredi aide\u00a0» pour la liste des commandes.", code: ExitUsage}
}

// unknown names something that is not in the folder.
func unknown(format string, args ...any) error {
	return &refusal{sentence: fmt.Sprintf(format, args...), code: ExitUsage}
}

// fail says what happened and answers the exit code.
func fail(w World, err error) int {
	if r, ok := errors.AsType[*refusal](err); ok {
		fmt.Fprintln(w.Stderr, r.sentence)
		return r.code
	}
	err = registry.WhyStopped(err) // a command ends here: there is nothing on screen to copy
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

// today is the civil date of the clock.
func (w World) today() data.Date { return data.DateOf(w.Now()) }

// since is the day and the hour of the clock in words, for whoever finds a folder held.
func (w World) since() string {
	now := w.Now()
	return "le " + fr.DayMonth(data.DateOf(now)) + " à " + fr.Time(data.At(now.Hour(), now.Minute()))
}

// registryWorld is what the registry needs from outside.
func (w World) registryWorld() registry.World {
	return registry.World{Today: w.today, Random: w.Random, Since: w.since(), Cost: w.Cost, Now: w.Now, Probe: w.Probe}
}
