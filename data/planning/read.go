package planning

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
)

// maxFileBytes is far above any town: 3,000 children are 1 MB.
const maxFileBytes = 32 << 20

// ReadProblem reads a problem, and answers the SHA-256 of its bytes in hexadecimal. What is not one, to the last field,
// is a *FormatError; what contradicts itself is found later, by New. Errors of r are passed on.
func ReadProblem(r io.Reader) (*Problem, string, error) {
	text, err := readAll(r)
	if err != nil {
		return nil, "", err
	}
	p := &Problem{}
	if err := decode(text, p, FormatProblem); err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(text)
	return p, hex.EncodeToString(sum[:]), nil
}

// ReadPlan reads a plan, as strictly. Only its format and its groups must be there: a plan made by hand is checked too.
func ReadPlan(r io.Reader) (*Plan, error) {
	text, err := readAll(r)
	if err != nil {
		return nil, err
	}
	p := &Plan{}
	if err := decode(text, p, FormatPlan); err != nil {
		return nil, err
	}
	return p, nil
}

// WritePlan writes a plan as the file of the format: fixed order, two spaces, one end of line at the end. The same plan
// gives the same bytes.
func WritePlan(w io.Writer, p *Plan) error {
	out := *p
	out.Format = FormatPlan
	out.Groups = make([]Group, len(p.Groups))
	for i, g := range p.Groups {
		g.Children, g.Locks = orEmpty(g.Children), nil
		out.Groups[i] = g
	}
	out.Waiting = make([]Waiting, len(p.Waiting))
	for i, waits := range p.Waiting {
		waits.Reasons = orEmpty(waits.Reasons)
		out.Waiting[i] = waits
	}
	out.Objective = orEmpty(p.Objective)
	return write(w, &out)
}

// WriteProblem writes a problem as the file of the format, as WritePlan does.
func WriteProblem(w io.Writer, p *Problem) error {
	out := *p
	out.Format = FormatProblem
	out.Rooms, out.Requests = orEmpty(p.Rooms), orEmpty(p.Requests)
	out.Facilitators = make([]Facilitator, len(p.Facilitators))
	for i, f := range p.Facilitators {
		f.Available = orEmpty(f.Available)
		out.Facilitators[i] = f
	}
	out.Workshops = make([]Workshop, len(p.Workshops))
	for i, w := range p.Workshops {
		w.Facilitators = orEmpty(w.Facilitators)
		out.Workshops[i] = w
	}
	out.Children = make([]Child, len(p.Children))
	for i, c := range p.Children {
		c.Available = orEmpty(c.Available)
		out.Children[i] = c
	}
	out.Current = nil
	for _, g := range p.Current {
		g.Children = orEmpty(g.Children)
		out.Current = append(out.Current, g)
	}
	return write(w, &out)
}

// orEmpty keeps "null" out of the files.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func write(w io.Writer, v any) error {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("writing a planning file: %w", err)
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("writing a planning file: %w", err)
	}
	return nil
}

func readAll(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading a planning file: %w", err)
	}
	if len(text) > maxFileBytes {
		return nil, &FormatError{Code: TooLarge}
	}
	return text, nil
}
