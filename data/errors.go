package data

import "errors"

// The errors of the domain. Callers test them with errors.Is; people read them through fr.Error.
var (
	ErrBadID          = errors.New("not an id")
	ErrBadDate        = errors.New("not a date")
	ErrBadSum         = errors.New("not a sum of money")
	ErrBadNumber      = errors.New("not a number of the plan")
	ErrMissing        = errors.New("missing")
	ErrTooLong        = errors.New("too long")
	ErrOutOfRange     = errors.New("out of range")
	ErrFutureBirth    = errors.New("birth date in the future")
	ErrTooOld         = errors.New("birth date too long ago")
	ErrEndBeforeStart = errors.New("end before start")
	ErrDuplicate      = errors.New("twice in the list")
	ErrBadLogo        = errors.New("not a picture that papers can carry")
)
