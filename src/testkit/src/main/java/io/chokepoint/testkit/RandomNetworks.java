package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.SourcingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Small networks at random, the same for the same seed on every machine: cycles, makers that use their own good, capital and access inputs, stand-ins, sourcing
 * exceptions, markets, lean and rich stocks, spare capacity. No maker is overdrawn.
 */
public final class RandomNetworks {
    private static final String[] PROVIDERS = {"P0", "P1", "P2", "P3", "P4", "P5", "R"};
    /** Two providers share a country; R is the rest of the world. */
    private static final String[] COUNTRIES = {"AAA", "AAA", "BBB", "CCC", "CCC", "DDD", ""};

    public static final List<String> TAGS = List.of("t0", "t1");

    private static final double LEAST_USE = 0.01;
    /** How likely the makers of a good need that good. */
    private static final double OWN_USE = 0.15;

    private final SplittableRandom random;
    private final int goods;
    private final List<List<String>> makers = new ArrayList<>();
    private final NetworkSketch sketch;
    /** For each good, what of its output is not yet promised to anybody. */
    private final double[] unused;

    private final double[] costLeft;

    private RandomNetworks(long seed) {
        this.random = new SplittableRandom(seed);
        this.goods = 3 + random.nextInt(10);
        this.unused = new double[goods];
        this.costLeft = new double[goods];
        this.sketch = NetworkSketch.named("random-" + seed);
    }

    public static Dataset of(long seed) {
        return new RandomNetworks(seed).build();
    }

