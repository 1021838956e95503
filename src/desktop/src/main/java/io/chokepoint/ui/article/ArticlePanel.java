package io.chokepoint.ui.article;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.Draft;
import io.chokepoint.article.Sentence;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Dialogs.FileKind;
import io.chokepoint.ui.support.Segments;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * From an article to a scenario: paste or open it; left its text with what it names, right what it says of rules, and what the dataset knows
 * of that; one button makes an ordinary scenario of what is taken.
 */
public final class ArticlePanel extends VBox {
    static final FileKind KIND = new FileKind(
            Texts.get("article.kind"), List.of("*.txt", "*.md", "*.markdown", "*.html", "*.htm", "*.xhtml", "*.pdf"));

    /** What stands right of the text. */
    private enum Tab {
        DRAFTS,
        CLAIMS,
        MEASURES,
        SHARES,
        NOT_CHECKED
    }

    private final UiContext context;
    private final Consumer<Work> openScenario;
    private final IntConsumer editRestriction;
    private final ArticleViewModel model;
    private final ArticleStart start;
    private final MarkedText text;
    private final DraftList drafts;
    private final VBox findings = new VBox(10);
    private final ScrollPane findingsScroll = new ScrollPane(findings);
    private final StackPane tabs = new StackPane();
    private final StackPane side = new StackPane();
    private final Label title = new Label();
    private final Label told = Blocks.wrapped("", "label-small");
    private final Label taken = new Label();
    private final Button make = new Button(Texts.get("article.make"));
    private final HBox columns = new HBox();
    private Tab tab = Tab.DRAFTS;
    private @Nullable Path last;

