package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Market;
import io.chokepoint.model.PriceTerms;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Values, tolerances and price terms at random for a network, the same for the same seed. */
final class RandomValues {
    private static final Evidence ASSUMED = Evidence.assumption("made up for a test");
    /** The dearest inputs together, as a part of what a maker sells for. */
    private static final double MOST_COST = 0.9;

    private static final int MOST_ROUNDS = 100;

    private final Dataset dataset;
    private final SplittableRandom random;

    private RandomValues(Dataset dataset, long seed) {
        this.dataset = dataset;
        this.random = new SplittableRandom(seed ^ 0x6A09E667F3BCC909L);
    }

    /** The network with values; empty where no values pay for its makers' inputs. */
    static Optional<Dataset> of(Dataset dataset, long seed) {
        RandomValues drawn = new RandomValues(dataset, seed);
        Map<Good, Double> worth = drawn.worth();
        if (!drawn.paysForInputs(worth)) {
            return Optional.empty();
        }
        PriceTerms terms =
                drawn.chance(0.5) ? PriceTerms.USUAL : new PriceTerms(drawn.uniform(1, 3), drawn.uniform(0, 1));
        return Optional.of(dataset.toBuilder()
                .values(drawn.values(worth))
                .markets(dataset.markets().stream().map(drawn::tolerant).toList())
                .priceTerms(terms)
                .build());
    }

    private Map<Good, Double> worth() {
        Map<Good, Double> worth = new LinkedHashMap<>();
        // From what hardly costs anything to what costs nearly all.
        dataset.goods().forEach(good -> worth.put(good, StrictMath.exp(uniform(0, 12))));
        return worth;
    }

    private List<GoodValue> values(Map<Good, Double> worth) {
        List<GoodValue> values = new ArrayList<>();
        worth.forEach((good, value) -> values.add(new GoodValue(
                good,
                Figure.point("values/" + good + "/value", value, "US$ million a year", ASSUMED),
                Figure.point("values/" + good + "/other_tolerance", tolerance(), "multiple", ASSUMED),
                "")));
        return values;
    }

    /**
     * Raises what a good is worth until it pays for the inputs of each of its makers.
     *
     * @return whether it could be done
     */
    private boolean paysForInputs(Map<Good, Double> worth) {
        List<Node> nodes = new ReferenceNetwork(dataset, FigureValues.CENTRAL).nodes;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean raised = false;
            for (Node node : nodes) {
                double cost = 0;
                for (Need need : node.needs) {
                    cost += need.coefficient * worth.getOrDefault(need.dependency.input(), 0.0);
                }
                double least = cost / MOST_COST;
                if (worth.getOrDefault(node.activity.good(), 0.0) < least) {
                    worth.put(node.activity.good(), least * (1 + 1e-9));
                    raised = true;
                }
            }
            if (!raised) {
                return true;
            }
        }
        return false;
    }

    private Market tolerant(Market market) {
        return new Market(
                market.id(),
                market.name(),
                market.shortName(),
                market.function(),
                market.country(),
                market.tags(),
                market.switchWeeks(),
                market.priceSensitivity(),
                market.description(),
                market.offers(),
                chance(0.3)
                        ? null
                        : Figure.point("markets/" + market.id() + "/tolerance", tolerance(), "multiple", ASSUMED));
    }

    private double tolerance() {
        return chance(0.1) ? 1.05 : 1.05 + StrictMath.exp(uniform(-3, 4));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
