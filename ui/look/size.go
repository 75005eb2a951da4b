package look

// Spaces between things.
const (
	Hair   = 4
	Tight  = 8
	Gap    = 12
	Cards  = 14 // between cards
	Wide   = 16
	Margin = 24 // the margin of a page
)

// Heights and widths that several widgets share.
const (
	RailWidth     = 172
	NavHeight     = 38
	Control       = 36 // a button, a field
	ControlSmall  = 30 // a button inside a row or a card; also the smallest target
	ControlTall   = 44 // the unlock screen
	ChipHeight    = 32
	BadgeHeight   = 22
	RowHeight     = 40 // a table row
	HeaderHeight  = 36 // a table header
	AlertHeight   = 52 // a row with an icon tile and two lines
	MenuRowHeight = 48
	TextWidthMax  = 640 // a card of text
	LineMax       = 580 // a line of it: about 90 characters of body text
)

// Radii of corners.
const (
	RadiusTag   = 4
	RadiusBadge = 6
	RadiusField = 8 // button, field, block, row
	RadiusCard  = 12
)

// Icon sizes.
const (
	IconSmall  = 14
	IconMid    = 16
	IconButton = 18
	IconNav    = 20
	IconLarge  = 24
)
