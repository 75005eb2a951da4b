package vault

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

const (
	format     = 2
	idLength   = 16
	saltLength = 16
	keyLength  = 32
	seedLength = 2 * keyLength // the holder's own half, then root
	sumLength  = 8
	macLength  = sha256.Size

	sealedOverhead = 12 + 16  // nonce and tag
	longestRing    = 64 << 20 // bytes: some hundred thousand drawers
	ringMagic      = "MERCREDI-CLES\n"
)

// Ring is a key ring as it was read: it can say who opens it, and be opened.
type Ring struct{ body ringBody }

// ringBody is a key ring. Its bytes are told in the package comment.
type ringBody struct {
	Format  uint64   `cbor:"1,keyasint"`
	VaultID []byte   `cbor:"2,keyasint"`
	Epoch   uint64   `cbor:"3,keyasint"` // counts the writings of the ring
	Slots   []slot   `cbor:"4,keyasint"`
	Drawers drawers  `cbor:"5,keyasint"`
	Erased  erasures `cbor:"6,keyasint"` // in the order of their erasure
	MAC     []byte   `cbor:"7,keyasint,omitempty"`
	Sum     []byte   `cbor:"8,keyasint,omitempty"`
}

// drawer is one generation of the key of a child, of a family, or of what is shared (the zero id).
type drawer struct {
	id         [idLength]byte
	generation uint32
	key        [keyLength + sealedOverhead]byte // sealed under the team key
}

// erased is the tombstone of a drawer: its key is gone, and a restored backup must not bring it back.
type erased struct {
	id [idLength]byte
	on uint32 // yyyymmdd
}

var encoding, strict, lenient = codecs()

func codecs() (cbor.EncMode, cbor.DecMode, cbor.DecMode) {
	encoding, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err) // options that contradict each other
	}
	options := cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		UTF8:             cbor.UTF8RejectInvalid,
		MaxNestedLevels:  6,
		MaxArrayElements: 1 << 10,
		MaxMapPairs:      64,
	}
	lenient, err := options.DecMode()
	if err != nil {
		panic(err)
	}
	options.ExtraReturnErrors = cbor.ExtraDecErrorUnknownField
	strict, err := options.DecMode()
	if err != nil {
		panic(err)
	}
	return encoding, strict, lenient
}

// ReadRing reads the bytes of a key ring, without any secret: ErrTampered for one that is damaged, ErrNotAVault for
// something else, ErrNewerFormat. Only the opening can tell a forged one.
func ReadRing(b []byte) (*Ring, error) {
	body, err := decodeRing(b)
	if err != nil {
		return nil, fmt.Errorf("reading the key ring: %w", err)
	}
	return &Ring{body}, nil
}

// Slots are the ways to open the ring, in the order in which they were made.
func (r *Ring) Slots() []Slot {
	out := make([]Slot, len(r.body.Slots))
	for i := range r.body.Slots {
		out[i] = r.body.Slots[i].public()
	}
	return out
}

// VaultID names the vault that the ring opens.
func (r *Ring) VaultID() (id [16]byte) {
	copy(id[:], r.body.VaultID)
	return id
}

// Epoch counts the writings of the ring.
func (r *Ring) Epoch() uint64 { return r.body.Epoch }

// decodeRing accepts exactly what encode wrote. The format is read first: a later one may look different.
func decodeRing(b []byte) (ringBody, error) {
	if len(b) > longestRing {
		return ringBody{}, fmt.Errorf("%d bytes: %w", len(b), ErrTampered)
	}
	if !bytes.HasPrefix(b, []byte(ringMagic)) {
		if len(b) == 0 || bytes.HasPrefix([]byte(ringMagic), b) {
			return ringBody{}, fmt.Errorf("cut short: %w", ErrTampered)
		}
		return ringBody{}, ErrNotAVault
	}
	b = b[len(ringMagic):]
	var only struct {
		Format uint64 `cbor:"1,keyasint"`
	}
	if err := lenient.Unmarshal(b, &only); err != nil {
		return ringBody{}, fmt.Errorf("%w: %w", ErrTampered, err)
	}
	if only.Format > format {
		return ringBody{}, fmt.Errorf("format %d: %w", only.Format, ErrNewerFormat)
	}
	var body ringBody
	if err := strict.Unmarshal(b, &body); err != nil {
		return ringBody{}, fmt.Errorf("%w: %w", ErrTampered, err)
	}
	again, err := encoding.Marshal(body)
	if err != nil {
		return ringBody{}, err
	}
	if !bytes.Equal(again, b) || !bytes.Equal(body.Sum, body.sum()) {
		return ringBody{}, fmt.Errorf("checksum: %w", ErrTampered)
	}
	return body, body.check()
}

// check verifies the form of everything: lengths, numbers, no name twice.
func (r *ringBody) check() error {
	if r.Format != format || len(r.VaultID) != idLength || len(r.MAC) != macLength ||
		len(r.Slots) < 1 || len(r.Slots) > mostSlots {
		return fmt.Errorf("form: %w", ErrTampered)
	}
	slots := map[string]bool{}
	for i := range r.Slots {
		s := &r.Slots[i]
		if err := s.check(); err != nil {
			return fmt.Errorf("slot %d: %w: %w", i, ErrTampered, err)
		}
		if slots[string(s.ID)] {
			return fmt.Errorf("slot %d twice: %w", i, ErrTampered)
		}
		slots[string(s.ID)] = true
	}
	return nil
}

// encode seals the ring with the team key and the root, and answers its bytes.
func (r *ringBody) encode(team, root []byte) ([]byte, error) {
	mac, err := r.mac(team, root)
	if err != nil {
		return nil, err
	}
	r.MAC = mac
	r.Sum = r.sum()
	b, err := encoding.Marshal(r)
	if err != nil {
		return nil, err
	}
	return append([]byte(ringMagic), b...), nil
}

// sum is the checksum of everything before it: rot is told from a wrong password.
func (r ringBody) sum() []byte {
	r.Sum = nil
	b, err := encoding.Marshal(r)
	if err != nil {
		return nil // a body that was decoded encodes; nil never equals a sum
	}
	sum := sha256.Sum256(b)
	return sum[:sumLength]
}

// mac is the seal of the ring: nobody without the team key can slip in a slot, a drawer or a tombstone. Public keys are in
// the ring for all to read, so anybody could seal a team key of their own to every slot: the root, which is only in the
// sealed seeds, is what they lack.
func (r ringBody) mac(team, root []byte) ([]byte, error) {
	r.MAC, r.Sum = nil, nil
	b, err := encoding.Marshal(r)
	if err != nil {
		return nil, err
	}
	key, err := deriveKey(slices.Concat(team, root), r.VaultID, "mercredi ring")
	if err != nil {
		return nil, err
	}
	h := hmac.New(sha256.New, key)
	h.Write(b)
	return h.Sum(nil), nil
}

// clone shares nothing that a change of the ring would write into.
func (r *ringBody) clone() ringBody {
	c := *r
	c.Slots, c.Drawers, c.Erased = slices.Clone(r.Slots), slices.Clone(r.Drawers), slices.Clone(r.Erased)
	return c
}

func (r *ringBody) slotAt(id [16]byte) int {
	return slices.IndexFunc(r.Slots, func(s slot) bool { return bytes.Equal(s.ID, id[:]) })
}
