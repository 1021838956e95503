package io.chokepoint.data;

import io.chokepoint.text.Countries;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;

/** Countries by ISO 3166-1, and what people write for them: codes of two letters above all, the commonest slip in tables of trade. */
final class CountryCodes {
    private static final Map<String, String> MEANT = meant();

    private CountryCodes() {}

    /** Whether the word is a country of ISO 3166-1 in three letters. */
    static boolean isCountry(String code) {
        return Countries.codes().contains(code);
    }

    /** The three letters for a code of two, or for a common short form; empty where the word is neither. */
    static Optional<String> meantBy(String word) {
        return Optional.ofNullable(MEANT.get(word.strip().toUpperCase(Locale.ROOT)));
    }

    /** The last sentence of a message about a word that is no known country. */
    static String hint(String word, Collection<String> known) {
        Optional<String> meant = meantBy(word).filter(known::contains);
        return meant.isPresent() ? " Maybe '" + meant.get() + "'?" : Hints.nearest(word, known);
    }

    /** As {@link #hint(String, Collection)}, all countries being known. */
    static String hint(String word) {
        return hint(word, Countries.codes());
    }

    private static Map<String, String> meant() {
        Map<String, String> meant = new TreeMap<>();
        for (String two : Locale.getISOCountries()) {
            try {
                meant.put(two, Locale.of("", two).getISO3Country());
            } catch (MissingResourceException noThreeLetters) {
                // Then there is nothing to offer for it.
            }
        }
        // Not of the standard, and written all the same.
        meant.put("UK", "GBR");
        meant.put("PRC", "CHN");
        meant.put("ROC", "TWN");
        meant.put("ROK", "KOR");
        meant.put("UAE", "ARE");
        meant.put("GER", "DEU");
        meant.put("HOL", "NLD");
        meant.put("SUI", "CHE");
        return meant;
    }
}
