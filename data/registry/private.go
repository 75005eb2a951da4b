package registry

import (
	"errors"
	"fmt"

	"mercredi/data"
	"mercredi/data/vault"
)

// secret is what a private note hides from everybody but its author.
type secret struct {
	Title string `cbor:"1,keyasint"`
	Text  string `cbor:"2,keyasint,omitempty"`
}

// conceal seals the title and the text of a private note for its author, on the way to the file. A note of somebody
// who has no key yet stays as it is, hidden by the program alone: it is sealed when its author saves it.
func (r *Registry) conceal(v any) error {
	n, ok := v.(*data.Note)
	if !ok || r.keys == nil || n.Closed() {
		return nil
	}
	n.Sealed = nil
	if !n.Private {
		return nil
	}
	text, err := r.codec.enc.Marshal(secret{n.Title, n.Text})
	if err != nil {
		return fmt.Errorf("sealing a private note: %w", err)
	}
	sealed, err := r.keys.SealFor(n.AuthorID, notePlace(n), text)
	if errors.Is(err, vault.ErrNoKey) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("sealing a private note: %w", err)
	}
	n.Sealed, n.Title, n.Text = sealed, "", ""
	return nil
}

// reveal opens a private note for its author, on the way to memory. For everybody else it stays closed.
func (r *Registry) reveal(v any) {
	n, ok := v.(*data.Note)
	if !ok || r.keys == nil || len(n.Sealed) == 0 || r.keys.Slot().Member != [16]byte(n.AuthorID) {
		return
	}
	text, err := r.keys.OpenOwn(notePlace(n), n.Sealed)
	if err != nil {
		return // sealed before its author's password was lost
	}
	var s secret
	if err := r.codec.dec.Unmarshal(text, &s); err == nil {
		n.Title, n.Text = s.Title, s.Text
	}
}

// notePlace binds a private text to its note, its child and its author.
func notePlace(n *data.Note) []byte {
	b := append([]byte("note"), n.ID[:]...)
	return append(append(b, n.ChildID[:]...), n.AuthorID[:]...)
}
