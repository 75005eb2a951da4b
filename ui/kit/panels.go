package kit

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mercredi/ui/look"
)

// Card is the white panel: a title with its badge and its actions, then the body. An empty title leaves only the
// body; the badge may be nil.
func Card(title string, badge, body fyne.CanvasObject, actions ...fyne.CanvasObject) *fyne.Container {
	inside := VBox(look.Gap)
	if title != "" {
		head := HBox(look.Tight, Text(title, look.CardTitle), badge, Spacer())
		for _, a := range actions {
			head.Add(a)
		}
		inside.Add(head)
	}
	if body != nil {
		inside.Add(Grow(body))
	}
	return Panel(inside)
}

// Panel is the white panel around anything.
func Panel(o fyne.CanvasObject) *fyne.Container {
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) { s.Panel(At(0, 0, size.Width, size.Height)) })
	return Stack(back, Pad(look.Wide, o))
}

// Band is a plain background in a colour of the palette: the page, the rail.
func Band(o fyne.CanvasObject) *fyne.Container {
	back := NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		s.Rect(At(0, 0, size.Width, size.Height), look.P().Bg, 0)
	})
	return Stack(back, o)
}

// Page is a whole page: its header, then its parts below one another, inside the margins and scrolling when the
// window is low. A part in Grow takes the height that is left.
func Page(parts ...fyne.CanvasObject) *fyne.Container {
	return Scroll(PadXY(look.Margin, 18, VBox(look.Cards, parts...)))
}

// PageHeader is the top of a page.
type PageHeader struct {
	Title, Sub string
	After      string            // secondary words beside the title: « 8 ans, née le 12 mars 2018 »
	Badge      fyne.CanvasObject // beside the title: where the thing stands; may be nil
	Back       func()            // when set, an arrow at the left
	BackTip    string            // where the arrow leads: « Retour aux enfants »
	Icon       string            // a tile, in Tone
	Tone       look.ToneName
	Initials   string // an avatar instead of the tile
	Badges     []fyne.CanvasObject
	Actions    []fyne.CanvasObject // one primary at most, last
}

// Header builds the top of a page.
func Header(h PageHeader) *fyne.Container {
	left := HBox(look.Wide)
	if h.Back != nil {
		tip := h.BackTip
		if tip == "" {
			tip = "Retour"
		}
		left.Add(NewIconButton("arrow-left", tip, h.Back))
	}
	switch {
	case h.Initials != "":
		left.Add(Avatar(h.Initials, 60))
	case h.Icon != "":
		left.Add(Tile(h.Icon, h.Tone, 44))
	}
	title := HBox(look.Gap, Text(h.Title, look.PageTitle))
	if h.After != "" {
		title.Add(Text(h.After, look.CardTitle.As(look.Ink2).Light()))
	}
	if h.Badge != nil {
		title.Add(h.Badge)
	}
	words := VBox(2, title)
	if h.Sub != "" {
		words.Add(Text(h.Sub, look.Body.As(look.Ink2)))
	}
	if len(h.Badges) > 0 {
		words.Add(Gap(2))
		words.Add(RowWrap(6, h.Badges...))
	}
	left.Add(Grow(words))
	return Spread(left, HBox(look.Gap, h.Actions...))
}

// Section is a title inside a card or a form.
func Section(title string) *Label { return Text(title, look.CardTitle) }

// Separator is a thin line across.
func Separator() *Painted {
	return NewPainted(fyne.NewSize(1, 1), func(s *Scene, size fyne.Size) {
		s.Rect(At(0, 0, size.Width, 1), look.P().Line, 0)
	})
}

// Fact is a label and its value; an empty value shows Unknown.
type Fact struct {
	Label, Value string
	Unknown      string // « non saisi » when empty
}

// Facts shows facts in n columns, the label above its value. Long values wrap.
func Facts(n int, facts ...Fact) *fyne.Container {
	objs := make([]fyne.CanvasObject, 0, len(facts))
	for _, f := range facts {
		st := look.Body
		if f.Value == "" {
			f.Value, st = f.Unknown, look.Body.As(look.Ink3)
			if f.Value == "" {
				f.Value = "non saisi"
			}
		}
		objs = append(objs, VBox(2, Text(f.Label, look.Caption), Paragraph(f.Value, st)))
	}
	return Grid(n, look.Gap, objs...)
}

