package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme gives the stock Fyne widgets (Entry, scroll bars) the look of the kit.
type Theme struct{ Palette *Palette }

// NewTheme returns the dark or the light theme.
func NewTheme(dark bool) *Theme {
	if dark {
		return &Theme{Dark}
	}
	return &Theme{Light}
}

// Font implements fyne.Theme.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return SemiBold
	}
	return Regular
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// Color implements fyne.Theme. The variant asked for is ignored: the palette decides.
func (t *Theme) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colours()[n]; ok {
		return c
	}
	v := theme.VariantLight
	if t.Palette.Dark {
		v = theme.VariantDark
	}
	return theme.DefaultTheme().Color(n, v)
}

func (t *Theme) colours() map[fyne.ThemeColorName]color.NRGBA {
	p := t.Palette
	return map[fyne.ThemeColorName]color.NRGBA{
		theme.ColorNameBackground:          p.Bg,
		theme.ColorNameForeground:          p.Ink,
		theme.ColorNamePrimary:             p.Primary,
		theme.ColorNameHyperlink:           p.Primary,
		theme.ColorNameForegroundOnPrimary: p.OnPrimary,
		theme.ColorNameForegroundOnError:   p.OnDanger,
		theme.ColorNameInputBackground:     p.Card,
		theme.ColorNameOverlayBackground:   p.Card,
		theme.ColorNameMenuBackground:      p.Card,
		theme.ColorNameHeaderBackground:    p.Sunken,
		theme.ColorNameInputBorder:         p.LineStrong,
		theme.ColorNameSeparator:           p.Line,
		theme.ColorNameHover:               p.Hover,
		theme.ColorNamePressed:             p.Hover,
		theme.ColorNameFocus:               p.Focus,
		theme.ColorNameSelection:           p.Select,
		theme.ColorNameDisabled:            p.Ink3,
		theme.ColorNamePlaceHolder:         p.Ink3,
		theme.ColorNameButton:              p.Sunken,
		theme.ColorNameDisabledButton:      p.Sunken,
		theme.ColorNameScrollBar:           p.Scroll,
		theme.ColorNameScrollBarBackground: {},
		theme.ColorNameError:               p.Danger,
		theme.ColorNameWarning:             p.Warn,
		theme.ColorNameSuccess:             p.Ok,
		theme.ColorNameShadow:              {}, // no shadow anywhere: remote desktops
	}
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:               Body.Size,
	theme.SizeNameCaptionText:        Caption.Size,
	theme.SizeNameSubHeadingText:     CardTitle.Size,
	theme.SizeNameHeadingText:        PageTitle.Size,
	theme.SizeNamePadding:            Hair,
	theme.SizeNameInnerPadding:       9,
	theme.SizeNameInputRadius:        RadiusField,
	theme.SizeNameSelectionRadius:    RadiusField,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     6,
	theme.SizeNameScrollBarRadius:    3,
	theme.SizeNameModalBlurRadius:    0,
}

// Size implements fyne.Theme.
func (t *Theme) Size(n fyne.ThemeSizeName) float32 {
	if v, ok := sizes[n]; ok {
		return v
	}
	return theme.DefaultTheme().Size(n)
}
