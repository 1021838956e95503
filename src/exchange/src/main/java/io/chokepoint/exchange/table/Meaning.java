package io.chokepoint.exchange.table;

import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.links.NetworkDrafter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a column of somebody's table can mean: {@code node.X}, {@code edge.X} from what is needed to what needs it, or {@code supply.X} of a maker and a
 * good. X is a column of the dataset's tables, or one of a few words of its own.
 *
 * @param of {@code node}, {@code edge} or {@code supply}
 * @param name what it is of it
 */
record Meaning(String of, String name) {
    static final String NODE = "node";
    static final String EDGE = "edge";
    static final String SUPPLY = "supply";
    static final String QUANTITY = "quantity";

    private static final Set<String> NUMBERS = numbers();

    static Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        List.of("id", "name", "type", "country", "provider_type").forEach(name -> words.add(NODE + "." + name));
        columns(NODE, words, Tables.GOODS, Tables.MARKETS);
        List.of("source", "target", "type", QUANTITY, "unit").forEach(name -> words.add(EDGE + "." + name));
        columns(EDGE, words, Tables.DEPENDENCIES, Tables.DEMAND);
        List.of("provider", "good", "country", QUANTITY, "unit").forEach(name -> words.add(SUPPLY + "." + name));
        columns(SUPPLY, words, Tables.SUPPLY);
        words.remove("edge.market");
        return words;
    }

    private static void columns(String of, Set<String> words, TableSchema... schemas) {
        for (TableSchema schema : schemas) {
            for (TableSchema.Column column : schema.columns()) {
                if (!schema.key().contains(column.name()) && !column.name().equals("source")) {
                    words.add(of + "." + column.name());
                }
            }
        }
        if (!of.equals(NODE)) {
            words.add(of + ".sources");
        }
    }

    private static Set<String> numbers() {
        Set<String> numbers = new HashSet<>(NetworkDrafter.QUANTITIES);
        for (TableSchema schema :
                List.of(Tables.GOODS, Tables.MARKETS, Tables.SUPPLY, Tables.DEPENDENCIES, Tables.DEMAND)) {
            for (TableSchema.Column column : schema.columns()) {
                if (column.type() != TableSchema.Type.TEXT) {
                    numbers.add(column.name());
                }
            }
        }
        return numbers;
    }

    static Meaning of(String word) {
        int dot = word.indexOf('.');
        return new Meaning(word.substring(0, dot), word.substring(dot + 1));
    }

    boolean isNumber() {
        return NUMBERS.contains(name);
    }

    boolean isQuantity() {
        return name.equals(QUANTITY);
    }

    /** Whether it is a part of 1, which some write in percent. */
    boolean isPart() {
        List<TableSchema.Column> columns = new ArrayList<>(Tables.SUPPLY.columns());
        columns.addAll(Tables.DEPENDENCIES.columns());
        columns.addAll(Tables.DEMAND.columns());
        return columns.stream()
                .anyMatch(column -> column.name().equals(name)
                        && column.range().filter(range -> range.max() == 1).isPresent());
    }

    @Override
    public String toString() {
        return of + "." + name;
    }
}
