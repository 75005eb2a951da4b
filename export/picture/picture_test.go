package picture

import (
	"bytes"
	"embed"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/data/fr"
)

// files were made with ImageMagick from one drawing: a disc and a rectangle, 120 by 60, as no encoder of Go writes them.
//
//go:embed testdata
var files embed.FS

func file(t *testing.T, name string) []byte {
	t.Helper()
	content, err := files.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

var (
	teal = color.NRGBA{0x15, 0x5E, 0x6B, 0xFF}
	red  = color.NRGBA{0xC0, 0x39, 0x2B, 0xFF}
)

// mark draws a teal band and a red one on whatever holds pixels.
func mark(on draw.Image) draw.Image {
	b := on.Bounds()
	third := b.Dx() / 3
	draw.Draw(on, image.Rect(b.Min.X+third/2, b.Min.Y+b.Dy()/8, b.Min.X+third, b.Max.Y-b.Dy()/8), image.NewUniform(teal), image.Point{}, draw.Src)
	draw.Draw(on, image.Rect(b.Max.X-third, b.Min.Y+b.Dy()/8, b.Max.X-third/2, b.Max.Y-b.Dy()/8), image.NewUniform(red), image.Point{}, draw.Src)
	return on
}

func white(on draw.Image) draw.Image {
	draw.Draw(on, on.Bounds(), image.White, image.Point{}, draw.Src)
	return on
}

func asPNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// seen decodes a logo and checks that papers can carry it.
func seen(t testing.TB, name string, logo []byte) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(logo))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if o, ok := m.(interface{ Opaque() bool }); !ok || !o.Opaque() {
		t.Errorf("%s is not opaque", name)
	}
	if s := m.Bounds().Size(); s.X > mostWide || s.Y > mostHigh || len(logo) > mostKept || len(logo) > data.MaxLogo {
		t.Errorf("%s: %v, %d bytes", name, s, len(logo))
	}
	return m
}

// near reports whether a pixel has a colour, as compression and a change of inks leave it.
func near(m image.Image, x, y int, want color.NRGBA) bool {
	r, g, b, _ := m.At(m.Bounds().Min.X+x, m.Bounds().Min.Y+y).RGBA()
	off := func(got uint32, want uint8) int { d := int(got>>8) - int(want); return max(d, -d) }
	return off(r, want.R) < 48 && off(g, want.G) < 48 && off(b, want.B) < 48
}

func TestEveryKindOfPictureBecomesTheSameLogo(t *testing.T) {
	area := image.Rect(0, 0, 240, 80)
	var photograph bytes.Buffer
	if err := jpeg.Encode(&photograph, mark(white(image.NewRGBA(area))), nil); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"eight bits":   asPNG(t, mark(white(image.NewRGBA(area)))),
		"sixteen bits": asPNG(t, mark(white(image.NewNRGBA64(area)))),
		"transparent":  asPNG(t, mark(image.NewNRGBA(area))),
		"palette":      asPNG(t, mark(image.NewPaletted(area, color.Palette{color.Transparent, teal, red}))),
		"huge":         asPNG(t, mark(white(image.NewRGBA(image.Rect(0, 0, 4800, 1600))))),
		"elsewhere":    asPNG(t, mark(white(image.NewRGBA(area.Add(image.Pt(500, 500)))))),
		"JPEG":         photograph.Bytes(),
		"interlaced":   file(t, "interlaced.png"),
		"CMYK":         file(t, "cmyk.jpg"),
		"progressive":  file(t, "progressive.jpg"),
		"SVG": []byte(`<?xml version="1.0"?><!-- a comment --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80">` +
			`<rect x="40" y="10" width="40" height="60" fill="#155E6B"/><path d="M160 10h40v60h-40z" fill="#C0392B"/></svg>`),
	} {
		logo, err := Logo(content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		m := seen(t, name, logo)
		s := m.Bounds().Size()
		if !near(m, s.X/8, s.Y/2, teal) || !near(m, s.X-s.X/8, s.Y/2, red) || !near(m, s.X/2, s.Y/2, color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
			t.Errorf("%s: the colours are %v, %v, %v", name, m.At(s.X/8, s.Y/2), m.At(s.X/2, s.Y/2), m.At(s.X-s.X/8, s.Y/2))
		}
	}
}

func TestGreyPictureStaysGrey(t *testing.T) {
	on := image.NewGray16(image.Rect(0, 0, 100, 100))
	white(on)
	draw.Draw(on, image.Rect(20, 20, 60, 80), image.NewUniform(color.Gray16{0x4000}), image.Point{}, draw.Src)
	draw.Draw(on, image.Rect(60, 20, 80, 80), image.Black, image.Point{}, draw.Src)
	logo, err := Logo(asPNG(t, on))
	if err != nil {
		t.Fatal(err)
	}
	if m := seen(t, "grey", logo); !near(m, 10, 30, color.NRGBA{0x40, 0x40, 0x40, 0xFF}) {
		t.Errorf("%v", m.At(10, 30))
	}
}