// Badge is a small coloured label; the icon may be empty.
func Badge(text, icon string, tone look.ToneName) *Painted {
	return NewMeasured(
		func() fyne.Size { return fyne.NewSize(BadgeWidth(text, icon), look.BadgeHeight) },
		func(s *Scene, size fyne.Size) { s.Badge(At(0, 0, size.Width, size.Height), text, icon, tone) })
}

// CountBadge is a number beside a title.
func CountBadge(n int, tone look.ToneName) *Painted { return Badge(strconv.Itoa(n), "", tone) }

// Avatar shows initials in a circle of that diameter.
func Avatar(initials string, diameter float32) *Painted {
	return NewPainted(fyne.NewSize(diameter, diameter), func(s *Scene, size fyne.Size) {
		s.Avatar(At(0, 0, size.Width, size.Height), initials)
	})
}

// Initials returns the first letters of the first and the last word of a name.
func Initials(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '\u00a0' || r == '-' })
	if len(words) == 0 {
		return ""
	}
	first := []rune(words[0])[:1]
	if len(words) > 1 {
		first = append(first, []rune(words[len(words)-1])[0])
	}
	return strings.ToUpper(string(first))
}

// Icon shows an icon alone, in the ink of a tone.
func Icon(name string, tone look.ToneName, side float32) *Painted {
	return NewPainted(fyne.NewSize(side, side), func(s *Scene, size fyne.Size) {
		s.Icon(At(0, 0, size.Width, size.Height), name, look.P().Tone(tone).Ink)
	})
}

// Tile shows an icon in a rounded square of that side.
func Tile(icon string, tone look.ToneName, side float32) *Painted {
	return NewPainted(fyne.NewSize(side, side), func(s *Scene, size fyne.Size) {
		s.Tile(At(0, 0, size.Width, size.Height), icon, tone)
	})
}

// Bar shows a part between 0 and 1, of that width; write its number beside it.
func Bar(part float64, tone look.ToneName, width float32) *Painted {
	return NewPainted(fyne.NewSize(width, 16), func(s *Scene, size fyne.Size) {
		s.Bar(At(0, 0, size.Width, size.Height), part, look.P().Tone(tone).Edge)
	})
}

// Pips shows the places of a group as dots, the taken ones full.
func Pips(taken, places int, tone look.ToneName) *Painted {
	return NewPainted(fyne.NewSize(float32(places)*10, 16), func(s *Scene, size fyne.Size) {
		s.Pips(At(0, 0, size.Width, size.Height), taken, places, look.P().Tone(tone).Edge)
	})
}

// FigureTile is a number with what it counts, for a row of figures.
func FigureTile(figure, label, detail string) *fyne.Container {
	words := VBox(2, Text(figure, look.Figure), Text(label, look.DetailBold))
	if detail != "" {
		words.Add(Text(detail, look.Caption))
	}
	return Panel(words)
}

// EmptyState says that there is nothing yet, and what to do about it; with one or two buttons.
func EmptyState(icon, sentence, next string, buttons ...fyne.CanvasObject) *fyne.Container {
	circle := NewPainted(fyne.NewSize(44, 44), func(s *Scene, size fyne.Size) {
		p, a := look.P(), At(0, 0, size.Width, size.Height)
		s.Dot(a, p.PrimaryTint)
		s.Icon(a.Middle(22, 22), icon, p.Primary)
	})
	words := VBox(4, Centred(sentence, look.BodyBold))
	if next != "" {
		words.Add(Centred(next, look.Detail))
	}
	parts := VBox(look.Gap, Center(circle), Sized(320, HeightFor(words, 320), words))
	if len(buttons) > 0 {
		parts.Add(Center(HBox(look.Tight, buttons...)))
	}
	return Pad(look.Wide, Center(parts))
}

// Replace puts another content into a container made by the kit, in one go.
func Replace(c *fyne.Container, objs ...fyne.CanvasObject) {
	c.Objects = nonNil(objs)
	c.Refresh()
}

// Holder is a place whose content changes: give it to Replace.
func Holder(o fyne.CanvasObject) *fyne.Container { return container.New(&fillLayout{}, o) }
