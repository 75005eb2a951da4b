// Package assets holds the files built into the program: fonts, icons, the symbol font and the colour profile
// of the papers. Where each comes from, and under which licence, is written in PROVENANCE.md beside this file.
package assets

import "embed"

// The text font, Atkinson Hyperlegible Next (SIL OFL 1.1). The "Figures" faces carry tabular figures as their
// default digits, for columns of numbers.
var (
	//go:embed fonts/AtkinsonHyperlegibleNext-Regular.ttf
	FontRegular []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-SemiBold.ttf
	FontSemiBold []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-Figures-Regular.ttf
	FontFiguresRegular []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-Figures-SemiBold.ttf
	FontFiguresSemiBold []byte
)

// FontSymbols is a small DejaVu Sans subset with the signs the text font lacks: ☐ ☑ ✓ → ★ ● and the like.
//
//go:embed pdf/PRE-Symboles.ttf
var FontSymbols []byte

// ProfileSRGB is the ICC profile that papers name as their output intent.
//
//go:embed pdf/srgb.icc
var ProfileSRGB []byte

// Icons holds the Lucide icons as filled outlines, one SVG a file, black: icons/<name>.svg.
//
//go:embed icons/*.svg
var Icons embed.FS
