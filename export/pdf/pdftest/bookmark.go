package pdftest

import (
	"fmt"
	"slices"
	"strings"
)

// judgeBookmarks follows the list that readers show beside the pages: each bookmark once, bound to its neighbours, with
// words, and a page to show.
func (f *File) judgeBookmarks() {
	list, ok := f.catalog()["Outlines"]
	if !ok {
		return
	}
	top, ok := list.(Ref)
	if !ok || f.name(f.dict(top)["Type"]) != "Outlines" || f.dict(top)["First"] == nil {
		f.blame("ISO 32000 12.3.3", "catalog", "/Outlines is %v; wanted a list of bookmarks", list)
		return
	}
	f.judgeBookmarksUnder(top, map[Ref]bool{})
}

// judgeBookmarksUnder goes down from one bookmark, or from the list itself.
func (f *File) judgeBookmarksUnder(up Ref, seen map[Ref]bool) {
	const clause = "ISO 32000 12.3.3"
	parent := f.dict(up)
	many := 0
	var before, last any
	for next := parent["First"]; next != nil; many++ {
		r, _ := next.(Ref)
		d := f.dict(r)
		if d == nil || seen[r] {
			f.blame(clause, up.String(), "its bookmark %v is not there, or there twice", next)
			return
		}
		seen[r] = true
		f.judgeBookmark(r, d, up)
		if d["Prev"] != before {
			f.blame(clause, r.String(), "/Prev is %v; it comes after %v", d["Prev"], before)
		}
		if d["First"] != nil {
			f.judgeBookmarksUnder(r, seen)
		}
		before, last, next = next, next, d["Next"]
	}
	if parent["Last"] != last {
		f.blame(clause, up.String(), "/Last is %v; the last bookmark is %v", parent["Last"], last)
	}
	if count := f.integer(parent["Count"], 0); max(count, -count) != many {
		f.blame(clause, up.String(), "/Count is %d for %d bookmarks", count, many)
	}
}

func (f *File) judgeBookmark(r Ref, d Dict, up Ref) {
	if d["Parent"] != up {
		f.blame("ISO 32000 12.3.3", r.String(), "/Parent is %v; wanted %v", d["Parent"], up)
	}
	if f.text(d["Title"]) == "" {
		f.blame("ISO 32000 12.3.3", r.String(), "a bookmark without words")
	}
	target := f.array(d["Dest"])
	if len(target) == 0 || !slices.ContainsFunc(f.pages, func(p Page) bool { return p.ref == target[0] }) {
		f.blame("ISO 32000 12.3.2", r.String(), "/Dest is %v; it shows no page", d["Dest"])
	}
}

// Bookmarks are what the list beside the pages says, a bookmark a line, moved in under the one that holds it: its words
// and the page it shows, from 1.
func (f *File) Bookmarks() []string { return f.bookmarksUnder(f.dict(f.catalog()["Outlines"]), 0) }

func (f *File) bookmarksUnder(up Dict, depth int) []string {
	var lines []string
	for d := f.dict(up["First"]); d != nil && len(lines) < len(f.objects); d = f.dict(d["Next"]) {
		target := f.array(d["Dest"])
		page := slices.IndexFunc(f.pages, func(p Page) bool { return len(target) > 0 && p.ref == target[0] })
		lines = append(lines, fmt.Sprintf("%s%s: %d", strings.Repeat("  ", depth), f.text(d["Title"]), page+1))
		lines = append(lines, f.bookmarksUnder(d, depth+1)...)
	}
	return lines
}
