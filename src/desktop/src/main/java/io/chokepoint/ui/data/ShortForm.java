package io.chokepoint.ui.data;

import io.chokepoint.data.CellCheck;
import io.chokepoint.data.TableSchema;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.Choices.Choice;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.OverlayHost;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What short forms have in common: a head, fields one below the other, and the button that puts it all into the tables as one step. */
abstract class ShortForm extends StackPane {
    static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double NAME = 96;
    private static final double TOP = 64;

    final EditorViewModel model;
    final Choices choices;
    final ChoiceList list = new ChoiceList();
    final VBox body = new VBox(8);
    final TextField name = new TextField();
    final TextField id = new TextField();
    private final OverlayHost overlays;
    private final Button add = new Button();
    private final Label why = new Label();
    private boolean ownId;

    ShortForm(OverlayHost overlays, EditorViewModel model, Choices choices, String title, double width) {
        this.overlays = overlays;
        this.model = model;
        this.choices = choices;
        getStyleClass().addAll("panel", "faults", "short-form", "data-editor");
        setPrefWidth(width);
        HBox top = CommandControls.panelHead(new Label(Texts.get(title)), this::close);
        body.getStyleClass().add("faults-foot");
        add.setText(Texts.get("form.add"));
        add.setId("form-add");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> {
            apply();
            close();
        });
        why.getStyleClass().add("muted");
        why.setMinWidth(0);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox foot = new HBox(10, why, add);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("faults-foot");
        getChildren().setAll(new VBox(top, body, foot), list);
        name.setId("form-name");
        id.setId("form-id");
        name.textProperty().subscribe(words -> {
            if (!ownId) {
                id.setText(NewRows.id(words));
            }
            judge();
        });
        id.textProperty().subscribe(words -> {
            ownId = !words.equals(NewRows.id(name.getText()));
            judge();
        });
    }

    void open() {
        judge();
        overlays.showModal(this, TOP, () -> {});
        name.requestFocus();
    }

    private void close() {
        overlays.close(this);
    }

    /** What still keeps the form from being taken; empty where nothing does. */
    abstract String missing();

    /** Puts what was typed into the tables. */
    abstract void apply();

    final void judge() {
        String reason = missing();
        why.setText(reason);
        add.setDisable(!reason.isEmpty());
    }

    /** What is wrong with the id in a table. */
    final String idMissing(TableSchema table) {
        String wanted = id.getText().strip();
        return wanted.isEmpty() || name.getText().isBlank()
                ? Texts.get("form.needsName")
                : choices.names(table.name()).containsKey(wanted) ? Texts.get("form.idThere", wanted) : "";
    }

    final HBox line(String key, Node... fields) {
        Label label = new Label(Texts.get(key));
        label.setMinWidth(NAME);
        label.getStyleClass().add("muted");
        HBox line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        for (Node field : fields) {
            line.getChildren().add(field);
        }
        if (fields.length == 1 && fields[0] instanceof Region region) {
            HBox.setHgrow(region, Priority.ALWAYS);
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return line;
    }

    final Label heading(String key) {
        Label heading = new Label(Texts.get(key));
        heading.getStyleClass().add("row-head");
        return heading;
    }

    /** A field for a figure of a column; what cannot be read is marked as it is typed. */
    final TextField figure(TableSchema table, String column, String prompt) {
        TextField field = new TextField();
        field.setPromptText(Texts.get(prompt));
        field.setAccessibleText(Texts.get(prompt));
        field.setPrefColumnCount(7);
        field.textProperty()
                .subscribe(text -> field.pseudoClassStateChanged(
                        FAULTY, CellCheck.fault(table, column, text).isPresent()));
        return field;
    }

    /** A field for what a column of the schema may hold. */
    final ChoiceField choice(TableSchema table, String column, String prompt) {
        TableSchema.Column known = table.columns().stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow();
        ChoiceField field = new ChoiceField(list, Texts.get(prompt), typed -> choices.matching(table, known, typed));
        field.setPrefColumnCount(14);
        field.textProperty().subscribe(unused -> judge());
        return field;
    }

    /** A box of the few words that a column may hold. */
    final ComboBox<Choice> box(TableSchema table, String column) {
        TableSchema.Column known = table.columns().stream()
                .filter(c -> c.name().equals(column))
                .findFirst()
                .orElseThrow();
        List<Choice> all = choices.matching(table, known, "");
        ComboBox<Choice> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.detail().isEmpty() ? choice.value() : choice.detail();
            }

            @Override
            public @Nullable Choice fromString(String text) {
                return null;
            }
        });
        box.getSelectionModel().selectFirst();
        box.valueProperty().subscribe(unused -> judge());
        return box;
    }

    static String value(ComboBox<Choice> box) {
        Choice choice = box.getValue();
        return choice == null ? "" : choice.value();
    }
}
