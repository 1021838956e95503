package io.chokepoint.firms.daily;

import io.chokepoint.firms.FirmNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * The equations once more, on dense matrices, client first, every pair of firms and every sector every day, and the rounds of the
 * published program as rounds. It shares nothing with the program but the network it is given.
 */
final class TextbookDaily {
    private static final double TINY = 1e-20;

    private final int firms;
    private final int sectors;
    private final int[] sector;
    private final double[][] a;
    private final double[] c;
    private final double[] n;
    private final double[] pini;
    private final double[] va;

    final List<double[]> production = new ArrayList<>();
    final List<double[]> totals = new ArrayList<>();

    TextbookDaily(FirmNetwork network, double[] target) {
        firms = network.firms();
        sectors = network.sectors().count();
        sector = network.sectors().of();
        n = target;
        c = network.column(FirmNetwork.FINAL_DEMAND).orElseThrow();
        a = new double[firms][firms];
        pini = c.clone();
        va = new double[firms];
        for (int j = 0; j < firms; j++) {
            for (int place = network.bySupplier().start()[j];
                    place < network.bySupplier().start()[j + 1];
                    place++) {
                a[network.bySupplier().neighbour()[place]][j] =
                        network.bySupplier().amount()[place];
            }
        }
        for (int i = 0; i < firms; i++) {
            double bought = 0;
            double sold = 0;
            for (int j = 0; j < firms; j++) {
                bought += a[i][j];
                sold += a[j][i];
            }
            pini[i] = c[i] + sold;
            va[i] = pini[i] == 0 ? 0 : (pini[i] - bought) / pini[i];
        }
    }

    void run(DailyOptions options, double[] given, int[] start, int days) {
        double[][] s = new double[firms][firms];
        double[][] o = new double[firms][firms];
        double[][] got = new double[firms][firms];
        double[] p = pini.clone();
        double[] cGot = c.clone();
        double[] delta = new double[firms];
        for (int i = 0; i < firms; i++) {
            for (int j = 0; j < firms; j++) {
                s[i][j] = n[i] * a[i][j];
                got[i][j] = a[i][j];
            }
        }
        note(p, cGot);
        for (int t = 0; t < days; t++) {
            for (int i = 0; i < firms; i++) {
                if (start[i] == t) {
                    delta[i] = given[i];
                }
            }
            inventory(s, got, p);
            orders(options, s, o, p);
            double[] next = new double[firms];
            for (int i = 0; i < firms; i++) {
                double d = 0;
                for (int k = 0; k < firms; k++) {
                    d += o[k][i];
                }
                d = c[i] + d;
                double most = pini[i] * (1 - delta[i]);
                for (int k = 0; k < sectors; k++) {
                    double as = ofSector(a[i], k);
                    if (as > 0) {
                        most = Math.min(most, ofSector(s[i], k) / as * pini[i]);
                    }
                }
                next[i] = Math.min(most, d);
                cGot[i] = ration(options, i, next[i], d, o, got);
            }
            p = next;
            note(p, cGot);
            recover(options.recovery(), delta, given, start, t);
        }
    }

    private void note(double[] p, double[] cGot) {
        double[] total = new double[3];
        for (int i = 0; i < firms; i++) {
            total[0] += p[i];
            total[1] += va[i] * p[i];
            total[2] += cGot[i];
        }
        production.add(p.clone());
        totals.add(total);
    }

    private double ofSector(double[] row, int k) {
        double sum = 0;
        for (int j = 0; j < firms; j++) {
            sum += sector[j] == k ? row[j] : 0;
        }
        return sum;
    }

    private void inventory(double[][] s, double[][] got, double[] p) {
        for (int i = 0; i < firms; i++) {
            if (pini[i] == 0) {
                continue;
            }
            double[] use = new double[sectors];
            for (int k = 0; k < sectors; k++) {
                double kept = ofSector(s[i], k);
                use[k] = Math.abs(kept) <= TINY ? 0 : p[i] / pini[i] * (ofSector(a[i], k) / kept);
            }
            for (int j = 0; j < firms; j++) {
                double left = s[i][j] + got[i][j] - s[i][j] * use[sector[j]];
                s[i][j] = left <= TINY ? 0 : left;
            }
        }
    }

