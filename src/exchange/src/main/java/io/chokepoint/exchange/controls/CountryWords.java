package io.chokepoint.exchange.controls;

import io.chokepoint.text.Countries;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by what tables of trade call them: codes of two and three letters, short names, and the long ones of the great offices. */
final class CountryWords {
    private static final Map<String, String> CODES = codes();

    private CountryWords() {}

    /** The alpha-3 code. */
    static Optional<String> code(String word) {
        return Optional.ofNullable(CODES.get(plain(word)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Countries.codes()) {
            codes.put(plain(code), code);
            codes.put(plain(Countries.alpha2(code)), code);
            codes.put(plain(Countries.name(code)), code);
        }
        put(codes, "CHN", "china people's republic of", "people's republic of china", "china mainland", "prc");
        put(codes, "HKG", "hong kong china", "china hong kong sar", "hong kong sar china");
        put(
                codes,
                "TWN",
                "chinese taipei",
                "taiwan province of china",
                "taiwan china",
                "separate customs territory of taiwan");
        put(
                codes,
                "COD",
                "democratic republic of the congo",
                "congo democratic republic of the",
                "congo dem rep",
                "drc",
                "congo kinshasa");
        put(codes, "COG", "republic of the congo", "congo brazzaville");
        put(codes, "RUS", "russian federation");
        put(codes, "VNM", "viet nam");
        put(codes, "KOR", "republic of korea", "korea republic of", "korea rep", "korea");
        put(codes, "PRK", "democratic people's republic of korea", "korea dem people's rep");
        put(codes, "USA", "united states of america", "us", "u s");
        put(codes, "GBR", "uk", "united kingdom of great britain and northern ireland");
        put(codes, "TUR", "türkiye");
        put(codes, "LAO", "lao people's democratic republic", "lao pdr");
        put(codes, "IRN", "iran islamic republic of", "islamic republic of iran");
        put(codes, "BOL", "bolivia plurinational state of");
        put(codes, "VEN", "venezuela bolivarian republic of");
        put(codes, "TZA", "tanzania united republic of", "united republic of tanzania");
        put(codes, "CIV", "côte d'ivoire", "ivory coast");
        put(codes, "CZE", "czech republic", "czechia");
        put(codes, "MMR", "myanmar", "burma");
        put(codes, "SYR", "syrian arab republic");
        put(codes, "MDA", "republic of moldova");
        return Map.copyOf(codes);
    }

    private static void put(Map<String, String> codes, String code, String... words) {
        for (String word : words) {
            codes.put(plain(word), code);
        }
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("’", "'")
                .replaceAll("[^\\p{L}']+", " ")
                .strip();
    }
}
