package io.chokepoint.ui.graph;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Acting;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Fingerprints;
import io.chokepoint.result.HeldFlows;
import io.chokepoint.result.InputFlow;
import io.chokepoint.result.InputNeed;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.Reason;
import io.chokepoint.result.Reasons;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.study.Touch;
import io.chokepoint.testkit.ChipWords;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A study drawn from a seed, with a made-up run: goods in stages, edges to later stages, and a loss that starts at the first good
 * and reaches a part of those downstream. No engine is behind it, so that the graph is tested on its own.
 */
final class DrawnStudy {
    static final int WEEKS = 60;

    private static final Evidence EVIDENCE = Evidence.assumption("drawn");

    final Dataset dataset;
    final Scenario scenario;
    final SimulationResult result;

    /** @param hitPart part of the goods downstream of the restriction that fall short, in [0, 1] */
    DrawnStudy(int stages, int goodsPerStage, int edges, double hitPart, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Stage> columns = new ArrayList<>();
        List<Good> goods = new ArrayList<>();
        List<Provider> providers = List.of(
                new Provider("china", "China", ProviderType.COUNTRY, "CHN"),
                new Provider("japan", "Japan", ProviderType.COUNTRY, "JPN"),
                new Provider("rest", "Others", ProviderType.REST, ""));
        List<Supply> supplies = new ArrayList<>();
        for (int s = 0; s < stages; s++) {
            columns.add(new Stage("s" + s, "Stage " + s, s));
            for (int g = 0; g < goodsPerStage; g++) {
                String id = "g" + s + "-" + g;
                String name = "Good " + s + "." + g + " of some kind";
                List<String> tags = s == stages - 1 ? List.of("chip") : List.of();
                Good good = new Good(id, name, name, GoodKind.COMPONENT, columns.get(s), tags, List.of(), "drawn");
                goods.add(good);
                double share = 0.4 + random.nextDouble() * 0.5;
                double[] shares = {share, (1 - share) * 0.7, (1 - share) * 0.3};
                for (int p = 0; p < providers.size(); p++) {
                    supplies.add(new Supply(
                            new Activity(good, providers.get(p)),
                            Figure.point(id + p, shares[p], "part", EVIDENCE),
                            Figure.point(id + p + "s", 0, "part", EVIDENCE),
                            1,
                            "2025",
                            EVIDENCE));
                }
            }
        }
        List<Dependency> dependencies = dependencies(random, goods, goodsPerStage, stages, edges);
        columns.add(new Stage("markets", "Markets", stages));
        dataset = Dataset.builder("drawn")
                .title("Drawn")
                .stages(columns)
                .goods(goods)
                .words(ChipWords.of(goods))
                .providers(providers)
                .supplies(supplies)
                .dependencies(dependencies)
                .markets(markets(goods, goodsPerStage, stages))
                .build();
        scenario = Scenario.adHoc(WEEKS, List.of(ban("good:g0-0 country:CHN")));
        result = result(random, hitPart);
    }

