package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"mercredi/data"
	"mercredi/data/calendar"
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
)

// batchGC trades memory for time while many papers are made in a row: it halves the work.
const batchGC = 400

// bilans prints bilans and attendance sheets into a folder, one folder a cycle inside it.
func bilans(w World, l line) error {
	out, err := l.need("sortie")
	if err != nil {
		return err
	}
	if l.values["cycle"] != "" && l.values["tous"] != "" {
		return usage("Choisissez «\u00a0--cycle\u00a0» ou «\u00a0--tous\u00a0», pas les deux.")
	}
	r, err := openFolder(w, l)
	if err != nil {
		return err
	}
	cycles, err := chosenCycles(r, l)
	if err != nil {
		return closing(r, err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(batchGC))
	p := printer{World: w, registry: r, out: out}
	for _, c := range cycles {
		err := p.cycle(c)
		if err := errors.Join(err, p.note(c)); err != nil {
			return closing(r, err)
		}
	}
	if len(cycles) == 0 {
		fmt.Fprintln(w.Stdout, "Aucune année scolaire n’est finie. Ajoutez --tous pour imprimer ceux de l’année en cours.")
	}
	fmt.Fprintf(w.Stdout, "%s dans «\u00a0%s\u00a0».\n", fr.Count(p.printed, "bilan imprimé", "bilans imprimés"), out)
	return r.Close()
}

// chosenCycles are the cycles to print: one, all, or those of the school years that are over.
func chosenCycles(r *registry.Registry, l line) ([]registry.CycleRow, error) {
	all := r.CycleRows(0)
	if text, ok := l.values["cycle"]; ok {
		id, err := data.ParseID[data.Cycle](text)
		i := slices.IndexFunc(all, func(c registry.CycleRow) bool { return c.ID == id })
		if err != nil || i < 0 {
			return nil, unknownCycle(all)
		}
		return all[i : i+1], nil
	}
	if l.values["tous"] != "" {
		return all, nil
	}
	current := int(calendar.SchoolYearOf(r.Today()))
	return slices.DeleteFunc(all, func(c registry.CycleRow) bool { return c.SchoolYear >= current }), nil
}

// unknownCycle says that no cycle has the identifier asked for, and lists those there are.
func unknownCycle(all []registry.CycleRow) error {
	text := "Ce cycle n’existe pas dans ce dossier. Voici ceux qui existent\u00a0:"
	for _, c := range all {
		text += "\n  " + c.ID.String() + "  " + cycleName(c)
	}
	return unknown("%s", text)
}

// cycleName is also the name of the folder: "2026-2027 Art-thérapie, Cycle 1".
func cycleName(c registry.CycleRow) string {
	return fmt.Sprintf("%v %s, %s", calendar.SchoolYear(c.SchoolYear), c.Workshop.Name, c.Name)
}

// printer prints cycles.
type printer struct {
	World
	registry *registry.Registry
	out      string
	folders  []string
	printed  int                   // bilans, of children and of groups
	children []data.ID[data.Child] // of the cycle, whose bilans were printed
}

// cycle prints what is kept of a cycle. A cycle without any paper makes no folder.
func (p *printer) cycle(c registry.CycleRow) error {
	before := p.printed
	dir := p.folder(c)
	for _, row := range p.registry.BilansOf(c.ID) {
		if err := p.bilan(dir, row); err != nil {
			return err
		}
	}
	for _, g := range c.Groups {
		if err := p.group(dir, g.ID); err != nil {
			return err
		}
	}
	fmt.Fprintf(p.Stdout, "%s\u00a0: %s (cycle %s)\n", cycleName(c), fr.Count(p.printed-before, "bilan", "bilans"), c.ID)
	return nil
}

// note tells the journal which papers of a cycle were printed, whole or not.
func (p *printer) note(c registry.CycleRow) error {
	children := p.children
	p.children = nil
	if len(children) == 0 {
		return nil
	}
	return p.registry.Printed(journal.Printed, "bilans, "+cycleName(c), children...)
}

// folder is where a cycle goes; two cycles of one name have two folders.
func (p *printer) folder(c registry.CycleRow) string {
	name := export.SafeName(cycleName(c))
	if slices.Contains(p.folders, name) {
		name = export.SafeName(cycleName(c) + " " + c.ID.Reference())
	}
	p.folders = append(p.folders, name)
	return filepath.Join(p.out, name)
}

func (p *printer) bilan(dir string, row registry.BilanRow) error {
	if !row.Kept() {
		return nil
	}
	b, _ := p.registry.Bilans.Get(row.Progress.ID)
	v, ok := p.registry.BilanView(b)
	if !ok {
		return nil // the child is in no group of the cycle any more: there is nothing to tell
	}
	p.printed++
	if !slices.Contains(p.children, b.ChildID) {
		p.children = append(p.children, b.ChildID)
	}
	return p.paper(dir, "bilan-"+v.Reference, func(w io.Writer) error { return export.Bilan(w, p.meta(), v) })
}

// group prints the bilans of a group and its attendance sheet.
func (p *printer) group(dir string, id data.ID[data.Group]) error {
	for _, m := range []data.Moment{data.MomentMid, data.MomentEnd} {
		v, ok := p.registry.GroupBilanView(p.registry.GroupBilan(id, m))
		if !ok || v.Reference == "" {
			continue
		}
		p.printed++
		err := p.paper(dir, "bilan-groupe-"+v.Reference, func(w io.Writer) error { return export.GroupBilan(w, p.meta(), v) })
		if err != nil {
			return err
		}
	}
	v, ok := p.registry.AttendanceSheetView(id)
	if !ok {
		return nil
	}
	return p.paper(dir, "emargement-"+id.Reference(), func(w io.Writer) error { return export.AttendanceSheet(w, p.meta(), v) })
}

// paper writes one file, named after a reference and never after a child.
func (p *printer) paper(dir, name string, render func(io.Writer) error) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making a folder for papers: %w", &outputError{err})
	}
	return p.document(filepath.Join(dir, name+".pdf"), render)
}

// outputError is a paper that could not be written, whatever the reason the system gives.
type outputError struct{ err error }

func (e *outputError) Error() string { return e.err.Error() }

// Unwrap gives the reason.
func (e *outputError) Unwrap() error { return e.err }

// isOutput reports whether an error is about what is written.
func isOutput(err error) bool {
	_, ok := errors.AsType[*outputError](err)
	return ok
}
