package catalogue

import (
	"cmp"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// Options of the whole file of a child.
const (
	Adults Key = "adultes"
	// Professionals names those outside the team.
	Professionals Key = "professionnels"
	// MyNotes adds the private notes of who opened the file.
	MyNotes Key = "mes-notes"
)

// What the list of eliminations proposes; to erase when nothing is asked.
const (
	Anonymise Key = "anonymiser"
	Undecided Key = "a-decider"
)

// safeguards are what a family may ask for of its file, and the papers that protect all of them. Two papers stay out of the
// catalogue, and have the judge through tests of their own: the recovery sheet holds a secret that is made once and kept
// nowhere, the certificate of an erasure tells what is not there any more. The extract of the journal is what the filters of
// its page keep.
var safeguards = []Document{
	{
		Key: "dossier", Title: "Dossier complet de l’enfant", Purpose: "Tout ce qui est gardé, pour l’adulte qui le demande", About: AboutChild,
		Options: []Option{
			{Key: Adults, Label: "Montrer les autres adultes de la famille"},
			{Key: Professionals, Label: "Nommer les professionnels", Detail: "Ceux qui ne sont pas de l’équipe"},
			{Key: MyNotes, Label: "Ajouter mes notes privées"},
		},
		Subjects: askers, Make: wholeFile,
	},
	{
		Key: "bordereau", Title: "Bordereau d’élimination", Purpose: "Les dossiers dont le délai est dépassé, pour les archives", About: AboutTeam,
		Options: []Option{
			{Key: Anonymise, Label: "Proposer de rendre anonyme", Detail: "Sinon, d’effacer"},
			{Key: Undecided, Label: "Laisser le sort à décider"},
		},
		Subjects: theTeam, Make: eliminationList,
	},
	{
		Key: "registre", Title: "Fiche de registre", Purpose: "RGPD, article 30, à compléter", About: AboutTeam,
		Subjects: theTeam, Make: processingRecord,
	},
	{
		Key: "analyse-impact", Title: "Aide à l’analyse d’impact", Purpose: "Risques et mesures, à compléter", About: AboutTeam,
		Subjects: theTeam, Make: impactAid,
	},
}

// theTeam is the only subject of what is about nobody else.
func theTeam(*registry.Registry) []Choice { return []Choice{{}} }

// askers are the children, once for each adult who may ask for the file: Number is the rank of the adult, from 1.
func askers(r *registry.Registry) []Choice {
	var out []Choice
	for _, c := range children(r) {
		kept, _ := r.Children.Get(c.Child)
		family, _ := r.Families.Get(kept.FamilyID)
		for i, g := range family.Guardians {
			c.Number, c.Detail = i+1, "demandé par "+cmp.Or(g.FullName(), "un adulte")
			out = append(out, c)
		}
		if len(family.Guardians) == 0 {
			out = append(out, c)
		}
	}
	return out
}

func wholeFile(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	c, ok := r.Children.Get(s.Child)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	v, err := r.WholeFile(s.Child, registry.WholeFileOptions{
		Asks: s.Number - 1, Adults: with.Has(Adults), Outside: with.Has(Professionals), Private: with.Has(MyNotes), Mask: fr.OtherPerson,
	})
	if err != nil {
		return Paper{}, err
	}
	p := Paper{
		Reference: s.Child.Reference(), Named: fr.FullName(c.FirstName, c.LastName), Children: []data.ID[data.Child]{s.Child},
		Write: func(w io.Writer) error { return export.WholeFile(w, m, v) },
	}
	if n := len(v.Mentions); n > 0 {
		p.Warnings = append(p.Warnings, fr.Count(n, "passage nomme", "passages nomment")+" quelqu’un d’autre\u00a0: le nom est remplacé par "+
			fr.Quote(fr.OtherPerson)+". Un surnom, un lien de parenté ne sont pas reconnus\u00a0: relisez avant de remettre le dossier.")
	}
	if v.ClosedNotes > 0 {
		p.Warnings = append(p.Warnings, fr.Count(v.ClosedNotes, "note privée n’est pas", "notes privées ne sont pas")+" dans le dossier.")
	}
	return p, nil
}

// Eliminations are the rows of the list that the archives sign: the files whose time is over, with the fate proposed for
// those that nobody decided to keep.
func Eliminations(rows []registry.RetentionRow, fate registry.ProposedFate) []registry.EliminationRow {
	var out []registry.EliminationRow
	for _, row := range rows {
		e := registry.EliminationRow{Reference: row.Reference, Kind: "Dossier d’enfant", First: row.First, Last: row.Last.On, Fate: fate}
		switch row.State {
		case registry.RetentionDue:
			e.Reason = "Délai dépassé le " + fr.DateLong(row.Due)
		case registry.RetentionKept:
			e.Fate, e.Reason = registry.ProposeKeep, "Jusqu’au "+fr.DateLong(row.KeptUntil)+"\u00a0: "+row.KeptReason
		default:
			continue
		}
		out = append(out, e)
	}
	return out
}

func eliminationList(r *registry.Registry, m export.Meta, _ Subject, with With) (Paper, error) {
	fate := registry.ProposeErase
	switch {
	case with.Has(Undecided):
		fate = 0
	case with.Has(Anonymise):
		fate = registry.ProposeAnonymise
	}
	v := registry.EliminationListView{
		Letterhead: r.Letterhead(), On: r.Today(), By: r.Keyholder().Name, Rule: fr.AfterLastContact(r.Safety().RetentionMonths),
		Rows: Eliminations(r.Retention(), fate),
	}
	return Paper{Reference: v.On.String(), Write: func(w io.Writer) error { return export.EliminationList(w, m, v) }}, nil
}

// sharers are with whom families agree to share, by kind.
var sharers = map[data.ConsentScope]string{
	data.ConsentShareSchool: "l’école de l’enfant", data.ConsentSharePartner: "les structures nommées dans l’accord de la famille",
}

func processingRecord(r *registry.Registry, m export.Meta, _ Subject, _ With) (Paper, error) {
	v := r.ProcessingRecord(func(s data.ConsentScope) string { return sharers[s] })
	return Paper{Reference: v.On.String(), Write: func(w io.Writer) error { return export.ProcessingRecord(w, m, v) }}, nil
}

func impactAid(r *registry.Registry, m export.Meta, _ Subject, _ With) (Paper, error) {
	v := r.ImpactAid()
	return Paper{Reference: v.On.String(), Write: func(w io.Writer) error { return export.ImpactAid(w, m, v) }}, nil
}
