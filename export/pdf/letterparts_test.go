package pdf

import (
	"slices"
	"strings"
	"testing"
)

// letter is a paper with all that letters, agreements and forms are made of.
func letter(m Meta) *Document {
	d := New(m)
	d.Letterhead(Letterhead{From: []string{"Programme de réussite éducative", "Ville de Sauvelande"},
		Contact: []string{"2, place du Marché, 00100 Sauvelande", "01 99 00 12 34 · pre@sauvelande.example"},
		Right:   []string{"Fait le 29 janvier 2027"}, About: []string{"Réf. B-2027-014", "Destinataires : la famille, l’école"}})
	d.Address("Mme Nadia Kerdoun", "3, allée des Frênes", "Bâtiment C", "00100 Sauvelande")
	d.Title("Convention de partenariat", "Entre la ville de Sauvelande et le centre des Peupliers")
	d.Articles(Article{Title: "Objet", Text: "La présente convention fixe les règles du partenariat.\n- un accueil par semaine ;\n– deux réunions par an."},
		Article{Title: "Durée", Text: "Elle vaut un an."}, Article{Number: 7, Title: "Litiges"})
	d.Ticks("Nous acceptons la photographie de l’enfant :", Tick{"oui", true}, Tick{"non", false})
	d.Ticks("Pour ces usages :", Tick{"le journal de la ville, distribué dans les boîtes aux lettres", false},
		Tick{"le site de la ville", false}, Tick{"une exposition dans l’école", true})
	d.Blank("Ce que l’enfant en dit :", 3)
	d.Fill("Fait à", "le")
	d.Signatures("La famille", "La coordinatrice")
	return d
}

func TestAddressStandsInTheWindowOfAnEnvelope(t *testing.T) {
	for _, m := range []Meta{{}, {Zoom: 1.4, Least: 14}} {
		d := letter(m)
		for _, k := range zoomed(d.layout()[0], d.page.zoom) {
			if k.elem == nil || !strings.Contains("Mme Nadia Kerdoun 3, allée des Frênes Bâtiment C 00100 Sauvelande", strings.TrimSpace(k.text)) {
				continue
			}
			top, foot := (k.y-k.size)/mm, k.y/mm
			if x := k.x / mm; strings.HasPrefix(k.text, "Mme") && (x < 100 || x+k.w/mm > 190 || top < 45 || foot > 90) {
				t.Errorf("%q at %.0f mm, from %.0f to %.0f mm", k.text, x, top, foot)
			}
		}
	}
}

func TestAddressUnderATallLetterheadStandsBelowIt(t *testing.T) {
	d := New(Meta{})
	d.Letterhead(Letterhead{From: slices.Repeat([]string{"Une ligne"}, 20)})
	d.Address("Mme Nadia Kerdoun")
	checkMargins(t, d)
	marks := d.layout()[0]
	head, address := marks[19], slices.IndexFunc(marks, func(m mark) bool { return strings.HasPrefix(m.text, "Mme") })
	if marks[address].y < head.y+textStyle.size {
		t.Errorf("the address at %.0f runs over the head that ends at %.0f", marks[address].y, head.y)
	}
}

func TestBoxesThatFitStandInOneRow(t *testing.T) {
	d := letter(Meta{})
	at := map[string]float64{}
	for _, m := range d.layout()[0] {
		at[strings.TrimSpace(m.text)] = m.y
	}
	if at["oui"] != at["non"] || at["oui"] == 0 {
		t.Errorf("yes at %.1f, no at %.1f", at["oui"], at["non"])
	}
	if at["le site de la ville"] >= at["une exposition dans l’école"] {
		t.Error("long boxes do not stand one under the other")
	}
}

func TestOutlineOfALetterSaysArticlesListsAndBoxes(t *testing.T) {
	said := outline(letter(Meta{}))
	for _, want := range []string{
		"heading2: Article\u00a01. Objet\n", "heading2: Article\u00a02. Durée\n", "heading2: Article\u00a07. Litiges\n",
		"item: un accueil par semaine ;\n", "item: deux réunions par an.\n",
		"paragraph: Nous acceptons la photographie de l’enfant :\n", "☑ oui\n", "☐ non\n", "☑ une exposition dans l’école\n",
		"paragraph: Mme Nadia Kerdoun 3, allée des Frênes Bâtiment C 00100 Sauvelande\n",
		"paragraph: Fait à\n", "paragraph: le\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
}

func TestBlankLeavesLinesToWriteOn(t *testing.T) {
	for _, n := range []int{0, 1, 5, 80} {
		d := New(Meta{})
		d.Blank("Observations", n)
		lines := 0
		for _, page := range d.layout() {
			for _, m := range page {
				if m.shape == shapeRule {
					lines++
				}
			}
		}
		if lines != n {
			t.Errorf("%d lines for %d", lines, n)
		}
		checkMargins(t, d)
	}
}

func TestPartsOfALetterHoldInLargePrint(t *testing.T) {
	for _, m := range []Meta{{Confidential: sentence}, {Zoom: 1.4, Least: 14, Confidential: sentence}, {Zoom: 1.4, Least: 14, Landscape: true}} {
		checkMargins(t, letter(m))
	}
}

func TestLargePrintHasNoSmallLetter(t *testing.T) {
	d := letter(Meta{Zoom: 1.4, Least: 14, Confidential: sentence, Stamp: "état n° 12"})
	for _, page := range d.layout() {
		for _, m := range zoomed(page, d.page.zoom) {
			if m.shape == shapeText && m.size < 13.99 {
				t.Errorf("%q in %.1f points", m.text, m.size)
			}
		}
	}
}

func TestLogoThatCannotBeDrawnIsLeftOut(t *testing.T) {
	d := New(Meta{})
	d.Letterhead(Letterhead{Logo: []byte("\x89PNG broken"), LogoAlt: "Logo", From: []string{"Équipe"}})
	if said := outline(d); strings.Contains(said, "figure") || !strings.Contains(said, "Équipe") {
		t.Errorf("the head says %s", said)
	}
	write(t, d)
}

// TestNobodySignsAPageThatSaysNothing: whatever stands before, some text is on the page of the signatures.
func TestNobodySignsAPageThatSaysNothing(t *testing.T) {
	for lines := range 70 {
		d := New(Meta{Title: "Accord"})
		d.Title("Accord", "")
		for range lines {
			d.Paragraph("Vous pouvez dire non.")
		}
		d.List([]string{"Un appel suffit.", "Une visite aussi."})
		d.Gap(2)
		d.KeepTogether(func() {
			d.Heading("Signatures")
			d.Note("Signe la personne qui a l’autorité parentale.")
			d.Entries(Entry{Label: "Fait à, le", Blank: 1})
			d.Signatures("L’adulte responsable", "Pour l’équipe")
		})
		for n, marks := range d.layout() {
			signed, said := false, false
			for _, m := range marks {
				signed = signed || m.elem != nil && m.elem.Kind == KindSignature
				said = said || m.elem != nil && (m.elem.Kind == KindItem || m.elem.Kind == KindParagraph)
			}
			if signed && !said {
				t.Errorf("after %d lines, page %d holds signatures alone", lines, n+1)
			}
		}
	}
}
