//go:build linux

package ordeal

import (
	"errors"
	"fmt"

	"mercredi/data/registry"
)

// An operation is what a victim does in a root, step after step. Its functions run in the root.
type operation struct {
	name string
	// watched are how many steps are followed call by call, faulty how many are done while calls fail.
	watched, faulty int
	// prepare makes what step 1 starts from, step 0, in an empty root.
	prepare func() error
	// run does the steps from..to and acknowledges each. It stops at the first error.
	run func(from, to int, ack func(step int)) error
	// read opens what is there as Mercredi would, checks that all of it is whole, and says where it stands. near is
	// the last step acknowledged. The error is a *refusal when the folder does not open.
	read func(near int) (string, error)
	// at is what read says after a step.
	at func(step int) string
}

var operations = []operation{saving, backingUp, compacting, restoring, erasing, keeping}

func operationNamed(name string) (operation, error) {
	for _, o := range append(operations, holding) {
		if o.name == name {
			return o, nil
		}
	}
	return operation{}, fmt.Errorf("no operation named %q", name)
}

// standsAt is the step at which something stands, from what was seen of it: the last acknowledged or the one after.
func (o operation) standsAt(seen string, acked int) (int, bool) {
	for _, step := range []int{acked, acked + 1} {
		if seen == o.at(step) {
			return step, true
		}
	}
	return 0, false
}

func savedAt(k int) string { return fmt.Sprintf("save %d", k) }

// saving: step k is save k of the story.
var saving = operation{
	name:    "save",
	watched: 20, faulty: 3,
	prepare: create,
	run: func(from, to int, ack func(int)) error {
		return whileWriting(func(w *writer) error {
			for k := from; k <= to; k++ {
				if err := w.save(k); err != nil {
					return err
				}
				ack(k)
			}
			return nil
		})
	},
	read: func(int) (string, error) { return readFolder() },
	at:   savedAt,
}

// whileWriting opens the team's folder for saves.
func whileWriting(do func(*writer) error) error {
	return during(func(r *registry.Registry) error {
		w, _, err := read(r)
		if err != nil {
			return err
		}
		return do(w)
	})
}

// readFolder says which save the team's folder stands at, having compared every record and verified the journal.
func readFolder() (string, error) {
	r, err := open()
	if err != nil {
		return "", err
	}
	k, err := readWhole(r)
	return savedAt(k), errors.Join(err, r.Close())
}

func readWhole(r *registry.Registry) (int, error) {
	_, k, err := read(r)
	if err != nil {
		return k, err
	}
	_, err = r.VerifyJournal()
	return k, err
}

// alternating does odd steps one way and even steps another way, in one opening of the folder.
func alternating(odd, even func(w *writer, step int) error) func(from, to int, ack func(int)) error {
	return func(from, to int, ack func(int)) error {
		return whileWriting(func(w *writer) error {
			for step := from; step <= to; step++ {
				do := even
				if step%2 == 1 {
					do = odd
				}
				if err := do(w, step); err != nil {
					return err
				}
				ack(step)
			}
			return nil
		})
	}
}

func saveHalf(w *writer, step int) error { return w.save((step + 1) / 2) }

// compacting: a save, then the file compacted, and so on.
var compacting = operation{
	name:    "compaction",
	watched: 8, faulty: 2,
	prepare: create,
	run: alternating(saveHalf, func(w *writer, _ int) error {
		_, _, err := w.Compact()
		return err
	}),
	read: func(int) (string, error) { return readFolder() },
	at:   func(step int) string { return savedAt((step + 1) / 2) },
}
