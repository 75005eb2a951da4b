package registry

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
	"mercredi/data/journal"
	"mercredi/data/vault"
)

// Key is what a person brings to open a folder: a slot and its password, or the code of a paper key. Without a slot it
// is the first coordinator's.
type Key struct {
	Slot     [16]byte
	Password string
	Paper    string
}

// Keyholder is who opened the file.
type Keyholder struct {
	Slot     [16]byte
	MemberID data.ID[data.Member] // zero with a paper key
	Name     string
	Access   vault.Access
	Paper    bool
}

// The errors of keys.
var (
	ErrNoSuchMember = errors.New("no key of that name")
	ErrNotAllowed   = errors.New("not allowed to this member")
	ErrNoRing       = errors.New("key ring is missing") // the data are there, without what opens them
	ErrHasSlot      = errors.New("member has a key already")
)

// Threshold is who can open a folder, before any password: members first, by name, then paper keys. The errors are
// those of OpenFolder; vault.ErrFormerFormat is for a folder that UpgradeFolder brings up to date.
func Threshold(dir string) ([]vault.Slot, error) {
	ring, err := readRing(dir)
	if err != nil {
		return nil, err
	}
	return sortSlots(ring.Slots()), nil
}

func sortSlots(slots []vault.Slot) []vault.Slot {
	slices.SortStableFunc(slots, func(a, b vault.Slot) int {
		if a.Paper != b.Paper {
			return map[bool]int{false: -1, true: 1}[a.Paper]
		}
		return strings.Compare(fold.Text(a.Name), fold.Text(b.Name))
	})
	return slots
}

// SlotNamed finds the slot of a member by full name, however it is typed; "" is the first coordinator, as made.
func SlotNamed(slots []vault.Slot, name string) (vault.Slot, error) {
	var found []vault.Slot
	for _, s := range slots {
		switch {
		case s.Paper:
		case name == "" && s.Access == vault.Coordination, name != "" && fold.Text(s.Name) == fold.Text(strings.TrimSpace(name)):
			found = append(found, s)
		}
	}
	if len(found) == 0 {
		return vault.Slot{}, fmt.Errorf("looking for a key: %w", ErrNoSuchMember)
	}
	return slices.MinFunc(found, func(a, b vault.Slot) int { return int(a.Since) - int(b.Since) }), nil
}

// Keyholder is who opened the file; the zero value for a file in memory without keys.
func (r *Registry) Keyholder() Keyholder {
	if r.keys == nil {
		return Keyholder{}
	}
	s := r.keys.Slot()
	return Keyholder{Slot: s.ID, MemberID: s.Member, Name: s.Name, Access: s.Access, Paper: s.Paper}
}

// access is what the keyholder may do: everything in a file without keys.
func (r *Registry) access() vault.Access {
	if r.keys == nil {
		return vault.Coordination
	}
	return r.keys.Slot().Access
}

// Slots are the keys of the file, members first, by name, then paper keys.
func (r *Registry) Slots() []vault.Slot {
	if r.keys == nil {
		return nil
	}
	return sortSlots(r.keys.Slots())
}

// slot finds a slot by id.
func (r *Registry) slot(id [16]byte) (vault.Slot, error) {
	for _, s := range r.Slots() {
		if s.ID == id {
			return s, nil
		}
	}
	return vault.Slot{}, fmt.Errorf("looking for a key: %w", vault.ErrNoKey)
}

func (r *Registry) mayKeepKeys() error {
	switch {
	case r.keys == nil:
		return ErrNoRing
	case !r.access().MayKeepKeys():
		return ErrNotAllowed
	}
	return nil
}

// AddSlot gives a member of the team a password and a key: vault.ErrWeakPassword, ErrNotAllowed, ErrHasSlot.
func (r *Registry) AddSlot(member data.ID[data.Member], access vault.Access, password string) error {
	if err := r.mayGive(access); err != nil {
		return fmt.Errorf("adding a key: %w", err)
	}
	m, ok := r.Members.Get(member)
	if !ok {
		return fmt.Errorf("adding a key: %w", ErrGone)
	}
	if r.hasSlot(member) {
		return fmt.Errorf("adding a key: %w", ErrHasSlot)
	}
	s := vault.Slot{Member: member, Name: m.FullName(), Access: access, Since: uint32(r.world.Today())}
	made, err := r.keys.AddSlot(s, password, r.cost())
	if err != nil {
		return err
	}
	return r.signed(made, journal.SlotAdded)
}

// hasSlot reports whether a member has a key.
func (r *Registry) hasSlot(member data.ID[data.Member]) bool {
	return slices.ContainsFunc(r.Slots(), func(s vault.Slot) bool { return !s.Paper && s.Member == [16]byte(member) })
}

// mayGive says whether the keyholder may give an access: nobody gives more than they have.
func (r *Registry) mayGive(access vault.Access) error {
	if err := r.mayKeepKeys(); err != nil {
		return err
	}
	if access != vault.Technical && !r.access().MayGovern() {
		return ErrNotAllowed
	}
	return nil
}

// signed notes in the journal a key that was given, with its signing key.
func (r *Registry) signed(s vault.Slot, act journal.Act) error {
	key, _ := r.keys.SignerOf(s.ID)
	return r.keep(func(tx *Tx) error {
		tx.signers = append(tx.signers, journal.Signer{Slot: s.ID, Member: s.Member, Name: s.Name, Key: key})
		tx.lines = append(tx.lines, journal.Line{Act: act, Record: s.ID, Count: 1, Detail: s.Name})
		return nil
	})
}

