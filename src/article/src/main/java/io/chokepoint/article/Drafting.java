package io.chokepoint.article;

import io.chokepoint.article.Draft.Statement;
import io.chokepoint.article.Passage.Kind;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draft restrictions of all sentences of one article; what several sentences say of one rule is one draft. */
final class Drafting {
    /** The instrument of a measure that is not law. */
    private static final String BILL = "bill";

    /** A sentence that names more is a list of words, not a statement. */
    private static final int MOST_INSTRUMENTS = 12;

    /** "Cut output by 30 % because of power cuts": what says how much counts, not its cause. */
    private static final int STATED_EVENT = 8;

    /** Sentences back in which something is looked for that a sentence does not name. */
    private static final int MOST_BEFORE = 6;

    /** Why something stands still, not that it does. */
    private static final Pattern ATTACK = Pattern.compile(
            "\\b(?:drone|missile|air ?strikes?|airstrikes?|rocket|shelling|sabotage|ransom\\w*|cyber ?attack|cave in|collapse|dam burst|attacks?)\\b");

    /** "A permit for exports" allows nothing. */
    private static final Pattern NOUN = Pattern.compile(
            "\\b(?:an?|the|export|each|every|special|government|any|one|no|its|their|of|permit|new|without|by|for)\\s*$");

    /** The words before a rule that was named before. */
    private static final Pattern DEFINITE = Pattern.compile(
            "\\b(?:the|those|these|this|that|its|their|both|all)(?: (?:new|old|export|import|existing|same|two|three|whole|extra|additional|sweeping|latest|temporary|controversial))?\\s*$|(?:该|上述|此|这些?|这项)\\s*$");

    /** The goods of a rule that was named before. */
    private static final Pattern SUCH_GOODS = Pattern.compile(
            "\\b(?:these|those|such|said|the above|the listed|the aforementioned|the controlled|the restricted|the same) (?:\\w+ )?(?:items|goods|products|materials|minerals|metals|technologies|commodities|tools|equipment|articles)\\b|上述|前述|前款");

    private final Dataset dataset;
    private final RestrictionMaker maker;
    private final List<MarkedSentence> sentences;
    private final List<MeasureMatch> measures;
    private final Map<String, Gathered> byRule = new LinkedHashMap<>();
    private final LaterSentences later;
    private final EventSpread spread = new EventSpread();
    private @Nullable Open open;
    /** Items of a list that were read with its head. */
    private int listedUntil;

    /** One reading of one instrument in one sentence. */
    private record Reading(
            Passage instrument, Roles roles, RestrictionMaker.Made made, Status status, Gathered.Start start) {}

    /** A rule of which a sentence says who acts or whom it hits, and of what only the next ones speak. */
    private record Open(String instrument, Roles roles, int sentence) {}

    private Drafting(Dataset dataset, List<MarkedSentence> sentences, List<MeasureMatch> measures) {
        this.dataset = dataset;
        this.maker = new RestrictionMaker(dataset);
        this.sentences = sentences;
        this.measures = measures;
        this.later = new LaterSentences(maker, byRule.values());
    }

    static List<Draft> of(
            Dataset dataset, List<MarkedSentence> sentences, List<MeasureMatch> measures, RunMonitor monitor) {
        Drafting drafting = new Drafting(dataset, sentences, measures);
        for (int i = 0; i < sentences.size(); i++) {
            monitor.checkCancelled();
            drafting.read(i);
        }
        return drafting.drafts();
    }

