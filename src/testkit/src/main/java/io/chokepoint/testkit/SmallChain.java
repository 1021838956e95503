package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A chain over eight countries with two chips, and China's ban on an oxide: small, and it never changes. */
public final class SmallChain {
    public static final int WEEKS = 80;

    private SmallChain() {}

    public static Scenario scenario() {
        return scenario(Figure.point("leak", 0.2, "part", Evidence.assumption("made up")));
    }

    /** @param leak what gets through in spite of the ban */
    public static Scenario scenario(Figure leak) {
        Scenario plain = Scenario.adHoc(WEEKS, List.of(ban(leak)));
        return new Scenario(
                plain.id(),
                "A ban on oxide",
                "",
                "",
                Optional.of(LocalDate.of(2026, 1, 5)),
                WEEKS,
                Optional.empty(),
                plain.restrictions(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Restriction ban(Figure leak) {
        try {
            return RestrictionKinds.EXPORT_BAN.on(
                    new Restriction.Terms(
                            List.of(SelectorParser.parse("good:oxide country:CHN to:!CHN")),
                            Optional.empty(),
                            new Period(4, 60, 0),
                            "",
                            ""),
                    leak);
        } catch (SelectorParser.SyntaxException e) {
            throw new AssertionError(e);
        }
    }

    public static Dataset dataset() {
        Dataset dataset = NetworkSketch.named("small")
                .good("chip-one", GoodKind.PRODUCT, "chip", "ai-chip")
                .good("chip-two", GoodKind.PRODUCT, "chip", "ai-chip")
                .makes("CHN", "ore", 0.7)
                .makes("AUS", "ore", 0.2, 0.5, 8)
                .makes("USA", "ore", 0.1)
                .makes("CHN", "oxide", 0.85)
                .makes("MYS", "oxide", 0.15, 0.6, 4)
                .makes("JPN", "coating feed", 0.7)
                .makes("DEU", "coating feed", 0.2)
                .makes("CHN", "coating feed", 0.1)
                .makes("JPN", "chamber parts", 0.5)
                .makes("USA", "chamber parts", 0.3)
                .makes("KOR", "chamber parts", 0.2)
                .makes("TWN", "wafers", 0.9)
                .makes("KOR", "wafers", 0.1)
                .makes("USA", "chip-one", 1)
                .makes("CHN", "chip-two", 1)
                .needs("oxide", "ore", in -> in.useShare(0.9).leadWeeks(2).stockWeeks(3))
                .needs(
                        "coating feed",
                        "oxide",
                        in -> in.useShare(0.8).leadWeeks(2).stockWeeks(4))
                .needs(
                        "chamber parts",
                        "coating feed",
                        in -> in.useShare(0.7).leadWeeks(2).stockWeeks(4))
                .needs(
                        "wafers",
                        "chamber parts",
                        in -> in.useShare(0.8).leadWeeks(2).stockWeeks(6))
                .needs("chip-one", "wafers", in -> in.useShare(0.6).leadWeeks(3).stockWeeks(2))
                .needs("chip-two", "wafers", in -> in.useShare(0.2).leadWeeks(3).stockWeeks(8))
                .build();
        return dataset.toBuilder().words(ChipWords.of(dataset.goods())).build();
    }
}
