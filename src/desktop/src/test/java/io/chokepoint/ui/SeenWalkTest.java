package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was seen, beside the run of the default scenario, which holds what really happened. */
class SeenWalkTest {
    private static final String DEFAULT = "ree-licence-april-2025";
    private static Walk walk;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.in(Looks.open(Theme.LIGHT, 1280, 800, Optional.of(DEFAULT)));
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @BeforeEach
    void startAfresh() {
        walk.scenario(DEFAULT);
    }

    private static String spokenAt(int week) {
        return Toolkit.onUiThread(() -> {
            walk.state().looking().setWeek(week);
            return (String) walk.find("#timeline-track").queryAccessibleAttribute(AccessibleAttribute.VALUE_STRING);
        });
    }

    private static void select(String good) {
        Toolkit.doOnUiThread(
                () -> walk.state().looking().select(walk.state().findGood(good).orElseThrow()));
        Toolkit.settle();
    }

    @Test
    void linesThatStoppedAreMarkedBesideTheCurveOfCars() {
        assertThat(spokenAt(7)).contains("what was seen", "Swift lines stopped from 26 May");
        assertThat(spokenAt(120)).doesNotContain("what was seen");
        walk.looks().picture("seen-timeline");
    }

    @Test
    void exportsAreMarkedBesideTheCurveOfWhatIsExported() {
        select("dysprosium-oxide");

        assertThat(spokenAt(20)).contains("exports", "47–60");
    }

    @Test
    void marksGoWithTheRestrictionsThatTheyFollowedFrom() {
        Toolkit.doOnUiThread(() -> walk.state()
                .edit(
                        "fewer",
                        scenario -> scenario.withRestrictions(
                                scenario.restrictions().subList(5, 7))));
        walk.waitForRun();

        assertThat(spokenAt(7)).doesNotContain("what was seen");
        assertThat(Toolkit.onUiThread(() -> walk.state().seen())).isEmpty();
    }

    @Test
    void pricesInsideAndOutsideStandInThePriceTabWithTheirSources() {
        for (String good : List.of("yttrium-trade", "dysprosium-oxide")) {
            select(good);
            walk.waitFor("the price tab", () -> walk.isShown("#tab-price"));
            Toolkit.doOnUiThread(() -> ((ToggleButton) walk.find("#tab-price")).fire());
            walk.waitFor("prices seen", () -> walk.isShown("#price-seen"));
            walk.looks().picture("seen-" + good);

            Set<String> texts = Toolkit.onUiThread(() -> walk.find(".price-page").lookupAll(".label").stream()
                    .map(label -> ((Label) label).getText())
                    .collect(Collectors.toSet()));
            assertThat(texts)
                    .as(good)
                    .anyMatch(text -> text.contains(good.startsWith("y") ? "45–69 ×" : "0.97–1.1 ×")
                            && text.contains("Source: "));
        }
    }

    @Test
    void manyRunsGivePricesARangeOnBothSides() {
        select("dysprosium-oxide");
        Toolkit.doOnUiThread(() -> walk.state().many().run(40));
        walk.waitFor("the runs", () -> walk.state().many().result().isPresent());
        Toolkit.doOnUiThread(() -> ((ToggleButton) walk.find("#tab-price")).fire());
        walk.waitFor("the range", () -> walk.isShown("#price-range"));
        walk.looks().picture("price-range");

        assertThat(walk.text("#price-now"))
                .containsPattern("outside China .*in 8 of 10 runs.*inside China .*in 8 of 10");
        assertThat(Toolkit.onUiThread(() -> walk.find(".price-page").lookupAll(".label").stream()
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .anyMatch(text -> text.contains("times its usual price in 8 of 10 runs"));
    }
}
