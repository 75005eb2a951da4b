// Package pdf is the typesetter of the papers: it lays paragraphs, columns, tables, evolution lines and
// signatures on A4 or A3 pages and writes them as PDF. It knows no child.
//
// A document is written from top to bottom, without a coordinate:
//
//	d := pdf.New(pdf.Meta{Title: "Bilan", Date: date})
//	d.Heading("Régularité")
//	d.Paragraph("Lila a suivi 11 séances sur 11.")
//	err := d.Write(w)
//
// How it works: every method cuts its content into strips, full-width slices of a page that are never cut,
// with their marks (words, rules, dots) already placed inside. Write then fills the pages with strips,
// obeying the glue between them, so the number of pages is known before anything is drawn:
//
//	method → strips → pages → paint (the only file that sees the PDF library) → archive → bytes
//
// Every mark knows the element it belongs to (heading, paragraph, table cell, figure …), or none when it is
// decoration. Outline lists those elements, and the tags of the file are written from the same tree (tags.go): every
// paper is PDF/A-2a and PDF/UA-1 (archive.go; docs/decisions/0024).
//
// Whatever text people type, a document comes out: see text.go for what happens to signs no font has.
package pdf

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"mercredi/data"
)

// Meta says what the document is and what stands at the foot of each page.
type Meta struct {
	Title, Author, Subject string
	Date                   data.Date // the day written in the file as its creation, never the clock's
	Reference              string    // foot of the page, before the page number
	Stamp                  string    // foot of the page, above the reference: the state of what the paper was made from
	Confidential           string    // foot of the page: one or two lines, who may read this
	Landscape              bool
	A3                     bool               // twice an A4
	Wide                   bool               // narrow margins: grids and posters
	Zoom                   float64            // everything larger by so much, for large print; 0 is 1
	Least                  float64            // points, once zoomed: no letter is smaller; 0: as the style says
	Grey                   bool               // black and white: every ink becomes a grey of the same strength
	Missing                func(signs []rune) // told what Replaced lists, once the document is written; may be nil
}

// Document is a paper being written. It belongs to one goroutine.
type Document struct {
	meta   Meta
	page   geometry
	types  *typecase
	strips []strip
	root   *Element

	band     int     // how many strips there were when facts or entries last ended
	signed   []int   // the last strip of each row of signatures
	sentence []line  // at the foot of every page
	high     float64 // what strips can use of a page
}

// New opens an empty document.
func New(meta Meta) *Document {
	d := &Document{meta: meta, types: newTypecase(), root: &Element{Kind: KindDocument}}
	d.page = newGeometry(meta)
	d.types.least = meta.Least / d.page.zoom
	d.sentence = d.footSentence()
	d.high = d.measuredRoom() // which the sentence takes from
	return d
}

// Write sets the pages and writes the file to w. Nothing reaches w unless the whole document could be made.
// The same document gives the same bytes.
func (d *Document) Write(w io.Writer) error {
	file, err := d.render()
	if err != nil {
		return fmt.Errorf("typesetting %q: %w", d.meta.Title, err)
	}
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("writing document: %w", err)
	}
	if signs := d.Replaced(); len(signs) > 0 && d.meta.Missing != nil {
		d.meta.Missing(signs)
	}
	return nil
}

// render is the last line of defence: the PDF library panics on what it does not know, and one odd sign must
// not take the program down.
func (d *Document) render() (file []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("drawing failed: %v", r)
		}
	}()
	return paint(d)
}

// Pages is the number of pages of what has been written so far.
func (d *Document) Pages() int { return len(d.layout()) }

// Replaced lists, in order, the signs that no embedded font has and that were drawn as an empty box, so that
// the screen can say so before the paper leaves.
func (d *Document) Replaced() []rune { return slices.Sorted(maps.Keys(d.types.replaced)) }
