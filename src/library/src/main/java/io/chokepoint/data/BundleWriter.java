package io.chokepoint.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Bundles as bytes and as a line of text; {@link BundleReader} says what they are made of. */
final class BundleWriter {
    /** Not the clock: the same bundle is the same file. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleWriter() {}

    static byte[] zip(BundleParts parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, BundleParts.MANIFEST, manifest(parts).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : parts.files().entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses no bytes", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    static String line(BundleParts parts) {
        Map<String, byte[]> files = new LinkedHashMap<>(parts.files());
        files.keySet().removeIf(name -> name.equals(BundleParts.SUMS) || name.startsWith(BundleParts.DATA));
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty(
                    BundleParts.MANIFEST, manifest(new BundleParts(parts.title(), parts.fingerprint(), files)));
            files.forEach((name, bytes) -> out.writeStringProperty(name, new String(bytes, StandardCharsets.UTF_8)));
            out.writeEndObject();
        }
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(BundleReader.check(content));
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, best)) {
            deflated.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses no bytes", e);
        } finally {
            best.end();
        }
        return Bundle.TEXT_START + Bundle.VERSION + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static String manifest(BundleParts parts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("format", BundleReader.FORMAT);
            out.writeNumberProperty("version", Bundle.VERSION);
            out.writeStringProperty("dataset", parts.title());
            out.writeStringProperty("fingerprint", parts.fingerprint());
            out.writeObjectPropertyStart("files");
            parts.files().forEach((name, bytes) -> out.writeStringProperty(name, Fingerprint.sha256(bytes)));
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.toString();
    }
}
