package io.chokepoint.ui.scenario;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What is seldom changed, folded away: how long until full strength, and the note. */
final class RestrictionMore extends VBox {
    private final RestrictionEditorViewModel model;
    private final Button toggle = new Button();
    private final WeeksField ramp;
    private final Label note = new Label();
    private final VBox body;

    RestrictionMore(RestrictionEditorViewModel model) {
        super(6);
        this.model = model;
        ramp = new WeeksField(Texts.get("restrict.ramp.none"), model::chooseRamp);
        ramp.setId("ramp-weeks");
        ramp.setMaxWidth(204);
        ramp.setTooltip(CommandControls.tooltip(Texts.get("restrict.ramp.hint")));
        Label label = new Label(Texts.get("restrict.ramp"));
        label.getStyleClass().add("label-small");
        label.setLabelFor(ramp);
        note.getStyleClass().add("label-small");
        note.setId("restriction-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        body = new VBox(4, label, ramp, note);
        toggle.getStyleClass().addAll("link", "fold");
        toggle.setId("restriction-more");
        toggle.setOnAction(event -> open(!body.isVisible()));
        getChildren().setAll(toggle, body);
        // A ramp that is set is part of what the restriction does: it is not hidden.
        open(model.terms().period().rampWeeks() > 0);
    }

    private void open(boolean open) {
        body.setVisible(open);
        body.setManaged(open);
        toggle.setText(Texts.get(open ? "restrict.less" : "restrict.more"));
        toggle.setGraphic(CommandControls.icon(open ? "mdal-expand_less" : "mdal-expand_more"));
    }

    void refresh() {
        ramp.show(model.terms().period().rampWeeks());
        String words = model.terms().note();
        note.setText(words.isEmpty() ? "" : Texts.get("restrict.note", words));
        note.setManaged(!words.isEmpty());
    }
}
