package io.chokepoint.ui.scenario;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Source;
import io.chokepoint.model.Tag;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Restriction.Terms;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.study.Touch;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.scenario.SelectorForm.BuyerOption;
import io.chokepoint.ui.scenario.SelectorForm.MakerOption;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.StudyState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Edits one restriction of the scenario in place: each change runs at once and is one undo step, a drag included. A new
 * restriction comes into the scenario when its kind is chosen, and not before.
 */
final class RestrictionEditorViewModel {
    /** Tags that fewer goods carry downstream come first; more than these would be a list nobody reads. */
    private static final int MAX_END_USES = 24;

    /** What decides which flows are touched; the parameters do not. */
    private record Asked(String kind, Terms terms) {}

    private final StudyState state;
    private final Dataset dataset;
    private final SelectorForm form;
    private final ReadOnlyObjectWrapper<@Nullable Restriction> restriction = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper touches = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final Subscription subscriptions;
    private @Nullable Asked lastAsked;
    private Terms draft;
    private int size;
    private int index;

    private RestrictionEditorViewModel(StudyState state, Dataset dataset, Terms draft, int index) {
        this.state = state;
        this.dataset = dataset;
        this.form = new SelectorForm(dataset);
        this.draft = draft;
        this.index = index;
        this.subscriptions = Subscription.combine(
                state.scenarioProperty().subscribe(this::scenarioChanged),
                state.answerProperty().subscribe(unused -> outcomeChanged()),
                state.problems().subscribe(this::outcomeChanged));
    }

    /** Edits a restriction that is in the scenario. */
    static RestrictionEditorViewModel of(StudyState state, Dataset dataset, int index) {
        Terms terms = state.scenario().orElseThrow().restrictions().get(index).terms();
        return new RestrictionEditorViewModel(state, dataset, terms, index);
    }

    /**
     * A new one on a good.
     *
     * @param makers who is restricted; empty for all makers
     */
    static RestrictionEditorViewModel ofNew(StudyState state, Dataset dataset, Good good, Set<Provider> makers) {
        int start = state.scenario()
                .flatMap(scenario -> scenario.restrictions().stream()
                        .map(r -> r.period().start())
                        .findFirst())
                .orElse(0);
        Terms terms =
                new Terms(new SelectorForm(dataset).of(good, makers), Optional.empty(), Period.from(start), "", "");
        return new RestrictionEditorViewModel(state, dataset, terms, -1);
    }

    /** Lets go of the state. */
    void dispose() {
        state.commit(Texts.get("restrict.step.change"));
        subscriptions.unsubscribe();
    }

    /** The restriction as it is in the scenario; null until a kind is chosen, and after it has been removed. */
    ReadOnlyObjectProperty<@Nullable Restriction> restrictionProperty() {
        return restriction.getReadOnlyProperty();
    }

    Optional<Restriction> restriction() {
        return Optional.ofNullable(restriction.get());
    }

    /** The restriction in one sentence. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What it selects, or why it selects nothing. */
    ReadOnlyStringProperty touchesProperty() {
        return touches.getReadOnlyProperty();
    }

    /** What the run says: how many goods are hit, or why none is, or why the scenario cannot be run. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Why nothing is hit, or why the scenario cannot be run; empty where something is hit. */
    ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** The sources of the restriction, as far as the dataset lists them. */
    List<Source> sources() {
        return Arrays.stream(terms().source().split(";"))
                .map(String::strip)
                .flatMap(id -> dataset.findSource(id).stream())
                .toList();
    }

    Terms terms() {
        return restriction().map(Restriction::terms).orElse(draft);
    }

    Scenario scenario() {
        return state.scenario().orElseThrow();
    }

    /** What is restricted, in words for a heading and for undo steps. */
    String subject() {
        List<Good> goods = form.goods(terms().select());
        return goods.size() == 1
                ? Wording.inSentence(goods.getFirst(), dataset)
                : Texts.count("restrict.goods", goods.size());
    }

    /** The goods that are restricted. */
    List<Good> goods() {
        return form.goods(terms().select());
    }

    Optional<KindForm> kind() {
        return restriction().map(KindForm::of);
    }

    List<MakerOption> makers() {
        return form.makers(terms().select());
    }

    boolean isAllMakers() {
        return SelectorForm.isAllMakers(terms().select());
    }

    Set<Provider> chosenMakers() {
        return isAllMakers() ? Set.of() : form.chosenMakers(terms().select());
    }

    List<BuyerOption> buyerOptions() {
        return form.buyerOptions(terms().select());
    }

    BuyerOption buyer() {
        List<Selector.Term> now = SelectorForm.buyers(terms().select());
        return buyerOptions().stream()
                .filter(option -> option.terms().equals(now))
                .findFirst()
                .orElse(buyerOptions().getFirst());
    }

