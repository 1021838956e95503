package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.PriceSides;
import io.chokepoint.model.Good;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.PriceAnswer;
import io.chokepoint.study.VendorShift;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.ViewKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices and money in the window of the shipped dataset: where they are read, and how who can pay is served. */
class PriceWalkTest {
    private static Walk walk;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1280, 800);
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @BeforeEach
    void startAfresh() {
        Toolkit.doOnUiThread(() -> walk.state().looking().viewProperty().set(ViewKind.GRAPH));
        walk.scenario(Looks.CASCADE);
    }

    private static SimulationResult result() {
        return Toolkit.onUiThread(() -> walk.state().result().orElseThrow());
    }

    private static RunPrices prices() {
        return result().prices().orElseThrow();
    }

    /** The good of two sides that gets dearest outside. */
    private static Good dearest() {
        PriceSides sides = PriceSides.of(result().dataset(), result().restrictedMakers());
        return result().dataset().goods().stream()
                .filter(good -> sides.inside(good).isPresent())
                .max(Comparator.comparingDouble(good -> RunPrices.highest(prices().price(good))))
                .orElseThrow();
    }

    private static List<String> shownTexts(String selector) {
        return Toolkit.onUiThread(() -> walk.find(selector).lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    @Test
    void theAnswerBarSaysTheMoneyThatTheCommandLineSays() {
        String lost = Dollars.brief(prices().money().valueAddedLost());
        String answer = walk.read("#fact-how-much", node -> node.getAccessibleText());
        String tooltip =
                walk.read("#fact-how-much", node -> ((Button) node).getTooltip().getText());

        assertThat(answer).contains("Value added lost: ", " a year, " + lost + " in ");
        assertThat(Dollars.of(prices().money().valueAddedLost()))
                .isEqualTo(lost.replace(" bn", " billion").replace(" m", " million"));
        assertThat(PriceAnswer.of(result()).orElseThrow().sentences()).anyMatch(tooltip::contains);
        assertThat(tooltip).contains("derived for", "an assumption for");
    }

    @Test
    void aGoodShowsItsPriceInsideAndOutside() {
        Good good = dearest();
        Toolkit.doOnUiThread(() -> walk.state().looking().select(good));
        walk.waitFor("the price tab", () -> walk.isShown("#tab-price"));
        Toolkit.doOnUiThread(() -> ((ToggleButton) walk.find("#tab-price")).fire());
        Toolkit.settle();

        assertThat(walk.text("#price-now")).contains("outside China", "inside China");
        assertThat(shownTexts("#inspector"))
                .containsAll(PriceAnswer.of(result(), good).stream()
                        .map(Typography::thin)
                        .toList());

        int highest = RunPrices.highestWeek(prices().price(good));
        Toolkit.doOnUiThread(() -> walk.state().looking().setWeek(highest));
        assertThat(walk.text("#price-now")).startsWith("Week " + highest + ":");
    }

    @Test
    void aMarketSaysWhoSellsInstead() {
        VendorShift moved = VendorShift.of(result()).stream()
                .filter(VendorShift::isMoved)
                .findFirst()
                .orElseThrow();
        Toolkit.doOnUiThread(() -> walk.state().looking().select(Selection.of(moved.market())));
        walk.waitFor("the vendors", () -> walk.isShown("#tab-vendors"));
        Toolkit.doOnUiThread(() -> ((ToggleButton) walk.find("#tab-price")).fire());
        Toolkit.settle();

        assertThat(shownTexts("#inspector")).contains(Typography.thin(moved.sentence()));
    }

    @Test
    void theTableHoldsPricesAndIsCopiedWithThem() {
        Toolkit.doOnUiThread(() -> walk.state().looking().viewProperty().set(ViewKind.TABLE));
        Toolkit.settle();

        TableCopy copy = Toolkit.onUiThread(
                () -> ((Pictured) walk.find(".run-table")).table().orElseThrow());
        List<String> columns = copy.columns();
        Good first = Toolkit.onUiThread(
                () -> walk.state().answer().orElseThrow().hit().getFirst());
        Object[] row = copy.rows().getFirst();

        assertThat(row[columns.indexOf("highest_price")]).isEqualTo(RunPrices.highest(prices().price(first)));
        assertThat(row[columns.indexOf("highest_price_week")]).isEqualTo(RunPrices.highestWeek(prices().price(first)));
        assertThat(row[columns.indexOf("sales_lost_musd")])
                .isEqualTo(prices().money(first).salesLost());
    }

    private static boolean isMoneyChosen() {
        return Toolkit.onUiThread(() -> ((ToggleButton) walk.find("#map-MONEY")).isSelected());
    }

    @Test
    void howMuchLeadsToTheMapInMoney() {
        walk.click("#fact-how-much");

        assertThat(Toolkit.onUiThread(
                        () -> walk.state().looking().viewProperty().get()))
                .isEqualTo(ViewKind.MAP);
        // The choice follows the map, which is worked out off the UI thread.
        walk.waitFor("the map in money", PriceWalkTest::isMoneyChosen);
        walk.click("#map-SALES");
        walk.click("#fact-how-much");
        walk.waitFor("the map in money again", PriceWalkTest::isMoneyChosen);
        walk.click("#map-SALES");
    }

    @Test
    void theMapColoursByMoney() {
        Toolkit.doOnUiThread(() -> walk.state().looking().viewProperty().set(ViewKind.MAP));
        Toolkit.settle();
        walk.click("#map-MONEY");

        double china = prices().moneyByCountry().get("CHN").valueAddedLost();
        assertThat(shownTexts("#country-list")).contains("China", Dollars.brief(Math.abs(china)));
    }

    @Test
    void whoCanPayIsServedAndThatIsUndone() {
        walk.run(Command.DRAWER);
        MenuButton choice = Toolkit.onUiThread(() -> (MenuButton) walk.find("#rationing"));
        Set<String> offered =
                choice.getItems().stream().map(item -> item.getId()).collect(Collectors.toSet());
        assertThat(offered).contains("rationing-price", "rationing-priority", "rationing-domestic-first");
        Optional<RationingRule> before =
                Toolkit.onUiThread(() -> walk.state().scenario().orElseThrow().rationing());

        Toolkit.doOnUiThread(() -> choice.getItems().stream()
                .filter(item -> "rationing-price".equals(item.getId()))
                .forEach(item -> item.fire()));
        walk.waitForRun();

        assertThat(prices().servedByPrice()).isTrue();
        assertThat(Toolkit.onUiThread(() -> walk.state().undoNameProperty().get()))
                .isEqualTo("Serve: Who can pay");
        assertThat(walk.text("#rationing")).isEqualTo("Who can pay");

        Toolkit.doOnUiThread(() -> walk.state().undo());
        walk.waitForRun();
        assertThat(Toolkit.onUiThread(
                        () -> walk.state().scenario().orElseThrow().rationing()))
                .isEqualTo(before);
        assertThat(prices().servedByPrice()).isFalse();
        walk.run(Command.DRAWER);
    }
}