    private void read(int at) {
        MarkedSentence sentence = sentences.get(at);
        if (at < listedUntil) {
            return;
        }
        List<MarkedSentence> before =
                sentences.subList(Math.max(0, at - MOST_BEFORE), at).reversed();
        List<Reading> readings = new ArrayList<>();
        boolean asks = sentence.sentence().text().endsWith("?")
                || sentence.sentence().text().endsWith("？");
        Open opened = null;
        boolean added = false;
        for (Passage named : sentence.of(Kind.INSTRUMENT).size() > MOST_INSTRUMENTS
                ? List.<Passage>of()
                : sentence.of(Kind.INSTRUMENT)) {
            Passage instrument = named;
            if (StatusFinder.isPromisedGrant(sentence, instrument)
                    || StatusFinder.isPermission(instrument)
                            && FoldedText.fold(instrument.text()).matches("permits?|clearance")
                            && NOUN.matcher(sentence.near(instrument.start())).find()) {
                continue;
            }
            if (later.addsToEvent(sentence, instrument)) {
                added = true;
                continue;
            }
            if (isOfListing(sentence, instrument, at)) {
                added = true;
                continue;
            }
            Gathered meant = definite(sentence, instrument);
            if (meant != null) {
                Status status = StatusFinder.of(sentence, instrument);
                meant.statements.add(new Statement(sentence.sentence(), status));
                if (status != Status.LIFTED) {
                    meant.learn(LaterSentences.start(sentence, instrument));
                }
                added = true;
                continue;
            }
            Roles said = withOpen(
                    instrument,
                    Roles.of(sentence, instrument, before)
                            .withoutOwn(dataset)
                            .asPurchase(dataset, sentence, instrument)
                            .where(dataset, sentence, instrument, before),
                    at);
            Roles roles = withTargets(said, instrument, at);
            Optional<RestrictionMaker.Made> made = asks ? Optional.empty() : maker.make(sentence, instrument, roles);
            if (made.isEmpty() && roles.goods().isEmpty() && !Roles.isEvent(instrument)) {
                opened = new Open(instrument.id(), roles, at);
            }
            Status status = StatusFinder.of(sentence, instrument);
            if (made.isEmpty() && !asks) {
                spread.happened(instrument, roles, status, sentence);
            }
            if (made.isPresent()
                    && EventSpread.isOutcome(instrument)
                    && !roles.targets().isEmpty()) {
                Optional<EventSpread.Pending> cause = spread.causeOf(at);
                byRule.values().removeIf(gathered -> EventSpread.isOfPlace(gathered, at));
                if (cause.isPresent()) {
                    instrument = EventSpread.as(instrument, cause.get().instrument());
                    made = maker.make(sentence, instrument, roles);
                }
            }
            Passage act = instrument;
            made.ifPresent(found -> readings.add(new Reading(
                    act,
                    roles,
                    found,
                    status,
                    status == Status.LIFTED ? Gathered.Start.NONE : LaterSentences.start(sentence, act))));
        }
        if (!asks
                && readings.stream().allMatch(reading -> reading.roles().goods().isEmpty())) {
            List<Reading> listed = listed(at, before);
            if (!listed.isEmpty()) {
                listed.forEach(
                        reading -> take(sentences.get(reading.instrument().sentence()), reading));
                return;
            }
        }
        if (opened != null) {
            open = opened;
        }
        strongest(readings).forEach(reading -> take(sentence, reading));
        if (readings.isEmpty() && !asks && !added && !runsAgain(sentence, at)) {
            later.read(sentence);
        }
    }

    /** "At Renesas' plant lines were running again by the evening", after a quake of which only the place was named. */
    private boolean runsAgain(MarkedSentence sentence, int at) {
        Optional<EventSpread.Pending> cause = spread.causeOf(at);
        List<Passage> makers = EventSpread.makersOf(sentence);
        if (cause.isEmpty() || makers.isEmpty()) {
            return false;
        }
        Passage opening = LaterSentences.opening(sentence, cause.get().instrument());
        Status status = Aftermath.isHarmless(sentence, opening)
                ? Status.NEGATED
                : Aftermath.isOver(sentence, opening) ? Status.LIFTED : Status.STATED;
        if (status == Status.STATED) {
            return false;
        }
        Roles roles = new Roles(null, List.of(), makers, null, false, false, List.of())
                .where(
                        dataset,
                        sentence,
                        opening,
                        sentences.subList(Math.max(0, at - 2), at).reversed());
        maker.make(sentence, opening, roles)
                .ifPresent(made -> take(sentence, new Reading(opening, roles, made, status, Gathered.Start.NONE)));
        return true;
    }

    /** "American suppliers will need a licence before they sell to any of them": what follows from a listing is part of it. */
    private boolean isOfListing(MarkedSentence sentence, Passage instrument, int at) {
        return List.of("licence", "export-ban").contains(instrument.id())
                && sentence.of(Kind.GOOD, Kind.TAG).isEmpty()
                && sentence.of(Kind.MAKER).isEmpty()
                && byRule.values().stream()
                        .anyMatch(gathered ->
                                gathered.instrument.id().equals("entity-list") && gathered.lastSentence() >= at - 2);
    }

