package pdf

import (
	"slices"
	"strings"
)

// Link sets words that open something: a page of the web, an address to write to. What is neither http:, https:,
// mailto: nor tel: is set as plain words.
func (d *Document) Link(text, to string) { d.Spans(Span{Text: text, To: to}) }

// safe is a target that a paper may lead to, or nothing.
func safe(to string) string {
	to = strings.TrimSpace(to)
	for _, scheme := range []string{"https://", "http://", "mailto:", "tel:"} {
		if rest, ok := strings.CutPrefix(to, scheme); ok && rest != "" && strings.IndexFunc(to, unsafe) < 0 {
			return to
		}
	}
	return ""
}

// unsafe are the signs that no address holds.
func unsafe(r rune) bool {
	return r <= ' ' || r == 0x7F || strings.ContainsRune("\"<>\\^`{|}", r) || r > 0x7E
}

// leading is the link inside an element that leads somewhere: the last one, when it leads there already.
func (e *Element) leading(to string) *Element {
	if n := len(e.kids); n > 0 && e.kids[n-1].Kind == KindLink && e.kids[n-1].Alt == to {
		return e.kids[n-1]
	}
	link := e.add(KindLink)
	link.Alt = to
	return link
}

// leads reports whether some words of an element lead somewhere.
func (e *Element) leads() bool {
	return slices.ContainsFunc(e.kids, func(kid *Element) bool { return kid.Kind == KindLink && kid.drawn })
}
