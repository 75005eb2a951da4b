package export

import (
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
)

// cases are what the commission was told and decided.
func (p *wholePaper) cases() {
	for _, c := range p.Cases {
		pairs := [][2]string{
			{"Présentation", c.Presenter}, {"Question posée", c.Question}, {"Ce qui est observé", c.Facts},
			{"Ce qui a déjà été fait", c.Tried}, {"Ce que dit la famille", c.FamilyWords},
			{"Famille prévenue de l’examen", saidOnly(c.FamilyTold)}, {"Décision", decided(c.Decision, c.DecisionNote)},
		}
		for _, a := range c.Actions {
			pairs = append(pairs, [2]string{"Action", actionLine(a)})
		}
		pairs = append(pairs, [2]string{"À revoir le", fr.DateLong(c.ReviewOn)})
		title := "Commission (EPS)"
		if c.On.Valid() {
			title += " du " + fr.DateLong(c.On)
		}
		p.lines(title, pairs...)
	}
}

// decided is a decision and its note; "" while nothing is decided.
func decided(d data.Decision, note string) string {
	if d == data.DecisionPending || strings.HasPrefix(fr.Lower(typo(note)), fr.Decision(d)) {
		return typo(note)
	}
	if note = typo(note); note == "" {
		return fr.Decision(d)
	}
	return fr.Decision(d) + ". " + fr.Capital(note)
}

// actionLine is one thing decided: "Prendre rendez-vous, Samira Lounès, avant le 12 janvier 2027".
func actionLine(a data.CaseAction) string {
	by := ""
	if a.By.Valid() {
		by = "avant le " + fr.DateLong(a.By)
	}
	return commas(a.What, a.Who, by)
}

// examen is a WholeCase for programs.
type examen struct {
	Date         string       `json:"date,omitempty"`
	Presente     string       `json:"presente_par,omitempty"`
	Question     string       `json:"question,omitempty"`
	Faits        string       `json:"ce_qui_est_observe,omitempty"`
	Deja         string       `json:"ce_qui_a_deja_ete_fait,omitempty"`
	Famille      string       `json:"parole_de_la_famille,omitempty"`
	Prevenue     string       `json:"famille_prevenue,omitempty"`
	Decision     string       `json:"decision,omitempty"`
	DecisionNote string       `json:"precisions_de_decision,omitempty"`
	Actions      []actionDite `json:"actions"`
	Revoir       string       `json:"a_revoir_le,omitempty"`
}

type actionDite struct {
	Quoi  string `json:"quoi"`
	Qui   string `json:"qui,omitempty"`
	Avant string `json:"avant_le,omitempty"`
}

func examensOf(cases []registry.WholeCase) []examen {
	out := []examen{}
	for _, c := range cases {
		x := examen{
			Date: c.On.String(), Presente: c.Presenter, Question: c.Question, Faits: c.Facts, Deja: c.Tried, Famille: c.FamilyWords,
			Prevenue: saidOnly(c.FamilyTold), DecisionNote: c.DecisionNote, Actions: []actionDite{}, Revoir: c.ReviewOn.String(),
		}
		if c.Decision != data.DecisionPending {
			x.Decision = fr.Decision(c.Decision)
		}
		for _, a := range c.Actions {
			x.Actions = append(x.Actions, actionDite{a.What, a.Who, a.By.String()})
		}
		out = append(out, x)
	}
	return out
}
