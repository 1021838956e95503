package io.chokepoint.testkit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a dataset of any size as files, drawn by chance and the same for the same size and seed on every machine: what is measured, and
 * what tests of large networks read. Every figure in it is an assumption.
 *
 * <p>Its shape is that of the shipped dataset: about six makers a good, some with one and a few with twenty; some three inputs a good, so
 * that there are about {@value #LINKS_PER_ACTIVITY} links, the possible flows from maker to maker, for each activity; goods that feed many
 * others and goods that feed one; machines and services that go back up the chain, so that there are loops; for half of the dependencies
 * it is stated who buys from whom, with a preference for makers of the same country; markets at the end; values that pay for all inputs.
 */
public final class DrawnDataset {
    /** Links for each activity, markets and alternatives left aside. */
    static final int LINKS_PER_ACTIVITY = 20;

    private static final double MAKERS_PER_GOOD = 6;
    private static final int MOST_MAKERS = 20;
    private static final int STAGES = 12;
    /** What the makers inside the network use of a good, at most; with drawn use shares at their highest still below 1. */
    private static final double MOST_USED = 0.9;

    private static final String EVIDENCE = "drawn,assumption,Drawn by chance.\n";
    /** The first ones have most makers. */
    private static final String[] COUNTRIES = {
        "CHN", "USA", "JPN", "KOR", "TWN", "DEU", "NLD", "FRA", "SGP", "ISR", "AUT", "ITA", "GBR", "BEL", "THA", "MYS",
        "MEX", "IRL", "IND", "CAN", "VNM", "SWE", "POL", "BRA", "AUS", "CHL", "ZAF", "PER", "CZE", "ESP"
    };

    private final SplittableRandom random;
    private final int goods;
    private final int[] countryOf;
    /** By good, its makers. */
    private final int[][] makers;

    private final double[][] shares;
    /** By good, what is used of it, and by whom. */
    private final List<List<Use>> uses = new ArrayList<>();

    private final double[] weights;
    private final double[] used;
    private final double[] value;
    /** By good and maker, the part of the world's output that is sold. */
    private final double[][] sold;

    private record Use(int input, int consumer, double weight) {}

    private DrawnDataset(int activities, long seed) {
        random = new SplittableRandom(seed);
        goods = (int) Math.max(3, Math.round(activities / MAKERS_PER_GOOD));
        countryOf = new int[Math.max(MOST_MAKERS + 10, activities / 6)];
        for (int p = 0; p < countryOf.length; p++) {
            double drawn = random.nextDouble();
            countryOf[p] = (int) (COUNTRIES.length * drawn * drawn * drawn);
        }
        makers = new int[goods][];
        shares = new double[goods][];
        sold = new double[goods][];
        weights = new double[goods];
        used = new double[goods];
        value = new double[goods];
        drawMakers(activities);
        drawUses((long) LINKS_PER_ACTIVITY * activities);
        drawValues();
    }

    /** Arguments: how many activities, an empty or new folder, and if wanted a seed. */
    public static void main(String... args) throws IOException {
        write(Integer.parseInt(args[0]), args.length > 2 ? Long.parseLong(args[2]) : 1, Path.of(args[1]));
    }

    /**
     * Writes the dataset with its scenarios: {@code one-good}, the exports of one good from one country, and {@code first-stages}, all that
     * a country exports of the first two stages, which reaches most of the network.
     *
     * @param activities makers of goods; at least 20
     */
    public static void write(int activities, long seed, Path folder) throws IOException {
        new DrawnDataset(activities, seed).writeTo(folder);
    }

    private void drawMakers(int activities) {
        int left = activities;
        for (int g = 0; g < goods; g++) {
            int rest = goods - g - 1;
            double wanted = StrictMath.exp(Math.log(MAKERS_PER_GOOD) - 0.18 + 0.6 * random.nextGaussian());
            int count = (int) Math.max(1, Math.min(MOST_MAKERS, Math.round(wanted)));
            // What is left must do for the others, and the others must be able to take it.
            count = Math.max(Math.min(count, left - rest), left - rest * MOST_MAKERS);
            count = g == goods - 1 ? Math.min(left, countryOf.length) : count;
            left -= count;
            makers[g] = random.ints(0, countryOf.length).distinct().limit(count).toArray();
            shares[g] = new double[count];
            sold[g] = new double[count];
            double sum = 0;
            for (int k = 0; k < count; k++) {
                shares[g][k] = StrictMath.exp(random.nextGaussian());
                sum += shares[g][k];
            }
            for (int k = 0; k < count; k++) {
                shares[g][k] /= sum;
            }
        }
    }

    private int stage(int good) {
        return 1 + (int) ((long) good * STAGES / goods);
    }

    /** Mostly from a little further up; a few go back. */
    private void drawUses(long links) {
        for (int g = 0; g < goods; g++) {
            uses.add(new ArrayList<>());
        }
        int near = Math.max(1, goods / 60);
        int far = Math.max(2, goods / 8);
        long made = 0;
        for (long tries = 0; made < links && tries < 100L * links; tries++) {
            int consumer = 1 + random.nextInt(goods - 1);
            int input = random.nextDouble() < 0.01 ? random.nextInt(goods) : consumer - near - random.nextInt(far);
            if (random.nextDouble() < 0.3) {
                input -= input % 10; // Goods that many use.
            }
            if (input < 0) {
                continue;
            }
            int from = input;
            if (from != consumer && uses.get(consumer).stream().noneMatch(use -> use.input == from)) {
                uses.get(consumer).add(new Use(from, consumer, 0.2 + random.nextDouble()));
                made += (long) makers[from].length * makers[consumer].length;
            }
        }
    }

    private void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("scenarios"));
        table(folder, "stages", "id,name,order", out -> {
            for (int s = 1; s <= STAGES; s++) {
                out.write("s" + s + ",Stage " + s + "," + s + "\n");
            }
        });
        table(folder, "goods", "id,name,kind,stage,tags,aliases,description", out -> {
            for (int g = 0; g < goods; g++) {
                String tags = g % 50 == 0 ? "listed" : "";
                out.write("g" + g + ",Good " + g + ",material,s" + stage(g) + "," + tags + ",,Drawn by chance\n");
            }
        });
        table(folder, "providers", "id,name,type,country", out -> {
            for (int p = 0; p < countryOf.length; p++) {
                out.write("p" + p + ",Maker " + p + ",company," + COUNTRIES[countryOf[p]] + "\n");
            }
        });
        table(folder, "sources", "id,title,publisher,year,url", out -> out.write("drawn,Drawn by chance,,2026,\n"));
        table(
                folder,
                "supply",
                "good,provider,share_low,share,share_high,spare_low,spare,spare_high,ramp_weeks,year,source,basis,note",
                this::writeSupply);
        table(
                folder,
                "dependencies",
                "input,consumer,mode,criticality_low,criticality,criticality_high,use_share_low,use_share,use_share_high,"
                        + "stock_weeks_low,stock_weeks,stock_weeks_high,lead_weeks,qualification_weeks_low,qualification_weeks,"
                        + "qualification_weeks_high,lifetime_years,cost_share_low,cost_share,cost_share_high,role,source,basis,note",
                dependencies -> table(
                        folder,
                        "sourcing",
                        "consumer,consumer_provider,input,input_provider,share,stock_weeks_low,stock_weeks,stock_weeks_high,"
                                + "qualification_weeks_low,qualification_weeks,qualification_weeks_high,needs,source,basis,note",
                        sourcing -> writeUses(dependencies, sourcing)));
        table(folder, "values", "good,value_low,value,value_high,year,source,basis,note", out -> {
            for (int g = 0; g < goods; g++) {
                out.write("g" + g + "," + range(value[g], 0.9, 1.1) + ",2026," + EVIDENCE);
            }
        });
        writeMarkets(folder);
        scenario(
                folder,
                "one-good",
                "export-ban",
                "good:g" + mostUsed() + " country:" + COUNTRIES[0] + " to:!" + COUNTRIES[0]);
        scenario(folder, "first-stages", "export-ban", "stage:s1,s2 country:" + COUNTRIES[0] + " to:!" + COUNTRIES[0]);
        Files.writeString(folder.resolve("datapackage.json"), """
                {"name": "drawn-%d", "title": "Drawn by chance, %d goods", "version": "1.0.0",
                 "licenses": [{"name": "Apache-2.0"}],
                 "chokepoint": {"defaultScenario": "first-stages"},
                 "resources": [%s]}
                """.formatted(
                        goods,
                        goods,
                        String.join(
                                ", ",
                                List.of(
                                                "stages",
                                                "goods",
                                                "providers",
                                                "sources",
                                                "supply",
                                                "dependencies",
                                                "sourcing",
                                                "values",
                                                "markets",
                                                "demand")
                                        .stream()
                                        .map(name -> "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\"}")
                                        .toList())));
    }

    /** A good of the first stages that a country of many makers makes and most others use. */
    private int mostUsed() {
        int[] customers = new int[goods];
        uses.forEach(all -> all.forEach(use -> customers[use.input]++));
        int best = -1;
        for (int g = 0; g < goods && stage(g) <= 2; g++) {
            boolean isMadeThere = Arrays.stream(makers[g]).anyMatch(p -> countryOf[p] == 0);
            if (isMadeThere && (best < 0 || customers[g] > customers[best])) {
                best = g;
            }
        }
        return Math.max(0, best);
    }

    private void writeSupply(BufferedWriter out) throws IOException {
        for (int g = 0; g < goods; g++) {
            for (int k = 0; k < makers[g].length; k++) {
                double share = shares[g][k];
                double spare = random.nextDouble() < 0.4 ? 0 : 0.2 * random.nextDouble();
                out.write("g" + g + ",p" + makers[g][k] + "," + range(share, 0.8, Math.min(1.2, 1 / share)) + ","
                        + range(spare, 0.5, 2) + "," + (4 + random.nextInt(49)) + ",2026," + EVIDENCE);
            }
        }
    }

    private void writeUses(BufferedWriter dependencies, BufferedWriter sourcing) throws IOException {
        for (int consumer = 0; consumer < goods; consumer++) {
            for (Use use : uses.get(consumer)) {
                boolean goesBack = use.input > consumer;
                // Machines and services that go back up the chain are worth little beside what they help to make.
                double part = goesBack ? Math.min(part(use), 0.02 * value[consumer] / value[use.input]) : part(use);
                writeUse(dependencies, sourcing, use, part, goesBack ? "capital" : mode());
            }
        }
    }

    /** u: how the goods' output is shared out among their uses. */
    private double part(Use use) {
        return used[use.input] * use.weight / weights[use.input];
    }

    /** Values that pay for all inputs, from the beginning of the chain. */
    private void drawValues() {
        uses.forEach(all -> all.forEach(use -> weights[use.input] += use.weight));
        for (int g = 0; g < goods; g++) {
            used[g] = MOST_USED * (0.5 + 0.5 * random.nextDouble());
            double cost = 0;
            for (Use use : uses.get(g)) {
                cost += use.input < g ? part(use) * value[use.input] : 0;
            }
            value[g] = cost > 0
                    ? cost / (0.4 + 0.5 * random.nextDouble())
                    : 100 * StrictMath.exp(1.5 * random.nextGaussian());
        }
    }

    private String mode() {
        double drawn = random.nextDouble();
        return drawn < 0.8 ? "consumed" : drawn < 0.92 ? "capital" : "access";
    }

    private void writeUse(BufferedWriter dependencies, BufferedWriter sourcing, Use use, double part, String mode)
            throws IOException {
        double essential = random.nextDouble();
        double criticality = essential < 0.5 ? 1 : essential < 0.75 ? 0.5 : random.nextDouble();
        int[] leads = {1, 2, 2, 4, 4, 8, 13};
        double stock = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(12);
        dependencies.write("g" + use.input + ",g" + use.consumer + "," + mode + ","
                + range(criticality, 0.8, Math.min(1.1, criticality > 0 ? 1 / criticality : 1)) + ","
                + range(part, 0.7, 1.05) + ","
                + (mode.equals("consumed") ? range(stock, 0.5, 2) : ",,") + ","
                + (mode.equals("access") ? "" : leads[random.nextInt(leads.length)]) + ","
                + range(4 + random.nextInt(49), 0.5, 2) + "," + (mode.equals("capital") ? 3 + random.nextInt(12) : "")
                + ",,,,is used there," + EVIDENCE);
        if (random.nextBoolean()) {
            writeMix(sourcing, use, part);
        } else {
            sell(use.input, part, shares[use.input]);
        }
    }

    private void sell(int good, double part, double[] byMaker) {
        for (int j = 0; j < byMaker.length; j++) {
            sold[good][j] += part * byMaker[j];
        }
    }

    /**
     * Who buys from whom: balanced, so that nobody sells more than its share, with a preference for the own country. Where that does not
     * fit beside what is sold already, all buy by shares.
     */
    private void writeMix(BufferedWriter sourcing, Use use, double part) throws IOException {
        int[] from = makers[use.input];
        int[] to = makers[use.consumer];
        double[][] flow = new double[to.length][from.length];
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < from.length; j++) {
                double near = countryOf[from[j]] == countryOf[to[i]] ? 5 : 1;
                flow[i][j] = random.nextDouble() < 0.5
                        ? shares[use.input][j] * near * random.nextDouble()
                        : 1e-3 * shares[use.input][j];
            }
        }
        double[] sum = new double[from.length];
        for (int round = 0; round < 30; round++) {
            Arrays.fill(sum, 0);
            for (double[] row : flow) {
                for (int j = 0; j < from.length; j++) {
                    sum[j] += row[j];
                }
            }
            for (int i = 0; i < to.length; i++) {
                double own = 0;
                for (int j = 0; j < from.length; j++) {
                    flow[i][j] *= shares[use.input][j] / sum[j];
                    own += flow[i][j];
                }
                for (int j = 0; j < from.length; j++) {
                    flow[i][j] *= shares[use.consumer][i] / own;
                }
            }
        }
        for (int i = 0; i < to.length; i++) {
            double kept = 0;
            for (int j = 0; j < from.length; j++) {
                flow[i][j] = flow[i][j] < 0.02 * shares[use.consumer][i] ? 0 : flow[i][j];
                kept += flow[i][j];
            }
            for (int j = 0; j < from.length; j++) {
                flow[i][j] *= shares[use.consumer][i] / kept;
            }
        }
        Arrays.fill(sum, 0);
        for (double[] row : flow) {
            for (int j = 0; j < from.length; j++) {
                sum[j] += row[j];
            }
        }
        for (int j = 0; j < from.length; j++) {
            if (sum[j] > 1.05 * shares[use.input][j]) {
                sell(use.input, part, shares[use.input]);
                return;
            }
        }
        sell(use.input, part, sum);
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < from.length; j++) {
                if (flow[i][j] > 0) {
                    sourcing.write("g" + use.consumer + ",p" + to[i] + ",g" + use.input + ",p" + from[j] + ","
                            + Math.min(1, flow[i][j] / shares[use.consumer][i]) + ",,,,,,,," + EVIDENCE);
                }
            }
        }
    }

    /** For what nobody inside the network uses: three markets a good, and one market for about fifteen goods. */
    private void writeMarkets(Path folder) throws IOException {
        boolean[] isUsed = new boolean[goods];
        uses.forEach(all -> all.forEach(use -> isUsed[use.input] = true));
        List<Integer> ends = new ArrayList<>();
        for (int g = 0; g < goods; g++) {
            if (!isUsed[g]) {
                ends.add(g);
            }
        }
        int markets = Math.max(1, ends.size() / 5);
        table(
                folder,
                "markets",
                "id,name,function,country,tags,switch_weeks,price_sensitivity_low,price_sensitivity,price_sensitivity_high,description",
                out -> {
                    for (int m = 0; m < markets; m++) {
                        out.write("m" + m + ",Market " + m + ",units," + COUNTRIES[random.nextInt(COUNTRIES.length)]
                                + ",," + (4 + random.nextInt(30)) + ",0.2,0.5,1,Drawn by chance\n");
                    }
                });
        table(
                folder,
                "demand",
                "market,product,provider,use_share_low,use_share,use_share_high,function_per_unit,year,source,basis,note",
                out -> {
                    for (int place = 0; place < ends.size(); place++) {
                        int last = Math.min(markets, 3);
                        for (int m = 0; m < last; m++) {
                            out.write("m" + (place / 5 + m) % markets + ",g" + ends.get(place) + ",,"
                                    + range(0.2 + 0.08 * random.nextDouble(), 0.8, 1.05) + ","
                                    + (1 + random.nextInt(1000)) + ",2026," + EVIDENCE);
                        }
                    }
                });
    }

    private static void scenario(Path folder, String id, String kind, String select) throws IOException {
        Files.writeString(folder.resolve("scenarios").resolve(id + ".json"), """
                {"id": "%s", "title": "%s", "question": "What falls short?", "startDate": "2026-01-05", "horizonWeeks": 104,
                 "restrictions": [{"kind": "%s", "select": ["%s"], "start": 4, "end": 56, "leak": [0.1, 0.2, 0.3],
                  "source": "drawn", "basis": "assumption"}]}
                """.formatted(id, id, kind, select));
    }

    /** Low, central and high cell. */
    private static String range(double central, double low, double high) {
        return central * low + "," + central + "," + central * high;
    }

    private interface Rows {
        void write(BufferedWriter out) throws IOException;
    }

    private static void table(Path folder, String name, String header, Rows rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".csv"))) {
            out.write(header + "\n");
            rows.write(out);
        }
    }
}
