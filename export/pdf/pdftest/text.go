package pdftest

import "strings"

// textual follows the operators of text, and leaves those of paths alone.
func (r *reader) textual(o operator) {
	switch o {
	case "BT", "ET":
		if r.inText == (o == "BT") {
			r.blame("ISO 32000 9.4.1", "%s out of its place", o)
		}
		r.inText = o == "BT"
		r.line, r.at = identity, identity
	case "Tf":
		r.setFont()
	case "Tc":
		r.now.chars = r.float(0)
	case "Tw":
		r.now.words = r.float(0)
	case "Tz":
		r.now.scale = r.float(0) / 100
	case "TL":
		r.now.leading = r.float(0)
	case "Ts":
		r.now.rising = r.float(0)
	case "Tr":
		r.now.mode = int(r.float(0))
	case "Td", "TD":
		if o == "TD" {
			r.now.leading = -r.float(1)
		}
		r.move(r.float(0), r.float(1))
	case "Tm":
		r.line = r.matrix()
		r.at = r.line
	case "T*":
		r.move(0, -r.now.leading)
	case "Tj":
		r.show(r.operands)
	case "'":
		r.move(0, -r.now.leading)
		r.show(r.operands)
	case `"`:
		r.now.words, r.now.chars = r.float(0), r.float(1)
		r.move(0, -r.now.leading)
		r.show(r.operands[2:])
	case "TJ":
		pieces, _ := r.operands[0].(Array)
		r.show(pieces)
	}
}

func (r *reader) move(x, y float64) {
	r.line = matrix{1, 0, 0, 1, x, y}.then(r.line)
	r.at = r.line
}

func (r *reader) setFont() {
	r.now.size = r.float(1)
	ref, ok := r.resource("Font", r.operands[0]).(Ref)
	if !ok {
		r.blame("house", "a font that is no object of its own")
		return
	}
	r.now.font = r.file.fontOf(ref)
}

// show notes a text: strings, and numbers that move what follows.
func (r *reader) show(pieces []any) {
	if !r.inText {
		r.blame("ISO 32000 9.4.3", "a text is shown outside of BT and ET")
	}
	if r.now.font == nil {
		r.blame("ISO 32000 9.3", "a text is shown without a font")
		return
	}
	run := Run{font: r.now.font, mode: r.now.mode, Mark: -1, Size: r.now.size * r.at.then(r.now.ctm).tall()}
	run.X, run.Y = r.place()
	run.EndX, run.EndY = run.X, run.Y
	for _, p := range pieces {
		if s, ok := p.(String); ok {
			r.showString(&run, s)
		} else if x, ok := number(p); ok {
			r.advance(-x / 1000 * r.now.size * r.now.scale)
		} else {
			r.blame("ISO 32000 9.4.3", "%v is shown as a text", p)
		}
	}
	for _, i := range r.open {
		run.Artifact = run.Artifact || r.all[i].artifact
		if r.all[i].MCID >= 0 {
			run.Mark = i
			r.all[i].Text += run.Text
		}
	}
	r.page.Runs = append(r.page.Runs, run)
	r.glyphs(run)
}

func (r *reader) showString(run *Run, s String) {
	codes, ok := r.now.font.codes(s)
	if !ok {
		r.blame("ISO 32000 9.7.6", "a text of %d bytes; each sign takes two", len(s))
	}
	for _, c := range codes {
		run.codes = append(run.codes, c)
		sign, _ := r.now.font.sign(c)
		run.Text += sign
		width := r.now.font.width(c) / 1000 * r.now.size
		r.advance(width * r.now.scale)
		if strings.TrimSpace(sign) != "" {
			run.EndX, run.EndY = r.place()
		}
		r.advance(r.now.chars * r.now.scale)
	}
}

// place is where the next sign stands on the page.
func (r *reader) place() (x, y float64) { return r.at.then(r.now.ctm).at(0, r.now.rising) }

func (r *reader) advance(x float64) { r.at = matrix{1, 0, 0, 1, x, 0}.then(r.at) }
