package export

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"dateline/timeline"
)

// The programs that our files are for, at the versions that they were looked at with: npm packages, and the
// file in each that a page loads.
var programs = []struct{ script, name, version, file string }{
	{"timelinejs.js", "@knight-lab/timelinejs", "3.9.11", "package/dist/js/timeline.js"},
	{"vis.js", "vis-timeline", "8.5.4", "package/standalone/umd/vis-timeline-graph2d.min.js"},
	{"ical.js", "ical.js", "2.2.1", "package/dist/ical.js"},
}

// TestOtherPrograms has TimelineJS 3, vis-timeline and ical.js load what is written for them, in a browser.
// It is skipped, with a word, without npm, Chromium, or the packages.
func TestOtherPrograms(t *testing.T) {
	tab := openTab(t, fetchPrograms(t))
	for name, tl := range inputs(t) {
		t.Run(name, func(t *testing.T) {
			t.Run("TimelineJS", func(t *testing.T) { inTimelineJS(t, tab, tl) })
			t.Run("vis-timeline", func(t *testing.T) { inVis(t, tab, tl) })
			t.Run("iCalendar", func(t *testing.T) { inICalendar(t, tab, tl) })
		})
	}
}

// loaded is what a program has made of an event.
type loaded struct {
	ID, Group, Display string
	Year               int
}

// inTimelineJS loads a timeline into TimelineJS: every dated event is there, in its year and group, without
// a complaint.
func inTimelineJS(t *testing.T, tab context.Context, tl *timeline.Timeline) {
	data, lost := write(t, tl, TimelineJS)
	if len(tl.Events) == 0 {
		return // TimelineJS asks for at least one
	}
	got := evaluate[struct {
		Errors []string
		Events []loaded
	}](t, tab, `(async () => {
		const data = `+string(data)+`;
		document.body.innerHTML = "<div id=t style='width:900px;height:600px'></div>";
		const t = new TL.Timeline("t", data, {});
		for (let i = 0; i < 200 && !(t.config && t.config.events && t.config.events.length); i++) await new Promise(r => setTimeout(r, 25));
		const text = html => new DOMParser().parseFromString(html || "", "text/html").body.textContent;
		return {
			Errors: t.config ? t.config.getErrors() : ["no configuration"],
			Events: t.config ? t.config.events.map(e => ({ID: e.unique_id, Group: text(e.group), Display: text(e.display_date), Year: Number(e.start_date.data.date_obj ? e.start_date.data.date_obj.getFullYear() : e.start_date.data.year)})) : [],
		};
	})()`)
	var want []loaded
	for i := range tl.Events {
		e := &tl.Events[i]
		l := loaded{ID: e.ID, Display: displayDate(e.Date)}
		if len(e.Actors) > 0 {
			l.Group = e.Actors[0].Name
		}
		if l.Year = e.Date.Start.Year(); e.Date.Start.IsZero() {
			l.Year = e.Date.End.Year()
		}
		want = append(want, l)
	}
	sameEvents(t, got.Events, want)
	if len(got.Errors) > 0 {
		t.Errorf("it complains: %q", got.Errors)
	}
	onlyUndated(t, tl, lost)
}

// inVis loads a timeline into vis-timeline: every dated event is an item, in a group that is there.
func inVis(t *testing.T, tab context.Context, tl *timeline.Timeline) {
	data, lost := write(t, tl, Vis)
	got := evaluate[[]loaded](t, tab, `(async () => {
		const data = `+string(data)+`;
		document.body.innerHTML = "<div id=t style='width:900px;height:600px'></div>";
		const t = new vis.Timeline(document.getElementById("t"), new vis.DataSet(data.items), new vis.DataSet(data.groups), {});
		await new Promise(r => setTimeout(r, 100));
		const groups = Object.fromEntries(data.groups.map(g => [g.id, g.content]));
		return Object.values(t.itemSet.items).filter(i => i.parent && i.parent.groupId in groups).map(i => ({ID: i.id, Group: "", Display: "", Year: i.data.start.getFullYear()}));
	})()`)
	var want []loaded
	for i := range tl.Events {
		e := &tl.Events[i]
		l := loaded{ID: e.ID, Year: e.Date.Start.Year()}
		if e.Date.Start.IsZero() {
			l.Year = e.Date.End.Year()
		}
		want = append(want, l)
	}
	sameEvents(t, got, want)
	onlyUndated(t, tl, lost)
}

