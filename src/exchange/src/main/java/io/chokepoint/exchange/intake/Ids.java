package io.chokepoint.exchange.intake;

import io.chokepoint.data.LookAlikes;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Ids for things that another tool names freely: lower-case letters, digits and dashes, each once. Letters of other scripts stay. The same name gives
 * the same id; names that would give the same one, or one that looks the same in another script, get a number behind it. Not thread-safe.
 */
public final class Ids {
    private static final int LONGEST = 60;

    private final Map<String, String> byName = new HashMap<>();
    /** What ids look like: nobody could tell apart two that look alike, and the reader of datasets refuses them. */
    private final Set<String> taken = new HashSet<>();

    public String of(String name) {
        return of(name, name);
    }

    /** The id of a thing that has a key of its own, made of its name: things of one name stay apart. */
    public String of(String key, String name) {
        return byName.computeIfAbsent(key, unused -> fresh(name));
    }

    /** Keeps an id for itself. */
    public void take(String id) {
        taken.add(LookAlikes.skeleton(id));
    }

    private String fresh(String name) {
        String start = slug(name);
        String id = start;
        for (int n = 2; !taken.add(LookAlikes.skeleton(id)); n++) {
            id = start + "-" + n;
        }
        return id;
    }

    /** {@code "ArF immersion scanner (300 mm)"} is {@code arf-immersion-scanner-300-mm}. */
    public static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String slug = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-+|-+$", "");
        if (slug.length() > LONGEST) {
            slug = slug.substring(
                            0, slug.offsetByCodePoints(0, Math.min(LONGEST, slug.codePointCount(0, slug.length()))))
                    .replaceAll("-+$", "");
        }
        return slug.isEmpty() ? "unnamed" : slug;
    }
}
