package io.chokepoint.study;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.MakerLens.Origin;
import io.chokepoint.study.MakerLens.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How long a subject of the {@link MakerLens} survives the loss of the leading source of each of its inputs: for each one run, at central
 * figures and with the dataset's rule of rationing, in which the makers of that input in that country make nothing from week 0 on.
 * Thread-safe.
 */
public final class LensLosses {
    /** The most inputs that are tried. */
    public static final int MOST = 12;

    /** Weeks of each run. */
    public static final int WEEKS = 104;

    /** Money that is nothing, US$ million. */
    private static final double NOTHING = 0.05;

    /** Parts of output that do not differ. */
    private static final double ALIKE = 1e-6;

    private final StudyRunner runner;
    private final NetworkStructure structure;

    /**
     * Somebody else who loses or gains, at usual values.
     *
     * @param millions US$ million over the run; above 0 lost, below 0 gained
     */
    public record Other(Provider maker, double millions) {}

    /**
     * What the loss of one source does to the subject.
     *
     * @param source that is lost
     * @param firstWeek first week in which one of its goods, or its market, is below 99 % of what is usual; empty where none is in
     *     {@link #WEEKS} weeks
     * @param worst its good that falls lowest, of equal ones the one of which most money is lost; empty for a market and where
     *     nothing falls
     * @param lowest lowest output of that good at the subject, or served part of the market's demand, as a part of what is usual
     * @param lowestWeek the week of it
     * @param sellsLess the good that falls lowest could be made, but less of it is ordered
     * @param lostMillions what is not made or not served, at usual values, US$ million over the run; what is made beyond the usual of
     *     other goods counts against it, so it may be below 0; 0 without values
     * @param loser who loses most besides the subject and those whose outage it is
     * @param gainer who gains most
     */
    public record Loss(
            Need need,
            Origin source,
            OptionalInt firstWeek,
            Optional<Good> worst,
            double lowest,
            int lowestWeek,
            boolean sellsLess,
            double lostMillions,
            Optional<Other> loser,
            Optional<Other> gainer) {}

    public LensLosses(StudyRunner runner) {
        this.runner = runner;
        this.structure = runner.structure();
    }

