package io.chokepoint.mcp;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.data.ScenarioChecker;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.GoodFinder;
import io.chokepoint.study.Headline;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.Parting;
import io.chokepoint.study.RunRemarks;
import io.chokepoint.study.RunsHeadline;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.study.TrackRecord;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions that need runs. Each answer says its range, what it rests on, how past episodes like it came out and what is assumed. */
final class Runs {
    /** Enough for a range; more can be asked for. */
    private static final int SAMPLES = 100;

    private static final int FEW_WEEKS = 104;

    private final DataPackage data;
    private final Dataset dataset;
    private final StudyRunner runner;
    private final int threads;

    Runs(DataPackage data, int threads) {
        this.data = data;
        this.dataset = data.dataset();
        this.runner = new StudyRunner(data);
        this.threads = threads;
    }

    /** One run at central figures, and those around it. */
    private record Ran(SimulationResult central, Optional<MonteCarloResult> drawn, TrackRecord record) {}

    private Ran ran(Scenario scenario, Arguments given, RunMonitor monitor) {
        SimulationResult central = runner.run(scenario, monitor);
        int samples = given.whole("samples", SAMPLES);
        MonteCarlo.Settings settings = new MonteCarlo.Settings(
                Math.max(1, samples),
                given.whole("seed", 1),
                threads,
                MonteCarlo.Settings.GOOD_ENOUGH,
                false,
                MonteCarlo.Settings.Prices.NONE);
        return new Ran(
                central,
                samples == 0 ? Optional.empty() : Optional.of(runner.sample(scenario, settings, monitor)),
                TrackRecord.of(runner, scenario, data.episodes(), threads, monitor));
    }

    /** A scenario by its id, or restrictions in the words of the command line. */
    private Scenario scenario(Arguments given, String byId, String bySpec) {
        Optional<String> id = given.text(byId);
        List<String> specs = given.texts(bySpec);
        if (id.isPresent() == !specs.isEmpty()) {
            throw new ChokepointException(Texts.get("mcp.eitherOr", byId, bySpec));
        }
        Scenario scenario = id.isPresent() ? named(id.get()) : adHoc(specs, bySpec);
        return given.has("weeks") ? scenario.withHorizonWeeks(given.whole("weeks", 1)) : scenario;
    }

    private Scenario named(String id) {
        return data.findAny(id)
                .orElseThrow(() -> new ChokepointException(Texts.get(
                        "mcp.noScenario",
                        id,
                        data.scenarios().stream().map(Scenario::id).collect(Collectors.joining(", ")))));
    }

