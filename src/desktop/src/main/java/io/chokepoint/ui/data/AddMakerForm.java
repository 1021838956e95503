package io.chokepoint.ui.data;

import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.Choices.Choice;
import io.chokepoint.ui.support.OverlayHost;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;

/** A maker, and a good that it makes. */
final class AddMakerForm extends ShortForm {
    private static final double WIDTH = 620;

    private final ComboBox<Choice> type;
    private final ChoiceField country;
    private final ChoiceField good;
    private final TextField share;
    private final ChoiceField source;
    private final TextField note = new TextField();

    AddMakerForm(OverlayHost overlays, EditorViewModel model, Choices choices) {
        super(overlays, model, choices, "form.maker", WIDTH);
        setId("add-maker");
        type = box(Tables.PROVIDERS, "type");
        country = choice(Tables.PROVIDERS, "country", "form.country.prompt");
        country.setId("form-country");
        good = choice(Tables.SUPPLY, "good", "form.good.prompt");
        share = figure(Tables.SUPPLY, "share", "form.share.prompt");
        source = choice(Tables.SUPPLY, "source", "form.source.prompt");
        note.setPromptText(Texts.get("form.note.prompt"));
        body.getChildren()
                .setAll(
                        line("form.name", name),
                        line("form.id", id),
                        line("form.type", type, country),
                        line("form.makes", good, share),
                        line("form.source", source),
                        line("form.note", note));
    }

    @Override
    String missing() {
        return idMissing(Tables.PROVIDERS);
    }

    @Override
    void apply() {
        NewRows.Maker maker = new NewRows.Maker(
                id.getText().strip(),
                name.getText().strip(),
                value(type),
                country.getText(),
                good.getText().strip(),
                share.getText(),
                source.getText(),
                note.getText());
        model.change(Texts.get("form.step.maker", maker.name()), NewRows.with(model.tables(), maker));
    }
}
