package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mercredi/data/planning"
	"mercredi/ui/cli"
)

const examples = "../../docs/formats/planning"

// command runs one line, and answers its exit code and what it said.
func command(w cli.World, args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	w.Stdout, w.Now = &out, clock
	if w.Stderr == nil {
		w.Stderr = &err
	}
	code = cli.Run(args, w)
	return code, out.String(), err.String()
}

func readPlan(t *testing.T, name string) *planning.Plan {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	p, err := planning.ReadPlan(file)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestExamplesOfTheFormatPassBothCommands plans every example of the manual, checks the plan beside it and the one that
// is proposed now: it must be as good, and the same bytes each time.
func TestExamplesOfTheFormatPassBothCommands(t *testing.T) {
	plans, err := filepath.Glob(filepath.Join(examples, "*.plan.json"))
	if err != nil || len(plans) < 2 {
		t.Fatalf("examples: %v %v", plans, err)
	}
	for _, beside := range plans {
		problem := strings.TrimSuffix(beside, ".plan.json") + ".json"
		dir := t.TempDir()
		var bytes [2][]byte
		for i := range bytes {
			out := filepath.Join(dir, "plan.json")
			if code, _, stderr := command(cli.World{}, "proposer", "--probleme", problem, "--sortie", out, "--graine", "1"); code != cli.ExitDone {
				t.Fatalf("%s: exit %d: %s", problem, code, stderr)
			}
			if bytes[i], err = os.ReadFile(out); err != nil {
				t.Fatal(err)
			}
			for _, plan := range []string{out, beside} {
				if code, stdout, stderr := command(cli.World{}, "controler", "--probleme", problem, "--plan", plan); code != cli.ExitDone || !strings.HasPrefix(stdout, "Ce plan tient") {
					t.Errorf("%s: exit %d: %s%s", plan, code, stdout, stderr)
				}
			}
			if got, want := readPlan(t, out), readPlan(t, beside); slices.Compare(placedOf(got), placedOf(want)) < 0 {
				t.Errorf("%s: %v, the example has %v", problem, got.Objective, want.Objective)
			}
		}
		if string(bytes[0]) != string(bytes[1]) {
			t.Errorf("%s: the same problem, seed and iterations gave two plans", problem)
		}
	}
}

// placedOf are the levels of the objective that count places.
func placedOf(p *planning.Plan) (values []int) {
	for _, l := range p.Objective[:3] {
		values = append(values, l.Value)
	}
	return values
}

// stopping is a terminal on which somebody stops the search at the first sign of it.
type stopping struct {
	bytes.Buffer
	stop func()
}

func (s *stopping) Write(text []byte) (int, error) {
	s.stop()
	return s.Buffer.Write(text)
}

func TestSearchThatIsStoppedKeepsItsBestPlanAndSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	terminal := &stopping{stop: stop}
	out, problem := filepath.Join(t.TempDir(), "plan.json"), filepath.Join(examples, "depart.json")
	w := cli.World{Stderr: terminal, Terminal: true, Interruptible: func() (context.Context, context.CancelFunc) { return ctx, stop }}
	code, stdout, _ := command(w, "proposer", "--probleme", problem, "--sortie", out, "--iterations", "2000000000")
	if code != cli.ExitDone || !strings.Contains(terminal.String(), "Recherche arrêtée") || !strings.Contains(stdout, "Le plan est dans") {
		t.Fatalf("exit %d: %s%s", code, stdout, terminal.String())
	}
	if code, stdout, _ := command(cli.World{}, "controler", "--probleme", problem, "--plan", out); code != cli.ExitDone {
		t.Errorf("the plan kept: exit %d: %s", code, stdout)
	}
}
