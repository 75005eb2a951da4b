package keys

import (
	"fmt"
	"unicode/utf8"

	"mercredi/data/fr"
	"mercredi/data/vault"
	"mercredi/ui/kit"
)

// NewPassword is a password to choose, typed twice. Length is the only rule.
func NewPassword() (password, again *kit.TextField) {
	password = kit.NewPasswordField("Mot de passe", passwordWords(""))
	password.Needed = "Choisissez un mot de passe."
	password.Valid = func(text string) string {
		if utf8.RuneCountInString(text) < vault.MinPasswordLength {
			return fr.Error(vault.ErrWeakPassword)
		}
		return ""
	}
	password.OnChange = func(text string) { password.SetHelp(passwordWords(text)) }
	again = kit.NewPasswordField("Le même mot de passe", "")
	again.Needed = "Tapez-le une deuxième fois."
	again.Valid = func(text string) string {
		if text != password.Text() {
			return "Les deux mots de passe sont différents. Tapez le même."
		}
		return ""
	}
	return password, again
}

// passwordWords say how strong a password is, by its length.
func passwordWords(text string) string {
	n := utf8.RuneCountInString(fr.Typed(text))
	switch {
	case n == 0:
		return fmt.Sprintf("Au moins %d\u00a0caractères. Quatre mots à la suite se retiennent bien.", vault.MinPasswordLength)
	case n < vault.MinPasswordLength:
		return "Encore " + fr.Count(vault.MinPasswordLength-n, "caractère", "caractères") + "."
	case n < vault.MinPasswordLength+6:
		return "Assez long. Un mot de plus le rend bien plus solide."
	}
	return "Solide."
}
