package vault

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Founder is who makes a vault: the first member, with coordination.
type Founder struct {
	Member   [16]byte
	Name     string
	Password string
	Cost     Cost
	Since    uint32 // yyyymmdd
}

// Found makes the keys of a new vault. Nothing is written before the first change or Save.
func Found(f Founder, with Opening) (*Keys, error) {
	k := &Keys{keep: with.Keep, random: with.Random}
	secrets, err := k.draw(idLength + 2*keyLength)
	if err != nil {
		return nil, fmt.Errorf("founding a vault: %w", err)
	}
	k.vault, k.team, k.root = secrets[:idLength:idLength], secrets[idLength:idLength+keyLength], secrets[idLength+keyLength:]
	s, seed, err := k.newSlot(Slot{Member: f.Member, Name: f.Name, Access: Coordination, Since: f.Since}, f.Password, f.Cost)
	if err == nil {
		err = s.sealTeam(k.team, k.vault)
	}
	if err != nil {
		return nil, fmt.Errorf("founding a vault: %w", err)
	}
	k.seed, k.slot = seed, [16]byte(s.ID)
	k.body = ringBody{Format: format, VaultID: k.vault, Slots: []slot{s}}
	k.opened = map[[16]byte][]*opened{}
	if err := k.addDrawers(k, [][16]byte{shared}); err != nil {
		return nil, fmt.Errorf("founding a vault: %w", err)
	}
	return k, nil
}

// Save writes the ring as it is.
func (k *Keys) Save() error { return k.change(func(*ringBody) error { return nil }) }

// change makes a change of the ring: written first, then believed. After an error nothing has changed.
func (k *Keys) change(edit func(*ringBody) error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	next := Keys{vault: k.vault, body: k.body.clone(), team: k.team, opened: k.opened}
	if err := edit(&next.body); err != nil {
		return err
	}
	return k.believe(&next)
}

// believe writes a ring and makes it the present one. The lock is held.
func (k *Keys) believe(next *Keys) error {
	next.body.Epoch++
	b, err := next.body.encode(next.team, k.root)
	if err != nil {
		return err
	}
	if k.keep != nil {
		if err := k.keep(b); err != nil {
			return fmt.Errorf("writing the key ring: %w", err)
		}
	}
	k.body, k.team, k.opened, k.dirty = next.body, next.team, next.opened, false
	return nil
}

// draft makes a key for a drawer that has none. It is in the ring at the next writing: before anything sealed with it
// counts, flush is called.
func (k *Keys) draft(id [16]byte) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.opened[id]) > 0 {
		return nil
	}
	k.dirty = true
	return k.addDrawers(k, [][16]byte{id})
}

// flush writes the ring if drawers were drafted.
func (k *Keys) flush() error {
	k.mu.Lock()
	dirty := k.dirty
	k.mu.Unlock()
	if !dirty {
		return nil
	}
	return k.Save()
}

// addDrawers draws the next generation of the keys of drawers, under the present team key. from draws.
func (k *Keys) addDrawers(from *Keys, ids [][16]byte) error {
	wrap, err := k.wrap()
	if err != nil {
		return err
	}
	for _, id := range ids {
		key, err := from.draw(keyLength)
		if err != nil {
			return err
		}
		d := drawer{id: id, generation: 1}
		if all := k.opened[id]; len(all) > 0 {
			d.generation = all[len(all)-1].generation + 1
		}
		copy(d.key[:], wrap.Seal(nil, nil, key, d.place(k.vault)))
		clear(key)
		k.opened[id] = slices.Clip(k.opened[id]) // the list may be shared with the ring before
		if err := k.openDrawer(wrap, &d); err != nil {
			return err
		}
		k.body.Drawers = append(k.body.Drawers, d)
	}
	return nil
}

// AddSlot gives a member a password. Nobody's secret but the newcomer's is touched.
func (k *Keys) AddSlot(s Slot, password string, cost Cost) (Slot, error) {
	made, seed, err := k.newSlot(s, password, cost)
	if err != nil {
		return Slot{}, fmt.Errorf("adding a key: %w", err)
	}
	clear(seed)
	return made.public(), k.addSlot(made)
}

func (k *Keys) addSlot(s slot) error {
	return k.change(func(r *ringBody) error {
		if len(r.Slots) == mostSlots {
			return fmt.Errorf("adding a key to %d: %w", mostSlots, ErrNoKey)
		}
		if err := s.sealTeam(k.team, k.vault); err != nil {
			return err
		}
		r.Slots = append(r.Slots, s)
		return nil
	})
}

