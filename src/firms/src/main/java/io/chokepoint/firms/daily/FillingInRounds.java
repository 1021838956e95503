package io.chokepoint.firms.daily;

/**
 * {@link WaterFilling} in rounds, each of which raises the level to the next smallest part: the operations of the published program,
 * in their order. That takes a time quadratic in the number of clients.
 */
final class FillingInRounds implements WaterFilling {
    private final double[] flow;
    private final double[] base;
    private final boolean textbook;

    private final double[] part;
    private final int[] in;

    FillingInRounds(double[] flow, double[] base, int most, boolean textbook) {
        this.flow = flow;
        this.base = base;
        this.textbook = textbook;
        part = new double[most];
        in = new int[most];
    }

    @Override
    public double ordered(int from, int to) {
        double sum = 0;
        for (int link = from; link < to; link++) {
            sum += flow[link];
        }
        return sum;
    }

    @Override
    public double withFinal(int from, int to, double amount, double demand, double finalDemand) {
        return rounds(from, to, amount, 1, finalDemand);
    }

    @Override
    public void clientsOnly(int from, int to, double amount, double demand) {
        rounds(from, to, amount, 0, 0);
    }

    private double rounds(int from, int to, double amount, double finalPart, double finalDemand) {
        int count = 0;
        for (int link = from; link < to; link++) {
            double ratio = flow[link] / base[link];
            flow[link] = 0;
            if (!textbook || ratio > NOTHING) {
                part[count] = ratio;
                in[count++] = link;
            }
        }
        double ofFinal = finalPart;
        double remaining = amount;
        double level = 0;
        while (remaining > NOTHING && (count > 0 || ofFinal > 0)) {
            double least = ofFinal > 0 ? ofFinal : Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double x = part[i];
                least = x > NOTHING && x < least ? x : least;
            }
            if (least == Double.POSITIVE_INFINITY) {
                break;
            }
            double cost = 0;
            for (int i = 0; i < count; i++) {
                cost += least * base[in[i]];
            }
            cost += textbook && ofFinal == 0 ? 0 : least * finalDemand;
            if (!(remaining > cost)) {
                level += share(count, remaining, ofFinal > 0 ? finalDemand : 0);
                break;
            }
            level += least;
            remaining -= cost;
            count = dropServed(count, least, level);
            if (ofFinal > 0) {
                ofFinal -= least;
                ofFinal = ofFinal <= NOTHING ? 0 : ofFinal;
                finalPart = ofFinal == 0 ? level : finalPart;
            }
        }
        for (int i = 0; i < count; i++) {
            flow[in[i]] = part[i] > 0 ? level * base[in[i]] : 0;
        }
        return (ofFinal > 0 ? level : finalPart) * finalDemand;
    }

    /** What each gets beyond the level reached, when the next one is too high. */
    private double share(int count, double remaining, double finalDemand) {
        double sharers = 0;
        for (int i = 0; i < count; i++) {
            sharers += part[i] > 0 ? base[in[i]] : 0;
        }
        sharers += finalDemand;
        return sharers <= 0 ? 0 : remaining / sharers;
    }

    private int dropServed(int count, double least, double level) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double left = part[i] - least;
            int link = in[i];
            if (left <= NOTHING) {
                flow[link] = level * base[link];
            } else {
                part[kept] = left;
                in[kept++] = link;
            }
        }
        return kept;
    }
}
