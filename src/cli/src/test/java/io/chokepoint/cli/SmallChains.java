package io.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The test dataset cut down to a chain of so many goods with so many markets, all of them for its last good. */
final class SmallChains {
    private static final String[] GOODS = {
        "a,\"Ore, crude\",Ore,material,mines,,,", "b,Alloy,Alloy,material,parts,,,", "c,Motor,Motor,product,parts,,,"
    };

    private SmallChains() {}

    /**
     * @param goods 1 to 3
     * @param markets 0 or more; each takes 0.9 / markets of the last good
     */
    static Path write(Path folder, int goods, int markets) throws IOException {
        CommandRun.copyOfChain(folder);
        Files.delete(folder.resolve("scenarios").resolve("ban.json"));
        StringBuilder rows = head(folder, "goods.csv");
        StringBuilder supply = head(folder, "supply.csv");
        for (int g = 0; g < goods; g++) {
            rows.append(GOODS[g]).append('\n');
            supply.append(GOODS[g].charAt(0)).append(",y,,1,,,0,,1,2025,book,assumption,\n");
        }
        Files.writeString(folder.resolve("goods.csv"), rows);
        Files.writeString(folder.resolve("supply.csv"), supply);
        StringBuilder needs = head(folder, "dependencies.csv");
        for (int g = 1; g < goods; g++) {
            needs.append(GOODS[g - 1].charAt(0))
                    .append(',')
                    .append(GOODS[g].charAt(0))
                    .append(",consumed,,1,,,0.8,,,1,,1,,0,,,,0.1,,,book,assumption,\n");
        }
        Files.writeString(folder.resolve("dependencies.csv"), needs);
        StringBuilder buyers = head(folder, "markets.csv");
        StringBuilder demand = head(folder, "demand.csv");
        for (int m = 0; m < markets; m++) {
            buyers.append("m").append(m).append(",Shop ").append(m).append(",motors,BEL,,4,,0,,\n");
            demand.append("m")
                    .append(m)
                    .append(',')
                    .append(GOODS[goods - 1].charAt(0))
                    .append(",,,")
                    .append(0.9 / markets)
                    .append(",,1,2025,book,assumption,\n");
        }
        Files.writeString(folder.resolve("markets.csv"), buyers);
        Files.writeString(folder.resolve("demand.csv"), demand);
        Path descriptor = folder.resolve("datapackage.json");
        Files.writeString(
                descriptor,
                Files.readString(descriptor).replace(",\n  \"chokepoint\": { \"defaultScenario\": \"ban\" }", ""));
        return folder;
    }

    private static StringBuilder head(Path folder, String table) throws IOException {
        return new StringBuilder(Files.readAllLines(folder.resolve(table)).getFirst()).append('\n');
    }
}
