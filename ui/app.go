// Package ui is the interface that a person works with: the Bubble Tea app. It
// asks for what it needs through Options and knows nothing of where digests come
// from.
package ui

import (
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"tachiba/model"
	"tachiba/ui/config"
	"tachiba/ui/digests"
	"tachiba/ui/keys"
	"tachiba/ui/lang"
	"tachiba/ui/linear"
	"tachiba/ui/look"
	"tachiba/ui/shelf"
	"tachiba/ui/style"
	"tachiba/ui/wire"
)

// Options is what the interface is given.
type Options struct {
	Lexicon *model.Lexicon
	// Load emits what there is to see, step by step, until all is coded or ctx
	// ends. It runs beside the interface.
	Load   func(ctx context.Context, emit func(model.Update)) error
	Lang   model.Lang
	Filter model.Filter // to start with
	// Config is the reader's configuration, joined with the flags: theme, keys, first
	// view, dates. ConfigProblems is what is wrong with it.
	Config         config.Config
	ConfigProblems []model.Problem
	// Library is what is shown and changed, nil where Load loads what is shown.
	Library shelf.Library
	// NewLibrary opens the library that is made when a person adds the first thing
	// while they see the samples; nil where none is to be made.
	NewLibrary func(context.Context) (shelf.Library, error)
	// Explain returns how the sentences on a line of a digest are read.
	Explain func(ctx context.Context, d *model.Digest, line int) ([]model.Reading, error)
	// Open shows an address in the browser.
	Open func(url string) error
	// Home is the person's folder, for which ~ stands in a path that they type.
	Home string
	// Clean makes text that a person types or pastes what a digest's text is made
	// when it is loaded, so that one finds the other.
	Clean func(text string) string
	// Welcome tells that this is the first start; Dismiss remembers that the words
	// for it were put away.
	Welcome bool
	Dismiss func() error
	// Stat returns why a path that is to be added can't be; it is nil where that is
	// not known before.
	Stat   func(path string) error
	Input  io.Reader
	Output io.Writer
	Env    []string
}

// Run shows the interface until the person quits or ctx ends. The error is nil
// when they quit, also by an interrupt.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	a := New(ctx, o)
	a.pace, a.rest = &pace{}, resting
	p := tea.NewProgram(a, tea.WithContext(ctx), tea.WithInput(o.Input), tea.WithOutput(terminal(o)), tea.WithEnvironment(o.Env), tea.WithFPS(framesPerSecond))
	a.pace.program = p
	last, err := p.Run()
	if a, ok := last.(App); ok && o.Library == nil && a.options.Library != nil {
		err = errors.Join(err, a.options.Library.Close()) // made on the way
	}
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return nil
	}
	return err
}

// resting is how long a cursor stands still until it rests.
const resting = 150 * time.Millisecond

// terminal returns the output without needless repaints where it is a terminal.
func terminal(o Options) io.Writer {
	if f, ok := o.Output.(term.File); ok && term.IsTerminal(f.Fd()) {
		return wire.New(f, o.Config.Wide)
	}
	return o.Output
}

// before is what a dialog or the search goes back to when it is cancelled.
type before struct {
	filter model.Filter
	views  views
}

// App is the root model: it holds what is loaded and the filter, hands each view
// its part, and decides what a view's message leads to.
type App struct {
	options Options
	look    *look.Look
	keys    *keys.Map
	w, h    int

	data         model.Collection // what was loaded, beside a library
	contents     contents
	first, last  model.Date // of the statements
	ctx          context.Context
	load         *job[model.Update] // nil with a library
	loadErr      error
	opening      bool                 // the library's ledger has not come yet
	coding       *job[model.Progress] // nil when nothing is coded
	codedShown   int                  // of what it has coded, how much the views show
	steps        *job[model.Step]     // of adding or fetching, nil when there is none
	step         model.Step           // the last of them
	outcome      map[model.Outcome]int
	added        []string // the digests that are new by them
	filters      []model.SavedFilter
	problemsRead int              // how many problems of loading were looked at
	configRead   bool             // and those of the configuration
	fresh        bool             // the library was made in place of the samples, and is empty
	visit        model.Date       // the last one, unknown where there was none
	recent       []string         // the commands that were run last, by ID
	exporting    exporting        // the file that is being named
	found        map[string][]int // sentences that hold the filter's text, by digest
	asking       bool             // the library is to be searched for it
	revealing    bool             // the answer may move the cursor to what there is
	stopped      bool             // by the person

	asked, taken int  // the numbers of the ledgers asked for last and taken in last
	codeAgain    bool // something came while coding was under way
	writing      writing
	leaving      bool // once that is done
	changes      int  // made so far

	filter     model.Filter
	past       []change // to undo
	future     []change // to do again
	comparison model.Comparison

	view     view
	back     []view
	fromCard bool // the digest was opened from a card: Esc leads back to it
	views
	before before
	dialog dialog // nil when none is open

	dark    bool // the terminal's background is
	linear  bool // plain lines instead of screens
	lines   linear.Model
	listed  listing          // what the lines are of
	stale   bool             // they are to be made anew
	spots   map[listing]int  // where the cursor was in other lines
	sought  *model.Statement // that it is to be on
	welcome bool             // the words for a first start are not dismissed

	rest  time.Duration // after which a cursor rests, 0 to show all at once
	moves int           // of the cursor

	pace      *pace
	search    textinput.Model
	searching bool
	message   string
}

