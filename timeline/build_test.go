package timeline_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"dateline/timeline"
	"dateline/timeline/article"
)

func asText(t *testing.T, tl *timeline.Timeline) string {
	t.Helper()
	b, err := json.MarshalIndent(tl, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestBuildErrors(t *testing.T) {
	defer goleak.VerifyNone(t)
	list := []article.Article{
		{ID: "broken", Text: "It opened on 3 May 2012.\xff"},
		{ID: "good", Text: "The bridge opened on 3 May 2012."},
	}
	got, err := timeline.Build(t.Context(), slices.Values(list), timeline.Options{})
	var which *timeline.ArticleError
	if !errors.As(err, &which) || which.ID != "broken" || !errors.Is(err, timeline.ErrNotUTF8) {
		t.Errorf("error %v, want one that names the broken article", err)
	}
	if got == nil || len(got.Sources) != 1 || got.Sources[0].Name != "good" || len(got.Events) != 1 {
		t.Errorf("the good article is lost: %v", got)
	}

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got, err := timeline.Build(ctx, slices.Values(list), timeline.Options{}); got != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("after its context ended Build gave %v, %v", got, err)
	}
}

func TestBuildOfNothing(t *testing.T) {
	for name, list := range map[string][]article.Article{
		"no article":          nil,
		"an empty article":    {{ID: "empty"}},
		"a text without date": {{ID: "plain", Text: "The mayor opened the bridge."}},
	} {
		got, err := timeline.Build(t.Context(), slices.Values(list), timeline.Options{})
		if err != nil || len(got.Events) != 0 || got.Undated != nil {
			t.Errorf("%s: %v, %v", name, got, err)
			continue
		}
		if s := asText(t, got); strings.Contains(s, "null") {
			t.Errorf("%s: null in %s", name, s)
		}
	}
}

// FuzzBuild holds the whole way through to what must be true of every text.
func FuzzBuild(f *testing.F) {
	f.Add("A jury convicted Dana Reyes on Wednesday, two years after the FBI arrested her on Nov. 9, 2017.\n\nShe will appeal.")
	f.Add("“We land,” she said on 30 February — or between May and 1999/2001-13-77…")
	f.Fuzz(func(t *testing.T, s string) {
		if err := build(s); err != nil {
			t.Fatal(err)
		}
	})
}

// build gives an error where building a text breaks down or its evidence is not in it.
func build(text string) error {
	list := []article.Article{{ID: "only", Text: text}}
	got, err := timeline.Build(context.Background(), slices.Values(list), timeline.Options{Undated: true})
	if errors.Is(err, timeline.ErrNotUTF8) {
		return nil
	}
	if err != nil {
		return err
	}
	body := []rune(text)
	for _, e := range slices.Concat(got.Events, got.Undated) {
		if x := e.Evidence[0]; string(body[x.Start:x.End]) != x.Text || string(body[x.Trigger.Start:x.Trigger.End]) != x.Trigger.Text {
			return fmt.Errorf("evidence %+v is not in the text", x)
		}
	}
	return nil
}
