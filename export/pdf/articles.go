package pdf

import (
	"fmt"
	"strings"
)

// Article is one of the numbered parts of an agreement.
type Article struct {
	Number int // 0: the one after the article before
	Title  string
	Text   string // paragraphs, a line each; those that begin with a dash or a point make a list
}

// Articles sets numbered articles, each under its title.
func (d *Document) Articles(articles ...Article) {
	number := 0
	for _, a := range articles {
		number++
		if a.Number > 0 {
			number = a.Number
		}
		title := fmt.Sprintf("Article\u00a0%d", number)
		if clean(a.Title) != "" {
			title += ". " + a.Title
		}
		d.Heading(title)
		d.Prose(a.Text)
	}
}

// Prose sets a text that somebody typed with line ends: a paragraph a line, and a list where lines begin with a dash or
// a point.
func (d *Document) Prose(text string) {
	var items []string
	flush := func() {
		if len(items) > 0 {
			d.List(items)
			items = nil
		}
	}
	for line := range strings.SplitSeq(clean(text), "\n") {
		if item, ok := pointed(line); ok {
			items = append(items, item)
			continue
		}
		flush()
		if strings.TrimSpace(line) != "" {
			d.Paragraph(line)
		}
	}
	flush()
}

// pointed is what follows the dash or the point at the start of a line.
func pointed(line string) (string, bool) {
	line = strings.TrimLeft(line, " \u00a0")
	for _, point := range []string{"-", "–", "—", "•", "*"} {
		for _, gap := range []string{" ", "\u00a0"} {
			if item, ok := strings.CutPrefix(line, point+gap); ok && strings.TrimSpace(item) != "" {
				return item, true
			}
		}
	}
	return "", false
}
