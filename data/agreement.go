package data

import (
	"cmp"
	"slices"
)

// Agreement is a « convention de partenariat » with a structure: who signs, for how long, what an interview costs, and
// the clauses, copied from the team's own at its creation so that each agreement can differ.
type Agreement struct {
	Record[Agreement]
	PartnerID ID[Partner] `cbor:"10,keyasint"`
	Number    string      `cbor:"11,keyasint,omitempty"`
	Ours      Party       `cbor:"12,keyasint"`
	Theirs    Party       `cbor:"13,keyasint"`
	// Psychologist is the « psychologue de référence », Place where the interviews are held.
	Psychologist string `cbor:"14,keyasint,omitempty"`
	Place        string `cbor:"15,keyasint,omitempty"`
	// OursSignedOn and TheirsSignedOn are the days of the two signatures; see From.
	OursSignedOn   Date           `cbor:"16,keyasint,omitempty"`
	TheirsSignedOn Date           `cbor:"17,keyasint,omitempty"`
	StartsOn       Date           `cbor:"18,keyasint,omitempty"`
	Terms          AgreementTerms `cbor:"19,keyasint"`
	// Budgeted is how many sessions or interviews the budget holds for the whole agreement.
	Budgeted   int         `cbor:"20,keyasint,omitempty"`
	Funders    []string    `cbor:"21,keyasint,omitempty"`
	Amendments []Amendment `cbor:"22,keyasint,omitempty"` // in the order of their numbers
	// EndedOn is the day it was ended before its term, EndReason why.
	EndedOn   Date   `cbor:"23,keyasint,omitempty"`
	EndReason string `cbor:"24,keyasint,omitempty"`
	Notes     string `cbor:"25,keyasint,omitempty"`
}

// Party is one side of an agreement and who signs for it.
type Party struct {
	Name    string `cbor:"1,keyasint,omitempty"`
	Address string `cbor:"2,keyasint,omitempty"`
	Person  string `cbor:"3,keyasint,omitempty"`
	Quality string `cbor:"4,keyasint,omitempty"`
}

// AgreementTerms are the numbers and clauses of an agreement. The team's own, in Settings, are those that a new one
// starts with. A number that is zero is not said.
type AgreementTerms struct {
	Object      string `cbor:"1,keyasint,omitempty"`
	Months      int    `cbor:"2,keyasint,omitempty"`
	FirstDays   int    `cbor:"3,keyasint,omitempty"` // from the request to the first interview, at most
	PerPerson   int    `cbor:"4,keyasint,omitempty"` // interviews a person, at most
	NoticeDays  int    `cbor:"5,keyasint,omitempty"` // before the end, for the warning that it comes
	Termination int    `cbor:"6,keyasint,omitempty"` // months from the registered letter to the end
	// The fees of one interview, in cents.
	ChildCents   int `cbor:"7,keyasint,omitempty"`
	ParentsCents int `cbor:"8,keyasint,omitempty"`
	FamilyCents  int `cbor:"9,keyasint,omitempty"`
	// AbsenceBilled says whether an absence that nobody announced is paid for, AbsencePercent which share of the fee.
	AbsenceBilled  Answer     `cbor:"10,keyasint,omitempty"`
	AbsencePercent int        `cbor:"11,keyasint,omitempty"`
	Settlement     Settlement `cbor:"12,keyasint,omitempty"`
	Clauses        []Clause   `cbor:"13,keyasint,omitempty"`
}

// Settlement is how often the acts are paid.
type Settlement uint8

// The rhythms.
const (
	SettledUnsaid Settlement = iota
	SettledMonthly
	SettledQuarterly
	SettledYearly
)

// Clause is one article. Its text may hold names between braces, « {durée} », that a paper replaces by what the
// agreement says.
type Clause struct {
	Title string `cbor:"1,keyasint"`
	Text  string `cbor:"2,keyasint,omitempty"`
}

// Amendment is an « avenant ».
type Amendment struct {
	Number  int      `cbor:"1,keyasint"`
	On      Date     `cbor:"2,keyasint,omitempty"` // of its signature
	Object  string   `cbor:"3,keyasint,omitempty"`
	From    Date     `cbor:"4,keyasint,omitempty"` // the day it takes effect
	Until   Date     `cbor:"5,keyasint,omitempty"` // the new last day of the agreement, when it changes
	Clauses []Clause `cbor:"6,keyasint,omitempty"` // as they read from then on
}

// From is the first day of the agreement: the one that was said, else the day of the second signature; zero before.
func (a *Agreement) From() Date {
	if a.StartsOn.IsZero() && !a.OursSignedOn.IsZero() && !a.TheirsSignedOn.IsZero() {
		return max(a.OursSignedOn, a.TheirsSignedOn)
	}
	return a.StartsOn
}

// Until is the last day of the agreement, amendments included; zero when it is not known.
func (a *Agreement) Until() Date {
	if !a.EndedOn.IsZero() {
		return a.EndedOn
	}
	for _, x := range slices.Backward(a.Amendments) {
		if !x.Until.IsZero() {
			return x.Until
		}
	}
	if from := a.From(); from.Valid() && a.Terms.Months > 0 {
		return from.AddMonths(a.Terms.Months).AddDays(-1)
	}
	return 0
}

