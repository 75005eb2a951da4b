package children_test

import (
	"fmt"
	"testing"

	"mercredi/data"
	"mercredi/ui/children"
	"mercredi/ui/kit"
	"mercredi/ui/page"
	"mercredi/ui/page/pagetest"
)

// BenchmarkTypingOver3000Children is one key in the search box, with the table painted again.
func BenchmarkTypingOver3000Children(b *testing.B) {
	d, w := pagetest.Empty(b)
	for i := range 3000 {
		c := data.Child{FirstName: fmt.Sprintf("Prénom%d", i%700), LastName: fmt.Sprintf("Nom-%d", i)}
		if err := d.Registry.Children.Save(&c); err != nil {
			b.Fatal(err)
		}
	}
	pagetest.Show(w, children.NewList(d, page.Route{Page: page.Children}))
	box := pagetest.Find[*kit.SearchBox](w, "")[0]
	texts := []string{"p", "pr", "pre", "pren", "prenom1", "prenom12", "prenom12 nom"}
	for i := 0; b.Loop(); i++ {
		box.SetText(texts[i%len(texts)])
	}
}
