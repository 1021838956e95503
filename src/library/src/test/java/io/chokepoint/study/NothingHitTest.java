package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ScenarioSketch;
import io.chokepoint.text.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence that says why nothing falls short is held to the run that it speaks of. */
class NothingHitTest {
    private static final int NETWORKS = 250;
    private static final double SAME = 0.9995;

    @Test
    void whatIsSaidOfNetworksDrawnByChanceIsSo() {
        Map<String, Integer> said = new TreeMap<>();
        for (long seed = 1; seed <= NETWORKS; seed++) {
            Dataset dataset = RandomNetworks.of(seed);
            Scenario scenario = RandomScenarios.of(dataset, seed);
            Claims claims = new Claims(dataset, scenario, "seed " + seed);
            claims.checkAll();
            claims.said.forEach((key, count) -> said.merge(key, count, Integer::sum));
        }

        // Enough of each for the check to mean something.
        assertThat(said)
                .containsKeys(
                        "nothing.needed",
                        "nothing.its.enough",
                        "nothing.this.enough",
                        "nothing.market",
                        "nothing.sold");
        assertThat(said.keySet()).anyMatch(key -> key.startsWith("nothing.but"));
        assertThat(said.keySet()).anyMatch(key -> key.startsWith("nothing.spare"));
    }

    private static Dataset chain() {
        return NetworkSketch.named("chain")
                .makes("X", "ore", 0.6)
                .makes("Y", "ore", 0.4, 2, 1)
                .makes("Z", "alloy", 1)
                .needs("alloy", "ore", input -> input.useShare(0.9).stockWeeks(4))
                .market("shop", buyers -> buyers.buys("alloy", 0.9, 1))
                .build();
    }

    private static SimulationResult run(Dataset dataset, Scenario scenario) {
        return EngineUnderTest.simulate(dataset, scenario, new RationingRule.Proportional(), FigureValues.CENTRAL);
    }

    @Test
    void spareCapacityMakesUpForNothingWhereTheGoodItselfFalls() {
        Dataset dataset = NetworkSketch.named("two")
                .makes("X", "ore", 0.6)
                .makes("Y", "ore", 0.4, 0.2, 1)
                .makes("Z", "alloy", 1)
                .needs("alloy", "ore", input -> input.useShare(0.3).stockWeeks(40))
                .build();
        SimulationResult run = run(
                dataset,
                ScenarioSketch.over(20).outage("good:ore provider:X", 0.9).scenario());
        Good alloy = dataset.getGood("alloy");

        assertThat(run.outcome(dataset.getGood("ore")).isHit()).isTrue();
        assertThat(run.outcome(alloy).isHit()).isFalse();
        assertThat(Explanation.of(run, alloy).quote())
                .doesNotContain("Spare capacity makes up")
                .contains("Ore falls to ", "its makers hold 40 weeks of stock");
    }

    @Test
    void aDelayOfLessThanHalfAWeekIsNone() {
        Dataset dataset = chain();
        SimulationResult run = run(
                dataset,
                ScenarioSketch.over(20).licence("good:ore provider:X", 0.4, 1).scenario());

        assertThat(Explanation.whyNothing(run).orElseThrow())
                .isEqualTo(
                        "Nothing falls below 99 %. A delay of less than half a week is none: the run counts in whole weeks.");
    }

    @Test
    void theStockIsThatOfTheRun() {
        Dataset dataset = NetworkSketch.named("stock")
                .makes("X", "ore", 0.6)
                .makes("Y", "ore", 0.4)
                .makes("Z", "alloy", 1)
                .needs("alloy", "ore", input -> input.useShare(0.3).stockWeeks(2))
                .build();
        Scenario scenario = ScenarioSketch.over(30)
                .during(20, 26)
                .outage("good:ore provider:X", 0.9)
                .stockBuild("good:ore", 6)
                .scenario();
        SimulationResult run = run(dataset, scenario);
        Good alloy = dataset.getGood("alloy");

        assertThat(run.outcome(alloy).isHit()).isFalse();
        assertThat(Explanation.of(run, alloy).quote())
                .contains("8 weeks of stock")
                .doesNotContain("hold 2 weeks");
    }

