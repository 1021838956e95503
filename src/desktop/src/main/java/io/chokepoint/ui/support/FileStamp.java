package io.chokepoint.ui.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What some files held at a time, to notice before they are written that another program or window has changed them since. By
 * content: times of change are coarse on some systems, and a file that was only touched has lost nothing.
 *
 * @param digests of the contents by file, empty for a file that was not there
 */
public record FileStamp(Map<Path, String> digests) {
    public FileStamp {
        digests = Map.copyOf(digests);
    }

    /** The files as they are now. Takes a moment; not for the UI thread. */
    public static FileStamp of(List<Path> files) throws IOException {
        Map<Path, String> digests = new LinkedHashMap<>();
        for (Path file : files) {
            digests.put(file, Files.exists(file) ? digest(Files.readAllBytes(file)) : "");
        }
        return new FileStamp(digests);
    }

    /** The files that hold something else now, by name. Takes a moment; not for the UI thread. */
    public List<Path> changed() throws IOException {
        Map<Path, String> now = of(List.copyOf(digests.keySet())).digests();
        return digests.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(now.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whether any of them does. */
    public boolean isChanged() throws IOException {
        return !changed().isEmpty();
    }

    /** Whether it is about these files. */
    public boolean isOf(List<Path> files) {
        return digests.keySet().equals(Set.copyOf(files));
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
