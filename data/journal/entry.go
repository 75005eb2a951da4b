package journal

import (
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// Entry is one change or one look, written in the same transaction as the change itself.
type Entry struct {
	Number uint64   `cbor:"1,keyasint"`
	At     int64    `cbor:"2,keyasint"` // seconds since 1970, UTC
	By     [16]byte `cbor:"3,keyasint"` // the slot of the keyholder
	Lines  []Line   `cbor:"4,keyasint"`
	Prev   []byte   `cbor:"5,keyasint"` // hash of the entry before, zeros for the first
	// Signers are the keys given with this entry; in a checkpoint, all that the entries still there may need.
	Signers []Signer `cbor:"6,keyasint,omitempty"`
	// First is, in a checkpoint, the number of the first entry that was kept, and FirstPrev the hash of the one before.
	Checkpoint *Checkpoint `cbor:"7,keyasint,omitempty"`
	Signature  []byte      `cbor:"8,keyasint,omitempty"`
}

// Line is one thing that was done.
type Line struct {
	_      struct{} `cbor:",toarray"`
	Act    Act
	Noun   string
	Child  [16]byte
	Record [16]byte
	Count  int
	Detail string // the name of a document or of a place, never of a person
}

// Signer is who may sign from an entry on.
type Signer struct {
	_      struct{} `cbor:",toarray"`
	Slot   [16]byte
	Member [16]byte
	Name   string
	Key    []byte // Ed25519
}

// Checkpoint vouches for the entries that were taken out.
type Checkpoint struct {
	_     struct{} `cbor:",toarray"`
	First uint64   // number of the first entry that was kept
	Prev  []byte   // hash of the entry before it
}

// Head is where a chain stands: what a store keeps to go on, and what papers and backups anchor.
type Head struct {
	Number uint64 `cbor:"1,keyasint"` // of the last entry, 0 for none
	Hash   []byte `cbor:"2,keyasint"` // of the last entry
	First  uint64 `cbor:"3,keyasint"` // number of the first entry that was kept
}

var encoding, decoding = codecs()

func codecs() (cbor.EncMode, cbor.DecMode) {
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err) // options that contradict each other
	}
	dec, err := cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField, UTF8: cbor.UTF8RejectInvalid,
		MaxNestedLevels: 6, MaxArrayElements: 10_000, MaxMapPairs: 64,
	}.DecMode()
	if err != nil {
		panic(err)
	}
	return enc, dec
}

// Next makes the entry after a head, signed, and the head it leads to.
func (h Head) Next(e Entry, signer ed25519.PrivateKey) (value []byte, next Head, err error) {
	e.Number, e.Prev, e.Signature = h.Number+1, h.Hash, nil
	if h.Number == 0 {
		e.Prev = make([]byte, sha256.Size)
	}
	signed, err := e.signed()
	if err != nil {
		return nil, h, err
	}
	e.Signature = ed25519.Sign(signer, signed)
	if value, err = encoding.Marshal(e); err != nil {
		return nil, h, fmt.Errorf("writing a journal entry: %w", err)
	}
	hash := sha256.Sum256(value)
	return value, Head{Number: e.Number, Hash: hash[:], First: max(h.First, 1)}, nil
}

// signed is what the signature is over.
func (e Entry) signed() ([]byte, error) {
	e.Signature = nil
	b, err := encoding.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("writing a journal entry: %w", err)
	}
	return append([]byte("mercredi journal"), b...), nil
}

// Read reads an entry, without believing it.
func Read(value []byte) (Entry, error) {
	var e Entry
	if err := decoding.Unmarshal(value, &e); err != nil {
		return Entry{}, fmt.Errorf("reading a journal entry: %w: %w", ErrBroken, err)
	}
	return e, nil
}

// Marshal and ReadHead keep a head in a store.
func (h Head) Marshal() ([]byte, error) { return encoding.Marshal(h) }

// ReadHead reads what Marshal wrote; nothing is the head of an empty chain.
func ReadHead(b []byte) (Head, error) {
	var h Head
	if len(b) == 0 {
		return h, nil
	}
	if err := decoding.Unmarshal(b, &h); err != nil {
		return h, fmt.Errorf("reading the head of the journal: %w: %w", ErrBroken, err)
	}
	return h, nil
}
