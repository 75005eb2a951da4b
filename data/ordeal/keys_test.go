//go:build linux

package ordeal

import (
	"errors"
	"fmt"
	"strings"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

// keeping: the key ring is rewritten, in a round of six steps. The founder's password and the colleague's change their
// number on the way.
//
//	1 the colleague receives a key   2 the founder changes password   3 the colleague's password is reset
//	4 a paper key is made            5 it is taken away               6 the colleague's key is taken away
var keeping = operation{
	name:    "key ring",
	watched: 12, faulty: 6,
	prepare: func() error {
		if err := create(); err != nil {
			return err
		}
		return during(func(r *registry.Registry) error {
			return r.Members.Save(&data.Member{FirstName: "Basile", LastName: colleague})
		})
	},
	run:  rewriteKeys,
	read: readKeys,
	at: func(step int) string {
		r := ringAt(step)
		if !r.colleague {
			r.changed = 0
		}
		return fmt.Sprintf("founder %d, colleague %v %d, paper %v", r.founder, r.colleague, r.changed, r.paper)
	},
}

const colleague = "Colleague"

// ring is what the key ring holds after a step.
type ring struct {
	founder   int // number of the password
	colleague bool
	changed   int // number of the colleague's password
	paper     bool
}

func ringAt(step int) ring {
	rounds, in := step/6, step%6
	r := ring{founder: rounds, changed: 2 * rounds, colleague: in >= 1, paper: in == 4}
	if in >= 2 {
		r.founder++
	}
	if in >= 1 {
		r.changed++
	}
	if in >= 3 {
		r.changed++
	}
	return r
}

func founderPassword(n int) string {
	if n == 0 {
		return password
	}
	return fmt.Sprint(password, " ", n)
}

func colleaguePassword(n int) string { return fmt.Sprint("autres mots a la suite ", n) }

func rewriteKeys(from, to int, ack func(int)) error {
	r, err := openWith(team, registry.Key{Password: founderPassword(ringAt(from - 1).founder)})
	if err != nil {
		return err
	}
	for step := from; err == nil && step <= to; step++ {
		if err = rewriteOnce(r, step); err == nil {
			ack(step)
		}
	}
	return errors.Join(err, r.Close())
}

func rewriteOnce(r *registry.Registry, step int) error {
	former, next := ringAt(step-1), ringAt(step)
	slot := func(ours func(vault.Slot) bool) [16]byte {
		for _, s := range r.Slots() {
			if ours(s) {
				return s.ID
			}
		}
		return [16]byte{}
	}
	isColleague := func(s vault.Slot) bool { return strings.HasSuffix(s.Name, colleague) }
	switch step % 6 {
	case 1:
		for _, m := range r.Members.All() {
			if m.LastName == colleague {
				return r.AddSlot(m.ID, vault.KeyWorking, colleaguePassword(next.changed))
			}
		}
		return errors.New("no colleague")
	case 2:
		return r.ChangePassword(founderPassword(former.founder), founderPassword(next.founder))
	case 3:
		return r.ResetPassword(slot(isColleague), colleaguePassword(next.changed))
	case 4:
		_, _, err := r.AddPaperKey("Paper")
		return err
	case 5:
		return r.RemoveSlot(slot(func(s vault.Slot) bool { return s.Paper }))
	}
	return r.RemoveSlot(slot(isColleague))
}

// readKeys opens the folder with every member's password, that of the step acknowledged or that of the next.
func readKeys(near int) (string, error) {
	slots, err := registry.Threshold(team)
	if err != nil {
		return "", &refusal{err, ""}
	}
	former, next := ringAt(near), ringAt(near+1)
	var seen ring
	for _, s := range slots {
		switch {
		case s.Paper:
			seen.paper = true
		case strings.HasSuffix(s.Name, colleague):
			seen.colleague = true
			seen.changed, err = openAs(s, colleaguePassword, former.changed, next.changed)
		default:
			seen.founder, err = openAs(s, founderPassword, former.founder, next.founder)
		}
		if err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("founder %d, colleague %v %d, paper %v", seen.founder, seen.colleague, seen.changed, seen.paper), nil
}

// openAs opens the folder with one of two passwords of a slot, reads all of it, and answers the number of the password.
func openAs(s vault.Slot, passwordOf func(int) string, former, next int) (int, error) {
	n := former
	r, err := openWith(team, registry.Key{Slot: s.ID, Password: passwordOf(n)})
	if errors.Is(err, vault.ErrWrongPassword) {
		n = next
		r, err = openWith(team, registry.Key{Slot: s.ID, Password: passwordOf(n)})
	}
	if err != nil {
		return 0, err
	}
	k, err := readWhole(r)
	if err == nil && k != 0 {
		err = fmt.Errorf("stands at save %d", k)
	}
	return n, errors.Join(err, r.Close())
}
