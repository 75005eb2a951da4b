package bolt

import (
	"fmt"
	"runtime/debug"

	"mercredi/data/kv"
)

// guard runs one step of bbolt. A panic in it, or a fault in the mapped file, means that the file is not what bbolt
// believes: kv.ErrDamaged. The caller's own functions run outside of it, so that their panics stay panics.
func guard(step func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", kv.ErrDamaged, p)
		}
	}()
	return step()
}
