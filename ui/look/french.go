package look

import (
	_ "embed"

	"fyne.io/fyne/v2/lang"
)

//go:embed fyne.fr.json
var fyneInFrench []byte

// UseFrench makes Fyne's own words French whatever the language of the system. Call it once the application
// exists and before its first window.
func UseFrench() error {
	return lang.AddTranslationsForLocale(fyneInFrench, lang.SystemLocale())
}
