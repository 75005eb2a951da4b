package registry

import "slices"

// index finds the records that share a key, in the order in which they came.
type index[K comparable, T any] struct {
	key func(*T) K
	// rows are for reading, archived records included. Views go through them thousands of times: use of for a list to
	// sort or to shorten.
	rows map[K][]*T
}

func newIndex[K comparable, T any](t *Table[T], key func(*T) K) *index[K, T] {
	x := &index[K, T]{key, map[K][]*T{}}
	t.indexes = append(t.indexes, x.replace)
	return x
}

// replace follows the table: old is nil for a new record, row is nil for a removed one.
func (x *index[K, T]) replace(old, row *T) {
	if old != nil {
		k := x.key(old)
		at := slices.Index(x.rows[k], old)
		if row != nil && x.key(row) == k {
			x.rows[k][at] = row
			return
		}
		x.rows[k] = slices.Delete(x.rows[k], at, at+1)
		if len(x.rows[k]) == 0 {
			delete(x.rows, k)
		}
	}
	if row != nil {
		k := x.key(row)
		x.rows[k] = append(x.rows[k], row)
	}
}

// of is the records of a key, archived ones included: the list is the caller's own, the records are for reading. The
// lock is held by the caller.
func (x *index[K, T]) of(k K) []*T { return slices.Clone(x.rows[k]) }
