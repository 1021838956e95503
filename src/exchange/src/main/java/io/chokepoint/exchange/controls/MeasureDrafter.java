package io.chokepoint.exchange.controls;

import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import io.chokepoint.text.Countries;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a scenario of a measure. What the table does not say (above all how strong it is) is assumed, and said to be. */
final class MeasureDrafter {
    /** Weeks that a run goes on after a measure has ended. */
    private static final int AFTER = 26;

    private final Dataset dataset;
    private final String shown;
    private final Findings findings;
    private final GoodMatch match;
    private final Set<String> ids = new HashSet<>();

    /** @param shown the table as the user knows it */
    MeasureDrafter(Dataset dataset, String shown, Findings findings) {
        this.dataset = dataset;
        this.shown = shown;
        this.findings = findings;
        this.match = new GoodMatch(dataset);
    }

    /** @return empty if nothing of the measure can be said in the model, which is then listed as left out */
    Optional<Scenario> draft(Measure measure) {
        Optional<RestrictionKind> kind = Instrument.kind(measure.instrument());
        if (kind.isEmpty()) {
            return leaveOut(measure, "the model has no such instrument as '" + measure.instrument() + "'");
        }
        GoodMatch.Found found = match.of(measure);
        if (found.goods().isEmpty()) {
            return leaveOut(
                    measure,
                    measure.codes().isEmpty() ? "no good goes by this name" : "hs.csv has no good under this code");
        }
        List<Good> made = found.goods().stream()
                .filter(good -> dataset.suppliesOf(good).stream()
                        .anyMatch(supply -> supply.provider().country().equals(measure.country())))
                .toList();
        if (made.isEmpty()) {
            return leaveOut(measure, "the dataset has no maker there of " + names(found.goods()));
        }
        int end = measure.from().isPresent() && measure.to().isPresent()
                ? (int) Math.max(
                        1,
                        Math.ceilDiv(
                                ChronoUnit.DAYS.between(
                                        measure.from().get(), measure.to().get()),
                                7))
                : Period.OPEN;
        List<String> notes = new ArrayList<>();
        notes.add("Drafted from " + fileName(measure.where()) + ": " + measure.inWords() + ".");
        notes.addAll(found.notes());
        if (!measure.codes().isEmpty() && made.size() > 1) {
            notes.add("Goods under the code that are not meant by the measure are to be taken out.");
        }
        if (measure.from().isEmpty()) {
            notes.add("Assumed: it starts in week 0; the table states no day.");
            findings.assumed("start of a measure", "week 0", "the table states none");
        } else if (measure.fromWords().length() < "2000-01-01".length()) {
            notes.add("Assumed: it starts on the first day of " + measure.fromWords() + ".");
            findings.assumed("start of a measure", "the first day of its month or year", "the table states no day");
        }
        if (measure.from().isEmpty() && measure.to().isPresent()) {
            findings.assumed("end of a measure", "open", "the table states an end, but no start");
        }
        Figure[] figures = figures(kind.get(), measure, notes);
        if (!measure.source().isEmpty()) {
            notes.add("Source as the table has it: " + measure.source() + ".");
        }
        if (!measure.note().isEmpty()) {
            notes.add("The table remarks: " + measure.note());
        }
        Restriction restriction = kind.get()
                .on(
                        new Restriction.Terms(
                                List.of(flows(made, measure)),
                                Optional.empty(),
                                new Period(0, end, 0),
                                String.join(" ", notes),
                                ""),
                        figures);
        String what = measure.commodity().isEmpty() ? names(made) : measure.commodity();
        String whither = measure.destinations().isEmpty()
                ? ""
                : " to "
                        + String.join(
                                ", ",
                                measure.destinations().stream()
                                        .map(Countries::inSentence)
                                        .toList());
        String title = Countries.name(measure.country()) + ": "
                + kind.get().words().name().toLowerCase(Locale.ROOT) + " on " + what + whither
                + measure.from().map(day -> " (" + day.getYear() + ")").orElse("");
        int horizon = end == Period.OPEN
                ? Scenario.DEFAULT_HORIZON_WEEKS
                : Math.clamp(end + AFTER, Scenario.DEFAULT_HORIZON_WEEKS, Scenario.MOST_HORIZON_WEEKS);
        return Optional.of(new Scenario(
                id(title),
                title,
                "What falls short if this measure bites as measures of its kind usually do?",
                "A draft from " + fileName(shown) + ", not a finding: goods were matched by "
                        + (measure.codes().isEmpty() ? "name" : "customs code")
                        + ", and how strong the measure is was assumed.",
                measure.from(),
                horizon,
                Optional.empty(),
                List.of(restriction),
                List.of(),
                List.of(),
                List.of()));
    }

    /** Two measures of one title get two ids. */
    private String id(String title) {
        String slug = Ids.slug(title);
        String id = slug;
        for (int n = 2; !ids.add(id); n++) {
            id = slug + "-" + n;
        }
        return id;
    }

    private Optional<Scenario> leaveOut(Measure measure, String why) {
        findings.leftOut(measure.inWords(), measure.where(), why);
        return Optional.empty();
    }

    private static Selector flows(List<Good> goods, Measure measure) {
        Term abroad = measure.destinations().isEmpty()
                ? new Term(Side.CUSTOMER, Field.COUNTRY, true, List.of(measure.country()))
                : new Term(Side.CUSTOMER, Field.COUNTRY, false, measure.destinations());
        return new Selector(List.of(
                new Term(
                        Side.MAKER,
                        Field.GOOD,
                        false,
                        goods.stream().map(Good::id).toList()),
                new Term(Side.MAKER, Field.COUNTRY, false, List.of(measure.country())),
                abroad));
    }

    private Figure[] figures(RestrictionKind kind, Measure measure, List<String> notes) {
        List<Figure> figures = new ArrayList<>();
        for (RestrictionParameter parameter : kind.parameters()) {
            String id = "import/" + kind.id() + "." + parameter.name();
            if (parameter == RestrictionKinds.RATE && measure.rate().isPresent()) {
                figures.add(
                        Figure.point(id, measure.rate().getAsDouble(), parameter.unitWords(), Evidence.assumption("")));
                notes.add("The rate is the table's.");
            } else {
                RestrictionParameter.Typical usual = parameter.typical();
                figures.add(new Figure(
                        id,
                        usual.low(),
                        usual.central(),
                        usual.high(),
                        parameter.unitWords(),
                        Evidence.assumption("")));
                String range = DraftTable.text(usual.low()) + " to " + DraftTable.text(usual.high()) + ", likeliest "
                        + DraftTable.text(usual.central());
                String why = "the usual range of the instrument; the table does not say how strong it is";
                notes.add("Assumed: " + parameter.name() + " " + range + ", " + why + ".");
                findings.assumed(kind.id() + " " + parameter.name(), range, why);
            }
        }
        return figures.toArray(Figure[]::new);
    }

    /** Folders of one machine say nothing to the next. */
    private static String fileName(String shownFile) {
        return shownFile.substring(shownFile.lastIndexOf('/') + 1);
    }

    private static String names(List<Good> goods) {
        return String.join(", ", goods.stream().map(Good::name).toList());
    }
}
