package export

import (
	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

type inscription struct {
	Atelier      string        `json:"atelier"`
	Cycle        string        `json:"cycle,omitempty"`
	Groupe       string        `json:"groupe,omitempty"`
	Annee        int           `json:"annee_scolaire,omitempty"`
	Etat         string        `json:"etat"`
	DemandeeLe   string        `json:"demandee_le,omitempty"`
	DemandeePar  string        `json:"demandee_par,omitempty"`
	DecideeLe    string        `json:"decidee_en_commission_le,omitempty"`
	Priorite     string        `json:"priorite,omitempty"`
	Du           string        `json:"du,omitempty"`
	Au           string        `json:"au,omitempty"`
	Depart       string        `json:"motif_de_depart,omitempty"`
	Acceptes     []accepte     `json:"points_acceptes,omitempty"`
	Intervenants []intervenant `json:"intervenants,omitempty"`
	Seances      []seance      `json:"seances"`
}

type accepte struct {
	Quoi     string `json:"quoi"`
	Pourquoi string `json:"pourquoi,omitempty"`
	Le       string `json:"le,omitempty"`
}

type intervenant struct {
	Nom    string `json:"nom,omitempty"`
	Metier string `json:"metier,omitempty"`
}

type seance struct {
	Numero       int           `json:"numero"`
	Date         string        `json:"date"`
	Theme        string        `json:"theme,omitempty"`
	Presence     string        `json:"presence"`
	Observations []observation `json:"observations,omitempty"`
}

type observation struct {
	Participation int    `json:"participation,omitempty"`
	Humeur        int    `json:"humeur,omitempty"`
	Texte         string `json:"texte,omitempty"`
	Role          string `json:"role_de_l_auteur,omitempty"`
}

type evaluation struct {
	Atelier     string `json:"atelier"`
	Cycle       string `json:"cycle,omitempty"`
	Annee       int    `json:"annee_scolaire,omitempty"`
	Moment      string `json:"moment"`
	PointDeVue  string `json:"point_de_vue"`
	Date        string `json:"date,omitempty"`
	Grille      string `json:"grille,omitempty"`
	Niveaux     []cran `json:"niveaux"`
	Commentaire string `json:"commentaire,omitempty"`
	Role        string `json:"role_de_l_auteur,omitempty"`
}

type cran struct {
	Competence string `json:"competence,omitempty"`
	Famille    string `json:"famille,omitempty"`
	Niveau     int    `json:"niveau"`
	Sur        int    `json:"sur"`
	Mot        string `json:"mot,omitempty"`
}

type bilanRemis struct {
	Atelier     string `json:"atelier"`
	Cycle       string `json:"cycle,omitempty"`
	Annee       int    `json:"annee_scolaire,omitempty"`
	Moment      string `json:"moment"`
	Etat        string `json:"etat"`
	DefinitifLe string `json:"definitif_le,omitempty"`
	Contexte    string `json:"demande_et_contexte,omitempty"`
	Forts       string `json:"points_forts,omitempty"`
	Vigilance   string `json:"points_de_vigilance,omitempty"`
	Enfant      string `json:"parole_de_l_enfant,omitempty"`
	Famille     string `json:"parole_de_la_famille,omitempty"`
	Ecole       string `json:"parole_de_l_ecole,omitempty"`
	Synthese    string `json:"synthese,omitempty"`
	Suites      string `json:"suites,omitempty"`
	Rencontre   string `json:"rencontre_avec_la_famille,omitempty"`
	Role        string `json:"role_de_l_auteur,omitempty"`
}

func inscriptionsOf(places []registry.WholePlace) []inscription {
	out := []inscription{}
	for _, p := range places {
		x := inscription{
			Atelier: p.Workshop, Cycle: p.Cycle, Groupe: p.Group, Annee: p.SchoolYear, Etat: placeState(p.State), DemandeeLe: p.RequestedOn.String(),
			DemandeePar: p.AskedBy, DecideeLe: p.DecidedOn.String(), Priorite: priority(p.Priority),
			Du: p.From.String(), Au: p.Until.String(), Depart: p.LeaveReason, Seances: []seance{},
		}
		for _, w := range p.Warnings {
			x.Acceptes = append(x.Acceptes, accepte{fr.Warning(w.Code), w.Reason, w.On.String()})
		}
		for _, f := range p.Facilitators {
			x.Intervenants = append(x.Intervenants, intervenant{f.Name, f.Profession})
		}
		for _, s := range p.Sessions {
			y := seance{Numero: s.Number, Date: s.Date.String(), Theme: s.Theme, Presence: presence(s.Cell)}
			for _, o := range s.Observations {
				y.Observations = append(y.Observations, observation{o.Participation, o.Mood, o.Text, roleOf(o.By)})
			}
			x.Seances = append(x.Seances, y)
		}
		out = append(out, x)
	}
	return out
}

func placeState(s data.EnrollmentState) string {
	switch s {
	case data.Waiting:
		return "liste d’attente"
	case data.Enrolled:
		return "inscrit"
	}
	return "parti"
}

func presence(c registry.Cell) string {
	if c.Kind == registry.CellToCome {
		return "à venir"
	}
	return fr.Mark(c.Mark)
}

func evaluationsOf(all []registry.WholeEvaluation) []evaluation {
	out := []evaluation{}
	for _, e := range all {
		x := evaluation{
			Atelier: e.Workshop, Cycle: e.Cycle, Annee: e.SchoolYear, Moment: fr.Moment(e.Moment), PointDeVue: fr.Viewpoint(e.Viewpoint),
			Date: e.On.String(), Grille: e.Rubric, Niveaux: []cran{}, Commentaire: e.Comment, Role: roleOf(e.By),
		}
		for _, s := range e.Scores {
			x.Niveaux = append(x.Niveaux, cran{s.Label, fr.SkillFamily(s.Skill), s.Level, s.Levels, s.Word})
		}
		out = append(out, x)
	}
	return out
}

func bilansOf(all []registry.WholeBilan) []bilanRemis {
	out := []bilanRemis{}
	for _, b := range all {
		out = append(out, bilanRemis{
			b.Workshop, b.Cycle, b.SchoolYear, fr.BilanMoment(b.Moment), fr.BilanState(b.State), b.FinalOn.String(), b.Context, b.Strengths,
			b.Watch, b.ChildWords, b.FamilyWords, b.SchoolWords, b.Synthesis, b.Next, b.FamilyOn.String(), roleOf(b.By),
		})
	}
	return out
}
