// Package former opens vaults of format 1, which one password closed for a whole team, to bring what they hold into a
// vault of today. It writes nothing.
//
//	password ── NFC, Argon2id(salt, cost) ──▶ 32 bytes ── HKDF "wrap" ──▶ wrapping key
//	                                                                         │ opens
//	bucket "vault", key "head":  cost · salt · vault id · sealed vault key ──┘
//	                                                          │
//	                                              vault key ──┴── HKDF "records"
//	                                                          ▼
//	every other bucket:   key (clear)  │  nonce 12 · AES-256-GCM( value · padding ) · tag 16
//	                                             associated data: format · vault id · bucket · key
//
// The head is one CBOR map (core deterministic): 1 format, 2 vault id, 3 cost {1 KiB, 2 passes, 3 lanes}, 4 salt,
// 5 sealed vault key (associated data: "mercredi vault key" and the map of 1 to 4), 6 first 8 bytes of the SHA-256 of the
// map of 1 to 5. HKDF is RFC 5869 with SHA-256, salt the vault id, info "mercredi wrap" or "mercredi records".
// Associated data of a value: format (4 bytes), vault id, then bucket and key, each after its length (4 bytes). A value
// is padded with 0x80 and zeros.
package former

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"mercredi/data/kv"
)

// The errors of an opening.
var (
	ErrWrongPassword = errors.New("wrong password of a former vault")
	ErrDamaged       = errors.New("former vault was changed or damaged")
)

type head struct {
	Format uint64 `cbor:"1,keyasint"`
	ID     []byte `cbor:"2,keyasint"`
	Cost   cost   `cbor:"3,keyasint"`
	Salt   []byte `cbor:"4,keyasint"`
	Key    []byte `cbor:"5,keyasint,omitempty"`
	Sum    []byte `cbor:"6,keyasint,omitempty"`
}

type cost struct {
	MemoryKiB uint32 `cbor:"1,keyasint"`
	Passes    uint32 `cbor:"2,keyasint"`
	Lanes     uint8  `cbor:"3,keyasint"`
}

// check bounds the cost before it is paid: a forged head must not freeze the PC.
func (c cost) check() bool {
	return c.MemoryKiB >= 8 && c.MemoryKiB <= 4<<20 && c.Passes >= 1 && c.Passes <= 20 && c.Lanes >= 1 && c.Lanes <= 16
}

// Vault is an opened vault of format 1.
type Vault struct {
	store kv.Store
	aead  cipher.AEAD
	start []byte // how the associated data begins
}

// Open opens the vault of a store with its password.
func Open(store kv.Store, password string) (*Vault, error) {
	var h head
	err := store.View(func(tx kv.Tx) error {
		b, err := tx.Get("vault", []byte("head"))
		if err != nil {
			return err
		}
		h, err = decode(b)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the head of a former vault: %w", err)
	}
	place, err := encode(head{Format: h.Format, ID: h.ID, Cost: h.Cost, Salt: h.Salt})
	if err != nil {
		return nil, err
	}
	secret := argon2.IDKey([]byte(norm.NFC.String(password)), h.Salt, h.Cost.Passes, h.Cost.MemoryKiB, h.Cost.Lanes, 32)
	wrap, err := derive(secret, h.ID, "mercredi wrap")
	if err != nil {
		return nil, err
	}
	key, err := wrap.Open(nil, nil, h.Key, append([]byte("mercredi vault key"), place...))
	if err != nil {
		return nil, ErrWrongPassword
	}
	aead, err := derive(key, h.ID, "mercredi records")
	return &Vault{store, aead, append([]byte{0, 0, 0, 1}, h.ID...)}, err
}

// Scan visits the records of a bucket, opened, in the order of their keys.
func (v *Vault) Scan(bucket string, visit func(key, value []byte) error) error {
	return v.store.View(func(tx kv.Tx) error {
		return tx.Scan(bucket, func(key, sealed []byte) error {
			padded, err := v.aead.Open(nil, nil, sealed, v.place(bucket, key))
			if err != nil {
				return fmt.Errorf("opening %s %x: %w", bucket, key, ErrDamaged)
			}
			end := bytes.LastIndexByte(padded, 0x80)
			if end < 0 || len(bytes.Trim(padded[end+1:], "\x00")) > 0 {
				return fmt.Errorf("padding of %s %x: %w", bucket, key, ErrDamaged)
			}
			return visit(key, padded[:end])
		})
	})
}

func (v *Vault) place(bucket string, key []byte) []byte {
	b := bytes.Clone(v.start)
	b = binary.BigEndian.AppendUint32(b, uint32(len(bucket)))
	b = append(b, bucket...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(key)))
	return append(b, key...)
}

// decode accepts exactly what format 1 wrote.
func decode(b []byte) (head, error) {
	var h head
	if err := cbor.Unmarshal(b, &h); err != nil {
		return head{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	again, err := encode(h)
	if err != nil {
		return head{}, err
	}
	sum := h.Sum
	h.Sum = nil
	rest, err := encode(h)
	if err != nil {
		return head{}, err
	}
	whole := sha256.Sum256(rest)
	if !bytes.Equal(again, b) || !bytes.Equal(sum, whole[:8]) || h.Format != 1 || !h.Cost.check() {
		return head{}, ErrDamaged
	}
	return h, nil
}

func encode(h head) ([]byte, error) {
	mode, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		return nil, err
	}
	return mode.Marshal(h)
}

func derive(secret, id []byte, purpose string) (cipher.AEAD, error) {
	key, err := hkdf.Key(sha256.New, secret, id, purpose, 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}
