package registry

import (
	"slices"

	"mercredi/data"
)

// indexer follows a table. old is nil for a new record, row is nil for a removed one.
type indexer[T any] interface{ replace(old, row *T) }

// index finds the records that share a key, in the order in which they came.
type index[K comparable, T any] struct {
	table *Table[T]
	key   func(*T) K
	ids   map[K][]data.ID[T]
}

func newIndex[K comparable, T any](t *Table[T], key func(*T) K) *index[K, T] {
	x := &index[K, T]{t, key, map[K][]data.ID[T]{}}
	t.indexes = append(t.indexes, x)
	return x
}

func (x *index[K, T]) replace(old, row *T) {
	switch {
	case old != nil && row != nil && x.key(old) == x.key(row):
		return
	case old != nil:
		k, id := x.key(old), head(old).ID
		x.ids[k] = slices.DeleteFunc(x.ids[k], func(o data.ID[T]) bool { return o == id })
		if len(x.ids[k]) == 0 {
			delete(x.ids, k)
		}
	}
	if row != nil {
		k := x.key(row)
		x.ids[k] = append(x.ids[k], head(row).ID)
	}
}

// of is the records of a key, archived ones included, for reading. The lock is held by the caller.
func (x *index[K, T]) of(k K) []*T {
	ids := x.ids[k]
	out := make([]*T, len(ids))
	for i, id := range ids {
		out[i] = x.table.rows[id]
	}
	return out
}
