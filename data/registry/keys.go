package registry

import (
	"errors"

	"mercredi/data"
	"mercredi/data/vault"
)

// Key is what a person brings to open a folder: a slot and its password, or the code of a paper key.
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
	ErrNoRing       = errors.New("file has no key ring")
)

// Threshold is who can open a folder, before any password: the slots of its key ring, members first, by name.
func Threshold(dir string) ([]vault.Slot, error) { panic("to come") }

// SlotNamed finds the slot of a member by full name, however it is typed; "" is the first coordinator.
func SlotNamed(slots []vault.Slot, name string) (vault.Slot, error) { panic("to come") }

// Keyholder is who opened the file; the zero value for a file in memory without keys.
func (r *Registry) Keyholder() Keyholder { panic("to come") }

// Slots are the keys of the file, members first, by name, then paper keys.
func (r *Registry) Slots() []vault.Slot { panic("to come") }

// AddSlot gives a member of the team a password and a key. ErrWeakPassword, ErrNotAllowed.
func (r *Registry) AddSlot(member data.ID[data.Member], access vault.Access, password string) error {
	panic("to come")
}

// RemoveSlot takes a key away, a member's or a paper's, and renews the team key for everybody else.
// The last coordinator's is vault.ErrLastKey.
func (r *Registry) RemoveSlot(slot [16]byte) error { panic("to come") }

// SetAccess changes what a member may do.
func (r *Registry) SetAccess(slot [16]byte, access vault.Access) error { panic("to come") }

// ChangePassword gives the keyholder another password: ErrWrongPassword when old is not the present one.
func (r *Registry) ChangePassword(old, new string) error { panic("to come") }

// ResetPassword gives somebody else a password, when theirs is lost. Their private notes can no longer be opened.
func (r *Registry) ResetPassword(slot [16]byte, password string) error { panic("to come") }

// AddPaperKey makes a paper key and answers its code, in groups, to be printed: it is kept nowhere.
func (r *Registry) AddPaperKey() (code string, slot vault.Slot, err error) { panic("to come") }

// TryPaperKey tells whether a code typed back opens the file, and which key it is. vault.ErrPaperTypo says that a group
// was mistyped, vault.ErrWrongPassword that the code is none of this file's.
func (r *Registry) TryPaperKey(code string) (vault.Slot, error) { panic("to come") }
