package registry

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"mercredi/data"
	"mercredi/data/journal"
	"mercredi/data/kv"
)

// Noun names a kind of record: the bucket of the store, and what a Change or a Conflict is about.
type Noun string

// Conflict says that the record has been saved by somebody else since it was read.
type Conflict struct {
	Noun            Noun
	Stored, Started uint32 // revision kept, revision the save started from
}

func (c *Conflict) Error() string {
	return fmt.Sprintf("saving %s: revision %d is kept, the save started from %d", c.Noun, c.Stored, c.Started)
}

// ErrGone says that the record has been removed since it was read.
var ErrGone = errors.New("record removed")

// Table keeps the records of one kind.
type Table[T any] struct {
	reg     *Registry
	noun    Noun
	rows    map[data.ID[T]]*T
	sorted  []data.ID[T]        // by id, made when asked for
	indexes []func(old, row *T) // what follows each change
	// guard refuses the removal of a record that others need. It runs with the lock held.
	guard func(*T) error
}

// head is the shared part of a record.
func head[T any](v *T) *data.Record[T] {
	return any(v).(interface{ Head() *data.Record[T] }).Head()
}

// newTable adds a table to the registry.
func newTable[T any](r *Registry, noun Noun) *Table[T] {
	t := &Table[T]{reg: r, noun: noun, rows: map[data.ID[T]]*T{}}
	r.tables = append(r.tables, t)
	return t
}

// Get is a copy of the record, the caller's own to change and to save.
func (t *Table[T]) Get(id data.ID[T]) (T, bool) {
	t.reg.mu.RLock()
	defer t.reg.mu.RUnlock()
	row, ok := t.rows[id]
	if !ok {
		var none T
		return none, false
	}
	return t.copy(row), true
}

// All is every record that is not archived, in a steady order that means nothing. They are for reading: their lists
// are shared with the registry. Use Get for a record to change.
func (t *Table[T]) All() []T {
	t.reg.mu.Lock() // not RLock: the order may have to be made
	defer t.reg.mu.Unlock()
	t.sort()
	out := make([]T, 0, len(t.rows))
	for _, id := range t.sorted {
		if row := t.rows[id]; !head(row).Archived {
			out = append(out, *row)
		}
	}
	return out
}

// Len counts the records, archived ones included.
func (t *Table[T]) Len() int {
	t.reg.mu.RLock()
	defer t.reg.mu.RUnlock()
	return len(t.rows)
}

func (t *Table[T]) count() Count { return Count{t.noun, len(t.rows)} }

// Save checks the record and keeps it. A record without id is new and receives one; otherwise its revision must be
// the one kept. On success v carries its id and new revision; on failure nothing is kept.
func (t *Table[T]) Save(v *T) error {
	return t.reg.Update(func(tx *Tx) error { return Put(tx, t, v) })
}

// Remove takes the record out and answers it, for Restore to undo.
func (t *Table[T]) Remove(id data.ID[T]) (T, error) {
	var removed T
	err := t.reg.Update(func(tx *Tx) error {
		row, ok := t.rows[id]
		if !ok {
			return fmt.Errorf("removing %s: %w", t.noun, ErrGone)
		}
		removed = t.copy(row)
		return Delete(tx, t, id)
	})
	return removed, err
}

// Restore keeps again a record that Remove answered, under its own id.
func (t *Table[T]) Restore(v T) error {
	head(&v).Revision = 0
	return t.Save(&v)
}

// copy is a deep copy, through the codec: what is kept never shares a list with what a caller holds.
func (t *Table[T]) copy(row *T) T {
	var out T
	value, err := t.reg.codec.encode(row)
	if err == nil {
		err = t.reg.codec.decode(t.noun, value, &out)
	}
	if err != nil { // what is kept was decoded once already
		panic(fmt.Sprintf("copying %s: %v", t.noun, err))
	}
	return out
}

func (t *Table[T]) sort() {
	if t.sorted != nil {
		return
	}
	t.sorted = make([]data.ID[T], 0, len(t.rows))
	for id := range t.rows {
		t.sorted = append(t.sorted, id)
	}
	slices.SortFunc(t.sorted, func(a, b data.ID[T]) int { return bytes.Compare(a[:], b[:]) })
}

// set and drop change memory; the store has been written before.
func (t *Table[T]) set(row *T) {
	id := head(row).ID
	old := t.rows[id]
	if old == nil {
		t.sorted = nil
	}
	for _, follow := range t.indexes {
		follow(old, row)
	}
	t.rows[id] = row
}

func (t *Table[T]) drop(id data.ID[T]) {
	for _, follow := range t.indexes {
		follow(t.rows[id], nil)
	}
	delete(t.rows, id)
	t.sorted = nil
}

// dropDrawer implements loader.
func (t *Table[T]) dropDrawer(drawer [16]byte) {
	for id, row := range t.rows {
		if ownedBy(t.noun, row) == drawer {
			t.drop(id)
		}
	}
}

// inDrawer implements loader.
func (t *Table[T]) inDrawer(drawer [16]byte) (n int) {
	for _, row := range t.rows {
		if ownedBy(t.noun, row) == drawer {
			n++
		}
	}
	return n
}

// take implements loader.
func (t *Table[T]) take(tx *Tx, value []byte) error {
	row := new(T)
	if err := t.reg.codec.decode(t.noun, value, row); err != nil {
		return err
	}
	if err := t.reg.conceal(row); err != nil {
		return err
	}
	value, err := t.reg.codec.encode(row)
	if err != nil {
		return err
	}
	drawer, id := ownedBy(t.noun, row), head(row).ID
	tx.note(journal.Created, t.noun, drawer, id)
	return tx.putIn(drawer, t.noun, id, value)
}

// reset implements loader.
func (t *Table[T]) reset() {
	for id := range t.rows {
		t.drop(id)
	}
}

// load reads the whole bucket, unless it is about children and the keyholder is shown none.
func (t *Table[T]) load(tx kv.Tx) error {
	if aboutChildren[t.noun] && !t.reg.access().MaySeeChildren() {
		return nil
	}
	return tx.Scan(string(t.noun), func(key, value []byte) error {
		row := new(T)
		if err := t.reg.codec.decode(t.noun, value, row); err != nil {
			return err
		}
		if id := head(row).ID; !bytes.Equal(id[:], key) {
			return fmt.Errorf("reading %s %x: the record says %s: %w", t.noun, key, id, kv.ErrDamaged)
		}
		t.reg.reveal(row)
		t.set(row)
		return nil
	})
}
