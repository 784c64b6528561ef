package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"tachiba/model"
)

// Feed is a subscribed feed with what a conditional request needs.
type Feed struct {
	model.Feed
	ID       int64
	ETag     string // RFC 9110, 8.8.3
	Modified string // the Last-Modified of the last answer, as it came
}

// AddFeeds subscribes to feeds and returns how many were not there before. The
// titles and folders of those that were are replaced where given.
func (s *Store) AddFeeds(ctx context.Context, feeds []model.Feed) (added int, err error) {
	err = s.write(ctx, func(t *tx) error {
		for _, f := range feeds {
			folder, err := json.Marshal(append([]string{}, f.Folder...))
			if err != nil {
				return err
			}
			var there bool
			if err := t.row("SELECT EXISTS (SELECT 1 FROM feed WHERE url = ?)", f.URL).Scan(&there); err != nil {
				return err
			}
			if !there {
				added++
			}
			_, err = t.run(`INSERT INTO feed (url, title, site, folder) VALUES (?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET
				title = coalesce(nullif(excluded.title, ''), title), site = coalesce(nullif(excluded.site, ''), site),
				folder = iif(excluded.folder = '[]', folder, excluded.folder)`, f.URL, f.Title, f.Site, string(folder))
			if err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

// RemoveFeed ends a subscription; its digests stay. The error is ProblemUnknown
// where there is none.
func (s *Store) RemoveFeed(ctx context.Context, url string) error {
	return s.write(ctx, func(t *tx) error {
		var id int64
		err := t.row("SELECT id FROM feed WHERE url = ?", url).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return unknown(url)
		}
		if err != nil {
			return err
		}
		if _, err := t.run("UPDATE digest SET feed = NULL WHERE feed = ?", id); err != nil {
			return err
		}
		_, err = t.run("DELETE FROM feed WHERE id = ?", id)
		return err
	})
}

// Feeds returns the subscribed feeds in the order in which they were added.
func (s *Store) Feeds(ctx context.Context) (list []Feed, err error) {
	err = each(s.db, func(rows *sql.Rows) error {
		var f Feed
		var folder, fault string
		var fetched int64
		err := rows.Scan(&f.ID, &f.URL, &f.Title, &f.Site, &folder, &f.ETag, &f.Modified, &fetched, &fault, &f.Digests)
		if err != nil {
			return err
		}
		if fetched > 0 {
			f.Fetched = time.Unix(fetched, 0)
		}
		if f.Problem, err = unpackProblem(fault); err != nil {
			return err
		}
		if err := json.Unmarshal([]byte(folder), &f.Folder); err != nil {
			return err
		}
		list = append(list, f)
		return nil
	}, `SELECT id, url, title, site, folder, etag, modified, fetched, error,
		(SELECT count(*) FROM digest WHERE feed = feed.id AND removed = 0) FROM feed ORDER BY id`)
	if err == nil {
		err = ctx.Err()
	}
	return list, s.problem(err)
}

// SetFetched keeps how fetching a feed went: its validators and problem, its
// title and site where it had none, and its address, unless another feed has it.
func (s *Store) SetFetched(ctx context.Context, f Feed) error {
	fault, err := packProblem(f.Problem)
	if err != nil {
		return err
	}
	return s.write(ctx, func(t *tx) error {
		_, err := t.run(`UPDATE feed SET etag = ?, modified = ?, fetched = ?, error = ?, title = iif(title = '', ?, title), site = iif(site = '', ?, site),
			url = iif(EXISTS (SELECT 1 FROM feed other WHERE other.url = ?7), url, ?7) WHERE id = ?8`,
			f.ETag, f.Modified, s.now().Unix(), fault, f.Title, f.Site, f.URL, f.ID)
		return err
	})
}

// keptProblem is a problem as it is kept.
type keptProblem struct {
	Code model.ProblemCode `json:"code"`
	Path string            `json:"path"`
	Line int               `json:"line,omitempty"`
	Want string            `json:"want,omitempty"`
	Err  string            `json:"error,omitempty"`
}

func packProblem(p *model.Problem) (string, error) {
	if p == nil {
		return "", nil
	}
	b, err := json.Marshal(keptProblem{p.Code, p.Path, p.Line, p.Want, p.Detail()})
	return string(b), err
}

func unpackProblem(s string) (*model.Problem, error) {
	if s == "" {
		return nil, nil
	}
	var k keptProblem
	if err := json.Unmarshal([]byte(s), &k); err != nil {
		return nil, err
	}
	p := &model.Problem{Code: k.Code, Path: k.Path, Line: k.Line, Want: k.Want}
	if k.Err != "" {
		p.Err = errors.New(k.Err)
	}
	return p, nil
}
