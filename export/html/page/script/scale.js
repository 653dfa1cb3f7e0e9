// Offers: view (the stretch of time that the chart shows), setView, zoom, pan, ticks.

const view = { ...span };
const SHORTEST = 0.25; // of a view, in days: clock times are told apart

function setView(from, to) {
	const whole = span.to - span.from, length = Math.min(Math.max(to - from, Math.min(SHORTEST, whole)), whole);
	from = (from + to - length) / 2;
	view.from = Math.min(Math.max(from, span.from), span.to - length);
	view.to = view.from + length;
	viewChanged();
}

// zoom keeps the day where it is.
function zoom(factor, day = (view.from + view.to) / 2) {
	setView(day - (day - view.from) * factor, day + (view.to - day) * factor);
}

const pan = (part) => {
	const by = (view.to - view.from) * part;
	setView(view.from + by, view.to + by);
};

// firstView is the whole span, unless most events crowd into a small part of it: then that part.
function firstView() {
	const starts = events.slice(0, dated).map((e) => (Number.isFinite(e.from) ? e.from : e.to)).sort((a, b) => a - b);
	const most = Math.ceil(starts.length * 0.9);
	if (starts.length < 10) return span;
	let best = { from: span.from, to: span.to };
	for (let i = 0; i + most <= starts.length; i++) {
		if (starts[i + most - 1] - starts[i] < best.to - best.from) best = { from: starts[i], to: starts[i + most - 1] };
	}
	const length = Math.max(best.to - best.from, 1);
	return length < (span.to - span.from) / 4 ? { from: best.from - length * 0.06, to: best.to + length * 0.08 } : span;
}

// The steps of an axis, fine to coarse: about how many days, how to begin at or before a day and go on, the words of a tick and of
// what it lies in.
const hours = (n) => ({ days: n / 24, start: (d) => Math.floor(d), next: (d) => Math.round((d + n / 24) * 24) / 24, label: (d) => String(Math.round((d - Math.floor(d)) * 24)).padStart(2, "0") + ":00", within: dayName });
const daysStep = { days: 1, start: Math.floor, next: (d) => d + 1, label: (d) => String(civil(d).day), within: (d) => `${monthName(d)} ${yearName(civil(d).year)}` };
const weeks = { ...daysStep, days: 7, start: (d) => dayOf(civil(d).year, civil(d).month), next: (d) => (civil(d).day >= 22 ? dayOf(civil(d).year, civil(d).month + 1) : d + 7) };
const monthsStep = (n, length) => ({ days: n * 30.4, start: (d) => dayOf(civil(d).year), next: (d) => dayOf(civil(d).year, civil(d).month + n), label: (d) => monthName(d, length), within: (d) => yearName(civil(d).year) });
// Years BC are counted as their names are: with steps of a hundred 200 BC, 100 BC, 1, 100, 200.
const yearsStep = (n) => {
	const named = (k) => (n === 1 ? k : k > 0 ? k : k < 0 ? k + 1 : 1);
	const at = (k) => dayOf(named(k * n));
	const k = (d) => Math.floor((civil(d).year - (n > 1 && civil(d).year <= 0 ? 1 : 0)) / n);
	return { days: n * 365.25, start: (d) => at(k(d)), next: (d) => { let i = k(d) + 1; while (at(i) <= d) i++; return at(i); }, label: (d) => yearName(civil(d).year), within: () => "" };
};
const STEPS = [hours(1), hours(3), hours(6), hours(12), daysStep, weeks, monthsStep(1, 3), monthsStep(3, 3), ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(yearsStep)];

// ticks of a stretch drawn with so many pixels a day, none nearer to the next than room: {day, label, within}.
function ticks(from, to, perDay, room) {
	const step = STEPS.find((s) => s.days * perDay >= room) || STEPS.at(-1), list = [];
	for (let d = step.start(from); d < to; d = step.next(d)) {
		if (d >= from) list.push({ day: d, label: step.label(d), within: step.within(d) });
	}
	return { list, within: step.within(from) };
}