    /** "The quotas were abolished in 2015": the rule of that sort of which the text spoke last, where the sentence names no goods. */
    private @Nullable Gathered definite(MarkedSentence sentence, Passage instrument) {
        if (!sentence.of(Kind.GOOD, Kind.TAG).isEmpty()
                || !DEFINITE.matcher(sentence.near(instrument.start())).find()
                        && !SUCH_GOODS
                                .matcher(sentence.between(
                                        sentence.sentence().start(),
                                        sentence.sentence().end()))
                                .find()
                || !sentence.cues(Cue.TARGET).isEmpty()
                        && !sentence.of(Kind.COUNTRY).isEmpty()
                        && sentence.of(Kind.COUNTRY).stream()
                                .anyMatch(country -> country.start() >= instrument.end())) {
            return null;
        }
        return byRule.values().stream()
                .filter(gathered -> !gathered.roles.goods().isEmpty()
                        && gathered.instrument.ids().equals(instrument.ids()))
                .max(Comparator.comparingInt(Gathered::lastSentence))
                .orElse(null);
    }

    /** "Licences are needed for:" with a list or a table of goods below. */
    private List<Reading> listed(int at, List<MarkedSentence> before) {
        MarkedSentence head = sentences.get(at);
        List<MarkedSentence> items = Listing.under(sentences, at);
        Optional<Passage> instrument = head.of(Kind.INSTRUMENT).stream()
                .filter(each -> !Roles.isEvent(each) && !StatusFinder.isPermission(each))
                .findFirst();
        if (items.isEmpty() || instrument.isEmpty()) {
            return List.of();
        }
        Roles heads = Roles.of(head, instrument.get(), before);
        Status status = StatusFinder.of(head, instrument.get());
        List<Reading> readings = new ArrayList<>();
        for (Listing.Item item : Listing.items(items, instrument.get())) {
            Roles roles = heads.of(item.goods());
            maker.make(item.sentence(), item.instrument(), roles).ifPresent(made -> {
                Gathered.Start own = LaterSentences.start(item.sentence(), item.instrument());
                readings.add(new Reading(
                        item.instrument(),
                        roles,
                        made,
                        status,
                        own.day().isPresent() ? own : LaterSentences.start(head, instrument.get())));
            });
        }
        listedUntil = readings.isEmpty() ? listedUntil : at + 1 + items.size();
        return readings;
    }

    /** "The China restrictions … a licence for the MI308": whom the sentence before said that it hits. */
    private Roles withOpen(Passage instrument, Roles roles, int at) {
        Open said = open;
        return said != null
                        && said.sentence() >= at - 2
                        && said.instrument().equals(instrument.id())
                        && roles.targets().isEmpty()
                        && !said.roles().targets().isEmpty()
                        && (roles.issuer() == null
                                || !said.roles().targets().stream()
                                        .anyMatch(target -> target.ids()
                                                .equals(roles.issuer().ids())))
                ? roles.against(said.roles())
                : roles;
    }

    /** "Blackwell chips remain off limits": who goes on about the rule just named means the same buyers. */
    private Roles withTargets(Roles roles, Passage instrument, int at) {
        boolean goesOn = roles.remarks().stream().anyMatch(remark -> remark.startsWith("Who acts"));
        if (Roles.isEvent(instrument)
                || !goesOn
                || !roles.targets().isEmpty()
                || roles.goods().isEmpty()
                || roles.isImport()) {
            return roles;
        }
        return byRule.values().stream()
                .filter(gathered -> !gathered.isEvent()
                        && gathered.lastSentence() >= at - 2
                        && !gathered.roles.targets().isEmpty()
                        && !gathered.roles.isImport()
                        && gathered.instrument.ids().equals(instrument.ids())
                        && Objects.equals(actor(gathered.roles), actor(roles)))
                .max(Comparator.comparingInt(Gathered::lastSentence))
                .map(gathered -> roles.against(gathered.roles))
                .orElse(roles);
    }

    /** Several words of a sentence for one rule, "a licensing requirement" and "restrictions", are one; a ban and its licences too. */
    private static List<Reading> strongest(List<Reading> readings) {
        List<Reading> kept = new ArrayList<>();
        List<Reading> sorted = new ArrayList<>(readings);
        sorted.sort(Comparator.comparingInt(Drafting::strength).reversed());
        for (Reading reading : sorted) {
            boolean said = kept.stream().anyMatch(other -> covers(other, reading));
            if (!said) {
                kept.add(reading);
            }
        }
        kept.sort(Comparator.comparingInt(reading -> reading.instrument().start()));
        return kept;
    }

