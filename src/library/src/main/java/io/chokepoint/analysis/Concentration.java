package io.chokepoint.analysis;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How few a good's supply rests on: the Herfindahl–Hirschman index Σ s² of shares that sum to 1, from 1 / n for n equal ones to 1 for a single
 * one, and its inverse, the effective number.
 *
 * <p>Origin: a maker without essential consumed inputs has its own country as origin. Any other has the origins of that essential consumed
 * input whose origins are the most concentrated, each supplier's weighted by its part in the purchases (ties: the first in dataset order): a
 * chain is as concentrated as its most concentrated feed. Makers without a country count as one more country, which overstates the index.
 */
public final class Concentration {
    private static final double ESSENTIAL = 1 - 1e-9;
    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-12;
    private static final int UNKNOWN = -1;

    private final NetworkStructure structure;
    private final CompiledNetwork network;
    private final List<String> countries;
    private final double[][] origin;
    private final int[] feed;

    /**
     * One good.
     *
     * @param byMaker index of the makers' shares, in (0, 1]
     * @param effectiveMakers 1 / byMaker
     * @param byCountry index of the shares of the makers' countries
     * @param largestCountry its code; empty for makers without one
     * @param largestCountryShare in (0, 1]
     * @param byOrigin index of the origins of the most concentrated feed
     * @param originCountry the largest of the origins
     * @param originShare its part, in (0, 1]
     * @param feed the input the origin was followed along, at the largest maker; empty where it has none
     */
    public record Row(
            Good good,
            double byMaker,
            double effectiveMakers,
            double byCountry,
            String largestCountry,
            double largestCountryShare,
            double byOrigin,
            String originCountry,
            double originShare,
            String feed) {}

    public Concentration(CompiledNetwork network) {
        this.network = network;
        this.structure = network.structure();
        Map<String, Integer> codes = new TreeMap<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            codes.put(structure.activity(i).provider().country(), 0);
        }
        this.countries = new ArrayList<>(codes.keySet());
        this.origin = new double[structure.activityCount()][countries.size()];
        this.feed = new int[structure.activityCount()];
        for (int i = 0; i < origin.length; i++) {
            origin[i][countryOf(i)] = 1;
            feed[i] = UNKNOWN;
        }
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (int i = 0; i < origin.length; i++) {
                changed |= follow(i);
            }
        }
    }

    private int countryOf(int activity) {
        return countries.indexOf(structure.activity(activity).provider().country());
    }

    /** Takes over the origins of the most concentrated feed; whether that changed anything. */
    private boolean follow(int i) {
        double most = 0;
        double[] taken = null;
        for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
            if (structure.slotMode(e) != DependencyMode.CONSUMED || network.criticality(e) < ESSENTIAL) {
                continue;
            }
            double[] mixed = new double[countries.size()];
            for (int l = structure.linkStart(e); l < structure.linkUsual(e); l++) {
                double[] from = origin[structure.linkSupplier(l)];
                for (int c = 0; c < mixed.length; c++) {
                    mixed[c] += network.mix(l) * from[c];
                }
            }
            double index = hhi(mixed);
            if (index > most + SETTLED) {
                most = index;
                taken = mixed;
                feed[i] = e;
            }
        }
        if (taken == null) {
            return false;
        }
        double change = 0;
        for (int c = 0; c < taken.length; c++) {
            change = Math.max(change, Math.abs(taken[c] - origin[i][c]));
        }
        origin[i] = taken;
        return change > SETTLED;
    }

    /** Σ s²; 0 for no shares. */
    static double hhi(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share * share;
        }
        return sum;
    }

    /** The good's figures, from central or drawn shares as in the network. */
    public Row of(Good good) {
        double byMaker = 0;
        double[] byCountry = new double[countries.size()];
        double[] byOrigin = new double[countries.size()];
        int largestMaker = -1;
        double total = 0;
        for (int i = 0; i < origin.length; i++) {
            if (structure.activity(i).good().equals(good)) {
                total += network.baseline(i);
            }
        }
        for (int i = 0; i < origin.length; i++) {
            if (!structure.activity(i).good().equals(good)) {
                continue;
            }
            double share = network.baseline(i) / total;
            byMaker += share * share;
            byCountry[countryOf(i)] += share;
            for (int c = 0; c < byOrigin.length; c++) {
                byOrigin[c] += share * origin[i][c];
            }
            if (largestMaker < 0 || network.baseline(i) > network.baseline(largestMaker)) {
                largestMaker = i;
            }
        }
        if (largestMaker < 0) {
            throw new IllegalArgumentException("nobody makes '" + good.id() + "'");
        }
        int country = largest(byCountry);
        int from = largest(byOrigin);
        return new Row(
                good,
                byMaker,
                1 / byMaker,
                hhi(byCountry),
                countries.get(country),
                byCountry[country],
                hhi(byOrigin),
                countries.get(from),
                byOrigin[from],
                feed[largestMaker] < 0
                        ? ""
                        : structure.dependency(feed[largestMaker]).input().id());
    }

    private static int largest(double[] shares) {
        int largest = 0;
        for (int c = 1; c < shares.length; c++) {
            if (shares[c] > shares[largest]) {
                largest = c;
            }
        }
        return largest;
    }
}
