package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Acting;
import io.chokepoint.result.InputFlow;
import io.chokepoint.result.MarketReason;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Reason;
import io.chokepoint.result.ReasonChain;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.Explanation.Change;
import io.chokepoint.study.Explanation.FigureUse;
import io.chokepoint.study.Explanation.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Writes one {@link Explanation}. Used once, by one thread. */
final class Explainer {
    private static final int MOST_MARKETS = 3;

    private final SimulationResult result;
    private final Dataset dataset;
    private final Optional<LocalDate> start;
    private final SourceList sources;
    private final UnaryOperator<Figure> figuresUsed;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> because = new ArrayList<>();

    /** @param figures the figures that the run used in the place of the dataset's; the same figure where it used that */
    Explainer(SimulationResult result, UnaryOperator<Figure> figures) {
        this.result = result;
        this.figuresUsed = figures;
        this.dataset = result.dataset();
        this.start = result.scenario().startDate();
        this.sources = new SourceList(dataset);
    }

    Explanation explain(Good good) {
        Outcome outcome = result.outcome(good);
        String name = good.shortName();
        if (!outcome.isHit()) {
            return notHit(name, new NothingHit(result, figuresUsed).reason(good), prices(good), vendors(good));
        }
        result.cause(good).ifPresent(cause -> follow(result.reasons(cause.activity())));
        String first = Wording.weekWithDate(start, outcome.firstLossWeek().orElseThrow());
        String head = name + " " + Wording.verb(name, "fall") + " to " + Amounts.percent(outcome.trough())
                + " of baseline in " + Wording.weekWithDate(start, outcome.troughWeek())
                + (sellsLess(good) ? ", sells less from " : ", first short in ") + first;
        if (because.isEmpty()) {
            because.add("several of its makers each lose a little");
        }
        return hit(name, head, BindingChanges.of(result, good), prices(good), vendors(good));
    }

    private boolean sellsLess(Good good) {
        return Hits.kind(result, good)
                .filter(kind -> kind == Hits.Kind.SELLS_LESS)
                .isPresent();
    }

    /** Of one maker of a good, whatever the others do. */
    Explanation explain(Activity maker) {
        Outcome outcome = result.outcome(maker);
        String name = maker.good().shortName() + " from " + Wording.maker(maker.provider());
        String verb = Wording.verb(maker.good().shortName(), "fall");
        if (!outcome.isHit()) {
            return notHit(name, new NothingHit(result, figuresUsed).reason(maker), List.of(), List.of());
        }
        follow(result.reasons(maker));
        String head = name + " " + verb + " to " + Amounts.percent(outcome.trough()) + " of its baseline in "
                + Wording.weekWithDate(start, outcome.troughWeek()) + ", first short in "
                + Wording.weekWithDate(start, outcome.firstLossWeek().orElseThrow());
        if (because.isEmpty()) {
            because.add("the run does not say why");
        }
        return hit(name, head, BindingChanges.of(result, maker), List.of(), List.of());
    }

    Explanation explain(Market market) {
        Outcome outcome = result.outcome(market);
        if (!outcome.isHit()) {
            return notHit(
                    market.name(),
                    new NothingHit(result, figuresUsed).reason(market),
                    PriceAnswer.of(result, market),
                    vendors(market));
        }
        int week = outcome.firstLossWeek().orElseThrow();
        Optional<MarketReason> reason = result.reason(market);
        Optional<Activity> vendor = reason.map(MarketReason::vendor);
        String product = vendor.map(v -> Wording.inSentence(v.good(), dataset)).orElse("");
        String what = vendor.isEmpty()
                ? "less arrives"
                : Wording.isPlural(product) ? "fewer " + product + " arrive" : "less " + product + " arrives";
        steps.add(new Step(
                1,
                Optional.empty(),
                market.name(),
                week,
                outcome.trough(),
                false,
                (vendor.isEmpty() ? "short" : "short of " + product) + ", week " + week,
                market.name() + ": " + Amounts.percent(outcome.trough()) + " of the demand is met in "
                        + Wording.weekWithDate(start, outcome.troughWeek()) + ". From week " + week + " " + what + ".",
                List.of(),
                List.of()));
        because.add(what + " from " + Wording.weekWithDate(start, week));
        reason.ifPresent(this::follow);
        String head = market.name() + ": only " + Amounts.percent(outcome.trough()) + " of the demand is met in "
                + Wording.weekWithDate(start, outcome.troughWeek());
        return hit(market.name(), head, List.of(), PriceAnswer.of(result, market), vendors(market));
    }