    /**
     * A network with values, so that its runs have prices: that of the seed, or where its makers would use up what their cycle makes, so
     * that no values pay for their inputs, a later one. No maker's inputs cost more than nine tenths of what it sells for.
     */
    public static Dataset withValues(long seed) {
        return LongStream.iterate(seed, next -> next + 1_000_000)
                .mapToObj(next -> RandomValues.of(of(next), seed))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private Dataset build() {
        for (int p = 0; p < PROVIDERS.length; p++) {
            sketch.provider(PROVIDERS[p], COUNTRIES[p]);
        }
        for (int g = 0; g < goods; g++) {
            List<String> tags = TAGS.stream().filter(tag -> chance(0.2)).toList();
            sketch.good("g" + g, pick(List.of(GoodKind.values())), tags.toArray(new String[0]));
            unused[g] = chance(0.15) ? 1 : uniform(0.5, 1);
            costLeft[g] = uniform(0, 0.6);
        }
        for (int g = 0; g < goods; g++) {
            makers.add(makersOf(g));
        }
        List<int[]> edges = edges();
        for (int e = 0; e < edges.size(); e++) {
            addNeed(edges.get(e)[0], edges.get(e)[1], edges.subList(e + 1, edges.size()));
        }
        int markets = random.nextInt(3);
        for (int m = 0; m < markets; m++) {
            addMarket("m" + m);
        }
        return withExceptions(edges);
    }

    private List<String> makersOf(int good) {
        List<String> providers = new ArrayList<>(List.of(PROVIDERS));
        int count = 1 + random.nextInt(4);
        double[] parts = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            parts[i] = uniform(0.05, 1);
            sum += parts[i];
        }
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String provider = providers.remove(random.nextInt(providers.size()));
            double spare = chance(0.4) ? 0 : uniform(0, 0.6);
            sketch.makes(provider, "g" + good, parts[i] / sum, spare, chance(0.5) ? 1 : uniform(1, 6));
            chosen.add(provider);
        }
        return chosen;
    }

    /** Mostly downstream, now and then back up. */
    private List<int[]> edges() {
        List<int[]> edges = new ArrayList<>();
        for (int consumer = 0; consumer < goods; consumer++) {
            for (int input = 0; input < goods; input++) {
                double likely = input < consumer ? 2.2 / goods : 0.4 / goods;
                if (chance(input == consumer ? OWN_USE : likely)) {
                    edges.add(new int[] {input, consumer});
                }
            }
        }
        return edges;
    }

    private void addNeed(int input, int consumer, List<int[]> later) {
        boolean lastUse = later.stream().noneMatch(edge -> edge[0] == input);
        double use = unused[input] * (lastUse && chance(0.3) ? 1 : uniform(0.1, 0.7));
        unused[input] = Math.max(0, unused[input] - use);
        double cost = costLeft[consumer] * uniform(0, 0.6);
        costLeft[consumer] -= cost;
        sketch.needs("g" + consumer, "g" + input, need -> {
            need.useShare(use)
                    .leadWeeks(1 + random.nextInt(5))
                    .stockWeeks(stock())
                    .qualificationWeeks(qualification())
                    .criticality(criticality())
                    .costShare(cost);
            double mode = random.nextDouble();
            if (mode < 0.15) {
                need.capital(uniform(0.1, 6));
            } else if (mode < 0.35) {
                need.access();
            }
            int alternatives = chance(0.3) ? 1 + random.nextInt(2) : 0;
            int alternative = random.nextInt(goods);
            for (int a = 0; a < alternatives; a++, alternative = (alternative + 1) % goods) {
                if (alternative != input) {
                    need.alternative("g" + alternative, uniform(0.1, 1), qualification(), uniform(0.2, 2));
                }
            }
            return need;
        });
    }

    private double stock() {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1, 2 -> random.nextInt(7);
            default -> uniform(0, 6);
        };
    }

    private double qualification() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> uniform(0, 8);
            case 2 -> 200;
            default -> random.nextInt(8);
        };
    }

    private double criticality() {
        return switch (random.nextInt(8)) {
            case 0 -> 0.5;
            case 1 -> 0;
            case 2, 3 -> uniform(0, 1);
            default -> 1;
        };
    }

    private void addMarket(String id) {
        int first = random.nextInt(goods);
        int last = Math.min(goods, first + 1 + random.nextInt(3));
        if (IntStream.range(first, last).noneMatch(g -> unused[g] > LEAST_USE)) {
            return;
        }
        sketch.market(id, buyers -> {
            buyers.switchWeeks(chance(0.3) ? 1 : uniform(1, 8))
                    .priceSensitivity(chance(0.3) ? 0 : uniform(0, 3))
                    .country(pick(List.of(COUNTRIES)))
                    .tags(TAGS.stream().filter(tag -> chance(0.3)).toArray(String[]::new));
            for (int g = first; g < last; g++) {
                if (unused[g] > LEAST_USE) {
                    double use = unused[g] * uniform(0.1, 0.6);
                    unused[g] -= use;
                    double function = uniform(0.2, 3);
                    if (chance(0.7)) {
                        buyers.buys("g" + g, use, function);
                        if (chance(0.3)) {
                            buyers.buysFrom(makers.get(g).get(0), "g" + g, use * uniform(0.2, 1), function * 1.5);
                        }
                    } else {
                        buyers.buysFrom(makers.get(g).get(0), "g" + g, use, function);
                    }
                }
            }
            return buyers;
        });
    }

    /** Adds exceptions one by one, each only where no maker is overdrawn by it. */
    private Dataset withExceptions(List<int[]> edges) {
        Dataset dataset = sketch.build();
        for (int[] edge : edges) {
            if (!chance(0.35)) {
                continue;
            }
            List<String> consumers = makers.get(edge[1]);
            String consumer = pick(consumers);
            NetworkSketch one = NetworkSketch.named("one");
            for (int p = 0; p < PROVIDERS.length; p++) {
                one.provider(PROVIDERS[p], COUNTRIES[p]);
            }
            one.exception("g" + edge[1], consumer, "g" + edge[0], own -> {
                if (consumers.size() > 1 && chance(0.25)) {
                    return own.needsNone();
                }
                if (chance(0.5)) {
                    own.stockWeeks(stock());
                }
                if (chance(0.5)) {
                    own.qualificationWeeks(qualification());
                }
                if (chance(0.6)) {
                    List<String> suppliers = makers.get(edge[0]);
                    double first = suppliers.size() > 1 ? uniform(0, 1) : 1;
                    own.from(suppliers.get(0), first);
                    if (suppliers.size() > 1) {
                        own.from(suppliers.get(1), 1 - first);
                    }
                }
                return own;
            });
            List<SourcingException> more = new ArrayList<>(dataset.sourcing());
            more.addAll(one.build().sourcing());
            Dataset candidate = dataset.toBuilder().sourcing(more).build();
            if (isBalanced(candidate)) {
                dataset = candidate;
            }
        }
        return dataset;
    }

    private static boolean isBalanced(Dataset dataset) {
        try {
            return !new ReferenceNetwork(dataset, FigureValues.CENTRAL).nodes.isEmpty();
        } catch (IllegalArgumentException overdrawn) {
            return false;
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
