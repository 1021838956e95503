package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.study.AppliedMeasures;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.LeastLoss.StockWorth;
import io.chokepoint.study.MeasureWorth.Loser;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.helps.HelpsContent.Row;
import io.chokepoint.ui.support.SideText;
import io.chokepoint.ui.support.TableButtons;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen measure, a cheap set of stocks that keeps a level, and what no response could beat. */
final class HelpsSide extends VBox {
    private static final int MOST_LOSERS = 4;
    private static final int MOST_STOCKS = 8;
    /** Less than this, in weeks, is nothing. */
    private static final double LEAST = 0.05;

    private final UiContext context;
    private final HelpsViewModel model;
    private final VBox chosen = new VBox(10);
    private final VBox cheapest = new VBox(8);
    private final VBox bound = new VBox(8);
    private final Slider level = new Slider(50, 100, 90);

    HelpsSide(UiContext context, HelpsViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().addAll("inspector", "question-side");
        VBox body = new VBox(14, chosen, keeping(), bound);
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        model.chosenProperty().subscribe(unused -> showChosen());
        model.resultProperty().subscribe(unused -> showChosen());
        model.cheapestProperty().subscribe(unused -> showCheapest());
        model.questionProperty().subscribe(unused -> showCheapest());
        model.boundProperty().subscribe(unused -> showBound());
        model.questionProperty().subscribe(unused -> showBound());
    }

    private Optional<Dataset> dataset() {
        return context.state().data().map(data -> data.dataset());
    }

    // ---- the chosen measure ---------------------------------------------------------------------------------------

