package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.SourcingException.SupplierPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code sourcing.csv}: rows of one maker and input together make one exception. */
final class SourcingTable {
    /** How far parts that should sum to 1 may be off. */
    static final double SUM_TOLERANCE = 1e-6;

    private final TableFiles files;
    private final DatasetDraft draft;
    private final Faults faults;
    private final Map<List<String>, Rows> exceptions = new LinkedHashMap<>();

    /** The rows of one maker and one input. */
    private static final class Rows {
        private final Activity consumer;
        private final Good input;
        private final Cells firstRow;
        private final Evidence firstEvidence;
        private final List<SupplierPart> mix = new ArrayList<>();
        private final List<Integer> mixLines = new ArrayList<>();
        private boolean mixAtFault;
        private @Nullable Cells ownRow;
        private @Nullable Evidence ownEvidence;
        private @Nullable Figure stock;
        private @Nullable Figure qualification;
        private boolean needs = true;

        private Rows(Activity consumer, Good input, Cells firstRow, Evidence firstEvidence) {
            this.consumer = consumer;
            this.input = input;
            this.firstRow = firstRow;
            this.firstEvidence = firstEvidence;
        }
    }

    SourcingTable(TableFiles files, DatasetDraft draft) {
        this.files = files;
        this.draft = draft;
        this.faults = draft.faults;
    }

    void read() {
        int before = faults.errors();
        Optional<CsvTable> table = CsvTable.read(files, Tables.SOURCING, faults);
        if (table.isEmpty()) {
            if (faults.errors() > before) {
                draft.loseTable(Tables.SOURCING);
            }
            return;
        }
        Set<List<Good>> dependencies = new HashSet<>();
        for (Dependency dependency : draft.dependencies) {
            dependencies.add(List.of(dependency.input(), dependency.consumer()));
        }
        if (!table.get().broken().isEmpty()) {
            draft.loseTable(Tables.SOURCING);
        }
        UniqueKeys keys = new UniqueKeys(Tables.SOURCING.key());
        table.get().forEach(faults, cells -> {
            if (keys.isNew(cells)) {
                row(cells, dependencies);
            } else {
                draft.doubtNearest(cells.text("input"));
            }
        });
        exceptions.values().forEach(this::finish);
    }

    private void row(Cells cells, Set<List<Good>> dependencies) {
        int before = faults.errors();
        @Nullable Good consumer = cells.reference("consumer", draft.goods);
        @Nullable Provider maker = cells.reference("consumer_provider", draft.providers);
        @Nullable Good input = cells.reference("input", draft.goods);
        Evidence evidence = cells.evidence(draft.sources);
        if (consumer != null && maker != null) {
            checkMakes(cells, "consumer_provider", maker, consumer);
        }
        if (consumer != null
                && input != null
                && draft.isComplete(Tables.DEPENDENCIES, input)
                && draft.isComplete(Tables.DEPENDENCIES, consumer)
                && !dependencies.contains(List.of(input, consumer))) {
            cells.error(
                    "input",
                    "'" + input.id() + "' is no input of '" + consumer.id() + "' in dependencies.csv; expected one of "
                            + inputsOf(consumer) + ".");
        }
        @Nullable Rows exception = null;
        if (consumer != null && maker != null && input != null) {
            List<String> key = List.of(consumer.id(), maker.id(), input.id());
            exception = exceptions.computeIfAbsent(
                    key, unused -> new Rows(new Activity(consumer, maker), input, cells, evidence));
        }
        boolean isMix = !cells.isEmpty("input_provider") || !cells.isEmpty("share");
        if (isMix) {
            mixRow(cells, evidence, input, exception);
        } else {
            ownRow(cells, evidence, exception);
        }
        if (faults.errors() > before) {
            if (exception != null) {
                exception.mixAtFault |= isMix;
            }
            if (input != null) {
                draft.doubt(input);
            }
        }
    }

    private String inputsOf(Good consumer) {
        Set<String> inputs = new TreeSet<>();
        for (Dependency dependency : draft.dependencies) {
            if (dependency.consumer().equals(consumer)) {
                inputs.add(dependency.input().id());
            }
        }
        return inputs.isEmpty() ? "its inputs, of which it has none" : Hints.list(inputs);
    }

