package io.chokepoint.ui.scenario;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Provider;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.SelectorForm.BuyerOption;
import io.chokepoint.ui.scenario.SelectorForm.MakerOption;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.KindForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The fields of one restriction: makers, kind, buyers, end use, parameters, time, and what it says in words. */
final class RestrictionEditor extends VBox {
    /** One line holds so many beside "All makers" and "12 more". */
    private static final int MAKERS_SHOWN = 2;

    private final RestrictionEditorViewModel model;
    private final int columns;
    private final FlowPane makers = new FlowPane(8, 8);
    private final FlowPane kinds = new FlowPane(6, 6);
    private final GridPane fields = new GridPane(16, 10);
    private final RestrictionMore more;
    private final RestrictionOrigin origin;
    private final List<ParameterField> parameters = new ArrayList<>();
    private Optional<KindForm> shownKind = Optional.empty();
    private Optional<WeekField> from = Optional.empty();
    private Optional<WeekField> until = Optional.empty();
    private boolean filling;
    private int cell;

    /**
     * @param narrow fields below one another instead of side by side
     * @param openLink shows a web address in the user's browser
     */
    RestrictionEditor(RestrictionEditorViewModel model, boolean narrow, Consumer<String> openLink) {
        this.model = model;
        this.more = new RestrictionMore(model);
        this.origin = new RestrictionOrigin(openLink);
        this.columns = narrow ? 1 : 2;
        getStyleClass().add("restriction-editor");
        setSpacing(12);
        setMinWidth(0);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(100.0 / columns);
            half.setHgrow(Priority.ALWAYS);
            fields.getColumnConstraints().add(half);
        }
        getChildren().setAll(makers, kinds, fields, more, words());
        fillKinds();
        model.restrictionProperty().subscribe(unused -> refresh());
    }

    /** Shows the model anew; fields are rebuilt only where the kind or who and whom have changed. */
    private void refresh() {
        filling = true;
        fillMakers();
        markKind();
        if (!model.kind().equals(shownKind) || parameters.isEmpty()) {
            buildFields();
        }
        fillFields();
        origin.show(model.restriction(), model.sources());
        filling = false;
    }

    private void fillMakers() {
        List<MakerOption> options = model.makers();
        Set<Provider> chosen = model.chosenMakers();
        makers.getChildren().clear();
        makers.getChildren().add(toggle(Texts.get("restrict.allMakers"), chosen.isEmpty(), model::chooseAllMakers));
        List<MakerOption> shown = options.size() <= MAKERS_SHOWN + 1
                ? options
                : options.stream()
                        .filter(option -> options.indexOf(option) < MAKERS_SHOWN || chosen.contains(option.provider()))
                        .toList();
        for (MakerOption option : shown) {
            makers.getChildren()
                    .add(toggle(
                            label(option),
                            chosen.contains(option.provider()),
                            () -> model.toggleMaker(option.provider())));
        }
        List<MakerOption> rest =
                options.stream().filter(option -> !shown.contains(option)).toList();
        if (!rest.isEmpty()) {
            MenuButton more = new MenuButton(Texts.get("restrict.moreMakers", rest.size()));
            more.getStyleClass().add("small");
            for (MakerOption option : rest) {
                CheckBox box = new CheckBox(label(option));
                CustomMenuItem item = new CustomMenuItem(box, true);
                item.setOnAction(event -> model.toggleMaker(option.provider()));
                more.getItems().add(item);
            }
            makers.getChildren().add(more);
        }
    }

    private static String label(MakerOption option) {
        return option.provider().name() + ", " + Amounts.percent(option.share());
    }

    private ToggleButton toggle(String text, boolean on, Runnable action) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("choice");
        button.setMnemonicParsing(false);
        button.setSelected(on);
        button.setOnAction(event -> {
            button.setSelected(on);
            action.run();
        });
        return button;
    }

    private void fillKinds() {
        for (KindForm kind : KindForm.all()) {
            ToggleButton tile = new ToggleButton(kind.text(), CommandControls.icon(kind.icon()));
            tile.getStyleClass().addAll("choice", "kind-tile");
            tile.setId("kind-" + kind.id());
            tile.setAlignment(Pos.CENTER_LEFT);
            tile.setUserData(kind);
            tile.setTooltip(CommandControls.tooltip(kind.explanation()));
            tile.setOnAction(event -> {
                model.chooseKind(kind);
                markKind();
            });
            kinds.getChildren().add(tile);
        }
    }

    private void markKind() {
        Optional<KindForm> kind = model.kind();
        for (Node node : kinds.getChildren()) {
            if (node instanceof ToggleButton tile) {
                tile.setSelected(kind.isPresent() && kind.get().equals(tile.getUserData()));
            }
        }
    }

    // ---- fields ---------------------------------------------------------------------------------------------------

    private void buildFields() {
        shownKind = model.kind();
        fields.getChildren().clear();
        parameters.clear();
        cell = 0;
        from = Optional.empty();
        until = Optional.empty();
        boolean any = shownKind.isPresent();
        fields.setVisible(any);
        fields.setManaged(any);
        more.setVisible(any);
        more.setManaged(any);
        if (!any) {
            return;
        }
        KindForm kind = shownKind.get();
        if (!kind.isOfMakers()) {
            add(labelled(Texts.get("restrict.buyers"), buyerBox()));
            add(labelled(Texts.get("restrict.endUse"), endUseBox()));
        }
        for (RestrictionParameter parameter : kind.parameters()) {
            ParameterField field = new ParameterField(model, parameter);
            parameters.add(field);
            add(field);
        }
        // An odd number of parameters leaves a gap, so that from and until stand side by side.
        cell += columns == 2 ? cell % 2 : 0;
        Optional<LocalDate> start = model.scenario().startDate();
        WeekField begin = new WeekField(
                start, false, "", week -> period(week, endOf(model.terms().period())));
        begin.setId("from-week");
        WeekField end = new WeekField(
                start,
                true,
                Texts.get("restrict.noEnd"),
                week -> period(OptionalInt.of(model.terms().period().start()), week));
        end.setId("until-week");
        from = Optional.of(begin);
        until = Optional.of(end);
        add(labelled(Texts.get("restrict.from"), begin));
        add(labelled(Texts.get("restrict.until"), end));
    }

    private void add(Node node) {
        fields.add(node, cell % columns, cell / columns);
        cell++;
    }

    private static OptionalInt endOf(Period period) {
        return period.isOpen() ? OptionalInt.empty() : OptionalInt.of(period.end());
    }

    private void period(OptionalInt begin, OptionalInt end) {
        if (!filling && begin.isPresent()) {
            int start = begin.getAsInt();
            // An end that now lies before the start moves with it.
            int stop = end.isEmpty() ? Period.OPEN : Math.max(start + 1, end.getAsInt());
            model.choosePeriod(new Period(start, stop, model.terms().period().rampWeeks()));
        }
    }

    private void fillFields() {
        Optional<Restriction> shown = model.restriction();
        if (shown.isEmpty()) {
            return;
        }
        parameters.forEach(field -> field.show(shown.get()));
        more.refresh();
        Period period = model.terms().period();
        from.ifPresent(field -> field.show(OptionalInt.of(period.start())));
        until.ifPresent(field -> field.show(endOf(period)));
        fields.getChildren().stream()
                .flatMap(node -> node.lookupAll(".combo-box").stream())
                .forEach(this::fillBox);
    }

    private void fillBox(Node node) {
        if (node instanceof ComboBox<?> box && box.getUserData() instanceof Runnable fill) {
            fill.run();
        }
    }

    private ComboBox<BuyerOption> buyerBox() {
        ComboBox<BuyerOption> box = new ComboBox<>();
        box.setId("buyers");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setUserData((Runnable) () -> {
            box.getItems().setAll(model.buyerOptions());
            box.setValue(model.buyer());
        });
        box.setOnAction(event -> {
            if (!filling && box.getValue() != null) {
                model.chooseBuyer(box.getValue());
            }
        });
        return box;
    }

    private ComboBox<Optional<String>> endUseBox() {
        ComboBox<Optional<String>> box = new ComboBox<>();
        box.setId("end-use");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<String> tag) {
                return tag == null || tag.isEmpty() ? Texts.get("restrict.everywhere") : model.tagName(tag.get());
            }

            @Override
            public Optional<String> fromString(String text) {
                return Optional.empty();
            }
        });
        box.getItems().add(Optional.empty());
        model.endUses().forEach(tag -> box.getItems().add(Optional.of(tag)));
        box.setUserData((Runnable) () -> box.setValue(model.terms().endUse()));
        box.setOnAction(event -> {
            if (!filling && box.getValue() != null) {
                model.chooseEndUse(box.getValue());
            }
        });
        return box;
    }

    private static VBox labelled(String text, Node field) {
        Label label = new Label(text);
        label.getStyleClass().add("label-small");
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }

    private VBox words() {
        Label sentence = new Label();
        sentence.setId("restriction-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.textProperty().bind(model.sentenceProperty());
        Label touches = new Label();
        touches.setId("restriction-touches");
        touches.setWrapText(true);
        touches.setMinHeight(USE_PREF_SIZE);
        touches.getStyleClass().add("label-small");
        touches.textProperty().bind(model.touchesProperty());
        touches.managedProperty().bind(model.touchesProperty().isNotEmpty());
        VBox box = new VBox(4, sentence, touches, origin);
        box.getStyleClass().add("sentence-box");
        return box;
    }
}
