package cli

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// keysOf returns the keys of a JSON object in their order.
func keysOf(t *testing.T, object json.RawMessage) (keys []string) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(object)))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func decode[T any](t *testing.T, b []byte) (v T) {
	t.Helper()
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	return v
}

const statementKeys = "digest line sentence role actor speaker topic stance date outlet url cue confidence origin"

func TestStatementsJSONL(t *testing.T) {
	var tr trial
	if code := tr.run(t, "statements", "x", "--format", "jsonl"); code != 0 {
		t.Fatalf("exit %d: %s", code, tr.err.String())
	}
	lines := strings.Split(strings.TrimSpace(tr.out.String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines, want 3", len(lines))
	}
	for _, line := range lines {
		if got := strings.Join(keysOf(t, json.RawMessage(line)), " "); got != statementKeys {
			t.Errorf("keys %q", got)
		}
	}
	want := map[string]any{
		"digest": "one", "line": 11.0, "sentence": "✅ 赤は通行料に反対した。", "role": "claim", "actor": "RED", "speaker": "話者",
		"topic": "toll", "stance": "against", "date": "2025-03-01", "outlet": "BBC", "url": "https://example.org/a_(b)",
		"cue": "反対", "confidence": 0.85, "origin": "coder",
	}
	if diff := cmp.Diff(want, decode[map[string]any](t, []byte(lines[0]))); diff != "" {
		t.Error(diff)
	}
	if last := decode[map[string]any](t, []byte(lines[2])); last["date"] != nil || last["outlet"] != "" {
		t.Errorf("undated statement: %v", last)
	}
	var array trial
	array.run(t, "statements", "x", "--format", "json")
	if got := decode[[]map[string]any](t, array.out.Bytes()); len(got) != 3 || got[0]["line"] != 11.0 {
		t.Errorf("json: %v", got)
	}
	var none trial
	none.run(t, "statements", "x", "--search", "nowhere", "--format", "json")
	if got := strings.TrimSpace(none.out.String()); got != "[]" {
		t.Errorf("no statements: %q", got)
	}
}

func TestDigestsJSON(t *testing.T) {
	var tr trial
	if code := tr.run(t, "digests", "x", "--format", "json"); code != 0 {
		t.Fatalf("exit %d: %s", code, tr.err.String())
	}
	if strings.Contains(tr.out.String(), "null") && strings.Count(tr.out.String(), "null") != 1 {
		t.Errorf("null other than the undated card's date: %s", tr.out.String())
	}
	all := decode[[]json.RawMessage](t, tr.out.Bytes())
	if got := strings.Join(keysOf(t, all[0]), " "); got != "id path title lead key_points sections teaser notes" {
		t.Errorf("keys %q", got)
	}
	sections := decode[map[string][]json.RawMessage](t, pickKeys(t, all[0], "sections"))["sections"]
	if got := strings.Join(keysOf(t, sections[0]), " "); got != "heading question answer cards narrative comments" {
		t.Errorf("section's keys %q", got)
	}
	cards := decode[map[string][]json.RawMessage](t, pickKeys(t, sections[0], "cards"))["cards"]
	if got := strings.Join(keysOf(t, cards[0]), " "); got != "title outlet url published claims off_topic" {
		t.Errorf("card's keys %q", got)
	}
	got := decode[[]any](t, tr.out.Bytes())
	want := []any{
		map[string]any{
			"id": "one", "path": "one.txt", "title": "橋の題", "lead": "橋の前文。", "key_points": []any{"要点。"},
			"sections": []any{map[string]any{
				"heading": "橋", "question": "誰が払う?", "answer": "赤。",
				"cards": []any{
					map[string]any{
						"title": "Bridge | news", "outlet": "BBC", "url": "https://example.org/a_(b)", "published": "2025-03-01",
						"claims": []any{map[string]any{"line": 11.0, "text": "赤は通行料に反対した。"}}, "off_topic": false,
					},
					map[string]any{"title": "", "outlet": "", "url": "", "published": nil, "claims": []any{}, "off_topic": true},
				},
				"narrative": []any{"赤は通行料を認める。", "=青は泥炭を|掘る*。"}, "comments": []any{"難しいですね。"},
			}},
			"teaser": []any{"次のページ。"}, "notes": []any{map[string]any{"code": "no_date", "line": 9.0}},
		},
		map[string]any{
			"id": "two", "path": "two.txt", "title": "空の題", "lead": "", "key_points": []any{}, "sections": []any{},
			"teaser": []any{}, "notes": []any{},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var lines trial
	lines.run(t, "digests", "x", "--format", "jsonl", "--actor", "red")
	if n := strings.Count(lines.out.String(), "\n"); n != 1 {
		t.Errorf("%d digests with a statement of RED, want 1", n)
	}
}

// pickKeys returns the object with some of its keys.
func pickKeys(t *testing.T, object json.RawMessage, keys ...string) []byte {
	t.Helper()
	all := decode[map[string]json.RawMessage](t, object)
	for key := range all {
		if !slices.Contains(keys, key) {
			delete(all, key)
		}
	}
	b, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCompareJSON(t *testing.T) {
	var tr trial
	if code := tr.run(t, "compare", "x", "--format", "json", "--lang", "en"); code != 0 {
		t.Fatalf("exit %d: %s", code, tr.err.String())
	}
	type position struct {
		Stance   *string
		Counts   map[string]int
		Newest   *string
		Shifted  bool
		Evidence []json.RawMessage
	}
	type comparison struct {
		Actors []string
		Topics []struct {
			ID, Name, Proposition string
			Cells                 json.RawMessage
		}
	}
	if got := strings.Join(keysOf(t, tr.out.Bytes()), " "); got != "actors topics" {
		t.Errorf("keys %q", got)
	}
	c := decode[comparison](t, tr.out.Bytes())
	if strings.Join(c.Actors, " ") != "RED BLUE" || len(c.Topics) != 2 || c.Topics[0].Proposition != "The bridge has a toll" {
		t.Fatalf("%+v", c)
	}
	// BLUE would stand before RED in a map.
	if got := strings.Join(keysOf(t, c.Topics[0].Cells), " "); got != "RED BLUE" {
		t.Errorf("cells in the order %q", got)
	}
	raw := decode[map[string]json.RawMessage](t, c.Topics[0].Cells)
	if got := strings.Join(keysOf(t, raw["RED"]), " "); got != "stance counts newest shifted evidence" {
		t.Errorf("cell's keys %q", got)
	}
	toll := decode[map[string]position](t, c.Topics[0].Cells)
	red, blue := toll["RED"], toll["BLUE"]
	if *red.Stance != "favor" || !red.Shifted || *red.Newest != "2025-03-05" || red.Counts["against"] != 1 || len(red.Evidence) != 2 {
		t.Errorf("RED on toll: %+v", red)
	}
	if got := strings.Join(keysOf(t, red.Evidence[0]), " "); got != statementKeys {
		t.Errorf("evidence's keys %q", got)
	}
	if blue.Stance != nil || blue.Newest != nil || blue.Evidence == nil || len(blue.Counts) != 3 {
		t.Errorf("BLUE on toll: %+v", blue)
	}
}
