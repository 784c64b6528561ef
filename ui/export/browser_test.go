package export_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tachiba/model"
	"tachiba/ui/export"
	"tachiba/ui/uitest"
)

// checks is a page that opens others and says what is wrong with them: links
// inside that lead nowhere, a page wider than its window, texts of a picture that
// overlap or stick out.
const checks = `<!doctype html><meta charset="utf-8"><pre id="faults"></pre><script>
const faults = [];
function page(doc, win, name) {
	const root = doc.documentElement;
	if (root.scrollWidth > root.clientWidth) faults.push(name + ": " + root.scrollWidth + " px in " + root.clientWidth);
	let links = 0;
	for (const a of doc.querySelectorAll('a[href^="#"]')) {
		links++;
		win.location.hash = a.getAttribute("href");
		const at = doc.querySelector(":target");
		if (!at || at.id !== decodeURIComponent(a.hash.slice(1))) faults.push(name + ": " + a.hash + " leads nowhere");
	}
	if (links < 15) faults.push(name + ": only " + links + " links inside");
}
function picture(doc, name) {
	const view = doc.documentElement.viewBox.baseVal;
	const texts = [...doc.querySelectorAll("text")].map(e => [e.textContent, e.getBBox()]);
	if (texts.length < 10) faults.push(name + ": only " + texts.length + " texts");
	texts.forEach(([s, a], i) => {
		if (a.x < view.x || a.x + a.width > view.x + view.width || a.y + a.height > view.height) faults.push(name + ": " + s + " sticks out");
		for (const [t, b] of texts.slice(i + 1))
			if (a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height)
				faults.push(name + ": " + s + " over " + t);
	});
}
let left = FILES.length;
for (const [file, width] of FILES) {
	const frame = document.createElement("iframe");
	frame.style.width = width + "px";
	frame.onload = () => {
		const doc = frame.contentDocument;
		if (file.endsWith(".svg")) picture(doc, file); else page(doc, frame.contentWindow, file + " at " + width);
		if (--left === 0) document.getElementById("faults").textContent = JSON.stringify(faults);
	};
	frame.src = file;
	document.body.append(frame);
}
</script>`

// browser returns a command of a Chromium without a window. The test is skipped
// where there is none.
func browser(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		all := []string{"--headless", "--disable-gpu", "--user-data-dir=" + t.TempDir(), "--allow-file-access-from-files", "--enable-logging=stderr"}
		if os.Geteuid() == 0 {
			all = append(all, "--no-sandbox") // which root has none of
		}
		return exec.Command(path, append(all, args...)...)
	}
	t.Skip("there is no Chromium to open the page with")
	return nil
}

// longNames returns a view with names that are longer than anyone's.
func longNames(l model.Lang) export.View {
	v := viewOf(l, nil, model.Filter{Text: "の"})
	lex := uitest.Lexicon()
	lex.Actors[0].Name = model.Name{JA: "北部沿岸地域漁業協同組合連合会および水産加工業者組合", EN: "NORTHERN COASTAL FEDERATION OF FISHING COOPERATIVES"}
	lex.Actors[1].Name = model.Name{JA: "ＷＴＯ（世界貿易機関）常任理事会事務局", EN: "Northern Coastal Federation of Fishing Cooperatives and Processors"}
	lex.Topics[0].Proposition = model.Name{
		JA: "橋の修理は、港の工事の進み具合と住民の意見をよく確かめたうえで、来年の春までに市の費用だけで必ず終える",
		EN: "The repair of the bridge is finished by next spring at the city's sole expense, once the harbour works and the residents allow",
	}
	statements := uitest.Statements()
	for i := range statements {
		statements[i].Date = model.ByDay.Add(20250228, 11*i)
	}
	statements[3].Date = 0
	v.Look.Lexicon, v.Comparison = lex, model.Compare(lex, statements, v.Filter)
	return v
}

func TestInBrowser(t *testing.T) {
	dir := t.TempDir()
	var files [][2]any
	save := func(name, format string, v export.View, widths ...int) {
		if err := export.Save(t.Context(), filepath.Join(dir, name), format, v, false); err != nil {
			t.Fatal(err)
		}
		for _, w := range widths {
			files = append(files, [2]any{name, w})
		}
	}
	for _, l := range []model.Lang{model.Japanese, model.English} {
		save(string(l)+".html", export.HTML, viewOf(l, uitest.Statements(), model.Filter{}), 340, 1000)
		v := longNames(l)
		save(string(l)+"-long.html", export.HTML, v, 340, 1000)
		for _, v.Picture = range export.Pictures {
			save(string(l)+"-"+v.Picture+".svg", export.SVG, v, 1000)
		}
	}
	list, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	check := filepath.Join(dir, "check.html")
	if err := os.WriteFile(check, []byte(strings.ReplaceAll(checks, "FILES", string(list))), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := browser(t, "--virtual-time-budget=20000", "--dump-dom", "file://"+filepath.ToSlash(check))
	var said strings.Builder
	cmd.Stderr = &said
	dom, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	for line := range strings.Lines(said.String()) {
		if strings.Contains(line, "CONSOLE") {
			t.Errorf("the console says %s", line)
		}
	}
	var faults []string
	for _, pre := range nodes(t, string(dom), "pre") {
		if err := json.Unmarshal([]byte(textOf(pre)), &faults); err != nil {
			t.Fatalf("%v in %q\n%s", err, textOf(pre), said.String())
		}
	}
	for _, f := range faults {
		t.Error(f)
	}
}
