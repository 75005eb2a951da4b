package registry

import (
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
)

// format is the format number of the values written by this program. It is the first byte of every value.
const format = 1

// ErrNewerFormat says that a value was written by a later version of the program.
var ErrNewerFormat = errors.New("written by a later version")

// migrations lifts the CBOR of a value from one format to the next, by bucket: migrations[bucket][1] makes a
// value of format 2 out of one of format 1. A bucket or a format that is absent did not change.
type migrations map[Noun]map[byte]func([]byte) ([]byte, error)

// released is the chain of migrations between the formats released so far.
var released = migrations{}

// codec turns records into bytes and back.
//
//	value = format (1 byte) · record (CBOR, core deterministic, integer keys)
//
// Deterministic: the same record gives the same bytes. Strict: an unknown field, a field given twice, an indefinite
// length or broken UTF-8 is an error, so that a damaged or foreign value is never half-read.
type codec struct {
	enc  cbor.EncMode
	dec  cbor.DecMode
	from migrations
	now  byte
}

func newCodec(from migrations, now byte) (*codec, error) {
	enc, err := cbor.CoreDetEncOptions().EncMode()
	if err != nil {
		return nil, fmt.Errorf("preparing the encoder: %w", err)
	}
	dec, err := cbor.DecOptions{
		DupMapKey:         cbor.DupMapKeyEnforcedAPF,
		IndefLength:       cbor.IndefLengthForbidden,
		ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
		UTF8:              cbor.UTF8RejectInvalid,
		MaxNestedLevels:   8,
		MaxArrayElements:  10_000,
		MaxMapPairs:       1_000,
	}.DecMode()
	if err != nil {
		return nil, fmt.Errorf("preparing the decoder: %w", err)
	}
	return &codec{enc, dec, from, now}, nil
}

func (c *codec) encode(v any) ([]byte, error) {
	b, err := c.enc.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encoding %T: %w", v, err)
	}
	return append([]byte{c.now}, b...), nil
}

// decode reads a value of any released format into v.
func (c *codec) decode(noun Noun, value []byte, v any) error {
	if len(value) == 0 {
		return fmt.Errorf("decoding %s: empty value", noun)
	}
	f, body := value[0], value[1:]
	if f > c.now {
		return fmt.Errorf("decoding %s of format %d: %w", noun, f, ErrNewerFormat)
	}
	for ; f < c.now; f++ {
		lift, ok := c.from[noun][f]
		if !ok {
			continue
		}
		var err error
		if body, err = lift(body); err != nil {
			return fmt.Errorf("lifting %s from format %d: %w", noun, f, err)
		}
	}
	if err := c.dec.Unmarshal(body, v); err != nil {
		return fmt.Errorf("decoding %s: %w", noun, err)
	}
	return nil
}
