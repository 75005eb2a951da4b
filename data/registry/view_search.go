package registry

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
)

// Hit is one answer of the search. Which fields are said depends on its kind.
type Hit struct {
	Kind          HitKind
	Child         ChildName
	FamilyID      data.ID[data.Family]
	PartnerID     data.ID[data.Partner]
	MemberID      data.ID[data.Member]
	FacilitatorID data.ID[data.Facilitator]
	SchoolID      data.ID[data.School]
	Group         GroupName
	Name          string // of a family, partner, member, facilitator or school

	Age         int // of a child, -1 when not known
	Grade       data.Grade
	School      string
	PartnerKind data.PartnerKind
	Role        data.Role
	Profession  string
	Start       data.TimeOfDay // of a group
	Children    []ChildName    // of a family, eldest first
	Archived    bool
}

// HitKind says what was found. At equal rank the kinds come in this order.
type HitKind uint8

// The kinds.
const (
	HitChild HitKind = iota + 1
	HitFamily
	HitGroup
	HitPartner
	HitFacilitator
	HitMember
	HitSchool
)

// Search finds what has every word of the query in its names, best first: a whole word, then the beginning of a word,
// then the inside. Accents, capitals and hyphens do not count. Four digits or more look for a telephone. Groups are
// those of the year on screen. Archived children come after the others; other archived records are left out.
func (r *Registry) Search(query string, limit int) []Hit {
	q := newQuery(query)
	if len(q.words) == 0 || limit <= 0 {
		return nil
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	f := &finds{query: q, limit: limit}
	r.searchChildren(f)
	r.searchFamilies(f)
	r.searchGroups(f)
	r.searchPeople(f)
	hits := make([]Hit, len(f.best))
	for i, m := range f.best {
		hits[i] = r.hit(m)
	}
	return hits
}

// match is one record that was found, as long as it is not known whether it will be shown.
type match struct {
	rank     int
	archived bool
	kind     HitKind
	key      string // folded, orders matches of one rank
	id       [16]byte
}

func compareMatches(a, b match) int {
	if c := cmp.Or(cmp.Compare(a.rank, b.rank), lastly(a.archived, b.archived), cmp.Compare(a.kind, b.kind)); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(a.key, b.key), bytes.Compare(a.id[:], b.id[:]))
}

// finds gathers the best matches of a query, best first.
type finds struct {
	query
	limit int
	best  []match
}

func (f *finds) add(m match) {
	n := len(f.best)
	if m.rank == misses || n == f.limit && compareMatches(m, f.best[n-1]) >= 0 {
		return
	}
	if n == f.limit {
		f.best = f.best[:n-1]
	}
	at, _ := slices.BinarySearchFunc(f.best, m, compareMatches)
	f.best = slices.Insert(f.best, at, m)
}

// query is what is looked for.
type query struct {
	words []string
	phone string // digits, when the query is made of digits
}

func newQuery(s string) query {
	q := query{words: strings.Fields(fold.Text(s))}
	digits := strings.Join(q.words, "")
	if len(digits) >= 4 && strings.Trim(digits, "0123456789") == "" {
		q.phone = digits
	}
	return q
}

// misses is the rank of what does not match.
const misses = -1

// rank is how well folded texts match the query, 0 the best. Every word must be found.
func (q query) rank(texts ...string) int {
	total := 0
	for _, word := range q.words {
		best := misses
		for i, text := range texts {
			n := rankWord(word, text)
			if n != misses && i > 0 {
				n++ // the first text is the one people type first
			}
			if n != misses && (best == misses || n < best) {
				best = n
			}
		}
		if best == misses {
			return misses
		}
		total += best
	}
	return total
}

func rankWord(word, text string) int {
	best := misses
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return best
		}
		i += from
		begins := i == 0 || text[i-1] == ' '
		end := i + len(word)
		switch ends := end == len(text) || text[end] == ' '; {
		case begins && ends:
			return 0
		case begins:
			best = 2
		case best == misses:
			best = 8
		}
		from = i + 1
	}
}

// calls reports whether one of the telephones holds the digits of the query.
func (q query) calls(phones ...string) bool {
	return q.phone != "" && slices.ContainsFunc(phones, func(p string) bool { return strings.Contains(p, q.phone) })
}

