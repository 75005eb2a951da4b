package papers

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"

	"mercredi/data/folder"
	"mercredi/data/fr"
	"mercredi/export"
	"mercredi/ui/page"
	"mercredi/ui/task"
)

// PrintAll asks for a place, makes a new folder there and writes the documents into it one after the other, with
// progress and a way to stop. It never replaces a document. At the end it says how many are kept, and which are not
// and why.
func (s *Service) PrintAll(folder string, papers []page.Paper) {
	s.Deliver(page.Delivery{Papers: papers, Title: folder})
}

// batch is several documents to write into one new folder.
type batch struct {
	place   string // chosen by the person
	name    string // of the folder made there
	papers  []page.Paper
	stopped *atomic.Bool // by the person: what is finished stays
}

// outcome is what became of a batch.
type outcome struct {
	folder  string
	kept    int
	paths   []string // of what is kept
	stopped bool
	failed  []failure
}

// failure is a reason, and the documents that it kept from being written.
type failure struct {
	sentence string
	names    []string
}

const batchGCPercent = 400 // halves the time of a batch for some tens of megabytes (measured with the PDF typesetter)

func (b *batch) write(ctx context.Context, report task.Progress) (outcome, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(batchGCPercent))
	into := filepath.Join(b.place, free(export.SafeName(b.name), func(name string) bool {
		return stands(filepath.Join(b.place, name))
	}))
	unmake, err := folder.Make(into)
	if err != nil {
		return outcome{}, fmt.Errorf("making the folder: %w", err)
	}
	defer unmake() // does nothing once a document is in
	o := outcome{folder: into}
	used := map[string]bool{}
	for i, paper := range b.papers {
		if b.stopped.Load() || ctx.Err() != nil {
			o.stopped = true
			break
		}
		report(i, len(b.papers))
		name := free(export.SafeName(paper.Name), func(name string) bool { return used[strings.ToLower(name)] })
		used[strings.ToLower(name)] = true
		path, err := write(filepath.Join(into, name), paper.Render)
		if err != nil {
			o.fail(name, fr.Error(err))
			continue
		}
		o.kept++
		o.paths = append(o.paths, path)
	}
	report(len(b.papers), len(b.papers))
	return o, nil
}

// free is name, or name with the first number that makes it free: "Bilan (2).pdf".
func free(name string, taken func(string) bool) string {
	ext := filepath.Ext(name)
	stem := strings.TrimSuffix(name, ext)
	for n := 2; taken(name); n++ {
		name = fmt.Sprintf("%s (%d)%s", stem, n, ext)
	}
	return name
}

func (o *outcome) fail(name, sentence string) {
	for i := range o.failed {
		if o.failed[i].sentence == sentence {
			o.failed[i].names = append(o.failed[i].names, name)
			return
		}
	}
	o.failed = append(o.failed, failure{sentence, []string{name}})
}

// sentence says how many documents are kept, and where.
func (o *outcome) sentence(wanted int) string {
	switch {
	case o.kept == 0:
		return "Aucun document n’a été enregistré."
	case o.kept == wanted:
		return fmt.Sprintf("%s dans %s.", fr.Count(o.kept, "document est enregistré", "documents sont enregistrés"),
			fr.Quote(shorten(filepath.Base(o.folder))))
	case o.stopped && len(o.failed) == 0:
		return fmt.Sprintf("Arrêté\u00a0: %s sur %s, dans %s.", fr.Count(o.kept, "document enregistré", "documents enregistrés"),
			fr.Number(wanted), fr.Quote(shorten(filepath.Base(o.folder))))
	}
	return fmt.Sprintf("%s sur %s dans %s.", fr.Count(o.kept, "document est enregistré", "documents sont enregistrés"),
		fr.Number(wanted), fr.Quote(shorten(filepath.Base(o.folder))))
}
