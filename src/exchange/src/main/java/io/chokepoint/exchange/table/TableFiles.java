package io.chokepoint.exchange.table;

import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of an input: the file itself, or those of the folder. */
final class TableFiles {
    /** As far as the first line is looked for. */
    private static final int START = 1 << 16;

    private TableFiles() {}

    static List<Path> of(Path input, Findings findings) throws IOException {
        if (!Files.isDirectory(input)) {
            return List.of(input);
        }
        try (Stream<Path> inside = Files.list(input)) {
            List<Path> files = inside.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)"))
                    .sorted()
                    .limit(Bounds.FILES)
                    .toList();
            if (files.isEmpty()) {
                findings.faultAt(
                        input.toString().replace('\\', '/'), 0, "", "holds no table", "files that end in .csv or .tsv");
            }
            return files;
        }
    }

    /** What stands between the cells, by the first line: whichever of comma, semicolon and tab is there most. */
    static char separator(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return ',';
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        String line =
                new String(start, StandardCharsets.UTF_8).lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = line.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
