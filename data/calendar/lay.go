package calendar

import (
	"errors"
	"fmt"
	"time"

	"mercredi/data"
)

// The reasons why a rule cannot be laid whole, besides ErrUnknownYear.
var (
	ErrEmptyRule = errors.New("rule without a count or a last day")
	ErrTooLate   = errors.New("last day reached")
)

// Rule says how the sessions of a cycle fall: every weekday from First on, Count times, never after Until.
// Public holidays and closings are always skipped; school holidays only if SkipHolidays.
type Rule struct {
	Weekday      time.Weekday
	First        data.Date
	Count        int       // zero: as many as there are until Until
	Until        data.Date // zero: no limit
	SkipHolidays bool
}

// ShortError says that fewer sessions could be laid than wanted. It wraps ErrUnknownYear or ErrTooLate.
type ShortError struct {
	Wanted, Laid int       // Wanted is zero when the rule had no count
	Last         data.Date // the last day that could be looked at: end of the known calendar, or Until
	Err          error
}

func (e *ShortError) Error() string {
	return fmt.Sprintf("laying sessions: %d laid, %d wanted: %v", e.Laid, e.Wanted, e.Err)
}

// Unwrap gives the reason.
func (e *ShortError) Unwrap() error { return e.Err }

// Lay puts the sessions of a rule on dates. With a *ShortError it still gives the dates that could be laid.
func (c Calendar) Lay(r Rule) ([]data.Date, error) {
	if !r.First.Valid() {
		return nil, fmt.Errorf("laying sessions: first day: %w", data.ErrBadDate)
	}
	if r.Count < 0 || r.Count == 0 && r.Until.IsZero() {
		return nil, fmt.Errorf("laying sessions: %w", ErrEmptyRule)
	}
	var dates []data.Date
	for d := nextWeekday(r.Weekday, r.First); r.Count == 0 || len(dates) < r.Count; d = d.AddDays(7) {
		if !r.Until.IsZero() && d > r.Until {
			if r.Count == 0 {
				return dates, nil
			}
			return dates, &ShortError{r.Count, len(dates), r.Until, ErrTooLate}
		}
		if d.IsZero() || r.SkipHolidays && !c.Known(d) {
			return dates, &ShortError{r.Count, len(dates), c.LastKnown(), ErrUnknownYear}
		}
		state := c.reason(d).State
		skipped := state == StatePublicHoliday || state == StateClosing || state == StateSchoolHolidays && r.SkipHolidays
		if !skipped {
			dates = append(dates, d)
		}
	}
	return dates, nil
}
