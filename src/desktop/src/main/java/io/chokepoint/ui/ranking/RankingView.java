package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.ranking.RankingContent.Row;
import io.chokepoint.ui.ranking.RankingQuestion.Target;
import io.chokepoint.ui.support.AnswerTable;
import io.chokepoint.ui.support.FindField;
import io.chokepoint.ui.support.OpenWork;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.ProgressPane;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.ViewStrip;
import io.chokepoint.ui.support.WithSide;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which good, maker or country matters most: the question as a sentence, the answer as a ranked table. */
public final class RankingView extends BorderPane implements WithSide, Pictured {
    private final UiContext context;
    private final RankingViewModel model;
    private final RankingSide side;
    private final Label count = new Label();
    private final OpenWork open = new OpenWork("ranking-through-stop", this::stopOrGoOn);
    private final TextField filter = new TextField();
    private final AnswerTable<Row> answer;
    private final ProgressPane working;
    private boolean selecting;

    public RankingView(UiContext context) {
        this.context = context;
        model = new RankingViewModel(context.state(), context.tasks());
        side = new RankingSide(context, model);
        answer = new AnswerTable<>(context, "ranking-table", this::choose);
        working = new ProgressPane(
                context.tasks(), RankingViewModel.SLOT, Texts.get("ranking.busy"), model::cancel, model::computeAgain);
        getStyleClass().addAll("ranking-view", "graph-keys");
        setTop(new VBox(sentence(), strip()));
        setCenter(answer);
        model.contentProperty().subscribe(unused -> refresh());
        model.through().addListener((MapChangeListener<Row, List<Through>>) change -> {
            if (lookup("#ranking-table") instanceof TableView<?> table) {
                table.refresh();
            }
            showProgress();
        });
        model.tryingProperty().subscribe(unused -> showProgress());
        filter.textProperty().subscribe(unused -> refresh());
        context.theme().paletteProperty().subscribe(unused -> refresh());
        context.state()
                .looking()
                .viewProperty()
                .subscribe(view -> model.lookingProperty().set(view == ViewKind.RANKING));
        context.state().looking().selectionProperty().subscribe(unused -> showSelection());
    }

    @Override
    public Region side() {
        return side;
    }

    // ---- the question ---------------------------------------------------------------------------------------------

    private HBox sentence() {
        return ViewStrip.sentence(
                choice(
                        "instrument",
                        List.of(Instrument.values()),
                        value -> Texts.get("ranking.instrument." + value),
                        RankingQuestion::instrument,
                        value -> question -> question.with(value)),
                choice(
                        "kind",
                        List.of(Kind.values()),
                        value -> Texts.get("ranking.kind." + value),
                        RankingQuestion::kind,
                        value -> question -> question.with(value)),
                ViewStrip.word("ranking.for"),
                choice(
                        "weeks",
                        RankingViewModel.WEEKS,
                        value -> Texts.get("ranking.weeks", value),
                        RankingQuestion::weeks,
                        value -> question -> question.withWeeks(value)),
                ViewStrip.word("ranking.loss"),
                targets(),
                ViewStrip.word("ranking.by"),
                choice(
                        "order",
                        List.of(Order.values()),
                        value -> Texts.get("ranking.order." + value),
                        RankingQuestion::order,
                        value -> question -> question.with(value)));
    }

    private <T> MenuButton choice(
            String id,
            List<T> values,
            Function<T, String> words,
            Function<RankingQuestion, T> now,
            Function<T, UnaryOperator<RankingQuestion>> change) {
        MenuButton button = menuButton(id);
        for (T value : values) {
            MenuItem item = new MenuItem(words.apply(value));
            item.setOnAction(event -> model.ask(change.apply(value)));
            button.getItems().add(item);
        }
        model.questionProperty().subscribe(question -> {
            if (question != null) {
                button.setText(words.apply(now.apply(question)));
            }
        });
        return button;
    }

    private static MenuButton menuButton(String id) {
        MenuButton button = new MenuButton();
        button.setId("ranking-" + id);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.get("ranking.choose." + id));
        return button;
    }

    private FindField<Target> targets() {
        FindField<Target> find = new FindField<>(
                "ranking-target", "", model::targets, target -> model.ask(question -> question.with(target)));
        find.asChooser(Texts.get("ranking.choose.target"));
        find.setPrefWidth(210);
        find.setMinWidth(130);
        model.questionProperty().subscribe(question -> {
            if (question != null) {
                find.showChosen(question.target().words());
            }
        });
        return find;
    }

    private HBox strip() {
        Segments<Boolean> kinds = new Segments<>(
                List.of(false, true),
                pairs -> pairs ? "ranking-pairs" : "ranking-alone",
                pairs -> Texts.get(pairs ? "ranking.pairs" : "ranking.alone"),
                pairs -> model.ask(question -> question.withPairs(pairs)));
        model.questionProperty().subscribe(question -> kinds.show(question != null && question.pairs()));
        filter.setPromptText(Texts.get("runTable.filter"));
        filter.setAccessibleText(Texts.get("runTable.filter"));
        filter.setPrefWidth(150);
        count.getStyleClass().add("label-small");
        count.setMinWidth(0);
        showProgress();
        return ViewStrip.ofTable(this::table, context.dialogs(), kinds, filter, count, open);
    }

    private void stopOrGoOn() {
        model.stopOrGoOnThrough();
        showProgress();
    }

    /** For how many countries the goods have been tried, and a way to stop; nothing once all are there. */
    private void showProgress() {
        if (!model.isThroughOpen()) {
            open.hide();
            return;
        }
        boolean busy = model.tryingProperty().get();
        open.show(
                busy,
                Texts.get(
                        busy ? "ranking.through.busy" : "ranking.through.stopped",
                        model.through().size(),
                        model.content().orElseThrow().rows().size()));
    }

    // ---- the answer -----------------------------------------------------------------------------------------------

    private void refresh() {
        Optional<RankingContent> content = model.content();
        if (content.isEmpty()) {
            count.setText("");
            working.started();
            answer.showInstead(working);
            return;
        }
        TableContent<Row> rows = RankingTable.of(
                content.get(), context.state().data().orElseThrow().dataset(), model.through());
        String wanted = filter.getText();
        TableContent<Row> shown = wanted.isBlank() ? rows : rows.filtered(wanted);
        RankingQuestion question = content.get().question();
        String costs = Texts.get(
                question.pairs() ? "ranking.count.pairs" : "ranking.count." + question.kind(),
                content.get().rows().size(),
                content.get().tried());
        int found = shown.rows().size();
        count.setText(found == content.get().rows().size() ? costs : Texts.get("ranking.count.shown", costs, found));
        showProgress();
        answer.show(shown, Texts.get(wanted.isBlank() ? "ranking.nothing" : "runTable.noMatch"))
                .ifPresent(view -> {
                    view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                        if (event.getCode() == KeyCode.ENTER) {
                            model.openAsScenario();
                            event.consume();
                        }
                    });
                    view.setOnMouseClicked(event -> {
                        if (event.getClickCount() == 2) {
                            model.openAsScenario();
                        }
                    });
                });
        showSelection();
    }

    private void choose(Optional<Row> row) {
        model.chosenProperty().set(row);
        row.map(RankingTable::selects)
                .filter(selection -> !selecting && !selection.isEmpty())
                .ifPresent(context.state().looking()::select);
    }

    /** The row of what is selected in the window, if there is one. */
    private void showSelection() {
        Selection selected = context.state().looking().selectionProperty().get();
        if (!selected.isEmpty()) {
            selecting = true;
            answer.select(selected);
            selecting = false;
        }
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