    static Restriction ban(String selector) {
        try {
            List<Selector> select = List.of(SelectorParser.parse(selector));
            return RestrictionKinds.EXPORT_BAN.on(
                    new Restriction.Terms(select, Optional.empty(), new Period(4, 40, 0), "", ""),
                    Figure.point("leak", 0, "part", EVIDENCE));
        } catch (SelectorParser.SyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Dependency> dependencies(
            SplittableRandom random, List<Good> goods, int perStage, int stages, int edges) {
        List<Dependency> all = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>();
        // The first good of each stage feeds the first of the next: a chain from end to end.
        for (int s = 0; s + 1 < stages; s++) {
            known.add(s * perStage + ">" + (s + 1) * perStage);
            all.add(dependency(goods.get(s * perStage), goods.get((s + 1) * perStage), 1));
        }
        while (all.size() < edges) {
            int from = random.nextInt((stages - 1) * perStage);
            int nextStage = from / perStage + 1 + (int) (Math.pow(random.nextDouble(), 3) * 3);
            int to = Math.min(stages - 1, nextStage) * perStage + random.nextInt(perStage);
            if (known.add(from + ">" + to)) {
                all.add(dependency(goods.get(from), goods.get(to), random.nextDouble()));
            }
        }
        return all;
    }

    private static Dependency dependency(Good input, Good consumer, double criticality) {
        String id = input.id() + ">" + consumer.id();
        return new Dependency(
                input,
                consumer,
                DependencyMode.CONSUMED,
                Figure.point(id + "/c", criticality, "part", EVIDENCE),
                Figure.point(id + "/u", 0.1, "part", EVIDENCE),
                new Figure(id + "/n", 4, 8, 20, "weeks", EVIDENCE),
                2,
                Figure.point(id + "/q", 4, "weeks", EVIDENCE),
                0,
                Figure.point(id + "/k", 0.1, "part", EVIDENCE),
                "Holds it together",
                List.of(),
                EVIDENCE);
    }

    private static List<Market> markets(List<Good> goods, int perStage, int stages) {
        List<Market> markets = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            List<Offer> offers = new ArrayList<>();
            for (int p = 0; p < Math.min(3, perStage); p++) {
                Good product = goods.get((stages - 1) * perStage + p);
                Figure share = Figure.point("m" + m + p, 0.3, "part", EVIDENCE);
                offers.add(new Offer(product, null, share, 1 + p, "2025", EVIDENCE));
            }
            Figure eta = Figure.point("eta" + m, 1, "", EVIDENCE);
            markets.add(
                    new Market("m" + m, "Market " + m, "units", m == 0 ? "USA" : "", List.of(), 4, eta, "", offers));
        }
        return markets;
    }

    private SimulationResult result(SplittableRandom random, double hitPart) {
        List<Supply> supplies = dataset.supplies();
        List<Good> goods = List.copyOf(dataset.goods());
        Map<Good, Integer> firstLoss = new HashMap<>();
        Map<Good, Good> because = new HashMap<>();
        firstLoss.put(goods.getFirst(), 4);
        for (Dependency dependency : dataset.dependencies()) {
            Integer from = firstLoss.get(dependency.input());
            boolean first = dependency.criticality().central() == 1;
            if (from != null && from < WEEKS - 4 && (first || random.nextDouble() < hitPart)) {
                if (firstLoss.putIfAbsent(dependency.consumer(), from + 3) == null) {
                    because.put(dependency.consumer(), dependency.input());
                }
            }
        }
        double[] baselines = new double[supplies.size()];
        double[][] output = new double[supplies.size()][WEEKS];
        Good[][] binding = new Good[supplies.size()][WEEKS];
        Map<Activity, Cause> causes = new HashMap<>();
        Map<Activity, Reason> reasons = new HashMap<>();
        for (int i = 0; i < supplies.size(); i++) {
            Activity maker = supplies.get(i).activity();
            baselines[i] = supplies.get(i).share().central();
            Integer first = firstLoss.get(maker.good());
            int from = first == null ? WEEKS : first;
            double lost = first == null ? 0 : 0.1 + random.nextDouble() * 0.6;
            for (int week = 0; week < WEEKS; week++) {
                boolean isShort = week >= from;
                output[i][week] = isShort ? 1 - lost * Math.min(1, (week - from + 1) / 6.0) : 1;
                binding[i][week] = isShort ? because.get(maker.good()) : null;
            }
            Good input = because.get(maker.good());
            if (first != null && input != null) {
                Activity supplier =
                        new Activity(input, dataset.suppliesOf(input).getFirst().provider());
                boolean restricted = input.equals(goods.getFirst());
                causes.put(
                        maker,
                        new Cause(
                                maker,
                                first,
                                Cause.Kind.INPUT,
                                Optional.of(input),
                                Optional.of(supplier),
                                restricted,
                                0.5));
                reasons.put(
                        maker, new Reason.InputShort(maker, first, failing(maker.good(), supplier, first, restricted)));
            }
        }
        double[][] served = new double[dataset.markets().size()][WEEKS];
        for (int m = 0; m < served.length; m++) {
            for (int week = 0; week < WEEKS; week++) {
                served[m][week] = m == 0 ? 1 - 0.2 * week / WEEKS : 1;
            }
        }
        return new SimulationResult(
                dataset,
                scenario,
                new Provenance("test", Optional.empty(), "drawn", "drawn", Fingerprints.NONE, "central"),
                WEEKS,
                baselines,
                output,
                binding,
                served,
                new Reasons(causes, reasons, Map.of(), reach(), HeldFlows.NONE),
                List.of(),
                Optional.empty());
    }

    /** Each restriction touches the makers that its selectors name. */
    private List<RestrictionReach> reach() {
        List<RestrictionReach> all = new ArrayList<>();
        for (Restriction restriction : scenario.restrictions()) {
            List<Activity> makers = dataset.supplies().stream()
                    .map(Supply::activity)
                    .filter(maker ->
                            restriction.terms().select().stream().anyMatch(selector -> selector.matchesMaker(maker)))
                    .toList();
            all.add(new RestrictionReach(
                    makers,
                    makers,
                    List.of(),
                    OptionalInt.of(restriction.period().start()),
                    OptionalInt.empty(),
                    false));
        }
        return all;
    }

    private InputFlow failing(Good consumer, Activity supplier, int week, boolean restricted) {
        Dependency dependency = dataset.inputsOf(consumer).stream()
                .filter(candidate -> candidate.input().equals(supplier.good()))
                .findFirst()
                .orElseThrow();
        InputNeed need = new InputNeed(dependency, dependency.stockWeeks(), 0, dependency.qualificationWeeks());
        List<Acting> acting = restricted ? List.of(new Acting(0, week)) : List.of();
        return new InputFlow(need, supplier, 1, restricted ? 0.5 : 1, 0.5, 0.5, 0, acting);
    }

    DataPackage data() {
        return new DataPackage(
                Path.of("drawn"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(scenario), List.of());
    }

    /** Tasks that run in place. */
    static UiTasks tasks() {
        return new UiTasks(Runnable::run, Runnable::run, System::nanoTime, error -> {
            throw new AssertionError(error);
        });
    }

    /** A window state in which the study is open and has been run. */
    StudyState open() {
        StudyState state = new StudyState(tasks(), data -> engine());
        state.openData(data());
        state.openScenario(scenario);
        return state;
    }

    private Engine engine() {
        return new Engine() {
            @Override
            public SimulationResult run(Work work, RunMonitor monitor) {
                return result;
            }

            @Override
            public Touch touches(Restriction restriction) {
                return new Touch(0, 0, List.of(), List.of());
            }
        };
    }
}
