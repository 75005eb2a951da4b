package papers

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"

	"mercredi/data/fr"
)

const (
	maxPixels   = 64 << 20 // of the pages of one document, 256 MB: 70 pages of a preview, 8 as for a printer
	maxWidth    = 2500     // pixels: an A4 page at 300 dots per inch
	memoryPages = 4096     // of 64 KB: 256 MB, the most a drawing may take
	patience    = 30 * time.Second
)

var (
	errStopped = errors.New("the drawing engine is stopped")
	// Where a failure of the engine stands in what went wrong, for people.
	sayNoEngine = "L’aperçu ne peut pas s’afficher sur cet ordinateur. " +
		"Le document s’enregistre et s’imprime comme d’habitude."
	sayNoDrawing = "L’aperçu de ce document n’a pas pu être dessiné. Enregistrez-le pour le voir."
)

// engine is PDFium compiled to WebAssembly. Starting it takes two seconds of computing the first time and a fifth of
// one later on, so it is kept between drawings; the memory of a drawing is not.
//
// One drawing at a time: the turn is a place for one. Who waits for it leaves when nobody wants the drawing any more.
type engine struct {
	cacheDir string
	turn     chan struct{}
	stopped  atomic.Bool

	// Read and written with the turn only.
	started bool
	broken  error
	pool    pdfium.Pool
	cache   wazero.CompilationCache
}

func newEngine(cacheDir string) *engine {
	if cacheDir != "" {
		cacheDir = filepath.Join(cacheDir, "apercu")
	}
	return &engine{cacheDir: cacheDir, turn: make(chan struct{}, 1)}
}

// prepare starts the engine if it is not yet.
func (e *engine) prepare(ctx context.Context) error {
	if err := e.take(ctx); err != nil {
		return err
	}
	defer e.leave()
	return e.start()
}

// draw draws the pages of a PDF. Between two pages it looks whether somebody still wants them.
func (e *engine) draw(ctx context.Context, pdf []byte, width int) ([]image.Image, error) {
	if err := e.take(ctx); err != nil {
		return nil, err
	}
	defer e.leave()
	if err := e.start(); err != nil {
		return nil, err
	}
	instance, err := e.pool.GetInstance(patience)
	if err != nil {
		return nil, &fr.Told{Sentence: sayNoEngine, Err: fmt.Errorf("starting a drawing: %w", err)}
	}
	pages, err := drawPages(ctx, instance, pdf, min(max(width, 1), maxWidth))
	_ = instance.Close() // gives the memory back, whatever happened in it
	if err != nil && ctx.Err() == nil {
		err = &fr.Told{Sentence: sayNoDrawing, Err: err}
	}
	return pages, err
}

// take waits for the turn. Without a turn nothing is read but the atomic.
func (e *engine) take(ctx context.Context) error {
	select {
	case e.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if e.stopped.Load() {
		e.leave()
		return errStopped
	}
	if err := ctx.Err(); err != nil {
		e.leave()
		return err
	}
	return nil
}

func (e *engine) leave() {
	<-e.turn
	if e.stopped.Load() {
		e.free()
	}
}

func (e *engine) stop() {
	e.stopped.Store(true)
	e.free()
}

// free gives everything back, unless somebody draws: then it is freed when that ends.
func (e *engine) free() {
	select {
	case e.turn <- struct{}{}:
	default:
		return
	}
	e.close()
	<-e.turn
}

func (e *engine) close() {
	if e.pool != nil {
		_ = e.pool.Close() // nothing of it is used any more
		e.pool = nil
	}
	if e.cache != nil {
		_ = e.cache.Close(context.Background())
		e.cache = nil
	}
}

// start compiles the engine, or reads it back from the cache. It is tried once: what fails would fail again, slowly.
func (e *engine) start() error {
	if e.started {
		return e.broken
	}
	e.started = true
	err := e.open(e.cacheDir)
	if err != nil && e.cacheDir != "" { // perhaps the cache is at fault: throw it away and do without
		e.close()
		_ = os.RemoveAll(e.cacheDir)
		err = e.open("")
	}
	if err != nil {
		e.close()
		e.broken = &fr.Told{Sentence: sayNoEngine, Err: fmt.Errorf("starting the drawing engine: %w", err)}
	}
	return e.broken
}

func (e *engine) open(cacheDir string) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = fmt.Errorf("panic in the drawing engine: %v", value)
		}
	}()
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages)
	if cacheDir != "" {
		if e.cache, err = wazero.NewCompilationCacheWithDir(cacheDir); err != nil {
			return err
		}
		config = config.WithCompilationCache(e.cache)
	}
	e.pool, err = webassembly.Init(webassembly.Config{
		MaxTotal: 1, RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig: wazero.NewFSConfig(), // it sees no file
	})
	return err
}

func drawPages(ctx context.Context, p pdfium.Pdfium, pdf []byte, width int) ([]image.Image, error) {
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, fmt.Errorf("reading the document: %w", err)
	}
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, fmt.Errorf("counting the pages: %w", err)
	}
	var pages []image.Image
	pixels := 0
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		img, err := drawPage(p, doc.Document, i, width)
		if err != nil {
			return nil, fmt.Errorf("drawing page %d: %w", i+1, err)
		}
		pages = append(pages, img)
		if pixels += img.Bounds().Dx() * img.Bounds().Dy(); pixels > maxPixels {
			break // enough to look at: the paper itself holds them all
		}
	}
	return pages, nil
}

func drawPage(p pdfium.Pdfium, doc references.FPDF_DOCUMENT, index, width int) (image.Image, error) {
	drawn, err := p.RenderPageInPixels(&requests.RenderPageInPixels{
		Page:        requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: index}},
		Width:       width,
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT,
	})
	if err != nil {
		return nil, err
	}
	defer drawn.Cleanup()
	// The pixels lie in the engine's memory, which goes: copy them, on white where the page is transparent.
	theirs := drawn.Result.Image
	sheet := image.NewRGBA(theirs.Rect)
	draw.Draw(sheet, sheet.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	straight := &image.NRGBA{Pix: theirs.Pix, Stride: theirs.Stride, Rect: theirs.Rect}
	draw.Draw(sheet, sheet.Rect, straight, theirs.Rect.Min, draw.Over)
	return sheet, nil
}
