// A chart of one good over the weeks: band, curves, and a line at the week that is looked at.
page.chart = (curves, band, unit) => {
  const width = 340;
  const height = 150;
  const left = 44;
  const right = 8;
  const top = 8;
  const bottom = 22;
  const all = curves.flatMap((curve) => curve.values).concat(band ? band.low : [], band ? band.high : []).filter((value) => value !== null);
  let most = Math.max(1000, ...all);
  let least = Math.min(1000, ...all);
  const step = [50, 100, 200, 250, 500, 1000, 2000, 5000, 10000, 20000, 50000].find((s) => (most - least) / s <= 4) ?? 100000;
  most = Math.ceil(most / step) * step;
  least = Math.max(0, Math.floor((least - 1) / step) * step);
  const weeks = page.data.weeks;
  const x = (week) => left + (week / Math.max(1, weeks - 1)) * (width - left - right);
  const y = (value) => top + ((most - value) / (most - least || 1)) * (height - top - bottom);
  // A week without a value is a gap.
  const line = (values) => values.map((value, week) => value === null ? "" :
    ((values[week - 1] ?? null) === null ? "M" : "L") + x(week).toFixed(1) + " " + y(value).toFixed(1)).join("");
  const picture = page.svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", role: "img" });
  for (let value = most; value >= least; value -= step) {
    picture.append(
      page.svg("path", { d: `M${left} ${y(value)}H${width - right}`, class: "grid" }),
      page.svg("text", { x: left - 6, y: y(value) + 4, class: "axis end", text: unit(value) }));
  }
  const apart = [1, 2, 4, 13, 26, 52, 104, 260, 520].find((w) => weeks / w <= 6) ?? 1040;
  for (let week = 0; week < weeks; week += apart) {
    picture.append(page.svg("text", { x: x(week), y: height - 6, class: "axis middle", text: week }));
  }
  if (band) {
    const back = band.high.map((value, week) => "L" + x(week).toFixed(1) + " " + y(value).toFixed(1)).reverse().join("");
    picture.append(page.svg("path", { d: line(band.low) + back + "Z", class: "band" }));
  }
  for (const curve of curves) {
    picture.append(page.svg("path", { d: line(curve.values), class: "curve " + (curve.kind ?? "") }));
  }
  const cursor = page.svg("path", { class: "cursor" });
  picture.append(cursor);
  picture.moveTo = (week) => cursor.setAttribute("d", `M${x(week)} ${top}V${height - bottom}`);
  picture.moveTo(page.week);
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * width;
    page.setWeek(Math.round(((at - left) / (width - left - right)) * (weeks - 1)));
  });
  return picture;
};
