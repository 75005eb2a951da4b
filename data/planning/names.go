package planning

// Names are the words for the ids of a problem, for sentences: "Kenza Z.", "groupe 2", "sophrologie", "Grande salle",
// "Irène Salvat". The commands, that have no other words, say the ids. A nil function says the id too.
type Names struct {
	Child, Group, Workshop, Room, Facilitator func(id string) string
	// Feminine reports whether the sentence agrees with a girl; nil, or false, takes the neutral wording.
	Feminine func(child string) bool
}
