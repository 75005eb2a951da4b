//go:build linux

package ordeal

import (
	"errors"
	"fmt"
)

// An operation is what a victim does under a root, step after step.
type operation struct {
	name string
	// steps are how many steps are watched call by call.
	steps int
	// faulty are how many steps are done while calls fail.
	faulty int
	// prepare makes what step 1 starts from, step 0, in an empty root.
	prepare func(root string) error
	// run does the steps from..to and acknowledges each. It stops at the first error.
	run func(root string, from, to int, ack func(step int)) error
	// read opens what is under the root as Mercredi would, checks that all of it is whole, and says where it stands.
	// near is the last step acknowledged. The error is a *refusal when the folder does not open.
	read func(root string, near int) (string, error)
	// at is what read says after a step.
	at func(step int) string
}

var operations = []operation{saving}

func operationNamed(name string) (operation, error) {
	for _, o := range append(operations, holding) {
		if o.name == name {
			return o, nil
		}
	}
	return operation{}, fmt.Errorf("no operation named %q", name)
}

// saving: step k is save k of the story.
var saving = operation{
	name:    "save",
	steps:   20,
	faulty:  3,
	prepare: create,
	run: func(root string, from, to int, ack func(int)) error {
		r, err := open(root)
		if err != nil {
			return err
		}
		w, _, err := read(r)
		for k := from; err == nil && k <= to; k++ {
			if err = w.save(k); err == nil {
				ack(k)
			}
		}
		return errors.Join(err, r.Close())
	},
	read: func(root string, _ int) (string, error) { return readFolder(root) },
	at:   func(step int) string { return fmt.Sprintf("save %d", step) },
}

// readFolder says which save the folder stands at, having compared every record.
func readFolder(root string) (string, error) {
	r, err := open(root)
	if err != nil {
		return "", err
	}
	_, k, err := read(r)
	return fmt.Sprintf("save %d", k), errors.Join(err, r.Close())
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
