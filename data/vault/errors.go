package vault

import "errors"

// The errors of a vault. Callers test them with errors.Is; people read them through fr.Error.
var (
	ErrWeakPassword  = errors.New("password is too short")
	ErrWrongPassword = errors.New("wrong password")
	ErrNotAVault     = errors.New("not a vault")
	ErrAlreadyVault  = errors.New("store holds a vault already")
	ErrOtherVault    = errors.New("key ring of another vault")
	ErrTampered      = errors.New("sealed bytes were changed or moved")
	ErrNewerFormat   = errors.New("vault was made by a later version")
	ErrFormerFormat  = errors.New("vault of the former format, with one password for all")
	ErrLastKey       = errors.New("last key of a coordinator")
	ErrOldRing       = errors.New("key ring is older than the data")
	ErrNoKey         = errors.New("no key for this record")
)