    private void follow(MarketReason reason) {
        if (reason.isRestricted()) {
            restricted(reason.acting(), reason.vendor());
        } else {
            follow(result.reasons(reason.vendor()));
        }
    }

    private List<String> prices(Good good) {
        return PriceAnswer.of(result, good);
    }

    private List<String> vendors(Market market) {
        return VendorShift.of(result, market).stream()
                .filter(VendorShift::isMoved)
                .map(VendorShift::sentence)
                .toList();
    }

    /** The markets that the good is sold to, in which vendors' parts move most. */
    private List<String> vendors(Good good) {
        return VendorShift.of(result).stream()
                .filter(shift -> shift.market().offers().stream()
                        .anyMatch(offer -> offer.product().equals(good)))
                .filter(VendorShift::isMoved)
                .sorted(Comparator.comparingDouble(shift -> -shift.moved()))
                .limit(MOST_MARKETS)
                .map(VendorShift::sentence)
                .toList();
    }

    private static Explanation notHit(String name, String reason, List<String> prices, List<String> vendors) {
        Explanation.Assumptions none = new Explanation.Assumptions(0, 0);
        return new Explanation(name, false, reason, List.of(), List.of(), List.of(), none, prices, vendors);
    }

    private Explanation hit(String name, String head, List<Change> changes, List<String> prices, List<String> vendors) {
        Set<Integer> cited = new TreeSet<>();
        steps.forEach(step -> cited.addAll(step.sources()));
        String quote = head + ": " + String.join(", because ", because) + "." + Explanation.marks(List.copyOf(cited));
        return new Explanation(
                name, true, quote, steps, changes, sources.all(), sources.assumptions(), prices, vendors);
    }

    private void follow(ReasonChain chain) {
        for (Reason reason : chain.reasons()) {
            switch (reason) {
                case Reason.InputShort link -> shortOf(link, link.flow());
                case Reason.MachinesWorn link -> shortOf(link, link.flow());
                case Reason.FewerOrders link -> orders(link);
                case Reason.Outage end -> restricted(end.acting(), end.activity());
                case Reason.DeliveriesRestricted end -> restricted(end.flow().acting(), end.activity());
                case Reason.CostAdded end -> restricted(end.flow().acting(), end.activity());
                case Reason.LessDemand end -> lessDemand(end);
            }
        }
    }

    private void shortOf(Reason link, InputFlow flow) {
        link(link, flow, steps.isEmpty());
        if (flow.isRestricted()) {
            restricted(flow.acting(), flow.supplier());
        }
    }

    private void link(Reason link, InputFlow flow, boolean isSubject) {
        Activity activity = link.activity();
        Dependency dependency = flow.need().dependency();
        String input = Wording.inSentence(flow.need().input(), dataset);
        List<FigureUse> figures = linkFigures(flow);
        Figure stock = figuresUsed.apply(flow.need().stockWeeks());
        boolean held = dependency.mode() == DependencyMode.CONSUMED && stock.central() > 0;
        String heldWords = held
                ? " (" + Amounts.weeks(stock.central()) + " of stock, " + OwnFigure.basis(stock.evidence()) + ")"
                : "";
        String maker = isSubject && dataset.suppliesOf(activity.good()).size() == 1 ? "it" : Wording.makersOf(activity);
        boolean many = !maker.equals("it") && !Wording.isOneMaker(activity);
        String from = "from week " + link.week();
        switch (dependency.mode()) {
            case CONSUMED ->
                because.add(maker + (many ? " run" : " runs") + " short of " + input + " " + from + heldWords);
            case ACCESS -> because.add(maker + (many ? " go" : " goes") + " without " + input + " " + from);
            case CAPITAL ->
                because.add("machines of " + (maker.equals("it") ? "its maker" : maker)
                        + " wear out without enough new " + input + " " + from);
        }
        String clause = switch (dependency.mode()) {
            case CONSUMED -> "short of " + input;
            case ACCESS -> "without " + input;
            case CAPITAL -> "too little new " + input;
        };
        steps.add(new Step(
                steps.size() + 1,
                Optional.of(activity),
                activity.good().shortName(),
                link.week(),
                lowest(activity),
                false,
                clause + ", week " + link.week(),
                falls(activity) + linkSentence(link, dependency, input, stock, held),
                figures,
                cited(figures, 1)));
    }

