package registry

import "mercredi/data"

// RecoverySheetView is the « feuille de secours »: a paper key, printed once and kept nowhere else.
type RecoverySheetView struct {
	Letterhead
	Label  string // « Clé de secours 1 »
	MadeOn data.Date
	MadeBy string   // full name
	Groups []string // the whole code in the order it is typed, what checks it included
	Folder string   // the name of the team's folder, without its path
}

// EliminationListView is the « bordereau d'élimination » that the archives sign before anything is destroyed. It
// names no child.
type EliminationListView struct {
	Letterhead
	Reference string // of the list, "" when it has none
	On        data.Date
	By        string // who prepared it
	Rule      string // in words: « deux ans après le dernier contact »
	Rows      []EliminationRow
}

// EliminationRow is one file of the list.
type EliminationRow struct {
	Reference   string // the short reference, never a name
	Kind        string // « Dossier d'enfant »
	First, Last data.Date
	Rule        string // "" or the list's own when it is the rule of the list
	Fate        ProposedFate
	Reason      string
}

// ProposedFate is what the team proposes to do with a file, « sort proposé ».
type ProposedFate uint8

// The fates. The zero value is not decided yet.
const (
	ProposeErase ProposedFate = iota + 1
	ProposeAnonymise
	ProposeKeep
)

// ErasureCertificateView is the « attestation d'effacement ». It does not say whose file it was.
type ErasureCertificateView struct {
	Letterhead
	Reference string // of the erased file
	ErasedOn  data.Date
	By        string // by role: « la coordinatrice », never the name of a child
	Reason    string
	Destroyed []DestroyedCount
	Kept      []string // what stays, besides what always stays (the journal and the number of the erased file)
	Carriers  []ErasureCarrier
	// CompleteOn is the day the last carrier was refreshed, zero while one is to come; LatestOn the day by which the
	// last backup that holds the file will have been replaced, zero when it is not known.
	CompleteOn, LatestOn data.Date
	JournalNumber        uint64
	JournalHash          string // hexadecimal, of the entry of the erasure
}

// DestroyedCount is how many of a kind were destroyed: « Observations », 12.
type DestroyedCount struct {
	What  string
	Count int
}

// ErasureCarrier is a place that holds a copy of the key ring.
type ErasureCarrier struct {
	Label       string    // « Clé USB rouge »
	RefreshedOn data.Date // the last time, zero when never
	Clean       bool      // refreshed since the erasure
}

// Safeguards is what the team has set to protect its file, for the papers that describe it. Zero delays are left out of
// the papers; zero Places is said: there are no backups.
type Safeguards struct {
	RetentionMonths        int // after the last contact
	JournalMonths          int
	IdleMinutes            int // before Mercredi locks itself
	Daily, Weekly, Monthly int // backups kept in each place
	Places, Carriers       int // of backups; of the key ring
	DrillOn                data.Date
	PaperKeys              int
	Members                int // who hold a key
}

// ProcessingRecordView is the « fiche de registre » (RGPD, article 30), as far as Mercredi can fill it.
type ProcessingRecordView struct {
	Letterhead
	On          data.Date
	Responsible string   // the organisation, "" to be filled in by hand
	Officer     string   // the « délégué à la protection des données », the same
	Recipients  []string // with whom families agreed to share, by kind: « l'école », « une structure de soins »
	Safeguards
}

// ImpactAidView is the aid to the « analyse d'impact » (AIPD).
type ImpactAidView struct {
	Letterhead
	On       data.Date
	Children int // with a file, 0 to say nothing
	Safeguards
}

// JournalPaperView is an extract of the journal.
type JournalPaperView struct {
	Letterhead
	On       data.Date
	From, To data.Date
	Filter   string // in words: « Dossier 7K2M4PQX », "" for everything
	Rows     []JournalPaperRow
	Entries  int    // in the whole journal
	First    uint64 // number of the first entry still kept, when older ones were pruned; else 0
	Head     string // hexadecimal, of the whole journal
	// VerifiedOn is the day the whole chain was verified and found whole, zero when it was not verified. Fault says
	// what was wrong, "" when nothing was.
	VerifiedOn data.Date
	Fault      string
}

// JournalPaperRow is one thing that was done.
type JournalPaperRow struct {
	Number    uint64
	On        data.Date
	At        data.TimeOfDay
	By        string // member
	What      string // « Dossier consulté »
	Reference string // of the child or the record, never a name
}
