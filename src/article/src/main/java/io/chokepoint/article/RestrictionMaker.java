package io.chokepoint.article;

import io.chokepoint.article.Draft.Stated;
import io.chokepoint.article.Passage.Kind;
import io.chokepoint.base.Problem;
import io.chokepoint.data.ScenarioChecker;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Offer;
import io.chokepoint.model.UsualRange;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts what a sentence says of an instrument into the words of a scenario. What it does not say is usual of the instrument, and assumed. */
final class RestrictionMaker {
    /** Buyers by this tag are made up, to replay the past. */
    private static final String MADE_UP = "reference";

    private final Dataset dataset;
    /** What buyers that are made up buy. */
    private final Set<Good> boughtByMadeUp;
    /** Checked before, by kind and selectors: a text says the same more than once. */
    private final Map<String, Optional<String>> faults = new HashMap<>();

    RestrictionMaker(Dataset dataset) {
        this.dataset = dataset;
        this.boughtByMadeUp = dataset.markets().stream()
                .filter(market -> market.tags().contains(MADE_UP))
                .flatMap(market -> market.offers().stream())
                .map(Offer::product)
                .collect(Collectors.toSet());
    }

    /**
     * A restriction and how it came about.
     *
     * @param isWidened whether it is on makers of other countries than the one that acts, which has no such flow
     * @param fault why the dataset cannot run it
     */
    record Made(
            Restriction restriction,
            List<Stated> figures,
            List<String> remarks,
            boolean isWidened,
            Optional<String> fault) {}

    /** @return empty where too little is said: no goods, or nobody who acts or is hit */
    Optional<Made> make(MarkedSentence sentence, Passage instrument, Roles roles) {
        List<UsualRange> usual = dataset.lexicon().of(instrument.id());
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        RestrictionKind kind =
                RestrictionKinds.ALL.find(usual.getFirst().kind()).orElseThrow();
        List<String> remarks = new ArrayList<>(roles.remarks());
        List<Stated> figures = new ArrayList<>();
        Optional<List<Selector>> select = kind.isOfMakers()
                ? makers(roles)
                : flows(roles, instrument.id().equals("entity-list"), figures, remarks);
        if (select.isEmpty()) {
            return Optional.empty();
        }
        Figure[] values = new Figure[kind.parameters().size()];
        int stated = 0;
        for (RestrictionParameter parameter : kind.parameters()) {
            Optional<Figure> figure = statedFigure(parameter, sentence, instrument, figures)
                    .or(() -> usual(usual, parameter.name(), figures));
            if (figure.isEmpty()) {
                break;
            }
            values[stated++] = figure.get();
        }
        Optional<String> endUse = Optional.ofNullable(roles.endUse())
                .filter(unused -> !kind.isOfMakers())
                .map(Passage::id);
        Restriction restriction = kind.on(
                new Restriction.Terms(select.get(), endUse, period(sentence, instrument, usual, figures), "", ""),
                java.util.Arrays.copyOf(values, stated));
        return Optional.of(new Made(restriction, figures, remarks, isWidened(roles, select.get()), fault(restriction)));
    }

    private static Term term(Side side, Field field, boolean negated, List<String> values) {
        return new Term(side, field, negated, values);
    }

    /** One selector for goods and one for each tag: in one selector both would have to hold. */
    private List<List<Term>> goods(List<Passage> passages) {
        Set<String> ids = new LinkedHashSet<>();
        List<List<Term>> all = new ArrayList<>();
        for (Passage passage : passages) {
            if (passage.kind() == Kind.TAG) {
                all.add(List.of(term(Side.MAKER, Field.TAG, false, passage.ids())));
            } else {
                ids.addAll(passage.ids());
            }
        }
        if (!ids.isEmpty()) {
            all.addFirst(List.of(term(Side.MAKER, Field.GOOD, false, List.copyOf(ids))));
        }
        return all;
    }

