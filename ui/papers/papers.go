// Package papers is the window's service for documents: it shows them on screen, asks where they go, writes them and
// opens them with the system's own programs. It implements page.Papers and knows nothing of what the papers say.
//
//	Preview   bytes of a PDF ── engine (PDFium in WebAssembly, one drawing at a time) ──▶ images
//	Print     chooser ──▶ export.WriteFile beside the window ──▶ toast « Ouvrir » ──▶ the system's viewer
//	PrintAll  chooser ──▶ a new folder, one document after the other, progress and « Arrêter » ──▶ summary
//	Deliver   both, and besides: joined into one, locked, opened, sent to a printer or into a letter
//
// A document is never in the system's folder for passing files: it goes to a printer without a file where the system
// allows it, and otherwise among the person's documents, which the window says.
//
// Everything here is called on the UI goroutine.
package papers

import (
	"context"
	"io"

	"fyne.io/fyne/v2"

	"mercredi/ui/page"
	"mercredi/ui/task"
)

// World is what the service needs of the window and of the system.
type World struct {
	Tasks  *task.Runner
	Canvas func() fyne.Canvas // where dialogs are shown
	// Toast says that something is done and offers one verb.
	Toast func(sentence, verb string, do func())
	// Fail shows what went wrong, as page.Window does.
	Fail func(error)
	// Folder is the last folder in which a document was kept, or ""; SetFolder remembers it.
	Folder    func() string
	SetFolder func(string)
	// CacheDir is a folder for the compiled drawing engine, never for a document; "" for none. It must be
	// writable by this person only: what lies there is run.
	CacheDir string
	// Chooser asks where documents go; nil asks with the system's dialogs, or with ours where it has none.
	Chooser Chooser
	// Open opens a document or a folder with the system's program for it; nil is the system's own way.
	Open func(ctx context.Context, path string) error
	// Device prints and writes letters; nil is the system's own way.
	Device Device
	// Random draws the keys of locked documents.
	Random io.Reader
}

// Chooser asks where documents go. It answers on the UI goroutine, once: with an absolute path, or with "" when the
// person gives up.
type Chooser interface {
	// File asks for the place of one document. An existing document is named only if it may be replaced.
	File(folder, name string, answer func(path string))
	// Folder asks for the folder of several documents; it may not exist yet.
	Folder(folder string, answer func(path string))
}

// Service is the papers of one window. It implements page.Papers.
type Service struct {
	world       World
	engine      *engine
	dropPreview func() // gives up the preview under way
	asking      bool   // a dialog is open: a second Ctrl+P does nothing
}

var _ page.Papers = (*Service)(nil)

// New makes the service. It starts nothing.
func New(w World) *Service {
	if w.Chooser == nil {
		w.Chooser = newChooser(w.Tasks, w.Canvas)
	}
	if w.Open == nil {
		w.Open = openWithSystem
	}
	if w.Device == nil {
		w.Device = system{}
	}
	return &Service{world: w, engine: newEngine(w.CacheDir), dropPreview: func() {}}
}

// ChooseFolder asks for a folder, and calls chosen unless the person gives up.
func (s *Service) ChooseFolder(start string, chosen func(string)) {
	s.world.Chooser.Folder(start, func(path string) {
		if path != "" {
			chosen(path)
		}
	})
}

// Start prepares the drawing engine in the background, so that the first preview does not wait. The window calls it
// once it is on screen. A failure is told by the first preview.
func (s *Service) Start() {
	task.Run(s.world.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.engine.prepare(ctx)
	}, func(struct{}, error) {})
}

// Stop gives up what is being drawn and frees the engine, at the latest when the drawing under way ends. It does not
// wait. A stopped service draws nothing any more.
func (s *Service) Stop() {
	s.dropPreview()
	s.engine.stop()
}
