package io.chokepoint.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spoils files as people, spreadsheets, editors and enemies do: a value out of its range, a field too many, a line twice, a file cut
 * short. The same seed spoils the same way.
 */
public final class Mutator {
    /** What stands at the corner of some range, or of some parser. */
    public static final List<String> CORNERS = List.of(
            "",
            " ",
            "0",
            "-0",
            "-1",
            "1",
            "2",
            "0.5",
            "1.0000001",
            "-0.0000001",
            "1e-300",
            "4.9e-324",
            "1e15",
            "1e16",
            "1e308",
            "1e400",
            "-1e308",
            "NaN",
            "Infinity",
            "-Infinity",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "52",
            "520",
            "1000000",
            "1000001",
            "1,5",
            "0x10",
            "1_000",
            "0.2/0.5/0.8",
            "0.8/0.5/0.2",
            "0.2/0.5",
            "null",
            "true",
            "assumption",
            "a",
            "b",
            "x",
            "CHN",
            "!CHN",
            "US",
            "good:",
            "good:!!a",
            "good:a provider:x",
            "../../../etc/passwd",
            "/dev/zero",
            "~",
            "*",
            "=1+1",
            "@x",
            "\"",
            "'",
            "\\",
            "\t",
            "a\nb",
            "a\rb",
            "\u0000",
            "\u001b[31mred",
            "\u202eeulav",
            "\ufeffa",
            "\u00a0a",
            "\u0430",
            "\u77ff\u77f3",
            "\ud83d\ude00",
            "a".repeat(70_000));

    private static final Pattern CELL = Pattern.compile("\"(?:[^\"]++|\"\")*+\"|[^,\\r\\n]+|(?<=,)(?=[,\\r\\n])");
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|-?[0-9][0-9.eE+-]*|true|false|null|[\\[\\]{},:]");
    private static final Pattern PROPERTY = Pattern.compile("[^=\\r\\n]+");

    private final SplittableRandom random;

    public Mutator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    public int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** Spoils one file. @return what was done to it */
    public String spoil(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String name = String.valueOf(file.getFileName());
        if (once(8)) {
            return name + ": " + spoilBytes(file, text.getBytes(StandardCharsets.UTF_8));
        }
        Pattern parts = name.endsWith(".csv") ? CELL : name.endsWith(".json") ? TOKEN : PROPERTY;
        String change = once(4) ? null : parts.matcher(text).find() ? "part" : null;
        StringBuilder said = new StringBuilder(name).append(": ");
        String spoiled = change == null ? spoilLines(text, said) : spoilParts(text, parts, said);
        Files.writeString(file, spoiled);
        return said.toString();
    }

    private String spoilParts(String text, Pattern pattern, StringBuilder said) {
        List<int[]> parts = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            parts.add(new int[] {matcher.start(), matcher.end()});
        }
        int[] at = pick(parts);
        String old = text.substring(at[0], at[1]);
        String put = switch (upTo(8)) {
            case 0 -> "";
            case 1 -> {
                int[] other = pick(parts);
                yield text.substring(other[0], other[1]);
            }
            case 2 -> old + "," + old;
            case 3 -> json(pick(CORNERS), false);
            case 4 ->
                pattern == TOKEN
                        ? pick(List.of("[]", "{}", "[[[]]]", "{\"a\":1}", "[".repeat(5_000), "[1,2,3]", "[3,2,1]"))
                        : pick(CORNERS);
            default -> pattern == TOKEN ? json(pick(CORNERS), old.startsWith("\"")) : pick(CORNERS);
        };
        said.append("'")
                .append(brief(old))
                .append("' at ")
                .append(at[0])
                .append(" becomes '")
                .append(brief(put))
                .append("'");
        return text.substring(0, at[0]) + put + text.substring(at[1]);
    }

    private static String json(String value, boolean quoted) {
        return quoted ? "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : value;
    }

    private String spoilLines(String text, StringBuilder said) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = upTo(lines.size());
        String line = lines.get(at);
        switch (upTo(7)) {
            case 0 -> {
                said.append("without line ").append(at + 1);
                lines.remove(at);
            }
            case 1 -> {
                said.append("twice line ").append(at + 1);
                lines.add(at, line);
            }
            case 2 -> {
                int other = upTo(lines.size());
                said.append("lines ")
                        .append(at + 1)
                        .append(" and ")
                        .append(other + 1)
                        .append(" swapped");
                lines.set(at, lines.get(other));
                lines.set(other, line);
            }
            case 3 -> {
                int cut = upTo(line.length() + 1);
                said.append("line ").append(at + 1).append(" cut after ").append(cut);
                lines.set(at, line.substring(0, cut));
            }
            case 4 -> {
                said.append("another file's lines from line ").append(at + 1);
                lines.addAll(at, List.of("id,name", "q,Q", "{\"id\":\"q\"}"));
            }
            case 5 -> {
                said.append("Windows line ends");
                lines.replaceAll(old -> old + "\r");
            }
            default -> {
                said.append("semicolons in line ").append(at + 1);
                lines.set(at, line.replace(',', ';'));
            }
        }
        return String.join("\n", lines);
    }

    private String spoilBytes(Path file, byte[] bytes) throws IOException {
        int at = upTo(bytes.length + 1);
        switch (upTo(6)) {
            case 0 -> {
                Files.write(file, Arrays.copyOf(bytes, at));
                return "cut after " + at + " bytes";
            }
            case 1 -> {
                byte[] other = bytes.clone();
                if (at < other.length) {
                    other[at] = (byte) upTo(256);
                }
                Files.write(file, other);
                return "byte " + at + " changed";
            }
            case 2 -> {
                Files.write(file, new byte[0]);
                return "emptied";
            }
            case 3 -> {
                Files.write(file, new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
                return "in UTF-16";
            }
            case 4 -> {
                Files.delete(file);
                return "removed";
            }
            default -> {
                Files.delete(file);
                Files.createDirectory(file);
                return "a folder";
            }
        }
    }

    private static String brief(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "… (" + text.length() + ")";
    }
}
