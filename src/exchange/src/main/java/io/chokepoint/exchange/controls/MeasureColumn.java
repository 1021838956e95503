package io.chokepoint.exchange.controls;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column of a table of measures and the names it goes by. */
enum MeasureColumn {
    COUNTRY(
            "the country",
            "country",
            "reporter",
            "economy",
            "issuer",
            "exporter",
            "reporting country",
            "implementing country"),
    DESTINATION("the destination", "destination", "to country", "partner", "importer", "target", "affected country"),
    COMMODITY(
            "the commodity",
            "commodity",
            "product",
            "good",
            "raw material",
            "mineral",
            "material",
            "product description",
            "description"),
    HS_CODE(
            "the customs code",
            "hs",
            "hs code",
            "hs6",
            "code",
            "hs 2007",
            "hs 2012",
            "hs 2017",
            "hs 2022",
            "hs2007",
            "hs2012",
            "hs2017",
            "hs2022",
            "hs07",
            "hs12",
            "hs17",
            "hs22",
            "product code",
            "commodity code"),
    INSTRUMENT(
            "the instrument",
            "instrument",
            "measure",
            "type of measure",
            "measure type",
            "restriction",
            "restriction type",
            "type"),
    FROM(
            "the start",
            "from",
            "start",
            "start date",
            "in force from",
            "introduced",
            "date of introduction",
            "effective",
            "year",
            "first year",
            "valid from"),
    TO("the end", "to", "end", "end date", "until", "in force until", "expired", "removed", "last year", "valid to"),
    RATE(
            "the rate",
            "rate",
            "tax rate",
            "duty",
            "duty rate",
            "rate %",
            "tax rate %",
            "ad valorem",
            "ad valorem rate",
            "rate (%)",
            "tax rate (%)"),
    SOURCE("the source", "source", "reference", "legal basis", "url"),
    NOTE("the remark", "note", "notes", "comment", "comments", "remark", "remarks");

    private final String words;
    private final Set<String> names;
    private final String first;

    MeasureColumn(String words, String... names) {
        this.words = words;
        this.names = Set.of(names);
        this.first = names[0];
    }

    /** What the column holds. */
    String words() {
        return words;
    }

    /** A name by which it is known, for messages. */
    String names() {
        return "'" + first + "'";
    }

    static Optional<MeasureColumn> of(String header) {
        String name = header.toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replaceAll("\\s+", " ")
                .strip();
        for (MeasureColumn column : values()) {
            if (column.names.contains(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
