package journal

import (
	"bytes"
	"cmp"
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"slices"
)

// Verifier reads the entries of a chain in order, and believes each only when it fits the one before.
type Verifier struct {
	// Current are the signing keys of those who hold a key of the vault now, by slot: the ring vouches for them, also in
	// a chain that was restored from before they came.
	Current map[[16]byte]ed25519.PublicKey

	number  uint64
	hash    []byte
	signers map[[16]byte][]ed25519.PublicKey // a slot has another key after a reset of its password
	entries int
	waiting []Entry // of a pruned chain: entries before the checkpoint to come
	unknown []Entry // whose signer is still to be told
	start   []byte  // what the first kept entry says is before it
	first   uint64
	vouched bool
}

// BrokenError says which entry does not fit. It is ErrBroken.
type BrokenError struct {
	Number uint64
	Why    string
}

func (e *BrokenError) Error() string { return fmt.Sprintf("journal entry %d: %s", e.Number, e.Why) }

// Is makes errors.Is(err, ErrBroken) true.
func (e *BrokenError) Is(target error) bool { return target == ErrBroken }

// Add reads the next entry, as it is kept.
func (v *Verifier) Add(value []byte) (Entry, error) {
	e, err := Read(value)
	if err != nil {
		return Entry{}, &BrokenError{v.number + 1, "cannot be read"}
	}
	again, err := encoding.Marshal(e)
	if err != nil || !bytes.Equal(again, value) {
		return e, &BrokenError{v.number + 1, "is not in its one form"}
	}
	if v.entries == 0 {
		v.begin(e)
	} else if e.Number != v.number+1 || !bytes.Equal(e.Prev, v.hash) {
		return e, &BrokenError{v.number + 1, "is missing, or does not follow the one before"}
	}
	hash := sha256.Sum256(value)
	v.number, v.hash = e.Number, hash[:]
	v.entries++
	return e, v.believe(e)
}

func (v *Verifier) begin(e Entry) {
	v.first, v.start = e.Number, e.Prev
	v.signers = map[[16]byte][]ed25519.PublicKey{}
	v.vouched = e.Number == 1 && bytes.Equal(e.Prev, make([]byte, sha256.Size))
	if v.vouched {
		v.learn(e) // the founder's own key: the first entry of all
	}
}

// learn takes in who may sign. A key that was given, or changed, just before a power cut or before the backup that was
// restored is told later than it was used: entries that wait for it are looked at again.
func (v *Verifier) learn(e Entry) {
	for _, s := range e.Signers {
		key := ed25519.PublicKey(s.Key)
		if len(key) == ed25519.PublicKeySize && !slices.ContainsFunc(v.signers[s.Slot], func(k ed25519.PublicKey) bool { return k.Equal(key) }) {
			v.signers[s.Slot] = append(v.signers[s.Slot], key)
		}
	}
	if len(e.Signers) > 0 {
		waiting := v.unknown
		v.unknown = nil
		for _, w := range waiting {
			v.verify(w)
		}
	}
}

// believe verifies the signature, at once or, in a pruned chain, when its checkpoint comes.
func (v *Verifier) believe(e Entry) error {
	if c := e.Checkpoint; c != nil && !v.vouched && c.First == v.first && bytes.Equal(c.Prev, v.start) {
		v.learn(e) // a checkpoint tells its own signer too
		if !v.knows(e) {
			return &BrokenError{e.Number, "is a checkpoint that nobody vouches for"}
		}
		v.vouched = true
		for _, w := range v.waiting {
			v.verify(w)
		}
		v.waiting = nil
		return nil
	}
	if !v.vouched {
		v.waiting = append(v.waiting, e)
		return nil
	}
	v.verify(e)
	return nil
}

// verify believes an entry that somebody known signed, and with it the signers that it tells.
func (v *Verifier) verify(e Entry) {
	if !v.knows(e) {
		v.unknown = append(v.unknown, e)
		return
	}
	v.learn(e)
}

// knows reports whether one of the keys of its slot, told so far or in the ring now, signed an entry.
func (v *Verifier) knows(e Entry) bool {
	return slices.ContainsFunc(v.signers[e.By], e.signedBy) || e.signedBy(v.Current[e.By])
}

// stranger is the first entry that nobody known signed, if there is one.
func (v *Verifier) stranger() error {
	if len(v.unknown) == 0 {
		return nil
	}
	first := slices.MinFunc(v.unknown, func(a, b Entry) int { return cmp.Compare(a.Number, b.Number) })
	if _, known := v.Current[first.By]; known || len(v.signers[first.By]) > 0 {
		return &BrokenError{first.Number, "is not signed by whom it says"}
	}
	return &BrokenError{first.Number, "is signed by nobody known"}
}

func (e Entry) signedBy(key ed25519.PublicKey) bool {
	signed, err := e.signed()
	return err == nil && len(key) == ed25519.PublicKeySize && ed25519.Verify(key, signed, e.Signature)
}

// End says whether the chain read so far is whole and leads to a head.
func (v *Verifier) End(h Head) error {
	switch {
	case v.entries == 0 && h.Number == 0:
		return nil
	case v.number != h.Number || !bytes.Equal(v.hash, h.Hash):
		return &BrokenError{v.number + 1, "is missing at the end"}
	case v.first != max(h.First, 1):
		return &BrokenError{v.first, "is not the first that should be there"}
	case !v.vouched:
		return &BrokenError{v.first, "comes after entries that no checkpoint vouches for"}
	}
	return v.stranger()
}
