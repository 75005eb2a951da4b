package registry

import "mercredi/data"

// mostInOneChange bounds a change of many records: enough to be quick, few enough to stay in memory twice.
const mostInOneChange = 10_000

// KeepAll keeps many new records in one change. Each one that has an id keeps it.
func KeepAll[T any](tx *Tx, t *Table[T], vs []T) error {
	for i := range vs {
		if err := Put(tx, t, &vs[i]); err != nil {
			return err
		}
	}
	return nil
}

// Import gathers many new records, then keeps them in a few changes of at most 10,000 records each.
//
//	in := registry.NewImport(r)
//	registry.Add(in, r.Families, town.Families)
//	registry.Add(in, r.Children, town.Children)
//	err := in.Keep(nil)
type Import struct {
	reg   *Registry
	parts []importPart
}

// importPart keeps the values from one place to another of one list.
type importPart struct {
	size int
	keep func(tx *Tx, from, to int) error
}

// NewImport is an empty import.
func NewImport(r *Registry) *Import { return &Import{reg: r} }

// Add gathers records. They receive their ids and revisions when Keep keeps them.
func Add[T any](in *Import, t *Table[T], vs []T) {
	in.parts = append(in.parts, importPart{len(vs), func(tx *Tx, from, to int) error { return KeepAll(tx, t, vs[from:to]) }})
}

// AddSettings gathers the settings of the team.
func AddSettings(in *Import, s *data.Settings) {
	in.parts = append(in.parts, importPart{1, func(tx *Tx, _, _ int) error { return PutSettings(tx, s) }})
}

// Keep keeps what was gathered, in the order in which it was. An error leaves the changes before it kept. progress
// may be nil; it hears how many records are kept, after each change.
func (in *Import) Keep(progress func(kept, of int)) error {
	total, kept := 0, 0
	for _, p := range in.parts {
		total += p.size
	}
	part, at := 0, 0
	for part < len(in.parts) {
		nextPart, nextAt, n := part, at, 0
		err := in.reg.Update(func(tx *Tx) (err error) {
			nextPart, nextAt, n, err = in.keepSome(tx, part, at)
			return err
		})
		if err != nil {
			return err
		}
		part, at, kept = nextPart, nextAt, kept+n
		if progress != nil {
			progress(kept, total)
		}
	}
	return nil
}

// keepSome keeps up to mostInOneChange records, from one place in the parts, and answers the place where it stopped.
func (in *Import) keepSome(tx *Tx, part, at int) (nextPart, nextAt, n int, err error) {
	for part < len(in.parts) && n < mostInOneChange {
		p := in.parts[part]
		to := min(p.size, at+mostInOneChange-n)
		if err := p.keep(tx, at, to); err != nil {
			return part, at, n, err
		}
		n += to - at
		if at = to; at == p.size {
			part, at = part+1, 0
		}
	}
	return part, at, n, nil
}
