package papers

import (
	"context"
	"net/url"
	"strings"
)

// Device is what this PC does with a finished document besides opening it. Each system has its own way; tests have
// theirs.
type Device interface {
	// Printers are the names of the printers, the usual one first; none where this program cannot print by itself.
	Printers(ctx context.Context) []string
	// Print sends a document to a printer.
	Print(ctx context.Context, j Job) error
	// Write opens the person's mail program on a new letter. It says whether the documents are in it: where the mail
	// program takes none from others, their folder is opened beside.
	Write(ctx context.Context, l Letter) (attached bool, err error)
}

// Job is a document to print.
type Job struct {
	PDF []byte
	// Keep writes the document among the person's documents, for systems that print files only.
	Keep      func() (path string, err error)
	Printer   string // one of Printers
	Copies    int
	A3        bool
	Landscape bool
}

// Letter is an electronic letter to finish by hand. Nothing in it names a child: it travels in the open.
type Letter struct {
	To, Subject, Body string
	Attached          []string // paths
}

// mailto is the address that opens a mail program on a letter, without its documents.
func (l Letter) mailto() string {
	escape := func(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
	return "mailto:" + url.PathEscape(l.To) + "?subject=" + escape(l.Subject) + "&body=" + escape(strings.ReplaceAll(l.Body, "\n", "\r\n"))
}
