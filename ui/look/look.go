// Package look holds what Mercredi looks like and nothing else: the palette in light and dark, the text styles,
// the sizes, the icons, and the Fyne theme that dresses the stock widgets. Widgets ask for a colour when they
// paint, with [P], never when they are built, so that switching the theme needs no new widget.
package look

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
)

// Palette names every colour of one variant by its role.
type Palette struct {
	Bg, Rail, Card, Sunken, Hover, Select color.NRGBA
	Line, LineStrong, Scroll              color.NRGBA
	Ink, Ink2, Ink3                       color.NRGBA

	Primary, PrimaryHover, PrimaryTint, OnPrimary color.NRGBA
	Honey, HoneyEdge, HoneyTint, HoneyInk         color.NRGBA
	OnHoney                                       color.NRGBA
	Danger, DangerTint, OnDanger                  color.NRGBA
	Warn, WarnTint                                color.NRGBA
	Ok, OkTint, OkEdge                            color.NRGBA
	Focus                                         color.NRGBA

	// Disciplines maps a discipline key ("art", "sophrology", "psychoeducation", "psychologist", "cps",
	// "school") to its three colours.
	Disciplines map[string]Tone
	Dark        bool
}

// Tone is a colour triple: the edge of a block, its tint, and the text on that tint.
type Tone struct{ Edge, Tint, Ink color.NRGBA }

// ToneName chooses a tone: one of the constants below, or a discipline key.
type ToneName string

// The tones that carry a meaning. A discipline key is a ToneName too.
const (
	Neutral ToneName = "neutral"
	Plain   ToneName = "plain" // the colours of a card, with a border: a fact on the page
	Info    ToneName = "info"
	Good    ToneName = "good"
	Warning ToneName = "warning"
	Alarm   ToneName = "alarm"
	Next    ToneName = "next" // honey: what comes next
)

// Tone returns the colours of a tone; an unknown name is Neutral.
func (p *Palette) Tone(n ToneName) Tone {
	switch n {
	case Plain:
		return Tone{p.Line, p.Card, p.Ink}
	case Info:
		return Tone{p.Primary, p.PrimaryTint, p.Primary}
	case Good:
		return Tone{p.OkEdge, p.OkTint, p.Ok}
	case Warning:
		return Tone{p.HoneyEdge, p.WarnTint, p.Warn}
	case Alarm:
		return Tone{p.Danger, p.DangerTint, p.Danger}
	case Next:
		return Tone{p.HoneyEdge, p.HoneyTint, p.HoneyInk}
	}
	if t, ok := p.Disciplines[string(n)]; ok {
		return t
	}
	return Tone{p.LineStrong, p.Sunken, p.Ink2}
}

// P returns the palette in use. Call it while painting.
func P() *Palette {
	if a := fyne.CurrentApp(); a != nil {
		if t, ok := a.Settings().Theme().(*Theme); ok {
			return t.Palette
		}
	}
	return Light
}

// Light is the variant for daylight.
var Light = &Palette{
	Bg: hex("F6F4EF"), Rail: hex("EBE7DE"), Card: hex("FFFFFF"), Sunken: hex("F1EEE7"), Hover: hex("E3DED2"), Select: hex("D5E7E9"),
	Line: hex("DED9CD"), LineStrong: hex("87847A"), Scroll: hex("C9C3B5"),
	Ink: hex("1C2A32"), Ink2: hex("4C585F"), Ink3: hex("626C72"),
	Primary: hex("155E6B"), PrimaryHover: hex("0E4953"), PrimaryTint: hex("DDEBEC"), OnPrimary: hex("FFFFFF"),
	Honey: hex("F0B341"), HoneyEdge: hex("A86B00"), HoneyTint: hex("FCF0D4"), HoneyInk: hex("744700"), OnHoney: hex("2B1B00"),
	Danger: hex("AB2E27"), DangerTint: hex("FBE6E2"), OnDanger: hex("FFFFFF"),
	Warn: hex("7E4B00"), WarnTint: hex("FCEFD3"),
	Ok: hex("27653A"), OkTint: hex("E2F0E4"), OkEdge: hex("3F8A55"),
	Focus: hex("0B6FD6"),
	Disciplines: map[string]Tone{
		"art":             tone("6F55B8", "EDE9F9", "46337E"),
		"sophrology":      tone("2C77B8", "E3EFF9", "1A4D7C"),
		"psychoeducation": tone("9C5A2B", "F6E6D9", "66370F"),
		"psychologist":    tone("B23F88", "FAE6F3", "7A2459"),
		"cps":             tone("6C7A1C", "EFF2D8", "47510F"),
		"school":          tone("5A6B75", "EAEEF0", "38464E"),
	},
}

// Dark is the variant for the evening.
var Dark = &Palette{
	Bg: hex("12191D"), Rail: hex("0D1316"), Card: hex("1A2429"), Sunken: hex("141D21"), Hover: hex("26333A"), Select: hex("1D474E"),
	Line: hex("2E3B42"), LineStrong: hex("74858D"), Scroll: hex("44545C"),
	Ink: hex("E9EEEE"), Ink2: hex("B3BFC4"), Ink3: hex("94A2A8"),
	Primary: hex("7CCBD6"), PrimaryHover: hex("A2DDE5"), PrimaryTint: hex("16383E"), OnPrimary: hex("06272D"),
	Honey: hex("F2BC5B"), HoneyEdge: hex("F2BC5B"), HoneyTint: hex("3A2E17"), HoneyInk: hex("F5CD85"), OnHoney: hex("2B1B00"),
	Danger: hex("FF9B90"), DangerTint: hex("45211E"), OnDanger: hex("3B0B07"),
	Warn: hex("F1C06A"), WarnTint: hex("3B2E14"),
	Ok: hex("8FCF9F"), OkTint: hex("1A3524"), OkEdge: hex("5FAE75"),
	Focus: hex("8AB8FF"),
	Disciplines: map[string]Tone{
		"art":             tone("A996EE", "2A2547", "DDD5FB"),
		"sophrology":      tone("6BB1EA", "1B3145", "CBE4F8"),
		"psychoeducation": tone("D9986A", "3B281B", "F3D3BC"),
		"psychologist":    tone("E58AC4", "3F2036", "F8CFE9"),
		"cps":             tone("B9C75A", "2D3115", "E4EBB9"),
		"school":          tone("97A7AF", "263239", "D6DFE3"),
	},
	Dark: true,
}

func tone(edge, tint, ink string) Tone { return Tone{hex(edge), hex(tint), hex(ink)} }

func hex(s string) color.NRGBA {
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil {
		panic("look: bad colour " + s)
	}
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}
