package io.chokepoint.ui.scenario;

import io.chokepoint.base.WebAddress;
import io.chokepoint.model.Source;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where the figures of a restriction come from: sources as links, or the word that they are assumptions. */
final class RestrictionOrigin extends VBox {
    private final Consumer<String> openLink;

    RestrictionOrigin(Consumer<String> openLink) {
        super(2);
        this.openLink = openLink;
        setId("restriction-origin");
    }

    void show(Optional<Restriction> shown, List<Source> sources) {
        getChildren().clear();
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        shown.ifPresent(restriction -> {
            Label basis = new Label(restriction.terms().basis().id());
            basis.getStyleClass()
                    .addAll("status-chip", restriction.terms().basis().id());
            basis.setTooltip(CommandControls.tooltip(
                    Texts.get("basis." + restriction.terms().basis().id())));
            basis.setMinWidth(USE_PREF_SIZE);
            HBox first = new HBox(6, basis, sources.isEmpty() ? none() : line(sources.getFirst()));
            first.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(first);
            sources.stream().skip(1).forEach(source -> getChildren().add(line(source)));
        });
    }

    private static Label none() {
        Label none = new Label(Texts.get("restrict.noSource"));
        none.getStyleClass().add("label-small");
        return none;
    }

    private Node line(Source source) {
        String words = source.publisher().isEmpty() ? source.title() : source.publisher() + ": " + source.title();
        if (source.url().isEmpty()) {
            Label label = new Label(words);
            label.getStyleClass().add("label-small");
            label.setTooltip(CommandControls.tooltip(words));
            return label;
        }
        Button link = new Button(words);
        link.setMnemonicParsing(false);
        link.getStyleClass().addAll("link", "label-small");
        link.setMinWidth(0);
        link.setTooltip(CommandControls.tooltip(words + "\n" + source.url()));
        link.setOnAction(event -> WebAddress.open(source.url(), openLink));
        return link;
    }
}
