package html_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

var screenshots = flag.Bool("screenshots", false, "take the pictures of testdata/screenshots anew")

// TestScreenshots takes the pictures of testdata/screenshots anew, for people to look at.
func TestScreenshots(t *testing.T) {
	if !*screenshots {
		t.Skip("-screenshots takes them")
	}
	tl := readTimeline(t, "../../testdata/golden/fraud-trial.json")
	dir := "../../testdata/screenshots"
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	ctx := browser(t)
	for _, c := range []struct {
		name, scheme  string
		width, height int64
	}{
		{"page", "light", 1280, 1000},
		{"dark", "dark", 1280, 1000},
		{"phone", "light", 390, 844},
	} {
		p := look(t, ctx, tl, c.width, c.height)
		p.media("screen", c.scheme)
		picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, c.name+".png"), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
