package vault

import (
	"bytes"
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/hpke"
	"fmt"
	"io"
	"slices"
	"sync"
)

// Keys is an opened key ring: what a keyholder can open. Its methods may be called from several goroutines.
type Keys struct {
	vault []byte // the id of the vault

	mu     sync.Mutex
	body   ringBody
	dirty  bool // drawers were drafted that no writing of the ring has kept yet
	slot   [16]byte
	seed   []byte // the keyholder's own secret, then root
	root   []byte // what every keyholder knows, for the life of the vault: without it nobody makes a ring
	team   []byte // opens the drawers
	opened map[[16]byte][]*opened
	set    []byte             // the secret of the keyed hashes: the same for the life of the vault
	keep   func([]byte) error // writes the ring, durably, before it counts; nil keeps it in memory
	random io.Reader
}

// opened is one generation of a drawer's key.
type opened struct {
	generation uint32
	aead       cipher.AEAD
}

// shared is the drawer of what belongs to nobody in particular.
var shared [16]byte

// Opening is what UnlockX needs besides a secret.
type Opening struct {
	// Keep writes the bytes of the ring, durably and whole or not at all; nil keeps changes in memory.
	Keep func([]byte) error
	// Random is the source of keys.
	Random io.Reader
}

// Unlock opens the ring with the password of a slot: ErrWrongPassword, also for a slot that is not there.
func (r *Ring) Unlock(id [16]byte, password string, with Opening) (*Keys, error) {
	at := r.body.slotAt(id)
	if at < 0 || r.body.Slots[at].Paper {
		return nil, fmt.Errorf("unlocking: no such slot: %w", ErrWrongPassword)
	}
	s := &r.body.Slots[at]
	secret := s.Cost.derive(password, s.Salt)
	defer clear(secret)
	seed, err := s.openSeed(secret, r.body.VaultID)
	if err != nil {
		return nil, fmt.Errorf("unlocking: %w", err)
	}
	return r.open(s, seed, with)
}

// UnlockPaper opens the ring with a paper key: a *PaperTypo, or ErrWrongPassword for one of another ring.
func (r *Ring) UnlockPaper(code string, with Opening) (*Keys, error) {
	secret, err := readPaperCode(code)
	if err != nil {
		return nil, fmt.Errorf("reading a paper key: %w", err)
	}
	defer clear(secret)
	for i := range r.body.Slots {
		s := &r.body.Slots[i]
		if !s.Paper {
			continue
		}
		if seed, err := s.openSeed(secret, r.body.VaultID); err == nil {
			return r.open(s, seed, with)
		}
	}
	return nil, fmt.Errorf("paper key of another ring: %w", ErrWrongPassword)
}

// UnlockAgain opens the ring with what Keys.Again answered, without a password: for a child process, and for a ring
// that was read anew.
func (r *Ring) UnlockAgain(again []byte, with Opening) (*Keys, error) {
	if len(again) != idLength+seedLength {
		return nil, fmt.Errorf("unlocking again: %w", ErrWrongPassword)
	}
	at := r.body.slotAt([16]byte(again[:idLength]))
	if at < 0 {
		return nil, fmt.Errorf("unlocking again: no such slot: %w", ErrWrongPassword)
	}
	return r.open(&r.body.Slots[at], bytes.Clone(again[idLength:]), with)
}

// Again is the secret for UnlockAgain. It opens the vault: never write it anywhere.
func (k *Keys) Again() []byte {
	k.mu.Lock()
	defer k.mu.Unlock()
	return append(k.slot[:len(k.slot):len(k.slot)], k.seed...)
}

