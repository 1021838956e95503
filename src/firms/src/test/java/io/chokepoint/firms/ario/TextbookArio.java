package io.chokepoint.firms.ario;

import io.chokepoint.firms.FirmNetwork;
import java.util.ArrayList;
import java.util.List;

/** The equations once more, on dense matrices: supplier first, every pair of industries and every sector every step. */
final class TextbookArio {
    private final int n;
    private final int sectors;
    private final int[] sector;
    private final double[][] z;
    private final double[] y;
    private final double[] x0;
    private final double[] s;
    private final double[] capital;

    final List<double[]> production = new ArrayList<>();
    final List<double[]> alphas = new ArrayList<>();
    final List<double[][]> stocks = new ArrayList<>();
    final List<double[]> sums = new ArrayList<>();

    TextbookArio(FirmNetwork network, double[] s, double[] capital) {
        n = network.firms();
        sectors = network.sectors().count();
        sector = network.sectors().of();
        y = network.column(FirmNetwork.FINAL_DEMAND).orElseThrow();
        this.s = s;
        this.capital = capital;
        z = new double[n][n];
        x0 = y.clone();
        for (int g = 0; g < n; g++) {
            for (int place = network.bySupplier().start()[g];
                    place < network.bySupplier().start()[g + 1];
                    place++) {
                z[g][network.bySupplier().neighbour()[place]] =
                        network.bySupplier().amount()[place];
                x0[g] += network.bySupplier().amount()[place];
            }
        }
    }

    void run(ArioOptions o, ArioEvents events, int steps) {
        double[][] a = new double[sectors][n];
        double[][] om = new double[sectors][n];
        double[][] order = new double[n][n];
        for (int g = 0; g < n; g++) {
            for (int f = 0; f < n; f++) {
                a[sector[g]][f] += x0[f] == 0 ? 0 : z[g][f] / x0[f];
                om[sector[g]][f] += z[g][f] == 0 ? 0 : s[sector[g]] * z[g][f];
                order[g][f] = z[g][f];
            }
        }
        double[] x = x0.clone();
        double[] al = new double[n];
        java.util.Arrays.fill(al, o.alphaBase());
        double[] left = new double[events.damages().size()];
        for (int t = 0; t < steps; t++) {
            double[] delta = new double[n];
            double[] gone = new double[n];
            double[] d = y.clone();
            for (int e = 0; e < left.length; e++) {
                ArioEvents.Damage damage = events.damages().get(e);
                if (damage.step() == t) {
                    left[e] = damage.amount();
                }
                d[damage.builder()] += left[e] / o.rebuildTau();
                if (damage.industry() >= 0) {
                    gone[damage.industry()] += left[e];
                }
            }
            for (int f = 0; f < n; f++) {
                delta[f] = gone[f] > 0 ? gone[f] / capital[f] : 0;
                for (ArioEvents.Loss loss : events.losses()) {
                    if (loss.industry() == f && t >= loss.first() && t <= loss.last()) {
                        delta[f] = Math.max(delta[f], loss.part());
                    }
                }
            }
            double[] best = new double[n];
            double[] next = new double[n];
            for (int f = 0; f < n; f++) {
                for (int k = 0; k < n; k++) {
                    d[f] += order[f][k];
                }
                double scarcity = d[f] == 0 ? 0 : (d[f] - x[f]) / d[f];
                al[f] = Math.max(
                        1,
                        scarcity <= 1e-12
                                ? al[f] + (o.alphaBase() - al[f]) / o.alphaTau()
                                : al[f] + (o.alphaMax() - al[f]) * scarcity / o.alphaTau());
                best[f] = Math.min(d[f], al[f] * (1 - delta[f]) * x0[f]);
                next[f] = best[f];
                for (int i = 0; i < sectors; i++) {
                    double required = o.psi() * s[i] * a[i][f] * best[f];
                    if (a[i][f] > 0 && !Double.isInfinite(s[i]) && required > 0) {
                        next[f] = Math.min(next[f], best[f] * (om[i][f] / required));
                    }
                }
            }
            x = next;
            double unmet = 0;
            double open = 0;
            for (int f = 0; f < n; f++) {
                double part = d[f] == 0 ? 0 : x[f] / d[f];
                unmet += y[f] - y[f] * part;
                for (int k = 0; k < n; k++) {
                    om[sector[f]][k] += order[f][k] * part;
                }
            }
            for (int e = 0; e < left.length; e++) {
                int builder = events.damages().get(e).builder();
                left[e] -= left[e] / o.rebuildTau() * (d[builder] == 0 ? 0 : x[builder] / d[builder]);
                open += left[e];
            }
            for (int f = 0; f < n; f++) {
                for (int i = 0; i < sectors; i++) {
                    om[i][f] = Math.max(0, om[i][f] - a[i][f] * x[f]);
                    double gap = Double.isInfinite(s[i]) ? 0 : Math.max(0, s[i] * a[i][f] * best[f] - om[i][f]);
                    double wanted = gap / o.inventoryTau() + a[i][f] * x[f];
                    double sum = 0;
                    for (int g = 0; g < n; g++) {
                        sum += sector[g] == i ? z[g][f] * liked(o, x, g) : 0;
                    }
                    for (int g = 0; g < n; g++) {
                        if (sector[g] == i) {
                            order[g][f] = sum == 0 ? 0 : wanted * z[g][f] * liked(o, x, g) / sum;
                        }
                    }
                }
            }
            production.add(x.clone());
            alphas.add(al.clone());
            double[][] copy = new double[sectors][];
            for (int i = 0; i < sectors; i++) {
                copy[i] = om[i].clone();
            }
            stocks.add(copy);
            sums.add(new double[] {unmet, open});
        }
    }

    private double liked(ArioOptions o, double[] x, int g) {
        return !o.followProduction() ? 1 : x0[g] == 0 ? 0 : x[g] / x0[g];
    }
}