// tellSigner tells the journal the signing key of a slot that is about to lose it, if it was never told: a power cut came
// between the ring and the journal, or an older backup was restored. What the key signed can then still be verified.
func (r *Registry) tellSigner(s vault.Slot) error {
	key, told := r.keys.SignerOf(s.ID)
	told = !told // no key, nothing to tell
	err := r.entries(func(e journal.Entry) {
		for _, known := range e.Signers {
			told = told || known.Slot == s.ID && bytes.Equal(known.Key, key)
		}
	})
	if err != nil || told {
		return err
	}
	return r.signed(s, journal.SlotAdded)
}

func (r *Registry) cost() vault.Cost {
	if r.world.Cost != (vault.Cost{}) {
		return r.world.Cost
	}
	if r.world.Now == nil {
		return vault.DefaultCost
	}
	return vault.Calibrate(r.world.Now)
}

// RemoveSlot takes a key away, a member's or a paper's, and renews the team key for everybody else. The last
// coordinator's is vault.ErrLastKey, one's own ErrNotAllowed.
func (r *Registry) RemoveSlot(slot [16]byte) error {
	if err := r.mayKeepKeys(); err != nil {
		return fmt.Errorf("removing a key: %w", err)
	}
	s, err := r.slot(slot)
	if err != nil {
		return err
	}
	if slot == r.keys.Slot().ID || s.Access != vault.Technical && !r.access().MayGovern() {
		return fmt.Errorf("removing a key: %w", ErrNotAllowed)
	}
	if err := r.tellSigner(s); err != nil {
		return err
	}
	if err := r.keys.RemoveSlot(slot); err != nil {
		return err
	}
	return r.ringRenewed(journal.Line{Act: journal.SlotRemoved, Record: slot, Count: 1, Detail: s.Name})
}

// SetAccess changes what a member may do: vault.ErrLastKey when no coordinator would be left.
func (r *Registry) SetAccess(slot [16]byte, access vault.Access) error {
	if r.keys == nil || !r.access().MayGovern() {
		return fmt.Errorf("changing an access: %w", ErrNotAllowed)
	}
	s, err := r.slot(slot)
	if err != nil {
		return err
	}
	if err := r.keys.SetAccess(slot, access); err != nil {
		return err
	}
	return r.journal(journal.Line{Act: journal.AccessChanged, Record: slot, Count: 1, Detail: s.Name})
}

// ChangePassword gives the keyholder another password: ErrWrongPassword when old is not the present one.
func (r *Registry) ChangePassword(old, new string) error {
	if r.keys == nil {
		return fmt.Errorf("changing the password: %w", ErrNoRing)
	}
	if err := r.keys.ChangePassword(old, new); err != nil {
		return err
	}
	s := r.keys.Slot()
	return r.journal(journal.Line{Act: journal.PasswordChanged, Record: s.ID, Count: 1, Detail: s.Name})
}

// ResetPassword gives somebody else a password, when theirs is lost. Their private notes can no longer be opened.
func (r *Registry) ResetPassword(slot [16]byte, password string) error {
	s, err := r.slot(slot)
	if err != nil {
		return err
	}
	if err := r.mayGive(s.Access); err != nil {
		return fmt.Errorf("resetting a password: %w", err)
	}
	if slot == r.keys.Slot().ID {
		return fmt.Errorf("resetting one's own password: %w", ErrNotAllowed)
	}
	if err := r.tellSigner(s); err != nil {
		return err
	}
	if err := r.keys.ResetPassword(slot, password); err != nil {
		return err
	}
	return r.signed(s, journal.PasswordReset)
}

// AddPaperKey makes a paper key and answers its code, in groups, to be printed: it is kept nowhere. name is what it is
// called: « Clé de secours 1 ».
func (r *Registry) AddPaperKey(name string) (code string, slot vault.Slot, err error) {
	if r.keys == nil || !r.access().MayGovern() {
		return "", vault.Slot{}, fmt.Errorf("making a paper key: %w", ErrNotAllowed)
	}
	s := vault.Slot{Name: name, Access: vault.Coordination, Since: uint32(r.world.Today())}
	code, slot, err = r.keys.AddPaper(s)
	if err != nil {
		return "", vault.Slot{}, err
	}
	return code, slot, r.signed(slot, journal.PaperKeyMade)
}

// TryPaperKey tells whether a code typed back opens the file, and which key it is: a *vault.PaperTypo says which group
// was mistyped, vault.ErrWrongPassword that the code is none of this file's.
func (r *Registry) TryPaperKey(code string) (vault.Slot, error) {
	if r.keys == nil {
		return vault.Slot{}, ErrNoRing
	}
	b, err := r.keys.Bytes()
	if err != nil {
		return vault.Slot{}, err
	}
	ring, err := vault.ReadRing(b)
	if err != nil {
		return vault.Slot{}, err
	}
	opened, err := ring.UnlockPaper(code, vault.Opening{})
	if err != nil {
		return vault.Slot{}, err
	}
	s := opened.Slot()
	return s, r.journal(journal.Line{Act: journal.PaperKeyTried, Record: s.ID, Count: 1, Detail: s.Name})
}

// renameSlots follows the names of members in the ring. One that cannot be written now is at the next change of a member.
func (r *Registry) renameSlots() {
	for _, s := range r.Slots() {
		m, ok := r.Members.Get(s.Member)
		if ok && !s.Paper && m.FullName() != s.Name {
			_ = r.keys.Rename(s.ID, m.FullName())
		}
	}
}
