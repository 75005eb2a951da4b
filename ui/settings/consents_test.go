package settings_test

import (
	"testing"

	"mercredi/data"
	"mercredi/data/fr"
	"mercredi/ui/kit"
	"mercredi/ui/page/pagetest"
)

func TestTheTeamWritesItsOwnWordsOfAnAgreementAndTakesThemBack(t *testing.T) {
	d, w := open(t, "papiers")
	pagetest.Shoot(t, w, "reglages-papiers")
	ours := fr.ConsentText(data.ConsentPictures, nil)
	edit := func(why string) {
		pagetest.Find[*kit.AlertRow](w, fr.Capital(fr.ConsentScope(data.ConsentPictures, "")))[0].OnTapped()
		pagetest.Shoot(t, w, "reglages-accord")
		pagetest.Find[*kit.TextField](w, "Pourquoi")[0].SetText(why)
		pagetest.Find[*kit.Button](w, "Enregistrer")[0].OnTapped()
	}
	edit("Pour l’exposition de juin.")
	kept := d.Registry.Settings().ConsentTexts
	if len(kept) != 1 || kept[0].Why != "Pour l’exposition de juin." || kept[0].What != "" || len(w.Failures) > 0 {
		t.Fatalf("kept %+v, failures %v", kept, w.Failures)
	}
	if got := fr.ConsentText(data.ConsentPictures, kept); got.What != ours.What {
		t.Errorf("families read %q", got.What)
	}
	edit("")
	if kept := d.Registry.Settings().ConsentTexts; len(kept) != 0 {
		t.Errorf("still %+v", kept)
	}
}

func TestTheContactForRightsIsKept(t *testing.T) {
	d, w := open(t, "papiers")
	pagetest.Find[*kit.AlertRow](w, "À qui s’adresser pour ses données")[0].OnTapped()
	pagetest.Find[*kit.TextField](w, "Nom, téléphone ou courriel")[0].SetText("Le délégué, 01 02 03 04 05")
	pagetest.Find[*kit.Button](w, "Enregistrer")[0].OnTapped()
	if got := d.Registry.Settings().RightsContact; got != "Le délégué, 01 02 03 04 05" || len(w.Failures) > 0 {
		t.Errorf("kept %q, %v", got, w.Failures)
	}
}
