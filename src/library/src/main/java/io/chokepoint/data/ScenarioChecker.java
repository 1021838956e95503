package io.chokepoint.data;

import io.chokepoint.base.Problem;
import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Region;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds scenarios against a dataset: their words must be its words, and each restriction must select something. */
public final class ScenarioChecker {
    private final Dataset dataset;
    private final Vocabulary words;
    private final Flows flows;
    private final boolean linksComplete;
    private final boolean draft;

    private ScenarioChecker(Dataset dataset, Vocabulary words, boolean linksComplete, boolean draft) {
        this.dataset = dataset;
        this.draft = draft;
        this.words = words;
        this.flows = new Flows(dataset);
        this.linksComplete = linksComplete;
    }

    /**
     * All faults of a scenario that was not read from a file of the dataset.
     *
     * @param where what the problems name as their file, e.g. {@code --restrict}
     */
    public static List<Problem> check(Scenario scenario, Dataset dataset, String where) {
        Faults faults = new Faults();
        on(dataset).check(ParsedScenario.of(scenario, where), false, faults);
        return faults.list().stream().sorted().toList();
    }

    static ScenarioChecker on(Dataset dataset) {
        return new ScenarioChecker(dataset, new Vocabulary(dataset), true, false);
    }

    /** For a scenario that somebody still works on: what selects nothing is a warning, as it can be mended once it is open. */
    static ScenarioChecker onDraft(Dataset dataset) {
        return new ScenarioChecker(dataset, new Vocabulary(dataset), true, true);
    }

    /** For a folder that is still being read: words of rows that cannot be read count, and links may be missing. */
    static ScenarioChecker on(DatasetDraft draft, Dataset dataset) {
        Vocabulary words = new Vocabulary(dataset);
        words.allow(Field.GOOD, draft.goods.brokenIds());
        words.allow(Field.STAGE, draft.stages.brokenIds());
        words.allow(Field.PROVIDER, draft.providers.brokenIds());
        words.allow(Field.MARKET, draft.markets.brokenIds());
        boolean complete = !draft.isLossy()
                && draft.goods.brokenIds().isEmpty()
                && draft.providers.brokenIds().isEmpty()
                && draft.markets.brokenIds().isEmpty();
        return new ScenarioChecker(dataset, words, complete, false);
    }

    /** @param ofDataset whether the scenario is part of the dataset, which must then list its sources */
    void check(ParsedScenario parsed, boolean ofDataset, Faults faults) {
        new Check(parsed, faults).run(ofDataset);
    }

    /** Checks the words of priority classes. */
    void checkClasses(ParsedScenario parsed, Faults faults) {
        new Check(parsed, faults).classes();
    }

    /** Checks the words of selectors of goods, each of which must select one. */
    void checkGoods(ParsedScenario parsed, List<Placed<Selector>> selectors, Faults faults) {
        Check check = new Check(parsed, faults);
        for (Placed<Selector> placed : selectors) {
            Selector selector = placed.value();
            if (check.checkWords(selector, placed.path(), false)
                    && linksComplete
                    && dataset.goods().stream().noneMatch(good -> WordFields.selects(selector, good))) {
                check.error(placed.path(), "'" + selector.text() + "' selects no good; expected at least one.");
            }
        }
    }

    /** One scenario on its way through the checks. */
    private final class Check {
        private final ParsedScenario parsed;
        private final Faults faults;

        private Check(ParsedScenario parsed, Faults faults) {
            this.parsed = parsed;
            this.faults = faults;
        }

        private void error(String path, String message) {
            faults.error(parsed.file(), parsed.line(path), path, message);
        }

        private void warning(String path, String message) {
            faults.warning(parsed.file(), parsed.line(path), path, message);
        }

        private void run(boolean ofDataset) {
            for (Placed<Restriction> placed : parsed.restrictions()) {
                restriction(placed);
            }
            for (Placed<Measure> placed : parsed.measures()) {
                measure(placed);
            }
            classes();
            for (Placed<String> placed : parsed.sources()) {
                source(placed, ofDataset);
            }
            for (Placed<Observation> placed : parsed.observations()) {
                observation(placed);
            }
        }

        private void classes() {
            for (Placed<Selector> placed : parsed.classes()) {
                Selector selector = placed.value();
                if (checkWords(selector, placed.path(), true) && linksComplete && !anyCustomer(selector)) {
                    warning(placed.path(), "'" + selector.text() + "' selects no customer; expected at least one.");
                }
            }
        }

