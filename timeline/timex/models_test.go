package timex_test

import (
	"bytes"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/timeline/calendar"
	"dateline/timeline/timex"
	"dateline/timeline/timex/internal/maxent"
	"dateline/timeline/timex/internal/maxent/training"
)

var train = flag.Bool("train", false, "measure the models by a whole cross-validation, and write their weights anew")

// models are the files of weights, with what share of choices in documents that a model has not seen it must make right: a little less than it did when that was set.
var models = []struct {
	file    string
	chooses string
	traits  []string
	floor   float64
}{
	{timex.DaysOfTimes, "the day of a time of day that names none, \"at 7:40 p.m.\", or none where it is of no one day", timex.DayTraits, 0.83},
	{timex.DaysCountedFrom, "the day that others are counted from, \"the next morning\"", timex.DayTraits, 0.93},
	{timex.DaysOfWeekdays, "the week of a weekday, \"on Friday\", or none where it is of every one", timex.WeekdayTraits, 0.93},
	{timex.YearsOfDates, "the year of a date that names none, \"in May\", or none where it is of every one", timex.YearTraits, 0.92},
	{timex.GenresOfTexts, "what a text whose day of writing is known is: news, a narrative that looks back from it, or one that has nothing to do with it", timex.GenreTraits, 0.89},
	{timex.DaysOfToday, "whether \"today\" is the day of writing or means these days", timex.TodayTraits, 0.82},
	{timex.HoursOfDay, "the half of the day of \"half past four\", and whether the nine of \"at nine\" is an hour", timex.HourTraits, 0.77},
}

// folds is into how many parts the documents are put, one of which a model is measured on and has not seen.
const folds = 10

