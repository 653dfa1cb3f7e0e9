// Offers: strip (layOut, resize, moveBrush). The strip shows how many events there are over the whole span,
// those shown dark, and which part of it the chart shows.

const strip = (() => {
	const box = byId("strip"), canvas = box.querySelector("canvas"), brush = box.querySelector(".brush"), [left, right] = box.querySelectorAll(".shade");
	const c = canvas.getContext("2d"), TALL = 40, WHOLE = 58;
	let shown = [], width = 0;
	const perDay = () => width / (span.to - span.from);
	const x = (day) => (day - span.from) * perDay();
	const dayAt = (px) => span.from + px / perDay();

	function count(list) {
		const bins = new Array(Math.max(Math.ceil(width / 3), 1)).fill(0);
		for (const e of list) {
			if (!e.undated) bins[Math.min(Math.max(Math.floor(x(Number.isFinite(e.from) ? e.from : e.to) / 3), 0), bins.length - 1)]++;
		}
		return bins;
	}

	function resize() {
		width = box.clientWidth;
		const scale = Math.max(window.devicePixelRatio || 1, 1), style = getComputedStyle(document.documentElement), colour = (name) => style.getPropertyValue("--" + name).trim();
		canvas.width = width * scale;
		canvas.height = WHOLE * scale;
		canvas.style.height = WHOLE + "px";
		c.setTransform(scale, 0, 0, scale, 0, 0);
		const all = count(events), some = count(shown), most = Math.max(...all, 1);
		const bars = (bins, fill) => {
			c.fillStyle = fill;
			bins.forEach((n, i) => n && c.fillRect(i * 3, TALL - Math.max(2, Math.sqrt(n / most) * (TALL - 4)), 2, Math.max(2, Math.sqrt(n / most) * (TALL - 4))));
		};
		bars(all, colour("rule"));
		bars(some, colour("occurred"));
		c.fillStyle = colour("rule");
		c.fillRect(0, TALL, width, 1);
		c.font = "11px " + colour("sans");
		c.fillStyle = colour("soft");
		c.textBaseline = "top";
		for (const t of ticks(span.from, span.to, perDay(), 90).list) {
			c.fillRect(Math.round(x(t.day)), TALL, 1, 4);
			const words = t.within ? `${t.label} ${t.within}` : t.label;
			if (x(t.day) + c.measureText(words).width + 4 < width) c.fillText(words, x(t.day) + 3, TALL + 4);
		}
		moveBrush();
	}

	function moveBrush() {
		const from = x(view.from), to = x(view.to);
		left.style.width = from + "px";
		brush.style.left = from + "px";
		brush.style.width = Math.max(to - from, 4) + "px";
		right.style.left = to + "px";
		right.style.width = Math.max(width - to, 0) + "px";
	}

	// A drag of the brush moves it, of its grips widens it, of the rest draws a new one; a click moves it there.
	let drag = null;
	box.addEventListener("pointerdown", (p) => {
		const at = p.clientX - box.getBoundingClientRect().left, grips = [...brush.children];
		const whole = view.to - view.from > (span.to - span.from) * 0.98; // a brush over all has nowhere to go
		const kind = p.target === brush ? (whole ? "new" : "move") : p.target === grips[0] ? "from" : p.target === grips[1] ? "to" : "new";
		drag = { kind, at, from: view.from, to: view.to };
		box.setPointerCapture(p.pointerId);
		p.preventDefault();
	});
	box.addEventListener("pointermove", (p) => {
		if (!drag) return;
		const at = p.clientX - box.getBoundingClientRect().left, by = dayAt(at) - dayAt(drag.at), ends = [drag.from, drag.to];
		if (drag.kind === "move") setView(drag.from + by, drag.to + by);
		else if (drag.kind === "from") setView(Math.min(drag.from + by, drag.to), drag.to);
		else if (drag.kind === "to") setView(drag.from, Math.max(drag.to + by, drag.from));
		else if (Math.abs(at - drag.at) > 4) setView(...[dayAt(drag.at), dayAt(at)].sort((a, b) => a - b));
	});
	box.addEventListener("pointerup", (p) => {
		const at = p.clientX - box.getBoundingClientRect().left;
		if (drag && drag.kind === "new" && Math.abs(at - drag.at) <= 4) {
			const half = (view.to - view.from) / 2;
			setView(dayAt(at) - half, dayAt(at) + half);
		}
		drag = null;
	});
	box.addEventListener("pointercancel", () => (drag = null));

	return {
		layOut: (list) => {
			shown = list;
			resize();
		},
		resize, moveBrush,
	};
})();
