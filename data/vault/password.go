package vault

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// MinPasswordLength is in characters. It is the only rule: length helps, signs and digits on demand do not.
const MinPasswordLength = 10

// Cost is what Argon2id asks for one try at the password.
type Cost struct {
	MemoryKiB uint32 `cbor:"1,keyasint,omitempty"`
	Passes    uint32 `cbor:"2,keyasint,omitempty"`
	Lanes     uint8  `cbor:"3,keyasint,omitempty"`
}

// DefaultCost is for an office PC with 8 GiB: half a second to a second. Calibrate fits it to the PC at hand.
var DefaultCost = Cost{MemoryKiB: 256 << 10, Passes: 3, Lanes: 4}

// leastMemoryKiB is the second choice of RFC 9106, section 4: Calibrate never goes under it.
const leastMemoryKiB = 64 << 10

// Calibrate fits the cost of a password to this PC: half a second to a second for one try, never under 64 MiB and
// three passes. It takes about as long.
func Calibrate(now func() time.Time) Cost {
	c := DefaultCost
	for {
		start := now()
		c.derive("calibration", make([]byte, saltLength))
		took := now().Sub(start)
		switch {
		case took > time.Second && c.MemoryKiB > leastMemoryKiB:
			c.MemoryKiB /= 2
		case took > 0 && took < time.Second/2:
			c.Passes = min(20, max(c.Passes, uint32(float64(c.Passes)*0.75/took.Seconds())))
			return c
		default:
			return c
		}
	}
}

var errBadCost = errors.New("cost of the password out of bounds")

// check bounds a cost, also one that was read: a forged ring must not freeze the PC.
func (c Cost) check() error {
	memory := c.MemoryKiB >= 8 && c.MemoryKiB <= 4<<20
	passes := c.Passes >= 1 && c.Passes <= 20
	lanes := c.Lanes >= 1 && c.Lanes <= 16
	if !memory || !passes || !lanes {
		return fmt.Errorf("%d KiB, %d passes, %d lanes: %w", c.MemoryKiB, c.Passes, c.Lanes, errBadCost)
	}
	return nil
}

func (c Cost) derive(password string, salt []byte) []byte {
	key := argon2.IDKey([]byte(normal(password)), salt, c.Passes, c.MemoryKiB, c.Lanes, keyLength)
	if c.MemoryKiB >= leastMemoryKiB {
		debug.FreeOSMemory() // a quarter of a gigabyte that nothing else will need
	}
	return key
}

// normal gives one form to a password, however the keyboard composes its accents. Spaces and case count.
func normal(password string) string { return norm.NFC.String(password) }

// CheckPassword answers ErrWeakPassword for one that is too short.
func CheckPassword(password string) error {
	if n := utf8.RuneCountInString(normal(password)); n < MinPasswordLength {
		return fmt.Errorf("%d characters of at least %d: %w", n, MinPasswordLength, ErrWeakPassword)
	}
	return nil
}
