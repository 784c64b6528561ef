// Package uitest holds what the tests of the views share: a small collection of
// our own, and a way to drive a model as a person would.
package uitest

import (
	"strings"

	"tachiba/model"
)

// Lexicon returns four actors and six topics.
func Lexicon() *model.Lexicon {
	return &model.Lexicon{
		Name: model.Name{JA: "橋の会議", EN: "The bridge"},
		Actors: []model.Actor{
			{ID: "CITY", Name: model.Name{JA: "市", EN: "City"}, Words: []string{"市長"}},
			{ID: "PORT", Name: model.Name{JA: "港湾局", EN: "Port"}, Words: []string{"港湾局"}},
			{ID: "FISH", Name: model.Name{JA: "漁業協同組合", EN: "Fishers"}, Words: []string{"漁協", "組合長"}},
			{ID: "RAIL", Name: model.Name{JA: "鉄道", EN: "Rail"}, Words: []string{"鉄道"}},
		},
		Topics: []model.Topic{
			{ID: "repair", Name: model.Name{JA: "橋の修理", EN: "Repair"}, Proposition: model.Name{JA: "橋を年内に直す", EN: "The bridge is mended this year"}, Words: []string{"修理"}},
			{ID: "toll", Name: model.Name{JA: "通行料", EN: "Toll"}, Reading: "つうこうりょう", Proposition: model.Name{JA: "橋で通行料を取る", EN: "A toll is taken on the bridge"}, Words: []string{"通行料"}},
			{ID: "harbour", Name: model.Name{JA: "港の工事", EN: "Harbour works"}, Proposition: model.Name{JA: "港の工事を先にする", EN: "The harbour comes first"}},
			{ID: "closure", Name: model.Name{JA: "冬の間の全面通行止めの期間延長", EN: "Extended winter closure of the whole bridge"}, Proposition: model.Name{JA: "冬は橋を閉じる", EN: "The bridge is closed in winter"}},
			{ID: "loan", Name: model.Name{JA: "借り入れ", EN: "Loan"}, Proposition: model.Name{JA: "費用を借り入れる", EN: "The costs are borrowed"}},
			{ID: "vote", Name: model.Name{JA: "住民投票", EN: "Referendum"}, Proposition: model.Name{JA: "住民投票で決める", EN: "The town votes on it"}},
		},
	}
}

// source is a digest as the tests write it: "role|text" lines.
type source struct {
	id    string
	card  model.Card
	lines []string
	notes []model.Note
}

var sources = []source{
	{"bridge-march", model.Card{Outlet: "港町新聞", URL: "https://example.com/bridge/0304", Published: 20250304, Line: 8}, []string{
		"title|橋の修理はいつ終わる?港町の会議を追う", "lead|港町で橋の修理をめぐる会議が開かれた。市と漁協の考えは大きく違う。",
		"key_point|💡 市は修理を急ぐ。", "heading|橋のたもとで", "question|市は橋をどうする?", "answer|今年のうちに直す。",
		"claim|✅ 市長は、橋の修理を年内に終えると説明した。", "claim|✅ 漁協は、港の工事が終わらないうちは橋の修理に応じられないとして、年内の着工に反対した。",
		"comment|橋の話は尽きませんね。", "narrative|漁協の組合長は、通行料を取るなら修理を受け入れてもよいと述べた。鉄道は通行料に反対している。",
	}, nil},
	{"bridge-april", model.Card{Outlet: "みなとテレビ", URL: "https://example.com/bridge/0412", Published: 20250412, Line: 5}, []string{
		"title|通行料で割れる会議、市長は「住民投票も」", "lead|通行料をめぐって市と港湾局が対立した。",
		"heading|料金所の前で", "question|通行料はいくら?", "answer|まだ決まっていない。",
		"claim|✅ 市長は通行料に反対の考えを示し、住民投票で決めることも「排除しない」と述べた。", "claim|✅ 港湾局は、借り入れが認められるなら通行料を取らないとしている。",
		"narrative|鉄道は、冬の間に橋を閉じる案を支持した。組合長は港の工事を先にするよう重ねて求めた。",
	}, []model.Note{{Code: model.NoteDateConflict, Line: 8, Text: "2025年5月1日"}}},
	{"song", model.Card{URL: "https://www.example.com/song", Line: 5, OffTopic: true}, []string{
		"title|歌手の新曲が話題", "lead|歌手が新曲を出した。", "heading|舞台で", "question|曲の名は?", "answer|まだ秘密。",
		"claim|✅ 全国公演は秋に始まる。",
	}, []model.Note{{Code: model.NoteOffTopic, Line: 5}}},
}

