package io.chokepoint.models;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkChange;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.PropagationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The weekly model under assumptions of a classic one: any of those in which they differ, as far as the weekly model can take them over.
 * With none it is the weekly model as it is; with all, what still differs from the classic model are that model's own rules.
 *
 * <p>Where the two have no common word, this is what is taken:
 *
 * <pre>
 *              esri                              inoue-todo                       ario
 * MAKERS_HIT   largest loss, from week 0 on      loss of each week                loss of each week
 * TURNING      q = 0, no market switches         q = ∞, no market switches        q = 0, no market switches
 * SPARE        0                                 0                                0.25, reached in 52 weeks
 * ESSENTIAL    ω = 1 from 0.5 on, else as it is  ω = 1                            ω = 1
 * STOCKS       n = 0, ℓ = 1                      one n a maker, ℓ = 1             one n a good, ℓ = 1
 * </pre>
 *
 * and for all three caps of alternatives of 0, machines of ω = 0, and proportional rationing. Under STOCKS of the two models of days,
 * access is kept in stock too. Thread-safe.
 */
public final class AssumedOtherwise {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double LEARNT = 0.25;
    private static final double WEEKS_A_YEAR = 52;

    private final PropagationModel weekly;
    private final String model;
    private final CompiledScenario asIs;
    private final FigureValues values;
    private final RationingRule usualRule;
    private final List<Assumption> differing;
    private final double[] daysOfBuyers;
    private final double[] daysOfGoods;
    private final int[] sectorOf;
    private final CompiledNetwork atOnce;
    private final List<Restriction> outages;
    private final Map<Question, ScenarioSelection> selections = new ConcurrentHashMap<>();

    /** What a selection depends on. */
    private record Question(boolean makersHit, boolean noSpare, boolean otherStocks, boolean proportional) {}

    /**
     * @param weekly the weekly model
     * @param model {@code esri}, {@code inoue-todo} or {@code ario}
     * @param asIs scenario and network as the weekly model runs them
     * @param values of figures, as they were compiled with
     * @param usualRule of the dataset, where the scenario has none
     * @throws io.chokepoint.base.ChokepointException if the dataset does not say what its goods are worth
     */
    public AssumedOtherwise(
            PropagationModel weekly,
            String model,
            CompiledScenario asIs,
            FigureValues values,
            RationingRule usualRule) {
        this.weekly = weekly;
        this.model = model;
        this.asIs = asIs;
        this.values = values;
        this.usualRule = usualRule;
        FirmsOfDataset firms = new FirmsOfDataset(model, asIs, 1);
        daysOfBuyers = firms.network.column(FirmNetwork.INVENTORY_DAYS).orElseThrow();
        daysOfGoods = firms.daysOfGoods();
        sectorOf = firms.network.sectors().of();
        Dataset dataset = asIs.network().structure().dataset();
        atOnce = NetworkCompiler.compile(new NetworkStructure(atOnce(dataset)), values, Overdraft.RAISE);
        outages = MakersHit.outages(asIs, isEsri());
        differing = differing(dataset);
    }

    private boolean isEsri() {
        return model.equals("esri");
    }

    private boolean isArio() {
        return model.equals("ario");
    }

    /** Delivered within a week; where stocks are the models' own, access is kept in stock. */
    private Dataset atOnce(Dataset dataset) {
        List<Dependency> changed = new ArrayList<>();
        for (Dependency one : dataset.dependencies()) {
            boolean kept = one.mode() == DependencyMode.ACCESS && !isEsri();
            changed.add(new Dependency(
                    one.input(),
                    one.consumer(),
                    kept ? DependencyMode.CONSUMED : one.mode(),
                    one.criticality(),
                    one.useShare(),
                    one.stockWeeks(),
                    1,
                    one.qualificationWeeks(),
                    one.lifetimeYears(),
                    one.costShare(),
                    one.role(),
                    one.alternatives(),
                    one.evidence()));
        }
        return dataset.toBuilder().dependencies(changed).build();
    }

