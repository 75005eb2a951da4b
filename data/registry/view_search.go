package registry

import (
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

	rank int
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
	hits := r.searchFamilies(q, r.searchChildren(q, nil))
	hits = r.searchPeople(q, r.searchGroups(q, hits))
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), lastly(a.Archived, b.Archived), cmp.Compare(a.Kind, b.Kind),
			r.byFirstName(a.Child, b.Child), r.folds.compare(a.Name, b.Name), r.byGroup(a.Group, b.Group), compareHits(a, b))
	})
	hits = slices.Clip(hits[:min(limit, len(hits))])
	for i := range hits {
		r.detail(&hits[i])
	}
	return hits
}

// compareHits settles the order of two records of the same name.
func compareHits(a, b Hit) int {
	return cmp.Or(compareIDs(a.FamilyID, b.FamilyID), compareIDs(a.PartnerID, b.PartnerID),
		compareIDs(a.FacilitatorID, b.FacilitatorID), compareIDs(a.MemberID, b.MemberID), compareIDs(a.SchoolID, b.SchoolID))
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

func (r *Registry) searchChildren(q query, hits []Hit) []Hit {
	for _, c := range r.Children.rows {
		if n := q.rank(r.folds.of(c.FirstName), r.folds.of(c.LastName)); n != misses {
			hits = append(hits, Hit{Kind: HitChild, rank: n, Child: childName(c), Archived: c.Archived})
		}
	}
	return hits
}

func (r *Registry) searchFamilies(q query, hits []Hit) []Hit {
	for id, f := range r.Families.rows {
		if f.Archived {
			continue
		}
		best := q.rank(r.folds.of(f.Name))
		for _, g := range f.Guardians {
			n := q.rank(r.folds.of(g.LastName), r.folds.of(g.FirstName))
			if q.calls(g.Phone, g.OtherTel) {
				n = 0
			}
			if n != misses && (best == misses || n < best) {
				best = n
			}
		}
		if best != misses {
			hits = append(hits, Hit{Kind: HitFamily, rank: best, FamilyID: id, Name: f.Name})
		}
	}
	return hits
}

func (r *Registry) searchGroups(q query, hits []Hit) []Hit {
	for _, g := range r.inYear(r.shownYear(r.world.Today())) {
		cycle := rowOr(r.Cycles, g.CycleID)
		w := rowOr(r.Workshops, cycle.WorkshopID)
		n := q.rank(r.folds.of(w.Name), r.folds.of(w.ShortName), r.folds.of(g.Name), r.folds.of(cycle.Name))
		if n != misses {
			name := GroupName{ID: g.ID, CycleID: cycle.ID, Workshop: workshopName(w), Cycle: cycle.Name, Group: g.Name}
			hits = append(hits, Hit{Kind: HitGroup, rank: n, Group: name, Start: g.Start})
		}
	}
	return hits
}

// searchPeople looks among partners, facilitators, members and schools.
func (r *Registry) searchPeople(q query, hits []Hit) []Hit {
	add := func(h Hit, archived bool, rank int) {
		if h.rank = rank; rank != misses && !archived {
			hits = append(hits, h)
		}
	}
	for id, p := range r.Partners.rows {
		n := q.rank(r.folds.of(p.Name))
		if q.calls(p.Phone) {
			n = 0
		}
		add(Hit{Kind: HitPartner, PartnerID: id, Name: p.Name, PartnerKind: p.Kind}, p.Archived, n)
	}
	for id, f := range r.Facilitators.rows {
		n := q.rank(r.folds.of(f.FirstName), r.folds.of(f.LastName), r.folds.of(f.Profession))
		add(Hit{Kind: HitFacilitator, FacilitatorID: id, Name: f.FullName(), Profession: f.Profession}, f.Archived, n)
	}
	for id, m := range r.Members.rows {
		n := q.rank(r.folds.of(m.FirstName), r.folds.of(m.LastName))
		add(Hit{Kind: HitMember, MemberID: id, Name: m.FullName(), Role: m.Role}, m.Archived, n)
	}
	for id, s := range r.Schools.rows {
		add(Hit{Kind: HitSchool, SchoolID: id, Name: s.Name}, s.Archived, q.rank(r.folds.of(s.Name)))
	}
	return hits
}

// detail fills what is shown of a hit beside its name.
func (r *Registry) detail(h *Hit) {
	switch h.Kind {
	case HitChild:
		c := rowOr(r.Children, h.Child.ID)
		h.FamilyID, h.Age = c.FamilyID, c.BirthDate.AgeOn(r.world.Today())
		h.Grade, h.School = c.Grade, rowOr(r.Schools, c.SchoolID).Name
	case HitFamily:
		for _, c := range r.childrenOf(h.FamilyID) {
			h.Children = append(h.Children, c.ChildName)
		}
	case HitGroup:
		h.Group = r.groupName(rowOr(r.Groups, h.Group.ID))
	case HitFacilitator:
		h.PartnerID = rowOr(r.Facilitators, h.FacilitatorID).PartnerID
	}
}
