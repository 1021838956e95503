package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.PriceContent;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The price over time beside the output, and what the run says of it in words. */
final class PricePage {
    private final Parts parts;
    private final Weekly weekly;
    private final PriceContent content;
    private final ObservableValue<Palette> palette;
    private final boolean median;

    /** @param median whether prices are the middle of many runs rather than those of the run at central figures */
    PricePage(Parts parts, Weekly weekly, PriceContent content, ObservableValue<Palette> palette, boolean median) {
        this.median = median;
        this.parts = parts;
        this.weekly = weekly;
        this.content = content;
        this.palette = palette;
    }

    /** @param name of the file in which the lines are saved, without an ending */
    VBox page(String name) {
        PriceChart chart = new PriceChart(content.lines(), content.seen(), content.outputTitle());
        chart.setId("price-chart");
        chart.paletteProperty().bind(palette);
        weekly.add(week -> chart.weekProperty().set(week));
        Label now = Parts.label("", "note");
        now.setId("price-now");
        weekly.add(week -> now.setText(Parts.screen(now(week))));
        chart.accessibleTextProperty().bind(now.textProperty());
        VBox box = new VBox(8, parts.tableHead(Texts.get("price.head"), () -> table(name)), chart, now);
        box.getStyleClass().add("price-page");
        if (content.lines().stream().anyMatch(line -> line.range().isPresent())) {
            Label range = Parts.label(Texts.get(median ? "price.middle" : "price.central"), "note");
            range.setId("price-range");
            box.getChildren().add(range);
        }
        if (!content.seen().isEmpty()) {
            Label head = Parts.label(Texts.get("price.seen"), "label-small", "strong");
            head.setId("price-seen");
            box.getChildren().add(head);
            content.seen().forEach(mark -> box.getChildren().add(Parts.label(mark.text(), "note")));
        }
        content.sentences().forEach(sentence -> box.getChildren().add(Parts.label(sentence, "body")));
        return box;
    }

    /** "Week 40: outside China 12 times the usual price, inside China 1." */
    private String now(int week) {
        return Texts.get(
                "price.now",
                week,
                content.lines().stream()
                        .map(line -> {
                            double price = line.price()[Math.min(week, line.price().length - 1)];
                            return Double.isNaN(price)
                                    ? Texts.get("price.now.none", line.name())
                                    : Texts.get("price.now.line", line.name(), Amounts.number(price))
                                            + line.range()
                                                    .map(range -> range(range, week))
                                                    .orElse("");
                        })
                        .collect(Collectors.joining(", ")));
    }

    private static String range(PriceChart.Range range, int week) {
        int at = Math.min(week, range.low().length - 1);
        double low = range.low()[at];
        double high = range.high()[at];
        return Double.isFinite(low) && Double.isFinite(high)
                ? " " + Texts.get("price.now.range", Amounts.number(low), Amounts.number(high))
                : "";
    }

    private TableCopy table(String name) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PriceChart.Series line : content.lines()) {
            for (int week = 0; week < line.price().length; week++) {
                double price = line.price()[week];
                rows.add(new @Nullable Object[] {
                    week, line.name(), Double.isNaN(price) ? null : price, line.output()[week]
                });
            }
        }
        return new TableCopy(name + "-prices", List.of("week", "where", "price", "output"), rows);
    }
}
