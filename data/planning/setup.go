package planning

import "fmt"

// SetupError says that a problem contradicts itself: no search can begin.
type SetupError struct{ Faults []Fault }

func (e *SetupError) Error() string { return fmt.Sprintf("problem contradicts itself: %v", e.Faults) }

// Fault is one cause why a set-up cannot be planned, or only in part. About are ids.
type Fault struct {
	Code         FaultCode
	About        []string
	Count, Limit int
}

// FaultCode names a cause.
type FaultCode string

// contradictions are the faults with which nothing can be worked out.
func contradictions(p *Problem) []Fault { return nil }
