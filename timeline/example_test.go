package timeline_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"slices"

	"dateline/export"
	"dateline/timeline"
	"dateline/timeline/article"
	"dateline/timeline/calendar"
)

func ExampleBuild() {
	list := []article.Article{{
		ID:        "verdict",
		Published: calendar.Must(calendar.OfDay(2019, 10, 3)),
		Text:      "A jury convicted Dana Reyes on Wednesday. The FBI arrested her in November 2017. Judge Carla Whitmore will sentence her on January 14.",
	}}
	t, err := timeline.Build(context.Background(), slices.Values(list), timeline.Options{})
	if err != nil {
		log.Print(err) // names the articles that are missing; the timeline holds the others
	}
	for _, e := range t.Events {
		fmt.Println(e.Date.Start, e.Status, e.Summary)
	}
	if _, err := export.Write(os.Stderr, t, export.CSV); err != nil {
		log.Fatal(err)
	}
	// Output:
	// 2017-11 occurred The FBI arrested Dana Reyes.
	// 2019-10-02 occurred A jury convicted Dana Reyes.
	// 2020-01-14 planned Judge Carla Whitmore will sentence Dana Reyes.
}
