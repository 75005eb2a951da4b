package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mercredi/data/fr"
	"mercredi/data/planning"
	"mercredi/data/planning/highs"
)

// wordsOfIDs are those of the commands: they know the ids only.
var wordsOfIDs = planning.Names{
	Child: fr.Quote, Workshop: fr.Quote, Room: fr.Quote, Facilitator: fr.Quote,
	Group: func(id string) string { return "groupe\u00a0" + id },
}

// propose plans a problem, from its file to the file of a plan.
func propose(w World, l line) error {
	out, err := l.need("sortie")
	if err != nil {
		return err
	}
	seed, errSeed := l.number("graine", 1, 0, 4_000_000_000)
	iterations, errIterations := l.number("iterations", 0, 1, 2_000_000_000)
	if err := errors.Join(errSeed, errIterations); err != nil {
		return err
	}
	in, err := readProblem(l)
	if err != nil {
		return err
	}
	if faults := planning.Obstacles(in); len(faults) > 0 {
		return unplannable(faults)
	}
	for _, f := range planning.Warnings(in) {
		fmt.Fprintf(w.Stderr, "À savoir\u00a0: %s\n", fr.PlanFault(wordsOfIDs, f))
	}
	ctx, stop := w.interruptible()
	defer stop()
	plan, err := planning.Solve(ctx, in, planning.Options{Seed: uint64(seed), Iterations: iterations, Progress: w.progress()})
	w.endOfProgress()
	if err != nil && ctx.Err() == nil {
		return err
	}
	if _, exact := l.values["exact"]; exact && ctx.Err() == nil {
		plan = compose(ctx, w, in, plan)
	}
	if ctx.Err() != nil {
		fmt.Fprintln(w.Stderr, "Recherche arrêtée\u00a0: le plan est le meilleur trouvé jusque-là.")
	}
	plan.Waiting = explained(in, &plan)
	if err := w.document(out, func(file io.Writer) error { return planning.WritePlan(file, &plan) }); err != nil {
		return err
	}
	fmt.Fprintf(w.Stdout, "Le plan est dans %s\u00a0: %s.\n", fr.Quote(filepath.Base(out)), summary(in, &plan))
	return nil
}

// provable is how many children a problem may have for every other plan to be ruled out, and not only every other
// composition of its groups: seconds up to there, hours far beyond.
const provable = 60

// engineFolder is where this PC keeps the engine once compiled, as the window does: "" when it has no such place.
func engineFolder() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "mercredi", "moteur")
}

// compose has the exact engine prove the best children for the groups, and the whole plan when the problem is small.
// Without the engine the plan stays as it is.
func compose(ctx context.Context, w World, in *planning.Instance, plan planning.Plan) planning.Plan {
	engine := highs.New(engineFolder())
	defer engine.Close() // its memory goes with the program
	if w.Terminal {
		fmt.Fprintln(w.Stderr, "Preuve en cours. Ctrl+C garde le meilleur plan.")
	}
	better, err := planning.Compose(ctx, in, plan, engine)
	if err == nil {
		plan = better
	}
	if err == nil && len(in.Problem().Children) <= provable {
		better, err = planning.Prove(ctx, in, plan, engine)
		if err == nil && in.Score(better.Groups).Compare(in.Score(plan.Groups)) >= 0 {
			plan = better
		}
	}
	if err != nil && ctx.Err() == nil {
		fmt.Fprintln(w.Stderr, "Le calcul exact n’a pas abouti\u00a0: le plan est le meilleur trouvé sans preuve.")
	}
	return plan
}

// explained says who waits and why, in words.
func explained(in *planning.Instance, plan *planning.Plan) []planning.Waiting {
	waiting := planning.Explain(in, plan)
	for i := range waiting {
		for j := range waiting[i].Reasons {
			r := &waiting[i].Reasons[j]
			r.Text = fr.PlanReason(wordsOfIDs, *r)
		}
	}
	return waiting
}

