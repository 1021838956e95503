package io.chokepoint.ui.models;

import io.chokepoint.study.AssumptionShares;
import io.chokepoint.study.AssumptionShares.Gap;
import io.chokepoint.study.AssumptionShares.Share;
import io.chokepoint.study.ModelAnswers;
import io.chokepoint.study.ModelAnswers.Row;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.SideText;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which assumption makes the difference to each model, of the chosen row or over all goods: shares as bars to both sides of nothing. */
final class ModelsSide extends VBox {
    private final UiContext context;
    private final ModelsViewModel model;
    private final VBox body = new VBox(8);

    ModelsSide(UiContext context, ModelsViewModel model) {
        this.context = context;
        this.model = model;
        setId("models-side");
        getStyleClass().addAll("inspector", "question-side");
        body.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(scroll);
        model.chosenProperty().subscribe(unused -> show());
        model.sharesProperty().subscribe(unused -> show());
        model.answersProperty().subscribe(unused -> show());
        model.reasonNotProperty().subscribe(unused -> show());
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        ModelAnswers answers = model.answersProperty().get();
        Optional<Row> row = model.chosenProperty().get();
        nodes.add(SideText.small(Texts.get("models.side.none")));
        nodes.add(SideText.title(row.map(ModelsTable::name).orElseGet(() -> Texts.get("models.side.overall"))));
        if (answers == null) {
            if (model.reasonNotProperty().get().isEmpty()) {
                nodes.add(SideText.body(Texts.get("models.side.waiting")));
            }
            body.getChildren().setAll(nodes);
            return;
        }
        row.ifPresentOrElse(
                chosen -> {
                    nodes.add(showButton(chosen));
                    nodes.add(SideText.small(Texts.get("models.side.rowText")));
                },
                () -> {
                    nodes.add(SideText.body(Texts.get("models.side.overallText")));
                    nodes.add(SideText.small(Texts.get("models.side.choose")));
                });
        int most = 0;
        for (String name : ModelAnswers.CLASSIC) {
            AssumptionShares shares = model.sharesProperty().get().get(name);
            nodes.addAll(part(name, Optional.ofNullable(shares), row));
            most = Math.max(most, shares == null ? 0 : shares.runs());
        }
        if (most > 0) {
            nodes.add(SideText.small(Texts.get("models.side.method", most)));
        }
        body.getChildren().setAll(nodes);
    }

    private Button showButton(Row row) {
        Button show = new Button(Texts.get("models.side.show"));
        show.setId("models-show");
        show.getStyleClass().add("small");
        show.setOnAction(event -> {
            context.state().looking().select(ModelsTable.selects(row));
            context.state().looking().viewProperty().set(ViewKind.GRAPH);
        });
        return show;
    }

    private static List<Node> part(String name, Optional<AssumptionShares> shares, Optional<Row> row) {
        String shown = ModelsWords.name(name);
        if (shares.isEmpty()) {
            return List.of(SideText.section(Texts.get("models.side.working", shown)));
        }
        Optional<Gap> gap = ModelsTable.gap(shares.get(), row);
        if (gap.isEmpty()) {
            return List.of(SideText.section(Texts.get("models.side.noAnswer", shown)));
        }
        return gap(name, gap.get(), row);
    }

    private static List<Node> gap(String name, Gap gap, Optional<Row> row) {
        String shown = ModelsWords.name(name);
        List<Node> nodes = new ArrayList<>();
        if (Math.abs(gap.size()) < ModelsWords.LEAST) {
            nodes.add(SideText.section(Texts.get("models.side.same", shown)));
        } else {
            int column = ModelAnswers.MODELS.indexOf(name);
            nodes.add(SideText.section(row.map(chosen -> Texts.get(
                            "models.side.gap",
                            shown,
                            ModelsWords.output(chosen.lowest().get(column)),
                            ModelsWords.output(chosen.lowest().getFirst()),
                            ModelsWords.signed(gap.size())))
                    .orElseGet(() -> Texts.get("models.side.meanGap", shown, ModelsWords.points(gap.size())))));
        }
        double most = Math.abs(gap.rest());
        for (Share share : gap.shares()) {
            most = Math.max(most, Math.abs(share.mean()));
        }
        for (Share share : gap.shares()) {
            if (Math.abs(share.mean()) >= ModelsWords.LEAST / 2) {
                String ends = Texts.get(
                        "models.side.ends", ModelsWords.signed(share.alone()), ModelsWords.signed(share.last()));
                nodes.add(line(
                        ModelsWords.assumptions(share),
                        share.mean(),
                        most,
                        ModelsWords.assumed(share, name) + "\n" + ends + ". " + Texts.get("models.side.ends.hint")));
            }
        }
        if (Math.abs(gap.rest()) >= ModelsWords.LEAST / 2) {
            nodes.add(line(Texts.get("models.rest"), gap.rest(), most, Texts.get("models.rest.text")));
        }
        return nodes;
    }

    private static Node line(String what, double size, double most, String hint) {
        Label label = new Label(what);
        label.getStyleClass().add("body");
        label.setMinWidth(0);
        Label figure = new Label(ModelsWords.signed(size));
        figure.getStyleClass().add("strong");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox line = new VBox(3, new HBox(6, label, gap, figure), new ShareBar(size, most));
        line.setAccessibleText(what + ": " + ModelsWords.signed(size) + ". " + hint);
        Tooltip.install(line, CommandControls.tooltip(hint));
        return line;
    }
}
