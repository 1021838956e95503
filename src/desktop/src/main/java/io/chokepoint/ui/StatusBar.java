package io.chokepoint.ui;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.ShippedData;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.scenario.ScenarioFiles;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Dataset, counts, run time, faults. */
final class StatusBar extends HBox {
    private final StudyState state;
    private final Label dataset = new Label();
    private final Label counts = new Label();
    private final Label run = new Label();

    StatusBar(UiContext context, DatasetOpener opener, ScenarioFiles files) {
        this.state = context.state();
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Button faults = new Button();
        faults.getStyleClass().add("link");
        faults.setOnAction(event -> context.commands().run(Command.PROBLEMS));
        opener.reportProperty().subscribe(report -> {
            boolean any = report != null && !report.problems().isEmpty();
            faults.setVisible(any);
            faults.setManaged(any);
            if (report != null) {
                faults.setText(Texts.count("faults.errors", report.errors()) + ", "
                        + Texts.count("faults.warnings", report.warnings()));
            }
        });
        Label saved = new Label();
        saved.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> saved(files), files.savedAtProperty(), state.unsavedProperty()));
        // What was done with the run is the longest and is cut first; what is not saved is never cut.
        dataset.setMinWidth(Region.USE_PREF_SIZE);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        faults.setMinWidth(Region.USE_PREF_SIZE);
        saved.setMinWidth(Region.USE_PREF_SIZE);
        saved.setId("saved");
        getChildren().setAll(dataset, counts, run, spring, faults, saved);
        state.dataProperty().subscribe(data -> show());
        state.resultProperty().subscribe(result -> show());
        state.runNanosProperty().subscribe(nanos -> show());
        state.workProperty().subscribe(work -> show());
        state.many().resultProperty().subscribe(drawn -> show());
    }

    private String saved(ScenarioFiles files) {
        if (state.unsavedProperty().get()) {
            return Texts.get("status.unsaved");
        }
        String at = files.savedAtProperty().get();
        return at.isEmpty() ? "" : Texts.get("status.savedAt", at);
    }

    /** How many runs it took, and how well their middle and range are known, where they are enough to tell. */
    private String withRuns(String central) {
        MonteCarloResult drawn = state.many().result().orElse(null);
        if (drawn == null) {
            return central;
        }
        String runs = Texts.count("status.runCount", drawn.runs());
        return drawn.tellsPrecision()
                ? Texts.get(
                        drawn.isGoodEnough() ? "status.runs" : "status.allRuns",
                        central,
                        runs,
                        Texts.get("status.points", Amounts.percentNumber(drawn.bandError())))
                : Texts.get("status.fewRuns", central, runs);
    }

    private void show() {
        dataset.setText(state.data()
                .map(data -> Texts.get("status.dataset", data.dataset().id(), copy(data.folder())))
                .orElse(Texts.get("status.none")));
        dataset.setTooltip(CommandControls.tooltip(state.data()
                .map(data -> data.folder().toAbsolutePath().toString())
                .orElse(Texts.get("status.none"))));
        counts.setText(state.data().map(StatusBar::counts).orElse(""));
        run.setText(state.result()
                .map(result -> withRuns(Texts.get(
                        "status.run",
                        state.workProperty().get() != null
                                        && !state.workProperty().get().figures().isEmpty()
                                ? Texts.get("status.ownFigures")
                                : Texts.get("status.central"),
                        Amounts.weeks(result.weeks()),
                        Math.max(
                                1,
                                TimeUnit.NANOSECONDS.toMillis(
                                        state.runNanosProperty().get())))))
                .orElse(""));
        run.setTooltip(run.getText().isEmpty() ? null : CommandControls.tooltip(run.getText()));
    }

    /** Which of the datasets of that name: the one that came with the program, or the folder. */
    private static String copy(Path folder) {
        if (ShippedData.isShipped(folder)) {
            return Texts.get("status.shipped");
        }
        Path whole = folder.normalize();
        int names = whole.getNameCount();
        return Texts.get("status.folder", names <= 2 ? whole : whole.subpath(names - 2, names));
    }

    private static String counts(DataPackage data) {
        return Texts.get(
                "status.counts",
                Texts.count("status.goods", data.dataset().goods().size()),
                Texts.count("status.dependencies", data.dataset().dependencies().size()));
    }
}