// AddPaper makes a paper key and answers its code, which is kept nowhere.
func (k *Keys) AddPaper(s Slot) (code string, made Slot, err error) {
	code, secret, err := newPaperCode(k.random)
	if err != nil {
		return "", Slot{}, err
	}
	defer clear(secret)
	s.Paper = true
	x, seed, err := k.bareSlot(s)
	if err != nil {
		return "", Slot{}, fmt.Errorf("making a paper key: %w", err)
	}
	defer clear(seed)
	if err := x.sealSeed(secret, k.vault, seed); err != nil {
		return "", Slot{}, fmt.Errorf("making a paper key: %w", err)
	}
	return code, x.public(), k.addSlot(x)
}

// newSlot makes a slot closed by a password.
func (k *Keys) newSlot(s Slot, password string, cost Cost) (slot, []byte, error) {
	if err := CheckPassword(password); err != nil {
		return slot{}, nil, err
	}
	if err := cost.check(); err != nil {
		return slot{}, nil, err
	}
	x, seed, err := k.bareSlot(s)
	if err != nil {
		return slot{}, nil, err
	}
	x.Cost = cost
	return x, seed, x.close(password, k.vault, seed)
}

// close seals the seed under a password.
func (s *slot) close(password string, vaultID, seed []byte) error {
	secret := s.Cost.derive(password, s.Salt)
	defer clear(secret)
	return s.sealSeed(secret, vaultID, seed)
}

// bareSlot makes a slot in which neither the seed nor the team key is sealed yet: id, salt, key pair, signer.
func (k *Keys) bareSlot(s Slot) (x slot, seed []byte, err error) {
	if s.ID == [16]byte{} {
		id, err := k.draw(idLength)
		if err != nil {
			return slot{}, nil, err
		}
		s.ID = [16]byte(id)
	}
	x = slot{ID: bytes.Clone(s.ID[:]), Name: s.Name, Access: s.Access, Paper: s.Paper, Since: s.Since}
	if !s.Paper {
		x.Member = bytes.Clone(s.Member[:])
	}
	if x.Salt, err = k.draw(saltLength); err != nil {
		return slot{}, nil, err
	}
	if seed, err = k.draw(keyLength); err != nil {
		return slot{}, nil, err
	}
	seed = append(seed, k.root...)
	pair, err := pairOf(seed, k.vault)
	if err != nil {
		return slot{}, nil, err
	}
	signer, err := signerOf(seed, k.vault)
	if err != nil {
		return slot{}, nil, err
	}
	x.Public = pair.PublicKey().Bytes()
	x.Signer = bytes.Clone(signer[32:]) // the public half
	return x, seed, nil
}

func (k *Keys) draw(length int) ([]byte, error) {
	b := make([]byte, length)
	if _, err := io.ReadFull(k.random, b); err != nil {
		return nil, fmt.Errorf("drawing a secret: %w", err)
	}
	return b, nil
}

// ChangePassword closes the keyholder's slot with another password: one slot is rewritten, nothing else.
func (k *Keys) ChangePassword(old, new string) error {
	if err := CheckPassword(new); err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	before, ok := k.slotOf(k.slot)
	if !ok || before.Paper {
		return fmt.Errorf("changing the password: %w", ErrNoKey)
	}
	secret := before.Cost.derive(old, before.Salt)
	defer clear(secret)
	if _, err := before.openSeed(secret, k.vault); err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	after := before
	var err error
	if after.Salt, err = k.draw(saltLength); err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	if err := after.close(new, k.vault, k.seed); err != nil {
		return fmt.Errorf("changing the password: %w", err)
	}
	return k.changeSlot(k.slot, func(s *slot) error {
		s.Salt, s.Seed = after.Salt, after.Seed
		return nil
	})
}

// ResetPassword gives somebody else's slot a new password and a new seed: what only the lost seed opened stays closed.
func (k *Keys) ResetPassword(id [16]byte, password string) error {
	before, ok := k.slotOf(id)
	if !ok || before.Paper {
		return fmt.Errorf("resetting a password: %w", ErrNoKey)
	}
	made, seed, err := k.newSlot(before.public(), password, before.Cost)
	if err != nil {
		return fmt.Errorf("resetting a password: %w", err)
	}
	clear(seed)
	return k.changeSlot(id, func(s *slot) error {
		made.Name, made.Access = s.Name, s.Access
		*s = made
		return s.sealTeam(k.team, k.vault)
	})
}

