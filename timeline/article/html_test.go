package article_test

import (
	"errors"
	"strings"
	"testing"

	"dateline/timeline/article"
)

const story = "<p>It rained all day in Oslo on Tuesday, and it went on raining the day after, the weather office said.</p>"

// Where a page's publication date is found. The last of several places is never the modified date.
func TestPublished(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for _, test := range []struct{ name, head, body, want string }{
		{"nowhere", "", "", ""},
		{"JSON-LD", ld(`{"@type": "NewsArticle", "datePublished": "2020-05-17", "dateModified": "2020-06-01"}`), "", "2020-05-17"},
		{"JSON-LD in a list", ld(`[{"@type": "Organization"}, {"@type": "BlogPosting", "datePublished": "2020-05-17T08:00"}]`), "", "2020-05-17T08:00"},
		{"JSON-LD of a page", ld(`{"@type": "WebPage", "mainEntity": {"@type": "https://schema.org/Article", "datePublished": {"@value": "2020-05-17"}}}`), "", "2020-05-17"},
		{"JSON-LD of other things", ld(`{"@type": "Event", "datePublished": "2020-05-17"}`), "", ""},
		{"JSON-LD that is broken", ld(`{"@type": "NewsArticle", "datePublished": `) + `<meta name="date" content="2020-05-17">`, "", "2020-05-17"},
		{"Open Graph", `<meta property="article:modified_time" content="2021-01-01"><meta property="article:published_time" content="2020-05-17T23:30:00-04:00">`, "", "2020-05-17T23:30:00-04:00"},
		{"Dublin Core", `<meta name="DC.date.issued" content="2020-05-17">`, "", "2020-05-17"},
		{"in words", `<meta name="pubdate" content="May 17, 2020">`, "", "2020-05-17"},
		{"month first with slashes", `<meta name="pubdate" content="05/07/2020">`, "", "2020-05-07"},
		{"publication before plain date", `<meta name="date" content="2024-01-01"><meta name="parsely-pub-date" content="2020-05-17">`, "", "2020-05-17"},
		{"never modified", `<meta name="last-modified" content="2020-05-17"><meta property="og:updated_time" content="2020-05-17">`, "", ""},
		{"an unreadable one gives way", `<meta property="article:published_time" content="%DATE%"><meta name="date" content="2020-05-17">`, "", "2020-05-17"},
		{"time element", "", `<time datetime="2020-05-17">Sunday</time>`, "2020-05-17"},
		{"time element without attribute", "", `<time>17 May 2020</time>`, "2020-05-17"},
		{"updated time element", "", `<div>Updated <time datetime="2020-05-17">Sunday</time></div>`, ""},
		{"published after updated", "", `<div><time class="updated" datetime="2021-05-17"></time><time class="published" datetime="2020-05-17"></time></div>`, "2020-05-17"},
		{"times beside the article", "", `<aside><time datetime="2020-05-17"></time></aside><footer><time datetime="2020-05-17"></time></footer><ul><li><time datetime="2020-05-17"></time></ul>`, ""},
		{"times in the text", "", `<p>It will rain again on <time datetime="2030-05-17">17 May</time>.</p>`, ""},
		{"address", `<link rel="canonical" href="https://x.example/2020/05/17/rain">`, "", "2020-05-17"},
		{"address with a name of the month", `<link rel="canonical" href="https://x.example/2020/May/7/rain.html">`, "", "2020-05-07"},
		{"address in one block", `<link rel="canonical" href="https://x.example/news-20200517.html">`, "", "2020-05-17"},
		{"address with another number", `<link rel="canonical" href="https://x.example/2020/05/a/20209917">`, "", ""},
		{"marked time before the address", `<link rel="canonical" href="https://x.example/2020/05/18/rain">`, `<time itemprop="datePublished" datetime="2020-05-17"></time>`, "2020-05-17"},
		{"address before another time", `<link rel="canonical" href="https://x.example/2020/05/17/rain">`, `<time datetime="2020-05-19"></time>`, "2020-05-17"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, errs := one(t, "a.html", "<html><head>"+test.head+"</head><body>"+test.body+story+"</body></html>")
			if len(errs) > 0 || a.Published.String() != test.want {
				t.Errorf("got %v, errors %v", a.Published, errs)
			}
		})
	}
}

