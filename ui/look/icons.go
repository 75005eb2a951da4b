package look

import (
	"bytes"
	"fmt"
	"image/color"

	"mercredi/assets"
)

// HasIcon says whether an icon of that name is built in.
func HasIcon(name string) bool {
	_, err := assets.Icons.ReadFile("icons/" + name + ".svg")
	return err == nil
}

// Icon returns the SVG of an icon in a colour. An unknown name panics: names are literals of the program.
func Icon(name string, c color.NRGBA) []byte {
	raw, err := assets.Icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		panic("look: no icon named " + name)
	}
	return bytes.ReplaceAll(raw, []byte("#000000"), fmt.Appendf(nil, "#%02x%02x%02x", c.R, c.G, c.B))
}

// DisciplineIcon returns the pictogram of a discipline key; an unknown key has the icon of a workshop.
func DisciplineIcon(key string) string {
	switch key {
	case "art":
		return "palette"
	case "sophrology":
		return "wind"
	case "psychoeducation":
		return "compass"
	case "psychologist":
		return "messages-square"
	case "cps":
		return "lightbulb"
	case "school":
		return "book-open"
	}
	return "shapes"
}