// Digests returns three digests, one of them about something else.
func Digests() []model.Digest {
	var out []model.Digest
	for _, s := range sources {
		d := model.Digest{ID: s.id, Path: s.id + ".txt", Lang: "ja", Notes: s.notes}
		section := model.None
		for i, l := range s.lines {
			role, body, _ := strings.Cut(l, "|")
			card := model.None
			switch model.Role(role) {
			case model.RoleTitle:
				d.Title = body
			case model.RoleLead:
				d.Lead = body
			case model.RoleHeading:
				d.Sections = append(d.Sections, model.Section{Heading: body, Cards: []model.Card{s.card}})
				section = 0
			case model.RoleClaim:
				card = 0
			}
			for _, t := range strings.SplitAfter(body, "。") {
				if t != "" {
					d.Sentences = append(d.Sentences, model.Sentence{Text: t, Line: i + 1, Role: model.Role(role), Section: section, Card: card})
				}
			}
		}
		out = append(out, d)
	}
	return out
}

// code is a statement as the tests write it.
type code struct {
	digest  int
	start   string // the sentence's first words
	actor   model.ActorID
	speaker string
	topic   model.TopicID
	stance  model.Stance
	cue     string
	unsure  bool
}

var codes = []code{
	{0, "市と漁協", "FISH", "漁協", "repair", model.Against, "大きく違う", false},
	{0, "💡 市は", "CITY", "市", "repair", model.Favor, "急ぐ", false},
	{0, "今年の", "CITY", "市", "repair", model.Favor, "直す", false},
	{0, "✅ 市長", "CITY", "市長", "repair", model.Favor, "終える", false},
	{0, "✅ 漁協", "FISH", "漁協", "repair", model.Against, "応じられない … 反対", false},
	{0, "✅ 漁協", "FISH", "漁協", "harbour", model.Favor, "終わらないうちは", false},
	{0, "漁協の", "FISH", "組合長", "repair", model.Conditional, "なら … 受け入れてもよい", false},
	{0, "漁協の", "FISH", "組合長", "toll", model.Favor, "取るなら", false},
	{0, "鉄道", "RAIL", "鉄道", "toll", model.Against, "反対", false},
	{1, "通行料を", "CITY", "市", "toll", model.Against, "対立", false},
	{1, "✅ 市長", "CITY", "市長", "toll", model.Against, "反対", false},
	{1, "✅ 市長", "CITY", "市長", "vote", model.Favor, "排除しない", false},
	{1, "✅ 港湾局", "PORT", "港湾局", "loan", model.Favor, "認められるなら", false},
	{1, "✅ 港湾局", "PORT", "港湾局", "toll", model.Conditional, "取らない", false},
	{1, "鉄道", "RAIL", "鉄道", "closure", model.Favor, "支持", false},
	{1, "組合長", "FISH", "組合長", "harbour", model.Favor, "求めた", false},
	{1, "組合長", "FISH", "組合長", "repair", model.Favor, "求めた", true},
}

// Statements returns what the digests' sentences say: a shift (漁協 on repair), a
// sentence with two statements, topics without evidence for most actors.
func Statements() []model.Statement {
	digests := Digests()
	var out []model.Statement
	for _, c := range codes {
		d := &digests[c.digest]
		for i, s := range d.Sentences {
			if strings.HasPrefix(s.Text, c.start) && s.Role.Coded() {
				card := d.SourceOf(s)
				out = append(out, model.Statement{
					Digest: d.ID, Sentence: i, Line: s.Line, Text: s.Text, Role: s.Role, Actor: c.actor, Speaker: c.speaker,
					Topic: c.topic, Stance: c.stance, Date: d.Date(s), Outlet: card.Outlet, URL: card.URL, Cue: c.cue, Confidence: map[bool]float64{false: 0.8, true: 0.4}[c.unsure],
				})
				break
			}
		}
	}
	if len(out) != len(codes) {
		panic("uitest: a statement names no sentence")
	}
	return out
}
