package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind.Pattern;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.RestrictionParameter.Unit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Fills the slots of a kind's words:
 *
 * <ul>
 *   <li><code>{lost}</code>: a parameter's central value with its unit; <code>{lost’}</code> in the possessive;
 *   <li><code>{who}</code>: something that the caller says;
 *   <li><code>{who:stops|stop}</code>: the first where {@code who} is one, the second where they are many;
 *   <li><code>[, {delayWeeks} later]</code>: left out where the parameter has the value that goes without saying.
 * </ul>
 */
final class RestrictionPattern {
    private static final java.util.regex.Pattern OPTIONAL = java.util.regex.Pattern.compile("\\[([^\\[\\]]*)]");
    private static final java.util.regex.Pattern SLOT =
            java.util.regex.Pattern.compile("\\{(\\w+)(’?)(?::([^|}]*)\\|([^}]*))?}");

    private final Restriction restriction;
    private final Map<String, String> said;
    private final Map<String, Boolean> many;

    /**
     * @param said what slots stand for that are no parameters
     * @param many by slot, whether it takes a verb in the plural
     */
    RestrictionPattern(Restriction restriction, Map<String, String> said, Map<String, Boolean> many) {
        this.restriction = restriction;
        this.said = said;
        this.many = many;
    }

    /** @throws IllegalArgumentException where a slot is nothing that is known */
    String fill(Pattern pattern) {
        String text = isFullStop() ? pattern.atFullStop() : pattern.usual();
        String stated = OPTIONAL.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(saysNothing(part.group(1)) ? "" : part.group(1)));
        return SLOT.matcher(stated).replaceAll(slot -> Matcher.quoteReplacement(slot(slot)));
    }

    private boolean isFullStop() {
        return restriction.kind().parameters().stream()
                .anyMatch(p -> p.fullStop()
                        .filter(value -> value == restriction.central(p))
                        .isPresent());
    }

    private boolean saysNothing(String text) {
        return SLOT.matcher(text)
                .results()
                .flatMap(slot -> parameter(slot.group(1)).stream())
                .allMatch(this::isUnsaid);
    }

    private boolean isUnsaid(RestrictionParameter parameter) {
        return parameter
                .unsaid()
                .filter(value -> value == restriction.central(parameter))
                .isPresent();
    }

    private Optional<RestrictionParameter> parameter(String name) {
        return restriction.kind().parameter(name);
    }

    private String slot(MatchResult slot) {
        String name = slot.group(1);
        if (slot.group(3) != null) {
            return slot.group(many(name) ? 4 : 3);
        }
        Optional<RestrictionParameter> parameter = parameter(name);
        String text = parameter.isPresent() ? value(parameter.get()) : said.get(name);
        if (text == null) {
            throw new IllegalArgumentException("'" + restriction.kind() + "' speaks of '" + name + "'");
        }
        return slot.group(2).isEmpty() ? text : text + (text.endsWith("s") ? "’" : "’s");
    }

    private boolean many(String name) {
        return Objects.requireNonNull(many.get(name), () -> "'" + restriction.kind() + "' counts '" + name + "'");
    }

    private String value(RestrictionParameter parameter) {
        double value = restriction.central(parameter);
        return parameter.unit() == Unit.WEEKS ? Amounts.weeks(value) : Amounts.percent(value);
    }
}
