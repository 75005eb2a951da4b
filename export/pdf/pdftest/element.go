package pdftest

import (
	"slices"
	"strings"
)

// parents says under which elements some must stand (UA 7.2).
var parents = map[Name][]Name{
	"TR": {"Table", "THead", "TBody", "TFoot"}, "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"},
	"TH": {"TR"}, "TD": {"TR"}, "LI": {"L"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}

// contents says what some elements may hold, and nothing else (UA 7.2).
var contents = map[Name][]Name{
	"Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}, "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
	"L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "TOC": {"TOC", "TOCI", "Caption"},
}

// grouping elements only hold others: content of their own would be lost to many readers.
var grouping = []Name{"Document", "Part", "Art", "Sect", "Div", "TOC", "L", "LI", "Table", "TR", "THead", "TBody", "TFoot"}

// hollow elements may be empty: a cell to be written in, a document that says nothing.
var hollow = []Name{"TD", "TH", "Document", "Div", "Sect"}

func (f *File) judgeElement(e *Element) {
	if up := parents[e.Type]; up != nil && !slices.Contains(up, e.up.Type) {
		f.blame("UA 7.2", e.object(), "it stands in a %s", e.up.Type)
	}
	if may := contents[e.Type]; may != nil {
		for i, k := range e.Kids {
			if !slices.Contains(may, k.Type) {
				f.blame("UA 7.2", e.object(), "it holds a %s", k.Type)
			}
			if last := i == len(e.Kids)-1; k.Type == "Caption" && i > 0 && (!last || e.Type != "Table") {
				f.blame("UA 7.2", e.object(), "its caption is in the middle")
			}
		}
	}
	if slices.Contains(grouping, e.Type) && len(e.Pieces) > 0 {
		f.blame("ISO 32000 14.8.4", e.object(), "it holds content, and may only hold elements")
	}
	if len(e.order)+len(e.objects) == 0 && !slices.Contains(hollow, e.Type) {
		f.blame("house", e.object(), "it is empty")
	}
	for _, entry := range []Name{"T", "Alt", "ActualText", "E"} {
		if v := f.resolve(e.dict[entry]); v != nil {
			if s, ok := v.(String); !ok || strings.TrimSpace(s.Text()) == "" {
				f.blame("house", e.object(), "/%s is empty, or no text", entry)
			}
		}
	}
	switch e.Type {
	case "Table":
		f.judgeTable(e)
	case "L":
		f.judgeList(e)
	case "Figure", "Formula":
		f.judgeFigure(e)
	case "Link":
		if len(e.objects) == 0 {
			f.blame("UA 7.18.5", e.object(), "a link that leads nowhere: no OBJR")
		}
	}
}

// attribute is what an element says for an owner: Table, List, Layout.
func (f *File) attribute(e *Element, owner, key Name) any {
	list := f.array(e.dict["A"])
	if list == nil {
		list = Array{e.dict["A"]}
	}
	for _, a := range list {
		d := f.dict(a)
		if f.name(d["O"]) == owner && d[key] != nil {
			return f.resolve(d[key])
		}
	}
	return nil
}

var numberings = []Name{"None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"}

func (f *File) judgeList(e *Element) {
	labels := false
	for _, item := range e.Kids {
		if item.Type != "LI" {
			continue
		}
		bodies := 0
		for _, k := range item.Kids {
			labels = labels || k.Type == "Lbl"
			if k.Type == "LBody" {
				bodies++
			}
		}
		if bodies != 1 {
			f.blame("house", item.object(), "%d LBody; wanted one", bodies)
		}
	}
	numbering, _ := f.attribute(e, "List", "ListNumbering").(Name)
	if labels && (numbering == "None" || !slices.Contains(numberings, numbering)) {
		f.blame("UA 7.6", e.object(), "its items have labels, and /ListNumbering is %q", numbering)
	}
}