    @Test
    void ownFiguresAreThoseOfTheRun() {
        Dataset dataset = NetworkSketch.named("stock")
                .makes("X", "sand", 1)
                .makes("X", "ore", 1)
                .makes("Z", "alloy", 1)
                .needs("ore", "sand", input -> input.useShare(0.9))
                .needs("alloy", "ore", input -> input.useShare(0.9).stockWeeks(2))
                .build();
        Figure stated = dataset.inputsOf(dataset.getGood("alloy")).getFirst().stockWeeks();
        Figure own = OwnFigure.of(stated, 30, 30, 30, "");
        UnaryOperator<Figure> used = figure -> figure.id().equals(stated.id()) ? own : figure;
        SimulationResult run = EngineUnderTest.simulate(
                dataset,
                ScenarioSketch.over(20).outage("good:sand", 1).scenario(),
                new RationingRule.Proportional(),
                figure -> used.apply(figure).central());

        assertThat(run.outcome(dataset.getGood("ore")).isHit()).isTrue();
        assertThat(Explanation.of(run, dataset.getGood("alloy"), used).quote())
                .contains("its makers hold 30 weeks of stock (your figure)");
    }

    @Test
    void whatFollowsInTurnIsRestrictedAsOne() {
        Dataset dataset = NetworkSketch.named("turns")
                .makes("X", "ore", 0.5)
                .makes("Y", "ore", 0.5)
                .makes("Z", "alloy", 1)
                .needs("alloy", "ore", input -> input.useShare(0.001).stockWeeks(8))
                .build();
        Scenario scenario = ScenarioSketch.over(40)
                .during(2, 8)
                .exportBan("good:ore provider:X to.good:alloy", 0)
                .during(8, 14)
                .exportBan("good:ore provider:X to.good:alloy", 0)
                .scenario();
        SimulationResult run = run(dataset, scenario);

        // 12 weeks without a break are more than the 8 of stock.
        assertThat(Explanation.whyNothing(run))
                .hasValueSatisfying(why -> assertThat(why).doesNotContain("8 weeks of stock"));
    }

    /** What is claimed of one run, read from the sentences and looked up in the run. */
    private static final class Claims {
        private final Dataset dataset;
        private final SimulationResult result;
        private final NetworkStructure structure;
        private final CompiledNetwork network;
        private final CompiledScenario scenario;
        private final String name;
        private final Set<Good> restricted = new HashSet<>();
        private final Map<String, Integer> said = new LinkedHashMap<>();
        private final Map<String, Predicate<MatchResult>> known = new LinkedHashMap<>();
        private String sentence = "";
        private Good subject;

        Claims(Dataset dataset, Scenario scenario, String name) {
            this.dataset = dataset;
            this.result = run(dataset, scenario);
            this.network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
            this.structure = network.structure();
            this.scenario =
                    ScenarioCompiler.compile(network, scenario, new RationingRule.Proportional(), FigureValues.CENTRAL);
            this.name = name;
            this.subject = dataset.goods().iterator().next();
            result.reach().forEach(one -> one.makers().forEach(maker -> restricted.add(maker.good())));
            claim(
                    "nothing.falls",
                    found -> result.hitGoods().isEmpty() && result.hitMarkets().isEmpty());
            claim("nothing.restricted", found -> scenario.restrictions().isEmpty());
            claim(
                    "nothing.startsLater",
                    found -> scenario.restrictions().stream()
                            .allMatch(one -> one.period().start() >= result.weeks()));
            claim("nothing.sold", found -> true);
            claim(
                    "nothing.costsOnly",
                    found -> result.reach().stream()
                            .noneMatch(one -> one.volumeFrom().isPresent()));
            claim("nothing.inFull", found -> allSame());
            claim("nothing.rounded", found -> allSame());
            claim("nothing.needed", found -> isClear());
            claim(
                    "nothing.neededLess",
                    found -> isClear() && result.outcome(subject).trough() <= 1);
            claim(
                    "nothing.same",
                    found -> dataset.goods().stream()
                                    .allMatch(good -> result.outcome(good).trough() > SAME)
                            && dataset.markets().stream()
                                    .allMatch(one -> result.outcome(one).trough() > SAME));
            claim("nothing.lowest", this::isLowest);
            claim("nothing.its.enough", found -> !result.outcome(subject).isHit());
            claim("nothing.this.enough", found -> true);
            claim("nothing.market", found -> true);
            claim("nothing.spare", this::isSpare);
            claim(
                    "nothing.noBuyer",
                    found -> dataset.usesOf(good(found.group(1))).isEmpty());
            claim("nothing.outlasts", found -> true);
            claim("nothing.outlastsRun", found -> true);
            claim("nothing.but", this::isButSpared);
        }

