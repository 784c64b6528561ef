package intake_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tachiba/data/intake"
	"tachiba/model"
)

// coderFunc stands in for the coder, which loads a dictionary.
type coderFunc func(ctx context.Context, d *model.Digest) ([]model.Statement, error)

func (f coderFunc) Code(ctx context.Context, d *model.Digest) ([]model.Statement, error) {
	return f(ctx, d)
}

var perDigest = coderFunc(func(_ context.Context, d *model.Digest) ([]model.Statement, error) {
	return []model.Statement{{Digest: d.ID, Actor: "US", Topic: "nato", Stance: model.Favor}}, nil
})

func TestLoadSamples(t *testing.T) {
	var c model.Collection
	if err := intake.Load(t.Context(), nil, perDigest, c.Add); err != nil {
		t.Fatal(err)
	}
	if len(c.Digests) != 5 || len(c.Statements) != 5 || !c.Samples || !c.Progress.Done || c.Progress.Coded != 5 {
		t.Errorf("%d digests, %d statements, samples %v, %+v", len(c.Digests), len(c.Statements), c.Samples, c.Progress)
	}
}

func TestLoadLeavesOutWhatItCannotRead(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "橋\n市は橋を直すと述べた。", "b.txt": "", "c.txt": "\x00\x01", "d.txt": "題だけ"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var c model.Collection
	if err := intake.Load(t.Context(), []string{dir, filepath.Join(dir, "none\x1b[2J")}, perDigest, c.Add); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, p := range c.Problems {
		codes = append(codes, string(p.Code))
		if strings.Contains(p.Path, "\x1b") {
			t.Errorf("path %q can steer a terminal", p.Path)
		}
	}
	if got := strings.Join(codes, " "); got != "not_found empty binary no_digest" || len(c.Digests) != 1 {
		t.Errorf("problems %q, %d digests", got, len(c.Digests))
	}
}

func TestLoadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	slow := coderFunc(func(ctx context.Context, _ *model.Digest) ([]model.Statement, error) {
		cancel()
		<-ctx.Done()
		return nil, ctx.Err()
	})
	var c model.Collection
	if err := intake.Load(ctx, nil, slow, c.Add); !errors.Is(err, context.Canceled) || c.Progress.Done {
		t.Errorf("err %v, progress %+v", err, c.Progress)
	}
}

func TestLoadFails(t *testing.T) {
	broken := errors.New("no dictionary")
	var c model.Collection
	err := intake.Load(t.Context(), nil, coderFunc(func(context.Context, *model.Digest) ([]model.Statement, error) { return nil, broken }), c.Add)
	if !errors.Is(err, broken) {
		t.Errorf("err %v", err)
	}
}
