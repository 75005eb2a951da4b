package data

import (
	"encoding/base32"
	"fmt"
	"io"
	"strings"
)

// ID names one record of kind T for ever. It is random, so that it says nothing about what it names.
// The zero ID names nothing.
type ID[T any] [16]byte

// idText is the alphabet of printed ids: lower case, no padding.
var idText = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewID draws an id from random.
func NewID[T any](random io.Reader) (ID[T], error) {
	var id ID[T]
	if _, err := io.ReadFull(random, id[:]); err != nil {
		return ID[T]{}, fmt.Errorf("drawing an id: %w", err)
	}
	return id, nil
}

// ParseID reads what String wrote.
func ParseID[T any](s string) (ID[T], error) {
	var id ID[T]
	b, err := idText.DecodeString(strings.ToLower(strings.TrimSpace(s)))
	if err != nil || len(b) != len(id) {
		return ID[T]{}, fmt.Errorf("parsing id %q: %w", s, ErrBadID)
	}
	copy(id[:], b)
	return id, nil
}

// UnmarshalBinary reads the 16 bytes of a kept id; another length is an error. Decoders call it in place of their own
// way into an array, which goes byte by byte: there are a million ids in a large file.
func (id *ID[T]) UnmarshalBinary(b []byte) error {
	if len(b) != len(id) {
		return fmt.Errorf("reading an id of %d bytes: %w", len(b), ErrBadID)
	}
	copy(id[:], b)
	return nil
}

// IsZero reports whether id names nothing.
func (id ID[T]) IsZero() bool { return id == ID[T]{} }

// String is the 26 letters and digits that ParseID reads.
func (id ID[T]) String() string { return idText.EncodeToString(id[:]) }

// Reference is the short form printed on papers: enough to find the record, nothing about the person.
func (id ID[T]) Reference() string { return strings.ToUpper(id.String()[:8]) }
