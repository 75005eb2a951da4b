// Package journal is the chain of what was done: who, when, what, to which child by a random number, never by name.
package journal

import "errors"

// ErrBroken says that an entry is missing, changed, or not signed by whom it says.
var ErrBroken = errors.New("journal does not hold together")
