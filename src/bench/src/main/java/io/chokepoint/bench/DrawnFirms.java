package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.esri.Essentiality;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A network of firms drawn by chance, as files of a temporary folder: numbers of suppliers and attraction of customers by the same power
 * law, about 6.3 suppliers a firm, amounts log-normal, 88 sectors, final demand about as large as what is sold to firms. The same for the
 * same number of firms.
 */
final class DrawnFirms {
    private static final int SECTORS = 88;
    private static final double TAIL = 1.35;
    private static final int LEAST = 2;
    private static final int MOST = 1000;

    private final int firms;
    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(1);

    DrawnFirms(int firms) throws IOException {
        this.firms = firms;
        folder = Files.createTempDirectory("firms");
        double[] sum = new double[firms];
        double[] suppliers = new double[firms];
        for (int i = 0; i < firms; i++) {
            double size = power();
            suppliers[i] = random.nextBoolean() ? size : power();
            sum[i] = (i == 0 ? 0 : sum[i - 1]) + (random.nextBoolean() ? size : power());
        }
        try (BufferedWriter nodes = Files.newBufferedWriter(nodes());
                BufferedWriter edges = Files.newBufferedWriter(edges())) {
            nodes.write("node,sector,final_demand\n");
            edges.write("supplier,buyer,amount\n");
            for (int buyer = 0; buyer < firms; buyer++) {
                int sector = (int) (3 * (StrictMath.pow((SECTORS + 3) / 3.0, random.nextDouble()) - 1));
                nodes.write(buyer + "," + sector + "," + 100 * random.nextDouble() + "\n");
                for (int link = 0; link < (int) suppliers[buyer]; link++) {
                    int found = Arrays.binarySearch(sum, random.nextDouble() * sum[firms - 1]);
                    int supplier = Math.min(firms - 1, found < 0 ? -1 - found : found);
                    if (supplier != buyer) {
                        edges.write(supplier + "," + buyer + "," + (float) StrictMath.exp(random.nextGaussian()) * 10
                                + "\n");
                    }
                }
            }
        }
    }

    private double power() {
        double part = 1 - StrictMath.pow((double) LEAST / (MOST + 1), TAIL);
        return LEAST * StrictMath.pow(1 - random.nextDouble() * part, -1 / TAIL);
    }

    private Path nodes() {
        return folder.resolve("nodes.csv");
    }

    private Path edges() {
        return folder.resolve("edges.csv");
    }

    FirmNetwork read() throws IOException {
        Faults faults = new Faults();
        FirmNetwork read = NetworkReader.read(
                nodes(),
                edges(),
                NetworkReader.Wanted.columns(false, FirmNetwork.FINAL_DEMAND),
                faults,
                RunMonitor.NONE);
        faults.orThrow();
        return read;
    }

    /** Codes of pairs of sectors: three in ten negligible, half non-essential, the rest essential. */
    Essentiality codes(FirmNetwork network) {
        SplittableRandom drawn = new SplittableRandom(2);
        Essentiality codes = Essentiality.all(network, Essentiality.NON_ESSENTIAL);
        for (int k = 0; k < network.sectors().count(); k++) {
            for (int l = 0; l < network.sectors().count(); l++) {
                double part = drawn.nextDouble();
                codes = part < 0.3 ? codes.with(k, l, 0) : part < 0.8 ? codes : codes.with(k, l, 2);
            }
        }
        return codes;
    }

    void delete() throws IOException {
        Files.delete(nodes());
        Files.delete(edges());
        Files.delete(folder);
    }
}
