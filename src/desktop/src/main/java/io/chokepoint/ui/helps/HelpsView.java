package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Good;
import io.chokepoint.result.Cause;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.AnswerTable;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.ProgressPane;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.TableContent;
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
    private final AnswerTable<Trial> answer;
    private final Label lost = new Label();
    private final ProgressPane working;
    private boolean pairs;

    public HelpsView(UiContext context) {
        this.context = context;
        model = new HelpsViewModel(context.state(), context.tasks());
        side = new HelpsSide(context, model);
        answer = new AnswerTable<>(context, "helps-table", model.chosenProperty()::set);
        working = new ProgressPane(
                context.tasks(), HelpsViewModel.SLOT, Texts.get("helps.busy"), model::cancel, model::computeAgain);
        getStyleClass().addAll("helps-view", "graph-keys");
        setTop(new VBox(sentence(), strip()));
        setCenter(answer);
        model.questionProperty().subscribe(unused -> refresh());
        model.resultProperty().subscribe(unused -> refresh());
        context.theme().paletteProperty().subscribe(unused -> refresh());
        context.state().viewProperty().subscribe(view -> model.lookingProperty().set(view == ViewKind.HELPS));
    }

    @Override
    public Region side() {
        return side;
    }

    private HBox sentence() {
        MenuButton target = new MenuButton();
        target.setId("helps-target");
        target.setMnemonicParsing(false);
        target.setMaxWidth(240);
        target.setAccessibleText(Texts.get("helps.choose.target"));
        target.getItems().add(new MenuItem());
        target.setOnShowing(event -> target.getItems()
                .setAll(model.targets().stream().map(this::item).toList()));
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
            target.setText(question == null ? "–" : question.target().shortName());
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

    private MenuItem item(Good good) {
        MenuItem item = new MenuItem(good.shortName());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.help(good));
        return item;
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
        return ViewStrip.ofTable(this::table, context.dialogs(), kinds);
    }

    private void refresh() {
        lost.setText("");
        if (model.questionProperty().get() == null) {
            answer.showInstead(new Label(Texts.get("helps.nothingShort")));
            return;
        }
        Mitigation.Result result = model.resultProperty().get();
        if (result == null) {
            working.started();
            answer.showInstead(working);
            return;
        }
        lost.setText(Texts.get(
                "helps.asIs",
                Amounts.weeks(result.asIs().outcome().lostOutputWeeks()),
                Typography.output(result.asIs().outcome().trough())));
        TableContent<Trial> content = HelpsTable.of(
                result, pairs, context.state().data().orElseThrow().dataset());
        answer.show(content, noMeasure(result.target()))
                .ifPresent(view -> view.getSelectionModel().selectFirst());
    }

    /** Why there is nothing to try. */
    private String noMeasure(Good target) {
        boolean orders = context.state()
                .result()
                .flatMap(run -> run.cause(target))
                .map(cause -> cause.kind() == Cause.Kind.DEMAND)
                .orElse(false);
        return Texts.get(orders ? "helps.nothing.orders" : "helps.nothing", target.shortName());
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