    /** Tags of what lies downstream, in the order of the dataset's table of them: where the restriction may be narrowed to. */
    List<String> endUses() {
        Set<Good> down = dataset.graph().dependencies().downstream(form.goods(terms().select()));
        Set<String> tags = new TreeSet<>();
        down.forEach(good -> tags.addAll(good.tags()));
        List<String> all = new ArrayList<>(dataset.words().tags().stream()
                .map(Tag::id)
                .filter(tags::contains)
                .limit(MAX_END_USES)
                .toList());
        if (dataset.words().tags().isEmpty()) {
            tags.stream().limit(MAX_END_USES).forEach(all::add);
        }
        terms().endUse().filter(tag -> !all.contains(tag)).ifPresent(all::addFirst);
        return all;
    }

    /** The tag's name at the beginning of a line. */
    String tagName(String tag) {
        return Wording.capitalised(dataset.words().tagName(tag));
    }

    // ---- changes --------------------------------------------------------------------------------------------------

    /** Chooses the kind; for a new restriction this puts it into the scenario. */
    void chooseKind(KindForm kind) {
        Restriction now = restriction.get();
        if (now != null && KindForm.of(now).equals(kind)) {
            return;
        }
        Terms terms = suited(kind, terms());
        Restriction made = kind.create(terms);
        if (now == null) {
            index = scenario().restrictions().size();
            state.edit(Texts.get("restrict.step.add", subject()), scenario -> {
                List<Restriction> all = new ArrayList<>(scenario.restrictions());
                all.add(made);
                return scenario.withRestrictions(all);
            });
        } else {
            replace(Texts.get("restrict.step.kind", KindForm.of(now).lowerText(), kind.lowerText()), r -> made);
        }
    }

    /** Outages know no buyers; a rule of one country is, to begin with, about its exports. */
    private Terms suited(KindForm kind, Terms terms) {
        List<Selector> select = terms.select();
        if (kind.isOfMakers()) {
            return copy(terms, SelectorForm.withBuyers(select, List.of()), Optional.empty(), terms.period());
        }
        boolean isNew =
                restriction.get() == null || kind().filter(KindForm::isOfMakers).isPresent();
        if (isNew && SelectorForm.buyers(select).isEmpty()) {
            Optional<BuyerOption> first = kind.kind().selects() == Selects.MARKET_FLOWS
                    ? buyerOptions().stream().filter(option -> isMarket(option)).findFirst()
                    : buyerOptions().stream().filter(option -> isAbroad(option)).findFirst();
            if (first.isPresent()) {
                return copy(
                        terms, SelectorForm.withBuyers(select, first.get().terms()), terms.endUse(), terms.period());
            }
        }
        return terms;
    }

    private static boolean isAbroad(BuyerOption option) {
        return option.terms().size() == 1 && option.terms().getFirst().negated();
    }

    private static boolean isMarket(BuyerOption option) {
        return option.terms().size() == 1 && option.terms().getFirst().field() == Selector.Field.MARKET;
    }

    /** Adds a maker to those restricted, or takes it out; with none left, all are meant. */
    void toggleMaker(Provider provider) {
        Set<Provider> chosen = new LinkedHashSet<>(chosenMakers());
        if (!chosen.remove(provider)) {
            chosen.add(provider);
        }
        chooseMakers(chosen);
    }

    void chooseAllMakers() {
        chooseMakers(Set.of());
    }

    private void chooseMakers(Set<Provider> makers) {
        changeTerms(
                Texts.get("restrict.step.makers", subject()),
                terms -> copy(terms, form.withMakers(terms.select(), makers), terms.endUse(), terms.period()));
    }

    void chooseBuyer(BuyerOption option) {
        if (option.terms().equals(SelectorForm.buyers(terms().select()))) {
            return;
        }
        changeTerms(
                Texts.get("restrict.step.buyers", subject()),
                terms -> copy(
                        terms,
                        SelectorForm.withBuyers(terms.select(), option.terms()),
                        terms.endUse(),
                        terms.period()));
    }

    void chooseEndUse(Optional<String> tag) {
        if (!tag.equals(terms().endUse())) {
            changeTerms(Texts.get("restrict.step.endUse"), terms -> copy(terms, terms.select(), tag, terms.period()));
        }
    }

    void choosePeriod(Period period) {
        if (!period.equals(terms().period())) {
            changeTerms(
                    Texts.get("restrict.step.period"), terms -> copy(terms, terms.select(), terms.endUse(), period));
        }
    }

