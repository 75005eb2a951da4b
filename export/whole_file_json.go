package export

import (
	"encoding/json"
	"fmt"
	"io"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// wholeFileFormat is the number of the format described in docs/formats/dossier-enfant.md. Keys are added to a format;
// when one changes its meaning or goes away, the number grows.
const wholeFileFormat = 1

// WholeFileJSON writes what WholeFile prints for programs to read: French keys, dates as 2027-01-15, what is not known
// left out. docs/formats/dossier-enfant.md describes it.
func WholeFileJSON(w io.Writer, v registry.WholeFileView) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(dossierOf(v)); err != nil {
		return fmt.Errorf("writing the file of a child: %w", err)
	}
	return nil
}

type dossier struct {
	Format        int            `json:"format"`
	Genre         string         `json:"genre"`
	Etabli        string         `json:"etabli_le"`
	Reference     string         `json:"reference"`
	Programme     string         `json:"programme,omitempty"`
	Enfant        enfant         `json:"enfant"`
	Famille       famille        `json:"famille"`
	Parcours      parcours       `json:"parcours"`
	Accords       []accord       `json:"accords"`
	Destinataires []destinataire `json:"destinataires"`
	Notes         []note         `json:"notes"`
	NotesFermees  int            `json:"notes_personnelles_non_jointes"`
	Inscriptions  []inscription  `json:"inscriptions"`
	Evaluations   []evaluation   `json:"evaluations"`
	Bilans        []bilanRemis   `json:"bilans"`
	Commissions   []examen       `json:"commissions"`
	Orientations  []orientation  `json:"orientations"`
	Entretiens    []entretien    `json:"entretiens"`
	Acces         []acces        `json:"acces"`
}

type enfant struct {
	Prenom        string   `json:"prenom"`
	Nom           string   `json:"nom"`
	Sexe          string   `json:"sexe,omitempty"`
	Naissance     string   `json:"date_de_naissance,omitempty"`
	Ecole         string   `json:"ecole,omitempty"`
	Niveau        string   `json:"niveau,omitempty"`
	Reseau        string   `json:"reseau_de_l_ecole,omitempty"`
	Quartier      string   `json:"vit_en_quartier_prioritaire,omitempty"`
	Referent      string   `json:"referent_de_parcours,omitempty"`
	Reperes       []string `json:"points_reperes,omitempty"`
	Appuis        []string `json:"points_d_appui,omitempty"`
	Venue         string   `json:"venue,omitempty"`
	Empechements  []string `json:"ne_peut_pas_venir,omitempty"`
	Accompagne    string   `json:"accompagnement_depuis_l_ecole,omitempty"`
	Preference    string   `json:"vient_de_preference,omitempty"`
	Remarques     string   `json:"remarques,omitempty"`
	ConserveAu    string   `json:"conserve_jusqu_au,omitempty"`
	ConserveMotif string   `json:"motif_de_conservation,omitempty"`
}

type famille struct {
	Nom       string   `json:"nom,omitempty"`
	Rue       string   `json:"rue,omitempty"`
	Code      string   `json:"code_postal,omitempty"`
	Ville     string   `json:"ville,omitempty"`
	Adultes   []adulte `json:"adultes"`
	Langue    string   `json:"langue,omitempty"`
	Joindre   string   `json:"quand_joindre,omitempty"`
	Remarques string   `json:"remarques,omitempty"`
	Fratrie   int      `json:"autres_enfants_suivis"`
}

type adulte struct {
	Masque   bool   `json:"masque"`
	Demande  bool   `json:"demande_le_dossier"`
	Prenom   string `json:"prenom,omitempty"`
	Nom      string `json:"nom,omitempty"`
	Lien     string `json:"lien,omitempty"`
	Autorite string `json:"autorite_parentale,omitempty"`
	Tel      string `json:"telephone,omitempty"`
	AutreTel string `json:"autre_telephone,omitempty"`
	Courriel string `json:"courriel,omitempty"`
}

type parcours struct {
	RepereLe     string `json:"repere_le,omitempty"`
	ReperePar    string `json:"repere_par,omitempty"`
	SaisineLe    string `json:"saisine_le,omitempty"`
	SaisineMotif string `json:"motif_de_saisine,omitempty"`
	CommissionLe string `json:"commission_le,omitempty"`
	Decision     string `json:"decision,omitempty"`
	DecisionNote string `json:"precisions_de_decision,omitempty"`
	DebutLe      string `json:"debut_le,omitempty"`
	FinLe        string `json:"fin_le,omitempty"`
	FinMotif     string `json:"motif_de_fin,omitempty"`
	FinNote      string `json:"precisions_de_fin,omitempty"`
}

type accord struct {
	Objet        string `json:"objet"`
	Destinataire string `json:"destinataire,omitempty"`
	Reponse      string `json:"reponse"`
	Etat         string `json:"etat"`
	SigneLe      string `json:"signe_le,omitempty"`
	SignePar     string `json:"signe_par,omitempty"`
	Jusquau      string `json:"jusqu_au,omitempty"`
	RetireLe     string `json:"retire_le,omitempty"`
}

