package io.chokepoint.text;

import io.chokepoint.base.Amounts;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program's words, all in one properties file. */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.chokepoint.text.texts");

    /** {0}, or a word that depends on it: {0:good|goods}. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?::([^{}|]*)\\|([^{}|]*))?}");

    private Texts() {}

    /**
     * @param arguments replace {0}, {1} …; {0:good|goods} is the first word where argument 0 is 1, a number or its text, and the second
     *     anywhere else
     * @throws MissingResourceException if there is no such text: a bug
     */
    public static String get(String key, Object... arguments) {
        Matcher place = PLACE.matcher(BUNDLE.getString(key));
        // In one pass: an argument may itself contain braces.
        return place.replaceAll(found -> {
            int argument = Integer.parseInt(found.group(1));
            if (argument >= arguments.length) {
                return Matcher.quoteReplacement(found.group());
            }
            String value = String.valueOf(arguments[argument]);
            return Matcher.quoteReplacement(
                    found.group(2) == null ? value : Amounts.word(value, found.group(2), found.group(3)));
        });
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