    private static List<String> ids(List<Passage> passages, Kind kind) {
        return passages.stream()
                .filter(p -> p.kind() == kind)
                .flatMap(p -> p.ids().stream())
                .distinct()
                .toList();
    }

    private Optional<List<Selector>> makers(Roles roles) {
        List<String> firms = ids(roles.targets(), Kind.MAKER);
        List<List<Term>> goods = goods(roles.goods());
        Term who;
        if (!firms.isEmpty()) {
            who = term(Side.MAKER, Field.PROVIDER, false, firms);
        } else if (roles.issuer() != null && !goods.isEmpty()) {
            who = term(Side.MAKER, Field.COUNTRY, false, roles.issuer().ids());
        } else if (roles.issuer() != null && roles.isOfAllGoods()) {
            return Optional.of(List.of(new Selector(List.of(
                    term(Side.MAKER, Field.COUNTRY, false, roles.issuer().ids())))));
        } else {
            return Optional.empty();
        }
        List<Selector> narrow = selectors(goods, List.of(who));
        // A firm that makes none of the goods that stand in the sentence is meant as a whole.
        boolean fits =
                !goods.isEmpty() && fault(RestrictionKinds.OUTAGE, narrow).isEmpty();
        return Optional.of(fits || firms.isEmpty() ? narrow : List.of(new Selector(List.of(who))));
    }

    private static List<Selector> selectors(List<List<Term>> goods, List<Term> others) {
        return goods.stream()
                .map(good -> {
                    List<Term> terms = new ArrayList<>(good);
                    terms.addAll(others);
                    return new Selector(terms);
                })
                .toList();
    }

    /** @param isListing of an entity list, which says nothing where no entity is known */
    private Optional<List<Selector>> flows(Roles roles, boolean isListing, List<Stated> figures, List<String> remarks) {
        List<List<Term>> goods = new ArrayList<>(goods(roles.goods()));
        List<String> countries = ids(roles.targets(), Kind.COUNTRY);
        List<String> firms = ids(roles.targets(), Kind.MAKER);
        List<String> markets = ids(roles.targets(), Kind.MARKET);
        Passage issuer = roles.issuer();
        boolean allGoods = goods.isEmpty() && roles.isImport() && !countries.isEmpty() && roles.isOfAllGoods();
        if (isListing && firms.isEmpty()
                || roles.isImport() && issuer == null
                || goods.isEmpty() && firms.isEmpty() && !allGoods && !isFirmsStop(issuer, countries)
                || issuer == null && countries.isEmpty() && firms.isEmpty()) {
            return Optional.empty();
        }
        if (goods.isEmpty()) {
            goods.add(List.of());
        }
        List<Selector> best = List.of();
        for (List<Term> sides : sides(roles, issuer, countries, firms, markets)) {
            List<Selector> tried = selectors(goods, sides);
            if (best.isEmpty()) {
                best = tried;
            }
            if (fault(RestrictionKinds.EXPORT_BAN, tried).isEmpty()) {
                if (!tried.equals(best)) {
                    remarks.add(
                            issuer != null
                                            && sides.getFirst().side() == Side.MAKER
                                            && !sides.getFirst().negated()
                                    ? "Only a market that was made up to replay the past buys it."
                                    : "The maker's country is left open: the dataset has no such flow from "
                                            + (issuer == null ? "there" : issuer.text()) + ".");
                }
                best = tried;
                break;
            }
        }
        if (!roles.isImport() && countries.isEmpty() && firms.isEmpty() && markets.isEmpty()) {
            figures.add(new Stated("to", "all other countries", true, "the text names no destination"));
        }
        return Optional.of(best);
    }

