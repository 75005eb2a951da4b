package fr_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"mercredi/data"
	"mercredi/data/fr"
)

var today = data.NewDate(2026, 11, 22)

func TestParseDateReadsWhatPeopleType(t *testing.T) {
	for typed, want := range map[string]data.Date{
		"": 0, "  ": 0, "1/3/24": 20240301, "01/03/2024": 20240301, "01032024": 20240301, "010324": 20240301,
		"1-3-2024": 20240301, "1.3.2024": 20240301, "1 3 2024": 20240301, "2024-03-01": 20240301, "1/3": 20270301,
		"1 mars 2024": 20240301, "1er mars 2024": 20240301, "1ER MARS 24": 20240301, "le 1er mars 2024": 20240301,
		"1 mars": 20270301, "1er mars": 20270301, "20 janvier": 20270120, "3 oct": 20261003, "3 oct.": 20261003,
		"15 août 2018": 20180815, "15 aout 2018": 20180815, "15 ao\u00fbt\u00a02018": 20180815, "2 févr. 2027": 20270202,
		"4 juil 2026": 20260704, "mercredi 20 janvier": 20270120, "Mer. 20 janv. 2027": 20270120,
		"mardi 20 janvier": 20260120, "dimanche 22 novembre": 20261122, "29 février 2024": 20240229, "29/2/24": 20240229,
		"auj": 20261122, "aujourd'hui": 20261122, "Aujourd’hui": 20261122, "demain": 20261123, "hier": 20261121,
		"après-demain": 20261124, "avant hier": 20261120, "j+7": 20261129, "J + 7": 20261129, "+7": 20261129, "j-3": 20261119,
		"-3": 20261119, "1/1/36": 20360101, "1/1/37": 19370101, "1/1/99": 19990101, "1/1/00": 20000101, "31/12/2199": 21991231,
	} {
		if got, err := fr.ParseDate(typed, today); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
}

func TestParseDateSaysWhyItCannotRead(t *testing.T) {
	for typed, want := range map[string]string{
		"31/02/2026":          "Février n’a pas 31~jours.",
		"31 avril":            "Avril n’a pas 31~jours.",
		"30/2/2024":           "Février n’a pas 30~jours.",
		"29/02/2026":          "L’année 2026 n’est pas bissextile~: février s’arrête au 28.",
		"29 février":          "L’année 2026 n’est pas bissextile~: février s’arrête au 28.",
		"45/1/2026":           "Le jour doit être compris entre 1 et 31.",
		"0/1/2026":            "Le jour doit être compris entre 1 et 31.",
		"3/13/2018":           "Il n’y a pas de mois numéro 13. Écrivez le jour, puis le mois, comme 12/03/2018.",
		"bientôt":             "Écrivez une date comme 12/03/2018.",
		"12 brumaire 2018":    "Écrivez une date comme 12/03/2018.",
		"12 jui 2018":         "Écrivez une date comme 12/03/2018.",
		"1203":                "Écrivez une date comme 12/03/2018.",
		"12/3/2018 ou 2019":   "Écrivez une date comme 12/03/2018.",
		"1/3/024":             "Écrivez l’année avec quatre chiffres, comme 2018.",
		"1/3/1850":            "L’année doit être comprise entre 1900 et 2199.",
		"mardi 20/1":          "Écrivez une date comme 12/03/2018.",
		"jeudi 20 janvier 27": "Le 20~janvier 2027 est un mercredi.",
		"lundi 20 janvier":    "", // 20 January 2025 was a Monday: read below
	} {
		got, err := fr.ParseDate(typed, today)
		if want == "" {
			if got != 20250120 {
				t.Errorf("%q: %v %v", typed, got, err)
			}
			continue
		}
		if !errors.Is(err, data.ErrBadDate) || got != 0 {
			t.Errorf("%q: %v %v", typed, got, err)
		}
		expect(t, typed, fr.Error(err), want)
	}
	if _, err := fr.ParseDate("demain", 0); err == nil {
		t.Error("a day is counted from a today not said")
	}
}

func TestParseDateNeverPanics(t *testing.T) {
	piece := rapid.OneOf(rapid.String(), rapid.StringMatching(`[0-9 /.+-]{0,10}`),
		rapid.SampledFrom([]string{"mars", "mer", "1er", " ", "j+", "auj", "29", "février", "2026", "/", "-"}))
	rapid.Check(t, func(t *rapid.T) {
		typed := piece.Draw(t, "a") + piece.Draw(t, "b") + piece.Draw(t, "c")
		now := rapid.SampledFrom([]data.Date{0, today, 99991231, 10101}).Draw(t, "today")
		d, err := fr.ParseDate(typed, now)
		if err != nil && (d != 0 || !errors.Is(err, data.ErrBadDate) || fr.Error(err) == "") {
			t.Fatalf("%q: %v %v", typed, d, err)
		}
		if err == nil && !d.IsZero() && !d.Valid() {
			t.Fatalf("%q reads as the impossible %d", typed, d)
		}
	})
}

func TestEveryWrittenDateReadsBack(t *testing.T) {
	start := data.NewDate(1900, 1, 1)
	rapid.Check(t, func(t *rapid.T) {
		d := start.AddDays(rapid.IntRange(0, start.DaysUntil(data.NewDate(2199, 12, 31))).Draw(t, "day"))
		for _, text := range []string{fr.Date(d), fr.DateLong(d), fr.DateDigits(d), d.String(), fr.Capital(fr.Date(d))} {
			if got, err := fr.ParseDate(text, today); got != d {
				t.Fatalf("%q reads as %v: %v", text, got, err)
			}
		}
		near := today.AddDays(rapid.IntRange(-180, 180).Draw(t, "near"))
		for _, text := range []string{fr.DayMonth(near), fr.DateShort(near)} {
			if got, err := fr.ParseDate(text, today); got != near {
				t.Fatalf("%q reads as %v: %v", text, got, err)
			}
		}
	})
}

func TestParseTimeReadsWhatPeopleType(t *testing.T) {
	for typed, want := range map[string]data.TimeOfDay{
		"": 0, "14h": data.At(14, 0), "14h30": data.At(14, 30), "14:30": data.At(14, 30), "1430": data.At(14, 30),
		"9": data.At(9, 0), "9h05": data.At(9, 5), "930": data.At(9, 30), "0930": data.At(9, 30), "14 h 30": data.At(14, 30),
		"14\u00a0h\u00a030": data.At(14, 30), "14.30": data.At(14, 30), "14 30": data.At(14, 30), "14H30": data.At(14, 30),
		"14 heures 30": data.At(14, 30), "9 heures": data.At(9, 0), "1 heure": data.At(1, 0), "midi": data.At(12, 0),
		"0h30": data.At(0, 30), "14h30min": data.At(14, 30),
	} {
		if got, err := fr.ParseTime(typed); err != nil || got != want {
			t.Errorf("%q: %v %v, want %v", typed, got, err, want)
		}
	}
	for typed, want := range map[string]string{
		"25h":   "Les heures vont de 0 à 23.",
		"14h75": "Les minutes vont de 0 à 59.",
		"0h":    "Minuit ne peut pas être noté. Écrivez une heure comme 14~h~30.",
		"tôt":   "Écrivez une heure comme 14~h~30.",
		"14h5":  "Écrivez une heure comme 14~h~30.",
		"14305": "Écrivez une heure comme 14~h~30.",
	} {
		got, err := fr.ParseTime(typed)
		if got != 0 || !errors.Is(err, fr.ErrBadTime) {
			t.Errorf("%q: %v %v", typed, got, err)
		}
		expect(t, typed, fr.Error(err), want)
	}
}

func TestEveryWrittenTimeReadsBack(t *testing.T) {
	for minute := 1; minute < 24*60; minute++ {
		if got, err := fr.ParseTime(fr.Time(data.TimeOfDay(minute))); int(got) != minute {
			t.Fatalf("%s reads as %v: %v", fr.Time(data.TimeOfDay(minute)), got, err)
		}
	}
}
