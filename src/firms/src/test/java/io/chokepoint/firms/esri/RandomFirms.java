package io.chokepoint.firms.esri;

import io.chokepoint.firms.FirmNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small networks drawn by chance: self-links, parallel links, links of nothing, firms that nobody buys from. */
final class RandomFirms {
    final SplittableRandom random;
    final List<String> ids = new ArrayList<>();
    final List<String> sectors = new ArrayList<>();
    final List<String> markets = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final boolean hasMarkets;
    double[] revenue = {};
    double[] costs = {};
    double[] weights = {};

    record Link(int supplier, int buyer, double amount) {}

    RandomFirms(long seed) {
        random = new SplittableRandom(seed);
        int firms = 2 + random.nextInt(40);
        int kinds = 1 + random.nextInt(8);
        hasMarkets = random.nextBoolean();
        for (int i = 0; i < firms; i++) {
            ids.add("f" + i);
            sectors.add("s" + random.nextInt(kinds));
            markets.add("m" + random.nextInt(2 * kinds));
        }
        int count = 1 + random.nextInt(6 * firms);
        for (int i = 0; i < count; i++) {
            double amount = random.nextInt(12) == 0 ? -random.nextInt(3) : random.nextDouble() * 100;
            links.add(new Link(random.nextInt(firms), random.nextInt(firms), amount));
        }
        links.add(new Link(0, 1, 5));
        if (random.nextInt(4) == 0) {
            revenue = numbers(300);
            costs = numbers(300);
        }
        if (random.nextInt(3) == 0) {
            weights = numbers(1);
            weights[0] = 1;
        }
    }

    private double[] numbers(double most) {
        return random.doubles(ids.size()).map(one -> one < 0.1 ? 0 : one * most).toArray();
    }

    FirmNetwork network() {
        return network(1);
    }

    FirmNetwork network(double unit) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        for (int i = 0; i < ids.size(); i++) {
            builder.firm(ids.get(i), sectors.get(i));
        }
        if (hasMarkets) {
            builder.markets(markets);
        }
        if (revenue.length > 0) {
            builder.column(FirmNetwork.REVENUE, scaled(revenue, unit));
            builder.column(FirmNetwork.COSTS, scaled(costs, unit));
        }
        if (weights.length > 0) {
            builder.column("weight1", weights);
        }
        links.forEach(link -> builder.link(ids.get(link.supplier()), ids.get(link.buyer()), link.amount() * unit));
        return builder.build();
    }

    private static double[] scaled(double[] values, double unit) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= unit;
        }
        return scaled;
    }

    Essentiality essentiality(FirmNetwork network) {
        Essentiality codes = Essentiality.all(network, Essentiality.NEGLIGIBLE);
        for (int k = 0; k < network.sectors().count(); k++) {
            for (int l = 0; l < network.sectors().count(); l++) {
                codes = codes.with(k, l, random.nextInt(3));
            }
        }
        return codes;
    }

    /** A shock of one to five firms, in part or whole, the two sides apart. */
    EsriShock shock() {
        int hit = Math.min(ids.size(), 1 + random.nextInt(5));
        int first = random.nextInt(ids.size());
        int[] firms = new int[hit];
        double[] down = new double[hit];
        double[] up = new double[hit];
        for (int i = 0; i < hit; i++) {
            firms[i] = (first + i) % ids.size();
            down[i] = part();
            up[i] = random.nextBoolean() ? down[i] : part();
        }
        return new EsriShock(firms, down, up);
    }

    private double part() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1;
            default -> random.nextDouble();
        };
    }
}
