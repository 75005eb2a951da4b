package vault

import (
	"encoding/binary"
	"fmt"
)

const drawerLength, erasedLength = idLength + 4 + keyLength + sealedOverhead, idLength + 4

// drawers are kept as one byte string, eighty bytes a drawer: id, generation (big-endian), sealed key. A ring of ten
// thousand children is then read and written in a few milliseconds.
type drawers []drawer

// MarshalBinary implements encoding.BinaryMarshaler, for CBOR.
func (ds drawers) MarshalBinary() ([]byte, error) {
	b := make([]byte, 0, len(ds)*drawerLength)
	for i := range ds {
		b = append(b, ds[i].id[:]...)
		b = binary.BigEndian.AppendUint32(b, ds[i].generation)
		b = append(b, ds[i].key[:]...)
	}
	return b, nil
}

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (ds *drawers) UnmarshalBinary(b []byte) error {
	if len(b)%drawerLength != 0 {
		return fmt.Errorf("drawers of %d bytes: %w", len(b), ErrTampered)
	}
	*ds = make(drawers, len(b)/drawerLength)
	for i := range *ds {
		d := &(*ds)[i]
		b = b[copy(d.id[:], b):]
		d.generation = binary.BigEndian.Uint32(b)
		b = b[4:]
		b = b[copy(d.key[:], b):]
	}
	return nil
}

// erasures are kept like drawers: id, day (big-endian).
type erasures []erased

// MarshalBinary implements encoding.BinaryMarshaler, for CBOR.
func (es erasures) MarshalBinary() ([]byte, error) {
	b := make([]byte, 0, len(es)*erasedLength)
	for i := range es {
		b = append(b, es[i].id[:]...)
		b = binary.BigEndian.AppendUint32(b, es[i].on)
	}
	return b, nil
}

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (es *erasures) UnmarshalBinary(b []byte) error {
	if len(b)%erasedLength != 0 {
		return fmt.Errorf("tombstones of %d bytes: %w", len(b), ErrTampered)
	}
	*es = make(erasures, len(b)/erasedLength)
	for i := range *es {
		b = b[copy((*es)[i].id[:], b):]
		(*es)[i].on = binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	return nil
}

// place is the associated data of a drawer's key.
func (d *drawer) place(vaultID []byte) []byte {
	b := append([]byte("mercredi drawer"), vaultID...)
	b = append(b, d.id[:]...)
	return binary.BigEndian.AppendUint32(b, d.generation)
}
