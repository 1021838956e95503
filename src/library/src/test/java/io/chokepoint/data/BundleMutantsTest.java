package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.testkit.Mutator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to a shared scenario: it is refused with a word, or it holds what is within bounds. What is spoilt in the file or in the
 * line of text is never taken for whole; what is spoilt inside, under right check sums, is read as any scenario is.
 * {@code -Dchokepoint.mutants=20000} tries more.
 */
class BundleMutantsTest {
    private static final int COUNT = Integer.getInteger("chokepoint.mutants", 500);
    private static final long SEED = Long.getLong("chokepoint.mutants.seed", 20261130L);
    private static final long LONGEST_NANOS = 10_000_000_000L;

    private static final DataPackage DATA =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

    @Test
    void everyMutantIsRefusedOrSound(@TempDir Path folder) throws IOException {
        Bundle whole = Bundle.of(BundleTest.scenario(), BundleTest.own(), DATA);
        byte[] file = whole.toBytes();
        String line = whole.toText().orElseThrow();
        List<String> broken = new ArrayList<>();
        int refused = 0;
        for (int n = 0; n < COUNT; n++) {
            SplittableRandom random = new SplittableRandom(SEED + n);
            long start = System.nanoTime();
            try {
                Loaded<Bundle> read = switch (n % 3) {
                    case 0 -> {
                        Path spoilt = folder.resolve("spoilt.chokepoint");
                        Files.write(spoilt, spoil(file, random));
                        yield BundleReader.read(spoilt);
                    }
                    case 1 ->
                        BundleReader.parse(
                                new String(
                                        spoil(line.getBytes(StandardCharsets.ISO_8859_1), random),
                                        StandardCharsets.ISO_8859_1),
                                "text");
                    default -> inside(new Mutator(SEED + n), folder);
                };
                if (n % 3 != 2
                        && read.value().isPresent()
                        && !read.orThrow()
                                .texts()
                                .get("scenario.json")
                                .equals(whole.texts().get("scenario.json"))) {
                    broken.add("mutant " + n + ": spoilt, and taken for whole");
                }
                Loaded<Bundle.Content> content = read.value().isPresent()
                        ? read.orThrow().on(DATA, "here")
                        : new Loaded<>(Optional.empty(), read.problems());
                refused += content.value().isPresent() ? 0 : 1;
                if (content.value().isEmpty() && content.problems().isEmpty()) {
                    broken.add("mutant " + n + ": refused without a word");
                }
                content.value()
                        .ifPresent(found -> found.own()
                                .forEach(own -> assertThat(own.low())
                                        .isLessThanOrEqualTo(own.central())
                                        .isGreaterThanOrEqualTo(0)));
            } catch (RuntimeException | Error escaped) {
                broken.add("mutant " + n + ": " + escaped);
            }
            if (System.nanoTime() - start > LONGEST_NANOS) {
                broken.add("mutant " + n + ": took too long");
            }
        }
        assertThat(broken).isEmpty();
        assertThat(refused).isBetween(COUNT / 2, COUNT - 1);
    }

    /** Bytes flipped, cut out, doubled or cut off. */
    private static byte[] spoil(byte[] bytes, SplittableRandom random) {
        byte[] spoilt = bytes.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(40), bytes.length - at);
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = 0; i < length; i++) {
                    spoilt[at + i] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> spoilt = Arrays.copyOf(bytes, at);
            case 2 -> {
                spoilt = new byte[bytes.length - length];
                System.arraycopy(bytes, 0, spoilt, 0, at);
                System.arraycopy(bytes, at + length, spoilt, at, bytes.length - at - length);
            }
            default -> {
                spoilt = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, spoilt, 0, at + length);
                System.arraycopy(bytes, at, spoilt, at + length, bytes.length - at);
            }
        }
        return spoilt;
    }

    private static Loaded<Bundle> inside(Mutator mutator, Path folder) throws IOException {
        Map<String, byte[]> files = BundleTest.files();
        String name = mutator.pick(List.of("scenario.json", "figures.json"));
        Path part = Files.createTempDirectory(folder, "part").resolve(name);
        Files.write(part, files.get(name));
        mutator.spoil(part);
        files.put(name, Files.isRegularFile(part) ? Files.readAllBytes(part) : new byte[0]);
        Path spoilt = folder.resolve("inside.chokepoint");
        Files.write(spoilt, BundleTest.zip(BundleTest.signed(1, files)));
        return BundleReader.read(spoilt);
    }
}
