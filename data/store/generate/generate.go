// Package generate makes digests of any number for benchmarks: the words are
// those of the subject, the sentences mean nothing. The same seed gives the same.
package generate

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"tachiba/model"
)

// Shape is how large the digests are.
type Shape struct {
	Cards      int // a section each
	Sentences  int // a card, beside its claims
	Statements int // a digest
}

// Digest is a shape like that of the sample digests; Item that of a short news
// item, as feeds bring them.
var (
	Large = Shape{Cards: 5, Sentences: 12, Statements: 40}
	Item  = Shape{Cards: 1, Sentences: 5, Statements: 4}
)

// Lexicon has four actors and twelve topics, as the default one.
var Lexicon = lexicon()

func lexicon() *model.Lexicon {
	lex := &model.Lexicon{}
	for _, a := range []string{"US", "RU", "UA", "EU"} {
		lex.Actors = append(lex.Actors, model.Actor{ID: model.ActorID(a), Name: model.Name{JA: a, EN: a}})
	}
	for i := range 12 {
		id := fmt.Sprintf("topic%02d", i)
		lex.Topics = append(lex.Topics, model.Topic{ID: model.TopicID(id), Name: model.Name{JA: id, EN: id}})
	}
	return lex
}

var (
	who = []string{"米国の大統領は", "ロシア外務省の報道官は", "ウクライナのゼレンスキー大統領は", "欧州連合の外相は", "英国の首相は", "クレムリンの高官は", "フランス政府は", "ポーランドの国防相は", "中国の代表は", "国連の事務総長は"}
	on  = []string{"東部の領土について", "経済制裁の解除をめぐり", "停戦の期限について", "北大西洋条約機構への加盟について", "捕虜の交換について", "凍結資産の使い道について", "原子力発電所の管理について", "子どもの帰還について", "選挙の時期について", "平和維持部隊の派遣について", "穀物の輸出について", "弾薬の供与について"}
	how = []string{"会談の席で", "声明を出して", "記者団に対し", "議会の演説で", "電話会談の後に", "首脳会議に先立って", "書簡の中で", "国営通信に"}
	say = []string{"受け入れられないと述べた。", "支持する考えを示した。", "保証があるなら応じると語った。", "交渉の余地は残ると強調した。", "反対の姿勢を崩さなかった。", "早期の合意を求めた。", "慎重な検討が要ると話した。", "撤回を要求した。"}
)

// Generator makes digests one after the other.
type Generator struct {
	lex   *model.Lexicon
	r     *rand.Rand
	shape Shape
	n     int
}

// New returns a generator of digests of a shape, with statements of the actors
// and topics of lex.
func New(lex *model.Lexicon, seed uint64, shape Shape) *Generator {
	return &Generator{lex: lex, r: rand.New(rand.NewPCG(seed, 1)), shape: shape}
}

func (g *Generator) pick(words []string) string { return words[g.r.IntN(len(words))] }

func (g *Generator) sentence() string {
	return g.pick(who) + g.pick(how) + fmt.Sprintf("%d日、", 1+g.r.IntN(28)) + g.pick(on) + g.pick(say)
}

// Text returns the next digest's text in the digest layout.
func (g *Generator) Text() string {
	g.n++
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s、第%d報\n%s\n", g.pick(on), g.pick(how), g.n, g.sentence())
	for i := range g.shape.Cards {
		fmt.Fprintf(&b, "%sの見出し\n%sどうなるのか?\n%s\n", g.pick(on), g.pick(on), g.sentence())
		fmt.Fprintf(&b, "公開日:%04d/%02d/%02d\n✅ %s\n✅ %s\n", 2024+g.r.IntN(2), 1+g.r.IntN(12), 1+g.r.IntN(28), g.sentence(), g.sentence())
		fmt.Fprintf(&b, "さらに読む ⇒ %s新聞出典/画像元: https://news%d.example.com/%d/%d\n", g.pick(on)[:6], g.r.IntN(20), g.n, i)
		for range g.shape.Sentences / 2 {
			b.WriteString(g.sentence() + g.sentence() + "\n")
		}
	}
	return b.String()
}

// Statements returns statements of a digest, as many as the shape has.
func (g *Generator) Statements(d *model.Digest) (list []model.Statement) {
	for len(list) < g.shape.Statements {
		for i, s := range d.Sentences {
			if !s.Role.Coded() || len(list) == g.shape.Statements || g.r.IntN(3) > 0 {
				continue
			}
			source := d.SourceOf(s)
			actor, topic := g.lex.Actors[g.r.IntN(len(g.lex.Actors))].ID, g.lex.Topics[g.r.IntN(len(g.lex.Topics))].ID
			taken := false
			for _, o := range list {
				taken = taken || o.Sentence == i && o.Actor == actor && o.Topic == topic
			}
			if taken {
				continue
			}
			list = append(list, model.Statement{
				Digest: d.ID, Sentence: i, Line: s.Line, Text: s.Text, Role: s.Role, Actor: actor, Topic: topic, Stance: model.Stances[g.r.IntN(3)],
				Date: d.Date(s), Outlet: source.Outlet, URL: source.URL, Speaker: string([]rune(s.Text)[:3]), Cue: "述べ", Confidence: g.r.Float64(),
			})
		}
	}
	return list
}

// Story returns the next short news item: a title and three paragraphs, some
// 300 characters, without the digest layout.
func (g *Generator) Story() string {
	g.n++
	return fmt.Sprintf("%s%s、第%d報\n%s%s\n%s%s\n%s", g.pick(on), g.pick(how), g.n,
		g.sentence(), g.sentence(), g.sentence(), g.sentence(), g.sentence())
}
