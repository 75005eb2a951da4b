package sample

import (
	"fmt"
	"time"

	"mercredi/data"
)

// kid is a child while the town is being invented.
type kid struct {
	index          int // in town.Children and builder.kids
	first          string
	sex            data.Sex
	birth          data.Date // the true one, even when the file does not hold it
	part           *part     // nil for a child who is not in the mockups
	from, to       int       // school years of the follow-up; to is 0 when it goes on
	available      bool      // can be placed in workshops
	rate, baseline int       // how regular, in percent, and the usual starting level
	busy           []busy
	placed         int  // places this year
	waits          bool // already on a waiting list
	cycle          *run // the last cycle in which the child was placed
	keyWorker      data.ID[data.Member]
}

// busy is a time already taken by a group.
type busy struct {
	first, last data.Date
	start       data.TimeOfDay
	minutes     int
}

// free reports whether the child has nothing at that time.
func (k *kid) free(x busy) bool {
	for _, y := range k.busy {
		if x.first <= y.last && y.first <= x.last && data.Overlaps(x.start, x.minutes, y.start, y.minutes) {
			return false
		}
	}
	return true
}

// follows reports whether the child is followed during a school year.
func (k *kid) follows(year int) bool {
	return k.available && k.from <= year && (k.to == 0 || year <= k.to)
}

// Grades of the children who are not in the mockups, this year. Recent towns need many pupils of CP, old ones a
// wider spread, since the collégiens of today were the pupils of CP five years ago.
var (
	youngGrades = spread(map[data.Grade]int{
		data.TPS: 1, data.PS: 1, data.MS: 1, data.GS: 2, data.CP: 11, data.CE1: 9, data.CE2: 2, data.CM1: 2, data.CM2: 1,
		data.Sixieme: 4, data.Cinquieme: 3, data.Quatrieme: 1, data.Troisieme: 1, data.Premiere: 1, data.Terminale: 1,
	})
	wideGrades = spread(map[data.Grade]int{
		data.TPS: 1, data.PS: 1, data.MS: 1, data.GS: 1, data.CP: 7, data.CE1: 7, data.CE2: 7, data.CM1: 6, data.CM2: 6,
		data.Sixieme: 5, data.Cinquieme: 4, data.Quatrieme: 3, data.Troisieme: 2, data.Seconde: 2, data.Premiere: 1,
		data.Terminale: 1,
	})
)

func spread(counts map[data.Grade]int) []data.Grade {
	var out []data.Grade
	for g := data.TPS; g <= data.Terminale; g++ {
		for range counts[g] {
			out = append(out, g)
		}
	}
	return out
}

// settleChildren writes the mockups' children first, then invents the others quarter by quarter.
func (b *builder) settleChildren() {
	for i := range cast {
		if i < b.opts.Children {
			b.addCast(&cast[i])
		}
	}
	grades := youngGrades
	if b.opts.Years > 2 {
		grades = wideGrades
	}
	grades = append([]data.Grade(nil), grades...)
	for i := 0; len(b.kids) < b.opts.Children; i++ {
		if i%len(grades) == 0 {
			b.draw.Shuffle(len(grades), func(i, j int) { grades[i], grades[j] = grades[j], grades[i] })
		}
		q := b.quarters[0]
		if len(b.kids) >= 64 {
			q = b.quarters[len(b.kids)%len(b.quarters)]
		}
		b.addInvented(q, grades[i%len(grades)])
	}
}

func (b *builder) addCast(p *part) {
	birth := data.NewDate(birthYearOf(p.grade, b.year), time.Month(p.birthday/100), p.birthday%100)
	k := b.addKid(b.quarters[0], p.first, p.sex, birth)
	k.part, k.keyWorker, k.rate = p, b.member(p.keyWorker), 92
	c := &b.town.Children[k.index]
	c.LastName = p.last
	c.SchoolID = b.town.Schools[p.school].ID
	c.KeyWorkerID = k.keyWorker
	if k.first == "Lila" {
		c.Fragilities = []string{"émotions", "confiance en soi", "inhibition"}
		c.Strengths = []string{"imagination", "aide les plus jeunes"}
		c.PriorityArea = data.Yes
		c.PickUp = "Vient avec sa mère ou sa tante."
	}
}

