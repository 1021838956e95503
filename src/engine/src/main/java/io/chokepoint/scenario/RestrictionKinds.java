package io.chokepoint.scenario;

import io.chokepoint.scenario.RestrictionKind.ActsOn;
import io.chokepoint.scenario.RestrictionKind.Pattern;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.RestrictionKind.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of restriction of the model page, section 4, and sets of kinds that readers know. A new kind is one more constant here,
 * in {@link #ALL}; src/docs/adr/0013-one-descriptor-per-kind.md says what else there is to do.
 */
public final class RestrictionKinds {
    public static final RestrictionParameter LOST = RestrictionParameter.part("lost", "part of capacity")
            .called("Capacity lost", "capacity lost", "Part of capacity that is lost, 0 to 1.")
            .typically(0.8, 1, 1)
            .fullStop(1)
            .build();

    /** R: 1 − lost in the last week, and from then on in a straight line, R weeks at less than all. */
    public static final RestrictionParameter RECOVERY_WEEKS = RestrictionParameter.weeks("recoveryWeeks")
            .called(
                    "Back up over",
                    "weeks to work up again",
                    "Weeks from the end until all capacity is back, in a straight line. Absent: back at once.")
            .optional(0)
            .build();

    public static final RestrictionKind OUTAGE = new RestrictionKind(
            "outage",
            Selects.MAKERS,
            Set.of(ActsOn.CAPACITY),
            List.of(LOST, RECOVERY_WEEKS),
            values -> Effect.losing(values.of(LOST), values.of(RECOVERY_WEEKS)),
            new Words(
                    "Outage",
                    "Outage",
                    "The maker loses part of its capacity.",
                    "makers lose a part of their capacity; selects activities, so no customer terms and no endUse",
                    new Pattern(
                            "{who} {who:loses|lose} {lost} of the capacity for {what}"
                                    + "[, and {who:works|work} up again over {recoveryWeeks}]",
                            "{who} {who:stops|stop} making {what}[, and {who:works|work} up again over {recoveryWeeks}]"),
                    new Pattern("{lost} of capacity lost[, {recoveryWeeks} to work up again]"),
                    new Pattern(
                            "{maker} loses {lost} of its capacity for {good} in {start}",
                            "{whose} making of {good} stops in {start}")));

    public static final RestrictionParameter LEAK = RestrictionParameter.part("leak", "part of the baseline flow")
            .called(
                    "Still gets through",
                    "part that still gets through",
                    "Part of the baseline flow that still gets through, 0 to 1.")
            .typically(0, 0, 0.1)
            .fullStop(0)
            .unsaid(0)
            .build();

    public static final RestrictionKind EXPORT_BAN = new RestrictionKind(
            "export-ban",
            Selects.FLOWS,
            Set.of(ActsOn.VOLUME),
            List.of(LEAK),
            values -> Effect.permitting(values.of(LEAK)),
            new Words(
                    "Export ban",
                    "Ban",
                    "The maker may not sell to these buyers; a part may leak through.",
                    "flows fall to the part that leaks through",
                    new Pattern("{who} {who:stops|stop} {selling} {what}{whom}[: {leak} still gets through]"),
                    new Pattern("{leak} gets through", "nothing gets through"),
                    new Pattern("{flow} fall to {leak} in {start}", "{flow} stop in {start}")));

    public static final RestrictionParameter PROCESSING_WEEKS = RestrictionParameter.weeks("processingWeeks")
            .called(
                    "Wait for a licence",
                    "wait for a licence",
                    "Weeks that a new application takes; goods shipped meanwhile arrive that much later.")
            .typically(6, 9, 26)
            .permitWait()
            .build();

    public static final RestrictionParameter APPROVAL = RestrictionParameter.part(
                    "approval", "part of the baseline flow")
            .called("Approved", "part approved", "Part of the baseline flow that is approved, 0 to 1.")
            .typically(0.3, 0.6, 0.9)
            .build();

    public static final RestrictionKind LICENCE = new RestrictionKind(
            "licence",
            Selects.FLOWS,
            Set.of(ActsOn.VOLUME, ActsOn.DELAY),
            List.of(PROCESSING_WEEKS, APPROVAL),
            values -> Effect.permitting(values.of(APPROVAL)).delayed(values.of(PROCESSING_WEEKS)),
            new Words(
                    "Licence",
                    "Licence",
                    "Each sale waits for a licence, and only a part is approved.",
                    "flows need a licence: a wait, then the approved part",
                    new Pattern("{who} {sell} {what}{whom} only under licence: {numbers}"),
                    new Pattern("{processingWeeks’} wait, {approval} approved"),
                    new Pattern("{flow} need a licence from {start}, with {numbers}")));

    public static final RestrictionParameter CAP = RestrictionParameter.part("cap", "part of the baseline flow")
            .called("Part still allowed", "part allowed", "Largest flow, as a part of the baseline flow, 0 to 1.")
            .typically(0.3, 0.5, 0.7)
            .build();

    public static final RestrictionKind QUOTA = new RestrictionKind(
            "quota",
            Selects.FLOWS,
            Set.of(ActsOn.VOLUME),
            List.of(CAP),
            values -> Effect.quota(values.of(CAP)),
            new Words(
                    "Quota",
                    "Quota",
                    "The maker may sell only a part of the usual amount.",
                    "the selected flows together may not exceed a part of their baseline",
                    new Pattern("{who} {sell} {what}{whom} only up to {cap} of the usual amount"),
                    new Pattern("at most {cap}"),
                    new Pattern("{flow} are held to {cap} from {start}")));

    public static final RestrictionParameter RATE = RestrictionParameter.rate("rate", "part of the value")
            .called("Tariff", "tariff rate", "Ad valorem rate; 1 is 100 %.")
            .typically(0.25, 0.25, 1)
            .upTo(2)
            .build();

    public static final RestrictionParameter PASS_THROUGH = RestrictionParameter.part(
                    "passThrough", "part that the buyer pays")
            .called("Part that buyers pay", "part that the buyer pays", "Part of the duty that the buyer pays, 0 to 1.")
            .typically(0.5, 0.8, 1)
            .unsaid(1)
            .build();

    public static final RestrictionKind TARIFF = new RestrictionKind(
            "tariff",
            Selects.FLOWS,
            Set.of(ActsOn.COST),
            List.of(RATE, PASS_THROUGH),
            values -> Effect.costing(values.of(RATE) * values.of(PASS_THROUGH)),
            new Words(
                    "Tariff",
                    "Tariff",
                    "Buyers pay more; only markets react to it.",
                    "a duty: cost only, no volume",
                    new Pattern("{what}{from}{whom} {what:bears|bear} a tariff of {numbers}"),
                    new Pattern("{rate}[, {passThrough} of it paid by the buyer]"),
                    new Pattern("{flow} bear a tariff of {numbers} from {start}")));

    public static final RestrictionKind MARKET_BAN = new RestrictionKind(
            "market-ban",
            Selects.MARKET_FLOWS,
            Set.of(ActsOn.VOLUME),
            List.of(),
            unused -> Effect.permitting(0),
            new Words(
                    "Market ban",
                    "Market ban",
                    "The product may not be sold in these markets.",
                    "products may not be sold to a market",
                    new Pattern("{what}{from} may not be sold{whom}"),
                    new Pattern(""),
                    new Pattern("{flow} are barred from {start}")));

    public static final RestrictionParameter COST = RestrictionParameter.rate("cost", "part of the cost")
            .called("Extra cost", "extra cost", "Extra cost per unit as a part of its cost.")
            .typically(0.01, 0.02, 0.05)
            .build();

    public static final RestrictionParameter DELAY_WEEKS = RestrictionParameter.weeks("delayWeeks")
            .called("Extra delay", "delay", "Weeks by which each shipment is late.")
            .typically(1, 2, 6)
            .unsaid(0)
            .build();

    public static final RestrictionKind COMPLIANCE = new RestrictionKind(
            "compliance",
            Selects.FLOWS,
            Set.of(ActsOn.COST, ActsOn.DELAY),
            List.of(COST, DELAY_WEEKS),
            values -> Effect.costing(values.of(COST)).delayed(values.of(DELAY_WEEKS)),
            new Words(
                    "Compliance",
                    "Rule",
                    "A rule adds cost and delay to each sale.",
                    "an obligation that costs money and time, such as a mandatory location check",
                    new Pattern("{what}{from}{whom} must meet a rule: {numbers}"),
                    new Pattern("{cost} dearer[, {delayWeeks} later]"),
                    new Pattern("{flow} must from {start} meet a rule that makes them {numbers}")));

    /** The kinds of the program. */
    public static final RestrictionKinds ALL =
            new RestrictionKinds(List.of(OUTAGE, EXPORT_BAN, LICENCE, QUOTA, TARIFF, MARKET_BAN, COMPLIANCE));

    private final List<RestrictionKind> list;

    private RestrictionKinds(List<RestrictionKind> list) {
        this.list = List.copyOf(list);
    }

    /** These kinds and one more, for those who bring one of their own. */
    public RestrictionKinds with(RestrictionKind kind) {
        List<RestrictionKind> more = new ArrayList<>(list);
        more.add(kind);
        return new RestrictionKinds(more);
    }

    public List<RestrictionKind> list() {
        return list;
    }

    public Optional<RestrictionKind> find(String id) {
        return list.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return list.stream().map(RestrictionKind::id).toList();
    }

    /** All parameters of any kind, in order, each name once. */
    public Stream<RestrictionParameter> parameters() {
        return list.stream().flatMap(kind -> kind.parameters().stream()).distinct();
    }
}
