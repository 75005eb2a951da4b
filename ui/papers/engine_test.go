package papers

import (
	"bytes"
	"context"
	"math/rand/v2"
	"testing"

	"github.com/klippa-app/go-pdfium/requests"

	"mercredi/data"
	"mercredi/export/envelope"
	"mercredi/export/pdf"
)

func paper(t testing.TB) []byte {
	t.Helper()
	d := pdf.New(pdf.Meta{Title: "Bilan", Date: data.NewDate(2027, 1, 15)})
	d.Heading("Régularité")
	for range 60 {
		d.Paragraph("Lila a suivi 11 séances sur 11, et rangé les couleurs avec les autres enfants.")
	}
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkStartFirst measures the start that compiles the engine, and keeps it.
func BenchmarkStartFirst(b *testing.B) {
	for b.Loop() {
		start(b, b.TempDir())
	}
}

// BenchmarkStartLater measures a start that finds the engine in the cache.
func BenchmarkStartLater(b *testing.B) {
	dir := b.TempDir()
	start(b, dir)
	for b.Loop() {
		start(b, dir)
	}
}

func start(b *testing.B, cacheDir string) {
	b.Helper()
	e := newEngine(cacheDir)
	if err := e.prepare(context.Background()); err != nil {
		b.Fatal(err)
	}
	e.stop()
}

// BenchmarkDraw measures a document of two pages, as wide as the preview on a laptop.
func BenchmarkDraw(b *testing.B) {
	e, doc := newEngine(b.TempDir()), paper(b)
	if err := e.prepare(context.Background()); err != nil {
		b.Fatal(err)
	}
	defer e.stop()
	for b.Loop() {
		if _, err := e.draw(context.Background(), doc, 794); err != nil {
			b.Fatal(err)
		}
	}
}

// opens reports whether PDFium, which others wrote, opens a locked document with a password.
func opens(t *testing.T, locked []byte, password string) bool {
	t.Helper()
	e := newEngine("")
	if err := e.prepare(context.Background()); err != nil {
		t.Fatal(err)
	}
	defer e.stop()
	instance, err := e.pool.GetInstance(patience)
	if err != nil {
		t.Fatal(err)
	}
	_, err = instance.OpenDocument(&requests.OpenDocument{File: &locked, Password: &password})
	return err == nil
}

func TestReaderOpensLockedDocumentWithItsPasswordOnly(t *testing.T) {
	locked, err := envelope.Lock(paper(t), "quatre mots à la suite", rand.NewChaCha8([32]byte{7}))
	if err != nil {
		t.Fatal(err)
	}
	if !opens(t, locked, "quatre mots à la suite") {
		t.Error("the right password does not open it")
	}
	if opens(t, locked, "quatre mots a la suite") || opens(t, locked, "") {
		t.Error("another password opens it")
	}
}
