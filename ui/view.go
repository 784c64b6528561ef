package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/progress"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"tachiba/ui/filter"
	"tachiba/ui/text"
)

// small is the height below which the screen has no rule above the view.
const small = 16

// bodyTop returns the lines above the view: tabs, chips and a rule.
func (a App) bodyTop() int {
	if a.h < small || a.linear {
		return 2
	}
	return 3
}

// resize hands every part its cells.
func (a *App) resize() {
	h := a.bodyHeight()
	for _, r := range a.rooms() {
		r.SetSize(a.w, h)
	}
	a.lines.SetSize(a.w, h)
	a.search.SetWidth(max(a.w-4, 10))
	if a.dialog != nil {
		a.dialog.SetSize(a.w, a.h)
	}
}

func (a App) bodyHeight() int {
	return max(1, a.h-a.bodyTop()-len(a.notices())-1)
}

// View returns the screen.
func (a App) View() tea.View {
	a.pace.frame()
	v := tea.NewView(a.look.Screen(a.screen()))
	v.AltScreen, v.MouseMode, v.WindowTitle = true, tea.MouseModeCellMotion, "tachiba"
	if p := a.data.Progress; !p.Done && p.Found > 0 {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, 100*p.Coded/p.Found)
	}
	if a.searching {
		v.Cursor = a.searchCursor()
	}
	if a.linear && a.dialog == nil && !a.searching {
		v.Cursor = tea.NewCursor(0, a.bodyTop()+a.lines.CursorRow())
	}
	if a.dialog != nil {
		if x, y, ok := a.dialog.Cursor(); ok {
			left, top, _ := a.dialogPlace()
			v.Cursor = tea.NewCursor(min(left+x, a.w-1), min(top+y, a.h-1))
		}
	}
	return v
}

// screen returns h lines of exactly w cells.
func (a App) screen() string {
	base := a.fill(a.base())
	if a.dialog == nil {
		return base
	}
	x, y, box := a.dialogPlace()
	if a.linear {
		return a.fill(strings.Split(box, "\n"))
	}
	canvas := lipgloss.NewCanvas(a.w, a.h)
	canvas.Compose(lipgloss.NewCompositor(lipgloss.NewLayer(base), lipgloss.NewLayer(box).X(x).Y(y).Z(1)))
	return a.fill(strings.Split(canvas.Render(), "\n"))
}

// base returns the lines of the screen without a dialog.
func (a App) base() []string {
	chips, _ := filter.Chips(a.look, a.filter, a.comparison, a.w)
	lines := []string{a.header(), chips, a.look.Rule(a.w)}[:a.bodyTop()]
	body := strings.Split(a.body(), "\n")
	for i := range a.bodyHeight() {
		if i < len(body) {
			lines = append(lines, body[i])
		} else {
			lines = append(lines, "")
		}
	}
	for _, n := range a.notices() {
		lines = append(lines, a.look.Warn.Render(text.Truncate(" "+n, a.w, a.look.Ellipsis)))
	}
	return append(lines, a.foot())
}

// fill returns lines as a screen: cut or filled to its width and height.
func (a App) fill(lines []string) string {
	for len(lines) < a.h {
		lines = append(lines, "")
	}
	lines = lines[:a.h]
	for i := range lines {
		lines[i] = a.look.Fit(lines[i], a.w)
	}
	return strings.Join(lines, "\n")
}

func (a App) dialogPlace() (x, y int, box string) {
	box = a.dialog.View()
	if a.linear {
		return 0, 0, box
	}
	return max(0, (a.w-lipgloss.Width(box))/2), max(0, min(a.bodyTop(), (a.h-lipgloss.Height(box))/2)), box
}

type zone struct{ from, to int }

