package io.chokepoint.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two looks. Colours are roles in stylesheets: AtlantaFX Primer's, and our own in one small sheet for each look. */
public enum Theme {
    LIGHT(new PrimerLight(), "light.css"),
    DARK(new PrimerDark(), "dark.css");

    private static final Pattern ROLE =
            Pattern.compile("(-(?:color|cp)-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|-[a-z0-9-]+)\\s*;");

    private final atlantafx.base.theme.Theme base;
    private final String sheet;

    Theme(atlantafx.base.theme.Theme base, String sheet) {
        this.base = base;
        this.sheet = sheet;
    }

    /** The stylesheet to be set for the whole program. */
    String userAgentStylesheet() {
        return base.getUserAgentStylesheet();
    }

    /** Our roles for this look; goes before the common sheet. */
    String roleStylesheet() {
        return resource(sheet).toExternalForm();
    }

    /** The rules for both looks. */
    static String commonStylesheet() {
        return resource("chokepoint.css").toExternalForm();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/io/chokepoint/ui/" + name), name);
    }

    /**
     * All plain colours by role, e.g. {@code -cp-card} → {@code #ffffff}: AtlantaFX's, then ours on top; roles that name another
     * role are followed.
     */
    public Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        read(Objects.requireNonNull(base.getClass().getResource(base.getUserAgentStylesheet())), roles);
        read(resource(sheet), roles);
        Map<String, String> resolved = new LinkedHashMap<>();
        roles.forEach((role, value) -> {
            String colour = value;
            for (int i = 0; i < 10 && colour.startsWith("-"); i++) {
                colour = roles.getOrDefault(colour, "");
            }
            if (colour.startsWith("#")) {
                resolved.put(role, colour.toLowerCase(Locale.ROOT));
            }
        });
        return resolved;
    }

    private static void read(URL sheet, Map<String, String> into) {
        try (InputStream in = sheet.openStream()) {
            // Roles stand in the first rule of a sheet; the rest need not be searched.
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher matcher = ROLE.matcher(css.substring(0, css.indexOf('}') + 1));
            while (matcher.find()) {
                into.put(matcher.group(1), matcher.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
