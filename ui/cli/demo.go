package cli

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/data/registry"
	"mercredi/data/sample"
	"mercredi/data/vault"
)

// demo makes a folder with an invented town in it, under a password that it says.
func demo(w World, l line) error {
	children, err := l.number("enfants", 64, 10, 10_000)
	if err != nil {
		return err
	}
	years, err := l.number("annees", 2, 1, 10)
	if err != nil {
		return err
	}
	seed, err := l.number("graine", 1, 0, 1<<31-1)
	if err != nil {
		return err
	}
	phrase, err := newPhrase(w)
	if err != nil {
		return err
	}
	town, err := sample.New(sample.Options{Children: children, Years: years, Seed: uint64(seed), Today: w.today()})
	if err != nil {
		return fmt.Errorf("making the sample town: %w", err)
	}
	founder, err := coordinator(&town)
	if err != nil {
		return err
	}
	w.Cost = cmp.Or(w.Cost, demoCost)
	r, err := registry.CreateFilledFolder(l.words[0], registry.Founder{Member: founder, Password: phrase}, w.registryWorld(), func(r *registry.Registry) error {
		if err := town.Keep(r); err != nil {
			return err
		}
		return giveKeys(r, founder, phrase)
	})
	if err != nil {
		return err
	}
	if err := r.Close(); err != nil {
		return err
	}
	tell(w, l.words[0], town)
	fmt.Fprintf(w.Stdout, "Phrase de passe\u00a0: %s\n", phrase)
	fmt.Fprintf(w.Stdout, "Elle ouvre le dossier pour chaque membre de l’équipe. Choisissez %s (coordination).\n", founder.FullName())
	return nil
}

// demoCost is what a guess at the phrase of an invented town costs: the least there is, a key is made for each member.
var demoCost = vault.Cost{MemoryKiB: 64 << 10, Passes: 3, Lanes: 4}

// coordinator is the first coordinator of the town.
func coordinator(town *sample.Town) (*data.Member, error) {
	i := slices.IndexFunc(town.Members, func(m data.Member) bool { return m.Role == data.RoleCoordinator })
	if i < 0 {
		return nil, errors.New("making the sample town: nobody coordinates it")
	}
	return &town.Members[i], nil
}

// giveKeys gives the other members of the town a key under the same phrase, by what they do.
func giveKeys(r *registry.Registry, founder *data.Member, phrase string) error {
	access := map[data.Role]vault.Access{
		data.RoleCoordinator: vault.Coordination, data.RoleKeyWorker: vault.KeyWorking, data.RolePsychologist: vault.KeyWorking,
		data.RoleAssistant: vault.Technical,
	}
	for _, m := range r.Members.All() {
		if m.ID == founder.ID {
			continue
		}
		if err := r.AddSlot(m.ID, cmp.Or(access[m.Role], vault.ReadOnly), phrase); err != nil {
			return err
		}
	}
	return nil
}

// tell says what is in the town.
func tell(w World, dir string, t sample.Town) {
	fmt.Fprintf(w.Stdout, "Le dossier «\u00a0%s\u00a0» contient une ville inventée, %s\u00a0:\n", dir, t.Settings.Town)
	fmt.Fprintf(w.Stdout, "  %s, %s, %s, %s\n",
		fr.Count(len(t.Children), "enfant", "enfants"), fr.Count(len(t.Families), "famille", "familles"),
		fr.Count(len(t.Members), "membre de l’équipe", "membres de l’équipe"), fr.Count(len(t.Partners), "partenaire", "partenaires"))
	fmt.Fprintf(w.Stdout, "  %s, %s, %s, %s\n",
		fr.Count(len(t.Cycles), "cycle", "cycles"), fr.Count(len(t.Groups), "groupe", "groupes"),
		fr.Count(len(t.Sessions), "séance", "séances"), fr.Count(len(t.Bilans)+len(t.GroupBilans), "bilan", "bilans"))
}

// phraseWords is how many words make a phrase: 6 words of 64 give 36 bits, enough for an invented town.
const phraseWords = 6

// newPhrase draws a password that can be read aloud and typed.
func newPhrase(w World) (string, error) {
	words := strings.Fields(phraseList)
	picked := make([]string, phraseWords)
	for i := range picked {
		n, err := rand.Int(w.Random, big.NewInt(int64(len(words))))
		if err != nil {
			return "", fmt.Errorf("drawing a phrase: %w", err)
		}
		picked[i] = words[n.Int64()]
	}
	return strings.Join(picked, " "), nil
}

// phraseList has 64 short words without accent: they are typed on any keyboard.
const phraseList = `abri arbre avril balle banc bateau bois bol brume cabane canal carte chaise chemin colline compas
corde coton crayon dune erable falaise ferme feuille fleur fougere galet gomme grange hibou jardin lac
laine lampe liste loutre lune maison marche mesange miel moulin nappe nuage olive panier papier parc
pelote phare plage plume pomme pont prairie renard rive ruche sable sapin tambour tilleul vague vallon`
