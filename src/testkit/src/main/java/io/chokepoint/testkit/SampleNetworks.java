package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.GoodKind;

/**
 * Small networks that show one thing each, for tests, examples and first steps. Numbers are made up; countries are named X, Y, Z
 * after their only provider. What is not stated is as in {@link NetworkSketch.Input}.
 */
public final class SampleNetworks {
    private SampleNetworks() {}

    /**
     * Stocks and transit delay a loss, link by link.
     *
     * <pre>
     * ore@X ──u .8, ℓ 3, n 4──→ oxide@Y ──u .7, ℓ 2, n 6──→ chip@Y
     * </pre>
     */
    public static Dataset chain() {
        return NetworkSketch.named("chain")
                .good("ore", GoodKind.MATERIAL)
                .good("oxide", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "ore", 1)
                .makes("Y", "oxide", 1)
                .makes("Y", "chip", 1)
                .needs("oxide", "ore", input -> input.useShare(0.8).leadWeeks(3).stockWeeks(4))
                .needs(
                        "chip",
                        "oxide",
                        input -> input.useShare(0.7).leadWeeks(2).stockWeeks(6))
                .build();
    }

    /**
     * Two ways from one ore to one chip, one of them with a stand-in, the other only half critical. The chip is tagged military.
     *
     * <pre>
     *        ┌─u .5, ℓ 1, n 1─→ left@Y  ─u .6, ℓ 2, n 1──────┐
     * ore@X ─┤                   ↑ or sub@V (cap .3, after 6) ├→ chip@W
     *        └─u .3, ℓ 1, n 0─→ right@Z ─u .5, ℓ 1, n 2, ω .5┘
     * </pre>
     */
    public static Dataset diamond() {
        return NetworkSketch.named("diamond")
                .good("ore", GoodKind.MATERIAL)
                .good("left", GoodKind.COMPONENT)
                .good("right", GoodKind.COMPONENT)
                .good("chip", GoodKind.PRODUCT, "military")
                .good("sub", GoodKind.MATERIAL)
                .makes("X", "ore", 1)
                .makes("Y", "left", 1)
                .makes("Z", "right", 1)
                .makes("W", "chip", 1)
                .makes("V", "sub", 1, 1, 2)
                .needs(
                        "left",
                        "ore",
                        input ->
                                input.useShare(0.5).stockWeeks(1).costShare(0.4).alternative("sub", 0.3, 6, 0.5))
                .needs("right", "ore", input -> input.useShare(0.3).costShare(0.2))
                .needs(
                        "chip",
                        "left",
                        input -> input.useShare(0.6).leadWeeks(2).stockWeeks(1).costShare(0.3))
                .needs(
                        "chip",
                        "right",
                        input -> input.useShare(0.5)
                                .stockWeeks(2)
                                .criticality(0.5)
                                .costShare(0.5))
                .build();
    }

    /**
     * A large maker and a small one with room to grow, from which the buyer can turn to after four weeks of shortage.
     *
     * <pre>
     * ore@X (x̄ .8)                        ─┐
     * ore@Y (x̄ .2, spare .5 in 4 weeks)   ─┴─u .8, ℓ 2, n 2, q 4─→ chip@Z
     * </pre>
     */
    public static Dataset twoMakers() {
        return NetworkSketch.named("two-makers")
                .good("ore", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "ore", 0.8)
                .makes("Y", "ore", 0.2, 0.5, 4)
                .makes("Z", "chip", 1)
                .needs(
                        "chip",
                        "ore",
                        input -> input.useShare(0.8).leadWeeks(2).stockWeeks(2).qualificationWeeks(4))
                .build();
    }

    /**
     * Acid is made with power, power with parts, parts with acid: a loss comes back to where it began.
     *
     * <pre>
     *   ┌──────────────────u .3, ℓ 1, n 3──────────────────┐
     *   ↓                                                  │
     * acid@X ─u .5, ℓ 2, n 2─→ parts@Y ─u .4, ℓ 1, n 4─→ power@Z
     * </pre>
     */
    public static Dataset loop() {
        return NetworkSketch.named("loop")
                .good("acid", GoodKind.MATERIAL)
                .good("parts", GoodKind.COMPONENT)
                .good("power", GoodKind.MATERIAL)
                .makes("X", "acid", 1)
                .makes("Y", "parts", 1)
                .makes("Z", "power", 1)
                .needs(
                        "parts",
                        "acid",
                        input -> input.useShare(0.5).leadWeeks(2).stockWeeks(2))
                .needs("power", "parts", input -> input.useShare(0.4).stockWeeks(4))
                .needs("acid", "power", input -> input.useShare(0.3).stockWeeks(3))
                .build();
    }

    /**
     * Machines that last seven years: without new ones, lines run on and wear down.
     *
     * <pre>
     * scanner@X (spare .5 in 13 weeks) ─┬─capital, u 1, ℓ 26, L 7─→ wafer@Y (x̄ .6)
     *                                   └────────────────────────→ wafer@Z (x̄ .4)
     * </pre>
     */
    public static Dataset capital() {
        return NetworkSketch.named("capital")
                .good("scanner", GoodKind.EQUIPMENT)
                .good("wafer", GoodKind.PROCESS)
                .makes("X", "scanner", 1, 0.5, 13)
                .makes("Y", "wafer", 0.6)
                .makes("Z", "wafer", 0.4)
                .needs("wafer", "scanner", input -> input.leadWeeks(26).capital(7))
                .build();
    }

    /**
     * Software without which design stops at once, and chips that still come from the stock of designs.
     *
     * <pre>
     * tools@X ──access, u .9──→ design@Y ──u 1, ℓ 1, n 5──→ chip@Y
     * </pre>
     */
    public static Dataset access() {
        return NetworkSketch.named("access")
                .good("tools", GoodKind.SOFTWARE)
                .good("design", GoodKind.PROCESS)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "tools", 1)
                .makes("Y", "design", 1)
                .makes("Y", "chip", 1)
                .needs("design", "tools", input -> input.useShare(0.9).access())
                .needs("chip", "design", input -> input.stockWeeks(5))
                .build();
    }

    /**
     * Four products that one market can use for the same work.
     *
     * <pre>
     * p@V1 (useShare .4, e 2)                        ─┐
     * q@V2 (useShare .4, e 1, spare .5 in 4 weeks)   ─┤
     * r@V3 (useShare .5, e .8)                       ─┼→ compute (switchWeeks 4, η 1)
     * s@V4 (useShare .2, e 2, spare 1 in 4 weeks)    ─┘
     * </pre>
     */
    public static Dataset market() {
        return NetworkSketch.named("market")
                .makes("V1", "p", 1, 0, 4)
                .makes("V2", "q", 1, 0.5, 4)
                .makes("V3", "r", 1, 0, 4)
                .makes("V4", "s", 1, 1, 4)
                .market(
                        "compute",
                        buyers -> buyers.switchWeeks(4)
                                .priceSensitivity(1)
                                .buys("p", 0.4, 2)
                                .buys("q", 0.4, 1)
                                .buys("r", 0.5, 0.8)
                                .buys("s", 0.2, 2))
                .build();
    }
}
