// Package catalogue lists every document the team can print: what it is about, the choices it offers, and how it is made
// from the opened file. The sheet « Imprimer… », the page « Documents », the command and the tests of the papers all go
// through it, so a document that is listed here is everywhere. A shelf is one file.
package catalogue

import (
	"io"
	"slices"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export"
)

// Shelf is a family of documents, in the order of the page « Documents ».
type Shelf struct {
	Title     string
	Documents []Document
}

// All are the shelves.
func All() []Shelf {
	return []Shelf{
		{"Bilans", bilans},
		{"Groupes et séances", cycles},
		{"Commission (EPS)", commission},
		{"Familles", families},
		{"Réseau et conventions", network},
		{"Année et plan local", year},
		{"Mercredis", wednesdays},
		{"Dossiers et données", safeguards},
	}
}

// Document is a paper the team can print.
type Document struct {
	// Key names it in file names and commands, for ever: "bilan".
	Key string
	// Title is what the paper is called, Purpose whom it serves, in a few words.
	Title, Purpose string
	About          About
	// Options are what can be asked besides large print and black and white.
	Options []Option
	// OneSize says why a document has no large print, for people; "" when it has, as nearly all have.
	OneSize string
	// Subjects are what it can be made of today, the likeliest first.
	Subjects func(r *registry.Registry) []Choice
	// Make reads the file. A subject that is not there any more is registry.ErrGone.
	Make func(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error)
}

// About is the kind of thing a document is about: which fields of a Subject it reads.
type About uint8

// The kinds of subjects.
const (
	AboutTeam     About = iota // nothing to choose
	AboutChild                 // Child
	AboutBilan                 // Child, Cycle and Moment; or Group and Moment
	AboutGroup                 // Group
	AboutCycle                 // Cycle
	AboutSession               // Session
	AboutWorkshop              // Workshop
	AboutPerson                // Facilitator, and Day or SchoolYear
	AboutPartner               // Partner
	AboutDay                   // Day
	AboutYear                  // SchoolYear

	AboutCommission     // Commission
	AboutCase           // Case
	AboutPlan           // Plan
	AboutReferral       // Child and Referral
	AboutAgreement      // Partner and Agreement
	AboutAmendment      // Partner, Agreement and Number
	AboutAgreementMonth // Partner, Agreement and Day, the first of a month or of a quarter
	AboutStay           // Child and Cycle
)

// Subject is what one paper is about. Subjects are compared with ==.
type Subject struct {
	Child       data.ID[data.Child]
	Group       data.ID[data.Group]
	Cycle       data.ID[data.Cycle]
	Session     data.ID[data.Session]
	Workshop    data.ID[data.Workshop]
	Facilitator data.ID[data.Facilitator]
	Partner     data.ID[data.Partner]
	Plan        data.ID[data.ActionPlan]
	Moment      data.Moment
	Day         data.Date
	SchoolYear  int

	Commission data.ID[data.Commission]
	Case       data.ID[data.CommissionCase]
	Referral   data.ID[data.Referral]
	Agreement  data.ID[data.Agreement]
	Number     int // of an amendment
}

// Choice is a subject as a person picks it.
type Choice struct {
	Subject
	Label, Detail string
}

// Option is something that can be asked of a document, on or off.
type Option struct {
	Key           Key
	Label, Detail string
	Suggested     bool // on at first
	// Before orders several papers, instead of changing any of them; nil for all other options.
	Before func(r *registry.Registry) func(a, b Choice) int
}

// Key names an option in commands and preferences.
type Key string

// Options that several documents have.
const (
	Blank     Key = "vierge"      // to fill in by hand
	ToSend    Key = "transmettre" // what its recipients need, nothing else
	Anonymous Key = "anonyme"     // no name, no date of birth
	A3        Key = "a3"
)

// With are the options that are on.
type With []Key

// Has reports whether an option is on.
func (w With) Has(k Key) bool { return slices.Contains(w, k) }

// Paper is a document ready to be written.
type Paper struct {
	// Reference makes the name of the file together with the document's key: it names nobody. Named is what may replace
	// it when the person asks for a name that can be read: « Lila Kaci »; "" when there is none.
	Reference, Named string
	// Children are those who are in it, for the journal.
	Children []data.ID[data.Child]
	// Warnings say what to know before the paper leaves: an agreement that is missing.
	Warnings []string
	Write    func(io.Writer) error
}

// Find is the document of that key.
func Find(key string) (Document, bool) {
	for _, s := range All() {
		for _, d := range s.Documents {
			if d.Key == key {
				return d, true
			}
		}
	}
	return Document{}, false
}

// Of are the documents about one kind of thing, shelf after shelf.
func Of(about ...About) []Document {
	var out []Document
	for _, s := range All() {
		for _, d := range s.Documents {
			if slices.Contains(about, d.About) {
				out = append(out, d)
			}
		}
	}
	return out
}
