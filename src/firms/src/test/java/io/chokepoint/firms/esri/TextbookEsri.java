package io.chokepoint.firms.esri;

import io.chokepoint.firms.FirmNetwork;
import java.util.Arrays;

/**
 * The equations once more, on dense matrices and without any thought of speed: every firm, every sector, every step. It shares
 * nothing with the program but the network it is given.
 */
final class TextbookEsri {
    private final int firms;
    private final int sectors;
    private final int[] sector;
    private final int[] market;
    private final double[][] w;
    private final double[][] ld;
    private final double[][] lu;
    private final double[] out;
    private final int[][] code;
    private final EsriOptions options;
    private final double[] weight;

    double[] hd;
    double[] hu;
    int iterations;

    TextbookEsri(FirmNetwork network, Essentiality essentiality, EsriOptions options) {
        this.options = options;
        firms = network.firms();
        sectors = network.sectors().count();
        sector = network.sectors().of();
        market = network.markets().orElse(network.sectors()).of();
        w = new double[firms][firms];
        for (int i = 0; i < firms; i++) {
            for (int place = network.bySupplier().start()[i];
                    place < network.bySupplier().start()[i + 1];
                    place++) {
                w[i][network.bySupplier().neighbour()[place]] =
                        network.bySupplier().amount()[place];
            }
        }
        code = new int[sectors][sectors];
        for (int k = 0; k < sectors; k++) {
            for (int l = 0; l < sectors; l++) {
                code[k][l] = essentiality.code(k, l);
            }
        }
        out = new double[firms];
        double[] in = new double[firms];
        double[][] pi = new double[firms][sectors];
        for (int i = 0; i < firms; i++) {
            for (int j = 0; j < firms; j++) {
                out[i] += w[i][j];
                in[j] += w[i][j];
                pi[j][sector[i]] += w[i][j];
            }
        }
        double[] revenue =
                options.accounts() ? network.column(FirmNetwork.REVENUE).orElse(null) : null;
        double[] costs = options.accounts() ? network.column(FirmNetwork.COSTS).orElse(null) : null;
        ld = new double[firms][firms];
        lu = new double[firms][firms];
        for (int i = 0; i < firms; i++) {
            for (int j = 0; j < firms; j++) {
                if (w[i][j] == 0) {
                    continue;
                }
                int e = code[sector[i]][sector[j]];
                ld[i][j] = e == 2 ? w[i][j] / pi[j][sector[i]] : e == 1 ? w[i][j] / in[j] : 0;
                if (costs != null) {
                    double c = costs[j] != 0 ? costs[j] : options.unitInvariant() ? in[j] : 1;
                    ld[i][j] *= in[j] / c;
                }
                double r =
                        revenue == null ? out[i] : revenue[i] > 0 ? revenue[i] : options.unitInvariant() ? out[i] : 1;
                lu[i][j] = w[i][j] / r;
            }
        }
        double[] raw = network.weights().isEmpty()
                ? out
                : network.weights().values().iterator().next();
        double sum = Arrays.stream(raw).sum();
        weight = Arrays.stream(raw).map(v -> v / sum).toArray();
    }

    /** Runs with a shock for each firm. */
    EsriResult.Index run(double[] psiDown, double[] psiUp, StopRule rule) {
        hd = Arrays.stream(psiDown).map(psi -> 1 - psi).toArray();
        hu = Arrays.stream(psiUp).map(psi -> 1 - psi).toArray();
        iterations = 0;
        double before = index().esri();
        while (iterations < rule.mostSteps()) {
            double[] nextDown = nextDown(psiDown);
            double[] nextUp = nextUp(psiUp);
            double fall = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < firms; i++) {
                fall = Math.max(fall, Math.max(hd[i] - nextDown[i], hu[i] - nextUp[i]));
            }
            hd = nextDown;
            hu = nextUp;
            iterations++;
            double now = index().esri();
            boolean stop =
                    rule.type() == 1 ? fall <= rule.eps() : before == 0 ? !(now > 0) : now / before <= 1 + rule.eps();
            before = now;
            if (stop) {
                break;
            }
        }
        return index();
    }

    EsriResult.Index index() {
        double both = 0;
        double down = 0;
        double up = 0;
        for (int i = 0; i < firms; i++) {
            both += weight[i] * (1 - Math.min(hd[i], hu[i]));
            down += weight[i] * (1 - hd[i]);
            up += weight[i] * (1 - hu[i]);
        }
        return new EsriResult.Index(both, down, up);
    }

    private double sigma(int i) {
        if (!options.replaceability()) {
            return 1;
        }
        double available = 0;
        for (int m = 0; m < firms; m++) {
            if (market[m] == market[i]) {
                available += out[m] * hd[m];
            }
        }
        if (options.unitInvariant()) {
            return available == 0 ? 1 : Math.min(1, out[i] / available);
        }
        return Math.min(1, out[i] / (available <= 1e-10 ? 1 : available));
    }

    private double[] nextDown(double[] psi) {
        double[] sigma = new double[firms];
        for (int i = 0; i < firms; i++) {
            sigma[i] = sigma(i);
        }
        double[] next = new double[firms];
        for (int j = 0; j < firms; j++) {
            double[] loss = new double[sectors];
            for (int i = 0; i < firms; i++) {
                loss[sector[i]] += sigma[i] * ld[i][j] * (1 - hd[i]);
            }
            double worst = 0;
            double sum = 0;
            for (int k = 0; k < sectors; k++) {
                if (code[k][sector[j]] == 2) {
                    worst = Math.max(worst, loss[k]);
                } else if (code[k][sector[j]] == 1) {
                    sum += loss[k];
                }
            }
            next[j] = Math.max(0, Math.min(1 - psi[j], Math.min(1 - worst, 1 - sum)));
        }
        return next;
    }

    private double[] nextUp(double[] psi) {
        double[] next = new double[firms];
        for (int i = 0; i < firms; i++) {
            double lost = 0;
            for (int j = 0; j < firms; j++) {
                lost += lu[i][j] * (1 - hu[j]);
            }
            next[i] = Math.max(0, Math.min(1 - psi[i], 1 - lost));
        }
        return next;
    }
}
