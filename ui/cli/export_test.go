package cli

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tachiba/model"
)

func TestExport(t *testing.T) {
	for args, wants := range map[string][]string{
		"export x": {"# Positions compared\n", "▲ favor 1 ⇄[^1][^2]", "[BBC](https://example.org/a_%28b%29)"},
		"export x --lang ja --actor 赤国 --topic 通行料": {"絞り込み: 主体: 赤国。論点: 通行料  \n", "| 論点 | 命題 | 赤国 |"},
		"export x --format CSV":                     {"\ufeffDate,Actor,", "\r\n,Blueland,Peat,Peat is cut,conditional,'=青は泥炭を|掘る*。,"},
		"export x --format json --since 2025-03-02": {"\"since\": \"2025-03-02\"", "\"selected\": 1,"},
		"export x --format html --ascii":            {"<html lang=\"en\">", ">&#43; favor<"},
		"export x --format graphml":                 {"<data key=\"name\">The bridge has a toll</data>"},
		"export x --format dna --stance against":    {"statement ID;time;document ID;", ";話者;Redland;The bridge has a toll;0;0;against;"},
		"export x --format svg":                     {"id=\"matrix-title\""},
		"export x --format svg --picture timeline":  {"id=\"timeline-title\""},
	} {
		var tr trial
		if code := tr.run(t, strings.Fields(args)...); code != 0 || tr.err.String() != "" {
			t.Errorf("%s: exit %d, says %q", args, code, tr.err.String())
		}
		for _, want := range wants {
			if !strings.Contains(tr.out.String(), want) {
				t.Errorf("%s lacks %q:\n%s", args, want, tr.out.String())
			}
		}
	}
}

func TestExportRefuses(t *testing.T) {
	for args, want := range map[string]string{
		"export x --format xls":                 "Valid: md, csv, json, html, graphml, dna, svg",
		"export x --format svg --picture cells": "Valid: matrix, timeline",
		"export x --picture timeline":           "--picture goes with --format svg alone",
		"export x --new":                        "--new asks of the library",
	} {
		var tr trial
		if code := tr.run(t, strings.Fields(args)...); code != 2 || !strings.Contains(tr.err.String(), want) || tr.out.Len() > 0 {
			t.Errorf("%s: exit %d, says %q", args, code, tr.err.String())
		}
	}
}

// A file has the bytes of standard output, and is not lost by a second export.
func TestExportToFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.csv")
	var tr trial
	tr.terminal = map[any]int{&tr.err: 80}
	if code := tr.run(t, "export", "x", "--format", "csv", "--output", path); code != 0 || tr.out.Len() > 0 || !strings.Contains(tr.err.String(), "written to "+path) {
		t.Fatalf("exit %d, says %q", code, tr.err.String())
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := csv.NewReader(strings.NewReader(string(b))).ReadAll(); err != nil || len(rows) != 4 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	var printed trial
	printed.run(t, "export", "x", "--format", "csv", "--output", "-")
	if printed.out.String() != string(b) {
		t.Errorf("%q is printed, %q written", printed.out.String(), b)
	}
	var again trial
	if code := again.run(t, "export", "x", "--format", "md", "--output", path); code != 1 || !strings.Contains(again.err.String(), "there is such a file already") {
		t.Errorf("exit %d, says %q", code, again.err.String())
	}
	again = trial{}
	if code := again.run(t, "export", "x", "--format", "md", "--output", path, "--force"); code != 0 {
		t.Errorf("exit %d, says %q", code, again.err.String())
	}
	if now, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(now), "# ") {
		t.Errorf("%v, %.40q", err, now)
	}
}

func TestExportOfNothing(t *testing.T) {
	var tr trial
	if code := tr.run(t, "export", "x", "--search", "nowhere"); code != 0 || !strings.Contains(tr.err.String(), "No statement matches") ||
		!strings.Contains(tr.out.String(), "0 of them selected") {
		t.Errorf("exit %d, says %q:\n%s", code, tr.err.String(), tr.out.String())
	}
}

func TestExportOfLibrary(t *testing.T) {
	lib := &fakeLibrary{listings: []model.Listing{{ID: "one"}, {ID: "two"}}}
	tr := trial{desk: fakeDesk{library: lib}}
	if code := tr.run(t, "export", "--library", "lib.db", "--format", "json"); code != 0 || !strings.Contains(tr.out.String(), "\"digests\": 2") {
		t.Errorf("exit %d, says %q", code, tr.err.String())
	}
}

func TestExportCompletes(t *testing.T) {
	for args, want := range map[string]string{
		"__complete export --format ":  "md\ncsv\njson\nhtml\ngraphml\ndna\nsvg\n:4",
		"__complete export --picture ": "matrix\ntimeline\n:4",
	} {
		var tr trial
		tr.run(t, append(strings.Fields(args), "")...)
		if got := strings.TrimSpace(tr.out.String()); got != want {
			t.Errorf("%s: %q, want %q", args, got, want)
		}
	}
}
