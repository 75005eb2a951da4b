package journal_test

import (
	"crypto/ed25519"
	"errors"
	"testing"

	"mercredi/data/journal"
)

// TestKeyToldLaterThanItWasUsedIsBelieved is what a power cut between the key ring and the journal leaves: the new key
// opens the vault and signs, and no entry before tells of it. A restored older backup does the same.
func TestKeyToldLaterThanItWasUsedIsBelieved(t *testing.T) {
	founder, colleague := [16]byte{1}, [16]byte{2}
	keys := map[[16]byte]ed25519.PrivateKey{}
	public := func(slot [16]byte) ed25519.PublicKey { return keys[slot].Public().(ed25519.PublicKey) }
	for slot := range map[[16]byte]bool{founder: true, colleague: true} {
		keys[slot] = ed25519.NewKeyFromSeed(append(slot[:], slot[:]...))
	}
	told := func(slot [16]byte) []journal.Signer { return []journal.Signer{{Slot: slot, Key: public(slot)}} }
	verify := func(current map[[16]byte]ed25519.PublicKey, entries ...journal.Entry) error {
		v, head := &journal.Verifier{Current: current}, journal.Head{}
		for _, e := range entries {
			value, next, err := head.Next(e, keys[e.By])
			if err != nil {
				t.Fatal(err)
			}
			if _, err := v.Add(value); err != nil {
				return err
			}
			head = next
		}
		return v.End(head)
	}
	first := journal.Entry{By: founder, Signers: told(founder)}
	early, late := journal.Entry{By: colleague}, journal.Entry{By: founder, Signers: told(colleague)}
	if err := verify(nil, first, early, early, late, early); err != nil {
		t.Errorf("told later by an entry: %v", err)
	}
	if err := verify(map[[16]byte]ed25519.PublicKey{colleague: public(colleague)}, first, early); err != nil {
		t.Errorf("told by the vault: %v", err)
	}
	err := verify(map[[16]byte]ed25519.PublicKey{founder: public(founder)}, first, early)
	if broken, ok := errors.AsType[*journal.BrokenError](err); !ok || broken.Number != 2 {
		t.Errorf("never told: %v", err)
	}
	// Who is told by nobody but themselves is not believed.
	if err := verify(nil, first, journal.Entry{By: colleague, Signers: told(colleague)}); !errors.Is(err, journal.ErrBroken) {
		t.Errorf("told by itself: %v", err)
	}
}
