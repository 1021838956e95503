package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Supply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the tables that link goods with makers, with each other and with markets. */
final class LinkTables {
    private static final String WEEKS = "weeks";
    private static final List<String> GOOD_COLUMNS = List.of("good", "input", "consumer", "alternative", "product");

    private final TableFiles files;
    private final DatasetDraft draft;
    private final Faults faults;
    private final Map<List<Good>, List<StandIn>> alternatives = new LinkedHashMap<>();

    /** An alternative and the row that states it. */
    private record StandIn(Alternative alternative, Cells cells) {}

    LinkTables(TableFiles files, DatasetDraft draft) {
        this.files = files;
        this.draft = draft;
        this.faults = draft.faults;
    }

    void read() {
        each(Tables.SUPPLY, this::supply);
        each(Tables.ALTERNATIVES, this::alternative);
        each(Tables.DEPENDENCIES, this::dependency);
        checkAlternativesHaveDependencies();
        new SourcingTable(files, draft).read();
        each(Tables.DEMAND, this::offer);
        each(Tables.VALUES, this::value);
    }

    private void each(TableSchema schema, Consumer<Cells> reader) {
        int before = faults.errors();
        Optional<CsvTable> table = CsvTable.read(files, schema, faults);
        if (table.isEmpty()) {
            if (faults.errors() > before) {
                draft.loseTable(schema);
            }
            return;
        }
        for (String first : table.get().broken()) {
            draft.loseRow(schema, first);
            draft.doubtNearest(first);
        }
        UniqueKeys keys = new UniqueKeys(schema.key());
        table.get().forEach(faults, cells -> {
            if (keys.isNew(cells)) {
                reader.accept(cells);
            } else {
                lose(schema, cells);
            }
        });
    }

    /** The row cannot be used: what it names may have links that are not seen. */
    private void lose(TableSchema schema, Cells cells) {
        for (String column : GOOD_COLUMNS) {
            String id = cells.text(column);
            if (!id.isEmpty()) {
                draft.loseRow(schema, id);
                draft.doubtNearest(id);
            }
        }
    }

    private void supply(Cells cells) {
        int before = faults.errors();
        @Nullable Good good = cells.reference("good", draft.goods);
        @Nullable Provider provider = cells.reference("provider", draft.providers);
        String id = "supply/" + cells.text("good") + "@" + cells.text("provider");
        Evidence evidence = cells.evidence(draft.sources);
        Figure share = cells.figure("share", id + "/share", "part of world output", evidence);
        Figure spare;
        if (cells.hasFigure("spare")) {
            spare = cells.figure("spare", id + "/spare", "part of the maker's output", evidence);
        } else {
            cells.warning(
                    "spare",
                    "is empty; expected " + Range.EXTRA.expected() + ". It is read as 0: nothing can be added.");
            spare = Figure.point(id + "/spare", 0, "part of the maker's output", evidence);
        }
        boolean rampNeeded = spare.high() > 0 || !cells.isEmpty("ramp_weeks");
        double ramp = rampNeeded ? cells.number("ramp_weeks").orElse(1.0) : 1;
        if (good != null && faults.errors() > before) {
            draft.doubt(good);
        }
        if (good == null || provider == null) {
            lose(Tables.SUPPLY, cells);
            return;
        }
        draft.addSupply(new Supply(new Activity(good, provider), share, spare, ramp, cells.text("year"), evidence));
    }

    private void value(Cells cells) {
        int before = faults.errors();
        @Nullable Good good = cells.reference("good", draft.goods);
        String id = "values/" + cells.text("good");
        Evidence evidence = cells.evidence(draft.sources);
        Figure value = cells.figure("value", id + "/value", "US$ million a year", evidence);
        String unit = "multiple of the price";
        Figure tolerance = cells.hasFigure("other_tolerance")
                ? cells.figure("other_tolerance", id + "/other_tolerance", unit, evidence)
                : Figure.point(
                        id + "/other_tolerance",
                        GoodValue.USUAL_TOLERANCE,
                        unit,
                        new Evidence(Basis.ASSUMPTION, List.of(), "none stated", evidence.file(), evidence.line()));
        if (good != null && faults.errors() == before) {
            draft.values.add(new GoodValue(good, value, tolerance, cells.text("year")));
        } else {
            draft.loseTable(Tables.VALUES);
        }
    }

    private void alternative(Cells cells) {
        @Nullable Good input = cells.reference("input", draft.goods);
        @Nullable Good consumer = cells.reference("consumer", draft.goods);
        @Nullable Good good = cells.reference("alternative", draft.goods);
        String id =
                "alternatives/" + cells.text("input") + ">" + cells.text("consumer") + "/" + cells.text("alternative");
        Evidence evidence = cells.evidence(draft.sources);
        Figure cap = cells.figure("cap", id + "/cap", "part of the need", evidence);
        Figure qualification = cells.figure("qualification_weeks", id + "/qualification_weeks", WEEKS, evidence);
        double perUnit = cells.number("per_unit").orElse(1.0);
        double premium =
                cells.isEmpty("cost_premium") ? 0 : cells.number("cost_premium").orElse(0.0);
        if (good != null && good.equals(input)) {
            cells.error(
                    "alternative", "'" + good.id() + "' stands in for itself; expected another good than the input.");
            good = null;
        }
        if (input == null || consumer == null || good == null) {
            draft.loseRow(Tables.ALTERNATIVES, cells.text("input"), cells.text("alternative"));
            return;
        }
        alternatives
                .computeIfAbsent(List.of(input, consumer), unused -> new ArrayList<>())
                .add(new StandIn(new Alternative(good, cap, qualification, perUnit, premium, evidence), cells));
    }

