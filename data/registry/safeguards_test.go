package registry_test

import (
	"strings"
	"testing"

	"mercredi/data"
)

func TestProcessingRecordSaysWithWhomFamiliesShareAndWhatIsSet(t *testing.T) {
	f := emptyFolder(t)
	keep(f.Children, data.Child{FirstName: "Lila", LastName: "Sample", Consents: []data.Consent{
		{Scope: data.ConsentFollowUp, Given: data.Yes}, {Scope: data.ConsentShareSchool, Given: data.Yes},
		{Scope: data.ConsentSharePartner, Recipient: "CMP", Given: data.No},
	}})
	safety := f.Safety()
	safety.Places = []data.BackupPlace{{Path: t.TempDir(), Ring: true}, {Path: t.TempDir()}}
	check(f.SaveSafety(&safety))
	_, _, err := f.AddPaperKey("Clé de secours 1")
	check(err)
	v := f.ProcessingRecord(func(s data.ConsentScope) string {
		return map[data.ConsentScope]string{data.ConsentShareSchool: "school"}[s]
	})
	want(t, "recipients", strings.Join(v.Recipients, ", "), "school")
	want(t, "places, carriers, papers, members", [4]int{v.Places, v.Carriers, v.PaperKeys, v.Members}, [4]int{2, 1, 1, 1})
	want(t, "retention, idle", [2]int{v.RetentionMonths, v.IdleMinutes}, [2]int{24, 10})
	want(t, "children", f.ImpactAid().Children, 1)
}
