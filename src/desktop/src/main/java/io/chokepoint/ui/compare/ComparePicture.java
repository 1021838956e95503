package io.chokepoint.ui.compare;

import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.StudyState;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** A comparison as it leaves the window: A's picture above B's, each under its scenario's title, or that of what differs. */
final class ComparePicture {
    private static final double HEAD = 28;
    private static final double MARGIN = 12;

    private final Comparison comparison;
    private final Supplier<Region> viewA;
    private final Supplier<Region> viewB;
    private final ObservableValue<Palette> palette;

    ComparePicture(
            Comparison comparison, Supplier<Region> viewA, Supplier<Region> viewB, ObservableValue<Palette> palette) {
        this.comparison = comparison;
        this.viewA = viewA;
        this.viewB = viewB;
        this.palette = palette;
    }

    /** Empty where a view has no picture. */
    Optional<Picture> picture() {
        Optional<Picture> a = picture(viewA.get());
        if (comparison.differenceOnlyProperty().get()) {
            return a.map(only ->
                    stack(Texts.get("compare.picture.difference", title(comparison.b()), title(comparison.a())), only));
        }
        return a.flatMap(upper -> picture(viewB.get())
                .map(lower -> stack("A: " + title(comparison.a()), upper, "B: " + title(comparison.b()), lower)));
    }

    private static Optional<Picture> picture(Region view) {
        return view instanceof Pictured pictured ? pictured.picture() : Optional.empty();
    }

    private static String title(StudyState state) {
        return state.scenario().map(Scenario::title).orElse("");
    }

    private Picture stack(String head, Picture only) {
        Picture.Builder out = new Picture.Builder();
        head(out, head, 0);
        out.add(only, 0, HEAD);
        return out.build(head, only.width(), only.height() + HEAD, background());
    }

    private Picture stack(String headA, Picture a, String headB, Picture b) {
        Picture.Builder out = new Picture.Builder();
        head(out, headA, 0);
        out.add(a, 0, HEAD);
        double below = a.height() + HEAD;
        head(out, headB, below);
        out.add(b, 0, below + HEAD);
        return out.build(headA + "; " + headB, Math.max(a.width(), b.width()), below + HEAD + b.height(), background());
    }

    private void head(Picture.Builder out, String text, double top) {
        Tone tone = Tones.of(palette.getValue().text());
        out.text(MARGIN, top + HEAD - 9, text, 13, true, tone, Mark.Align.START);
    }

    private Tone background() {
        return Tones.of(palette.getValue().background());
    }
}
