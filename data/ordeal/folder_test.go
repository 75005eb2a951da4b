//go:build linux

package ordeal

import (
	"crypto/rand"
	"fmt"
	"path/filepath"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/vault"
)

const (
	day      data.Date = 20260910
	password           = "quatre mots a la suite"
)

// team is the team's folder under the root of an ordeal.
func team(root string) string { return filepath.Join(root, "equipe") }

// world is the one of the program, but for the cost of a try at the password.
func world() registry.World {
	return registry.World{
		Today: func() data.Date { return day }, Random: rand.Reader, Since: "now",
		Cost: vault.Cost{MemoryKiB: 8, Passes: 1, Lanes: 1},
	}
}

func create(root string) error {
	r, err := registry.CreateFilledFolder(team(root), password, world(), begin)
	if err != nil {
		return err
	}
	return r.Close()
}

// refusal is a folder that does not open, with what people are told.
type refusal struct {
	err  error
	told string
}

func (r *refusal) Error() string { return fmt.Sprintf("%v (told %q)", r.err, r.told) }

func (r *refusal) Unwrap() error { return r.err }

func open(root string) (*registry.Registry, error) {
	r, err := registry.OpenFolder(team(root), password, world())
	if err != nil {
		return nil, &refusal{err, fr.Error(err)}
	}
	return r, nil
}
