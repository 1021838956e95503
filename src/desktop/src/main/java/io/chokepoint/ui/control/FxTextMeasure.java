package io.chokepoint.ui.control;

import io.chokepoint.export.picture.TextMeasure;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.text.Text;

/** Measures text in the fonts in which {@link PicturePainter} paints; remembers the last widths. Any thread may ask, so that names can be measured before they are drawn. */
public final class FxTextMeasure implements TextMeasure {
    private static final int REMEMBERED = 4000;

    private final Text text = new Text();
    private final Map<Key, Double> widths = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(String text, double size, boolean semibold) {}

    @Override
    public synchronized double width(String of, double size, boolean semibold) {
        return widths.computeIfAbsent(new Key(of, size, semibold), key -> {
            text.setFont(PicturePainter.font(size, semibold));
            text.setText(of);
            Bounds bounds = text.getLayoutBounds();
            return bounds.getWidth();
        });
    }
}
