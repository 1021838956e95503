package io.chokepoint.ui.helps;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Dataset;
import io.chokepoint.result.Cause;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.helps.HelpsContent.Row;
import io.chokepoint.ui.support.AnswerTable;
import io.chokepoint.ui.support.FindField;
import io.chokepoint.ui.support.OpenWork;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.ProgressPane;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.ViewStrip;
import io.chokepoint.ui.support.WithSide;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What helps a good in the scenario at hand: measures alone and together, ranked by what they buy. */
public final class HelpsView extends BorderPane implements WithSide, Pictured {
    private final UiContext context;
    private final HelpsViewModel model;
    private final HelpsSide side;
    private final AnswerTable<Row> answer;
    private final Label lost = new Label();
    private final Label best = new Label();
    private final OpenWork open = new OpenWork("helps-stop", this::stopOrGoOn);
    private final ProgressPane working;
    private boolean pairs;
    private long percent;

    public HelpsView(UiContext context) {
        this.context = context;
        model = new HelpsViewModel(context.state(), context.tasks());
        side = new HelpsSide(context, model);
        answer = new AnswerTable<>(context, "helps-table", model.chosenProperty()::set);
        working = new ProgressPane(
                context.tasks(), HelpsViewModel.SLOT, Texts.get("helps.busy"), model::cancel, model::computeAgain);
        getStyleClass().addAll("helps-view", "graph-keys");
        best.setId("helps-best");
        best.getStyleClass().add("view-answer");
        best.setWrapText(true);
        best.setMinHeight(Region.USE_PREF_SIZE);
        best.managedProperty().bind(best.textProperty().isNotEmpty());
        setTop(new VBox(sentence(), strip(), best));
        setCenter(answer);
        model.questionProperty().subscribe(unused -> refresh());
        model.resultProperty().subscribe(unused -> refresh());
        context.theme().paletteProperty().subscribe(unused -> refresh());
        model.boundProperty().subscribe(unused -> showProgress());
        context.tasks().busyProperty().subscribe(unused -> showProgress());
        context.tasks().progressProperty().subscribe(unused -> showProgress());
        context.state()
                .looking()
                .viewProperty()
                .subscribe(view -> model.lookingProperty().set(view == ViewKind.HELPS));
    }

    @Override
    public Region side() {
        return side;
    }

    private HBox sentence() {
        FindField<HelpsTarget> target = new FindField<>("helps-target", "", model::targets, model::help);
        target.asChooser(Texts.get("helps.choose.target"));
        target.setPrefWidth(230);
        target.setMinWidth(140);
        MenuButton weeks = new MenuButton();
        weeks.setId("helps-stock");
        weeks.setMinWidth(Region.USE_PREF_SIZE);
        weeks.setAccessibleText(Texts.get("helps.choose.stock"));
        for (int stock : HelpsViewModel.STOCK_WEEKS) {
            MenuItem item = new MenuItem(Amounts.weeks(stock));
            item.setOnAction(event -> model.withStockWeeks(stock));
            weeks.getItems().add(item);
        }
        model.questionProperty().subscribe(question -> {
            target.showChosen(
                    question == null
                            ? Texts.get("helps.choose.target")
                            : question.target().name());
            weeks.setText(Amounts.weeks(question == null ? HelpsViewModel.STOCK_WEEKS.get(2) : question.stockWeeks()));
        });
        lost.setMinWidth(0);
        lost.getStyleClass().add("label-small");
        return ViewStrip.sentence(
                ViewStrip.word("helps.for"),
                target,
                ViewStrip.word("helps.stocks"),
                weeks,
                ViewStrip.word("helps.longer"),
                lost);
    }

    private HBox strip() {
        Segments<Boolean> kinds = new Segments<>(
                List.of(false, true),
                two -> two ? "helps-pairs" : "helps-alone",
                two -> Texts.get(two ? "helps.pairs" : "helps.alone"),
                two -> {
                    pairs = two;
                    refresh();
                });
        kinds.show(pairs);
        return ViewStrip.ofTable(this::table, context.dialogs(), kinds, open);
    }

    private void stopOrGoOn() {
        if (model.isBusy()) {
            model.cancel();
        } else {
            model.computeAgain();
        }
        showProgress();
    }

    /** While single measures are there and later stages go on: how far they are, and a way to stop. */
    private void showProgress() {
        if (model.resultProperty().get() == null || !model.isOpen()) {
            open.hide();
            return;
        }
        boolean busy = model.isBusy();
        Optional.ofNullable(context.tasks().progressProperty().get())
                .filter(report -> report.slot().equals(HelpsViewModel.SLOT))
                .ifPresent(report -> percent = Math.round(100 * report.part()));
        open.show(busy, Texts.get(busy ? "helps.stages" : "helps.stopped", percent));
    }

    private void refresh() {
        lost.setText("");
        best.setText("");
        showProgress();
        if (model.questionProperty().get() == null) {
            answer.showInstead(new Label(Texts.get("helps.nothingShort")));
            return;
        }
        HelpsContent content = model.resultProperty().get();
        if (content == null) {
            percent = 0;
            working.started();
            answer.showInstead(working);
            return;
        }
        lost.setText(Texts.get(
                "helps.asIs",
                Amounts.weeks(content.asIs().outcome().lostOutputWeeks()),
                Typography.output(content.asIs().outcome().trough())));
        Dataset dataset = context.state().data().orElseThrow().dataset();
        best.setText(Typography.thin(HelpsWords.answer(content, dataset)));
        if (pairs && content.pairs().isEmpty()) {
            answer.showInstead(new Label(Texts.get("helps.pairs.working")));
            return;
        }
        Optional<Row> chosen = model.chosenProperty().get();
        answer.show(HelpsTable.of(content, pairs, dataset), nothing(content)).ifPresent(view -> {
            view.getSelectionModel().selectFirst();
            // Later stages must not take the row away that somebody looks at.
            chosen.filter(view.getItems()::contains)
                    .ifPresent(row -> view.getSelectionModel().select(row));
        });
    }

    /** Why there is nothing to try. */
    private String nothing(HelpsContent content) {
        String name = content.of().name();
        if (content.asIs().outcome().lostOutputWeeks() < HelpsContent.LEAST) {
            return Texts.get("helps.nothing.lost", name);
        }
        boolean orders = content.target().goods().stream()
                .allMatch(good -> context.state()
                        .result()
                        .flatMap(run -> run.cause(good))
                        .map(cause -> cause.kind() == Cause.Kind.DEMAND)
                        .orElse(false));
        return Texts.get(orders ? "helps.nothing.orders" : "helps.nothing", name);
    }

    @Override
    public Optional<Picture> picture() {
        return answer.picture();
    }

    @Override
    public Optional<TableCopy> table() {
        return answer.table();
    }
}