// inICalendar has ical.js parse the calendar, strictly: there is one event for each that is not counted as lost.
func inICalendar(t *testing.T, tab context.Context, tl *timeline.Timeline) {
	data, lost := write(t, tl, ICalendar)
	got := evaluate[[]loaded](t, tab, fmt.Sprintf(`(async () => {
		const ICAL = (await import("/ical.js")).default;
		ICAL.design.strict = true;
		const calendar = new ICAL.Component(ICAL.parse(%q));
		return calendar.getAllSubcomponents("vevent").map(c => new ICAL.Event(c)).map(e => ({ID: e.uid, Group: "", Display: e.summary, Year: e.startDate.year}));
	})()`, data))
	left := 0
	for _, l := range lost {
		left += l.Count
	}
	if want := len(tl.Events) + len(tl.Undated) - left; len(got) != want {
		t.Errorf("%d events, want %d", len(got), want)
	}
	ids := map[string]bool{}
	for _, e := range got {
		if e.Year < 1 || e.Display == "" || ids[e.ID] {
			t.Errorf("%+v", e)
		}
		ids[e.ID] = true
	}
}

func sameEvents(t *testing.T, got, want []loaded) {
	t.Helper()
	byID := func(a, b loaded) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(got, byID)
	slices.SortFunc(want, byID)
	if !slices.Equal(got, want) {
		t.Errorf("it has\n%+v\nwant\n%+v", got, want)
	}
}

// onlyUndated fails the test unless the events without a date are all that was lost.
func onlyUndated(t *testing.T, tl *timeline.Timeline, lost Lost) {
	t.Helper()
	var want Lost
	want.add(undatedLeftOut, len(tl.Undated))
	if !slices.Equal(lost, want) {
		t.Errorf("lost %v, want %v", lost, want)
	}
}

// fetchPrograms gives a server of a page that has the programs loaded.
func fetchPrograms(t *testing.T) string {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed: TimelineJS, vis-timeline and ical.js do not load what is written for them")
	}
	dir := t.TempDir()
	for _, p := range programs {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		cmd := exec.CommandContext(ctx, npm, "pack", "--silent", "--prefer-offline", "--pack-destination", dir, p.name+"@"+p.version)
		cmd.Dir = dir
		out, err := cmd.Output()
		cancel()
		if err != nil {
			t.Skipf("npm does not give %s %s: it does not load what is written for it", p.name, p.version)
		}
		if err := unpack(filepath.Join(dir, strings.TrimSpace(string(out))), p.file, filepath.Join(dir, p.script)); err != nil {
			t.Fatal(err)
		}
	}
	const page = `<!DOCTYPE html><meta charset="utf-8"><script src="timelinejs.js"></script><script src="vis.js"></script><body>`
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(server.Close)
	return server.URL
}

// unpack takes one file out of an npm package.
func unpack(archive, name, target string) error {
	f, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err != nil {
			return fmt.Errorf("%s in %s: %w", name, archive, err)
		}
		if h.Name == name {
			data, err := io.ReadAll(r)
			if err != nil {
				return err
			}
			return os.WriteFile(target, data, 0o644)
		}
	}
}

// openTab opens an address in headless Chromium.
func openTab(t *testing.T, address string) context.Context {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		t.Skip("Chromium is not installed: TimelineJS, vis-timeline and ical.js do not load what is written for them")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.UserDataDir(t.TempDir()), chromedp.NoSandbox, chromedp.DisableGPU)
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx, chromedp.Navigate(address)); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil && !errors.Is(err, context.Canceled) {
			t.Log(err)
		}
	})
	return ctx
}

// evaluate is the value of an expression in the page, whose promise is waited for.
func evaluate[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(tab, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}
