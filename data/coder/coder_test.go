package coder

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tachiba/data/lexicon"
	"tachiba/model"
)

func defaultLexicon(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// say is a sentence of a digest's only section.
func say(role model.Role, text string) model.Sentence {
	return model.Sentence{Text: text, Role: role, Section: 0, Card: model.None}
}

func digestOf(sentences ...model.Sentence) *model.Digest {
	d := &model.Digest{ID: "d", Sections: []model.Section{{}}, Sentences: sentences}
	for i := range d.Sentences {
		d.Sentences[i].Line = i + 1
	}
	return d
}

func code(t *testing.T, d *model.Digest) []model.Statement {
	t.Helper()
	statements, err := ByRule(defaultLexicon(t)).Code(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return statements
}

func TestCodeAcrossSentences(t *testing.T) {
	narrative := model.RoleNarrative
	for name, tt := range map[string]struct {
		sentences []model.Sentence
		want      []string
	}{
		"who is left out is carried over": {
			[]model.Sentence{say(narrative, "メルツ首相は記者団の前に立った。"), say(narrative, "制裁の維持が必要だとも述べた。")},
			[]string{"EU sanctions favor"},
		},
		"not from another part of the digest": {
			[]model.Sentence{say(model.RoleClaim, "✅ メルツ首相は記者団の前に立った。"), say(narrative, "制裁の維持が必要だとも述べた。")},
			nil,
		},
		"nor when the sentence is about something else": {
			[]model.Sentence{say(narrative, "メルツ首相は記者団の前に立った。"), say(narrative, "制裁の維持は重要な争点になる。")},
			nil,
		},
		"a title stands for who had it last": {
			[]model.Sentence{say(narrative, "ザハロワ報道官が会見した。"), say(narrative, "報道官は停戦を拒んだ。")},
			[]string{"RU ceasefire against"},
		},
		"both leaders": {
			[]model.Sentence{say(narrative, "トランプ氏とプーチン氏は電話で話した。"), say(narrative, "両首脳は停戦交渉の開始で合意した。")},
			[]string{"RU negotiations favor", "US negotiations favor"},
		},
		"an answer is of whom the question names": {
			[]model.Sentence{say(model.RoleQuestion, "トランプ政権は何を要求したのか?"), say(model.RoleAnswer, "領土の割譲。")},
			[]string{"US territory favor"},
		},
		"an attitude without a topic is about the last one": {
			[]model.Sentence{say(narrative, "マクロン氏は部隊の派遣を提案した。"), say(narrative, "ロシアは強く反発した。")},
			[]string{"EU security favor", "RU security against"},
		},
		"a plan speaks for whose it is": {
			[]model.Sentence{say(narrative, "欧州とウクライナは対案をまとめた。"), say(narrative, "対案は制裁の維持を求めている。")},
			[]string{"EU sanctions favor", "UA sanctions favor"},
		},
		"roles that are not coded": {
			[]model.Sentence{
				say(model.RoleTitle, "ロシアは停戦を拒否"), say(model.RoleHeading, "ロシアは停戦を拒否"),
				say(model.RoleQuestion, "ロシアは停戦を拒否?"), say(model.RoleHeadline, "ロシアは停戦を拒否"),
				say(model.RoleComment, "ロシアは停戦を拒否しました。"), say(model.RoleTeaser, "ロシアは停戦を拒否"),
			},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, brief(code(t, digestOf(tt.sentences...)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCodeHolders(t *testing.T) {
	lex := defaultLexicon(t)
	for text, want := range map[string][]string{
		"米ロは停戦交渉の開始で合意した。":             {"RU negotiations favor", "US negotiations favor"},
		"英仏独は制裁の強化を求めた。":               {"EU sanctions favor"},
		"ドイツやポーランドは部隊の派遣に反対した。":        {"EU security against"},
		"NATO加盟に反対するロシアは、派兵も拒んだ。":      {"RU nato against", "RU security against"},
		"米国が提案した停戦案をロシアは拒否した。":         {"RU ceasefire against", "US ceasefire favor"},
		"停戦は難しいと、ロシアの専門家はみる。":          nil,
		"中国の王毅外相は停戦を求めた。":              nil,
		"ルッテ事務総長は、ドイツが武器を供与すると説明した。":   {"EU aid favor"},
		"ハンガリーのコヴァーチ外相は制裁に反対した。":       {"EU sanctions against"},
		"対ロ制裁を米政府は維持する。":               {"US sanctions favor"},
		"コスタリカは制裁に反対した。":               nil,
		"ゼレンスキー大統領は、ロシアが停戦を拒んだと非難した。":  {"UA ceasefire favor"},
		"米国は停戦を求めたが、ロシアは応じなかった。停戦は遠い。": {"RU ceasefire against", "US ceasefire favor"},
		"制裁を続けるべきだというのが、EUの立場だ。":       {"EU sanctions favor"},
		"米国はウクライナに、EUはロシアに停戦を呼びかけた。":   {"EU ceasefire favor"},
		"停戦が議題になった。":                   nil,
		"ロシアは停戦に応じるのか。":                nil,
		"トランプ大統領とゼレンスキー氏は鉱物の協定に署名した。":  {"UA minerals favor", "US minerals favor"},
	} {
		t.Run(text, func(t *testing.T) {
			if diff := cmp.Diff(want, codeText(t, lex, text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCodeRecordsWhereFrom(t *testing.T) {
	date, _ := model.MakeDate(2025, 3, 1)
	d := digestOf(say(model.RoleClaim, "✅ ロシアのラブロフ外相は停戦案に反対した。"))
	d.Sections[0].Cards = []model.Card{{Outlet: "新聞", URL: "https://example.com/", Published: date}}
	d.Sentences[0].Card = 0
	got := code(t, d)
	want := []model.Statement{{
		Digest: "d", Line: 1, Text: "✅ ロシアのラブロフ外相は停戦案に反対した。", Role: model.RoleClaim,
		Actor: "RU", Speaker: "ロシアのラブロフ外相", Topic: "ceasefire", Stance: model.Against,
		Date: date, Outlet: "新聞", URL: "https://example.com/", Cue: "停戦案 … 反対", Confidence: sureTopic,
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	d.Sections[0].Cards[0].OffTopic = true
	if got := code(t, d); len(got) != 0 {
		t.Errorf("an off-topic card gives %v", brief(got))
	}
}

func TestSettle(t *testing.T) {
	f := func(s model.Stance, sure float64) finding {
		return finding{actor: "US", topic: "nato", stance: s, cue: "語", confidence: sure, evident: true}
	}
	for _, tt := range []struct {
		name string
		in   []finding
		want model.Stance
	}{
		{"one", []finding{f(model.Favor, 0.5)}, model.Favor},
		{"yes and no", []finding{f(model.Favor, 0.8), f(model.Against, 0.8)}, model.Conditional},
		{"the surer first", []finding{f(model.Favor, 0.9), f(model.Against, 0.5)}, model.Favor},
		{"the surer last", []finding{f(model.Favor, 0.5), f(model.Against, 0.9)}, model.Against},
		{"twice the same", []finding{f(model.Against, 0.5), f(model.Against, 0.6)}, model.Against},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := settle(tt.in)
			if len(got) != 1 || got[0].stance != tt.want {
				t.Errorf("got %+v, want %s", got, tt.want)
			}
		})
	}
}

func TestCodeEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := digestOf(say(model.RoleNarrative, "ロシアは停戦を拒否した。"))
	if _, err := ByRule(defaultLexicon(t)).Code(ctx, d); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestCodeIsSafeForConcurrentUse(t *testing.T) {
	c := ByRule(defaultLexicon(t))
	d := digestOf(say(model.RoleNarrative, "ロシアは停戦を拒否し、米国は制裁を科した。"))
	want := code(t, d)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := c.Code(context.Background(), d)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("got %v, %v", brief(got), err)
			}
		})
	}
	wg.Wait()
}

func FuzzCode(f *testing.F) {
	for _, text := range []string{
		"ロシアは停戦を拒否した。", "「", "米ロウ欧の", "の大統領・", "なら、", "ゼレンスキー（", "US rejects NATO membership.",
		"\xff\xfe", "停戦なき停戦なき停戦", "トランプ氏によれば", "、、、。。。", "のではないかというのがロシアの立場だ",
	} {
		f.Add(text, text)
	}
	c := New(defaultLexicon(f))
	f.Fuzz(func(t *testing.T, first, second string) {
		d := digestOf(say(model.RoleQuestion, first), say(model.RoleAnswer, second), say(model.RoleNarrative, first+second), say(model.RoleNarrative, second))
		statements, err := c.Code(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		type key struct {
			sentence int
			actor    model.ActorID
			topic    model.TopicID
		}
		seen := map[key]bool{}
		for _, s := range statements {
			k := key{s.Sentence, s.Actor, s.Topic}
			if seen[k] || s.Actor == "" || s.Topic == "" || !slices.Contains(model.Stances[:], s.Stance) || s.Confidence <= 0 || s.Confidence > 1 || s.Cue == "" {
				t.Fatalf("bad or second statement %+v", s)
			}
			seen[k] = true
		}
	})
}