func TestUnreadableDateOfAPage(t *testing.T) {
	a, errs := one(t, "a.html", `<meta name="date" content="%DATE%">`+story)
	if a.Text == "" || len(errs) != 1 || !errs[0].Warning || !errors.Is(errs[0], article.ErrDate) {
		t.Errorf("%+v, %v", a, errs)
	}
}

func TestMetadata(t *testing.T) {
	for _, test := range []struct{ name, page, title, author, url, language string }{
		{"Open Graph", `<html lang=en><meta property=og:title content="Rain &amp;amp; wind"><meta property=og:url content="https://x.example/a">` + story, "Rain & wind", "", "https://x.example/a", "en"},
		{"JSON-LD", `<script type="application/ld+json">{"@type":"Article","headline":"Rain","url":"https://x.example/b","author":"A. Penhale"}</script>` + story, "Rain", "A. Penhale", "https://x.example/b", ""},
		{"title without the site's name", `<title>Rain falls on Oslo again | The Post</title>` + story, "Rain falls on Oslo again", "", "", ""},
		{"heading", story + `<h1>Rain <b>again</b></h1>`, "Rain again", "", "", ""},
		{"author by relation", `<a rel=author href=/a>A. Penhale</a>` + story, "", "A. Penhale", "", ""},
		{"byline", `<div class=byline>By A. Penhale</div>` + story, "", "A. Penhale", "", ""},
		{"a profile's address is no author", `<meta property=article:author content="https://x.example/penhale">` + story, "", "", "", ""},
		{"a relative address is none", `<link rel=canonical href="/a">` + story, "", "", "", ""},
		{"language by meta", `<meta http-equiv=content-language content=en_GB>` + story, "", "", "", "en-GB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, errs := one(t, "a.html", test.page)
			if len(errs) > 0 || a.Title != test.title || a.Author != test.author || a.URL != test.url || a.Language != test.language {
				t.Errorf("got %+v, errors %v", a, errs)
			}
		})
	}
}

func TestPageText(t *testing.T) {
	const first, second = "It rained all day in Oslo on Tuesday, the weather office said.", "It went on raining the day after, and nobody knew why it did."
	for _, test := range []struct{ name, body, want string }{
		{"paragraphs", "<p>" + first + "<p>" + second, first + "\n\n" + second},
		{"blanks", "<p>It   rained\n\tall&nbsp;day in Os&shy;lo on&#8239;Tuesday, the\u200b weather office said.</p>", first},
		{"entities", "<p>Caf&eacute; &lt;Roma&gt; &amp; Co. closed on Tuesday after ninety-one years, its owner said.</p>", "Café <Roma> & Co. closed on Tuesday after ninety-one years, its owner said."},
		{"line breaks", "<p>" + first + "<br>" + second + "</p>", first + "\n" + second},
		{"preformatted", "<pre>" + first + "\n" + second + "</pre>", first + "\n" + second},
		{"inline markup", "<p><b>It</b> rain<i>ed</i> all day in <a href=x>Oslo</a> on Tuesday, the weather office said.</p>", first},
		{"hidden", "<p>" + first + "</p><p style='display: none'>Secret</p><p hidden>Secret</p>", first},
		{"scripts", "<p>" + first + "</p><script>document.write('x')</script><noscript>Enable it</noscript>", first},
		{"notices", "<p>" + first + "</p><div><b>Advertisement</b></div><p>" + second + "</p>", first + "\n\n" + second},
		{"never closed", strings.Repeat("<font><b><div>", 3000) + "<p>" + first + "</p>" + second, first + "\n\n" + second},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, errs := one(t, "a.html", "<html><body>"+test.body+"</body></html>")
			if len(errs) > 0 || a.Text != test.want {
				t.Errorf("got %q, want %q, errors %v", a.Text, test.want, errs)
			}
		})
	}
}
