package io.chokepoint.exchange.eto;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.eto.EtoTables.Provision;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.text.Countries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shares as supply rows. The tables look at most inputs twice, by company and by country; the two are never added. Companies are taken where
 * their shares are stated, else countries where theirs are, else whoever is named, in equal parts.
 */
final class EtoShares {
    private static final String REST = "rest-of-world";
    private static final double ROUNDING = 1e-9;

    /** What shares rounded to a tenth or to whole per cent may add up to; more is no rounding. */
    private static final double MOST_SUM = 1.05;

    private static final Pattern LINK = Pattern.compile("\\((https?://[^\\s)]+)\\)|(https?://[^\\s)]+)");

    private final EtoTables tables;
    private final Map<String, String> goods;
    private final String shown;
    private final Draft draft;
    private final Ids ids = new Ids();
    private final Map<String, String> providers = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();
    private boolean hasRest;

    /** @param goods ids of goods by ids of inputs @param shown the folder as the user knows it */
    EtoShares(EtoTables tables, Map<String, String> goods, String shown, Draft draft) {
        this.tables = tables;
        this.goods = goods;
        this.shown = shown;
        this.draft = draft;
        ids.take(REST);
    }

    void write() {
        Map<String, List<Provision>> byInput = new LinkedHashMap<>();
        tables.inputs.keySet().forEach(input -> byInput.put(input, new ArrayList<>()));
        tables.provisions.forEach(
                row -> byInput.getOrDefault(row.provided(), new ArrayList<>()).add(row));
        byInput.forEach((input, rows) -> supply(input, latest(rows)));
        draft.findings().understood("makers", providers.size());
        draft.findings().understood("sources", sources.size());
    }

    /** Of each provider the row of its latest year; two rows of one year are a fault. */
    private List<Provision> latest(List<Provision> rows) {
        Map<String, Provision> latest = new LinkedHashMap<>();
        for (Provision row : rows) {
            Provision other = latest.putIfAbsent(row.provider(), row);
            if (other == null) {
                continue;
            }
            if (other.year() == row.year()) {
                draft.findings()
                        .fault(
                                place(),
                                row.line(),
                                "provider_id",
                                row.provider(),
                                "each provider of an input once a year");
            } else {
                latest.put(row.provider(), row.year() > other.year() ? row : other);
                draft.findings()
                        .leftOut("shares of earlier years", place() + ":" + row.line(), "a later year is there");
            }
        }
        return List.copyOf(latest.values());
    }

    private String place() {
        return shown + "/provision.csv";
    }

    private void supply(String input, List<Provision> rows) {
        List<Provision> companies = rows.stream().filter(row -> !isCountry(row)).toList();
        List<Provision> countries = rows.stream().filter(this::isCountry).toList();
        List<Provision> stated = stated(companies);
        List<Provision> others = countries;
        if (stated.isEmpty()) {
            stated = stated(countries);
            others = companies;
        }
        if (!stated.isEmpty()) {
            leaveOut(
                    others,
                    "the same output seen "
                            + (others == countries ? "by country; companies" : "by company without shares; countries")
                            + " are taken");
            List<Provision> taken = stated;
            leaveOut(
                    (others == countries ? companies : countries)
                            .stream().filter(row -> !taken.contains(row)).toList(),
                    "named without a share beside others that have one");
            shares(input, stated);
            return;
        }
        List<Provision> named = companies.isEmpty() ? countries : companies;
        if (named.isEmpty()) {
            rest(input, 1, "the tables name nobody");
            return;
        }
        leaveOut(
                companies.isEmpty() ? List.of() : countries,
                "the same output seen by country, without shares; companies are taken");
        for (Provision row : named) {
            double part = 1.0 / named.size();
            DraftTable.Row supply =
                    row(input, row, "").set("share_low", part / 10).set("share_high", Math.min(1, 4 * part));
            supply.assume(
                    "share",
                    part,
                    "the table names " + Amounts.counted(named.size(), "maker", "makers")
                            + " and no shares: each alike, a tenth to four times of it");
            spare(supply);
        }
    }

    private static List<Provision> stated(List<Provision> rows) {
        return rows.stream().filter(row -> row.share().isPresent()).toList();
    }