    private void checkMakes(Cells cells, String column, Provider maker, Good good) {
        if (draft.isComplete(Tables.SUPPLY, good) && !draft.makes(maker, good)) {
            List<String> makers = draft.makersOf(good);
            cells.error(
                    column,
                    "'" + maker.id() + "' does not make '" + good.id() + "' in supply.csv; expected "
                            + (makers.isEmpty() ? "a maker of it." : "one of " + Hints.list(makers) + "."));
        }
    }

    /** {@code input_provider} and {@code share}: one supplier of its mix. */
    private void mixRow(Cells cells, Evidence evidence, @Nullable Good input, @Nullable Rows exception) {
        @Nullable Provider supplier = cells.reference("input_provider", draft.providers);
        Optional<Double> share = cells.number("share");
        for (String column : List.of("stock_weeks", "qualification_weeks")) {
            if (cells.hasFigure(column)) {
                cells.error(
                        cells.isEmpty(column) ? column + "_low" : column,
                        "is given beside a supplier's share; expected it in a row of its own, with input_provider and"
                                + " share empty.");
            }
        }
        if (!cells.isEmpty("needs")) {
            cells.error("needs", "'" + cells.text("needs") + "' is given beside a supplier's share; expected nothing.");
        }
        if (supplier != null && input != null) {
            checkMakes(cells, "input_provider", supplier, input);
        }
        if (exception == null) {
            return;
        }
        exception.mixLines.add(cells.line());
        if (supplier != null && share.isPresent()) {
            exception.mix.add(new SupplierPart(supplier, share.get(), evidence));
        }
    }

    /** Both empty: its own stock, qualification or {@code needs}. */
    private void ownRow(Cells cells, Evidence evidence, @Nullable Rows exception) {
        String id = "sourcing/" + cells.text("consumer") + "@" + cells.text("consumer_provider") + "/"
                + cells.text("input");
        @Nullable Figure stock = own(cells, "stock_weeks", id, evidence);
        @Nullable Figure qualification = own(cells, "qualification_weeks", id, evidence);
        String needs = cells.text("needs");
        if (!needs.isEmpty() && !needs.equals("no")) {
            cells.error("needs", "'" + needs + "' is not a word for it; expected 'no' or nothing.");
        }
        if (stock == null && qualification == null && needs.isEmpty()) {
            cells.error(
                    "input_provider",
                    "the row states nothing; expected a supplier and its share, or the maker's own stock_weeks,"
                            + " qualification_weeks or needs.");
        }
        if (needs.equals("no") && (stock != null || qualification != null)) {
            cells.error(
                    "needs", "'no' contradicts the stock or qualification in the same row; expected one or the other.");
        }
        if (exception != null) {
            exception.ownRow = cells;
            exception.ownEvidence = evidence;
            exception.stock = stock;
            exception.qualification = qualification;
            exception.needs = !needs.equals("no");
        }
    }

    private static @Nullable Figure own(Cells cells, String column, String id, Evidence evidence) {
        return cells.hasFigure(column) ? cells.figure(column, id + "/" + column, "weeks", evidence) : null;
    }

    private void finish(Rows exception) {
        double sum = exception.mix.stream().mapToDouble(SupplierPart::share).sum();
        if (!exception.mix.isEmpty() && !exception.mixAtFault && Math.abs(sum - 1) > SUM_TOLERANCE) {
            exception.firstRow.error(
                    "share",
                    "the shares of '" + exception.input + "' at '" + exception.consumer + "' sum to " + Range.plain(sum)
                            + ", expected 1 (" + lines(exception.mixLines) + ").");
            draft.doubt(exception.input);
        }
        if (!exception.needs && !exception.mixLines.isEmpty() && exception.ownRow != null) {
            exception.ownRow.error(
                    "needs",
                    "'no' contradicts the supplier mix of the same maker and input (" + lines(exception.mixLines)
                            + "); expected one or the other.");
            draft.doubt(exception.input);
        }
        draft.sourcing.add(new SourcingException(
                exception.consumer,
                exception.input,
                exception.mix,
                exception.stock,
                exception.qualification,
                exception.needs,
                exception.ownEvidence == null ? exception.firstEvidence : exception.ownEvidence));
    }

    /** {@code line 4} or {@code lines 4, 9, 12}. */
    static String lines(List<Integer> lines) {
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
