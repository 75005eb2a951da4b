package vault

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// A sealed value begins with what it takes to open it:
//
//	format 1 · drawer 16 · generation 4 · version 8 │ nonce 12 · ciphertext · tag 16
const (
	recordHeader = 1 + idLength + 4 + 8
	recordFixed  = recordHeader + sealedOverhead
)

// origin is the clear beginning of a sealed value.
type origin struct {
	drawer     [idLength]byte
	generation uint32
	version    uint64 // the number of the change that wrote it
}

func (o origin) bytes() []byte {
	b := append([]byte{format}, o.drawer[:]...)
	b = binary.BigEndian.AppendUint32(b, o.generation)
	return binary.BigEndian.AppendUint64(b, o.version)
}

func readOrigin(sealed []byte) (o origin, err error) {
	switch {
	case len(sealed) < recordFixed:
		return o, fmt.Errorf("value of %d bytes: %w", len(sealed), ErrTampered)
	case sealed[0] > format:
		return o, fmt.Errorf("value of format %d: %w", sealed[0], ErrNewerFormat)
	case sealed[0] != format:
		return o, fmt.Errorf("value of format %d: %w", sealed[0], ErrTampered)
	}
	copy(o.drawer[:], sealed[1:])
	o.generation = binary.BigEndian.Uint32(sealed[1+idLength:])
	o.version = binary.BigEndian.Uint64(sealed[1+idLength+4:])
	return o, nil
}

// seal puts a value in a drawer, with its newest key: ErrNoKey when the ring has none for it.
func (k *Keys) seal(o origin, bucket string, key, value []byte) ([]byte, error) {
	with := k.newest(o.drawer)
	if with == nil {
		return nil, fmt.Errorf("sealing %s: %w", bucket, ErrNoKey)
	}
	o.generation = with.generation
	head := o.bytes()
	sealed := make([]byte, 0, recordFixed+paddedLength(len(value)))
	sealed = append(sealed, head...)
	return with.aead.Seal(sealed, nil, pad(value), k.place(head, bucket, key)), nil
}

// open opens a sealed value where it stands: no second copy is made, and sealed is used up.
func (k *Keys) open(bucket string, key, sealed []byte) ([]byte, error) {
	o, err := readOrigin(sealed)
	if err != nil {
		return nil, fmt.Errorf("opening %s %x: %w", bucket, key, err)
	}
	with := k.generation(o.drawer, o.generation)
	if with == nil {
		return nil, fmt.Errorf("opening %s %x: %w", bucket, key, ErrNoKey)
	}
	body := sealed[recordHeader:]
	padded, err := with.aead.Open(body[:0], nil, body, k.place(sealed[:recordHeader], bucket, key))
	if err != nil {
		return nil, fmt.Errorf("opening %s %x: %w", bucket, key, ErrTampered)
	}
	value, ok := unpad(padded)
	if !ok {
		return nil, fmt.Errorf("opening %s %x: padding: %w", bucket, key, ErrTampered)
	}
	return value, nil
}

// place is the associated data of a value: format, drawer, generation and version, the vault, the kind and the key.
// Kind and key are preceded by their length: no two places look the same.
func (k *Keys) place(head []byte, bucket string, key []byte) []byte {
	b := make([]byte, 0, len(head)+idLength+8+len(bucket)+len(key))
	b = append(b, head...)
	b = append(b, k.vault...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(bucket)))
	b = append(b, bucket...)
	b = binary.BigEndian.AppendUint32(b, uint32(len(key)))
	return append(b, key...)
}

// setHash sums up all records of a file, whatever their order: the exclusive or of one keyed hash each. Taking a
// record out and putting it in are the same operation.
type setHash [sha256.Size]byte

// hasher makes the keyed hashes. It is for one goroutine.
//
//	SHA-256( secret 32 · length of kind 4 · length of key 4 · kind · key · origin · nonce · tag )
//
// Lengths come first, so no input is the beginning of another: the plain hash of a secret and a text is then safe, and
// twice as fast as HMAC.
type hasher struct{ input []byte }

func newHasher(secret []byte) *hasher { return &hasher{slices.Clone(secret)} }

// toggle takes a record into the sum, or out of it. The origin, the nonce and the tag say which record it is.
func (h *hasher) toggle(set *setHash, bucket string, key, sealed []byte) {
	b := h.input[:keyLength]
	b = binary.BigEndian.AppendUint32(b, uint32(len(bucket)))
	b = binary.BigEndian.AppendUint32(b, uint32(len(key)))
	b = append(append(b, bucket...), key...)
	if len(sealed) >= recordFixed {
		b = append(append(b, sealed[:recordHeader+12]...), sealed[len(sealed)-16:]...)
	}
	h.input = b
	sum := sha256.Sum256(b)
	for i := range set {
		set[i] ^= sum[i]
	}
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
