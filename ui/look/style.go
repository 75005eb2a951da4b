package look

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mercredi/assets"
)

// The four faces. They are package variables because Fyne keeps its font cache by resource pointer.
var (
	Regular         = fyne.NewStaticResource("mercredi-regular.ttf", assets.FontRegular)
	SemiBold        = fyne.NewStaticResource("mercredi-semibold.ttf", assets.FontSemiBold)
	FiguresRegular  = fyne.NewStaticResource("mercredi-figures.ttf", assets.FontFiguresRegular)
	FiguresSemiBold = fyne.NewStaticResource("mercredi-figures-semibold.ttf", assets.FontFiguresSemiBold)
)

// Role names a text colour, so that a style can be written down before the palette is known.
type Role uint8

// The text colours.
const (
	Ink  Role = iota // titles and facts
	Ink2             // secondary text
	Ink3             // hints, disabled; forbidden on a selected row
	Primary
	OnPrimary
	HoneyInk
	OnHoney
	Danger
	OnDanger
	Warn
	Ok
	OnInk // text on a dark toast
)

// Of returns the colour of a role.
func (p *Palette) Of(r Role) color.NRGBA {
	return [...]color.NRGBA{
		Ink: p.Ink, Ink2: p.Ink2, Ink3: p.Ink3, Primary: p.Primary, OnPrimary: p.OnPrimary, HoneyInk: p.HoneyInk,
		OnHoney: p.OnHoney, Danger: p.Danger, OnDanger: p.OnDanger, Warn: p.Warn, Ok: p.Ok, OnInk: p.Bg,
	}[r]
}

// Style is one text style: size in points, weight, tabular figures, and the role of its colour.
type Style struct {
	Size    float32
	Bold    bool
	Figures bool // every digit has the same width: for columns of numbers
	Role    Role
	fixed   color.NRGBA // when opaque it wins over Role: a discipline's ink
}

// The text styles of the product. Nothing on screen is smaller than Caption.
var (
	Figure      = Style{Size: 28, Bold: true, Figures: true}
	Threshold   = Style{Size: 34, Bold: true} // the name of the program before unlocking
	PageTitle   = Style{Size: 24, Bold: true}
	Brand       = Style{Size: 22, Bold: true}
	SheetTitle  = Style{Size: 20, Bold: true}
	CardTitle   = Style{Size: 16, Bold: true}
	Body        = Style{Size: 14}
	BodyBold    = Style{Size: 14, Bold: true}
	Detail      = Style{Size: 13, Role: Ink2}
	DetailBold  = Style{Size: 13, Bold: true}
	Caption     = Style{Size: 12, Role: Ink2}
	CaptionBold = Style{Size: 12, Bold: true}
)

// As returns the style in another role.
func (s Style) As(r Role) Style { s.Role, s.fixed = r, color.NRGBA{}; return s }

// With returns the style in a given colour, for the inks that are no role (a discipline's).
func (s Style) With(c color.NRGBA) Style { s.fixed = c; return s }

// Tabular returns the style with figures of equal width.
func (s Style) Tabular() Style { s.Figures = true; return s }

// Strong returns the style in semi-bold.
func (s Style) Strong() Style { s.Bold = true; return s }

// Colour returns the colour to paint with, in the palette in use.
func (s Style) Colour() color.NRGBA {
	if s.fixed.A != 0 {
		return s.fixed
	}
	return P().Of(s.Role)
}

// Line is the line height of the style.
func (s Style) Line() float32 { return float32(int(s.Size*1.3 + .5)) }

// Font returns the face of the style.
func (s Style) Font() fyne.Resource {
	switch {
	case s.Figures && s.Bold:
		return FiguresSemiBold
	case s.Figures:
		return FiguresRegular
	case s.Bold:
		return SemiBold
	}
	return Regular
}

// Light returns the style in the regular weight.
func (s Style) Light() Style { s.Bold = false; return s }
