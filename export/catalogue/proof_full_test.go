//go:build papers

package catalogue_test

import (
	"bytes"
	"slices"
	"strconv"
	"testing"

	"mercredi/export/catalogue"
)

// The proofs at the size of docs/papiers.md: « make papers ».

// figure says what was proven, in the line that docs/papiers.md quotes; nothing when it was not.
func figure(t *testing.T, format string, of ...any) {
	t.Helper()
	if !t.Failed() {
		t.Logf("figure: "+format, of...)
	}
}

func TestEveryPaperConformsWithFourHundredOfEverything(t *testing.T) {
	papers(t, crowdedTown(t, 400), func(d catalogue.Document) []variant { return variants(d)[:2] })
	figure(t, "%d documents with 400 of everything, normal and large, 0 faults", len(documents()))
}

// TestEveryPaperOfEverySubjectConforms prints all that can be printed of the sample town.
func TestEveryPaperOfEverySubjectConforms(t *testing.T) {
	r, made := sampleTown(t), 0
	for _, d := range documents() {
		count := 0
		for n, s := range d.Subjects(r) {
			ways := variants(d)
			if n >= 5 {
				ways = ways[:1]
			}
			for _, v := range ways {
				judged(t, d.Key+" "+v.name+" "+s.Label, paper(t, r, d, s.Subject, v))
				count++
			}
		}
		t.Logf("%s: %d papers", d.Key, count)
		made += count
	}
	figure(t, "%d papers of the sample town, 0 faults", made)
}

func TestEveryPaperIsTheSameTwentyTimes(t *testing.T) {
	const times = 20
	r, again := sampleTown(t), sampleTown(t)
	made := 0
	for _, d := range documents() {
		for _, v := range variants(d) {
			s := d.Subjects(r)[0].Subject
			first := paper(t, r, d, s, v)
			same := 0
			for range times {
				if bytes.Equal(first, paper(t, again, d, s, v)) {
					same++
				}
			}
			if same < times {
				t.Errorf("%s, %s: the same bytes %d times of %d", d.Key, v.name, same, times)
			}
			made++
		}
	}
	figure(t, "%d papers (each document and variant), %d of %d times the same bytes", made, times, times)
}

// TestTenThousandTextsThroughEveryDocument: nothing breaks a paper, no word is lost. The texts come in shares that are
// printed side by side, each text counted once for a document, however many of its papers show it.
func TestTenThousandTextsThroughEveryDocument(t *testing.T) {
	const wanted, shares, mostRounds = 10_000, 4, 2_000
	var met [shares]map[string]int
	t.Run("share", func(t *testing.T) {
		for n := range shares {
			met[n] = map[string]int{}
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				for round := 0; round < mostRounds && !t.Failed(); round++ {
					left := short(met[n], wanted/shares)
					if len(left) == 0 {
						return
					}
					if round%100 == 0 {
						t.Logf("share %d, round %d: %d documents are short of texts", n, round, len(left))
					}
					newTexts(uint64(mostRounds*(n+1)+round)).throng(t, 12, wanted/shares, met[n])
				}
			})
		}
	})
	papers := 0
	for _, d := range documents() {
		if slices.Contains(wordless, d.Key) {
			continue
		}
		sum := 0
		for n := range shares {
			sum += met[n][d.Key]
		}
		if sum < wanted {
			t.Errorf("%s met %d texts only", d.Key, sum)
		}
		papers++
	}
	figure(t, "%d hostile texts at least through each of %d documents, no word lost; %d others show nothing typed", wanted, papers, len(wordless))
}

// short are the documents that have not met so many texts yet, save those that show none.
func short(met map[string]int, wanted int) []catalogue.Document {
	return slices.DeleteFunc(documents(), func(d catalogue.Document) bool { return met[d.Key] >= wanted || slices.Contains(wordless, d.Key) })
}
