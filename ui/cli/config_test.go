package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tachiba/model"
	"tachiba/ui/config"
	"tachiba/ui/style"
)

// configured writes a configuration and returns its path.
func configured(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// screen returns a trial on a terminal, where the interface is shown.
func screen(env map[string]string) *trial {
	tr := &trial{env: env}
	tr.terminal = map[any]int{"in": 80, &tr.out: 80, &tr.err: 80}
	return tr
}

const preferred = `lang = "ja"
theme = "contrast"
date = "japanese"
view = "shifts"
linear = true
ascii = true
ambiguous = "wide"
[keys]
up = "W"
[filter]
actor = ["赤国", "blue"]
topic = "toll"
stance = "against"
since = "2025-01-01"
until = "2025-06-30"
search = "橋"
min_confidence = 0.5
`

func TestSessionHasTheConfiguration(t *testing.T) {
	tr := screen(map[string]string{configVariable: configured(t, preferred)})
	if code := tr.run(t); code != exitOK || tr.shown == nil {
		t.Fatalf("exit %d, says %s", code, tr.err.String())
	}
	s := tr.shown
	if c := s.Config; s.Lang != model.Japanese || c.Theme != style.Contrast || c.View != config.Shifts || !c.Linear || !c.Wide || !c.ASCII || c.Date != "japanese" || len(c.Keys) != 1 {
		t.Errorf("%+v", s)
	}
	want := model.Filter{
		Actors: []model.ActorID{"RED", "BLUE"}, Topics: []model.TopicID{"toll"}, Stances: []model.Stance{model.Against},
		Since: date("2025-01-01"), Until: date("2025-06-30"), Text: "橋", MinConfidence: 0.5,
	}
	if !s.Filter.Equal(want) || len(s.ConfigProblems) > 0 {
		t.Errorf("filter %+v, problems %v", s.Filter, s.ConfigProblems)
	}
}

func TestFlagsWinOverTheConfiguration(t *testing.T) {
	path := configured(t, preferred)
	tr := screen(map[string]string{configVariable: "elsewhere.toml"})
	if code := tr.run(t, "--config", path, "--lang", "en", "--theme", "Mono", "--ascii=false", "--view", "timeline", "--actor", "red", "--until", "2024-12-31", "--search="); code != exitOK {
		t.Fatalf("exit %d, says %s", code, tr.err.String())
	}
	s := tr.shown
	if s.Lang != model.English || s.Config.ASCII || s.Config.Theme != style.Mono || s.Config.View != config.Timeline {
		t.Errorf("%+v", s)
	}
	f := s.Filter
	if !slices.Equal(f.Actors, []model.ActorID{"RED"}) || f.Since.Known() || f.Until != date("2024-12-31") || f.Text != "" || len(f.Topics) != 1 {
		t.Errorf("filter %+v", f)
	}
}

// The interface says itself what is wrong with a configuration, and starts.
func TestInterfaceStartsWithFaults(t *testing.T) {
	path := configured(t, "theme = 1\nview = \"shifts\"\n[filter]\ntopic = \"tol\"\nactor = \"red\"")
	tr := screen(nil)
	if code := tr.run(t, "--config", path); code != exitOK || tr.err.Len() > 0 {
		t.Fatalf("exit %d, says %s", code, tr.err.String())
	}
	s := tr.shown
	if s.Config.View != config.Shifts || len(s.Filter.Actors) != 1 || len(s.Filter.Topics) != 0 {
		t.Errorf("%+v", s)
	}
	var at []string
	for _, p := range s.ConfigProblems {
		at = append(at, p.Key+" "+p.Want)
	}
	if want := []string{"theme a text in quotes", `filter.topic one of toll, peat; got "tol"`}; !slices.Equal(at, want) {
		t.Errorf("problems %q", at)
	}
	if s.ConfigProblems[1].Line != 4 || s.ConfigProblems[1].Path != path {
		t.Errorf("problem %+v", s.ConfigProblems[1])
	}
}

// What a command selects and prints for programs is not the configuration's.
func TestCommandsSelectByFlagsAlone(t *testing.T) {
	path := configured(t, "lang = \"ja\"\ndate = \"slash\"\nascii = true\n[filter]\nactor = \"blue\"\n[keys]\nup = \"j\"")
	var tr trial
	if code := tr.run(t, "statements", "--config", path); code != exitOK {
		t.Fatalf("exit %d, says %s", code, tr.err.String())
	}
	if out := tr.out.String(); !strings.Contains(out, "2025/03/01  赤国") || !strings.Contains(out, "x 反対") || !strings.Contains(out, "青国") {
		t.Error(out)
	}
	if said := tr.err.String(); strings.Count(said, "config.toml:7: keys.up: ") != 1 {
		t.Errorf("says %q", said)
	}
	with, without := trial{}, trial{}
	with.run(t, "statements", "--config", path, "--format", "json")
	without.run(t, "statements", "--format", "json")
	if with.out.Len() == 0 || with.out.String() != without.out.String() {
		t.Errorf("%s\nis not\n%s", with.out.String(), without.out.String())
	}
}

// A folder in the place of the configuration is a fault, not the end.
func TestUnreadableConfiguration(t *testing.T) {
	dir := t.TempDir()
	var tr trial
	b := tr.backend()
	b.ConfigPath = dir
	if code := Run(t.Context(), []string{"statements"}, tr.streams(), b); code != exitOK || !strings.Contains(tr.err.String(), dir+": cannot be read") {
		t.Errorf("exit %d, says %s", code, tr.err.String())
	}
}
