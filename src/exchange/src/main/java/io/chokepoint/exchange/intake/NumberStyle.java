package io.chokepoint.exchange.intake;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a language of a country writes numbers, as far as it decides what a text means: which sign stands before the decimals, and whether
 * digits stand in pairs before the last three. After the Unicode CLDR; a table of its own, because the packaged program carries no
 * locale data but that of English.
 */
public enum NumberStyle {
    /** {@code 1,234.5}. */
    POINT('.', ',', false),

    /** {@code 1.234,5}. */
    COMMA(',', '.', false),

    /** {@code 12,34,567.5}. */
    INDIAN('.', ',', true);

    /** Languages that write a decimal comma, whatever the country, but for {@link #POINT_REGIONS}. */
    private static final Set<String> COMMA_LANGUAGES = words("""
                    af az be bg br bs ca cs cv da de el eo es et eu fi fo fr fy gl hr ht hu hy ia id ie is it jv ka
                    kk kl ku ky lb ln lo lt lu lv mk nb nl nn no oc os pl pt rn ro ru rw sc se sg sk sl sq sr su sv
                    tg tk tr tt uk uz vi wo
                    """);

    /** Languages that write a decimal point, whatever the country, but for {@link #COMMA_REGIONS}. */
    private static final Set<String> POINT_LANGUAGES = words("""
                    ak am ar as bm bn bo ce cy dz ee en fa ga gd gu gv ha he hi ig ii ja ki km kn ko ks kw lg mg mi
                    ml mn mr ms mt my nd ne om or pa ps qu rm sa sd si sn so st sw ta te th ti tn to ug ur xh yi yo
                    za zh zu
                    """);

    private static final Set<String> COMMA_REGIONS = words("""
                    ar-DZ ar-LY ar-MA ar-TN en-AT en-BE en-CZ en-DE en-DK en-ES en-FI en-FR en-HU en-ID en-IT en-NL
                    en-NO en-PL en-PT en-RO en-SE en-SI en-SK en-ZA ms-BN ms-ID qu-BO sw-CD
                    """);

    private static final Set<String> POINT_REGIONS = words("""
                    de-CH de-LI es-419 es-BR es-BZ es-CU es-DO es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-SV
                    es-US it-CH
                    """);

    private static final Set<String> PAIR_LANGUAGES = words("as bn gu hi kn ml mr ne or pa sa ta te");

    private final char decimal;
    private final char group;
    private final boolean pairs;

    NumberStyle(char decimal, char group, boolean pairs) {
        this.decimal = decimal;
        this.group = group;
        this.pairs = pairs;
    }

    /** The sign before the decimals. */
    char decimal() {
        return decimal;
    }

    /** The sign between thousands; spaces and apostrophes stand there everywhere. */
    char group() {
        return group;
    }

    /** A number in this style, for messages. */
    String example() {
        return switch (this) {
            case POINT -> "1,234.5";
            case COMMA -> "1.234,5";
            case INDIAN -> "12,34,567.5";
        };
    }

    /** Whether digits may stand in pairs before the last three. */
    boolean pairs() {
        return pairs;
    }

    /**
     * The style of a locale.
     *
     * @param tag a BCP 47 language tag such as {@code de}, {@code de-CH} or {@code en-IN}
     * @return empty if it is not known how that language writes numbers
     */
    public static Optional<NumberStyle> of(String tag) {
        Locale locale;
        try {
            locale = new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
        String language = locale.getLanguage();
        String place = language + "-" + locale.getCountry();
        if (COMMA_REGIONS.contains(place) || COMMA_LANGUAGES.contains(language) && !POINT_REGIONS.contains(place)) {
            return Optional.of(COMMA);
        }
        if (PAIR_LANGUAGES.contains(language) || place.equals("en-IN")) {
            return Optional.of(INDIAN);
        }
        return POINT_LANGUAGES.contains(language) || POINT_REGIONS.contains(place)
                ? Optional.of(POINT)
                : Optional.empty();
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }
}