// TestModels trains each model on nine tenths of the documents and measures it on the others.
func TestModels(t *testing.T) {
	answered := answered(t)
	for _, m := range models {
		examples, measured := answered[m.file], 1
		if *train {
			measured = folds
		}
		right, of := crossValidate(examples, len(m.traits), measured)
		share := float64(right) / float64(of)
		t.Logf("%s: %d of %d choices are right: %.3f", m.file, right, of, share)
		if share < m.floor {
			t.Errorf("%s: %.3f of the choices are right, want %.2f", m.file, share, m.floor)
		}
		if !*train {
			continue
		}
		remarks := []string{
			"Weights of the log-linear model that chooses " + m.chooses + ": hundredths, one line for each piece of evidence, one column for each",
			"trait that a candidate may have. Written by \"go test ./timeline/timex -run TestModels -train\" from what the articles of testdata/timex/annotated and the forms and passages",
			fmt.Sprintf("of testdata/timex leave open, %d choices. On tenths of the articles that it was not trained on a model is right in %.1f of 100.", len(examples), 100*share),
		}
		var file bytes.Buffer
		if err := training.Write(&file, remarks, m.traits, training.Train(examples, len(m.traits))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(m.file, file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// crossValidate measures models on the articles of some of the folds and trains each on the others.
func crossValidate(examples []training.Example, traits, measured int) (right, of int) {
	for fold := range measured {
		var learnt, held []training.Example
		for _, x := range examples {
			hash := fnv.New32a()
			hash.Write([]byte(x.Document))
			switch {
			case int(hash.Sum32()%folds) != fold:
				learnt = append(learnt, x)
			case !strings.HasPrefix(x.Document, ofForm):
				held = append(held, x)
			}
		}
		m := maxent.New(traits, training.Train(learnt, traits))
		for _, x := range held {
			var sum maxent.Sum
			sum.Begin(x.Candidates)
			for _, evidence := range x.Evidence {
				m.Add(&sum, []byte(evidence))
			}
			if best, _ := sum.Best(); best == x.Right {
				right++
			}
		}
		of += len(held)
	}
	return right, of
}

// specifiedWeight is how many choices of the articles one of a form or passage counts for: it is one of many such sentences.
const specifiedWeight = 8

// ofForm begins the names of the documents that are a form or passage.
const ofForm = "form "

// answered are the choices that the specification answers, by the file of the model that makes them: those of the annotated articles, and of the forms and passages.
func answered(t *testing.T) map[string][]training.Example {
	all := map[string][]training.Example{}
	for _, file := range slices.Sorted(maps.Keys(floors)) {
		for _, a := range readAnnotated(t, filepath.Join(annotatedArticles, file)) {
			genre := a.genre(all, a.published, genreWeight)
			timex.Choices(all, a.id, a.text, timex.Options{Published: a.published}, genre, a.answer)
			if later := a.later(); a.published.IsZero() && !later.IsZero() {
				a.genre(all, later, laterWeight)
			}
		}
	}
	files, err := filepath.Glob("../../testdata/timex/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		for _, f := range readCorpus(t, file) {
			for range specifiedWeight {
				timex.Choices(all, fmt.Sprint(ofForm, file, f.line), unbracketed.Replace(f.text), f.options, timex.News, f.answer)
			}
		}
	}
	return all
}

// answer is what is annotated of an expression at bytes [start, end).
func (a *annotated) answer(start, end, _ int) timex.Answer {
	for _, g := range a.gold {
		if g.Start < end && start < g.End {
			return answerOf(g.Value)
		}
	}
	return timex.Answer{}
}

// answer is what is specified of the expression behind n timexes.
func (f *specified) answer(_, _, n int) timex.Answer {
	switch {
	case f.list == "passages" && n < len(f.want):
		return answerOf(f.want[n])
	case f.list != "passages" && f.list != "negative" && n == 0:
		return answerOf(f.want[1])
	}
	return timex.Answer{}
}

// answerOf is what a value says of the day, the hour and the year.
func answerOf(value string) timex.Answer {
	a := timex.Answer{Marked: true, Hour: -1, Every: strings.HasPrefix(value, "XXXX-"), Now: value == "PRESENT_REF"}
	if bc, ok := strings.CutPrefix(value, "BC"); ok {
		year, _ := strconv.Atoi(bc[:min(4, len(bc))])
		a.Year = 1 - year
	} else if year, err := strconv.Atoi(value[:min(4, len(value))]); err == nil {
		a.Year = year
	}
	day, clock, _ := strings.Cut(value, "T")
	if hour, err := strconv.Atoi(clock[:min(2, len(clock))]); err == nil {
		a.Hour = hour
	}
	if d, err := calendar.Parse(day); err == nil && d.Precision() == calendar.Day {
		a.Day = d
	}
	return a
}

// later is a day some years after all that a text tells of, by its name: that on which a history or a novel was printed anew. It is no date for a text that tells of no year or of the last ones.
func (a *annotated) later() calendar.Date {
	latest := 0
	for _, g := range a.gold {
		latest = max(latest, answerOf(g.Value).Year)
	}
	if latest == 0 {
		return calendar.Date{}
	}
	hash := fnv.New32a()
	hash.Write([]byte(a.id))
	h := int(hash.Sum32() >> 3)
	year := latest + [...]int{3, 6, 12, 25, 50, 100}[h%6]
	if year > latestPrinted {
		year = latestPrinted - h/6%8
	}
	if year < latest+2 {
		return calendar.Date{}
	}
	day, _ := calendar.OfDay(year, 1+h/50%12, 1+h/1000%28)
	return day
}

// latestPrinted is the last year that later gives.
const latestPrinted = 2026

const (
	// genreWeight is how many times an article counts at most as an example of what a text is, and laterWeight one that was given a day of writing.
	genreWeight, laterWeight = 5, 1
	// genreMargin is how many timexes more must have their value in an article that is taken for no news, for it to be none.
	genreMargin = 6
)

// genre is what a text with a day of writing is: as what most of its timexes have their value. It becomes an example where it matters, which counts as many times as it does so for timexes, weight times at most.
func (a *annotated) genre(into map[string][]training.Example, written calendar.Date, weight int) int {
	if written.IsZero() {
		return timex.News
	}
	best, most := training.Example{}, math.MinInt
	var rights []int
	undated := a.published.IsZero()
	for genre := range timex.GenreTraits {
		found, as := timex.FindAs(genre, a.text, timex.Options{Published: written})
		right, _ := a.compare(found)
		rights = append(rights, right)
		if !undated && genre != timex.News {
			right -= genreMargin
		}
		if right > most || right == most && undated && genre == timex.Narrative && best.Right != timex.News {
			best, most = as, right
		}
	}
	best.Document = a.id
	for range min(slices.Max(rights)-slices.Min(rights), weight) {
		into[timex.GenresOfTexts] = append(into[timex.GenresOfTexts], best)
	}
	return best.Right
}