// tabs returns the views' tabs and where they stand. Where there is no room for all
// names, only the tab of the view shown has one.
func (a App) tabs() (string, []zone) {
	s, zones := a.namedTabs(" "+a.look.T("app.name")+"  ", false)
	if text.Width(s) > a.w {
		s, zones = a.namedTabs(" ", false)
	}
	if text.Width(s) > a.w {
		s, zones = a.namedTabs(" ", true)
	}
	return s, zones
}

func (a App) namedTabs(name string, short bool) (string, []zone) {
	at := text.Width(name)
	var zones []zone
	s := a.look.Title.Render(name)
	for _, v := range tabbed {
		label := a.look.T("app." + viewNames[v])
		style := a.look.Muted
		if v == a.view || v == compareView && a.view == columnsView {
			style = a.look.Selected
		} else if short {
			label, _, _ = strings.Cut(label, " ")
		}
		tab := " " + label + " "
		zones = append(zones, zone{at, at + text.Width(tab)})
		s += style.Render(tab) + " "
		at += text.Width(tab) + 1
	}
	return s, zones
}

// header returns the tabs, and on the right how much there is.
func (a App) header() string {
	tabs, _ := a.tabs()
	if !strings.Contains(tabs, a.look.T("app.name")) {
		return tabs // narrow: a number would look like another tab
	}
	span := ""
	if a.first.Known() {
		span = a.look.Span(a.first, a.last)
	}
	all := []string{a.look.T("app.n_digests", a.contents.digests), a.look.T("app.n_statements", a.contents.statements), span}
	for n := len(all); n > 0; n-- {
		right := a.look.Join(all[:n]...) + " "
		if gap := a.w - text.Width(tabs) - text.Width(right); gap >= 2 {
			return tabs + text.Spaces(gap) + a.look.Muted.Render(right)
		}
	}
	return tabs
}

// body returns the view, or why there is nothing to see.
func (a App) body() string {
	if empty := a.empty(); empty != "" {
		lines := []string{""}
		say := func(s string, style lipgloss.Style) {
			for _, l := range text.Wrap(s, max(a.w-4, 10)) {
				lines = append(lines, "  "+style.Render(l))
			}
		}
		say(empty, a.look.Text)
		if len(a.contents.listings) == 0 {
			for i := range a.data.Problems {
				say("! "+a.look.Problem(&a.data.Problems[i]), a.look.Warn)
			}
		}
		return strings.Join(lines, "\n")
	}
	if a.linear {
		return a.lines.View()
	}
	return a.room().View()
}

// empty returns what to say where there is nothing to see, "" where there is.
func (a App) empty() string {
	switch {
	case a.view == digestsView && a.digests.Len() > 0, a.view != digestsView && a.comparison.Shown > 0:
		return ""
	case a.loadErr != nil:
		return a.look.T("app.load_failed", a.loadErr.Error())
	case a.opening && (a.comparison.Total == 0 || a.view == digestsView):
		return a.look.T("empty.loading")
	case a.options.Library != nil && a.contents.digests == 0 && a.data.Progress.Done:
		return a.look.T("empty.library")
	case a.stopped && a.comparison.Total == 0:
		return a.look.T("empty.stopped")
	case len(a.contents.listings) == 0 && !a.data.Progress.Done:
		return a.look.T("empty.loading")
	case len(a.contents.listings) == 0:
		return a.look.T("empty.no_digests")
	case !a.data.Progress.Done:
		return a.look.T("empty.coding")
	case a.filter.Active() && (a.comparison.Total > 0 || a.contents.digests > 0):
		return a.look.T("empty.filter")
	}
	return a.look.T("empty.no_statements")
}

// notices returns what a person should know all the time: that these are samples,
// or that something was left out.
func (a App) notices() []string {
	switch {
	case len(a.options.ConfigProblems) > 0 && !a.configRead:
		return []string{a.look.T("app.config_faults", len(a.options.ConfigProblems))}
	case len(a.data.Problems) > a.problemsRead:
		return []string{a.look.T("app.left_out", len(a.data.Problems))}
	case a.welcoming():
		return a.welcomeLines()
	case a.data.Samples && text.Width(a.look.T("app.samples")) < a.w:
		return []string{a.look.T("app.samples")}
	case a.data.Samples:
		return []string{a.look.T("app.samples_short")}
	}
	return nil
}

