package sample

import "mercredi/data"

// writeBilans writes what has been said of each child: in the middle of a cycle that asks for it, and at its end.
func (b *builder) writeBilans(l *groupLife) {
	for n, k := range l.kids {
		if l.entries[n].State == data.Left {
			continue
		}
		if after := l.workshop.MidBilanAfter; after > 0 && l.past > after+1 && !b.isLate(l, k) {
			b.addBilan(l, k, data.MomentMid, data.BilanFinal)
		}
		if state, written := b.endState(l, n); written {
			b.addBilan(l, k, data.MomentEnd, state)
		}
	}
	if l.closed && l.group.Capacity > 1 {
		b.addGroupBilan(l)
	}
}

// isLate tells the child of the mockups whose mid-cycle bilan has not been written.
func (b *builder) isLate(l *groupLife, k *kid) bool {
	return b.is(l, data.ArtTherapy, 1, 0) && k.first == "Noé" && !l.closed
}

// endState is where the end bilan of the n-th child stands. All are final once the cycle is closed.
func (b *builder) endState(l *groupLife, n int) (state data.BilanState, written bool) {
	switch {
	case l.closed:
		return data.BilanFinal, true
	case b.is(l, data.ArtTherapy, 1, 0) && l.nearEnd():
		name := l.kids[n].first
		return data.BilanDraft, name == "Lila" || name == "Kenza" || name == "Aminata"
	case b.is(l, data.Psychoeducation, 1, 0) && l.nearEnd():
		return data.BilanFinal, n < 4
	case l.over:
		return oneOf(b.draw, []data.BilanState{data.BilanFinal, data.BilanFinal, data.BilanDraft}), b.draw.chance(75)
	}
	return 0, false
}

func (b *builder) addBilan(l *groupLife, k *kid, m data.Moment, state data.BilanState) {
	x := data.Bilan{
		ChildID: b.town.Children[k.index].ID, CycleID: l.cycle, GroupID: l.group.ID, Moment: m, State: state,
		AuthorID: k.keyWorker,
	}
	end := l.dates[l.rankOf(m)]
	yesterday := b.opts.Today.AddDays(-1)
	x.SavedOn = weekday(min(end.AddDays(b.draw.between(1, 13)), yesterday), -1)
	if b.scripted(l, k) && m == data.MomentEnd {
		writeLila(&x)
	} else {
		b.writeBilan(l, k, &x)
	}
	if state == data.BilanFinal {
		x.FinalOn, x.FinalByID = x.SavedOn, x.AuthorID
		x.FamilyOn = weekday(x.FinalOn.AddDays(b.draw.between(2, 9)), 1)
		if x.Next == "" {
			x.Next = b.next(l, k)
		}
	}
	x.ID = id[data.Bilan](b.draw)
	b.town.Bilans = append(b.town.Bilans, x)
}

// writeBilan composes the text: strengths first, what was seen and heard, never a diagnosis.
func (b *builder) writeBilan(l *groupLife, k *kid, x *data.Bilan) {
	d := l.discipline
	x.Context = b.pick("context."+string(d), 1, k, d)
	x.Strengths = b.pick("strengths", 2, k, d)
	x.Watch = b.pick("watch", 1, k, d)
	x.ChildWords = b.pick("child", 1, k, d)
	x.Synthesis = b.pick("opening", 1, k, d) + " " + b.pick("course", b.draw.between(1, 2), k, d)
	if x.State == data.BilanFinal || b.draw.chance(50) {
		x.FamilyWords = b.pick("family", 1, k, d)
	}
	if x.State == data.BilanFinal || b.draw.chance(30) {
		x.SchoolWords = b.pick("school", 1, k, d)
	}
	if x.Moment == data.MomentEnd {
		x.Synthesis += " " + b.pick("change", 1, k, d)
	}
}

func (b *builder) next(l *groupLife, k *kid) string {
	if l.discipline == data.Psychologist {
		return b.pick("next.psychologist", 1, k, l.discipline)
	}
	return b.pick("next", 1, k, l.discipline)
}

// writeLila writes the bilan of the mockup.
func writeLila(x *data.Bilan) {
	x.Context = "L’école et la mère souhaitent que Lila ose dire ce qu’elle ressent. Objectif : prendre la parole dans un petit groupe."
	x.Strengths = "Grande imagination. Aide volontiers les plus jeunes à ranger et à construire."
	x.Watch = "Le bruit la met encore à distance : prévoir un coin calme."
	x.ChildWords = "« J’aime quand la marionnette parle à ma place. »"
	x.FamilyWords = "« Le soir, elle raconte davantage sa journée. »"
	x.SchoolWords = "« Elle lève la main, parfois sans qu’on l’invite. »"
	x.Synthesis = "D’abord en retrait, Lila s’est appuyée sur la marionnette pour mettre des mots sur ce qu’elle ressent. " +
		"Depuis décembre, elle prend la parole en son nom et accepte de jouer devant le groupe."
	if x.State == data.BilanFinal {
		x.Next = "Poursuivre au cycle 2."
	}
}

func (b *builder) addGroupBilan(l *groupLife) {
	d := l.discipline
	x := data.GroupBilan{
		GroupID: l.group.ID, CycleID: l.cycle, Moment: data.MomentEnd, State: data.BilanFinal,
		Course: b.pick("course.group", 1, nil, d), Dynamics: b.pick("dynamics", 1, nil, d),
		Works: b.pick("works", 1, nil, d), Adjust: b.pick("adjust", 1, nil, d), Next: b.pick("next.group", 1, nil, d),
		FinalOn:  weekday(min(l.dates[l.count-1].AddDays(b.draw.between(3, 13)), b.opts.Today.AddDays(-1)), -1),
		AuthorID: b.town.Members[0].ID,
	}
	x.ID = id[data.GroupBilan](b.draw)
	b.town.GroupBilans = append(b.town.GroupBilans, x)
}