    private void orders(DailyOptions options, double[][] s, double[][] o, double[] p) {
        for (int i = 0; i < firms; i++) {
            for (int j = 0; j < firms; j++) {
                if (pini[i] == 0) {
                    o[i][j] = a[i][j];
                    continue;
                }
                double need = a[i][j] * p[i] / pini[i];
                double target = n[i] * a[i][j] * p[i] / pini[i];
                double gap = (options.ordering().ordinal() == 1 ? n[i] * a[i][j] : target) - s[i][j];
                if (options.ordering().ordinal() == 2 && gap < 0) {
                    gap = 0;
                }
                double order = need + 1 / options.tau() * gap;
                o[i][j] = order < 0 ? 0 : order;
            }
        }
    }

    private double ration(DailyOptions options, int i, double p, double d, double[][] o, double[][] got) {
        double left = c[i];
        double part = d == 0 ? 0 : p / d;
        switch (options.rationing().ordinal()) {
            case 0 -> left = part * c[i];
            case 1 -> {
                double missing = Math.max(0, d - p);
                boolean enough = c[i] >= missing;
                left = enough ? c[i] - missing : 0;
                part = enough ? 1 : p / (d - c[i]);
            }
            case 2 -> {
                return fill(i, p, 1, options.textbook(), o, got);
            }
            default -> {
                left = Math.min(c[i], Math.max(0, p - (d - c[i])));
                fill(i, p - left, 0, options.textbook(), o, got);
                return left;
            }
        }
        for (int k = 0; k < firms; k++) {
            got[k][i] = o[k][i] * part;
        }
        return left;
    }

    /** In rounds. */
    private double fill(int i, double amount, double xFinal, boolean clean, double[][] o, double[][] got) {
        double remaining = amount;
        boolean[] in = new boolean[firms];
        double[] x = new double[firms];
        double[] level = new double[firms];
        double cost = xFinal == 0 ? 0 : c[i];
        double xF = xFinal;
        double levelF = 0;
        for (int k = 0; k < firms; k++) {
            x[k] = a[k][i] == 0 ? 0 : o[k][i] / a[k][i];
            in[k] = a[k][i] > 0 && !(clean && x[k] <= TINY);
        }
        while (true) {
            double least = xF > TINY ? xF : Double.POSITIVE_INFINITY;
            for (int k = 0; k < firms; k++) {
                least = in[k] && x[k] > TINY ? Math.min(least, x[k]) : least;
            }
            if (least == Double.POSITIVE_INFINITY) {
                break;
            }
            double round = 0;
            for (int k = 0; k < firms; k++) {
                round += in[k] ? least * a[k][i] : 0;
            }
            round += clean && xF <= TINY ? 0 : least * cost;
            if (remaining > round) {
                for (int k = 0; k < firms; k++) {
                    if (in[k]) {
                        level[k] += least;
                        x[k] -= least;
                        in[k] = x[k] > TINY;
                    }
                }
                if (xF > 0) {
                    levelF += least;
                    xF = xF - least <= TINY ? 0 : xF - least;
                }
                remaining -= round;
                continue;
            }
            double sharers = 0;
            for (int k = 0; k < firms; k++) {
                sharers += in[k] && x[k] > 0 ? a[k][i] : 0;
            }
            sharers += xF > 0 ? cost : 0;
            double share = sharers > 0 ? remaining / sharers : 0;
            for (int k = 0; k < firms; k++) {
                level[k] += in[k] && x[k] > 0 ? share : 0;
            }
            levelF += xF > 0 ? share : 0;
            break;
        }
        for (int k = 0; k < firms; k++) {
            got[k][i] = level[k] * a[k][i];
        }
        return levelF * c[i];
    }

    private void recover(Recovery recovery, double[] delta, double[] given, int[] start, int t) {
        double days = recovery.days();
        for (int i = 0; i < firms; i++) {
            if (!(delta[i] > 0) || t - start[i] < recovery.hold()) {
                continue;
            }
            switch (recovery.type().number()) {
                case -1, 0 -> delta[i] -= days == 0 ? 0 : given[i] / days;
                case 1 -> delta[i] -= 1 / days;
                case 2 -> delta[i] = 0;
                case 3 -> delta[i] *= 1 - days / given[i];
                case 4 -> delta[i] = given[i] * Math.exp(-t / days);
                default -> {
                    double sum = 0;
                    int degree = 0;
                    for (int j = 0; j < firms; j++) {
                        sum += (a[i][j] > 0 ? delta[j] : 0) + (a[j][i] > 0 ? delta[j] : 0);
                        degree += (a[i][j] > 0 ? 1 : 0) + (a[j][i] > 0 ? 1 : 0);
                    }
                    delta[i] *= 1 - (degree == 0 ? 1 : 1 - sum / degree) / days;
                }
            }
            delta[i] = Math.max(0, delta[i]);
        }
    }
}
