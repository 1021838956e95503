package io.chokepoint.firms.esri;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitSweep;

/**
 * Every firm stopped alone, as units that may be computed anywhere. A unit is a few firms that follow each other: one where there are
 * few, as many as keep the number of units below some thousands where there are more, but never so many that a unit takes more than a
 * few seconds, since that is what a kill may cost. What a unit is depends on the number of firms alone.
 */
public final class EveryFirm implements UnitSweep {
    private static final int UNITS = 1 << 12;
    private static final int MOST_FIRMS = 64;

    /** Numbers of a firm: the three indices, the iterations, 1 where the cascade settled, and the residual. */
    private static final int VALUES = 6;

    private final EsriNetwork network;
    private final StopRule rule;
    private final int firms;
    private final int perUnit;

    /** With the first column of weights. */
    public EveryFirm(EsriNetwork network, StopRule rule) {
        this.network = network;
        this.rule = rule;
        firms = network.network().firms();
        perUnit = Math.clamp(firms / UNITS, 1, MOST_FIRMS);
    }

    /** Takes what the stop of one firm does. */
    @FunctionalInterface
    public interface Taker {
        /**
         * @param iterations how many steps were made
         * @param settled whether it ended by the stop rule, not by the limit of steps
         * @param residual see {@link EsriResult}
         */
        void take(int firm, EsriResult.Index index, int iterations, boolean settled, double residual);
    }

    @Override
    public long units() {
        return (firms + perUnit - 1L) / perUnit;
    }

    @Override
    public String what() {
        return "Firms";
    }

    @Override
    public Worker worker() {
        EsriCascade cascade = new EsriCascade(network);
        return (unit, monitor) -> compute(cascade, Math.toIntExact(unit), monitor);
    }

    private double[] compute(EsriCascade cascade, int unit, RunMonitor monitor) {
        int from = unit * perUnit;
        int count = Math.min(perUnit, firms - from);
        double[] values = new double[count * VALUES];
        for (int i = 0; i < count; i++) {
            monitor.checkCancelled();
            EsriResult result = cascade.run(EsriShock.stop(from + i), rule);
            EsriResult.Index index = result.indices().getFirst();
            values[i * VALUES] = index.esri();
            values[i * VALUES + 1] = index.down();
            values[i * VALUES + 2] = index.up();
            values[i * VALUES + 3] = result.iterations();
            values[i * VALUES + 4] = result.settled() ? 1 : 0;
            values[i * VALUES + 5] = result.residual();
        }
        return values;
    }

    /** Hands over every firm once, in any order. */
    public void each(UnitResults results, Taker taker) {
        results.each((unit, values) -> {
            int from = Math.toIntExact(unit) * perUnit;
            for (int i = 0; i * VALUES < values.length; i++) {
                int at = i * VALUES;
                taker.take(
                        from + i,
                        new EsriResult.Index(values[at], values[at + 1], values[at + 2]),
                        (int) values[at + 3],
                        values[at + 4] != 0,
                        values[at + 5]);
            }
        });
    }
}
