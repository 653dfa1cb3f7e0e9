// Offers: chart (layOut, draw, resize) and what it takes from main.js: select, changed. It draws the lanes on
// a canvas: a mark for each event where they have room, else the number of events in each few pixels.

const ROW = 19, AXIS = 40, BIN = 4, ROWS = 22, BELOW = 8;

const chart = (() => {
	const box = byId("chart"), names = byId("lane-names"), plot = byId("plot"), canvas = plot.querySelector("canvas"), tip = byId("tip");
	const c = canvas.getContext("2d");
	let lanes = [], width = 0, height = 0, marks = [], colours = {}, hover = null, current = null;

	function readColours() {
		const style = getComputedStyle(document.documentElement);
		colours = { sans: style.getPropertyValue("--sans") };
		for (const name of ["paper", "ink", "soft", "rule", "hair", "accent", "tint", ...STATUSES]) colours[name] = style.getPropertyValue("--" + name).trim();
	}

	// layOut takes new lanes: each gets two rows, and what is left of ROWS goes to the lanes with the most use for more.
	function layOut(shown) {
		const filled = fillLanes(shown);
		lanes = filled.lanes;
		for (const l of lanes) {
			l.use = Math.ceil(Math.sqrt(l.events.length));
			l.rows = Math.min(l.use, 2) || 1;
		}
		for (let left = ROWS - lanes.reduce((n, l) => n + l.rows, 0); left > 0 && lanes.length; left--) {
			const most = lanes.reduce((a, b) => (b.use - b.rows > a.use - a.rows ? b : a), lanes[0]);
			if (most.rows >= most.use) break;
			most.rows++;
		}
		height = 0;
		for (const l of lanes) {
			l.top = height;
			l.height = Math.max(l.rows * ROW + 8, 36);
			height += l.height;
		}
		clear(names, ...lanes.map((l) => {
			const head = el(l.rest ? "div.rest" : "div", { title: l.name },
				l.value === undefined ? l.name : el("button", { type: "button", dir: "auto", "aria-label": `Only ${l.name}`, onclick: () => choose(lane.kind, l.value) }, l.name),
				el("small", null, number(l.events.length)));
			head.style.height = l.height + "px";
			return head;
		}));
		const more = byId("more-lanes");
		lane.hidden = filled.hidden;
		more.hidden = !filled.hidden && !lane.most;
		more.textContent = filled.hidden ? `More lanes (${number(filled.hidden)} have none of their own)` : "Fewer lanes";
		resize();
	}

	function resize() {
		readColours();
		width = plot.clientWidth;
		const scale = Math.max(window.devicePixelRatio || 1, 1);
		canvas.width = width * scale;
		canvas.height = (height + AXIS) * scale;
		canvas.style.height = height + AXIS + "px";
		c.setTransform(scale, 0, 0, scale, 0, 0);
		draw();
	}

	const perDay = () => width / (view.to - view.from);
	const x = (day) => (day - view.from) * perDay();
	const dayAt = (px) => view.from + px / perDay();

	function draw() {
		c.clearRect(0, 0, width, height + AXIS);
		marks = [];
		drawAxis();
		for (const l of lanes) drawLane(l);
		box.setAttribute("aria-label", `Chart of ${stretchName(view.from, view.to)}: ${lanes.length} lanes`);
	}

	function drawAxis() {
		const { list, within } = ticks(view.from, view.to, perDay(), 64);
		c.font = "12px " + colours.sans;
		c.textBaseline = "top";
		c.textAlign = "left";
		c.lineWidth = 1;
		let last = within, lastAt = -1e9;
		for (const t of list) {
			const at = Math.round(x(t.day)) + 0.5, border = t.within !== last;
			c.strokeStyle = border ? colours.rule : colours.hair;
			line(at, 0, at, height + (border ? AXIS - 4 : 6));
			c.fillStyle = colours.soft;
			if (at + 4 + c.measureText(t.label).width <= width) c.fillText(t.label, at + 4, height + 5);
			if (border) {
				c.fillStyle = colours.ink;
				c.fillText(t.within, at + 4, height + 21);
				if (lastAt < -1e8) firstWithin(within, at);
				lastAt = at;
			}
			last = t.within;
		}
		if (lastAt < -1e8) firstWithin(within, width);
		c.strokeStyle = colours.rule;
		line(0, height + 0.5, width, height + 0.5);
		c.strokeStyle = colours.hair;
		for (const l of lanes.slice(1)) line(0, l.top - 0.5, width, l.top - 0.5);
	}

	// firstWithin names what the view begins in, where there is room before the next name.
	function firstWithin(words, before) {
		c.fillStyle = colours.ink;
		if (words && c.measureText(words).width + 10 < before) c.fillText(words, 4, height + 21);
	}

	function line(x0, y0, x1, y1) {
		c.beginPath();
		c.moveTo(x0, y0);
		c.lineTo(x1, y1);
		c.stroke();
	}

	function drawLane(l) {
		const seen = l.events.filter((e) => e.to > view.from && e.from < view.to);
		if (seen.length > (width / 14) * l.rows) drawCounts(l, seen);
		else drawMarks(l, seen);
	}

	// drawCounts draws how many events begin in each few pixels; the height goes with the square root, so that one is
	// seen beside a hundred.
	function drawCounts(l, seen) {
		const bins = new Array(Math.ceil(width / BIN)).fill(0);
		for (const e of seen) bins[binOf(e)]++;
		const most = Math.max(...bins), room = l.height - 8;
		c.fillStyle = colours.occurred;
		bins.forEach((n, i) => {
			if (!n) return;
			const tall = Math.max(2, Math.sqrt(n / most) * room);
			c.fillRect(i * BIN, l.top + l.height - tall, BIN - 1, tall);
			marks.push({ x0: i * BIN, x1: i * BIN + BIN, y0: l.top, y1: l.top + l.height, count: n, from: dayAt(i * BIN), to: dayAt(i * BIN + BIN) });
		});
		const at = current && seen.includes(current) ? binOf(current) : -1;
		if (at >= 0) {
			c.fillStyle = colours.accent;
			c.fillRect(at * BIN, l.top + 2, BIN - 1, l.height - 2);
		}
	}

	const binOf = (e) => Math.min(Math.max(Math.floor(x(Math.max(Number.isFinite(e.from) ? e.from : e.to, view.from)) / BIN), 0), Math.ceil(width / BIN) - 1);

	// drawMarks puts each event into the row that has been free the longest, and beside it its words
	// where the row stays free for them.
	function drawMarks(l, seen) {
		const rows = Array.from({ length: l.rows }, () => ({ end: -Infinity, last: null }));
		const list = [];
		for (const e of seen) {
			const open = [!Number.isFinite(e.from), !Number.isFinite(e.to)];
			const x0 = open[0] ? Math.min(0, x(e.to) - 30) : x(e.from), x1 = open[1] ? width + 8 : x(e.to);
			const long = x1 - x0 > 14;
			const row = rows.reduce((a, b) => (b.end < a.end ? b : a));
			const m = { e, l, open, long, x0: long ? x0 : (x0 + x1) / 2, x1: long ? x1 : (x0 + x1) / 2, row: rows.indexOf(row), room: Infinity };
			m.at = open[0] ? Math.min(m.x1, width - 6) : Math.max(m.x0, long ? 6 : -9); // the sign stands at the end that is known
			if (row.last) row.last.room = m.at - 10 - labelAt(row.last);
			row.last = m;
			row.end = Math.max(m.x1, m.x0 + 14);
			list.push(m);
		}
		const used = new Array(l.rows).fill(0);
		for (const m of list) used[m.row] = drawMark(m, used[m.row]);
	}

	const labelAt = (m) => m.at + 12;

	// drawMark draws a mark in a row that is taken up to the pixel taken, and gives up to where it now is.
	function drawMark(m, taken) {
		const { e, l, at } = m, y = l.top + 4 + m.row * ROW + ROW / 2, colour = colours[e.status] || colours.occurred;
		c.strokeStyle = c.fillStyle = colour;
		if (m.long) drawStretch(m, y);
		else if (e.about) drawAbout(at, y);
		if (e === current || e === hover) {
			c.save();
			c.fillStyle = colours.accent;
			c.globalAlpha = e === current ? 0.28 : 0.16;
			c.beginPath();
			c.arc(at, y, 9, 0, 7);
			c.fill();
			c.restore();
		}
		drawGlyph(c, e.status, at, y, colours.paper);
		marks.push({ x0: Math.min(m.x0, at) - 7, x1: Math.max(m.x1, at) + 7, y0: y - ROW / 2, y1: y + ROW / 2, event: e });
		c.fillStyle = e === current ? colours.accent : colours.ink;
		c.textBaseline = "middle";
		const words = canvasText(e.what), right = fitted(words, Math.min(m.room, 380, width - labelAt(m)));
		if (right !== words && at - 12 - c.measureText(words).width > taken + 10 && at < width) {
			c.textAlign = "right";
			c.fillText(words, at - 12, y + 0.5);
			c.textAlign = "left";
		} else if (right) {
			c.fillText(right, labelAt(m), y + 0.5);
			return labelAt(m) + c.measureText(right).width;
		}
		return at + 8;
	}

	// drawStretch draws a bar below the words: broken where the date is approximate, an arrow where an end is open.
	function drawStretch(m, middle) {
		const y = middle + BELOW, x0 = Math.max(m.x0, -10), x1 = Math.min(m.x1, width + 10);
		c.save();
		if (m.open[0] || m.open[1]) {
			c.lineWidth = 1.5;
			line(x0, y, m.open[1] ? width - 3 : x1, y);
			const tipAt = m.open[1] ? width - 3 : 3, back = m.open[1] ? -6 : 6;
			c.beginPath();
			c.moveTo(tipAt + back, y - 4);
			c.lineTo(tipAt, y);
			c.lineTo(tipAt + back, y + 4);
			c.stroke();
		} else {
			c.globalAlpha = 0.5;
			c.lineWidth = 3;
			if (m.e.about) c.setLineDash([2, 2.5]);
			line(x0, y, x1, y);
		}
		c.restore();
	}

	// drawAbout puts a broken bar below a mark that is too short for one of its own.
	function drawAbout(at, middle) {
		c.save();
		c.globalAlpha = 0.5;
		c.lineWidth = 3;
		c.setLineDash([2, 2.5]);
		line(at - 10, middle + BELOW, at + 10, middle + BELOW);
		c.restore();
	}

	// canvasText is a text on one line without marks of direction: a canvas has no isolation.
	const canvasText = (text) => text.slice(0, 120).replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

	// fitted cuts a text to a width; it is empty where less than a word has room.
	function fitted(text, room) {
		c.font = "12px " + colours.sans;
		if (room < 46) return "";
		if (c.measureText(text).width <= room) return text;
		let low = 0, high = text.length;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (c.measureText(text.slice(0, middle) + "…").width <= room) low = middle;
			else high = middle - 1;
		}
		return low > 5 ? text.slice(0, low).replace(/[\s\ud800-\udbff]+$/, "") + "…" : "";
	}

	const markAt = (px, py) => marks.findLast((m) => px >= m.x0 && px <= m.x1 && py >= m.y0 && py <= m.y1);

	function showTip(m, px, py) {
		tip.hidden = !m;
		plot.classList.toggle("over", Boolean(m));
		const event = m ? m.event || null : null;
		if (event !== hover) {
			hover = event;
			schedule();
		}
		if (!m) return;
		if (m.event) clear(tip, el("b", null, m.event.when + (m.event.status === "occurred" ? "" : ", " + m.event.status)), textOf(m.event.what.slice(0, 300)));
		else clear(tip, el("b", null, stretchName(m.from, m.to)), el("span", null, `${number(m.count)} ${m.count === 1 ? "event" : "events"}`));
		const frame = plot.getBoundingClientRect();
		tip.style.left = Math.max(8, Math.min(frame.left + px + 14, document.documentElement.clientWidth - tip.offsetWidth - 12)) + window.scrollX + "px";
		tip.style.top = frame.top + window.scrollY + py + 18 + "px";
	}

	let scheduled = false;
	function schedule() {
		if (scheduled) return;
		scheduled = true;
		requestAnimationFrame(() => {
			scheduled = false;
			draw();
		});
	}

	// Pointers: one moves the chart, two zoom it, a click goes to the event or into the count.
	const down = new Map();
	let moved = 0;
	plot.addEventListener("pointerdown", (p) => {
		if (p.button) return;
		down.set(p.pointerId, p);
		moved = 0;
		plot.setPointerCapture(p.pointerId);
	});
	plot.addEventListener("pointermove", (p) => {
		const frame = plot.getBoundingClientRect(), before = down.get(p.pointerId);
		if (!before) {
			showTip(markAt(p.clientX - frame.left, p.clientY - frame.top), p.clientX - frame.left, p.clientY - frame.top);
			return;
		}
		const other = [...down.values()].find((q) => q.pointerId !== p.pointerId);
		down.set(p.pointerId, p);
		const dx = p.clientX - before.clientX;
		moved += Math.abs(dx) + Math.abs(p.clientY - before.clientY);
		if (moved > 4) {
			showTip(null);
			plot.classList.add("moving");
		}
		if (other) {
			const was = Math.max(Math.abs(before.clientX - other.clientX), 12), is = Math.max(Math.abs(p.clientX - other.clientX), 12);
			zoom(was / is, dayAt((p.clientX + other.clientX) / 2 - frame.left));
		} else if (moved > 4) {
			setView(view.from - dx / perDay(), view.to - dx / perDay());
		}
	});
	for (const end of ["pointerup", "pointercancel"]) {
		plot.addEventListener(end, (p) => {
			if (!down.delete(p.pointerId)) return;
			plot.classList.remove("moving");
			if (end === "pointercancel" || moved > 4) return;
			const frame = plot.getBoundingClientRect(), m = markAt(p.clientX - frame.left, p.clientY - frame.top);
			if (m && m.event) goTo(m.event);
			else if (m) setView(m.from - (m.to - m.from) * 4, m.to + (m.to - m.from) * 4);
		});
	}
	plot.addEventListener("pointerleave", () => showTip(null));
	plot.addEventListener("dblclick", (p) => zoom(p.shiftKey ? 2 : 0.5, dayAt(p.clientX - plot.getBoundingClientRect().left)));
	plot.addEventListener("wheel", (w) => {
		if (w.ctrlKey || w.metaKey) zoom(Math.exp(w.deltaY * 0.004), dayAt(w.clientX - plot.getBoundingClientRect().left));
		else if (w.shiftKey || Math.abs(w.deltaX) > Math.abs(w.deltaY)) pan((w.deltaX || w.deltaY) / width);
		else return; // the page's own scrolling
		w.preventDefault();
	}, { passive: false });

	return {
		layOut, schedule, resize,
		select: (e) => {
			current = e;
			schedule();
		},
	};
})();