        private boolean anyCustomer(Selector selector) {
            for (Flows.Bundle bundle : flows.bundles()) {
                for (Customer customer : bundle.customers()) {
                    if (selector.matchesCustomer(customer)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private void source(Placed<String> placed, boolean ofDataset) {
            if (dataset.sources().isEmpty()
                    || dataset.findSource(placed.value()).isPresent()) {
                return;
            }
            List<String> ids = dataset.sources().stream().map(s -> s.id()).toList();
            String message = "'" + placed.value() + "' is no id of sources.csv." + Hints.nearest(placed.value(), ids);
            if (ofDataset) {
                error(placed.path(), message);
            } else {
                warning(placed.path(), message);
            }
        }

        private void restriction(Placed<Restriction> placed) {
            Restriction restriction = placed.value();
            List<Selector> select = restriction.terms().select();
            boolean wordsKnown = true;
            for (int i = 0; i < select.size(); i++) {
                wordsKnown &= checkWords(select.get(i), placed.selectors().get(i), false);
            }
            Optional<String> endUse = restriction.terms().endUse();
            boolean endUseKnown = true;
            if (endUse.isPresent() && !words.tags().contains(endUse.get())) {
                endUseKnown = false;
                error(
                        placed.path() + ".endUse",
                        "'" + endUse.get() + "' is a tag of no good or market."
                                + Hints.nearest(endUse.get(), words.tags()));
            }
            int horizon = parsed.scenario().horizonWeeks();
            if (restriction.period().start() >= horizon) {
                warning(
                        placed.path() + ".start",
                        afterTheRun(restriction.period().start(), horizon, "restriction"));
            }
            if (wordsKnown && linksComplete) {
                List<Flows.Bundle> selected = selectsSomething(restriction, placed);
                if (endUse.isPresent()
                        && endUseKnown
                        && !selected.isEmpty()
                        && !flows.anyEndsIn(endUse.get(), selected)) {
                    warning(
                            placed.path() + ".endUse",
                            "nothing that is selected ends in goods or markets with tag '" + endUse.get()
                                    + "'; the restriction has no effect.");
                }
            }
        }

        /** The selected flows; none for an outage, which selects makers. */
        private List<Flows.Bundle> selectsSomething(Restriction restriction, Placed<Restriction> placed) {
            List<Flows.Bundle> all = new ArrayList<>();
            List<Integer> empty = new ArrayList<>();
            List<Selector> select = restriction.terms().select();
            for (int i = 0; i < select.size(); i++) {
                boolean any;
                if (restriction.kind().isOfMakers()) {
                    any = flows.anyMaker(select.get(i));
                } else {
                    List<Flows.Bundle> selected = flows.selected(select.get(i));
                    if (restriction.kind().selects() == Selects.MARKET_FLOWS) {
                        selected.removeIf(bundle -> !bundle.isToMarket());
                    }
                    any = !selected.isEmpty();
                    all.addAll(selected);
                }
                if (!any) {
                    empty.add(i);
                }
            }
            for (int i : empty) {
                Selector selector = select.get(i);
                String message =
                        "'" + selector.text() + "' selects nothing: " + whyNothing(selector, restriction) + ".";
                if (empty.size() == select.size() && !draft) {
                    error(placed.selectors().get(i), message);
                } else {
                    warning(placed.selectors().get(i), message);
                }
            }
            return all;
        }

        private String whyNothing(Selector selector, Restriction restriction) {
            if (!flows.anyMaker(selector)) {
                return "no maker in supply.csv fits";
            }
            return restriction.kind().selects() == Selects.MARKET_FLOWS
                    ? "the makers that fit sell to no market that fits"
                    : "the makers that fit have no customer that fits";
        }

        private void measure(Placed<Measure> placed) {
            Measure measure = placed.value();
            boolean wordsKnown = true;
            boolean any = false;
            for (int i = 0; i < measure.select().size(); i++) {
                Selector selector = measure.select().get(i);
                wordsKnown &= checkWords(selector, placed.selectors().get(i), false);
                any |= switch (measure) {
                    case Measure.StockBuild unused ->
                        flows.selected(selector).stream().anyMatch(b -> b.mode() == DependencyMode.CONSUMED);
                    case Measure.Expansion unused -> flows.anyMaker(selector);
                };
            }
            if (wordsKnown && linksComplete && !any) {
                String message = switch (measure) {
                    case Measure.StockBuild unused ->
                        "selects no input that is kept in stock; expected flows of a consumed input to its makers.";
                    case Measure.Expansion unused -> "selects no maker in supply.csv; expected at least one.";
                };
                if (draft) {
                    warning(placed.path() + ".select", message);
                } else {
                    error(placed.path() + ".select", message);
                }
            }
            int horizon = parsed.scenario().horizonWeeks();
            measure.period()
                    .filter(period -> period.start() >= horizon)
                    .ifPresent(period ->
                            warning(placed.path() + ".start", afterTheRun(period.start(), horizon, "measure")));
        }

        private static String afterTheRun(int start, int horizon, String what) {
            return "week " + start + " is after the run, whose last week is " + (horizon - 1) + "; the " + what
                    + " has no effect.";
        }

        private void observation(Placed<Observation> placed) {
            Observation seen = placed.value();
            if (seen.ofMarket()) {
                if (dataset.findMarket(seen.subject()).isEmpty()
                        && !words.words(Side.CUSTOMER, Field.MARKET).contains(seen.subject())) {
                    error(
                            placed.path() + ".market",
                            unknown(seen.subject(), Field.MARKET, words.words(Side.CUSTOMER, Field.MARKET)));
                }
                return;
            }
            Optional<Good> good = dataset.findGood(seen.subject());
            Set<String> goods = words.words(Side.MAKER, Field.GOOD);
            if (good.isEmpty()) {
                if (!goods.contains(seen.subject())) {
                    error(placed.path() + ".good", unknown(seen.subject(), Field.GOOD, goods));
                }
                return;
            }
            List<String> makers = dataset.suppliesOf(good.get()).stream()
                    .map(supply -> supply.provider().id())
                    .toList();
            if (linksComplete
                    && seen.provider().isPresent()
                    && !makers.contains(seen.provider().get())) {
                error(
                        placed.path() + ".provider",
                        "'" + seen.provider().get() + "' does not make '" + seen.subject()
                                + "' in supply.csv; expected one of " + Hints.list(makers) + ".");
            }
            region(placed.path(), seen, good.get());
        }

        /** Whether anybody makes the good in the countries, and of exports sends it to the others. */
        private void region(String path, Observation seen, Good good) {
            Region from = seen.reading().region();
            if (!linksComplete) {
                return;
            }
            if (dataset.suppliesOf(good).stream()
                    .noneMatch(supply -> from.has(supply.provider().country()))) {
                error(path + ".region", "nobody makes '" + good.id() + "' in '" + from.text() + "' in supply.csv.");
            } else if (seen.what() == What.EXPORTS && !isExported(seen, good)) {
                error(path, "nothing of '" + good.id() + "' goes from these makers to these customers.");
            }
        }

        private boolean isExported(Observation seen, Good good) {
            Region from = seen.reading().region();
            return flows.bundles().stream()
                    .filter(bundle -> bundle.makers().stream()
                            .anyMatch(maker -> maker.good().equals(good)
                                    && from.has(maker.provider().country())
                                    && seen.provider()
                                            .map(maker.provider().id()::equals)
                                            .orElse(true)))
                    .flatMap(bundle -> bundle.customers().stream())
                    .anyMatch(customer -> seen.reading().to().has(customer.country()));
        }

        /** Whether every word that must be known is; unknown ones are reported. */
        private boolean checkWords(Selector selector, String path, boolean customersOnly) {
            boolean known = true;
            for (Term term : selector.terms()) {
                Side side = customersOnly ? Side.CUSTOMER : term.side();
                Set<String> listed = words.words(side, term.field());
                for (String value : term.values()) {
                    if (listed.contains(value)) {
                        continue;
                    }
                    String message = "in '" + selector.text() + "': " + unknown(value, term.field(), listed);
                    boolean plainCountry = term.field() == Field.COUNTRY && CountryCodes.isCountry(value);
                    if (plainCountry || term.negated()) {
                        warning(path, plainCountry ? noOneIn(selector, value, side) : message);
                    } else {
                        error(path, message);
                        known = false;
                    }
                }
            }
            return known;
        }

        private String noOneIn(Selector selector, String country, Side side) {
            return "in '" + selector.text() + "': the dataset has no "
                    + (side == Side.MAKER ? "maker" : "maker or market") + " in '" + country + "'.";
        }

        private String unknown(String value, Field field, Collection<String> known) {
            return "'" + value + "' is no " + field.id() + " of the dataset."
                    + (field == Field.COUNTRY ? CountryCodes.hint(value, known) : Hints.nearest(value, known));
        }
    }
}