func (f *File) judgeFigure(e *Element) {
	if e.Alt == "" && f.text(e.dict["ActualText"]) == "" {
		f.blame("UA 7.3", e.object(), "no /Alt: it says nothing to who does not see it")
	}
	box, ok := f.numbers(f.attribute(e, "Layout", "BBox"), 4)
	if e.Type != "Figure" || len(e.Pieces) == 0 {
		return
	}
	page := e.Pieces[0].Page
	if !ok || page < 0 || page >= len(f.pages) {
		f.blame("UA 7.3", e.object(), "no /BBox: nobody knows where it is")
		return
	}
	p := f.pages[page]
	if box[2] <= box[0] || box[3] <= box[1] || box[0] < p.box[0]-1 || box[1] < p.box[1]-1 || box[2] > p.box[2]+1 || box[3] > p.box[3]+1 {
		f.blame("UA 7.3", e.object(), "its /BBox %v is empty or leaves the page", box)
	}
	for _, piece := range e.Pieces {
		if piece.Page != page {
			f.blame("house", e.object(), "a figure on several pages")
		}
	}
}

// judgeTable checks that the rows make a grid, and that its head is one.
func (f *File) judgeTable(e *Element) {
	count := map[Name]int{}
	var sections [][]*Element
	var loose []*Element
	for _, k := range e.Kids {
		count[k.Type]++
		switch k.Type {
		case "TR":
			loose = append(loose, k)
		case "THead", "TBody", "TFoot":
			sections = append(sections, k.Kids)
		}
	}
	if loose != nil {
		sections = append(sections, loose)
	}
	if count["THead"] > 1 || count["TFoot"] > 1 || count["Caption"] > 1 {
		f.blame("UA 7.2", e.object(), "several heads, feet or captions: %v", count)
	}
	if count["THead"]+count["TFoot"] > 0 && count["TBody"] == 0 {
		f.blame("UA 7.2", e.object(), "a head or a foot, and no TBody")
	}
	wide := -1
	for _, rows := range sections {
		wide = f.judgeRows(e, rows, wide)
	}
	if wide <= 0 {
		f.blame("house", e.object(), "a table without a cell")
	}
	heads := 0
	e.walk(func(k *Element) {
		if k.Type == "TH" {
			heads++
			if s, _ := f.attribute(k, "Table", "Scope").(Name); s != "Row" && s != "Column" && s != "Both" {
				f.blame("UA 7.5", k.object(), "a head cell whose /Scope is %q", s)
			}
		}
	})
	if heads == 0 {
		f.blame("UA 7.5", e.object(), "no cell of the table is a head: what a value means is not said")
	}
}

// judgeRows lays the cells of a section on a grid; wide is the number of columns, -1 when it is not known yet.
func (f *File) judgeRows(table *Element, rows []*Element, wide int) int {
	var taken []int // for each column, the rows still taken by a cell from above
	for _, row := range rows {
		column := 0
		next := func() {
			for column < len(taken) && taken[column] > 0 {
				taken[column]--
				column++
			}
		}
		for _, cell := range row.Kids {
			next()
			across := max(1, asInt(f.attribute(cell, "Table", "ColSpan")))
			down := max(1, asInt(f.attribute(cell, "Table", "RowSpan")))
			for range across {
				if column < len(taken) && taken[column] > 0 {
					f.blame("UA 7.2", cell.object(), "it lies over another cell")
				}
				for column >= len(taken) {
					taken = append(taken, 0)
				}
				taken[column] = down - 1
				column++
			}
		}
		next()
		if wide < 0 {
			wide = column
		}
		if column != wide {
			f.blame("UA 7.2", row.object(), "a row of %d columns in %s of %d", column, table.object(), wide)
		}
	}
	if slices.ContainsFunc(taken, func(n int) bool { return n > 0 }) {
		f.blame("UA 7.2", table.object(), "a cell spans more rows than there are")
	}
	return wide
}

func asInt(v any) int { n, _ := v.(int); return n }
