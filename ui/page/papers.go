package page

import (
	"image"
	"io"

	"mercredi/data"
	"mercredi/data/journal"
)

// Papers is what the window does with documents.
type Papers interface {
	// Print asks where to keep the document, writes it beside the window, and says so in a toast that offers to open it.
	Print(Paper)
	// PrintAll writes several documents into a folder the person chooses, with progress and Cancel.
	PrintAll(folder string, papers []Paper)
	// Preview draws the pages of a PDF, about width pixels wide. It answers on the UI goroutine, never at once.
	// The returned function gives up waiting.
	Preview(pdf []byte, width int, show func(pages []image.Image, err error)) (cancel func())
	// ChooseFolder asks for a folder, and calls chosen unless the person gives up.
	ChooseFolder(start string, chosen func(folder string))
	Sender
}

// Sender takes finished documents further than a file.
type Sender interface {
	// Printers are the names of the printers, the usual one first; none where documents are opened to be printed.
	Printers(show func([]string))
	// Deliver makes documents and sends them their way. Whatever can fail is told by the window.
	Deliver(Delivery)
}

// Paper is one document to write.
type Paper struct {
	// Name is a file name without folder, safe on every system.
	Name   string
	Render func(io.Writer) error
	// What the journal says of it: the kind of document, never a name, and the children in it.
	What     string
	Children []data.ID[data.Child]
	// Act is what the journal calls it; zero is journal.Printed.
	Act journal.Act
}

// Way is what becomes of documents once they are made.
type Way uint8

// The ways.
const (
	WayKeep  Way = iota // where the person says
	WayShow             // kept where the last ones were, and opened
	WayPrint            // on paper; opened, to be printed from there, where there is no printer
	WayMail             // kept where the last ones were, and put into a letter of the mail program
)

// Delivery is documents, and their way.
type Delivery struct {
	Papers []Paper
	Way    Way
	// Joined puts them all into one file. Title names that file, or the folder of several files.
	Joined bool
	Title  string
	// Password locks each file; "" leaves it open.
	Password string
	// Printer and Copies are of WayPrint, Subject and Body of WayMail. They name no child.
	Printer       string
	Copies        int
	Subject, Body string
	// Done is called on the UI goroutine once the documents are on their way; never when nothing came of it. May be nil.
	Done func()
}
