package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Market;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.result.Acting;
import io.chokepoint.result.Cause;
import io.chokepoint.result.InputFlow;
import io.chokepoint.result.MarketReason;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Reason;
import io.chokepoint.result.ReasonChain;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeekProbe;
import io.chokepoint.simulation.WeeklyModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds every reason of a run against what can be seen of the run otherwise: its series, another pass through its weeks, and each
 * restriction compiled as a scenario of its own.
 */
final class ReasonCheck {
    private static final double TIE = 1e-12;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final Scenario scenario;
    private final CompiledScenario compiled;
    private final SimulationResult result;
    /** By activity, then week. */
    private final double[][] available;

    private final double[][] machines;
    private final boolean[][] isCapacityShort;
    /** All together, and by restriction alone. */
    private final Effects together;

    private final List<Effects> alone = new ArrayList<>();
    private final Map<Integer, List<Integer>> customerLinks;
    private int stocksSeen;
    private final Map<ReasonChain.End, Integer> ends = new EnumMap<>(ReasonChain.End.class);

    /** φ, T, rate and κ week by week. */
    private final class Effects {
        private final double[][] permitted;
        private final double[][] delay;
        /** Whether some T is above 0, be it rounded to nothing. */
        private final boolean[][] holdsUp;

        private final double[][] rate;
        private final double[][] working;

        Effects(CompiledScenario compiled) {
            int weeks = result.weeks();
            permitted = new double[weeks][structure.linkCount()];
            delay = new double[weeks][structure.linkCount()];
            holdsUp = new boolean[weeks][structure.linkCount()];
            rate = new double[weeks][structure.linkCount()];
            working = new double[weeks][structure.activityCount()];
            WeekEffects effects = new WeekEffects(compiled);
            for (int week = 0; week < weeks; week++) {
                effects.advanceTo(week);
                for (int l = 0; l < structure.linkCount(); l++) {
                    permitted[week][l] = effects.permitted(l);
                    delay[week][l] = effects.meanDelay(l);
                    holdsUp[week][l] = effects.holdsUp(l);
                    rate[week][l] = effects.rate(l);
                }
                for (int i = 0; i < structure.activityCount(); i++) {
                    working[week][i] = effects.working(i);
                }
            }
        }

        boolean isRestricted(int link, int week) {
            return permitted[week][link] < 1 || delay[week][link] > 0;
        }

        boolean wasRestricted(int link, int upTo) {
            return IntStream.rangeClosed(0, upTo).anyMatch(week -> isRestricted(link, week));
        }
    }

