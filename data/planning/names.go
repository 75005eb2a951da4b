package planning

// Names are the words for the ids of a problem, as they stand in the middle of a sentence: "Kenza Z.", "groupe 2",
// "sophrologie", "Grande salle", "Irène Salvat". A nil function says the id itself, as the commands do, who have no
// other words.
type Names struct {
	Child, Group, Workshop, Room, Facilitator func(id string) string
}
