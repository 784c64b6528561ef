package coder

import (
	"slices"
	"strings"

	"tachiba/data/lexicon"
	"tachiba/model"
)

// sureImplied is how much of a finding's confidence is left when its topic is
// supplied from the sentences before.
const sureImplied = 0.7

// implied returns what a sentence that names no topic says of the one that the
// text was about: 欧州は懸念を示した。 Somebody must take a plain stance.
func (r *reading) implied(s *story) []finding {
	topic := s.unsaid()
	inside := false
	var out []finding
	for i, c := range r.clauses {
		for _, m := range r.between(c.start, c.end) {
			if m.Kind == lexicon.Topic && !r.setting(m, c) {
				topic, inside = &m, true
			}
		}
		if topic == nil || r.lex.Event(topic.Topic) || topic.Start >= c.start && inside {
			continue
		}
		h := r.who[i]
		p := r.subjectIn(c)
		if p == nil || h.third || len(h.actors) == 0 || c.ending == protasis {
			continue
		}
		from := *topic
		from.Start, from.End = p.end, p.end
		v := r.weigh(from, c.end)
		if p.relative && r.outspoken(c.start, p.start) {
			from.Start, from.End = c.start, c.start
			v = r.weigh(from, p.start)
		} else if !v.evident || !r.outspoken(p.end, c.end) {
			continue
		}
		if r.busyWith(p.end, c.end) {
			continue
		}
		h.sure *= sureImplied
		from.Start, from.End = c.start, c.start
		out = append(out, h.says(r, from, v)...)
	}
	return out
}

// attitudes returns what names with an attitude say of a topic: 欧州の反発,
// ベルギーの慎重論. The topic is the nearest one before, else the one after.
func (r *reading) attitudes(s *story) []finding {
	var out []finding
	for i := range r.phrases {
		p := &r.phrases[i]
		of := r.markAt(p.end + len("の"))
		if p.third || len(p.actors) == 0 || of < 0 || !strings.HasPrefix(r.text[p.end:], "の") || r.marks[of].Kind != lexicon.Cue {
			continue
		}
		attitude := r.marks[of]
		if attitude.Effect != lexicon.Opposes || strings.HasPrefix(r.text[attitude.End:], "なし") {
			continue
		}
		unsaid := s.unsaid()
		topic := unsaid
		for j := range r.marks {
			if m := &r.marks[j]; m.Kind == lexicon.Topic && (m.End <= p.start || topic == unsaid) {
				topic = m
			}
		}
		if topic == nil {
			continue
		}
		v := verdict{sign: topic.Sign, evident: true, cue: r.text[attitude.Start:attitude.End]}
		if attitude.Effect == lexicon.Opposes {
			v.sign = -v.sign
		}
		out = append(out, p.holder(sureEvent).says(r, lexicon.Mark{Topic: topic.Topic}, v)...)
	}
	return out
}

// busyWith tells whether the first attitude there has an object of its own
// (主張に反論), and so is not to what the text was about: これに反対, 案を拒んだ.
func (r *reading) busyWith(start, end int) bool {
	for _, m := range r.between(start, end) {
		if m.Kind != lexicon.Cue || m.Effect != lexicon.Opposes && m.Class != "agree" {
			continue
		}
		for t := r.tokenAt(start) + 1; t < len(r.tokens) && r.tokens[t].start < m.Start; t++ {
			if r.tokens[t].kind != caseParticle || r.tokens[t].text != "を" && r.tokens[t].text != "に" {
				continue
			}
			before := r.tokens[t-1]
			if (before.kind == noun || before.kind == action || before.kind == shut) && !slices.Contains(pointers, before.text) {
				return true
			}
		}
		return false
	}
	return false
}

// pointers are nouns that point back to what was spoken of.
var pointers = []string{
	"これ", "それ", "こちら", "案", "提案", "構想", "計画", "枠組み", "参加", "受け入れ", "署名", "要求", "考え", "決定", "決断",
	"活用", "実施", "実現", "議論", "動き", "方針", "発言", "提示", "導入", "発動", "もの", "盾", "理由", "即座", "最後",
}

// outspoken tells whether somebody is for or against something there, and does
// not just do something.
func (r *reading) outspoken(start, end int) bool {
	return slices.ContainsFunc(r.between(start, end), func(m lexicon.Mark) bool {
		return m.Kind == lexicon.Cue && (m.Class == "refuse" || m.Class == "oppose" || m.Class == "worry" ||
			m.Class == "agree" && !slices.Contains(mutual, r.text[m.Start:m.End]))
	})
}

// mutual are words for what several agree on, which need not be the topic.
var mutual = []string{"合意", "一致", "連携", "締結", "折り合っ", "意見が合", "感謝", "協力", "握手", "結束", "認め", "応じ"}

// unsaid returns what a sentence that names no topic is about: the section's
// theme, if it has one alone, else what was spoken of last.
func (s *story) unsaid() *lexicon.Mark {
	if len(s.themes) == 0 {
		return s.topic
	}
	for _, m := range s.themes {
		if m.Topic != s.themes[0].Topic {
			return s.topic
		}
	}
	return &s.themes[0]
}

// aboutTopic remembers what the sentence is about, for those that do not say.
func (s *story) aboutTopic(r *reading, role model.Role, found []finding) {
	var last *lexicon.Mark
	for i := range r.marks {
		m := &r.marks[i]
		if m.Kind != lexicon.Topic {
			continue
		}
		if role == model.RoleHeading || role == model.RoleQuestion || role == model.RoleAnswer {
			s.themes = append(s.themes, *m)
		}
		if last == nil || slices.ContainsFunc(found, func(f finding) bool { return f.topic == m.Topic }) {
			last = m
		}
	}
	if last != nil {
		s.topic = last
	}
}
