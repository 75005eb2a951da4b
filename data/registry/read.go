package registry

import (
	"fmt"
	"slices"
	"strings"

	"mercredi/data"
)

// find is a copy of a record to change inside a transaction. The lock is held.
func find[T any](t *Table[T], id data.ID[T]) (T, error) {
	row, ok := t.rows[id]
	if !ok {
		var none T
		return none, fmt.Errorf("looking for %s: %w", t.noun, ErrGone)
	}
	return t.copy(row), nil
}

// findActive is find for a record that takes part in something new: an archived one is refused.
func findActive[T any](t *Table[T], id data.ID[T]) (T, error) {
	v, err := find(t, id)
	if err == nil && head(&v).Archived {
		err = fmt.Errorf("using %s: %w", t.noun, ErrArchived)
	}
	return v, err
}

// change makes one change to one record, from the revision that is kept.
func change[T any](t *Table[T], id data.ID[T], edit func(*T) error) error {
	return t.reg.Update(func(tx *Tx) error {
		v, err := find(t, id)
		if err != nil {
			return err
		}
		if err := edit(&v); err != nil {
			return err
		}
		return Put(tx, t, &v)
	})
}

// openCycle is a cycle in which something can be planned. The lock is held.
func (r *Registry) openCycle(id data.ID[data.Cycle]) (data.Cycle, error) {
	c, err := findActive(r.Cycles, id)
	if err == nil && c.State == data.CycleClosed {
		err = ErrCycleClosed
	}
	return c, err
}

// acceptance is who accepts warnings, when, and why.
type acceptance struct {
	reasons map[data.WarningCode]string
	by      data.ID[data.Member]
	on      data.Date
}

// accept gives each warning its reason, or answers *NeedsReason with those that have none.
func (a acceptance) accept(codes []data.WarningCode) ([]data.Warning, error) {
	var kept []data.Warning
	var bare []data.WarningCode
	for _, c := range codes {
		reason := strings.TrimSpace(a.reasons[c])
		if reason == "" {
			bare = append(bare, c)
		}
		kept = append(kept, data.Warning{Code: c, Reason: reason, ByID: a.by, On: a.on})
	}
	if len(bare) > 0 {
		return nil, &NeedsReason{bare}
	}
	return kept, nil
}

// codeSet orders warnings and leaves out those that come twice.
func codeSet(codes []data.WarningCode) []data.WarningCode {
	slices.Sort(codes)
	return slices.Compact(codes)
}
