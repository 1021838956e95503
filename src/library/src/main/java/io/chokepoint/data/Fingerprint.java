package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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
    /** The byte order mark of UTF-8. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int PIECE = 1 << 16;

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
                sums.append(ofText(folder.resolve(name)))
                        .append("  ")
                        .append(name)
                        .append('\n');
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

    /** Of a file without a byte order mark, lines ending in LF. Reads it piece by piece: a table may be large. */
    private static String ofText(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] piece = new byte[PIECE];
        try (InputStream bytes = Files.newInputStream(file)) {
            int length = bytes.readNBytes(piece, 0, PIECE);
            int start = Arrays.equals(piece, 0, Math.min(length, MARK.length), MARK, 0, MARK.length) ? MARK.length : 0;
            boolean held = false; // a CR that may belong to the next LF
            while (length > start) {
                if (held && piece[start] != '\n') {
                    digest.update((byte) '\r');
                }
                held = piece[length - 1] == '\r';
                int from = start;
                for (int i = start; i < length - 1; i++) {
                    if (piece[i] == '\r' && piece[i + 1] == '\n') {
                        digest.update(piece, from, i - from);
                        from = i + 1;
                    }
                }
                digest.update(piece, from, length - (held ? 1 : 0) - from);
                start = 0;
                length = bytes.readNBytes(piece, 0, PIECE);
            }
            if (held) {
                digest.update((byte) '\r');
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
