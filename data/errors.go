package data

import "errors"

// The errors of the domain. Callers test them with errors.Is; people read them through fr.Error.
var (
	ErrBadID   = errors.New("not an id")
	ErrBadDate = errors.New("not a date")
)