        private void claim(String key, Predicate<MatchResult> isTrue) {
            known.put(key, isTrue);
        }

        void checkAll() {
            Explanation.whyNothing(result).ifPresent(this::check);
            for (Good good : dataset.goods()) {
                if (!result.outcome(good).isHit()) {
                    subject = good;
                    check(Explanation.of(result, good).quote());
                }
            }
            for (Activity maker : result.activities()) {
                if (!result.outcome(maker).isHit()) {
                    subject = maker.good();
                    check(new Explainer(result, UnaryOperator.identity())
                            .explain(maker)
                            .quote());
                }
            }
            for (Market market : dataset.markets()) {
                if (!result.outcome(market).isHit()) {
                    check(Explanation.of(result, market).quote());
                }
            }
        }

        /** The whole of a reason is sentences that are known, each of which is so. */
        private void check(String reason) {
            sentence = reason;
            String left = reason;
            int claims = 0;
            for (Map.Entry<String, Predicate<MatchResult>> entry : known.entrySet()) {
                Matcher found = pattern(entry.getKey()).matcher(left);
                if (found.find()) {
                    assertThat(entry.getValue().test(found.toMatchResult()))
                            .as("%s: %s", name, reason)
                            .isTrue();
                    said.merge(entry.getKey(), 1, Integer::sum);
                    claims++;
                    left = left.substring(0, found.start()) + left.substring(found.end());
                }
            }
            boolean selectsNothing = reason.contains("This selects nothing");
            assertThat(claims > 0 || selectsNothing).as("%s: %s", name, reason).isTrue();
            if (reason.contains(" of stock") && !reason.contains("but ")) {
                assertThat(isOutlasting(reason)).as("%s: %s", name, reason).isTrue();
            }
        }

        private static Pattern pattern(String key) {
            if (key.equals("nothing.but")) {
                // Names of goods drawn by chance have no spaces.
                return Pattern.compile("(\\S+) (falls?) to ([^,]+), but (.+)$");
            }
            String text = Texts.find(key).orElseThrow();
            StringBuilder regex = new StringBuilder();
            Matcher place =
                    Pattern.compile("\\{\\d(?::([^{}|]*)\\|([^{}|]*))?}").matcher(text);
            int at = 0;
            while (place.find()) {
                regex.append(Pattern.quote(text.substring(at, place.start())))
                        .append(place.group(1) == null ? "(.+?)" : "(?:" + place.group(1) + "|" + place.group(2) + ")");
                at = place.end();
            }
            String tail = text.substring(at);
            // A text that ends in an argument goes on to the end.
            return Pattern.compile(regex + (tail.isEmpty() ? "$" : Pattern.quote(tail)));
        }

        private Good good(String words) {
            return dataset.goods().stream()
                    .filter(good -> words.equalsIgnoreCase(good.shortName()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + ": no good '" + words + "' in: " + sentence));
        }

        private boolean allSame() {
            return result.activities().stream()
                    .allMatch(one -> result.outcome(one).trough() > SAME);
        }

        private boolean isClear() {
            Deque<Good> open = new ArrayDeque<>(List.of(subject));
            Set<Good> seen = new HashSet<>(open);
            while (!open.isEmpty()) {
                Good at = open.pop();
                if (restricted.contains(at)) {
                    return false;
                }
                dataset.inputsOf(at).stream()
                        .map(Dependency::input)
                        .filter(seen::add)
                        .forEach(open::push);
            }
            return true;
        }

        private boolean isLowest(MatchResult found) {
            List<Outcome> all = new ArrayList<>();
            dataset.goods().forEach(one -> all.add(result.outcome(one)));
            dataset.markets().forEach(one -> all.add(result.outcome(one)));
            double least = all.stream().mapToDouble(Outcome::trough).min().orElseThrow();
            return found.group(2).equals(Amounts.percent(least))
                    && all.stream()
                            .anyMatch(one -> one.trough() == least
                                    && String.valueOf(one.troughWeek()).equals(found.group(3)));
        }

