package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * SHA-256, in hexadecimal digits, by which the inputs of a result can be known again. The same on every machine: lines end in LF
 * whatever the checkout made of them, names are in an order of their own, numbers are written as in scenario files. Why it is the files
 * of a dataset that count is said in src/docs/adr/0012-a-seam-for-models.md.
 */
public final class Fingerprint {
    /** The byte order mark of UTF-8, one char a byte. */
    private static final String MARK = "\u00EF\u00BB\u00BF";

    private Fingerprint() {}

    /**
     * Of a dataset folder: of its descriptor and tables, not of its scenarios and episodes, which have their own. What
     * {@code sha256sum *.csv datapackage.json}, sorted by name, prints is fingerprinted in turn, so anybody can work it out.
     */
    static String ofFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder sums = new StringBuilder();
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(Fingerprint::counts)
                    .sorted()
                    .toList();
            for (String name : names) {
                byte[] text = unmarked(Files.readAllBytes(folder.resolve(name)));
                sums.append(sha256(text)).append("  ").append(name).append('\n');
            }
            return sha256(sums.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ChokepointException("'" + folder + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean counts(String name) {
        return name.equals(Descriptor.FILE)
                || Tables.all().stream().anyMatch(table -> table.file().equals(name));
    }

    /**
     * Of what a run is made from beside the dataset: the scenario as {@link ScenarioWriter} writes it, without the model that its file may
     * name, and the figures that were used in place of the dataset's.
     */
    public static String of(Scenario scenario, Dataset dataset, FigureValues values) {
        StringBuilder text = new StringBuilder(canonical(scenario));
        if (values != FigureValues.CENTRAL) {
            for (Figure figure : dataset.figures()) {
                double used = values.of(figure);
                if (used != figure.central()) {
                    text.append(figure.id()).append('=').append(used).append('\n');
                }
            }
        }
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Of several scenarios that were run one after the other. */
    public static String of(List<Scenario> scenarios) {
        StringBuilder text = new StringBuilder();
        scenarios.forEach(scenario -> text.append(canonical(scenario)));
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(Scenario scenario) {
        return ScenarioWriter.toJson(scenario.withModel(Optional.empty()));
    }

    /** Without a byte order mark, lines ending in LF. */
    private static byte[] unmarked(byte[] bytes) {
        // One char a byte, so that the search runs at the speed of memory: every start of the program pays for it.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean marked = text.startsWith(MARK);
        if (!marked && text.indexOf('\r') < 0) {
            return bytes;
        }
        return text.substring(marked ? MARK.length() : 0).replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
