package sample

import (
	"encoding/binary"
	"math/rand/v2"

	"mercredi/data"
)

// draw is the only source of chance: one seeded stream, so the same options give the same town.
type draw struct {
	*rand.Rand
	stream *rand.ChaCha8
	err    error // the first id that could not be drawn
}

func newDraw(seed uint64) *draw {
	var key [32]byte
	copy(key[:], "mercredi, ville de Sauvelande")
	binary.LittleEndian.PutUint64(key[24:], seed)
	stream := rand.NewChaCha8(key)
	return &draw{Rand: rand.New(stream), stream: stream}
}

// id draws the id of a record.
func id[T any](d *draw) data.ID[T] {
	x, err := data.NewID[T](d.stream)
	if err != nil && d.err == nil {
		d.err = err
	}
	return x
}

// oneOf draws an element; list is never empty.
func oneOf[T any](d *draw, list []T) T { return list[d.IntN(len(list))] }

// chance is true percent times out of a hundred.
func (d *draw) chance(percent int) bool { return d.IntN(100) < percent }

// between draws a number from low to high, both included.
func (d *draw) between(low, high int) int { return low + d.IntN(high-low+1) }

func answer(yes bool) data.Answer {
	if yes {
		return data.Yes
	}
	return data.No
}
