//go:build gallery

package catalogue_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mercredi/data/registry"
	"mercredi/export/catalogue"
)

// galleryHead is what the page of the manual says before the documents.
const galleryHead = `# Les papiers

Tout ce que l’équipe imprime sort d’ici, à partir de ce qui est déjà saisi. Chaque document existe aussi en **gros caractères**
(14 points au moins) et en **noir et blanc** ; l’affiche et le planning de l’année, déjà grands, sont en A4 ou en A3. Tous sont archivables (PDF/A-2a) et accessibles (PDF/UA-1) : une synthèse vocale les
lit dans l’ordre, tableaux et graphiques compris. Comment c’est vérifié : [papiers.md](../papiers.md).

Les pages ci-dessous viennent de la ville inventée de la démonstration ; personne n’y existe. Elles sont refaites par
` + "`.ci/gallery.sh`" + `.
`

// TestPrintTheGallery writes the paper of each document into the folder named by MERCREDI_GALERIE, from which
// .ci/gallery.sh draws the pictures of the manual, and the page of the manual itself.
func TestPrintTheGallery(t *testing.T) {
	folder := os.Getenv("MERCREDI_GALERIE")
	r := sampleTown(t)
	page := galleryHead
	for _, shelf := range catalogue.All() {
		page += "\n## " + shelf.Title + "\n"
		for _, d := range shelf.Documents {
			keep(t, filepath.Join(folder, d.Key+".pdf"), fullest(t, r, d, variants(d)[0]))
			if d.Key == "bilan" {
				keep(t, filepath.Join(folder, "bilan-gros.pdf"), fullest(t, r, d, variants(d)[1]))
				keep(t, filepath.Join(folder, "bilan-gris.pdf"), fullest(t, r, d, variants(d)[2]))
			}
			page += fmt.Sprintf("\n### %s\n\n%s.%s\n\n![%s](../images/papiers/%s.png)\n", d.Title, d.Purpose, options(d), d.Title, d.Key)
		}
	}
	page += "\n## Gros caractères, noir et blanc\n\nLe même bilan, pour quelqu’un qui voit mal, et pour la photocopieuse.\n\n" +
		"![Bilan individuel en gros caractères](../images/papiers/bilan-gros.png)\n\n![Bilan individuel en noir et blanc](../images/papiers/bilan-gris.png)\n"
	if err := os.WriteFile(filepath.Join("..", "..", "docs", "manuel", "les-papiers.md"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fullest is the paper that shows most, of the first subjects of a document.
func fullest(t *testing.T, r *registry.Registry, d catalogue.Document, v variant) []byte {
	t.Helper()
	const tried = 20
	var best []byte
	subjects := d.Subjects(r)
	for _, s := range subjects[:min(len(subjects), tried)] {
		if file := paper(t, r, d, s.Subject, v); len(textOf(file)) > len(textOf(best)) {
			best = file
		}
	}
	return best
}

func keep(t *testing.T, path string, file []byte) {
	t.Helper()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
}

// options are the choices of a document, in a sentence.
func options(d catalogue.Document) string {
	if len(d.Options) == 0 {
		return ""
	}
	var labels []string
	for _, o := range d.Options {
		labels = append(labels, "«\u00a0"+o.Label+"\u00a0»")
	}
	return " Au choix\u00a0: " + strings.Join(labels, ", ") + "."
}