    private static boolean isWidened(Roles roles, List<Selector> select) {
        Passage issuer = roles.issuer();
        return !roles.isImport()
                && issuer != null
                && issuer.kind() == Kind.COUNTRY
                && select.stream()
                        .flatMap(selector -> selector.terms().stream())
                        .noneMatch(term -> term.side() == Side.MAKER
                                && (term.field() == Field.PROVIDER
                                        || term.field() == Field.COUNTRY
                                                && !term.negated()
                                                && term.values().equals(issuer.ids())));
    }

    /** "Intel stops shipments to Russia": of all that it makes. */
    private static boolean isFirmsStop(@org.jspecify.annotations.Nullable Passage issuer, List<String> countries) {
        return issuer != null && issuer.kind() == Kind.MAKER && !countries.isEmpty();
    }

    /** Terms about maker and customer, the likeliest first. */
    private List<List<Term>> sides(
            Roles roles,
            @org.jspecify.annotations.Nullable Passage issuer,
            List<String> countries,
            List<String> firms,
            List<String> markets) {
        List<List<Term>> all = new ArrayList<>();
        List<Term> customer = new ArrayList<>();
        List<String> home = issuer == null || issuer.kind() != Kind.COUNTRY ? List.of() : issuer.ids();
        if (roles.isImport() && issuer != null && !home.isEmpty()) {
            List<Term> from = new ArrayList<>();
            if (!firms.isEmpty()) {
                from.add(term(Side.MAKER, Field.PROVIDER, false, firms));
            } else {
                from.add(
                        countries.isEmpty()
                                ? term(Side.MAKER, Field.COUNTRY, true, home)
                                : term(Side.MAKER, Field.COUNTRY, false, countries));
            }
            from.add(term(Side.CUSTOMER, Field.COUNTRY, false, home));
            all.add(real(roles.goods(), from));
            List<Term> anyMaker = List.of(term(Side.CUSTOMER, Field.COUNTRY, false, home));
            all.add(real(roles.goods(), anyMaker));
            all.add(anyMaker);
            return all;
        }
        if (!firms.isEmpty()) {
            customer.add(term(Side.CUSTOMER, Field.PROVIDER, false, firms));
        } else if (!markets.isEmpty()) {
            customer.add(term(Side.CUSTOMER, Field.MARKET, false, markets));
        } else if (!countries.isEmpty()) {
            customer.add(term(Side.CUSTOMER, Field.COUNTRY, false, countries));
        } else {
            customer.add(term(Side.CUSTOMER, Field.COUNTRY, true, home.isEmpty() ? countriesOf(issuer) : home));
        }
        if (issuer != null) {
            List<Term> own = new ArrayList<>();
            own.add(
                    issuer.kind() == Kind.COUNTRY
                            ? term(Side.MAKER, Field.COUNTRY, false, issuer.ids())
                            : term(Side.MAKER, Field.PROVIDER, false, issuer.ids()));
            own.addAll(customer);
            all.add(real(roles.goods(), own));
            all.add(own);
        }
        if (issuer != null && countries.isEmpty() && firms.isEmpty() && markets.isEmpty()) {
            return all;
        }
        // A rule may reach goods that others make, where the text says whom they are kept from.
        List<Term> abroad = new ArrayList<>();
        if (!countries.isEmpty()) {
            abroad.add(term(Side.MAKER, Field.COUNTRY, true, countries));
        }
        abroad.addAll(customer);
        all.add(real(roles.goods(), abroad));
        all.add(abroad);
        return all;
    }

    private List<String> countriesOf(@org.jspecify.annotations.Nullable Passage firm) {
        return dataset.providers().stream()
                .filter(provider -> firm != null && firm.ids().contains(provider.id()))
                .map(provider -> provider.country())
                .distinct()
                .toList();
    }

    /** Without buyers that are made up, where they buy any of the goods. */
    private List<Term> real(List<Passage> goods, List<Term> terms) {
        boolean any = goods.isEmpty()
                ? !boughtByMadeUp.isEmpty()
                : boughtByMadeUp.stream().anyMatch(good -> isAmong(good, goods));
        if (!any) {
            return terms;
        }
        List<Term> all = new ArrayList<>(terms);
        all.add(term(Side.CUSTOMER, Field.TAG, true, List.of(MADE_UP)));
        return all;
    }

