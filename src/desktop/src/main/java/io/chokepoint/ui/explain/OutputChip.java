package io.chokepoint.ui.explain;

import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Typography;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** An output in per cent on the colour of its loss; a gain is marked ▲. */
final class OutputChip extends Label {
    private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");
    private static final double GAIN = 1.005;

    OutputChip() {
        getStyleClass().add("inspector-chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /** Framed rather than filled: the good only sells less, as in the graph. */
    void showSellsLess(boolean less) {
        pseudoClassStateChanged(LESS, less);
    }

    void show(double output) {
        boolean gain = output > GAIN;
        setText((gain ? "▲ " : "") + Typography.output(output));
        getStyleClass().removeIf(name -> name.startsWith("loss-") || name.equals("gain"));
        getStyleClass().add(gain ? "gain" : "loss-" + LossStep.ofOutput(output).ordinal());
    }
}