    /**
     * @param openScenario opens a scenario that is in no file yet, as a step that can be undone
     * @param editRestriction opens the editor of a restriction by its place in the scenario
     */
    public ArticlePanel(UiContext context, Consumer<Work> openScenario, IntConsumer editRestriction) {
        this.context = context;
        this.openScenario = openScenario;
        this.editRestriction = editRestriction;
        model = new ArticleViewModel(context.state(), context.tasks());
        start = new ArticleStart(model, this::choose);
        text = new MarkedText(model, this::goTo);
        drafts = new DraftList(model, model.litProperty()::set, this::change);
        getStyleClass().addAll("article");
        setId("article");
        findings.getStyleClass().add("article-cards");
        findingsScroll.setId("article-findings");
        findingsScroll.getStyleClass().add("article-side");
        findingsScroll.setFitToWidth(true);
        findingsScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox left = new VBox(6, new MarkLegend(), text);
        left.getStyleClass().add("article-left");
        VBox.setVgrow(text, Priority.ALWAYS);
        VBox right = new VBox(8, tabs, side);
        right.getStyleClass().add("article-right");
        VBox.setVgrow(side, Priority.ALWAYS);
        for (Region column : List.of(left, right)) {
            column.setMinWidth(0);
            column.setPrefWidth(1);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        columns.getChildren().setAll(left, right);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox.setVgrow(start, Priority.ALWAYS);
        told.setId("article-told");
        told.textProperty().bind(model.toldProperty());
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        getChildren().setAll(head(), start, columns, foot());
        model.readProperty().subscribe(now -> showRead(now));
        model.litProperty().subscribe(lit -> {
            text.light(lit.intValue());
            drafts.light(lit.intValue());
        });
        model.takenCountProperty().subscribe(this::count);
        context.commands()
                .register(
                        Command.FROM_ARTICLE,
                        this::open,
                        context.state().dataProperty().map(data -> "").orElse(Texts.get("status.none")));
    }

    private HBox head() {
        title.setId("article-title");
        Button other = new Button(Texts.get("article.other"));
        other.setId("article-other");
        other.setMinWidth(USE_PREF_SIZE);
        other.setOnAction(event -> {
            model.forget();
            start.focusText();
        });
        other.visibleProperty().bind(model.readProperty().isNotNull());
        return CommandControls.panelHead(title, () -> context.overlays().close(this), other);
    }

    private HBox foot() {
        taken.setId("article-taken");
        make.setId("article-make");
        make.getStyleClass().add("accent");
        make.setMinWidth(USE_PREF_SIZE);
        make.setOnAction(event -> make());
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        taken.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(12, told, gap, taken, make);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("article-foot");
        foot.visibleProperty()
                .bind(model.readProperty().isNotNull().or(told.textProperty().isNotEmpty()));
        taken.visibleProperty().bind(model.readProperty().isNotNull());
        make.visibleProperty().bind(model.readProperty().isNotNull());
        return foot;
    }

    private void open() {
        if (!context.overlays().isOpen(this)) {
            context.overlays().showWhole(this, model::stop);
        }
        if (model.readProperty().get() == null) {
            start.focusText();
        } else {
            text.requestFocus();
        }
    }

    /** Opens on a file and reads it. */
    public void open(Path file) {
        open();
        last = file;
        model.readFile(file);
    }

    /** Opens on a text and reads it. */
    public void open(String pasted) {
        open();
        model.readText(pasted);
    }

    private void choose() {
        context.dialogs()
                .openFile(
                        Texts.get("article.open"),
                        KIND,
                        Optional.ofNullable(last)
                                .map(file -> file.toAbsolutePath().getParent()))
                .ifPresent(this::open);
    }

    private void showRead(ArticleViewModel.@Nullable Read read) {
        boolean isRead = read != null;
        start.setVisible(!isRead);
        start.setManaged(!isRead);
        columns.setVisible(isRead);
        columns.setManaged(isRead);
        title.setText(
                read != null
                        ? read.reading().article().title()
                        : Command.FROM_ARTICLE.text().replace("…", ""));
        if (read == null) {
            return;
        }
        start.clear();
        text.show(read.reading());
        drafts.show(read);
        ArticleReading found = read.reading();
        Segments<Tab> segments = new Segments<>(
                List.of(Tab.values()),
                each -> "article-tab-" + each,
                each -> Texts.get("article.tab", Texts.get("article.tab." + each), size(found, each)),
                each -> showTab(read, each));
        segments.setMaxWidth(USE_PREF_SIZE);
        StackPane.setAlignment(segments, Pos.CENTER_LEFT);
        tabs.getChildren().setAll(segments);
        showTab(read, Tab.DRAFTS);
        if (context.overlays().isOpen(this)) {
            text.requestFocus();
        }
    }

    private static int size(ArticleReading found, Tab which) {
        return switch (which) {
            case DRAFTS -> found.drafts().size();
            case CLAIMS -> found.claims().size();
            case MEASURES -> found.measures().size();
            case SHARES -> found.shares().size();
            case NOT_CHECKED -> found.notChecked().size();
        };
    }

    private void showTab(ArticleViewModel.Read read, Tab wanted) {
        tab = wanted;
        tabs.getChildren().stream().filter(Segments.class::isInstance).forEach(segments -> select(segments, wanted));
        Findings cards = new Findings(read, model.litProperty()::set, context.openLink());
        side.getChildren().setAll(wanted == Tab.DRAFTS ? drafts : findingsScroll);
        findings.getChildren()
                .setAll(
                        switch (wanted) {
                            case DRAFTS -> List.of();
                            case CLAIMS -> cards.claims();
                            case MEASURES -> cards.measures();
                            case SHARES -> cards.shares();
                            case NOT_CHECKED -> cards.notChecked();
                        });
        findingsScroll.setVvalue(0);
    }

    @SuppressWarnings("unchecked")
    private static void select(Node segments, Tab wanted) {
        ((Segments<Tab>) segments).show(wanted);
    }

    /** From a sentence of the text to what is said of it: its draft, else its claim. */
    private void goTo(int sentence) {
        model.litProperty().set(sentence);
        ArticleViewModel.Read read = model.readProperty().get();
        if (read == null) {
            return;
        }
        if (!model.draftsOf(sentence).isEmpty()) {
            if (tab != Tab.DRAFTS) {
                showTab(read, Tab.DRAFTS);
            }
            drafts.goTo(sentence);
            return;
        }
        read.reading().claims().stream()
                .filter(match -> speaks(match.sentences(), sentence))
                .findFirst()
                .ifPresentOrElse(
                        match -> showCard(
                                read, Tab.CLAIMS, "#claim-" + match.claim().id()),
                        () -> read.reading().measures().stream()
                                .filter(match -> speaks(match.sentences(), sentence))
                                .findFirst()
                                .ifPresent(match -> showCard(
                                        read,
                                        Tab.MEASURES,
                                        "#measure-" + match.measure().id())));
    }

    private static boolean speaks(List<Sentence> sentences, int number) {
        return sentences.stream().anyMatch(each -> each.number() == number);
    }

    private void showCard(ArticleViewModel.Read read, Tab wanted, String selector) {
        if (tab != wanted) {
            showTab(read, wanted);
        }
        Node card = findings.lookup(selector);
        if (card != null) {
            Blocks.bring(findingsScroll, findings, card);
            Node quote = card.lookup(".article-quote");
            if (quote != null) {
                quote.requestFocus();
            }
        }
    }

    private void count(Number number) {
        taken.setText(Texts.get("article.taken", number));
        make.setDisable(number.intValue() == 0);
    }

    private void make() {
        model.scenario().ifPresent(scenario -> {
            context.overlays().close(this);
            openScenario.accept(Work.on(scenario));
            // A report of what was made shows it beside its passages.
            context.state()
                    .articleProperty()
                    .set(Optional.ofNullable(model.readProperty().get()).map(ArticleViewModel.Read::reading));
        });
    }

    private void change(Draft draft) {
        int place = model.placeOf(draft);
        make();
        editRestriction.accept(place);
    }
}
