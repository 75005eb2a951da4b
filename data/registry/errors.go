package registry

import (
	"errors"
	"fmt"

	"mercredi/data"
)

// The errors of the rules that span records. Only what is impossible is refused; what is unusual is a warning that
// asks for a reason (NeedsReason).
var (
	ErrAlreadyEnrolled  = errors.New("child already has a place in the cycle on those days")
	ErrNotEnrolled      = errors.New("child has no place in the group or the cycle")
	ErrNotWaiting       = errors.New("child is not on the waiting list")
	ErrOtherCycle       = errors.New("group of another cycle")
	ErrCycleClosed      = errors.New("cycle is closed")
	ErrArchived         = errors.New("record is archived")
	ErrMarked           = errors.New("attendance is already marked on those days")
	ErrNotExpected      = errors.New("child is not expected on that day")
	ErrNotYet           = errors.New("session has not taken place yet")
	ErrSessionCancelled = errors.New("session is cancelled")
	ErrUnknownCriterion = errors.New("criterion or level is not in the rubric")
	ErrFinal            = errors.New("bilan is final")
	ErrNoSessionYet     = errors.New("plan has no session")
	ErrKeepDay          = errors.New("day until which a file is kept is not to come, or too far")
	ErrPlanOld          = errors.New("plan was made for another state of the file")
	ErrChangedSince     = errors.New("records have changed since")
	ErrNoSpareDay       = errors.New("no spare day is free")
	ErrRunning          = errors.New("child has a running place")
)

// NeedsReason says that something unusual was asked without saying why. Ask again with a reason for each warning.
type NeedsReason struct{ Warnings []data.WarningCode }

func (e *NeedsReason) Error() string { return fmt.Sprintf("warnings %v need a reason", e.Warnings) }

// NotReady says what a bilan still lacks before it can be made final.
type NotReady struct{ Gaps []BilanGap }

func (e *NotReady) Error() string { return fmt.Sprintf("bilan lacks %d things", len(e.Gaps)) }
