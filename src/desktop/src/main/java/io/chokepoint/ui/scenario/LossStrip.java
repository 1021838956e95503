package io.chokepoint.ui.scenario;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.GalleryRuns.StageLoss;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Typography;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/**
 * A scenario at a glance: one bar for each stage, upstream left, as long as the stage's worst loss and in its colour. Painted,
 * because a gallery of nodes for each bar would hold the UI thread.
 */
final class LossStrip extends Pane {
    private static final double HEIGHT = 24;
    private static final double GAP = 2;
    private static final double LEAST = 2;

    private final Palette palette;
    private final Canvas canvas = new Canvas();
    private List<StageLoss> stages = List.of();

    LossStrip(Palette palette) {
        this.palette = palette;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
        getChildren().add(canvas);
    }

    void show(List<StageLoss> of) {
        stages = of;
        String hit = of.stream()
                .filter(stage -> stage.hit() > 0)
                .map(stage -> Texts.get(
                        "gallery.stage",
                        stage.stage().name(),
                        Typography.output(stage.lowest()),
                        Texts.count("gallery.goods", stage.hit(), stage.goods())))
                .collect(Collectors.joining("\n"));
        String words = hit.isEmpty() ? Texts.get("gallery.noLoss") : Texts.get("gallery.stages") + "\n" + hit;
        Tooltip.install(this, CommandControls.tooltip(words));
        setAccessibleText(words);
        paint();
    }

    private void paint() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double width = (canvas.getWidth() + GAP) / Math.max(1, stages.size()) - GAP;
        for (int i = 0; i < stages.size(); i++) {
            double lowest = stages.get(i).lowest();
            LossStep step = LossStep.ofOutput(lowest);
            double height = Math.max(LEAST, Math.rint(Math.clamp(1 - lowest, 0, 1) * canvas.getHeight()));
            double left = Math.rint(i * (width + GAP));
            double right = Math.rint(i * (width + GAP) + width);
            graphics.setFill(
                    step == LossStep.NONE
                            ? palette.border()
                            : palette.lossFill().get(step.ordinal()));
            graphics.fillRect(left, canvas.getHeight() - height, right - left, height);
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }
}
