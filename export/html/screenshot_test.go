package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"dateline/export"
)

var screenshots = flag.String("screenshots", "", "write pictures of the page of this timeline (a JSON file) to testdata/screenshots")

// TestScreenshots takes the pictures of testdata/screenshots anew, for people to look at.
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("-screenshots TIMELINE.json takes them")
	}
	f, err := os.Open(*screenshots)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tl, err := export.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	dir := "../../testdata/screenshots"
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	for _, c := range []struct {
		name          string
		width, height int64
		medium, theme string
	}{
		{"page", 1280, 1000, "screen", "light"},
		{"dark", 1280, 1000, "screen", "dark"},
		{"phone", 390, 844, "screen", "light"},
	} {
		p := look(t, ctx, tl, c.width, c.height)
		p.media(c.medium, c.theme)
		picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, c.name+".png"), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
