package vault

import (
	"bytes"
	"crypto/hpke"
	"fmt"
	"slices"
)

// What is private is sealed once more, inside its record: with the own key of its author, which nobody else holds,
// or, when somebody else puts it in the file (an import), to the public key of its author.
const (
	byAuthor byte = 1
	toAuthor byte = 2
)

// SealFor seals a text for one member alone: ErrNoKey when the member has no slot. place binds it to its record.
func (k *Keys) SealFor(member [16]byte, place, text []byte) ([]byte, error) {
	if k.Slot().Member == member && member != [16]byte{} {
		own, err := deriveCipher(k.seed, k.vault, "mercredi private")
		if err != nil {
			return nil, err
		}
		return own.Seal([]byte{byAuthor}, nil, pad(text), place), nil
	}
	k.mu.Lock()
	at := slices.IndexFunc(k.body.Slots, func(s slot) bool { return !s.Paper && bytes.Equal(s.Member, member[:]) })
	if at < 0 {
		k.mu.Unlock()
		return nil, fmt.Errorf("sealing for a member: %w", ErrNoKey)
	}
	bytesOf := k.body.Slots[at].Public
	k.mu.Unlock()
	public, err := hpke.MLKEM768X25519().NewPublicKey(bytesOf)
	if err != nil {
		return nil, err
	}
	sealed, err := hpke.Seal(public, hpke.HKDFSHA256(), hpke.AES256GCM(), k.privatePlace(place), pad(text))
	return append([]byte{toAuthor}, sealed...), err
}

// OpenOwn opens what was sealed for the keyholder: ErrNoKey for what was sealed for somebody else, or for a seed that
// was lost.
func (k *Keys) OpenOwn(place, sealed []byte) ([]byte, error) {
	if len(sealed) < 1 {
		return nil, fmt.Errorf("opening a private text: %w", ErrTampered)
	}
	var padded []byte
	switch sealed[0] {
	case byAuthor:
		own, err := deriveCipher(k.seed, k.vault, "mercredi private")
		if err != nil {
			return nil, err
		}
		if padded, err = own.Open(nil, nil, sealed[1:], place); err != nil {
			return nil, fmt.Errorf("opening a private text: %w", ErrNoKey)
		}
	case toAuthor:
		pair, err := pairOf(k.seed, k.vault)
		if err != nil {
			return nil, err
		}
		padded, err = hpke.Open(pair, hpke.HKDFSHA256(), hpke.AES256GCM(), k.privatePlace(place), sealed[1:])
		if err != nil {
			return nil, fmt.Errorf("opening a private text: %w", ErrNoKey)
		}
	default:
		return nil, fmt.Errorf("opening a private text: %w", ErrTampered)
	}
	text, ok := unpad(padded)
	if !ok {
		return nil, fmt.Errorf("opening a private text: padding: %w", ErrTampered)
	}
	return text, nil
}

func (k *Keys) privatePlace(place []byte) []byte {
	return append(append([]byte("mercredi private"), k.vault...), place...)
}