    /** @param weeks until full strength; 0 for full strength at once */
    void chooseRamp(double weeks) {
        Period now = terms().period();
        if (weeks != now.rampWeeks()) {
            changeTerms(
                    Texts.get("restrict.step.ramp", Amounts.weeks(now.rampWeeks()), Amounts.weeks(weeks)),
                    terms -> copy(terms, terms.select(), terms.endUse(), new Period(now.start(), now.end(), weeks)));
        }
    }

    /** Follows a drag of a parameter. */
    void previewParameter(RestrictionParameter parameter, double low, double central, double high) {
        if (restriction.get() != null) {
            state.preview(scenario -> replaced(scenario, r -> withParameter(r, parameter, low, central, high)));
        }
    }

    /** Ends a drag of a parameter, or sets it at once. */
    void setParameter(RestrictionParameter parameter, double low, double central, double high, double before) {
        previewParameter(parameter, low, central, high);
        if (restriction.get() != null) {
            state.commit(Texts.get(
                    "restrict.step.parameter",
                    parameter.label(),
                    KindForm.format(parameter, before),
                    KindForm.format(parameter, central)));
        }
    }

    private static Restriction withParameter(
            Restriction r, RestrictionParameter parameter, double low, double central, double high) {
        Figure figure = r.figure(parameter)
                .map(stated -> stated.with(low, central, high, Evidence.assumption("set in the window")))
                .orElseGet(() -> KindForm.figure(parameter, low, central, high));
        return r.with(parameter, figure);
    }

    /** Takes the restriction out of the scenario. */
    void remove() {
        Restriction now = restriction.get();
        if (now != null) {
            int at = index;
            index = -1;
            state.editWork(Texts.get("restrict.step.remove", KindForm.of(now).lowerText()), work -> {
                RestrictionStack stack = RestrictionStack.of(work);
                return stack.remove(stack.cardOf(at));
            });
        }
    }

    private void changeTerms(String step, UnaryOperator<Terms> change) {
        if (restriction.get() == null) {
            draft = change.apply(draft);
            refresh();
        } else {
            replace(step, r -> r.withTerms(change.apply(r.terms())));
        }
    }

    private void replace(String step, UnaryOperator<Restriction> change) {
        state.edit(step, scenario -> replaced(scenario, change));
    }

    private Scenario replaced(Scenario scenario, UnaryOperator<Restriction> change) {
        List<Restriction> all = new ArrayList<>(scenario.restrictions());
        all.set(index, change.apply(all.get(index)));
        return scenario.withRestrictions(all);
    }

    private static Terms copy(Terms terms, List<Selector> select, Optional<String> endUse, Period period) {
        return new Terms(select, endUse, period, terms.note(), terms.source(), terms.basis());
    }

    // ---- words ----------------------------------------------------------------------------------------------------

    private void scenarioChanged(@Nullable Scenario scenario) {
        List<Restriction> all = scenario == null ? List.of() : scenario.restrictions();
        index = found(all);
        size = all.size();
        Restriction now = index < 0 ? null : all.get(index);
        if (now != null) {
            draft = now.terms();
        }
        restriction.set(now);
        refresh();
    }

    /** Where the edited restriction is now: others may have been moved, removed or switched off meanwhile. */
    private int found(List<Restriction> all) {
        Restriction before = restriction.get();
        if (index < 0) {
            return -1;
        }
        boolean stays = index < all.size() && (before == null || before.equals(all.get(index)));
        if (stays) {
            return index;
        }
        int moved = before == null ? -1 : all.indexOf(before);
        return moved >= 0 ? moved : all.size() == size && index < size ? index : -1;
    }

    private void refresh() {
        Restriction shown = restriction.get();
        sentence.set(
                shown == null
                        ? Texts.get("restrict.chooseKind")
                        : RestrictionSentence.of(shown, dataset, scenario().startDate()));
        // Before a kind is chosen: what a stop of these makers would touch.
        Restriction asked = shown != null ? shown : new KindForm(RestrictionKinds.OUTAGE).create(draft);
        Asked question = new Asked(asked.kind().id(), asked.terms());
        if (!question.equals(lastAsked)) {
            lastAsked = question;
            state.ask("touches", engine -> said(engine.touches(asked), asked, dataset), touches::set);
        }
    }

    /** Called off the UI thread. */
    private static String said(Touch touch, Restriction of, Dataset dataset) {
        return touch.isNothing() ? RestrictionSentence.selectsNothing(of, dataset) : RestrictionSentence.touches(touch);
    }

    private void outcomeChanged() {
        Answer answer = state.answer().orElse(null);
        if (!state.problems().isEmpty()) {
            outcome.set(Texts.get("restrict.cannotRun"));
            reason.set(state.problems().getFirst().message());
        } else if (answer == null) {
            outcome.set("");
            reason.set("");
        } else {
            outcome.set(answer.facts().line());
            reason.set(answer.whyNothing().orElse(""));
        }
    }
}
