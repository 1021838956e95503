package io.chokepoint.ui.explain;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.MakerRow;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who makes a good: share, range, basis, output, and who loses sales. */
final class MakersPage {
    private final Parts parts;
    private final StudyState state;
    private final Weekly weekly;
    private final OfGood content;
    private final Consumer<Activity> restrict;

    MakersPage(Parts parts, StudyState state, Weekly weekly, OfGood content, Consumer<Activity> restrict) {
        this.parts = parts;
        this.state = state;
        this.weekly = weekly;
        this.content = content;
        this.restrict = restrict;
    }

    VBox page() {
        VBox box = new VBox();
        box.getStyleClass().add("rows");
        box.getChildren()
                .add(parts.tableHead(Texts.count("makers.head", content.makers().size()), this::table));
        List<Supplier<Region>> rows = new ArrayList<>();
        content.makers().forEach(row -> rows.add(() -> row(row)));
        if (!content.sales().isEmpty()) {
            rows.add(() -> new SalesPage(parts, state, content.result(), content.sales()).ofOneGood());
        }
        Gradual.fill(box, rows);
        return box;
    }

    private VBox row(MakerRow row) {
        Activity maker = row.maker();
        OutputChip chip = new OutputChip();
        weekly.add(week -> chip.show(content.result().output(maker, week)));
        Button name = new Button(maker.provider().name());
        name.getStyleClass().add("link-name");
        name.setMinWidth(0);
        name.setOnAction(event -> state.looking().select(Selection.of(maker)));
        Button act = Parts.icon(
                "mdal-gavel", Texts.get("makers.restrict", maker.provider().name()), () -> restrict.accept(maker));
        Button lens = Parts.icon(
                "mdal-business_center",
                Texts.get("lens.open", maker.provider().name()),
                () -> state.looking().showLens(LensSubjects.of(maker)));
        HBox head = Parts.row(6, name, Parts.grow(), chip, lens, act);
        if (content.maker().map(maker::equals).orElse(false)) {
            head.getStyleClass().add("chosen");
        }
        String country = Countries.name(maker.provider().country());
        Label where = Parts.label(
                (country.equals(maker.provider().name()) ? "" : country + " · ")
                        + Texts.get("makers.share", Wording.valueWithRange(row.share()))
                        + (row.restricted() ? " · " + Texts.get("makers.restricted") : ""),
                "note");
        HBox detail = new HBox(6, where, Parts.grow(), Parts.basis(row.share().evidence()));
        VBox all = new VBox(1, head, shareBar(content.result().baseline(maker)), detail);
        all.getStyleClass().add("list-row");
        return all;
    }

    private static StackPane shareBar(double share) {
        Region fill = new Region();
        fill.getStyleClass().add("share-fill");
        StackPane bar = new StackPane(fill);
        bar.getStyleClass().add("share-bar");
        StackPane.setAlignment(fill, Pos.CENTER_LEFT);
        fill.maxWidthProperty().bind(bar.widthProperty().multiply(Math.clamp(share, 0.004, 1)));
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    private TableCopy table() {
        SimulationResult result = content.result();
        Dataset dataset = result.dataset();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (MakerRow row : content.makers()) {
            Activity maker = row.maker();
            rows.add(new @Nullable Object[] {
                maker.provider().id(),
                maker.provider().name(),
                maker.provider().country(),
                row.share().low(),
                row.share().central(),
                row.share().high(),
                row.share().evidence().basis().id(),
                String.join(";", row.share().evidence().sources()),
                result.output(maker, weekly.week()),
                result.outcome(maker).trough(),
                result.outcome(maker).lostOutputWeeks()
            });
        }
        return new TableCopy(
                dataset.id() + "-" + content.good().id() + "-makers",
                List.of(
                        "maker",
                        "name",
                        "country",
                        "share_low",
                        "share",
                        "share_high",
                        "basis",
                        "source",
                        "output_week_" + weekly.week(),
                        "trough",
                        "lost_output_weeks"),
                rows);
    }
}