// summary counts what a plan holds: "12 groupes, 75 demandes placées sur 80, 5 en attente".
func summary(in *planning.Instance, plan *planning.Plan) string {
	score := in.Score(plan.Groups)
	placed, asked := score[0]+score[1]+score[2], len(in.Problem().Requests)
	return fmt.Sprintf("%s, %s sur %s, %s en attente", fr.Count(len(plan.Groups), "groupe", "groupes"),
		fr.Count(placed, "demande placée", "demandes placées"), fr.Number(asked), fr.Number(asked-placed))
}

// control lists what in a plan cannot be.
func control(w World, l line) error {
	name, err := l.need("plan")
	if err != nil {
		return err
	}
	in, err := readProblem(l)
	if err != nil {
		return err
	}
	plan, err := readFile(name, planning.ReadPlan)
	if err != nil {
		return err
	}
	broken := 0
	for _, v := range planning.Check(in, plan) {
		sentence := fr.PlanViolation(wordsOfIDs, v)
		if v.Severity == planning.Doubtful && v.Code != planning.OtherProblem {
			fmt.Fprintf(w.Stdout, "À vérifier\u00a0: %s\n", sentence)
			continue
		}
		broken++
		fmt.Fprintf(w.Stdout, "%s [%s]\n", sentence, v.Code)
	}
	if broken > 0 {
		return &refusal{sentence: fmt.Sprintf("Ce plan ne tient pas\u00a0: %s.", fr.Count(broken, "conflit", "conflits")), code: ExitProblem}
	}
	fmt.Fprintf(w.Stdout, "Ce plan tient\u00a0: %s.\n", summary(in, plan))
	return nil
}

// readProblem reads the problem of a command and works it out.
func readProblem(l line) (*planning.Instance, error) {
	name, err := l.need("probleme")
	if err != nil {
		return nil, err
	}
	var sum string
	p, err := readFile(name, func(r io.Reader) (p *planning.Problem, err error) {
		p, sum, err = planning.ReadProblem(r)
		return p, err
	})
	if err != nil {
		return nil, err
	}
	in, err := planning.New(p, sum)
	if setup, ok := errors.AsType[*planning.SetupError](err); ok {
		return nil, unplannable(setup.Faults)
	}
	return in, err
}

// readFile reads a file of the format, and names it when it cannot be.
func readFile[T any](name string, read func(io.Reader) (T, error)) (T, error) {
	var none T
	file, err := os.Open(name)
	if err == nil {
		defer file.Close() // it is only read
		var value T
		if value, err = read(file); err == nil {
			return value, nil
		}
	}
	return none, &refusal{sentence: fmt.Sprintf("%s\u00a0: %s", fr.Quote(filepath.Base(name)), fr.Error(err)), code: ExitFile, err: err}
}

// unplannable says every fault of a set-up.
func unplannable(faults []planning.Fault) error {
	var said strings.Builder
	said.WriteString("Ce problème ne peut pas être planifié.")
	for _, f := range faults {
		said.WriteString("\n  " + fr.PlanFault(wordsOfIDs, f))
	}
	return &refusal{sentence: said.String(), code: ExitProblem, err: &planning.SetupError{Faults: faults}}
}

// interruptible is a context that ends when the person asks to stop, where the outside gives one.
func (w World) interruptible() (context.Context, context.CancelFunc) {
	if w.Interruptible == nil {
		return context.WithCancel(context.Background())
	}
	return w.Interruptible()
}

// progress shows how far a search is on a terminal; elsewhere nothing.
func (w World) progress() func(planning.Progress) {
	if !w.Terminal {
		return nil
	}
	return func(p planning.Progress) {
		fmt.Fprintf(w.Stderr, "\r%s, %s. Ctrl+C garde le meilleur plan. ", fr.Percent(int(int64(p.Done)*100/int64(max(p.Total, 1)))),
			fr.Count(p.Placed, "demande placée", "demandes placées"))
	}
}

func (w World) endOfProgress() {
	if w.Terminal {
		fmt.Fprintln(w.Stderr)
	}
}
