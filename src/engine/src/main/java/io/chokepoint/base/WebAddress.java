package io.chokepoint.base;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Links of a dataset: only pages of the web are opened, never files or programs of this machine. */
public final class WebAddress {
    /** A host, without a name and password before it, and no spaces. */
    private static final Pattern WEB =
            Pattern.compile("https?://[^\\s/?#:@\\\\]+(:\\d{1,5})?([/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** Whether a text is the address of a page: {@code https://} or {@code http://} and a host. */
    public static boolean isWeb(String text) {
        return WEB.matcher(text).matches() && CleanText.unclean(text).isEmpty();
    }

    /** Opens an address if it is one of the web; any other is left alone. */
    public static void open(String address, Consumer<String> opener) {
        if (isWeb(address)) {
            opener.accept(address);
        }
    }
}
