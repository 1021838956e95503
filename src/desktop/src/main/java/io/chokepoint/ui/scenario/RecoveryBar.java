package io.chokepoint.ui.scenario;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Offers work that an earlier process left unsaved. */
public final class RecoveryBar extends HBox {

    public RecoveryBar(ScenarioFiles files) {
        super(10);
        getStyleClass().addAll("bar", "notice-bar");
        setId("recovery-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setMinWidth(0);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button back = new Button(Texts.get("recover.bringBack"));
        back.getStyleClass().add("accent");
        back.setId("recover-bring-back");
        back.setOnAction(event -> files.recovered().bringBack());
        Button elsewhere = new Button(Texts.get("recover.saveElsewhere"));
        elsewhere.setOnAction(event -> files.recovered().saveElsewhere());
        Button discard = new Button(Texts.get("recover.discard"));
        discard.setId("recover-discard");
        discard.setOnAction(event -> files.recovered().discard());
        List.of(back, elsewhere, discard).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
        getChildren().setAll(CommandControls.icon("mdal-history"), text, back, elsewhere, discard);
        files.recovered().offeredProperty().subscribe(left -> {
            setVisible(left != null);
            setManaged(left != null);
            if (left != null) {
                String restrictions = Texts.count(
                        "recover.restrictions",
                        left.work().scenario().restrictions().size());
                int figures = left.work().figures().size();
                text.setText(Texts.get(
                        "recover.text",
                        left.time(),
                        left.work().scenario().title(),
                        figures == 0
                                ? restrictions
                                : restrictions + " and " + Texts.count("recover.figures", figures)));
            }
        });
    }
}
