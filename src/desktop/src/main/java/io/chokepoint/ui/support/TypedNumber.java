package io.chokepoint.ui.support;

import io.chokepoint.data.Numbers;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them: {@code .} or {@code ,} as decimal sign, unless the comma may part thousands. */
public final class TypedNumber {
    private static final Pattern PERHAPS_THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");

    private TypedNumber() {}

    /** The number, or nothing if the text is none or may be read in two ways, as 1,234 may. */
    public static Optional<Double> parse(String text) {
        String number = text.strip();
        return PERHAPS_THOUSANDS.matcher(number).matches() ? Optional.empty() : Numbers.parse(number.replace(',', '.'));
    }
}
