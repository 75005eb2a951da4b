package papers

import (
	"bytes"
	"context"
	"os"
	"testing"

	"mercredi/data"
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

// BenchmarkStart measures the first start, which compiles, and the later ones, which read the cache.
func BenchmarkStart(b *testing.B) {
	for _, cached := range []bool{false, true} {
		b.Run(map[bool]string{false: "first", true: "later"}[cached], func(b *testing.B) {
			dir := b.TempDir()
			for b.Loop() {
				e := newEngine(dir)
				if err := e.prepare(context.Background()); err != nil {
					b.Fatal(err)
				}
				e.stop()
				if !cached {
					b.StopTimer()
					if err := os.RemoveAll(dir); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
				}
			}
		})
	}
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
