package io.chokepoint.exchange.eto;

import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.NumberStyle;
import io.chokepoint.exchange.intake.StatisticsCell;
import io.chokepoint.exchange.intake.StatisticsNumbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** What the five tables state, read whole; what is wrong with them becomes faults. Not thread-safe. */
final class EtoTables {
    /** A stage of production. */
    record Stage(String id, String name) {}

    /** An input: a tool, material, process or design. @param stage id, empty where the table gives none */
    record Input(String id, String name, String type, String stage, String description) {}

    /** @param alias of a country, its name @param type {@code country} or {@code organization} @param country alpha-3 of an organization */
    record Provider(String id, String name, String alias, String type, String country) {
        boolean isCountry() {
            return type.equals("country");
        }
    }

    /**
     * Who provides what.
     *
     * @param share part of the world's output as a part of 1; empty where it is only said that there is one
     * @param stated as the table has it
     */
    record Provision(
            String provider, String provided, OptionalDouble share, String stated, int year, String source, int line) {}

    /** @param from id of an input @param to id of the input or kind of input that it goes into or is */
    record Link(String from, String to) {}

    private static final StatisticsNumbers NUMBERS = StatisticsNumbers.in(NumberStyle.POINT);
    private static final Set<String> TYPES = Set.of("country", "organization");

    final Map<String, Stage> stages = new LinkedHashMap<>();
    final Map<String, Input> inputs = new LinkedHashMap<>();
    final Map<String, Provider> providers = new LinkedHashMap<>();
    final List<Provision> provisions = new ArrayList<>();
    final Set<Link> goesInto = new LinkedHashSet<>();
    final Set<Link> isTypeOf = new LinkedHashSet<>();

    private final Path folder;
    private final String shown;
    private final Findings findings;

    EtoTables(Path folder, String shown, Findings findings) {
        this.folder = folder;
        this.shown = shown;
        this.findings = findings;
    }

    void read() throws IOException {
        each(
                "stages.csv",
                List.of("stage_id", "stage_name"),
                row -> once("stages.csv", row, "stage", stages, new Stage(row.get("stage_id"), row.get("stage_name"))));
        if (stages.isEmpty() && !findings.hasFaults()) {
            findings.faultAt(shown + "/stages.csv", 1, "stage_id", "there is no stage", "at least one");
        }
        each(
                "inputs.csv",
                List.of("input_id", "input_name", "type"),
                row -> once(
                        "inputs.csv",
                        row,
                        "input",
                        inputs,
                        new Input(
                                row.get("input_id"),
                                row.get("input_name"),
                                row.get("type"),
                                row.get("stage_id"),
                                row.get("description"))));
        each("providers.csv", List.of("provider_id", "provider_name", "provider_type"), row -> {
            if (!TYPES.contains(row.get("provider_type"))) {
                fault("providers.csv", row, "provider_type", "'country' or 'organization'");
            }
            provider(row);
        });
        each("sequence.csv", List.of("input_id", "goes_into_id", "is_type_of_id"), this::link);
        each("provision.csv", List.of("provider_id", "provided_id", "share_provided"), this::provision);
    }

    /** A provider has a row for each of its aliases. */
    private void provider(DelimitedText.Row row) {
        Provider provider = new Provider(
                row.get("provider_id"),
                row.get("provider_name"),
                row.get("alias"),
                row.get("provider_type"),
                row.get("country"));
        Provider other = providers.get(provider.id());
        boolean alias = other != null
                && other.name().equals(provider.name())
                && other.type().equals(provider.type())
                && other.country().equals(provider.country());
        if (alias) {
            findings.leftOut(
                    "other names of providers", shown + "/providers.csv:" + row.line(), "a maker has one name");
        } else {
            once("providers.csv", row, "provider", providers, provider);
        }
    }

    /** Links of both sorts, each pair once. */
    Set<Link> links() {
        Set<Link> all = new LinkedHashSet<>(goesInto);
        all.addAll(isTypeOf);
        return all;
    }

    /** The type of an input, empty if there is no such input. */
    String typeOf(String id) {
        Input input = inputs.get(id);
        return input == null ? "" : input.type();
    }