    private static int strength(Reading reading) {
        if (StatusFinder.isPermission(reading.instrument())) {
            return 0;
        }
        boolean event = Roles.isEvent(reading.instrument());
        int said = Gathered.stated(reading.made()) == 0 ? 0 : event ? STATED_EVENT : 1;
        int targeted = reading.roles().targets().isEmpty() ? 0 : 1;
        return targeted
                + said
                + 2
                        * switch (reading.instrument().id()) {
                            case "entity-list" -> 6;
                            case "export-ban", "import-ban" -> 5;
                            case "outage" ->
                                ATTACK.matcher(FoldedText.fold(
                                                        reading.instrument().text()))
                                                .find()
                                        ? 1
                                        : 4;
                            case "quota", "tariff" -> 4;
                            case "fire", "earthquake", "strike", "weather", "power-cut" -> 5;
                            case "blockade" -> 3;
                            case "licence" -> 2;
                            default -> 1;
                        };
    }

    private static boolean covers(Reading kept, Reading other) {
        boolean sameGoods =
                names(kept.roles().goods()).equals(names(other.roles().goods()))
                        || kept.roles().goods().stream().anyMatch(other.roles().goods()::contains);
        boolean events = Roles.isEvent(kept.instrument()) && Roles.isEvent(other.instrument());
        boolean rules = !Roles.isEvent(kept.instrument()) && !Roles.isEvent(other.instrument());
        return (events
                        || rules
                                && sameGoods
                                && (kept.status() == other.status()
                                        || kept.instrument()
                                                .ids()
                                                .equals(other.instrument().ids())
                                        || kept.instrument().id().equals("entity-list")))
                && (kept.instrument().ids().equals(other.instrument().ids())
                        || events
                        || StatusFinder.isPermission(other.instrument())
                        || other.instrument().id().equals("licence"));
    }

    private static Set<String> names(List<Passage> passages) {
        Set<String> names = new LinkedHashSet<>();
        passages.forEach(passage -> names.addAll(passage.ids()));
        return names;
    }

    private void take(MarkedSentence sentence, Reading reading) {
        Gathered said = reading.roles().remarks().stream().anyMatch(remark -> remark.startsWith("The goods"))
                ? lastOf(reading, sentence.sentence().number())
                : null;
        if (said == null
                && reading.status() != Status.STATED
                && reading.status() != Status.HYPOTHETICAL
                && reading.roles().targets().isEmpty()) {
            said = sameRule(reading);
        }
        if (said != null) {
            said.statements.add(new Statement(sentence.sentence(), reading.status()));
            said.learn(reading.start());
            return;
        }
        Gathered same = Roles.isEvent(reading.instrument())
                ? sameEvent(reading, sentence.sentence().number())
                : null;
        if (same != null) {
            same.statements.add(new Statement(sentence.sentence(), reading.status()));
            same.learn(reading.start());
            if (names(reading.roles().targets()).size()
                    < names(same.roles.targets()).size()) {
                same.roles = reading.roles();
                same.made = reading.made();
            } else {
                same.learn(reading.made());
            }
            return;
        }
        String rule = reading.made().restriction().kind() + " "
                + reading.made().restriction().terms().select() + " "
                + reading.made().restriction().terms().endUse();
        Gathered gathered = byRule.computeIfAbsent(
                rule, unused -> new Gathered(reading.instrument(), reading.roles(), reading.made(), reading.start()));
        gathered.statements.add(new Statement(sentence.sentence(), reading.status()));
        gathered.learn(reading.start());
        gathered.learn(reading.made());
    }

    /** An event at Renesas, and then one at its Naka plant: the same, and now it is known where. */
    private @Nullable Gathered sameEvent(Reading reading, int at) {
        Set<String> own = names(reading.roles().targets());
        return byRule.values().stream()
                .filter(gathered -> gathered.isEvent() && gathered.lastSentence() >= at - 2)
                .filter(gathered -> {
                    Set<String> theirs = names(gathered.roles.targets());
                    return !own.isEmpty()
                            && !theirs.isEmpty()
                            && (own.containsAll(theirs) || theirs.containsAll(own))
                            && (reading.roles().goods().isEmpty()
                                    || gathered.roles.goods().isEmpty()
                                    || names(gathered.roles.goods())
                                            .equals(names(reading.roles().goods())));
                })
                .findFirst()
                .orElse(null);
    }

    /** The rule of the same sort that the sentence before spoke of: "this licence" is that one. */
    private @Nullable Gathered lastOf(Reading reading, int at) {
        return byRule.values().stream()
                .filter(gathered -> gathered.made.restriction().kind()
                                == reading.made().restriction().kind()
                        && gathered.lastSentence() >= at - 2)
                .max(Comparator.comparingInt((Gathered gathered) -> gathered.lastSentence()))
                .orElse(null);
    }

