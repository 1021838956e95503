// The graph: places and routes come laid out; here they are drawn, coloured by week, moved and zoomed.
page.graph = () => {
  const el = page.el;
  const svg = page.svg;
  const word = page.word;
  const reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const stage = document.getElementById("stage");
  const canvas = svg("svg", { class: "canvas", role: "group", "aria-label": word("graphLabel"), "aria-describedby": "graph-help" });
  const world = svg("g");
  canvas.append(world);
  const edgeOf = new Map(page.edges.map((edge, i) => [edge.from + ">" + edge.to, i]));
  const onWay = new Set(page.data.way.slice(1).map((node, i) => edgeOf.get(page.data.way[i] + ">" + node)));
  const wayNodes = new Set(page.data.way);
  const ruler = document.createElement("canvas").getContext("2d");
  let view = 0;
  let places = new Map();
  let paths = new Map();
  let current = null;
  let at = { x: 0, y: 0, scale: 1 };

  const fit = (text, width, font) => {
    ruler.font = font;
    if (ruler.measureText(text).width <= width) {
      return text;
    }
    let cut = text;
    while (cut && ruler.measureText(cut + "…").width > width) {
      cut = cut.slice(0, -1);
    }
    return cut.trimEnd() + "…";
  };
  // Up to two lines, broken between words.
  const lines = (text, width, font) => {
    ruler.font = font;
    if (ruler.measureText(text).width <= width) {
      return [text];
    }
    const words = text.split(" ");
    let first = words.shift();
    while (words.length && ruler.measureText(first + " " + words[0]).width <= width) {
      first += " " + words.shift();
    }
    return words.length ? [fit(first, width, font), fit(words.join(" "), width, font)] : [fit(first, width, font)];
  };

  const heads = (columns) => {
    for (const column of columns) {
      const [x, y, w, h] = column.box;
      if (column.open) {
        world.append(
          svg("text", { x, y: y + 14, class: "head", text: fit(page.data.stages[column.stage], w + 14, "600 12px Inter, system-ui, sans-serif") }),
          svg("text", { x, y: y + 29, class: "sub", text: word("of", column.hit, column.total) }));
      } else {
        world.append(
          svg("text", {
            class: "sub", "text-anchor": "end", transform: `translate(${x + w / 2 + 4} ${y + h - 4}) rotate(-90)`,
            text: "", }));
        world.lastChild.setAttribute("text-anchor", "start");
        world.lastChild.textContent = page.data.stages[column.stage];
      }
    }
  };

  const place = ([number, kind, [x, y, w, h]]) => {
    const node = page.nodes[number];
    const group = svg("g", { class: "node " + kind, role: "button", tabindex: -1 });
    if (wayNodes.has(number)) {
      group.classList.add("way");
    }
    if (node.restricted) {
      group.classList.add("cut");
    }
    const title = svg("title");
    const box = svg("rect", { x, y, width: w, height: h, rx: kind === "B" ? 1 : 4 });
    group.append(title, box);
    let told = null;
    if (kind === "C") {
      const bold = "600 11.5px Inter, system-ui, sans-serif";
      const named = lines(node.label, w - 13, bold);
      named.forEach((line, i) => group.append(svg("text", { x: x + 7, y: y + 16 + i * 13, class: "name", text: line })));
      told = svg("text", { x: x + 7, y: y + h - 8, class: "value" });
      group.append(told);
    } else if (kind === "L") {
      const named = h > 26 ? lines(node.label, w - 10, "11px Inter, system-ui, sans-serif") : [fit(node.label, w - 10, "11px Inter, system-ui, sans-serif")];
      named.forEach((line, i) => group.append(svg("text", { x: x + 5, y: y + 13 + i * 13, class: "line", text: line })));
    }
    if (node.restricted && kind === "C") {
      group.append(svg("path", { d: `M${x + w - 15} ${y + h - 15}l8 8m0 -8l-8 8`, class: "mark" }));
    }
    group.addEventListener("click", () => page.choose(node));
    group.addEventListener("focus", () => focusOn(number, false));
    places.set(number, { node, group, box, told, title, kind, x, y, w, h, step: -1, text: "" });
    return group;
  };

  const draw = () => {
    world.replaceChildren();
    places = new Map();
    paths = new Map();
    const { columns, places: all, routes } = page.data.views[view];
    heads(columns);
    const under = svg("g", { class: "edges" });
    const over = svg("g", { class: "edges" });
    for (const [edge, d] of routes) {
      const path = svg("path", { d, class: "edge w" + page.edges[edge].weight + (onWay.has(edge) ? " way" : "") });
      paths.set(edge, path);
      (onWay.has(edge) ? over : under).append(path);
    }
    world.append(under, over, ...all.map(place));
    colour();
    highlight();
    const start = page.chosen ?? page.nodes[page.data.headline];
    const first = start && places.has(page.nodes.indexOf(start)) ? page.nodes.indexOf(start) : places.keys().next().value;
    if (first !== undefined) {
      focusOn(first, false);
    }
  };

  let bound = [];
  const colour = () => {
    for (const one of places.values()) {
      const output = page.output(one.node);
      const step = page.step(output);
      if (step !== one.step) {
        one.group.classList.remove("s" + one.step);
        one.group.classList.add("s" + step);
        one.step = step;
      }
      const text = page.percent(output);
      if (text !== one.text) {
        one.text = text;
        if (one.told) {
          one.told.textContent = text;
        }
        const label = one.node.name + ": " + text;
        one.title.textContent = label;
        one.group.setAttribute("aria-label", label);
      }
    }
    bound.forEach((path) => path.classList.remove("binds"));
    bound = [];
    if (page.side === 0) {
      page.nodes.forEach((node, number) => {
        const input = node.binds && page.binding(node);
        const path = input && paths.get(edgeOf.get(page.nodes.indexOf(input) + ">" + number));
        if (path) {
          path.classList.add("binds");
          bound.push(path);
        }
      });
    }
  };

  const highlight = () => {
    const chosen = page.chosen ? page.nodes.indexOf(page.chosen) : -1;
    world.classList.toggle("chosen", chosen >= 0);
    for (const [number, one] of places) {
      one.group.classList.toggle("is", number === chosen);
      one.group.setAttribute("aria-pressed", number === chosen);
    }
    for (const [number, path] of paths) {
      const edge = page.edges[number];
      path.classList.toggle("near", edge.from === chosen || edge.to === chosen);
    }
  };

  const move = () => world.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${at.scale})`);
  const size = () => canvas.getBoundingClientRect();
  const fitAll = () => {
    const box = size();
    const { w, h } = page.data.views[view];
    const whole = Math.min(box.width / w, box.height / (h - 66));
    const small = whole < 0.6;
    at.scale = small ? Math.max(whole, 0.8) : Math.min(whole, 1.25);
    at.x = (box.width - w * at.scale) / 2;
    at.y = (box.height - (h - 66) * at.scale) / 2 - 30 * at.scale;
    if (small) {
      centre(places.get(page.chosen ? page.nodes.indexOf(page.chosen) : page.data.headline));
      // No empty room at an edge while there is something to show beyond the other.
      at.x = Math.max(Math.min(at.x, 0), Math.min(box.width - w * at.scale, (box.width - w * at.scale) / 2));
      at.y = Math.max(Math.min(at.y, -30 * at.scale), Math.min(box.height - (h - 36) * at.scale, (box.height - h * at.scale) / 2));
    }
    move();
  };
  const centre = (one) => {
    if (one) {
      const box = size();
      at.x = box.width / 2 - (one.x + one.w / 2) * at.scale;
      at.y = box.height / 2 - (one.y + one.h / 2) * at.scale;
    }
  };
  const zoom = (factor, x, y) => {
    const box = size();
    const px = x ?? box.width / 2;
    const py = y ?? box.height / 2;
    const scale = Math.max(0.15, Math.min(4, at.scale * factor));
    at.x = px - ((px - at.x) * scale) / at.scale;
    at.y = py - ((py - at.y) * scale) / at.scale;
    at.scale = scale;
    move();
  };
  const reveal = (one) => {
    const box = size();
    const x = at.x + (one.x + one.w / 2) * at.scale;
    const y = at.y + (one.y + one.h / 2) * at.scale;
    if (x < 20 || y < 20 || x > box.width - 20 || y > box.height - 20) {
      centre(one);
      move();
    }
  };
  const focusOn = (number, grab) => {
    places.get(current)?.group.setAttribute("tabindex", -1);
    current = number;
    const one = places.get(number);
    one.group.setAttribute("tabindex", 0);
    if (grab) {
      one.group.focus({ preventScroll: true });
    }
    if (document.activeElement === one.group) {
      reveal(one);
    }
  };

  const pointers = new Map();
  let moved = 0;
  canvas.addEventListener("pointerdown", (event) => {
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) {
      return;
    }
    const dx = event.clientX - last.x;
    const dy = event.clientY - last.y;
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved > 4 && !canvas.hasPointerCapture(event.pointerId)) {
      canvas.setPointerCapture(event.pointerId);
    }
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const box = size();
      const before = Math.hypot(last.x - other.x, last.y - other.y);
      const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      zoom(after / (before || 1), (event.clientX + other.x) / 2 - box.left, (event.clientY + other.y) / 2 - box.top);
    }
    at.x += dx / pointers.size;
    at.y += dy / pointers.size;
    move();
    last.x = event.clientX;
    last.y = event.clientY;
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, (event) => pointers.delete(event.pointerId));
  }
  // What ends a drag is no click.
  canvas.addEventListener("click", (event) => {
    if (moved > 4) {
      event.stopPropagation();
    } else if (!event.target.closest(".node")) {
      page.choose(null);
    }
  }, true);
  canvas.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const box = size();
      zoom(Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top);
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      at.x -= event.deltaX || event.deltaY;
      move();
    }
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const keys = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const to = keys[event.key];
    const from = places.get(current);
    if (to && from) {
      let best = null;
      let least = Infinity;
      for (const [number, one] of places) {
        const along = (one.x + one.w / 2 - from.x - from.w / 2) * to[0] + (one.y + one.h / 2 - from.y - from.h / 2) * to[1];
        const across = Math.abs((one.x + one.w / 2 - from.x - from.w / 2) * to[1]) + Math.abs((one.y + one.h / 2 - from.y - from.h / 2) * to[0]);
        if (along > 4 && along + 2 * across < least) {
          least = along + 2 * across;
          best = number;
        }
      }
      if (best !== null) {
        focusOn(best, true);
      }
    } else if ((event.key === "Enter" || event.key === " ") && from) {
      page.choose(from.node, { focus: true });
    } else if (event.key === "+" || event.key === "=") {
      zoom(1.25);
    } else if (event.key === "-") {
      zoom(0.8);
    } else if (event.key === "0") {
      fitAll();
    } else if (event.key === "Escape" && page.chosen) {
      page.choose(null);
    } else {
      return;
    }
    event.preventDefault();
  });

  const show = (next) => {
    view = next;
    tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", i === next));
    draw();
    fitAll();
  };
  const tabs = ["main", "everything"].map((name, i) =>
    el("button", { type: "button", "aria-pressed": i === 0, text: word(name), onclick: () => show(i) }));
  const sides = (page.data.names ?? []).map((name, i) =>
    el("button", { type: "button", "aria-pressed": i === 0, text: name, onclick: () => {
      sides.forEach((side, j) => side.setAttribute("aria-pressed", i === j));
      page.setSide(i);
    } }));

  const slider = el("input", { type: "range", id: "week", min: 0, max: page.data.weeks - 1, value: page.week, step: 1 });
  const told = el("output", { for: "week" });
  slider.addEventListener("input", () => page.setWeek(Number(slider.value)));
  const tellWeek = () => {
    slider.value = page.week;
    const text = page.weekText(page.week);
    slider.setAttribute("aria-valuetext", text);
    told.textContent = text;
  };
  let timer = 0;
  const play = el("button", { type: "button", class: "play", text: word("play"), onclick: () => (timer ? stop() : start()) });
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = word("play");
  };
  const start = () => {
    if (page.week === page.data.weeks - 1) {
      page.setWeek(0);
    }
    play.textContent = word("pause");
    timer = setInterval(() => {
      page.setWeek(page.week + 1);
      if (page.week === page.data.weeks - 1) {
        stop();
      }
    }, reduced ? 1000 : Math.max(60, Math.min(250, 20000 / page.data.weeks)));
  };

  const legend = el("ul", { class: "legend", "aria-label": word("legend") }, el("li", { text: word("legend") }));
  for (let step = 1; step <= 5; step++) {
    legend.append(el("li", {}, el("i", { class: "s" + step }), word("loss" + step)));
  }
  legend.append(
    el("li", {}, el("i", { class: "way" }), word("way")),
    el("li", {}, el("i", { class: "binds" }), word("held")),
    el("li", {}, el("i", { class: "cut", text: "×" }), word("restricted")));

  const group = (label, ...buttons) => el("div", { class: "group", role: "group", "aria-label": label }, ...buttons);
  const frame = el("div", { class: "frame" }, canvas);
  stage.append(
    el("div", { class: "weeks" }, play, el("label", { for: "week", class: "hidden", text: word("week") }), slider, told),
    el("div", { class: "tools" },
      page.search(),
      group(word("view"), ...tabs),
      sides.length ? group(word("compare"), ...sides) : null,
      group(word("fit"),
        el("button", { type: "button", "aria-label": word("zoomOut"), title: word("zoomOut"), text: "−", onclick: () => zoom(0.8) }),
        el("button", { type: "button", "aria-label": word("zoomIn"), title: word("zoomIn"), text: "+", onclick: () => zoom(1.25) }),
        el("button", { type: "button", text: word("fit"), onclick: fitAll }))),
    el("div", { class: "split" }, frame, page.panel()),
    legend,
    el("p", { id: "graph-help", class: "muted", text: word("graphHelp") }));
  stage.hidden = false;

  page.on("week", () => {
    tellWeek();
    colour();
  });
  page.on("chosen", () => {
    const number = page.chosen ? page.nodes.indexOf(page.chosen) : -1;
    if (number >= 0 && !places.has(number)) {
      show(1);
    }
    highlight();
    const one = places.get(number);
    if (one) {
      focusOn(number, false);
      if (page.how.centre) {
        at.scale = Math.max(at.scale, 0.9);
        centre(one);
        move();
      } else {
        reveal(one);
      }
    } else if (document.activeElement === document.body) {
      places.get(current)?.group.focus({ preventScroll: true });
    }
  });
  tellWeek();
  show(0);
  // Where it stands is kept while the window changes, unless nobody moved it.
  let width = size().width;
  new ResizeObserver(() => {
    if (Math.abs(size().width - width) > 2) {
      width = size().width;
      fitAll();
    }
  }).observe(canvas);
};
