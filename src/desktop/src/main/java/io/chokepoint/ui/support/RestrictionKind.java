package io.chokepoint.ui.support;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Restriction.Terms;
import java.util.List;
import java.util.Locale;

/** The kinds of restriction as the window shows them: words, icon, what can be set and from where one starts. */
public enum RestrictionKind {
    OUTAGE("outage", "mdmz-power_off", Parameter.part("lost", 0.8, 1, 1)),
    EXPORT_BAN("export-ban", "mdal-block", Parameter.part("leak", 0, 0, 0.1)),
    LICENCE(
            "licence",
            "mdal-gavel",
            Parameter.weeks("processingWeeks", 6, 9, 26, 52),
            Parameter.part("approval", 0.3, 0.6, 0.9)),
    QUOTA("quota", "mdal-data_usage", Parameter.part("cap", 0.3, 0.5, 0.7)),
    TARIFF(
            "tariff",
            "mdal-attach_money",
            new Parameter("rate", true, 0.25, 0.25, 1, 2),
            Parameter.part("passThrough", 0.5, 0.8, 1)),
    MARKET_BAN("market-ban", "mdmz-storefront"),
    COMPLIANCE(
            "compliance",
            "mdmz-verified_user",
            new Parameter("cost", true, 0.01, 0.02, 0.05, 1),
            Parameter.weeks("delayWeeks", 1, 2, 6, 52));

    /**
     * Something that can be set.
     *
     * @param name as in files
     * @param isPart whether it is a part, shown in per cent; weeks otherwise
     * @param low where a new restriction starts
     * @param central where a new restriction starts
     * @param high where a new restriction starts
     * @param max upper end of the slider; the lower is 0
     */
    public record Parameter(String name, boolean isPart, double low, double central, double high, double max) {

        static Parameter part(String name, double low, double central, double high) {
            return new Parameter(name, true, low, central, high, 1);
        }

        static Parameter weeks(String name, double low, double central, double high, double max) {
            return new Parameter(name, false, low, central, high, max);
        }

        /** What it is, in a few words. */
        public String label() {
            return Texts.get("parameter." + name);
        }

        /** A value with its unit. */
        public String format(double value) {
            return isPart ? Wording.percent(value) : Wording.weeks(value);
        }

        Figure start() {
            return new Figure(
                    "own/" + name,
                    low,
                    central,
                    high,
                    isPart ? "part" : "weeks",
                    Evidence.assumption("set in the window"));
        }
    }

    private final String id;
    private final String icon;
    private final List<Parameter> parameters;

    RestrictionKind(String id, String icon, Parameter... parameters) {
        this.id = id;
        this.icon = icon;
        this.parameters = List.of(parameters);
    }

    public static RestrictionKind of(Restriction restriction) {
        return switch (restriction) {
            case Restriction.Outage unused -> OUTAGE;
            case Restriction.ExportBan unused -> EXPORT_BAN;
            case Restriction.Licence unused -> LICENCE;
            case Restriction.Quota unused -> QUOTA;
            case Restriction.Tariff unused -> TARIFF;
            case Restriction.MarketBan unused -> MARKET_BAN;
            case Restriction.Compliance unused -> COMPLIANCE;
        };
    }

    /** The word in files. */
    public String id() {
        return id;
    }

    /** The Ikonli literal of its icon. */
    public String icon() {
        return icon;
    }

    /** In {@link Restriction#parameters()} order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** E.g. "Export ban". */
    public String text() {
        return Texts.get("kind." + name());
    }

    /** One or two words for a mark on a card, e.g. "Ban". */
    public String mark() {
        return Texts.get("kind." + name() + ".mark");
    }

    /** The text in lower case, for the middle of a sentence or an undo step. */
    public String lowerText() {
        return text().toLowerCase(Locale.ROOT);
    }

    /** What it does, in one sentence. */
    public String explanation() {
        return Texts.get("kind." + name() + ".does");
    }

    /** Whether it acts on makers alone, without buyers or end use. */
    public boolean isOfMakers() {
        return this == OUTAGE;
    }

    /** A new restriction with the figures from which one starts. */
    public Restriction create(Terms terms) {
        return create(terms, parameters.stream().map(Parameter::start).toList());
    }

    /** @param figures in {@link #parameters()} order */
    public Restriction create(Terms terms, List<Figure> figures) {
        return switch (this) {
            case OUTAGE -> new Restriction.Outage(terms, figures.getFirst());
            case EXPORT_BAN -> new Restriction.ExportBan(terms, figures.getFirst());
            case LICENCE -> new Restriction.Licence(terms, figures.get(0), figures.get(1));
            case QUOTA -> new Restriction.Quota(terms, figures.getFirst());
            case TARIFF -> new Restriction.Tariff(terms, figures.get(0), figures.get(1));
            case MARKET_BAN -> new Restriction.MarketBan(terms);
            case COMPLIANCE -> new Restriction.Compliance(terms, figures.get(0), figures.get(1));
        };
    }

    /** The same restriction under other terms. */
    public static Restriction withTerms(Restriction restriction, Terms terms) {
        return of(restriction)
                .create(
                        terms,
                        restriction.parameters().stream()
                                .map(Restriction.Parameter::value)
                                .toList());
    }
}
