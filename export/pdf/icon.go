package pdf

import (
	"strconv"
	"strings"
	"sync"

	"mercredi/assets"
)

// iconSide is the side of the square in which pictograms are drawn.
const iconSide = 24.0

// stroke is one step of an outline: M moves, L draws a line, Q a curve bent by a point, Z closes.
type stroke struct {
	verb   byte
	by, to [2]float64
}

var icons sync.Map // outlines by name, read once

// iconOf is the outline of a pictogram; one that does not exist has none.
func iconOf(name string) []stroke {
	if kept, ok := icons.Load(name); ok {
		return kept.([]stroke)
	}
	var outline []stroke
	if file, err := assets.Icons.ReadFile("icons/" + name + ".svg"); err == nil {
		_, after, _ := strings.Cut(string(file), ` d="`)
		path, _, _ := strings.Cut(after, `"`)
		outline = readPath(path)
	}
	icons.Store(name, outline)
	return outline
}

// takes is how many numbers each verb takes; more of them repeat it.
var takes = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'Q': 4, 'Z': 0}

// readPath reads the few verbs that our pictograms are drawn with: absolute M, L, H, V, Q and Z.
func readPath(path string) []stroke {
	var out []stroke
	var at [2]float64
	for len(path) > 0 {
		verb := path[0]
		end := strings.IndexAny(path[1:], "MLHVQZ") + 1
		if end == 0 {
			end = len(path)
		}
		n := numbers(path[1:end])
		path = path[end:]
		each, known := takes[verb]
		if !known || each > 0 && (len(n) == 0 || len(n)%each > 0) {
			return nil
		}
		for once := each == 0; once || len(n) > 0; n, once = n[each:], false {
			s := step(verb, n, &at)
			out = append(out, s)
			if verb == 'M' {
				verb = 'L'
			}
		}
	}
	return out
}

// step is one verb from where the pen is.
func step(verb byte, n []float64, at *[2]float64) stroke {
	s := stroke{verb: verb}
	switch verb {
	case 'H':
		s.verb, at[0] = 'L', n[0]
	case 'V':
		s.verb, at[1] = 'L', n[0]
	case 'Q':
		s.by, *at = [2]float64{n[0], n[1]}, [2]float64{n[2], n[3]}
	case 'M', 'L':
		*at = [2]float64{n[0], n[1]}
	}
	s.to = *at
	return s
}

func numbers(text string) []float64 {
	var out []float64
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.ParseFloat(word, 64)
		if err != nil {
			return nil
		}
		out = append(out, n)
	}
	return out
}