func TestEmptyBorderIsCutAway(t *testing.T) {
	on := white(image.NewRGBA(image.Rect(0, 0, 1000, 1000)))
	draw.Draw(on, image.Rect(400, 450, 500, 550), image.NewUniform(teal), image.Point{}, draw.Src)
	draw.Draw(on, image.Rect(500, 450, 600, 550), image.NewUniform(red), image.Point{}, draw.Src)
	logo, err := Logo(asPNG(t, on))
	if err != nil {
		t.Fatal(err)
	}
	if s := seen(t, "bordered", logo).Bounds().Size(); s.X < s.Y*19/10 || s.X > s.Y*21/10 {
		t.Errorf("two squares side by side become %v", s)
	}
}

func TestPhotographIsLightened(t *testing.T) {
	on := image.NewRGBA(image.Rect(0, 0, 1500, 600))
	noise := rand.NewChaCha8([32]byte{7})
	_, _ = noise.Read(on.Pix)
	logo, err := Logo(asPNG(t, on))
	if err != nil {
		t.Fatal(err)
	}
	seen(t, "noise", logo)
}

// claiming is a PNG that says it is of some size and holds nothing.
func claiming(width, height uint32) []byte {
	head := make([]byte, 13)
	binary.BigEndian.PutUint32(head, width)
	binary.BigEndian.PutUint32(head[4:], height)
	head[8], head[9] = 8, 2
	chunk := append([]byte("IHDR"), head...)
	out := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
}

func TestWhatCannotBeALogoIsRefusedWithWhatToDo(t *testing.T) {
	whole := asPNG(t, mark(white(image.NewRGBA(image.Rect(0, 0, 240, 80)))))
	svg := func(inside string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">` + inside + `</svg>`)
	}
	pale := image.NewNRGBA(image.Rect(0, 0, 100, 100))
	draw.Draw(pale, image.Rect(10, 10, 90, 90), image.White, image.Point{}, draw.Src)
	for name, c := range map[string]struct {
		content []byte
		says    string
	}{
		"nothing":               {nil, sayEmpty},
		"blank":                 {[]byte("  \n"), sayEmpty},
		"a PDF":                 {[]byte("%PDF-1.7 …"), sayPDF},
		"a text":                {[]byte("Bonjour"), sayOther},
		"a page of the web":     {[]byte("<html><body>logo</body></html>"), sayOther},
		"cut short":             {whole[:len(whole)/2], sayBroken},
		"cut in its head":       {whole[:20], sayBroken},
		"a bomb":                {claiming(60000, 60000), sayHuge},
		"too heavy":             {append([]byte("\x89PNG"), make([]byte, MostBytes)...), sayHeavy},
		"tiny":                  {asPNG(t, mark(white(image.NewRGBA(image.Rect(0, 0, 16, 16))))), sayTiny},
		"white on nothing":      {asPNG(t, pale), sayNothing},
		"all of one colour":     {asPNG(t, image.NewNRGBA(image.Rect(0, 0, 100, 100))), sayNothing},
		"a drawing with text":   {svg(`<text x="1" y="20">PRE</text>`), sayDrawing},
		"a drawing, a picture":  {svg(`<image href="a.png" width="10" height="10"/>`), sayDrawing},
		"a drawing, cut short":  {svg(`<g>`)[:70], sayBroken},
		"a drawing of nothing":  {svg(``), sayNothing},
		"a drawing with no box": {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"><rect width="5" height="5"/></svg>`), sayDrawing},
	} {
		logo, err := Logo(c.content)
		if logo != nil || !errors.Is(err, ErrUnreadable) || fr.Error(err) != c.says {
			t.Errorf("%s: %d bytes, %v: %q", name, len(logo), err, fr.Error(err))
		}
	}
}

func TestNoFileBreaksTheReader(t *testing.T) {
	starts := []string{"", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "<svg", `<svg viewBox="0 0 9 9"><path d="`, "%PDF"}
	for _, name := range []string{"interlaced.png", "cmyk.jpg", "progressive.jpg"} {
		starts = append(starts, string(file(t, name)))
	}
	rapid.Check(t, func(t *rapid.T) {
		content := []byte(rapid.SampledFrom(starts).Draw(t, "start"))
		for range rapid.IntRange(0, 8).Draw(t, "damages") {
			if len(content) > 0 {
				content[rapid.IntRange(0, len(content)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
			}
		}
		content = append(content, rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(t, "end")...)
		logo, err := Logo(content)
		if (err == nil) == (logo == nil) || err != nil && strings.TrimSpace(fr.Error(err)) == "" {
			t.Fatalf("%d bytes, %v", len(logo), err)
		}
	})
}
