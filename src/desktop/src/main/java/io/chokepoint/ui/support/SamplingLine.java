package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How far the runs with drawn figures are, of one scenario or of two, and a way to stop them; there while they are under way. */
public final class SamplingLine extends HBox {
    private final List<StudyState> states;

    public SamplingLine(List<StudyState> states) {
        super(8);
        this.states = List.copyOf(states);
        setAlignment(Pos.TOP_RIGHT);
        getStyleClass().add("sampling-line");
        Observable[] heard = states.stream()
                .<Observable>mapMulti((state, all) -> {
                    all.accept(state.many().runningProperty());
                    all.accept(state.many().progressProperty());
                })
                .toArray(Observable[]::new);
        Label done = new Label();
        done.setId("sampling");
        done.getStyleClass().add("label-small");
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.textProperty().bind(Bindings.createStringBinding(this::words, heard));
        Button stop = new Button(Texts.get("samples.stop"));
        stop.setId("sampling-stop");
        stop.getStyleClass().add("link");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(event -> this.states.forEach(state -> state.many().stop()));
        getChildren().setAll(done, stop);
        visibleProperty().bind(Bindings.createBooleanBinding(this::isUnderWay, heard));
        managedProperty().bind(visibleProperty());
    }

    private boolean isUnderWay() {
        return states.stream().anyMatch(state -> state.many().runningProperty().get());
    }

    /** E.g. "320 of 1,000 runs"; of two scenarios both together. */
    private String words() {
        long done = 0;
        long total = 0;
        for (StudyState state : states) {
            ManyRuns many = state.many();
            UiTasks.Progress progress = many.progressProperty().get();
            if (many.runningProperty().get() || many.result().isPresent()) {
                done += progress != null
                        ? progress.done()
                        : many.runningProperty().get() ? 0 : many.wanted();
                total += progress == null ? many.wanted() : progress.total();
            }
        }
        return Texts.get("samples.progress", Amounts.count(done), Amounts.count(total));
    }
}
