package pdf

// colour is one of the inks below; nothing else is ever printed. Each keeps its meaning on a grey printer: no
// information is carried by colour alone.
type colour struct{ r, g, b int }

var (
	ink     = colour{0x1F, 0x29, 0x2E} // text
	primary = colour{0x15, 0x5E, 0x6B} // headings and full dots
	grey    = colour{0x55, 0x5F, 0x63} // labels, notes, footer
	rule    = colour{0xA9, 0xAA, 0xA4} // lines between things
	track   = colour{0xBA, 0xB6, 0xA7} // the line and small dots of a scale, the empty part of a bar
	shade   = colour{0xEE, 0xEC, 0xE5} // cells that are not to be filled
	honey   = colour{0xFD, 0xED, 0xCB} // band of something missing
	umber   = colour{0x6E, 0x45, 0x00} // text on honey
	mesh    = colour{0xDD, 0xDB, 0xD4} // graduations of a chart
	mist    = colour{0xD3, 0xE5, 0xE8} // pale fill of a chart
	paper   = colour{0xFF, 0xFF, 0xFF}
	black   = colour{0x00, 0x00, 0x00} // what a machine reads
)

// grey is the ink as a black-and-white printer gives it: of the same strength (luma of ITU-R BT.601).
func (c colour) grey() colour {
	y := (299*c.r + 587*c.g + 114*c.b) / 1000
	return colour{y, y, y}
}