func (r *Registry) searchChildren(f *finds) {
	for id, c := range r.Children.rows {
		first, last := r.folds.of(c.FirstName), r.folds.of(c.LastName)
		if n := f.rank(first, last); n != misses {
			f.add(match{n, c.Archived, HitChild, first + " " + last, id})
		}
	}
}

func (r *Registry) searchFamilies(f *finds) {
	for id, family := range r.Families.rows {
		if family.Archived {
			continue
		}
		name := r.folds.of(family.Name)
		best := f.rank(name)
		for _, g := range family.Guardians {
			n := f.rank(r.folds.of(g.LastName), r.folds.of(g.FirstName))
			if f.calls(g.Phone, g.OtherTel) {
				n = 0
			}
			if n != misses && (best == misses || n < best) {
				best = n
			}
		}
		f.add(match{best, false, HitFamily, name, id})
	}
}

func (r *Registry) searchGroups(f *finds) {
	for _, g := range r.inYear(r.shownYear(r.world.Today())) {
		cycle := rowOr(r.Cycles, g.CycleID)
		w := rowOr(r.Workshops, cycle.WorkshopID)
		name := r.folds.of(w.Name)
		n := f.rank(name, r.folds.of(w.ShortName), r.folds.of(g.Name), r.folds.of(cycle.Name))
		f.add(match{n, false, HitGroup, name + " " + cycle.Name + " " + g.Name, g.ID})
	}
}

// searchPeople looks among partners, facilitators, members and schools.
func (r *Registry) searchPeople(f *finds) {
	for id, p := range r.Partners.rows {
		n := f.rank(r.folds.of(p.Name))
		if f.calls(p.Phone) {
			n = 0
		}
		if !p.Archived {
			f.add(match{n, false, HitPartner, r.folds.of(p.Name), id})
		}
	}
	for id, x := range r.Facilitators.rows {
		first, last := r.folds.of(x.FirstName), r.folds.of(x.LastName)
		if !x.Archived {
			f.add(match{f.rank(first, last, r.folds.of(x.Profession)), false, HitFacilitator, first + " " + last, id})
		}
	}
	for id, m := range r.Members.rows {
		first, last := r.folds.of(m.FirstName), r.folds.of(m.LastName)
		if !m.Archived {
			f.add(match{f.rank(first, last), false, HitMember, first + " " + last, id})
		}
	}
	for id, s := range r.Schools.rows {
		if name := r.folds.of(s.Name); !s.Archived {
			f.add(match{f.rank(name), false, HitSchool, name, id})
		}
	}
}

// hit is a match with what is shown of it.
func (r *Registry) hit(m match) Hit {
	h := Hit{Kind: m.kind, Archived: m.archived}
	switch m.kind {
	case HitChild:
		c := rowOr(r.Children, m.id)
		h.Child, h.FamilyID, h.Age = childName(c), c.FamilyID, c.BirthDate.AgeOn(r.world.Today())
		h.Grade, h.School = c.Grade, rowOr(r.Schools, c.SchoolID).Name
	case HitFamily:
		h.FamilyID, h.Name = m.id, rowOr(r.Families, m.id).Name
		for _, c := range r.childrenOf(m.id) {
			h.Children = append(h.Children, c.ChildName)
		}
	case HitGroup:
		g := rowOr(r.Groups, m.id)
		h.Group, h.Start = r.groupName(g), g.Start
	case HitPartner:
		p := rowOr(r.Partners, m.id)
		h.PartnerID, h.Name, h.PartnerKind = p.ID, p.Name, p.Kind
	case HitFacilitator:
		x := rowOr(r.Facilitators, m.id)
		h.FacilitatorID, h.PartnerID, h.Name, h.Profession = x.ID, x.PartnerID, x.FullName(), x.Profession
	case HitMember:
		x := rowOr(r.Members, m.id)
		h.MemberID, h.Name, h.Role = x.ID, x.FullName(), x.Role
	case HitSchool:
		h.SchoolID, h.Name = m.id, rowOr(r.Schools, m.id).Name
	}
	return h
}
