package vault

import (
	"crypto/cipher"
	"errors"
	"fmt"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// MinPasswordLength is in characters. It is the only rule: length helps, signs and digits on demand do not.
const MinPasswordLength = 10

// Cost is what Argon2id asks for one try at the password.
type Cost struct {
	MemoryKiB uint32 `cbor:"1,keyasint"`
	Passes    uint32 `cbor:"2,keyasint"`
	Lanes     uint8  `cbor:"3,keyasint"`
}

// DefaultCost is the second choice of RFC 9106, section 4: 64 MiB, about a tenth of a second on an office PC.
var DefaultCost = Cost{MemoryKiB: 64 << 10, Passes: 3, Lanes: 4}

var errBadCost = errors.New("cost of the password out of bounds")

// check bounds a cost, also one that was read: a forged head must not freeze the PC.
func (c Cost) check() error {
	memory := c.MemoryKiB >= 8 && c.MemoryKiB <= 4<<20
	passes := c.Passes >= 1 && c.Passes <= 20
	lanes := c.Lanes >= 1 && c.Lanes <= 16
	if !memory || !passes || !lanes {
		return fmt.Errorf("%d KiB, %d passes, %d lanes: %w", c.MemoryKiB, c.Passes, c.Lanes, errBadCost)
	}
	return nil
}

// normal gives one form to a password, however the keyboard composes its accents. Spaces and case count.
func normal(password string) string { return norm.NFC.String(password) }

func checkPassword(password string) error {
	if n := utf8.RuneCountInString(normal(password)); n < MinPasswordLength {
		return fmt.Errorf("%d characters of at least %d: %w", n, MinPasswordLength, ErrWeakPassword)
	}
	return nil
}

// wrap answers the cipher that seals the vault key under the password, and the associated data of the seal.
func (h *head) wrap(password string) (cipher.AEAD, []byte, error) {
	if err := h.Cost.check(); err != nil {
		return nil, nil, err
	}
	bare := head{Format: h.Format, VaultID: h.VaultID, Cost: h.Cost, Salt: h.Salt}
	place, err := encoding.Marshal(bare)
	if err != nil {
		return nil, nil, err
	}
	secret := argon2.IDKey([]byte(normal(password)), h.Salt, h.Cost.Passes, h.Cost.MemoryKiB, h.Cost.Lanes, keyLength)
	defer clear(secret)
	aead, err := derive(secret, h.VaultID, "mercredi wrap")
	return aead, append([]byte("mercredi vault key"), place...), err
}
