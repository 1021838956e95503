package io.chokepoint.ui;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.FinderViewModel.Row;
import io.chokepoint.ui.SearchIndex.Group;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The command palette: one field that finds everything. */
final class Finder extends VBox {
    private static final double WIDTH = 680;
    private static final double TOP = 52;
    private static final double TITLE = 420;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final UiContext context;
    private final FinderViewModel model;
    private final TextField field = new TextField();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<Node> rowNodes = new ArrayList<>();

    Finder(UiContext context) {
        this.context = context;
        this.model = new FinderViewModel(
                context.state(), context.commands(), context.anchors()::revealSelected, context.openLink());
        getStyleClass().addAll("panel", "finder");
        setPrefWidth(WIDTH);
        setId("finder");
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Region foot = foot();
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head(), scroll, foot);
        list.getStyleClass().add("finder-list");
        field.textProperty().bindBidirectional(model.queryProperty());
        model.rows().subscribe(this::show);
        model.selectedProperty().subscribe(unused -> mark());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        context.commands().register(Command.FIND, this::open);
    }

    private void open() {
        if (context.overlays().isOpen(this)) {
            context.overlays().close(this);
            return;
        }
        model.open();
        context.overlays().showModal(this, TOP, () -> {});
        field.requestFocus();
    }

    private HBox head() {
        field.setPromptText(Texts.get("search.prompt"));
        field.setId("finder-field");
        field.setAccessibleText(Texts.get("search.prompt"));
        field.getStyleClass().add("finder-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label count = new Label();
        count.getStyleClass().add("label-small");
        count.textProperty()
                .bind(model.countProperty().map(n -> Texts.get("search.found", Amounts.count(n.intValue()))));
        Label esc = new Label("Esc");
        esc.getStyleClass().add("key");
        HBox head = new HBox(10, CommandControls.icon("mdmz-search"), field, count, esc);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("finder-head");
        return head;
    }

    private static HBox foot() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label actions = new Label(Texts.get("search.actionsOnly"));
        actions.getStyleClass().add("label-small");
        HBox foot = new HBox(
                6,
                key("↑"),
                key("↓"),
                word("search.choose"),
                key("Enter"),
                word("search.select"),
                key("Shift Enter"),
                word("search.restrictIt"),
                key("Tab"),
                word("search.nextGroup"),
                spring,
                actions);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("finder-foot");
        return foot;
    }

    private static Label key(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("key");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label word(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().addAll("label-small", "foot-word");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case TAB -> model.nextGroup();
            case ENTER -> model.selectedRow().ifPresent(row -> choose(row, event.isShiftDown()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(Row row, boolean shift) {
        if (!row.reasonNot().isEmpty()) {
            return;
        }
        context.overlays().close(this);
        // What was found is in the views: the next key should act there.
        Node view = context.overlays().lookup(".graph-keys");
        if (view != null) {
            view.requestFocus();
        }
        (shift ? row.chooseShift() : row.choose()).run();
    }

    private void show() {
        rowNodes.clear();
        list.getChildren().clear();
        if (model.rows().isEmpty()) {
            list.getChildren().setAll(nothing());
            return;
        }
        Group group = null;
        for (Row row : model.rows()) {
            if (row.group() != group) {
                group = row.group();
                Label head = new Label(Texts.get("search.group." + group.name()));
                head.getStyleClass().add("finder-group");
                list.getChildren().add(head);
            }
            Node node = rowNode(row);
            rowNodes.add(node);
            list.getChildren().add(node);
        }
        mark();
        requestLayout();
    }

    private Node nothing() {
        Label title = new Label(Texts.get("search.nothing"));
        title.getStyleClass().add("answer");
        Label hint = new Label(model.otherNamesHint());
        hint.getStyleClass().add("muted");
        Button browse = new Button(Texts.get("search.browse"));
        browse.setOnAction(event -> {
            context.overlays().close(this);
            context.commands().run(Command.SHOW_EVERYTHING);
        });
        VBox box = new VBox(10, title, hint, browse);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        return box;
    }

    private HBox rowNode(Row row) {
        TextFlow title = highlighted(row.title());
        // A long name goes on in a second line.
        title.setMaxWidth(TITLE);
        title.setMinWidth(0);
        title.setMaxHeight(Region.USE_PREF_SIZE);
        Label detail = new Label(row.detail());
        detail.getStyleClass().add("label-small");
        // What the title leaves.
        detail.setMinWidth(0);
        detail.setPrefWidth(0);
        CommandControls.tooltipWhenNeeded(detail, row::detail);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(12, CommandControls.icon(row.icon()), title, detail);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("finder-row");
        row.good().flatMap(this::outputChip).ifPresent(box.getChildren()::add);
        if (!row.key().isEmpty()) {
            box.getChildren().add(key(row.key()));
        }
        box.setOpacity(row.reasonNot().isEmpty() ? 1 : 0.5);
        box.setOnMouseClicked(event -> choose(row, event.isShiftDown()));
        box.setOnMouseMoved(event -> model.selectedProperty().set(rowNodes.indexOf(box)));
        box.setAccessibleText(row.title() + ", " + row.detail());
        return box;
    }

    private Optional<Label> outputChip(Good good) {
        StudyState state = context.state();
        return state.result().map(result -> {
            double output =
                    result.output(good, Math.min(state.looking().weekProperty().get(), result.weeks() - 1));
            Label chip = new Label(Typography.output(output));
            chip.getStyleClass()
                    .addAll("loss-chip", "loss-" + LossStep.ofOutput(output).ordinal());
            chip.setMinWidth(Region.USE_PREF_SIZE);
            return chip;
        });
    }

    /** The part of the title that was typed stands out. */
    private TextFlow highlighted(String title) {
        String typed = model.queryProperty().get().replaceFirst("^>", "").strip();
        String folded = SearchText.fold(title);
        String query = SearchText.fold(typed);
        int at = query.isEmpty() || folded.length() != title.length() ? -1 : folded.indexOf(query);
        TextFlow flow = new TextFlow();
        if (at < 0) {
            flow.getChildren().add(new Text(title));
        } else {
            Text match = new Text(title.substring(at, at + query.length()));
            match.getStyleClass().add("match");
            flow.getChildren()
                    .addAll(new Text(title.substring(0, at)), match, new Text(title.substring(at + query.length())));
        }
        return flow;
    }

    private void mark() {
        for (int i = 0; i < rowNodes.size(); i++) {
            rowNodes.get(i)
                    .pseudoClassStateChanged(
                            CHOSEN, i == model.selectedProperty().get());
        }
        revealChosen();
    }

    /** Where not all rows have room, the chosen one is in sight. */
    private void revealChosen() {
        int at = model.selectedProperty().get();
        double hidden = list.getHeight() - scroll.getViewportBounds().getHeight();
        if (at < 0 || at >= rowNodes.size() || hidden <= 0) {
            return;
        }
        Bounds row = rowNodes.get(at).getBoundsInParent();
        double top = scroll.getVvalue() * hidden;
        double bottom = top + scroll.getViewportBounds().getHeight();
        if (at == 0) {
            scroll.setVvalue(0);
        } else if (row.getMinY() < top) {
            scroll.setVvalue(row.getMinY() / hidden);
        } else if (row.getMaxY() > bottom) {
            scroll.setVvalue((row.getMaxY() - scroll.getViewportBounds().getHeight()) / hidden);
        }
    }
}
