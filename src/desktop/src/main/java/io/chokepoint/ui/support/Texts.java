package io.chokepoint.ui.support;

import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The window's words, all in one properties file. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.chokepoint.ui.texts");

    private Texts() {}

    /**
     * @param arguments replace {0}, {1} …
     * @throws MissingResourceException if there is no such text: a bug
     */
    public static String get(String key, Object... arguments) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** The text, if there is one. */
    public static Optional<String> find(String key) {
        return BUNDLE.containsKey(key) ? Optional.of(BUNDLE.getString(key)) : Optional.empty();
    }

    /** One text for one and another for any other number: {@code key.one} or {@code key.many}, {0} being the number. */
    public static String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".many"), Wording.count(number));
    }
}
