package io.chokepoint.ui.explain;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.Drivers.Driver;
import io.chokepoint.ui.support.LeftOut;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The figures worth finding out, as bars from a middle line: to the right where a higher figure means more loss, to the left where
 * it means less. A thin line is the range of the correlation itself; bars that chance could have made are hollow.
 */
final class Tornado {
    private static final double BAR = 10;

    private final Parts parts;
    private final Dataset dataset;
    private final Drivers drivers;

    Tornado(Parts parts, Dataset dataset, Drivers drivers) {
        this.parts = parts;
        this.dataset = dataset;
        this.drivers = drivers;
    }

    VBox box() {
        VBox box = new VBox(6);
        box.setId("tornado");
        box.setMinWidth(0);
        box.getStyleClass().add("tornado");
        box.getChildren().add(Parts.label(Texts.get("drivers.title"), "strong", "group-title"));
        if (drivers.same()) {
            box.getChildren().add(Parts.label(Texts.get("drivers.same", drivers.runs()), "note"));
            return box;
        }
        box.getChildren().add(parts.tableHead(Texts.get("drivers.hint", drivers.runs()), this::table));
        drivers.top().forEach(driver -> box.getChildren().add(row(driver)));
        return box;
    }

    private TableCopy table() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Driver driver : drivers.top()) {
            Figure figure = driver.figure();
            rows.add(new @Nullable Object[] {
                figure.id(),
                driver.name(),
                driver.correlation(),
                driver.low(),
                driver.high(),
                driver.isClear(),
                figure.low(),
                figure.central(),
                figure.high(),
                figure.unit(),
                figure.evidence().basis().id(),
                String.join(";", figure.evidence().sources())
            });
        }
        return new TableCopy(
                "worth-finding-out",
                List.of(
                        "figure",
                        "what",
                        "correlation",
                        "correlation_low",
                        "correlation_high",
                        "clear",
                        "low",
                        "central",
                        "high",
                        "unit",
                        "basis",
                        "source"),
                rows,
                LeftOut.of("drivers", drivers.top().size(), drivers.all()));
    }

    private VBox row(Driver driver) {
        VBox row = new VBox(2);
        row.setMinWidth(0);
        row.getStyleClass().add("list-row");
        row.getChildren()
                .addAll(
                        Parts.label(driver.name(), "body"),
                        new Bar(driver),
                        Parts.row(
                                6,
                                Parts.label(Wording.valueWithRange(driver.figure()), "note"),
                                Parts.basis(driver.figure().evidence())));
        if (!driver.figure().evidence().sources().isEmpty()) {
            row.getChildren().add(parts.sources(driver.figure().evidence(), dataset));
        }
        row.setAccessibleText(driver.name() + ": " + words(driver));
        return row;
    }

    private static String words(Driver driver) {
        return Texts.get(
                driver.isClear() ? "drivers.clear" : "drivers.unclear",
                String.format(Locale.ROOT, "%+.2f", driver.correlation()));
    }

    /** One bar; laid out by hand, since its parts stand at parts of the width. */
    private static final class Bar extends Pane {
        private final Driver driver;
        private final Region middle = part("tornado-middle");
        private final Region bar;
        private final Region range = part("tornado-range");

        Bar(Driver driver) {
            this.driver = driver;
            this.bar = part(driver.isClear() ? "tornado-bar" : "tornado-bar-unclear");
            getStyleClass().add("tornado-track");
            setMinWidth(0);
            setMinHeight(BAR + 4);
            setPrefHeight(BAR + 4);
            getChildren().setAll(bar, range, middle);
        }

        private static Region part(String style) {
            Region region = new Region();
            region.getStyleClass().add(style);
            return region;
        }

        @Override
        protected void layoutChildren() {
            double zero = x(0);
            double end = x(driver.correlation());
            bar.resizeRelocate(Math.min(zero, end), 2, Math.max(2, Math.abs(end - zero)), BAR);
            range.resizeRelocate(
                    x(driver.low()), 2 + BAR / 2 - 0.5, Math.max(1, x(driver.high()) - x(driver.low())), 1);
            middle.resizeRelocate(zero, 0, 1, BAR + 4);
        }

        /** As wide as there is room; what it holds does not count. */
        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        private double x(double correlation) {
            return (correlation + 1) / 2 * getWidth();
        }
    }
}
