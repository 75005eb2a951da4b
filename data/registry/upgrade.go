package registry

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/kv"
	"mercredi/data/kv/bolt"
	"mercredi/data/vault"
	"mercredi/data/vault/former"
)

// UpgradeFolder brings a folder of the former format, with one password for all, to a ring of keys. The founder is a
// member of the team in that file when one has that name; it keeps the password given for it. The new file is made
// beside, verified and swapped; the former one, which the team's old password still opens, goes away.
func UpgradeFolder(dir, teamPassword string, founder Founder, world World) (*Registry, error) {
	r, err := upgrade(dir, teamPassword, founder, world)
	if err != nil {
		return nil, fmt.Errorf("bringing a folder up to date: %w", err)
	}
	return r, nil
}

func upgrade(dir, teamPassword string, founder Founder, world World) (*Registry, error) {
	p := &place{dir: dir}
	if err := vault.CheckPassword(founder.Password); err != nil {
		return nil, err
	}
	if err := p.notHeld(); err != nil {
		return nil, err
	}
	store, err := bolt.OpenReadOnly(p.file())
	if err != nil {
		return nil, err
	}
	defer store.Close()
	old, err := former.Open(store, teamPassword)
	if errors.Is(err, former.ErrWrongPassword) {
		err = errors.Join(vault.ErrWrongPassword, err)
	}
	if err == nil {
		err = founder.known(old)
	}
	if err != nil {
		return nil, err
	}
	beside := filepath.Join(dir, "mise-a-jour")
	if err := os.RemoveAll(beside); err != nil { // left by one that was cut short
		return nil, kv.Classify(err)
	}
	defer os.RemoveAll(beside)
	fresh, err := CreateFilledFolder(beside, founder, world, func(r *Registry) error { return r.takeOver(old, founder) })
	if err != nil {
		return nil, err
	}
	keys := fresh.keys
	if err := errors.Join(fresh.store.Close(), store.Close()); err != nil {
		return nil, err
	}
	if err := checkFile(filepath.Join(beside, fileName), filepath.Join(beside, ringName), keys, world); err != nil {
		return nil, err
	}
	if err := p.replaceBy(beside); err != nil {
		return nil, err
	}
	return p.openAgain(keys, world)
}

// replaceBy moves the new ring, then the new data. Cut short in between, the former data are still there, and the whole
// can be done again.
func (p *place) replaceBy(beside string) error {
	if err := renameDurably(filepath.Join(beside, ringName), p.ring()); err != nil {
		return err
	}
	return renameDurably(filepath.Join(beside, fileName), p.file())
}

// openAgain opens a folder whose ring was moved, with the keys at hand.
func (p *place) openAgain(keys *vault.Keys, world World) (*Registry, error) {
	ring, err := readRing(p.dir)
	if err != nil {
		return nil, err
	}
	keys, err = ring.UnlockAgain(keys.Again(), vault.Opening{Random: world.Random, Keep: p.keepRing})
	if err != nil {
		return nil, err
	}
	return p.open(keys, world)
}

// takeOver reads every record of a former file into this new one.
func (r *Registry) takeOver(old *former.Vault, founder Founder) error {
	for _, t := range r.tables {
		noun := string(t.count().Noun)
		err := r.keep(func(tx *Tx) error {
			return old.Scan(noun, func(_, value []byte) error { return t.take(tx, value) })
		})
		if err != nil {
			return fmt.Errorf("taking %s over: %w", noun, err)
		}
	}
	if err := r.load(); err != nil {
		return err
	}
	if _, ok := r.Members.rows[founder.Member.ID]; ok {
		return nil
	}
	return r.Members.Save(founder.Member)
}

// known makes the founder the member of the same name in a former file, if there is one.
func (f Founder) known(old *former.Vault) error {
	codec, err := newCodec(released, format)
	if err != nil {
		return err
	}
	return old.Scan(string(Members), func(_, value []byte) error {
		var m data.Member
		if err := codec.decode(Members, value, &m); err != nil {
			return err
		}
		if fold.Text(m.FullName()) == fold.Text(f.Member.FullName()) {
			*f.Member = m
		}
		return nil
	})
}
