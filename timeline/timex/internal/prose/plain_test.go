package prose

import (
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	tests := []struct{ text, plain string }{
		{"Last year's sales.\nThis year's", "Last year's sales.\nThis year's"},
		{"Last year’s sales in ‘98", "Last year's sales in '98"},
		{"One\r\nTwo\rThree", "One\nTwo\nThree"},
		{" \n\ufeffIn Octo\u00adber\u200b 1998,", "In October 1998,"},
		{"5\u00a0May,\u20093\u202fp.m.", "5 May, 3 p.m."},
		{"“5 May” – 2019…", "“5 May” – 2019…"},
		{"The ministers met in the capital on the evening of 12\r\nMay and talked.", "The ministers met in the capital on the evening of 12 May and talked."},
		{"Police log for the week that ended on the last day of the month\nFriday\n6:12 a.m. A car was reported stolen", "Police log for the week that ended on the last day of the month\nFriday\n6:12 a.m. A car was reported stolen"},
		{"The ministers met in the capital on the evening of the 12th,\nand talked.", "The ministers met in the capital on the evening of the 12th, and talked."},
	}
	for _, test := range tests {
		p := PlainOf(test.text)
		if p.Text != test.plain {
			t.Errorf("%q is %q, want %q", test.text, p.Text, test.plain)
			continue
		}
		at := 0
		for word := range strings.FieldsSeq(p.Text) { // each word stands where it stood, without what is unseen around it
			at += strings.Index(p.Text[at:], word)
			got := test.text[p.Start(at):p.End(at+len(word))]
			if back := PlainOf(got); back.Text != word || strings.Trim(got, "\u00ad\u200b\ufeff") != got {
				t.Errorf("%q: %q stood at %q", test.text, word, got)
			}
			at += len(word)
		}
	}
}
