package registry

import "mercredi/data"

// PreviewAnonymisation is what would be left of a child: figures alone.
func (r *Registry) PreviewAnonymisation(id data.ID[data.Child]) ([]data.Figure, error) {
	panic("to come")
}

// AnonymiseChild replaces a child by figures. ErrRunning refuses a child that is still in a workshop.
func (r *Registry) AnonymiseChild(id data.ID[data.Child]) error {
	panic("to come")
}
