package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"github.com/fxamacker/cbor/v2"

	"mercredi/data/kv"
)

// Where the head stands, in clear. The sealed store refuses this bucket.
const headBucket, headKey = "vault", "head"

const (
	format     = 1
	idLength   = 16
	saltLength = 16
	keyLength  = 32
	sumLength  = 8

	sealedOverhead = 12 + 16 // nonce and tag
	longestHead    = 1024    // bytes
)

// head is the record that opens a vault. Its bytes are told in the package comment.
type head struct {
	Format  uint64 `cbor:"1,keyasint"`
	VaultID []byte `cbor:"2,keyasint"`
	Cost    Cost   `cbor:"3,keyasint"`
	Salt    []byte `cbor:"4,keyasint"`
	Key     []byte `cbor:"5,keyasint,omitempty"`
	Sum     []byte `cbor:"6,keyasint,omitempty"`
}

var encoding, strict, lenient = codecs()

func codecs() (cbor.EncMode, cbor.DecMode, cbor.DecMode) {
	encoding, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		panic(err) // options that contradict each other
	}
	options := cbor.DecOptions{
		DupMapKey:   cbor.DupMapKeyEnforcedAPF,
		IndefLength: cbor.IndefLengthForbidden,
		TagsMd:      cbor.TagsForbidden,
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

func readHead(tx kv.Tx) (head, error) {
	b, err := tx.Get(headBucket, []byte(headKey))
	if errors.Is(err, kv.ErrNotFound) {
		return head{}, ErrNotAVault
	}
	if err != nil {
		return head{}, err
	}
	return decodeHead(b)
}

func writeHead(tx kv.Tx, h head) error {
	b, err := encoding.Marshal(h)
	if err != nil {
		return err
	}
	return tx.Put(headBucket, []byte(headKey), b)
}

// decodeHead accepts exactly what writeHead wrote. The format is read first: a later one may look different.
func decodeHead(b []byte) (head, error) {
	if len(b) > longestHead {
		return head{}, fmt.Errorf("head of %d bytes: %w", len(b), ErrTampered)
	}
	var only struct {
		Format uint64 `cbor:"1,keyasint"`
	}
	if err := lenient.Unmarshal(b, &only); err != nil {
		return head{}, fmt.Errorf("reading the head: %w: %w", ErrTampered, err)
	}
	if only.Format > format {
		return head{}, fmt.Errorf("format %d: %w", only.Format, ErrNewerFormat)
	}
	var h head
	if err := strict.Unmarshal(b, &h); err != nil {
		return head{}, fmt.Errorf("reading the head: %w: %w", ErrTampered, err)
	}
	again, err := encoding.Marshal(h)
	if err != nil {
		return head{}, err
	}
	sum, err := h.sum()
	if err != nil {
		return head{}, err
	}
	whole := h.Format == format && len(h.VaultID) == idLength && len(h.Salt) == saltLength &&
		len(h.Key) == keyLength+sealedOverhead && bytes.Equal(h.Sum, sum) && bytes.Equal(again, b) && h.Cost.check() == nil
	if !whole {
		return head{}, fmt.Errorf("reading the head: %w", ErrTampered)
	}
	return h, nil
}

// sum is the checksum of everything before it.
func (h head) sum() ([]byte, error) {
	h.Sum = nil
	b, err := encoding.Marshal(h)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	return sum[:sumLength], nil
}

// seal puts the vault key under a password, with a new salt.
func (h *head) seal(key []byte, password string, random io.Reader) error {
	if err := checkPassword(password); err != nil {
		return err
	}
	h.Salt = make([]byte, saltLength)
	if _, err := io.ReadFull(random, h.Salt); err != nil {
		return err
	}
	wrap, place, err := h.wrap(password)
	if err != nil {
		return err
	}
	h.Key = wrap.Seal(nil, nil, key, place)
	h.Sum, err = h.sum()
	return err
}

// open takes the vault key out. A forged head fails like a wrong password does: nothing can tell them apart.
func (h *head) open(password string) ([]byte, error) {
	wrap, place, err := h.wrap(password)
	if err != nil {
		return nil, err
	}
	key, err := wrap.Open(nil, nil, h.Key, place)
	if err != nil {
		return nil, ErrWrongPassword
	}
	return key, nil
}