    ReasonCheck(CompiledNetwork network, Scenario scenario, RationingRule rule, FigureValues values) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.compiled = ScenarioCompiler.compile(network, scenario, rule, values);
        this.result = new WeeklyModel()
                .prepared(compiled)
                .simulate(SimulationSettings.of(scenario.horizonWeeks()), RunMonitor.NONE);
        int activities = structure.activityCount();
        available = new double[activities][result.weeks()];
        machines = new double[activities][result.weeks()];
        isCapacityShort = new boolean[activities][result.weeks()];
        WeekProbe probe = new WeekProbe(network, compiled);
        for (int week = 0; week < result.weeks(); week++) {
            probe.step();
            for (int i = 0; i < activities; i++) {
                available[i][week] = probe.available(i);
                machines[i][week] = probe.machines(i);
                isCapacityShort[i][week] = probe.isCapacityShort(i);
            }
        }
        customerLinks = IntStream.range(0, structure.linkCount())
                .filter(link -> network.flow(link) > 0)
                .boxed()
                .collect(Collectors.groupingBy(structure::linkSupplier));
        together = new Effects(compiled);
        for (int r = 0; r < scenario.restrictions().size(); r++) {
            Scenario one =
                    scenario.withRestrictions(List.of(scenario.restrictions().get(r)));
            alone.add(new Effects(ScenarioCompiler.compile(network, one, rule, values)));
        }
    }

    /** How often chains came to each end. */
    Map<ReasonChain.End, Integer> check() {
        for (int i = 0; i < structure.activityCount(); i++) {
            Activity who = structure.activity(i);
            Outcome outcome = result.outcome(who);
            Optional<Reason> reason = result.reason(who);
            assertThat(reason.isPresent()).as("%s has a reason", who).isEqualTo(outcome.isHit());
            if (reason.isPresent()) {
                assertThat(reason.get().activity()).isEqualTo(who);
                assertThat(reason.get().week())
                        .isEqualTo(outcome.firstLossWeek().orElseThrow());
                check(i, reason.get());
                check(who, result.reasons(who));
            }
        }
        result.dataset().markets().forEach(this::check);
        for (int r = 0; r < alone.size(); r++) {
            checkReach(r);
        }
        return ends;
    }

    private void check(Activity from, ReasonChain chain) {
        List<Reason> reasons = chain.reasons();
        assertThat(reasons.getFirst().activity()).isEqualTo(from);
        Set<Activity> seen = new HashSet<>();
        for (int n = 0; n < reasons.size(); n++) {
            assertThat(seen.add(reasons.get(n).activity())).as("%s once", from).isTrue();
            assertThat(result.reason(reasons.get(n).activity())).contains(reasons.get(n));
            if (n > 0) {
                assertThat(reasons.get(n - 1).next()).contains(reasons.get(n).activity());
            }
        }
        Reason last = reasons.getLast();
        boolean isSupplied = last instanceof Reason.InputShort || last instanceof Reason.MachinesWorn;
        switch (chain.end()) {
            case RESTRICTED_FLOW ->
                assertThat(isSupplied && last.next().isEmpty()).isTrue();
            case OUTAGE -> assertThat(last).isInstanceOf(Reason.Outage.class);
            case RESTRICTED_DELIVERIES -> assertThat(last).isInstanceOf(Reason.DeliveriesRestricted.class);
            case COST -> assertThat(last).isInstanceOf(Reason.CostAdded.class);
            case LESS_DEMAND -> assertThat(last).isInstanceOf(Reason.LessDemand.class);
            case NO_LOSS ->
                assertThat(result.outcome(last.next().orElseThrow()).isHit()).isFalse();
            case LOOP -> assertThat(seen).contains(last.next().orElseThrow());
        }
        ends.merge(chain.end(), 1, Integer::sum);
        // As far as the binding chain of the model page goes, the two are one.
        List<Cause> links = result.chain(from).links();
        assertThat(reasons.stream().limit(links.size()).map(Reason::activity).toList())
                .isEqualTo(links.stream().map(Cause::activity).toList());
    }

    private void check(int i, Reason reason) {
        Cause cause = result.cause(structure.activity(i)).orElseThrow();
        int week = reason.week();
        assertThat(cause.kind())
                .isEqualTo(
                        switch (reason) {
                            case Reason.InputShort unused -> Cause.Kind.INPUT;
                            case Reason.MachinesWorn unused -> Cause.Kind.CAPACITY;
                            case Reason.Outage unused -> Cause.Kind.CAPACITY;
                            case Reason.DeliveriesRestricted unused -> Cause.Kind.DEMAND;
                            case Reason.FewerOrders unused -> Cause.Kind.DEMAND;
                            case Reason.CostAdded unused -> Cause.Kind.DEMAND;
                            case Reason.LessDemand unused -> Cause.Kind.DEMAND;
                        });
        if (cause.kind() != Cause.Kind.INPUT) {
            assertThat(result.bindingInput(reason.activity(), week)).isEmpty();
            assertThat(isCapacityShort[i][week]).isEqualTo(cause.kind() == Cause.Kind.CAPACITY);
        }
        switch (reason) {
            case Reason.InputShort own -> {
                assertThat(result.bindingInput(own.activity(), week))
                        .contains(own.flow().need().input());
                assertThat(cause.supplier()).contains(own.flow().supplier());
                assertThat(cause.flowRestricted()).isEqualTo(own.flow().isRestricted());
                checkWorst(i, own.flow(), week, false);
            }
            case Reason.MachinesWorn own -> {
                assertThat(own.machines()).isEqualTo(machines[i][week]).isLessThan(Outcome.LOSS_LEVEL);
                assertThat(own.machines()).isLessThan(together.working[week][i]);
                assertThat(own.flow().need().dependency().mode()).isEqualTo(DependencyMode.CAPITAL);
                checkWorst(i, own.flow(), week, true);
            }
            case Reason.Outage own -> {
                assertThat(own.working()).isEqualTo(together.working[week][i]).isLessThan(1);
                assertThat(own.working()).isLessThanOrEqualTo(machines[i][week]);
                for (int r = 0; r < alone.size(); r++) {
                    boolean acts = alone.get(r).working[week][i] < 1;
                    assertThat(places(own.acting()).contains(r)).isEqualTo(acts);
                }
            }
            case Reason.DeliveriesRestricted own -> {
                int link = customerLinks(i).stream()
                        .filter(other -> together.wasRestricted(other, week))
                        .min(Comparator.comparingInt(this::use))
                        .orElseThrow();
                assertThat(own.flow().customer()).isEqualTo(structure.customer(link));
                assertThat(own.flow().part()).isCloseTo(network.flow(link) / network.baseline(i), within(TIE));
                checkActing(own.flow().acting(), link, week);
            }
            case Reason.FewerOrders own -> {
                checkNothingRestricted(i, week);
                double output = result.output(own.buyer(), week);
                assertThat(output).isLessThan(Outcome.LOSS_LEVEL).isEqualTo(own.buyerOutput());
                assertThat(own.use().mode()).isNotEqualTo(DependencyMode.CAPITAL);
                assertThat(own.use())
                        .isEqualTo(structure
                                .dataset()
                                .findDependency(
                                        own.activity().good(), own.buyer().good())
                                .orElseThrow());
                assertThat(own.buyer()).isNotEqualTo(own.activity());
                Map<Dependency, Double> missed = missedByUse(i, week);
                assertThat(missed).containsKey(own.use());
                assertThat(missed.values()).allMatch(other -> other <= missed.get(own.use()) + TIE);
                assertThat(buyersOf(i, own.use()))
                        .filteredOn(link -> buyerOutput(link, week) < Outcome.LOSS_LEVEL)
                        .allMatch(link -> network.flow(link) * (1 - buyerOutput(link, week))
                                <= own.part() * network.baseline(i) * (1 - output) + TIE);
            }
            case Reason.CostAdded own -> {
                checkNothingRestricted(i, week);
                int link = customerLinks(i).stream()
                        .max(Comparator.comparingDouble(other -> network.flow(other) * mostCost(other, week)))
                        .orElseThrow();
                assertThat(own.flow().customer()).isEqualTo(structure.customer(link));
                assertThat(own.flow().mostCost())
                        .isEqualTo(mostCost(link, week))
                        .isPositive();
                assertThat(own.flow().acting()).isEqualTo(firstWeeks(week, (r, t) -> alone.get(r).rate[t][link] > 0));
            }
            case Reason.LessDemand own -> {
                checkNothingRestricted(i, week);
                assertThat(customerLinks(i)).noneMatch(link -> mostCost(link, week) > 0);
                assertThat(missedByUse(i, week)).isEmpty();
                own.beside().ifPresent(flow -> checkActing(flow.acting(), linkOf(i, flow), week));
            }
        }
    }

    /** Whom a restriction touched, and the leanest stock behind the flows that it cut. */
    private void checkReach(int r) {
        Effects own = alone.get(r);
        RestrictionReach reach = result.reach().get(r);
        Set<Activity> touched = new HashSet<>();
        Map<Dependency, Double> leanest = new HashMap<>();
        boolean[] isCutOnce = new boolean[structure.linkCount()];
        boolean[] isDutyOnce = new boolean[structure.linkCount()];
        for (int week = 0; week < result.weeks(); week++) {
            for (int link = 0; link < structure.linkCount(); link++) {
                isCutOnce[link] |= own.working[week][structure.linkSupplier(link)] < 1 || acts(r, link, week);
                isDutyOnce[link] |= own.rate[week][link] > 0;
            }
        }
        for (int link = 0; link < structure.linkCount(); link++) {
            int supplier = structure.linkSupplier(link);
            boolean isCut = isCutOnce[link];
            if (isCut || isDutyOnce[link]) {
                touched.add(structure.activity(supplier));
            }
            int slot = structure.linkSlot(link);
            if (isCut
                    && slot >= 0
                    && network.flow(link) > 0
                    && structure.dependency(slot).mode() == DependencyMode.CONSUMED) {
                double stock = network.stockWeeks(slot) + compiled.builtStock(slot);
                leanest.merge(structure.dependency(slot), stock, Math::min);
            }
        }
        for (int i = 0; i < structure.activityCount(); i++) {
            int maker = i;
            if (weeks().anyMatch(week -> own.working[week][maker] < 1)) {
                touched.add(structure.activity(maker));
            }
        }
        assertThat(reach.touched()).containsExactlyInAnyOrderElementsOf(touched);
        assertThat(reach.makers()).containsAll(reach.touched());
        Map<Dependency, Double> stocks = new HashMap<>();
        reach.stocks()
                .forEach(stock -> assertThat(stocks.put(stock.need().dependency(), stock.weeks()))
                        .isNull());
        assertThat(stocks).isEqualTo(leanest);
        stocksSeen += stocks.size();
    }

    private IntStream weeks() {
        return IntStream.range(0, result.weeks());
    }

    /** How many leanest stocks were held against the network's. */
    int stocksSeen() {
        return stocksSeen;
    }

    private static List<Integer> places(List<Acting> acting) {
        return acting.stream().map(Acting::restriction).toList();
    }

    private void checkNothingRestricted(int i, int week) {
        assertThat(customerLinks(i)).noneMatch(link -> together.wasRestricted(link, week));
    }

    /** For each use whose makers, as this maker's customers, are below the loss level together: what they miss. */
    private Map<Dependency, Double> missedByUse(int i, int week) {
        Map<Dependency, Double> missed = new HashMap<>();
        for (Dependency use : structure.dataset().usesOf(structure.activity(i).good())) {
            double usual = 0;
            double made = 0;
            for (int link : buyersOf(i, use)) {
                usual += network.flow(link);
                made += network.flow(link) * buyerOutput(link, week);
            }
            if (use.mode() != DependencyMode.CAPITAL && made < Outcome.LOSS_LEVEL * usual - TIE) {
                missed.put(use, usual - made);
            }
        }
        return missed;
    }

    /** Links to other makers who usually buy for that use. */
    private List<Integer> buyersOf(int i, Dependency use) {
        return customerLinks(i).stream()
                .filter(link -> structure.linkSlot(link) >= 0)
                .filter(link -> structure.dependency(structure.linkSlot(link)).equals(use))
                .filter(link -> structure.slotActivity(structure.linkSlot(link)) != i)
                .toList();
    }

    private double buyerOutput(int link, int week) {
        return result.output(structure.activity(structure.slotActivity(structure.linkSlot(link))), week);
    }

    /** Links to usual customers. */
    private List<Integer> customerLinks(int i) {
        return customerLinks.getOrDefault(i, List.of());
    }

    /** The place in the dataset of what the link's customer needs; markets after all. */
    private int use(int link) {
        int slot = structure.linkSlot(link);
        return slot < 0 ? Integer.MAX_VALUE : structure.dataset().dependencies().indexOf(structure.dependency(slot));
    }

    private int linkOf(int i, InputFlow flow) {
        int supplier = structure.index(flow.supplier());
        for (int slot = structure.slotStart(i); slot < structure.slotStart(i + 1); slot++) {
            if (structure.dependency(slot).equals(flow.need().dependency())) {
                for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                    if (structure.linkSupplier(l) == supplier) {
                        return l;
                    }
                }
            }
        }
        throw new AssertionError(
                flow.supplier() + " does not make " + flow.need().input());
    }

    /** What a supplier failed to send, by the rule of inputs that run short or by that of machines. */
    private double failure(int link, int week, boolean wear) {
        int supplier = structure.linkSupplier(link);
        int lead = structure.slotLead(structure.linkSlot(link));
        double least = 1;
        double missing = 0;
        for (int t = 0; t <= week; t++) {
            double expected = together.permitted[t][link] * available[supplier][t];
            least = Math.min(least, expected);
            missing += t < week - lead ? 1 - expected : 0;
        }
        return network.mix(link) * (wear ? missing : 1 - least);
    }

    private void checkWorst(int i, InputFlow flow, int week, boolean wear) {
        int link = linkOf(i, flow);
        int slot = structure.linkSlot(link);
        double own = failure(link, week, wear);
        boolean restricted = together.wasRestricted(link, week);
        assertThat(flow.failure()).isCloseTo(own, within(TIE));
        assertThat(flow.mix()).isEqualTo(network.mix(link));
        assertThat(flow.need().stockWeeks()).isEqualTo(structure.stockFigure(slot));
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double other = failure(l, week, wear);
            assertThat(other).isLessThanOrEqualTo(own + TIE);
            if (other > own - TIE / 2 && l != link) {
                boolean otherRestricted = together.wasRestricted(l, week);
                assertThat(otherRestricted && !restricted)
                        .as("restricted first")
                        .isFalse();
                assertThat(otherRestricted == restricted && network.mix(l) > network.mix(link))
                        .as("then the larger m")
                        .isFalse();
            }
        }
        double leastPermitted = 1;
        double leastAvailable = 1;
        double mostDelay = 0;
        for (int t = 0; t <= week; t++) {
            leastPermitted = Math.min(leastPermitted, together.permitted[t][link]);
            leastAvailable = Math.min(leastAvailable, available[structure.linkSupplier(link)][t]);
            mostDelay = Math.max(mostDelay, together.delay[t][link]);
        }
        assertThat(flow.leastPermitted()).isEqualTo(leastPermitted);
        assertThat(flow.leastAvailable()).isEqualTo(leastAvailable);
        assertThat(flow.mostDelay()).isEqualTo(mostDelay);
        assertThat(flow.isRestricted()).isEqualTo(restricted);
        checkActing(flow.acting(), link, week);
    }

    /** By itself a restriction cuts a flow; of delays, what they add up to together is rounded. */
    private boolean acts(int restriction, int link, int week) {
        Effects own = alone.get(restriction);
        return own.permitted[week][link] < 1 || (own.holdsUp[week][link] && together.delay[week][link] > 0);
    }

    /** Each restriction that cuts or delays the flow by then, with its first week; no other. */
    private void checkActing(List<Acting> acting, int link, int week) {
        assertThat(acting).isEqualTo(firstWeeks(week, (r, t) -> acts(r, link, t)));
    }

    /** Whether a restriction acts in a week. */
    private interface Act {
        boolean test(int restriction, int week);
    }

    private List<Acting> firstWeeks(int upTo, Act act) {
        List<Acting> all = new ArrayList<>();
        for (int r = 0; r < alone.size(); r++) {
            int one = r;
            IntStream.rangeClosed(0, upTo)
                    .filter(week -> act.test(one, week))
                    .findFirst()
                    .ifPresent(week -> all.add(new Acting(one, week)));
        }
        return all;
    }

    private double mostCost(int link, int week) {
        return IntStream.rangeClosed(0, week)
                .mapToDouble(t -> together.rate[t][link])
                .max()
                .orElse(0);
    }

    private void check(Market market) {
        Optional<MarketReason> reason = result.reason(market);
        Outcome outcome = result.outcome(market);
        if (!outcome.isHit()) {
            assertThat(reason).isEmpty();
            return;
        }
        int week = outcome.firstLossWeek().orElseThrow();
        assertThat(reason.orElseThrow().week()).isEqualTo(week);
        int m = List.copyOf(result.dataset().markets()).indexOf(market);
        double largest = 0;
        double own = 0;
        for (int l = structure.marketLinkStart(m); l < structure.marketLinkStart(m + 1); l++) {
            int link = l;
            Activity vendor = structure.activity(structure.linkSupplier(l));
            double now = result.vendorShares().get(m).shares().get(l - structure.marketLinkStart(m))[week]
                    * result.served(market, week);
            double missing = network.marketWeight(l) - now;
            largest = Math.max(largest, missing);
            if (vendor.equals(reason.get().vendor())) {
                own = missing;
                assertThat(reason.get().usual()).isEqualTo(network.marketWeight(l));
                checkActing(reason.get().acting(), link, week);
            }
        }
        assertThat(own).isCloseTo(largest, within(TIE));
        assertThat(scenario.restrictions()).isNotEmpty();
    }
}
