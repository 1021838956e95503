package io.chokepoint.export.report;

import io.chokepoint.export.Html;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page carries unseen so that it can be made again.
 *
 * @param run gzipped JSON of a {@link SealedRun}, in Base64
 * @param dataset a zip of the dataset's files, in Base64; empty where the dataset is only known by its fingerprint
 */
public record Enclosure(String run, Optional<String> dataset) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern RUN = Pattern.compile("<script type=\"application/gzip\" id=\"enclosed\">([^<]*)<");
    private static final Pattern DATASET = Pattern.compile("<script type=\"application/zip\" id=\"dataset\">([^<]*)<");

    /** Far more than any run needs: what unpacks to more is no page of ours. */
    private static final int MOST_BYTES = 64 << 20;

    /** @param dataset a zip of the dataset's files, if it is to lie inside */
    public static Enclosure of(SealedRun run, Optional<byte[]> dataset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(JSON.writeValueAsBytes(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Enclosure(base64(bytes.toByteArray()), dataset.map(Enclosure::base64));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What a page carries; empty where it carries nothing. */
    public static Optional<Enclosure> find(String page) {
        Matcher run = RUN.matcher(page);
        Matcher data = DATASET.matcher(page);
        return run.find()
                ? Optional.of(new Enclosure(run.group(1), data.find() ? Optional.of(data.group(1)) : Optional.empty()))
                : Optional.empty();
    }

    public boolean hasDataset() {
        return dataset.isPresent();
    }

    /** @throws IOException if it is damaged */
    public SealedRun open() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes(run)))) {
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            if (text.length > MOST_BYTES) {
                throw new IOException("it is larger than " + MOST_BYTES + " bytes");
            }
            return JSON.readValue(text, SealedRun.class);
        } catch (JacksonException damaged) {
            throw new IOException(damaged.getOriginalMessage(), damaged);
        }
    }

    /**
     * The zip of the dataset's files; empty where it is not inside.
     *
     * @throws IOException if it is damaged
     */
    public Optional<byte[]> openDataset() throws IOException {
        return dataset.isPresent() ? Optional.of(bytes(dataset.get())) : Optional.empty();
    }

    private static byte[] bytes(String text) throws IOException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    void write(Html page) {
        page.raw("<script type=\"application/gzip\" id=\"enclosed\">" + run + "</script>");
        dataset.ifPresent(zip -> page.raw("<script type=\"application/zip\" id=\"dataset\">" + zip + "</script>"));
    }
}
