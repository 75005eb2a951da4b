package printing

import (
	"slices"
	"strings"

	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/export/catalogue"
)

// Fitting is a document, and what it can be made of here.
type Fitting struct {
	catalogue.Document
	Shelf   string
	Choices []catalogue.Choice
}

// Fittings are the documents that fit what is at hand, shelf after shelf; those that can be made of nothing are among
// them only when everything is asked for.
func Fittings(r *registry.Registry, hand catalogue.Subject) []Fitting {
	var out []Fitting
	all := hand == (catalogue.Subject{})
	for _, shelf := range catalogue.All() {
		for _, d := range shelf.Documents {
			f := Fitting{Document: d, Shelf: shelf.Title}
			for _, c := range d.Subjects(r) {
				if c.Fits(hand) {
					f.Choices = append(f.Choices, c)
				}
			}
			if all || len(f.Choices) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}

// offered are the documents that can be made of what is asked for.
func (a Ask) offered(r *registry.Registry) []Fitting {
	all := Fittings(r, a.Hand)
	if a.Documents != nil {
		all = nil
		for _, d := range a.Documents {
			all = append(all, Fitting{Document: d, Choices: d.Subjects(r)})
		}
	}
	var out []Fitting
	for _, f := range all {
		if a.Only != nil {
			f.Choices = slices.DeleteFunc(f.Choices, func(c catalogue.Choice) bool { return !a.Only(c.Subject) })
		}
		if len(f.Choices) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// words is a choice as it is listed.
func words(c catalogue.Choice) string { return strings.Join(nonEmpty(c.Label, c.Detail), " – ") }

func nonEmpty(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

// recipients are those that somebody typed, between commas.
func recipients(typed string) []string {
	var out []string
	for part := range strings.SplitSeq(typed, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// missingWords say which signs of a paper no font has.
func missingWords(signs []rune) string {
	const most = 12
	var out []string
	for _, r := range signs[:min(most, len(signs))] {
		out = append(out, fr.Quote(string(r)))
	}
	text := fr.List(out)
	if len(signs) > most {
		text += "…"
	}
	return text + "\u00a0: une case vide les remplace. Corrigez le texte, ou laissez la case."
}
