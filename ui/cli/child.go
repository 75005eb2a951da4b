package cli

import (
	"mercredi/data"
	"mercredi/data/registry"
)

// childOf finds the child that --enfant names, by reference or by whole identifier, archived or not.
func childOf(r *registry.Registry, l line) (data.Child, error) {
	text, err := l.need("enfant")
	if err != nil {
		return data.Child{}, err
	}
	if c, ok := r.ChildReferred(text); ok {
		return c, nil
	}
	return data.Child{}, unknown("Aucun enfant n’a la référence «\u00a0%s\u00a0» dans ce dossier. "+
		"Le journal la donne\u00a0: huit lettres ou chiffres.", text)
}
