package export

import (
	"mercredi/data"
	"mercredi/data/fr"
)

// whom is who is led to a structure, "" when it is not said.
func whom(w data.Whom) string {
	if w == data.WhomUnsaid {
		return ""
	}
	return fr.Whom(w)
}
