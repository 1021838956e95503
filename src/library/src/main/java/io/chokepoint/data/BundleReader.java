package io.chokepoint.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Range;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads bundles that anybody may have made.
 *
 * <p>A file is a zip of {@code manifest.json}, {@code scenario.json} (a scenario file), {@code figures.json} (own figures, where there are
 * any), {@code figures.sums} and the dataset's files below {@code data/}, where it is inside. The manifest names format and version, the
 * dataset's title and fingerprint, and the SHA-256 of every other file: what is not named, or not as named, is refused. A text is
 * {@code chokepoint:1:} and, in base64url, the first eight bytes of a SHA-256 and then, deflated, what that is of: a JSON object of the same
 * files by name.
 *
 * <p>Nothing of it is written anywhere here; names are compared with a list and lead nowhere. Sizes are counted while it is unpacked, not
 * believed. Of a link, a zip holds only where it leads, and that is read as the file's content.
 */
public final class BundleReader {
    static final String FORMAT = "chokepoint-bundle";

    /** Bytes of the largest file. */
    private static final long MOST_BYTES = 50_000_000;

    /** Bytes of all that is in it, unpacked. */
    private static final long MOST_UNPACKED = 200_000_000;

    /** The same of a line of text. */
    private static final int MOST_TEXT_UNPACKED = 1_000_000;

    private static final int MOST_FILES = 2_000;
    private static final int CHECK = 8;

    private BundleReader() {}

