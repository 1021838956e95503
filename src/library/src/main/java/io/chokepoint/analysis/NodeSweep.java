package io.chokepoint.analysis;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.SupplyGraph;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.simulation.OutputLosses;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitRunner;
import io.chokepoint.sweep.UnitSweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * One instrument on one node after the other, each in a run of its own at central figures: which node matters most. Immutable and safe
 * to share between threads; results do not depend on the number of threads.
 *
 * <p>Two shortcuts. Nodes that come down to the same makers or flows are run once. A node from which no way leads downstream to any
 * target, over suppliers of today, possible suppliers and makers of alternatives, is not run: its loss counts as none. (What such a
 * node could do to a target is to crowd it out of a common supplier when its rivals order more.)
 */
public final class NodeSweep {
    private static final int[] NONE = {};

    private final PropagationModel model;
    private final NetworkStructure structure;
    private final CompiledNetwork network;
    private final ScenarioSelection rationing;

    /** What a node is. */
    public enum Kind {
        /** A good with all its makers. */
        GOOD,
        /** One maker of one good. */
        ACTIVITY,
        /** All makers in a country. */
        COUNTRY
    }

    /** What happens to a node. */
    public enum Instrument {
        /** Its makers make nothing. */
        OUTAGE,
        /** Its makers sell nothing to customers outside their own country; makers without a country, nothing to anybody. */
        EXPORT_BAN
    }

    /**
     * Something that can be restricted.
     *
     * @param id of the good or the country (ISO 3166-1 alpha-3)
     * @param provider id of the maker for an activity, otherwise empty
     * @param name the good's name, or the country's code
     * @param activities its makers, at least one
     */
    public record Node(Kind kind, String id, String provider, String name, List<Activity> activities) {
        public Node {
            activities = List.copyOf(activities);
        }

        /** {@code good}, {@code good@provider} or the country, as in results. */
        public String label() {
            return provider.isEmpty() ? id : id + "@" + provider;
        }
    }

    /**
     * How a node is hit.
     *
     * @param start week in which it starts, ≥ 0
     * @param duration weeks it lasts, ≥ 1, or {@link Period#OPEN}
     * @param weeks to run, ≥ 1
     * @param threads ≥ 1; does not change the result
     */
    public record Settings(Instrument instrument, int start, int duration, int weeks, int threads) {
        public Settings {
            if (start < 0 || duration < 1 || weeks < 1 || threads < 1) {
                throw new IllegalArgumentException("start must be 0 or more; duration, weeks and threads 1 or more");
            }
        }

        /** From week 0 to the end of the run. */
        public static Settings lasting(Instrument instrument, int weeks, int threads) {
            return new Settings(instrument, 0, Period.OPEN, weeks, threads);
        }

        /**
         * What is done to a node.
         *
         * @param select its makers for an outage, its flows abroad for a ban
         * @param note why
         */
        public Restriction restriction(List<Selector> select, String note) {
            int end = duration >= Period.OPEN - start ? Period.OPEN : start + duration;
            Restriction.Terms terms =
                    new Restriction.Terms(select, Optional.empty(), new Period(start, end, 0), note, "");
            Evidence evidence = Evidence.assumption(note);
            return switch (instrument) {
                case OUTAGE ->
                    RestrictionKinds.OUTAGE.on(terms, Figure.point("ranking/lost", 1, "part of capacity", evidence));
                case EXPORT_BAN ->
                    RestrictionKinds.EXPORT_BAN.on(
                            terms, Figure.point("ranking/leak", 0, "part of baseline", evidence));
            };
        }
    }

    /**
     * @param model that knows time and volume
     * @param network at the figures to use
     * @param rule who is served first
     * @throws io.chokepoint.base.ChokepointException if the model knows too little
     */
    public NodeSweep(PropagationModel model, CompiledNetwork network, RationingRule rule) {
        model.require(Capability.TIME, Capability.VOLUME);
        this.model = model;
        this.network = network;
        this.structure = network.structure();
        this.rationing = ScenarioSelection.of(structure, Scenario.adHoc(1, List.of()), rule);
    }

    /** All nodes of a kind: goods and activities in dataset order, countries by code; makers without a country belong to none. */
    public static List<Node> nodes(NetworkStructure structure, Kind kind) {
        List<Node> nodes = new ArrayList<>();
        switch (kind) {
            case GOOD -> {
                for (Good good : structure.dataset().goods()) {
                    List<Activity> makers = activities(structure, a -> a.good().equals(good));
                    nodes.add(new Node(kind, good.id(), "", good.name(), makers));
                }
            }
            case ACTIVITY -> {
                for (Activity a : activities(structure, a -> true)) {
                    nodes.add(new Node(
                            kind,
                            a.good().id(),
                            a.provider().id(),
                            a.good().name() + ", " + a.provider().name(),
                            List.of(a)));
                }
            }
            case COUNTRY -> {
                TreeSet<String> countries = new TreeSet<>();
                for (Activity a :
                        activities(structure, a -> !a.provider().country().isEmpty())) {
                    countries.add(a.provider().country());
                }
                for (String country : countries) {
                    List<Activity> makers =
                            activities(structure, a -> a.provider().country().equals(country));
                    nodes.add(new Node(kind, country, "", country, makers));
                }
            }
        }
        return nodes;
    }

