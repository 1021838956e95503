package io.chokepoint.text;

import io.chokepoint.base.Amounts;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The program's words, all in one properties file. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.chokepoint.text.texts");

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

    /**
     * One text for one and another for any other number: {@code key.one} or {@code key.many}, {0} being the number, then the other
     * arguments.
     */
    public static String count(String key, long number, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = Amounts.count(number);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return get(key + (number == 1 ? ".one" : ".many"), all);
    }
}
