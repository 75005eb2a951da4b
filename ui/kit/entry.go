package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// OnShortcut is offered every shortcut that a text field has no use for (Ctrl+K, Ctrl+S…): Fyne would swallow it.
// The shell sets it; true means taken.
var OnShortcut func(fyne.Shortcut) bool

// entry is Fyne's text entry without its box, for our own frame: it says when the keyboard comes and goes, and lets
// Enter, Escape and the window's shortcuts through.
type entry struct {
	widget.Entry
	onFocus  func(bool)
	onEnter  func() // single line only
	onKey    func(*fyne.KeyEvent) bool
	onEscape func()
	place    cursorPlace
}

// newEntry makes a bare entry; dress puts it on screen.
func newEntry(lines bool) *entry {
	e := &entry{}
	e.MultiLine = lines
	e.Scroll = fyne.ScrollHorizontalOnly
	if lines {
		e.Wrapping = fyne.TextWrapWord
	}
	e.ExtendBaseWidget(e)
	return e
}

// dress puts a bare entry in our frame's theme.
func dress(e *entry) fyne.CanvasObject { return container.NewThemeOverride(e, bareTheme{}) }

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	Reveal(e)
	if e.onFocus != nil {
		e.onFocus(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if e.onKey != nil && e.onKey(k) {
		return
	}
	switch {
	case k.Name == fyne.KeyEscape:
		if e.onEscape != nil {
			e.onEscape()
			return
		}
		Escape(e)
	case !e.MultiLine && e.onEnter != nil && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		e.onEnter()
	default:
		e.pressed(k)
	}
}

// AcceptsTab keeps Tab for going from field to field, also in a note.
func (e *entry) AcceptsTab() bool { return false }

// TypedShortcut implements fyne.Shortcutable.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && OnShortcut != nil && OnShortcut(custom) {
		return
	}
	if _, ok := s.(*fyne.ShortcutPaste); ok {
		e.edit(true, func() { e.Entry.TypedShortcut(s) })
		return
	}
	e.Entry.TypedShortcut(s)
}

// bareTheme is the theme in use without the box of an entry.
type bareTheme struct{}

func (bareTheme) theme() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }

func (b bareTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder:
		return color.Transparent
	case theme.ColorNameShadow: // the text is cut at the edge of the box, without a shade
		return color.Transparent
	case theme.ColorNameDisabled: // read-only text is for reading
		n = theme.ColorNameForeground
	}
	return b.theme().Color(n, v)
}

func (b bareTheme) Font(st fyne.TextStyle) fyne.Resource    { return b.theme().Font(st) }
func (b bareTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return b.theme().Icon(n) }
func (b bareTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameInputBorder, theme.SizeNameScrollBar, theme.SizeNameScrollBarSmall:
		return 0
	case theme.SizeNameInnerPadding:
		return entryPad
	}
	return b.theme().Size(n)
}

// entryPad is the space that the bare entry leaves around its text.
const entryPad = 6
