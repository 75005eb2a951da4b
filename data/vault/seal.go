package vault

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/bits"
)

// sealer seals and opens the values of one vault.
type sealer struct {
	aead  cipher.AEAD
	vault []byte // format and vault id: how the associated data begins
}

func newSealer(h head, key []byte) (*sealer, error) {
	aead, err := derive(key, h.VaultID, "mercredi records")
	if err != nil {
		return nil, err
	}
	vault := binary.BigEndian.AppendUint32(nil, uint32(h.Format))
	return &sealer{aead: aead, vault: append(vault, h.VaultID...)}, nil
}

// derive makes the cipher for one purpose out of a secret.
func derive(secret, vaultID []byte, purpose string) (cipher.AEAD, error) {
	key, err := hkdf.Key(sha256.New, secret, vaultID, purpose, keyLength)
	if err != nil {
		return nil, err
	}
	defer clear(key)
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

func (s *sealer) seal(bucket string, key, value []byte) []byte {
	return s.aead.Seal(nil, nil, pad(value), s.place(bucket, key))
}

// open opens a sealed value where it stands: no second copy is made, and sealed is used up.
func (s *sealer) open(bucket string, key, sealed []byte) ([]byte, error) {
	padded, err := s.aead.Open(sealed[:0], nil, sealed, s.place(bucket, key))
	if err != nil {
		return nil, fmt.Errorf("opening %s %x: %w", bucket, key, ErrTampered)
	}
	value, ok := unpad(padded)
	if !ok {
		return nil, fmt.Errorf("opening %s %x: padding: %w", bucket, key, ErrTampered)
	}
	return value, nil
}

// place is the associated data of a value. Each part is preceded by its length: no two places look the same.
func (s *sealer) place(bucket string, key []byte) []byte {
	b := make([]byte, 0, len(s.vault)+8+len(bucket)+len(key))
	b = append(b, s.vault...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(bucket)))
	b = append(b, bucket...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(key)))
	return append(b, key...)
}

// pad hides the length of a value within a step.
func pad(value []byte) []byte {
	padded := make([]byte, paddedLength(len(value)))
	copy(padded, value)
	padded[len(value)] = 0x80
	return padded
}

// paddedLength is the next step above n: at least one byte more.
func paddedLength(n int) int {
	n++
	step := 64
	if n > 1<<10 {
		step = 1 << (bits.Len(uint(n/8)) - 1)
	}
	return (n + step - 1) / step * step
}

func unpad(padded []byte) ([]byte, bool) {
	n := len(padded) - 1
	for n >= 0 && padded[n] == 0 {
		n--
	}
	if n < 0 || padded[n] != 0x80 || paddedLength(n) != len(padded) {
		return nil, false
	}
	return padded[:n:n], true
}
