package vault

import "errors"

// Access is what the program lets a keyholder do.
type Access uint8

// The accesses. They are kept in files: a number is never given to something else.
const (
	Coordination Access = iota + 1 // everything
	KeyWorking                     // children and workshops; no keys, no erasure
	ReadOnly                       // looks and prints
	Technical                      // backups and keys; the program shows no child
)

// Slot is one way to open a vault, as its ring tells without any secret.
type Slot struct {
	ID     [16]byte
	Member [16]byte // zero for a paper key
	Name   string   // of the member, or of the paper key: "Clé de secours 1"
	Access Access
	Paper  bool
	Since  uint32 // the day it was made, yyyymmdd
}

// More errors of a vault.
var (
	ErrLastKey   = errors.New("last key of a coordinator")
	ErrPaperTypo = errors.New("paper key mistyped")
	ErrOldRing   = errors.New("key ring is older than the data")
	ErrNoKey     = errors.New("no key for this record")
)

// May reports whether the program lets somebody of this access write records.
func (a Access) MayWrite() bool { return a == Coordination || a == KeyWorking }

// MayGovern reports whether it lets them change keys, restore and erase.
func (a Access) MayGovern() bool { return a == Coordination }

// MayKeepKeys reports whether it lets them add and remove keys and see to backups.
func (a Access) MayKeepKeys() bool { return a == Coordination || a == Technical }

// MaySeeChildren reports whether it shows them children.
func (a Access) MaySeeChildren() bool { return a != Technical }
