package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.CountrySales;
import io.chokepoint.ui.explain.InspectorContent.GoodSales;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who loses sales, country by country, the restricting one included; gains are marked. */
final class SalesPage {
    /** Goods listed for a country before the rest is counted. */
    private static final int NAMED = 3;

    private final Parts parts;
    private final StudyState state;
    private final SimulationResult result;
    private final List<CountrySales> sales;

    SalesPage(Parts parts, StudyState state, SimulationResult result, List<CountrySales> sales) {
        this.parts = parts;
        this.state = state;
        this.result = result;
        this.sales = sales;
    }

    /** Of the whole run: under each country the goods it sells less or more of; only the countries in sight are made. */
    Region ofRun() {
        VBox head = new VBox(parts.tableHead(Texts.count("sales.head", sales.size()), this::table));
        head.getStyleClass().add("list-top");
        if (sales.isEmpty()) {
            head.getChildren().add(Parts.label(Texts.get("sales.none"), "note", "empty"));
            return head;
        }
        ListView<CountrySales> list = new ListView<>(FXCollections.observableArrayList(sales));
        list.getStyleClass().addAll("row-list", "edge-to-edge");
        list.setAccessibleText(Texts.get("tab.sales"));
        list.setCellFactory(unused -> new CountryCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(head, list);
    }

    private final class CountryCell extends ListCell<CountrySales> {
        CountryCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable CountrySales country, boolean empty) {
            super.updateItem(country, empty);
            setGraphic(empty || country == null ? null : row(country));
        }
    }

    private VBox row(CountrySales country) {
        VBox row = new VBox(1, countryName(country));
        country.goods().stream().limit(NAMED).forEach(good -> row.getChildren().add(goodLine(good)));
        if (country.goods().size() > NAMED) {
            row.getChildren()
                    .add(Parts.label(Texts.count("sales.more", country.goods().size() - NAMED), "note"));
        }
        row.getStyleClass().add("list-row");
        return row;
    }

    /** Of one good: a line a country. */
    VBox ofOneGood() {
        VBox box = new VBox(2);
        box.getChildren().add(parts.tableHead(Texts.get("sales.ofGood"), this::table));
        for (CountrySales country : sales) {
            double weeks =
                    country.goods().stream().mapToDouble(GoodSales::weeks).sum();
            HBox line = Parts.row(6, countryName(country), Parts.grow(), amount(weeks));
            box.getChildren().add(line);
        }
        box.getStyleClass().add("sales");
        return box;
    }

    private static HBox countryName(CountrySales country) {
        Label name = Parts.line(Countries.name(country.country()), "strong");
        if (!country.restricts()) {
            return Parts.row(6, name);
        }
        Label mark = new Label(Texts.get("sales.restricts"));
        mark.getStyleClass().add("ink-mark");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return Parts.row(6, name, mark);
    }

    private HBox goodLine(GoodSales sale) {
        Button name = new Button(sale.good().shortName());
        name.getStyleClass().addAll("link-name", "plain");
        name.setMinWidth(0);
        name.setOnAction(event -> state.looking().select(Selection.of(sale.good())));
        return Parts.row(6, name, Parts.grow(), amount(sale.weeks()));
    }

    private static Label amount(double weeks) {
        boolean gain = weeks < 0;
        Label label = new Label(gain ? "▲ +" + Amounts.weeks(-weeks) : "−" + Amounts.weeks(weeks));
        label.getStyleClass().addAll("note", gain ? "gained" : "lost");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private TableCopy table() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CountrySales country : sales) {
            for (GoodSales good : country.goods()) {
                rows.add(new @Nullable Object[] {
                    country.country(),
                    country.restricts(),
                    good.good().id(),
                    good.good().name(),
                    good.weeks()
                });
            }
        }
        return new TableCopy(
                result.scenario().id() + "-sales-lost",
                List.of("country", "restricts", "good", "name", "sales_lost_weeks_of_world_output"),
                rows);
    }
}
