// What is known of the good or market that was chosen: figures, curve, reasons, makers, inputs, uses, sources.
page.panel = () => {
  const el = page.el;
  const word = page.word;
  const panel = el("aside", { class: "panel", "aria-label": word("answer"), hidden: true });
  let moving = [];

  const cites = (numbers) => (numbers ?? []).map((number) => {
    const [text, url] = page.data.sources[number];
    return el("li", {}, /^https?:\/\//i.test(url) ? el("a", { href: url, rel: "noopener noreferrer", target: "_blank", text }) : text);
  });
  const jump = (node) => el("button", { type: "button", class: "link", text: node.label, onclick: () => page.choose(node, { centre: true, focus: true }) });
  const fact = (name, value, range) =>
    el("div", {}, el("dt", { text: name }), el("dd", { text: value }), range ? el("dd", { class: "muted", text: word("range", range) }) : null);
  const details = (title, open, ...children) => el("details", { open }, el("summary", { text: title }), ...children);
  const evidence = (row) => {
    const note = row.note === undefined ? "" : page.data.notes[row.note];
    return el("div", { class: "evidence muted" },
      el("span", { class: "basis " + row.basis.replace(/\W/g, ""), text: row.basis }), note ? " " + note : "",
      row.cites?.length ? el("ul", { class: "sources" }, ...cites(row.cites)) : null);
  };

  const maker = (one) => {
    const series = one.series ??= page.series(one.out);
    const now = el("span", { class: "now" });
    moving.push(() => {
      const output = series[Math.min(page.week, series.length - 1)];
      now.textContent = page.percent(output);
      now.className = "now s" + page.step(output);
    });
    return el("li", {},
      el("details", {},
        el("summary", {}, el("b", { text: one.name }), one.country ? ", " + one.country : "", " ", now,
          el("span", { class: "muted", text: one.share })),
        evidence(one)));
  };
  const input = (edge) =>
    el("li", {}, jump(page.nodes[edge.from]), edge.role ? el("span", { text: " " + edge.role }) : null,
      edge.figures ? el("div", { class: "muted", text: edge.figures.join(" · ") }) : null,
      edge.basis ? evidence(edge) : null);

  const show = (node) => {
    moving = [];
    panel.replaceChildren();
    const number = page.nodes.indexOf(node);
    const now = el("strong");
    const held = el("span");
    moving.push(() => {
      const output = page.output(node);
      now.textContent = page.percent(output);
      now.className = "now s" + page.step(output);
      const binds = page.side === 0 && output < 990 ? page.binding(node) : null;
      held.textContent = binds ? " · " + word("held") + " " + binds.label : "";
    });
    const heading = el("h3", { tabindex: -1, text: node.name });
    panel.append(
      el("div", { class: "title" }, heading,
        el("button", { type: "button", class: "close", "aria-label": word("close"), title: word("close"), text: "×", onclick: () => page.choose(null) })),
      el("p", { class: "muted", text: page.data.stages[node.stage] + (node.wants ? " · " + node.wants : "") }),
      el("p", { class: "state" }, (node.market ? word("served") : word("output")) + " ", now, held));
    if (node.restricted) {
      panel.append(el("ul", { class: "cut" }, ...node.restricted.map((sentence) => el("li", { text: sentence }))));
    }
    if (node.less) {
      panel.append(el("p", { class: "muted", text: word("sellsLess") }));
    }
    const first = node.values[0];
    const curves = [{ values: first }];
    if (node.values[1]) {
      // The runs may differ in length: what is beyond the first one's has no place beside it.
      curves.push({ values: node.values[1].slice(0, page.data.weeks), kind: "second" });
    }
    const band = node.low ? { low: page.series(node.low), high: page.series(node.high) } : null;
    const chart = page.chart(curves, band, (value) => value / 10 + " %");
    chart.setAttribute("aria-label", node.name + ": " + word("lowest") + " " + node.lowest);
    moving.push(() => chart.moveTo(page.week));
    panel.append(chart, curves[1] ? el("p", { class: "muted small", text: word("lines", ...page.data.names) }) : "", band ? el("p", { class: "muted small", text: word("band") }) : "");
    panel.append(el("dl", { class: "small facts" },
      fact(word("lowest"), node.lowest + " " + word("in", page.word("week") .toLowerCase() + " " + node.lowestWeek), node.lowestRange),
      fact(word("lost"), node.lost, node.lostRange),
      fact(word("first"), node.first === undefined ? word("never") : page.weekText(node.first)),
      fact(word("recovers"), node.recovers === undefined ? word(node.first === undefined ? "stays" : "never") : page.weekText(node.recovers))));
    if (node.price) {
      const prices = page.chart([{ values: page.series(node.price) }], null, (value) => "×" + value / 1000);
      prices.setAttribute("aria-label", word("price"));
      moving.push(() => prices.moveTo(page.week));
      panel.append(el("h4", { text: word("price") }), prices);
    }
    if (node.about) {
      panel.append(el("p", { text: node.about }));
    }
    if (node.aliases) {
      panel.append(el("p", { class: "muted small", text: word("aliases", node.aliases.join(", ")) }));
    }
    if (node.why) {
      const seen = new Set();
      node.why.steps.forEach(([, own]) => own.forEach((one) => seen.add(one)));
      panel.append(details(word("why"), true,
        el("blockquote", { text: node.why.quote }),
        el("ol", {}, ...node.why.steps.map(([sentence]) => el("li", { text: sentence }))),
        el("p", { class: "muted", text: node.why.assumptions }),
        seen.size ? el("ul", { class: "sources muted" }, ...cites([...seen])) : null));
    }
    if (node.makers?.length) {
      panel.append(details(word("makers") + " (" + node.makers.length + ")", true, el("ul", { class: "makers" }, ...node.makers.map(maker))));
    }
    const inputs = page.edges.filter((edge) => edge.to === number);
    if (inputs.length) {
      panel.append(details((node.market ? word("buys") : word("inputs")) + " (" + inputs.length + ")", false, el("ul", { class: "needs" }, ...inputs.map(input))));
    }
    const uses = page.edges.filter((edge) => edge.from === number);
    if (uses.length) {
      panel.append(details(word("usedIn") + " (" + uses.length + ")", false,
        el("ul", { class: "needs" }, ...uses.map((edge) => el("li", {}, jump(page.nodes[edge.to]))))));
    }
    moving.forEach((one) => one());
    panel.scrollTop = 0;
    return heading;
  };

  page.on("week", () => moving.forEach((one) => one()));
  page.on("chosen", () => {
    panel.hidden = !page.chosen;
    if (page.chosen) {
      const heading = show(page.chosen);
      if (page.how.focus) {
        heading.focus({ preventScroll: true });
      }
    } else {
      moving = [];
    }
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      page.choose(null);
    }
  });
  return panel;
};
