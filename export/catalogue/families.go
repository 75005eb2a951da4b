package catalogue

import (
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export"
)

// The orders of several letters: as they are handed out.
const (
	BySchool  Key = "par-ecole"
	ByAddress Key = "par-adresse"
)

var orders = []Option{
	{Key: BySchool, Label: "Trier par école", Detail: "Plusieurs lettres\u00a0: à remettre école par école", Before: bySchool},
	{Key: ByAddress, Label: "Trier par adresse", Detail: "Plusieurs lettres\u00a0: à distribuer rue par rue", Before: byAddress},
}

// What a family may be asked to agree to, as options of one form.
const (
	FollowUp     Key = "suivi"
	ShareSchool  Key = "ecole"
	SharePartner Key = "partenaire"
	Pictures     Key = "image"
	Outings      Key = "sorties"
)

// families are what families sign and receive.
var families = []Document{
	{
		Key: "accords", Title: "Accords de la famille", Purpose: "Ce que la famille accepte, en mots simples, à signer", About: AboutChild,
		Options: []Option{
			{Key: FollowUp, Label: "Suivi par l’équipe", Suggested: true},
			{Key: ShareSchool, Label: "Échanger avec l’école", Suggested: true},
			{Key: SharePartner, Label: "Échanger avec un partenaire"},
			{Key: Pictures, Label: "Photos et créations"},
			{Key: Outings, Label: "Sorties"},
		},
		Subjects: children, Make: consents,
	},
	{
		Key: "droit-image", Title: "Droit à l’image", Purpose: "Photos et créations de l’enfant, à signer", About: AboutChild,
		Subjects: children, Make: consent(data.ConsentPictures),
	},
	{
		Key: "autorisation-sortie", Title: "Autorisation de sortie", Purpose: "Sorties, et qui vient chercher l’enfant", About: AboutChild,
		Subjects: children, Make: consent(data.ConsentOuting),
	},
	{
		Key: "invitation", Title: "Invitation à une rencontre", Purpose: "Une lettre à une famille, avec une réponse à couper", About: AboutChild,
		Options: orders, Subjects: children, Make: letter(registry.LetterMeeting),
	},
	{
		Key: "invitation-seance", Title: "Invitation à une séance", Purpose: "La prochaine séance de l’enfant, quand et où", About: AboutChild,
		Options: orders, Subjects: children, Make: letter(registry.LetterFirst),
	},
	{
		Key: "invitation-bilan", Title: "Invitation à lire un bilan", Purpose: "Lire le bilan avec la famille", About: AboutChild,
		Options: orders, Subjects: children, Make: letter(registry.LetterBilan),
	},
}

// scopes are those of the options, in the order of the form; the follow-up when none is asked.
func scopes(with With) []data.ConsentScope {
	var out []data.ConsentScope
	for i, k := range []Key{FollowUp, ShareSchool, SharePartner, Pictures, Outings} {
		if with.Has(k) {
			out = append(out, fr.ConsentScopes()[i])
		}
	}
	if len(out) == 0 {
		out = []data.ConsentScope{data.ConsentFollowUp}
	}
	return out
}

func consents(r *registry.Registry, m export.Meta, s Subject, with With) (Paper, error) {
	return consentForm(r, m, s, scopes(with))
}

func consent(scope data.ConsentScope) func(*registry.Registry, export.Meta, Subject, With) (Paper, error) {
	return func(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
		return consentForm(r, m, s, []data.ConsentScope{scope})
	}
}

func consentForm(r *registry.Registry, m export.Meta, s Subject, asked []data.ConsentScope) (Paper, error) {
	v, ok := r.ConsentFormView(s.Child, fr.OtherPerson)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{
		Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{s.Child},
		Write: func(w io.Writer) error { return export.ConsentForm(w, m, v, asked) },
	}
	if !v.Authority {
		p.Warnings = append(p.Warnings, "On ne sait pas qui a l’autorité parentale. Vérifiez avant de faire signer.")
	}
	return p, nil
}

func letter(kind registry.LetterKind) func(*registry.Registry, export.Meta, Subject, With) (Paper, error) {
	return func(r *registry.Registry, m export.Meta, s Subject, _ With) (Paper, error) {
		return Letter(r, m, s.Child, registry.Letter{Kind: kind, On: s.Day})
	}
}

// Letter is an invitation whose day, hour and place were typed: what is not said is found in the file, or left to be
// written by hand.
func Letter(r *registry.Registry, m export.Meta, child data.ID[data.Child], l registry.Letter) (Paper, error) {
	v, ok := r.LetterView(child, l)
	if !ok {
		return Paper{}, registry.ErrGone
	}
	p := Paper{
		Reference: v.Reference, Named: fr.FullName(v.Child.First, v.Child.Last), Children: []data.ID[data.Child]{child},
		Write: func(w io.Writer) error { return export.InvitationLetter(w, m, v) },
	}
	if v.On.IsZero() {
		p.Warnings = append(p.Warnings, "Le jour n’est pas connu\u00a0: il est laissé à écrire à la main.")
	}
	if v.Address.IsZero() {
		p.Warnings = append(p.Warnings, "L’adresse de la famille n’est pas connue.")
	}
	return p, nil
}
