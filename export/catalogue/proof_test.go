package catalogue_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
	"mercredi/export/pdf/pdftest"
)

// variant is a way to ask for a paper.
type variant struct {
	name string
	meta export.Meta
	with catalogue.With
}

// variants are all the ways to ask for a document.
func variants(d catalogue.Document) []variant {
	plain := export.Meta{Date: provenOn, State: 1234, JournalHead: "a1b2c3d4", Author: "Anne Roche", Recipients: []string{"École des Tilleuls", "Famille"}}
	large, grey := plain, plain
	large.Large, grey.Grey = true, true
	if d.OneSize != "" {
		large = grey
	}
	all := []variant{{"", plain, nil}, {"large", large, nil}, {"grey", grey, nil}}
	for _, o := range d.Options {
		all = append(all, variant{string(o.Key), plain, catalogue.With{o.Key}}, variant{string(o.Key) + ", large", large, catalogue.With{o.Key}})
	}
	return all
}

func documents() []catalogue.Document {
	var all []catalogue.Document
	for _, s := range catalogue.All() {
		all = append(all, s.Documents...)
	}
	return all
}

// paper makes one paper.
func paper(t testing.TB, r *registry.Registry, d catalogue.Document, s catalogue.Subject, v variant) []byte {
	t.Helper()
	p, err := d.Make(r, v.meta, s, v.with)
	if err != nil {
		t.Fatalf("%s, %s: %v", d.Key, v.name, err)
	}
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		t.Fatalf("%s, %s: %v", d.Key, v.name, err)
	}
	return out.Bytes()
}

// judged fails with all that a machine or an eye would see.
func judged(t testing.TB, what string, file []byte) {
	t.Helper()
	kept(t, what, file)
	read := pdftest.Read(file)
	for _, f := range append(read.Conform(), read.Look()...) {
		t.Errorf("%s: %s", what, f)
	}
}

// papers judges the first subject of each document of a world, in the variants that are asked for.
func papers(t *testing.T, r *registry.Registry, asked func(catalogue.Document) []variant) {
	t.Helper()
	for _, d := range documents() {
		subjects := d.Subjects(r)
		if len(subjects) == 0 {
			continue
		}
		t.Run(d.Key, func(t *testing.T) {
			for _, v := range asked(d) {
				judged(t, strings.TrimSpace(v.name), paper(t, r, d, subjects[0].Subject, v))
			}
		})
	}
}

func TestEveryPaperOfTheSampleConforms(t *testing.T) {
	papers(t, sampleTown(t), variants)
}

func TestEveryPaperConformsWhenNothingWasTyped(t *testing.T) {
	papers(t, hollowTown(t), func(d catalogue.Document) []variant { return variants(d)[:2] })
}

func TestEveryPaperConformsWithLongTexts(t *testing.T) {
	papers(t, longTown(t), func(d catalogue.Document) []variant { return variants(d)[:2] })
}

func TestEveryPaperConformsWithFortyOfEverything(t *testing.T) {
	papers(t, crowdedTown(t, 40), func(d catalogue.Document) []variant { return variants(d)[:1] })
}

// TestEveryPaperIsTheSameTwice: same file, same day, same bytes.
func TestEveryPaperIsTheSameTwice(t *testing.T) {
	r, again := sampleTown(t), sampleTown(t)
	for _, d := range documents() {
		for _, s := range d.Subjects(r)[:1] {
			v := variants(d)[0]
			if !bytes.Equal(paper(t, r, d, s.Subject, v), paper(t, again, d, s.Subject, v)) {
				t.Errorf("%s differs", d.Key)
			}
		}
	}
}

// TestTheWorldsAreWhatTheySay: a world that is like the sample would prove nothing.
func TestTheWorldsAreWhatTheySay(t *testing.T) {
	sheet, _ := catalogue.Find("emargement")
	text := func(r *registry.Registry) string {
		return textOf(paper(t, r, sheet, sheet.Subjects(r)[0].Subject, variants(sheet)[0]))
	}
	if s := text(longTown(t)); !strings.Contains(s, strings.Repeat("Œ", 12)) || !strings.Contains(s, "Apolline Apolline") {
		t.Errorf("the long town prints %.300q", s)
	}
	few, many := strings.Count(text(sampleTown(t)), "\n"), strings.Count(text(crowdedTown(t, 40)), "\n")
	if many < few+40 {
		t.Errorf("the sheet of the crowd has %d lines, that of the sample %d", many, few)
	}
	if children := hollowTown(t).Children.All(); children[0].FirstName != "X" && children[0].FirstName != "" {
		t.Errorf("a child of the hollow town is called %q", children[0].FirstName)
	}
}

// textOf is what a paper reads, an element a line.
func textOf(file []byte) string { return outlined(pdftest.Read(file)) }

func outlined(f *pdftest.File) string {
	var b strings.Builder
	for _, line := range f.Outline() {
		fmt.Fprintln(&b, line)
	}
	return b.String()
}