    private void link(DelimitedText.Row row) {
        String from = row.get("input_id");
        require("sequence.csv", row, "input_id", inputs.keySet());
        boolean any = false;
        for (String column : List.of("goes_into_id", "is_type_of_id")) {
            String to = row.get(column);
            if (!to.isEmpty()) {
                any = true;
                require("sequence.csv", row, column, inputs.keySet());
                if (to.equals(from)) {
                    fault("sequence.csv", row, column, "another input than the one that it is a link of");
                }
                (column.equals("goes_into_id") ? goesInto : isTypeOf).add(new Link(from, to));
            }
        }
        if (!any) {
            fault(
                    "sequence.csv",
                    row,
                    "goes_into_id",
                    "what the input goes into, or in is_type_of_id what it is a kind of");
        }
    }

    private void provision(DelimitedText.Row row) {
        require("provision.csv", row, "provider_id", providers.keySet());
        String provided = row.get("provided_id");
        if (stages.containsKey(provided)) {
            findings.leftOut(
                    "shares of a whole stage",
                    shown + "/provision.csv:" + row.line(),
                    "a dataset has shares of goods only");
            return;
        }
        require("provision.csv", row, "provided_id", inputs.keySet());
        String year = row.get("year");
        if (!year.matches("(\\d{4})?")) {
            fault("provision.csv", row, "year", "a year");
            return;
        }
        OptionalDouble share = share(row);
        if (share.isPresent() && share.getAsDouble() == 0) {
            findings.leftOut(
                    "makers with a share of 0.0 %",
                    shown + "/provision.csv:" + row.line(), "what rounds to nothing is nothing to lose");
            return;
        }
        provisions.add(new Provision(
                row.get("provider_id"),
                provided,
                share,
                row.get("share_provided"),
                year.isEmpty() ? 0 : Integer.parseInt(year),
                row.get("source"),
                row.line()));
    }

    private OptionalDouble share(DelimitedText.Row row) {
        StatisticsCell cell = NUMBERS.read(row.get("share_provided"));
        if (cell instanceof StatisticsCell.Number number) {
            if (number.value() >= 0 && number.value() <= 100) {
                return OptionalDouble.of(number.value() / 100);
            }
            fault("provision.csv", row, "share_provided", "a percentage from 0 to 100, or nothing");
        } else if (cell instanceof StatisticsCell.Refused) {
            fault("provision.csv", row, "share_provided", "a percentage from 0 to 100, or nothing");
        }
        return OptionalDouble.empty();
    }

    /** @param thing whose columns of id and name begin with it */
    private <T> void once(String file, DelimitedText.Row row, String thing, Map<String, T> all, T value) {
        String key = thing + "_id";
        String id = row.get(key);
        if (row.get(thing + "_name").isEmpty()) {
            fault(file, row, thing + "_name", "a name");
        }
        if (id.isEmpty()) {
            fault(file, row, key, "an id");
        } else if (all.putIfAbsent(id, value) != null) {
            fault(file, row, key, "each id once");
        }
    }

    private void require(String file, DelimitedText.Row row, String column, Set<String> known) {
        if (!known.contains(row.get(column))) {
            fault(file, row, column, "an id of " + (known == providers.keySet() ? "providers.csv" : "inputs.csv"));
        }
    }

    private void fault(String file, DelimitedText.Row row, String column, String expected) {
        findings.fault(shown + "/" + file, row.line(), column, row.get(column), expected);
    }

    private void each(String name, List<String> needed, Consumer<DelimitedText.Row> rows) throws IOException {
        String file = shown + "/" + name;
        DelimitedText.read(folder.resolve(name), file, ',', findings, new DelimitedText.Reader() {
            @Override
            public boolean header(List<String> columns) {
                List<String> missing = needed.stream()
                        .filter(column -> !columns.contains(column))
                        .toList();
                missing.forEach(
                        column -> findings.faultAt(file, 1, column, "there is no such column", "it in the header"));
                return missing.isEmpty();
            }

            @Override
            public void row(DelimitedText.Row row) {
                rows.accept(row);
            }
        });
    }
}