    private boolean isCountry(Provision row) {
        EtoTables.Provider provider = tables.providers.get(row.provider());
        return provider != null && provider.isCountry();
    }

    private void leaveOut(List<Provision> rows, String why) {
        rows.forEach(row -> draft.findings().leftOut("makers of a good", place() + ":" + row.line(), why));
    }

    private void shares(String input, List<Provision> rows) {
        double sum = rows.stream().mapToDouble(row -> row.share().orElse(0)).sum();
        if (sum > MOST_SUM) {
            Provision first = rows.getFirst();
            draft.findings()
                    .fault(
                            place(),
                            first.line(),
                            "share_provided",
                            DraftTable.text(Math.rint(sum * 1e6) / 1e4) + " % in all for " + input,
                            "shares of one input that add up to 100 %, or less");
            return;
        }
        double divisor = Math.max(1, sum);
        for (Provision row : rows) {
            double share = row.share().orElse(0) / divisor;
            String note = "Share as stated: " + row.stated() + " %."
                    + (divisor > 1
                            ? " Shares of this good add up to " + DraftTable.text(Math.rint(sum * 1e6) / 1e4)
                                    + " % and were divided by that."
                            : "");
            DraftTable.Row supply =
                    row(input, row, note).set("share", share).set("basis", divisor > 1 ? "derived" : "published");
            spare(supply);
        }
        if (1 - sum > ROUNDING) {
            rest(input, Math.rint((1 - sum) / ROUNDING) * ROUNDING, "what the stated shares leave to 100 %");
        }
    }

    private DraftTable.Row row(String input, Provision provision, String note) {
        return draft.table(Tables.SUPPLY)
                .add()
                .set("good", goods.getOrDefault(input, input))
                .set("provider", provider(provision.provider()))
                .set("year", provision.year() == 0 ? "" : Integer.toString(provision.year()))
                .set("source", source(provision.source()))
                .set("note", note);
    }

    private static void spare(DraftTable.Row row) {
        row.assume("spare", 0, "the table states no spare capacity");
    }

    private void rest(String input, double share, String why) {
        if (!hasRest) {
            hasRest = true;
            draft.table(Tables.PROVIDERS)
                    .add()
                    .set("id", REST)
                    .set("name", "Other makers")
                    .set("type", "rest");
        }
        DraftTable.Row row = draft.table(Tables.SUPPLY)
                .add()
                .set("good", goods.getOrDefault(input, input))
                .set("provider", REST);
        row.assume("share", share, why);
        spare(row);
    }

    private String provider(String id) {
        return providers.computeIfAbsent(id, unused -> {
            EtoTables.Provider provider = tables.providers.get(id);
            if (provider == null) {
                throw new IllegalStateException("a provider that was checked is not there: " + id);
            }
            boolean country = provider.isCountry();
            String code = country ? provider.name() : provider.country();
            boolean known = Countries.codes().contains(code);
            String name = country
                    ? known ? Countries.name(code) : provider.alias().isEmpty() ? provider.name() : provider.alias()
                    : provider.name();
            // A company may be named like a country or like a company elsewhere.
            String made = ids.of(country ? name : name + " " + code.toLowerCase(Locale.ROOT));
            DraftTable.Row row =
                    draft.table(Tables.PROVIDERS).add().set("id", made).set("name", name);
            if (known) {
                row.set("type", country ? "country" : "company").set("country", code);
            } else {
                row.assume(
                        "type",
                        "rest",
                        code.isEmpty() ? "the table states no country" : "'" + code + "' is no country of ISO 3166-1");
            }
            return made;
        });
    }

    private String source(String text) {
        return sources.computeIfAbsent(text, unused -> {
            String id = "eto-" + (sources.size() + 1);
            Matcher link = LINK.matcher(text);
            String url = link.find()
                    ? link.group(1) == null ? link.group(2) : link.group(1)
                    : "https://eto.tech/dataset-docs/chipexplorer";
            draft.table(Tables.SOURCES)
                    .add()
                    .set("id", id)
                    .set(
                            "title",
                            text.isEmpty()
                                    ? "Advanced Semiconductor Supply Chain Dataset; the row names no source"
                                    : text)
                    .set("publisher", "Emerging Technology Observatory / CSET")
                    .set("url", url);
            return id;
        });
    }
}