func (k *Keys) slotOf(id [16]byte) (slot, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	at := k.body.slotAt(id)
	if at < 0 {
		return slot{}, false
	}
	return k.body.Slots[at], true
}

// SetAccess changes what the program lets somebody do. The last coordinator stays one: ErrLastKey.
func (k *Keys) SetAccess(id [16]byte, access Access) error {
	return k.changeSlot(id, func(s *slot) error {
		s.Access = access
		return nil
	})
}

// Rename follows the name of a member.
func (k *Keys) Rename(id [16]byte, name string) error {
	return k.changeSlot(id, func(s *slot) error {
		s.Name = name
		return nil
	})
}

func (k *Keys) changeSlot(id [16]byte, edit func(*slot) error) error {
	return k.change(func(r *ringBody) error {
		at := r.slotAt(id)
		if at < 0 {
			return fmt.Errorf("changing a key: %w", ErrNoKey)
		}
		s := r.Slots[at]
		if err := edit(&s); err != nil {
			return err
		}
		r.Slots[at] = s
		return r.checkCoordinator()
	})
}

// checkCoordinator refuses a ring that no member with coordination could open.
func (r *ringBody) checkCoordinator() error {
	if !slices.ContainsFunc(r.Slots, func(s slot) bool { return !s.Paper && s.Access == Coordination }) {
		return ErrLastKey
	}
	return nil
}

// RemoveSlot takes a key away and renews the team key and every drawer's key for those who stay, without their
// passwords: whoever kept a copy of the ring reads nothing that is written from now on.
func (k *Keys) RemoveSlot(id [16]byte) error {
	return k.renew(func(r *ringBody) error {
		at := r.slotAt(id)
		if at < 0 {
			return fmt.Errorf("removing a key: %w", ErrNoKey)
		}
		r.Slots = slices.Delete(r.Slots, at, at+1)
		return r.checkCoordinator()
	}, true)
}

// Erase destroys the keys of drawers, leaves a tombstone for each, and renews the team key. What is sealed with them
// can never be opened again, in an older copy of the data neither.
func (k *Keys) Erase(on uint32, ids ...[16]byte) error {
	if slices.Contains(ids, shared) {
		return fmt.Errorf("erasing the shared drawer: %w", ErrNoKey)
	}
	return k.renew(func(r *ringBody) error {
		r.Drawers = slices.DeleteFunc(r.Drawers, func(d drawer) bool { return slices.Contains(ids, d.id) })
		for _, id := range ids {
			if !slices.ContainsFunc(r.Erased, func(e erased) bool { return e.id == id }) {
				r.Erased = append(r.Erased, erased{id, on})
			}
		}
		return nil
	}, false)
}

// renew edits the ring under a new team key. With generations, every drawer also gets a new key to seal with; the
// former ones stay, for what they sealed.
func (k *Keys) renew(edit func(*ringBody) error, generations bool) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	team, err := k.draw(keyLength)
	if err != nil {
		return err
	}
	next := Keys{vault: k.vault, body: k.body.clone(), team: team}
	if err := edit(&next.body); err != nil {
		return err
	}
	if err := next.rewrap(k); err != nil {
		return err
	}
	if generations {
		if err := next.addDrawers(k, slices.Collect(maps.Keys(next.opened))); err != nil {
			return err
		}
	}
	for i := range next.body.Slots {
		if err := next.body.Slots[i].sealTeam(team, next.body.VaultID); err != nil {
			return err
		}
	}
	return k.believe(&next)
}

// rewrap takes every drawer's key from under the team key of another ring, puts it under its own, and opens it.
func (k *Keys) rewrap(from *Keys) error {
	old, err := from.wrap()
	if err != nil {
		return err
	}
	fresh, err := k.wrap()
	if err != nil {
		return err
	}
	for i := range k.body.Drawers {
		d := &k.body.Drawers[i]
		key, err := old.Open(nil, nil, d.key[:], d.place(k.vault))
		if err != nil {
			return fmt.Errorf("drawer %x: %w", d.id, ErrTampered)
		}
		copy(d.key[:], fresh.Seal(nil, nil, key, d.place(k.vault)))
		clear(key)
	}
	return k.openDrawers()
}
