package envelope

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/export/pdf"
	"mercredi/export/pdf/pdftest"
)

// paper is a document of some pages.
func paper(t testing.TB, title string, pages int) []byte {
	t.Helper()
	d := pdf.New(pdf.Meta{Title: title, Author: "Équipe", Date: data.NewDate(2027, 1, 15), Reference: "BIL-1"})
	d.Heading(title)
	for d.Pages() < pages {
		d.Paragraph(strings.Repeat("Lila a suivi onze séances (sur onze). ", 30))
	}
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// keep writes a file into the folder named by MERCREDI_SHOTS, for readers of other makers.
func keep(t *testing.T, name string, pdf []byte) {
	t.Helper()
	if dir := os.Getenv("MERCREDI_SHOTS"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func random() *rand.ChaCha8 { return rand.NewChaCha8([32]byte{7}) }

const password = "quatre mots à la suite"

func TestJoinedPapersHaveAllPagesOneTreeAndABookmarkEach(t *testing.T) {
	joined, err := Join("Bilans d’un cycle & autres", [][]byte{paper(t, "Premier", 1), paper(t, "Deuxième", 3), paper(t, "Troisième", 2)})
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "joined.pdf", joined)
	for _, fault := range pdftest.Conform(joined) {
		t.Error(fault)
	}
	f, err := read(joined)
	if err != nil {
		t.Fatal(err)
	}
	tree := f.root().get("Pages")
	if pages := f.leaves(tree); len(pages) != 6 {
		t.Errorf("%d pages, want 6", len(pages))
	}
	if n, _ := integer(f.dict(tree).get("Count")); n != 6 {
		t.Errorf("the tree counts %d pages", n)
	}
	list := f.dict(f.root().get("Outlines"))
	var titles []string
	for item := f.dict(list.get("First")); item != nil; item = f.dict(item.get("Next")) {
		titles = append(titles, string(item.get("Title").(text)))
	}
	if len(titles) != 3 || !strings.Contains(titles[0], "P\x00r\x00e\x00m\x00i\x00e\x00r") && !strings.Contains(titles[0], "Premier") {
		t.Errorf("bookmarks %q", titles)
	}
	if title := f.dict(f.trailer.get("Info")).get("Title").(text); !bytes.Equal(title, words("Bilans d’un cycle & autres")) {
		t.Errorf("title %q", title)
	}
}

// report is a document of some pages, a chapter a page.
func report(t testing.TB, title string, pages int) []byte {
	t.Helper()
	d := pdf.New(pdf.Meta{Title: title, Date: data.NewDate(2027, 1, 15)})
	d.Title(title, "")
	for n := 1; n <= pages; n++ {
		d.Heading(fmt.Sprint("Chapitre ", n))
		for d.Pages() < n+1 && n < pages {
			d.Paragraph("Lila a suivi onze séances sur onze.")
		}
	}
	var out bytes.Buffer
	if err := d.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestBookmarksOfALongPaperHangUnderItsTitle(t *testing.T) {
	long := report(t, "Rapport", 6)
	own := pdftest.Read(long).Bookmarks()
	joined, err := Join("Deux", [][]byte{paper(t, "Premier", 1), long, paper(t, "Dernier", 1)})
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range pdftest.Conform(joined) {
		t.Error(fault)
	}
	want := []string{"Premier: 1", "Rapport: 2", "  Chapitre 1: 2", "  Chapitre 2: 3", "  Chapitre 3: 4", "  Chapitre 4: 5", "  Chapitre 5: 6", "  Chapitre 6: 7", "Dernier: 8"}
	if got := pdftest.Read(joined).Bookmarks(); !slices.Equal(got, want) || len(own) != 6 {
		t.Errorf("bookmarks %q; alone %q", got, own)
	}
}

func TestEveryTagOfJoinedPapersIsFoundFromItsPage(t *testing.T) {
	joined, err := Join("Deux", [][]byte{paper(t, "Premier", 2), paper(t, "Deuxième", 3)})
	if err != nil {
		t.Fatal(err)
	}
	f, err := read(joined)
	if err != nil {
		t.Fatal(err)
	}
	root := f.dict(f.root().get("StructTreeRoot"))
	parts := f.array(f.dict(root.get("K")).get("K"))
	for _, kid := range parts {
		if f.dict(kid).get("P") != root.get("K") || f.dict(kid).get("S") != name("Part") {
			t.Error("a tag hangs elsewhere")
		}
	}
	if len(parts) != 2 {
		t.Errorf("%d parts", len(parts))
	}
	tags := map[int]array{}
	nums := f.array(f.dict(root.get("ParentTree")).get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		key, _ := integer(nums[i])
		tags[key] = f.array(nums[i+1])
	}
	for i, page := range f.leaves(f.root().get("Pages")) {
		key, tagged := integer(f.dict(page).get("StructParents"))
		if !tagged {
			continue
		}
		for _, tag := range tags[key] {
			if f.dict(tag).get("Pg") != page && f.dict(tag).get("Pg") != nil {
				t.Errorf("page %d finds a tag of another page", i+1)
			}
		}
		if len(tags[key]) == 0 {
			t.Errorf("page %d finds no tag", i+1)
		}
	}
}

func TestSizeOfAPaperIsThatOfItsFirstPage(t *testing.T) {
	one := paper(t, "Premier", 1)
	joined, err := Join("Deux", [][]byte{one, one})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range [][]byte{one, joined} {
		if w, h, err := Size(file); err != nil || w < 595 || w > 596 || h < 841 || h > 842 {
			t.Errorf("%v by %v, %v", w, h, err)
		}
	}
}

func TestJoiningIsTheSameEachTime(t *testing.T) {
	join := func() []byte {
		joined, err := Join("Deux", [][]byte{paper(t, "Premier", 1), paper(t, "Deuxième", 1)})
		if err != nil {
			t.Fatal(err)
		}
		return joined
	}
	if !bytes.Equal(join(), join()) {
		t.Error("two joinings differ")
	}
}

func TestJoiningKeepsWhatIsTheSameOnce(t *testing.T) {
	one := paper(t, "Premier", 1)
	joined, err := Join("Dix", [][]byte{one, one, one, one, one, one, one, one, one, one})
	if err != nil {
		t.Fatal(err)
	}
	if len(joined) > 5*len(one) {
		t.Errorf("ten times the same paper of %d bytes make %d", len(one), len(joined))
	}
}

func TestLockedPaperSaysNothingToWhoHasNoPassword(t *testing.T) {
	plain := paper(t, "Bilan (secret)", 2)
	locked, err := Lock(plain, password, random())
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "locked.pdf", locked)
	for _, secret := range []string{"secret", "BIL-1", "pdfaid"} {
		if bytes.Contains(locked, []byte(secret)) {
			t.Errorf("%q can be read in it", secret)
		}
	}
	if open := bytes.Count(locked, []byte("stream\nx\x9c")); open != 1 { // the table
		t.Errorf("%d streams can be read", open)
	}
	if _, err := Lock(locked, password, random()); !errors.Is(err, ErrNotOurs) {
		t.Errorf("it can be read to be locked again: %v", err)
	}
	again, err := Lock(plain, password, random())
	if err != nil || !bytes.Equal(locked, again) {
		t.Error("the same randomness makes another file")
	}
}

func TestLockRefusesPasswordsThatDoNotHold(t *testing.T) {
	for password, want := range map[string]error{
		"onze signes": ErrShortPassword, strings.Repeat("é", 64): ErrLongPassword, " douze signes et plus": ErrStrangePassword,
		"douze signes\net plus": ErrStrangePassword, password: nil, "douze\u00a0signes": nil,
	} {
		if _, err := Lock(paper(t, "Bilan", 1), password, random()); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", password, err, want)
		}
	}
}

func TestWithoutRandomnessNothingIsLocked(t *testing.T) {
	if _, err := Lock(paper(t, "Bilan", 1), password, strings.NewReader("too little")); err == nil {
		t.Error("it was locked all the same")
	}
}

func TestFilesThatAreNotOursAreRefused(t *testing.T) {
	whole := paper(t, "Bilan", 1)
	for _, bad := range [][]byte{nil, []byte("%PDF-1.7\n"), []byte("hello"), whole[:len(whole)/2], bytes.Replace(whole, []byte("/XRef"), []byte("/XXXX"), 1)} {
		if _, err := Join("Un", [][]byte{bad}); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%.20q: %v", bad, err)
		}
		if _, err := Lock(bad, password, random()); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%.20q: %v", bad, err)
		}
	}
	if _, err := Join("Rien", nil); !errors.Is(err, ErrNotOurs) {
		t.Errorf("no paper: %v", err)
	}
}

func TestTextsSurviveBeingTakenApart(t *testing.T) {
	for in, want := range map[string]string{
		`(a(b)c)`: "a(b)c", `(\(\)\\)`: `()\`, `(\101\1012\0)`: "AA2\x00", "(a\\\nb)": "ab", "<41 4>": "A@", `(\n\r)`: "\n\r",
	} {
		p := &parser{text: []byte(in)}
		if got, ok := p.value().(text); !ok || string(got) != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}
