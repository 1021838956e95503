package io.chokepoint.study;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Measures as changes that somebody can keep: of the scenario, and of figures of their own beside the dataset.
 *
 * @param scenario with the measures that are part of it
 * @param figures changed ones, to be used in place of the dataset's of the same id
 * @param exact whether a run with both gives what the trial of the measures gave; not so for one maker of several for whom the dataset
 *     has no figure of its own: its stock is built up before week 0 and then not kept up, and what is qualified beforehand is so for all
 */
public record AppliedMeasures(Scenario scenario, List<Figure> figures, boolean exact) {
    public AppliedMeasures {
        figures = List.copyOf(figures);
    }

    /**
     * @param values the figures as they are used now
     * @param note where the changed figures come from
     */
    public static AppliedMeasures of(
            List<Option> options,
            Mitigation.Settings settings,
            Scenario scenario,
            FigureValues values,
            NetworkStructure structure,
            String note) {
        Builder builder = new Builder(structure, values, note);
        for (Option option : options) {
            builder.add(option, settings);
        }
        Scenario changed = Mitigation.scenarioWith(scenario, options);
        if (!builder.built.isEmpty()) {
            List<Measure> measures = new ArrayList<>(changed.measures());
            measures.addAll(builder.built);
            changed = changed.withMeasures(measures);
        }
        return new AppliedMeasures(
                changed, List.copyOf(builder.figures.values()), builder.built.isEmpty() && !builder.reachesOthers);
    }

    private static final class Builder {
        private final NetworkStructure structure;
        private final FigureValues values;
        private final String note;
        private final Map<String, Figure> figures = new LinkedHashMap<>();
        private final List<Measure> built = new ArrayList<>();
        private boolean reachesOthers;

        Builder(NetworkStructure structure, FigureValues values, String note) {
            this.structure = structure;
            this.values = values;
            this.note = note;
        }

        void add(Option option, Mitigation.Settings settings) {
            switch (option.kind()) {
                case STOCK -> stock(option);
                case SECOND_SOURCE -> secondSource(option, settings);
                case ALTERNATIVE -> alternative(option);
                case PRIORITY, EARLY_LICENCE -> {}
            }
        }

        private void stock(Option option) {
            Map<String, Figure> own = new LinkedHashMap<>();
            List<Integer> shared = new ArrayList<>();
            for (int slot : option.slots()) {
                exception(slot)
                        .map(SourcingException::stockWeeks)
                        .ifPresentOrElse(figure -> own.put(figure.id(), figure), () -> shared.add(slot));
            }
            DoubleUnaryOperator more = weeks -> weeks + option.weeks();
            own.values().forEach(figure -> change(figure, more));
            // One maker may use the input for several goods, each a dependency of its own.
            Map<Dependency, List<Integer>> uses = new LinkedHashMap<>();
            for (int slot : shared) {
                uses.computeIfAbsent(structure.dependency(slot), unused -> new ArrayList<>())
                        .add(slot);
            }
            uses.forEach((dependency, slots) -> {
                if (slots.containsAll(sharing(dependency))) {
                    change(dependency.stockWeeks(), more);
                } else {
                    slots.forEach(slot -> build(slot, option.weeks()));
                }
            });
        }

        /** The slots of a dependency that have no stock of their own. */
        private List<Integer> sharing(Dependency dependency) {
            List<Integer> slots = new ArrayList<>();
            for (int slot = 0; slot < structure.slotCount(); slot++) {
                if (structure.dependency(slot).equals(dependency)
                        && exception(slot).map(SourcingException::stockWeeks).isEmpty()) {
                    slots.add(slot);
                }
            }
            return slots;
        }

        private void build(int slot, double weeks) {
            Activity maker = structure.activity(structure.slotActivity(slot));
            Selector select = new Selector(List.of(
                    term(
                            Side.MAKER,
                            Field.GOOD,
                            structure.dependency(slot).input().id()),
                    term(Side.CUSTOMER, Field.GOOD, maker.good().id()),
                    term(Side.CUSTOMER, Field.PROVIDER, maker.provider().id())));
            built.add(new Measure.StockBuild(
                    List.of(select),
                    Figure.point("measure/weeks", weeks, "weeks", Evidence.assumption(note)),
                    note,
                    ""));
        }

        private static Term term(Side side, Field field, String value) {
            return new Term(side, field, false, List.of(value));
        }

        private void secondSource(Option option, Mitigation.Settings settings) {
            for (int slot : option.slots()) {
                Optional<Figure> own = exception(slot).map(SourcingException::qualificationWeeks);
                reachesOthers |= option.isOfOneMaker() && own.isEmpty();
                Figure wait = own.orElseGet(() -> structure.dependency(slot).qualificationWeeks());
                change(wait, weeks -> Math.min(weeks, option.weeks()));
                for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                    Activity supplier = structure.activity(structure.linkSupplier(l));
                    structure.dataset().suppliesOf(supplier.good()).stream()
                            .filter(supply -> supply.activity().equals(supplier))
                            .map(Supply::spare)
                            .forEach(spare -> change(spare, part -> Math.max(part, settings.secondSourceSpare())));
                }
            }
        }

        private void alternative(Option option) {
            reachesOthers |= option.isOfOneMaker();
            option.slots().stream()
                    .map(structure::dependency)
                    .distinct()
                    .flatMap(dependency -> dependency.alternatives().stream())
                    .forEach(alternative ->
                            change(alternative.qualificationWeeks(), weeks -> Math.min(weeks, option.weeks())));
        }

        private Optional<SourcingException> exception(int slot) {
            Activity maker = structure.activity(structure.slotActivity(slot));
            return structure.dataset().sourcing().stream()
                    .filter(exception -> exception.consumer().equals(maker)
                            && exception
                                    .input()
                                    .equals(structure.dependency(slot).input()))
                    .findFirst();
        }

        /** Changes a figure once for each measure; what two measures do to one figure adds up. */
        private void change(Figure figure, DoubleUnaryOperator how) {
            Figure now = figures.getOrDefault(figure.id(), moved(figure));
            figures.put(
                    figure.id(),
                    now.with(
                            how.applyAsDouble(now.low()),
                            how.applyAsDouble(now.central()),
                            how.applyAsDouble(now.high()),
                            Evidence.assumption(note)));
        }

        /** The figure as it is used now, its range moved along. */
        private Figure moved(Figure figure) {
            double by = values.of(figure) - figure.central();
            return by == 0
                    ? figure
                    : figure.with(figure.low() + by, figure.central() + by, figure.high() + by, figure.evidence());
        }
    }
}
