package pdf

// Tone is a triple of inks for a kind of thing: the edge of a block, its tint, the text on the tint. Words and a
// pictogram always stand beside it: a grey printer loses nothing.
type Tone string

type toneInks struct{ edge, tint, ink colour }

// tones are those of the screen in its light theme (ui/look), by discipline.
var tones = map[Tone]toneInks{
	"art":             {colour{0x6F, 0x55, 0xB8}, colour{0xED, 0xE9, 0xF9}, colour{0x46, 0x33, 0x7E}},
	"sophrology":      {colour{0x2C, 0x77, 0xB8}, colour{0xE3, 0xEF, 0xF9}, colour{0x1A, 0x4D, 0x7C}},
	"psychoeducation": {colour{0x9C, 0x5A, 0x2B}, colour{0xF6, 0xE6, 0xD9}, colour{0x66, 0x37, 0x0F}},
	"psychologist":    {colour{0xB2, 0x3F, 0x88}, colour{0xFA, 0xE6, 0xF3}, colour{0x7A, 0x24, 0x59}},
	"cps":             {colour{0x6C, 0x7A, 0x1C}, colour{0xEF, 0xF2, 0xD8}, colour{0x47, 0x51, 0x0F}},
	"school":          {colour{0x5A, 0x6B, 0x75}, colour{0xEA, 0xEE, 0xF0}, colour{0x38, 0x46, 0x4E}},
}

// inks of a tone; one that does not exist is grey.
func (t Tone) inks() toneInks {
	if found, ok := tones[t]; ok {
		return found
	}
	return toneInks{grey, shade, ink}
}