// foot returns the search line, a message, the progress, or the keys.
func (a App) foot() string {
	switch p := a.data.Progress; {
	case a.steps != nil:
		return " " + a.progress(a.step.Done, a.step.All) + " " + a.look.Muted.Render(text.Truncate(a.look.T("app.working", a.step.Done, a.step.All, a.step.Name), max(0, a.w*2/3-4), a.look.Ellipsis))
	case a.searching:
		hint := a.look.T("filter.search_keys")
		if room := a.w - 1 - text.Width(hint); text.Width(a.search.Prompt+a.search.Value())+2 < room {
			return text.Fit(" "+a.search.View(), room, "") + a.look.Muted.Render(hint)
		}
		return " " + a.search.View()
	case a.message != "":
		return " " + a.look.Accent.Render(text.Truncate(a.message, a.w-2, a.look.Ellipsis))
	case !p.Done && p.Found == 0:
		return " " + a.look.Muted.Render(a.look.T("empty.loading"))
	case !p.Done && a.working():
		return " " + a.progress(p.Coded, p.Found) + " " + a.look.Muted.Render(a.look.T("app.coding", p.Coded, p.Found))
	}
	return a.hints()
}

func (a App) progress(done, all int) string {
	full, rest := '█', '░'
	if a.options.Config.ASCII || a.options.Config.Wide {
		full, rest = '#', '.'
	}
	p := progress.New(progress.WithWidth(max(8, min(30, a.w/3))), progress.WithoutPercentage(), progress.WithFillCharacters(full, rest))
	return p.ViewAs(float64(done) / float64(max(all, 1)))
}

// hints returns the keys that are of most use now, as many as fit.
func (a App) hints() string {
	k := a.keys
	list := a.room().Hints()
	if a.filter.Active() {
		list = append(list, k.Clear, k.Undo)
	}
	list = append(list, k.Actors, k.Topics, k.Stances, k.Dates, k.Search)
	if a.options.Library != nil {
		list = append(a.libraryHints(), list...)
	}
	// The way back, help and quit always show, the others as far as there is room.
	always := []key.Binding{k.Help, k.Quit}
	if a.view != compareView {
		always = append([]key.Binding{k.Back}, always...)
	}
	room := a.w
	for _, h := range always {
		room -= a.hintWidth(h)
	}
	var b strings.Builder
	said := map[string]bool{}
	kept := func(h key.Binding) bool {
		return slices.ContainsFunc(always, func(x key.Binding) bool { return x.Help() == h.Help() })
	}
	for _, h := range append(list, always...) {
		if said[h.Help().Key] || h.Help().Key == "" {
			continue
		}
		said[h.Help().Key] = true
		if w := a.hintWidth(h); !kept(h) {
			if w > room {
				continue
			}
			room -= w
		}
		b.WriteString(" " + a.look.Accent.Render(a.look.Draw(h.Help().Key)) + " " + a.look.Muted.Render(h.Help().Desc) + " ")
	}
	return b.String()
}

// libraryHints returns the keys that are of most use on a library.
func (a App) libraryHints() []key.Binding {
	k := a.keys
	switch {
	case a.contents.digests == 0:
		return []key.Binding{k.Add, k.Fetch}
	case a.view == digestsView && !a.digests.Reading():
		return []key.Binding{k.Enter, k.Search, k.Star, k.Read, k.Add, k.Fetch, k.Remove}
	}
	return []key.Binding{k.Correct}
}

// hintWidth returns the cells of a hint: a space before, between and after.
func (a App) hintWidth(h key.Binding) int {
	return text.Width(a.look.Draw(h.Help().Key)) + text.Width(h.Help().Desc) + 3
}
