package planning

import (
	"math/bits"
	"math/rand/v2"
)

// chance is the randomness of a search: whole numbers only, so that a seed means the same on every machine.
type chance struct{ rand.PCG }

func newChance(seed uint64) *chance { return &chance{*rand.NewPCG(seed, 0x9e3779b97f4a7c15)} }

// below answers a number from 0 to n−1.
func (c *chance) below(n int) int {
	high, _ := bits.Mul64(c.Uint64(), uint64(n))
	return int(high)
}

// oneIn is true once in n times.
func (c *chance) oneIn(n int) bool { return c.below(n) == 0 }

// luck answers −log2 of a uniform number of ]0, 1], in 65536ths: how many halvings of the chances a loss may cost.
func (c *chance) luck() int64 {
	u := c.Uint64() | 1
	zeros := bits.LeadingZeros64(u)
	mantissa := u << zeros >> 55 & 255 // the eight bits that follow the first one
	return int64(zeros+1)<<16 - logs[mantissa]
}

// logs are log2(1 + i/256) in 65536ths.
var logs = func() (table [256]int64) {
	for i := range table {
		x := uint64(256+i) << 23 // 1 is 1<<31
		for range 16 {
			x = x * x >> 31
			table[i] <<= 1
			if x >= 1<<32 {
				table[i]++
				x >>= 1
			}
		}
	}
	return table
}()

// cooled is a heat after so many 65536ths of octave: heat × 2^-octaves.
func cooled(heat int64, octaves int64) int64 {
	heat >>= min(octaves>>16, 62)
	part := octaves & 0xffff
	// 2^-part between 1 and 1/2, from the table read backwards: the i where log2(1 + i/256) reaches 1 − part.
	low, high := 0, 256
	for low < high {
		if mid := (low + high) / 2; logs[min(mid, 255)] < 1<<16-part {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return heat * int64(256+low) >> 9
}
