package io.chokepoint.mcp;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.GoodFinder;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in the dataset, told with its basis and sources. */
final class LookUps {
    private final DataPackage data;
    private final Dataset dataset;
    private final FigureNames names;

    LookUps(DataPackage data) {
        this.data = data;
        this.dataset = data.dataset();
        this.names = FigureNames.of(dataset, Scenario.adHoc(1, List.of()));
    }

    Reply goods(Arguments given) {
        List<Good> found = dataset.goods().stream()
                .filter(good ->
                        given.text("query").map(text -> isCalled(good, text)).orElse(true))
                .filter(good -> given.text("tag").map(good::hasTag).orElse(true))
                .filter(good -> given.text("stage")
                        .map(text -> good.stage().id().equals(text))
                        .orElse(true))
                .toList();
        List<Map<String, Object>> rows = found.stream()
                .limit(given.whole("limit", Tools.FEW_ROWS))
                .map(this::good)
                .toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("goods", rows);
        facts.put("found", found.size());
        facts.put("dataset", dataset.title());
        return Reply.of(
                Texts.get("mcp.goods", found.size(), dataset.goods().size(), rows.size())
                        + lines(found.stream().limit(rows.size()).map(good -> good.id() + " (" + good.name() + ")")),
                facts);
    }

    private Map<String, Object> good(Good good) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", good.id());
        row.put("name", good.name());
        row.put("stage", good.stage().id());
        row.put("tags", good.tags());
        row.put("description", good.description());
        row.put("makers", dataset.suppliesOf(good).size());
        return row;
    }

    private static boolean isCalled(Good good, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(good.id(), good.name(), good.shortName()), good.aliases().stream())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    Reply makers(Arguments given) {
        Good good = good(given.required("good"));
        List<Supply> supplies = dataset.suppliesOf(good).stream()
                .sorted(Comparator.comparingDouble(
                                (Supply supply) -> supply.share().central())
                        .reversed())
                .toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Supply supply : supplies.stream().limit(Tools.MOST_ROWS).toList()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("provider", supply.provider().id());
            row.put("name", supply.provider().name());
            row.put("country", supply.provider().country());
            row.put("share", Facts.figure(supply.share(), names.of(supply.share()), dataset));
            row.put("year", supply.year());
            rows.add(row);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("good", good.id());
        facts.put("makers", rows);
        facts.put("found", supplies.size());
        return Reply.of(
                Texts.get("mcp.makers", good.name(), supplies.size())
                        + lines(supplies.stream()
                                .limit(Tools.FEW_ROWS)
                                .map(supply -> supply.provider().name() + " ("
                                        + supply.provider().country() + "): " + Facts.inWords(supply.share()))),
                facts);
    }

    /** @throws ChokepointException naming the nearest goods, or if it is a market */
    private Good good(String name) {
        return switch (new GoodFinder(dataset, "good", "a good").get(name)) {
            case GoodFinder.FoundGood found -> found.good();
            case GoodFinder.FoundMarket market -> throw new ChokepointException(Texts.get("mcp.isMarket", market.id()));
        };
    }

    Reply scenarios(Arguments given) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        String wanted = given.text("query").orElse("").toLowerCase(Locale.ROOT);
        data.scenarios().forEach(scenario -> add(scenario, "scenario", wanted, rows, titles));
        data.episodes().stream()
                .map(Episode::scenario)
                .forEach(scenario -> add(scenario, "past episode", wanted, rows, titles));
        return Reply.of(Texts.get("mcp.scenarios", rows.size()) + lines(titles.stream()), Map.of("scenarios", rows));
    }

    private static void add(
            Scenario scenario, String kind, String wanted, List<Map<String, Object>> rows, List<String> titles) {
        String text = scenario.id() + " " + scenario.title() + " " + scenario.question();
        if (!text.toLowerCase(Locale.ROOT).contains(wanted)) {
            return;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", scenario.id());
        row.put("kind", kind);
        row.put("title", scenario.title());
        row.put("question", scenario.question());
        row.put("status", scenario.remarks().status());
        row.put("weeks", scenario.horizonWeeks());
        scenario.startDate().ifPresent(date -> row.put("start", date.toString()));
        rows.add(row);
        titles.add(scenario.id() + ": " + scenario.title());
    }

    Reply figures(Arguments given) {
        if (!given.has("id") && !given.has("good") && !given.has("query")) {
            throw new ChokepointException(Texts.get("mcp.whichFigure"));
        }
        String id = given.text("id").orElse("");
        String good = given.text("good").map(name -> good(name).id()).orElse("");
        String words = given.text("query").orElse("").toLowerCase(Locale.ROOT);
        List<Figure> found = dataset.figures().stream()
                .filter(figure -> id.isEmpty() || figure.id().equals(id))
                .filter(figure ->
                        good.isEmpty() || List.of(figure.id().split("[/>@]")).contains(good))
                .filter(figure -> words.isEmpty()
                        || (figure.id() + " " + names.of(figure))
                                .toLowerCase(Locale.ROOT)
                                .contains(words))
                .distinct()
                .toList();
        if (found.isEmpty()) {
            throw new ChokepointException(Texts.get("mcp.noFigure"));
        }
        List<Figure> shown =
                found.stream().limit(given.whole("limit", Tools.FEW_ROWS)).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "figures",
                shown.stream()
                        .map(figure -> Facts.figure(figure, names.of(figure), dataset))
                        .toList());
        facts.put("found", found.size());
        facts.put("fingerprint", data.fingerprint());
        return Reply.of(
                Texts.get("mcp.figures", found.size(), shown.size())
                        + lines(shown.stream().map(figure -> names.of(figure) + ": " + Facts.inWords(figure))),
                facts);
    }

    private static String lines(Stream<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n- ").append(line));
        return text.toString();
    }
}
