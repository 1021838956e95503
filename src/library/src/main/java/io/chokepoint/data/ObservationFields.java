package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.Reading;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.Region;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The fields of one observation of an episode file. */
final class ObservationFields {
    private static final List<String> WHATS =
            Arrays.stream(What.values()).map(What::id).toList();
    private static final List<String> QUANTITIES =
            Arrays.stream(Quantity.values()).map(Quantity::id).toList();

    private final Fields fields;
    private final String label;
    private final int horizon;
    private final List<Placed<String>> sources;
    private final Faults faults;

    /**
     * @param label the file as figures name it
     * @param horizon weeks of the run
     * @param sources gets every id of a source with its place
     */
    ObservationFields(Fields fields, String label, int horizon, List<Placed<String>> sources, Faults faults) {
        this.fields = fields;
        this.label = label;
        this.horizon = horizon;
        this.sources = sources;
        this.faults = faults;
    }

    /** Empty if the file is at fault. */
    Optional<Placed<Observation>> read(String figureId) {
        int before = faults.errors();
        boolean ofMarket = fields.has("market");
        if (ofMarket == fields.has("good")) {
            fields.error(
                    "good",
                    ofMarket
                            ? "is given beside market; expected one of the two."
                            : "is missing; expected a good or a market.");
        }
        String subject = ofMarket ? fields.text("market") : fields.text("good");
        if (ofMarket && fields.has("provider")) {
            fields.error("provider", "is given beside market; expected it with a good only.");
        }
        String provider = fields.text("provider");
        String stated = ScenarioFields.word(fields, "what", WHATS, "");
        What what = What.of(stated).orElse(What.OUTPUT);
        // Of a word that is not known nothing more can be said than that.
        boolean known = !stated.isEmpty() || !fields.has("what");
        String measure = ScenarioFields.word(fields, "measure", QUANTITIES, "");
        boolean unknownMeasure = measure.isEmpty() && fields.has("measure");
        Reading reading = reading(what, known, measure, ofMarket, !provider.isEmpty());
        int from = fields.requiredWhole("fromWeek", Range.WEEKS).orElse(0);
        int to = fields.requiredWhole("toWeek", Range.WEEKS).orElse(from);
        if (to < from) {
            fields.error("toWeek", to + " is before fromWeek " + from + "; expected the same week or a later one.");
        } else if (to >= horizon) {
            fields.error(
                    "toWeek",
                    to + " is after the run, whose last week is " + (horizon - 1) + "; expected it within the run.");
        }
        String source = ScenarioFields.source(fields, true, sources);
        String text = fields.requiredText("text");
        Basis basis = ScenarioFields.basis(fields, Basis.PUBLISHED);
        Evidence evidence = new Evidence(basis, Cells.splitList(source), text, label, fields.line());
        Range range = range(reading, !known || unknownMeasure);
        Optional<Figure> seen = fields.spreadFigure(range, figureId + "/seen", unit(reading), evidence);
        fields.refuseOthers();
        if (seen.isEmpty() || faults.errors() > before) {
            return Optional.empty();
        }
        return Optional.of(Placed.at(
                fields.path(""),
                new Observation(
                        subject,
                        provider.isEmpty() ? Optional.empty() : Optional.of(provider),
                        ofMarket,
                        reading,
                        from,
                        to,
                        seen.get(),
                        source,
                        text)));
    }

    private Reading reading(What what, boolean known, String measure, boolean ofMarket, boolean ofOne) {
        if (known && what != What.OUTPUT) {
            if (fields.has("measure")) {
                fields.error("measure", "is given for '" + what.id() + "'; expected it for output only.");
            }
            if (ofMarket) {
                fields.error("market", "is given for '" + what.id() + "'; expected a good.");
            }
        }
        Quantity quantity = switch (what) {
            case OUTPUT ->
                Arrays.stream(Quantity.values())
                        .filter(each -> each.id().equals(measure))
                        .findFirst()
                        .orElse(Quantity.LEAST_OUTPUT);
            case STOP -> Quantity.FIRST_LOSS;
            case PRICE, EXPORTS, UNITS, REVENUE -> Quantity.MEAN;
        };
        Reading usual = Reading.ofOutput(quantity);
        double level = fields.optionalNumber("level", Range.SOME_PART)
                .orElse(what == What.STOP ? Reading.STOPPED : usual.level());
        if (known && fields.has("level") && what != What.STOP) {
            fields.error("level", "is given for '" + what.id() + "'; expected it for stop only.");
        }
        Region region = region("region");
        Region to = region("to");
        if (!region.isWorld() && (ofMarket || ofOne)) {
            fields.error(
                    "region", "is given beside " + (ofMarket ? "market" : "provider") + "; expected one of the two.");
        }
        if (known && !to.isWorld() && what != What.EXPORTS) {
            fields.error("to", "is given for '" + what.id() + "'; expected it for exports only.");
        }
        if (what == What.EXPORTS && region.isWorld() && !ofOne) {
            fields.error("region", "is missing; expected the countries that export.");
        }
        return new Reading(what, quantity, level, region, to);
    }

    private Region region(String name) {
        String text = fields.text(name);
        Optional<Region> region = Region.parse(text);
        if (region.isEmpty()) {
            fields.error(
                    name,
                    "'" + text
                            + "' names no countries; expected codes of three capital letters, separated by commas, one '!' "
                            + "before them for all others.");
        }
        return region.orElse(Region.WORLD);
    }

    private static Range range(Reading reading, boolean unknown) {
        if (unknown || reading.quantity() == Quantity.FIRST_LOSS) {
            return Range.WEEKS;
        }
        return reading.what() == What.PRICE ? Range.PRICE_SEEN : Range.SEEN;
    }

    private static String unit(Reading reading) {
        if (reading.quantity() == Quantity.FIRST_LOSS) {
            return "week of the run";
        }
        return reading.what() == What.PRICE ? "multiple of the baseline price" : "part of baseline";
    }
}