    private void dependency(Cells cells) {
        int before = faults.errors();
        @Nullable Good input = cells.reference("input", draft.goods);
        @Nullable Good consumer = cells.reference("consumer", draft.goods);
        int beforeMode = faults.errors();
        DependencyMode mode = cells.word("mode", DependencyMode.class, DependencyMode::id);
        boolean modeKnown = faults.errors() == beforeMode;
        String id = "dependencies/" + cells.text("input") + ">" + cells.text("consumer");
        Evidence evidence = cells.evidence(draft.sources);
        Figure criticality =
                cells.figure("criticality", id + "/criticality", "part of the consumer's output", evidence);
        Figure useShare = cells.figure("use_share", id + "/use_share", "part of the input's world output", evidence);
        Figure stock = stock(cells, modeKnown ? mode : null, id, evidence);
        int lead = mode == DependencyMode.ACCESS && cells.isEmpty("lead_weeks")
                ? 1
                : cells.whole("lead_weeks").orElse(1);
        Figure qualification = cells.figure("qualification_weeks", id + "/qualification_weeks", WEEKS, evidence);
        double lifetime = modeKnown ? lifetime(cells, mode) : 0;
        Figure cost = cells.hasFigure("cost_share")
                ? cells.figure("cost_share", id + "/cost_share", "part of the consumer's cost", evidence)
                : Figure.point(id + "/cost_share", 0, "part of the consumer's cost", evidence);
        if (input != null && faults.errors() > before) {
            draft.doubt(input);
        }
        if (input == null || consumer == null) {
            lose(Tables.DEPENDENCIES, cells);
            return;
        }
        if (input.equals(consumer)) {
            cells.warning("consumer", "'" + consumer.id() + "' needs itself. Maybe another good is meant?");
        }
        List<Alternative> standIns = alternatives.getOrDefault(List.of(input, consumer), List.of()).stream()
                .map(StandIn::alternative)
                .toList();
        draft.dependencies.add(new Dependency(
                input,
                consumer,
                mode,
                criticality,
                useShare,
                stock,
                lead,
                qualification,
                lifetime,
                cost,
                cells.text("role"),
                standIns,
                evidence));
    }

    /** Only consumed inputs are kept in stock; the others, and rows of unknown mode, may leave the cells empty. */
    private static Figure stock(Cells cells, @Nullable DependencyMode mode, String id, Evidence evidence) {
        if (mode != DependencyMode.CONSUMED && !cells.hasFigure("stock_weeks")) {
            return Figure.point(id + "/stock_weeks", 0, WEEKS, evidence);
        }
        Figure stock = cells.figure("stock_weeks", id + "/stock_weeks", WEEKS, evidence);
        if (mode != null
                && mode != DependencyMode.CONSUMED
                && stock.high() > 0
                && Numbers.parse(cells.text("stock_weeks")).isPresent()) {
            cells.warning(
                    "stock_weeks",
                    cells.text("stock_weeks") + " is not used: an input of mode '" + mode.id()
                            + "' has no stock; expected 0 or nothing.");
        }
        return stock;
    }

    private static double lifetime(Cells cells, DependencyMode mode) {
        if (mode == DependencyMode.CAPITAL) {
            return cells.number("lifetime_years").orElse(1.0);
        }
        if (!cells.isEmpty("lifetime_years")) {
            cells.error(
                    "lifetime_years",
                    cells.text("lifetime_years") + " is given for mode '" + mode.id()
                            + "'; expected nothing, as only capital wears down.");
        }
        return 0;
    }

    private void checkAlternativesHaveDependencies() {
        Set<List<Good>> known = new HashSet<>();
        draft.dependencies.forEach(d -> known.add(List.of(d.input(), d.consumer())));
        alternatives.forEach((pair, standIns) -> {
            if (!known.contains(pair)
                    && draft.isComplete(Tables.DEPENDENCIES, pair.getFirst())
                    && draft.isComplete(Tables.DEPENDENCIES, pair.getLast())) {
                for (StandIn standIn : standIns) {
                    standIn.cells()
                            .error(
                                    "input",
                                    "'" + pair.getFirst() + "' is no input of '" + pair.getLast()
                                            + "' in dependencies.csv; expected a dependency that it can stand in for.");
                }
            }
        });
    }

    private void offer(Cells cells) {
        int before = faults.errors();
        boolean marketKnown = cells.reference("market", draft.markets) != null;
        @Nullable Good product = cells.reference("product", draft.goods);
        @Nullable Provider provider = cells.isEmpty("provider") ? null : cells.reference("provider", draft.providers);
        String maker = cells.isEmpty("provider") ? "" : "@" + cells.text("provider");
        String id = "demand/" + cells.text("market") + "/" + cells.text("product") + maker;
        Evidence evidence = cells.evidence(draft.sources);
        Figure useShare = cells.figure("use_share", id + "/use_share", "part of the maker's output", evidence);
        double function = cells.number("function_per_unit").orElse(1.0);
        boolean stranger = false;
        if (product != null && provider != null && draft.isComplete(Tables.SUPPLY, product)) {
            stranger = !draft.makes(provider, product);
            if (stranger) {
                cells.error(
                        "provider",
                        "'" + provider.id() + "' does not make '" + product.id() + "' in supply.csv; expected one of "
                                + Hints.list(draft.makersOf(product)) + ".");
            }
        }
        if (product != null && faults.errors() > before) {
            draft.doubt(product);
        }
        if (!marketKnown || product == null || (provider == null && !maker.isEmpty()) || stranger) {
            lose(Tables.DEMAND, cells);
            return;
        }
        draft.offers
                .computeIfAbsent(cells.text("market"), unused -> new ArrayList<>())
                .add(new Offer(product, provider, useShare, function, cells.text("year"), evidence));
    }
}