// Signed reports whether both parties have signed.
func (a *Agreement) Signed() bool { return a.OursSignedOn.Valid() && a.TheirsSignedOn.Valid() }

// Covers reports whether the agreement is signed and holds on a day.
func (a *Agreement) Covers(day Date) bool {
	until := a.Until()
	return a.Signed() && a.From() <= day && (until.IsZero() || day <= until)
}

// NextAmendment is the number of an amendment to come.
func (a *Agreement) NextAmendment() int {
	n := 0
	for _, x := range a.Amendments {
		n = max(n, x.Number)
	}
	return n + 1
}

// Amend keeps an amendment in the place of its number.
func (a *Agreement) Amend(x Amendment) {
	i, found := slices.BinarySearchFunc(a.Amendments, x.Number, func(y Amendment, n int) int { return cmp.Compare(y.Number, n) })
	if found {
		a.Amendments[i] = x
		return
	}
	a.Amendments = slices.Insert(a.Amendments, i, x)
}

// Fee is what an interview of a kind costs, in cents; zero when it is not said.
func (t AgreementTerms) Fee(k InterviewKind) int {
	switch k {
	case InterviewChild:
		return t.ChildCents
	case InterviewParents:
		return t.ParentsCents
	case InterviewFamily:
		return t.FamilyCents
	}
	return 0
}

// Due is what an interview costs with its outcome, in cents: a held one its fee, an absence that nobody announced the
// share agreed upon, the others nothing.
func (t AgreementTerms) Due(k InterviewKind, o Outcome) int {
	switch {
	case o == Held:
		return t.Fee(k)
	case o == NoShow && t.AbsenceBilled == Yes:
		return (t.Fee(k)*t.AbsencePercent + 50) / 100
	}
	return 0
}

// Unpriced reports whether an interview should be paid for and its fee is not said.
func (t AgreementTerms) Unpriced(k InterviewKind, o Outcome) bool {
	return t.Fee(k) == 0 && (o == Held || o == NoShow && t.AbsenceBilled == Yes)
}

// Check verifies what one agreement can verify alone.
func (a *Agreement) Check() error {
	var f faults
	if a.PartnerID.IsZero() {
		f.add("PartnerID", ErrMissing)
	}
	a.Ours.check("Ours", &f)
	a.Theirs.check("Theirs", &f)
	f.shorts(text{"Number", a.Number}, text{"Psychologist", a.Psychologist})
	for _, s := range a.Funders {
		f.short("Funders", s)
	}
	f.notes(text{"Place", a.Place}, text{"EndReason", a.EndReason}, text{"Notes", a.Notes})
	f.date("OursSignedOn", a.OursSignedOn)
	f.date("TheirsSignedOn", a.TheirsSignedOn)
	f.date("StartsOn", a.StartsOn)
	f.order("EndedOn", a.From(), a.EndedOn)
	f.between("Budgeted", a.Budgeted, 0, 100_000)
	a.Terms.check("Terms", &f)
	seen := map[int]bool{}
	for _, x := range a.Amendments {
		x.check(a.From(), &f)
		if seen[x.Number] {
			f.add("Amendments.Number", ErrDuplicate)
		}
		seen[x.Number] = true
	}
	return f.err()
}

func (p Party) check(field string, f *faults) {
	f.shorts(text{field + ".Name", p.Name}, text{field + ".Person", p.Person}, text{field + ".Quality", p.Quality})
	f.note(field+".Address", p.Address)
}

// MostCents bounds a fee: a slip of the finger, not a price.
const MostCents = 10_000_00

func (t AgreementTerms) check(field string, f *faults) {
	f.note(field+".Object", t.Object)
	f.between(field+".Months", t.Months, 0, 120)
	f.between(field+".FirstDays", t.FirstDays, 0, 366)
	f.between(field+".PerPerson", t.PerPerson, 0, 1000)
	f.between(field+".NoticeDays", t.NoticeDays, 0, 366)
	f.between(field+".Termination", t.Termination, 0, 24)
	f.between(field+".ChildCents", t.ChildCents, 0, MostCents)
	f.between(field+".ParentsCents", t.ParentsCents, 0, MostCents)
	f.between(field+".FamilyCents", t.FamilyCents, 0, MostCents)
	f.between(field+".AbsencePercent", t.AbsencePercent, 0, 100)
	f.between(field+".Settlement", int(t.Settlement), 0, int(SettledYearly))
	checkClauses(field+".Clauses", t.Clauses, f)
}

func (x Amendment) check(from Date, f *faults) {
	f.between("Amendments.Number", x.Number, 1, 99)
	f.date("Amendments.On", x.On)
	f.date("Amendments.From", x.From)
	f.order("Amendments.Until", from, x.Until)
	f.note("Amendments.Object", x.Object)
	checkClauses("Amendments.Clauses", x.Clauses, f)
}

func checkClauses(field string, all []Clause, f *faults) {
	for _, c := range all {
		f.name(field, c.Title)
		f.note(field, c.Text)
	}
}
