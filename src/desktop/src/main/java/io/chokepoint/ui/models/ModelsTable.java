package io.chokepoint.ui.models;

import io.chokepoint.base.Amounts;
import io.chokepoint.study.AssumptionShares;
import io.chokepoint.study.AssumptionShares.Gap;
import io.chokepoint.study.AssumptionShares.Share;
import io.chokepoint.study.ModelAnswers;
import io.chokepoint.study.ModelAnswers.Row;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answers as a table: a row a good or market, a mark and a number a model; and what explains the differences. */
final class ModelsTable {
    private static final double OUTPUT = 72;
    private static final double WIDER = 88;
    private static final double LOST = 72;

    /** Less than this, in weeks, is nothing. */
    private static final double LEAST_WEEKS = 0.005;

    /** What tenths of a week can show, as in the table of the run. */
    private static final double SHOWN_WEEKS = 0.05;

    private ModelsTable() {}

    static TableContent<Row> answers(ModelAnswers answers) {
        List<ColumnSpec<Row>> columns = new ArrayList<>();
        columns.add(column("good", Look.NAME, 130, ModelsTable::name, ModelsTable::name));
        columns.add(column("stage", Look.TEXT, 76, ModelsTable::stage, ModelsTable::stage));
        columns.add(column("marks", Look.MARKS, 150, Row::difference, ModelsTable::spoken));
        for (int k = 0; k < ModelAnswers.MODELS.size(); k++) {
            int model = k;
            String name = ModelAnswers.MODELS.get(k);
            columns.add(new ColumnSpec<>(
                    id(name),
                    Texts.get("models.name." + name),
                    Texts.get("models.hint." + name),
                    name.equals("inoue-todo") ? WIDER : OUTPUT,
                    Look.OUTPUT,
                    row -> number(row.lowest().get(model)),
                    row -> ModelsWords.output(row.lowest().get(model))));
        }
        columns.add(
                column("difference", Look.NUMBER, 68, Row::difference, row -> Amounts.outputNumber(row.difference())));
        for (int k = 0; k < ModelAnswers.MODELS.size(); k++) {
            int model = k;
            String name = ModelAnswers.MODELS.get(k);
            if (answers.rows().stream().anyMatch(row -> row.lost().get(model).isPresent())) {
                columns.add(new ColumnSpec<>(
                        "lost_output_weeks_" + id(name),
                        Texts.get("models.column.lost." + name),
                        Texts.get("models.hint.lost"),
                        name.equals("weekly") ? WIDER : LOST,
                        Look.NUMBER,
                        row -> number(row.lost().get(model)),
                        row -> weeks(row.lost().get(model))));
            }
        }
        return new TableContent<>(
                "models-" + answers.scenario().id(),
                columns,
                answers.rows(),
                ModelsTable::selects,
                row -> row.lowest().stream()
                        .mapToDouble(value -> value.orElse(Double.NaN))
                        .toArray(),
                Texts.get("models.note"),
                "");
    }

    private static String weeks(OptionalDouble lost) {
        if (lost.isEmpty()) {
            return "–";
        }
        double weeks = lost.getAsDouble();
        return weeks < LEAST_WEEKS ? "0" : weeks < SHOWN_WEEKS ? "<0.1" : String.format(Locale.ROOT, "%.1f", weeks);
    }

    private static String id(String model) {
        return model.replace('-', '_');
    }

    static Selection selects(Row row) {
        return row.good() != null
                ? Selection.of(row.good())
                : row.market() == null ? Selection.NONE : Selection.of(row.market());
    }

    static String name(Row row) {
        return row.good() != null ? row.good().shortName() : row.name();
    }

    private static String stage(Row row) {
        return row.good() != null ? row.good().stage().name() : Texts.get("models.markets");
    }

    private static String spoken(Row row) {
        return IntStream.range(0, ModelAnswers.MODELS.size())
                .mapToObj(model -> Texts.get(
                        "models.spoken",
                        ModelsWords.name(ModelAnswers.MODELS.get(model)),
                        ModelsWords.output(row.lowest().get(model))))
                .collect(Collectors.joining("; "));
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static ColumnSpec<Row> column(
            String id, Look look, double width, Function<Row, @Nullable Object> value, Function<Row, String> text) {
        return new ColumnSpec<>(
                id, Texts.get("models.column." + id), Texts.get("models.hint." + id), width, look, value, text);
    }

    /**
     * What explains a model's difference.
     *
     * @param share empty for the model's own rules
     * @param explained points of usual output, as parts of it
     */
    record Explained(String model, Optional<Share> share, double explained) {}

    /** @param of the row whose gap is explained; empty for all goods */
    static TableContent<Explained> assumptions(
            ModelAnswers answers, Map<String, AssumptionShares> shares, Optional<Row> of) {
        List<Explained> rows = new ArrayList<>();
        shares.forEach((model, found) -> gap(found, of).ifPresent(gap -> {
            gap.shares().forEach(share -> rows.add(new Explained(model, Optional.of(share), share.mean())));
            rows.add(new Explained(model, Optional.empty(), gap.rest()));
        }));
        List<ColumnSpec<Explained>> columns = new ArrayList<>();
        columns.add(explained(
                "model", Look.NAME, 90, row -> ModelsWords.name(row.model()), row -> ModelsWords.name(row.model())));
        columns.add(explained("assumption", Look.TEXT, 150, ModelsTable::what, ModelsTable::what));
        columns.add(explained("assumed", Look.TEXT, 260, ModelsTable::assumed, ModelsTable::assumed));
        columns.add(explained(
                "explained", Look.NUMBER, 100, Explained::explained, row -> ModelsWords.signed(row.explained())));
        columns.add(explained(
                "alone",
                Look.NUMBER,
                100,
                row -> row.share().isPresent() ? row.share().get().alone() : null,
                row -> row.share()
                        .map(share -> ModelsWords.signed(share.alone()))
                        .orElse("")));
        columns.add(explained(
                "last",
                Look.NUMBER,
                100,
                row -> row.share().isPresent() ? row.share().get().last() : null,
                row -> row.share()
                        .map(share -> ModelsWords.signed(share.last()))
                        .orElse("")));
        return TableContent.plain(
                "models-" + answers.scenario().id() + "-assumptions"
                        + of.map(row -> "-" + row.id()).orElse(""),
                columns,
                rows,
                row -> Selection.NONE,
                of.map(row -> Texts.get("models.assumptions.note", name(row)))
                        .orElseGet(() -> Texts.get("models.assumptions.note.overall")));
    }

    /** Empty where the model says nothing of the row. */
    static Optional<Gap> gap(AssumptionShares shares, Optional<Row> of) {
        if (of.isEmpty()) {
            return Optional.of(shares.overall());
        }
        int model = ModelAnswers.MODELS.indexOf(shares.model());
        return of.get().lowest().get(model).isPresent() ? Optional.of(shares.gap(of.get())) : Optional.empty();
    }

    private static String what(Explained row) {
        return row.share().map(ModelsWords::assumptions).orElseGet(() -> Texts.get("models.rest"));
    }

    private static String assumed(Explained row) {
        return row.share()
                .map(share -> ModelsWords.assumed(share, row.model()))
                .orElseGet(() -> Texts.get("models.rest.text"));
    }

    private static ColumnSpec<Explained> explained(
            String id,
            Look look,
            double width,
            Function<Explained, @Nullable Object> value,
            Function<Explained, String> text) {
        return new ColumnSpec<>(
                id, Texts.get("models.column." + id), Texts.get("models.hint." + id), width, look, value, text);
    }
}
