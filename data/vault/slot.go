package vault

import (
	"errors"
	"fmt"
)

// Access is what the program lets a keyholder do. It is kept in the ring, under the ring's seal, but enforced by the
// program alone.
type Access uint8

// The accesses. They are kept in files: a number is never given to something else.
const (
	Coordination Access = iota + 1 // everything
	KeyWorking                     // children and workshops; no keys, no erasure
	ReadOnly                       // looks and prints
	Technical                      // backups and keys; the program shows no child
)

// MayWrite reports whether the program lets somebody of this access write records.
func (a Access) MayWrite() bool { return a == Coordination || a == KeyWorking }

// MayGovern reports whether it lets them restore and erase.
func (a Access) MayGovern() bool { return a == Coordination }

// MayKeepKeys reports whether it lets them add and remove keys and see to backups.
func (a Access) MayKeepKeys() bool { return a == Coordination || a == Technical }

// MaySeeChildren reports whether it shows them children.
func (a Access) MaySeeChildren() bool { return a != Technical }

// Slot is one way to open a vault, as its ring tells without any secret.
type Slot struct {
	ID     [16]byte
	Member [16]byte // zero for a paper key
	Name   string   // of the member, or of the paper key: "Clé de secours 1"
	Access Access
	Paper  bool
	Since  uint32 // the day it was made, yyyymmdd
}

// slot is a Slot with its secrets, sealed. Its bytes are told in the package comment.
type slot struct {
	ID     []byte `cbor:"1,keyasint"`
	Member []byte `cbor:"2,keyasint,omitempty"`
	Name   string `cbor:"3,keyasint"`
	Access Access `cbor:"4,keyasint"`
	Paper  bool   `cbor:"5,keyasint,omitempty"`
	Since  uint32 `cbor:"6,keyasint,omitempty"`
	Cost   Cost   `cbor:"7,keyasint"`
	Salt   []byte `cbor:"8,keyasint"`
	Public []byte `cbor:"9,keyasint"`  // HPKE, ML-KEM-768 with X25519
	Signer []byte `cbor:"10,keyasint"` // Ed25519
	Seed   []byte `cbor:"11,keyasint,omitempty"`
	Team   []byte `cbor:"12,keyasint,omitempty"`
}

const (
	publicLength  = 1184 + 32
	signerLength  = 32
	encapLength   = 1088 + 32
	longestName   = 1000 // bytes
	mostSlots     = 200
	sealedSeed    = seedLength + sealedOverhead
	sealedTeamKey = encapLength + keyLength + 16
)

var errBadSlot = errors.New("malformed slot")

// check verifies the form of a slot that was read, and bounds its cost before anybody pays it.
func (s *slot) check() error {
	whole := len(s.ID) == idLength && (len(s.Member) == idLength || s.Paper && len(s.Member) == 0) &&
		len(s.Name) <= longestName && s.Access >= Coordination && s.Access <= Technical &&
		len(s.Salt) == saltLength && len(s.Public) == publicLength && len(s.Signer) == signerLength &&
		len(s.Seed) == sealedSeed && len(s.Team) == sealedTeamKey
	if !whole {
		return errBadSlot
	}
	if s.Paper {
		if s.Cost != (Cost{}) {
			return fmt.Errorf("paper key with a cost: %w", errBadSlot)
		}
		return nil
	}
	return s.Cost.check()
}

func (s *slot) public() Slot {
	p := Slot{Name: s.Name, Access: s.Access, Paper: s.Paper, Since: s.Since}
	copy(p.ID[:], s.ID)
	copy(p.Member[:], s.Member)
	return p
}
