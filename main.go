// Command mercredi is the desktop application of a « programme de réussite éducative »: children, workshops, bilans.
// This file only wires: a sub-command goes to ui/cli, everything else opens the window.
package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"os/signal"
	"time"

	"golang.org/x/term"

	"mercredi/ui"
	"mercredi/ui/cli"
	"mercredi/ui/relaunch"
)

// version is set by the linker for a release.
var version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	if len(args) > 0 && cli.Knows(args[0]) || len(args) == 0 && !ui.HasDisplay() {
		return cli.Run(args, cli.World{
			Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
			Now: time.Now, Random: rand.Reader, Version: version, AskPassword: askPassword,
			Probe: cli.Probe, Interruptible: interruptible, Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		})
	}
	return ui.Run(args, ui.World{Now: time.Now, Random: rand.Reader, Version: version, Stderr: os.Stderr, Probe: cli.Probe, Relaunch: relaunch.Now})
}

// interruptible ends at Ctrl+C, for what keeps the best it has.
func interruptible() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt)
}

// askPassword reads a password from the terminal without showing it.
func askPassword(prompt string) (string, error) {
	fmt.Fprint(os.Stderr, prompt)
	defer fmt.Fprintln(os.Stderr)
	p, err := term.ReadPassword(int(os.Stdin.Fd()))
	return string(p), err
}