    private static List<Integer> cited(List<FigureUse> figures, int first) {
        Set<Integer> numbers = new LinkedHashSet<>();
        figures.stream().limit(first).forEach(use -> numbers.addAll(use.sources()));
        return List.copyOf(numbers);
    }

    private String linkSentence(Reason link, Dependency dependency, String input, Figure stock, boolean held) {
        boolean plural = Wording.isPlural(link.activity().good().shortName());
        String it = plural ? "they" : "it";
        String when = "From " + Wording.weekWithDate(start, link.week()) + " ";
        return switch (dependency.mode()) {
            case CONSUMED ->
                when
                        + it
                        + (plural ? " get" : " gets")
                        + (Wording.isPlural(input) ? " too few " : " too little ")
                        + input
                        + (held
                                ? ": " + (plural ? "their " : "its ") + Amounts.weeks(stock.central()) + " of stock "
                                        + (stock.central() == 1 ? "is" : "are") + " used up."
                                : "; no stock is held.");
            case ACCESS -> when + it + (plural ? " go" : " goes") + " without " + input + ", which cannot be stocked.";
            case CAPITAL ->
                when + "capacity is missing: worn-out machines are not replaced, because too "
                        + (Wording.isPlural(input) ? "few " : "little ") + input
                        + (Wording.isPlural(input) ? " are" : " is")
                        + " delivered.";
        };
    }

    /** "N4 wafers fall to 87 % by week 78. "; names the maker where it falls much further than the good as a whole. */
    private String falls(Activity activity) {
        String name = activity.good().shortName();
        boolean own = speaksOfMaker(activity);
        Outcome outcome = own ? result.outcome(activity) : result.outcome(activity.good());
        return name + (own ? " from " + Wording.maker(activity.provider()) : "") + " " + Wording.verb(name, "fall")
                + " to " + Amounts.percent(outcome.trough()) + " by week " + outcome.troughWeek() + ". ";
    }

    private boolean speaksOfMaker(Activity activity) {
        return dataset.suppliesOf(activity.good()).size() > 1
                && result.outcome(activity).trough()
                        < result.outcome(activity.good()).trough() - 0.02;
    }

    private double lowest(Activity activity) {
        return speaksOfMaker(activity)
                ? result.outcome(activity).trough()
                : result.outcome(activity.good()).trough();
    }

    private List<FigureUse> linkFigures(InputFlow flow) {
        Dependency dependency = flow.need().dependency();
        String input = Wording.inSentence(flow.need().input(), dataset);
        List<FigureUse> figures = new ArrayList<>();
        if (dependency.mode() == DependencyMode.CONSUMED) {
            figures.add(use("stock of " + input, flow.need().stockWeeks()));
        }
        figures.add(use("output lost without " + input, dependency.criticality()));
        boolean others = dataset.suppliesOf(flow.need().input()).size() > 1;
        if (others && dependency.mode() != DependencyMode.CAPITAL) {
            figures.add(use(
                    "wait before " + input + " from new makers can be used",
                    flow.need().qualificationWeeks()));
        }
        if (others) {
            share(flow.supplier())
                    .ifPresent(share -> figures.add(use(
                            Wording.possessive(Wording.maker(flow.supplier().provider())) + " part of the world’s "
                                    + input,
                            share)));
        }
        return figures;
    }

