package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.Explanation.Change;
import io.chokepoint.study.Explanation.FigureUse;
import io.chokepoint.study.Explanation.Step;
import io.chokepoint.study.WhyChain.End;
import io.chokepoint.study.WhyChain.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Writes one {@link Explanation}. Used once, by one thread. */
final class Explainer {
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
            return notHit(name, new NothingHit(result).reason(good));
        }
        result.cause(good).ifPresent(cause -> follow(WhyChain.of(result, cause.activity())));
        String first = Wording.weekWithDate(start, outcome.firstLossWeek().orElseThrow());
        String head = name + " " + Wording.verb(name, "fall") + " to " + Amounts.percent(outcome.trough())
                + " of baseline in " + Wording.weekWithDate(start, outcome.troughWeek())
                + (sellsLess(good) ? ", sells less from " : ", first short in ") + first;
        if (because.isEmpty()) {
            because.add("several of its makers each lose a little");
        }
        return hit(name, head, BindingChanges.of(result, good));
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
            return notHit(name, new NothingHit(result).reason(maker));
        }
        follow(WhyChain.of(result, maker));
        String head = name + " " + verb + " to " + Amounts.percent(outcome.trough()) + " of its baseline in "
                + Wording.weekWithDate(start, outcome.troughWeek()) + ", first short in "
                + Wording.weekWithDate(start, outcome.firstLossWeek().orElseThrow());
        if (because.isEmpty()) {
            because.add("the run does not say why");
        }
        return hit(name, head, BindingChanges.of(result, maker));
    }

    Explanation explain(Market market) {
        Outcome outcome = result.outcome(market);
        if (!outcome.isHit()) {
            return notHit(market.name(), new NothingHit(result).reason(market));
        }
        int week = outcome.firstLossWeek().orElseThrow();
        Optional<Activity> vendor = mostMissed(market, week);
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
        vendor.ifPresent(activity -> followVendor(market, activity, week));
        String head = market.name() + ": only " + Amounts.percent(outcome.trough()) + " of the demand is met in "
                + Wording.weekWithDate(start, outcome.troughWeek());
        return hit(market.name(), head, List.of());
    }

    private void followVendor(Market market, Activity vendor, int week) {
        Customer customer = new Customer.Buyers(market);
        Optional<Restriction> restriction = new RestrictedFlows(result).onFlow(vendor, customer, week);
        follow(
                restriction.isPresent()
                        ? new WhyChain(List.of(), new End.Restricted(restriction.get(), vendor))
                        : WhyChain.of(result, vendor));
    }

    /** The vendor that brings the market less than at baseline by the largest amount. */
    private Optional<Activity> mostMissed(Market market, int week) {
        Optional<VendorShares> own = result.vendorShares().stream()
                .filter(shares -> shares.market().equals(market))
                .findFirst();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        double[] usual = own.get().vendors().stream()
                .mapToDouble(vendor -> usual(market, vendor))
                .toArray();
        double all = 0;
        for (double value : usual) {
            all += value;
        }
        Activity most = null;
        double largest = 1e-9;
        for (int v = 0; v < usual.length; v++) {
            double now = own.get().shares().get(v)[week] * result.served(market, week);
            double missing = usual[v] / all - now;
            if (missing > largest) {
                largest = missing;
                most = own.get().vendors().get(v);
            }
        }
        return Optional.ofNullable(most);
    }

    private double usual(Market market, Activity vendor) {
        double sum = 0;
        for (Offer offer : market.offers()) {
            if (RestrictedFlows.isFrom(offer, vendor)) {
                sum += offer.functionPerUnit() * offer.useShare().central() * result.baseline(vendor);
            }
        }
        return sum;
    }

    private static Explanation notHit(String name, String reason) {
        return new Explanation(name, false, reason, List.of(), List.of(), List.of(), new Explanation.Assumptions(0, 0));
    }

    private Explanation hit(String name, String head, List<Change> changes) {
        Set<Integer> cited = new TreeSet<>();
        steps.forEach(step -> cited.addAll(step.sources()));
        String quote = head + ": " + String.join(", because ", because) + "." + Explanation.marks(List.copyOf(cited));
        return new Explanation(name, true, quote, steps, changes, sources.all(), sources.assumptions());
    }

    private void follow(WhyChain chain) {
        for (int i = 0; i < chain.links().size(); i++) {
            Link link = chain.links().get(i);
            if (link.hold() == WhyChain.Hold.FEWER_ORDERS) {
                orders(link);
            } else {
                link(link, i == 0 && steps.isEmpty());
            }
        }
        switch (chain.end()) {
            case End.Restricted end -> restricted(end);
            case End.FewerOrders end -> fewerOrders(end);
            case End.LessCapacity end -> lessCapacity(end.activity(), end.week());
            case End.Open unused -> {
                // The last supplier loses too little to be a step of its own.
            }
        }
    }

    private void link(Link link, boolean isSubject) {
        Activity activity = link.activity();
        Dependency dependency = link.dependency();
        String input = Wording.inSentence(link.input(), dataset);
        List<FigureUse> figures = linkFigures(link);
        Figure stock = stock(activity, dependency);
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
                falls(activity) + linkSentence(link, input, stock, held),
                figures,
                cited(figures, 1)));
    }

    private static List<Integer> cited(List<FigureUse> figures, int first) {
        Set<Integer> numbers = new LinkedHashSet<>();
        figures.stream().limit(first).forEach(use -> numbers.addAll(use.sources()));
        return List.copyOf(numbers);
    }

    private String linkSentence(Link link, String input, Figure stock, boolean held) {
        boolean plural = Wording.isPlural(link.activity().good().shortName());
        String it = plural ? "they" : "it";
        String when = "From " + Wording.weekWithDate(start, link.week()) + " ";
        return switch (link.dependency().mode()) {
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

    private List<FigureUse> linkFigures(Link link) {
        Dependency dependency = link.dependency();
        String input = Wording.inSentence(link.input(), dataset);
        List<FigureUse> figures = new ArrayList<>();
        if (dependency.mode() == DependencyMode.CONSUMED) {
            figures.add(use("stock of " + input, stock(link.activity(), dependency)));
        }
        figures.add(use("output lost without " + input, dependency.criticality()));
        boolean others = dataset.suppliesOf(link.input()).size() > 1;
        if (others && dependency.mode() != DependencyMode.CAPITAL) {
            figures.add(use(
                    "wait before " + input + " from new makers can be used",
                    qualification(link.activity(), dependency)));
        }
        link.other()
                .filter(unused -> others)
                .flatMap(this::share)
                .ifPresent(share -> figures.add(use(
                        Wording.possessive(Wording.maker(link.other().get().provider())) + " part of the world’s "
                                + input,
                        share)));
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

    private Figure stock(Activity activity, Dependency dependency) {
        return exceptions(activity, dependency).stream()
                .map(SourcingException::stockWeeks)
                .filter(Objects::nonNull)
                .findFirst()
                .map(figuresUsed)
                .orElseGet(() -> figuresUsed.apply(dependency.stockWeeks()));
    }

    private Figure qualification(Activity activity, Dependency dependency) {
        return exceptions(activity, dependency).stream()
                .map(SourcingException::qualificationWeeks)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(dependency.qualificationWeeks());
    }

    private List<SourcingException> exceptions(Activity activity, Dependency dependency) {
        return dataset.sourcing().stream()
                .filter(own -> own.consumer().equals(activity) && own.input().equals(dependency.input()))
                .toList();
    }

    private void restricted(End.Restricted end) {
        because.add(RestrictionSentence.cause(end.restriction(), end.restricted(), dataset, start));
        restrictedStep(end);
    }

    private void restrictedStep(End.Restricted end) {
        Activity maker = end.restricted();
        Restriction restriction = end.restriction();
        String clause = RestrictionSentence.cause(restriction, maker, dataset, start);
        List<FigureUse> figures = new ArrayList<>();
        Set<Integer> cited = new LinkedHashSet<>(sources.of(restriction.terms().source()));
        share(maker)
                .ifPresent(share -> figures.add(use(
                        Wording.possessive(Wording.maker(maker.provider())) + " part of the world’s "
                                + Wording.inSentence(maker.good(), dataset),
                        share)));
        for (Restriction.Parameter parameter : restriction.parameters()) {
            figures.add(use(parameterName(parameter.name()), parameter.value()));
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

    private static String parameterName(String name) {
        return switch (name) {
            case "lost" -> "capacity lost";
            case "leak" -> "part that still gets through";
            case "processingWeeks" -> "wait for a licence";
            case "approval" -> "part approved";
            case "cap" -> "part allowed";
            case "rate" -> "tariff rate";
            case "passThrough" -> "part that the buyer pays";
            case "cost" -> "extra cost";
            case "delayWeeks" -> "delay";
            default -> name;
        };
    }

    /** A maker that is asked for less, because makers of another good make less. */
    private void orders(Link link) {
        Activity activity = link.activity();
        Dependency use = link.dependency();
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

    private void fewerOrders(End.FewerOrders end) {
        Activity activity = end.activity();
        String clause = "buyers " + orderLess(activity.good()) + " from week " + end.week();
        String beside = end.beside()
                .map(restricted -> ", while "
                        + RestrictionSentence.cause(restricted.restriction(), restricted.restricted(), dataset, start))
                .orElse("");
        because.add(clause + beside);
        addPlain(activity, end.week(), "fewer orders, week " + end.week(), Wording.capitalised(clause) + ".");
        end.beside().ifPresent(this::restrictedStep);
    }

    private void lessCapacity(Activity activity, int week) {
        String clause = Wording.makersOf(activity) + (Wording.isOneMaker(activity) ? " has" : " have")
                + " less capacity for " + Wording.inSentence(activity.good(), dataset) + " from week " + week;
        because.add(clause);
        addPlain(activity, week, "less capacity, week " + week, Wording.capitalised(clause) + ".");
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
