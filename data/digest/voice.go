package digest

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The digest writer's own voice, by how a sentence ends or opens: particles that
// address the reader (ね, よね, なぁ), Kansai speech, the writer's feelings and
// hopes, and talk about the article itself.
var (
	voiceEnd = regexp.MustCompile(`(?:` + strings.Join([]string{
		`(?:です|ます|した|せん|でしょう|だ|よう|そう|もの|こと|わけ)(?:か)?(?:よ)?(?:ね|ねえ|ねぇ|よ)`, `(?:な|ね)[ぁあぇえー]+`,
		`(?:です|ます|した|ません)わ`, `やろ(?:か)?`, `(?:やん|へん|やわ|やな|やで|ねん|まんな|おます|ちゃいます|かいな|わな)`,
		`(?:ん|の|い|る|た)?でしょう(?:か)?`, `かもしれません`, `気が(?:します|してきます)`,
		`思(?:います|いました|ってしまいます|ってしまいました|えてきます|います?よ)`, `気(?:になります|がかりです|にかかります)`,
		`(?:し|いき|き)?ましょう`, `注目(?:です|したい(?:です|ところです)?|しています|していきます|ポイントです|すべき点です)`,
		`(?:期待|注視|見守り?)(?:したい(?:です|ところです)?|しています|たい(?:です|ところです)|する必要があります|っていきます)`,
		`勉強に?なり(?:ます|ました)`, `印象(?:に残りました|的?です|的?でした|を受けました)`, `びっくり(?:です|しました)`, `驚き(?:です|ました|でした)`,
		`考えさせられ(?:ます|ました)`, `感じ(?:ます|ました|られます|させます|がします|てしまいます)`, `(?:楽しみ|心配|不安|残念|大切|重要なポイント)です`,
		`[いしき]いです`, `たいです`, `ところです`,
		`(?:見ていき|ご紹介し|お伝えし|考察し|整理し|お届けし|解説し|たどって(?:み|いき)|見てみ|努めてまいり|振り返り|追って(?:み|いき))(?:ます|ました|たい)`,
	}, "|") + `)[。！!？?♪〜…\s]*$`)
	voiceStart  = regexp.MustCompile(`^(?:さて[、,]|それでは|では[、,]|なるほど|いや[ーぁあ]|いや[、,]|え[っー]?[、,!！?？]|うーん|へ[えぇー]|ほんま|まぁ|ふむ)`)
	aboutItself = regexp.MustCompile(`^(?:今回|本日|今日|この|本)の?(?:記事|稿|ページ)(?:では|は)|^今回は[、,]`)
)

func isVoice(sentence string) bool {
	return voiceStart.MatchString(sentence) || endsAsVoice(ending(sentence)) || aboutItself.MatchString(sentence)
}

// voiceTails are how all that voiceEnd takes ends: most sentences of the news end
// otherwise, and need no regular expression.
var voiceTails = []string{
	"ね", "え", "ぇ", "よ", "ぁ", "あ", "ー", "わ", "やろ", "やろか", "やん", "へん", "やで", "ねん", "ません", "やな", "まんな", "かいな", "わな",
	"でしょう", "でしょうか", "ましょう", "です", "ます", "ました", "でした", "たい",
}

func endsAsVoice(ending string) bool {
	bare := strings.TrimRightFunc(ending, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("。！!？?♪〜…", r) })
	for _, tail := range voiceTails {
		if strings.HasSuffix(bare, tail) {
			return voiceEnd.MatchString(ending)
		}
	}
	return false
}

// endingBytes is more than any of the patterns of voiceEnd takes.
const endingBytes = 64

// ending returns the last words of a sentence.
func ending(sentence string) string {
	at := max(0, len(sentence)-endingBytes)
	for at < len(sentence) && !utf8.RuneStart(sentence[at]) {
		at++
	}
	return sentence[at:]
}

// isComment tells whether a whole line is the writer speaking.
func isComment(text, lang string) bool {
	sentences := split(text, lang)
	return mostlyVoice(sentences, voices(sentences))
}

// voices tells of each sentence whether it is in the writer's voice.
func voices(sentences []string) []bool {
	out := make([]bool, len(sentences))
	for i, s := range sentences {
		out[i] = isVoice(s)
	}
	return out
}

// mostlyVoice tells whether a line's sentences are the writer speaking: the first
// opens so, or most of them end so.
func mostlyVoice(sentences []string, voices []bool) bool {
	n := 0
	for _, v := range voices {
		if v {
			n++
		}
	}
	return n*2 > len(sentences) || len(sentences) > 0 && voiceStart.MatchString(sentences[0])
}