// open goes from the seed of a slot to the drawers. A forged ring fails here: ErrTampered.
func (r *Ring) open(s *slot, seed []byte, with Opening) (*Keys, error) {
	pair, err := pairOf(seed, r.body.VaultID)
	if err != nil {
		return nil, fmt.Errorf("unlocking: %w", err)
	}
	team, err := hpke.Open(pair, hpke.HKDFSHA256(), hpke.AES256GCM(), s.teamPlace(r.body.VaultID), s.Team)
	if err != nil {
		return nil, fmt.Errorf("opening the team key: %w", ErrTampered)
	}
	root := seed[keyLength:]
	mac, err := r.body.mac(team, root)
	if err != nil {
		return nil, fmt.Errorf("unlocking: %w", err)
	}
	if !hmac.Equal(mac, r.body.MAC) {
		return nil, fmt.Errorf("seal of the key ring: %w", ErrTampered)
	}
	k := &Keys{vault: r.body.VaultID, body: r.body.clone(), seed: seed, root: root, team: team, keep: with.Keep, random: with.Random}
	copy(k.slot[:], s.ID)
	if err := k.openDrawers(); err != nil {
		return nil, fmt.Errorf("unlocking: %w", err)
	}
	return k, nil
}

func (k *Keys) openDrawers() error {
	wrap, err := k.wrap()
	if err != nil {
		return err
	}
	k.opened = make(map[[16]byte][]*opened, len(k.body.Drawers))
	for i := range k.body.Drawers {
		if err := k.openDrawer(wrap, &k.body.Drawers[i]); err != nil {
			return err
		}
	}
	if k.set == nil {
		return fmt.Errorf("no shared drawer: %w", ErrTampered)
	}
	return nil
}

// wrap is the cipher of the drawers' keys.
func (k *Keys) wrap() (cipher.AEAD, error) { return deriveCipher(k.team, k.vault, "mercredi wrap") }

func (k *Keys) openDrawer(wrap cipher.AEAD, d *drawer) error {
	key, err := wrap.Open(nil, nil, d.key[:], d.place(k.vault))
	if err != nil {
		return fmt.Errorf("drawer %x: %w", d.id, ErrTampered)
	}
	defer clear(key)
	if d.id == shared && d.generation == 1 {
		if k.set, err = deriveKey(key, k.vault, "mercredi set"); err != nil {
			return err
		}
	}
	aead, err := newCipher(key)
	if err != nil {
		return err
	}
	k.opened[d.id] = append(k.opened[d.id], &opened{d.generation, aead})
	return nil
}

// Slot is the slot that was opened.
func (k *Keys) Slot() Slot {
	k.mu.Lock()
	defer k.mu.Unlock()
	if at := k.body.slotAt(k.slot); at >= 0 {
		return k.body.Slots[at].public()
	}
	return Slot{}
}

// Slots are the ways to open the ring, in the order in which they were made.
func (k *Keys) Slots() []Slot {
	k.mu.Lock()
	defer k.mu.Unlock()
	return (&Ring{k.body}).Slots()
}

// VaultID names the vault.
func (k *Keys) VaultID() [16]byte { return [16]byte(k.vault) }

// Epoch counts the writings of the ring.
func (k *Keys) Epoch() uint64 {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.body.Epoch
}

// Bytes are the ring as it is written.
func (k *Keys) Bytes() ([]byte, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	body := k.body.clone()
	return body.encode(k.team, k.root)
}

// Signer signs for the keyholder.
func (k *Keys) Signer() (ed25519.PrivateKey, error) { return signerOf(k.seed, k.vault) }

// SignerOf is the public key of a slot's signatures.
func (k *Keys) SignerOf(id [16]byte) (ed25519.PublicKey, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	at := k.body.slotAt(id)
	if at < 0 {
		return nil, false
	}
	return ed25519.PublicKey(k.body.Slots[at].Signer), true
}

// newest is the key to seal with in a drawer, nil when it has none.
func (k *Keys) newest(id [16]byte) *opened {
	k.mu.Lock()
	defer k.mu.Unlock()
	if all := k.opened[id]; len(all) > 0 {
		return all[len(all)-1]
	}
	return nil
}

// generation is one key of a drawer, nil when there is none.
func (k *Keys) generation(id [16]byte, generation uint32) *opened {
	k.mu.Lock()
	defer k.mu.Unlock()
	all := k.opened[id]
	if at := slices.IndexFunc(all, func(o *opened) bool { return o.generation == generation }); at >= 0 {
		return all[at]
	}
	return nil
}

// Erased are the drawers whose key was destroyed, in that order, with the day (yyyymmdd).
func (k *Keys) Erased() (ids [][16]byte, days []uint32) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, e := range k.body.Erased {
		ids, days = append(ids, e.id), append(days, e.on)
	}
	return ids, days
}