    private List<Assumption> differing(Dataset dataset) {
        CompiledNetwork network = asIs.network();
        NetworkStructure structure = network.structure();
        Scenario scenario = asIs.scenario();
        boolean spare = isArio() || scenario.measures().stream().anyMatch(Measure.Expansion.class::isInstance);
        for (int i = 0; i < structure.activityCount(); i++) {
            spare |= network.spare(i) > 0;
        }
        boolean machines = false;
        boolean graded = false;
        for (int e = 0; e < structure.slotCount(); e++) {
            boolean machine = structure.slotMode(e) == DependencyMode.CAPITAL;
            machines |= machine;
            graded |= !machine && critical(network.criticality(e)) != network.criticality(e);
        }
        List<Assumption> all = new ArrayList<>();
        add(all, Assumption.MAKERS_HIT, isEsri() || hasFlows(scenario));
        add(all, Assumption.SUBSTITUTES, structure.altCount() > 0);
        add(all, Assumption.TURNING, true);
        add(all, Assumption.SPARE, spare);
        add(all, Assumption.ESSENTIAL, graded);
        add(all, Assumption.STOCKS, true);
        add(all, Assumption.MACHINES, machines);
        add(all, Assumption.RATIONING, !(rule() instanceof RationingRule.Proportional));
        return List.copyOf(all);
    }

    private static void add(List<Assumption> all, Assumption one, boolean differs) {
        if (differs) {
            all.add(one);
        }
    }

    private static boolean hasFlows(Scenario scenario) {
        return scenario.restrictions().stream().anyMatch(one -> one.kind().selects() != Selects.MAKERS);
    }

    private RationingRule rule() {
        return asIs.scenario().rationing().orElse(usualRule);
    }

    private double critical(double criticality) {
        return isEsri() && criticality < FirmsOfDataset.ESSENTIAL_FROM ? criticality : 1;
    }

    /** In which the weekly model and this one differ on this dataset and scenario. */
    public List<Assumption> differing() {
        return differing;
    }

    /**
     * What the weekly model gives under these assumptions of the other.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public OutputSeries run(Set<Assumption> taken, RunMonitor monitor) {
        CompiledNetwork network = network(taken);
        return weekly.compile(network, selection(network.structure(), taken), values)
                .outputs(asIs.scenario().horizonWeeks(), List.of(), monitor);
    }

    private ScenarioSelection selection(NetworkStructure structure, Set<Assumption> taken) {
        Question question = new Question(
                taken.contains(Assumption.MAKERS_HIT),
                taken.contains(Assumption.SPARE),
                taken.contains(Assumption.STOCKS),
                taken.contains(Assumption.RATIONING));
        return selections.computeIfAbsent(
                question, asked -> ScenarioSelection.of(structure, scenario(asked), usualRule));
    }

    private Scenario scenario(Question asked) {
        Scenario scenario = asIs.scenario();
        List<Measure> measures = scenario.measures().stream()
                .filter(measure -> measure instanceof Measure.Expansion ? !asked.noSpare() : !asked.otherStocks())
                .toList();
        Scenario changed = scenario.withMeasures(measures);
        if (asked.makersHit()) {
            changed = changed.withRestrictions(outages);
        }
        return asked.proportional() ? changed.withRationing(RationingRule.PROPORTIONAL) : changed;
    }

    private CompiledNetwork network(Set<Assumption> taken) {
        CompiledNetwork base = taken.contains(Assumption.STOCKS) ? atOnce : asIs.network();
        NetworkStructure structure = base.structure();
        NetworkChange change = new NetworkChange();
        for (int e = 0; e < structure.slotCount(); e++) {
            boolean machine = structure.slotMode(e) == DependencyMode.CAPITAL;
            if (machine && taken.contains(Assumption.MACHINES)) {
                change.criticality(e, 0);
            }
            if (!machine && taken.contains(Assumption.ESSENTIAL)) {
                change.criticality(e, critical(base.criticality(e)));
            }
            if (!machine && taken.contains(Assumption.STOCKS)) {
                change.holdStock(e, stock(structure, e));
            }
            if (taken.contains(Assumption.TURNING)) {
                change.qualifyAfter(e, model.equals("inoue-todo") ? NEVER : 0);
            }
        }
        if (taken.contains(Assumption.SUBSTITUTES)) {
            for (int a = 0; a < structure.altCount(); a++) {
                change.coverAtMost(a, 0);
            }
        }
        if (taken.contains(Assumption.TURNING)) {
            for (int m = 0; m < structure.marketCount(); m++) {
                change.switchWithin(m, NEVER);
            }
        }
        if (taken.contains(Assumption.SPARE)) {
            for (int i = 0; i < structure.activityCount(); i++) {
                change.spare(i, isArio() ? LEARNT : 0, isArio() ? WEEKS_A_YEAR : base.rampWeeks(i));
            }
        }
        return change.applyTo(base);
    }

    private double stock(NetworkStructure structure, int slot) {
        if (isEsri()) {
            return 0;
        }
        double days = isArio()
                ? daysOfGoods[sectorOf[structure.linkSupplier(structure.linkStart(slot))]]
                : daysOfBuyers[structure.slotActivity(slot)];
        return days / FirmsOfDataset.DAYS_A_WEEK;
    }
}
