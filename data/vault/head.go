package vault

import (
	"bytes"
	"errors"
	"fmt"

	"mercredi/data/kv"
)

// Where the head stands. The sealed store refuses this bucket.
const headBucket, headKey = "vault", "head"

const longestMark = 1024 // bytes

// head sums up the file: which change is the last, and what all records together are. It is sealed in the shared
// drawer, and rewritten by every change.
type head struct {
	Counter uint64 `cbor:"1,keyasint"` // number of the last change
	Records uint64 `cbor:"2,keyasint"`
	Set     []byte `cbor:"3,keyasint"` // setHash of the records
	Epoch   uint64 `cbor:"4,keyasint"` // of the ring, at the last change: an older ring is refused
	Applied uint64 `cbor:"5,keyasint"` // tombstones of the ring whose records were taken out
	Mark    []byte `cbor:"6,keyasint,omitempty"`
}

// headStart is the clear beginning of the head: it tells a vault, its format and which ring opens it.
func headStart(vaultID []byte) []byte { return append([]byte("MERCREDI\x00\x02"), vaultID...) }

const headStartLength = 10 + idLength

// former tells a head of format 1, which is a CBOR map of six.
func former(b []byte) bool { return len(b) > 3 && b[0] == 0xA6 && b[1] == 0x01 && b[2] == 0x01 }

// Format looks at a store without any secret: 2, 1 for a vault of the former format, ErrNotAVault, ErrNewerFormat. For
// format 2 it answers which vault it is.
func Format(store kv.Store) (version int, vaultID [16]byte, err error) {
	err = store.View(func(tx kv.Tx) error {
		b, err := tx.Get(headBucket, []byte(headKey))
		switch {
		case errors.Is(err, kv.ErrNotFound):
			return ErrNotAVault
		case err != nil:
			return err
		case former(b):
			version = 1
			return nil
		case len(b) >= headStartLength && bytes.HasPrefix(b, []byte("MERCREDI\x00")):
			version = int(b[9])
			copy(vaultID[:], b[10:])
		default:
			return fmt.Errorf("head of the file: %w", ErrTampered)
		}
		if version > format {
			return fmt.Errorf("format %d: %w", version, ErrNewerFormat)
		}
		if version != format {
			return fmt.Errorf("head of the file: %w", ErrTampered)
		}
		return nil
	})
	return version, vaultID, err
}

// readHead opens the head with any generation of the shared key that the ring has.
func (k *Keys) readHead(tx kv.Tx) (head, error) {
	b, err := tx.Get(headBucket, []byte(headKey))
	if errors.Is(err, kv.ErrNotFound) {
		return head{}, ErrNotAVault
	}
	if err != nil {
		return head{}, err
	}
	start := headStart(k.vault)
	if !bytes.HasPrefix(b, start) {
		if former(b) {
			return head{}, ErrFormerFormat
		}
		if len(b) >= headStartLength && bytes.Equal(b[:10], start[:10]) {
			return head{}, ErrOtherVault
		}
		return head{}, fmt.Errorf("head of the file: %w", ErrTampered)
	}
	value, err := k.open(headBucket, []byte(headKey), b[headStartLength:])
	if errors.Is(err, ErrNoKey) {
		return head{}, ErrOldRing // sealed by a generation that this ring does not know yet
	}
	if err != nil {
		return head{}, err
	}
	var h head
	if err := strict.Unmarshal(value, &h); err != nil || len(h.Set) != len(setHash{}) || len(h.Mark) > longestMark {
		return head{}, fmt.Errorf("reading the head: %w", ErrTampered)
	}
	if h.Epoch > k.Epoch() {
		return head{}, fmt.Errorf("ring of epoch %d, data of epoch %d: %w", k.Epoch(), h.Epoch, ErrOldRing)
	}
	return h, nil
}

func (k *Keys) writeHead(tx kv.Tx, h head) error {
	value, err := encoding.Marshal(h)
	if err != nil {
		return err
	}
	sealed, err := k.seal(origin{drawer: shared, version: h.Counter}, headBucket, []byte(headKey), value)
	if err != nil {
		return err
	}
	return tx.Put(headBucket, []byte(headKey), append(headStart(k.vault), sealed...))
}

// set is the head's sum of records.
func (h *head) set() (s setHash) {
	copy(s[:], h.Set)
	return s
}
