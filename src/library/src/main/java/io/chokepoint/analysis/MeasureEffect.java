package io.chokepoint.analysis;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkChange;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import java.util.ArrayList;
import java.util.List;

/** What measures change: figures of the network, and the scenario. Immutable. */
final class MeasureEffect {
    private final PropagationModel model;
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final FigureValues values;
    private final Scenario scenario;
    private final RationingRule rule;

    /** @param rule used where the scenario states none */
    MeasureEffect(
            PropagationModel model,
            CompiledNetwork network,
            FigureValues values,
            Scenario scenario,
            RationingRule rule) {
        this.model = model;
        this.network = network;
        this.structure = network.structure();
        this.values = values;
        this.scenario = scenario;
        this.rule = rule;
    }

    /** A scenario on the network, both with the measures. */
    PreparedRun with(List<Option> options, Settings settings) {
        return model.compile(
                changed(options, settings), ScenarioSelection.of(structure, scenario(scenario, options), rule), values);
    }

    double cost(List<Option> options, Cost counted) {
        return counted == Cost.MONEY ? costWeeks(options) : stockWeeks(options);
    }

    /** Weeks of stock, each maker's weighted by its share of its good; of the one maker to be helped not weighted. */
    double stockWeeks(List<Option> options) {
        double cost = 0;
        for (Option option : options) {
            if (option.kind() == Kind.STOCK && option.isOfOneMaker()) {
                cost += option.weeks();
            } else if (option.kind() == Kind.STOCK) {
                for (int slot : option.slots()) {
                    cost += option.weeks() * network.baseline(structure.slotActivity(slot));
                }
            }
        }
        return cost;
    }

    /** What the stock is worth, in weeks of all that the world's makers of the good spend: weeks of it by its part of their cost. */
    double costWeeks(List<Option> options) {
        double cost = 0;
        for (Option option : options) {
            if (option.kind() == Kind.STOCK) {
                for (int slot : option.slots()) {
                    cost += option.weeks() * network.baseline(structure.slotActivity(slot)) * network.costShare(slot);
                }
            }
        }
        return cost;
    }

    private CompiledNetwork changed(List<Option> options, Settings settings) {
        NetworkChange change = new NetworkChange();
        for (Option option : options) {
            for (int slot : option.slots()) {
                switch (option.kind()) {
                    case STOCK -> change.addStock(slot, option.weeks());
                    case SECOND_SOURCE -> {
                        change.qualifyWithin(slot, option.weeks());
                        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                            change.spareAtLeast(structure.linkSupplier(l), settings.secondSourceSpare());
                        }
                    }
                    case ALTERNATIVE -> {
                        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
                            change.qualifyAlternativeWithin(a, option.weeks());
                        }
                    }
                    case PRIORITY, EARLY_LICENCE -> {}
                }
            }
        }
        return change.applyTo(network);
    }

    /** The scenario with those measures that are part of it: who is served first, and when licences are filed. */
    static Scenario scenario(Scenario plain, List<Option> options) {
        Scenario changed = plain;
        for (Option option : options) {
            if (option.kind() == Kind.PRIORITY) {
                changed = changed.withRationing(priority(option));
            } else if (option.kind() == Kind.EARLY_LICENCE) {
                List<Restriction> earlier = new ArrayList<>();
                for (Restriction restriction : changed.restrictions()) {
                    earlier.add(filedEarlier(restriction, option.weeks()));
                }
                changed = changed.withRestrictions(earlier);
            }
        }
        return changed;
    }

    private static Restriction filedEarlier(Restriction restriction, double weeks) {
        return restriction
                .kind()
                .permitWait()
                .flatMap(wait -> restriction.figure(wait).map(figure -> restriction.with(wait, shorter(figure, weeks))))
                .orElse(restriction);
    }

    private static Figure shorter(Figure weeks, double by) {
        return weeks.with(
                Math.max(0, weeks.low() - by),
                Math.max(0, weeks.central() - by),
                Math.max(0, weeks.high() - by),
                weeks.evidence());
    }

    /** The makers of the goods served and, where it is for one maker, all that this one makes. */
    private static RationingRule priority(Option option) {
        List<Selector> first = new ArrayList<>();
        if (!option.served().isEmpty()) {
            first.add(makers(
                    Selector.Field.GOOD, option.served().stream().map(Good::id).toList()));
        }
        if (option.isOfOneMaker()) {
            first.add(makers(Selector.Field.PROVIDER, List.of(option.makers().substring(1))));
        }
        return new RationingRule.Priority(List.of(new RationingRule.PriorityClass(first, false)));
    }

    private static Selector makers(Selector.Field field, List<String> ids) {
        return new Selector(List.of(new Selector.Term(Selector.Side.MAKER, field, false, ids)));
    }
}
