package io.chokepoint.ui.matrix;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.study.Explanation;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.matrix.MatrixContent.Cell;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the chosen cell of the matrix says: how much, when, why, and a way to look closer. */
final class MatrixSide extends VBox {
    private final MatrixViewModel model;
    private final VBox body = new VBox(10);

    MatrixSide(MatrixViewModel model) {
        this.model = model;
        getStyleClass().addAll("inspector", "matrix-side");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        body.getStyleClass().add("panel-body");
        getChildren().setAll(scroll);
        model.cellProperty().subscribe(unused -> refresh());
        model.contentProperty().subscribe(unused -> refresh());
        model.whyProperty().subscribe(unused -> refresh());
    }

    private void refresh() {
        Optional<MatrixContent> content = model.content();
        Optional<Cell> cell = model.cellProperty().get();
        if (content.isEmpty() || cell.isEmpty()) {
            body.getChildren()
                    .setAll(label(Texts.get("matrix.side.title"), "title"), wrapped(Texts.get("matrix.side.how")));
            return;
        }
        Row row = content.get().rows().get(cell.get().row());
        Good column = content.get().columns().get(cell.get().column());
        double lost = row.lost()[cell.get().column()];
        int first = row.first()[cell.get().column()];
        List<Node> nodes = new ArrayList<>();
        nodes.add(small(
                Texts.get("matrix.stops", row.good().shortName(), content.get().stopWeeks())));
        boolean hit = lost >= MatrixContent.LEAST;
        nodes.add(label(
                hit
                        ? Texts.get("matrix.loses", column.shortName(), Amounts.weeks(lost))
                        : Texts.get("matrix.losesNothing", column.shortName()),
                "title"));
        if (hit) {
            nodes.add(wrapped(first < 0 ? Texts.get("matrix.slightly") : Texts.get("matrix.first", first)));
            if (content.get().isBeyond(lost)) {
                nodes.add(wrapped(Texts.get("matrix.beyond", content.get().stopWeeks())));
            }
        }
        model.whyProperty().get().ifPresentOrElse(why -> nodes.addAll(why(why)), () -> nodes.add(explainButton()));
        Button open = new Button(Texts.get("matrix.open"));
        open.getStyleClass().add("accent");
        open.setOnAction(event -> model.openAsScenario());
        nodes.add(open);
        body.getChildren().setAll(nodes);
    }

    private Button explainButton() {
        Button button = new Button(Texts.get("matrix.explain"), CommandControls.icon("mdal-help_outline"));
        button.setOnAction(event -> model.explain());
        return button;
    }

    private static List<Node> why(MatrixViewModel.Why why) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(wrapped(why.explanation().quote()));
        nodes.add(label(Texts.get("matrix.why"), "strong"));
        for (Explanation.Step step : why.explanation().steps()) {
            Label name = label(step.name(), "strong");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            Label chip = label(Typography.output(step.lowest()), "output-chip");
            chip.getStyleClass().add("loss-" + LossStep.ofOutput(step.lowest()).ordinal());
            chip.setMinWidth(Region.USE_PREF_SIZE);
            HBox head = new HBox(6, name, chip);
            head.setAlignment(Pos.CENTER_LEFT);
            nodes.add(new VBox(1, head, small(step.clause())));
        }
        return nodes;
    }

    private static Label label(String text, String style) {
        Label label = new Label(Typography.thin(text));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label wrapped(String text) {
        return label(text, "body");
    }

    private static Label small(String text) {
        return label(text, "label-small");
    }
}
