//go:build linux

package ordeal

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"os/exec"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

const (
	day      data.Date = 20260910
	password           = "quatre mots a la suite"
)

// team is the team's folder under the root of an ordeal, usb where its backups and a copy of its key ring go.
const team, usb = "equipe", "usb"

// probing has files checked in a process of their own, as the program does. Without it, they are checked in this one.
var probing bool

// world is the one of the program, but for the cost of a try at the password.
func world() registry.World {
	w := registry.World{
		Today: func() data.Date { return day }, Random: rand.Reader, Since: "now",
		Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
	if probing {
		w.Probe = probe
	}
	return w
}

// probe checks a file in this program, started again.
func probe(ask []byte) ([]byte, error) {
	end, cancel := context.WithTimeout(context.Background(), patience/3)
	defer cancel()
	child := exec.CommandContext(end, os.Args[0])
	child.Env = append(os.Environ(), role+"="+probeRole)
	child.Stdin = bytes.NewReader(ask)
	return child.Output()
}

// under does something in a folder, as the program started there would: a victim and its judge see the same paths,
// wherever the root is.
func under(root string, do func() error) error {
	former, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := os.Chdir(root); err != nil {
		return err
	}
	return errors.Join(do(), os.Chdir(former))
}

func create() error {
	founder := registry.Founder{Member: &data.Member{FirstName: "Odile", LastName: "Garance"}, Password: password}
	r, err := registry.CreateFilledFolder(team, founder, world(), func(r *registry.Registry) error {
		if err := r.Members.Save(founder.Member); err != nil {
			return err
		}
		return begin(r)
	})
	if err != nil {
		return err
	}
	return errors.Join(r.Close(), os.Mkdir(usb, 0o700))
}

// refusal is a folder that does not open, with what people are told.
type refusal struct {
	err  error
	told string
}

func (r *refusal) Error() string { return fmt.Sprintf("%v (told %q)", r.err, r.told) }

func (r *refusal) Unwrap() error { return r.err }

// open opens the team's folder with the first coordinator's password.
func open() (*registry.Registry, error) { return openWith(team, registry.Key{Password: password}) }

func openWith(dir string, key registry.Key) (*registry.Registry, error) {
	r, err := registry.OpenFolder(dir, key, world())
	if err != nil {
		return nil, &refusal{err, fr.Error(err)}
	}
	return r, nil
}

// during opens the team's folder, does something with it, and closes it.
func during(do func(*registry.Registry) error) error {
	r, err := open()
	if err != nil {
		return err
	}
	return errors.Join(do(r), r.Close())
}
