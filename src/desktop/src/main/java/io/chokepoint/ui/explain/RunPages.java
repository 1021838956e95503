package io.chokepoint.ui.explain;

import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Hits;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.OfRun;
import io.chokepoint.ui.explain.InspectorContent.OfSeveral;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LeftOut;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lists of what a run does: the goods that fall short, the markets, and several selected things side by side. */
final class RunPages {
    private final Parts parts;
    private final StudyState state;
    private final Weekly weekly;

    RunPages(Parts parts, StudyState state, Weekly weekly) {
        this.parts = parts;
        this.state = state;
        this.weekly = weekly;
    }

    /** Only the rows in sight are made: a run may hit hundreds of goods. */
    Region goods(OfRun run) {
        if (run.hit().isEmpty()) {
            VBox box = rows();
            box.getChildren().add(Parts.label(run.whyNothing().orElse(Texts.get("run.noGood")), "body", "empty"));
            return box;
        }
        ListView<Entry> list = new ListView<>(FXCollections.observableArrayList(
                entries(run.hits(), run.result().dataset().goods().size())));
        list.getStyleClass().addAll("row-list", "edge-to-edge");
        list.setAccessibleText(Texts.count("run.goods", run.hit().size()));
        list.setCellFactory(unused -> new GoodCell(run));
        list.setOnKeyPressed(event -> {
            Entry chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen instanceof Entry.Row row) {
                state.looking().select(row.good());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox head = new VBox(parts.tableHead(
                headOf(run.hits(), run.result().dataset().goods().size()), () -> goodsTable(run)));
        head.getStyleClass().add("list-top");
        return new VBox(head, list);
    }

    /** A line of the list of goods. */
    private sealed interface Entry {
        record Row(Good good) implements Entry {}

        /** Above the goods that only sell less. */
        record Head(String words) implements Entry {}
    }

    private static List<Entry> entries(Hits hits, int all) {
        List<Entry> entries = new ArrayList<>();
        hits.fallShort().forEach(good -> entries.add(new Entry.Row(good)));
        if (!hits.fallShort().isEmpty() && !hits.sellLess().isEmpty()) {
            entries.add(
                    new Entry.Head(Texts.count("run.lessMore", hits.sellLess().size(), all)));
        }
        hits.sellLess().forEach(good -> entries.add(new Entry.Row(good)));
        return entries;
    }

    /** Where the answer above counts what half of the runs with drawn figures say, this list does not. */
    private String headOf(Hits hits, int all) {
        String words = hits.fallShort().isEmpty()
                ? Texts.count("run.less", hits.sellLess().size(), all)
                : Texts.count("run.short", hits.fallShort().size(), all);
        return state.many().medianProperty().get() ? Texts.get("run.central", words) : words;
    }

    /** A row of the list of goods; its chip follows the week for as long as the list is shown. */
    private final class GoodCell extends ListCell<Entry> {
        private final OfRun run;
        private final OutputChip chip = new OutputChip();

        GoodCell(OfRun run) {
            this.run = run;
            setPrefWidth(0);
            weekly.add(week -> showOutput());
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(
                    switch (empty ? null : entry) {
                        case null -> null;
                        case Entry.Head head -> headRow(head);
                        case Entry.Row row -> goodRow(row.good());
                    });
            showOutput();
        }

        private Region headRow(Entry.Head head) {
            Label label = Parts.label(head.words(), "note");
            label.setTooltip(CommandControls.tooltip(Texts.get("run.less.hint")));
            label.getStyleClass().add("list-group");
            return label;
        }

        private Region goodRow(Good good) {
            boolean less = run.hits().sellsLess(good);
            chip.showSellsLess(less);
            Outcome outcome = run.result().outcome(good);
            return row(
                    good.shortName(),
                    good.stage().name(),
                    less ? "run.lessFrom" : "run.from",
                    outcome,
                    chip,
                    () -> state.looking().select(good));
        }

        private void showOutput() {
            if (getItem() instanceof Entry.Row row) {
                // Until the page of a new run stands, this one still shows the old run, which may be shorter.
                int week = Math.min(weekly.week(), run.result().weeks() - 1);
                chip.show(run.result().output(row.good(), week));
            }
        }
    }

    VBox markets(OfRun run) {
        VBox box = rows();
        if (run.hitMarkets().isEmpty()) {
            box.getChildren().add(Parts.label(Texts.get("run.noMarket"), "note", "empty"));
            return box;
        }
        SimulationResult result = run.result();
        box.getChildren()
                .add(parts.tableHead(Texts.count("run.markets", run.hitMarkets().size()), () -> marketsTable(run)));
        Gradual.fill(
                box,
                run.hitMarkets().stream()
                        .<Supplier<VBox>>map(market -> () -> row(
                                market.shortName(),
                                Texts.get("run.demandMet"),
                                result.outcome(market),
                                week -> result.served(market, week),
                                () -> state.looking().select(Selection.of(market))))
                        .toList());
        return box;
    }

    VBox several(OfSeveral several) {
        VBox box = rows();
        box.getChildren()
                .add(parts.tableHead(Texts.count("several.head", several.lines().size()), () -> severalTable(several)));
        for (OfSeveral.Line line : several.lines()) {
            double[] series = line.series();
            box.getChildren()
                    .add(row(
                            line.name(),
                            "",
                            line.outcome(),
                            week -> series[Math.min(week, series.length - 1)],
                            () -> {}));
        }
        return box;
    }

    private static VBox rows() {
        VBox box = new VBox();
        box.getStyleClass().add("rows");
        return box;
    }

    private VBox row(String name, String where, Outcome outcome, IntToDoubleFunction output, Runnable select) {
        OutputChip chip = new OutputChip();
        weekly.add(week -> chip.show(output.applyAsDouble(week)));
        return row(name, where, "run.from", outcome, chip, select);
    }

    /** @param from key of the words for the first week of the loss */
    private static VBox row(String name, String where, String from, Outcome outcome, OutputChip chip, Runnable select) {
        Button button = new Button(name);
        button.getStyleClass().add("link-name");
        button.setMinWidth(0);
        button.setOnAction(event -> select.run());
        String since = outcome.isHit() ? Texts.get(from, outcome.firstLossWeek().getAsInt()) : Texts.get("run.notHit");
        Label lowest = new Label(Texts.get("run.lowest", Typography.output(outcome.trough())));
        lowest.getStyleClass().add("note");
        lowest.setMinWidth(Region.USE_PREF_SIZE);
        CommandControls.tooltipWhenNeeded(lowest, () -> Texts.get("run.lowestIn", outcome.troughWeek()));
        VBox row = new VBox(
                Parts.row(6, button, Parts.grow(), chip),
                Parts.row(
                        6, Parts.line(where.isEmpty() ? since : since + " · " + where, "note"), Parts.grow(), lowest));
        row.getStyleClass().add("list-row");
        return row;
    }

    private static final List<String> OUTCOME =
            List.of("first_loss_week", "trough", "trough_week", "lost_output_weeks", "recovery_week");

    private static List<String> columns(String... first) {
        List<String> columns = new ArrayList<>(List.of(first));
        columns.addAll(OUTCOME);
        return columns;
    }

    private static @Nullable Object[] cells(Outcome outcome, Object... first) {
        @Nullable Object[] cells = new @Nullable Object[first.length + OUTCOME.size()];
        System.arraycopy(first, 0, cells, 0, first.length);
        int at = first.length;
        cells[at++] =
                outcome.firstLossWeek().isPresent() ? outcome.firstLossWeek().getAsInt() : null;
        cells[at++] = outcome.trough();
        cells[at++] = outcome.troughWeek();
        cells[at++] = outcome.lostOutputWeeks();
        cells[at] = outcome.recoveryWeek().isPresent() ? outcome.recoveryWeek().getAsInt() : null;
        return cells;
    }

    private static TableCopy goodsTable(OfRun run) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Good good : run.hit()) {
            rows.add(cells(
                    run.result().outcome(good),
                    good.id(),
                    good.name(),
                    good.stage().id()));
        }
        return new TableCopy(run.result().scenario().id() + "-goods", columns("good", "name", "stage"), rows)
                .leavingOut(LeftOut.notHit(
                        rows.size(), run.result().dataset().goods().size()));
    }

    private static TableCopy marketsTable(OfRun run) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Market market : run.hitMarkets()) {
            rows.add(cells(run.result().outcome(market), market.id(), market.name(), market.country()));
        }
        return new TableCopy(run.result().scenario().id() + "-markets", columns("market", "name", "country"), rows)
                .leavingOut(LeftOut.notHit(
                        rows.size(), run.result().dataset().markets().size()));
    }

    private static TableCopy severalTable(OfSeveral several) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (OfSeveral.Line line : several.lines()) {
            rows.add(cells(line.outcome(), line.name()));
        }
        return new TableCopy(several.result().scenario().id() + "-selected", columns("name"), rows);
    }
}
