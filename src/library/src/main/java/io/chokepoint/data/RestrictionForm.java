package io.chokepoint.data;

import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Restriction.Terms;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of restriction with the parameters that each takes. */
enum RestrictionForm {
    OUTAGE("outage", new Parameter("lost", Range.PART, "part of capacity", 1.0)),
    EXPORT_BAN("export-ban", new Parameter("leak", Range.PART, "part of the baseline flow", 0.0)),
    LICENCE(
            "licence",
            new Parameter("processingWeeks", Range.NOT_NEGATIVE, "weeks", null),
            new Parameter("approval", Range.PART, "part of the baseline flow", null)),
    QUOTA("quota", new Parameter("cap", Range.PART, "part of the baseline flow", null)),
    TARIFF(
            "tariff",
            new Parameter("rate", Range.NOT_NEGATIVE, "part of the value", null),
            new Parameter("passThrough", Range.PART, "part that the buyer pays", null)),
    MARKET_BAN("market-ban"),
    COMPLIANCE(
            "compliance",
            new Parameter("cost", Range.NOT_NEGATIVE, "part of the cost", null),
            new Parameter("delayWeeks", Range.NOT_NEGATIVE, "weeks", null));

    /**
     * A parameter.
     *
     * @param fullStop its value where the command line gives none and the kind alone says what is meant: everything stops; null
     *     where there is no such value
     */
    record Parameter(
            String name, Range range, String unit, @Nullable Double fullStop) {}

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Parameter> parameters;

    RestrictionForm(String id, Parameter... parameters) {
        this.id = id;
        this.parameters = List.of(parameters);
    }

    /** The word in files. */
    String id() {
        return id;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    static Optional<RestrictionForm> find(String id) {
        return Arrays.stream(values()).filter(form -> form.id.equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(RestrictionForm::id).toList();
    }

    /** All names of parameters, of any kind. */
    static List<String> allParameterNames() {
        return Arrays.stream(values())
                .flatMap(form -> form.parameters.stream())
                .map(Parameter::name)
                .toList();
    }

    /** What is wrong with a field. */
    record Fault(String field, String message) {}

    /** Whether selectors and end use fit the kind: an outage is of makers and knows no customers. */
    List<Fault> checkTerms(List<Selector> select, String endUse) {
        List<Fault> faults = new ArrayList<>();
        if (this != OUTAGE) {
            return faults;
        }
        for (Selector selector : select) {
            if (selector.hasCustomerTerm()) {
                faults.add(new Fault(
                        "select",
                        "'" + selector.text()
                                + "' has a term about the customer; expected terms about makers only, as an"
                                + " outage stops makers."));
            }
        }
        if (!endUse.isEmpty()) {
            faults.add(new Fault("endUse", "is given for an outage; expected it for restrictions of flows only."));
        }
        return faults;
    }

    /** @param figures one per parameter, in order */
    Restriction make(Terms terms, List<Figure> figures) {
        return switch (this) {
            case OUTAGE -> new Restriction.Outage(terms, figures.get(0));
            case EXPORT_BAN -> new Restriction.ExportBan(terms, figures.get(0));
            case LICENCE -> new Restriction.Licence(terms, figures.get(0), figures.get(1));
            case QUOTA -> new Restriction.Quota(terms, figures.get(0));
            case TARIFF -> new Restriction.Tariff(terms, figures.get(0), figures.get(1));
            case MARKET_BAN -> new Restriction.MarketBan(terms);
            case COMPLIANCE -> new Restriction.Compliance(terms, figures.get(0), figures.get(1));
        };
    }
}