    private static List<Activity> activities(NetworkStructure structure, Predicate<Activity> wanted) {
        List<Activity> found = new ArrayList<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            if (wanted.test(structure.activity(i))) {
                found.add(structure.activity(i));
            }
        }
        return found;
    }

    /**
     * Hits one node after the other.
     *
     * @param targets nodes from which nothing leads to one of these are not run; empty: run all
     * @throws CancellationException if the monitor says so; no partial result
     */
    public SweepResult run(List<Node> nodes, Collection<Good> targets, Settings settings, RunMonitor monitor) {
        Runs runs = runs(nodes, targets, settings);
        return runs.result(UnitRunner.all(runs, settings.threads(), monitor));
    }

    /** The same as units to be run anywhere. */
    public Runs runs(List<Node> nodes, Collection<Good> targets, Settings settings) {
        Set<SupplyNode> upstream = upstreamOf(targets);
        List<Hit> hits = new ArrayList<>();
        Map<Hit, Integer> known = new HashMap<>();
        int[] runOf = new int[nodes.size()];
        for (int n = 0; n < runOf.length; n++) {
            Hit hit = hit(nodes.get(n), settings.instrument());
            if (hit.isEmpty() || !leadsToTarget(nodes.get(n), upstream)) {
                runOf[n] = -1;
                continue;
            }
            Integer run = known.putIfAbsent(hit, hits.size());
            if (run == null) {
                run = hits.size();
                hits.add(hit);
            }
            runOf[n] = run;
        }
        return new Runs(nodes, hits, runOf, settings);
    }

    /** The runs of a sweep: nodes that come down to the same are one unit, those that touch no target none. */
    public final class Runs implements UnitSweep {
        private final List<Node> nodes;
        private final List<Hit> hits;
        private final int[] runOf;
        private final Settings settings;

        private Runs(List<Node> nodes, List<Hit> hits, int[] runOf, Settings settings) {
            this.nodes = nodes;
            this.hits = hits;
            this.runOf = runOf;
            this.settings = settings;
        }

        @Override
        public long units() {
            return hits.size();
        }

        @Override
        public String what() {
            return "nodes restricted";
        }

        @Override
        public Worker worker() {
            return (unit, monitor) ->
                    losses(hits.get((int) unit), settings, monitor).toNumbers();
        }

        /** @param results of these runs */
        public SweepResult result(UnitResults results) {
            OutputLosses[] losses = new OutputLosses[hits.size()];
            int goods = structure.goodCount();
            results.each((unit, numbers) -> losses[(int) unit] = OutputLosses.ofNumbers(numbers, goods));
            return new SweepResult(structure.dataset(), nodes, runOf, Arrays.asList(losses), settings);
        }
    }

    /** What a node comes down to: makers put out, or flows cut. Equal ones give equal runs. */
    private record Hit(List<Integer> activities, List<Integer> links) {
        boolean isEmpty() {
            return activities.isEmpty() && links.isEmpty();
        }
    }

    private Hit hit(Node node, Instrument instrument) {
        List<Integer> makers = new ArrayList<>();
        for (Activity activity : node.activities()) {
            makers.add(structure.index(activity));
        }
        if (instrument == Instrument.OUTAGE) {
            return new Hit(makers, List.of());
        }
        TreeSet<Integer> links = new TreeSet<>();
        for (int j : makers) {
            String home = structure.activity(j).provider().country();
            for (int p = structure.customerStart(j); p < structure.customerStart(j + 1); p++) {
                int link = structure.customerLink(p);
                if (home.isEmpty() || !home.equals(countryOfCustomer(link))) {
                    links.add(link);
                }
            }
        }
        return new Hit(List.of(), List.copyOf(links));
    }

    private String countryOfCustomer(int link) {
        int slot = structure.linkSlot(link);
        return slot >= 0
                ? structure.activity(structure.slotActivity(slot)).provider().country()
                : structure.market(structure.linkMarket(link)).country();
    }

    /**
     * Goods from which a way leads to a target. Goods are enough: every maker of an input, and of what stands in for it, may come to
     * supply every maker who needs it.
     */
    private Set<SupplyNode> upstreamOf(Collection<Good> targets) {
        SupplyGraph graph = structure.dataset().graph();
        return targets.isEmpty() ? graph.all().nodes() : graph.all().upstream(targets);
    }

    private static boolean leadsToTarget(Node node, Set<SupplyNode> upstream) {
        return node.activities().stream().anyMatch(activity -> upstream.contains(activity.good()));
    }

    private OutputLosses losses(Hit hit, Settings settings, RunMonitor monitor) {
        // The makers and flows are given by index, so no selector is asked.
        Scenario scenario = Scenario.adHoc(
                settings.weeks(), List.of(settings.restriction(List.<Selector>of(), "stated by the question")));
        ScenarioSelection selection = rationing.withOnly(scenario, toArray(hit.activities), toArray(hit.links));
        return model.compile(network, selection, FigureValues.CENTRAL).losses(settings.weeks(), monitor);
    }

    private static int[] toArray(List<Integer> list) {
        return list.isEmpty() ? NONE : list.stream().mapToInt(Integer::intValue).toArray();
    }
}
