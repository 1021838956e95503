package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.GoodValue;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.ui.models.ModelsView;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four models side by side on the small network. */
class ModelsTest {
    @TempDir
    private Path folder;

    @Test
    void theTableHoldsWhatEachModelSaysAlone() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context(worth());
            TableCopy table = models(context).table().orElseThrow();
            SimulationResult ario = (SimulationResult)
                    ModelRegistry.PROGRAM.runner(worth(), "ario").answer(SmallRun.scenario(), RunMonitor.NONE);
            int good = table.columns().indexOf("good");
            int lowest = table.columns().indexOf("ario");
            int lost = table.columns().indexOf("lost_output_weeks_ario");

            assertThat(table.columns()).contains("weekly", "ario", "inoue_todo", "esri", "difference");
            assertThat(table.rows()).isNotEmpty();
            for (Object[] row : table.rows()) {
                ario.dataset().goods().stream()
                        .filter(one -> one.shortName().equals(row[good]))
                        .findFirst()
                        .ifPresent(one -> {
                            assertThat((Double) row[lowest])
                                    .isEqualTo(ario.outcome(one).trough());
                            assertThat((Double) row[lost])
                                    .isEqualTo(ario.outcome(one).lostOutputWeeks());
                        });
            }
        });
    }

    @Test
    void theFirstSentenceSaysWhereTheyAgreeAndTheNextWhatMakesTheDifference() {
        Toolkit.doOnUiThread(() -> {
            Label sentence = (Label) models(context(worth())).lookup("#models-sentence");

            assertThat(sentence.getText()).contains(" of the ").contains("ARIO").contains("ESRI");
        });
    }

    @Test
    void theAssumptionsOfTheChosenGoodAddUpToItsGap() {
        Toolkit.doOnUiThread(() -> {
            ModelsView view = models(context(worth()));
            TableView<?> answers = (TableView<?>) view.lookup("#models-table");
            answers.getSelectionModel().selectFirst();
            TableCopy said = view.table().orElseThrow();
            Object[] first = said.rows().getFirst();
            double gap = (Double) first[said.columns().indexOf("ario")]
                    - (Double) first[said.columns().indexOf("weekly")];

            ((ToggleButton) view.lookup("#models-show-assumptions")).fire();
            TableCopy table = view.table().orElseThrow();
            int explained = table.columns().indexOf("explained");
            double sum = table.rows().stream()
                    .filter(row -> "ARIO".equals(row[0]))
                    .mapToDouble(row -> (Double) row[explained])
                    .sum();

            assertThat(table.rows()).extracting(row -> row[0]).contains("ARIO", "Inoue–Todo", "ESRI");
            assertThat(sum).isEqualTo(gap, within(1e-8));
            assertThat(view.picture()).isPresent();
        });
    }

    @Test
    void withoutValuesItSaysWhyOnlyTheWeeklyModelCanAnswer() {
        Toolkit.doOnUiThread(() -> {
            ModelsView view = models(context(SmallRun.data()));

            assertThat(view.lookupAll(".label").stream()
                            .map(node -> ((Labeled) node).getText())
                            .toList())
                    .anySatisfy(text ->
                            assertThat(text).contains("Only the weekly model").contains("values.csv"));
            assertThat(view.table()).isEmpty();
            assertThat(view.picture()).isEmpty();
        });
    }

    /** The small chain with goods that are worth something. */
    static DataPackage worth() {
        Dataset small = SmallRun.data().dataset();
        List<GoodValue> values = small.goods().stream()
                .map(good -> new GoodValue(
                        good,
                        figure("values/" + good.id() + "/value", 100),
                        figure("values/" + good.id() + "/other_tolerance", 4),
                        ""))
                .toList();
        return new DataPackage(
                Path.of("small"),
                small.toBuilder().values(values).build(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(),
                List.of());
    }

    private static Figure figure(String id, double value) {
        return Figure.point(id, value, "US$ million a year", Evidence.assumption(""));
    }

    private UiContext context(DataPackage data) {
        Fonts.load();
        StudyState state = new StudyState(PanelStage.tasks(), Engine::of);
        state.openData(data);
        state.openScenario(SmallRun.scenario());
        return PanelStage.context(state, Theme.LIGHT, folder, link -> {});
    }

    private static ModelsView models(UiContext context) {
        context.state().looking().viewProperty().set(ViewKind.MODELS);
        ModelsView view = new ModelsView(context);
        Scene scene = new Scene(new HBox(view, view.side()), 1280, 800);
        context.theme().style(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return view;
    }
}