    /**
     * The losses of the most exposed inputs, at most {@link #MOST}, in the order of the page.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<Loss> of(Page page, RunMonitor monitor) {
        List<Need> needs = page.needs().stream()
                .filter(need -> need.exposure() > 0)
                .limit(MOST)
                .toList();
        List<Loss> losses = new ArrayList<>();
        for (Need need : needs) {
            monitor.checkCancelled();
            Restriction restriction =
                    restriction(page.subject(), need, "stated by the question").orElseThrow();
            SimulationResult run = runner.run(Scenario.adHoc(WEEKS, List.of(restriction)), new Quiet(monitor));
            losses.add(loss(page.subject(), need, need.leading().orElseThrow(), run));
            monitor.progress(losses.size(), needs.size(), "sources lost");
        }
        return losses;
    }

    /** One run is a step of many: its weeks are nobody's progress. */
    private record Quiet(RunMonitor whole) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }

    /**
     * The outage of the leading source from week 0 on: all makers of the input in that country, but for the subject where it is one.
     *
     * @param note why; goes with the restriction
     * @return empty where the subject has no source but itself
     */
    public Optional<Restriction> restriction(LensSubject subject, Need need, String note) {
        return need.leading().map(origin -> outage(subject, need.input(), origin, note));
    }

    private Restriction outage(LensSubject subject, Good input, Origin origin, String note) {
        List<Term> terms = new ArrayList<>();
        terms.add(term(Field.GOOD, false, List.of(input.id())));
        if (origin.country().isEmpty()) {
            terms.add(term(
                    Field.PROVIDER,
                    false,
                    origin.makers().stream().map(Provider::id).toList()));
        } else {
            terms.add(term(Field.COUNTRY, false, List.of(origin.country())));
            if (subject instanceof LensSubject.OfMaker of && makes(of.provider(), input, origin.country())) {
                terms.add(term(Field.PROVIDER, true, List.of(of.provider().id())));
            }
        }
        Restriction.Terms all = new Restriction.Terms(
                List.of(new Selector(terms)), Optional.empty(), new Period(0, Period.OPEN, 0), note, "");
        return RestrictionKinds.OUTAGE.on(
                all, Figure.point("lens/lost", 1, "part of capacity", Evidence.assumption(note)));
    }

    private boolean makes(Provider maker, Good good, String country) {
        return maker.country().equals(country)
                && structure.dataset().suppliesOf(good).stream()
                        .anyMatch(supply -> supply.provider().equals(maker));
    }

    private static Term term(Field field, boolean negated, List<String> values) {
        return new Term(Side.MAKER, field, negated, values);
    }

    private Loss loss(LensSubject subject, Need need, Origin source, SimulationResult run) {
        Map<Provider, Double> lost = lostByMaker(run);
        Optional<Other> loser = others(lost, subject, source)
                .filter(other -> other.millions() > NOTHING)
                .findFirst();
        Optional<Other> gainer = others(lost, subject, source)
                .filter(other -> other.millions() < -NOTHING)
                .reduce((first, second) -> second);
        if (subject instanceof LensSubject.OfMarket of) {
            Outcome outcome = run.outcome(of.market());
            return new Loss(
                    need,
                    source,
                    outcome.firstLossWeek(),
                    Optional.empty(),
                    outcome.trough(),
                    outcome.troughWeek(),
                    false,
                    outcome.lostOutputWeeks() * spentAWeek(of),
                    loser,
                    gainer);
        }
        OptionalInt first = OptionalInt.empty();
        Optional<Good> worst = Optional.empty();
        double lowest = 1;
        double most = 0;
        int lowestWeek = 0;
        for (Map.Entry<Good, List<Activity>> made : own(subject).entrySet()) {
            Outcome outcome = Outcome.of(output(run, made.getValue()));
            if (outcome.firstLossWeek().isEmpty()) {
                continue;
            }
            int week = outcome.firstLossWeek().getAsInt();
            first = OptionalInt.of(Math.min(week, first.orElse(week)));
            double millions = outcome.lostOutputWeeks() * usualAWeek(run, made);
            boolean alike = Math.abs(outcome.trough() - lowest) <= ALIKE;
            if (alike ? millions > most : outcome.trough() < lowest) {
                most = millions;
                lowest = outcome.trough();
                lowestWeek = outcome.troughWeek();
                worst = Optional.of(made.getKey());
            }
        }
        double own = 0;
        for (Map.Entry<Provider, Double> entry : lost.entrySet()) {
            own += MakerLens.isOf(entry.getKey(), subject) ? entry.getValue() : 0;
        }
        return new Loss(
                need,
                source,
                first,
                worst,
                lowest,
                lowestWeek,
                worst.filter(good -> onlySellsLess(run, subject, good)).isPresent(),
                own,
                loser,
                gainer);
    }

    /** The subject's activities by good, in dataset order. */
    private Map<Good, List<Activity>> own(LensSubject subject) {
        Map<Good, List<Activity>> own = new LinkedHashMap<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            Activity activity = structure.activity(i);
            if (MakerLens.isOf(activity.provider(), subject)) {
                own.computeIfAbsent(activity.good(), unused -> new ArrayList<>())
                        .add(activity);
            }
        }
        return own;
    }

    private static double[] output(SimulationResult run, List<Activity> makers) {
        double[] sum = new double[run.weeks()];
        double total = 0;
        for (Activity maker : makers) {
            double baseline = run.baseline(maker);
            total += baseline;
            for (int week = 0; week < sum.length; week++) {
                sum[week] += baseline * run.output(maker, week);
            }
        }
        for (int week = 0; week < sum.length; week++) {
            sum[week] /= total;
        }
        return sum;
    }

    private double usualAWeek(SimulationResult run, Map.Entry<Good, List<Activity>> made) {
        double share = 0;
        for (Activity maker : made.getValue()) {
            share += run.baseline(maker);
        }
        return share * MakerLens.millionsAWeek(structure, made.getKey());
    }

    private boolean onlySellsLess(SimulationResult run, LensSubject subject, Good good) {
        return Objects.requireNonNull(own(subject).get(good)).stream()
                .flatMap(maker -> Hits.kind(run, maker).stream())
                .allMatch(kind -> kind == Hits.Kind.SELLS_LESS);
    }

    // ---- money ----------------------------------------------------------------------------------------------------

    /** By maker, what is not made over the run at usual values, US$ million; below 0 where more than usual is made. */
    private Map<Provider, Double> lostByMaker(SimulationResult run) {
        Map<Provider, Double> lost = new LinkedHashMap<>();
        for (Activity activity : run.activities()) {
            double week = run.baseline(activity) * MakerLens.millionsAWeek(structure, activity.good());
            double sum = 0;
            for (int w = 0; w < run.weeks(); w++) {
                sum += (1 - run.output(activity, w)) * week;
            }
            lost.merge(activity.provider(), sum, Double::sum);
        }
        return lost;
    }

    /** All but the subject and the source, those who lose most first. */
    private static Stream<Other> others(Map<Provider, Double> lost, LensSubject subject, Origin source) {
        return lost.entrySet().stream()
                .filter(entry -> !MakerLens.isOf(entry.getKey(), subject)
                        && !source.makers().contains(entry.getKey()))
                .map(entry -> new Other(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Other other) -> -other.millions()));
    }

    /** What a market usually buys in a week, US$ million. */
    private double spentAWeek(LensSubject.OfMarket of) {
        double spent = 0;
        for (int l = 0; l < structure.linkCount(); l++) {
            if (structure.linkMarket(l) >= 0
                    && structure.market(structure.linkMarket(l)).equals(of.market())) {
                Good product = structure.activity(structure.linkSupplier(l)).good();
                spent += runner.central().flow(l) * MakerLens.millionsAWeek(structure, product);
            }
        }
        return spent;
    }
}
