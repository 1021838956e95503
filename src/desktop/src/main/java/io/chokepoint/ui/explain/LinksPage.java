package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a good needs and what it feeds: role in words, stock, output; a click goes there. */
final class LinksPage {
    private static final double ESSENTIAL = 0.75;
    private static final double IMPORTANT = 0.25;

    private final Parts parts;
    private final StudyState state;
    private final Weekly weekly;
    private final OfGood content;

    LinksPage(Parts parts, StudyState state, Weekly weekly, OfGood content) {
        this.parts = parts;
        this.state = state;
        this.weekly = weekly;
        this.content = content;
    }

    VBox needs() {
        VBox box = rows();
        if (content.needs().isEmpty()) {
            box.getChildren().add(Parts.label(Texts.get("needs.none"), "note", "empty"));
            return box;
        }
        box.getChildren()
                .add(parts.tableHead(
                        Texts.count("needs.head", content.needs().size()), () -> table("needs", content.needs())));
        Gradual.fill(
                box,
                content.needs().stream()
                        .<Supplier<VBox>>map(need -> () -> row(need, need.input()))
                        .toList());
        return box;
    }

    VBox feeds() {
        VBox box = rows();
        if (content.feeds().isEmpty() && content.markets().isEmpty()) {
            box.getChildren().add(Parts.label(Texts.get("feeds.none"), "note", "empty"));
            return box;
        }
        box.getChildren()
                .add(parts.tableHead(
                        Texts.count(
                                "feeds.head",
                                content.feeds().size() + content.markets().size()),
                        () -> table("feeds", content.feeds())));
        List<Supplier<VBox>> rows = new ArrayList<>();
        content.feeds().forEach(use -> rows.add(() -> row(use, use.consumer())));
        content.markets().forEach(market -> rows.add(() -> row(market)));
        Gradual.fill(box, rows);
        return box;
    }

    private static VBox rows() {
        VBox box = new VBox();
        box.getStyleClass().add("rows");
        return box;
    }

    private VBox row(Dependency dependency, Good other) {
        OutputChip chip = new OutputChip();
        weekly.add(week -> chip.show(content.result().output(other, week)));
        Button name = new Button(other.shortName());
        name.getStyleClass().add("link-name");
        name.setMinWidth(0);
        name.setOnAction(event -> state.looking().select(Selection.of(other)));
        HBox head = Parts.row(6, name, Parts.grow(), chip);
        VBox all = new VBox(1, head);
        if (!dependency.role().isEmpty()) {
            all.getChildren().add(Parts.label(Wording.capitalised(dependency.role()), "note"));
        }
        HBox detail = new HBox(
                6,
                Parts.label(importance(dependency) + " · " + held(dependency), "note"),
                Parts.grow(),
                Parts.basis(dependency.stockWeeks().evidence()));
        all.getChildren().add(detail);
        all.getStyleClass().add("list-row");
        return all;
    }

    private VBox row(Market market) {
        OutputChip chip = new OutputChip();
        weekly.add(week -> chip.show(content.result().served(market, week)));
        Button name = new Button(market.name());
        name.getStyleClass().add("link-name");
        name.setMinWidth(0);
        name.setOnAction(event -> state.looking().select(Selection.of(market)));
        VBox all = new VBox(
                1,
                Parts.row(6, name, Parts.grow(), chip),
                Parts.label(Texts.get("feeds.market", market.function()), "note"));
        all.getStyleClass().add("list-row");
        return all;
    }

    private static String importance(Dependency dependency) {
        double lost = dependency.criticality().central();
        return Texts.get(lost >= ESSENTIAL ? "link.essential" : lost >= IMPORTANT ? "link.important" : "link.minor");
    }

    private static String held(Dependency dependency) {
        return switch (dependency.mode()) {
            case CONSUMED ->
                dependency.stockWeeks().high() > 0
                        ? Texts.get("link.stock", Wording.valueWithRange(dependency.stockWeeks()))
                        : Texts.get("link.noStock");
            case CAPITAL -> Texts.get("link.machine", Amounts.years(dependency.lifetimeYears()));
            case ACCESS -> Texts.get("link.access");
        };
    }

    private TableCopy table(String what, List<Dependency> dependencies) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Dependency d : dependencies) {
            boolean consumed = d.mode() == DependencyMode.CONSUMED;
            rows.add(new @Nullable Object[] {
                d.input().id(),
                d.consumer().id(),
                d.role(),
                d.mode().id(),
                d.criticality().central(),
                d.useShare().central(),
                consumed ? d.stockWeeks().low() : null,
                consumed ? d.stockWeeks().central() : null,
                consumed ? d.stockWeeks().high() : null,
                d.leadWeeks(),
                d.qualificationWeeks().central(),
                d.evidence().basis().id(),
                String.join(";", d.evidence().sources())
            });
        }
        return new TableCopy(
                content.result().dataset().id() + "-" + content.good().id() + "-" + what,
                List.of(
                        "input",
                        "consumer",
                        "role",
                        "mode",
                        "criticality",
                        "use_share",
                        "stock_weeks_low",
                        "stock_weeks",
                        "stock_weeks_high",
                        "lead_weeks",
                        "qualification_weeks",
                        "basis",
                        "source"),
                rows);
    }
}