    private static boolean isAmong(Good good, List<Passage> goods) {
        return goods.stream()
                .anyMatch(passage -> passage.kind() == Kind.TAG
                        ? passage.ids().stream().anyMatch(good::hasTag)
                        : passage.ids().contains(good.id()));
    }

    private Optional<Figure> usual(List<UsualRange> usual, String parameter, List<Stated> figures) {
        return usual.stream()
                .filter(range -> range.parameter().equals(parameter))
                .findFirst()
                .map(range -> {
                    Figure figure = range.value();
                    figures.add(new Stated(
                            parameter, inWords(figure), true, figure.evidence().note()));
                    return new Figure(
                            "article/" + parameter,
                            figure.low(),
                            figure.central(),
                            figure.high(),
                            figure.unit(),
                            figure.evidence());
                });
    }

    static String inWords(Figure figure) {
        return figure.isUncertain()
                ? plain(figure.low()) + " to " + plain(figure.high()) + ", likeliest " + plain(figure.central())
                : plain(figure.central());
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Optional<Figure> statedFigure(
            RestrictionParameter parameter, MarkedSentence sentence, Passage instrument, List<Stated> figures) {
        Optional<FigureFit.Fit> fit = FigureFit.of(parameter, sentence, instrument);
        return fit.map(found -> {
            Figure figure = new Figure(
                    "article/" + parameter.name(),
                    found.low(),
                    found.value(),
                    found.high(),
                    parameter.unitWords(),
                    new Evidence(Basis.ASSUMPTION, List.of(), "As the text has it: " + found.words(), "", 0));
            figures.add(new Stated(parameter.name(), inWords(figure), false, found.words()));
            return figure;
        });
    }

    private Period period(MarkedSentence sentence, Passage instrument, List<UsualRange> usual, List<Stated> figures) {
        Optional<FigureFit.Fit> stated =
                FigureFit.duration(sentence, instrument).or(() -> FigureFit.between(sentence, instrument));
        if (stated.isPresent()) {
            int end = Math.max(1, (int) Math.round(stated.get().value()));
            figures.add(new Stated("end", "week " + end, false, stated.get().words()));
            return new Period(0, end, 0);
        }
        Optional<Figure> weeks = usual(usual, UsualRange.WEEKS, new ArrayList<>());
        if (weeks.isEmpty()) {
            return Period.from(0);
        }
        Figure figure = weeks.get();
        figures.add(new Stated(
                "end", "week " + inWords(figure), true, figure.evidence().note()));
        return new Period(0, Period.week(figure.central()), 0, Optional.empty(), Optional.of(figure));
    }

    private Optional<String> fault(RestrictionKind kind, List<Selector> select) {
        Figure[] any = kind.parameters().stream()
                .filter(parameter -> !parameter.isOptional())
                .map(parameter -> Figure.point("article/any", 1, "", Evidence.assumption("")))
                .toArray(Figure[]::new);
        return fault(kind.on(new Restriction.Terms(select, Optional.empty(), Period.from(0), "", ""), any));
    }

    private Optional<String> fault(Restriction restriction) {
        return faults.computeIfAbsent(
                restriction.kind() + " " + restriction.terms().select() + " "
                        + restriction.terms().endUse(),
                unused -> checked(restriction));
    }

    private Optional<String> checked(Restriction restriction) {
        List<String> faults =
                ScenarioChecker.check(
                                Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, List.of(restriction)), dataset, "draft")
                        .stream()
                        .filter(Problem::isError)
                        .map(Problem::message)
                        .toList();
        return faults.isEmpty() ? Optional.empty() : Optional.of(faults.stream().collect(Collectors.joining(" ")));
    }
}