// New returns the app; loading starts with its Init.
func New(ctx context.Context, o Options) App {
	a := App{options: o, filter: o.Filter, w: 80, h: 24, ctx: ctx, dark: true, taken: -1}
	a.look = &look.Look{
		Theme: style.For(o.Config.Style(a.dark)), Printer: lang.New(o.Lang), Lexicon: o.Lexicon, Dates: o.Config.Dates(time.Now().Year()), Linear: o.Config.Linear,
	}
	km := keys.Bind(a.look.Printer, o.Config.Keys)
	a.keys = &km
	a.views, a.lines, a.welcome = newViews(a.look, a.keys), linear.New(a.look, a.keys), o.Welcome
	if a.linear = o.Config.Linear; o.Config.View != "" {
		a.show(viewOf(o.Config.View))
	}
	a.search = textinput.New()
	a.search.Prompt = "/"
	a.search.SetVirtualCursor(false) // an input method shows its text at the real one
	if o.Library != nil {
		a.openLibrary(ctx)
		return a
	}
	a.load = newJob(ctx, o.Load)
	a.setContents(collected(a.data))
	return a
}

// Init starts loading and asks the terminal for its background.
func (a App) Init() tea.Cmd {
	if a.options.Library != nil {
		return tea.Batch(a.readLedger, tea.RequestBackgroundColor)
	}
	return tea.Batch(a.load.start, tea.RequestBackgroundColor)
}

// setLook replaces theme and words.
func (a *App) setLook(l *look.Look) {
	a.look = l
	for _, r := range a.rooms() {
		r.SetLook(a.look, a.keys)
	}
	a.lines.SetLook(a.look, a.keys)
	a.stale = true
}

// refresh compares anew and hands the views their parts.
func (a *App) refresh() {
	switch {
	case a.opening:
		a.hand() // the overview stands until the ledger comes
	case a.filter.Text != "" && a.options.Library != nil:
		a.asking = true // Update has it answered: see search.go
	default:
		a.answer(a.ask())
	}
}

// hand hands the views their parts.
func (a *App) hand() {
	a.compare.SetComparison(a.comparison)
	a.columns.SetComparison(a.comparison)
	a.timeline.SetComparison(a.comparison)
	a.timeline.SetDigests(a.contents.listings)
	a.shifts.SetComparison(a.comparison)
	a.agreement.SetComparison(a.comparison)
	a.digests.SetSource(a.contents.digest)
	a.digests.SetDigests(a.contents.listings, a.comparison.Selected, digests.Shown{Filter: a.filter, Found: a.found})
	a.stale = true
	a.resize() // the notice may have come or gone
}

// setFilter changes the filter; u undoes it.
func (a *App) setFilter(f model.Filter) {
	if !f.Equal(a.filter) {
		a.record(change{filter: [2]model.Filter{a.filter, f}})
		a.tryFilter(f)
	}
}

// tryFilter changes the filter while a dialog is open, which keeps it or not.
func (a *App) tryFilter(f model.Filter) {
	a.filter, a.revealing = f, true
	a.refresh()
}

// settleFilter ends what tryFilter began.
func (a *App) settleFilter(kept bool) {
	tried := a.filter
	a.filter = a.before.filter
	switch {
	case kept:
		a.setFilter(tried)
	case !tried.Equal(a.filter):
		a.views = a.before.views // with their cursors, which the trial may have moved
		a.setLook(a.look)
		a.refresh()
	}
}

// remember keeps what to go back to.
func (a *App) remember() { a.before = before{a.filter, a.views} }

// show changes the view; Esc leads back from it.
func (a *App) show(v view) {
	if v != a.view {
		a.back = append(slices.Clip(a.back), a.view)
		a.view, a.stale = v, true
		a.resize() // the welcome comes and goes with its view
	}
}

// statement returns the statement that the cursor is on, false without any.
func (a *App) statement() (model.Statement, bool) {
	if a.linear {
		return a.lines.Statement()
	}
	return a.room().Statement()
}