        /** Somebody with that name makes more of a restricted good that keeps its output, in a week in which another makes less. */
        private boolean isSpare(MatchResult found) {
            String first = found.group(1).split(",| and ")[0];
            return restricted.stream()
                    .filter(good -> !result.outcome(good).isHit())
                    .anyMatch(good -> {
                        List<Activity> makers = dataset.suppliesOf(good).stream()
                                .map(one -> one.activity())
                                .toList();
                        return makers.stream()
                                .filter(one -> Wording.maker(one.provider()).equals(first))
                                .anyMatch(one -> {
                                    double[] output = result.output(one);
                                    for (int week = 0; week < output.length; week++) {
                                        int now = week;
                                        if (output[week] > 1.005
                                                && makers.stream()
                                                        .anyMatch(other -> result.output(other, now) < 0.99)) {
                                            return true;
                                        }
                                    }
                                    return false;
                                });
                    });
        }

        private boolean isButSpared(MatchResult found) {
            Good input = good(found.group(1));
            Dependency need = dataset.findDependency(input, subject).orElseThrow();
            assertThat(result.outcome(input).isHit())
                    .as("%s: %s", name, sentence)
                    .isTrue();
            assertThat(found.group(3))
                    .isEqualTo(Amounts.percent(result.outcome(input).trough()));
            Matcher stock =
                    Pattern.compile("makers hold ([\\d.]+) weeks? of stock").matcher(found.group(4));
            if (stock.find()) {
                double least = least(need);
                assertThat(stock.group(1)).as("%s: %s", name, sentence).isEqualTo(Amounts.number(least));
            }
            Matcher cut = Pattern.compile("are cut (\\S+) holds least, ([\\d.]+) weeks? of stock")
                    .matcher(found.group(4));
            if (cut.find()) {
                assertThat(holds(need, cut.group(1), cut.group(2)))
                        .as("%s: %s", name, sentence)
                        .isTrue();
            }
            if (found.group(4).contains("what is left")) {
                assertThat(result.outcome(input).trough())
                        .as("%s: %s", name, sentence)
                        .isPositive();
            }
            return true;
        }

        private boolean holds(Dependency need, String maker, String weeks) {
            for (int e = 0; e < structure.slotCount(); e++) {
                if (structure.dependency(e).equals(need)
                        && Wording.maker(structure
                                        .activity(structure.slotActivity(e))
                                        .provider())
                                .equals(maker)
                        && Amounts.number(network.stockWeeks(e) + scenario.builtStock(e))
                                .equals(weeks)) {
                    return true;
                }
            }
            return false;
        }

        /** The least stock of any maker that needs it, with the values of the run. */
        private double least(Dependency need) {
            double least = Double.POSITIVE_INFINITY;
            for (int e = 0; e < structure.slotCount(); e++) {
                if (structure.dependency(e).equals(need)) {
                    least = Math.min(least, network.stockWeeks(e) + scenario.builtStock(e));
                }
            }
            return least;
        }

        private boolean isOutlasting(String reason) {
            Matcher found =
                    Pattern.compile("([\\d.,]+) weeks? of stock of (.+?) \\(").matcher(reason);
            assertThat(found.find()).isTrue();
            double held = Double.parseDouble(found.group(1).replace(",", ""));
            boolean[] inForce = new boolean[result.weeks()];
            for (int r = 0; r < result.reach().size(); r++) {
                if (result.reach().get(r).volumeFrom().isPresent()) {
                    int start = result.scenario().restrictions().get(r).period().start();
                    int end = Math.min(
                            result.weeks(),
                            result.scenario().restrictions().get(r).period().end());
                    Arrays.fill(inForce, Math.min(start, end), end, true);
                }
            }
            int longest = 0;
            int row = 0;
            for (boolean on : inForce) {
                row = on ? row + 1 : 0;
                longest = Math.max(longest, row);
            }
            // What is written has two digits.
            return held >= longest - 0.5;
        }
    }
}
