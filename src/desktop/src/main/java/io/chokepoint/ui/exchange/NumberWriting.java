package io.chokepoint.ui.exchange;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How numbers are written in a file of somebody else's. */
enum NumberWriting {
    /** 1234.5 */
    PLAIN(null),
    /** 1,234.5 */
    COMMA_GROUPS(Locale.ENGLISH),
    /** 1.234,5 */
    POINT_GROUPS(Locale.GERMAN),
    /** 1 234,5 */
    SPACE_GROUPS(Locale.FRENCH);

    private final @Nullable Locale locale;

    NumberWriting(@Nullable Locale locale) {
        this.locale = locale;
    }

    Optional<Locale> locale() {
        return Optional.ofNullable(locale);
    }
}
