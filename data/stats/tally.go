package stats

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fold"
)

// tally counts by the number of an enum. Zero is not said.
type tally struct{ of map[int]int }

func (t *tally) add(key int) {
	if t.of == nil {
		t.of = map[int]int{}
	}
	t.of[key]++
}

// list is a row a key that was met, and one for each of always, in their order; the other keys come after, rising.
func (t *tally) list(always ...int) List {
	keys := slices.Clone(always)
	for _, key := range slices.Sorted(maps.Keys(t.of)) {
		if key != 0 && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	l := List{Unsaid: Total{N: t.of[0]}, Whole: Total{N: t.of[0]}}
	for _, key := range keys {
		l.Rows = append(l.Rows, Row{Key: key, Total: Total{N: t.of[key]}})
		l.Whole.N += t.of[key]
	}
	return l
}

// words counts by free words, compared as people look for them. An empty one is not said.
type words struct {
	of      map[string]int
	written map[string]map[string]int // how each was written, and how often
}

func (w *words) add(word string) {
	word = strings.TrimSpace(word)
	if w.of == nil {
		w.of, w.written = map[string]int{}, map[string]map[string]int{}
	}
	key := fold.Text(word)
	if w.of[key]++; word == "" {
		return
	}
	if w.written[key] == nil {
		w.written[key] = map[string]int{}
	}
	w.written[key][word]++
}

// list has the most frequent words first, each as it is most often written.
func (w *words) list() List {
	l := List{Unsaid: Total{N: w.of[""]}, Whole: Total{N: w.of[""]}}
	for key, n := range w.of {
		if key != "" {
			l.Rows = append(l.Rows, Row{Text: usual(w.written[key]), Total: Total{N: n}})
			l.Whole.N += n
		}
	}
	slices.SortFunc(l.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.N, a.N), fold.Compare(a.Text, b.Text))
	})
	for i := range l.Rows {
		l.Rows[i].Key = i + 1
	}
	return l
}

// usual is the writing that comes most often.
func usual(written map[string]int) string {
	return slices.MinFunc(slices.Sorted(maps.Keys(written)), func(a, b string) int { return cmp.Compare(written[b], written[a]) })
}

// ageTally counts by band and sex: the rank of the band is -1 when it is not said.
type ageTally struct{ of map[int]map[data.Sex]int }

func (t *ageTally) add(band int, sex data.Sex) {
	if t.of == nil {
		t.of = map[int]map[data.Sex]int{}
	}
	if t.of[band] == nil {
		t.of[band] = map[data.Sex]int{}
	}
	t.of[band][sex]++
}

func (t *ageTally) rows(bands []data.AgeSpan) []AgeRow {
	row := func(band data.AgeSpan, n map[data.Sex]int) AgeRow {
		return AgeRow{band, Total{N: n[data.Girl]}, Total{N: n[data.Boy]}, Total{N: n[data.SexUnknown]},
			Total{N: n[data.Girl] + n[data.Boy] + n[data.SexUnknown]}}
	}
	var out []AgeRow
	for i, b := range bands {
		out = append(out, row(b, t.of[i]))
	}
	return append(out, row(data.AgeSpan{}, t.of[-1]))
}