func (b *builder) addInvented(q *quarter, grade data.Grade) {
	sex, pool := data.Girl, "girls"
	if b.draw.chance(54) {
		sex, pool = data.Boy, "boys"
	}
	birth := data.NewDate(birthYearOf(grade, b.year), time.Month(b.draw.between(1, 12)), b.draw.between(1, 28))
	if birth > b.opts.Today.AddDays(-730) {
		birth = b.opts.Today.AddDays(-730 - b.draw.between(10, 90))
	}
	k := b.addKid(q, b.firstName(q, pool), sex, birth)
	c := &b.town.Children[k.index]
	c.SchoolID = b.schoolFor(q, grade)
	c.KeyWorkerID = k.keyWorker
}

// firstName avoids two children of the same name in one quarter as long as the pool allows it.
func (b *builder) firstName(q *quarter, pool string) string {
	name := ""
	for range 20 {
		name = oneOf(b.draw, b.texts.names(pool))
		taken := false
		for _, k := range q.kids {
			taken = taken || k.first == name
		}
		if !taken {
			break
		}
	}
	return name
}

func (b *builder) addKid(q *quarter, first string, sex data.Sex, birth data.Date) *kid {
	workers := b.keyWorkers()
	k := &kid{
		index: len(b.kids), first: first, sex: sex, birth: birth, available: true,
		rate: b.draw.between(76, 98), baseline: b.draw.between(1, 3),
		keyWorker: workers[(len(b.kids)/3+q.index*2)%len(workers)],
	}
	c := data.Child{
		FirstName: first, Sex: sex, BirthDate: birth, Grade: gradeIn(birth.Year(), b.year),
		PriorityArea: answer(b.draw.chance(78)), Fragilities: b.some(b.town.Settings.Fragilities, 1, 3),
		Strengths: b.some(strengths, 0, 2),
	}
	if list := pickUps; b.draw.chance(40) {
		if birth.AgeOn(b.opts.Today) > 9 {
			list = alone
		}
		c.PickUp = agree(oneOf(b.draw, list), k)
	}
	c.ID = id[data.Child](b.draw)
	b.town.Children = append(b.town.Children, c)
	b.kids = append(b.kids, k)
	q.kids = append(q.kids, k)
	return k
}

var strengths = []string{
	"imagination", "aide les plus jeunes", "humour", "curiosité", "sport", "dessin", "musique", "persévérance",
	"sens de l’observation", "mémoire", "douceur", "goût de la lecture", "bricolage", "cuisine", "sociable", "autonomie",
}

var pickUps = []string{
	"Vient avec sa mère.", "Vient avec son père.", "Vient avec sa grand-mère.",
	"{Accompagné/Accompagnée} par l’animatrice du centre social.", "Vient avec un voisin ; appeler la famille en cas de retard.",
	"Vient avec une voisine.", "Le taxi de la ville dépose trois enfants à 13\u00a0h\u00a050.",
}

var alone = []string{"Rentre seul{/e}, autorisation signée.", "Prend le bus seul{/e}.", "Vient avec son père."}

// some draws low to high different elements.
func (b *builder) some(list []string, low, high int) []string {
	var out []string
	for _, i := range b.draw.Perm(len(list))[:b.draw.between(low, high)] {
		out = append(out, list[i])
	}
	return out
}