    /** Reads a bundle's file. */
    public static Loaded<Bundle> read(Path file) {
        String shownAs = file.toString().replace('\\', '/');
        Faults faults = new Faults();
        if (!InputFiles.mayRead(file, shownAs, MOST_BYTES, faults)) {
            return new Loaded<>(Optional.empty(), faults.list());
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes, shownAs);
        } catch (IOException e) {
            faults.error(shownAs, 0, "", "the file cannot be read: " + InputFiles.reason(e));
            return new Loaded<>(Optional.empty(), faults.list());
        }
    }

    private static Loaded<Bundle> read(InputStream bytes, String shownAs) {
        Faults faults = new Faults();
        Optional<Map<String, byte[]>> files = unzip(bytes, shownAs, faults);
        return bundle(files, shownAs, faults);
    }

    /**
     * Reads a line of text; blanks and breaks that a mail may have put in do not matter.
     *
     * @param shownAs the text as the user knows it
     */
    public static Loaded<Bundle> parse(String line, String shownAs) {
        Faults faults = new Faults();
        return bundle(inflate(line, shownAs, faults), shownAs, faults);
    }

    private static Optional<Map<String, byte[]>> unzip(InputStream bytes, String shownAs, Faults faults) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long left = MOST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(bytes, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!name.equals(BundleParts.MANIFEST) && !BundleParts.isKnown(name)) {
                    faults.error(shownAs, 0, "", "holds '" + name + "'; expected nothing that no bundle has.");
                    return Optional.empty();
                }
                byte[] content = zip.readNBytes((int) left + 1);
                left -= content.length;
                if (left < 0 || files.size() >= MOST_FILES) {
                    faults.error(
                            shownAs,
                            0,
                            "",
                            "is too large when it is unpacked; expected at most " + MOST_UNPACKED / 1_000_000
                                    + " MB in " + Amounts.count(MOST_FILES) + " files.");
                    return Optional.empty();
                }
                if (files.put(name, content) != null) {
                    faults.error(shownAs, 0, "", "holds '" + name + "' twice; expected it once.");
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            faults.error(shownAs, 0, "", "is damaged, or no bundle: " + InputFiles.reason(e) + ".");
            return Optional.empty();
        } catch (IllegalArgumentException e) { // a name that is no UTF-8
            faults.error(shownAs, 0, "", "is damaged, or no bundle.");
            return Optional.empty();
        }
        if (files.isEmpty()) {
            faults.error(shownAs, 0, "", "is no bundle; expected a zip with a " + BundleParts.MANIFEST + ".");
            return Optional.empty();
        }
        return Optional.of(files);
    }

    private static Optional<Map<String, byte[]>> inflate(String line, String shownAs, Faults faults) {
        String text = line.replaceAll("\\s", "");
        String[] fields = text.split(":", -1);
        if (!text.startsWith(Bundle.TEXT_START) || fields.length != 3 || !fields[1].matches("\\d{1,9}")) {
            faults.error(
                    shownAs, 0, "", "is no shared scenario; expected " + Bundle.TEXT_START + Bundle.VERSION + ":….");
            return Optional.empty();
        }
        if (!isVersionKnown(Integer.parseInt(fields[1]), shownAs, faults)) {
            return Optional.empty();
        }
        byte[] content;
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(fields[2]);
            content = bytes.length <= CHECK ? new byte[0] : inflate(bytes);
        } catch (IOException | IllegalArgumentException e) {
            content = new byte[0];
            bytes = new byte[0];
        }
        if (content.length > MOST_TEXT_UNPACKED) {
            faults.error(shownAs, 0, "", "is too large when it is unpacked; expected a short text.");
            return Optional.empty();
        }
        if (bytes.length <= CHECK || !Arrays.equals(check(content), Arrays.copyOf(bytes, CHECK))) {
            faults.error(
                    shownAs, 0, "", "is not whole: its check sum does not fit. Copy all of it, to the last letter.");
            return Optional.empty();
        }
        return Json.read(new String(content, StandardCharsets.UTF_8), shownAs, faults)
                .flatMap(root -> files(root, shownAs, faults));
    }

    private static byte[] inflate(byte[] bytes) throws IOException {
        Inflater raw = new Inflater(true);
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(bytes, CHECK, bytes.length - CHECK), raw)) {
            return in.readNBytes(MOST_TEXT_UNPACKED + 1);
        } finally {
            raw.end();
        }
    }

    private static Optional<Map<String, byte[]>> files(Json.Obj root, String shownAs, Faults faults) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        root.members().forEach((name, value) -> {
            if (value instanceof Json.Text text
                    && (name.equals(BundleParts.MANIFEST)
                            || name.equals(BundleParts.SCENARIO)
                            || name.equals(BundleParts.FIGURES))) {
                files.put(name, text.value().getBytes(StandardCharsets.UTF_8));
            } else {
                faults.error(shownAs, 0, "", "holds '" + name + "'; expected nothing that no shared text has.");
            }
        });
        return faults.hasErrors() ? Optional.empty() : Optional.of(files);
    }

    private static boolean isVersionKnown(int version, String shownAs, Faults faults) {
        if (version == Bundle.VERSION) {
            return true;
        }
        faults.error(
                shownAs,
                0,
                "",
                version > Bundle.VERSION
                        ? "was made by a newer program: its form is " + version + ", and this program reads "
                                + Bundle.VERSION + ". A newer version of the program opens it."
                        : "is of form " + version + "; expected " + Bundle.VERSION + ".");
        return false;
    }

    /** The manifest is believed last: it must name what is there, and all of it. */
    private static Loaded<Bundle> bundle(Optional<Map<String, byte[]>> read, String shownAs, Faults faults) {
        Optional<Bundle> bundle = read.flatMap(files -> {
            byte[] manifest = files.remove(BundleParts.MANIFEST);
            if (manifest == null) {
                faults.error(shownAs, 0, "", "has no " + BundleParts.MANIFEST + ".");
                return Optional.empty();
            }
            return Json.read(new String(manifest, StandardCharsets.UTF_8), shownAs, faults)
                    .flatMap(root -> judged(root, files, shownAs, faults));
        });
        return new Loaded<>(faults.hasErrors() ? Optional.empty() : bundle, faults.list());
    }

    private static Optional<Bundle> judged(Json.Obj root, Map<String, byte[]> files, String shownAs, Faults faults) {
        Fields fields = new Fields(root, "", shownAs, faults, new HashMap<>());
        if (!fields.requiredText("format").equals(FORMAT)) {
            fields.error("format", "is not '" + FORMAT + "': this is no bundle.");
            return Optional.empty();
        }
        Optional<Integer> version = fields.requiredWhole("version", Range.PLACE);
        if (version.isEmpty() || !isVersionKnown(version.get(), shownAs, faults)) {
            return Optional.empty();
        }
        String title = fields.requiredText("dataset");
        String fingerprint = fields.text("fingerprint");
        Map<String, Json> sums =
                fields.find("files") instanceof Json.Obj named ? named.members() : Map.<String, Json>of();
        fields.refuseOthers();
        for (String name : sums.keySet()) {
            if (!files.containsKey(name)) {
                fields.error("files", "names '" + name + "', which is missing.");
            }
        }
        files.forEach((name, content) -> {
            if (!(sums.get(name) instanceof Json.Text sum) || !sum.value().equals(Fingerprint.sha256(content))) {
                fields.error("files", "'" + name + "' is not as it was written.");
            }
        });
        if (!files.containsKey(BundleParts.SCENARIO)) {
            fields.error("files", "'" + BundleParts.SCENARIO + "' is missing.");
        }
        return faults.hasErrors()
                ? Optional.empty()
                : Optional.of(new Bundle(new BundleParts(title, fingerprint, files)));
    }

    /** The start of a SHA-256: what was copied in part, or by hand, does not have it. */
    static byte[] check(byte[] content) {
        MessageDigest digest = Fingerprint.digest();
        return Arrays.copyOf(digest.digest(content), CHECK);
    }
}
