package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Restriction.Terms;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.RestrictionParameter.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A kind of restriction as the window shows it; what it is follows from its descriptor, only the icon is the window's own. */
public record KindForm(RestrictionKind kind) {
    private static final String ANY_ICON = "mdal-block";

    /** Ikonli literals by kind; a kind without one gets {@link #ANY_ICON}. */
    private static final Map<String, String> ICONS = Map.of(
            "outage", "mdmz-power_off",
            "export-ban", "mdal-block",
            "licence", "mdal-gavel",
            "quota", "mdal-data_usage",
            "tariff", "mdal-attach_money",
            "market-ban", "mdmz-storefront",
            "compliance", "mdmz-verified_user");

    /** All that can be chosen. */
    public static List<KindForm> all() {
        return RestrictionKinds.ALL.list().stream().map(KindForm::new).toList();
    }

    public static KindForm of(Restriction restriction) {
        return new KindForm(restriction.kind());
    }

    /** The word in files. */
    public String id() {
        return kind.id();
    }

    /** The Ikonli literal of its icon. */
    public String icon() {
        return ICONS.getOrDefault(kind.id(), ANY_ICON);
    }

    /** What can be set. */
    public List<RestrictionParameter> parameters() {
        return kind.parameters();
    }

    /** E.g. "Export ban". */
    public String text() {
        return kind.words().name();
    }

    /** One or two words for a mark on a card, e.g. "Ban". */
    public String mark() {
        return kind.words().mark();
    }

    /** The text in lower case, for the middle of a sentence or an undo step. */
    public String lowerText() {
        return text().toLowerCase(Locale.ROOT);
    }

    /** What it does, in one sentence. */
    public String explanation() {
        return kind.words().description();
    }

    /** Whether it acts on makers alone, without buyers or end use. */
    public boolean isOfMakers() {
        return kind.isOfMakers();
    }

    /** A new restriction with the figures from which one starts; what need not be stated is not. */
    public Restriction create(Terms terms) {
        List<Restriction.Parameter> start = new ArrayList<>();
        for (RestrictionParameter parameter : kind.parameters()) {
            if (!parameter.isOptional()) {
                RestrictionParameter.Typical typical = parameter.typical();
                start.add(new Restriction.Parameter(
                        parameter, figure(parameter, typical.low(), typical.central(), typical.high())));
            }
        }
        return new Restriction(kind, terms, start);
    }

    /** A figure that is set in the window, where the scenario has none of its own. */
    public static Figure figure(RestrictionParameter parameter, double low, double central, double high) {
        String unit = isPart(parameter) ? "part" : "weeks";
        return new Figure(
                "own/" + parameter.name(), low, central, high, unit, Evidence.assumption("set in the window"));
    }

    /** Whether it is shown in per cent; in weeks otherwise. */
    public static boolean isPart(RestrictionParameter parameter) {
        return parameter.unit() == Unit.PART;
    }

    /** A value with its unit. */
    public static String format(RestrictionParameter parameter, double value) {
        return isPart(parameter) ? Amounts.percent(value) : Amounts.weeks(value);
    }
}
