package cli_test

import (
	"crypto/rand"
	"errors"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
	"mercredi/ui/cli"
)

// clock is when the commands of the scripts are run.
func clock() time.Time { return time.Date(2027, time.January, 15, 9, 12, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"mercredi":       func() { os.Exit(run(os.Args[1:], vault.Cost{MemoryKiB: 64, Passes: 1, Lanes: 1})) },
		"mercredi-usual": func() { os.Exit(run(os.Args[1:], vault.Cost{})) }, // a password costs what it costs people
	})
}

// run is what main does, on a day of the tests, without terminal.
func run(args []string, cost vault.Cost) int {
	return cli.Run(args, cli.World{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: clock, Random: rand.Reader, Version: "1.2.3", Probe: cli.Probe,
		Cost:        cost,
		AskPassword: func(string) (string, error) { return "", errors.New("no terminal") },
	})
}

func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"phrase": keepPhrase, "hold": hold, "truncate": truncate, "cycle-of": cycleOf, "exec-code": execCode,
			"dangle": dangle, "child-of": childOf, "place": place, "capture": capture, "write": write,
		},
	})
}

var (
	phraseLine = regexp.MustCompile(`(?m)^Phrase de passe\x{a0}: (.+)$`)
	cycleLine  = regexp.MustCompile(`(?m)^2025-2026 Art-thérapie.*\(cycle ([a-z2-7]{26})\)$`)
)

// keepPhrase FILE keeps the phrase that the last command said.
func keepPhrase(ts *testscript.TestScript, _ bool, args []string) {
	keepMatch(ts, phraseLine, args[0])
}

// cycleOf NAME puts in the environment a cycle that the last command printed.
func cycleOf(ts *testscript.TestScript, _ bool, args []string) {
	m := cycleLine.FindStringSubmatch(ts.ReadFile("stdout"))
	if m == nil {
		ts.Fatalf("no cycle was printed")
	}
	ts.Setenv(args[0], m[1])
}

func keepMatch(ts *testscript.TestScript, line *regexp.Regexp, file string) {
	m := line.FindStringSubmatch(ts.ReadFile("stdout"))
	if m == nil {
		ts.Fatalf("nothing like %v was said", line)
	}
	ts.Check(os.WriteFile(ts.MkAbs(file), []byte(m[1]+"\n"), 0o600))
}

// hold DIR PHRASE-FILE opens a folder in this process until the script ends.
func hold(ts *testscript.TestScript, _ bool, args []string) {
	phrase := ts.ReadFile(args[1])
	r, err := registry.OpenFolder(ts.MkAbs(args[0]), registry.Key{Password: phrase[:len(phrase)-1]}, world())
	ts.Check(err)
	ts.Defer(func() { ts.Check(r.Close()) })
}

func world() registry.World {
	return registry.World{Today: func() data.Date { return data.DateOf(clock()) }, Now: clock, Random: rand.Reader, Since: "le 15 janvier à 9 h"}
}

// within opens a folder in this process for a moment.
func within(ts *testscript.TestScript, args []string, do func(*registry.Registry) error) {
	phrase := ts.ReadFile(args[1])
	r, err := registry.OpenFolder(ts.MkAbs(args[0]), registry.Key{Password: phrase[:len(phrase)-1]}, world())
	ts.Check(err)
	ts.Check(errors.Join(do(r), r.Close()))
}

// dangle DIR PHRASE-FILE keeps a child of a school that does not exist, which no page does.
func dangle(ts *testscript.TestScript, _ bool, args []string) {
	within(ts, args, func(r *registry.Registry) error {
		return r.Children.Save(&data.Child{FirstName: "Lila", LastName: "Sample", SchoolID: data.ID[data.School]{7}})
	})
}

// childOf NAME DIR PHRASE-FILE puts in the environment the reference of the first child, and NAME_LAST its last name.
func childOf(ts *testscript.TestScript, _ bool, args []string) {
	within(ts, args[1:], func(r *registry.Registry) error {
		c := r.Children.All()[0]
		ts.Setenv(args[0], c.ID.Reference())
		ts.Setenv(args[0]+"_LAST", c.LastName)
		return nil
	})
}

// place DIR PHRASE-FILE FOLDER chooses a place of backups that carries the key ring.
func place(ts *testscript.TestScript, _ bool, args []string) {
	within(ts, args, func(r *registry.Registry) error {
		s := r.Safety()
		s.Places = append(s.Places, data.BackupPlace{Path: ts.MkAbs(args[2]), Label: "Clé USB " + args[2], Ring: true})
		return r.SaveSafety(&s)
	})
}

// capture NAME REGEXP puts in the environment what the first group of REGEXP found in what the last command said.
func capture(ts *testscript.TestScript, _ bool, args []string) {
	m := regexp.MustCompile("(?m)" + args[1]).FindStringSubmatch(ts.ReadFile("stdout"))
	if m == nil {
		ts.Fatalf("nothing like %s was said", args[1])
	}
	ts.Setenv(args[0], m[1])
}

// write FILE TEXT writes one line.
func write(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(args[1]+"\n"), 0o600))
}

// truncate FILE keeps the first half of a file.
func truncate(ts *testscript.TestScript, _ bool, args []string) {
	there, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), there.Size()/2))
}

// execCode CODE COMMAND ARGS… runs a command that must fail with that exit code.
func execCode(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d (%v), want %s", code, err, args[0])
	}
}
