package registry

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/fxamacker/cbor/v2"

	"mercredi/data"
)

func newTestCodec(t *testing.T, from migrations, now byte) *codec {
	t.Helper()
	c, err := newCodec(from, now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSameRecordGivesTheSameBytesAndComesBackWhole(t *testing.T) {
	c := newTestCodec(t, released, format)
	sheet := data.Attendance{
		GroupID: data.ID[data.Group]{1}, Marks: []data.ChildMark{{ChildID: data.ID[data.Child]{2}, Mark: data.Late}},
	}
	first, err := c.encode(&sheet)
	if err != nil {
		t.Fatal(err)
	}
	second, _ := c.encode(&sheet)
	if !bytes.Equal(first, second) || first[0] != format {
		t.Errorf("encoded as %x, then as %x", first, second)
	}
	var back data.Attendance
	if err := c.decode(Attendances, first, &back); err != nil || !reflect.DeepEqual(back, sheet) {
		t.Errorf("came back as %+v, %v", back, err)
	}
}

func TestDamagedOrForeignValueIsNeverHalfRead(t *testing.T) {
	c := newTestCodec(t, released, format)
	good, err := c.encode(&data.Room{Name: "Blue"})
	if err != nil {
		t.Fatal(err)
	}
	for what, value := range map[string][]byte{
		"empty":             {},
		"format alone":      {format},
		"cut":               good[:len(good)-1],
		"followed":          append(bytes.Clone(good), 0),
		"unknown field":     {format, 0xa1, 0x18, 99, 0x01},
		"field given twice": {format, 0xa2, 0x0a, 0x61, 'a', 0x0a, 0x61, 'b'},
		"indefinite length": {format, 0xbf, 0x0a, 0x61, 'a', 0xff},
		"broken UTF-8":      {format, 0xa1, 0x0a, 0x61, 0xff},
		"another type":      {format, 0xa1, 0x0a, 0x01},
	} {
		if err := c.decode(Rooms, value, new(data.Room)); err == nil {
			t.Errorf("%s: read without an error", what)
		}
	}
}

func TestOldValueIsLiftedThroughEachFormat(t *testing.T) {
	rename := func(from, to uint64) func([]byte) ([]byte, error) {
		return func(b []byte) ([]byte, error) {
			var fields map[uint64]any
			if err := cbor.Unmarshal(b, &fields); err != nil {
				return nil, err
			}
			fields[to] = fields[from]
			delete(fields, from)
			return cbor.Marshal(fields)
		}
	}
	refused := errors.New("cannot be lifted")
	steps := migrations{
		Rooms:   {1: rename(200, 201), 3: rename(201, 10)}, // format 2 to 3 changed nothing
		Members: {1: func([]byte) ([]byte, error) { return nil, refused }},
	}
	c := newTestCodec(t, steps, 4)
	old := []byte{1, 0xa1, 0x18, 200, 0x64, 'B', 'l', 'u', 'e'}
	var room data.Room
	if err := c.decode(Rooms, old, &room); err != nil || room.Name != "Blue" {
		t.Errorf("lifted to %q, %v", room.Name, err)
	}
	if err := c.decode(Members, old, new(data.Member)); !errors.Is(err, refused) {
		t.Errorf("error is %v", err)
	}
	if err := c.decode(Rooms, []byte{5, 0xa0}, &room); !errors.Is(err, ErrNewerFormat) {
		t.Errorf("error of a later format is %v", err)
	}
}