    private Scenario adHoc(List<String> specs, String argument) {
        List<Problem> problems = new ArrayList<>();
        List<Restriction> restrictions = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            String where = specs.size() == 1 ? argument : argument + " (" + (i + 1) + ")";
            // The same names of figures as on the command line, so that the same draws are made.
            Loaded<Restriction> read =
                    RestrictionSpecParser.parse(specs.get(i), where, i == 0 ? "ad-hoc" : "ad-hoc/" + (i + 1));
            problems.addAll(read.problems());
            read.value().ifPresent(restriction -> {
                restrictions.add(restriction);
                Scenario alone = Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, List.of(restriction));
                problems.addAll(ScenarioChecker.check(alone, dataset, where));
            });
        }
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new ChokepointException(errors);
        }
        return Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, restrictions);
    }

    Reply run(Arguments given, RunMonitor monitor) {
        Ran ran = ran(scenario(given, "scenario", "restrict"), given, monitor);
        Headline headline = Headline.of(ran.central);
        List<Good> hit = ran.central.hitGoods();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("headline", headline.line());
        facts.put("weeks", ran.central.weeks());
        facts.put("goods_hit", hit.size());
        facts.put(
                "goods",
                hit.stream()
                        .limit(given.whole("limit", Tools.FEW_ROWS))
                        .map(good -> Facts.outcome(good, ran.central.outcome(good), ran.drawn))
                        .toList());
        facts.put(
                "markets_hit",
                ran.central.hitMarkets().stream().map(market -> market.id()).toList());
        headline.good()
                .ifPresent(
                        good -> facts.put("headline_good", Facts.outcome(good, ran.central.outcome(good), ran.drawn)));
        surroundings(facts, ran, headline.why());
        return Reply.of(words(headline.line(), headline, ran), facts);
    }

    /** What goes with every answer of a run. */
    private void surroundings(Map<String, Object> facts, Ran ran, Optional<Explanation> why) {
        ran.drawn.ifPresent(drawn -> facts.put("sampling", Facts.sampling(drawn)));
        facts.put("basis", Facts.basis(why.map(Explanation::assumptions).orElse(new Explanation.Assumptions(0, 0))));
        facts.put("track_record", Facts.record(ran.record));
        facts.put(
                "not_verified",
                why.map(chain -> Facts.notVerified(chain, dataset)).orElse(List.of()));
        facts.put("remarks", RunRemarks.of(ran.central));
        facts.put("provenance", Facts.provenance(ran.central.provenance()));
    }

    private static String words(String answer, Headline headline, Ran ran) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.get("mcp.central", answer));
        ran.drawn
                .flatMap(drawn -> RunsHeadline.of(headline, ran.central, drawn))
                .ifPresent(runs -> lines.add(Texts.get(
                        "mcp.drawn",
                        ran.drawn.map(MonteCarloResult::runs).orElse(0),
                        runs.howHard().answer(),
                        runs.howSure().answer())));
        headline.why()
                .map(Explanation::assumptions)
                .map(Explanation.Assumptions::sentence)
                .ifPresent(lines::add);
        lines.addAll(ran.record.sentences());
        lines.add(Texts.get("mcp.noForecast"));
        return String.join("\n", lines);
    }

    Reply explain(Arguments given, RunMonitor monitor) {
        GoodFinder.Found found = new GoodFinder(dataset).get(given.required("good"));
        Ran ran = ran(scenario(given, "scenario", "restrict"), given, monitor);
        Explanation why = switch (found) {
            case GoodFinder.FoundGood one -> Explanation.of(ran.central, one.good());
            case GoodFinder.FoundMarket one -> Explanation.of(ran.central, one.market());
        };
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", found.id());
        facts.put("is_hit", why.isHit());
        facts.put("answer", why.quote());
        if (found instanceof GoodFinder.FoundGood one) {
            facts.put("outcome", Facts.outcome(one.good(), ran.central.outcome(one.good()), ran.drawn));
        }
        facts.put("steps", why.steps().stream().map(this::step).toList());
        facts.put(
                "sources",
                why.sources().stream().map(Explanation.NumberedSource::line).toList());
        surroundings(facts, ran, Optional.of(why));
        return Reply.of(words(why.quote(), ran, why, found), facts);
    }

    /** The answer about one good: its own range, not that of the run's headline. */
    private static String words(String answer, Ran ran, Explanation why, GoodFinder.Found found) {
        List<String> lines = new ArrayList<>();
        lines.add(answer);
        if (found instanceof GoodFinder.FoundGood one && ran.drawn.isPresent()) {
            MonteCarloResult drawn = ran.drawn.get();
            lines.add(Texts.get(
                    "mcp.partHit", drawn.runs(), Amounts.percent(drawn.probabilityHit(one.good())), one.name()));
        }
        lines.add(why.assumptions().sentence());
        lines.addAll(ran.record.sentences());
        lines.add(Texts.get("mcp.noForecast"));
        return String.join("\n", lines);
    }

    private Map<String, Object> step(Explanation.Step step) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("step", step.number());
        facts.put("name", step.name());
        facts.put("week", step.week());
        facts.put("lowest", step.lowest());
        facts.put("restricted", step.isRestricted());
        facts.put("sentence", step.sentence());
        facts.put(
                "figures",
                step.figures().stream()
                        .map(use -> Facts.figure(use.figure(), use.what(), dataset))
                        .toList());
        return facts;
    }

    Reply rank(Arguments given, RunMonitor monitor) {
        String by = given.word("by", "country", List.of("good", "activity", "country"));
        String instrument = given.word("instrument", "outage", List.of("outage", "export-ban"));
        NodeStudy study = new NodeStudy(runner);
        Set<Good> targets = targets(given.text("target").orElse("all"), study);
        NodeSweep.Settings settings = NodeSweep.Settings.lasting(
                instrument.equals("outage") ? NodeSweep.Instrument.OUTAGE : NodeSweep.Instrument.EXPORT_BAN,
                given.whole("weeks", FEW_WEEKS),
                threads);
        NodeSweep.Kind kind = switch (by) {
            case "good" -> NodeSweep.Kind.GOOD;
            case "activity" -> NodeSweep.Kind.ACTIVITY;
            default -> NodeSweep.Kind.COUNTRY;
        };
        List<NodeStudy.Ranked> ranked =
                study.rank(study.nodes(kind), targets, NodeStudy.Order.LOST_OUTPUT, settings, monitor);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (NodeStudy.Ranked row : ranked.stream()
                .filter(NodeStudy.Ranked::costsAnything)
                .limit(given.whole("limit", Tools.FEW_ROWS))
                .toList()) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("rank", row.rank());
            fact.put("node", row.node().label());
            fact.put("lost_output_weeks", row.lostWeeks());
            fact.put(
                    "first_loss_week",
                    row.firstLossWeek().isPresent() ? row.firstLossWeek().getAsInt() : null);
            fact.put("worst_target", row.worstTarget().id());
            fact.put("single_point_of_failure", row.isSinglePointOfFailure());
            rows.add(fact);
            lines.add("\n" + row.rank() + ". " + row.node().label() + ": " + Amounts.weeks(row.lostWeeks()));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ranking", rows);
        facts.put("nodes", ranked.size());
        facts.put("range", Texts.get("mcp.rankRange"));
        facts.put("basis", "central figures");
        facts.put("not_verified", Texts.get("mcp.rankBasis"));
        facts.put("track_record", Texts.get("mcp.rankRecord"));
        facts.put("provenance", Facts.provenance(runner.provenance(List.of())));
        return Reply.of(
                Texts.get("mcp.rank", instrument, by, given.whole("weeks", FEW_WEEKS)) + String.join("", lines) + "\n"
                        + Texts.get("mcp.rankRange"),
                facts);
    }

    private Set<Good> targets(String target, NodeStudy study) {
        if (target.equals("all")) {
            return study.endProducts();
        }
        Set<Good> goods = new LinkedHashSet<>();
        dataset.findGood(target).ifPresent(goods::add);
        if (goods.isEmpty()) {
            dataset.goods().stream().filter(good -> good.hasTag(target)).forEach(goods::add);
        }
        if (goods.isEmpty()
                && new GoodFinder(dataset, "target", "a good or tag").get(target)
                        instanceof GoodFinder.FoundGood found) {
            goods.add(found.good());
        }
        if (goods.isEmpty()) {
            throw new ChokepointException(Texts.get("mcp.isMarket", target));
        }
        return goods;
    }

    Reply compare(Arguments given, RunMonitor monitor) {
        Ran one = ran(scenario(given, "scenario", "restrict"), given, monitor);
        Ran other = ran(scenario(given, "other_scenario", "other_restrict"), given, monitor);
        String nameA = name(one, "A");
        String nameB = name(other, nameA.equals(name(other, "B")) ? "B" : name(other, "B"));
        Parting parting = Parting.of(one.central, nameA, other.central, nameB);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sentences", parting.sentences());
        facts.put("columns", Parting.headings(nameA, nameB));
        facts.put("rows", parting.rows());
        facts.put("rows_left_out", parting.rowsLeft());
        facts.put("first", side(one));
        facts.put("second", side(other));
        return Reply.of(
                String.join("\n", parting.sentences()) + "\n"
                        + Texts.get(
                                "mcp.compared",
                                Headline.of(one.central).line(),
                                Headline.of(other.central).line())
                        + "\n" + Texts.get("mcp.noForecast"),
                facts);
    }

    private static String name(Ran ran, String otherwise) {
        String title = ran.central.scenario().title();
        return title.isEmpty() ? otherwise : title;
    }

    private Map<String, Object> side(Ran ran) {
        Headline headline = Headline.of(ran.central);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", ran.central.scenario().title());
        facts.put("headline", headline.line());
        headline.good()
                .ifPresent(
                        good -> facts.put("headline_good", Facts.outcome(good, ran.central.outcome(good), ran.drawn)));
        surroundings(facts, ran, headline.why());
        return facts;
    }
}
