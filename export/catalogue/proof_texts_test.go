package catalogue_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mercredi/data"
	"mercredi/data/registry"
	"mercredi/export/pdf/pdftest"
)

// noises are what people paste, and what nobody should be able to break a paper with.
var noises = []string{
	"👩🏽‍🎨", "🙂", "🏳️‍🌈🇫🇷", "𝔅𝔬𝔫", "שלום עולם", "مرحبا بالعالم", "\u202eà l’envers\u202c", "漢字かな", "हिन्दी", "ไทย", "𒀀𒁀", "Ελληνικά", "Українська",
	"a\u0310\u0301\u0323\u0330", "e\u0301\u0301\u0301\u0301", "\u0301", "\u0000\u0001\u001b[31m", "\ufeff\u200b\u200d\u2060", "\u00ad", "\ufffe\uffff", "\U0010ffff", "\ue000\uf8ff", "\u0378",
	"(\\) << /JS (x) >> endstream endobj %%EOF", "BT /F1 1 Tf ET EMC", "<&]]>\"'", "{nb}", "%d%s%!", "\\u00e9\\n", "\r\n\t\v\f", "\u2028\u2029\u0085", "ﬁﬂ ① ½ ™ ℃ Ⅳ", "—–‑‒", "\u00a0\u202f\u2009", "\n\n\n\n\n",
	strings.Repeat("W", 130), strings.Repeat("i", 260), strings.Repeat("👍", 40), strings.Repeat("\u0301", 60), strings.Repeat("mot ", 90), "«\u00a0»", "☐☑☒✓✗★", "→←↗", "œuvre Œil Ça É",
}

// texts writes hostile texts. Each holds a few words that the fonts have, which must all reach the paper when one does.
type texts struct {
	random *rand.Rand
	next   int
	words  map[string]int // how many each text has, by its letters
}

func newTexts(seed uint64) *texts {
	return &texts{random: rand.New(rand.NewPCG(seed, 5)), words: map[string]int{}}
}

const wordsOfAText = 4

var marker = regexp.MustCompile(`zq([b-z]{5})([a-d])`)

// write is a text of at most so many signs: a word, noise, a word, noise…
func (x *texts) write(most int) string {
	var b strings.Builder
	id := x.next
	x.next++
	for w := range wordsOfAText {
		word := x.word(id, w)
		if w > 0 {
			if noise := noises[x.random.IntN(len(noises))]; signs(b.String())+signs(noise)+signs(word)+2 <= most {
				b.WriteString(" " + noise)
			}
			b.WriteString(" ")
		}
		if signs(b.String())+signs(word) > most {
			break
		}
		b.WriteString(word)
		x.words[letters(id)] = w + 1
	}
	return strings.TrimSpace(b.String())
}

// letters names a text.
func letters(id int) string {
	all := make([]byte, 5)
	for i := range all {
		all[i] = 'b' + byte(id%25)
		id /= 25
	}
	return string(all)
}

func signs(s string) int { return len([]rune(s)) }

// word is the w-th word of text id, sometimes with signs inside that must not part it.
func (x *texts) word(id, w int) string {
	inside := []string{"", "", "", "\u00ad", "\u200d", "\ufeff", "\u202a"}[x.random.IntN(7)]
	name := letters(id)
	return "zq" + name[:2] + inside + name[2:] + string(rune('a'+w))
}

// hostileTown is the sample where every text is hostile.
func (x *texts) hostileTown(t testing.TB) *registry.Registry {
	return rewritten(t, sampleTown(t), func(old string, refused int) string {
		switch refused {
		case 0:
			if x.random.IntN(60) == 0 {
				return x.write(200) + strings.Repeat(" encore", data.MaxNote/7-40) + " " + x.write(40)
			}
			return x.write(600)
		case 1:
			return x.write(data.MaxName)
		}
		return x.write(30)
	})
}

// shown adds the texts that a paper shows to those met, and fails for words that it lost.
func (x *texts) shown(t testing.TB, what string, file *pdftest.File, met map[string]bool) {
	t.Helper()
	read := strings.ToLower(outlined(file))
	found, last := map[string]string{}, map[string]int{}
	for _, m := range marker.FindAllStringSubmatchIndex(read, -1) {
		id := read[m[2]:m[3]]
		found[id] += read[m[4]:m[5]]
		last[id] = m[1]
	}
	for id, words := range found {
		met[id] = true
		for w := range x.words[id] {
			after := read[last[id]:]
			// What is cut on purpose says so.
			if !strings.ContainsRune(words, rune('a'+w)) && !strings.Contains(after[:min(len(after), 700)], "…") {
				t.Errorf("%s: the text %s lost its word %d, in %.300q", what, id, w, read[max(0, last[id]-200):])
				break
			}
		}
	}
}

// throng prints a few papers of each document of a hostile town that was not given enough texts yet, and counts them. The
// first of them is judged too.
func (x *texts) throng(t *testing.T, subjects, enough int, met map[string]int) {
	t.Helper()
	r := x.hostileTown(t)
	for _, d := range documents() {
		if met[d.Key] >= enough {
			continue
		}
		all := d.Subjects(r)
		x.random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		seen := map[string]bool{}
		for n, s := range all[:min(len(all), subjects)] {
			ways := variants(d)
			written := paper(t, r, d, s.Subject, ways[x.random.IntN(len(ways))])
			file := pdftest.Read(written)
			x.shown(t, d.Key, file, seen)
			if n == 0 {
				kept(t, d.Key, written)
				for _, f := range file.Conform() {
					t.Errorf("%s: %s", d.Key, f)
				}
			}
		}
		met[d.Key] += len(seen)
	}
}

// TestNoTextBreaksAPaperNorLosesAWord is a share of what « make papers » does.
func TestNoTextBreaksAPaperNorLosesAWord(t *testing.T) {
	met := map[string]int{}
	newTexts(1).throng(t, 3, 1, met)
	t.Logf("texts met: %v", met)
	for _, d := range documents() {
		if met[d.Key] == 0 && !slices.Contains(wordless, d.Key) {
			t.Errorf("%s shows no text that was typed", d.Key)
		}
	}
}

// wordless are the documents that show nothing that a person typed.
var wordless = []string{
	"attestation",                // names and numbers only
	"registre", "analyse-impact", // settings
	"bordereau", // references, and no file of the sample is old enough
}

// TestASignNoFontHasIsShownAndSaid: a box on the paper, and a list for the screen.
func TestASignNoFontHasIsShownAndSaid(t *testing.T) {
	r := rewritten(t, sampleTown(t), func(old string, refused int) string {
		return []string{"Anne 漢", "A 漢", old}[refused]
	})
	for _, d := range documents() {
		for _, s := range d.Subjects(r)[:min(1, len(d.Subjects(r)))] {
			var missing []rune
			v := variants(d)[0]
			v.meta.Missing = func(signs []rune) { missing = signs }
			read := textOf(paper(t, r, d, s.Subject, v))
			if strings.Contains(read, "Anne □") != slices.Contains(missing, '漢') || !strings.Contains(read, "□") && !slices.Contains(wordless, d.Key) {
				t.Errorf("%s reports %q; it reads %.400q", d.Key, missing, read)
			}
		}
	}
}
