package io.chokepoint.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Tone INK = Tone.of(0);
    private static final TextMeasure MEASURE = (text, size, semibold) -> text.length() * size * 0.6;

    @Test
    void wordsOfAnAxisNeverLieOnEachOther() {
        for (double width = 90; width < 900; width += 37) {
            for (int weeks : new int[] {1, 2, 14, 53, 104, 157, 520}) {
                for (double highest : new double[] {1, 1.1, 1.5, 3}) {
                    Picture.Builder out = new Picture.Builder();
                    CurvePlot plot = new CurvePlot(34, width, 8, 76, weeks, ValueScale.of(0.3, highest));
                    new Chart(out, plot).values("", INK, INK).weeks(110, INK);

                    List<Outline.Bounds> words = words(out);
                    for (int i = 0; i < words.size(); i++) {
                        for (int j = 0; j < i; j++) {
                            assertThat(words.get(i).intersects(words.get(j)))
                                    .as("%s on %s, %.0f px, %d weeks", words.get(i), words.get(j), width, weeks)
                                    .isFalse();
                        }
                    }
                }
            }
        }
    }

    @Test
    void theAxisNamesFirstAndLastWeekAndBaseline() {
        Picture.Builder out = new Picture.Builder();
        new Chart(out, new CurvePlot(34, 300, 8, 76, 157, new ValueScale(0, 1.1)))
                .values("", INK, INK)
                .weeks(110, INK);

        assertThat(out.build("", 340, 112, Tone.CLEAR).texts())
                .contains("0", "52", "104", "week 156", "100", "50")
                .doesNotContain("110");
    }

    @Test
    void aCurveABandAndADotLieOnTheSameScale() {
        CurvePlot plot = new CurvePlot(10, 100, 0, 50, 11, new ValueScale(0, 1));
        double[] values =
                IntStream.rangeClosed(0, 10).mapToDouble(week -> week / 10.0).toArray();
        Picture.Builder out = new Picture.Builder();
        new Chart(out, plot)
                .band(values, values, INK)
                .curve(values, Line.of(INK, 1))
                .dot(5, 0.5, 2, INK);

        assertThat(out.build("", 120, 50, Tone.CLEAR).marks())
                .extracting(mark -> ((Mark.Shape) mark).outline().bounds())
                .containsExactly(
                        new Outline.Bounds(10, 0, 100, 50),
                        new Outline.Bounds(10, 0, 100, 50),
                        new Outline.Bounds(58, 23, 4, 4));
    }

    @Test
    void withoutARangeThereIsNoBand() {
        Picture.Builder out = new Picture.Builder();
        new Chart(out, new CurvePlot(0, 10, 0, 10, 3, new ValueScale(0, 1))).band(new double[0], new double[0], INK);

        assertThat(out.build("", 10, 10, Tone.CLEAR).marks()).isEmpty();
    }

    private static List<Outline.Bounds> words(Picture.Builder out) {
        return out.build("", 1000, 120, Tone.CLEAR).marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .map(text -> {
                    double width = MEASURE.width(text.text(), text.size(), false);
                    double left = text.x()
                            - switch (text.align()) {
                                case START -> 0;
                                case MIDDLE -> width / 2;
                                case END -> width;
                            };
                    return new Outline.Bounds(left, text.y() - text.size(), width, text.size());
                })
                .toList();
    }
}