type destinataire struct {
	Nom      string `json:"nom,omitempty"`
	Objet    string `json:"objet"`
	Etat     string `json:"etat"`
	Depuis   string `json:"depuis,omitempty"`
	Jusquau  string `json:"jusqu_au,omitempty"`
	RetireLe string `json:"retire_le,omitempty"`
}

type note struct {
	Date        string `json:"date"`
	Genre       string `json:"genre"`
	Titre       string `json:"titre"`
	Texte       string `json:"texte,omitempty"`
	Personnelle bool   `json:"personnelle"`
	Role        string `json:"role_de_l_auteur,omitempty"`
}

type acces struct {
	Date   string `json:"date"`
	Acte   string `json:"acte"`
	Role   string `json:"role"`
	Detail string `json:"detail,omitempty"`
	Fois   int    `json:"fois"`
}

func dossierOf(v registry.WholeFileView) dossier {
	c, p := v.Child, v.Child.Pathway
	d := dossier{
		Format: wholeFileFormat, Genre: "dossier-enfant", Etabli: v.On.String(), Reference: v.Reference, Programme: v.Team,
		Enfant: enfant{
			Prenom: c.FirstName, Nom: c.LastName, Sexe: fr.Sex(c.Sex), Naissance: c.BirthDate.String(), Ecole: v.School.Name,
			Niveau: fr.Grade(c.Grade), Reseau: fr.Network(v.School.Network), Quartier: fr.Answer(c.PriorityArea),
			Referent: v.KeyWorker.Name, Reperes: c.Fragilities, Appuis: c.Strengths, Venue: c.PickUp, Remarques: c.Notes,
			Empechements: busy(c), Accompagne: saidOnly(c.NeedsEscort), Preference: preference(c.Prefers),
			ConserveAu: c.KeepUntil.String(), ConserveMotif: c.KeepReason,
		},
		Parcours: parcours{
			RepereLe: p.SpottedOn.String(), ReperePar: p.SpottedBy, SaisineLe: p.IntakeOn.String(), SaisineMotif: p.IntakeReason,
			CommissionLe: p.CommissionOn.String(), DecisionNote: p.DecisionNote, DebutLe: p.StartedOn.String(),
			FinLe: p.EndedOn.String(), FinMotif: p.EndReason, FinNote: p.EndNote,
		},
		Famille: familleOf(v.Family), NotesFermees: v.ClosedNotes,
		Accords: []accord{}, Destinataires: []destinataire{}, Notes: []note{}, Inscriptions: inscriptionsOf(v.Places),
		Evaluations: evaluationsOf(v.Evaluations), Bilans: bilansOf(v.Bilans), Commissions: examensOf(v.Cases),
		Orientations: orientationsOf(v.Referrals), Entretiens: entretiensOf(v.Interviews), Acces: []acces{},
	}
	if !p.CommissionOn.IsZero() {
		d.Parcours.Decision = fr.Decision(p.Decision)
	}
	for _, x := range v.Consents {
		d.Accords = append(d.Accords, accord{
			fr.ConsentScope(x.Scope, ""), x.Recipient, fr.Answer(x.Given), fr.ConsentState(x.State), x.SignedOn.String(), x.SignedBy,
			x.Until.String(), x.WithdrawnOn.String(),
		})
	}
	for _, x := range v.Recipients {
		d.Destinataires = append(d.Destinataires, destinataire{
			x.Name, fr.ConsentScope(x.Scope, ""), fr.ConsentState(x.State), x.From.String(), x.Until.String(), x.WithdrawnOn.String(),
		})
	}
	for _, n := range v.Notes {
		d.Notes = append(d.Notes, note{n.On.String(), fr.NoteKind(n.Kind), n.Title, n.Text, n.Private, roleOf(n.By)})
	}
	for _, a := range v.Accesses {
		d.Acces = append(d.Acces, acces{a.On.String(), fr.Act(a.Act), fr.Role(a.Role, data.Unsaid), a.Detail, a.Count})
	}
	return d
}

func familleOf(f registry.WholeFamily) famille {
	out := famille{
		Nom: f.Name, Rue: f.Address.Street, Code: f.Address.PostCode, Ville: f.Address.Town, Adultes: []adulte{}, Langue: f.Interpreter,
		Joindre: f.BestTime, Remarques: f.Notes, Fratrie: f.Siblings,
	}
	for _, a := range f.Adults {
		out.Adultes = append(out.Adultes, adulte{
			a.Masked, a.Asks, a.FirstName, a.LastName, fr.Relation(a.Relation), fr.Answer(a.Authority), a.Phone, a.OtherTel, a.Email,
		})
	}
	return out
}

func roleOf(w registry.Writer) string {
	if !w.Known {
		return ""
	}
	return fr.Role(w.Role, data.Unsaid)
}
