package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.result.VendorShares;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Sparkline;
import io.chokepoint.ui.explain.InspectorContent.OfMarket;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Whose products a market gets over time. */
final class VendorsPage {
    private final Parts parts;
    private final StudyState state;
    private final Weekly weekly;
    private final OfMarket content;
    private final ObservableValue<Palette> palette;

    VendorsPage(Parts parts, StudyState state, Weekly weekly, OfMarket content, ObservableValue<Palette> palette) {
        this.parts = parts;
        this.state = state;
        this.weekly = weekly;
        this.content = content;
        this.palette = palette;
    }

    VBox page() {
        VBox box = new VBox();
        box.getStyleClass().add("rows");
        if (content.vendors().isEmpty()) {
            box.getChildren().add(Parts.label(Texts.get("vendors.none"), "note", "empty"));
            return box;
        }
        VendorShares vendors = content.vendors().get();
        box.getChildren()
                .add(parts.tableHead(
                        Texts.count("vendors.head", vendors.vendors().size()), () -> table(vendors)));
        Gradual.fill(
                box,
                IntStream.range(0, vendors.vendors().size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(
                                v -> -max(vendors.shares().get(v))))
                        .<Supplier<VBox>>map(v -> () ->
                                row(vendors.vendors().get(v), vendors.shares().get(v)))
                        .toList());
        return box;
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    private VBox row(Activity vendor, double[] shares) {
        Button name = new Button(vendor.good().shortName());
        name.getStyleClass().add("link-name");
        name.setMinWidth(0);
        name.setOnAction(event -> state.looking().select(Selection.of(vendor)));
        Label now = new Label();
        now.getStyleClass().add("strong");
        now.setMinWidth(Region.USE_PREF_SIZE);
        weekly.add(week -> now.setText(Amounts.percent(shares[Math.min(week, shares.length - 1)])));
        Sparkline line = new Sparkline(shares, Math.max(max(shares), 0.01));
        line.colourProperty().bind(palette.map(Palette::text));
        line.markColourProperty().bind(palette.map(Palette::accent));
        weekly.add(week -> line.weekProperty().set(week));
        line.setMinWidth(90);
        Label first =
                Parts.label(Texts.get("vendors.first", vendor.provider().name(), Amounts.percent(shares[0])), "note");
        VBox row = new VBox(1, Parts.row(6, name, Parts.grow(), now), Parts.row(8, first, Parts.grow(), line));
        row.getStyleClass().add("list-row");
        return row;
    }

    private TableCopy table(VendorShares vendors) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int v = 0; v < vendors.vendors().size(); v++) {
            Activity vendor = vendors.vendors().get(v);
            double[] shares = vendors.shares().get(v);
            for (int week = 0; week < shares.length; week++) {
                rows.add(new @Nullable Object[] {
                    week, vendor.good().id(), vendor.provider().id(), shares[week]
                });
            }
        }
        return new TableCopy(
                content.result().scenario().id() + "-" + content.market().id() + "-vendors",
                List.of("week", "product", "maker", "share"),
                rows);
    }
}
