package prose

import "strings"

// ResultReach is how many bytes around an expression a sum of money may stand that makes it one of a report.
const ResultReach = 160

// resultWords are what reports of results count and compare.
var resultWords = [...]string{"million", "billion", "share", "sales", "revenue", "profit", "earnings", "income", "%", "percent", "growth", " loss", " net "}

// OfResults reports whether the sentence around text[start:end] compares results.
func OfResults(text string, start, end int) bool {
	from := max(0, start-ResultReach)
	if i := strings.LastIndexAny(text[from:start], "\n"); i >= 0 {
		from += i
	}
	window := text[from:min(len(text), end+ResultReach/4)]
	for _, w := range resultWords {
		if strings.Contains(window, w) {
			return true
		}
	}
	return false
}
