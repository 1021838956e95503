package io.chokepoint.data;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.CleanText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.core.io.JsonStringEncoder;

/** Datasets to begin with: a chain of six goods in which every figure says that it is an assumption, or tables without rows. */
public final class StarterDataset {
    private static final String SCENARIO = "metal-outage";
    private static final int LONGEST_NAME = 60;

    private StarterDataset() {}

    /** With what a new dataset begins. */
    public enum Start {
        /** Six goods, their makers, one market and a scenario: sound, and run at once. */
        TEMPLATE,
        /** The tables that every dataset has, with their columns and no rows. */
        EMPTY
    }

    /**
     * Writes a new dataset into a new folder of its own, which is named after the title.
     *
     * @param place the folder around it
     * @param title as people read it
     * @return the new folder
     * @throws ChokepointException if the title has no letter or digit to name a folder by
     * @throws IOException if it cannot be written
     */
    public static Path write(Path place, String title, Start start) throws IOException {
        String name = name(title);
        if (name.isEmpty()) {
            throw new ChokepointException(
                    "'" + title.strip() + "' names no folder; expected a title with letters a to z or digits.");
        }
        Path folder = DatasetCopy.free(place, name);
        for (TableSchema table : tables()) {
            TableText text = TableText.read(resource(table.file()));
            TableText written = start == Start.EMPTY
                    ? text.remove(IntStream.range(0, text.size()).boxed().toList())
                    : text;
            AtomicFile.write(folder.resolve(table.file()), written::writeTo);
        }
        String descriptor = resource(Descriptor.FILE)
                .replace("@name@", name)
                .replace(
                        "@title@",
                        String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(CleanText.of(title.strip()))))
                .replace(
                        "\"defaultScenario\": \"@scenario@\"",
                        start == Start.EMPTY ? "" : "\"defaultScenario\": \"" + SCENARIO + "\"");
        AtomicFile.write(folder.resolve(Descriptor.FILE), out -> out.write(descriptor));
        if (start == Start.TEMPLATE) {
            String scenario = resource("scenarios/" + SCENARIO + ".json");
            AtomicFile.write(folder.resolve("scenarios").resolve(SCENARIO + ".json"), out -> out.write(scenario));
        }
        return folder;
    }

    private static List<TableSchema> tables() {
        return List.of(
                Tables.STAGES,
                Tables.GOODS,
                Tables.PROVIDERS,
                Tables.SUPPLY,
                Tables.DEPENDENCIES,
                Tables.ALTERNATIVES,
                Tables.MARKETS,
                Tables.DEMAND,
                Tables.SOURCES);
    }

    /** A title as the name of a folder: small letters, digits and hyphens. */
    public static String name(String title) {
        String name = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("^-|-$", "");
    }

    private static String resource(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                StarterDataset.class.getResourceAsStream("starter/" + file), "the template is missing")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
