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
	"mercredi/data/fr"
	"mercredi/data/journal"
	"mercredi/data/registry"
	"mercredi/export"
	"mercredi/export/catalogue"
)

// variants are the ways in which one of each document is printed.
var variants = map[string][]catalogue.Wish{
	"normale": {{}},
	"grand":   {{Large: true}},
	"gris":    {{Grey: true}},
	"toutes":  {{}, {Large: true}, {Grey: true}},
}

// documents prints one of each document of the catalogue, of the first subject that has enough to show.
func documents(w World, l line) error {
	out, err := l.need("sortie")
	if err != nil {
		return err
	}
	variant := l.values["variante"]
	if variant == "" {
		variant = "normale"
	}
	wishes, ok := variants[variant]
	if !ok {
		return usage("«\u00a0--variante\u00a0» est normale, grand, gris ou toutes.")
	}
	return during(w, l, func(r *registry.Registry) error {
		if err := os.MkdirAll(out, 0o700); err != nil {
			return fmt.Errorf("making a folder for papers: %w", &outputError{err})
		}
		defer debug.SetGCPercent(debug.SetGCPercent(batchGC))
		p := showcase{World: w, registry: r, out: out, options: variant == "toutes"}
		for _, shelf := range catalogue.All() {
			for _, d := range shelf.Documents {
				if err := p.document(d, wishes); err != nil {
					return err
				}
			}
		}
		p.conclude()
		return r.Printed(journal.Printed, "un exemplaire de chaque document", p.children...)
	})
}

// showcase prints one of each.
type showcase struct {
	World
	registry *registry.Registry
	out      string
	options  bool // each option of a document too
	written  int
	empty    []string // titles of those that nothing can be made of
	children []data.ID[data.Child]
}

// document prints one document in all the ways wanted.
func (p *showcase) document(d catalogue.Document, wishes []catalogue.Wish) error {
	choices := d.Subjects(p.registry)
	if len(choices) == 0 {
		p.empty = append(p.empty, d.Title)
		return nil
	}
	for _, wish := range p.wishes(d, wishes) {
		if err := p.print(d, choices, wish); err != nil {
			return err
		}
	}
	return nil
}

// wishes are those wanted of a document, and each of its options where they are wanted; one paper has no order.
func (p *showcase) wishes(d catalogue.Document, wishes []catalogue.Wish) []catalogue.Wish {
	out := slices.DeleteFunc(slices.Clone(wishes), func(w catalogue.Wish) bool { return w.Large && d.OneSize != "" })
	if p.options {
		for _, o := range d.Options {
			if o.Before == nil {
				out = append(out, catalogue.Wish{With: catalogue.With{o.Key}})
			}
		}
	}
	return out
}

// print writes the document of the first choice that is still there.
func (p *showcase) print(d catalogue.Document, choices []catalogue.Choice, wish catalogue.Wish) error {
	meta := wish.Meta(export.Meta{Date: p.today()})
	var missing []rune
	meta.Missing = func(signs []rune) { missing = signs }
	for _, c := range choices {
		made, err := d.Make(p.registry, meta, c.Subject, wish.With)
		if errors.Is(err, registry.ErrGone) {
			continue
		}
		if err != nil {
			return fmt.Errorf("making %s: %w", d.Key, err)
		}
		name := d.FileName(made, wish)
		if err := p.World.document(filepath.Join(p.out, name), func(w io.Writer) error { return made.Write(w) }); err != nil {
			return err
		}
		p.written++
		for _, child := range made.Children {
			if !slices.Contains(p.children, child) {
				p.children = append(p.children, child)
			}
		}
		fmt.Fprintf(p.Stdout, "%s\u00a0: %s\n", d.Title, name)
		if len(missing) > 0 {
			fmt.Fprintf(p.Stdout, "  Signes sans police, remplacés par une case\u00a0: %s\n", string(missing))
		}
		return nil
	}
	p.empty = append(p.empty, d.Title)
	return nil
}

// conclude says how many there are, and what is missing.
func (p *showcase) conclude() {
	if len(p.empty) > 0 {
		fmt.Fprintf(p.Stdout, "Rien dans ce dossier pour faire\u00a0: %s.\n", fr.List(p.empty))
	}
	fmt.Fprintf(p.Stdout, "%s dans «\u00a0%s\u00a0».\n", fr.Count(p.written, "document imprimé", "documents imprimés"), p.out)
}