func (b *builder) schoolFor(q *quarter, grade data.Grade) data.ID[data.School] {
	want := data.Primary
	switch {
	case grade >= data.Seconde:
		want = data.HighSchool
	case grade >= data.Sixieme:
		want = data.MiddleSchool
	}
	var fit []int
	for _, i := range q.schools {
		if b.town.Schools[i].Kind == want {
			fit = append(fit, i)
		}
	}
	return b.town.Schools[oneOf(b.draw, fit)].ID
}

// settleFamilies puts the children in homes: about 40 families for 64 children, with twins, brothers and sisters.
func (b *builder) settleFamilies() {
	for _, q := range b.quarters {
		homes := max(1, (len(q.kids)*5+4)/8)
		last := len(q.kids) - 1
		for i, k := range q.kids {
			c := &b.town.Children[k.index]
			if i < homes {
				c.FamilyID = b.addFamily(c, i)
				continue
			}
			elder := b.elderFor(q, k, i-homes)
			eldest := b.town.Children[elder.index]
			c.FamilyID, c.LastName = eldest.FamilyID, eldest.LastName
			if i == last && elder.part == nil {
				c.BirthDate, c.Grade, c.SchoolID = elder.birth, eldest.Grade, eldest.SchoolID // twins
				k.birth = elder.birth
			}
		}
	}
}

// elderFor chooses the child whose home the n-th younger one shares: not one of the first, whom the mockups show alone,
// and nobody born in the same months.
func (b *builder) elderFor(q *quarter, k *kid, n int) *kid {
	homes := max(1, (len(q.kids)*5+4)/8)
	elder := q.kids[(homes/4+n)%homes]
	for try := range homes {
		elder = q.kids[(homes/4+n+try)%homes]
		apart := elder.birth.DaysUntil(k.birth)
		if apart > 330 || apart < -330 {
			break
		}
	}
	return elder
}

// addFamily writes the home of a child. n numbers the families of a quarter: some of them have the gaps of real files.
func (b *builder) addFamily(c *data.Child, n int) data.ID[data.Family] {
	if c.LastName == "" {
		c.LastName = b.familyName()
	}
	f := data.Family{Name: c.LastName, Address: b.address()}
	f.ID = id[data.Family](b.draw)
	mother := b.guardian(data.Mother, c.LastName)
	f.Guardians = []data.Guardian{mother}
	switch {
	case n%11 == 4: // separated parents, two homes
		father := b.guardian(data.Father, b.familyName())
		f.Guardians = append(f.Guardians, father)
		f.Notes = "Parents séparés : une semaine sur deux. Prévenir les deux."
	case n%11 == 7: // raised by a grandmother
		f.Guardians = []data.Guardian{b.guardian(data.Grandparent, c.LastName)}
		f.Notes = "L’enfant vit chez sa grand-mère ; délégation d’autorité parentale."
	case b.draw.chance(45):
		f.Guardians = append(f.Guardians, b.guardian(data.Father, c.LastName))
	}
	if n%13 == 6 {
		f.Guardians[0].Phone = ""
		f.Notes = "Numéro de téléphone à redemander."
	}
	if n%9 == 5 {
		f.Interpreter = oneOf(b.draw, []string{"arabe", "portugais", "soninké", "turc", "dari", "tamoul"})
	}
	if b.draw.chance(50) {
		f.BestTime = oneOf(b.draw, []string{"après 17\u00a0h", "le matin", "entre midi et 14\u00a0h", "par message"})
	}
	b.town.Families = append(b.town.Families, f)
	return f.ID
}

func (b *builder) guardian(r data.Relation, last string) data.Guardian {
	g := data.Guardian{
		FirstName: oneOf(b.draw, b.texts.names(map[data.Relation]string{
			data.Mother: "women", data.Grandparent: "women", data.Father: "men",
		}[r])),
		LastName: last, Relation: r, Authority: data.Yes, Phone: b.phone(),
	}
	if b.draw.chance(70) {
		g.Email = fmt.Sprintf("%s.%s@courriel.example", ascii(g.FirstName), ascii(last))
	}
	return g
}
