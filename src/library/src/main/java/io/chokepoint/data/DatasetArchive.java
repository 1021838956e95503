package io.chokepoint.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A dataset folder as one zip: descriptor, tables, scenarios and episodes. The same folder gives the same bytes on every machine. No
 * state.
 */
public final class DatasetArchive {
    /** The only names that are written and taken out: none leads anywhere else. */
    private static final Pattern NAME = Pattern.compile("((scenarios|backtests)/)?\\w[\\w.-]*\\.(csv|json)");

    /** The first day that a zip can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int MOST_FILES = 5_000;

    /** Of all files together: what unpacks to more is refused before it fills a disk. */
    private static final long MOST_BYTES = 512L << 20;

    private DatasetArchive() {}

    /** @throws IOException if a file cannot be read */
    public static byte[] pack(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names(folder)) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                Files.copy(folder.resolve(name), zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        for (String part : List.of("", "scenarios", "backtests")) {
            Path inside = folder.resolve(part);
            if (!Files.isDirectory(inside)) {
                continue;
            }
            try (Stream<Path> files = Files.list(inside)) {
                files.filter(Files::isRegularFile)
                        .map(file -> (part.isEmpty() ? "" : part + "/") + file.getFileName())
                        .filter(name -> NAME.matcher(name).matches())
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    /**
     * Puts the files into a folder that is there already.
     *
     * @throws IOException if it is no such archive, is larger than any dataset, or cannot be written out
     */
    public static void unpack(byte[] archive, Path folder) throws IOException {
        long left = MOST_BYTES;
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files++;
                if (files > MOST_FILES || !NAME.matcher(entry.getName()).matches()) {
                    throw new IOException("'" + entry.getName() + "' is no file of a dataset");
                }
                left -= copy(zip, folder.resolve(entry.getName()), left);
            }
        }
        if (files == 0) {
            throw new IOException("it holds no files");
        }
    }

    private static long copy(ZipInputStream zip, Path file, long most) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        long copied = 0;
        byte[] piece = new byte[1 << 16];
        try (var out = Files.newOutputStream(file)) {
            for (int length = zip.read(piece); length > 0; length = zip.read(piece)) {
                copied += length;
                if (copied > most) {
                    throw new IOException("it is larger than " + MOST_BYTES + " bytes");
                }
                out.write(piece, 0, length);
            }
        }
        return copied;
    }
}
