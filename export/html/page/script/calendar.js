// Offers: dayOf, civil, yearName, monthName, dayName, stretchName, parseDate. A day is counted from the
// beginning of 1970 in the proleptic Gregorian calendar; years are astronomical (0 is 1 BC).

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// dayOf takes months beyond a year's as those of the next one. Date.UTC would take the year 50 for 1950.
function dayOf(year, month = 1, day = 1) {
	return new Date(0).setUTCFullYear(year, month - 1, day) / 864e5;
}

function civil(day) {
	const d = new Date(Math.floor(day) * 864e5);
	return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate() };
}

const yearName = (year) => (year > 0 ? String(year) : 1 - year + " BC");
const monthName = (day, length = 9) => MONTHS[civil(day).month - 1].slice(0, length);
const dayName = (day) => `${civil(day).day} ${monthName(day)} ${yearName(civil(day).year)}`;

// stretchName says from when to when, no finer than the stretch asks for; the end is exclusive.
function stretchName(from, to) {
	const days = to - from;
	const name = days > 1500 ? (d) => yearName(civil(d).year) : days > 60 ? (d) => `${monthName(d)} ${yearName(civil(d).year)}` : dayName;
	const [a, b] = [name(from), name(Math.max(from, to - 1e-6))];
	return a === b ? a : `${a} – ${b}`;
}

// parseDate reads 2019, 2019-03, 2019-03-05, -0049, 50 BC, March 2019, 5 March 2019 and March 5, 2019. It
// gives the first day and the day after the last, or null for what is no date.
function parseDate(text) {
	text = text.trim().replace(/^[−–]/, "-");
	const bc = /\s*\bb\.?\s?c\.?(\s?e\.?)?$/i;
	const before = bc.test(text);
	if (before) text = text.replace(bc, "");
	let year, month, day;
	const iso = /^(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
	if (iso) {
		[year, month, day] = iso.slice(1).map((s) => (s === undefined ? undefined : Number(s)));
	} else {
		const m = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2}),?)?\s+(\d{1,4})$/i.exec(text);
		if (!m || (m[1] && m[3])) return null;
		month = MONTHS.findIndex((name) => name.toLowerCase().startsWith(m[2].toLowerCase())) + 1;
		if (!month) return null;
		year = Number(m[4]);
		day = m[1] || m[3] ? Number(m[1] || m[3]) : undefined;
	}
	if (before) year = 1 - year;
	if (month === undefined) return { from: dayOf(year), to: dayOf(year + 1) };
	if (month < 1 || month > 12) return null;
	if (day === undefined) return { from: dayOf(year, month), to: dayOf(year, month + 1) };
	const from = dayOf(year, month, day);
	return civil(from).day === day && day > 0 ? { from, to: from + 1 } : null;
}