    private FigureUse use(String what, Figure stated) {
        Figure figure = figuresUsed.apply(stated);
        sources.count(figure);
        return new FigureUse(what, figure, sources.of(figure.evidence()));
    }

    private Optional<Figure> share(Activity activity) {
        return dataset.suppliesOf(activity.good()).stream()
                .filter(supply -> supply.activity().equals(activity))
                .map(Supply::share)
                .findFirst();
    }

    /** @param maker whose deliveries or capacity the restrictions take */
    private void restricted(List<Acting> acting, Activity maker) {
        because.add(RestrictionSentence.cause(first(acting), maker, dataset, start));
        restrictedStep(first(acting), maker);
    }

    /** Of several restrictions on one flow or maker the scenario's first is spoken of. */
    private Restriction first(List<Acting> acting) {
        return result.scenario().restrictions().get(acting.getFirst().restriction());
    }

    private void restrictedStep(Restriction restriction, Activity maker) {
        String clause = RestrictionSentence.cause(restriction, maker, dataset, start);
        List<FigureUse> figures = new ArrayList<>();
        Set<Integer> cited = new LinkedHashSet<>(sources.of(restriction.terms().source()));
        share(maker)
                .ifPresent(share -> figures.add(use(
                        Wording.possessive(Wording.maker(maker.provider())) + " part of the world’s "
                                + Wording.inSentence(maker.good(), dataset),
                        share)));
        for (Restriction.Parameter parameter : restriction.parameters()) {
            figures.add(use(parameter.of().phrase(), parameter.value()));
        }
        figures.stream().limit(1).forEach(use -> cited.addAll(use.sources()));
        steps.add(new Step(
                steps.size() + 1,
                Optional.of(maker),
                maker.good().shortName(),
                restriction.period().start(),
                result.outcome(maker.good()).trough(),
                true,
                "restricted here, week " + restriction.period().start(),
                Wording.capitalised(clause) + ".",
                figures,
                List.copyOf(cited)));
    }

    /** A maker that is asked for less, because makers of another good make less. */
    private void orders(Reason.FewerOrders link) {
        Activity activity = link.activity();
        Dependency use = link.use();
        String clause = "makers of " + Wording.inSentence(use.consumer(), dataset) + " " + orderLess(activity.good())
                + " from week " + link.week();
        because.add(clause);
        List<FigureUse> figures = List.of(use(
                "part of the world’s " + Wording.inSentence(activity.good(), dataset) + " used for "
                        + Wording.inSentence(use.consumer(), dataset),
                use.useShare()));
        steps.add(new Step(
                steps.size() + 1,
                Optional.of(activity),
                activity.good().shortName(),
                link.week(),
                lowest(activity),
                false,
                "fewer orders, week " + link.week(),
                falls(activity) + Wording.capitalised(clause) + ".",
                figures,
                cited(figures, 1)));
    }

    private String orderLess(Good good) {
        String name = Wording.inSentence(good, dataset);
        return "order " + (Wording.isPlural(name) ? "fewer " : "less ") + name;
    }

    private void lessDemand(Reason.LessDemand end) {
        Activity activity = end.activity();
        String clause = "buyers " + orderLess(activity.good()) + " from week " + end.week();
        String beside = end.beside()
                .map(flow ->
                        ", while " + RestrictionSentence.cause(first(flow.acting()), flow.supplier(), dataset, start))
                .orElse("");
        because.add(clause + beside);
        addPlain(activity, end.week(), "fewer orders, week " + end.week(), Wording.capitalised(clause) + ".");
        end.beside().ifPresent(flow -> restrictedStep(first(flow.acting()), flow.supplier()));
    }

    private void addPlain(Activity activity, int week, String clause, String sentence) {
        steps.add(new Step(
                steps.size() + 1,
                Optional.of(activity),
                activity.good().shortName(),
                week,
                lowest(activity),
                false,
                clause,
                falls(activity) + sentence,
                List.of(),
                List.of()));
    }
}
