package io.chokepoint.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The countries of ISO 3166-1 and the one spelling of each, in short everyday words. A table of our own, since the names of a Java
 * runtime are formal ("Hong Kong SAR China") and change with its version. Safe for use by many threads.
 */
public final class Countries {
    private static final String RESOURCE = "countries.tsv";
    private static final Map<String, Country> TABLE = read();

    /** @param article "the " or nothing */
    private record Country(String alpha2, String article, String name) {}

    private Countries() {}

    /** All alpha-3 codes, in ascending order. */
    public static Set<String> codes() {
        return TABLE.keySet();
    }

    /**
     * The name of a country, without an article: "United States".
     *
     * @param alpha3 ISO 3166-1 alpha-3; empty for the rest of the world
     * @return the code itself where it is unknown
     */
    public static String name(String alpha3) {
        Country country = TABLE.get(alpha3);
        if (country != null) {
            return country.name();
        }
        return alpha3.isEmpty() ? Texts.get("country.rest") : alpha3;
    }

    /** As {@link #name}, as it stands inside a sentence: "the United States". */
    public static String inSentence(String alpha3) {
        Country country = TABLE.get(alpha3);
        if (country != null) {
            return country.article() + country.name();
        }
        return alpha3.isEmpty() ? Texts.get("country.rest.inSentence") : alpha3;
    }

    /** The alpha-2 code, "CN" for CHN; empty for the empty or an unknown code. */
    public static String alpha2(String alpha3) {
        Country country = TABLE.get(alpha3);
        return country == null ? "" : country.alpha2();
    }

    private static Map<String, Country> read() {
        Map<String, Country> table = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Countries.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\t", 4);
                    table.put(cells[0], new Country(cells[1], cells[2].isEmpty() ? "" : cells[2] + " ", cells[3]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(table);
    }
}
