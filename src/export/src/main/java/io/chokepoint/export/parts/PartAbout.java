package io.chokepoint.export.parts;

import io.chokepoint.sweep.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a part is a part of.
 *
 * @param shard which share
 * @param units of the whole sweep, ≥ 0
 * @param arguments the command line without what may differ from machine to machine
 * @param inputs what the units depend on beside the command line, by name: the program's version, the dataset's fingerprint
 * @param used what the command line said of things that may differ, by option: where the dataset was
 */
public record PartAbout(
        Shard shard, long units, List<String> arguments, Map<String, String> inputs, Map<String, String> used) {
    private static final String FORM = "part";
    private static final String FORM_NOW = "1";
    private static final String SHARD = "shard";
    private static final String UNITS = "units";
    private static final String ARGUMENTS = "arguments";
    private static final String INPUT = "input.";
    private static final String USED = "used.";

    public PartAbout {
        arguments = List.copyOf(arguments);
        inputs = Map.copyOf(inputs);
        used = Map.copyOf(used);
    }

    /** How many units are in the part. */
    public long count() {
        return shard.count(units);
    }

    /** What the sweep and the share can be known again by: all but what may differ. */
    public String name() {
        Map<String, String> facts = new TreeMap<>(facts());
        facts.keySet().removeIf(key -> key.startsWith(USED));
        StringBuilder name = new StringBuilder();
        facts.forEach((key, value) ->
                name.append(key).append('=').append(escaped(value)).append('\n'));
        return name.toString();
    }

    /** Whether both are the same share of the same sweep. */
    public boolean isSame(PartAbout other) {
        return name().equals(other.name());
    }

    /** As a file says it. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put(FORM, FORM_NOW);
        facts.put(SHARD, shard.toString());
        facts.put(UNITS, Long.toString(units));
        facts.put(
                ARGUMENTS,
                String.join("\n", arguments.stream().map(PartAbout::escaped).toList()));
        inputs.forEach((key, value) -> facts.put(INPUT + key, value));
        used.forEach((key, value) -> facts.put(USED + key, value));
        return facts;
    }

    /** @throws IllegalArgumentException if a file says no such thing */
    static PartAbout of(Map<String, String> facts) {
        if (!FORM_NOW.equals(facts.get(FORM))) {
            throw new IllegalArgumentException("no part");
        }
        Map<String, String> inputs = new TreeMap<>();
        Map<String, String> used = new TreeMap<>();
        facts.forEach((key, value) -> {
            if (key.startsWith(INPUT)) {
                inputs.put(key.substring(INPUT.length()), value);
            } else if (key.startsWith(USED)) {
                used.put(key.substring(USED.length()), value);
            }
        });
        List<String> arguments = new ArrayList<>();
        for (String line : facts.getOrDefault(ARGUMENTS, "").split("\n", -1)) {
            arguments.add(plain(line));
        }
        return new PartAbout(
                Shard.parse(facts.getOrDefault(SHARD, "")),
                Long.parseLong(facts.getOrDefault(UNITS, "")),
                arguments,
                inputs,
                used);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String plain(String line) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '\\' && at + 1 < line.length()) {
                at++;
                letter = line.charAt(at) == 'n' ? '\n' : line.charAt(at);
            }
            text.append(letter);
        }
        return text.toString();
    }
}
