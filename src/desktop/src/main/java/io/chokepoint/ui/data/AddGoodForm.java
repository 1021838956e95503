package io.chokepoint.ui.data;

import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.Choices.Choice;
import io.chokepoint.ui.support.OverlayHost;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A good with its makers and what it needs, put into three tables at once. */
final class AddGoodForm extends ShortForm {
    private static final double WIDTH = 760;
    private static final TableSchema NEEDS = Tables.DEPENDENCIES;

    private final ComboBox<Choice> kind;
    private final ComboBox<Choice> stage;
    private final VBox makerLines = new VBox(6);
    private final VBox needLines = new VBox(6);
    private final List<MakerLine> makers = new ArrayList<>();
    private final List<NeedLine> needs = new ArrayList<>();
    private final ChoiceField source;
    private final TextField note = new TextField();

    private record MakerLine(TextField provider, TextField share) {}

    private record NeedLine(
            TextField input, TextField useShare, TextField stock, TextField lead, TextField qualification) {}

    AddGoodForm(OverlayHost overlays, EditorViewModel model, Choices choices) {
        super(overlays, model, choices, "form.good", WIDTH);
        setId("add-good");
        kind = box(Tables.GOODS, "kind");
        stage = box(Tables.GOODS, "stage");
        source = choice(Tables.SUPPLY, "source", "form.source.prompt");
        note.setPromptText(Texts.get("form.note.prompt"));
        addMaker();
        addNeed();
        body.getChildren()
                .setAll(
                        line("form.name", name),
                        line("form.id", id),
                        line("form.kind", kind, stage),
                        heading("form.makers"),
                        makerLines,
                        more("form.makers.more", "form-more-makers", this::addMaker),
                        heading("form.needs"),
                        needLines,
                        more("form.needs.more", "form-more-needs", this::addNeed),
                        line("form.source", source),
                        line("form.note", note));
    }

    private static Button more(String key, String id, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setOnAction(event -> action.run());
        return button;
    }

    private void addMaker() {
        MakerLine line = new MakerLine(
                choice(Tables.SUPPLY, "provider", "form.maker.prompt"),
                figure(Tables.SUPPLY, "share", "form.share.prompt"));
        line.provider().setId("form-maker-" + makers.size());
        line.share().setId("form-share-" + makers.size());
        makers.add(line);
        makerLines.getChildren().add(new HBox(8, line.provider(), line.share()));
    }

    private void addNeed() {
        NeedLine line = new NeedLine(
                choice(NEEDS, "input", "form.input.prompt"),
                figure(NEEDS, "use_share", "form.useShare.prompt"),
                figure(NEEDS, "stock_weeks", "form.stock.prompt"),
                figure(NEEDS, "lead_weeks", "form.lead.prompt"),
                figure(NEEDS, "qualification_weeks", "form.qualification.prompt"));
        line.input().setId("form-input-" + needs.size());
        needs.add(line);
        needLines
                .getChildren()
                .add(new HBox(8, line.input(), line.useShare(), line.stock(), line.lead(), line.qualification()));
    }

    @Override
    String missing() {
        String wrong = idMissing(Tables.GOODS);
        return !wrong.isEmpty() ? wrong : value(stage).isEmpty() ? Texts.get("form.needsStage") : "";
    }

    @Override
    void apply() {
        NewRows.Good good = new NewRows.Good(
                id.getText().strip(),
                name.getText().strip(),
                value(kind),
                value(stage),
                makers.stream()
                        .filter(line -> !line.provider().getText().isBlank())
                        .map(line -> new NewRows.Part(
                                line.provider().getText(), line.share().getText()))
                        .toList(),
                needs.stream()
                        .filter(line -> !line.input().getText().isBlank())
                        .map(line -> new NewRows.Need(
                                line.input().getText(),
                                line.useShare().getText(),
                                line.stock().getText(),
                                line.lead().getText(),
                                line.qualification().getText()))
                        .toList(),
                source.getText(),
                note.getText());
        model.change(Texts.get("form.step.good", good.name()), NewRows.with(model.tables(), good));
    }
}