    /** "The ban was lifted" is said of the ban on some destinations too. */
    private @Nullable Gathered sameRule(Reading reading) {
        return byRule.values().stream()
                .filter(gathered -> gathered.made.restriction().kind()
                                == reading.made().restriction().kind()
                        && names(gathered.roles.goods())
                                .equals(names(reading.roles().goods()))
                        && Objects.equals(actor(gathered.roles), actor(reading.roles())))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<String> actor(Roles roles) {
        return roles.issuer() == null ? null : roles.issuer().ids();
    }

    private List<Draft> drafts() {
        for (EventSpread.Pending left : spread.left(sentences, List.copyOf(byRule.values()))) {
            maker.make(left.sentence(), left.instrument(), left.roles())
                    .ifPresent(made -> take(
                            left.sentence(),
                            new Reading(
                                    left.instrument(),
                                    left.roles(),
                                    made,
                                    left.status(),
                                    LaterSentences.start(left.sentence(), left.instrument()))));
        }
        List<Draft> drafts = new ArrayList<>();
        List<Gathered> ordered = new ArrayList<>(byRule.values());
        ordered.sort(Comparator.comparingInt(
                gathered -> gathered.statements.getFirst().sentence().number()));
        for (Gathered gathered : ordered) {
            Set<Control> real = new LinkedHashSet<>();
            for (Statement statement : gathered.statements) {
                measures.stream()
                        .filter(match -> match.sentences().contains(statement.sentence()))
                        .forEach(match -> real.add(match.measure()));
            }
            Passage issuer = gathered.roles.issuer();
            Status said = status(gathered.statements);
            boolean onlyProposed = said == Status.STATED && isProposed(gathered.statements, real);
            List<String> remarks = new ArrayList<>(gathered.made.remarks());
            if (onlyProposed) {
                remarks.add(
                        "The text states it; by the dataset's list of measures it is a bill, which is no rule yet.");
            }
            drafts.add(new Draft(
                    drafts.size() + 1,
                    gathered.roles.isImport() && gathered.instrument.id().equals("export-ban")
                            ? "import-ban"
                            : gathered.instrument.id(),
                    onlyProposed
                            ? Status.HYPOTHETICAL
                            : said == Status.STATED
                                            && (isBorrowed(gathered) || gathered.made.isWidened() && real.isEmpty())
                                    ? Status.UNSURE
                                    : said,
                    issuer == null ? "" : issuer.id(),
                    gathered.roles.goods().stream()
                            .map(Passage::text)
                            .distinct()
                            .toList(),
                    gathered.roles.targets().stream()
                            .flatMap(target -> target.ids().stream())
                            .distinct()
                            .toList(),
                    gathered.start.day(),
                    gathered.made.restriction(),
                    gathered.statements,
                    gathered.made.figures(),
                    remarks,
                    List.copyOf(real),
                    gathered.made.fault()));
        }
        return drafts;
    }

    /** What was taken from another sentence is wrong about every second time: whoever reads is asked. */
    private static boolean isBorrowed(Gathered gathered) {
        boolean vague = gathered.roles.remarks().contains(EventSpread.WHOLE_COUNTRY)
                || gathered.roles.goods().isEmpty()
                        && !gathered.isEvent()
                        && !gathered.roles.isOfAllGoods()
                        && (gathered.roles.issuer() == null
                                || gathered.roles.issuer().kind() != Kind.MAKER)
                        && !gathered.instrument.id().equals("entity-list");
        return vague || gathered.roles.remarks().stream().anyMatch(remark -> !Roles.SURE.contains(remark));
    }

    /** Whether all sentences speak of measures that the dataset knows, and knows as bills. */
    private boolean isProposed(List<Statement> statements, Set<Control> real) {
        return real.stream().allMatch(measure -> measure.instrument().equals(BILL))
                && statements.stream()
                        .allMatch(statement -> measures.stream()
                                .anyMatch(match -> match.sentences().contains(statement.sentence())));
    }

    /** A text that says in one place that a rule is lifted or is none means that; else the surest of what it says. */
    private static Status status(List<Statement> statements) {
        for (Status decisive :
                List.of(Status.LIFTED, Status.DENIED, Status.NEGATED, Status.STATED, Status.HYPOTHETICAL)) {
            if (statements.stream().anyMatch(statement -> statement.status() == decisive)) {
                return decisive;
            }
        }
        return Status.QUOTED;
    }
}