    private void showChosen() {
        HelpsContent content = model.resultProperty().get();
        Optional<Row> row = model.chosenProperty().get();
        if (content == null || row.isEmpty()) {
            chosen.getChildren()
                    .setAll(SideText.title(Texts.get("helps.side.title")), SideText.body(Texts.get("helps.side.how")));
            return;
        }
        Trial what = row.get().trial();
        Trial asIs = content.asIs();
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.small(HelpsWords.measures(what.options(), dataset().orElseThrow())));
        String target = content.of().name();
        double gained = what.gainedWeeks();
        nodes.add(SideText.title(
                Math.abs(gained) < LEAST
                        ? Texts.get("helps.side.buysNothing", target)
                        : Texts.get(
                                gained > 0 ? "helps.side.buys" : "helps.side.costs",
                                target,
                                Amounts.weeks(Math.abs(gained)))));
        nodes.add(SideText.body(Texts.get(
                "helps.side.lowest",
                Typography.output(what.outcome().trough()),
                Typography.output(asIs.outcome().trough()),
                HelpsWords.later(what, asIs))));
        if (what.options().size() > 1) {
            double beyond = what.interactionWeeks();
            nodes.add(SideText.body(
                    Math.abs(beyond) < LEAST
                            ? Texts.get("helps.side.sum")
                            : Texts.get(
                                    beyond > 0 ? "helps.side.more" : "helps.side.less",
                                    Amounts.weeks(Math.abs(beyond)))));
        }
        nodes.add(SideText.body(worth(content, row.get())));
        nodes.addAll(applyButton(what, "helps-apply"));
        nodes.addAll(losers(row.get()));
        chosen.getChildren().setAll(nodes);
    }

    /** What it costs and what it gains in money, as far as the dataset knows. */
    private static String worth(HelpsContent content, Row row) {
        Trial trial = row.trial();
        String stock = Amounts.weeks(trial.stockWeeks());
        if (row.millions().isPresent() && content.weekMillions().isPresent()) {
            return Texts.get(
                    "helps.side.cost",
                    Dollars.of(row.millions().getAsDouble()),
                    stock,
                    Dollars.of(Math.max(0, trial.gainedWeeks())
                            * content.weekMillions().getAsDouble()));
        }
        return trial.stockWeeks() > 0
                ? Texts.get(content.weekMillions().isPresent() ? "helps.side.costPart" : "helps.side.costWeeks", stock)
                : Texts.get("helps.side.costUnknown");
    }

    private static List<Node> losers(Row row) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.section(Texts.get("helps.losers.title")));
        if (row.losers().isEmpty()) {
            nodes.add(SideText.body(Texts.get("helps.losers.none")));
            return nodes;
        }
        for (Loser loser :
                row.losers().subList(0, Math.min(MOST_LOSERS, row.losers().size()))) {
            nodes.add(SideText.body(Texts.get(
                    "helps.losers.line",
                    HelpsWords.loser(loser),
                    loser.worst().shortName(),
                    Amounts.weeks(loser.lostWeeks()))));
        }
        if (row.losers().size() > MOST_LOSERS) {
            nodes.add(
                    SideText.small(Texts.count("helps.losers.more", row.losers().size() - MOST_LOSERS)));
        }
        nodes.add(SideText.small(Texts.get("helps.losers.how")));
        return nodes;
    }

    private List<Node> applyButton(Trial trial, String id) {
        Button apply = new Button(Texts.get("helps.apply"));
        apply.setId(id);
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> model.apply(trial.options()));
        boolean exact =
                model.applied(trial.options()).map(AppliedMeasures::exact).orElse(true);
        return exact ? List.of(apply) : List.of(apply, SideText.small(Texts.get("helps.side.built")));
    }

    // ---- a cheap set of stocks ------------------------------------------------------------------------------------

    private VBox keeping() {
        Label head = SideText.section(Texts.get("helps.keep.title"));
        Label value = new Label();
        value.setMinWidth(44);
        level.setId("helps-level");
        level.setBlockIncrement(5);
        level.setMajorTickUnit(10);
        level.setMinorTickCount(1);
        level.setSnapToTicks(true);
        level.setAccessibleText(Texts.get("helps.keep.title"));
        HBox.setHgrow(level, Priority.ALWAYS);
        level.valueProperty().subscribe(percent -> value.setText(Amounts.percent(percent.doubleValue() / 100)));
        // While it is dragged the number follows; the stocks are looked for when it rests.
        level.valueProperty().subscribe(unused -> levelChanged());
        level.valueChangingProperty().subscribe(unused -> levelChanged());
        MenuButton cost = new MenuButton();
        cost.setId("helps-cost");
        cost.setMinWidth(Region.USE_PREF_SIZE);
        for (Cost by : Cost.values()) {
            MenuItem item = new MenuItem(Texts.get("helps.cost." + by));
            item.setOnAction(event -> model.countBy(by));
            cost.getItems().add(item);
        }
        model.questionProperty()
                .subscribe(question -> cost.setText(
                        Texts.get("helps.cost." + (question == null ? Cost.STOCK_WEEKS : question.cost()))));
        HBox slider = new HBox(8, level, value);
        return new VBox(8, head, slider, cost, cheapest);
    }

    private void levelChanged() {
        if (!level.isValueChanging()) {
            model.keep(Math.round(level.getValue()) / 100.0);
        }
    }

    private void showCheapest() {
        Trial found = model.cheapestProperty().get();
        HelpsQuestion question = model.questionProperty().get();
        HelpsContent result = model.resultProperty().get();
        if (question == null) {
            cheapest.getChildren().clear();
            return;
        }
        if (found == null || result == null) {
            cheapest.getChildren().setAll(SideText.small(Texts.get("helps.cheapest.working")));
            return;
        }
        String kept = Amounts.percent(question.level());
        if (!found.holds(question.level())) {
            cheapest.getChildren()
                    .setAll(SideText.body(Texts.get(
                            "helps.cheapest.none",
                            kept,
                            Typography.output(found.outcome().trough()))));
            return;
        }
        if (found.options().isEmpty()) {
            cheapest.getChildren().setAll(SideText.body(Texts.get("helps.cheapest.nothingNeeded", kept)));
            return;
        }
        List<Node> nodes = new ArrayList<>();
        Dataset dataset = dataset().orElseThrow();
        found.options().forEach(option -> nodes.add(SideText.body(HelpsWords.measure(option, dataset))));
        nodes.add(SideText.small(
                Texts.get("helps.cheapest.cost", Amounts.weeks(found.stockWeeks()), Amounts.weeks(found.costWeeks()))));
        nodes.addAll(applyButton(found, "helps-apply-cheapest"));
        cheapest.getChildren().setAll(nodes);
    }

    // ---- what no response could beat ------------------------------------------------------------------------------

    private void showBound() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.section(Texts.get("helps.bound.title")));
        HelpsQuestion question = model.questionProperty().get();
        Optional<HelpsViewModel.Bound> made = model.boundProperty().get();
        if (question == null) {
            bound.getChildren().clear();
            return;
        }
        if (made.isEmpty()) {
            nodes.add(SideText.small(Texts.get("helps.bound.working")));
        } else if (made.get().answer().isEmpty()) {
            nodes.add(SideText.body(made.get().reasonNot()));
        } else {
            nodes.addAll(answer(question, made.get().answer().get()));
        }
        bound.getChildren().setAll(nodes);
    }

    private List<Node> answer(HelpsQuestion question, LeastLoss answer) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(SideText.body(Texts.get(
                answer.leastWeeks() < LEAST ? "helps.bound.nothing" : "helps.bound.least",
                question.target().name(),
                Amounts.weeks(answer.simulatedWeeks()),
                Amounts.weeks(answer.leastWeeks()))));
        List<StockWorth> stocks = answer.stocks();
        if (stocks.isEmpty()) {
            if (answer.leastWeeks() < LEAST) {
                return nodes;
            }
            nodes.add(SideText.body(Texts.get("helps.bound.noStock")));
            return nodes;
        }
        for (StockWorth stock : stocks.subList(0, Math.min(MOST_STOCKS, stocks.size()))) {
            nodes.add(SideText.body(Texts.get(
                    stock.restrictedSide() ? "helps.bound.stockInside" : "helps.bound.stock",
                    stock.input().shortName(),
                    stock.makers().shortName(),
                    Amounts.weeks(stock.savedWeeks()))));
        }
        nodes.add(SideText.small(Texts.get("helps.bound.how")));
        nodes.add(TableButtons.small(copyOf(question, answer), Texts.get("helps.bound.copy.hint"), context.dialogs()));
        return nodes;
    }

    private static TableCopy copyOf(HelpsQuestion question, LeastLoss answer) {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {
            "simulated_lost_weeks", HelpsWords.fileName(question.target()), "", "", answer.simulatedWeeks()
        });
        rows.add(
                new Object[] {"least_lost_weeks", HelpsWords.fileName(question.target()), "", "", answer.leastWeeks()});
        for (StockWorth stock : answer.stocks()) {
            rows.add(new Object[] {
                "saved_weeks_per_week",
                stock.input().id(),
                stock.makers().id(),
                stock.restrictedSide() ? "restricted" : "others",
                stock.savedWeeks()
            });
        }
        return new TableCopy(
                "best-response-" + HelpsWords.fileName(question.target()),
                List.of("kind", "good", "makers", "side", "weeks"),
                List.copyOf(rows));
    }
}
